"""Joining a result with the picture around it, so that nothing else changes."""

from collections.abc import Callable
from dataclasses import replace
from itertools import product
from typing import Any

import numpy as np
from numpy.typing import NDArray

from glide_studio.core.document.document import Document, EditStage
from glide_studio.core.document.layers import Layer
from glide_studio.core.geometry import Extent, Rect
from glide_studio.core.mask.mask import REPAINT, Mask
from glide_studio.core.raster.colour_profile import Conversion
from glide_studio.core.raster.falloff import falloff
from glide_studio.core.raster.raster import Pixels, Raster
from glide_studio.core.raster.resample import resized
from glide_studio.core.request.request import UPSCALE, GenerationRequest, Result

BLOCK = 256
"""Of a mask, so many rows and columns are looked at together: what is all masked costs little."""


def blend_alpha(mask: Pixels, feather: int) -> Pixels:
    """Opacity of a result: 255 where `mask` repaints, falling smoothly to 0 outside it.

    It is exactly 0 from `feather` pixels on. Both are (height, width) uint8.
    """
    return _by_distance(mask, feather, lambda distance: falloff(1 - distance / max(feather, 1)))


def network_mask(mask: Pixels, feather: int) -> Pixels:
    """What the networks repaint, 0 or 255: the mask grown by `feather` pixels.

    So the blend band mixes the picture with painted content, on both sides of the border.
    """
    return _by_distance(mask, feather, lambda distance: np.where(distance <= feather, 255, 0))


def _by_distance(
    mask: Pixels, reach: int, value: Callable[[NDArray[np.float64]], NDArray[Any]]
) -> Pixels:
    """`value` of each pixel's distance to the nearest one to repaint, 0 beyond `reach`."""
    repaint = mask >= REPAINT
    values = np.zeros(mask.shape, np.uint8)
    for top, left in product(range(0, mask.shape[0], BLOCK), range(0, mask.shape[1], BLOCK)):
        block = values[top : top + BLOCK, left : left + BLOCK]
        above, before = max(top - reach, 0), max(left - reach, 0)
        near = repaint[above : top + BLOCK + reach, before : left + BLOCK + reach]
        inner = np.s_[top - above :, left - before :]
        if near[inner][:BLOCK, :BLOCK].all():
            block[:] = value(np.zeros((1, 1)))
        elif near.any():
            distance = _distance(near)[inner]
            block[:] = value(distance[: block.shape[0], : block.shape[1]])
    return values


def _distance(repaint: NDArray[np.bool_]) -> NDArray[np.float64]:
    from scipy import ndimage  # type: ignore[import-untyped]  # the window must not wait for it

    return np.asarray(ndimage.distance_transform_edt(~repaint))


def accept(document: Document, result: Result, name: str = "") -> Document:
    """`document` with `result` as a new layer and edit stage on top, and the mask cleared.

    The layer is called `name`, or else by the prompt. A blank document takes the size of the
    result's bounds, and any that of an upscaled picture; the result, which is sRGB, takes the
    colour profile of the document. Outside the mask and its blend band every byte stays; the cost
    follows the bounds, not the document.
    """
    request = result.request
    name = name or request.prompt
    bounds = request.bounds
    picture = Conversion.from_srgb(document.icc_profile).applied(result.picture)
    if request.upscale:
        layer = _upscaled_layer(document, name, picture)
        return upscaled(document, layer, EditStage(request, result.picture, layer.id))
    if document.is_blank:
        document = Document.blank(Extent(bounds.width, bounds.height))
        bounds = document.extent.bounds
    raster = Raster.empty(document.extent).write(bounds, _patch(request, picture, bounds))
    layer = Layer(document.unused_name(name), raster)
    return replace(
        document.with_layer(layer),
        stages=(*document.stages, EditStage(request, result.picture, layer.id)),
        mask=Mask.empty(document.extent),
    )


def upscaled(document: Document, layer: Layer, stage: EditStage) -> Document:
    """`document` at the size of its upscaled picture, which is its only layer: what lay below is
    part of it."""
    extent = layer.raster.extent
    return replace(
        document,
        extent=extent,
        mask=Mask.empty(extent),
        layers=(layer,),
        stages=(stage,),
        active_id=layer.id,
        guides=tuple(replace(guide, place=UPSCALE * guide.place) for guide in document.guides),
    )


def _upscaled_layer(document: Document, name: str, picture: Pixels) -> Layer:
    """`picture` as a layer, as transparent as the document was."""
    height, width = picture.shape[:2]
    alpha = document.composite()[..., 3]
    if alpha.min() == 255:
        large = np.full((height, width), 255, np.uint8)
    else:
        large = resized(alpha, Extent(width, height))
    return Layer(name, Raster.from_array(np.dstack([picture, large])))


def _patch(request: GenerationRequest, picture: Pixels, bounds: Rect) -> Pixels:
    """`picture` at the size of `bounds`, as RGBA that is all zero where nothing changes."""
    alpha = np.full((bounds.height, bounds.width), 255, np.uint8)
    if request.mask is not None:
        alpha = blend_alpha(request.mask, request.feather)
    patch = np.dstack([resized(picture, Extent(bounds.width, bounds.height)), alpha])
    patch[alpha == 0] = 0
    return patch
