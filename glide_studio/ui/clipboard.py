"""Pictures from Qt as arrays."""

import numpy as np
from PySide6.QtGui import QImage

from glide_studio.core.raster import Pixels


def pixels_of(image: QImage) -> Pixels:
    """Return a picture as (height, width, 4) uint8 with straight alpha."""
    image = image.convertToFormat(QImage.Format.Format_RGBA8888)
    rows = np.frombuffer(image.constBits(), np.uint8).reshape(image.height(), -1)
    return rows[:, : 4 * image.width()].reshape(image.height(), image.width(), 4).copy()
