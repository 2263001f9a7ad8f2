"""Several layers as one that looks the same; the cost follows their tiles."""

from collections.abc import Iterable, Sequence

import numpy as np
from numpy.typing import NDArray

from glide_studio.core.document.blend_modes import BlendMode
from glide_studio.core.document.layers import Layer, Sheet, composite_tile, lay, sheets_at
from glide_studio.core.geometry import Extent
from glide_studio.core.raster.raster import Key, Pixels, Raster


def merged(layers: Sequence[Layer], extent: Extent) -> Raster:
    """What the visible ones of `layers`, bottom first, show."""
    return _raster(extent, {key: composite_tile(sheets_at(layers, key)) for key in _keys(layers)})


def merged_over(ground: Sequence[Layer], layers: Sequence[Layer], extent: Extent) -> Raster:
    """What, laid on `ground`, shows what the visible ones of `layers` show on it.

    It is transparent where they are, and a level off at most, over translucent ground too. (Of
    thin and strong colours one pixel in millions has no equal in eight bits: two levels.) Where
    roundings, or blending with the ground, would make it more, the colour is the one that shows
    the same on this ground. There always is one, since what two layers make of a ground lies
    between it and some colour; on another ground, put there later, it does not blend any more.
    """
    return _raster(extent, {key: _tile_over(ground, layers, key) for key in _keys(layers)})


def _keys(layers: Iterable[Layer]) -> Iterable[Key]:
    return dict.fromkeys(key for layer in layers for key in layer.raster.tiles)


def _raster(extent: Extent, tiles: dict[Key, Pixels | None]) -> Raster:
    found = {key: tile for key, tile in tiles.items() if tile is not None and tile.any()}
    for tile in found.values():
        tile.flags.writeable = False
    return Raster(extent, 4, found)


def _tile_over(ground: Sequence[Layer], layers: Sequence[Layer], key: Key) -> Pixels | None:
    sheets, below = sheets_at(layers, key), sheets_at(ground, key)
    tile, lower = composite_tile(sheets), composite_tile(below)
    if tile is None or lower is None:
        return tile
    wanted = lower.copy()
    for sheet in sheets:
        lay(wanted, sheet)
    off = _is_off(lower, tile, wanted) & (tile[..., 3] > 0)
    if off.any():
        tile = tile.copy()
        tile[off] = _fitted(lower[off], wanted[off], tile[off])
    return tile


def _fitted(lower: Pixels, wanted: Pixels, near: Pixels) -> Pixels:
    """What, laid on `lower`, shows `wanted`; its alpha is that of `near`, or one more where only
    that will do. All are (n, 4)."""
    alpha = near[:, 3:].astype(np.int16)
    found = _of_alpha(alpha, lower, wanted)
    off = np.flatnonzero(_is_off(lower, found, wanted))
    other = _of_alpha(np.minimum(alpha[off] + 1, 255), lower[off], wanted[off])
    better = ~_is_off(lower[off], other, wanted[off])
    found[off[better]] = other[better]
    return found


def _of_alpha(alpha: NDArray[np.int16], lower: Pixels, wanted: Pixels) -> Pixels:
    """The pixels of this `alpha`, (n, 1), that on `lower` come nearest to the colour `wanted`."""
    share = alpha / np.float32(255)
    remaining = lower[:, 3:] / np.float32(255) * (1 - share)
    colour = wanted[:, :3] * (share + remaining) - lower[:, :3] * remaining
    nearest = np.rint(np.clip(colour / share, 0, 255))
    return np.concatenate([nearest, alpha], axis=1).astype(np.uint8)


def _is_off(lower: Pixels, upper: Pixels, wanted: Pixels) -> NDArray[np.bool_]:
    """Where `upper` on `lower` is more than a level off from `wanted`."""
    shown = lower.copy()
    lay(shown, Sheet(upper, 1.0, BlendMode.NORMAL))
    difference = np.maximum(shown, wanted) - np.minimum(shown, wanted)
    return np.asarray((difference > 1).any(axis=-1))
