"""Resizing pictures."""

import math
from enum import Enum
from typing import Any

import numpy as np
from numpy.typing import NDArray
from PIL import Image

from glide_studio.core.geometry import AxisMap, Extent, Rect
from glide_studio.core.raster.raster import Pixels, Raster

Box = tuple[float, float, float, float]


class Resampling(Enum):
    """Interpolation: how the colours between pixels are computed."""

    NEAREST = Image.Resampling.NEAREST
    BILINEAR = Image.Resampling.BILINEAR
    BICUBIC = Image.Resampling.BICUBIC
    LANCZOS = Image.Resampling.LANCZOS

    @property
    def support(self) -> int:
        """Radius of the filter when enlarging, in source pixels."""
        return _SUPPORT[self]


_SUPPORT = {
    Resampling.NEAREST: 1,
    Resampling.BILINEAR: 1,
    Resampling.BICUBIC: 2,
    Resampling.LANCZOS: 3,
}


def resized(pixels: Pixels, extent: Extent) -> Pixels:
    """`pixels`, uint8 (height, width) or (height, width, 3), resized to `extent` by Lanczos.

    Returns the array itself if it has that size.
    """
    if pixels.shape[:2] == (extent.height, extent.width):
        return pixels
    image = Image.fromarray(pixels).resize((extent.width, extent.height), Image.Resampling.LANCZOS)
    return np.array(image)


def scaled_raster(raster: Raster, extent: Extent, resampling: Resampling) -> Raster:
    """Scale only the part with content; the result is as if all of it were scaled."""
    empty, content = Raster.empty(extent, raster.channels), raster.content_bounds()
    if content.is_empty:
        return empty
    across, down = extent.width / raster.extent.width, extent.height / raster.extent.height
    reach_x = math.ceil(resampling.support * max(1, 1 / across)) + 1
    reach_y = math.ceil(resampling.support * max(1, 1 / down)) + 1

    def grown(area: Rect) -> Rect:
        return Rect.from_edges(
            area.x - reach_x, area.y - reach_y, area.right + reach_x, area.bottom + reach_y
        )

    touched = grown(content).intersected(raster.extent.bounds)
    scaling = AxisMap(across, 0, 0, down)
    target = scaling.rect(touched).intersected(extent.bounds)
    source = grown(scaling.inverse().rect(target)).intersected(raster.extent.bounds)
    box = (
        max(0.0, target.x / across - source.x),
        max(0.0, target.y / down - source.y),
        min(source.width, target.right / across - source.x),
        min(source.height, target.bottom / down - source.y),
    )
    pixels = raster.read(source)
    size = Extent(target.width, target.height)
    if raster.channels == 1:
        pixels = pixels[..., 0]
    elif resampling is not Resampling.NEAREST and (pixels[..., 3] < 255).any():
        return empty.write(target, _resized_transparent(pixels, size, resampling, box))
    resized = Image.fromarray(pixels).resize(_sides(size), resampling.value, box)
    return empty.write(target, np.array(resized))


def resized_channel(
    channel: NDArray[Any], extent: Extent, resampling: Resampling, box: Box | None = None
) -> NDArray[np.float32]:
    """Numbers, (height, width), resized to `extent`, or what is in `box` of them; not clipped."""
    image = Image.fromarray(channel.astype(np.float32, copy=False))
    return np.array(image.resize(_sides(extent), resampling.value, box))


def _resized_transparent(
    pixels: Pixels, extent: Extent, resampling: Resampling, box: Box
) -> Pixels:
    """RGBA resized with colours weighted by alpha, which is rounded only afterwards: otherwise the
    colour would overshoot where alpha does."""
    alpha = pixels[..., 3].astype(np.float32)
    opacity = resized_channel(alpha, extent, resampling, box)
    resized = np.zeros((extent.height, extent.width, 4), np.uint8)
    resized[..., 3] = np.rint(opacity.clip(0, 255))
    seen = resized[..., 3] > 0
    for index in range(3):
        colour = resized_channel(pixels[..., index] * alpha, extent, resampling, box)
        resized[seen, index] = np.rint((colour[seen] / opacity[seen]).clip(0, 255))
    return resized


def _sides(extent: Extent) -> tuple[int, int]:
    return extent.width, extent.height
