"""Selecting by colour: the magic wand and the colour range.

Composite colours are compared channel by channel, premultiplied and alpha included, so that all
fully transparent pixels are equal.
"""

from collections.abc import Iterator
from dataclasses import dataclass
from typing import Any

import numpy as np
from numpy.typing import NDArray

from glide_studio.core.document.document import Document
from glide_studio.core.geometry import Rect
from glide_studio.core.mask.filters import feathered
from glide_studio.core.mask.mask import Mask
from glide_studio.core.raster.raster import TILE_SIZE, Pixels, TileKey, tile_bounds, tile_keys

MAX_TOLERANCE = 255

Flags = NDArray[np.bool_]

_EDGES: dict[TileKey, Any] = {
    (-1, 0): (slice(None), 0),
    (1, 0): (slice(None), -1),
    (0, -1): (0, slice(None)),
    (0, 1): (-1, slice(None)),
}
"""The row or column of a tile that touches each neighbour."""


@dataclass(frozen=True, eq=False)
class ColourRange:
    """All colours from `low` to `high`, each premultiplied RGBA, (4,) uint8."""

    low: Pixels
    high: Pixels

    @classmethod
    def of_area(cls, document: Document, area: Rect) -> "ColourRange | None":
        """The range of the picture's colours in `area`; None if it lies outside."""
        area = area.intersected(document.extent.bounds)
        if area.is_empty:
            return None
        pixels = _shown(document, area).reshape(-1, 4)
        return cls(pixels.min(axis=0), pixels.max(axis=0))

    def distance(self, pixels: Pixels) -> Pixels:
        """The distance of each pixel of (height, width, 4) from the range: 0..255, the largest
        of its channels."""
        above = np.maximum(pixels, self.high) - self.high
        below = self.low - np.minimum(pixels, self.low)
        largest: Pixels = np.maximum(above, below).max(axis=-1)
        return largest


def like_colour(document: Document, colours: ColourRange, tolerance: int) -> Mask:
    """The pixels within `colours`; the mask fades out to a distance of `tolerance`, 0 to 255.

    The cost grows with the picture.
    """
    fade = np.clip(1 - np.arange(256) / (tolerance + 1), 0, 1)
    values = np.rint(255 * fade).astype(np.uint8)
    tiles = {}
    for key in tile_keys(document.extent.bounds):
        tiles[key] = values[colours.distance(_shown(document, tile_bounds(key)))]
    return Mask.from_tiles(document.extent, tiles)


def wand(
    document: Document,
    x: int,
    y: int,
    tolerance: int,
    contiguous: bool = True,
    anti_alias: bool = False,
) -> Mask:
    """The pixels whose colour differs from that at (x, y) by at most `tolerance`, 0 to 255.

    With `contiguous`, only those connected to it side by side; the cost then grows with their
    number. `anti_alias` softens the edge by one pixel.
    """
    colours = ColourRange.of_area(document, Rect(x, y, 1, 1))
    if colours is None:
        return Mask.empty(document.extent)
    flood = _Flood(document, colours, tolerance)
    if contiguous:
        flood.spread(x, y)
    else:
        for key in tile_keys(document.extent.bounds):
            flood.add_all(key)
    return feathered(flood.mask(), 1) if anti_alias else flood.mask()


def _shown(document: Document, area: Rect) -> Pixels:
    """The composite of `area`, premultiplied: (height, width, 4)."""
    pixels = document.composite(area)
    alpha = pixels[..., 3]
    if alpha.min(initial=255) < 255:
        colour = pixels[..., :3].astype(np.uint16) * alpha[..., np.newaxis]
        pixels[..., :3] = (colour + 127) // 255
    return pixels


class _Flood:
    """A flood fill over similar pixels, tile by tile; tiles that it does not reach cost nothing."""

    def __init__(self, document: Document, colours: ColourRange, tolerance: int) -> None:
        self._document = document
        self._colours = colours
        self._tolerance = tolerance
        self._keys = set(tile_keys(document.extent.bounds))
        self._pieces: dict[TileKey, NDArray[np.int32]] = {}
        self._reached: dict[TileKey, Flags] = {}

    def mask(self) -> Mask:
        """All pixels reached so far."""
        tiles = {key: reached * np.uint8(255) for key, reached in self._reached.items()}
        return Mask.from_tiles(self._document.extent, tiles)

    def add_all(self, key: TileKey) -> None:
        """Reach all similar pixels of a tile."""
        self._reached[key] = self._similar(key)

    def spread(self, x: int, y: int) -> None:
        """Reach all similar pixels connected to a pixel."""
        start = np.zeros((TILE_SIZE, TILE_SIZE), bool)
        start[y % TILE_SIZE, x % TILE_SIZE] = True
        waiting = {(x // TILE_SIZE, y // TILE_SIZE): start}
        while waiting:
            for key, entered in self._enter(*waiting.popitem()):
                waiting[key] = waiting[key] | entered if key in waiting else entered

    def _enter(self, key: TileKey, seeds: Flags) -> Iterator[tuple[TileKey, Flags]]:
        """Reach the pixels connected to `seeds` within a tile; yields the seeds of its
        neighbours."""
        if key not in self._pieces:
            from scipy import ndimage  # type: ignore[import-untyped]  # the window does not wait

            self._pieces[key], _ = ndimage.label(self._similar(key))
            self._reached[key] = np.zeros((TILE_SIZE, TILE_SIZE), bool)
        pieces, reached = self._pieces[key], self._reached[key]
        wanted = np.zeros(int(pieces.max()) + 1, bool)
        wanted[pieces[seeds & ~reached]] = True
        wanted[0] = False
        new: Flags = wanted[pieces]
        reached |= new
        for (dx, dy), edge in _EDGES.items():
            neighbour = (key[0] + dx, key[1] + dy)
            if neighbour in self._keys and new[edge].any():
                entered = np.zeros_like(new)
                entered[_EDGES[-dx, -dy]] = new[edge]
                yield neighbour, entered

    def _similar(self, key: TileKey) -> Flags:
        place = tile_bounds(key)
        area = place.intersected(self._document.extent.bounds)
        similar = np.zeros((TILE_SIZE, TILE_SIZE), bool)
        distance = self._colours.distance(_shown(self._document, area))
        similar[area.slices_in(place)] = distance <= self._tolerance
        return similar
