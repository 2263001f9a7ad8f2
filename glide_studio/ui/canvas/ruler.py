"""Rulers in document pixels along the canvas."""

import itertools
import math
from collections.abc import Iterator

from PySide6.QtCore import QPointF, QRectF, Qt
from PySide6.QtGui import QColor, QMouseEvent, QPainter, QPaintEvent
from PySide6.QtWidgets import QWidget

from glide_studio.session.language import tr
from glide_studio.ui.canvas.canvas import Canvas
from glide_studio.ui.canvas.tool import Touch
from glide_studio.ui.style.theme import current
from glide_studio.ui.widgets.naming import named

THICKNESS = 20
LABEL_DISTANCE = 64
"""The least distance between two numbers, in logical pixels."""

MINOR_TICKS = 5


class Ruler(QWidget):
    """The scale along the top of a canvas, or down its side; guides are dragged out of it.

    It marks where the pointer is. On a page that is not rotated by a multiple of 90 degrees it
    measures from the edge of the box around the picture, as Krita's does.
    """

    def __init__(self, canvas: Canvas, along_x: bool, parent: QWidget) -> None:
        super().__init__(parent)
        self._canvas = canvas
        self._along_x = along_x
        if along_x:
            named(self, "horizontal_ruler", tr("Horizontal ruler"), "")
        else:
            named(self, "vertical_ruler", tr("Vertical ruler"), "")
        self._marked: float | None = None
        font = self.font()
        font.setPixelSize(10)
        self.setFont(font)
        self.setCursor(Qt.CursorShape.SplitVCursor if along_x else Qt.CursorShape.SplitHCursor)
        canvas.view_changed.connect(self._follow_view)
        canvas.pointer_moved.connect(self._mark)
        self._follow_view()

    def ticks(self) -> Iterator[tuple[float, int | None]]:
        """Each tick's position in logical pixels, with its number in document pixels or None."""
        zero, pixel = self._scale()
        ends = sorted(((0 - zero) / pixel, (self._length - zero) / pixel))
        step = _nice_step(LABEL_DISTANCE / abs(pixel))
        minor = step // MINOR_TICKS if step % MINOR_TICKS == 0 else step
        first = math.floor(ends[0] / step) * step
        for value in range(first, math.ceil(ends[1]) + 1, minor):
            yield zero + value * pixel, value if value % step == 0 else None

    def _scale(self) -> tuple[float, float]:
        """The position of 0, and the distance from there to 1, in logical pixels; it may be < 0."""
        canvas = self._canvas
        pixel = canvas.zoom / canvas.devicePixelRatioF()
        if canvas.rotation.is_axis_aligned:
            direction = canvas.rotation.undo(*((1, 0) if self._along_x else (0, 1)))
            return self._along(canvas.to_widget(QPointF())), pixel * sum(direction)
        extent = canvas.editor.review.shown_document.extent
        corners = itertools.product((0, extent.width), (0, extent.height))
        return min(self._along(canvas.to_widget(QPointF(*corner))) for corner in corners), pixel

    @property
    def _length(self) -> int:
        return self._canvas.width() if self._along_x else self._canvas.height()

    def _along(self, place: QPointF) -> float:
        return place.x() if self._along_x else place.y()

    def _follow_view(self) -> None:
        words = tr("Drag from the ruler to add a guide, hold Ctrl and drag a guide to move it")
        if not self._canvas.rotation.is_axis_aligned:
            words += "\n" + tr(
                "The view is rotated: the ruler measures from the edge of the picture"
            )
        self.setToolTip(words)
        self.update()

    def _mark(self, touch: Touch | None) -> None:
        for _ in range(2):
            if self._marked is not None:
                self.update(self._strip(self._marked, 3).toAlignedRect())
            self._marked = None if touch is None else self._along(touch.place)

    def _strip(self, place: float, width: float) -> QRectF:
        """The part of the ruler around a place along it."""
        if self._along_x:
            return QRectF(place - width / 2, 0, width, THICKNESS)
        return QRectF(0, place - width / 2, THICKNESS, width)

    # Qt's events

    def paintEvent(self, event: QPaintEvent) -> None:
        painter, colours = QPainter(self), current()
        painter.fillRect(self.rect(), QColor(colours.panel))
        if not self._along_x:  # painted as a horizontal one, then rotated
            painter.translate(THICKNESS, 0)
            painter.rotate(90)
        painter.setPen(QColor(colours.border))
        edge = THICKNESS - 1 if self._along_x else 0
        painter.drawLine(0, edge, self._length, edge)
        painter.setPen(QColor(colours.text_muted))
        for place, number in self.ticks():
            self._draw_tick(painter, place, number)
        if self._marked is not None:
            painter.resetTransform()
            painter.fillRect(self._strip(self._marked, 1), QColor(colours.accent))

    def _draw_tick(self, painter: QPainter, place: float, number: int | None) -> None:
        long = THICKNESS if number is not None else THICKNESS // 4
        start = THICKNESS - long if self._along_x else 0
        painter.drawLine(QPointF(place, start), QPointF(place, start + long - 1))
        if number is not None:
            top = -3 if self._along_x else 3
            box = QRectF(place + 3, top, LABEL_DISTANCE, THICKNESS)
            painter.drawText(
                box, Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter, str(number)
            )

    def mousePressEvent(self, event: QMouseEvent) -> None:
        if event.button() == Qt.MouseButton.LeftButton:
            self._canvas.guides.pull(self._along_x)

    def mouseMoveEvent(self, event: QMouseEvent) -> None:
        self._canvas.guides.move(self._canvas.mapFromGlobal(event.globalPosition()))

    def mouseReleaseEvent(self, event: QMouseEvent) -> None:
        self._canvas.guides.drop()


def _nice_step(least: float) -> int:
    """The least of 1, 2, 5, 10, 20, 50 ... that is at least `least`."""
    power = 10 ** max(0, math.floor(math.log10(max(1.0, least))))
    return next(step * power for step in (1, 2, 5, 10) if step * power >= least)
