"""An editor on the fake engine."""

import asyncio
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import Any

import numpy as np
import pytest
from PIL import Image

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


@pytest.fixture
def photograph(tmp_path: Path) -> Path:
    pixels = np.random.default_rng(5).integers(0, 256, (300, 400, 3), np.uint8)
    path = tmp_path / "photograph.png"
    Image.fromarray(pixels).save(path)
    return path
