"""“What can it draw?”: all words, searched and chosen with mouse and keys."""

from pathlib import Path

import numpy as np
import pytest
from PIL import Image
from PySide6.QtCore import QPoint, Qt
from PySide6.QtGui import QImage
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QListWidget

from glide_studio.core.request.model_card import ModelCard
from glide_studio.core.request.word_pictures import COLUMNS, FILE, SIDE
from tests.fakes import STARTER
from tests.ui.canvas_events import LEFT
from tests.ui.studio import Studio, click_row

Keys = Qt.Key
with_pictures = pytest.mark.parametrize("card", [STARTER.card], ids=["the starter"])


def words(studio: Studio) -> QListWidget:
    """The list of the open popup."""
    found: QListWidget = studio.find("vocabulary_list")
    return found


def shown(studio: Studio) -> list[str]:
    """What the list shows, headings included."""
    rows = words(studio)
    return [rows.item(i).text() for i in range(rows.count()) if not rows.isRowHidden(i)]


def row_of(studio: Studio, word: str) -> int:
    rows = words(studio)
    return next(i for i in range(rows.count()) if rows.item(i).text() == word)


def click_word(studio: Studio, word: str) -> None:
    rows, row = words(studio), row_of(studio, word)
    rows.scrollToItem(rows.item(row))
    click_row(rows, row)


def press(*keys: Qt.Key) -> None:
    """Press keys in whatever has the focus."""
    for key in keys:
        QTest.keyClick(QApplication.focusWidget(), key)


def type_word(text: str) -> None:
    QTest.keyClicks(QApplication.focusWidget(), text)


def current(studio: Studio) -> str | None:
    item = words(studio).currentItem()
    return None if item is None else item.text()


def open_words(studio: Studio) -> None:
    studio.click("vocabulary_button")
    studio.qtbot.waitUntil(studio.find("vocabulary_search_edit").hasFocus)


def test_all_words_are_shown_and_a_click_adds_one(studio: Studio, card: ModelCard) -> None:
    open_words(studio)
    things = ["Things", *card.nouns, "Colours", *card.colours, "Places", *card.places]
    assert shown(studio) == things
    for word in ("blue", "birthday cake", "in the snow"):
        click_word(studio, word)
    assert studio.prompt == "blue birthday cake in the snow"
    assert studio.find("vocabulary_popup").isVisible()
    press(Keys.Key_Escape)
    studio.wait_until_gone("vocabulary_popup")
    assert studio.window.focusWidget() is studio.find("prompt_edit")


def test_a_heading_is_no_word(studio: Studio) -> None:
    open_words(studio)
    click_word(studio, "Colours")
    assert studio.prompt == ""


def test_a_word_is_added_at_the_cursor_with_spaces_around(studio: Studio) -> None:
    studio.type("prompt_edit", "a apple")
    for _ in range(len(" apple")):
        press(Keys.Key_Left)
    open_words(studio)
    click_word(studio, "red")
    assert studio.prompt == "a red apple"


def test_a_click_outside_the_words_closes_them(studio: Studio) -> None:
    open_words(studio)
    QTest.mouseClick(studio.find("vocabulary_popup"), LEFT, pos=QPoint(-20, 200))
    studio.wait_until_gone("vocabulary_popup")


@pytest.mark.parametrize(
    ("typed", "found", "best"),
    [
        (
            "b",
            ["bell", "birthday cake", "bear", "reddish brown", "blue", "on a wooden table"],
            "bell",
        ),
        ("CAKE", ["birthday cake"], "birthday cake"),
        ("  wooden  ta", ["on a wooden table"], "on a wooden table"),
        ("ar", ["bear", "car"], "bear"),
        ("the", ["on the grass", "in the snow"], "on the grass"),
    ],
)
def test_typing_filters_and_return_adds_the_best(
    studio: Studio, typed: str, found: list[str], best: str
) -> None:
    open_words(studio)
    type_word(typed)
    headings = ("Things", "Colours", "Places")
    assert [word for word in shown(studio) if word not in headings] == found
    assert current(studio) == best
    press(Keys.Key_Return)
    assert studio.prompt == best


def test_words_are_typed_one_after_the_other(studio: Studio) -> None:
    open_words(studio)
    for typed in ("blu", "app", "gras"):
        type_word(typed)
        press(Keys.Key_Return)
    assert studio.prompt == "blue apple on the grass"


def test_a_heading_without_matches_is_hidden(studio: Studio) -> None:
    open_words(studio)
    type_word("snow")
    assert shown(studio) == ["Places", "in the snow"]


def test_without_matches_a_sentence_says_so_and_return_adds_nothing(studio: Studio) -> None:
    open_words(studio)
    type_word("unicorn")
    assert studio.find("vocabulary_nothing_label").isVisible()
    assert not words(studio).isVisible()
    press(Keys.Key_Return, Keys.Key_Down, Keys.Key_Return)
    assert studio.prompt == ""
    press(*[Keys.Key_Backspace] * len("unicorn"))
    assert words(studio).isVisible()
    assert not studio.find("vocabulary_nothing_label").isVisible()
    press(Keys.Key_Return)
    assert studio.prompt == ""


@with_pictures
def test_arrows_move_among_the_pictures(studio: Studio) -> None:
    open_words(studio)
    rows = words(studio)
    press(Keys.Key_Down)
    assert current(studio) == "airplane"
    press(Keys.Key_Right, Keys.Key_Right, Keys.Key_Left)
    assert current(studio) == "apple"
    above = rows.visualItemRect(rows.currentItem())
    press(Keys.Key_Down)
    below = rows.visualItemRect(rows.currentItem())
    assert (below.left(), below.top()) == (above.left(), above.bottom() + 1)
    press(Keys.Key_Up)
    assert current(studio) == "apple"
    last_thing, first_colour = STARTER.card.nouns[-1], STARTER.card.colours[0]
    rows.setCurrentRow(row_of(studio, last_thing))
    press(Keys.Key_Right)
    assert current(studio) == first_colour  # over the heading
    press(Keys.Key_Left, Keys.Key_Return)
    assert studio.prompt == last_thing
    assert rows.viewport().rect().contains(rows.visualItemRect(rows.currentItem()))


def painted(studio: Studio, word: str) -> np.ndarray:
    """The cell of a word as it is on the screen, (height, width, 3)."""
    rows, row = words(studio), row_of(studio, word)
    rows.scrollToItem(rows.item(row))
    area = rows.visualItemRect(rows.item(row))
    image = rows.viewport().grab(area).toImage().convertToFormat(QImage.Format.Format_RGBA8888)
    pixels = np.frombuffer(image.constBits(), np.uint8).reshape(image.height(), image.width(), 4)
    return pixels[..., :3].copy()


def in_the_file(place: int) -> np.ndarray:
    """A picture of the starter's sheet, halved."""
    with STARTER.folder.joinpath(FILE).open("rb") as file, Image.open(file) as sheet:
        row, column = divmod(place, COLUMNS)
        box = (column * SIDE, row * SIDE, (column + 1) * SIDE, (row + 1) * SIDE)
        return np.asarray(sheet.convert("RGB").crop(box).resize((SIDE // 2,) * 2, Image.BOX))


@with_pictures
@pytest.mark.parametrize(
    ("word", "place"),
    [("apple", 1), ("red", 121), ("on the sand", 130), ("at night", 137)],
)
def test_a_word_stands_below_its_picture(studio: Studio, word: str, place: int) -> None:
    open_words(studio)
    cell, picture = painted(studio, word).astype(int), in_the_file(place)
    left = (cell.shape[1] - SIDE // 2) // 2
    best = min(
        np.abs(cell[y : y + SIDE // 2, left : left + SIDE // 2] - picture).mean()
        for y in range(cell.shape[0] - SIDE // 2)
    )
    assert best < 3
    assert np.ptp(cell[-20:, 4:-4].mean(-1)) > 60  # the text


@with_pictures
def test_another_word_for_a_picture_has_it_when_searched_for(studio: Studio) -> None:
    open_words(studio)
    height = painted(studio, "in the woods").shape[0]
    type_word("wood")
    assert set(shown(studio)) >= {"on a wooden table", "in the woods", "Also understood"}
    assert painted(studio, "in the woods").shape[0] > height + SIDE // 4


@with_pictures
def test_the_pictures_are_decoded_once(studio: Studio, monkeypatch: pytest.MonkeyPatch) -> None:
    opened: list[object] = []
    read = Path.read_bytes
    monkeypatch.setattr(Path, "read_bytes", lambda path: (opened.append(path.name), read(path))[1])
    for _ in range(3):
        open_words(studio)
        press(Keys.Key_Escape)
        studio.wait_until_gone("vocabulary_popup")
    assert opened == [FILE]
