"""Painting on layer masks, which painters see as grey pictures: white shows, black hides."""

from collections.abc import Callable
from dataclasses import replace

import numpy as np

from glide_studio.core.document import selected
from glide_studio.core.document.compositing import shared_out
from glide_studio.core.document.layer_masks import mask_pixels
from glide_studio.core.document.layers import Item, Layer
from glide_studio.core.geometry import Rect
from glide_studio.core.mask.alpha import weighted
from glide_studio.core.mask.selection import Selection
from glide_studio.core.paint.paint import Ink, Picture, plain
from glide_studio.core.raster.colour import WHITE, Colour
from glide_studio.core.raster.raster import Pixels, Raster, TileKey, read_only


def masking(hidden: int | Pixels) -> Ink:
    """Paints on a layer mask, whose alpha is what it hides: towards `hidden`, 0 to 255, for all
    pixels or each."""

    def ink(area: Rect, pixels: Pixels, coverage: Pixels) -> None:
        alpha, share = pixels[..., 3].astype(np.int32), coverage.astype(np.int32)
        pixels[..., 3] = (alpha * (255 - share) + hidden * share + 127) // 255

    return ink


def cloning_on_mask(source: Picture, dx: int, dy: int) -> Ink:
    """As `paint.cloning`, on a layer mask, where the pixels of `source` count by their luma."""

    def ink(area: Rect, pixels: Pixels, coverage: Pixels) -> None:
        copied = source(area.translated(dx, dy))
        masking(255 - _luma(copied))(area, pixels, weighted(copied[..., 3], coverage))

    return ink


def hidden_by(colour: Colour) -> int:
    """How much a colour hides on a layer mask, 0 to 255: white shows, black hides, and others count
    by their luma (Rec. 601), as where pictures are turned to grey."""
    return 255 - int(_luma(np.array(colour.rgb, np.uint8)))


def painted_pixels(item: Item, on_mask: bool) -> Raster:
    """What is painted on: the pixels of a layer, or those of the mask of a layer or group."""
    return _painted(item, on_mask).raster


def with_painted(item: Item, raster: Raster, on_mask: bool) -> Item:
    """A layer with other pixels, or a layer or group with a mask of other pixels."""
    painted = _painted(item, on_mask)
    if painted is item:
        return painted.with_pixels(raster)
    return replace(item, mask=replace(painted, raster=raster))


def picture_of(item: Item, on_mask: bool) -> Raster:
    """What a painter sees: the pixels of a layer, or a mask as an opaque grey picture."""
    painted = _painted(item, on_mask)
    return painted.raster if painted is item else _grey(painted.raster)


def changed_painted(
    selection: Selection,
    item: Item,
    change: Callable[[Raster], Raster],
    *,
    on_mask: bool,
    content: Rect | None = None,
) -> Item:
    """A layer as `selected.changed` returns it, or a layer or group with its mask changed so:
    `change` gets that as an opaque grey picture, and what it returns counts by its luma, where it
    is transparent as black.

    With `content`, the box around all pixels of the layer or of the layers in the group, those past
    the edges of the page are changed too, if everything is selected.
    """
    if not on_mask:
        assert isinstance(item, Layer)
        return selected.changed(selection, item, change, past_edges=content is not None)
    if item.mask is None:
        return item

    def changed_mask(raster: Raster) -> Raster:
        picture = _grey(raster)
        return _hidden(change(picture), raster, picture)

    page = item.mask.raster.extent.bounds
    if content is not None and selection.is_everything and not page.contains(content):
        everywhere = content.united(page)
        mask = selected.changed_throughout(selection, item.mask, everywhere, changed_mask)
    else:
        mask = selected.changed(selection, item.mask, changed_mask)
    return item if mask is item.mask else replace(item, mask=mask)


def _painted(item: Item, on_mask: bool) -> Layer:
    if on_mask and item.mask is not None:
        return item.mask
    assert isinstance(item, Layer)  # groups have no pixels of their own
    return item


def _grey(mask: Raster) -> Raster:
    """A layer mask as an opaque grey picture."""

    def tile_of(item: tuple[TileKey, Pixels]) -> tuple[TileKey, Pixels]:
        key, white = item
        tile = mask.tiles.get(key)
        if tile is None:
            return key, white
        shown = white.copy()
        shown[..., :3] -= np.minimum(tile[..., 3], white[..., 3])[..., np.newaxis]
        return key, read_only(shown)

    tiles = shared_out(tile_of, plain(mask.extent, WHITE).tiles.items())
    return Raster(mask.extent, mask.channels, dict(tiles))


def _hidden(picture: Raster, mask: Raster, before: Raster) -> Raster:
    """The pixels of the layer mask for which a picture stands; what is transparent hides.

    Those of `mask` are kept where the picture is the same as `before`, its grey picture.
    """

    def tile_of(item: tuple[TileKey, Pixels]) -> tuple[TileKey, Pixels | None]:
        key, old = item
        tile = picture.tiles.get(key)
        if tile is old:
            return key, mask.tiles.get(key)
        hidden = old[..., 3]  # 255 on the page, which the last tiles go past
        if tile is not None:
            hidden = hidden - weighted(_luma(tile), tile[..., 3])
        return key, read_only(mask_pixels(hidden)) if hidden.any() else None

    tiles = dict(shared_out(tile_of, before.tiles.items()))
    kept = {key: tile for key, tile in tiles.items() if tile is not None}
    return Raster(mask.extent, mask.channels, kept)


def _luma(pixels: Pixels) -> Pixels:
    """Of RGB or RGBA pixels, channels last (Rec. 601)."""
    red, green, blue = (pixels[..., channel].astype(np.uint32) for channel in range(3))
    luma: Pixels = ((299 * red + 587 * green + 114 * blue + 500) // 1000).astype(np.uint8)
    return luma
