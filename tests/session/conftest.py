"""An editor on the fake engine."""

import asyncio
from collections.abc import Callable, Iterator
from typing import Any

import pytest

from glide_studio.session.editor import Editor
from glide_studio.session.worker import Worker
from tests.fakes import STARTER, FakeEngine


@pytest.fixture
def engine() -> FakeEngine:
    return FakeEngine()


@pytest.fixture
def worker(engine: FakeEngine, qasync_loop: asyncio.AbstractEventLoop) -> Iterator[Worker]:
    worker = Worker(engine.load)
    yield worker
    worker.close()


@pytest.fixture
def editor(worker: Worker, complete: Callable[..., Any]) -> Iterator[Editor]:
    editor = Editor(worker, [STARTER])
    yield editor
    complete(editor.close())
