"""An editor on the fake engine, used step by step as an artist uses it."""

import threading
from collections.abc import Callable
from pathlib import Path
from typing import Any

import numpy as np

from glide_studio.core.document.document import Document
from glide_studio.core.geometry import Extent, Rect
from glide_studio.core.mask.mask import Mask
from glide_studio.core.modes.modes import Mode
from glide_studio.core.raster.raster import Pixels
from glide_studio.session.editor import Editor
from glide_studio.session.review import CandidateReview
from tests.fakes import FakeEngine, settings

Complete = Callable[..., Any]

HERE = Rect(100, 100, 60, 60)
"""Where the fixture `masked` has its mask."""


class Session:
    """The editor, the commands beside it, and the sentences that it has said so far."""

    def __init__(self, qtbot: Any, engine: FakeEngine, editor: Editor) -> None:
        self.qtbot = qtbot
        self.engine = engine
        self.editor = editor
        self.masks = editor.masks
        self.layers = editor.layers
        self.image = editor.image
        self.notices: list[str] = []
        self.failures: list[str] = []
        editor.open_document.noticed.connect(self.notices.append)
        editor.open_document.blocked.connect(self.notices.append)
        editor.open_document.failed.connect(self.failures.append)

    @property
    def document(self) -> Document:
        return self.editor.document

    @property
    def review(self) -> CandidateReview:
        return self.editor.review

    @property
    def labels(self) -> list[str]:
        """The labels of the steps of the history."""
        return [entry.label for entry in self.editor.open_document.history.entries]

    @property
    def prompts(self) -> list[str]:
        """What the engine was asked for."""
        return [request.settings.prompt for request in self.engine.requests]

    def wait_until(self, condition: Callable[[], bool]) -> None:
        self.qtbot.waitUntil(condition)

    def start(self, *prompts: str, mode: Mode | None = None, **changes: Any) -> None:
        """Ask for the pictures of each prompt."""
        for prompt in prompts:
            self.editor.generation.generate(settings(prompt, **changes), mode)

    def finish(self) -> None:
        """Wait until nothing runs."""
        self.wait_until(lambda: self.editor.runs.running is None)

    def generate(self, prompt: str, mode: Mode | None = None, **changes: Any) -> None:
        self.start(prompt, mode=mode, **changes)
        self.finish()

    def start_endless(self, *prompts: str, **changes: Any) -> None:
        """Start runs, the first of which goes on until it is stopped, and wait for its steps."""
        self.engine.endless, self.engine.step_seconds = True, 0.01
        self.start(*prompts, **changes)
        self.wait_until(lambda: self.engine.stepped > 1)

    def hold_background(self) -> threading.Event:
        """Hold back what the open document does in the background until the event is set."""
        go_on = threading.Event()
        self.editor.open_document.start_in_background(lambda: go_on.wait(9), lambda _: None)
        return go_on

    def finish_background(self) -> None:
        """Wait until the work that the open document has in the background so far is done."""
        done: list[object] = []
        self.editor.open_document.start_in_background(lambda: None, done.append)
        self.wait_until(lambda: bool(done))

    def open(self, path: Path) -> None:
        self.editor.open(path)
        self.wait_until(lambda: self.editor.open_document.path == path)

    def paste_white(self, height: int, width: int) -> None:
        self.editor.paste(np.full((height, width, 4), 255, np.uint8))

    def paint_mask(self, bounds: Rect) -> Mask:
        """Mask a rectangle and nothing else."""
        mask = square(self.document.extent, bounds)
        self.editor.open_document.set_mask(mask)
        return mask

    def shown(self, x: int = 130, y: int = 130) -> tuple[int, ...]:
        return pixel(self.document, x, y)


def photograph() -> Pixels:
    """An opaque picture of 400 x 300."""
    pixels = np.random.default_rng(5).integers(0, 256, (300, 400, 4), np.uint8)
    pixels[..., 3] = 255
    return pixels


def square(extent: Extent, bounds: Rect) -> Mask:
    return Mask.empty(extent).write(bounds, np.full((bounds.height, bounds.width), 255, np.uint8))


def pixel(document: Document, x: int = 130, y: int = 130) -> tuple[int, ...]:
    return tuple(document.composite(Rect(x, y, 1, 1))[0, 0, :3])
