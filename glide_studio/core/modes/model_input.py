"""The pictures that the networks see in a request."""

from dataclasses import dataclass, field
from typing import Self

import numpy as np
from numpy.typing import NDArray
from PIL import Image

from glide_studio.core.geometry import Rect
from glide_studio.core.mask.grid import repainted_cells
from glide_studio.core.modes.region import TOO_SMALL
from glide_studio.core.raster.raster import Pixels
from glide_studio.core.request.capabilities import Capabilities
from glide_studio.core.request.request import GenerationRequest
from glide_studio.core.request.source import Inpaint, Sketch, mask_of


@dataclass(frozen=True, eq=False)
class ModelInput:
    """The picture as the base network gets it, `low`, and as the upsampler gets it, `high`, both
    (S, S, 3) uint8, of the document's `bounds`. `cells` (S, S) are those of the base's grid that
    are repainted; None if all are."""

    bounds: Rect
    low: Pixels = field(repr=False)
    high: Pixels = field(repr=False)
    cells: NDArray[np.bool_] | None = field(repr=False)

    @classmethod
    def of(cls, request: GenerationRequest, capabilities: Capabilities) -> Self | None:
        """What is seen of `request`; None where the networks start from no picture, or from one
        that is cut into tiles."""
        source = request.source
        if not isinstance(source, Inpaint | Sketch):
            return None
        side, mask = capabilities.base_size, mask_of(source)
        low = Image.fromarray(source.picture).resize((side, side), Image.Resampling.BOX)
        cells = None if mask is None else repainted_cells(mask, source.feather, side)
        return cls(request.bounds, np.asarray(low), source.picture, cells)

    @property
    def share(self) -> float | None:
        """The share of the grid that is repainted, 0 to 1; None if that is all of it."""
        return None if self.cells is None else float(self.cells.mean())

    @property
    def is_too_small(self) -> bool:
        """Whether the base network tends to ignore so few cells."""
        return self.share is not None and self.share < TOO_SMALL
