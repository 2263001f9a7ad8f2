"""The source of a run: nothing, a picture to inpaint, a sketch, or a picture to upscale."""

from typing import Any

import numpy as np
from msgspec import Struct
from msgspec.structs import force_setattr

from glide_studio.core.geometry import MAX_SIDE
from glide_studio.core.raster.raster import Pixels, read_only
from glide_studio.core.request.settings import RequestError, is_number, is_whole


class Nothing(Struct, frozen=True, tag="nothing"):
    """No picture, only noise: text to image."""


class Inpaint(Struct, frozen=True, eq=False, tag="inpaint", forbid_unknown_fields=True):
    """A picture of which only the masked area is repainted.

    `picture` (S, S, 3) uint8 shows the request's bounds at the model's picture size; `mask`
    (bounds.height, bounds.width) uint8 is the mask as painted, 255 = repaint. Past the document's
    edges both are mirrored. `feather` is the width of the blend band around the mask, in document
    pixels. Raises RequestError.
    """

    picture: Pixels
    mask: Pixels
    feather: int

    def __post_init__(self) -> None:
        force_setattr(self, "picture", _checked_picture(self.picture))
        force_setattr(self, "mask", _checked_mask(self.mask))
        _check_feather(self.feather)


class Sketch(Struct, frozen=True, eq=False, tag="sketch", forbid_unknown_fields=True):
    """A picture that the run starts from, noised according to `strength` (SDEdit, Meng et al.,
    arXiv 2108.01073): 0 keeps it, 1 replaces it by noise.

    The other fields are those of `Inpaint`; without a mask the whole picture changes. `of_result`
    says that under the mask the picture is that of another result, and not what the document shows.
    Raises RequestError.
    """

    picture: Pixels
    strength: float
    mask: Pixels | None = None
    feather: int = 0
    of_result: bool = False

    def __post_init__(self) -> None:
        force_setattr(self, "picture", _checked_picture(self.picture))
        if self.mask is not None:
            force_setattr(self, "mask", _checked_mask(self.mask))
        if not is_number(self.strength, 0, 1):
            raise RequestError("The strength must be a number from 0 to 1.")
        _check_feather(self.feather)


class Upscale(Struct, frozen=True, eq=False, tag="upscale", forbid_unknown_fields=True):
    """A picture (bounds.height, bounds.width, 3) uint8 of any shape, enlarged by the upsampler
    alone. Raises RequestError."""

    picture: Pixels

    def __post_init__(self) -> None:
        force_setattr(self, "picture", _checked_picture(self.picture))


Source = Nothing | Inpaint | Sketch | Upscale


def mask_of(source: Source) -> Pixels | None:
    """The mask of a source, (height, width) uint8; None if the whole picture changes."""
    return source.mask if isinstance(source, Inpaint | Sketch) else None


def strength_of(source: Source) -> float | None:
    """The strength of a sketch; None for a source that the run does not start from."""
    return source.strength if isinstance(source, Sketch) else None


def arrays_of(source: Source) -> tuple[Pixels, ...]:
    """All pixel arrays that a source holds."""
    if isinstance(source, Nothing):
        return ()
    mask = mask_of(source)
    return (source.picture,) if mask is None else (source.picture, mask)


def _checked_picture(picture: Any) -> Pixels:
    """`picture`, read-only. Raises RequestError."""
    if not _is_bytes(picture) or picture.ndim != 3 or picture.shape[2] != 3:
        raise RequestError("The picture must be a uint8 array of height x width x 3.")
    return read_only(picture)


def _checked_mask(mask: Any) -> Pixels:
    if not _is_bytes(mask) or mask.ndim != 2:
        raise RequestError("The mask must be a uint8 array of height x width.")
    return read_only(mask)


def _is_bytes(array: Any) -> bool:
    return isinstance(array, np.ndarray) and array.dtype == np.uint8 and array.size > 0


def _check_feather(feather: Any) -> None:
    if not is_whole(feather, 0, MAX_SIDE):
        raise RequestError("The feather must be a whole number from 0 to {most}.", most=MAX_SIDE)
