"""A sample stroke of a brush, painted by the same code as strokes on the canvas."""

import math
from dataclasses import replace

from PySide6.QtGui import QColor, QPixmap

from glide_studio.core.geometry import Extent
from glide_studio.core.mask.mask import Mask
from glide_studio.core.mask.selection import Selection
from glide_studio.core.paint.paint import PaintStroke, coloured
from glide_studio.core.paint.stroke import MIN_SIZE, Brush
from glide_studio.core.raster.colour import Colour
from glide_studio.core.raster.raster import Raster
from glide_studio.ui.canvas.argb import argb_image, argb_pixels

POINTS = 24
LARGEST = 0.55
"""The largest diameter of the brush, as a share of the picture's height."""

LIGHTEST = 0.1
"""The pressure at both ends; it is 1 in the middle."""


def stroke_picture(brush: Brush, tint: QColor, extent: Extent, ratio: float) -> QPixmap:
    """A wave of a brush in a colour; `extent` in logical pixels, of which each has `ratio` of the
    screen. A large brush is shown smaller."""
    page = Extent(round(extent.width * ratio), round(extent.height * ratio))
    size = max(min(brush.size * ratio, LARGEST * page.height), MIN_SIZE)
    brush = replace(brush, size=size, erase=False)
    ink = coloured(brush, Colour(tint.red(), tint.green(), tint.blue()))
    stroke = PaintStroke(Raster.empty(page), brush, ink, Selection(Mask.empty(page)))
    margin = size / 2 + 2 * ratio
    for step in range(POINTS + 1):
        share = step / POINTS
        x = margin + share * (page.width - 2 * margin)
        y = page.height / 2 - (page.height / 2 - margin) * math.sin(2 * math.pi * share)
        stroke.extend(x, y, LIGHTEST + (1 - LIGHTEST) * math.sin(math.pi * share) ** 0.7)
    colours = argb_pixels(stroke.raster.to_array())
    picture = QPixmap.fromImage(argb_image(colours))
    picture.setDevicePixelRatio(ratio)
    return picture
