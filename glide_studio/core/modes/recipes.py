"""An edit without its picture, with which the same edit can be made in another document."""

from dataclasses import dataclass, field
from typing import Self

import numpy as np

from glide_studio.core.document.document import Document
from glide_studio.core.document.edit import Edit
from glide_studio.core.geometry import Extent, Rect
from glide_studio.core.mask.mask import Mask
from glide_studio.core.modes.modes import Mode, mode_of
from glide_studio.core.raster.raster import Pixels, read_only
from glide_studio.core.raster.resample import resized
from glide_studio.core.request.request import from_json, to_json
from glide_studio.core.request.settings import Settings, is_number
from glide_studio.core.request.source import strength_of


@dataclass(frozen=True, eq=False)
class Recipe:
    """The settings, the mode and the strength of an edit, and the part of its mask that lay in the
    picture: (bounds.height, bounds.width) uint8, in `bounds` of a picture of `extent`; None for an
    edit without a mask. Raises ValueError for values that do not fit each other."""

    settings: Settings
    mode: Mode
    strength: float | None
    extent: Extent
    bounds: Rect
    mask: Pixels | None = field(default=None, repr=False)

    def __post_init__(self) -> None:
        if self.strength is not None and not is_number(self.strength, 0, 1):
            raise ValueError("the strength of a recipe must be from 0 to 1")
        if self.mask is None:
            return
        if self.mask.dtype != np.uint8 or self.mask.shape != (
            self.bounds.height,
            self.bounds.width,
        ):
            raise ValueError("the mask of a recipe must be a uint8 array that fills its bounds")
        if not self.extent.bounds.contains(self.bounds) or self.bounds.is_empty:
            raise ValueError("the mask of a recipe must lie in the picture")
        object.__setattr__(self, "mask", read_only(self.mask))

    @classmethod
    def of(cls, edit: Edit, document: Document) -> Self:
        """The recipe of an edit of `document`."""
        source, extent = edit.request.source, document.extent
        seen = edit.bounds.intersected(edit.clip).intersected(extent.bounds)
        mask = None
        if edit.mask is not None and not seen.is_empty:
            mask = np.ascontiguousarray(edit.mask_in_bounds()[seen.slices_in(edit.bounds)])
        return cls(edit.request.settings, mode_of(source), strength_of(source), extent, seen, mask)

    def mask_in(self, extent: Extent) -> Mask | None:
        """The mask for a picture of another size: its centre keeps its position relative to the
        sides, and it is scaled by the smaller of the two ratios. None without a mask."""
        if self.mask is None:
            return None
        across, down = extent.width / self.extent.width, extent.height / self.extent.height
        scale, old = min(across, down), self.bounds
        width, height = (max(1, round(scale * side)) for side in (old.width, old.height))
        there = Rect(
            round(across * (old.x + old.width / 2) - width / 2),
            round(down * (old.y + old.height / 2) - height / 2),
            width,
            height,
        )
        inside = there.intersected(extent.bounds)
        values = resized(self.mask, Extent(width, height))[inside.slices_in(there)]
        return Mask.empty(extent).write(inside, np.ascontiguousarray(values))

    def to_json(self) -> bytes:
        """This recipe as JSON, with its mask as PNG."""
        return to_json(self)

    @classmethod
    def from_json(cls, text: bytes | str) -> Self:
        """The recipe that `to_json` wrote. Raises ValueError for anything else."""
        return from_json(text, cls)
