"""Where to repaint."""

from dataclasses import dataclass

import numpy as np

from glide_studio.core.geometry import Extent, Rect
from glide_studio.core.raster import Pixels, Raster

REPAINT = 128
"""A pixel of at least this value is repainted."""


@dataclass(frozen=True)
class Mask:
    """Which pixels to repaint: 0 keeps, 255 repaints, and `REPAINT` is the border.

    `raster` has one channel.
    """

    raster: Raster

    @classmethod
    def empty(cls, extent: Extent) -> "Mask":
        return cls(Raster.empty(extent, channels=1))

    @classmethod
    def from_array(cls, values: Pixels) -> "Mask":
        """The mask that holds `values`, uint8 (height, width)."""
        return cls(Raster.from_array(values))

    @classmethod
    def from_alpha(cls, raster: Raster) -> "Mask":
        """Repaint what is mostly transparent in a straight-alpha RGBA picture."""
        alpha = raster.to_array()[..., 3]
        return cls.from_array(np.where(alpha < 128, 255, 0).astype(np.uint8))

    @property
    def extent(self) -> Extent:
        return self.raster.extent

    @property
    def is_empty(self) -> bool:
        return self.bounds().is_empty

    def bounds(self) -> Rect:
        """The tight box around the pixels to repaint; its cost follows what was painted."""
        return self.raster.content_bounds(REPAINT)

    def read(self, bounds: Rect) -> Pixels:
        """A new (height, width) array of `bounds`, zero outside the extent."""
        return self.raster.read(bounds)[..., 0]

    def write(self, bounds: Rect, values: Pixels) -> "Mask":
        """This mask with `values`, uint8 (height, width), at `bounds`, cut off at the extent."""
        return Mask(self.raster.write(bounds, values))

    def inverted(self) -> "Mask":
        return Mask.from_array(255 - self.read(self.extent.bounds))
