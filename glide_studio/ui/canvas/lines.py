"""Lines over the picture: the grid between pixels, and guides."""

from collections.abc import Iterable

import numpy as np
from numpy.typing import NDArray
from PySide6.QtGui import QColor, QPainter

from glide_studio.core.document.guides import Axis, Guide
from glide_studio.core.geometry import Rect
from glide_studio.ui.canvas.view import ViewTransform

GRID_ABOVE = 8.0
"""The zoom above which the pixel grid is shown."""

GRID_LIGHT, GRID_DARK = QColor(255, 255, 255, 56), QColor(0, 0, 0, 72)
GUIDE = QColor(0, 196, 255)
GUIDE_EDGE = QColor(0, 0, 0, 110)


def paint_grid(painter: QPainter, view: ViewTransform, area: Rect) -> None:
    """A light and a dark line, one screen pixel each, between the pixels shown in `area`."""
    seen = view.document_bounds(area)
    spans: tuple[tuple[Axis, int, int], ...] = (
        ("x", seen.x, seen.right),
        ("y", seen.y, seen.bottom),
    )
    for axis, first, last in spans:
        for place in _device_places(view, axis, np.arange(first, last + 1)):
            _line(painter, axis, place - 1, 1, area, GRID_LIGHT)
            _line(painter, axis, place, 1, area, GRID_DARK)


def paint_guides(
    painter: QPainter, view: ViewTransform, area: Rect, guides: Iterable[Guide], line: int
) -> None:
    """Each guide from edge to edge of `area`: a bright line, `line` pixels wide, in a dark one."""
    for guide in guides:
        (place,) = _device_places(view, guide.axis, np.array([guide.place]))
        _line(painter, guide.axis, place - line, 3 * line, area, GUIDE_EDGE)
        _line(painter, guide.axis, place, line, area, GUIDE)


def _device_places(view: ViewTransform, axis: Axis, edges: NDArray[np.intp]) -> list[int]:
    """The first screen pixel after each pixel edge."""
    offset = view.x if axis == "x" else view.y
    return [int(place) for place in np.ceil(edges * view.zoom + offset - 0.5)]


def _line(
    painter: QPainter, axis: Axis, place: int, width: int, area: Rect, colour: QColor
) -> None:
    across = Rect(place, area.y, width, area.height)
    down = Rect(area.x, place, area.width, width)
    part = (across if axis == "x" else down).intersected(area)
    if not part.is_empty:
        painter.fillRect(part.x, part.y, part.width, part.height, colour)
