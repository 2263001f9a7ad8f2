"""A real server, on a thread, for a pool that makes no pictures: what its runs say is scripted."""

import asyncio
import threading
from collections.abc import AsyncGenerator, Iterator
from contextlib import contextmanager
from pathlib import Path

import numpy as np

from glide_studio.core.request.request import Preview, Result
from glide_studio.pool.engines import PoolRun
from glide_studio.pool.messages import Done, Made, Step, Waiting, encoded
from glide_studio.pool.server import PoolServer, Server, ServerOptions
from tests.fakes import picture, text_request


class StandInPool:
    """Each run waits once, and makes as many pictures as it should; `seconds` apart. The first
    `breaks` runs end without the last of them, as if the connection broke."""

    ready, busy, queued = 2, 1, 3
    devices: tuple[str, ...] = ("AMD EPYC", "AMD EPYC")
    models: tuple[str, ...] = ("starter",)

    def __init__(self, seconds: float = 0.0, breaks: int = 0) -> None:
        self.seconds = seconds
        self.breaks = breaks
        self.runs: list[PoolRun] = []
        self.closed = threading.Event()

    async def run(self, run: PoolRun) -> AsyncGenerator[bytes, None]:
        self.runs.append(run)
        try:
            yield encoded(Waiting(1))
            for sample in range(run.count):
                await asyncio.sleep(self.seconds)
                if self.breaks and sample == run.count - 1:
                    self.breaks -= 1
                    raise BrokenPipeError("the connection breaks")
                yield encoded(Step.of(Preview("base", 1, 1, picture(sample, 64), sample)))
                result = Result(text_request(), picture(sample), sample)
                yield encoded(Made.of(result, with_steps=False))
            yield encoded(Done())
        finally:
            self.closed.set()


@contextmanager
def standing_in(
    pool: StandInPool, token: str | None = None, certificate: Path | None = None, port: int = 0
) -> Iterator[tuple[PoolServer, int]]:
    """The server, and the port of loopback that it listens on."""
    answering = PoolServer(pool, token)  # type: ignore[arg-type]
    options = ServerOptions("127.0.0.1", port, token, certificate, certificate)
    server = Server(answering, options)
    stopped, loop = asyncio.Event(), asyncio.new_event_loop()

    async def serve() -> None:
        async with server.running():
            await stopped.wait()

    thread = threading.Thread(target=lambda: loop.run_until_complete(serve()), name="server")
    thread.start()
    try:
        yield answering, server.port
    finally:
        loop.call_soon_threadsafe(stopped.set)
        thread.join()
        loop.close()


def is_colour(pixels: np.ndarray, sample: int) -> bool:
    return bool((pixels == picture(sample)).all())
