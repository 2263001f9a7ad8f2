"""Every mode, photographed as an artist comes to it."""

import asyncio
from typing import TYPE_CHECKING

from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QComboBox

from glide_studio.core.geometry import Rect
from glide_studio.session.editor import Editor
from glide_studio.session.image_commands import ImageCommands
from glide_studio.ui.window.main_window import MainWindow

if TYPE_CHECKING:
    from tests.screenshots import Artist


async def work_with_modes(artist: "Artist", editor: Editor, window: MainWindow) -> None:
    """Vary a result, go on beyond its edge, enlarge all of that, and redraw it."""

    async def generate(prompt: str, seed: int) -> None:
        artist.ask_for(prompt, seed)
        artist.press("Ctrl+Return")
        await artist.until(lambda: editor.runs.running is not None)
        await artist.until(lambda: editor.runs.running is None)

    editor.new()
    await generate("a red apple on the grass", 5)
    choose_mode(window, "Variation")
    artist.photograph("variation")
    ImageCommands(editor.open_document, editor.runs).crop(Rect(0, 0, 384, 256))
    await artist.until(lambda: editor.document.extent.width == 384)
    artist.photograph("outpaint")
    await generate("grass", 3)
    artist.photograph("outpainted")
    choose_mode(window, "Upscale 4x")
    artist.photograph("upscale")
    await generate("grass", 3)
    await asyncio.sleep(0.2)
    artist.photograph("upscaled")
    choose_mode(window, "Sketch")
    artist.photograph("sketch")


def choose_mode(window: MainWindow, name: str) -> None:
    """Choose in the box beside the sentence, by keys."""
    combo = window.findChild(QComboBox, "mode_combo")
    assert combo is not None
    combo.setFocus()
    QTest.keyClick(combo, Qt.Key.Key_Home)
    for _ in range(combo.findText(name)):
        QTest.keyClick(combo, Qt.Key.Key_Down)
