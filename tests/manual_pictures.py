"""Takes the pictures of the manual anew: the program itself, at work.

    python -m tests.manual_pictures

They are written to `resources/manual`. Works offscreen; text needs a font.
"""

import asyncio
import os
import tempfile
from importlib.resources import files
from pathlib import Path

from PySide6.QtCore import Qt
from PySide6.QtGui import QPixmap
from PySide6.QtWidgets import QApplication
from qasync import QEventLoop

from glide_studio.app import garbage_collected_here, load_card, load_engine
from glide_studio.session.editor import Editor
from glide_studio.session.worker import Worker
from glide_studio.ui.style.theme import apply_theme
from glide_studio.ui.window.main_window import MainWindow
from tests.screenshots import SIZE, Artist, use_empty_settings

FOLDER = Path(__file__).parents[1] / "resources" / "manual"
WIDTH = 720
QUALITY = 85


class Photographer(Artist):
    """An artist whose photographs are small enough to be read beside text."""

    def photograph(self, name: str, widget: object = None) -> None:
        with tempfile.TemporaryDirectory() as folder:
            self._folder = Path(folder)
            super().photograph(name)
            (path,) = self._folder.glob("*.png")
            picture = QPixmap(str(path))
        small = picture.scaledToWidth(WIDTH, Qt.TransformationMode.SmoothTransformation)
        small.save(str(FOLDER / f"{name}.jpg"), "JPEG", QUALITY)


async def take(artist: Photographer, editor: Editor, window: MainWindow) -> None:
    """Make a picture, change a photograph, choose, and find a command."""
    previews = []
    editor.runs.preview_changed.connect(lambda preview: preview and previews.append(preview))
    await asyncio.sleep(0.3)  # until the window has the focus
    artist.ask_for("a red apple on the grass", seed=7)
    artist.press("Ctrl+Return")
    await artist.until(lambda: any(preview.phase == "base" for preview in previews[5:]))
    artist.photograph("generating")
    await artist.until(lambda: editor.runs.running is None)
    editor.new()
    path = Path(str(files("glide_studio.resources") / "samples" / "coffee.jpg"))
    window.open_file(path)
    await artist.until(lambda: editor.open_document.path == path)
    await asyncio.sleep(0.2)
    artist.stroke([(500, 60), (560, 90), (520, 120), (560, 60)])
    artist.stroke([(500, 100), (550, 40)])
    artist.photograph("mask")
    previews.clear()
    artist.ask_for("a green apple on a wooden table", seed=3, count=3)
    artist.press("Ctrl+Return")
    await artist.until(lambda: any(preview.phase == "upsample" for preview in previews))
    artist.photograph("window")
    await artist.until(lambda: editor.runs.running is None)
    artist.photograph("candidates")
    artist.press("Ctrl+Shift+P")
    await asyncio.sleep(0.2)
    artist.press("M")
    artist.press("A")
    artist.photograph("palette")
    artist.press("Esc")


async def show() -> None:
    editor = Editor(Worker(load_engine))
    window = MainWindow(editor, load_card())
    try:
        window.resize(*SIZE)
        window.show_model("starter", "ready")
        window.show()
        await take(Photographer(editor, window, FOLDER), editor, window)
    finally:
        window.hide()
        await editor.close()


def main() -> None:
    if not os.environ.get("DISPLAY"):
        os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")
    with tempfile.TemporaryDirectory() as home:
        use_empty_settings(Path(home))
        app = QApplication([])
        apply_theme(app)
        with garbage_collected_here(), QEventLoop(app) as loop:
            asyncio.set_event_loop(loop)
            loop.run_until_complete(show())


if __name__ == "__main__":
    main()
