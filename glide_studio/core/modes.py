"""What generating can do to a document, and the request that each mode makes of the settings."""

from collections.abc import Callable
from dataclasses import replace
from enum import Enum

import numpy as np
from numpy.typing import NDArray

from glide_studio.core.colour_profile import Conversion
from glide_studio.core.document import Document, EditStage
from glide_studio.core.geometry import Rect
from glide_studio.core.layers import Layer
from glide_studio.core.mask import REPAINT, Mask
from glide_studio.core.raster import TILE_SIZE
from glide_studio.core.region import crop_picture, inpaint_request, over_white
from glide_studio.core.request import MAX_UPSCALE_PIXELS, GenerationRequest, RequestError

DEPARTURE = 0.6
"""The strength of a sketch or a variation that says nothing else."""

LOOKS = 17
"""So many lines and columns of pixels are looked at to tell what is transparent."""

NO_PROMPT = "\N{WORD JOINER}"
"""The prompt of settings that have none; only upscaling can do without."""


class Mode(Enum):
    """What generating does."""

    TEXT_TO_IMAGE = "text to image"
    INPAINT = "inpaint"
    OUTPAINT = "outpaint"
    SKETCH = "sketch"
    VARIATION = "variation"
    UPSCALE = "upscale"

    @property
    def departs(self) -> bool:
        """Whether it begins with the picture, noised to a strength."""
        return self in (Mode.SKETCH, Mode.VARIATION)


def modes_of(document: Document) -> tuple[Mode, ...]:
    """All modes that `document` admits; looks at a few of its pixels only."""
    if document.is_blank:
        return (Mode.TEXT_TO_IMAGE,)
    extent = document.extent
    admitted = {
        Mode.TEXT_TO_IMAGE: extent.width == extent.height,
        Mode.INPAINT: not document.mask.is_empty,
        Mode.OUTPAINT: not _opaque_looks(document).all(),
        Mode.SKETCH: True,
        Mode.VARIATION: _last_made(document) is not None,
        Mode.UPSCALE: extent.bounds.area <= MAX_UPSCALE_PIXELS,
    }
    return tuple(mode for mode, is_admitted in admitted.items() if is_admitted)


def meant_mode(document: Document) -> Mode | None:
    """The mode that what is there asks for; None if that could be several.

    A mask asks for inpainting, and a layer with brush strokes for a sketch. Where the picture ends
    before the canvas does, the rest is outpainted. A document that text to image made all of is
    made anew.
    """
    if document.is_blank:
        return Mode.TEXT_TO_IMAGE
    if not document.mask.is_empty:
        return Mode.INPAINT
    opaque = _opaque_looks(document)
    if _is_drawn_over(document) or not _is_rectangle(opaque):
        return Mode.SKETCH
    if not opaque.all():
        return Mode.OUTPAINT
    made = {s.layer_id for s in document.stages if s.request.mode == "text to image"}
    if all(layer.id in made for layer in document.layers):
        return Mode.TEXT_TO_IMAGE
    return None


def aimed(
    document: Document, mode: Mode, settings: GenerationRequest, strength: float = DEPARTURE
) -> GenerationRequest:
    """`settings` aimed at `document`; RequestError where the mode does not fit it.

    Takes a while on a large document.
    """
    if mode is Mode.UPSCALE:
        return upscale_request(document, settings)
    if settings.prompt == NO_PROMPT:
        raise RequestError("The prompt is empty: say what you would like to see.")
    aims: dict[Mode, Callable[[], GenerationRequest]] = {
        Mode.TEXT_TO_IMAGE: lambda: replace(settings, bounds=document.extent.bounds),
        Mode.INPAINT: lambda: inpaint_request(document, settings),
        Mode.OUTPAINT: lambda: inpaint_request(outpainted(document), settings),
        Mode.SKETCH: lambda: sketch_request(document, settings, strength),
        Mode.VARIATION: lambda: variation_request(document, settings, strength),
    }
    return aims[mode]()


def outpainted(document: Document) -> Document:
    """`document` with what is mostly transparent for a mask.

    All of it goes into one window of the model, which has to see the picture to continue it;
    RequestError where nothing is transparent.
    """
    alpha = document.composite()[..., 3]
    if alpha.min() >= REPAINT:
        raise RequestError("Nothing is transparent: extend the canvas first.")
    return document.with_mask(Mask.from_array(np.where(alpha < REPAINT, 255, 0).astype(np.uint8)))


def sketch_request(
    document: Document, settings: GenerationRequest, strength: float
) -> GenerationRequest:
    """The picture, or what its mask covers, redrawn from a rough one."""
    if document.is_blank:
        raise RequestError("There is nothing yet to begin with: paint or open a picture first.")
    if not document.mask.is_empty:
        return replace(inpaint_request(document, settings), strength=strength)
    extent = document.extent
    side = max(extent.width, extent.height)
    whole = Rect((extent.width - side) // 2, (extent.height - side) // 2, side, side)
    return replace(settings, bounds=whole, picture=crop_picture(document, whole), strength=strength)


def variation_request(
    document: Document, settings: GenerationRequest, strength: float
) -> GenerationRequest:
    """The last edit that is still there, with its mask, re-noised and made anew."""
    stage = _last_made(document)
    if stage is None:
        raise RequestError("There is no result yet to vary: generate one first.")
    old = stage.request
    return replace(
        settings,
        bounds=old.bounds,
        picture=crop_picture(document, old.bounds),
        mask=old.mask,
        feather=old.feather,
        strength=strength,
    )


def upscale_request(document: Document, settings: GenerationRequest) -> GenerationRequest:
    """All that is seen, four times as large."""
    if document.is_blank:
        raise RequestError("There is nothing yet to upscale: generate or open a picture first.")
    return replace(
        settings,
        prompt="" if settings.prompt == NO_PROMPT else settings.prompt,
        count=1,
        bounds=document.extent.bounds,
        picture=Conversion.to_srgb(document.icc_profile).applied(over_white(document.composite())),
        upscale=True,
    )


def _last_made(document: Document) -> EditStage | None:
    """The newest stage whose layer is there, and whose place is in the picture."""
    for stage in reversed(document.stages):
        bounds = stage.request.bounds.intersected(document.extent.bounds)
        is_square = stage.request.bounds.width == stage.request.bounds.height
        if document.layer(stage.layer_id) is not None and not bounds.is_empty and is_square:
            return stage
    return None


def _is_drawn_over(document: Document) -> bool:
    """Whether the active layer lies over others and was painted: it is no run's result, and has
    not the outline of a picture."""
    active = document.active_layer
    if active is None or active is document.layers[0]:
        return False
    if any(stage.layer_id == active.id for stage in document.stages):
        return False
    opaque = _opaque_looks(replace(document, layers=(active,)))
    return bool(opaque.any()) and not _is_rectangle(opaque)


def _opaque_looks(document: Document) -> NDArray[np.bool_]:
    """(LOOKS, LOOKS): which of as many pixels, edges included, are mostly opaque."""
    extent = document.extent
    rows = np.linspace(0, extent.height - 1, LOOKS).astype(int)
    columns = np.linspace(0, extent.width - 1, LOOKS).astype(int)
    transparency = np.ones((LOOKS, LOOKS))
    for layer in document.layers:
        if layer.visible:
            transparency *= 1 - layer.opacity * _alphas(layer, rows, columns) / 255
    return transparency < 0.5


def _alphas(layer: Layer, rows: NDArray[np.int_], columns: NDArray[np.int_]) -> NDArray[np.uint8]:
    alphas = np.zeros((len(rows), len(columns)), np.uint8)
    for i, row in enumerate(rows):
        for k, column in enumerate(columns):
            tile = layer.raster.tiles.get((column // TILE_SIZE, row // TILE_SIZE))
            if tile is not None:
                alphas[i, k] = tile[row % TILE_SIZE, column % TILE_SIZE, 3]
    return alphas


def _is_rectangle(opaque: NDArray[np.bool_]) -> bool:
    """Whether what is opaque has the outline of a picture, not of brush strokes."""
    rows, columns = np.flatnonzero(opaque.any(axis=1)), np.flatnonzero(opaque.any(axis=0))
    if not rows.size:
        return False
    return bool(opaque[rows[0] : rows[-1] + 1, columns[0] : columns[-1] + 1].all())
