"""Measures a pool of engines on this computer: pictures, how they are shared, and previews."""

import asyncio
import importlib.util
import re
import subprocess
import sys
import time
from collections.abc import Iterator, Sequence
from contextlib import closing, contextmanager

import numpy as np

from glide_studio.bench.results import BenchError, Measurement
from glide_studio.core.geometry import Rect
from glide_studio.core.request.installed import default_model
from glide_studio.core.request.presets import NORMAL
from glide_studio.core.request.request import GenerationRequest, Preview, Result
from glide_studio.core.request.settings import Settings
from glide_studio.core.request.source import Nothing
from glide_studio.folders import precision_file
from glide_studio.pool.client import PoolAddress, PoolClient
from glide_studio.pool.engines import ClusterOptions, Yielded, cluster
from glide_studio.pool.messages import Made, Picture, Step, encoded
from glide_studio.pool.queueing import Pool
from glide_studio.pool.server import PoolServer, Server, ServerOptions

COUNT, QUICK_COUNT = 8, 4
ENGINES = 4
PICTURE_SECONDS = 0.5
PREVIEWS = 300
STARTED = re.compile(r"Computing for others at 127\.0\.0\.1:(\d+), engines: (\d+)")


def measure(quick: bool) -> list[Measurement]:
    """Pictures of real engines, and the sharing and the previews of engines that do not compute.
    Raises BenchError."""
    if importlib.util.find_spec("ray") is None:
        raise BenchError("Ray is not installed: pip install glide-studio[pool].")
    return [_measured_pictures(QUICK_COUNT if quick else COUNT), *asyncio.run(_measured_queue())]


def _measured_pictures(count: int) -> Measurement:
    """Seconds per picture of a run on two engines, or all GPUs, and in one process."""
    request = _request(count)
    with _served() as (port, engines):
        address = PoolAddress.parsed(f"127.0.0.1:{port}")
        with closing(PoolClient(address)) as client:
            _count(client(_request(1)))
            started = time.perf_counter()
            if _count(client(request)) != count:
                raise BenchError("The pool lost pictures.")
            there = (time.perf_counter() - started) / count
    here = _seconds_here(request) / count
    return Measurement(
        "pool",
        there,
        model=default_model().name,
        baseline_seconds=here,
        note=f"{60 / there:.1f} pictures a minute on {engines} engines; {60 / here:.1f} in one "
        "process",
    )


def _seconds_here(request: GenerationRequest) -> float:
    from glide_studio.engine import generate, load_models

    models = load_models(request.settings.model, memory=precision_file())
    _count(generate(models, _request(1)))
    started = time.perf_counter()
    _count(generate(models, request))
    return time.perf_counter() - started


def _count(events: Iterator[object]) -> int:
    return sum(isinstance(event, Result) for event in events)


def _request(count: int) -> GenerationRequest:
    model = default_model()
    side = model.capabilities.picture_size
    settings = Settings(
        "a red apple",
        model.name,
        seed=1,
        count=count,
        base=NORMAL.base,
        upsample=NORMAL.upsample,
    )
    return GenerationRequest(settings, Nothing(), Rect(0, 0, side, side))


@contextmanager
def _served() -> Iterator[tuple[int, int]]:
    """The port and the engines of a server: one for each GPU, or two without any."""
    import torch

    words = [] if torch.cuda.is_available() else ["--workers", "2"]
    process = subprocess.Popen(
        [sys.executable, "-m", "glide_studio", "serve", "--listen", "127.0.0.1:0", *words],
        stdout=subprocess.PIPE,
        stderr=subprocess.PIPE,
        text=True,
    )
    try:
        assert process.stdout is not None
        found = STARTED.match(process.stdout.readline())
        if found is None:
            raise BenchError(f"The pool does not start: {process.communicate()[1].strip()}")
        yield int(found[1]), int(found[2])
    finally:
        process.terminate()
        process.communicate()


class WaitingEngine:
    """An engine that waits instead of computing.

    With steps it yields previews of 256 x 256 pixels instead, as fast as it can, each as if it were
    of another sample, so that none replaces another.
    """

    def __init__(self, *_: object) -> None:
        self._picture = Picture.of(np.zeros((256, 256, 3), np.uint8))

    def describe(self) -> tuple[str, tuple[str, ...]]:
        return "nothing", ()

    def run(
        self, saved: bytes, first: int, count: int, with_steps: bool, weights: str
    ) -> Iterator[Yielded]:
        for sample in range(first, first + count):
            if with_steps:
                for number in range(PREVIEWS):
                    step = Step("upsample", number, PREVIEWS, sample, self._picture)
                    yield "preview", number, encoded(step)
            else:
                time.sleep(PICTURE_SECONDS)
            yield "result", sample, encoded(Made(sample, self._picture, None, None, ()))


async def _measured_queue() -> Sequence[Measurement]:
    pool = Pool()
    server = Server(PoolServer(pool), ServerOptions("127.0.0.1", 0))
    address = PoolAddress.parsed(f"127.0.0.1:{server.port}")
    with cluster(ClusterOptions(workers=ENGINES, device="cpu"), WaitingEngine) as engines:
        await pool.open(engines)
        async with server.running():
            shared = await asyncio.to_thread(_seconds_of, address, COUNT, False)
            previews = await asyncio.to_thread(_seconds_of, address, 1, True)
        await pool.close()
    batches = shared / PICTURE_SECONDS
    return (
        Measurement(
            "pool_shared",
            shared,
            limit=1.5 * COUNT / ENGINES * PICTURE_SECONDS,
            note=f"{COUNT} pictures of {PICTURE_SECONDS} s on {ENGINES} engines that only wait: "
            f"the time of {batches:.1f} pictures",
        ),
        Measurement(
            "pool_preview_ms",
            previews / PREVIEWS,
            limit=0.010,
            note="from an engine by way of Ray and the network on loopback, 256 x 256 pixels",
        ),
    )


def _seconds_of(address: PoolAddress, count: int, with_steps: bool) -> float:
    with closing(PoolClient(address, with_steps)) as client:
        client.state()
        started, shown = time.perf_counter(), 0
        for event in client(_request(count)):
            shown += isinstance(event, Preview)
        if with_steps and shown != PREVIEWS:
            raise BenchError(f"{PREVIEWS - shown} previews were lost.")
        return time.perf_counter() - started
