"""Immutable pictures in tiles: a changed copy shares all tiles that did not change."""

from collections.abc import Collection, Iterator, Mapping
from dataclasses import dataclass, field
from itertools import product
from types import MappingProxyType

import numpy as np
from numpy.typing import NDArray

from glide_studio.core.geometry import Extent, Rect

TILE_SIZE = 256

Pixels = NDArray[np.uint8]
TileKey = tuple[int, int]
"""Column and row of a tile."""


def read_only(pixels: Pixels) -> Pixels:
    """`pixels` itself if it is read-only and owns its data, else a read-only copy."""
    if pixels.flags.writeable or not pixels.flags.owndata:
        pixels = pixels.copy()
        pixels.flags.writeable = False
    return pixels


@dataclass(frozen=True, eq=False)
class Raster:
    """An immutable picture of `channels` bytes per pixel.

    `tiles` maps (column, row) to read-only uint8 arrays of (TILE_SIZE, TILE_SIZE, channels);
    an absent tile is all zero, and so is the part of a tile that reaches past the extent.
    """

    extent: Extent
    channels: int
    tiles: Mapping[TileKey, Pixels] = field(repr=False)
    _lowest: dict[TileKey, int] = field(default_factory=dict, repr=False)
    """The results of `lowest_alpha` so far, passed on to versions that share the tile."""

    def __post_init__(self) -> None:
        object.__setattr__(self, "tiles", MappingProxyType(self.tiles))

    @classmethod
    def empty(cls, extent: Extent, channels: int = 4) -> "Raster":
        return cls(extent, channels, {})

    @classmethod
    def from_array(cls, pixels: Pixels) -> "Raster":
        """The raster that holds `pixels`, uint8 (height, width, channels) or (height, width)."""
        height, width = pixels.shape[:2]
        channels = pixels.shape[2] if pixels.ndim == 3 else 1
        extent = Extent(width, height)
        return cls.empty(extent, channels).write(extent.bounds, pixels)

    def tiles_in(self, bounds: Rect) -> Iterator[tuple[Rect, Pixels]]:
        """The position and the pixels of every present tile's part in `bounds`."""
        for key, area in tile_areas(bounds.intersected(self.extent.bounds)):
            if (tile := self.tiles.get(key)) is not None:
                yield area, tile[area.slices_in(tile_bounds(key))]

    def read(self, bounds: Rect) -> Pixels:
        """A new (height, width, channels) array of `bounds`, zero outside the extent."""
        pixels = np.zeros((bounds.height, bounds.width, self.channels), np.uint8)
        for area, tile in self.tiles_in(bounds):
            pixels[area.slices_in(bounds)] = tile
        return pixels

    def write(self, bounds: Rect, pixels: Pixels) -> "Raster":
        """This raster with `pixels`, uint8 (height, width[, channels]), at `bounds`.

        Pixels past the extent are cut off. Tiles whose bytes do not change are shared.
        Raises ValueError when `pixels` has another type or does not fill `bounds`.
        """
        if pixels.dtype != np.uint8:
            raise ValueError(f"pixels must be uint8, not {pixels.dtype}")
        pixels = pixels.reshape(bounds.height, bounds.width, self.channels)
        tiles, lowest = dict(self.tiles), self._lowest.copy()
        for key, area in tile_areas(bounds.intersected(self.extent.bounds)):
            within = area.slices_in(tile_bounds(key))
            old = tiles.get(key)
            part = pixels[area.slices_in(bounds)]
            if old is not None and np.array_equal(part, old[within]):
                continue
            lowest.pop(key, None)
            if part.shape[:2] == (TILE_SIZE, TILE_SIZE):
                tile = part.copy()
            else:
                tile = _blank(self.channels) if old is None else old.copy()
                tile[within] = part
            if part.any() or tile.any():
                tile.flags.writeable = False
                tiles[key] = tile
            else:
                tiles.pop(key, None)
        return Raster(self.extent, self.channels, tiles, lowest)

    def framed(self, frame: Rect) -> "Raster":
        """The part in `frame`, zero where that reaches past the extent.

        Tiles are shared if the frame moves them by whole tiles. Raises ValueError for an empty
        frame.
        """
        extent = Extent(frame.width, frame.height)
        tiles = {}
        for key, area in tile_areas(extent.bounds):
            source = area.translated(frame.x, frame.y)
            if next(self.tiles_in(source), None) is None:
                continue
            tile = _blank(self.channels)
            tile[: area.height, : area.width] = self.read(source)
            old = self.tiles.get((source.x // TILE_SIZE, source.y // TILE_SIZE))
            if old is not None and np.array_equal(tile, old):
                tile = old
            tile.flags.writeable = False
            if tile.any():
                tiles[key] = tile
        return Raster(extent, self.channels, tiles)

    def to_array(self) -> Pixels:
        """A new (height, width, channels) array of the whole picture."""
        return self.read(self.extent.bounds)

    def lowest_alpha(self, key: TileKey) -> int:
        """The lowest value of the last channel among a tile's pixels within the extent."""
        if key not in self._lowest:
            tile, place = self.tiles.get(key), tile_bounds(key)
            inside = place.intersected(self.extent.bounds).slices_in(place)
            self._lowest[key] = 0 if tile is None else int(tile[inside][..., -1].min())
        return self._lowest[key]

    def content_bounds(self, minimum: int = 1) -> Rect:
        """The tight box around pixels with a channel of at least `minimum` (1..255)."""
        box = Rect(0, 0, 0, 0)
        for key in _border_first(self.tiles):
            corner = tile_bounds(key)
            if box.contains(corner):
                continue
            enough = self.tiles[key] >= minimum
            content = enough[..., 0] if self.channels == 1 else np.any(enough, axis=2)
            rows = np.flatnonzero(content.any(axis=1))
            columns = np.flatnonzero(content.any(axis=0))
            if rows.size:
                found = Rect.from_edges(
                    int(columns[0]), int(rows[0]), int(columns[-1]) + 1, int(rows[-1]) + 1
                )
                box = box.united(found.translated(corner.x, corner.y))
        return box


def _blank(channels: int) -> Pixels:
    return np.zeros((TILE_SIZE, TILE_SIZE, channels), np.uint8)


def _border_first(keys: Collection[TileKey]) -> list[TileKey]:
    """The outermost of `keys` first: their content may make checking the others unnecessary."""
    if not keys:
        return []
    columns, rows = zip(*keys, strict=True)
    ends = ({min(columns), max(columns)}, {min(rows), max(rows)})
    return sorted(keys, key=lambda key: key[0] not in ends[0] and key[1] not in ends[1])


def tile_keys(bounds: Rect) -> Iterator[TileKey]:
    """Column and row of every tile that `bounds` touches, row by row."""
    if bounds.is_empty:
        return iter(())
    rows = range(bounds.y // TILE_SIZE, -(-bounds.bottom // TILE_SIZE))
    columns = range(bounds.x // TILE_SIZE, -(-bounds.right // TILE_SIZE))
    return ((column, row) for row, column in product(rows, columns))


def tile_bounds(key: TileKey) -> Rect:
    """The pixels of the tile at a column and row."""
    column, row = key
    return Rect(column * TILE_SIZE, row * TILE_SIZE, TILE_SIZE, TILE_SIZE)


def tile_areas(bounds: Rect) -> Iterator[tuple[TileKey, Rect]]:
    """The keys of the tiles that `bounds` touches, each with the part of `bounds` in it."""
    return ((key, bounds.intersected(tile_bounds(key))) for key in tile_keys(bounds))
