"""Pictures of the tools that make a mask, and of what a mask looks like."""

import asyncio
from typing import TYPE_CHECKING

from PySide6.QtCore import QPointF, Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QDialog

from glide_studio.session.editor import Editor
from glide_studio.ui.canvas.canvas import Canvas
from glide_studio.ui.window.main_window import MainWindow

if TYPE_CHECKING:
    from tests.screenshots import Artist

CUP = [(270.0, 95.0), (395.0, 60.0), (410.0, 205.0), (330.0, 270.0), (262.0, 215.0)]


async def _photograph_dialog(artist: "Artist", window: MainWindow, name: str, title: str) -> None:
    await asyncio.sleep(0.2)
    dialog = window.findChild(QDialog, name)
    assert dialog is not None, name
    artist.photograph(title, dialog)
    dialog.reject()
    window.activateWindow()  # which no window manager does after a dialog
    await artist.until(window.isActiveWindow)


async def make_masks(artist: "Artist", editor: Editor, window: MainWindow) -> None:
    """Select by shape, corners and colour over the open photograph; then every look.

    It leaves the document as it was.
    """
    canvas = window.findChild(Canvas, "canvas")
    assert canvas is not None

    async def landed(label: str) -> None:
        await artist.until(lambda: editor.open_document.history.entries[-1].label == label)

    def drag(start: tuple[float, float], end: tuple[float, float]) -> None:
        """Without a move afterwards, in which what was begun aside could not land."""
        places = [canvas.to_widget(QPointF(*point)).toPoint() for point in (start, end)]
        QTest.mousePress(canvas, Qt.MouseButton.LeftButton, pos=places[0])
        QTest.mouseMove(canvas, places[1])
        QTest.mouseRelease(canvas, Qt.MouseButton.LeftButton, pos=places[1])

    canvas.setFocus()
    artist.press("Shift+M")
    drag((175, 40), (420, 300))
    await landed("Ellipse")
    artist.photograph("select-ellipse")
    artist.press("Shift+L")
    for corner in CUP:
        place = canvas.to_widget(QPointF(*corner)).toPoint()
        QTest.mouseClick(canvas, Qt.MouseButton.LeftButton, pos=place)
    artist.photograph("select-polygon")
    artist.press("Return")
    await landed("Polygon")
    artist.press("W")
    place = canvas.to_widget(QPointF(150, 220)).toPoint()
    QTest.mouseClick(canvas, Qt.MouseButton.LeftButton, pos=place)
    await landed("Magic wand")
    artist.photograph("select-wand")
    for look in ("hatch", "ants"):
        artist.do(f"mask_{look}")
        await asyncio.sleep(0.2)
        artist.photograph(f"mask-{look}")
    artist.do("mask_tint")
    artist.press("B")
    for name in ("grow", "shrink", "feather", "smooth"):
        artist.do(f"{name}_mask")
        await _photograph_dialog(artist, window, "radius_dialog", f"mask-{name}")
    artist.click("brush_pressure_button")
    await _photograph_dialog(artist, window, "pressure_dialog", "pen-pressure")
    editor.jump(0)
