"""Merging layers into one that looks the same; the cost grows with their tiles."""

from collections.abc import Callable, Iterable, Sequence

import numpy as np
from numpy.typing import NDArray

from glide_studio.core.document.blend_modes import BlendMode
from glide_studio.core.document.composite import Composite
from glide_studio.core.document.compositing import composite_into, composite_tile, shared_out
from glide_studio.core.document.layers import Layer, sheets_at
from glide_studio.core.document.sheets import Sheet, Sheets, changed_sheets
from glide_studio.core.geometry import Extent
from glide_studio.core.raster.raster import Pixels, Raster, TileKey


def merged(layers: Sequence[Layer], extent: Extent) -> Raster:
    """The composite of the visible ones of `layers`, bottom first."""
    return _raster(extent, _keys(layers), lambda key: composite_tile(sheets_at(layers, key)))


def merged_over(ground: Sequence[Layer], layers: Sequence[Layer], extent: Extent) -> Raster:
    """One normal layer that looks on `ground` as the visible ones of `layers` look on it.

    It is transparent where they are, and at most one level off, also over translucent ground. (For
    saturated colours of low alpha, about one pixel in a million has no exact equal in eight bits
    and is two levels off.) Where rounding or blend modes would cause a larger error, the colour
    that gives the same result on this ground is chosen. Such a colour always exists, because two
    layers change a ground towards some colour; but over another ground the merged layer looks
    different from the two layers.
    """
    return _raster(extent, _keys(layers), lambda key: _tile_over(ground, layers, key))


def _keys(layers: Iterable[Layer]) -> Iterable[TileKey]:
    return dict.fromkeys(key for layer in layers for key in layer.raster.tiles)


def _raster(
    extent: Extent, keys: Iterable[TileKey], tile_at: Callable[[TileKey], Pixels | None]
) -> Raster:
    def made(key: TileKey) -> tuple[TileKey, Pixels | None]:
        tile = tile_at(key)
        return key, tile if tile is not None and tile.any() else None

    found = {key: tile for key, tile in shared_out(made, keys) if tile is not None}
    for tile in found.values():
        tile.flags.writeable = False
    return Raster(extent, 4, found)


def _tile_over(ground: Sequence[Layer], layers: Sequence[Layer], key: TileKey) -> Pixels | None:
    sheets, below = sheets_at(layers, key), sheets_at(ground, key)
    tile, wanted = composite_tile(sheets), composite_tile([*below, *sheets])
    if tile is None or wanted is None or not below:
        return tile
    off = _is_off(below, tile, wanted)
    if off.any():
        parts = changed_sheets(below, lambda pixels: pixels[off][np.newaxis])
        tile = tile.copy()
        tile[off] = _fitted(parts, wanted[off][np.newaxis], tile[off][np.newaxis])[0]
    return tile


def _fitted(below: Sheets, wanted: Pixels, near: Pixels) -> Pixels:
    """Pixels that give `wanted` when laid on `below`; their alpha is that of `near` but not 0, or
    one more where only that works. All are (1, n, 4)."""
    ground = Composite.of(below).premultiplied
    alpha = np.maximum(near[..., 3], 1).astype(np.int16)
    found = _of_alpha(alpha, ground, wanted)
    other = _of_alpha(np.minimum(alpha + 1, 255), ground, wanted)
    better = _is_off(below, found, wanted) & ~_is_off(below, other, wanted)
    found[better] = other[better]
    return found


def _of_alpha(alpha: NDArray[np.int16], ground: NDArray[np.float32], wanted: Pixels) -> Pixels:
    """The pixels of this `alpha`, (1, n), that on `ground` come closest to the colour `wanted`."""
    share = alpha / np.float32(255)
    below = ground * (1 - share)
    colour = np.moveaxis(wanted[..., :3], -1, 0) * (share + below[3]) - below[:3]
    nearest = np.rint(np.clip(colour / share, 0, 255))
    return np.stack([*nearest, alpha], axis=-1).astype(np.uint8)


def _is_off(below: Sheets, upper: Pixels, wanted: Pixels) -> NDArray[np.bool_]:
    """Where `upper` on `below` is more than one level off `wanted`."""
    shown = np.empty_like(wanted)
    composite_into(shown, [*below, Sheet(upper, 1.0, BlendMode.NORMAL)])
    difference = np.maximum(shown, wanted) - np.minimum(shown, wanted)
    return np.asarray((difference > 1).any(axis=-1))
