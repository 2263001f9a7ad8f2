"""Seconds of a piece of work on a machine that others use too."""

import statistics
import time
from collections.abc import Callable, Sequence

import torch

Work = Callable[[], object]


def seconds_each(works: Sequence[Work], device: torch.device, least: float = 2.0) -> list[float]:
    """Median seconds of each piece of work, run in turns so that a busy moment hits all of them.

    Each runs once unmeasured, then three times and until all together took `least` seconds.
    """
    for work in works:
        _seconds(work, device)
    found: list[list[float]] = [[] for _ in works]
    while len(found[0]) < 3 or sum(map(sum, found)) < least:
        for seconds, work in zip(found, works, strict=True):
            seconds.append(_seconds(work, device))
    return [statistics.median(seconds) for seconds in found]


def _seconds(work: Work, device: torch.device) -> float:
    _finish(device)
    started = time.perf_counter()
    work()
    _finish(device)
    return time.perf_counter() - started


def _finish(device: torch.device) -> None:
    if device.type == "cuda":
        torch.cuda.synchronize(device)
    elif device.type == "mps":
        torch.mps.synchronize()
