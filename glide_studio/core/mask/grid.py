"""The mask on the grid of the base network, where each cell is repainted whole or not at all."""

import numpy as np
from numpy.typing import NDArray

from glide_studio.core.mask.blend_band import network_mask
from glide_studio.core.raster.raster import Pixels


def repainted_cells(mask: Pixels, feather: int, side: int) -> NDArray[np.bool_]:
    """Which cells of a grid of `side` x `side` the networks repaint, (side, side): those with any
    pixel of `mask`, a square uint8, or of the `feather` pixels around it (arXiv 2112.10741, 2.3).

    Where the mask has fewer pixels than the grid, or no multiple of it, a pixel may be in several
    cells.
    """
    repaint = network_mask(mask, feather) > 0
    size = len(repaint)
    spans = [slice(i * size // side, -(-(i + 1) * size // side)) for i in range(side)]
    rows = np.stack([repaint[span].any(axis=0) for span in spans])
    return np.stack([rows[:, span].any(axis=1) for span in spans], axis=1)
