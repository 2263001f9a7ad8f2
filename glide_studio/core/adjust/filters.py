"""Adjustments that use the pixels around a pixel, and noise."""

import math
from dataclasses import dataclass, replace
from functools import cached_property
from typing import Self, TypeVar

import numpy as np
from numpy.typing import NDArray
from PIL import Image

from glide_studio.core.adjust.adjustment import Adjustment
from glide_studio.core.geometry import Extent, Rect
from glide_studio.core.raster.raster import TILE_SIZE, Pixels, tile_areas, tile_bounds
from glide_studio.core.raster.resample import Resampling, resized_channel

MAX_RADIUS = 250.0
"""The largest radius of a blur, in pixels."""

_MOST_SIGMA = 5.0
"""A blur with a larger standard deviation is computed on a reduced picture, which is as exact."""

_TRUNCATE = 3.5
"""How many standard deviations a blur reaches."""

_LEAST = 0.05
"""A standard deviation below which nothing changes."""

_Plane = NDArray[np.float32]
_T = TypeVar("_T", bound=np.generic)


@dataclass(frozen=True)
class _Blurring(Adjustment):
    """An adjustment that blurs by a Gaussian whose standard deviation is `radius`."""

    radius: float = 5.0

    @cached_property
    def _factor(self) -> int:
        """By how much the picture is reduced for it, a power of 2."""
        return 2 ** max(0, math.ceil(math.log2(max(self.radius, _LEAST) / _MOST_SIGMA)))

    @property
    def reach(self) -> int:
        far = math.ceil(_TRUNCATE * self.radius) + 2 * self._factor
        return -(-far // self._factor) * self._factor if self.radius >= _LEAST else 0

    def at_scale(self, scale: float) -> Self:
        return replace(self, radius=self.radius * scale)

    def _inner(self, plane: NDArray[_T]) -> NDArray[_T]:
        """The part of a plane, or of pixels, without what lies around it."""
        reach = self.reach
        return plane[reach : plane.shape[0] - reach, reach : plane.shape[1] - reach]

    def _blurred(self, plane: _Plane | Pixels) -> _Plane:
        """The inner part of a plane, blurred."""
        from scipy import ndimage  # type: ignore[import-untyped]  # the window must not wait for it

        factor = self._factor
        height, width = plane.shape
        if factor > 1:
            plane = np.array(Image.fromarray(np.ascontiguousarray(plane)).reduce(factor))
        # What reducing blurs already, the variance of a box, is left out.
        sigma = math.sqrt((self.radius / factor) ** 2 - (1 - factor**-2) / 12)
        blurred: _Plane = ndimage.gaussian_filter(
            plane.astype(np.float32, copy=False), sigma, mode="nearest", truncate=_TRUNCATE
        )
        if factor > 1:
            reach = self.reach / factor
            box = (reach, reach, blurred.shape[1] - reach, blurred.shape[0] - reach)
            inner = Extent(width - 2 * self.reach, height - 2 * self.reach)
            return resized_channel(blurred, inner, Resampling.BICUBIC, box)
        return self._inner(blurred)

    def _blurred_colours(self, pixels: Pixels) -> tuple[NDArray[np.float32], _Plane]:
        """Blurred colours, not premultiplied, (height, width, 3), and blurred alpha, both 0 to 255;
        a transparent pixel has no part in the colours."""
        alpha = pixels[..., 3].astype(np.float32)
        is_opaque = bool(alpha.min() == 255)
        blurred = self._inner(alpha) if is_opaque else self._blurred(alpha)
        colours = np.empty((*blurred.shape, 3), np.float32)
        for index in range(3):
            if is_opaque:
                colours[..., index] = self._blurred(pixels[..., index])
            else:
                shares = self._blurred(pixels[..., index] * alpha)
                colours[..., index] = shares / np.maximum(blurred, np.float32(1e-3))
        return colours.clip(0, 255), blurred


@dataclass(frozen=True)
class GaussianBlur(_Blurring):
    """A blur by a Gaussian whose standard deviation is `radius`, 0.1 to MAX_RADIUS pixels; alpha is
    blurred too, and colours are weighted by it."""

    def applied(self, pixels: Pixels, bounds: Rect) -> Pixels:
        if not self.reach:
            return pixels.copy()
        colours, alpha = self._blurred_colours(pixels)
        result = np.zeros((bounds.height, bounds.width, 4), np.uint8)
        result[..., 3] = np.rint(alpha.clip(0, 255))
        result[..., :3] = np.where(result[..., 3:] > 0, np.rint(colours), 0)
        return result


@dataclass(frozen=True)
class Sharpen(_Blurring):
    """An unsharp mask: colours move away from blurred ones by `amount`, in percent of the
    difference, where that is at least `threshold`, 0 to 255. Alpha stays as it is."""

    radius: float = 1.5
    amount: float = 80.0
    threshold: float = 0.0

    def applied(self, pixels: Pixels, bounds: Rect) -> Pixels:
        inner = self._inner(pixels)
        result = np.array(inner, np.uint8)
        if self.reach:
            before = inner[..., :3].astype(np.float32)
            difference = before - self._blurred_colours(pixels)[0]
            difference[np.abs(difference) < self.threshold] = 0
            sharper = before + np.float32(self.amount / 100) * difference
            result[..., :3] = np.rint(sharper.clip(0, 255))
            result[inner[..., 3] == 0] = inner[inner[..., 3] == 0]
        return result


@dataclass(frozen=True)
class Noise(Adjustment):
    """Gaussian noise with a standard deviation of `amount` percent of the range of values, the same
    in all channels if `monochrome`. The same `seed` gives the same noise."""

    amount: float = 10.0
    monochrome: bool = False
    seed: int = 0

    def at_scale(self, scale: float) -> Self:
        """Averaged over several pixels, noise is weaker."""
        return replace(self, amount=self.amount * scale)

    def applied(self, pixels: Pixels, bounds: Rect) -> Pixels:
        noise = np.empty((*pixels.shape[:2], 1 if self.monochrome else 3), np.float32)
        for key, area in tile_areas(bounds):
            source = np.random.Generator(np.random.Philox([self.seed, key[0], key[1]]))
            shape = (TILE_SIZE, TILE_SIZE, noise.shape[2])
            values = source.standard_normal(shape, np.float32)
            noise[area.slices_in(bounds)] = values[area.slices_in(tile_bounds(key))]
        noise *= np.float32(2.55 * self.amount)
        result = pixels.copy()
        result[..., :3] = np.rint((pixels[..., :3] + noise).clip(0, 255))
        return result
