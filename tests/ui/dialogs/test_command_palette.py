"""Finding a command by a few letters."""

from itertools import pairwise

import pytest
from hypothesis import given
from hypothesis import strategies as st
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QTreeWidget

from glide_studio.ui.dialogs.command_tree import fit
from tests.ui.studio import Studio, click_item

words = st.text(st.characters(codec="ascii", categories=["L", "Zs"]), max_size=12)


@given(words, st.data())
def test_letters_in_the_right_order_match(text: str, data: st.DataObject) -> None:
    places = sorted(data.draw(st.sets(st.integers(0, max(0, len(text) - 1)), max_size=len(text))))
    typed = "".join(text[place] for place in places) if text else ""
    assert fit(typed, text) is not None


@given(words)
def test_an_additional_letter_does_not_match(text: str) -> None:
    typed = "".join(text.split())
    assert fit(typed + "e" * (text.casefold().count("e") + 1), text) is None


@pytest.mark.parametrize(
    ("typed", "better", "worse"),
    [
        ("sa", "Save As…", "Paste as Layer"),
        ("und", "Undo", "Round the Edge"),
        ("zi", "Zoom In", "Puzzling"),
        ("new", "New", "Next Window"),
    ],
)
def test_word_starts_and_consecutive_letters_match_best(
    typed: str, better: str, worse: str
) -> None:
    scores = [fit(typed, text) for text in (better, worse)]
    assert None not in scores
    assert scores[0] > scores[1]


@pytest.fixture
def commands(studio: Studio) -> QTreeWidget:
    """The list of the open palette."""
    studio.press("Ctrl+Shift+P")
    studio.wait_for("command_palette")
    return studio.find("palette_list")


def rows(commands: QTreeWidget) -> list[list[str]]:
    items = [commands.topLevelItem(row) for row in range(commands.topLevelItemCount())]
    return [[item.text(column) for column in range(3)] for item in items]


def press(studio: Studio, key: Qt.Key) -> None:
    studio.key("palette_edit", key)


def test_the_palette_lists_every_command_with_menu_and_keys(
    studio: Studio, commands: QTreeWidget
) -> None:
    found = rows(commands)
    visible = [action for action in studio.window.actions() if action.isVisible()]
    assert len(found) == len(visible)
    assert ["Undo", "Edit", "Ctrl+Z"] in found
    press(studio, Qt.Key.Key_Escape)
    studio.wait_until_gone("command_palette")


def test_return_runs_the_best_match(studio: Studio, commands: QTreeWidget) -> None:
    studio.type("palette_edit", "actu")
    press(studio, Qt.Key.Key_Return)
    assert studio.find("canvas").zoom == 1
    studio.wait_until_gone("command_palette")


def test_arrow_keys_select_and_a_click_runs_a_command(
    studio: Studio, commands: QTreeWidget
) -> None:
    studio.type("palette_edit", "zoom")
    texts = [row[0] for row in rows(commands)]
    assert texts[:2] == ["Zoom In", "Zoom Out"]
    press(studio, Qt.Key.Key_Down)
    assert commands.currentItem().text(0) == "Zoom Out"
    before = studio.find("canvas").zoom
    click_item(commands, commands.currentItem())
    assert studio.find("canvas").zoom < before


def test_a_disabled_command_is_not_run(studio: Studio, commands: QTreeWidget) -> None:
    studio.type("palette_edit", "undo")
    assert rows(commands)[0][0] == "Undo"
    assert commands.topLevelItem(0).isDisabled()
    click_item(commands, commands.topLevelItem(0))
    assert studio.find("command_palette").isVisible()


def test_better_matches_come_first(studio: Studio, commands: QTreeWidget) -> None:
    studio.type("palette_edit", "sav")
    texts = [row[0] for row in rows(commands)]
    scores = [max(fit("sav", text) or -99, fit("sav", f"x {text}") or -99) for text in texts]
    assert texts[0] == "Save"
    assert all(one >= other for one, other in pairwise(scores))


def test_a_sentence_says_that_nothing_matches(studio: Studio, commands: QTreeWidget) -> None:
    assert not studio.find("palette_nothing_label").isVisible()
    studio.type("palette_edit", "zzqq")
    assert rows(commands) == []
    assert studio.find("palette_nothing_label").isVisible()
    press(studio, Qt.Key.Key_Return)
    assert studio.find("command_palette").isVisible()
    for _ in range(4):
        press(studio, Qt.Key.Key_Backspace)
    assert not studio.find("palette_nothing_label").isVisible()
    assert commands.isVisible()
