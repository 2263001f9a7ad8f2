"""Layer masks, which hide parts of a layer."""

from collections.abc import Callable
from dataclasses import replace

import numpy as np

from glide_studio.core.document.beyond import kept_beyond
from glide_studio.core.document.layers import Layer
from glide_studio.core.geometry import Rect
from glide_studio.core.mask.alpha import opaque_part
from glide_studio.core.mask.mask import Mask
from glide_studio.core.mask.selection import Selection
from glide_studio.core.raster.raster import Pixels, Raster, tile_areas

Hidden = Callable[[Rect], Pixels]
"""Returns how much is hidden in an area, (height, width), 0 to 255."""


def masked(layer: Layer, selection: Selection) -> Layer:
    """`layer` with a layer mask that shows what is selected, past the edges of the page nothing;
    if everything is selected, all of it."""
    mask = Layer.empty("", layer.raster.extent)
    if selection.is_everything:
        return replace(layer, mask=mask)
    return _with(layer, mask, lambda area: 255 - selection.weights(area))


def inverted(layer: Layer) -> Layer:
    """`layer`, which has a layer mask, hiding what it shows, and the reverse."""
    mask = layer.mask
    assert mask is not None
    return _with(layer, mask, lambda area: 255 - mask.read(area)[..., 3])


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


def content_of(layer: Layer) -> Rect:
    """The box around all pixels that a mask of `layer` may hide, past the edges of the page too."""
    content = layer.content_bounds
    if layer.edit is not None:  # which renders past the edges of the page when it is moved there
        content = content.united(layer.edit.clip.intersected(layer.edit.bounds))
    return content


def hiding(alpha: Pixels) -> Pixels:
    """The pixels (height, width, 4) of a layer mask that hides as much as `alpha`."""
    pixels = np.zeros((*alpha.shape, 4), np.uint8)
    pixels[..., 3] = alpha
    return pixels


def _with(layer: Layer, mask: Layer, hidden: Hidden) -> Layer:
    page, content = layer.raster.extent.bounds, content_of(layer)
    raster = Raster.empty(layer.raster.extent)
    for _, area in tile_areas(page):
        raster = raster.write(area, hiding(hidden(area)))
    beyond = kept_beyond(page, content, lambda area: hiding(hidden(area)))
    return replace(layer, mask=replace(mask, raster=raster, beyond=beyond))
