"""Filters of a whole mask: grow, shrink, feather, smooth.

The last pixels at the picture's edge are repeated beyond it, so that a mask neither shrinks from
the edge nor fades there. The cost grows with the mask's bounds.
"""

import math
from collections.abc import Callable
from functools import partial

import numpy as np
from numpy.typing import NDArray

from glide_studio.core.geometry import Rect
from glide_studio.core.mask.mask import Mask
from glide_studio.core.raster.raster import TILE_SIZE, Pixels

MAX_RADIUS = 250
"""Largest radius of every filter, in pixels."""

TRUNCATE = 2.0
"""Radius of the Gaussian in standard deviations."""

Filter = Callable[[Pixels], Pixels]
"""Takes values with a margin around them and returns the filtered values without it."""


def grown(mask: Mask, radius: int) -> Mask:
    """Each pixel takes the highest value in a disc of `radius`, 1 to MAX_RADIUS."""
    _check(radius)
    return _filtered(mask, radius, partial(_dilated, radius=radius), reaches_out=True)


def shrunk(mask: Mask, radius: int) -> Mask:
    """Each pixel takes the lowest value in a disc of `radius`, 1 to MAX_RADIUS."""
    _check(radius)
    return _filtered(mask, radius, lambda values: 255 - _dilated(255 - values, radius))


def feathered(mask: Mask, radius: int) -> Mask:
    """The edge becomes a ramp of `radius` pixels, 1 to MAX_RADIUS, to each side."""
    _check(radius)

    def feather(values: Pixels) -> Pixels:
        return np.rint(_blurred(values, radius)).astype(np.uint8)

    return _filtered(mask, radius, feather, reaches_out=True)


def smoothed(mask: Mask, radius: int) -> Mask:
    """Rounds corners and removes details smaller than `radius`, 1 to MAX_RADIUS.

    The new edge is sharp and lies where the mask, blurred by `radius`, is half covered.
    """
    _check(radius)
    slope = math.sqrt(2 * math.pi) * radius / TRUNCATE  # makes the blurred edge one pixel wide

    def smooth(values: Pixels) -> Pixels:
        sharp = (_blurred(values, radius) - 127.5) * slope + 127.5
        return np.rint(sharp.clip(0, 255)).astype(np.uint8)

    return _filtered(mask, radius, smooth, reaches_out=True)


def _check(radius: int) -> None:
    if not 1 <= radius <= MAX_RADIUS:
        raise ValueError(f"a radius of {radius} is not within 1 and {MAX_RADIUS}")


def _filtered(mask: Mask, margin: int, change: Filter, reaches_out: bool = False) -> Mask:
    """Apply `change` in strips over the mask's bounds, padded by `margin` if it `reaches_out`."""
    content = mask.raster.content_bounds()
    if content.is_empty:
        return mask
    box = content.padded(margin if reaches_out else 0).intersected(mask.extent.bounds)
    result = mask
    for top in range(box.y, box.bottom, TILE_SIZE):
        strip = Rect.from_edges(box.x, top, box.right, min(top + TILE_SIZE, box.bottom))
        result = result.write(strip, change(_read_padded(mask, strip, margin)))
    return result


def _read_padded(mask: Mask, area: Rect, margin: int) -> Pixels:
    """`area` with `margin` pixels around it, the last ones repeated beyond the picture's edge."""
    padded = area.padded(margin)
    inside = padded.intersected(mask.extent.bounds)
    missing = (
        (inside.y - padded.y, padded.bottom - inside.bottom),
        (inside.x - padded.x, padded.right - inside.right),
    )
    return np.pad(mask.read(inside), missing, mode="edge")


def _dilated(values: Pixels, radius: int) -> Pixels:
    """The highest value in a disc around each pixel at least `radius` from the edges of `values`.

    For each row of the disc this is the higher maximum of its first and its last 2^n pixels, which
    overlap. Maxima of 2^n pixels come from those of half the length (sparse table).
    """
    height, width = (side - 2 * radius for side in values.shape)
    runs = [values]
    while 2 ** len(runs) <= 2 * radius + 1:
        half, last = 2 ** (len(runs) - 1), runs[-1]
        runs.append(np.maximum(last[:, :-half], last[:, half:]))
    highest = np.zeros((height, width), np.uint8)
    for dy in range(radius + 1):
        reach = math.isqrt(radius * (radius + 1) - dy * dy)
        length = 2 * reach + 1
        level = length.bit_length() - 1
        first, last_run = radius - reach, radius - reach + length - 2**level
        run = runs[level]
        row = np.maximum(run[:, first : first + width], run[:, last_run : last_run + width])
        for start in (radius - dy, radius + dy):
            np.maximum(highest, row[start : start + height], out=highest)
    return highest


def _blurred(values: Pixels, radius: int) -> NDArray[np.float32]:
    """Gaussian blur with a kernel of `radius` along both axes, without the margin."""
    from scipy import ndimage  # type: ignore[import-untyped]  # the window must not wait for it

    blurred: NDArray[np.float32] = values.astype(np.float32)
    for axis in (0, 1):
        blurred = ndimage.gaussian_filter1d(
            blurred, radius / TRUNCATE, axis=axis, radius=radius, mode="nearest"
        )
        blurred = blurred[radius:-radius] if axis == 0 else blurred[:, radius:-radius]
    return blurred
