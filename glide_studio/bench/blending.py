"""The time of blending, without networks."""

import statistics
import time
from collections.abc import Callable
from collections.abc import Set as AbstractSet

import numpy as np

from glide_studio.bench.results import BLEND_LIMITS, Measurement
from glide_studio.core.raster.poisson import solved

SEAMLESS, MIXED = BLEND_LIMITS
_SIDE = 1024
_REPETITIONS = 7


def measure(names: AbstractSet[str]) -> list[Measurement]:
    """Solve Poisson's equation for a round mask in 1024 x 1024 pixels of three channels: as a
    seamless fill does, and with mixed gradients."""
    y, x = np.mgrid[:_SIDE, :_SIDE]
    unknown = np.hypot(y - _SIDE / 2, x - _SIDE / 2) < 0.45 * _SIDE
    rng = np.random.default_rng(0)
    fixed = rng.uniform(0, 255, (3, _SIDE, _SIDE)).astype(np.float32)
    nothing = np.zeros_like(fixed)
    work: dict[str, Callable[[], object]] = {
        SEAMLESS: lambda: solved(nothing, fixed, unknown),
        MIXED: lambda: solved(fixed, fixed, unknown, passes=4),
    }
    note = f"{_SIDE} x {_SIDE}, median of {_REPETITIONS}"
    return [
        Measurement(name, _median(work[name]), limit=BLEND_LIMITS[name], note=note)
        for name in work
        if name in names
    ]


def _median(work: Callable[[], object]) -> float:
    work()
    seconds = []
    for _ in range(_REPETITIONS):
        started = time.perf_counter()
        work()
        seconds.append(time.perf_counter() - started)
    return statistics.median(seconds)
