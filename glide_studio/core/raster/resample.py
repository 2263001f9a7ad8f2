"""Resizing pictures."""

import numpy as np
from PIL import Image

from glide_studio.core.geometry import Extent
from glide_studio.core.raster.raster import Pixels


def resized(pixels: Pixels, extent: Extent) -> Pixels:
    """`pixels`, uint8 (height, width) or (height, width, 3), resized to `extent` by Lanczos.

    Returns the array itself if it has that size.
    """
    if pixels.shape[:2] == (extent.height, extent.width):
        return pixels
    image = Image.fromarray(pixels).resize((extent.width, extent.height), Image.Resampling.LANCZOS)
    return np.array(image)
