"""Merging layers into one that looks the same; the cost grows with their tiles."""

from collections.abc import Iterable, Sequence

import numpy as np
from numpy.typing import NDArray

from glide_studio.core.document.blend_modes import BlendMode
from glide_studio.core.document.compositing import Sheet, composite_tile, lay
from glide_studio.core.document.layers import Layer, sheets_at
from glide_studio.core.geometry import Extent
from glide_studio.core.raster.raster import Pixels, Raster, TileKey


def merged(layers: Sequence[Layer], extent: Extent) -> Raster:
    """The composite of the visible ones of `layers`, bottom first."""
    return _raster(extent, {key: composite_tile(sheets_at(layers, key)) for key in _keys(layers)})


def merged_over(ground: Sequence[Layer], layers: Sequence[Layer], extent: Extent) -> Raster:
    """One normal layer that looks on `ground` as the visible ones of `layers` look on it.

    It is transparent where they are, and at most one level off, over translucent ground too. (For
    saturated colours of low alpha, about one pixel in millions has no exact equal in eight bits
    and is two levels off.) Where rounding or blend modes would cause a larger error, the colour
    is chosen that gives the same result on this ground. Such a colour always exists, because two
    layers change a ground towards some colour; but the merged layer no longer blends with another
    ground put there later.
    """
    return _raster(extent, {key: _tile_over(ground, layers, key) for key in _keys(layers)})


def _keys(layers: Iterable[Layer]) -> Iterable[TileKey]:
    return dict.fromkeys(key for layer in layers for key in layer.raster.tiles)


def _raster(extent: Extent, tiles: dict[TileKey, Pixels | None]) -> Raster:
    found = {key: tile for key, tile in tiles.items() if tile is not None and tile.any()}
    for tile in found.values():
        tile.flags.writeable = False
    return Raster(extent, 4, found)


def _tile_over(ground: Sequence[Layer], layers: Sequence[Layer], key: TileKey) -> Pixels | None:
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
    """Pixels that give `wanted` when laid on `lower`; their alpha is that of `near`, or one more
    where only that works. All are (n, 4)."""
    alpha = near[:, 3:].astype(np.int16)
    found = _of_alpha(alpha, lower, wanted)
    off = np.flatnonzero(_is_off(lower, found, wanted))
    other = _of_alpha(np.minimum(alpha[off] + 1, 255), lower[off], wanted[off])
    better = ~_is_off(lower[off], other, wanted[off])
    found[off[better]] = other[better]
    return found


def _of_alpha(alpha: NDArray[np.int16], lower: Pixels, wanted: Pixels) -> Pixels:
    """The pixels of this `alpha`, (n, 1), that on `lower` come closest to the colour `wanted`."""
    share = alpha / np.float32(255)
    remaining = lower[:, 3:] / np.float32(255) * (1 - share)
    colour = wanted[:, :3] * (share + remaining) - lower[:, :3] * remaining
    nearest = np.rint(np.clip(colour / share, 0, 255))
    return np.concatenate([nearest, alpha], axis=1).astype(np.uint8)


def _is_off(lower: Pixels, upper: Pixels, wanted: Pixels) -> NDArray[np.bool_]:
    """Where `upper` on `lower` is more than one level off `wanted`."""
    shown = lower.copy()
    lay(shown, Sheet(upper, 1.0, BlendMode.NORMAL))
    difference = np.maximum(shown, wanted) - np.minimum(shown, wanted)
    return np.asarray((difference > 1).any(axis=-1))
