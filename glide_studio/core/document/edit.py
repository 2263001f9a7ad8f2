"""An accepted edit: its request, the raw result, and how that is placed and blended."""

import math
from collections.abc import Iterator
from dataclasses import astuple, dataclass, field, replace

import numpy as np
from PIL import Image

from glide_studio.core.geometry import MAX_SIDE, AxisMap, Extent, Rect
from glide_studio.core.mask.blend_band import blend_alpha
from glide_studio.core.raster.colour_profile import Conversion
from glide_studio.core.raster.raster import Pixels, Raster
from glide_studio.core.request.request import GenerationRequest, Result
from glide_studio.core.request.source import Inpaint, Sketch, mask_of

FARTHEST = 16 * MAX_SIDE
"""How far from the document's corner a patch can lie, in pixels, after crops and scalings."""


@dataclass(frozen=True)
class Blend:
    """How an edit blends with the picture: `feather` is the width of the blend band around its
    mask, in pixels of the mask; 0 uses the mask itself as opacity."""

    feather: int = 0


@dataclass(frozen=True, eq=False)
class Edit:
    """One accepted edit; the layer that holds it is rendered from it.

    `patch` (height, width, 3) uint8 is the engine's raw picture in sRGB: it is never converted or
    resampled. `placement` maps the unit square to the patch's rectangle in the document. `mask`
    (height, width) uint8 covers the same rectangle and limits the visible part; None shows all of
    it. `clip`, in document pixels, is the part that crops left. Crops, rotations, flips and
    scalings of the document change only `placement` and `clip`.
    """

    request: GenerationRequest
    patch: Pixels = field(repr=False)
    placement: AxisMap
    clip: Rect
    mask: Pixels | None = field(default=None, repr=False)
    blend: Blend = Blend()

    def __post_init__(self) -> None:
        """Raise ValueError for values that no edit of a document of any size has."""
        values = astuple(self.placement)
        corners = [corner for x in (0, 1) for corner in self.placement.at(x, x)]
        if not all(math.isfinite(value) for value in values) or max(map(abs, corners)) > FARTHEST:
            raise ValueError(f"an edit cannot lie at {self.placement}")
        if self.patch.dtype != np.uint8 or self.patch.ndim != 3 or self.patch.shape[2] != 3:
            raise ValueError("the patch must be a uint8 array of height x width x 3")
        if self.mask is not None and (self.mask.dtype != np.uint8 or self.mask.ndim != 2):
            raise ValueError("the mask must be a uint8 array of height x width")
        if not 0 <= self.blend.feather <= MAX_SIDE:
            raise ValueError(f"the feather must be from 0 to {MAX_SIDE}")

    @classmethod
    def of(cls, result: Result, bounds: Rect, extent: Extent) -> "Edit":
        """The edit that places a result in `bounds` of a document of `extent`."""
        source = result.request.source
        feather = source.feather if isinstance(source, Inpaint | Sketch) else 0
        return cls(
            result.request,
            result.picture,
            AxisMap.onto(bounds),
            bounds.intersected(extent.bounds),
            mask_of(source),
            Blend(feather),
        )

    @property
    def bounds(self) -> Rect:
        """The document pixels that the patch touches, visible or not."""
        return self.placement.rect(Rect(0, 0, 1, 1))

    @property
    def arrays(self) -> Iterator[Pixels]:
        """All pixel arrays that it holds."""
        yield self.patch
        yield from self.request.arrays
        if self.mask is not None:
            yield self.mask

    def moved(self, motion: AxisMap) -> "Edit":
        """This edit after `motion` of the document's points."""
        return replace(self, placement=self.placement.then(motion), clip=motion.rect(self.clip))

    def cropped(self, frame: Rect) -> "Edit":
        """This edit after the document was cropped to `frame`."""
        clipped = replace(self, clip=self.clip.intersected(frame))
        return clipped.moved(AxisMap.shift(-frame.x, -frame.y))

    def rendered(self, extent: Extent, icc_profile: bytes | None) -> Raster:
        """The pixels of its layer in a document of `extent` with this profile.

        Straight-alpha RGBA, all zero where it is invisible. The cost grows with its bounds.
        """
        empty, bounds = Raster.empty(extent), self.bounds
        visible = self.clip.intersected(bounds).intersected(extent.bounds)
        if visible.is_empty:
            return empty
        colours = Conversion.from_srgb(icc_profile).applied(self.patch)
        rgba = np.dstack([self._placed(colours, Image.Resampling.LANCZOS), self._opacity()])
        rgba[rgba[..., 3] == 0] = 0
        return empty.write(visible, np.ascontiguousarray(rgba[visible.slices_in(bounds)]))

    def mask_in_bounds(self) -> Pixels:
        """Its mask, resampled to the bounds: (height, width), 255 = repainted."""
        if self.mask is None:
            return np.full((self.bounds.height, self.bounds.width), 255, np.uint8)
        return self._placed(self.mask, Image.Resampling.BILINEAR)

    def _opacity(self) -> Pixels:
        """The opacity of its pixels in the bounds: (height, width), 0 to 255."""
        if self.mask is None or self.blend.feather == 0:
            return self.mask_in_bounds()
        alpha = blend_alpha(self.mask, self.blend.feather)
        return self._placed(alpha, Image.Resampling.BILINEAR)

    def _placed(self, pixels: Pixels, resampling: Image.Resampling) -> Pixels:
        """`pixels`, which cover the patch, resampled and oriented to fill the bounds.

        Edges between two document pixels are extended outward to the next pixel boundary.
        """
        sides, bounds = (pixels.shape[1], pixels.shape[0]), self.bounds
        size = (bounds.width, bounds.height)
        if self.placement.swaps_axes:
            size = size[::-1]
        edges = self.placement.inverse().edges(bounds.x, bounds.y, bounds.right, bounds.bottom)
        left, top, right, bottom = (
            round(edge * side, 6) for edge, side in zip(edges, sides * 2, strict=True)
        )
        excess = math.ceil(max(-left, -top, right - sides[0], bottom - sides[1]))
        margin = min(excess, max(sides))  # more makes no difference to a patch within one pixel
        pixels = np.pad(pixels, [(margin, margin)] * 2 + [(0, 0)] * (pixels.ndim - 2), "edge")
        high_x, high_y = (side + 2 * margin for side in sides)
        box = (
            max(left + margin, 0),
            max(top + margin, 0),
            min(right + margin, high_x),
            min(bottom + margin, high_y),
        )
        resized = Image.fromarray(pixels).resize(size, resampling, box)
        return _oriented(np.array(resized), self.placement)


def _oriented(pixels: Pixels, placement: AxisMap) -> Pixels:
    """`pixels` rotated and flipped as `placement` does."""
    if placement.swaps_axes:
        pixels = pixels.swapaxes(0, 1)
    if placement.xx + placement.xy < 0:
        pixels = np.fliplr(pixels)
    if placement.yx + placement.yy < 0:
        pixels = np.flipud(pixels)
    return pixels
