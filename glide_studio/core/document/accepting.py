"""Accepting a result into the document, as a layer with its edit."""

from dataclasses import replace

import numpy as np
from PIL import Image

from glide_studio.core.document.blend import Blend
from glide_studio.core.document.document import Document
from glide_studio.core.document.edit import Edit
from glide_studio.core.document.layers import Layer, settings_in
from glide_studio.core.document.pixel_lock import check_lock
from glide_studio.core.document.proposing import proposed
from glide_studio.core.geometry import AxisMap, Extent
from glide_studio.core.mask.mask import Mask
from glide_studio.core.raster.raster import Pixels
from glide_studio.core.request.request import Result
from glide_studio.core.request.source import Upscale


def accept(
    document: Document, result: Result, name: str = "", blend: Blend | None = None
) -> Document:
    """`document` with `result` as a new layer on top, and the mask cleared.

    The layer is named `name`, by default after the prompt, and blended by `blend`, by default as
    `proposed` suggests. A blank document takes the size of the result's bounds; upscaling gives any
    document the size of the upscaled picture. The result is converted from sRGB to the document's
    colour profile.
    Outside the mask and its blend band no byte changes. The cost grows with the result's bounds,
    not with the document.
    """
    request, bounds = result.request, result.request.bounds
    name = name or request.settings.prompt
    if isinstance(request.source, Upscale):
        return upscaled(document, _upscaled_layer(document, result, name))
    if document.is_blank:
        document = Document.blank(Extent(bounds.width, bounds.height))
        bounds = document.extent.bounds
    edit = Edit.of(result, bounds, document.extent)
    edit = proposed(edit, document) if blend is None else replace(edit, blend=blend)
    layer = edited_layer(document, edit, document.unused_name(name))
    return document.with_layer(layer).with_mask(Mask.empty(document.extent))


def edited_layer(document: Document, edit: Edit, name: str) -> Layer:
    """`edit` rendered as a layer of `document`."""
    return Layer(name, edit.rendered(document.extent, document.icc_profile), edit=edit)


def re_edited(document: Document, layer: Layer, edit: Edit) -> Document:
    """`document` with `edit` in place of the one of a layer. Raises PixelLockError if that changes
    anything outside the edit's mask and blend band."""
    raster = edit.rendered(document.extent, document.icc_profile)
    changed = document.with_changed(replace(layer, edit=edit, raster=raster))
    check_lock(document, changed, edit)
    return changed


def upscaled(document: Document, layer: Layer) -> Document:
    """`document` at the size of its upscaled picture, which becomes its only layer."""
    extent = layer.raster.extent
    factor = extent.width // document.extent.width
    return replace(
        document.with_mask(Mask.empty(extent)),
        extent=extent,
        layers=(layer,),
        active_id=layer.id,
        guides=tuple(replace(guide, place=factor * guide.place) for guide in document.guides),
    )


def _upscaled_layer(document: Document, result: Result, name: str) -> Layer:
    """The result as a layer, as transparent as the document was."""
    height, width = result.picture.shape[:2]
    extent = Extent(width, height)
    alpha = document.composite()[..., 3]
    edit = Edit(
        result.request,
        result.picture,
        AxisMap.onto(extent.bounds),
        extent.bounds,
        None if alpha.min() == 255 else _enlarged(alpha, width // alpha.shape[1]),
        Blend(feather=0),
    )
    layer = edited_layer(replace(document, extent=extent), edit, name)
    return replace(layer, past_edits=settings_in(filter(lambda old: old.is_shown, document.layers)))


def _enlarged(alpha: Pixels, factor: int) -> Pixels:
    """`alpha` enlarged, so that on average every pixel stays as opaque as it was."""
    height, width = alpha.shape
    large = np.zeros((factor * height, factor * width), np.float32)
    for _ in range(3):
        missing = alpha - large.reshape(height, factor, width, factor).mean((1, 3))
        sides = (factor * width, factor * height)
        large += Image.fromarray(missing).resize(sides, Image.Resampling.BICUBIC)
        large = large.clip(0, 255)
    return np.rint(large).astype(np.uint8)
