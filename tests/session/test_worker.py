"""The worker thread, with a scripted engine."""

import asyncio
import threading
import time
from collections.abc import Callable
from contextlib import aclosing
from typing import Any

import pytest

from glide_studio.core.request.request import GenerationRequest, Preview, Result
from glide_studio.session.worker import Worker, WorkerClosed
from tests.fakes import FakeEngine, colour, text_request


async def collect(worker: Worker, request: GenerationRequest) -> list[Preview | Result]:
    async with aclosing(worker.run(request)) as events:
        return [event async for event in events]


Complete = Callable[..., Any]


def test_a_run_yields_previews_and_then_every_result(worker: Worker, complete: Complete) -> None:
    events = complete(collect(worker, text_request("a cat", seed=2, count=3)))
    results = [event for event in events if isinstance(event, Result)]
    assert [result.sample for result in results] == [0, 1, 2]
    assert [tuple(result.picture[0, 0]) for result in results] == [colour(n) for n in (2, 3, 4)]
    assert isinstance(events[0], Preview)


def test_the_engine_is_loaded_once_and_not_on_the_interface_thread(
    worker: Worker, engine: FakeEngine, complete: Complete
) -> None:
    assert engine.loads == 0
    complete(worker.preload())
    complete(collect(worker, text_request("a cat")))
    complete(collect(worker, text_request("a dog")))
    assert engine.loads == 1
    assert engine.thread is not None
    assert engine.thread is not threading.main_thread()


def test_outdated_previews_are_skipped_but_the_last_arrives(
    engine: FakeEngine, worker: Worker, complete: Complete
) -> None:
    engine.steps = 2000
    engine.step_seconds = 0.0

    async def slow_reader() -> list[Preview]:
        previews = []
        async with aclosing(worker.run(text_request("a cat", upsample=None))) as events:
            async for event in events:
                if isinstance(event, Preview):
                    previews.append(event)
                    time.sleep(0.02)  # an interface that is busy
        return previews

    previews = complete(slow_reader())
    assert len(previews) < 1000
    assert previews[-1].step == 2000
    assert [p.step for p in previews] == sorted({p.step for p in previews})


def test_every_sample_keeps_its_own_latest_preview(
    engine: FakeEngine, worker: Worker, complete: Complete
) -> None:
    engine.steps = 500

    async def last_steps() -> dict[int, int]:
        steps = {}
        async with aclosing(worker.run(text_request("a cat", count=3))) as events:
            async for event in events:
                if isinstance(event, Preview):
                    steps[event.sample] = event.step
                    time.sleep(0.001)
        return steps

    assert complete(last_steps()) == {0: 500, 1: 500, 2: 500}


def test_an_engine_error_is_raised_and_the_worker_stays_usable(
    engine: FakeEngine, worker: Worker, complete: Complete
) -> None:
    engine.error = RuntimeError("the network is upset")
    with pytest.raises(RuntimeError, match="upset"):
        complete(collect(worker, text_request("a cat")))
    engine.error = None
    assert isinstance(complete(collect(worker, text_request("a cat")))[-1], Result)


def test_an_exit_in_the_engine_is_only_an_error(
    engine: FakeEngine, worker: Worker, complete: Complete
) -> None:
    engine.error = SystemExit(3)
    with pytest.raises(RuntimeError, match="SystemExit"):
        complete(collect(worker, text_request("a cat")))
    engine.error = None
    assert complete(collect(worker, text_request("a cat")))


def test_a_failed_load_is_raised_and_loading_is_tried_again(
    engine: FakeEngine, worker: Worker, complete: Complete
) -> None:
    engine.load_error = OSError("no weights")
    with pytest.raises(OSError, match="no weights"):
        complete(worker.preload())
    with pytest.raises(OSError, match="no weights"):
        complete(collect(worker, text_request("a cat")))
    engine.load_error = None
    assert complete(collect(worker, text_request("a cat")))
    assert engine.loads == 3


def test_cancelling_the_task_stops_the_engine_within_a_step(
    engine: FakeEngine, worker: Worker, complete: Complete, qtbot: Any
) -> None:
    engine.endless, engine.step_seconds = True, 0.02
    task = asyncio.ensure_future(collect(worker, text_request("a cat")))
    qtbot.waitUntil(lambda: engine.stepped > 2)
    task.cancel()
    with pytest.raises(asyncio.CancelledError):
        complete(task)
    stepped = engine.stepped
    qtbot.waitUntil(lambda: len(engine.stopped) == 1)
    assert engine.stepped <= stepped + 1
    engine.endless = False
    assert complete(collect(worker, text_request("a dog")))


def test_closing_the_iterator_stops_the_engine(
    engine: FakeEngine, worker: Worker, complete: Complete, qtbot: Any
) -> None:
    engine.endless, engine.step_seconds = True, 0.01

    async def one_event() -> None:
        async with aclosing(worker.run(text_request("a cat"))) as events:
            async for _ in events:
                break

    complete(one_event())
    qtbot.waitUntil(lambda: len(engine.stopped) == 1)


def test_a_job_cancelled_while_waiting_never_starts(
    engine: FakeEngine, worker: Worker, complete: Complete, qtbot: Any
) -> None:
    engine.endless, engine.step_seconds = True, 0.01
    first = asyncio.ensure_future(collect(worker, text_request("first")))
    second = asyncio.ensure_future(collect(worker, text_request("second")))
    qtbot.waitUntil(lambda: engine.stepped > 1)
    second.cancel()
    first.cancel()
    engine.endless = False
    complete(collect(worker, text_request("third")))
    assert [request.settings.prompt for request in engine.requests] == ["first", "third"]


def test_closing_mid_run_ends_the_thread_within_a_step(
    engine: FakeEngine, qasync_loop: asyncio.AbstractEventLoop, complete: Complete, qtbot: Any
) -> None:
    engine.endless, engine.step_seconds = True, 0.05
    worker = Worker(engine.load)
    running = asyncio.ensure_future(collect(worker, text_request("a cat")))
    waiting = asyncio.ensure_future(collect(worker, text_request("a dog")))
    qtbot.waitUntil(lambda: engine.stepped > 1)
    stepped, started = engine.stepped, time.monotonic()
    worker.close()
    assert time.monotonic() - started < 1.0
    assert engine.stepped <= stepped + 1
    for task in (running, waiting):
        with pytest.raises(asyncio.CancelledError):
            complete(task)
    with pytest.raises(WorkerClosed):
        complete(collect(worker, text_request("too late")))
    worker.close()
