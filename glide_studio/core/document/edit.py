"""An accepted edit: its request, the raw result, and how the result is placed and blended."""

import math
from collections.abc import Iterator
from dataclasses import astuple, dataclass, field, replace

import numpy as np
from numpy.typing import NDArray
from PIL import Image

from glide_studio.core.document.blend import AS_MADE, Blend, Fill, feather_of, filled
from glide_studio.core.geometry import MAX_SIDE, AxisMap, Extent, Rect
from glide_studio.core.mask.blend_band import network_mask
from glide_studio.core.raster.colour_profile import Conversion
from glide_studio.core.raster.raster import Pixels, Raster, read_only
from glide_studio.core.request.request import GenerationRequest, Result
from glide_studio.core.request.source import Inpaint, Sketch, mask_of

FARTHEST = 16 * MAX_SIDE
"""The largest distance of a patch from the document's corner, in pixels, after crops and
scalings."""


@dataclass(frozen=True, eq=False)
class Edit:
    """One accepted edit; the layer that holds it is rendered from it.

    `patch` (height, width, 3) uint8 is the engine's raw picture in sRGB: it is never converted or
    resampled. `placement` maps the unit square to the patch's rectangle in the document. `mask`
    (height, width) uint8 covers the same rectangle and limits the visible part; None shows all of
    it. `matte` (height, width) uint8 covers the same rectangle; it is the opacity of the object.
    `clip`, in document pixels, is the part that is left after crops. Crops, rotations, flips and
    scalings of the document change only `placement` and `clip`.
    """

    request: GenerationRequest
    patch: Pixels = field(repr=False)
    placement: AxisMap
    clip: Rect
    mask: Pixels | None = field(default=None, repr=False)
    blend: Blend = AS_MADE
    matte: Pixels | None = field(default=None, repr=False)

    def __post_init__(self) -> None:
        """Raise ValueError for values that no edit of a document of any size has."""
        numbers = astuple(self.placement)
        corners = [corner for x in (0, 1) for corner in self.placement.at(x, x)]
        if not all(map(math.isfinite, numbers)) or max(map(abs, corners)) > FARTHEST:
            raise ValueError(f"an edit cannot lie at {self.placement}")
        if self.patch.dtype != np.uint8 or self.patch.ndim != 3 or self.patch.shape[2] != 3:
            raise ValueError("the patch must be a uint8 array of height x width x 3")
        for values in (self.mask, self.matte):
            if values is not None and (values.dtype != np.uint8 or values.ndim != 2):
                raise ValueError("mask and matte must be uint8 arrays of height x width")

    @classmethod
    def of(cls, result: Result, bounds: Rect, extent: Extent) -> "Edit":
        """The edit that places a result in `bounds` of a document of `extent`."""
        return cls(
            result.request,
            result.picture,
            AxisMap.onto(bounds),
            bounds.intersected(extent.bounds),
            mask_of(result.request.source),
            Blend(feather_of(result.request)),
            result.matte,
        )

    @property
    def bounds(self) -> Rect:
        """The document pixels that the patch touches, visible or not."""
        return self.placement.rect(Rect(0, 0, 1, 1))

    @property
    def is_fill(self) -> bool:
        """Whether it fills a mask in a picture, so that there is something to blend it with."""
        return self.mask is not None and isinstance(self.request.source, Inpaint | Sketch)

    @property
    def arrays(self) -> Iterator[Pixels]:
        """All pixel arrays that it holds."""
        yield self.patch
        yield from self.request.arrays
        for values in (self.mask, self.matte):
            if values is not None:
                yield values

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
        fill = self.fill()
        rgba = self._laid(replace(fill, colours=self._converted(fill.colours, icc_profile)))
        rgba[rgba[..., 3] == 0] = 0
        return empty.write(visible, np.ascontiguousarray(rgba[visible.slices_in(bounds)]))

    def fill(self) -> Fill:
        """Its patch, blended by its settings."""
        if self.mask is None:
            return Fill(self.patch, np.full(self.patch.shape[:2], 255, np.uint8))
        return filled(self.request, self.patch, self.mask, self.matte, self.blend)

    def reach(self) -> NDArray[np.bool_]:
        """Where it can change the picture, whatever its blend settings: the mask and the blend band
        of its request, (height, width) of its bounds."""
        if self.mask is None:
            return np.ones((self.bounds.height, self.bounds.width), bool)
        band = network_mask(self.mask, feather_of(self.request))
        return self._placed(band, Image.Resampling.BILINEAR) > 0

    def mask_in_bounds(self) -> Pixels:
        """Its mask, resampled to the bounds: (height, width), 255 = repainted."""
        return self._cover(self.mask)

    def matte_in_bounds(self) -> Pixels:
        """Its matte, resampled to the bounds: (height, width); without one, its mask."""
        return self._cover(self.mask if self.matte is None else self.matte)

    def with_matte(self, values: Pixels) -> "Edit":
        """This edit with another matte, given as `matte_in_bounds` returns it."""
        bounds, placement = self.bounds, self.placement
        left, top, right, bottom = placement.edges(0, 0, 1, 1)
        box = (left - bounds.x, top - bounds.y, right - bounds.x, bottom - bounds.y)
        size = (max(1, round(right - left)), max(1, round(bottom - top)))
        exact = Image.fromarray(values).resize(size, Image.Resampling.BILINEAR, box)
        return replace(self, matte=read_only(_upright(np.array(exact), placement)))

    def upright(self, pixels: Pixels) -> Pixels:
        """A picture of the bounds, rotated and flipped back to lie as the patch does."""
        return np.ascontiguousarray(_upright(pixels, self.placement))

    def turned(self, pixels: Pixels) -> Pixels:
        """A picture that lies as the patch does, rotated and flipped as the document was."""
        return np.ascontiguousarray(_oriented(pixels, self.placement))

    def _cover(self, values: Pixels | None) -> Pixels:
        if values is None:
            return np.full((self.bounds.height, self.bounds.width), 255, np.uint8)
        return self._placed(values, Image.Resampling.BILINEAR)

    def _converted(self, colours: Pixels, icc_profile: bytes | None) -> Pixels:
        return Conversion.from_srgb(icc_profile).applied(colours)

    def _laid(self, fill: Fill) -> Pixels:
        """A fill in the bounds: (height, width, 4), straight alpha."""
        colours = self._placed(fill.colours, Image.Resampling.LANCZOS)
        opacity = self._cover(fill.opacity)
        limit = self._cover(fill.limit)
        if fill.limit is not None:
            opacity = np.minimum(opacity, limit)
        rgba = np.dstack([colours, opacity])
        if fill.shadow is None:
            return rgba
        upper = opacity / np.float32(255)
        shadow = np.minimum(self._cover(fill.shadow), limit) / np.float32(255)
        alpha = upper + (1 - upper) * shadow
        share = (upper / np.maximum(alpha, 1e-6))[..., None]
        return np.rint(np.dstack([colours * share, 255 * alpha])).astype(np.uint8)

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


def _upright(pixels: Pixels, placement: AxisMap) -> Pixels:
    """`pixels` rotated and flipped back: the reverse of `_oriented`."""
    if placement.yx + placement.yy < 0:
        pixels = np.flipud(pixels)
    if placement.xx + placement.xy < 0:
        pixels = np.fliplr(pixels)
    return pixels.swapaxes(0, 1) if placement.swaps_axes else pixels


def _oriented(pixels: Pixels, placement: AxisMap) -> Pixels:
    """`pixels` rotated and flipped as `placement` does."""
    if placement.swaps_axes:
        pixels = pixels.swapaxes(0, 1)
    if placement.xx + placement.xy < 0:
        pixels = np.fliplr(pixels)
    if placement.yx + placement.yy < 0:
        pixels = np.flipud(pixels)
    return pixels
