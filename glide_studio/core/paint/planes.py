"""Pixels as premultiplied floats, in which they are mixed without rounding."""

import numpy as np
from numpy.typing import NDArray

from glide_studio.core.document.blend_modes import BlendMode
from glide_studio.core.document.composite import Composite
from glide_studio.core.document.sheets import Sheet
from glide_studio.core.raster.raster import Pixels

Planes = NDArray[np.float32]
"""Red, green and blue, 0 to 255, premultiplied, and alpha, 0 to 1: (4, height, width)."""


def premultiplied(pixels: Pixels) -> Planes:
    """Straight-alpha (height, width, 4) pixels as planes."""
    return Composite.of([Sheet(pixels, 1.0, BlendMode.NORMAL)]).premultiplied


def straight(planes: Planes) -> Pixels:
    """Planes as straight-alpha (height, width, 4) pixels; values are clipped to those allowed."""
    alpha = np.clip(planes[3], 0, 1)
    pixels = np.empty((*alpha.shape, 4), np.uint8)
    made = Composite(*alpha.shape)
    made.lay_premultiplied(np.stack([*np.clip(planes[:3], 0, 255 * alpha), alpha]))
    made.write(pixels)
    return pixels
