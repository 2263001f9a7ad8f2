"""Arrays of pixels in the format in which Qt paints."""

from typing import Any, TypeVar

import numpy as np
from numpy.typing import NDArray
from PySide6.QtGui import QColor, QImage

from glide_studio.core.raster.raster import Pixels

_T = TypeVar("_T", bound=np.generic)

Argb = NDArray[np.uint32]
"""(height, width) pixels in QImage's ARGB32_Premultiplied."""

MIN_OPAQUE = 0xFF000000
"""The lowest value of an opaque pixel."""


def argb_image(colours: Argb) -> QImage:
    """`colours` as an image that borrows their memory: use it while they live."""
    height, width = colours.shape
    return QImage(colours.data, width, height, 4 * width, QImage.Format.Format_ARGB32_Premultiplied)


def premultiplied(colour: QColor, opacity: float = 1.0) -> int:
    """`colour` as a pixel of `Argb`."""
    alpha = colour.alphaF() * opacity
    value = round(255 * alpha)
    for channel in (colour.red(), colour.green(), colour.blue()):
        value = (value << 8) | round(channel * alpha)
    return value


def sampled(values: NDArray[_T], rows: NDArray[np.intp], columns: NDArray[np.intp]) -> NDArray[_T]:
    """`values` at all of `rows` and `columns`, three times as fast as by indexing."""
    found: NDArray[Any] = values.take(rows, axis=0).take(columns, axis=1)
    return found


def argb_pixels(rgba: Pixels) -> Argb:
    """Straight-alpha (height, width, 4) uint8 as `Argb`."""
    rgba = np.ascontiguousarray(rgba)
    height, width = rgba.shape[:2]
    straight = QImage(rgba.data, width, height, 4 * width, QImage.Format.Format_RGBA8888)
    image = straight.convertToFormat(QImage.Format.Format_ARGB32_Premultiplied)
    return np.frombuffer(image.constBits(), np.uint32).reshape(height, width).copy()
