"""Opacity, spacing, stabiliser and pressure curves, with mouse and pen in the real window."""

from typing import Any

import numpy as np
import pytest
from PySide6.QtCore import QEvent, QPoint, Qt
from PySide6.QtTest import QTest
from scipy import ndimage

from glide_studio.core.paint.curve import FULL, LINEAR
from glide_studio.core.paint.stroke import Brush
from glide_studio.core.raster.raster import Pixels
from glide_studio.ui.canvas.canvas import Canvas
from glide_studio.ui.dialogs.pressure_dialog import PRESETS, CurveEdit
from tests.ui.canvas_events import LEFT, NO_KEYS, at, drag, use_pen
from tests.ui.studio import Studio


@pytest.fixture
def canvas(studio: Studio) -> Canvas:
    studio.editor.paste(np.full((300, 400, 4), 255, np.uint8))
    found = studio.find("canvas")
    found.set_zoom(1.0)
    studio.tools.brush = Brush(size=20, hardness=1)
    return found


def mask(studio: Studio) -> Pixels:
    return studio.editor.review.mask.read(studio.editor.document.extent.bounds)


def pen_stroke(canvas: Canvas, *points: tuple[float, float, float]) -> None:
    (x, y, pressure), *rest = points
    use_pen(canvas, QEvent.Type.TabletPress, (x, y), pressure)
    for x, y, pressure in rest:
        use_pen(canvas, QEvent.Type.TabletMove, (x, y), pressure)
    use_pen(canvas, QEvent.Type.TabletRelease, (x, y), 0.0)


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
def test_the_stabiliser_steadies_the_hand_and_the_stroke_ends_where_it_lifts(
    studio: Studio, canvas: Canvas, pen: bool
) -> None:
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


def test_the_string_of_the_stabiliser_is_shown_during_a_stroke(
    studio: Studio, canvas: Canvas
) -> None:
    studio.find("brush_stabiliser_slider").setValue(80)
    drag(canvas, (100, 150), (110, 150), (160, 150), release=False)
    tip, pointer = at(canvas, 100, 150), at(canvas, 160, 150)
    image = canvas.grab().toImage()
    middle = (tip + pointer) / 2 + QPoint(20, 0)
    column = [image.pixelColor(middle + QPoint(0, dy)).lightness() for dy in range(-3, 4)]
    assert min(column) < 130 < max(column)
    QTest.mouseRelease(canvas, LEFT, NO_KEYS, pointer)
    assert mask(studio)[150, 155] == 255


def test_pressure_acts_by_the_chosen_curves_and_the_mouse_has_full_pressure(
    studio: Studio, canvas: Canvas
) -> None:
    studio.click("brush_pressure_button")
    studio.click("size_off_button")
    studio.click("opacity_even_button")
    assert (studio.tools.brush.size_curve, studio.tools.brush.opacity_curve) == (FULL, LINEAR)
    pen_stroke(canvas, (50, 100, 0.2), (350, 100, 1.0))
    row = mask(studio)[100].astype(int)
    assert row[52] == pytest.approx(51, abs=12)
    assert (np.diff(row[52:340]) >= 0).all()
    assert (mask(studio)[:, 60] > 0).sum() == (mask(studio)[:, 330] > 0).sum()
    drag(canvas, (50, 200), (350, 200))
    assert (mask(studio)[200, 50:350] == 255).all()
    studio.find("pressure_dialog").close()


def edit(studio: Studio, name: str) -> Any:
    studio.click("brush_pressure_button")
    found: CurveEdit = studio.find(f"{name}_curve_edit")
    studio.qtbot.waitExposed(found)
    return found


def test_a_curve_is_edited_by_the_mouse(studio: Studio, canvas: Canvas) -> None:
    curve = edit(studio, "size")
    middle = curve.position_of((0.5, 0.9)).toPoint()
    QTest.mouseClick(curve, LEFT, NO_KEYS, middle)
    points = studio.tools.brush.size_curve.points
    assert points[1] == pytest.approx((0.5, 0.9), abs=0.01)
    QTest.mousePress(curve, LEFT, NO_KEYS, middle)
    QTest.mouseMove(curve, curve.position_of((0.3, 0.2)).toPoint())
    QTest.mouseRelease(curve, LEFT, NO_KEYS, curve.position_of((0.3, 0.2)).toPoint())
    assert studio.tools.brush.size_curve.points[1] == pytest.approx((0.3, 0.2), abs=0.01)
    QTest.mousePress(curve, LEFT, NO_KEYS, curve.position_of((0.3, 0.2)).toPoint())
    QTest.mouseMove(curve, QPoint(-200, 40))
    QTest.mouseRelease(curve, LEFT, NO_KEYS, QPoint(-200, 40))
    assert len(studio.tools.brush.size_curve.points) == 2
    studio.find("pressure_dialog").close()


def test_a_curve_is_edited_by_keys(studio: Studio, canvas: Canvas) -> None:
    curve = edit(studio, "opacity")
    curve.setFocus()
    QTest.keyClick(curve, Qt.Key.Key_Down)
    assert studio.tools.brush.opacity_curve.points[0] == pytest.approx((0, 0.98))
    QTest.keyClick(curve, Qt.Key.Key_Insert)
    QTest.keyClick(curve, Qt.Key.Key_Down)
    QTest.keyClick(curve, Qt.Key.Key_Left)
    assert studio.tools.brush.opacity_curve.points[1] == pytest.approx((0.48, 0.97), abs=0.002)
    QTest.keyClick(curve, Qt.Key.Key_PageUp)
    QTest.keyClick(curve, Qt.Key.Key_Delete)  # an end point cannot be deleted
    assert len(studio.tools.brush.opacity_curve.points) == 3
    QTest.keyClick(curve, Qt.Key.Key_PageDown)
    QTest.keyClick(curve, Qt.Key.Key_Delete)
    assert len(studio.tools.brush.opacity_curve.points) == 2
    studio.find("pressure_dialog").close()


def test_presets_are_offered_by_name(studio: Studio, canvas: Canvas) -> None:
    curve = edit(studio, "size")
    for name, preset in zip(("off", "even", "soft", "firm"), PRESETS, strict=True):
        studio.click(f"size_{name}_button")
        assert studio.tools.brush.size_curve == preset
        assert curve.curve == preset
    assert PRESETS[2].at(0.3) > LINEAR.at(0.3) > PRESETS[3].at(0.3)
    studio.find("pressure_dialog").close()
