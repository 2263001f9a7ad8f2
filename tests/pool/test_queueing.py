"""Turns, parts and repeated runs, with engines that make what they are told at once."""

import asyncio
from collections.abc import AsyncGenerator, Awaitable, Callable
from contextlib import aclosing

import pytest

from glide_studio.pool import queueing
from glide_studio.pool.engines import EngineLost, Part, PoolRun, Yielded, parts
from glide_studio.pool.messages import Done, Failed, Message, Told, Waiting, decoded, encoded
from glide_studio.pool.queueing import Pool


class ScriptedEngine:
    """Yields `previews` previews of every sample, then a result each. It dies `deaths` times, after
    the first result."""

    def __init__(self, previews: int = 1, deaths: int = 0) -> None:
        self.previews = previews
        self.deaths = deaths
        self.is_dead = False
        self.gate = asyncio.Event()
        self.gate.set()
        self.began: list[tuple[bytes, Part]] = []
        self.ended = 0

    async def describe(self) -> tuple[str, tuple[str, ...]]:
        if self.is_dead:
            self.is_dead = False  # and started again by the next time
            raise EngineLost
        return "a device", ("starter",)

    async def run(self, run: PoolRun, part: Part) -> AsyncGenerator[Yielded, None]:
        self.began.append((run.saved, part))
        try:
            await self.gate.wait()
            for sample in range(part.first, part.first + part.count):
                for number in range(self.previews):
                    yield "preview", sample, encoded(Waiting(1000 + number))
                    await asyncio.sleep(0)
                yield "result", sample, encoded(Waiting(sample))
                if self.deaths:
                    self.deaths -= 1
                    raise EngineLost
        finally:
            self.ended += 1


def run_of(client: str = "a", name: bytes = b"x", count: int = 1, divides: bool = True) -> PoolRun:
    return PoolRun(client, name, count, divides, with_steps=False)


async def opened(*engines: ScriptedEngine) -> Pool:
    pool = Pool()
    await pool.open([*engines])
    return pool


async def messages(pool: Pool, run: PoolRun) -> list[Message]:
    return [decoded(message) async for message in pool.run(run)]


def in_loop(test: Callable[[], Awaitable[None]]) -> Callable[[], None]:
    def run() -> None:
        asyncio.run(asyncio.wait_for(test(), 20))  # type: ignore[arg-type]

    run.__name__, run.__doc__ = test.__name__, test.__doc__
    return run


@pytest.mark.parametrize(("count", "engines"), [(1, 4), (8, 4), (7, 3), (3, 8), (5, 0)])
def test_parts_cover_every_sample_once_and_are_alike(count: int, engines: int) -> None:
    found = parts(count, engines)
    assert len(found) == max(min(count, engines), 1)
    assert [part.first + i for part in found for i in range(part.count)] == list(range(count))
    sizes = [part.count for part in found]
    assert max(sizes) - min(sizes) <= 1


@in_loop
async def test_all_engines_share_a_run() -> None:
    engines = [ScriptedEngine() for _ in range(4)]
    pool = await opened(*engines)
    *made, last = await messages(pool, run_of(count=8))
    assert isinstance(last, Done)
    results = [each.ahead for each in made if isinstance(each, Waiting) and each.ahead < 1000]
    assert sorted(results) == list(range(8))
    assert [[part.count for _, part in engine.began] for engine in engines] == [[2]] * 4
    assert (pool.ready, pool.busy, pool.queued) == (4, 0, 0)


@in_loop
async def test_an_upscaling_is_not_divided() -> None:
    engines = [ScriptedEngine() for _ in range(2)]
    pool = await opened(*engines)
    await messages(pool, run_of(count=2, divides=False))
    assert sum(len(engine.began) for engine in engines) == 1


@in_loop
async def test_clients_have_their_turns_one_after_the_other() -> None:
    """One who comes later does not wait for all that another has queued."""
    engine = ScriptedEngine()
    engine.gate.clear()
    pool = await opened(engine)
    runs = [run_of("a", b"a%d" % number) for number in range(4)] + [run_of("b", b"b0")]
    tasks = []
    for run in runs:
        tasks.append(asyncio.create_task(messages(pool, run)))
        await asyncio.sleep(0.01)
    assert (pool.busy, pool.queued) == (1, 4)
    engine.gate.set()
    await asyncio.gather(*tasks)
    assert [saved for saved, _ in engine.began] == [b"a0", b"a1", b"b0", b"a2", b"a3"]


@in_loop
async def test_a_slow_connection_neither_holds_the_engine_up_nor_fills_the_memory() -> None:
    engine = ScriptedEngine(previews=500)
    pool = await opened(engine)
    async with aclosing(pool.run(run_of(count=2, divides=False))) as received:
        first = decoded(await anext(received))
        while pool.busy:  # the connection takes nothing meanwhile
            await asyncio.sleep(0.01)
        rest = [decoded(message) async for message in received]
    assert isinstance(first, Waiting)
    assert [each.ahead for each in rest if isinstance(each, Waiting)] in (
        [1499, 0, 1499, 1],
        [0, 1499, 1],
    )


@in_loop
async def test_a_run_is_repeated_once_and_no_result_comes_twice() -> None:
    engine = ScriptedEngine(deaths=1)
    pool = await opened(engine)
    *made, last = await messages(pool, run_of(count=3))
    assert isinstance(last, Done)
    results = [each.ahead for each in made if isinstance(each, Waiting) and each.ahead < 1000]
    assert sorted(results) == [0, 1, 2]
    assert sum(isinstance(each, Told) for each in made) == 1
    engine.deaths = 2
    *_, last = await messages(pool, run_of(count=3))
    assert isinstance(last, Failed)
    assert "Two engines of the cluster stopped" in str(last.error)
    await messages(pool, run_of())
    assert (pool.ready, pool.busy) == (1, 0)


@in_loop
async def test_an_engine_that_died_while_it_was_idle_costs_no_attempt() -> None:
    engines = [ScriptedEngine(), ScriptedEngine(deaths=1)]
    pool = await opened(*engines)
    engines[0].is_dead = True
    *made, last = await messages(pool, run_of())
    assert isinstance(last, Done)
    assert sum(isinstance(each, Told) for each in made) <= 1
    await messages(pool, run_of(count=2))
    assert (pool.ready, pool.busy) == (2, 0)


@in_loop
async def test_cancelled_runs_give_up_their_turns_and_their_engines() -> None:
    engine = ScriptedEngine()
    engine.gate.clear()
    pool = await opened(engine)
    running, waiting = pool.run(run_of("a")), pool.run(run_of("b"))
    for run in (running, waiting):
        assert isinstance(decoded(await anext(run)), Waiting)
    assert (pool.busy, pool.queued) == (1, 1)
    await waiting.aclose()
    await asyncio.sleep(0.01)
    assert (pool.busy, pool.queued) == (1, 0)
    await running.aclose()
    await asyncio.sleep(0.01)
    assert (pool.busy, pool.queued, engine.ended) == (0, 0, 1)
    engine.gate.set()
    assert isinstance((await messages(pool, run_of()))[-1], Done)


@in_loop
async def test_a_run_that_waits_is_told_how_many_are_before_it() -> None:
    engine = ScriptedEngine()
    engine.gate.clear()
    pool = await opened(engine)
    first, second = pool.run(run_of("a")), pool.run(run_of("b"))
    assert decoded(await anext(first)) == Waiting(0)
    assert decoded(await anext(second)) == Waiting(1)
    await first.aclose()
    await second.aclose()
    assert queueing.HEARTBEAT < 1
