"""What generating can do to a document, and the request that each mode makes of the settings."""

from collections.abc import Callable
from dataclasses import replace
from enum import Enum

from glide_studio.core.document.coverage import gaps, has_gap, shows
from glide_studio.core.document.document import Document, EditStage
from glide_studio.core.document.layers import over_white
from glide_studio.core.geometry import Extent, Rect
from glide_studio.core.modes.region import crop_picture, inpaint_request
from glide_studio.core.raster.colour_profile import Conversion
from glide_studio.core.request.request import GenerationRequest, RequestError, can_be_upscaled

DEPARTURE = 0.6
"""The strength of a sketch or a variation that says nothing else."""

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
    """All modes that `document` admits."""
    if document.is_blank:
        return (Mode.TEXT_TO_IMAGE,)
    extent = document.extent
    admitted = {
        Mode.TEXT_TO_IMAGE: _is_square(extent),
        Mode.INPAINT: not document.mask.is_empty,
        Mode.OUTPAINT: has_gap(document),
        Mode.SKETCH: True,
        Mode.VARIATION: _last_made(document) is not None,
        Mode.UPSCALE: can_be_upscaled(extent.bounds),
    }
    return tuple(mode for mode, is_admitted in admitted.items() if is_admitted)


def meant_mode(document: Document) -> Mode | None:
    """The mode that what is there asks for; None if that could be several.

    A mask asks for inpainting, and a layer with brush strokes for a sketch. What the picture leaves
    empty of the canvas is outpainted; if that is all of it, or text to image made all that is
    there, a picture is made of words alone.
    """
    if document.is_blank:
        return Mode.TEXT_TO_IMAGE
    if not document.mask.is_empty:
        return Mode.INPAINT
    if _is_sketch(document):
        return Mode.SKETCH
    if has_gap(document):
        is_empty = not any(map(shows, document.layers))
        return Mode.TEXT_TO_IMAGE if is_empty and _is_square(document.extent) else Mode.OUTPAINT
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
    empty = gaps(document)
    if empty.is_empty:
        raise RequestError("Nothing is transparent: extend the canvas first.")
    return document.with_mask(empty)


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


def _is_square(extent: Extent) -> bool:
    return extent.width == extent.height


def _last_made(document: Document) -> EditStage | None:
    """The newest stage whose layer is there, and whose place is in the picture."""
    for stage in reversed(document.stages):
        bounds = stage.request.bounds.intersected(document.extent.bounds)
        is_square = stage.request.bounds.width == stage.request.bounds.height
        if document.layer(stage.layer_id) is not None and not bounds.is_empty and is_square:
            return stage
    return None


def _is_sketch(document: Document) -> bool:
    """Whether something is drawn on the active layer, or on any where all are for drawing."""
    drawn = [layer for layer in document.layers if layer.drawn]
    if len(drawn) < len(document.layers):
        drawn = [layer for layer in drawn if layer is document.active_layer]
    return any(map(shows, drawn))
