"""Sends real mouse, wheel, pen and touch events to a canvas, and reads what it shows."""

from collections.abc import Sequence
from typing import Any

import numpy as np
from PySide6.QtCore import QEvent, QPoint, QPointF, Qt
from PySide6.QtGui import QImage, QMouseEvent, QPointingDevice, QTabletEvent, QWheelEvent, QWindow
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QWidget

from glide_studio.core.paint.stroke import Brush
from glide_studio.core.raster.raster import Pixels
from glide_studio.session.editor import Editor
from glide_studio.ui.canvas.canvas import Canvas
from glide_studio.ui.tools.toolbox import Toolbox

Point = tuple[float, float]

NO_BUTTON, LEFT = Qt.MouseButton.NoButton, Qt.MouseButton.LeftButton
MIDDLE, RIGHT = Qt.MouseButton.MiddleButton, Qt.MouseButton.RightButton
SHIFT = Qt.KeyboardModifier.ShiftModifier
NO_KEYS = Qt.KeyboardModifier.NoModifier


def _stylus(number: int, end: QPointingDevice.PointerType) -> QPointingDevice:
    senses = QPointingDevice.Capability.Position | QPointingDevice.Capability.Pressure
    kind = QPointingDevice.DeviceType.Stylus
    return QPointingDevice(end.name, number, kind, end, senses, 1, 2)


PEN = _stylus(1, QPointingDevice.PointerType.Pen)
PEN_ERASER = _stylus(2, QPointingDevice.PointerType.Eraser)


def add_tools(canvas: Canvas) -> Toolbox:
    """Give tools to a canvas that is not in a window."""
    return Toolbox(canvas, canvas.editor)


def open_canvas(qtbot: Any, editor: Editor) -> Canvas:
    """Show a canvas of 640 x 480 pixels, with tools and a hard brush, that is not in a window."""
    canvas = Canvas(editor)
    add_tools(canvas).brush = Brush(size=20, hardness=1)
    qtbot.addWidget(canvas)
    canvas.resize(640, 480)
    canvas.show()
    qtbot.waitExposed(canvas)
    return canvas


def tools_of(canvas: Canvas) -> Toolbox:
    """The tools of a canvas."""
    tools = canvas.findChild(Toolbox)
    assert tools is not None
    return tools


def at(canvas: Canvas, x: float, y: float) -> QPoint:
    place = canvas.to_widget(QPointF(x, y)) + QPointF(1e-6, 1e-6)  # against rounding to just below
    return QPoint(int(place.x()), int(place.y()))


def drag(canvas: Canvas, *points: Point, **how: Any) -> None:
    """Press, move and release at document points, `how` as in `drag_over`; one is a click."""
    drag_over(canvas, *(at(canvas, *point) for point in points), **how)


def drag_over(
    target: QWidget | QWindow,
    *places: QPoint,
    button: Qt.MouseButton = LEFT,
    keys: Qt.KeyboardModifier = NO_KEYS,
    release: bool = True,
) -> None:
    """Press, move and release at places of a widget or window."""
    QTest.mousePress(target, button, keys, places[0])
    for place in places[1:]:
        QTest.mouseMove(target, place)
    if release:
        QTest.mouseRelease(target, button, keys, places[-1])


def send_move(canvas: Canvas, place: QPoint, keys: Qt.KeyboardModifier) -> None:
    """Move the mouse with the left button and keys held, which QTest cannot."""
    where = QPointF(place)
    there = canvas.mapToGlobal(where)
    event = QMouseEvent(QEvent.Type.MouseMove, where, there, NO_BUTTON, LEFT, keys)
    QApplication.sendEvent(canvas, event)


def turn_wheel(canvas: Canvas, place: QPointF, delta: int) -> None:
    there, turn, phase = canvas.mapToGlobal(place), QPoint(0, delta), Qt.ScrollPhase.NoScrollPhase
    event = QWheelEvent(place, there, QPoint(), turn, NO_BUTTON, NO_KEYS, phase, False)
    QApplication.sendEvent(canvas, event)


def use_pen(
    canvas: Canvas, kind: QEvent.Type, point: Point, pressure: float, device: QPointingDevice = PEN
) -> None:
    place, upright = QPointF(at(canvas, *point)), (0, 0, 0, 0, 0)  # in no way tilted or turned
    there = canvas.mapToGlobal(place)
    button = NO_BUTTON if kind == QEvent.Type.TabletMove else LEFT
    held = NO_BUTTON if kind == QEvent.Type.TabletRelease else LEFT
    event = QTabletEvent(kind, device, place, there, pressure, *upright, NO_KEYS, button, held)
    QApplication.sendEvent(canvas, event)


def pen_stroke(
    canvas: Canvas, *points: tuple[float, float, float], device: QPointingDevice = PEN
) -> None:
    """Press, move and lift a pen at document points, each with a pressure."""
    kind = QEvent.Type.TabletPress
    for x, y, pressure in points:
        use_pen(canvas, kind, (x, y), pressure, device)
        kind = QEvent.Type.TabletMove
    use_pen(canvas, QEvent.Type.TabletRelease, points[-1][:2], 0.0, device)


def touch(canvas: Canvas, *fingers: Point, then: Sequence[Sequence[Point]] = ()) -> None:
    """Put fingers down at places of the widget, move them to each of `then`, and lift them.

    Those that the first of `then` adds come down one event later than the others.
    """
    device = QTest.createTouchDevice(QPointingDevice.DeviceType.TouchScreen)
    sequence = QTest.touchEvent(canvas, device, False)
    down: Sequence[Point] = ()
    for step in (fingers, *then):
        for finger, place in enumerate(step):
            act = sequence.move if finger < len(down) else sequence.press
            act(finger, QPointF(*place).toPoint(), canvas)
        sequence.commit()
        down = step
    for finger, place in enumerate(down):
        sequence.release(finger, QPointF(*place).toPoint(), canvas)
    sequence.commit()


def rgba_of(image: QImage) -> Pixels:
    """The pixels of an image, (height, width, 4), with straight alpha."""
    image = image.convertToFormat(QImage.Format.Format_RGBA8888)
    rows = np.frombuffer(image.constBits(), np.uint8)
    return rows.reshape(image.height(), image.width(), 4).copy()


def pixels(canvas: Canvas, *, bare: bool = False) -> Pixels:
    """What the canvas shows, (height, width, 3); if `bare`, once the pointer has left it."""
    if bare:
        QApplication.sendEvent(canvas, QEvent(QEvent.Type.Leave))
    return rgba_of(canvas.grab().toImage())[..., :3]


def shown(canvas: Canvas, x: float, y: float) -> tuple[int, ...]:
    """The colour shown at a document point."""
    place = at(canvas, x, y)
    return tuple(int(value) for value in pixels(canvas)[place.y(), place.x()])
