"""Resampling a picture by any projective map."""

import math
from collections.abc import Iterator
from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

from glide_studio.core.geometry import AxisMap, Rect
from glide_studio.core.raster.projection import Projection
from glide_studio.core.raster.raster import Pixels
from glide_studio.core.raster.resample import Resampling

Floats = NDArray[np.float32]
Doubles = NDArray[np.float64]

TILE = 128
"""Side of the squares that are computed at a time, so that their numbers stay in the cache."""

MOST_SAMPLES = 8
"""The most samples of an output pixel in each direction."""

_ROUNDING = 1e-6


@dataclass(frozen=True)
class _Source:
    """A picture to be sampled: (height, width, 4), straight uint8 or premultiplied float32.

    It covers `width` x `height` of its own pixels, the last of which may be only partly covered.
    """

    pixels: Pixels | Floats
    width: float
    height: float

    def part(self, rows: slice, columns: slice) -> Floats:
        """Premultiplied colours and alpha, 0 to 255."""
        part = self.pixels[rows, columns].astype(np.float32)
        return _premultiplied(part) if self.pixels.dtype == np.uint8 else part


@dataclass(frozen=True)
class Warp:
    """`pixels`, straight-alpha (height, width, 4) uint8 that fill `box`, mapped by `projection`.

    Colours are weighted by alpha. Pixels are squares: the edge of what is mapped is as sharp as
    one pixel of the result, whatever the scale, and nothing of the edge fades. Where the map
    shrinks, whole areas are averaged. Whole-pixel moves, flips and quarter turns keep every byte.
    """

    pixels: Pixels
    box: Rect
    projection: Projection
    resampling: Resampling

    @property
    def bounds(self) -> Rect:
        """All pixels that the result touches."""
        xs, ys = zip(*self.projection.quad(self.box), strict=True)
        return Rect.from_edges(
            math.floor(min(xs) + _ROUNDING),
            math.floor(min(ys) + _ROUNDING),
            math.ceil(max(xs) - _ROUNDING),
            math.ceil(max(ys) - _ROUNDING),
        )

    def rearranged(self) -> Pixels | None:
        """The result in `bounds` if it has the same bytes in other places; None otherwise."""
        motion = self.projection.axis_map
        if motion is None or not is_rigid(motion):
            return None
        pixels = self.pixels.swapaxes(0, 1) if motion.swaps_axes else self.pixels
        if motion.xx + motion.xy < 0:
            pixels = np.fliplr(pixels)
        if motion.yx + motion.yy < 0:
            pixels = np.flipud(pixels)
        return np.ascontiguousarray(pixels)

    def sampler(self) -> "_Sampler":
        """What computes the result piece by piece."""
        inverse = self.projection.inverse()
        source: _Source = _Source(self.pixels, self.box.width, self.box.height)
        to_source = inverse.then(Projection.shift(-self.box.x, -self.box.y))
        if self.resampling is not Resampling.NEAREST:
            across, down = self._shrinks(to_source)
            if max(across, down) > 1:
                source = _averaged(self.pixels, across, down)
                to_source = to_source.then(Projection(xx=1 / across, yy=1 / down))
        return _Sampler(source, to_source, self.resampling)

    def _shrinks(self, to_source: Projection) -> tuple[int, int]:
        """How many columns and rows of the picture a pixel of the result covers at least."""
        corners = [
            np.hypot(*to_source.jacobian(*corner).T) for corner in self.projection.quad(self.box)
        ]
        across, down = (max(1, math.floor(least + _ROUNDING)) for least in np.min(corners, axis=0))
        return min(across, self.box.width), min(down, self.box.height)


@dataclass(frozen=True)
class _Sampler:
    source: _Source
    to_source: Projection
    resampling: Resampling

    def render(self, area: Rect) -> Pixels:
        """The result in `area`: (height, width, 4) uint8, straight alpha."""
        middle = _Places.of(self.to_source, self.source, area, 0.5, 0.5)
        if not middle.inside.any():
            return np.zeros((area.height, area.width, 4), np.uint8)
        across, down = self._samples(middle)
        if across == down == 1:
            return _straight(self._sampled(middle, 1, 1))
        total = np.zeros((area.height, area.width, 4), np.float32)
        for y in _offsets(down):
            for x in _offsets(across):
                places = _Places.of(self.to_source, self.source, area, x, y)
                total += self._sampled(places, across, down)
        return _straight(total / np.float32(across * down))

    def _samples(self, places: "_Places") -> tuple[int, int]:
        """How many samples a pixel needs in each direction so that nothing is left out."""
        if self.resampling is Resampling.NEAREST:
            return 1, 1
        steps = (np.hypot(places.u_x, places.v_x), np.hypot(places.u_y, places.v_y))
        most = (float(np.broadcast_to(each, places.u.shape)[places.inside].max()) for each in steps)
        across, down = (min(MOST_SAMPLES, max(1, math.ceil(step - 0.01))) for step in most)
        return across, down

    def _sampled(self, places: "_Places", across: int, down: int) -> Floats:
        """A sample at each place, weighted by how much of the sample's area is covered."""
        if self.resampling is Resampling.NEAREST:
            covered = places.on_source(self.source)
        else:
            covered = places.covered(self.source, across, down)
        seen = covered > 0
        u, v = places.u, places.v
        if not seen.all():
            u, v, covered = u[seen], v[seen], covered[seen]
        values = _interpolated(self.source, u.ravel(), v.ravel(), self.resampling)
        if len(values) == seen.size:
            return values.reshape(*seen.shape, 4) * covered[..., None]
        found = np.zeros((*seen.shape, 4), np.float32)
        found[seen] = values * covered[..., None]
        return found


@dataclass(frozen=True)
class _Places:
    """Where points of the result lie in the source, (height, width) each, and their derivatives,
    which an affine map has only one of: `u_x` is the source's x by the result's x. `inside` marks
    those on the source or next to it."""

    u: Doubles
    v: Doubles
    u_x: Doubles
    u_y: Doubles
    v_x: Doubles
    v_y: Doubles
    inside: NDArray[np.bool_]

    @classmethod
    def of(
        cls, to_source: Projection, source: _Source, area: Rect, offset_x: float, offset_y: float
    ) -> "_Places":
        """The places of the points at an offset from the top left corners of `area`'s pixels."""
        p = to_source
        x = np.arange(area.x, area.right) + offset_x
        y = (np.arange(area.y, area.bottom) + offset_y)[:, None]
        u, v = p.xx * x + (p.xy * y + p.x0), p.yx * x + (p.yy * y + p.y0)
        if p.wx == 0 == p.wy:
            ahead, scale = np.array(True), np.array(1 / p.w0)
        else:
            w = p.wx * x + (p.wy * y + p.w0)
            middle = p.weight(*p.inverse().at(source.width / 2, source.height / 2))
            ahead = w * math.copysign(1, middle) > 1e-12  # the rest lies beyond the horizon
            scale = 1 / np.where(ahead, w, 1)
        u, v = u * scale, v * scale
        if p.wx == 0 == p.wy:
            u_x, u_y, v_x, v_y = (each * scale for each in (p.xx, p.xy, p.yx, p.yy))
        else:
            u_x, u_y = (p.xx - p.wx * u) * scale, (p.xy - p.wy * u) * scale
            v_x, v_y = (p.yx - p.wx * v) * scale, (p.yy - p.wy * v) * scale
        reach_u, reach_v = np.hypot(u_x, u_y), np.hypot(v_x, v_y)
        inside = ahead & (u > -reach_u) & (u < source.width + reach_u)
        inside &= (v > -reach_v) & (v < source.height + reach_v)
        return cls(u, v, u_x, u_y, v_x, v_y, inside)

    def on_source(self, source: _Source) -> Floats:
        """1 where the point itself lies on the source, else 0."""
        on = (self.u >= 0) & (self.u < source.width) & (self.v >= 0) & (self.v < source.height)
        return (on & self.inside).astype(np.float32)

    def covered(self, source: _Source, across: int, down: int) -> Floats:
        """The share of each point's area that the source covers, when a pixel has `across` x
        `down` points; exact for upright maps."""
        half_u = np.hypot(self.u_x / across, self.u_y / down) / 2
        half_v = np.hypot(self.v_x / across, self.v_y / down) / 2
        share = _overlap(self.u, half_u, source.width) * _overlap(self.v, half_v, source.height)
        return np.where(self.inside, share, 0).astype(np.float32)


def is_rigid(motion: AxisMap) -> bool:
    """Whether it takes pixels exactly onto pixels."""
    linear = (motion.xx, motion.xy, motion.yx, motion.yy)
    whole = float(motion.x0).is_integer() and float(motion.y0).is_integer()
    return whole and all(abs(part) in (0, 1) for part in linear)


def tiles_of(area: Rect) -> Iterator[Rect]:
    """The squares that a Warp of `area` is best computed in."""
    for y in range(area.y, area.bottom, TILE):
        for x in range(area.x, area.right, TILE):
            yield Rect(x, y, TILE, TILE).intersected(area)


def _offsets(samples: int) -> Iterator[float]:
    return ((index + 0.5) / samples for index in range(samples))


def _overlap(centre: Doubles, half: Doubles, length: float) -> Doubles:
    """The share of centre - half to centre + half that lies between 0 and `length`."""
    covered = np.minimum(centre + half, length) - np.maximum(centre - half, 0)
    return (covered / np.maximum(2 * half, 1e-12)).clip(0, 1)


def _interpolated(source: _Source, u: Doubles, v: Doubles, resampling: Resampling) -> Floats:
    """Premultiplied values at points of the source, (n, 4); its edge pixels go on for ever."""
    found = np.zeros((len(u), 4), np.float32)
    if not len(u):
        return found
    height, width = source.pixels.shape[:2]
    columns, across = _taps(u, width, resampling)
    rows, down = _taps(v, height, resampling)
    left, right = columns[0].min(), columns[-1].max() + 1
    top, bottom = rows[0].min(), rows[-1].max() + 1
    part = source.part(slice(top, bottom), slice(left, right))
    if not part.any():
        return found
    flat = np.ascontiguousarray(part).reshape(-1, 4)
    for row, weight_y in zip(rows, down, strict=True):
        start = (row - top) * (right - left) - left
        line = np.zeros_like(found)
        for column, weight_x in zip(columns, across, strict=True):
            line += flat.take(start + column, axis=0) * weight_x[:, None]
        line *= weight_y[:, None]
        found += line
    return found


def _taps(
    at: Doubles, length: int, resampling: Resampling
) -> tuple[list[NDArray[np.intp]], list[Floats]]:
    """The pixels around places on an axis of `length`, and their weights, which sum to 1."""
    if resampling is Resampling.NEAREST:
        return [np.floor(at).astype(np.intp).clip(0, length - 1)], [np.ones(len(at), np.float32)]
    below = np.floor(at - 0.5)
    fraction = (at - 0.5 - below).astype(np.float32)
    first = below.astype(np.intp)
    steps = range(1 - resampling.support, resampling.support + 1)
    weights = [_kernel(np.abs(fraction - step), resampling) for step in steps]
    share: Floats = 1 / np.sum(weights, axis=0)
    indices = [(first + step).clip(0, length - 1) for step in steps]
    return indices, [weight * share for weight in weights]


def _kernel(x: Floats, resampling: Resampling) -> Floats:
    """A filter at distances from 0: a tent, Keys' cubic (a = -1/2, 1981) or Lanczos' (a = 3)."""
    match resampling:
        case Resampling.BILINEAR:
            return np.maximum(1 - x, 0)
        case Resampling.BICUBIC:
            near, far = (1.5 * x - 2.5) * x * x + 1, ((2.5 - 0.5 * x) * x - 4) * x + 2
            return np.where(x < 1, near, np.where(x < 2, far, 0))
        case _:
            turn = np.float32(math.pi) * np.maximum(x, np.float32(1e-6))
            value = 3 * np.sin(turn) * np.sin(turn / 3) / (turn * turn)
            return np.where(x < 3, value, 0)


def _averaged(pixels: Pixels, across: int, down: int) -> _Source:
    """The picture with each block of `across` x `down` pixels averaged, at its edge fewer."""
    height, width = pixels.shape[:2]
    columns = np.arange(0, width, across)
    blocks = np.empty((-(-height // down), len(columns), 4), np.float32)
    counts = np.minimum(columns + across, width) - columns
    for index, top in enumerate(range(0, height, down)):
        rows = _premultiplied(pixels[top : top + down].astype(np.float32)).mean(axis=0)
        blocks[index] = np.add.reduceat(rows, columns, axis=0) / counts[:, None]
    return _Source(blocks, width / across, height / down)


def _premultiplied(straight: Floats) -> Floats:
    """Straight-alpha pixels, changed in place."""
    straight[..., :3] *= straight[..., 3:] * np.float32(1 / 255)
    return straight


def _straight(premultiplied: Floats) -> Pixels:
    """Premultiplied colours, rounded only now; a pixel without alpha is all zero."""
    alpha = premultiplied[..., 3:]
    share = np.maximum(alpha, np.float32(1e-6)) * np.float32(1 / 255)
    colours = np.rint((premultiplied[..., :3] / share).clip(0, 255))
    rgba = np.concatenate([colours, np.rint(alpha.clip(0, 255))], axis=2).astype(np.uint8)
    rgba[rgba[..., 3] == 0] = 0
    return rgba
