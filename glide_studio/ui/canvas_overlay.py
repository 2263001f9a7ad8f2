"""The mask as a tint with an outline, and the brush as a circle, in pixels of the screen."""

import math
from collections.abc import Sequence

import numpy as np
from numpy.typing import NDArray
from PySide6.QtCore import QPointF
from PySide6.QtGui import QBrush, QColor, QPainter, QPen

from glide_studio.core.mask import REPAINT
from glide_studio.core.raster import Pixels
from glide_studio.ui.canvas_colours import Colours, premultiplied

TINT_ALPHA = 0.4
LIGHT_LINE = QColor(255, 255, 255, 240)
DARK_LINE = QColor(0, 0, 0, 170)

SMALL_CIRCLE = 3
CROSS_GAP, CROSS_ARM = 5, 10
"""Circles below this radius get a cross from gap to arm; in lines."""

OUTLINE_REACH = 3
"""How far from its points `draw_outline` paints at most, in lines."""

Flags = NDArray[np.bool_]


def mask_tints(tint: QColor) -> Colours:
    """The colour for each value of a mask, 0 to 255."""
    return np.array(
        [premultiplied(tint, TINT_ALPHA * value / 255) for value in range(256)], np.uint32
    )


def mask_overlay(values: Pixels, bare: Flags, tints: Colours, line: int) -> Colours:
    """Premultiplied colours, (height, width), that show a mask over any picture.

    `values` (height + 2 * line, width + 2 * line) is the mask with a border of `line` pixels.
    It is tinted with `tints`, those of `mask_tints`, save where `bare` (height, width). The edge
    of what gets repainted is a light line inside and a dark one outside, each `line` pixels wide:
    one of them always stands out.
    """
    inside = values >= REPAINT
    inner = (slice(line, -line), slice(line, -line))
    tinted = values[inner].copy()
    np.copyto(tinted, 0, where=bare)
    colours = tints.take(tinted)
    light, dark = (np.uint32(premultiplied(colour)) for colour in (LIGHT_LINE, DARK_LINE))
    np.copyto(colours, light, where=(inside & _grown(~inside, line))[inner])
    np.copyto(colours, dark, where=(_grown(inside, line) & ~inside)[inner])
    return colours


def draw_brush_circle(painter: QPainter, centre: QPointF, radius: float, line: float) -> None:
    """A circle that shows on any picture, dark around light; a tiny one gets a cross."""
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
    """A line through `points` that shows on any picture, dark around light, on whole pixels."""
    centres = [QPointF(math.floor(p.x()) + 0.5, math.floor(p.y()) + 0.5) for p in points]
    painter.setRenderHint(QPainter.RenderHint.Antialiasing)
    painter.setBrush(QBrush())
    for colour, width in ((DARK_LINE, 3 * line), (LIGHT_LINE, line)):
        painter.setPen(QPen(colour, width))
        painter.drawPolyline(centres)


def circle_reach(radius: float, line: float) -> float:
    """How far from its centre `draw_brush_circle` paints."""
    return max(radius + 2 * line, CROSS_ARM * line) + line


def _grown(flags: Flags, steps: int) -> Flags:
    """`flags`, and what lies up to `steps` pixels beside, above or below a set one."""
    for _ in range(steps):
        grown = flags.copy()
        grown[1:] |= flags[:-1]
        grown[:-1] |= flags[1:]
        grown[:, 1:] |= flags[:, :-1]
        grown[:, :-1] |= flags[:, 1:]
        flags = grown
    return flags
