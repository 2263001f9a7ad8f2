"""How much of what the model sees a mask covers."""

import numpy as np

from glide_studio.core.mask.mask import REPAINT, Mask
from glide_studio.core.modes.region import edit_region

TOO_SMALL = 0.04
"""Below this share the model tends to go on with the background."""

SAMPLES = 256
"""Along a side of the region; more would not change what is said of it."""


def mask_share(mask: Mask) -> float:
    """The share of the region around `mask` that is to be repainted, 0 to 1; 0 if none is."""
    painted = mask.bounds()
    if painted.is_empty:
        return 0.0
    region = edit_region(mask)
    step = max(1, region.width // SAMPLES)
    count = sum(
        np.count_nonzero(tile[::step, ::step] >= REPAINT)
        for _, tile in mask.raster.tiles_in(painted)
    )
    return min(1.0, float(count) * step * step / (region.width * region.height))
