"""Thumbnails of large pictures, recomputed only where the picture changed."""

from collections.abc import Mapping
from dataclasses import dataclass, field

import numpy as np

from glide_studio.core.geometry import Extent
from glide_studio.core.raster.raster import TILE_SIZE, Pixels, Raster, TileKey

SAMPLES = 4
"""Number of samples along each axis that are averaged for one pixel of a thumbnail."""


@dataclass(frozen=True, eq=False)
class Thumbnail:
    """`raster`, straight-alpha RGBA, reduced by `factor`, a power of 2, along both axes.

    `blocks` are its reduced tiles.
    """

    raster: Raster
    factor: int
    blocks: Mapping[TileKey, Pixels] = field(repr=False)

    @classmethod
    def of(cls, raster: Raster, side: int, previous: "Thumbnail | None" = None) -> "Thumbnail":
        """The largest thumbnail within `side` x `side` pixels; reuses unchanged blocks of
        `previous`."""
        factor = reduction_factor(raster.extent, side)
        old = previous if previous is not None and previous.factor == factor else None
        blocks = {
            key: old.blocks[key]
            if old is not None and old.raster.tiles.get(key) is tile
            else mean_of(samples(tile, factor), factor)
            for key, tile in raster.tiles.items()
        }
        return cls(raster, factor, blocks)

    @property
    def extent(self) -> Extent:
        return reduced_extent(self.raster.extent, self.factor)

    def to_array(self) -> Pixels:
        """Straight-alpha RGBA, (height, width, 4) uint8."""
        return assembled(self.blocks, self.extent, self.factor)


def reduction_factor(extent: Extent, side: int) -> int:
    """The smallest power of 2 that reduces `extent` to within `side` x `side`; at most
    TILE_SIZE."""
    factor = 1
    while -(-max(extent.width, extent.height) // factor) > side and factor < TILE_SIZE:
        factor *= 2
    return factor


def reduced_extent(extent: Extent, factor: int) -> Extent:
    """The size of a picture reduced by `factor`; incomplete pixels at the edge count as whole."""
    return Extent(-(-extent.width // factor), -(-extent.height // factor))


def assembled(blocks: Mapping[TileKey, Pixels], extent: Extent, factor: int) -> Pixels:
    """The picture of the reduced `extent`, put together from tiles that `factor` reduced."""
    side = TILE_SIZE // factor
    columns, rows = -(-extent.width // side), -(-extent.height // side)
    pixels = np.zeros((rows * side, columns * side, 4), np.uint8)
    for (column, row), block in blocks.items():
        y, x = row * side, column * side
        pixels[y : y + side, x : x + side] = block
    return pixels[: extent.height, : extent.width].copy()


def samples(tile: Pixels, factor: int) -> Pixels:
    """The pixels of a tile, not copied, that are averaged where it is reduced by `factor`."""
    step = max(1, factor // SAMPLES)
    return tile[step // 2 :: step, step // 2 :: step]


def mean_of(sampled: Pixels, factor: int) -> Pixels:
    """The tile whose `samples` these are reduced by `factor`: mean colours, weighted by alpha."""
    count, side = min(factor, SAMPLES), TILE_SIZE // factor
    colours = sampled.astype(np.float32)
    colours[..., :3] *= colours[..., 3:]
    total = colours.reshape(side, count, side, count, 4).sum(axis=(1, 3))
    reduced = np.zeros((side, side, 4), np.uint8)
    reduced[..., :3] = np.rint(total[..., :3] / np.maximum(total[..., 3:], 1))
    reduced[..., 3] = np.rint(total[..., 3] / count**2)
    return reduced
