"""The canvas under real wheel, mouse, pen and key events."""

from dataclasses import replace
from typing import Any

import numpy as np
import pytest
from PySide6.QtCore import QPoint, QPointF, Qt
from PySide6.QtGui import QColor
from PySide6.QtTest import QTest
from scipy import ndimage

from glide_studio.core.document.accepting import accept
from glide_studio.core.geometry import Rect
from glide_studio.core.paint.stroke import Brush, Stroke
from glide_studio.core.raster.raster import Pixels
from glide_studio.core.request.request import Result
from glide_studio.session.editor import Editor
from glide_studio.ui.canvas.canvas import Canvas
from glide_studio.ui.style.theme import current
from tests.fakes import FakeEngine, colour, picture, settings
from tests.ui.canvas_events import (
    LEFT,
    MIDDLE,
    PEN_ERASER,
    RIGHT,
    SHIFT,
    at,
    drag,
    open_canvas,
    pen_stroke,
    pixels,
    shown,
    tools_of,
    turn_wheel,
)
from tests.ui.edits import labels, mask, noise, paste_plain
from tests.ui.studio import Studio

PICTURE = noise()


@pytest.fixture
def canvas(qtbot: Any, editor: Editor) -> Canvas:
    editor.paste(PICTURE)
    return open_canvas(qtbot, editor)


def painted(canvas: Canvas, *points: tuple[float, float, float]) -> Pixels:
    """The mask after a core stroke through points of the widget, each with a pressure."""
    stroke = Stroke(canvas.editor.document.mask, tools_of(canvas).brush)
    for x, y, pressure in points:
        point = canvas.to_document(QPointF(at(canvas, x, y)))
        stroke.extend(point.x(), point.y(), pressure)
    return stroke.mask.raster.to_array()[..., 0]


# The view


def test_the_first_document_is_fitted(canvas: Canvas) -> None:
    for x, y in ((0, 0), (400, 300)):
        assert canvas.rect().contains(at(canvas, x, y))
    assert canvas.to_widget(QPointF(200, 150)).toTuple() == pytest.approx((320, 240))


def test_a_document_of_another_size_is_fitted_but_an_edit_keeps_the_view(canvas: Canvas) -> None:
    canvas.set_zoom(3.0)
    canvas.editor.paste(PICTURE)
    assert canvas.zoom == 3.0
    canvas.editor.new()
    assert canvas.zoom == pytest.approx((480 - 64) / 256)


@pytest.mark.parametrize("delta", [120, -120, 7, -3, 240])
def test_the_wheel_zooms_at_the_cursor(canvas: Canvas, delta: int) -> None:
    place = QPointF(217, 391)
    point, zoom = canvas.to_document(place), canvas.zoom
    for _ in range(5):
        turn_wheel(canvas, place, delta)
    assert (canvas.to_widget(point) - place).manhattanLength() < 0.01
    assert canvas.zoom == pytest.approx(zoom * 1.2 ** (5 * delta / 120))


def test_zoom_stays_in_its_range_and_is_announced(qtbot: Any, canvas: Canvas) -> None:
    with qtbot.waitSignal(canvas.zoom_changed) as announced:
        canvas.set_zoom(1000)
    assert announced.args == [64.0]
    canvas.set_zoom(0)
    assert canvas.zoom == 0.01


def test_resizing_fits_a_fitted_document_or_keeps_the_middle(canvas: Canvas) -> None:
    canvas.resize(900, 700)
    assert canvas.to_widget(QPointF(200, 150)) == QPointF(450, 350)
    assert canvas.zoom == pytest.approx((900 - 64) / 400)
    canvas.set_zoom(5.0, QPointF(100, 100))
    middle = canvas.to_document(QPointF(450, 350))
    canvas.resize(500, 400)
    assert canvas.zoom == 5.0
    assert (canvas.to_widget(middle) - QPointF(250, 200)).manhattanLength() < 0.01


@pytest.mark.parametrize("button", [LEFT, MIDDLE])
def test_space_or_the_middle_button_pans(canvas: Canvas, button: Qt.MouseButton) -> None:
    before = canvas.to_widget(QPointF(0, 0))
    if button == LEFT:
        QTest.keyPress(canvas, Qt.Key.Key_Space)
        assert canvas.cursor().shape() == Qt.CursorShape.OpenHandCursor
    drag(canvas, (100, 100), (130, 100), (160, 140), button=button, release=False)
    assert canvas.cursor().shape() == Qt.CursorShape.ClosedHandCursor
    QTest.mouseRelease(canvas, button)
    QTest.keyRelease(canvas, Qt.Key.Key_Space)
    moved = (canvas.to_widget(QPointF(0, 0)) - before) / canvas.zoom
    assert moved.toTuple() == pytest.approx((60, 40), abs=1.4)
    assert not mask(canvas).any()
    assert labels(canvas) == ["New", "Paste"]
    drag(canvas, (200, 150))
    assert mask(canvas).any()


def test_keys_pan_and_zoom(canvas: Canvas) -> None:
    before = canvas.to_widget(QPointF(0, 0))
    QTest.keyClick(canvas, Qt.Key.Key_Right)
    QTest.keyClick(canvas, Qt.Key.Key_Down)
    assert canvas.to_widget(QPointF(0, 0)) == before - QPointF(64, 64)
    canvas.set_zoom(1.0)
    QTest.keyClick(canvas, Qt.Key.Key_Plus)
    QTest.keyClick(canvas, Qt.Key.Key_Plus)
    assert canvas.zoom == pytest.approx(2.0)
    QTest.keyClick(canvas, Qt.Key.Key_Minus)
    assert canvas.zoom == pytest.approx(2**0.5)


def test_the_canvas_has_an_accessible_name_and_takes_focus(canvas: Canvas) -> None:
    assert canvas.objectName() == "canvas"
    assert canvas.accessibleName() == "Canvas"
    assert "Space" in canvas.accessibleDescription()
    assert canvas.focusPolicy() == Qt.FocusPolicy.StrongFocus


# What it shows


def test_transparency_is_a_checkerboard_and_the_theme_surrounds_it(canvas: Canvas) -> None:
    canvas.editor.new()
    seen = {shown(canvas, x, 100) for x in range(40, 80, 2)}
    assert len(seen) == 2
    assert all(60 < value < 140 for grey in seen for value in grey)
    assert QColor(*map(int, pixels(canvas)[2, 2])).name() == current().canvas


def test_the_mask_is_tinted_and_outlined_and_never_hides_the_picture(canvas: Canvas) -> None:
    canvas.mask_style = replace(canvas.mask_style, colour=QColor(255, 0, 0))
    paste_plain(canvas, 255, 0, 0, 255)
    canvas.set_zoom(2.0)
    drag(canvas, (200, 150), (240, 150))
    QTest.mouseMove(canvas, QPoint(5, 5))
    brightness = pixels(canvas)[:, at(canvas, 200, 0).x()].astype(int).sum(axis=1)
    assert brightness.min() < 100  # the picture is red at 255: both lines stand out
    assert brightness.max() > 650
    canvas.editor.paste(PICTURE)
    assert shown(canvas, 210.5, 150.5) != shown(canvas, 211.5, 151.5)


# Strokes


def test_a_drag_paints_the_same_mask_as_a_core_stroke(canvas: Canvas) -> None:
    points = [(100.0, 100.0), (180.0, 120.0), (200.0, 200.0)]
    expected = painted(canvas, *((x, y, 1.0) for x, y in points))
    drag(canvas, *points)
    assert np.array_equal(mask(canvas), expected)
    assert labels(canvas) == ["New", "Paste", "Paint mask"]


def test_undo_and_redo_of_a_stroke_are_shown(canvas: Canvas) -> None:
    before = shown(canvas, 150, 100)
    drag(canvas, (100, 100), (200, 100), (300, 250))
    with_stroke = shown(canvas, 150, 100)
    assert with_stroke != before
    canvas.editor.undo()
    assert shown(canvas, 150, 100) == before
    canvas.editor.redo()
    assert shown(canvas, 150, 100) == with_stroke


def test_eraser_and_eraser_end_of_the_pen_erase_the_mask(canvas: Canvas) -> None:
    drag(canvas, (100, 100), (200, 100))
    pen_stroke(canvas, (110, 100, 1.0), device=PEN_ERASER)
    assert mask(canvas)[100, 110] == 0
    assert not tools_of(canvas).brush.erase
    tools_of(canvas).brush = Brush(size=30, hardness=1, erase=True)
    drag(canvas, (160, 100))
    assert mask(canvas)[100, 160] == 0
    assert mask(canvas)[100, 135] == 255
    drag(canvas, (300, 250))  # nothing to erase here
    assert labels(canvas)[2:] == ["Paint mask", "Erase mask", "Erase mask"]


def test_shift_click_draws_a_line_from_the_last_point(canvas: Canvas) -> None:
    drag(canvas, (50, 50))
    drag(canvas, (350, 250), keys=SHIFT)
    values = mask(canvas)
    for share in np.linspace(0, 1, 20):
        assert values[round(50 + 200 * share), round(50 + 300 * share)] == 255
    assert labels(canvas)[2:] == ["Paint mask", "Paint mask"]


def test_a_right_button_drag_changes_the_brush_and_paints_nothing(canvas: Canvas) -> None:
    canvas.set_zoom(2.0)
    tools_of(canvas).brush = Brush(size=20, hardness=0.5)
    centre, page = at(canvas, 200, 150), pixels(canvas, bare=True)
    QTest.mousePress(canvas, RIGHT, pos=centre)
    QTest.mouseMove(canvas, centre + QPoint(60, 5))
    assert tools_of(canvas).brush == Brush(size=80, hardness=0.5)  # the edge is at the pointer
    QTest.mouseMove(canvas, centre + QPoint(-400, -400))
    assert tools_of(canvas).brush == Brush(size=1, hardness=0)
    QTest.mouseMove(canvas, centre + QPoint(-5, 52))
    assert tools_of(canvas).brush == Brush(size=15, hardness=0.75)
    rows, columns = np.nonzero((pixels(canvas) != page).any(axis=-1))
    assert abs(rows.mean() - centre.y()) < 2  # the circle stays where the drag began
    assert abs(columns.mean() - centre.x()) < 2
    QTest.mouseRelease(canvas, RIGHT, pos=centre + QPoint(-5, 52))
    QTest.mouseMove(canvas, centre + QPoint(90, 90))
    assert tools_of(canvas).brush == Brush(size=15, hardness=0.75)
    assert not mask(canvas).any()


def test_escape_cancels_a_stroke_and_only_then_the_run(studio: Studio) -> None:
    canvas = studio.find("canvas")
    studio.editor.paste(PICTURE)
    drag(canvas, (100, 100), (200, 100))
    before = canvas.editor.document
    studio.engine.endless, studio.engine.step_seconds = True, 0.01
    studio.editor.generation.generate(settings("a lamp"))
    drag(canvas, (250, 200), (300, 250), release=False)
    painted = shown(canvas, 260, 210)
    QTest.keyClick(canvas, Qt.Key.Key_Escape)
    QTest.mouseMove(canvas, at(canvas, 320, 280))
    QTest.mouseRelease(canvas, LEFT, pos=at(canvas, 320, 280))
    assert canvas.editor.document is before
    assert canvas.editor.runs.running is not None
    assert shown(canvas, 260, 210) != painted
    QTest.keyClick(canvas, Qt.Key.Key_Escape)
    assert canvas.editor.runs.running is None


def test_pen_pressure_sets_the_size(canvas: Canvas) -> None:
    canvas.set_zoom(1.0)
    points = (100, 100, 0.25), (150, 100, 1.0), (200, 100, 0.5)
    expected = painted(canvas, *points)
    pen_stroke(canvas, *points)
    assert np.array_equal(mask(canvas), expected)
    heights = [int((expected[:, x] >= 128).sum()) for x in (100, 150, 200)]
    assert heights[0] < heights[2] < heights[1]


def test_the_circle_is_as_large_as_the_brush(canvas: Canvas) -> None:
    canvas.set_zoom(2.0)
    before = pixels(canvas, bare=True)
    tools_of(canvas).brush = Brush(size=50, hardness=1)
    QTest.mouseMove(canvas, QPoint(320, 240))
    rows, columns = np.nonzero((pixels(canvas) != before).any(axis=-1))
    for low, high in ((rows.min(), rows.max()), (columns.min(), columns.max())):
        assert high - low == pytest.approx(100, abs=4)
    assert (rows.min() + rows.max()) / 2 == pytest.approx(240, abs=1)


# Runs


@pytest.mark.parametrize(("size", "end"), [(50, 220), (12, 180)])
def test_a_preview_is_shown_in_its_place(
    size: int, end: int, qtbot: Any, engine: FakeEngine, canvas: Canvas
) -> None:
    canvas.set_zoom(1.0)
    tools_of(canvas).brush = Brush(size=size, hardness=1)
    drag(canvas, (180, 150), (end, 150))
    QTest.mouseMove(canvas, QPoint(2, 2))
    engine.endless, engine.step_seconds = True, 0.01
    canvas.editor.generation.generate(settings("a lamp", seed=2))
    qtbot.waitUntil(lambda: shown(canvas, 180, 150) == colour(2))
    (request,) = engine.requests
    landed = accept(canvas.editor.document, Result(request, picture(2))).composite()
    corner = at(canvas, 0.5, 0.5)
    page = pixels(canvas, bare=True)[corner.y() : corner.y() + 300, corner.x() : corner.x() + 400]
    lines = page.astype(int) - landed[..., :3]
    inside = mask(canvas) >= 128
    edge = ndimage.binary_dilation(inside) != ndimage.binary_erosion(inside)
    frame = np.zeros_like(inside)
    for margin, is_edge in ((1, True), (-1, False)):
        frame[request.bounds.padded(margin).slices_in(Rect(0, 0, 400, 300))] = is_edge
    edge |= frame
    assert np.abs(lines[~edge]).max() <= 1
    canvas.editor.runs.cancel()
    assert shown(canvas, 180, 150) != colour(2)


def test_a_stroke_goes_on_while_a_run_ends(qtbot: Any, engine: FakeEngine, canvas: Canvas) -> None:
    drag(canvas, (100, 100), (140, 100))
    engine.step_seconds = 0.01
    canvas.editor.generation.generate(settings("a lamp"))
    drag(canvas, (250, 200), (300, 200), release=False)
    qtbot.waitUntil(lambda: canvas.editor.runs.running is None)
    assert not mask(canvas).any()
    QTest.mouseMove(canvas, at(canvas, 350, 200))
    QTest.mouseRelease(canvas, LEFT, pos=at(canvas, 350, 200))
    values = mask(canvas)
    assert np.all(values[200, 255:345] == 255)
    assert not values[:150].any()
    assert labels(canvas)[-2:] == ["a lamp", "Paint mask"]


def test_only_the_first_sample_is_previewed(qtbot: Any, engine: FakeEngine, canvas: Canvas) -> None:
    canvas.editor.new()
    engine.endless, engine.step_seconds = True, 0.01
    canvas.editor.generation.generate(settings("a lamp", seed=1, count=3))
    qtbot.waitUntil(lambda: shown(canvas, 128, 128) == colour(1))
    stepped = engine.stepped
    qtbot.waitUntil(lambda: engine.stepped > stepped + 2)
    assert shown(canvas, 128, 128) == colour(1)
    canvas.editor.runs.cancel()
