"""The real program, edited at random by a seed until somebody kills it; `test_recovery` is that.

usage: killed_studio.py SEED PROJECT.  It first takes what the recovery dialog offers. Each line on
the standard output is JSON: the time, a digest of the document and its history, what was
done, and whether anything is unsaved.
"""

import asyncio
import hashlib
import json
import random
import sys
import time
from pathlib import Path

import numpy as np
from PySide6.QtWidgets import QPushButton

from glide_studio import app
from glide_studio.core.geometry import Rect
from glide_studio.core.mask.mask import Mask
from glide_studio.core.modes.modes import Mode
from glide_studio.core.raster.colour import Colour
from glide_studio.session.editor import Editor
from glide_studio.ui.window.main_window import MainWindow
from tests.fakes import FakeEngine, settings


def digest(editor: Editor) -> str:
    """A digest of everything that must not be lost."""
    history, seen = editor.open_document.history, hashlib.sha256()
    document = history.document
    for layer in document.layers:
        seen.update(layer.raster.to_array().tobytes())
        edit = layer.edit and (layer.edit.bounds, layer.edit.request.settings)
        seen.update(repr((layer.id, layer.name, layer.opacity, layer.visible, edit)).encode())
    seen.update(document.mask.raster.to_array().tobytes())
    seen.update(repr((history.index, [entry.label for entry in history.entries])).encode())
    return seen.hexdigest()


def report(editor: Editor, did: str) -> None:
    print(json.dumps([time.time(), digest(editor), did, editor.is_modified]), flush=True)


class Artist:
    """Does one thing after another, chosen by a seed."""

    def __init__(self, seed: int, editor: Editor, project: Path) -> None:
        self._random = random.Random(seed)
        self._editor = editor
        self._project = project

    async def work(self) -> None:
        often = (self.paste, self.undo, self.layer, self.save)
        acts = (*often, *often, self.mask, self.generate, self.redo, self.image)
        for _ in range(500):
            act = self.new if self._random.random() < 0.03 else self._random.choice(acts)
            act()
            await asyncio.sleep(self._random.random() * 0.05)

    def paste(self) -> None:
        side = self._random.choice((20, 120, 400))
        noise = np.random.default_rng(self._random.randrange(99)).integers(0, 256, (side, side, 4))
        self._editor.paste(noise.astype(np.uint8), (self._random.randrange(200), 5))

    def mask(self) -> None:
        extent = self._editor.document.extent
        x = self._random.randrange(extent.width)
        values = np.full((40, 60), self._random.choice((100, 255)), np.uint8)
        self._editor.open_document.set_mask(Mask.empty(extent).write(Rect(x, 3, 60, 40), values))

    def generate(self) -> None:
        count = self._random.choice((1, 3))
        self._editor.generation.generate(settings(f"picture {count}", count=count), Mode.SKETCH)

    def undo(self) -> None:
        self._editor.undo()

    def redo(self) -> None:
        self._editor.redo()

    def layer(self) -> None:
        self._random.choice(
            (
                self._editor.layers.add,
                self._editor.layers.duplicate,
                self._editor.layers.delete,
                self._editor.merging.merge_down,
                lambda: self._editor.layers.set_opacity(self._random.random()),
                lambda: self._editor.layers.fill(Colour(self._random.randrange(256), 0, 0)),
            )
        )()

    def image(self) -> None:
        self._random.choice(
            (
                lambda: self._editor.image.rotate(1),
                lambda: self._editor.image.flip(True),
                lambda: self._editor.image.crop(Rect(5, 5, 200, 180)),
            )
        )()

    def save(self) -> None:
        self._editor.save(self._project)

    def new(self) -> None:
        self._editor.new()


async def visit(editor: Editor, window: MainWindow) -> None:
    recovered = asyncio.Event()
    editor.opened.connect(lambda _: recovered.set())
    button = window.findChild(QPushButton, "recovery_recover_button")
    if button is not None:
        button.click()
        await recovered.wait()
    report(editor, "recovered" if button else "started")
    editor.open_document.history_changed.connect(lambda: report(editor, "changed"))
    await Artist(int(sys.argv[1]), editor, Path(sys.argv[2])).work()


if __name__ == "__main__":
    app.run([], visit, FakeEngine().load)
