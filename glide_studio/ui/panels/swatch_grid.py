"""A grid of colour swatches."""

from collections.abc import Sequence

from PySide6.QtCore import QPoint, QRect, QSize, Qt, Signal
from PySide6.QtGui import (
    QColor,
    QFocusEvent,
    QKeyEvent,
    QMouseEvent,
    QPainter,
    QPaintEvent,
    QPen,
    QResizeEvent,
)
from PySide6.QtWidgets import QSizePolicy, QWidget

from glide_studio.core.paint.palette import Swatch

CELL = 20
KEYS = {
    Qt.Key.Key_Left: (-1, 0),
    Qt.Key.Key_Right: (1, 0),
    Qt.Key.Key_Up: (0, -1),
    Qt.Key.Key_Down: (0, 1),
}


class SwatchGrid(QWidget):
    """A click, Return or Space on a swatch emits `chosen` with its `Colour`.

    Arrow keys select another; `marked` is the index of the selected one, or None.
    """

    chosen = Signal(object)

    def __init__(self) -> None:
        super().__init__()
        self._swatches: tuple[Swatch, ...] = ()
        self.marked: int | None = None
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        policy = QSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Fixed)
        policy.setHeightForWidth(True)
        self.setSizePolicy(policy)

    def show_swatches(self, swatches: Sequence[Swatch]) -> None:
        """Show these swatches."""
        self._swatches = tuple(swatches)
        if self.marked is not None and self.marked >= len(self._swatches):
            self.marked = len(self._swatches) - 1 if self._swatches else None
        self._fit()
        self._tell()

    def sizeHint(self) -> QSize:
        return QSize(8 * CELL, self.heightForWidth(8 * CELL))

    def heightForWidth(self, width: int) -> int:
        columns = max(1, width // CELL)
        return CELL * max(1, -(-len(self._swatches) // columns))

    def cell(self, index: int) -> QRect:
        """The rectangle of a swatch."""
        row, column = divmod(index, self._columns)
        return QRect(column * CELL, row * CELL, CELL, CELL)

    @property
    def _columns(self) -> int:
        return max(1, self.width() // CELL)

    def _index_at(self, place: QPoint) -> int | None:
        column, row = place.x() // CELL, place.y() // CELL
        index = row * self._columns + column
        inside = 0 <= column < self._columns and 0 <= index < len(self._swatches)
        return index if inside else None

    def _mark(self, index: int) -> None:
        self.marked = index
        self._tell()

    def _tell(self) -> None:
        words = ""
        if self.marked is not None:
            swatch = self._swatches[self.marked]
            words = f"{swatch.name} {swatch.colour.hex}".strip()
        self.setAccessibleDescription(words)
        self.update()

    def _fit(self) -> None:
        self.setFixedHeight(self.heightForWidth(self.width()))

    # Qt's events

    def resizeEvent(self, event: QResizeEvent) -> None:
        self._fit()

    def mousePressEvent(self, event: QMouseEvent) -> None:
        index = self._index_at(event.position().toPoint())
        if index is not None:
            self._mark(index)
            self.chosen.emit(self._swatches[index].colour)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        key, move = event.key(), KEYS.get(Qt.Key(event.key()))
        now = 0 if self.marked is None else self.marked
        if move is not None and self._swatches:
            index = now + move[0] + move[1] * self._columns
            self._mark(index if 0 <= index < len(self._swatches) else now)
        elif key in (Qt.Key.Key_Return, Qt.Key.Key_Space) and self.marked is not None:
            self.chosen.emit(self._swatches[self.marked].colour)
        else:
            super().keyPressEvent(event)

    def focusInEvent(self, event: QFocusEvent) -> None:
        if self.marked is None and self._swatches:
            self._mark(0)
        super().focusInEvent(event)

    def paintEvent(self, event: QPaintEvent) -> None:
        painter = QPainter(self)
        for index, swatch in enumerate(self._swatches):
            cell = self.cell(index).adjusted(1, 1, -1, -1)
            painter.fillRect(cell, QColor(*swatch.colour.rgb))
            if index == self.marked:
                tone = self.palette().highlight() if self.hasFocus() else self.palette().text()
                painter.setPen(QPen(tone.color(), 2))
                painter.drawRect(cell.adjusted(0, 0, -1, -1))
