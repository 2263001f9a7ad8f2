"""Bringing pictures to another size."""

import numpy as np
from PIL import Image

from glide_studio.core.geometry import Extent
from glide_studio.core.raster.raster import Pixels


def resized(pixels: Pixels, extent: Extent) -> Pixels:
    """`pixels`, uint8 (height, width) or (height, width, 3), at the size of `extent`.

    The same bytes if it has it.
    """
    if pixels.shape[:2] == (extent.height, extent.width):
        return pixels
    image = Image.fromarray(pixels).resize((extent.width, extent.height), Image.Resampling.LANCZOS)
    return np.array(image)
