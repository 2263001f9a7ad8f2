"""Layer masks, which hide parts of a layer or group."""

from collections.abc import Callable, Sequence
from dataclasses import replace
from functools import reduce

import numpy as np

from glide_studio.core.document.beyond import kept_beyond
from glide_studio.core.document.layers import AnyItem, Layer
from glide_studio.core.geometry import Rect
from glide_studio.core.mask.alpha import opaque_part
from glide_studio.core.mask.mask import Mask
from glide_studio.core.mask.selection import Selection
from glide_studio.core.raster.raster import Pixels, tile_areas

Hidden = Callable[[Rect], Pixels]
"""Returns how much is hidden in an area, (height, width), 0 to 255."""


def masked(item: AnyItem, members: Sequence[Layer], selection: Selection) -> AnyItem:
    """A layer, or a group with these `members`, with a layer mask that shows what is selected, past
    the edges of the page nothing; if everything is selected, all of it."""
    mask = Layer.empty("", members[0].raster.extent)
    if not selection.is_everything:
        mask = _with_content(mask, members, lambda area: 255 - selection.weights(area))
    return replace(item, mask=mask, mask_linked=True)


def inverted(item: AnyItem, members: Sequence[Layer]) -> AnyItem:
    """A layer, or a group with these `members`, which has a layer mask, hiding what it shows, and
    the reverse."""
    mask = item.mask
    assert mask is not None
    shown = _with_content(mask, members, lambda area: 255 - mask.read(area)[..., 3])
    return replace(item, mask=shown)


def applied(layer: Layer) -> Layer:
    """`layer` without its layer mask, and without the pixels that this hides."""
    if layer.active_mask is None or not any(raster.tiles for raster in layer.active_mask.rasters):
        return replace(layer, mask=None)
    page, raster = layer.raster.extent.bounds, layer.raster

    def kept(area: Rect) -> Pixels:
        pixels = layer.seen(area)
        pixels[pixels[..., 3] == 0] = 0
        return pixels

    for _, area in tile_areas(page):
        raster = raster.write(area, kept(area))
    beyond = None if layer.beyond is None else kept_beyond(page, layer.content_bounds, kept)
    return replace(layer.with_pixels(raster), beyond=beyond, mask=None)


def shown_by(mask: Layer) -> Mask:
    """What a layer mask shows, to be selected."""
    return opaque_part(mask.raster).inverted()


def content_of(members: Sequence[Layer]) -> Rect:
    """The box around all pixels that the mask of a layer, or of a group with these `members`, may
    hide, past the edges of the page too."""
    return reduce(Rect.united, map(_reach, members))


def mask_pixels(alpha: Pixels) -> Pixels:
    """The pixels (height, width, 4) of a layer mask that hides as much as `alpha`."""
    pixels = np.zeros((*alpha.shape, 4), np.uint8)
    pixels[..., 3] = alpha
    return pixels


def _with_content(mask: Layer, members: Sequence[Layer], hidden: Hidden) -> Layer:
    """A layer mask with other content, wherever the layers have any."""
    page = mask.raster.extent.bounds
    raster = mask.raster
    for _, area in tile_areas(page):
        raster = raster.write(area, mask_pixels(hidden(area)))
    beyond = kept_beyond(page, content_of(members), lambda area: mask_pixels(hidden(area)))
    return replace(mask, raster=raster, beyond=beyond)


def _reach(layer: Layer) -> Rect:
    """Where a layer has content, or will have, once it is moved: edits render there then."""
    content, edit = layer.content_bounds, layer.edit
    return content if edit is None else content.united(edit.clip.intersected(edit.bounds))
