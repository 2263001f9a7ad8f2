"""A layout that wraps widgets into rows, like words in a paragraph."""

from functools import reduce

from PySide6.QtCore import QPoint, QRect, QSize, Qt
from PySide6.QtWidgets import QLayout, QLayoutItem, QWidget

from glide_studio.ui.style.theme import GRID


class FlowLayout(QLayout):
    """Gives each widget its preferred size and starts a new row when one is full."""

    def __init__(self, parent: QWidget | None = None, *, centred: bool = False) -> None:
        super().__init__(parent)
        self._items: list[QLayoutItem] = []
        self._centred = centred
        self.setContentsMargins(0, 0, 0, 0)
        self.setSpacing(GRID)

    def addItem(self, item: QLayoutItem) -> None:
        self._items.append(item)

    def count(self) -> int:
        return len(self._items)

    def itemAt(self, index: int) -> QLayoutItem | None:
        return self._items[index] if 0 <= index < len(self._items) else None

    def takeAt(self, index: int) -> QLayoutItem | None:
        return self._items.pop(index) if 0 <= index < len(self._items) else None

    def expandingDirections(self) -> Qt.Orientation:
        return Qt.Orientation(0)

    def hasHeightForWidth(self) -> bool:
        return True

    def heightForWidth(self, width: int) -> int:
        heights = [_height(row) for row in self._rows(width)]
        return sum(heights) + self.spacing() * max(len(heights) - 1, 0)

    def minimumSize(self) -> QSize:
        return reduce(QSize.expandedTo, [item.minimumSize() for item in self._items], QSize())

    def sizeHint(self) -> QSize:
        return self.minimumSize()

    def setGeometry(self, rect: QRect) -> None:
        super().setGeometry(rect)
        y = rect.y()
        for row in self._rows(rect.width()):
            x = rect.x() + ((rect.width() - self._width(row)) // 2 if self._centred else 0)
            for item in row:
                size = item.sizeHint()
                fitting = size.boundedTo(QSize(rect.width(), size.height()))
                item.setGeometry(QRect(QPoint(x, y), fitting))
                x += size.width() + self.spacing()
            y += _height(row) + self.spacing()

    def _rows(self, width: int) -> list[list[QLayoutItem]]:
        rows: list[list[QLayoutItem]] = []
        for item in self._items:
            if not rows or self._width([*rows[-1], item]) > width:
                rows.append([])
            rows[-1].append(item)
        return rows

    def _width(self, row: list[QLayoutItem]) -> int:
        return sum(item.sizeHint().width() for item in row) + self.spacing() * (len(row) - 1)


def _height(row: list[QLayoutItem]) -> int:
    return max(item.sizeHint().height() for item in row)
