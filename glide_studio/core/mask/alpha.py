"""Conversion between masks and alpha channels."""

import numpy as np

from glide_studio.core.mask.mask import Mask
from glide_studio.core.raster.raster import Pixels, Raster, read_only


def opaque_part(raster: Raster) -> Mask:
    """The alpha channel of a straight-alpha RGBA picture as a mask."""
    return Mask.from_tiles(raster.extent, {key: tile[..., 3] for key, tile in raster.tiles.items()})


def weighted(alpha: Pixels, mask: Pixels) -> Pixels:
    """`alpha` times mask / 255, rounded; both uint8 of one shape."""
    return ((alpha.astype(np.uint16) * mask + 127) // 255).astype(np.uint8)


def kept_part(raster: Raster, mask: Mask) -> Raster:
    """The masked part of an RGBA picture: alpha times the mask's share.

    Raises ValueError if the extents differ.
    """
    if raster.extent != mask.extent:
        raise ValueError(f"a mask of {mask.extent} does not fit a picture of {raster.extent}")
    tiles = {}
    for key in raster.tiles.keys() & mask.raster.tiles.keys():
        tile = raster.tiles[key]
        alpha = weighted(tile[..., 3], mask.raster.tiles[key][..., 0])
        if not np.array_equal(alpha, tile[..., 3]):
            tile = tile.copy()
            tile[..., 3] = alpha
            tile[alpha == 0] = 0
        if tile.any():
            tiles[key] = read_only(tile)
    return Raster(raster.extent, raster.channels, tiles)
