"""The events that the canvas passes on to its tool."""

from typing import Any

import numpy as np
import pytest
from PySide6.QtCore import QEvent, QPointF, QRectF, Qt
from PySide6.QtGui import QColor, QKeyEvent, QPainter
from PySide6.QtTest import QTest

from glide_studio.session.editor import Editor
from glide_studio.ui.canvas.canvas import Canvas
from glide_studio.ui.canvas.tool import Tool, Touch
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
    tools_of,
    use_pen,
)

INK = QColor(1, 2, 3)


class Recorder(Tool):
    """Records the events it receives; draws a square at the last position."""

    cursor = Qt.CursorShape.PointingHandCursor
    is_busy = False

    def __init__(self, canvas: Canvas) -> None:
        super().__init__(canvas)
        self.lines: list[str] = []
        self.touches: list[Touch] = []

    def press(self, touch: Touch) -> None:
        self.is_busy = True
        self._note("press", touch)

    def move(self, touch: Touch) -> None:
        self._note("move", touch)

    def release(self, touch: Touch) -> None:
        self.is_busy = False
        self._note("release", touch)

    def double_click(self, touch: Touch) -> None:
        self._note("double_click", touch)

    def cancel(self) -> None:
        self.is_busy = False
        self.lines.append("cancel")

    def takes(self, event: QKeyEvent) -> bool:
        return super().takes(event) or event.key() == Qt.Key.Key_Backspace

    def area(self) -> QRectF:
        if not self.touches:
            return QRectF()
        return QRectF(self.touches[-1].place - QPointF(5, 5), self.touches[-1].place)

    def draw(self, painter: QPainter) -> None:
        painter.fillRect(self.area(), INK)

    def _note(self, line: str, touch: Touch) -> None:
        self.lines.append(line)
        self.touches.append(touch)


@pytest.fixture
def canvas(qtbot: Any, editor: Editor) -> Canvas:
    canvas = open_canvas(qtbot, editor)
    canvas.set_zoom(1.0)
    return canvas


@pytest.fixture
def recorder(canvas: Canvas) -> Recorder:
    recorder = Recorder(canvas)
    canvas.set_tool(recorder)
    return recorder


def test_another_tool_is_signalled_once_and_has_its_cursor(qtbot: Any, canvas: Canvas) -> None:
    recorder = Recorder(canvas)
    with qtbot.waitSignal(canvas.tool_changed) as announced:
        canvas.set_tool(recorder)
    assert announced.args == [recorder]
    assert canvas.tool is recorder
    assert canvas.cursor().shape() == Qt.CursorShape.PointingHandCursor
    with qtbot.assertNotEmitted(canvas.tool_changed):
        canvas.set_tool(recorder)
    canvas.set_tool(tools_of(canvas).mask_brush)
    assert canvas.cursor().shape() == Qt.CursorShape.BlankCursor


def test_the_mouse_gives_points_and_full_pressure(canvas: Canvas, recorder: Recorder) -> None:
    drag(canvas, (10, 20), (30, 40), keys=SHIFT)
    assert recorder.lines == ["press", "move", "release"]
    points = [(round(touch.point.x()), round(touch.point.y())) for touch in recorder.touches]
    assert points == [(10, 20), (30, 40), (30, 40)]
    assert {touch.pressure for touch in recorder.touches} == {1.0}
    assert recorder.touches[0].has_shift
    assert not recorder.touches[0].has_alt
    assert canvas.editor.document.mask.is_empty


def test_pen_events_arrive_with_pressure_and_eraser_end(canvas: Canvas, recorder: Recorder) -> None:
    use_pen(canvas, QEvent.Type.TabletMove, (5, 5), 0.0)
    pen_stroke(canvas, (10, 20, 0.25), (30, 40, 0.75), device=PEN_ERASER)
    assert recorder.lines == ["press", "move", "release"]
    assert [round(touch.pressure, 2) for touch in recorder.touches] == [0.25, 0.75, 0.0]
    assert all(touch.eraser for touch in recorder.touches)


def test_events_that_move_the_view_reach_no_tool(canvas: Canvas, recorder: Recorder) -> None:
    drag(canvas, (10, 20), (30, 40), button=RIGHT)
    drag(canvas, (10, 20), (30, 40), button=MIDDLE)
    QTest.keyPress(canvas, Qt.Key.Key_Space)
    drag(canvas, (10, 20), (30, 40))
    QTest.keyRelease(canvas, Qt.Key.Key_Space)
    assert recorder.lines == []


def test_a_double_click_and_keys_reach_the_tool(canvas: Canvas, recorder: Recorder) -> None:
    QTest.mouseDClick(canvas, LEFT, pos=at(canvas, 10, 20))
    assert "double_click" in recorder.lines
    recorder.lines.clear()
    QTest.keyClick(canvas, Qt.Key.Key_Backspace)
    assert recorder.lines == ["cancel"]


def test_escape_and_another_tool_cancel_the_drag(canvas: Canvas, recorder: Recorder) -> None:
    drag(canvas, (10, 20), (30, 40), release=False)
    QTest.keyClick(canvas, Qt.Key.Key_Escape)
    assert recorder.lines[-1] == "cancel"
    QTest.mouseRelease(canvas, LEFT, pos=at(canvas, 30, 40))
    drag(canvas, (10, 20), release=False)
    canvas.set_tool(tools_of(canvas).mask_brush)
    assert recorder.lines[-1] == "cancel"
    QTest.mouseMove(canvas, at(canvas, 60, 60))
    QTest.mouseRelease(canvas, LEFT, pos=at(canvas, 60, 60))
    assert canvas.editor.document.mask.is_empty  # the press belonged to another tool


def test_what_a_tool_draws_is_shown_over_the_picture(canvas: Canvas, recorder: Recorder) -> None:
    drag(canvas, (10, 20), (200, 200))
    last = at(canvas, 200, 200)
    rows, columns = np.nonzero((pixels(canvas) == INK.getRgb()[:3]).all(axis=-1))
    assert (columns[-1], rows[-1]) == (last.x() - 1, last.y() - 1)
    assert len(rows) == 25
