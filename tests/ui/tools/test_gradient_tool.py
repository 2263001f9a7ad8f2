"""The gradient tool, in the real window."""

import numpy as np
import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest

from glide_studio.core.geometry import Rect
from glide_studio.core.raster.raster import Pixels
from glide_studio.ui.canvas.canvas import Canvas
from tests.ui.canvas_events import LEFT, NO_KEYS, SHIFT, at, drag, pixels, send_move, shown
from tests.ui.edits import active_layer, labels, paste_plain, set_mask
from tests.ui.studio import Studio

BLUE = (30, 60, 200, 255)


@pytest.fixture
def canvas(studio: Studio) -> Canvas:
    """A canvas with a blue picture; the gradient tool is active, from black to white."""
    paste_plain(studio, *BLUE)
    studio.press("G")
    studio.find("canvas").set_zoom(1.0)
    return studio.find("canvas")


def layer_pixels(studio: Studio) -> Pixels:
    return active_layer(studio).raster.to_array()


def until_drawn(studio: Studio, steps: list[str]) -> None:
    studio.qtbot.waitUntil(lambda: labels(studio) == [*steps, "Gradient"])


def test_a_drag_fills_the_layer_as_one_step_and_is_seen_before(
    studio: Studio, canvas: Canvas
) -> None:
    steps = labels(studio)
    drag(canvas, (50, 100), (350, 100), release=False)
    studio.qtbot.waitUntil(lambda: abs(shown(canvas, 200, 30)[0] - 128) <= 2)
    assert labels(studio) == steps
    QTest.mouseRelease(canvas, LEFT, pos=at(canvas, 350, 100))
    until_drawn(studio, steps)
    after = layer_pixels(studio)
    wanted = np.clip((np.arange(400) + 0.5 - 50) / 300, 0, 1) * 255
    assert np.abs(after[250, :, 0] - wanted).max() <= 1
    assert (after[..., 3] == 255).all()
    studio.press("Ctrl+Z")
    assert (layer_pixels(studio) == BLUE).all()


def test_escape_and_a_click_draw_nothing(studio: Studio, canvas: Canvas) -> None:
    steps = labels(studio)
    drag(canvas, (50, 100), (350, 100), release=False)
    studio.qtbot.waitUntil(lambda: shown(canvas, 200, 30)[0] > 100)
    QTest.keyClick(canvas, Qt.Key.Key_Escape)
    assert shown(canvas, 200, 30) == BLUE[:3]
    QTest.mouseRelease(canvas, LEFT, pos=at(canvas, 350, 100))
    drag(canvas, (80, 80))
    studio.editor.open_document.close()  # waits for the background
    assert labels(studio) == steps
    assert not canvas.tool.is_busy


def test_undo_right_after_the_drag_undoes_the_gradient(studio: Studio, canvas: Canvas) -> None:
    steps = labels(studio)
    drag(canvas, (50, 100), (350, 100))
    studio.press("Ctrl+Z")
    until_drawn(studio, steps)
    studio.qtbot.waitUntil(lambda: (layer_pixels(studio) == BLUE).all())


def test_a_second_drag_right_after_the_first_keeps_both(studio: Studio, canvas: Canvas) -> None:
    steps = labels(studio)
    drag(canvas, (50, 100), (350, 100))
    studio.press("5")
    drag(canvas, (200, 50), (200, 250))
    studio.qtbot.waitUntil(lambda: labels(studio) == [*steps, "Gradient", "Gradient"])
    along, down = (
        np.clip((200.5 - start) / length, 0, 1) * 255 for start, length in ((50, 300), (50, 200))
    )
    assert abs(int(layer_pixels(studio)[200, 200, 0]) - (along + down) / 2) <= 2


def test_shift_keeps_to_steps_of_45_degrees(studio: Studio, canvas: Canvas) -> None:
    steps = labels(studio)
    QTest.mousePress(canvas, LEFT, NO_KEYS, at(canvas, 50, 100))
    send_move(canvas, at(canvas, 350, 130), SHIFT)
    QTest.mouseRelease(canvas, LEFT, SHIFT, at(canvas, 350, 130))
    until_drawn(studio, steps)
    after = layer_pixels(studio)
    assert (after == after[0]).all()  # horizontal
    assert after[0, 349, 0] >= 253


def test_the_selection_binds_and_weighs_the_gradient(studio: Studio, canvas: Canvas) -> None:
    set_mask(studio, Rect(100, 100, 100, 100), 102)
    steps = labels(studio)
    drag(canvas, (0, 150), (399, 150))
    until_drawn(studio, steps)
    after = layer_pixels(studio).astype(float)
    wanted = 0.6 * BLUE[0] + 0.4 * 255 * 150.5 / 399
    assert abs(after[150, 150, 0] - wanted) <= 1
    after[100:200, 100:200] = BLUE
    assert (after == BLUE).all()


def test_options_shape_fade_reverse_and_set_the_opacity(studio: Studio, canvas: Canvas) -> None:
    studio.find("swap_colours_action").trigger()  # white to black
    studio.choose("gradient_shape_combo", "Radial")
    studio.choose("gradient_colours_combo", "To transparent")
    QTest.mouseClick(studio.find("gradient_reverse_check"), LEFT)
    studio.press("5")
    assert studio.find("gradient_opacity_slider").value() == 50
    steps = labels(studio)
    drag(canvas, (200, 150), (300, 150))
    until_drawn(studio, steps)
    after = layer_pixels(studio).astype(float)
    for x, y, share in ((200, 150, 0.0), (250, 150, 0.5), (200, 200, 0.5), (50, 150, 1.0)):
        wanted = BLUE[0] + 0.5 * share * (255 - BLUE[0])
        assert abs(after[y, x, 0] - wanted) <= 3, (x, y)


def test_the_preview_follows_colours_and_options(studio: Studio, canvas: Canvas) -> None:
    def ends() -> tuple[int, int]:
        row = pixels(studio.find("gradient_preview"))[24, :, 0]
        return int(row[3]), int(row[-4])

    left, right = ends()
    assert left < 20
    assert right > 235
    studio.press("X")
    assert ends()[0] > 235
    QTest.mouseClick(studio.find("gradient_reverse_check"), LEFT)
    assert ends()[0] < 20


def test_a_blank_page_gets_a_layer(studio: Studio) -> None:
    studio.editor.new()
    studio.press("G")
    studio.stroke((20, 20), (200, 20))
    studio.qtbot.waitUntil(lambda: labels(studio)[-1] == "Gradient")
    assert abs(int(layer_pixels(studio)[10, 110, 0]) - 128) <= 3


def test_a_locked_layer_is_left_alone(studio: Studio, canvas: Canvas) -> None:
    studio.press("Ctrl+/")
    before = studio.editor.document
    drag(canvas, (50, 100), (350, 100))
    assert "is locked" in (studio.message() or "")
    assert studio.editor.document is before
