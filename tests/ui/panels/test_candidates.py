"""The list of candidates under mouse and keys, with the canvas beside it."""

import itertools
from typing import Any

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QImage
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication

from glide_studio.session.preferences import Preferences
from glide_studio.ui.panels.candidates_list import ICON, LOOK, CandidatesList
from glide_studio.ui.style.theme import DARK, LIGHT, ThemeColours, apply_theme, current
from glide_studio.ui.widgets.match_bar import match_shares
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
    return strip.item(row).icon().pixmap(ICON).toImage()


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


def test_more_like_this_is_offered_once_a_candidate_is_selected(studio: Studio) -> None:
    more = studio.find("vary_candidate_action")
    studio.generate("a red apple", seed=1, count=1)
    assert not more.isEnabled()
    studio.generate("a red apple", seed=2, count=2)
    studio.qtbot.waitUntil(more.isEnabled)


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


def bar(strip: CandidatesList, row: int) -> float:
    """The share of the bar below a picture that is filled."""
    image = painted(strip, row)
    y = image.height() - 2
    filled = [image.pixelColor(x, y).name() == current().accent for x in range(image.width())]
    return sum(filled) / len(filled)


def seeds(strip: CandidatesList, studio: Studio) -> list[int]:
    """The seeds of the candidates, in the order of the list."""
    keys = [strip.item(row).data(LOOK).key for row in range(strip.count())]
    found = [studio.editor.review.candidates.find(key) for key in keys]
    return [each.result.request.settings.seed for each in found if each is not None]


@pytest.mark.parametrize("theme", [DARK, LIGHT])
def test_a_bar_below_each_candidate_says_how_well_it_matches_the_prompt(
    app: QApplication, strip: CandidatesList, theme: ThemeColours
) -> None:
    apply_theme(app, theme)  # the matches are 0.37, 0.74 and 0.11
    filled = [bar(strip, row) for row in range(3)]
    assert filled == pytest.approx([(0.37 - 0.11) / (0.74 - 0.11), 1, 0], abs=0.04)
    assert strip.item(1).toolTip().splitlines() == [
        "a red apple, seed 2",
        "Prompt match 0.740, 1 of 3: how well it matches the prompt, according to CLIP; advisory "
        "only",
    ]
    assert "Prompt match 0.110, 3 of 3" in strip.item(2).toolTip()


def test_the_best_match_comes_first_only_if_the_artist_wants(
    studio: Studio, strip: CandidatesList
) -> None:
    assert seeds(strip, studio) == [1, 2, 3]
    studio.sort_candidates("Best match first")
    assert seeds(strip, studio) == [2, 1, 3]
    assert studio.editor.review.shown_candidate.result.request.settings.seed == 1  # as before
    least_seam = studio.find("sort_menu").actions()[2]
    assert not least_seam.isEnabled()  # without a mask there is none
    studio.sort_candidates("As drawn")
    assert seeds(strip, studio) == [1, 2, 3]


def test_a_model_without_clip_has_neither_bars_nor_their_order(studio: Studio) -> None:
    studio.engine.has_clip = False
    studio.generate("a red apple", seed=1, count=2)
    strip: CandidatesList = studio.find("candidates_list")
    assert [bar(strip, row) for row in range(2)] == [0, 0]
    assert strip.item(0).toolTip() == "a red apple, seed 1"
    assert not studio.find("sort_menu").actions()[1].isEnabled()


def test_a_picture_alone_has_no_bar_as_there_is_nothing_to_compare(studio: Studio) -> None:
    studio.generate("a red apple", seed=1, count=1)
    strip: CandidatesList = studio.find("candidates_list")
    assert bar(strip, 0) == 0
    assert "Prompt match 0.370, 1 of 1" in strip.item(0).toolTip()


def test_differences_that_mean_nothing_stay_small() -> None:
    assert match_shares([0.730, 0.727, None]) == pytest.approx([1, 0.94, None])
    assert match_shares([0.3, 0.1, 0.2]) == pytest.approx([1, 0, 0.5])
    assert match_shares([0.3, None]) == [None, None]
