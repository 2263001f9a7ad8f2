"""The selection: which pixels the tools and commands change, and how far."""

from dataclasses import dataclass
from functools import cached_property

from glide_studio.core.geometry import Rect
from glide_studio.core.mask.alpha import weighted
from glide_studio.core.mask.mask import Mask
from glide_studio.core.raster.raster import Pixels


@dataclass(frozen=True)
class Selection:
    """What the mask selects: each pixel changes by mask / 255, without a threshold.

    Where nothing is masked at all, everything is selected, beyond the page too.
    """

    mask: Mask

    @cached_property
    def is_everything(self) -> bool:
        """Whether it limits nothing; checks tiles only until a masked pixel is found."""
        return not any(tile.any() for tile in self.mask.raster.tiles.values())

    def bounds(self) -> Rect:
        """The tight box around the selected pixels of the page."""
        extent = self.mask.extent
        return extent.bounds if self.is_everything else self.mask.raster.content_bounds()

    def weights(self, bounds: Rect) -> Pixels:
        """A new (height, width) array of `bounds`, in the document's pixels: 0 where nothing
        changes to 255 where all of a change counts."""
        weights = self.mask.read(bounds)
        if self.is_everything:
            weights[:] = 255
        return weights

    def weighed(self, coverage: Pixels, bounds: Rect) -> Pixels:
        """The part of `coverage`, (height, width) at `bounds`, that counts."""
        return coverage if self.is_everything else weighted(coverage, self.weights(bounds))
