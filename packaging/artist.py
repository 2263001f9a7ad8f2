"""A simulated artist who works in the window with mouse and keyboard and takes screenshots."""

import asyncio
import os
import time
from collections.abc import Awaitable, Callable
from importlib.resources import files
from itertools import pairwise
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import TypeVar

from PySide6.QtCore import QObject, QPoint, QPointF, QSettings, Qt
from PySide6.QtGui import QAction, QPainter, QPixmap
from PySide6.QtTest import QTest
from PySide6.QtWidgets import (
    QApplication,
    QDoubleSpinBox,
    QPlainTextEdit,
    QSpinBox,
    QTabWidget,
    QWidget,
)

from glide_studio import app
from glide_studio.core.request.request import Preview
from glide_studio.session.editor import Editor
from glide_studio.session.preferences import Preferences, Theme
from glide_studio.session.worker import Engine
from glide_studio.ui.canvas.canvas import Canvas
from glide_studio.ui.panels.swatch_grid import SwatchGrid
from glide_studio.ui.window.main_window import MainWindow

SIZE = (1280, 800)
PAUSE = 0.3
"""Seconds to wait for the window to show the result of an input."""

TIMEOUT = 300.0
Points = list[tuple[float, float]]
Save = Callable[[QPixmap, str], object]
"""Saves a picture under a name."""

_W = TypeVar("_W", bound=QObject)


class Artist:
    """Works on `window`; all coordinates are pixels of the document."""

    def __init__(self, editor: Editor, window: MainWindow, save: Save) -> None:
        self.editor = editor
        self.window = window
        self._save = save
        self._previews: list[Preview] = []
        editor.runs.preview_changed.connect(self._note)

    def _note(self, preview: Preview | None) -> None:
        if preview is not None:
            self._previews.append(preview)

    @property
    def canvas(self) -> Canvas:
        return self.find(Canvas, "canvas")

    def find(self, kind: type[_W], name: str) -> _W:
        """Return the widget or action with an object name."""
        found = self.window.findChild(kind, name)
        assert found is not None, name
        return found

    def photograph(self, name: str, widget: QWidget | None = None) -> None:
        """Save the window, or only `widget`, as it is now, with the open popup."""
        picture = (widget or self.window).grab()
        popup = QApplication.activePopupWidget()
        if popup is not None:
            painter = QPainter(picture)
            painter.drawPixmap(self.window.mapFromGlobal(popup.pos()), popup.grab())
            painter.end()
        self._save(picture, name)

    async def photograph_settled(self, name: str, widget: QWidget | None = None) -> None:
        """Wait until the window shows the last input, and save it as `photograph` does."""
        await self.pause()
        self.photograph(name, widget)

    async def photograph_dialog(self, name: str, title: str) -> None:
        """Save the open dialog, and cancel it."""
        await self.pause()
        dialog = self.find(QWidget, name)
        self.photograph(title, dialog)
        dialog.close()
        await self.until_active()

    def ask_for(self, prompt: str, seed: int, count: int = 1) -> None:
        """Set the seed and the number of pictures, and type the prompt."""
        self.window.activateWindow()  # without a window manager nothing else does
        self.find(QDoubleSpinBox, "seed_spin").setValue(seed)
        self.find(QSpinBox, "count_spin").setValue(count)
        edit = self.find(QPlainTextEdit, "prompt_edit")
        edit.setFocus()
        self.press("Ctrl+A")
        QTest.keyClicks(edit, prompt)

    def generate(self) -> None:
        """Start a run for what was asked for."""
        self._previews.clear()
        self.press("Ctrl+Return")

    def click(self, name: str) -> None:
        QTest.mouseClick(self.find(QWidget, name), Qt.MouseButton.LeftButton)

    def do(self, command: str) -> None:
        """Trigger a command as its menu does."""
        self.find(QAction, f"{command}_action").trigger()

    def press(self, *shortcuts: str) -> None:
        """Press shortcuts such as "Ctrl+Z" in the popup, or else where the focus is."""
        for keys in shortcuts:
            target = QApplication.activePopupWidget() or QApplication.focusWidget() or self.window
            QTest.keySequence(target, keys)

    def search(self, text: str) -> None:
        """Type into the open popup."""
        popup = QApplication.activePopupWidget()
        assert popup is not None
        QTest.keyClicks(popup.focusWidget() or popup, text)

    def place(self, x: float, y: float) -> QPoint:
        """Return where a document pixel is on the canvas."""
        return self.canvas.to_widget(QPointF(x, y)).toPoint()

    def click_canvas(self, x: float, y: float) -> None:
        QTest.mouseClick(self.canvas, Qt.MouseButton.LeftButton, pos=self.place(x, y))

    def drag(self, points: Points, steps: int = 1) -> None:
        """Drag through `points` with the left button, in `steps` moves from each to the next."""
        path = [self.place(*point) for point in points]
        QTest.mousePress(self.canvas, Qt.MouseButton.LeftButton, pos=path[0])
        for start, end in pairwise(path):
            for step in range(1, steps + 1):
                QTest.mouseMove(self.canvas, start + (end - start) * step / steps)
        QTest.mouseRelease(self.canvas, Qt.MouseButton.LeftButton, pos=path[-1])

    def stroke(self, points: Points) -> None:
        """Paint through `points`, and move the cursor out of the way."""
        self.drag(points, steps=8)
        QTest.mouseMove(self.canvas, self.place(*points[-1]) + QPoint(24, 24))

    def pick_colour(self, index: int) -> None:
        """Choose a colour of the built-in palette by its position."""
        self.find(QTabWidget, "colour_tabs").setCurrentIndex(2)
        grid = self.find(SwatchGrid, "palette_grid")
        QTest.mouseClick(grid, Qt.MouseButton.LeftButton, pos=grid.cell(index).center())

    async def pause(self) -> None:
        await asyncio.sleep(PAUSE)

    async def until(self, condition: Callable[[], bool]) -> None:
        """Let the window work until `condition` holds; TimeoutError after TIMEOUT seconds."""
        end = time.monotonic() + TIMEOUT
        while not condition():
            if time.monotonic() > end:
                raise TimeoutError
            await asyncio.sleep(0.02)

    async def until_previewed(self, phase: str, previews: int = 1) -> None:
        """Wait until the run has shown some previews, the last of them of `phase`."""
        await self.until(lambda: any(p.phase == phase for p in self._previews[previews - 1 :]))

    async def until_idle(self) -> None:
        await self.until(lambda: self.editor.runs.running is None)

    async def until_active(self) -> None:
        """Wait until the window has the keyboard again after a dialog was closed."""
        await self.pause()
        self.window.activateWindow()  # without a window manager nothing else does
        await self.until(self.window.isActiveWindow)

    async def open_sample(self) -> None:
        path = Path(str(files("glide_studio.resources") / "samples" / "coffee.jpg"))
        self.window.open_file(path)
        await self.until(lambda: self.editor.open_document.path == path)
        await self.pause()


def employ(
    work: Callable[[Artist], Awaitable[None]],
    save: Save,
    theme: Theme = "dark",
    load: Callable[[], Engine] = app.load_engine,
) -> None:
    """Open the program in English with default preferences, and let an artist do `work` in it.

    Works offscreen and on a display. On a bare Linux text needs a font, such as fonts-dejavu-core.
    """
    if not os.environ.get("DISPLAY"):
        os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")

    async def visit(editor: Editor, window: MainWindow) -> None:
        window.resize(*SIZE)
        await editor.runs.preload()
        await asyncio.sleep(PAUSE)
        await work(Artist(editor, window, save))

    with TemporaryDirectory() as home:
        for name in ("CONFIG", "DATA", "CACHE"):
            os.environ[f"XDG_{name}_HOME"] = str(Path(home) / name.lower())
        QSettings.setPath(
            QSettings.Format.NativeFormat, QSettings.Scope.UserScope, str(Path(home) / "config")
        )
        preferences = Preferences()
        preferences.theme, preferences.language = theme, "en"
        app.run([], visit, load)
