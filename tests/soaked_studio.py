"""The real program, used in rounds of work until the time is over; `test_soak` is that.

usage: soaked_studio.py SECONDS FOLDER fake|real.  Each round opens a photograph, paints a mask,
generates, undoes and redoes, saves a project, closes it, opens it again and generates from the
prompt alone. Each line on the standard output is JSON: the round, and the memory in bytes that is
the program's own.
"""

import asyncio
import ctypes
import gc
import json
import sys
import time
from collections.abc import Callable
from pathlib import Path

import psutil
from PIL import Image
from PySide6.QtCore import QPoint, Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QComboBox, QPlainTextEdit, QSpinBox

from glide_studio import app
from glide_studio.session.editor import Editor
from glide_studio.ui.canvas.canvas import Canvas
from glide_studio.ui.window.main_window import MainWindow
from tests.fakes import FakeEngine

PROMPTS = ("a red apple", "a blue car", "a yellow lemon on a wooden table")
SECONDS_BETWEEN_SAMPLES = 10.0
LEFT = Qt.MouseButton.LeftButton


class Artist:
    """Works in the window with mouse and keyboard."""

    def __init__(self, editor: Editor, window: MainWindow, folder: Path) -> None:
        self._editor = editor
        self._window = window
        self._canvas = window.findChild(Canvas, "canvas")
        self._prompt = window.findChild(QPlainTextEdit, "prompt_edit")
        self._count = window.findChild(QSpinBox, "count_spin")
        self._photograph, self._project = folder / "photograph.png", folder / "project.ora"
        picture = Image.linear_gradient("L").resize((640, 480))
        Image.merge("RGB", (picture, picture.rotate(180), picture)).save(self._photograph)

    async def work(self, number: int) -> None:
        """One round."""
        await self._open(self._photograph)
        self._stroke(QPoint(300, 300), QPoint(360, 340), QPoint(310, 380))
        await self._generate(PROMPTS[number % 3], 1 + number % 2)
        for keys in ("Ctrl+Z", "Ctrl+Z", "Ctrl+Shift+Z", "Ctrl+Shift+Z"):
            await self._press(keys)
        self._editor.save(self._project)
        await self._until(lambda: not self._is_saving())
        self._editor.new()
        await self._open(self._project)
        self._editor.new()
        await self._generate(PROMPTS[number % 3], 1)
        self._editor.new()
        await asyncio.sleep(0)

    def _is_saving(self) -> bool:
        done: list[bool] = []
        self._editor.saving.when_idle(lambda: done.append(True))
        return not done

    async def _open(self, path: Path) -> None:
        self._window.open_file(path)
        await self._until(lambda: self._editor.open_document.path == path)

    async def _generate(self, prompt: str, count: int) -> None:
        self._count.setValue(count)
        self._prompt.setFocus()
        QTest.keySequence(self._prompt, "Ctrl+A")
        QTest.keyClicks(self._prompt, prompt)
        QTest.keySequence(self._prompt, "Ctrl+Return")
        await self._until(lambda: self._editor.runs.running is None)

    async def _press(self, keys: str) -> None:
        self._window.activateWindow()
        self._canvas.setFocus()
        QTest.keySequence(self._canvas, keys)
        await asyncio.sleep(0.02)

    def _stroke(self, first: QPoint, *others: QPoint) -> None:
        QTest.mousePress(self._canvas, LEFT, pos=first)
        for place in others:
            QTest.mouseMove(self._canvas, place)
        QTest.mouseRelease(self._canvas, LEFT, pos=others[-1])

    async def _until(self, condition: Callable[[], bool]) -> None:
        async with asyncio.timeout(120):
            while not condition():
                await asyncio.sleep(0.01)


def memory() -> int:
    """The bytes that the program has allocated, without what malloc keeps for later.

    Pages of libraries do not count where the system tells them apart: how many of them are this
    process's alone depends on the other programs that run.
    """
    gc.collect()
    process = psutil.Process()
    if sys.platform != "linux":
        return int(process.memory_full_info().uss)
    ctypes.CDLL(None).malloc_trim(0)
    return sum(part.anonymous + part.swap for part in process.memory_maps())


def main(seconds: float, folder: Path, kind: str) -> None:
    engine = FakeEngine()

    async def visit(editor: Editor, window: MainWindow) -> None:
        await editor.runs.preload()
        preset = window.findChild(QComboBox, "quality_combo")
        assert preset is not None
        preset.setCurrentIndex(0)
        artist, number = Artist(editor, window, folder), 0
        end, next_sample = time.monotonic() + seconds, 0.0
        while time.monotonic() < end:
            await artist.work(number)
            number += 1
            engine.requests.clear()
            if time.monotonic() > next_sample:
                await asyncio.sleep(1.0)  # autosave writes behind
                print(json.dumps([number, memory()]), flush=True)
                next_sample = time.monotonic() + SECONDS_BETWEEN_SAMPLES

    app.run([], visit, engine.load if kind == "fake" else app.load_engine)


if __name__ == "__main__":
    main(float(sys.argv[1]), Path(sys.argv[2]), sys.argv[3])
