"""The picture being made: layers, mask and the edits that led here."""

from dataclasses import dataclass, replace

from glide_studio.core.geometry import Extent, Rect
from glide_studio.core.layers import Layer, composite
from glide_studio.core.mask import Mask
from glide_studio.core.raster import Pixels, Raster
from glide_studio.core.request import GenerationRequest

BLANK_EXTENT = Extent(256, 256)


@dataclass(frozen=True, eq=False)
class EditStage:
    """One accepted edit: what was asked for, the engine's raw picture, and where it went.

    `patch` is (height, width, 3) uint8 at the model's size.
    """

    request: GenerationRequest
    patch: Pixels
    layer_name: str


@dataclass(frozen=True)
class Document:
    """One state of an artist's work; `layers` are bottom first, `stages` oldest first."""

    extent: Extent
    mask: Mask
    layers: tuple[Layer, ...] = ()
    stages: tuple[EditStage, ...] = ()
    icc_profile: bytes | None = None

    @classmethod
    def blank(cls, extent: Extent = BLANK_EXTENT) -> "Document":
        return cls(extent, Mask.empty(extent))

    @classmethod
    def from_picture(cls, rgba: Pixels, name: str = "Background") -> "Document":
        """A document with one layer: `rgba` is uint8 (height, width, 4), straight alpha."""
        raster = Raster.from_array(rgba)
        return cls.blank(raster.extent).with_layer(Layer(name, raster))

    @property
    def is_blank(self) -> bool:
        return not self.layers

    @property
    def mode(self) -> str | None:
        """What generating does to it: "text to image", "inpaint", or None for want of a mask.

        A document that text to image made all of is made anew until a mask is painted.
        """
        if self.is_blank or (self.mask.is_empty and self._is_text_to_image):
            return "text to image"
        return None if self.mask.is_empty else "inpaint"

    @property
    def _is_text_to_image(self) -> bool:
        modes = {stage.request.mode for stage in self.stages}
        return modes == {"text to image"} and len(self.stages) == len(self.layers)

    def composite(self, bounds: Rect | None = None) -> Pixels:
        """What the layers show in `bounds`, or everywhere: (height, width, 4) uint8."""
        return composite(self.layers, bounds or self.extent.bounds)

    def with_mask(self, mask: Mask) -> "Document":
        return replace(self, mask=mask)

    def with_layer(self, layer: Layer) -> "Document":
        """This document with `layer` on top."""
        return replace(self, layers=(*self.layers, layer))
