"""Crop, scale, rotate and flip."""

import asyncio
from collections.abc import Callable, Iterator
from typing import Any

import numpy as np
import pytest

from glide_studio.core.geometry import Extent, Rect
from glide_studio.core.raster.raster import Pixels
from glide_studio.core.raster.resample import Resampling
from glide_studio.session.editor import Editor
from glide_studio.session.image_commands import ImageCommands
from glide_studio.session.worker import Worker
from tests.fakes import STARTER, FakeEngine, settings


def photograph() -> Pixels:
    pixels = np.random.default_rng(1).integers(0, 256, (60, 80, 4), dtype=np.uint8)
    pixels[..., 3] = 255
    return pixels


@pytest.fixture
def engine() -> FakeEngine:
    return FakeEngine()


@pytest.fixture
def editor(
    engine: FakeEngine, qasync_loop: asyncio.AbstractEventLoop, complete: Callable[..., Any]
) -> Iterator[Editor]:
    editor = Editor(Worker(engine.load), [STARTER])
    editor.paste(photograph())
    yield editor
    complete(editor.close())


@pytest.fixture
def commands(editor: Editor) -> ImageCommands:
    return ImageCommands(editor.open_document, editor.runs)


def size(editor: Editor) -> tuple[int, int]:
    return editor.document.extent.width, editor.document.extent.height


def test_each_command_is_one_undoable_step(
    qtbot: Any, editor: Editor, commands: ImageCommands
) -> None:
    commands.crop(Rect(10, 20, 30, 40))
    qtbot.waitUntil(lambda: size(editor) == (30, 40))
    assert np.array_equal(editor.document.composite(), photograph()[20:60, 10:40])
    commands.crop(Rect(-10, 0, 50, 40))
    qtbot.waitUntil(lambda: size(editor) == (50, 40))
    commands.rotate(1)
    qtbot.waitUntil(lambda: size(editor) == (40, 50))
    commands.scale(Extent(80, 100), Resampling.NEAREST)
    qtbot.waitUntil(lambda: size(editor) == (80, 100))
    before = editor.document.composite()
    commands.flip(True)
    qtbot.waitUntil(lambda: np.array_equal(editor.document.composite(), before[:, ::-1]))
    labels = [entry.label for entry in editor.open_document.history.entries]
    assert labels[2:] == ["Crop", "Extend canvas", "Rotate image", "Scale image", "Flip image"]
    for _ in range(5):
        editor.undo()
    assert np.array_equal(editor.document.composite(), photograph())


def test_a_size_that_is_too_large_is_refused_in_one_sentence(
    qtbot: Any, editor: Editor, commands: ImageCommands
) -> None:
    with qtbot.waitSignal(editor.open_document.failed) as failed:
        commands.scale(Extent(20_000, 20_000), Resampling.LANCZOS)
    assert failed.args == ["A picture has at most 200 megapixels: choose a smaller size."]
    assert len(editor.open_document.history.entries) == 2


def test_the_canvas_cannot_be_changed_during_a_run(
    qtbot: Any, engine: FakeEngine, editor: Editor, commands: ImageCommands
) -> None:
    editor.open_document.set_mask(editor.document.mask.inverted())
    engine.endless, engine.step_seconds = True, 0.01
    editor.generate(settings("a lamp"))
    before = editor.document
    with qtbot.waitSignal(editor.open_document.noticed) as noticed:
        commands.rotate(1)
    assert "Generation is running" in noticed.args[0]
    editor.runs.cancel()
    assert editor.document is before


def test_a_candidate_made_before_a_flip_can_be_accepted_after_undo(
    qtbot: Any, editor: Editor, commands: ImageCommands
) -> None:
    editor.open_document.set_mask(editor.document.mask.inverted())
    editor.generate(settings("a lamp", count=2))
    qtbot.waitUntil(lambda: editor.runs.running is None and editor.review.is_pending)
    commands.flip(True)
    qtbot.waitUntil(lambda: editor.open_document.history.entries[-1].label == "Flip image")
    assert not editor.review.is_pending
    with qtbot.waitSignal(editor.open_document.failed) as failed:
        editor.review.show((1, 1))
    assert "Undo that to use it" in failed.args[0]
    editor.undo()
    editor.review.show((1, 1))
    qtbot.waitUntil(lambda: editor.review.is_pending)
    editor.review.accept()
    qtbot.waitUntil(lambda: len(editor.document.edits) == 1)
