"""Measures time and memory, robustly against other load on the machine, and the ceiling: how fast
the machine multiplies large matrices and computes a convolution of the networks' size."""

import statistics
import time
from collections.abc import Callable, Sequence
from dataclasses import dataclass
from pathlib import Path

import torch

from glide_studio.bench.machine import peak_mb
from glide_studio.engine.inference import arithmetics

Work = Callable[[], object]


def seconds_each(works: Sequence[Work], device: torch.device, least: float = 2.0) -> list[float]:
    """Median seconds of each piece of work, run in turns so that a busy moment affects all of them.

    Each runs once unmeasured, then at least three times and until all together took `least`
    seconds. With `least` 0 each runs just once, measured.
    """
    found: list[list[float]] = [[_seconds(work, device)] for work in works]
    if not least:
        return [seconds[0] for seconds in found]
    found = [[] for _ in works]
    while len(found[0]) < 3 or sum(map(sum, found)) < least:
        for seconds, work in zip(found, works, strict=True):
            seconds.append(_seconds(work, device))
    return [statistics.median(seconds) for seconds in found]


def peak_mb_of(work: Work, device: torch.device) -> float:
    """The peak memory while `work` runs, in MB: of the device, or on a CPU of the process.

    Where the system cannot reset its count, the peak since the process started.
    """
    if device.type == "cuda":
        torch.cuda.reset_peak_memory_stats(device)
        work()
        return torch.cuda.max_memory_allocated(device) / 1e6
    reset, status = Path("/proc/self/clear_refs"), Path("/proc/self/status")
    if not reset.exists():
        work()
        return peak_mb()
    reset.write_text("5")
    work()
    (line,) = (line for line in status.read_text().splitlines() if line.startswith("VmHWM"))
    return int(line.split()[1]) * 1024 / 1e6


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


def name_of(dtype: torch.dtype) -> str:
    return str(dtype).removeprefix("torch.")


@dataclass(frozen=True)
class Ceiling:
    """The speed of `matmul` and `convolution` on a device, in 10^9 operations a second."""

    device: str
    dtype: str
    matmul: float
    convolution: float


def ceiling(device: torch.device, dtype: torch.dtype) -> Ceiling:
    side = 8192 if device.type == "cuda" else 2048
    a, b = (torch.randn(side, side, device=device, dtype=dtype) for _ in range(2))
    channels, size, batch = 384, 32, 32 if device.type == "cuda" else 2
    layer = torch.nn.Conv2d(channels, channels, 3, padding=1).to(device, dtype)
    layer = layer.to(memory_format=torch.channels_last).requires_grad_(False)  # type: ignore[call-overload]
    x = torch.randn(batch, channels, size, size, device=device, dtype=dtype)
    x = x.to(memory_format=torch.channels_last)
    product, convolution = seconds_each([lambda: a @ b, lambda: layer(x)], device)
    operations = 2 * 9 * channels**2 * size**2 * batch
    return Ceiling(
        device.type,
        name_of(dtype),
        2 * side**3 / product / 1e9,
        operations / convolution / 1e9,
    )


def ceilings() -> list[Ceiling]:
    """The ceilings of every device, in each precision that is used there."""
    found = [ceiling(torch.device("cpu"), torch.float32)]
    fast = arithmetics(torch.device("cpu"))[0].dtype
    if fast != torch.float32:
        found.append(ceiling(torch.device("cpu"), fast))
    if torch.cuda.is_available():
        found += [ceiling(torch.device("cuda"), dtype) for dtype in (torch.float32, torch.float16)]
    return found
