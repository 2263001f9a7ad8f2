"""The mask: which pixels to repaint."""

from collections.abc import Mapping
from dataclasses import dataclass
from enum import Enum

import numpy as np

from glide_studio.core.geometry import Extent, Rect
from glide_studio.core.raster.raster import (
    TILE_SIZE,
    Pixels,
    Raster,
    TileKey,
    read_only,
    tile_bounds,
    tile_keys,
)

REPAINT = 128
"""A pixel of at least this value is repainted."""

FULL_TILE = read_only(np.full((TILE_SIZE, TILE_SIZE, 1), 255, np.uint8))
"""The tile that is repainted entirely, shared by all masks."""


class Combine(Enum):
    """How a new selection changes the mask."""

    REPLACE = "replace"
    ADD = "add"
    SUBTRACT = "subtract"
    INTERSECT = "intersect"


@dataclass(frozen=True)
class Mask:
    """Which pixels to repaint, from 0 (keep) to 255 (repaint); the threshold is `REPAINT`.

    `raster` has one channel.
    """

    raster: Raster

    @classmethod
    def empty(cls, extent: Extent) -> "Mask":
        return cls(Raster.empty(extent, channels=1))

    @classmethod
    def full(cls, extent: Extent) -> "Mask":
        """The mask of a whole picture."""
        return cls.from_tiles(extent, dict.fromkeys(tile_keys(extent.bounds), FULL_TILE))

    @classmethod
    def from_tiles(cls, extent: Extent, tiles: Mapping[TileKey, Pixels]) -> "Mask":
        """The mask of (TILE_SIZE, TILE_SIZE[, 1]) uint8 arrays, cut off at `extent`.

        Writable arrays are copied; all-zero arrays are dropped.
        """
        kept = {}
        for key, values in tiles.items():
            tile = _cut_off(values if values.ndim == 3 else values[..., np.newaxis], extent, key)
            if tile is FULL_TILE or tile.min() == 255:
                kept[key] = FULL_TILE
            elif tile.any():
                kept[key] = read_only(tile)
        return cls(Raster(extent, 1, kept))

    @classmethod
    def from_array(cls, values: Pixels) -> "Mask":
        """The mask that holds `values`, uint8 (height, width)."""
        return cls(Raster.from_array(values))

    @property
    def extent(self) -> Extent:
        return self.raster.extent

    @property
    def is_empty(self) -> bool:
        """Whether no pixel is repainted; checks tiles only until one is found."""
        return not any(int(tile.max()) >= REPAINT for tile in self.raster.tiles.values())

    def bounds(self) -> Rect:
        """The tight box around the pixels to repaint; the cost grows with the painted tiles."""
        return self.raster.content_bounds(REPAINT)

    def read(self, bounds: Rect) -> Pixels:
        """A new (height, width) array of `bounds`, zero outside the extent."""
        return self.raster.read(bounds)[..., 0]

    def write(self, bounds: Rect, values: Pixels) -> "Mask":
        """This mask with `values`, uint8 (height, width), at `bounds`, cut off at the extent."""
        return Mask(self.raster.write(bounds, values))

    def inverted(self) -> "Mask":
        """255 minus every value."""
        tiles = self.raster.tiles
        return Mask.from_tiles(
            self.extent,
            {
                key: 255 - tiles[key] if key in tiles else FULL_TILE
                for key in tile_keys(self.extent.bounds)
                if tiles.get(key) is not FULL_TILE
            },
        )

    def united(self, other: "Mask") -> "Mask":
        """The greater of both values at each pixel. Raises ValueError if the extents differ."""
        mine, others = self._tiles_of_both(other)
        tiles = dict(mine)
        for key, tile in others.items():
            old = tiles.get(key)
            tiles[key] = tile if old is None else _shared(np.maximum(old, tile), old, tile)
        return Mask.from_tiles(self.extent, tiles)

    def intersected(self, other: "Mask") -> "Mask":
        """The lesser of both values at each pixel. Raises ValueError if the extents differ."""
        mine, others = self._tiles_of_both(other)
        return Mask.from_tiles(
            self.extent,
            {
                key: _shared(np.minimum(mine[key], others[key]), mine[key], others[key])
                for key in mine.keys() & others.keys()
            },
        )

    def without(self, other: "Mask") -> "Mask":
        """The intersection with the inverse of `other`."""
        mine, others = self._tiles_of_both(other)
        tiles = dict(mine)
        for key in mine.keys() & others.keys():
            tiles[key] = _shared(np.minimum(mine[key], 255 - others[key]), mine[key])
        return Mask.from_tiles(self.extent, tiles)

    def combined(self, new: "Mask", how: Combine) -> "Mask":
        """This mask after `new` was selected."""
        match how:
            case Combine.ADD:
                return self.united(new)
            case Combine.SUBTRACT:
                return self.without(new)
            case Combine.INTERSECT:
                return self.intersected(new)
        return new

    def _tiles_of_both(
        self, other: "Mask"
    ) -> tuple[Mapping[TileKey, Pixels], Mapping[TileKey, Pixels]]:
        if self.extent != other.extent:
            raise ValueError(f"a mask of {other.extent} does not fit one of {self.extent}")
        return self.raster.tiles, other.raster.tiles


def _cut_off(tile: Pixels, extent: Extent, key: TileKey) -> Pixels:
    """`tile` with zeros past `extent`."""
    place = tile_bounds(key)
    inside = place.intersected(extent.bounds)
    if inside == place:
        return tile
    within = inside.slices_in(place)
    cut = np.zeros_like(tile)
    cut[within] = tile[within]
    return _shared(cut, tile)


def _shared(tile: Pixels, *equals: Pixels) -> Pixels:
    """The first of `equals` with the same bytes as `tile`, so that versions share it, or `tile`."""
    return next((equal for equal in equals if np.array_equal(equal, tile)), tile)
