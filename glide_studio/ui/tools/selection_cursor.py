"""The pointer of the selection tools: a cross, and a sign for how they change the mask."""

from PySide6.QtCore import QPoint, QRect, Qt
from PySide6.QtGui import QColor, QCursor, QPainter, QPixmap

from glide_studio.core.mask.mask import Combine

SIDE = 32
MIDDLE = 12
"""In logical pixels; the hot spot is in the middle of the cross."""

GAP, ARM = 3, 9
"""Where an arm of the cross begins, from the middle, and how long it is."""

SIGN, SIGN_REACH = 25, 3
"""The x and y of the sign, and how far it reaches from there."""

DARK = QColor(0, 0, 0, 200)
LIGHT = QColor(255, 255, 255)


def selection_cursor(how: Combine, ratio: float) -> QCursor:
    """The pointer while `how` holds, for a screen with `ratio` device pixels to a logical one.

    White within black, to be visible on any picture; all edges lie between pixels.
    """
    side = round(SIDE * ratio)
    pixmap = QPixmap(side, side)
    pixmap.fill(Qt.GlobalColor.transparent)
    painter = QPainter(pixmap)
    painter.setCompositionMode(QPainter.CompositionMode.CompositionMode_Source)
    parts = [_scaled(bar, ratio) for bar in _cross() + _sign(how)]
    if how is Combine.INTERSECT:
        parts += _diagonals(ratio)
    for rim, colour in ((round(ratio), DARK), (0, LIGHT)):
        for part in parts:
            painter.fillRect(part.adjusted(-rim, -rim, rim, rim), colour)
    painter.end()
    pixmap.setDevicePixelRatio(ratio)
    return QCursor(pixmap, MIDDLE, MIDDLE)


def _cross() -> list[QRect]:
    """Its four arms, one pixel wide."""
    near, far = MIDDLE - GAP - ARM + 1, MIDDLE + GAP
    return [
        *(QRect(start, MIDDLE, ARM, 1) for start in (near, far)),
        *(QRect(MIDDLE, start, 1, ARM) for start in (near, far)),
    ]


def _sign(how: Combine) -> list[QRect]:
    """The bars of a plus or a minus."""
    across = QRect(SIGN - SIGN_REACH, SIGN, 2 * SIGN_REACH + 1, 1)
    down = QRect(SIGN, SIGN - SIGN_REACH, 1, 2 * SIGN_REACH + 1)
    return {Combine.ADD: [across, down], Combine.SUBTRACT: [across]}.get(how, [])


def _diagonals(ratio: float) -> list[QRect]:
    """A multiplication sign in device pixels, for the intersection of both masks."""
    start, line = round((SIGN - SIGN_REACH) * ratio), round(ratio)
    steps = round((2 * SIGN_REACH + 1) * ratio) - line
    return [
        QRect(start + step, start + y, line, line)
        for step in range(steps + 1)
        for y in (step, steps - step)
    ]


def _scaled(bar: QRect, ratio: float) -> QRect:
    """`bar` in whole device pixels."""
    left, top = round(bar.x() * ratio), round(bar.y() * ratio)
    right, bottom = round((bar.right() + 1) * ratio), round((bar.bottom() + 1) * ratio)
    return QRect(QPoint(left, top), QPoint(right - 1, bottom - 1))
