"""Healing: what is copied takes on the colours of its new surroundings, by Poisson's equation
(Pérez, Gangnet and Blake, Poisson Image Editing, 2003), and a search for what to copy."""

import math

import numpy as np
from numpy.typing import NDArray

from glide_studio.core.document.compositing import fade
from glide_studio.core.geometry import Rect
from glide_studio.core.mask.mask import Mask
from glide_studio.core.paint.paint import Ink, Picture
from glide_studio.core.paint.planes import Planes, premultiplied, straight
from glide_studio.core.raster.poisson import solved
from glide_studio.core.raster.raster import Pixels, tile_areas

MAX_SOLVED = 2**20
"""The most pixels for which the equation is solved; a larger correction is smooth enough to be
solved on a coarser grid."""

MAX_SEARCHED = 192
"""Longer side of the picture that is searched, in pixels; a larger one is scaled down."""

RING = 0.3
MIN_RING, MAX_RING = 4, 24
"""Width of the ring that a source is compared in: a share of the spot's shorter side, in pixels."""

REACH = 1.5
MIN_REACH, MAX_REACH = 48, 400
"""How far around a spot sources are searched: a share of its longer side, in pixels."""

_Floats = NDArray[np.float32]
_Flags = NDArray[np.bool_]


def healing(ground: Picture, dx: int, dy: int, covered: Mask) -> Ink:
    """Paints what is `covered` with the pixels of `ground` that are (dx, dy) away, corrected so
    that they join what surrounds it; where they are transparent, nothing."""
    correction = _Correction(ground, dx, dy, covered)

    def heal(area: Rect, pixels: Pixels, coverage: Pixels) -> None:
        source = ground(area.translated(dx, dy))
        coverage = np.where(source[..., 3] > 0, coverage, np.uint8(0))
        fade(pixels, straight(premultiplied(source) + correction.at(area)), coverage)

    return heal


class _Correction:
    """What has to be added to the copied pixels: around what is covered the difference between the
    ground and the copy, and within it the smoothest continuation of that, premultiplied."""

    def __init__(self, ground: Picture, dx: int, dy: int, covered: Mask) -> None:
        spot, page = covered.bounds(), covered.extent.bounds
        self._step = step = max(1, math.ceil(math.sqrt(spot.area / MAX_SOLVED)))
        self._area = area = spot.padded(step).intersected(page)
        shape = -(-area.height // step), -(-area.width // step)
        values, unknown = np.zeros((4, *shape), np.float32), np.zeros(shape, np.bool_)
        for _, block in tile_areas(Rect(0, 0, *shape[::-1])):
            scaled = Rect(*(step * side for side in (block.x, block.y, block.width, block.height)))
            part = scaled.translated(area.x, area.y).intersected(area)
            if covered.read(part.padded(step)).any():
                inside = covered.read(part) > 0
                off = premultiplied(ground(part)) - premultiplied(ground(part.translated(dx, dy)))
                known = _pooled((~inside).astype(np.float32), step)
                sums = _pooled(np.where(inside, np.float32(0), off), step)
                where = block.slices_in(Rect(0, 0, *shape[::-1]))
                values[:, *where] = sums / np.maximum(known, 1e-6)
                unknown[where] = known == 0
        self._values = solved(np.zeros_like(values), values, unknown)

    def at(self, area: Rect) -> Planes:
        """The correction in a part of the page: (4, height, width)."""
        inner = area.intersected(self._area)
        found = np.zeros((4, area.height, area.width), np.float32)
        found[:, *inner.slices_in(area)] = self._interpolated(inner)
        return found

    def _interpolated(self, area: Rect) -> Planes:
        if self._step == 1:
            return self._values[:, *area.slices_in(self._area)]
        from scipy import ndimage  # type: ignore[import-untyped]  # the window must not wait for it

        rows, columns = (
            (np.arange(first, last) + 0.5) / self._step - 0.5
            for first, last in (
                (area.y - self._area.y, area.bottom - self._area.y),
                (area.x - self._area.x, area.right - self._area.x),
            )
        )
        places = np.meshgrid(rows, columns, indexing="ij")
        return np.stack(
            [
                ndimage.map_coordinates(each, places, order=1, mode="nearest")
                for each in self._values
            ]
        )


def source_for(ground: Picture, covered: Mask) -> tuple[int, int] | None:
    """The offset (dx, dy) from a spot, all that is `covered`, to the part of `ground` near it
    whose surroundings are most like those of the spot; None if there is no room for one.

    Of sources that fit alike, one whose inside is as bright and as rough as its surroundings, and
    that is near, is better.
    """
    spot, page = covered.bounds(), covered.extent.bounds
    ring = round(min(max(RING * min(spot.width, spot.height), MIN_RING), MAX_RING))
    reach = round(min(max(REACH * max(spot.width, spot.height), MIN_REACH), MAX_REACH))
    window = spot.padded(reach).intersected(page)
    step = math.ceil(max(window.width, window.height) / MAX_SEARCHED)
    picture = premultiplied(np.ascontiguousarray(ground(window)[::step, ::step]))
    inside = _pooled((covered.read(window) > 0).astype(np.float32), step) > 0
    around = _dilated(inside, max(1, ring // step)) & ~inside
    if not around.any():
        return None
    cost = _costs(picture, inside, around)
    if not np.isfinite(cost).any():
        return None
    y, x = np.unravel_index(int(cost.argmin()), cost.shape)
    height, width = cost.shape
    return (
        step * int(x if x <= width // 2 else x - width),
        step * int(y if y <= height // 2 else y - height),
    )


def _costs(picture: Planes, inside: _Flags, around: _Flags) -> NDArray[np.float64]:
    """How unlike the spot each offset's source is, circular: (height, width), at [0, 0] that of no
    offset; infinite where the source would overlap the spot or the window's edge."""
    height, width = inside.shape
    count, size = int(around.sum()), int(inside.sum())
    unlike = np.zeros((height, width))
    for plane in picture.astype(np.float64):
        seen = plane[around]
        mean, squares = _correlated(plane, inside) / size, _correlated(plane**2, inside) / size
        rough = np.sqrt(np.maximum(squares - mean**2, 0))
        unlike += _correlated(plane**2, around) - 2 * _correlated(plane, around * plane)
        unlike += (seen**2).sum()
        unlike += count * ((mean - seen.mean()) ** 2 + (rough - seen.std()) ** 2) / 2
    rows, columns = (np.flatnonzero((inside | around).any(axis=axis)) for axis in (1, 0))
    dy, dx = (np.fft.fftfreq(length, 1 / length) for length in (height, width))
    fits = ((rows[0] + dy >= 0) & (rows[-1] + dy < height))[:, np.newaxis]
    fits = fits & (columns[0] + dx >= 0) & (columns[-1] + dx < width)
    fits &= _correlated(inside.astype(np.float64), inside) < 0.5
    distance = np.hypot(dy[:, np.newaxis], dx) / max(height, width)
    return np.where(fits, unlike / count + distance, np.inf)


def _correlated(picture: NDArray[np.float64], kernel: NDArray[np.generic]) -> NDArray[np.float64]:
    """The sum of picture(x + offset) kernel(x) over all x, for every circular offset."""
    spectrum = np.fft.rfft2(picture) * np.conj(np.fft.rfft2(kernel))
    return np.fft.irfft2(spectrum, picture.shape)


def _dilated(flags: _Flags, distance: int) -> _Flags:
    from scipy import ndimage

    grown: _Flags = ndimage.distance_transform_edt(~flags) <= distance
    return grown


def _pooled(values: _Floats, step: int) -> _Floats:
    """The means of blocks of `step` x `step` values; the last ones repeat the edge."""
    if step == 1:
        return values
    *others, height, width = values.shape
    margins = [(0, 0)] * len(others) + [(0, -height % step), (0, -width % step)]
    padded = np.pad(values, margins, mode="edge")
    height, width = (side // step for side in padded.shape[-2:])
    blocks = padded.reshape(*others, height, step, width, step)
    means: _Floats = blocks.mean(axis=(-3, -1), dtype=np.float32)
    return means
