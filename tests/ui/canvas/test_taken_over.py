"""Drags that a dialog, a menu, another window or a command interrupts."""

import numpy as np
import pytest
from PySide6.QtCore import QPoint, QPointF, Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QDialog, QWidget

from glide_studio.core.document.document import Document
from glide_studio.core.raster.colour import Colour
from glide_studio.ui.canvas.canvas import Canvas
from tests.ui.canvas_events import LEFT, MIDDLE, NO_KEYS, RIGHT
from tests.ui.edits import labels
from tests.ui.studio import Studio

TAKING_OVER = ("preferences", "canvas_size", "command_palette", "menu", "another window")


@pytest.fixture
def canvas(studio: Studio) -> Canvas:
    """A white page of 400 x 300 at 100%, and the colour brush."""
    white = np.full((300, 400, 4), 255, np.uint8)
    studio.editor.paste(white)
    studio.press("Shift+B")
    studio.tools.paint_brush.colour = Colour(10, 200, 10)
    canvas: Canvas = studio.find("canvas")
    canvas.set_zoom(1.0)
    return canvas


def there(studio: Studio, canvas: Canvas, x: float, y: float) -> QPoint:
    """Where in the window a document point is."""
    return canvas.mapTo(studio.window, studio.at(x, y))


def move(studio: Studio, canvas: Canvas, x: float, y: float) -> None:
    """Move the mouse: Qt decides who gets it, with the buttons that it believes are down."""
    QTest.mouseMove(studio.window.windowHandle(), there(studio, canvas, x, y))


def press(
    studio: Studio, canvas: Canvas, x: float, y: float, button: Qt.MouseButton = LEFT
) -> None:
    QTest.mousePress(studio.window.windowHandle(), button, NO_KEYS, there(studio, canvas, x, y))


def take_over(studio: Studio, by: str) -> QWidget:
    """Open what takes the mouse away, and return it."""
    if by == "menu":
        menu: QWidget = studio.find("layer_menu")
        menu.popup(studio.window.mapToGlobal(QPoint(50, 50)))  # type: ignore[attr-defined]
        return menu
    if by == "another window":
        window = QDialog(studio.window)
        window.setObjectName("other_window")
        window.show()
        window.activateWindow()
    else:
        studio.find(f"{by}_action").trigger()
    opened = [w for w in QApplication.topLevelWidgets() if w.isVisible() and w is not studio.window]
    assert len(opened) == 1
    studio.qtbot.waitUntil(lambda: not studio.find("canvas").hasFocus())
    return opened[0]


def give_back(studio: Studio, taken: QWidget, button: Qt.MouseButton = LEFT) -> None:
    """Release the button over the other window, close it, and return."""
    QTest.mouseRelease(taken.windowHandle(), button, NO_KEYS, QPoint(-9, -9))
    taken.close()
    studio.window.activateWindow()
    studio.qtbot.waitUntil(studio.window.isActiveWindow)


@pytest.mark.parametrize("by", TAKING_OVER)
def test_a_stroke_ends_where_it_was(studio: Studio, canvas: Canvas, by: str) -> None:
    press(studio, canvas, 50, 50)
    move(studio, canvas, 100, 50)
    taken = take_over(studio, by)
    assert not canvas.is_working
    give_back(studio, taken)
    steps = labels(studio)
    assert steps[-1] == "Paint"
    move(studio, canvas, 200, 200)
    move(studio, canvas, 300, 200)
    assert studio.shown(75, 50) == (10, 200, 10)
    assert studio.shown(250, 200) == (255, 255, 255)
    assert labels(studio) == steps


@pytest.mark.parametrize("by", TAKING_OVER)
def test_a_pan_ends(studio: Studio, canvas: Canvas, by: str) -> None:
    press(studio, canvas, 50, 50, MIDDLE)
    move(studio, canvas, 60, 50)
    taken = take_over(studio, by)
    give_back(studio, taken, MIDDLE)
    before = canvas.to_widget(QPointF(0, 0))
    move(studio, canvas, 200, 200)
    move(studio, canvas, 240, 230)
    assert canvas.to_widget(QPointF(0, 0)) == before


def test_resizing_the_brush_by_dragging_ends(studio: Studio, canvas: Canvas) -> None:
    press(studio, canvas, 50, 50, RIGHT)
    move(studio, canvas, 70, 50)
    size = studio.tools.paint_brush.brush.size
    give_back(studio, take_over(studio, "preferences"), RIGHT)
    move(studio, canvas, 200, 50)
    assert studio.tools.paint_brush.brush.size == size


def test_a_release_that_got_lost_ends_the_stroke(studio: Studio, canvas: Canvas) -> None:
    press(studio, canvas, 50, 50)
    move(studio, canvas, 100, 50)
    elsewhere = QWidget()
    studio.qtbot.addWidget(elsewhere)
    elsewhere.show()
    QTest.mouseRelease(elsewhere, LEFT)  # Qt now knows of no button
    QTest.mouseMove(canvas, studio.at(300, 200))
    assert not canvas.is_working
    assert studio.shown(200, 125) == (255, 255, 255)


def layers(document: Document) -> list[bool]:
    """Of each layer, the lowest first, whether the stroke is on it, where it was painted or
    upside down."""
    arrays = [layer.raster.to_array() for layer in document.layers]
    return [any(tuple(pixels[y, 75, :3]) == (10, 200, 10) for y in (50, 249)) for pixels in arrays]


@pytest.mark.parametrize(
    ("command", "painted"),
    [
        ("new_layer", [True, False]),
        ("duplicate_layer", [True, True]),
        ("flip_image_down", [True]),
        ("fill_mask", [True]),
        ("clear_pixels", [False]),
    ],
)
def test_a_command_during_a_stroke_finishes_it_first(
    studio: Studio, canvas: Canvas, command: str, painted: list[bool]
) -> None:
    before = labels(studio)
    press(studio, canvas, 50, 50)
    move(studio, canvas, 100, 50)
    studio.find(f"{command}_action").trigger()
    studio.qtbot.waitUntil(lambda: len(labels(studio)) == len(before) + 2)
    assert labels(studio)[-2] == "Paint"
    assert not canvas.is_working
    move(studio, canvas, 300, 250)
    QTest.mouseRelease(studio.window.windowHandle(), LEFT)
    assert layers(studio.editor.document) == painted
    assert len(labels(studio)) == len(before) + 2


def test_zooming_does_not_end_a_stroke(studio: Studio, canvas: Canvas) -> None:
    press(studio, canvas, 50, 50)
    move(studio, canvas, 100, 50)
    QTest.keySequence(canvas, "Ctrl++")
    assert canvas.is_working
    move(studio, canvas, 120, 60)
    QTest.mouseRelease(studio.window.windowHandle(), LEFT)
    assert labels(studio)[-1] == "Paint"
