"""An artist's main job with the real starter model, from opening a photograph to the saved file."""

import asyncio
import shutil
from collections.abc import Callable, Iterator
from importlib.resources import as_file, files
from pathlib import Path
from typing import Any

import numpy as np
import pytest
from PIL import Image

from glide_studio.app import load_engine
from glide_studio.core.request import Preview
from glide_studio.session.editor import Editor
from glide_studio.session.worker import Worker
from tests.fakes import FakeEngine
from tests.ui.studio import Studio

RUN_MS = 150_000


@pytest.fixture
def editor(
    qasync_loop: asyncio.AbstractEventLoop, complete: Callable[..., Any]
) -> Iterator[Editor]:
    editor = Editor(Worker(load_engine))
    yield editor
    complete(editor.close(), timeout=60)


@pytest.fixture
def coffee(tmp_path: Path) -> Path:
    """The sample photograph, as PNG, which keeps every byte."""
    path = tmp_path / "coffee.png"
    with as_file(files("glide_studio.resources") / "samples" / "coffee.jpg") as sample:
        Image.open(sample).save(path)
    return path


def test_open_paint_generate_undo_redo_save(
    studio: Studio, engine: FakeEngine, coffee: Path, tmp_path: Path
) -> None:
    previews: list[Preview] = []
    studio.editor.preview_changed.connect(
        lambda preview: preview is not None and previews.append(preview)
    )
    original = tmp_path / "original.png"
    shutil.copy(coffee, original)

    studio.press("Ctrl+O")
    studio.choose_file("open_dialog", coffee)
    studio.qtbot.waitUntil(lambda: studio.editor.path == coffee)
    studio.stroke((480, 60), (540, 80), (500, 110))
    request_mask = studio.editor.document.mask
    studio.type("prompt_edit", "a green apple")
    studio.find("seed_spin").setValue(3)
    studio.find("steps_spin").setValue(8)
    studio.press("Ctrl+Return", "prompt_edit")
    request = studio.editor.running
    assert request is not None
    studio.qtbot.waitUntil(lambda: studio.editor.running is None, timeout=RUN_MS)
    assert studio.message() is None

    assert {(p.phase, p.picture.shape) for p in previews} == {
        ("base", (64, 64, 3)),
        ("upsample", (256, 256, 3)),
    }
    edited = studio.editor.document.composite()
    studio.press("Ctrl+Z")
    assert np.array_equal(
        studio.editor.document.composite()[..., :3], np.asarray(Image.open(original))
    )
    studio.press("Ctrl+Shift+Z")
    assert np.array_equal(studio.editor.document.composite(), edited)
    studio.press("Ctrl+S")

    before = np.asarray(Image.open(original).convert("RGB"), int)
    after = np.asarray(Image.open(coffee).convert("RGB"), int)
    rows, columns = np.nonzero((before != after).any(axis=2))
    painted = request_mask.bounds()
    reach = painted.padded(request.feather)
    assert reach.x <= columns.min()
    assert columns.max() < reach.right
    assert reach.y <= rows.min()
    assert rows.max() < reach.bottom
    inside = request_mask.read(request_mask.extent.bounds) >= 128
    assert (before != after).any(axis=2)[inside].mean() > 0.9
    assert engine.requests == []
