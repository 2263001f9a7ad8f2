"""How often each value of a channel occurs, and handles that are dragged along the values."""

from collections.abc import Sequence

import numpy as np
from numpy.typing import NDArray
from PySide6.QtCore import QPointF, QRectF, QSize, Qt, Signal
from PySide6.QtGui import (
    QColor,
    QLinearGradient,
    QMouseEvent,
    QPainter,
    QPaintEvent,
    QPen,
    QPolygonF,
)
from PySide6.QtWidgets import QSizePolicy, QWidget

from glide_studio.ui.style.theme import current

Counts = NDArray[np.int64]
"""(256,): how many pixels have each value."""

MARGIN = 8
HANDLE = 6.0
HANDLES_HEIGHT = 12
"""In logical pixels."""


def paint_histogram(painter: QPainter, area: QRectF, counts: Counts) -> None:
    """Fill `area` with bars; the lowest and the highest value, which are often clipped, may be cut
    off."""
    highest = max(int(counts[1:-1].max()), int(counts.max()) // 8, 1)
    heights = np.minimum(counts / highest, 1) * area.height()
    width = area.width() / 256
    outline = [QPointF(area.left(), area.bottom())]
    for value, height in enumerate(heights.tolist()):
        for end in (value, value + 1):
            outline.append(QPointF(area.left() + end * width, area.bottom() - height))
    outline.append(QPointF(area.right(), area.bottom()))
    colour = QColor(current().text_muted)
    colour.setAlphaF(0.5)
    painter.save()
    painter.setPen(Qt.PenStyle.NoPen)
    painter.setBrush(colour)
    painter.drawPolygon(QPolygonF(outline))
    painter.restore()


class HandleBar(QWidget):
    """A histogram, or else a gradient from black to white, over handles at `shares` of its width.

    `moved` carries the number of the handle that is dragged, and its new share, 0 to 1. The fields
    beside it do the same by keys.
    """

    moved = Signal(int, float)

    def __init__(self, height: int, greys: Sequence[int]) -> None:
        super().__init__()
        self._height = height
        self._greys = greys
        self._shares: Sequence[float] = [0.0] * len(greys)
        self._counts: Counts | None = None
        self._dragged: int | None = None
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)

    def sizeHint(self) -> QSize:
        return QSize(256 + 2 * MARGIN, self._height + HANDLES_HEIGHT)

    def show_counts(self, counts: Counts) -> None:
        """Show how often each value occurs."""
        self._counts = counts
        self.update()

    def show_shares(self, *shares: float) -> None:
        """Place the handles."""
        self._shares = shares
        self.update()

    def position_of(self, number: int) -> QPointF:
        """The middle of a handle."""
        bar = self._bar()
        y = bar.bottom() + HANDLES_HEIGHT / 2
        return QPointF(bar.left() + self._shares[number] * bar.width(), y)

    def _bar(self) -> QRectF:
        return QRectF(MARGIN, 0, self.width() - 2 * MARGIN, self._height)

    def mousePressEvent(self, event: QMouseEvent) -> None:
        if event.button() == Qt.MouseButton.LeftButton:
            x = event.position().x()
            places = [self.position_of(number).x() for number in range(len(self._shares))]
            # Of several in one place, the one that can be dragged to where the press is.
            self._dragged = min(
                range(len(places)),
                key=lambda n: (abs(places[n] - x), -n if x > places[n] else n),
            )
            self._drag_to(x)

    def mouseMoveEvent(self, event: QMouseEvent) -> None:
        self._drag_to(event.position().x())

    def mouseReleaseEvent(self, event: QMouseEvent) -> None:
        self._dragged = None

    def _drag_to(self, x: float) -> None:
        if self._dragged is not None:
            bar = self._bar()
            share = min(max((x - bar.left()) / bar.width(), 0.0), 1.0)
            self.moved.emit(self._dragged, share)

    def paintEvent(self, event: QPaintEvent) -> None:
        colours, bar = current(), self._bar()
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setPen(QColor(colours.border))
        if self._height < 2 * HANDLES_HEIGHT:
            gradient = QLinearGradient(bar.topLeft(), bar.topRight())
            gradient.setColorAt(0, Qt.GlobalColor.black)
            gradient.setColorAt(1, Qt.GlobalColor.white)
            painter.setBrush(gradient)
        else:
            painter.setBrush(QColor(colours.field))
        painter.drawRect(bar.adjusted(-0.5, 0.5, 0.5, -0.5))
        if self._counts is not None:
            paint_histogram(painter, bar, self._counts)
        painter.setPen(QPen(QColor(colours.text), 1))
        for number, grey in enumerate(self._greys):
            middle = self.position_of(number)
            painter.setBrush(QColor(grey, grey, grey))
            top, bottom = QPointF(0, -HANDLE), QPointF(HANDLE, HANDLE - 1)
            corners = (top, bottom, QPointF(-bottom.x(), bottom.y()))
            painter.drawPolygon(QPolygonF([middle + corner for corner in corners]))
