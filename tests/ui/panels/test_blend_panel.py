"""The blend panel under mouse and keys, with canvas and candidates beside it."""

from pathlib import Path

import numpy as np
import pytest
from PySide6.QtCore import QPoint
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QSlider, QStyle, QStyleOptionSlider

from glide_studio.core.document.blend import Blend, Ground
from glide_studio.core.document.edit import Edit
from glide_studio.ui.panels.candidates_list import LOOK
from tests.fakes import FakeEngine, colour
from tests.ui.canvas_events import LEFT, NO_KEYS, shown
from tests.ui.edits import labels
from tests.ui.studio import Studio

MIDDLE, BESIDE = (200, 150), (200, 126)
"""In the object, and in the mask beside it."""


@pytest.fixture
def engine() -> FakeEngine:
    matte = np.zeros((256, 256), np.uint8)
    matte[112:144, 112:144] = 255
    return FakeEngine(matte=matte)


@pytest.fixture
def fill(studio: Studio, photograph: Path) -> Studio:
    """A picture with a mask painted in its middle."""
    studio.window.resize(1200, 1000)
    studio.open(photograph)
    studio.stroke((190, 140), (210, 140), (210, 160), (190, 160), (190, 140))
    studio.find("blend_panel_action").trigger()
    return studio


def edit(studio: Studio) -> Edit:
    found = studio.editor.document.layers[-1].edit
    assert found is not None
    return found


def accepted(studio: Studio) -> None:
    studio.generate("a cat", seed=5, count=1)
    studio.qtbot.waitUntil(lambda: len(studio.editor.document.layers) == 2)


def wait_for_blend(studio: Studio, ground: Ground) -> None:
    studio.qtbot.waitUntil(lambda: edit(studio).blend.ground is ground)


def test_the_panel_shows_and_sets_the_ground_of_the_accepted_fill(fill: Studio) -> None:
    before = fill.shown(*BESIDE)
    accepted(fill)
    assert fill.find("blend_ground_combo").currentText() == "Keep the picture's"
    assert fill.shown(*BESIDE) == before
    assert fill.shown(*MIDDLE) == colour(5)
    fill.choose("blend_ground_combo", "As made")
    wait_for_blend(fill, Ground.AS_MADE)
    assert fill.shown(*BESIDE) == colour(5)
    assert not fill.find("blend_seamless_combo").isVisible()
    fill.choose("blend_ground_combo", "Match")
    wait_for_blend(fill, Ground.MATCH)
    assert fill.find("blend_seamless_combo").isVisible()
    fill.choose("blend_seamless_combo", "Off")
    matched = Blend(edit(fill).blend.feather, Ground.MATCH)
    fill.qtbot.waitUntil(lambda: edit(fill).blend == matched)
    fill.press("Ctrl+Z")
    assert edit(fill).blend != matched
    assert labels(fill)[2] == "a cat"


def test_a_drag_of_a_slider_is_one_step(fill: Studio) -> None:
    accepted(fill)
    fill.choose("blend_ground_combo", "As made")
    wait_for_blend(fill, Ground.AS_MADE)
    seam = fill.find("blend_seam_label")
    fill.qtbot.waitUntil(lambda: "Proposed" in seam.text())  # then the panel has its final size
    fill.qtbot.wait(50)
    steps = len(labels(fill))
    slider: QSlider = fill.find("blend_feather_slider")
    start = edit(fill).blend.feather
    option = QStyleOptionSlider()
    slider.initStyleOption(option)
    handle = QStyle.SubControl.SC_SliderHandle
    kind = QStyle.ComplexControl.CC_Slider
    at = slider.style().subControlRect(kind, option, handle, slider).center()
    QTest.mousePress(slider, LEFT, NO_KEYS, at)
    for x in range(at.x(), slider.width() - 2, 8):
        QTest.mouseMove(slider, QPoint(x, at.y()))
        fill.qtbot.wait(5)
    QTest.mouseRelease(slider, LEFT, NO_KEYS, QPoint(slider.width() - 2, at.y()))
    fill.qtbot.waitUntil(lambda: edit(fill).blend.feather == slider.value())
    assert slider.value() > start
    assert len(labels(fill)) == steps + 1


def test_the_shown_candidate_is_blended_before_it_is_accepted(fill: Studio) -> None:
    fill.generate("a cat", seed=5, count=2)
    fill.find("blend_panel_action").trigger()
    canvas = fill.find("canvas")
    review = fill.editor.review
    fill.qtbot.waitUntil(lambda: review.is_pending and not review.is_preparing)
    fill.qtbot.waitUntil(lambda: shown(canvas, *MIDDLE) == colour(5))
    assert shown(canvas, *BESIDE) != colour(5)
    assert not fill.find("mask_from_matte_button").isEnabled()
    fill.choose("blend_ground_combo", "As made")
    fill.qtbot.waitUntil(lambda: shown(canvas, *BESIDE) == colour(5))
    fill.press("Alt+Return")
    fill.qtbot.waitUntil(lambda: len(fill.editor.document.layers) == 2)
    assert fill.shown(*BESIDE) == colour(5)


def test_the_seam_is_told_and_the_proposed_blend_comes_back(fill: Studio) -> None:
    accepted(fill)
    seam, button = fill.find("blend_seam_label"), fill.find("blend_propose_button")
    fill.qtbot.waitUntil(lambda: seam.text().startswith("Seam "))
    assert seam.text().endswith("Proposed: “Keep the picture's”")
    assert not button.isEnabled()
    fill.choose("blend_ground_combo", "As made")
    wait_for_blend(fill, Ground.AS_MADE)
    fill.qtbot.waitUntil(button.isEnabled)
    fill.click("blend_propose_button")
    wait_for_blend(fill, Ground.KEEP)


def test_the_matte_is_painted_on(fill: Studio) -> None:
    accepted(fill)
    fill.click("mask_from_matte_button")
    assert not fill.editor.document.mask.is_empty
    fill.stroke((200, 126), (201, 127))
    fill.click("matte_from_mask_button")
    fill.qtbot.waitUntil(lambda: labels(fill)[-1] == "Matte from mask")
    assert fill.editor.document.mask.is_empty
    assert fill.shown(*BESIDE) == colour(5)


def test_changed_pixels_are_tinted(fill: Studio) -> None:
    accepted(fill)
    canvas = fill.find("canvas")
    plain = shown(canvas, *MIDDLE), shown(canvas, *BESIDE)
    fill.click("show_changes_button")
    assert fill.find("show_changes_button").isChecked()
    assert shown(canvas, *MIDDLE) != plain[0]
    assert shown(canvas, *BESIDE) == plain[1]
    fill.choose("blend_ground_combo", "As made")
    fill.qtbot.waitUntil(lambda: shown(canvas, *BESIDE) != plain[1])
    fill.click("show_changes_button")
    assert shown(canvas, *MIDDLE) == plain[0]


def test_without_a_fill_the_panel_says_what_it_is_for(studio: Studio) -> None:
    studio.find("blend_panel_action").trigger()
    assert not studio.find("blend_ground_combo").isVisible()
    assert not studio.find("mask_from_matte_action").isEnabled()


def test_each_candidate_of_a_mask_has_its_seam_and_can_be_sorted(fill: Studio) -> None:
    fill.generate("a cat", seed=5, count=3)
    strip = fill.find("candidates_list")
    cells = [strip.item(row).data(LOOK) for row in range(3)]
    assert all(cell.figure and "\nSeam " in cell.words for cell in cells)
    fill.sort_candidates("Least seam first")
    figures = [float(strip.item(row).data(LOOK).figure) for row in range(3)]
    assert figures == sorted(figures)
    assert fill.editor.review.order == "seam"
