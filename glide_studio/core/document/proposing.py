"""The blend settings that suit an edit best, chosen by its seam."""

from collections.abc import Callable
from dataclasses import replace

import numpy as np
from numpy.typing import NDArray
from PIL import Image

from glide_studio.core.document.blend import (
    Blend,
    Fill,
    Ground,
    Seamless,
    feather_of,
    resized_bilinear,
)
from glide_studio.core.document.document import Document
from glide_studio.core.document.edit import Edit
from glide_studio.core.geometry import Rect
from glide_studio.core.mask.blend_band import blend_alpha
from glide_studio.core.mask.mask import REPAINT
from glide_studio.core.mask.seam import seam_ratio
from glide_studio.core.raster.raster import Pixels
from glide_studio.core.request.source import Inpaint, Sketch

SEAM_SIDE = 64
"""Pictures are reduced to this side to measure seams: fine enough for any visible seam, too coarse
for grain."""

FindObject = Callable[[Pixels], NDArray[np.bool_]]
"""Where an object is in a picture of SEAM_SIDE: (H, W)."""

_MIN_HIDING = 8
"""The least value of a matte that hides the ground."""
_MIN_OBJECT, _MAX_OBJECT = 0.02, 0.95
"""The area of an object, relative to that of the mask."""
_CLEAR_DIFFERENCE = 0.25
"""By how much a seam must be lower to count as clearly lower."""


def seam_of(edit: Edit, object_in: FindObject | None = None) -> float | None:
    """The seam ratio of an edit as it is blended, in the picture that it was made for.

    Measured in the middle of the blend band, without what was mirrored past the picture's edges.
    The object, which may cross it, is what the matte shows, or what `object_in` finds in the
    picture. None for an edit without a mask, or whose object hides the border.
    """
    if not edit.is_fill:
        return None
    fill = edit.fill()
    return _measured(edit, appearance(edit, fill), fill, object_in)


def original_seam_of(edit: Edit) -> float | None:
    """The seam ratio of the picture before the edit, in the same place; None as for `seam_of`."""
    source = edit.request.source
    if not isinstance(source, Inpaint | Sketch) or edit.mask is None:
        return None
    return _measured(edit, source.picture, edit.fill())


def appearance(edit: Edit, fill: Fill) -> Pixels:
    """The picture that the networks were given, with the fill on top: (S, S, 3) uint8, in the size
    of the patch."""
    side, source = edit.patch.shape[0], edit.request.source
    if not isinstance(source, Inpaint | Sketch):
        return edit.patch
    limit = _share(fill.limit, side)
    ground = resized_bilinear(source.picture, side, side).astype(np.float32)
    if fill.shadow is not None:
        ground *= 1 - np.minimum(_share(fill.shadow, side), limit)
    alpha = np.minimum(_share(fill.opacity, side), limit)
    shown: Pixels = np.rint(fill.colours * alpha + ground * (1 - alpha)).astype(np.uint8)
    return shown


def proposed(edit: Edit, below: Document) -> Edit:
    """`edit` with the default blend, or with another one if its seam is clearly lower.

    If the prompt put an object into `below`, the document without the edit, the default keeps the
    ground of `below`; otherwise it matches the network's ground to the picture. An edit of a whole
    picture, and one whose object could not be told apart from its ground, stay as made. No seam
    counts as lower than that of the untouched picture.
    """
    options = [replace(edit, blend=blend) for blend in _options(edit, below)]
    if len(options) < 2:
        return options[0]
    least = original_seam_of(edit) or 1.0
    seams = [max(seam_of(option) or 1.0, least, 1.0) for option in options]
    best = min(seams)
    return options[0] if seams[0] - best <= _CLEAR_DIFFERENCE else options[seams.index(best)]


def has_object(edit: Edit) -> bool:
    """Whether the matte shows an object, and not all of the mask or next to nothing."""
    if edit.matte is None or edit.mask is None:
        return False
    share = edit.matte.mean() / max(edit.mask.mean(), 1)
    return _MIN_OBJECT <= share <= _MAX_OBJECT


def blend_for(edit: Edit, ground: Ground) -> Blend:
    """The default blend settings for a ground."""
    feather = feather_of(edit.request)
    match ground:
        case Ground.KEEP:
            return Blend(0, Ground.KEEP)
        case Ground.MATCH:
            return Blend(feather, Ground.MATCH, seamless=Seamless.ON)
        case Ground.AS_MADE:
            return Blend(feather)


def _options(edit: Edit, below: Document) -> list[Blend]:
    source, as_made = edit.request.source, blend_for(edit, Ground.AS_MADE)
    match = blend_for(edit, Ground.MATCH)
    if not edit.is_fill:
        return [edit.blend]
    if edit.request.settings.prompt.strip() and edit.matte is None:
        return [as_made]
    if isinstance(source, Inpaint) and has_object(edit) and _has_ground(edit, below):
        return [blend_for(edit, Ground.KEEP), match, as_made]
    return [match, as_made]


def _has_ground(edit: Edit, below: Document) -> bool:
    """Whether a document is opaque wherever an edit fills it."""
    inside = edit.bounds.intersected(below.extent.bounds)
    filled = edit.mask_in_bounds()[inside.slices_in(edit.bounds)] >= REPAINT
    return bool((below.composite(inside)[..., 3][filled] == 255).all())


def _measured(
    edit: Edit, picture: Pixels, fill: Fill, object_in: FindObject | None = None
) -> float | None:
    side = min(SEAM_SIDE, edit.patch.shape[0])
    assert edit.mask is not None
    opacity = fill.opacity
    if edit.blend.ground is Ground.KEEP:
        opacity = blend_alpha(edit.mask, feather_of(edit.request))
    seen = _seen(edit, side)
    inside = resized_bilinear(opacity, side, side) >= REPAINT
    reduced = np.asarray(Image.fromarray(picture).resize((side, side), Image.Resampling.BOX))
    hidden = None
    if object_in is not None:
        hidden = object_in(reduced)[seen]
    elif edit.matte is not None:
        hidden = (resized_bilinear(edit.matte, side, side) >= _MIN_HIDING)[seen]
    return seam_ratio(reduced[seen], inside[seen], hidden)


def _seen(edit: Edit, side: int) -> tuple[slice, slice]:
    """The part of the patch, `side` pixels wide, that lies in the picture."""
    clip = edit.clip.intersected(edit.bounds)
    edges = edit.placement.inverse().edges(clip.x, clip.y, clip.right, clip.bottom)
    return Rect.from_edges(*(round(side * edge) for edge in edges)).slices_in(
        Rect(0, 0, side, side)
    )


def _share(values: Pixels | None, side: int) -> NDArray[np.float32]:
    """An opacity as (side, side, 1), 0 to 1; without one, 1."""
    if values is None:
        return np.ones((side, side, 1), np.float32)
    return (resized_bilinear(values, side, side)[..., None] / 255).astype(np.float32)
