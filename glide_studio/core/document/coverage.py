"""Where the picture is, and where the canvas is still empty; exact to the pixel."""

from collections.abc import Sequence

import numpy as np
from numpy.typing import NDArray

from glide_studio.core.document.document import Document
from glide_studio.core.document.layers import Layer, Sheet, sheets_at
from glide_studio.core.mask.mask import FULL_TILE, REPAINT, Mask
from glide_studio.core.raster.raster import TILE_SIZE, Key, Pixels, tile_bounds, tile_keys


def has_opaque_pixels(layer: Layer) -> bool:
    """Whether a pixel of `layer` is mostly opaque; tiles after the first with one are spared."""
    return layer.visible and any(
        round(int(tile[..., 3].max()) * layer.opacity) >= REPAINT
        for tile in layer.raster.tiles.values()
    )


def has_gap(document: Document) -> bool:
    """Whether a pixel of `document` is mostly transparent.

    What the layers' tiles are known to cover at least decides about most of them; only where
    layers cover for one another are pixels looked at.
    """
    extent = document.extent
    layers = [layer for layer in document.layers if layer.visible]
    for key in tile_keys(extent.bounds):
        if _lowest_alpha(layers, key) < REPAINT:
            place = tile_bounds(key)
            inside = place.intersected(extent.bounds).slices_in(place)
            if (_alpha(sheets_at(layers, key))[inside] < REPAINT).any():
                return True
    return False


def transparent_mask(document: Document) -> Mask:
    """All that is mostly transparent, to be repainted."""
    tiles: dict[Key, Pixels] = {}
    for key in tile_keys(document.extent.bounds):
        sheets = sheets_at(document.layers, key)
        empty = np.where(_alpha(sheets) < REPAINT, 255, 0).astype(np.uint8)
        tiles[key] = empty if sheets else FULL_TILE
    return Mask.from_tiles(document.extent, tiles)


def _lowest_alpha(layers: Sequence[Layer], key: Key) -> int:
    """What a tile has for alpha at least, by what each layer has at least."""
    lowest = 0
    for layer in layers:
        if lowest == 255:  # then no layer above needs a look, which takes long for a new one
            break
        alpha = round(layer.raster.lowest_alpha(key) * layer.opacity)
        lowest = round(alpha + lowest * (255 - alpha) / 255)
    return lowest


def _alpha(sheets: Sequence[Sheet]) -> NDArray[np.uint16]:
    """A tile's alpha as its `sheets` are laid on each other, 0 to 255: (TILE_SIZE, TILE_SIZE)."""
    covered = np.zeros((TILE_SIZE, TILE_SIZE), np.uint16)
    for pixels, opacity, _ in sheets:
        alpha = pixels[..., 3].astype(np.uint16)
        if opacity < 1:
            alpha = np.rint(alpha * opacity).astype(np.uint16)
        covered = alpha + (covered * (255 - alpha) + 127) // 255
    return covered
