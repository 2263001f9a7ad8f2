"""Which parts of the canvas are opaque and which are transparent, exact to the pixel."""

from collections.abc import Sequence

import numpy as np
from numpy.typing import NDArray

from glide_studio.core.document.compositing import Composite
from glide_studio.core.document.document import Document
from glide_studio.core.document.layers import Layer, branches_of, sheets_at
from glide_studio.core.document.sheets import SheetGroup, Sheets
from glide_studio.core.mask.mask import FULL_TILE, REPAINT, Mask
from glide_studio.core.raster.raster import TILE_SIZE, Pixels, TileKey, tile_bounds, tile_keys


def has_opaque_pixels(layer: Layer) -> bool:
    """Whether any pixel of `layer` is mostly opaque; checks tiles only until one is found."""
    return layer.visible and any(
        round(int(tile[..., 3].max()) * layer.opacity) >= REPAINT
        for tile in layer.raster.tiles.values()
    )


def has_gap(document: Document) -> bool:
    """Whether any pixel of `document` is mostly transparent.

    For most tiles the lowest alpha of each layer decides. Pixels are composited only in tiles that
    several layers together may cover.
    """
    extent = document.extent
    layers = [base for base, _ in branches_of(document.layers) if base.visible]
    for key in tile_keys(extent.bounds):
        if _lowest_alpha(layers, key) < REPAINT:
            place = tile_bounds(key)
            inside = place.intersected(extent.bounds).slices_in(place)
            if (_alpha(sheets_at(layers, key))[inside] < REPAINT).any():
                return True
    return False


def transparent_mask(document: Document) -> Mask:
    """The mask of all pixels that are mostly transparent."""
    tiles: dict[TileKey, Pixels] = {}
    for key in tile_keys(document.extent.bounds):
        sheets = sheets_at(document.layers, key)
        empty = np.where(_alpha(sheets) < REPAINT, 255, 0).astype(np.uint8)
        tiles[key] = empty if sheets else FULL_TILE
    return Mask.from_tiles(document.extent, tiles)


def _lowest_alpha(layers: Sequence[Layer], key: TileKey) -> int:
    """A lower bound of a tile's alpha, from each layer's lowest alpha there."""
    lowest = 0.0
    for layer in layers:
        if lowest == 1:  # layers above cannot change it, and a new layer takes long to check
            break
        mask = layer.active_mask
        if mask is not None and key in mask.raster.tiles:
            continue
        alpha = layer.raster.lowest_alpha(key) * layer.opacity / 255
        lowest = alpha + lowest * (1 - alpha)
    return round(255 * lowest)


def _alpha(sheets: Sheets) -> NDArray[np.float32]:
    """The composite alpha of a tile's `sheets`, 0 to 255, whole: (TILE_SIZE, TILE_SIZE)."""
    covered = np.zeros((TILE_SIZE, TILE_SIZE), np.float32)
    for sheet in sheets:
        if isinstance(sheet, SheetGroup) or sheet.hidden is not None:
            return np.rint(Composite.of(sheets).premultiplied[3] * np.float32(255))
        alpha = sheet.pixels[..., 3] * np.float32(sheet.opacity / 255)
        covered = alpha + covered * (1 - alpha)
    return np.rint(255 * covered)
