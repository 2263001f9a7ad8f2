"""Which parts of the canvas are opaque and which are transparent, exact to the pixel."""

from collections.abc import Sequence

import numpy as np
from numpy.typing import NDArray

from glide_studio.core.document.composite import Composite
from glide_studio.core.document.document import Document
from glide_studio.core.document.groups import Group
from glide_studio.core.document.layers import Branch, Layer, branches_of, sheets_at
from glide_studio.core.document.sheets import SheetGroup, Sheets
from glide_studio.core.geometry import Rect
from glide_studio.core.mask.mask import FULL_TILE, REPAINT, Mask
from glide_studio.core.raster.raster import (
    TILE_SIZE,
    Pixels,
    TileKey,
    tile_areas,
    tile_bounds,
    tile_keys,
)


def has_opaque_pixels(layer: Layer) -> bool:
    """Whether any pixel of `layer` is mostly opaque; checks tiles only until one is found."""
    return layer.is_shown and any(
        round(int(tile[..., 3].max()) * layer.opacity) >= REPAINT
        for tile in layer.raster.tiles.values()
    )


def is_plain(layer: Layer) -> bool:
    """Whether all pixels of `layer` are the same, as of a new page; checks tiles only until two
    differ."""
    raster = layer.raster
    first, last = raster.read(Rect(0, 0, 1, 1))[0, 0], None
    for key, area in tile_areas(raster.extent.bounds):
        tile = raster.tiles.get(key)
        if tile is None:
            same = not first.any()
        else:
            same = tile is last or bool((tile[area.slices_in(tile_bounds(key))] == first).all())
        if not same:
            return False
        last = tile if area == tile_bounds(key) else last
    return True


def has_gap(document: Document) -> bool:
    """Whether any pixel of `document` is mostly transparent.

    For most tiles the lowest alpha of each layer decides. Pixels are composited only in tiles that
    several layers together may cover.
    """
    extent = document.extent
    layers, branches = document.layers, branches_of(document.layers)
    for key in tile_keys(extent.bounds):
        if round(255 * _lowest_alpha(branches, key)) < REPAINT:
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


def _lowest_alpha(branches: Sequence[Branch], key: TileKey) -> float:
    """A lower bound of a tile's alpha, 0 to 1, from each layer's lowest alpha there."""
    lowest = 0.0
    for branch in branches:
        if lowest == 1:  # those above cannot change it, and a new layer takes long to check
            break
        base = branch.base
        if not base.visible:
            continue
        if base.active_mask is not None and key in base.active_mask.raster.tiles:
            alpha = 0.0
        elif isinstance(base, Group):
            alpha = _lowest_alpha(branch.inside, key)
        else:
            alpha = base.raster.lowest_alpha(key) / 255
        alpha *= base.opacity
        lowest = alpha + lowest * (1 - alpha)
    return lowest


def _alpha(sheets: Sheets) -> NDArray[np.float32]:
    """The composite alpha of a tile's `sheets`, 0 to 255, whole: (TILE_SIZE, TILE_SIZE)."""
    covered = np.zeros((TILE_SIZE, TILE_SIZE), np.float32)
    for sheet in sheets:
        if isinstance(sheet, SheetGroup) or sheet.hidden is not None:
            return np.rint(Composite.of(sheets).premultiplied[3] * np.float32(255))
        alpha = sheet.pixels[..., 3] * np.float32(sheet.opacity / 255)
        covered = alpha + covered * (1 - alpha)
    return np.rint(255 * covered)
