"""Changes of a layer's pixels within a selection, and within its alpha if that is locked."""

from collections.abc import Callable
from dataclasses import replace

import numpy as np

from glide_studio.core.document.beyond import kept_beyond
from glide_studio.core.document.compositing import fade, shared_out
from glide_studio.core.document.layers import Layer
from glide_studio.core.geometry import Rect
from glide_studio.core.mask.alpha import kept_part
from glide_studio.core.mask.selection import Selection
from glide_studio.core.raster.raster import (
    TILE_SIZE,
    Pixels,
    Raster,
    TileKey,
    read_only,
    tile_bounds,
)

NOTHING = read_only(np.zeros((TILE_SIZE, TILE_SIZE, 4), np.uint8))
"""A transparent tile."""


def bound(
    selection: Selection, bounds: Rect, before: Pixels, after: Pixels, alpha_locked: bool = False
) -> Pixels:
    """`before`, (height, width, 4) at `bounds` of the document, changed towards `after` as far as
    it is selected: before + weight * (after - before), premultiplied.

    Bytes are exact where the weight is 0 or 255. It is `before` or `after` itself if all are.
    If `alpha_locked`, only colours change.
    """
    if alpha_locked:
        after = _with_alpha_of(before, after)
    if selection.is_everything:
        return after
    weights = selection.weights(bounds)
    if weights.min() == 255:
        return after
    if not weights.any():
        return before
    pixels = before.copy()
    fade(pixels, after, weights)
    return pixels


def ground_of(before: Pixels, alpha_locked: bool) -> Pixels:
    """A copy of what is painted on. If its alpha is locked it is opaque, so that `bound` makes of
    what is painted what W3C calls source-atop: colours mix as they do on an opaque layer."""
    ground = before.copy()
    if alpha_locked:
        ground[..., 3] = 255
    return ground


def _with_alpha_of(before: Pixels, after: Pixels) -> Pixels:
    """`after` with the alpha of `before`; where either is transparent, `before`."""
    alpha = before[..., 3]
    pixels = after.copy()
    pixels[..., 3] = alpha
    hidden = (alpha == 0) | (after[..., 3] == 0)
    pixels[hidden] = before[hidden]
    return pixels


def within(
    selection: Selection, before: Raster, after: Raster, alpha_locked: bool = False
) -> Raster:
    """`before`, changed towards `after` as `bound` does; both are of the page's extent.

    Tiles that do not change are shared; if none does, the result is `before` itself.
    """

    def changed_tile(key: TileKey) -> tuple[TileKey, Pixels | None]:
        old, new = before.tiles.get(key), after.tiles.get(key)
        if old is new:
            return key, old
        old, new = (NOTHING if tile is None else tile for tile in (old, new))
        pixels = bound(selection, tile_bounds(key), old, new, alpha_locked)
        if pixels is not old and np.array_equal(pixels, old):
            pixels = old
        return key, read_only(pixels) if pixels.any() else None

    keys = before.tiles.keys() | after.tiles.keys()
    tiles = {key: tile for key, tile in shared_out(changed_tile, keys) if tile is not None}
    is_same = tiles.keys() == before.tiles.keys() and all(
        tiles[key] is tile for key, tile in before.tiles.items()
    )
    return before if is_same else Raster(before.extent, before.channels, tiles)


def changed(
    selection: Selection,
    layer: Layer,
    change: Callable[[Raster], Raster],
    *,
    past_edges: bool = False,
) -> Layer:
    """`layer` with the pixels that `change` returns for its own, as far as they are selected, and
    without its edit; `layer` itself if no pixel changes.

    With `past_edges`, `change` also gets what lies past the edges of the page, if that is selected.
    """
    if past_edges and selection.is_everything and layer.beyond is not None:
        content = layer.content_bounds.united(layer.raster.extent.bounds)
        return changed_throughout(selection, layer, content, change)
    raster = within(selection, layer.raster, change(layer.raster), layer.alpha_locked)
    is_emptied = selection.is_everything and not raster.tiles and not layer.alpha_locked
    beyond = None if is_emptied else layer.beyond
    if raster is layer.raster and beyond is layer.beyond:
        return layer
    return replace(layer.with_pixels(raster), beyond=beyond)


def changed_throughout(
    everything: Selection, layer: Layer, content: Rect, change: Callable[[Raster], Raster]
) -> Layer:
    """`layer` with all of its pixels in `content` changed, which holds the page and what lies past
    its edges."""
    page = layer.raster.extent.bounds
    before = Raster.from_array(layer.read(content))
    after = within(everything, before, change(before), layer.alpha_locked)
    if after is before:
        return layer

    def read(area: Rect) -> Pixels:
        return after.read(area.translated(-content.x, -content.y))

    changed = layer.with_pixels(Raster.from_array(read(page)))
    return replace(changed, beyond=kept_beyond(page, content, read))


def divided(selection: Selection, raster: Raster) -> tuple[Raster, Raster]:
    """What is selected of `raster`, to be moved or transformed, and what is left of it."""
    empty = Raster.empty(raster.extent)
    if selection.is_everything:
        return raster, empty
    return kept_part(raster, selection.mask), within(selection, raster, empty)
