"""Several layers as one that looks the same; the cost follows their tiles."""

from collections.abc import Iterable, Sequence
from types import MappingProxyType

import numpy as np

from glide_studio.core.blend_modes import BlendMode
from glide_studio.core.geometry import Extent
from glide_studio.core.layers import Key, Layer, Sheet, composite_tile, lay, sheets_at
from glide_studio.core.raster import Pixels, Raster


def merged(layers: Sequence[Layer], extent: Extent) -> Raster:
    """What the visible ones of `layers`, bottom first, show."""
    return _raster(extent, {key: composite_tile(sheets_at(layers, key)) for key in _keys(layers)})


def merged_over(ground: Sequence[Layer], layers: Sequence[Layer], extent: Extent) -> Raster:
    """What, laid on `ground`, shows what the visible ones of `layers` show on it.

    It is transparent where they are, and over opaque ground at most a level off: where roundings,
    or blending with the ground, would make it more, the colour is the one that shows the same.
    """
    return _raster(extent, {key: _tile_over(ground, layers, key) for key in _keys(layers)})


def _keys(layers: Iterable[Layer]) -> Iterable[Key]:
    return dict.fromkeys(key for layer in layers for key in layer.raster.tiles)


def _raster(extent: Extent, tiles: dict[Key, Pixels | None]) -> Raster:
    found = {key: tile for key, tile in tiles.items() if tile is not None and tile.any()}
    for tile in found.values():
        tile.flags.writeable = False
    return Raster(extent, 4, MappingProxyType(found))


def _tile_over(ground: Sequence[Layer], layers: Sequence[Layer], key: Key) -> Pixels | None:
    sheets, below = sheets_at(layers, key), sheets_at(ground, key)
    tile, lower = composite_tile(sheets), composite_tile(below)
    if tile is None or lower is None:
        return tile
    shown, wanted = lower.copy(), lower.copy()
    lay(shown, Sheet(tile, 1.0, BlendMode.NORMAL))
    for sheet in sheets:
        lay(wanted, sheet)
    difference = np.maximum(shown, wanted) - np.minimum(shown, wanted)
    off = (difference > 1).any(axis=2) & (tile[..., 3] > 0)
    if off.any():
        tile = tile.copy()
        tile[off] = _between(lower[off], wanted[off], tile[off])
    return tile


def _between(lower: Pixels, wanted: Pixels, near: Pixels) -> Pixels:
    """What, laid on `lower`, comes nearest to `wanted`; its alpha is about that of `near`.

    All are (n, 4).
    """
    alpha_below, alpha_wanted, alpha = (
        pixels[:, 3:] / np.float32(255) for pixels in (lower, wanted, near)
    )
    added = np.rint(255 * (alpha_wanted - alpha_below) / np.maximum(1 - alpha_below, 1 / 255))
    alpha = np.where(alpha_below < 1, np.clip(added, 1, 255) / np.float32(255), alpha)
    total = alpha + alpha_below * (1 - alpha)
    colour = wanted[:, :3] * total - lower[:, :3] * alpha_below * (1 - alpha)
    found: Pixels = np.empty_like(near)
    found[:, :3] = np.rint(np.clip(colour / alpha, 0, 255))
    found[:, 3:] = np.rint(255 * alpha)
    return found
