"""An editor on the fake engine."""

import asyncio
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import Any

import pytest
from PIL import Image

from glide_studio.session.editor import Editor
from glide_studio.session.worker import Worker
from tests.fakes import STARTER, FakeEngine
from tests.session.editing import HERE, Session, photograph


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
def session(qtbot: Any, engine: FakeEngine, editor: Editor) -> Session:
    return Session(qtbot, engine, editor)


@pytest.fixture
def masked(session: Session) -> Session:
    """A session with a photograph pasted and a mask on it."""
    session.editor.paste(photograph())
    session.paint_mask(HERE)
    return session


@pytest.fixture
def photograph_file(tmp_path: Path) -> Path:
    path = tmp_path / "photograph.png"
    Image.fromarray(photograph()).save(path)
    return path
