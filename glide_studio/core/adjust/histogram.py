"""How often each value of a channel occurs."""

import numpy as np
from numpy.typing import NDArray
from PIL import Image

from glide_studio.core.document.compositing import shared_out
from glide_studio.core.mask.selection import Selection
from glide_studio.core.raster.raster import Pixels, Raster, TileKey, tile_bounds

Histogram = NDArray[np.int64]
"""(3, 256): how many pixels have each value of red, green and blue."""


def histogram(raster: Raster, selection: Selection) -> Histogram:
    """That of the pixels of `raster`, RGBA, that are selected, however faintly, and not
    transparent."""

    def counted(item: tuple[TileKey, Pixels]) -> Histogram:
        key, tile = item
        place = tile_bounds(key)
        counts = tile[..., 3] > 0
        if not selection.is_everything:
            counts &= selection.weights(place) > 0
        found = Image.fromarray(tile).histogram(Image.fromarray(counts.view(np.uint8)))
        return np.array(found[:768]).reshape(3, 256)

    empty = np.zeros((3, 256), np.int64)
    return sum(shared_out(counted, raster.tiles.items()), start=empty)
