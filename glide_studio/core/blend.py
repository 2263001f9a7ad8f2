"""Joining a result with the picture around it, so that nothing else changes."""

from dataclasses import replace

import numpy as np
from numpy.typing import NDArray
from scipy import ndimage  # type: ignore[import-untyped]

from glide_studio.core.document import Document, EditStage
from glide_studio.core.falloff import falloff
from glide_studio.core.geometry import Extent, Rect
from glide_studio.core.layers import Layer
from glide_studio.core.mask import REPAINT, Mask
from glide_studio.core.raster import Pixels, Raster
from glide_studio.core.request import GenerationRequest, Result
from glide_studio.core.resample import resized


def blend_alpha(mask: Pixels, feather: int) -> Pixels:
    """Opacity of a result: 255 where `mask` repaints, falling smoothly to 0 outside it.

    It is exactly 0 from `feather` pixels on. Both are (height, width) uint8.
    """
    return falloff(1 - _distance_outside(mask) / max(feather, 1))


def network_mask(mask: Pixels, feather: int) -> Pixels:
    """What the networks repaint, 0 or 255: the mask grown by `feather` pixels.

    So the blend band mixes the picture with painted content, on both sides of the border.
    """
    return np.where(_distance_outside(mask) <= feather, 255, 0).astype(np.uint8)


def _distance_outside(mask: Pixels) -> NDArray[np.float64]:
    """Each pixel's distance to the nearest one to repaint; infinite when there is none."""
    kept = mask < REPAINT
    if kept.all():
        return np.full(mask.shape, np.inf)
    return np.asarray(ndimage.distance_transform_edt(kept))


def accept(document: Document, result: Result) -> Document:
    """`document` with `result` as a new layer and edit stage on top, and the mask cleared.

    A blank document takes the size of the result's bounds. Outside the mask and its blend
    band every byte stays; the cost follows the bounds, not the document.
    """
    request = result.request
    bounds = request.bounds
    if document.is_blank:
        document = Document.blank(Extent(bounds.width, bounds.height))
        bounds = document.extent.bounds
    name = _unused_name(request.prompt, document)
    raster = Raster.empty(document.extent).write(bounds, _patch(request, result.picture, bounds))
    return replace(
        document,
        layers=(*document.layers, Layer(name, raster)),
        stages=(*document.stages, EditStage(request, result.picture, name)),
        mask=Mask.empty(document.extent),
    )


def _patch(request: GenerationRequest, picture: Pixels, bounds: Rect) -> Pixels:
    """`picture` at the size of `bounds`, as RGBA that is all zero where nothing changes."""
    alpha = np.full((bounds.height, bounds.width), 255, np.uint8)
    if request.mask is not None:
        alpha = blend_alpha(request.mask, request.feather)
    patch = np.dstack([resized(picture, Extent(bounds.width, bounds.height)), alpha])
    patch[alpha == 0] = 0
    return patch


def _unused_name(prompt: str, document: Document) -> str:
    """`prompt`, numbered if a layer has that name already: a stage finds its layer by it."""
    taken = {layer.name for layer in document.layers}
    name, number = prompt, 2
    while name in taken:
        name, number = f"{prompt} {number}", number + 1
    return name
