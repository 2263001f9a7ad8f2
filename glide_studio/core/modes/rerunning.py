"""Running accepted edits again: on what lies below them now, or with another prompt or seed.

An edit is given by the id of its layer, which must exist and have one.
"""

from collections.abc import Collection
from dataclasses import replace
from functools import cached_property
from itertools import zip_longest
from typing import NamedTuple

import numpy as np
from numpy.typing import NDArray

from glide_studio.core.document.accepting import re_edited
from glide_studio.core.document.arranging import index_of
from glide_studio.core.document.blend import Blend, Ground, feather_of, resized_bilinear
from glide_studio.core.document.document import Document
from glide_studio.core.document.edit import Edit
from glide_studio.core.document.layers import Layer
from glide_studio.core.document.proposing import has_object, proposed
from glide_studio.core.geometry import Rect
from glide_studio.core.mask.blend_band import network_mask
from glide_studio.core.modes.region import crop_picture
from glide_studio.core.raster.raster import Pixels
from glide_studio.core.request.request import GenerationRequest, Result
from glide_studio.core.request.settings import RequestError, Settings
from glide_studio.core.request.source import Inpaint, Sketch, Source


class EditLayer(NamedTuple):
    """A layer and the edit that it has."""

    layer: Layer
    edit: Edit


def edit_layers(document: Document) -> tuple[EditLayer, ...]:
    """The layers that have an edit, bottom first."""
    return tuple(EditLayer(layer, layer.edit) for layer in document.layers if layer.edit)


class _Reach:
    """Where an edit can change the picture, found when it is first needed."""

    def __init__(self, edit: Edit) -> None:
        self._edit = edit

    @cached_property
    def _pixels(self) -> NDArray[np.bool_]:
        return self._edit.reach()

    def touches(self, area: Rect) -> bool:
        """Whether the edit can change a pixel of an area."""
        bounds = self._edit.bounds
        seen = area.intersected(bounds).intersected(self._edit.clip)
        return not seen.is_empty and bool(self._pixels[seen.slices_in(bounds)].any())


def sees_picture(edit: Edit) -> bool:
    """Whether the result of an edit depends on the picture below it."""
    source = edit.request.source
    if isinstance(source, Sketch) and source.of_result:
        return source.mask is not None
    return isinstance(source, Inpaint | Sketch)


def affected(document: Document, changed: Collection[str]) -> tuple[str, ...]:
    """The edits to run again when those of `changed` are run again, bottom first: these, and the
    later ones that see something that one of the earlier ones changes.

    An edit sees its bounds, and changes its mask and blend band in them. A hidden edit changes
    nothing that others see. Takes a while for large edits.
    """
    found: list[str] = []
    changing: list[_Reach] = []
    for layer, edit in edit_layers(document):
        is_seen = not edit.clip.intersected(document.extent.bounds).is_empty
        sees = is_seen and sees_picture(edit)
        follows = sees and any(each.touches(edit.bounds) for each in changing)
        if layer.id in changed or follows:
            found.append(layer.id)
            if layer.is_shown:
                changing.append(_Reach(edit))
    return tuple(found)


def rerun_request(
    document: Document, layer_id: str, settings: Settings | None = None
) -> GenerationRequest:
    """The request that runs an edit again, with the document below it as its picture, and with the
    prompts and the seed of `settings`, if given.

    The masked area of a variation still starts from the result that it varies. The request that it
    branched from is changed in the same way, unless its prompt or seed is different. Raises
    RequestError for an edit that was cropped away, and for an empty prompt that it needs.
    """
    index = index_of(document, layer_id)
    layer = document.layers[index]
    edit = layer.edit
    assert edit is not None
    if edit.clip.intersected(document.extent.bounds).is_empty:
        raise RequestError(
            "“{name}” lies outside the picture. Undo the crop to run it again.", name=layer.name
        )
    request = replace(edit.request, batch=None)
    if settings is not None:
        request = _with_settings(request, request.settings, settings)
    if not sees_picture(edit):
        return request
    below = replace(document, layers=document.layers[:index])
    side = edit.request.source.picture.shape[0]  # type: ignore[union-attr]
    return _on(request, edit.upright(crop_picture(below, edit.bounds, side)))


def with_rerun(document: Document, layer_id: str, result: Result) -> Document:
    """`document` with `result`, of a run of `rerun_request` or of the edit's own request, as the
    new patch of the edit; the document itself if the patch is the same.

    Placement, mask and blend are kept; only if the new patch shows no object, a blend that keeps
    the ground is replaced. A layer that is named after its prompt gets the new one. Raises
    PixelLockError if anything outside the edit's mask and blend band would change.
    """
    index = index_of(document, layer_id)
    layer = document.layers[index]
    old = layer.edit
    assert old is not None
    request = result.request
    if _asks_the_same(request, old.request) and np.array_equal(result.picture, old.patch):
        return document
    edit = replace(old, request=request, patch=result.picture, matte=result.matte)
    below = replace(document, layers=document.layers[:index])
    edit = replace(edit, blend=_blend(edit, below))
    prompt = request.settings.prompt
    if layer.name == old.request.settings.prompt and prompt and prompt != layer.name:
        layer = replace(layer, name=document.unused_name(prompt))
    return re_edited(document, layer, edit)


def place_past(document: Document, layer_id: str, steps: int) -> int:
    """The index to which the layer of an edit moves past the next `steps` edits above it, or below
    it if negative, or past as many as there are."""
    ids = [layer.id for layer, _ in edit_layers(document)]
    place = min(max(ids.index(layer_id) + steps, 0), len(ids) - 1)
    return index_of(document, ids[place])


def _asks_the_same(one: GenerationRequest, other: GenerationRequest) -> bool:
    pairs = zip_longest(one.arrays, other.arrays)
    return one.settings == other.settings and all(np.array_equal(*pair) for pair in pairs)


def _with_settings(request: GenerationRequest, old: Settings, new: Settings) -> GenerationRequest:
    """`request` with the prompts and the seed of `new` where it has those of `old`."""
    settings = request.settings
    if (settings.prompt, settings.negative_prompt) == (old.prompt, old.negative_prompt):
        settings = replace(settings, prompt=new.prompt, negative_prompt=new.negative_prompt)
    if settings.seed == old.seed:
        settings = replace(settings, seed=new.seed)
    branch = request.branch
    if branch is not None:
        branch = replace(branch, request=_with_settings(branch.request, old, new))
    return replace(request, settings=settings, branch=branch, batch=None)


def _on(request: GenerationRequest, picture: Pixels) -> GenerationRequest:
    """`request` with another picture, and what it branched from too."""
    branch = request.branch
    if branch is not None:
        branch = replace(branch, request=_on(branch.request, picture))
    source = _source_on(request.source, picture)
    return replace(request, source=source, branch=branch, batch=None)


def _source_on(source: Source, picture: Pixels) -> Source:
    match source:
        case Inpaint():
            return Inpaint(picture, source.mask, source.feather)
        case Sketch(of_result=True, mask=None):
            return source
        case Sketch():
            if source.of_result and source.mask is not None:
                height, width = picture.shape[:2]
                repainted = (
                    resized_bilinear(network_mask(source.mask, source.feather), height, width) > 0
                )
                picture = np.where(repainted[..., None], source.picture, picture)
            return Sketch(picture, source.strength, source.mask, source.feather, source.of_result)
    return source


def _blend(edit: Edit, below: Document) -> Blend:
    if edit.blend.ground is Ground.KEEP and not has_object(edit):
        return proposed(replace(edit, blend=Blend(feather_of(edit.request))), below).blend
    return edit.blend
