"""Pictures of the view turned and measured, and of the picture's frame and size."""

import asyncio
from typing import TYPE_CHECKING

from PySide6.QtCore import QPoint, QPointF, Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QWidget

from glide_studio.ui.canvas.canvas import Canvas

if TYPE_CHECKING:
    from glide_studio.ui.window.main_window import MainWindow
    from tests.screenshots import Artist


async def look_closely(artist: "Artist", window: "MainWindow") -> None:
    """Turn the view, measure, magnify, and frame the picture anew; all is left as it was."""
    canvas = window.findChild(Canvas, "canvas")
    await artist.until(lambda: canvas.editor.runs.running is None)
    canvas.setFocus()
    for keys in ("6", "6", "H", "F8"):
        artist.press(keys)
    await asyncio.sleep(0.3)
    artist.photograph("view-turned")
    artist.press("5")
    artist.press("Ctrl+R")
    await asyncio.sleep(0.3)  # nothing may be under way while a drag is sent
    _pull_guide(window, canvas, QPoint(300, 150))
    await asyncio.sleep(0.3)
    artist.photograph("rulers-and-guide")
    canvas.set_zoom(16.0, QPointF(300, 150))
    QTest.mouseMove(canvas, QPoint(320, 200))
    artist.photograph("pixel-grid")
    while canvas.editor.document.guides:
        artist.press("Ctrl+Z")
    for keys in ("Ctrl+R", "F8", "Ctrl+0"):
        artist.press(keys)
    await asyncio.sleep(0.3)
    await _frame(artist, window, canvas)


async def _frame(artist: "Artist", window: "MainWindow", canvas: Canvas) -> None:
    canvas.set_zoom(0.7 * canvas.zoom)
    artist.press("C")
    artist.stroke([(0, 200), (-60, 200), (-120, 200)])
    artist.photograph("crop-extends")
    artist.press("Esc")
    for command, name in (("Ctrl+Alt+C", "canvas_size"), ("Ctrl+Alt+I", "image_size")):
        artist.press(command)
        await asyncio.sleep(0.1)
        dialog = window.findChild(QWidget, f"{name}_dialog")
        artist.photograph(name.replace("_", "-"), dialog)
        artist.click(f"{name}_dialog_cancel_button")
        await asyncio.sleep(0.1)
        window.activateWindow()  # no window manager does it after a dialog
        await artist.until(window.isActiveWindow)
        canvas.setFocus()
    artist.press("Ctrl+0")


def _pull_guide(window: "MainWindow", canvas: Canvas, place: QPoint) -> None:
    ruler = window.findChild(QWidget, "horizontal_ruler")
    end = ruler.mapFromGlobal(canvas.mapToGlobal(place))
    QTest.mousePress(ruler, Qt.MouseButton.LeftButton, pos=QPoint(40, 8))
    QTest.mouseMove(ruler, end)
    QTest.mouseRelease(ruler, Qt.MouseButton.LeftButton, pos=end)
