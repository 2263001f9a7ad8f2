"""Comparing two states of the picture, in the real window."""

from pathlib import Path
from typing import Any

import numpy as np
import pytest
from PySide6.QtCore import QPoint, Qt
from PySide6.QtTest import QTest

from glide_studio.core.geometry import Extent
from glide_studio.core.raster.colour import Colour
from glide_studio.core.raster.raster import Pixels
from glide_studio.core.raster.resample import Resampling
from glide_studio.session.autosave import Autosave
from glide_studio.session.comparison import CompareMode
from tests.fakes import colour
from tests.ui.canvas_events import drag, drag_over, rgba_of, turn_wheel
from tests.ui.edits import labels, paste_plain
from tests.ui.studio import Studio

RED, BLUE = (200, 30, 30), (30, 60, 200)


@pytest.fixture
def compared(studio: Studio) -> Studio:
    """A red picture that was filled with blue; it is compared by the slider."""
    paste_plain(studio, *RED, 255)
    studio.editor.layers.fill(Colour(*BLUE))
    studio.qtbot.waitUntil(lambda: labels(studio)[-1] == "Fill")
    studio.press("J")
    wait_for_sides(studio)
    return studio


def wait_for_sides(studio: Studio) -> None:
    studio.qtbot.waitUntil(lambda: studio.editor.comparison.documents is not None)


def seen(studio: Studio) -> Pixels:
    """What lies where the canvas and the other side are, (height, width, 3)."""
    centre = studio.find("canvas").parentWidget()
    return rgba_of(centre.grab().toImage())[..., :3]


def at(studio: Studio, x: float, y: float) -> tuple[int, ...]:
    """The colour seen at shares of the width and height of the whole area."""
    pixels = seen(studio)
    height, width = pixels.shape[:2]
    return tuple(pixels[int(y * height), int(x * width)].tolist())


def test_the_line_divides_the_two_sides_and_is_dragged(compared: Studio) -> None:
    canvas, before = compared.find("canvas"), compared.editor.document
    assert compared.find("compare_left_combo").currentText() == "2. Paste"
    assert compared.find("compare_right_combo").currentText() == "Document now"
    assert (at(compared, 0.45, 0.4), at(compared, 0.55, 0.4)) == (RED, BLUE)
    middle, high = canvas.width() // 2, round(0.4 * canvas.height())
    corner = canvas.mapTo(compared.window, QPoint(0, 0))
    places = [corner + QPoint(middle + way, high) for way in (-2, 58)]  # over the left side
    drag_over(compared.window.windowHandle(), *places)
    assert compared.editor.comparison.split == pytest.approx(0.5 + 58 / canvas.width(), abs=0.01)
    assert (at(compared, 0.56, 0.4), at(compared, 0.64, 0.4)) == (RED, BLUE)
    QTest.keyClick(canvas, Qt.Key.Key_Left, Qt.KeyboardModifier.ShiftModifier)
    assert compared.editor.comparison.split == pytest.approx(0.48 + 58 / canvas.width(), abs=0.01)
    assert compared.editor.document is before


def test_side_by_side_both_have_the_same_view(compared: Studio) -> None:
    canvas, other = compared.find("canvas"), compared.find("compare_view")
    compared.press("2")
    assert other.geometry().right() < canvas.geometry().left()
    assert canvas.size() == other.size()
    assert (at(compared, 0.25, 0.5), at(compared, 0.75, 0.5)) == (RED, BLUE)
    turn_wheel(canvas, canvas.rect().center().toPointF(), 240)
    assert other.view == canvas.view
    drag(canvas, (200, 150), (230, 170))  # pans
    assert other.view == canvas.view
    drag_over(other, QPoint(50, 50), QPoint(80, 90))
    assert canvas.view == other.view
    compared.press("Ctrl+0")
    assert canvas.saved_view is None
    assert other.view == canvas.view
    compared.press("Esc")
    assert not other.isVisible()
    assert canvas.geometry() == canvas.parentWidget().rect()


def test_blinking_shows_one_and_then_the_other(compared: Studio, qtbot: Any) -> None:
    compared.press("3")
    left, right = compared.find("compare_left_combo"), compared.find("compare_right_combo")
    assert at(compared, 0.3, 0.5) == at(compared, 0.7, 0.5) == RED
    assert (left.property("seen"), right.property("seen")) == (True, False)
    qtbot.waitUntil(lambda: right.property("seen"))
    assert at(compared, 0.3, 0.5) == at(compared, 0.7, 0.5) == BLUE
    qtbot.waitUntil(lambda: left.property("seen"))
    assert at(compared, 0.3, 0.5) == RED
    compared.press("J")
    assert at(compared, 0.3, 0.5) == BLUE
    assert not compared.find("compare_bar").isVisible()


def test_the_modes_are_chosen_by_buttons_and_the_sides_swapped(compared: Studio) -> None:
    compared.click("compare_beside_button")
    assert compared.editor.comparison.mode is CompareMode.SIDE_BY_SIDE
    assert compared.find("compare_beside_action").isChecked()
    assert not compared.find("compare_split_action").isChecked()
    compared.click("compare_swap_button")
    compared.qtbot.waitUntil(lambda: at(compared, 0.25, 0.5) == BLUE)
    assert at(compared, 0.75, 0.5) == RED
    compared.choose("compare_right_combo", "Document now")
    compared.qtbot.waitUntil(lambda: at(compared, 0.75, 0.5) == BLUE)
    compared.click("compare_close_button")
    assert not compared.editor.comparison.is_on


def test_another_tool_ends_the_comparison_and_paints_on_the_document(compared: Studio) -> None:
    canvas, mask = compared.find("canvas"), compared.editor.document.mask
    assert canvas.tool is compared.tools.compare
    drag(canvas, (100, 100), (150, 100))
    assert compared.editor.document.mask is mask
    compared.press("B")
    assert not compared.editor.comparison.is_on
    assert canvas.tool is compared.tools.mask_brush
    compared.stroke((100, 100), (150, 100))
    assert labels(compared)[-1] == "Paint mask"


def test_ending_the_comparison_returns_to_the_previous_tool(compared: Studio) -> None:
    compared.press("Esc")
    compared.press("V")
    compared.press("J")
    wait_for_sides(compared)
    compared.press("C")  # crop goes back to the tool before it when it ends
    compared.press("Esc")
    assert compared.find("canvas").tool is compared.tools.move


def test_undo_shows_at_once_what_the_document_is_now(compared: Studio) -> None:
    compared.press("Ctrl+Z")
    compared.qtbot.waitUntil(lambda: at(compared, 0.55, 0.4) == RED)
    assert compared.editor.comparison.is_on
    compared.editor.new()
    assert not compared.editor.comparison.is_on
    assert not compared.find("compare_action").isEnabled()


def test_a_shown_candidate_is_compared_with_the_document(compared: Studio, qtbot: Any) -> None:
    compared.press("Esc")
    compared.press("Ctrl+A")
    compared.generate("a red apple", seed=3, count=2)
    qtbot.waitUntil(lambda: compared.editor.review.is_pending)
    qtbot.waitUntil(lambda: not compared.editor.review.is_preparing)
    compared.press("J")
    wait_for_sides(compared)
    right = compared.find("compare_right_combo").currentText()
    assert right == "Candidate: a red apple, seed 3"
    left_document, right_document = compared.editor.comparison.documents or (None, None)
    assert left_document is not None
    assert right_document is not None
    assert len(right_document.layers) == len(left_document.layers) + 1
    assert at(compared, 0.45, 0.4) == BLUE
    assert at(compared, 0.55, 0.4) == colour(3)
    compared.choose("compare_left_combo", "Candidate: a red apple, seed 4")
    qtbot.waitUntil(lambda: at(compared, 0.45, 0.4) == colour(4))
    assert compared.editor.review.is_pending


def test_pictures_of_different_sizes_are_compared_at_the_larger_one(compared: Studio) -> None:
    compared.press("Esc")
    compared.editor.image.scale(Extent(800, 600), Resampling.BILINEAR)
    compared.qtbot.waitUntil(lambda: compared.editor.document.extent == Extent(800, 600))
    compared.press("J")
    wait_for_sides(compared)
    documents = compared.editor.comparison.documents
    assert documents is not None
    assert [each.extent for each in documents] == [Extent(800, 600)] * 2
    assert np.array_equal(documents[0].composite()[599, 799], (*RED, 255))
    assert (at(compared, 0.45, 0.4), at(compared, 0.55, 0.4)) == (RED, BLUE)


def test_a_step_that_is_only_on_disk_is_compared(
    compared: Studio, tmp_path: Path, qtbot: Any
) -> None:
    compared.press("Esc")
    document = compared.editor.open_document
    autosave = Autosave(compared.editor, tmp_path / "journal")
    try:
        compared.stroke((100, 100), (150, 100))
        qtbot.waitUntil(lambda: autosave.is_up_to_date)
        document.state.unload({document.history.entries[1].number}, 0)
        compared.press("J")
        wait_for_sides(compared)
        assert (at(compared, 0.45, 0.4), at(compared, 0.55, 0.4)) == (RED, BLUE)
    finally:
        autosave.close(keep=False)
