"""The modes of generation, and the requests they make from a document and settings."""

from collections.abc import Callable
from dataclasses import replace
from enum import Enum
from functools import partial
from typing import NamedTuple

import numpy as np

from glide_studio.core.document.coverage import (
    has_gap,
    has_opaque_pixels,
    is_plain,
    transparent_mask,
)
from glide_studio.core.document.document import Document
from glide_studio.core.document.edit import Edit
from glide_studio.core.document.layers import colours_throughout
from glide_studio.core.geometry import Extent, Rect
from glide_studio.core.modes.region import crop_mask, crop_picture, feather_width, region_of
from glide_studio.core.raster.colour_profile import Conversion
from glide_studio.core.request.capabilities import Capabilities
from glide_studio.core.request.installed import KINDS
from glide_studio.core.request.request import Branch, GenerationRequest, Result, check_prompt
from glide_studio.core.request.settings import RequestError, Settings
from glide_studio.core.request.source import (
    Inpaint,
    Nothing,
    Sketch,
    Source,
    Upscale,
    mask_of,
    strength_of,
)

DEFAULT_STRENGTH = 0.6
"""Strength of a sketch or a variation."""


class Mode(Enum):
    """What a run does to the document."""

    TEXT_TO_IMAGE = "text to image"
    INPAINT = "inpaint"
    OUTPAINT = "outpaint"
    SKETCH = "sketch"
    VARIATION = "variation"
    UPSCALE = "upscale"

    @property
    def has_strength(self) -> bool:
        """Whether it starts from the picture, noised according to a strength."""
        return self in (Mode.SKETCH, Mode.VARIATION)


def mode_of(source: Source) -> Mode:
    """The mode that a source stands for; outpainting counts as inpainting, a variation as a
    sketch."""
    match source:
        case Nothing():
            return Mode.TEXT_TO_IMAGE
        case Inpaint():
            return Mode.INPAINT
        case Sketch():
            return Mode.SKETCH
        case Upscale():
            return Mode.UPSCALE


def modes_of(document: Document, capabilities: Capabilities) -> tuple[Mode, ...]:
    """All modes that are possible for `document` with a model."""
    kinds = {kind: kind in capabilities.sources for kind in KINDS}
    if document.is_blank:
        return (Mode.TEXT_TO_IMAGE,) if kinds["nothing"] else ()
    extent = document.extent
    admitted = {
        Mode.TEXT_TO_IMAGE: kinds["nothing"] and _is_square(extent),
        Mode.INPAINT: kinds["inpaint"] and bool(document.painted),
        Mode.OUTPAINT: kinds["inpaint"] and has_gap(document),
        Mode.SKETCH: kinds["sketch"],
        Mode.VARIATION: kinds["sketch"] and _last_edit(document) is not None,
        Mode.UPSCALE: kinds["upscale"] and capabilities.can_upscale(extent.bounds),
    }
    return tuple(mode for mode, is_admitted in admitted.items() if is_admitted)


def is_masked(document: Document, mode: Mode) -> bool:
    """Whether a run in this mode changes a part of a picture, which is inpainting to the model."""
    match mode:
        case Mode.INPAINT | Mode.OUTPAINT:
            return True
        case Mode.SKETCH:
            return not document.mask.is_empty
        case Mode.VARIATION:
            edit = _last_edit(document)
            return edit is not None and (
                edit.mask is not None or edit.bounds.squared() != edit.bounds
            )
    return False


def suggested_mode(document: Document) -> Mode | None:
    """The mode that the content of `document` suggests; None if several are equally likely.

    A mask suggests inpainting, and a layer with brush strokes a sketch. A canvas that is partly
    transparent suggests outpainting. An empty one, a new page of one colour, or one with nothing
    but text-to-image results, suggests text to image.
    """
    if document.is_blank:
        return Mode.TEXT_TO_IMAGE
    if document.painted:
        return Mode.INPAINT
    is_square = _is_square(document.extent)
    content = [layer for layer in document.layers if not (layer.drawn and is_plain(layer))]
    if is_square and not content:
        return Mode.TEXT_TO_IMAGE
    if _is_sketch(document):
        return Mode.SKETCH
    if has_gap(document):
        is_empty = not any(map(has_opaque_pixels, document.layers))
        return Mode.TEXT_TO_IMAGE if is_empty and is_square else Mode.OUTPAINT
    sources = [layer.edit and layer.edit.request.source for layer in content]
    return Mode.TEXT_TO_IMAGE if all(isinstance(s, Nothing) for s in sources) else None


class RequestMaker:
    """Makes the requests of one click on Generate: `mode` applied to `document`.

    All requests share one source, which the first call makes, because cropping a large document is
    slow.
    """

    def __init__(
        self,
        document: Document,
        mode: Mode,
        capabilities: Capabilities,
        strength: float = DEFAULT_STRENGTH,
    ) -> None:
        self.mode = mode
        self._capabilities = capabilities
        self._needs_prompt = mode is Mode.TEXT_TO_IMAGE or (
            mode is Mode.SKETCH and document.mask.is_empty
        )
        self._make: Callable[[], Start] = partial(_STARTS[mode], document, capabilities, strength)
        self._start: Start | None = None

    def check(self, settings: Settings) -> None:
        """Raise RequestError for errors that can be found without reading the document's
        pixels."""
        if self._needs_prompt:
            check_prompt(settings)

    def __call__(self, settings: Settings) -> GenerationRequest:
        """The request for `settings`. Raises RequestError if the mode does not fit the document
        or the model."""
        if self._start is None:
            self._start = self._make()
            del self._make  # and with it the document
        request = GenerationRequest(settings, *self._start)
        self._capabilities.check(request)
        return request


def variations(
    result: Result, settings: Settings, strength: float, capabilities: Capabilities
) -> GenerationRequest:
    """A request for pictures that start from `result`, noised according to `strength`, 0 to 1.

    They have the same bounds; near a strength of 0 they hardly differ. Raises RequestError for a
    result that the model cannot start from.
    """
    old = result.request
    if isinstance(old.source, Upscale):
        raise RequestError(
            "An upscaled picture cannot be varied: vary the picture it was made from."
        )
    feather = 0 if isinstance(old.source, Nothing) else old.source.feather
    sketch = Sketch(result.picture, strength, mask_of(old.source), feather, of_result=True)
    request = GenerationRequest(settings, sketch, old.bounds)
    capabilities.check(request)
    return request


def branched(
    branch: Branch, settings: Settings, capabilities: Capabilities, masked: Document | None = None
) -> GenerationRequest:
    """A request that continues from `branch` with the prompts, the guidance and the seed of
    `settings`; its other settings are those of the original run.

    With `masked`, a document, only its masked area changes, and the rest stays as it is there.
    Raises RequestError if the mask does not touch the bounds of the run, or the model cannot run
    it.
    """
    old = branch.request
    settings = replace(
        old.settings,
        prompt=settings.prompt,
        negative_prompt=settings.negative_prompt,
        seed=settings.seed,
        guidance_scale=settings.guidance_scale,
        clip_guidance=settings.clip_guidance,
    )
    source = old.source if masked is None else _masked_source(old, masked, capabilities)
    request = GenerationRequest(settings, source, old.bounds, branch)
    capabilities.check(request)
    return request


def _masked_source(
    old: GenerationRequest, document: Document, capabilities: Capabilities
) -> Source:
    """The source of a run in the bounds of `old`, with the picture and the mask of `document`."""
    mask = crop_mask(document.mask, old.bounds)
    if not mask.any():
        raise RequestError("The mask lies outside the candidate. Paint it on the candidate.")
    picture = crop_picture(document, old.bounds, capabilities.picture_size)
    feather, strength = feather_width(old.bounds), strength_of(old.source)
    if strength is None:
        return Inpaint(picture, mask, feather)
    return Sketch(picture, strength, mask, feather)


class Start(NamedTuple):
    """The source of a run, and the bounds of its result."""

    source: Source
    bounds: Rect


def _text_to_image(document: Document, capabilities: Capabilities, strength: float) -> Start:
    return Start(Nothing(), document.extent.bounds)


def _inpaint(document: Document, capabilities: Capabilities, strength: float) -> Start:
    """Repaint the masked area; the model also sees its surroundings."""
    region = region_of(document)
    picture = crop_picture(document, region, capabilities.picture_size)
    mask = crop_mask(document.mask, region)
    return Start(Inpaint(picture, mask, feather_width(region)), region)


def _outpaint(document: Document, capabilities: Capabilities, strength: float) -> Start:
    """Fill everything that is mostly transparent, in one region, because the model must see the
    picture to extend it."""
    empty = transparent_mask(document)
    if empty.is_empty:
        raise RequestError("Nothing is transparent: extend the canvas first.")
    return _inpaint(replace(document, mask=empty, region=None), capabilities, strength)


def _sketch(document: Document, capabilities: Capabilities, strength: float) -> Start:
    """Redraw the picture, or its masked area, starting from what is there."""
    if document.is_blank:
        raise RequestError("There is nothing to start from yet: paint or open a picture first.")
    if not document.mask.is_empty:
        inpaint, region = _inpaint(document, capabilities, strength)
        assert isinstance(inpaint, Inpaint)
        return Start(Sketch(inpaint.picture, strength, inpaint.mask, inpaint.feather), region)
    whole = document.extent.bounds.squared()
    return Start(Sketch(crop_picture(document, whole, capabilities.picture_size), strength), whole)


def _variation(document: Document, capabilities: Capabilities, strength: float) -> Start:
    """Vary the topmost visible edit, with its mask, by noising and denoising it again."""
    edit = _last_edit(document)
    if edit is None:
        raise RequestError("There is no result yet to vary: generate one first.")
    region = edit.bounds.squared()
    picture = crop_picture(document, region, capabilities.picture_size)
    if edit.mask is None and region == edit.bounds:
        return Start(Sketch(picture, strength), region)
    mask = np.zeros((region.height, region.width), np.uint8)
    mask[edit.bounds.slices_in(region)] = edit.mask_in_bounds()
    return Start(Sketch(picture, strength, mask, feather_width(region)), region)


def _upscale(document: Document, capabilities: Capabilities, strength: float) -> Start:
    """Enlarge the composite by the model's factor. Its alpha is enlarged separately and does not
    affect the colours."""
    if document.is_blank:
        raise RequestError("There is nothing to upscale yet: generate or open a picture first.")
    shown = colours_throughout(document.composite())
    picture = Conversion.to_srgb(document.icc_profile).applied(shown)
    return Start(Upscale(picture), document.extent.bounds)


_STARTS: dict[Mode, Callable[[Document, Capabilities, float], Start]] = {
    Mode.TEXT_TO_IMAGE: _text_to_image,
    Mode.INPAINT: _inpaint,
    Mode.OUTPAINT: _outpaint,
    Mode.SKETCH: _sketch,
    Mode.VARIATION: _variation,
    Mode.UPSCALE: _upscale,
}


def _is_square(extent: Extent) -> bool:
    return extent.width == extent.height


def _last_edit(document: Document) -> Edit | None:
    """The topmost edit that was not cropped away entirely."""
    return next((edit for edit in reversed(document.edits) if not edit.clip.is_empty), None)


def _is_sketch(document: Document) -> bool:
    """Whether the artist drew on the active layer, or on any layer if all began empty."""
    drawn = [layer for layer in document.layers if layer.drawn]
    if len(drawn) < len(document.layers):
        drawn = [layer for layer in drawn if layer is document.active_layer]
    return any(map(has_opaque_pixels, drawn))
