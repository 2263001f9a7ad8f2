"""Copying a part of the picture."""

from dataclasses import dataclass

from glide_studio.core.document.document import Document
from glide_studio.core.document.layers import Layer
from glide_studio.core.geometry import Rect
from glide_studio.core.raster.colour_profile import Conversion
from glide_studio.core.raster.raster import Pixels, Raster


@dataclass(frozen=True)
class Clipping:
    """A copy of `bounds` of a document: (height, width, 4) uint8, straight alpha in sRGB."""

    bounds: Rect
    pixels: Pixels


def clipped(document: Document, layer: Layer | None) -> Clipping | None:
    """A copy of what is selected.

    It is taken from `layer`, or from the composite if that is None. Returns None if the area is
    fully transparent.
    """
    selection = document.selection
    bounds = selection.bounds()
    pixels = document.composite(bounds) if layer is None else layer.seen(bounds)
    pixels[..., 3] = selection.weighed(pixels[..., 3], bounds)
    content = Raster.from_array(pixels[..., 3]).content_bounds()
    if content.is_empty:
        return None
    kept = pixels[content.slices_in(Rect(0, 0, bounds.width, bounds.height))]
    converted = Conversion.to_srgb(document.icc_profile).applied(kept)
    return Clipping(content.translated(bounds.x, bounds.y), converted)
