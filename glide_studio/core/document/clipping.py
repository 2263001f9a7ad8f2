"""Copying and cutting a part of the picture."""

from dataclasses import dataclass, replace

from glide_studio.core.document.document import Document
from glide_studio.core.document.layers import Layer
from glide_studio.core.geometry import Rect
from glide_studio.core.mask.alpha import kept_part, weighted
from glide_studio.core.raster.colour_profile import Conversion
from glide_studio.core.raster.raster import Pixels, Raster


@dataclass(frozen=True)
class Clipping:
    """A copy of `bounds` of a document: (height, width, 4) uint8, straight alpha in sRGB."""

    bounds: Rect
    pixels: Pixels


def clipped(document: Document, layer: Layer | None) -> Clipping | None:
    """A copy of the masked area, or of everything if the mask is empty.

    It is taken from `layer`, or from the composite if that is None. Returns None if the area is
    fully transparent.
    """
    mask = document.mask
    bounds = document.extent.bounds if mask.is_empty else mask.raster.content_bounds()
    pixels = document.composite(bounds) if layer is None else layer.raster.read(bounds)
    if not mask.is_empty:
        pixels[..., 3] = weighted(pixels[..., 3], mask.read(bounds))
    content = Raster.from_array(pixels[..., 3]).content_bounds()
    if content.is_empty:
        return None
    kept = pixels[content.slices_in(Rect(0, 0, bounds.width, bounds.height))]
    converted = Conversion.to_srgb(document.icc_profile).applied(kept)
    return Clipping(content.translated(bounds.x, bounds.y), converted)


def cut(document: Document, layer_id: str) -> Document:
    """`document` without the pixels that `clipped` copies of a layer; unchanged without the
    layer."""
    layer = document.layer(layer_id)
    if layer is None:
        return document
    if document.mask.is_empty:
        cut_out = replace(layer.with_pixels(Raster.empty(document.extent)), beyond=None)
    else:
        cut_out = layer.with_pixels(kept_part(layer.raster, document.mask.inverted()))
    return document.with_changed(cut_out)
