"""The list of candidates under mouse and keys, with the canvas beside it."""

import itertools
from typing import Any

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QImage
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication

from glide_studio.session.preferences import Preferences
from glide_studio.ui.panels.candidates_list import LOOK, THUMBNAIL, CandidatesList
from glide_studio.ui.style.theme import DARK, LIGHT, apply_theme, current
from tests.fakes import colour
from tests.ui.canvas_events import shown
from tests.ui.studio import Studio, click_row


def document(studio: Studio) -> tuple[int, ...] | None:
    """The document's colour, None while it is blank."""
    return None if studio.editor.document.is_blank else studio.shown()


def canvas(studio: Studio) -> tuple[int, ...]:
    """The colour that the canvas shows in the middle of the picture."""
    return shown(studio.find("canvas"), 128, 128)


def wait_for(studio: Studio, seed: int) -> None:
    """Wait until the canvas shows the picture of a seed."""
    studio.qtbot.waitUntil(lambda: canvas(studio) == colour(seed))


def painted(strip: CandidatesList, row: int) -> QImage:
    return strip.item(row).icon().pixmap(THUMBNAIL, THUMBNAIL).toImage()


def thumbnail(strip: CandidatesList, row: int) -> tuple[int, ...]:
    image = painted(strip, row)
    return image.pixelColor(image.rect().center()).getRgb()[:3]


def colours_of(strip: CandidatesList, row: int) -> set[str]:
    image = painted(strip, row)
    places = itertools.product(range(image.width()), range(image.height()))
    return {image.pixelColor(x, y).name() for x, y in places}


def rows(strip: CandidatesList) -> list[tuple[bool, bool]]:
    """For each cell, whether it is accepted and whether it is discarded."""
    looks = [strip.item(row).data(LOOK) for row in range(strip.count())]
    return [(look.held, look.discarded) for look in looks]


@pytest.fixture
def strip(studio: Studio) -> CandidatesList:
    """Three candidates with seeds 1 to 3; the first is shown."""
    studio.generate("a red apple", seed=1, count=3)
    found: CandidatesList = studio.find("candidates_list")
    found.setFocus()
    wait_for(studio, 1)
    return found


def test_every_picture_streams_into_its_own_cell(studio: Studio) -> None:
    strip: CandidatesList = studio.find("candidates_list")
    assert not strip.isVisible()
    studio.engine.endless, studio.engine.step_seconds = True, 0.01
    studio.ask("a red apple", seed=1, count=3)
    studio.qtbot.waitUntil(lambda: strip.count() == 3 and thumbnail(strip, 2) == colour(3))
    assert [thumbnail(strip, row) for row in range(3)] == [colour(1), colour(2), colour(3)]
    wait_for(studio, 1)
    click_row(strip, 1)
    wait_for(studio, 2)
    studio.press("Esc")
    assert strip.count() == 0
    assert document(studio) is None


def test_a_click_shows_a_candidate_and_enter_accepts_it(
    studio: Studio, strip: CandidatesList
) -> None:
    assert (document(studio), strip.currentRow()) == (None, 0)
    assert not studio.find("welcome_label").isVisible()
    click_row(strip, 2)
    wait_for(studio, 3)
    assert document(studio) is None
    QTest.keyClick(strip, Qt.Key.Key_Return)
    assert document(studio) == colour(3)
    assert rows(strip) == [(False, False), (False, False), (True, False)]
    studio.press("Ctrl+Z")
    assert document(studio) is None
    assert rows(strip)[2] == (False, False)


def test_arrow_keys_select_and_space_shows_the_original(
    studio: Studio, strip: CandidatesList
) -> None:
    QTest.keyClick(strip, Qt.Key.Key_Right)
    wait_for(studio, 2)
    QTest.keyPress(strip, Qt.Key.Key_Space)
    studio.qtbot.waitUntil(lambda: canvas(studio) != colour(2))
    assert studio.find("compare_slider").value() == 0
    QTest.keyRelease(strip, Qt.Key.Key_Space)
    wait_for(studio, 2)
    assert studio.find("compare_slider").value() == 100
    QTest.keyClick(strip, Qt.Key.Key_Left)
    wait_for(studio, 1)
    studio.press("Esc", "prompt_edit")
    assert studio.editor.review.shown_candidate is None
    assert studio.find("welcome_label").isVisible()
    assert not studio.find("cancel_action").isEnabled()


def test_the_slider_fades_between_before_and_after(studio: Studio, strip: CandidatesList) -> None:
    studio.click("accept_button")
    studio.generate("a red apple", seed=5, count=2)
    wait_for(studio, 5)
    slider = studio.find("compare_slider")
    slider.setFocus()
    QTest.keyClick(slider, Qt.Key.Key_Home)
    wait_for(studio, 1)
    QTest.keyClick(slider, Qt.Key.Key_PageUp)
    mixed = canvas(studio)
    assert mixed not in (colour(1), colour(5))
    QTest.keyClick(slider, Qt.Key.Key_End)
    wait_for(studio, 5)
    assert document(studio) == colour(1)


def test_delete_discards_a_candidate_and_restores_a_discarded_one(
    studio: Studio, strip: CandidatesList
) -> None:
    assert not studio.find("discarded_button").isEnabled()
    QTest.keyClick(strip, Qt.Key.Key_Delete)
    wait_for(studio, 2)
    assert (strip.count(), strip.currentRow()) == (2, 0)
    studio.click("discard_button")
    wait_for(studio, 3)
    studio.click("discarded_button")
    assert [discarded for _, discarded in rows(strip)] == [True, True, False]
    assert "discarded" in strip.item(0).toolTip()
    click_row(strip, 0)
    wait_for(studio, 1)
    assert studio.find("discard_button").text() == "Restore"
    studio.click("discard_button")
    assert [discarded for _, discarded in rows(strip)] == [False, True, False]
    studio.click("accept_button")
    assert document(studio) == colour(1)
    studio.click("discarded_button")
    assert strip.count() == 2


def test_a_single_picture_is_accepted_at_once_unless_preferred_otherwise(
    studio: Studio,
) -> None:
    studio.generate("a red apple", seed=4, count=1)
    assert document(studio) == colour(4)
    strip: CandidatesList = studio.find("candidates_list")
    assert rows(strip) == [(True, False)]
    studio.find("accept_single_action").trigger()
    assert Preferences().accept_single is False
    studio.generate("a red apple", seed=5, count=1)
    wait_for(studio, 5)
    assert document(studio) == colour(4)


def test_a_stroke_on_the_shown_candidate_starts_a_new_mask(studio: Studio, photograph: Any) -> None:
    studio.open(photograph)
    studio.stroke((60, 60), (90, 60))
    studio.generate("a red apple", seed=1, count=2)
    studio.qtbot.waitUntil(lambda: studio.editor.review.is_pending)
    assert studio.mode == "Inpaint the masked area"
    studio.stroke((300, 250), (330, 250))
    assert studio.editor.document.mask.bounds().x > 200
    studio.generate(count=1)
    names = [layer.name for layer in studio.editor.document.layers]
    assert names == ["Background", "a red apple", "a red apple 2"]


def test_keys_work_from_wherever_the_focus_is(studio: Studio, strip: CandidatesList) -> None:
    for keys, seed in (("Alt+Right", 2), ("Alt+Right", 3), ("Alt+Right", 3), ("Alt+Left", 2)):
        studio.press(keys, "prompt_edit")
        wait_for(studio, seed)
    studio.press("Alt+Del", "prompt_edit")
    wait_for(studio, 3)
    studio.press("\\")
    studio.qtbot.waitUntil(lambda: canvas(studio) != colour(3))
    studio.press("\\")
    wait_for(studio, 3)
    studio.press("Alt+Return", "prompt_edit")
    assert document(studio) == colour(3)
    assert studio.prompt == "a red apple"


def test_more_like_this_adds_candidates_to_the_batch(studio: Studio, strip: CandidatesList) -> None:
    QTest.keyClick(strip, Qt.Key.Key_Right)
    wait_for(studio, 2)
    studio.click("accept_button")
    studio.find("variation_strength_spin").setValue(40)
    studio.click("more_button")
    studio.finish()
    request = studio.engine.requests[-1]
    assert request.source.strength == 0.4
    assert (request.settings.count, request.settings.prompt) == (4, "a red apple")
    assert tuple(request.source.picture[9, 9]) == colour(2)
    assert strip.count() == 7
    assert document(studio) == colour(2)
    wait_for(studio, request.settings.seed)
    studio.click("accept_button")
    assert document(studio) == colour(request.settings.seed)
    assert len(studio.editor.document.layers) == 1


def test_cells_of_waiting_pictures_say_so(studio: Studio) -> None:
    strip: CandidatesList = studio.find("candidates_list")
    studio.engine.endless, studio.engine.step_seconds = True, 0.01
    studio.ask("a {red|blue} bell", seed=1, count=3)
    studio.qtbot.waitUntil(lambda: strip.count() == 3 and thumbnail(strip, 0) == colour(1))
    words = [strip.item(row).data(Qt.ItemDataRole.AccessibleTextRole) for row in range(3)]
    assert [text.partition(", ")[2] for text in words] == ["generating", "waiting", "waiting"]
    assert strip.item(2).toolTip() == words[2]
    assert {current().field, current().text_muted} < colours_of(strip, 2)  # text on a background
    click_row(strip, 2)
    wait_for(studio, 1)  # the only picture so far
    studio.press("Esc")
    studio.qtbot.waitUntil(lambda: strip.count() == 0)


def test_thumbnails_take_on_the_colours_of_another_theme(
    app: QApplication, studio: Studio, strip: CandidatesList
) -> None:
    studio.click("accept_button")
    assert DARK.accent in colours_of(strip, 0)
    apply_theme(app, LIGHT)
    assert DARK.accent not in colours_of(strip, 0)
    assert LIGHT.accent in colours_of(strip, 0)


def test_four_pictures_are_seen_at_once_in_a_window_of_1280_x_800(
    app: QApplication, studio: Studio
) -> None:
    studio.window.resize(1280, 800)
    studio.generate("a red apple", seed=1, count=4)
    strip: CandidatesList = studio.find("candidates_list")
    studio.qtbot.waitUntil(lambda: strip.count() == 4 and strip.isVisible())
    seen = strip.viewport().rect()
    assert all(seen.contains(strip.visualItemRect(strip.item(row))) for row in range(4))
