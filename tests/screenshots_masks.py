"""Pictures of the tools that make a mask, and of what a mask looks like."""

import asyncio
from typing import TYPE_CHECKING

from PySide6.QtCore import QPointF, Qt
from PySide6.QtTest import QTest

from glide_studio.session.editor import Editor
from glide_studio.ui.canvas import Canvas
from glide_studio.ui.main_window import MainWindow

if TYPE_CHECKING:
    from tests.screenshots import Artist

CUP = [(270.0, 95.0), (395.0, 60.0), (410.0, 205.0), (330.0, 270.0), (262.0, 215.0)]


async def make_masks(artist: "Artist", editor: Editor, window: MainWindow) -> None:
    """Select by shape, corners and colour over the open photograph; then every look.

    It leaves the document as it was.
    """
    canvas = window.findChild(Canvas, "canvas")
    assert canvas is not None

    async def landed(label: str) -> None:
        await artist.until(lambda: editor.history.entries[-1].label == label)

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
    editor.jump(0)
