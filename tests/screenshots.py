"""Does an artist's job in the real window with real events, and takes a picture of every step.

    python -m tests.screenshots FOLDER [--fake] [--light]

Works offscreen and on any display. `python3 dev.py screenshots` calls it for both themes, at 1x and
2x.
With --fake the scripted engine of the tests stands in for the starter model.
On a bare Linux, text needs a font: fonts-dejavu-core at least.
"""

import argparse
import asyncio
import os
import time
from collections.abc import Callable
from importlib.resources import as_file, files
from itertools import pairwise
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import TypeVar

from PySide6.QtCore import QObject, QPoint, QPointF, QSettings, Qt
from PySide6.QtGui import QAction, QPainter
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QDoubleSpinBox, QPlainTextEdit, QSpinBox, QWidget
from qasync import QEventLoop

from glide_studio.app import garbage_collected_here, load_card, load_engine
from glide_studio.session.editor import Editor
from glide_studio.session.worker import Worker
from glide_studio.ui.canvas.canvas import Canvas
from glide_studio.ui.style.theme import DARK, LIGHT, apply_theme
from glide_studio.ui.window.main_window import MainWindow
from tests.fakes import FakeEngine
from tests.screenshots_layers import sketch
from tests.screenshots_masks import make_masks
from tests.screenshots_modes import work_with_modes
from tests.screenshots_panels import work_with_panels
from tests.screenshots_shell import look_around
from tests.screenshots_view import look_closely

SIZE = (1280, 800)
TIMEOUT = 900.0
Points = list[tuple[float, float]]
_W = TypeVar("_W", bound=QObject)


class Artist:
    """Works on a window with mouse and keyboard, and photographs it."""

    def __init__(self, editor: Editor, window: MainWindow, folder: Path) -> None:
        self._editor = editor
        self._window = window
        self._folder = folder
        self._pictures = 0

    def photograph(self, name: str, widget: QWidget | None = None) -> None:
        """Save the window as it is now, with the popup over it."""
        self._pictures += 1
        path = self._folder / f"{self._pictures:02d}-{name}.png"
        picture = (widget or self._window).grab()
        popup = QApplication.activePopupWidget()
        if popup is not None:
            painter = QPainter(picture)
            painter.drawPixmap(self._window.mapFromGlobal(popup.pos()), popup.grab())
            painter.end()
        picture.save(str(path))
        print(path)

    def ask_for(self, text: str, seed: int, count: int = 1) -> None:
        """Set seed and count, and type over the prompt."""
        self._window.activateWindow()  # no window manager does it on a bare virtual screen
        self._find(QDoubleSpinBox, "seed_spin").setValue(seed)
        self._find(QSpinBox, "count_spin").setValue(count)
        prompt = self._find(QPlainTextEdit, "prompt_edit")
        prompt.setFocus()
        self.press("Ctrl+A")
        QTest.keyClicks(prompt, text)

    def click(self, name: str) -> None:
        """Click a widget."""
        QTest.mouseClick(self._find(QWidget, name), Qt.MouseButton.LeftButton)

    def do(self, command: str) -> None:
        """Give a command as its menu does."""
        self._find(QAction, f"{command}_action").trigger()

    def press(self, keys: str) -> None:
        """Press a shortcut such as "Ctrl+Z" in the popup, or else where the focus is."""
        target = QApplication.activePopupWidget() or QApplication.focusWidget() or self._window
        QTest.keySequence(target, keys)

    def stroke(self, points: Points) -> None:
        """Draw through points of the document with the left button held."""
        canvas = self._find(Canvas, "canvas")
        path = [canvas.to_widget(QPointF(*point)).toPoint() for point in points]
        QTest.mousePress(canvas, Qt.MouseButton.LeftButton, pos=path[0])
        for start, end in pairwise(path):
            for step in range(1, 9):
                QTest.mouseMove(canvas, start + (end - start) * step / 8)
        QTest.mouseRelease(canvas, Qt.MouseButton.LeftButton, pos=path[-1])
        QTest.mouseMove(canvas, path[-1] + QPoint(24, 24))

    async def until(self, condition: Callable[[], bool]) -> None:
        """Let the window live until `condition` holds; TimeoutError after a quarter of an hour."""
        end = time.monotonic() + TIMEOUT
        while not condition():
            if time.monotonic() > end:
                raise TimeoutError
            await asyncio.sleep(0.02)

    def _find(self, kind: type[_W], name: str) -> _W:
        widget = self._window.findChild(kind, name)
        assert widget is not None, name
        return widget


async def job(artist: Artist, editor: Editor, window: MainWindow) -> None:
    """Generate, open, paint, inpaint, undo and redo."""
    previews = []
    editor.runs.preview_changed.connect(lambda preview: preview and previews.append(preview))
    await asyncio.sleep(0.3)
    artist.photograph("welcome")
    await find_words(artist)
    artist.ask_for("a red apple", seed=7)
    artist.press("Ctrl+Return")
    await artist.until(lambda: any(preview.phase == "base" for preview in previews[5:]))
    artist.photograph("generating")
    await artist.until(lambda: editor.runs.running is None)
    artist.photograph("generated")
    editor.new()
    with as_file(files("glide_studio.resources") / "samples" / "coffee.jpg") as photograph:
        window.open_file(photograph)
        await artist.until(lambda: editor.open_document.path == photograph)
    await asyncio.sleep(0.1)
    artist.photograph("opened")
    await make_masks(artist, editor, window)
    artist.stroke([(500, 60), (560, 90), (520, 120), (560, 60)])
    artist.stroke([(500, 100), (550, 40)])
    artist.photograph("mask")
    previews.clear()
    artist.ask_for("a green apple on a table", seed=3, count=3)
    artist.press("Ctrl+Return")
    await artist.until(lambda: any(preview.phase == "upsample" for preview in previews))
    artist.photograph("inpainting")
    await artist.until(lambda: editor.runs.running is None)
    artist.photograph("inpainted")
    artist.press("Ctrl+Return")
    artist.photograph("hint")
    window.findChild(Canvas, "canvas").setFocus()
    artist.press("Ctrl+Z")
    artist.photograph("undone")
    await look_closely(artist, window)
    await work_with_panels(artist, editor)
    await sketch(artist, window)
    await work_with_modes(artist, editor, window)
    await look_around(artist, window)
    window.close()
    await asyncio.sleep(0.1)
    artist.photograph("confirm", window.findChild(QWidget, "confirm_dialog"))


async def find_words(artist: Artist) -> None:
    """Type with completions, read the hint, and look at all words."""
    artist.ask_for("a re", seed=7)
    artist.photograph("completing-colour")
    artist.ask_for("a red apple on", seed=7)
    artist.photograph("completing-place")
    artist.ask_for("a unicorn on the grass ", seed=7)
    await asyncio.sleep(0.8)
    artist.photograph("unknown-word")
    artist.click("vocabulary_button")
    await asyncio.sleep(0.2)
    artist.photograph("vocabulary")
    artist.press("Esc")


async def show(folder: Path, fake: bool) -> None:
    engine = FakeEngine(steps=20, step_seconds=0.03)
    editor = Editor(Worker(engine.load if fake else load_engine))
    window = MainWindow(editor, load_card())
    try:
        window.resize(*SIZE)
        window.show_model("starter", "ready")
        window.show()
        await job(Artist(editor, window, folder), editor, window)
    finally:
        window.hide()
        await editor.close()


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("folder", type=Path)
    parser.add_argument("--fake", action="store_true", help="use the scripted engine")
    parser.add_argument("--light", action="store_true", help="use the light theme")
    arguments = parser.parse_args()
    arguments.folder.mkdir(parents=True, exist_ok=True)
    if not os.environ.get("DISPLAY"):
        os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")
    with TemporaryDirectory() as home:
        use_empty_settings(Path(home))
        app = QApplication([])
        apply_theme(app, LIGHT if arguments.light else DARK)
        with garbage_collected_here(), QEventLoop(app) as loop:
            asyncio.set_event_loop(loop)
            loop.run_until_complete(show(arguments.folder, arguments.fake))


def use_empty_settings(home: Path) -> None:
    """Keep settings and data in `home`, so that the pictures do not show the user's own."""
    for name in ("CONFIG", "DATA", "CACHE"):
        os.environ[f"XDG_{name}_HOME"] = str(home / name.lower())
    QSettings.setPath(
        QSettings.Format.NativeFormat, QSettings.Scope.UserScope, str(home / "config")
    )


if __name__ == "__main__":
    main()
