"""The pixel lock: outside an edit's mask and blend band, not one byte of the picture changes."""

import numpy as np

from glide_studio.core.document.compositing import composite_into
from glide_studio.core.document.document import Document
from glide_studio.core.document.edit import Edit
from glide_studio.core.document.layers import sheets_at
from glide_studio.core.document.sheets import Sheets, look_alike
from glide_studio.core.mask.mask import Mask
from glide_studio.core.raster.raster import TILE_SIZE, Pixels, TileKey
from glide_studio.core.sentence import ArtistError


def changed_pixels(before: Document, after: Document) -> Mask:
    """Where two documents of one extent look different in any byte: 255 there, else 0.

    The cost grows with the tiles that they do not share.
    """
    tiles: dict[TileKey, Pixels] = {}
    keys = {key for each in (before, after) for layer in each.layers for key in layer.raster.tiles}
    for key in keys:
        old, new = (sheets_at(each.layers, key) for each in (before, after))
        if look_alike(old, new):
            continue
        differs = (_seen(old) != _seen(new)).any(axis=2)
        if differs.any():
            tiles[key] = np.where(differs, 255, 0).astype(np.uint8)
    return Mask.from_tiles(after.extent, tiles)


def _seen(sheets: Sheets) -> Pixels:
    pixels = np.zeros((TILE_SIZE, TILE_SIZE, 4), np.uint8)
    composite_into(pixels, sheets)
    return pixels


class PixelLockError(ArtistError):
    """An edit that would change the picture where it must not."""


def check_lock(before: Document, after: Document, edit: Edit) -> None:
    """Raise PixelLockError if `edit` changed a byte outside its mask and blend band."""
    count = changed_outside(before, after, edit)
    if count:
        raise PixelLockError(
            "The pixel lock refused this edit: it would change {count} pixels outside its mask. "
            "Save your work and report this.",
            count=count,
        )


def changed_outside(before: Document, after: Document, edit: Edit) -> int:
    """How many pixels look different outside the reach of `edit`; 0 while the lock holds."""
    if edit.mask is None or before.extent != after.extent:
        return 0
    changed, bounds = changed_pixels(before, after), edit.bounds
    count = sum(int(np.count_nonzero(tile)) for tile in changed.raster.tiles.values())
    inside = bounds.intersected(after.extent.bounds)
    if inside.is_empty:
        return count
    within = edit.reach()[inside.slices_in(bounds)]
    return count - int(np.count_nonzero(changed.read(inside)[within]))
