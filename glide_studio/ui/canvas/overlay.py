"""Lines over the picture, in pixels of the screen: the brush's circle and outlines."""

import math
from collections.abc import Sequence

from PySide6.QtCore import QPointF
from PySide6.QtGui import QBrush, QColor, QPainter, QPen

LIGHT_LINE = QColor(255, 255, 255, 240)
DARK_LINE = QColor(0, 0, 0, 170)

SMALL_CIRCLE = 3
CROSS_GAP, CROSS_ARM = 5, 10
"""A smaller circle gets a cross whose arms reach from the one to the other, in line widths."""

OUTLINE_REACH = 3
"""How far from its points `draw_outline` paints at most, in line widths."""


def draw_brush_circle(painter: QPainter, centre: QPointF, radius: float, line: float) -> None:
    """A circle that is visible on any picture, dark around light; a tiny one gets a cross."""
    painter.setRenderHint(QPainter.RenderHint.Antialiasing)
    painter.setBrush(QBrush())
    for colour, width in ((DARK_LINE, 3 * line), (LIGHT_LINE, line)):
        painter.setPen(QPen(colour, width))
        painter.drawEllipse(centre, radius, radius)
        if radius < SMALL_CIRCLE * line:
            arm, gap = CROSS_ARM * line, CROSS_GAP * line
            for x, y in ((1, 0), (-1, 0), (0, 1), (0, -1)):
                painter.drawLine(
                    centre + QPointF(x * gap, y * gap), centre + QPointF(x * arm, y * arm)
                )


def draw_outline(painter: QPainter, points: Sequence[QPointF], line: float) -> None:
    """A line through `points`, visible on any picture, dark around light, on whole pixels."""
    centres = [QPointF(math.floor(p.x()) + 0.5, math.floor(p.y()) + 0.5) for p in points]
    painter.setRenderHint(QPainter.RenderHint.Antialiasing)
    painter.setBrush(QBrush())
    for colour, width in ((DARK_LINE, 3 * line), (LIGHT_LINE, line)):
        painter.setPen(QPen(colour, width))
        painter.drawPolyline(centres)


def circle_reach(radius: float, line: float) -> float:
    """How far from its centre `draw_brush_circle` paints."""
    return max(radius + 2 * line, CROSS_ARM * line) + line
