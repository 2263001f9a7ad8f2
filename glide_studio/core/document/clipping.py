"""Copies of a part of the picture, to be pasted elsewhere."""

from dataclasses import dataclass

import numpy as np

from glide_studio.core.document.document import Document
from glide_studio.core.document.layers import Layer
from glide_studio.core.geometry import Rect
from glide_studio.core.mask.alpha import kept_part
from glide_studio.core.raster.colour_profile import Conversion
from glide_studio.core.raster.raster import Pixels, Raster


@dataclass(frozen=True)
class Clipping:
    """`pixels` (height, width, 4) uint8, straight alpha in sRGB, and where they were: `bounds`."""

    bounds: Rect
    pixels: Pixels


def clipped(document: Document, layer: Layer | None) -> Clipping | None:
    """What is masked, or all where nothing is, of a layer, or of what is seen without one.

    None where that shows nothing.
    """
    mask = document.mask
    bounds = document.extent.bounds if mask.is_empty else mask.raster.content_bounds()
    pixels = document.composite(bounds) if layer is None else layer.raster.read(bounds)
    if not mask.is_empty:
        pixels[..., 3] = np.minimum(pixels[..., 3], mask.read(bounds))
    content = Raster.from_array(pixels[..., 3]).content_bounds()
    if content.is_empty:
        return None
    kept = pixels[content.slices_in(Rect(0, 0, bounds.width, bounds.height))]
    converted = Conversion.to_srgb(document.icc_profile).applied(kept)
    return Clipping(content.translated(bounds.x, bounds.y), converted)


def cut(document: Document, layer_id: str) -> Document:
    """`document` without what `clipped` copies of a layer, if that is there."""
    layer = document.layer(layer_id)
    if layer is None:
        return document
    if document.mask.is_empty:
        raster = Raster.empty(document.extent)
    else:
        raster = kept_part(layer.raster, document.mask.inverted())
    return document.with_changed(layer.with_pixels(raster))
