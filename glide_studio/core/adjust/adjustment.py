"""What all adjustments have in common, and their application to a layer's tiles."""

from abc import ABC, abstractmethod
from collections.abc import Collection, Iterable, Iterator
from dataclasses import dataclass
from functools import reduce
from itertools import product
from typing import Self

import numpy as np

from glide_studio.core.document.compositing import shared_out
from glide_studio.core.geometry import Rect
from glide_studio.core.raster.raster import (
    TILE_SIZE,
    Pixels,
    Raster,
    TileKey,
    read_only,
    tile_bounds,
    tile_keys,
)


@dataclass(frozen=True)
class Adjustment(ABC):
    """A change of pixels in straight-alpha RGBA; each has its numbers as fields."""

    @property
    def reach(self) -> int:
        """How far, in pixels, a pixel has an effect on others."""
        return 0

    def at_scale(self, scale: float) -> Self:
        """The adjustment that looks the same on a picture reduced by `scale`, 0 to 1."""
        return self

    @abstractmethod
    def applied(self, pixels: Pixels, bounds: Rect) -> Pixels:
        """The adjusted pixels of `bounds`, whose corner is that of a tile: (height, width, 4).

        `pixels` reach `reach` farther on all four sides. The result may borrow nothing of them.
        """


def adjusted(
    raster: Raster, adjustment: Adjustment, keys: Collection[TileKey] | None = None
) -> Raster:
    """`raster` with all of its tiles adjusted, or those at `keys`; the work of all processors.

    Past the edges the outermost pixels repeat. Transparent pixels stay as they are, unless others
    reach them.
    """
    if keys is None:
        keys = set(_reached(raster, adjustment.reach))

    def adjusted_block(keys: list[TileKey]) -> dict[TileKey, Pixels]:
        place = reduce(Rect.united, map(tile_bounds, keys))
        before = _around(raster, place, adjustment.reach)
        if not before.any():
            return {}
        after = adjustment.applied(before, place)
        if not adjustment.reach:
            _keep_hidden(before, after)
        inside = place.intersected(raster.extent.bounds)
        after[inside.height :], after[:, inside.width :] = 0, 0
        parts = {key: after[tile_bounds(key).slices_in(place)] for key in keys}
        return {key: read_only(tile) for key, tile in parts.items() if tile.any()}

    tiles = {key: tile for key, tile in raster.tiles.items() if key not in keys}
    for block in shared_out(adjusted_block, _blocks(keys, adjustment.reach)):
        tiles |= block
    return Raster(raster.extent, raster.channels, tiles)


def _blocks(keys: Iterable[TileKey], reach: int) -> list[list[TileKey]]:
    """Tiles to adjust at once: with a far reach several, which need nearly the same pixels."""
    side = max(1, -(-2 * reach // TILE_SIZE))
    blocks: dict[TileKey, list[TileKey]] = {}
    for column, row in keys:
        blocks.setdefault((column // side, row // side), []).append((column, row))
    return [*blocks.values()]


def _reached(raster: Raster, reach: int) -> Iterator[TileKey]:
    """The tiles of the page that lie within `reach` of one with pixels."""
    far = -(-reach // TILE_SIZE)
    steps = range(-far, far + 1)
    page = set(tile_keys(raster.extent.bounds))
    near = {(x + dx, y + dy) for x, y in raster.tiles for dx, dy in product(steps, steps)}
    return iter(near & page)


def _around(raster: Raster, place: Rect, reach: int) -> Pixels:
    """The pixels of `place` and `reach` around it; past the page, its outermost ones."""
    wanted, page = place.padded(reach), raster.extent.bounds
    inside = wanted.intersected(page)
    pixels = raster.read(inside)
    missing = (
        (inside.y - wanted.y, wanted.bottom - inside.bottom),
        (inside.x - wanted.x, wanted.right - inside.right),
        (0, 0),
    )
    return np.pad(pixels, missing, mode="edge") if np.any(missing) else pixels


def _keep_hidden(before: Pixels, after: Pixels) -> None:
    """Restore the bytes of pixels with an alpha of 0."""
    hidden = before[..., 3] == 0
    if hidden.any():
        after[hidden] = before[hidden]
