"""The checkerboard behind transparent pixels."""

from PySide6.QtGui import QBrush, QColor, QPainter, QPixmap

CHECKERS = (QColor(94, 96, 100), QColor(112, 114, 118))


def checkers(size: int) -> QBrush:
    """A checkerboard with squares of `size` pixels."""
    cell = QPixmap(2 * size, 2 * size)
    cell.fill(CHECKERS[0])
    painter = QPainter(cell)
    painter.fillRect(0, 0, size, size, CHECKERS[1])
    painter.fillRect(size, size, size, size, CHECKERS[1])
    painter.end()
    return QBrush(cell)
