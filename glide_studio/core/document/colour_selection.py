"""Selecting by colour: what looks alike around a point, or anywhere in the picture.

Colours are compared as shown, channel by channel; alpha is one of them, and what is transparent
has no colour.
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
from glide_studio.core.raster.raster import TILE_SIZE, Key, Pixels, tile_bounds, tile_keys

MAX_TOLERANCE = 255

Flags = NDArray[np.bool_]

_EDGES: dict[Key, Any] = {
    (-1, 0): (slice(None), 0),
    (1, 0): (slice(None), -1),
    (0, -1): (0, slice(None)),
    (0, 1): (-1, slice(None)),
}
"""The border of a tile towards each neighbour."""


@dataclass(frozen=True, eq=False)
class ColourRange:
    """All colours from `low` to `high`, each four premultiplied bytes."""

    low: Pixels
    high: Pixels

    @classmethod
    def of_area(cls, document: Document, area: Rect) -> "ColourRange | None":
        """What colours the picture shows in `area`; None if that is outside."""
        area = area.intersected(document.extent.bounds)
        if area.is_empty:
            return None
        pixels = _shown(document, area).reshape(-1, 4)
        return cls(pixels.min(axis=0), pixels.max(axis=0))

    def distance(self, pixels: Pixels) -> Pixels:
        """How far each of (height, width, 4) is out of the range, in its worst channel: 0..255."""
        above = np.maximum(pixels, self.high) - self.high
        below = self.low - np.minimum(pixels, self.low)
        worst: Pixels = np.maximum(above, below).max(axis=-1)
        return worst


def like_colour(document: Document, colours: ColourRange, tolerance: int) -> Mask:
    """The pixels with one of `colours`; others fade until they differ by `tolerance`, 0 to 255.

    The cost follows the picture.
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

    If `contiguous`, those joined to it side by side; the cost follows how many they are.
    `anti_alias` rounds the steps of the edge.
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
    """Spreads over pixels that are alike, tile by tile; tiles beyond its reach cost nothing."""

    def __init__(self, document: Document, colours: ColourRange, tolerance: int) -> None:
        self._document = document
        self._colours = colours
        self._tolerance = tolerance
        self._page = set(tile_keys(document.extent.bounds))
        self._pieces: dict[Key, NDArray[np.int32]] = {}
        self._reached: dict[Key, Flags] = {}

    def mask(self) -> Mask:
        """All that was reached."""
        tiles = {key: reached * np.uint8(255) for key, reached in self._reached.items()}
        return Mask.from_tiles(self._document.extent, tiles)

    def add_all(self, key: Key) -> None:
        """Reach all pixels of a tile that are alike."""
        self._reached[key] = self._alike(key)

    def spread(self, x: int, y: int) -> None:
        """Reach what is joined to a pixel."""
        start = np.zeros((TILE_SIZE, TILE_SIZE), bool)
        start[y % TILE_SIZE, x % TILE_SIZE] = True
        waiting = {(x // TILE_SIZE, y // TILE_SIZE): start}
        while waiting:
            for key, entered in self._enter(*waiting.popitem()):
                waiting[key] = waiting[key] | entered if key in waiting else entered

    def _enter(self, key: Key, seeds: Flags) -> Iterator[tuple[Key, Flags]]:
        """Reach what is joined to `seeds` within a tile; yields the seeds of its neighbours."""
        if key not in self._pieces:
            from scipy import ndimage  # type: ignore[import-untyped]  # the window does not wait

            self._pieces[key], _ = ndimage.label(self._alike(key))
            self._reached[key] = np.zeros((TILE_SIZE, TILE_SIZE), bool)
        pieces, reached = self._pieces[key], self._reached[key]
        wanted = np.zeros(int(pieces.max()) + 1, bool)
        wanted[pieces[seeds & ~reached]] = True
        wanted[0] = False
        new: Flags = wanted[pieces]
        reached |= new
        for (dx, dy), edge in _EDGES.items():
            neighbour = (key[0] + dx, key[1] + dy)
            if neighbour in self._page and new[edge].any():
                entered = np.zeros_like(new)
                entered[_EDGES[-dx, -dy]] = new[edge]
                yield neighbour, entered

    def _alike(self, key: Key) -> Flags:
        place = tile_bounds(key)
        area = place.intersected(self._document.extent.bounds)
        alike = np.zeros((TILE_SIZE, TILE_SIZE), bool)
        distance = self._colours.distance(_shown(self._document, area))
        alike[area.slices_in(place)] = distance <= self._tolerance
        return alike
