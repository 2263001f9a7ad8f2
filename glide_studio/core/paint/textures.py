"""Textures of brushes, generated: the shape of the tip, which travels with the brush, and the grain
of the paper, which stays where it is."""

from enum import Enum
from functools import cache

import numpy as np
from numpy.typing import NDArray

from glide_studio.core.geometry import Rect
from glide_studio.core.raster.raster import Pixels, read_only

SIDE = 256
"""Side of a grain, in pixels; it repeats without a seam."""

TIP_SIDE = 128
"""Side of the picture of a tip."""

RELIEF = 2.2
"""How much deeper the pits of a grain are than the full coverage of a brush reaches."""

_Field = NDArray[np.float64]


class Tip(Enum):
    """A disc; a disc with crumbled parts; or bristles, which leave streaks."""

    ROUND = "round"
    CRUMBLY = "crumbly"
    BRISTLES = "bristles"

    @property
    def turns(self) -> bool:
        """Whether each dab is rotated, so that the tip's picture does not repeat."""
        return self is Tip.CRUMBLY


class Grain(Enum):
    """The tooth of drawing paper, the threads of canvas, or the rough surface of a wall."""

    NONE = "none"
    PAPER = "paper"
    CANVAS = "canvas"
    ROUGH = "rough"


def grained(coverage: Pixels, area: Rect, grain: Grain, depth: float) -> Pixels:
    """`coverage`, 0 to 255, of `area` on a grain: (height, width).

    The less a brush covers and the greater `depth`, 0 to 1, is, the fewer of the pits it reaches.
    More coverage never becomes less.
    """
    if grain is Grain.NONE or depth == 0:
        return coverage
    rows = np.arange(area.y, area.bottom) % SIDE
    columns = np.arange(area.x, area.right) % SIDE
    pits = grain_tile(grain)[rows[:, np.newaxis], columns].astype(np.float32)
    reached = coverage * np.float32(1 + depth) - np.float32(RELIEF * depth) * pits
    result: Pixels = np.rint(np.clip(reached, 0, 255)).astype(np.uint8)
    return result


def tip_coverage(
    tip: Tip, x: NDArray[np.float32], y: NDArray[np.float32], radius: float, angle: float
) -> Pixels:
    """How much a tip covers, 0 to 255, at distances x (width) and y (height, 1) of its centre."""
    cosine, sine = np.float32(np.cos(angle)), np.float32(np.sin(angle))
    scale, middle = np.float32(TIP_SIDE / 2 / radius), np.float32(TIP_SIDE / 2)
    across = (x * cosine + y * sine) * scale + middle
    down = (y * cosine - x * sine) * scale + middle
    last = TIP_SIDE - 1
    rows, columns = (np.clip(each, 0, last).astype(np.intp) for each in (down, across))
    found: Pixels = tip_tile(tip)[rows, columns]
    return found


@cache
def grain_tile(grain: Grain) -> Pixels:
    """The depth of a grain's pits, evenly distributed: (SIDE, SIDE)."""
    match grain:
        case Grain.PAPER:
            return _evened(_noise(SIDE, 2, seed=1) + 0.5 * _noise(SIDE, 5, seed=2))
        case Grain.CANVAS:
            place = np.arange(SIDE) * (2 * np.pi * 32 / SIDE)
            threads = np.sin(place)[:, np.newaxis] * np.cos(place) + 0.6 * np.cos(2 * place)
            return _evened(threads + 0.35 * _noise(SIDE, 2, seed=3))
        case Grain.ROUGH:
            return _evened(_noise(SIDE, 6, seed=4) + 0.8 * _noise(SIDE, 2, seed=5))
    return read_only(np.zeros((SIDE, SIDE), np.uint8))


@cache
def tip_tile(tip: Tip) -> Pixels:
    """The picture of a tip, 255 where it covers: (TIP_SIDE, TIP_SIDE)."""
    if tip is Tip.CRUMBLY:
        crumbs = _evened(_noise(TIP_SIDE, 10, seed=6) + 0.5 * _noise(TIP_SIDE, 4, seed=7))
        return read_only(np.clip(3 * (crumbs.astype(np.int16) - 70), 0, 255).astype(np.uint8))
    if tip is Tip.BRISTLES:
        hairs = _evened(_noise(TIP_SIDE, 4, seed=8))
        return read_only(np.clip(4 * (hairs.astype(np.int16) - 190), 0, 255).astype(np.uint8))
    return read_only(np.full((TIP_SIDE, TIP_SIDE), 255, np.uint8))


def _noise(side: int, size: float, seed: int) -> _Field:
    """Smooth noise that repeats without a seam; `size` is that of its spots, in pixels."""
    white = np.random.default_rng(seed).standard_normal((side, side))
    down, across = np.fft.fftfreq(side)[:, np.newaxis], np.fft.rfftfreq(side)
    blur = np.exp(-((down**2 + across**2) * (np.pi * size / 2) ** 2))
    smooth = np.fft.irfft2(np.fft.rfft2(white) * blur, (side, side))
    return smooth / smooth.std()


def _evened(field: _Field) -> Pixels:
    """`field` by rank, 0 to 255, so that all values are equally frequent."""
    ranks = np.empty(field.size)
    ranks[field.argsort(axis=None, kind="stable")] = np.linspace(0, 255, field.size)
    return read_only(np.rint(ranks).astype(np.uint8).reshape(field.shape))
