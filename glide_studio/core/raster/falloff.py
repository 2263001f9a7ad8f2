"""The one soft edge of brushes and blend bands."""

from typing import Any

import numpy as np
from numpy.typing import NDArray

from glide_studio.core.raster.raster import Pixels


def falloff(depth: NDArray[np.floating[Any]]) -> Pixels:
    """Opacity 0 to 255 for a `depth` of 0 (or less) to 1 (or more), by smoothstep."""
    inside = np.clip(depth, 0, 1)
    opacity: Pixels = np.rint(255 * inside * inside * (3 - 2 * inside)).astype(np.uint8)
    return opacity
