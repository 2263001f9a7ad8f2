"""Gradients between two colours."""

import math
from dataclasses import dataclass
from enum import Enum
from functools import cached_property

import numpy as np
from numpy.typing import NDArray

from glide_studio.core.document.blend_modes import BlendMode
from glide_studio.core.document.compositing import lay, shared_out
from glide_studio.core.document.sheets import Sheet
from glide_studio.core.geometry import Rect
from glide_studio.core.raster.colour import Colour
from glide_studio.core.raster.raster import (
    TILE_SIZE,
    Pixels,
    Raster,
    TileKey,
    read_only,
    tile_areas,
    tile_bounds,
)

SHADES = 4096
"""The number of steps in which a gradient is computed, which round to within one level."""


class GradientShape(Enum):
    """How the colours run: along a line, from a line to both sides, around a point as rings, or
    once around it, clockwise."""

    LINEAR = "linear"
    REFLECTED = "reflected"
    RADIAL = "radial"
    CONICAL = "conical"


@dataclass(frozen=True)
class Gradient:
    """From `first` at `start` to `last` at `end`, which are different points of the document.

    The bytes of the colours, in the document's colour space, are mixed in even steps. If it
    `fades`, it runs from `first` to transparent; `reverse` swaps what is at both ends. `opacity`, 0
    to 1, is that with which it is drawn on a picture. Raises ValueError for equal points.
    """

    shape: GradientShape
    start: tuple[float, float]
    end: tuple[float, float]
    first: Colour
    last: Colour
    fades: bool = False
    reverse: bool = False
    opacity: float = 1.0

    def __post_init__(self) -> None:
        if self.start == self.end:
            raise ValueError(f"a gradient cannot both start and end at {self.start}")

    def pixels(self, area: Rect) -> Pixels:
        """Its pixels in an area: (height, width, 4), straight alpha."""
        shade = self._shares(area)
        shade *= SHADES - 1
        shade += 0.5
        np.clip(shade, 0, SHADES - 1, out=shade)
        return self._shades.take(shade.astype(np.intp)).view(np.uint8).reshape(*shade.shape, 4)

    def drawn_on(self, raster: Raster, bounds: Rect) -> Raster:
        """`raster`, RGBA, with the gradient painted over it in `bounds`."""

        def drawn(place: tuple[TileKey, Rect]) -> tuple[TileKey, Pixels]:
            key, area = place
            tile = raster.tiles.get(key)
            tile = np.zeros((TILE_SIZE, TILE_SIZE, 4), np.uint8) if tile is None else tile.copy()
            within = area.slices_in(tile_bounds(key))
            lower = np.ascontiguousarray(tile[within])
            lay(lower, Sheet(self.pixels(area), self.opacity, BlendMode.NORMAL))
            tile[within] = lower
            tile.flags.writeable = False
            return key, read_only(tile)

        places = tile_areas(bounds.intersected(raster.extent.bounds))
        changed = {key: tile for key, tile in shared_out(drawn, places) if tile.any()}
        return Raster(raster.extent, raster.channels, {**raster.tiles, **changed})

    @cached_property
    def _shades(self) -> NDArray[np.uint32]:
        """The colours from the first to the last, four bytes each."""
        first = np.array([*self.first.rgb, 255])
        last = np.array([*self.first.rgb, 0] if self.fades else [*self.last.rgb, 255])
        share = np.linspace(0, 1, SHADES)[:, np.newaxis]
        shades = np.rint(first + share * (last - first)).astype(np.uint8)
        shades[shades[:, 3] == 0] = 0
        return shades.view(np.uint32)[:: -1 if self.reverse else 1, 0]

    def _shares(self, area: Rect) -> NDArray[np.float32]:
        """How far each pixel's centre is from start to end: (height, width), 0 and 1 there."""
        (x0, y0), (x1, y1) = self.start, self.end
        dx, dy = x1 - x0, y1 - y0
        length = math.hypot(dx, dy)
        x = np.arange(area.x, area.right, dtype=np.float32) + np.float32(0.5 - x0)
        y = np.arange(area.y, area.bottom, dtype=np.float32)[:, np.newaxis] + np.float32(0.5 - y0)
        match self.shape:
            case GradientShape.RADIAL:
                return np.hypot(x, y) / np.float32(length)
            case GradientShape.CONICAL:
                turned = np.arctan2(y * dx - x * dy, x * dx + y * dy)
                return np.mod(turned / np.float32(2 * math.pi), np.float32(1))
            case GradientShape.REFLECTED:
                return np.abs(_along(x, y, dx / length**2, dy / length**2))
        return _along(x, y, dx / length**2, dy / length**2)


def _along(
    x: NDArray[np.float32], y: NDArray[np.float32], dx: float, dy: float
) -> NDArray[np.float32]:
    return x * np.float32(dx) + y * np.float32(dy)
