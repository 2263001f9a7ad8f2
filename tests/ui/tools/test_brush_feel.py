"""Opacity, spacing, stabiliser and pressure curves, with mouse and pen in the real window."""

from collections.abc import Iterator

import numpy as np
import pytest
from PySide6.QtCore import QPoint, Qt
from PySide6.QtTest import QTest
from scipy import ndimage

from glide_studio.core.paint.curve import FULL, LINEAR
from glide_studio.core.paint.stroke import Brush
from glide_studio.ui.canvas.canvas import Canvas
from glide_studio.ui.dialogs.pressure_dialog import PRESETS
from tests.ui.canvas_events import LEFT, NO_KEYS, at, drag, drag_over, pen_stroke
from tests.ui.edits import mask, paste_plain
from tests.ui.studio import Studio


@pytest.fixture
def canvas(studio: Studio) -> Canvas:
    paste_plain(studio, 255)
    studio.find("canvas").set_zoom(1.0)
    studio.tools.brush = Brush(size=20, hardness=1)
    return studio.find("canvas")


def test_opacity_limits_what_a_stroke_paints(studio: Studio, canvas: Canvas) -> None:
    studio.find("brush_opacity_slider").setValue(60)
    drag(canvas, (100, 100), (300, 100))
    assert mask(studio).max() == 153
    assert mask(studio)[100, 200] == 153


def test_spacing_leaves_gaps(studio: Studio, canvas: Canvas) -> None:
    studio.find("brush_spacing_slider").setValue(200)
    drag(canvas, (50, 100), (150, 100), (350, 100))
    _, dabs = ndimage.label(mask(studio) > 0)
    assert dabs == 8


@pytest.mark.parametrize("pen", [False, True])
def test_the_stabiliser_steadies_all_but_the_end(studio: Studio, canvas: Canvas, pen: bool) -> None:
    zigzag = [(50 + 4 * step, 150 + 12 * (-1) ** step) for step in range(70)]
    heights = {}
    for length in (0, 60):
        studio.find("brush_stabiliser_slider").setValue(length)
        if pen:
            pen_stroke(canvas, *((x, y, 1.0) for x, y in zigzag))
        else:
            drag(canvas, *zigzag)
        rows = np.flatnonzero((mask(studio)[:, 120:250] > 0).any(axis=1))
        heights[length] = rows[-1] - rows[0]
        assert mask(studio)[zigzag[-1][1], zigzag[-1][0]] == 255
        studio.press("Ctrl+Z")
    assert heights[60] < heights[0] - 12


def test_the_stabilisers_string_is_shown_during_a_stroke(studio: Studio, canvas: Canvas) -> None:
    studio.find("brush_stabiliser_slider").setValue(80)
    drag(canvas, (100, 150), (110, 150), (160, 150), release=False)
    tip, pointer = at(canvas, 100, 150), at(canvas, 160, 150)
    image = canvas.grab().toImage()
    middle = (tip + pointer) / 2 + QPoint(20, 0)
    column = [image.pixelColor(middle + QPoint(0, dy)).lightness() for dy in range(-3, 4)]
    assert min(column) < 130 < max(column)
    QTest.mouseRelease(canvas, LEFT, NO_KEYS, pointer)
    assert mask(studio)[150, 155] == 255


@pytest.fixture
def curves(studio: Studio, canvas: Canvas) -> Iterator[Studio]:
    """The window with the dialog of both pressure curves open."""
    studio.click("brush_pressure_button")
    studio.qtbot.waitExposed(studio.find("size_curve_edit"))
    yield studio
    studio.find("pressure_dialog").close()


def test_pressure_acts_by_curves_and_is_full_with_the_mouse(curves: Studio, canvas: Canvas) -> None:
    curves.click("size_off_button")
    curves.click("opacity_even_button")
    assert (curves.tools.brush.size_curve, curves.tools.brush.opacity_curve) == (FULL, LINEAR)
    pen_stroke(canvas, (50, 100, 0.2), (350, 100, 1.0))
    row = mask(curves)[100].astype(int)
    assert row[52] == pytest.approx(51, abs=12)
    assert (np.diff(row[52:340]) >= 0).all()
    assert (mask(curves)[:, 60] > 0).sum() == (mask(curves)[:, 330] > 0).sum()
    drag(canvas, (50, 200), (350, 200))
    assert (mask(curves)[200, 50:350] == 255).all()


def test_a_curve_is_edited_by_the_mouse(curves: Studio) -> None:
    curve = curves.find("size_curve_edit")
    middle = curve.position_of((0.5, 0.9)).toPoint()
    QTest.mouseClick(curve, LEFT, NO_KEYS, middle)
    assert curves.tools.brush.size_curve.points[1] == pytest.approx((0.5, 0.9), abs=0.01)
    lower, outside = curve.position_of((0.3, 0.2)).toPoint(), QPoint(-200, 40)
    drag_over(curve, middle, lower)
    assert curves.tools.brush.size_curve.points[1] == pytest.approx((0.3, 0.2), abs=0.01)
    drag_over(curve, lower, outside)
    assert len(curves.tools.brush.size_curve.points) == 2


def test_a_curve_is_edited_by_keys(curves: Studio) -> None:
    curve = curves.find("opacity_curve_edit")
    curve.setFocus()
    QTest.keyClick(curve, Qt.Key.Key_Down)
    assert curves.tools.brush.opacity_curve.points[0] == pytest.approx((0, 0.98))
    QTest.keyClick(curve, Qt.Key.Key_Insert)
    QTest.keyClick(curve, Qt.Key.Key_Down)
    QTest.keyClick(curve, Qt.Key.Key_Left)
    assert curves.tools.brush.opacity_curve.points[1] == pytest.approx((0.48, 0.97), abs=0.002)
    QTest.keyClick(curve, Qt.Key.Key_PageUp)
    QTest.keyClick(curve, Qt.Key.Key_Delete)  # an end point cannot be deleted
    assert len(curves.tools.brush.opacity_curve.points) == 3
    QTest.keyClick(curve, Qt.Key.Key_PageDown)
    QTest.keyClick(curve, Qt.Key.Key_Delete)
    assert len(curves.tools.brush.opacity_curve.points) == 2


def test_presets_are_offered_by_name(curves: Studio) -> None:
    curve = curves.find("size_curve_edit")
    for name, preset in zip(("off", "even", "soft", "firm"), PRESETS, strict=True):
        curves.click(f"size_{name}_button")
        assert curves.tools.brush.size_curve == preset
        assert curve.curve == preset
    assert PRESETS[2].at(0.3) > LINEAR.at(0.3) > PRESETS[3].at(0.3)
