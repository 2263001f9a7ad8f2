"""Lines over the picture: the pixel grid, guides, the brush as a circle, outlines."""

import math
from collections.abc import Iterable, Sequence

import numpy as np
from numpy.typing import NDArray
from PySide6.QtCore import QPointF
from PySide6.QtGui import QBrush, QColor, QPainter, QPen

from glide_studio.core.document.guides import Axis, Guide
from glide_studio.core.geometry import Rect
from glide_studio.ui.canvas.view import ViewTransform

GRID_ABOVE = 8.0
"""The zoom above which the pixel grid is shown."""

GRID_LIGHT, GRID_DARK = QColor(255, 255, 255, 56), QColor(0, 0, 0, 72)
GUIDE = QColor(0, 196, 255)
GUIDE_EDGE = QColor(0, 0, 0, 110)

LIGHT_LINE = QColor(255, 255, 255, 240)
DARK_LINE = QColor(0, 0, 0, 170)

SMALL_CIRCLE = 3
CROSS_GAP, CROSS_ARM = 5, 10
"""A smaller circle gets a cross whose arms reach from the one to the other, in line widths."""

OUTLINE_REACH = 3
"""How far from its points `draw_outline` paints at most, in line widths."""


def paint_grid(painter: QPainter, view: ViewTransform, area: Rect) -> None:
    """A light and a dark line, one screen pixel each, between the pixels shown in `area`."""
    seen = view.document_bounds(area)
    spans: tuple[tuple[Axis, int, int], ...] = (
        ("x", seen.x, seen.right),
        ("y", seen.y, seen.bottom),
    )
    for axis, first, last in spans:
        for place in _device_places(view, axis, np.arange(first, last + 1)):
            _fill_line(painter, axis, place - 1, 1, area, GRID_LIGHT)
            _fill_line(painter, axis, place, 1, area, GRID_DARK)


def paint_guides(
    painter: QPainter, view: ViewTransform, area: Rect, guides: Iterable[Guide], line: int
) -> None:
    """Each guide from edge to edge of `area`: a bright line, `line` pixels wide, in a dark one."""
    for guide in guides:
        (place,) = _device_places(view, guide.axis, np.array([guide.place]))
        _fill_line(painter, guide.axis, place - line, 3 * line, area, GUIDE_EDGE)
        _fill_line(painter, guide.axis, place, line, area, GUIDE)


def _device_places(view: ViewTransform, axis: Axis, edges: NDArray[np.intp]) -> list[int]:
    """The first screen pixel after each pixel edge."""
    offset = view.x if axis == "x" else view.y
    return [int(place) for place in np.ceil(edges * view.zoom + offset - 0.5)]


def _fill_line(
    painter: QPainter, axis: Axis, place: int, width: int, area: Rect, colour: QColor
) -> None:
    across = Rect(place, area.y, width, area.height)
    down = Rect(area.x, place, area.width, width)
    part = (across if axis == "x" else down).intersected(area)
    if not part.is_empty:
        painter.fillRect(part.x, part.y, part.width, part.height, colour)


def draw_brush_circle(painter: QPainter, centre: QPointF, radius: float, line: float) -> None:
    """A circle that is visible on any picture, dark around light; a tiny one gets a cross."""
    painter.setRenderHint(QPainter.RenderHint.Antialiasing)
    painter.setBrush(QBrush())
    for colour, width in ((DARK_LINE, 3 * line), (LIGHT_LINE, line)):
        painter.setPen(QPen(colour, width))
        painter.drawEllipse(centre, radius, radius)
    if radius < SMALL_CIRCLE * line:
        draw_cross(painter, centre, line, gap=CROSS_GAP)


def draw_cross(painter: QPainter, centre: QPointF, line: float, gap: int = 0) -> None:
    """A cross that is visible on any picture; its arms begin `gap` line widths off the centre."""
    centre = _pixel_centre(centre)
    painter.setRenderHint(QPainter.RenderHint.Antialiasing)
    for colour, width in ((DARK_LINE, 3 * line), (LIGHT_LINE, line)):
        painter.setPen(QPen(colour, width))
        for x, y in ((1, 0), (-1, 0), (0, 1), (0, -1)):
            way = QPointF(x * line, y * line)
            painter.drawLine(centre + way * gap, centre + way * CROSS_ARM)


def draw_outline(painter: QPainter, points: Sequence[QPointF], line: float) -> None:
    """A line through `points`, visible on any picture, dark around light, on whole pixels."""
    centres = [_pixel_centre(point) for point in points]
    painter.setRenderHint(QPainter.RenderHint.Antialiasing)
    painter.setBrush(QBrush())
    for colour, width in ((DARK_LINE, 3 * line), (LIGHT_LINE, line)):
        painter.setPen(QPen(colour, width))
        painter.drawPolyline(centres)


def _pixel_centre(point: QPointF) -> QPointF:
    return QPointF(math.floor(point.x()) + 0.5, math.floor(point.y()) + 0.5)


def cross_reach(line: float) -> float:
    """How far from its centre `draw_cross` paints."""
    return (CROSS_ARM + 2) * line


def circle_reach(radius: float, line: float) -> float:
    """How far from its centre `draw_brush_circle` paints."""
    return max(radius + 3 * line, cross_reach(line))
