"""A sketch in colour on layers of its own, for `tests.screenshots`."""

import asyncio
from typing import TYPE_CHECKING, Any

from PySide6.QtCore import QPointF, Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QComboBox, QWidget

from glide_studio.ui.canvas.canvas import Canvas
from glide_studio.ui.panels.swatch_grid import SwatchGrid
from glide_studio.ui.window.main_window import MainWindow

if TYPE_CHECKING:
    from tests.screenshots import Artist

SKY, SUN = 28, 19
"""Places in the built-in palette."""


async def sketch(artist: "Artist", window: MainWindow) -> None:
    """Paint with colours of the palette, take one from the picture, arrange the layers."""
    canvas: Canvas = _find(window, "canvas")
    canvas.setFocus()
    artist.press("Ctrl+Shift+N")
    artist.press("Shift+B")
    artist.press("F6")
    _pick(window, SKY)
    artist.stroke([(40, 40), (200, 60), (120, 90)])
    _pick(window, SUN)
    artist.stroke([(300, 70), (320, 80)])
    await asyncio.sleep(0.3)
    artist.photograph("painting")
    canvas.setFocus()
    artist.press("I")
    QTest.mouseMove(canvas, canvas.to_widget(QPointF(300, 200)).toPoint())
    await asyncio.sleep(0.1)
    artist.photograph("eyedropper")
    artist.press("Ctrl+J")
    artist.press("F7")
    combo: QComboBox = _find(window, "blend_mode_combo")
    for _ in range(2):
        QTest.keyClick(combo, Qt.Key.Key_Down)
    canvas.setFocus()
    artist.press("Ctrl+.")
    artist.press("PgDown")
    await asyncio.sleep(0.3)
    artist.photograph("layers")
    artist.press("B")


def _pick(window: MainWindow, index: int) -> None:
    grid: SwatchGrid = _find(window, "palette_grid")
    _find(window, "colour_tabs").setCurrentIndex(2)
    QTest.mouseClick(grid, Qt.MouseButton.LeftButton, pos=grid.cell(index).center())


def _find(window: MainWindow, name: str) -> Any:
    widget = window.findChild(QWidget, name)
    assert widget is not None, name
    return widget
