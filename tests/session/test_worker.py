"""The worker thread, with a scripted engine."""

import asyncio
import ctypes
import threading
import time
from collections.abc import Callable
from contextlib import aclosing
from typing import Any

import pytest

from glide_studio.core.request.request import Notice, Preview, Result, RunError
from glide_studio.session.worker import Worker, WorkerClosed
from tests.fakes import FakeEngine, colour, text_request
from tests.session.editing import Complete

Events = list[Preview | Result]
Collect = Callable[..., Events]


async def collect(worker: Worker, prompt: str, **changes: Any) -> Events:
    async with aclosing(worker.run(text_request(prompt, **changes))) as events:
        return [event async for event in events]


async def read_slowly(worker: Worker, pause: float, **changes: Any) -> list[Preview]:
    """The previews that reach an interface that is busy for `pause` seconds after each."""
    previews = []
    async with aclosing(worker.run(text_request("a cat", **changes))) as events:
        async for event in events:
            if isinstance(event, Preview):
                previews.append(event)
                time.sleep(pause)
    return previews


@pytest.fixture
def collected(worker: Worker, complete: Complete) -> Collect:
    """``collected(prompt, **settings)``: all events of a run."""
    return lambda prompt, **changes: complete(collect(worker, prompt, **changes))


@pytest.fixture
def endless(engine: FakeEngine) -> FakeEngine:
    """The engine, whose runs go on until they are stopped."""
    engine.endless, engine.step_seconds = True, 0.02
    return engine


def test_a_run_yields_previews_and_then_every_result(collected: Collect) -> None:
    events = collected("a cat", seed=2, count=3)
    results = [event for event in events if isinstance(event, Result)]
    assert [result.sample for result in results] == [0, 1, 2]
    assert [tuple(result.picture[0, 0]) for result in results] == [colour(n) for n in (2, 3, 4)]
    assert isinstance(events[0], Preview)


def test_the_engine_is_loaded_once_and_not_on_the_interface_thread(
    worker: Worker, engine: FakeEngine, complete: Complete, collected: Collect
) -> None:
    assert engine.loads == 0
    complete(worker.preload())
    collected("a cat")
    collected("a dog")
    assert engine.loads == 1
    assert engine.thread is not None
    assert engine.thread is not threading.main_thread()


def test_outdated_previews_are_skipped_but_the_last_arrives(
    engine: FakeEngine, worker: Worker, complete: Complete
) -> None:
    engine.steps = 2000
    steps = [preview.step for preview in complete(read_slowly(worker, 0.02, upsample=None))]
    assert len(steps) < 1000
    assert steps[-1] == 2000
    assert steps == sorted(set(steps))


def test_every_sample_keeps_its_own_latest_preview(
    engine: FakeEngine, worker: Worker, complete: Complete
) -> None:
    engine.steps = 500
    previews = complete(read_slowly(worker, 0.001, count=3))
    assert {preview.sample: preview.step for preview in previews} == {0: 500, 1: 500, 2: 500}


def test_an_engine_error_is_raised_and_the_worker_stays_usable(
    engine: FakeEngine, collected: Collect
) -> None:
    engine.error = RuntimeError("the network is upset")
    with pytest.raises(RuntimeError, match="upset"):
        collected("a cat")
    engine.error = None
    assert isinstance(collected("a cat")[-1], Result)
    assert engine.loads == 1


class Fatal(BaseException):
    """What no handler of exceptions catches."""


@pytest.mark.parametrize("error", [SystemExit(3), KeyboardInterrupt(), Fatal("no way")], ids=repr)
def test_a_thread_that_dies_is_replaced_and_the_request_run_again(
    engine: FakeEngine, collected: Collect, error: BaseException
) -> None:
    collected("first")
    thread, engine.dies_at = engine.thread, [engine.stepped + 2]
    engine.error_at_death = error
    events = collected("a cat", seed=2, count=2)
    assert isinstance(thread, threading.Thread)
    assert not thread.is_alive()
    assert engine.thread is not thread
    assert engine.loads == 2
    assert [request.settings.prompt for request in engine.requests] == ["first", "a cat", "a cat"]
    (notice,) = [event for event in events if isinstance(event, Notice)]
    assert "starts again" in str(notice.sentence)
    results = [event for event in events if isinstance(event, Result)]
    assert [tuple(result.picture[0, 0]) for result in results] == [colour(2), colour(3)]


def test_a_thread_that_dies_twice_fails_the_run_in_one_sentence(
    engine: FakeEngine, collected: Collect
) -> None:
    engine.error = Fatal()
    with pytest.raises(RunError, match=r"stopped \(Fatal\)\. Retry the run"):
        collected("a cat")
    assert len(engine.requests) == 2
    engine.error = None
    assert isinstance(collected("a cat")[-1], Result)


def test_runs_that_wait_when_the_thread_dies_are_run_too(
    endless: FakeEngine, worker: Worker, complete: Complete, qtbot: Any
) -> None:
    tasks = [asyncio.ensure_future(collect(worker, prompt)) for prompt in ("a cat", "a dog")]
    qtbot.waitUntil(lambda: endless.stepped > 1)
    endless.dies_at, endless.error_at_death = [endless.stepped + 2], Fatal()
    qtbot.waitUntil(lambda: not endless.dies_at)
    endless.endless = False
    for task in tasks:
        assert isinstance(complete(task)[-1], Result)


def test_a_thread_that_dies_while_it_waits_is_replaced(
    engine: FakeEngine, collected: Collect, qtbot: Any
) -> None:
    collected("a cat")
    thread = engine.thread
    assert thread is not None
    assert thread.ident is not None
    # Raised in the thread once it executes Python again: it waits in C for the next job.
    ctypes.pythonapi.PyThreadState_SetAsyncExc(
        ctypes.c_ulong(thread.ident), ctypes.py_object(SystemExit)
    )
    assert isinstance(collected("a dog")[-1], Result)
    assert isinstance(collected("a dog")[-1], Result)
    assert not thread.is_alive()


def test_a_failed_load_is_raised_and_loading_is_tried_again(
    engine: FakeEngine, worker: Worker, complete: Complete, collected: Collect
) -> None:
    engine.load_error = OSError("no weights")
    with pytest.raises(OSError, match="no weights"):
        complete(worker.preload())
    with pytest.raises(OSError, match="no weights"):
        collected("a cat")
    engine.load_error = None
    assert collected("a cat")
    assert engine.loads == 3


def test_cancelling_the_task_stops_the_engine_within_a_step(
    endless: FakeEngine, worker: Worker, complete: Complete, collected: Collect, qtbot: Any
) -> None:
    task = asyncio.ensure_future(collect(worker, "a cat"))
    qtbot.waitUntil(lambda: endless.stepped > 2)
    task.cancel()
    with pytest.raises(asyncio.CancelledError):
        complete(task)
    stepped = endless.stepped
    qtbot.waitUntil(lambda: len(endless.stopped) == 1)
    assert endless.stepped <= stepped + 1
    endless.endless = False
    assert collected("a dog")


def test_closing_the_iterator_stops_the_engine(
    endless: FakeEngine, worker: Worker, complete: Complete, qtbot: Any
) -> None:
    async def one_event() -> None:
        async with aclosing(worker.run(text_request("a cat"))) as events:
            await anext(events)

    complete(one_event())
    qtbot.waitUntil(lambda: len(endless.stopped) == 1)


def test_a_job_cancelled_while_waiting_never_starts(
    endless: FakeEngine, worker: Worker, collected: Collect, qtbot: Any
) -> None:
    first = asyncio.ensure_future(collect(worker, "first"))
    second = asyncio.ensure_future(collect(worker, "second"))
    qtbot.waitUntil(lambda: endless.stepped > 1)
    second.cancel()
    first.cancel()
    endless.endless = False
    collected("third")
    assert [request.settings.prompt for request in endless.requests] == ["first", "third"]


def test_closing_mid_run_ends_the_thread_within_a_step(
    endless: FakeEngine, worker: Worker, complete: Complete, collected: Collect, qtbot: Any
) -> None:
    tasks = [asyncio.ensure_future(collect(worker, prompt)) for prompt in ("a cat", "a dog")]
    qtbot.waitUntil(lambda: endless.stepped > 1)
    stepped, started = endless.stepped, time.monotonic()
    worker.close()
    assert time.monotonic() - started < 1.0
    assert endless.stepped <= stepped + 1
    for task in tasks:
        with pytest.raises(asyncio.CancelledError):
            complete(task)
    with pytest.raises(WorkerClosed):
        collected("too late")
    worker.close()


def test_an_idle_engine_frees_its_memory_once_and_goes_on_working(
    qasync_loop: asyncio.AbstractEventLoop, complete: Complete
) -> None:
    released: list[threading.Thread] = []

    class Releasing(FakeEngine):
        def release(self) -> None:
            released.append(threading.current_thread())

    engine = Releasing()
    worker = Worker(engine.load, idle_seconds=0.05)
    try:
        complete(collect(worker, "a cat"))
        assert released == []
        time.sleep(0.3)
        assert released == [engine.thread]
        assert any(isinstance(event, Result) for event in complete(collect(worker, "a dog")))
    finally:
        worker.close()
    assert engine.loads == 1
