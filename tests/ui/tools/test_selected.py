"""What is selected binds the tools, in the real window."""

from collections.abc import Callable

import numpy as np
import pytest
from numpy.typing import NDArray
from PySide6.QtCore import Qt
from PySide6.QtGui import QGuiApplication
from PySide6.QtTest import QTest

from glide_studio.core.geometry import Rect
from glide_studio.core.paint.stroke import Brush
from glide_studio.core.raster.colour import Colour
from glide_studio.core.raster.raster import Pixels, Raster
from glide_studio.ui.canvas.canvas import Canvas
from glide_studio.ui.panels.layer_list import LayerList
from glide_studio.ui.panels.layer_row import LAYER, thumbnail_area
from tests.fakes import settings
from tests.ui.canvas_events import LEFT, NO_KEYS, SHIFT, at, drag, shown
from tests.ui.edits import active_layer, add_box, box, labels, mask, paste_plain, pixel, set_mask
from tests.ui.studio import Studio, middle

ALT, CONTROL = Qt.KeyboardModifier.AltModifier, Qt.KeyboardModifier.ControlModifier
BLUE, RED = (30, 60, 200, 255), (200, 20, 20, 255)
SQUARE = Rect(100, 80, 40, 40)
LEFT_HALF = Rect(0, 0, 200, 300)
FAINT = 51
"""A fifth."""


@pytest.fixture
def canvas(studio: Studio) -> Canvas:
    """A canvas with a blue picture; the foreground is red, and all brushes are wide and hard."""
    paste_plain(studio, *BLUE)
    studio.press("Shift+B")
    studio.type("colour_hex_edit", Colour(*RED[:3]).hex)
    QTest.keyClick(studio.find("colour_hex_edit"), Qt.Key.Key_Return)
    for tool in (studio.tools.paint_brush, studio.tools.restore_brush, studio.tools.mask_brush):
        tool.brush = Brush(size=40, hardness=1)
    studio.find("actual_size_action").trigger()
    return studio.find("canvas")


def pixels(studio: Studio) -> Pixels:
    return active_layer(studio).raster.to_array()


def seen(pixels: Pixels) -> NDArray[np.float64]:
    """Red, green, blue and alpha, the colours as much as they are seen."""
    found = pixels.astype(np.float64)
    found[..., :3] *= found[..., 3:] / 255
    return found


def across(studio: Studio, canvas: Canvas, keys: str) -> None:
    """A stroke with a brush over the border of the left half and back over itself."""
    studio.press(keys)
    drag(canvas, (120, 150), (280, 150), (120, 150))


def paint(studio: Studio, canvas: Canvas) -> None:
    across(studio, canvas, "Shift+B")


def erase(studio: Studio, canvas: Canvas) -> None:
    across(studio, canvas, "Shift+E")


def restore(studio: Studio, canvas: Canvas) -> None:
    """From before a box was painted there."""
    across(studio, canvas, "Y")


def fill(studio: Studio, canvas: Canvas) -> None:
    studio.press("Shift+Backspace")


def clear(studio: Studio, canvas: Canvas) -> None:
    studio.press("Del")


def cut(studio: Studio, canvas: Canvas) -> None:
    studio.press("Ctrl+X")


Work = Callable[[Studio, Canvas], None]


def worked(studio: Studio, canvas: Canvas, work: Work) -> Pixels:
    """The layer after one step of work, which is then undone."""
    before, document = labels(studio), studio.editor.document
    work(studio, canvas)
    studio.qtbot.waitUntil(lambda: studio.editor.document is not document)
    assert len(labels(studio)) == len(before) + 1
    after = pixels(studio)
    studio.press("Ctrl+Z")
    assert studio.editor.document is document
    return after


@pytest.mark.parametrize("work", [paint, erase, restore, fill, clear, cut])
def test_a_tool_works_as_far_as_is_selected(studio: Studio, canvas: Canvas, work: Work) -> None:
    green = np.full((20, 100, 4), (9, 90, 9, 255), np.uint8)
    layer = active_layer(studio)
    changed = layer.with_pixels(layer.raster.write(Rect(150, 140, 100, 20), green))
    studio.editor.open_document.apply("Box", studio.editor.document.with_changed(changed))
    before, unbound = pixels(studio), worked(studio, canvas, work)
    assert not np.array_equal(before[:, 200:], unbound[:, 200:])
    for value in (255, FAINT):
        set_mask(studio, LEFT_HALF, value)
        after = worked(studio, canvas, work)
        assert np.array_equal(after[:, 200:], before[:, 200:])
        old, new, found = (seen(each[:, :200]) for each in (before, unbound, after))
        assert np.abs(found - (old + value / 255 * (new - old))).max() <= 1.01
        assert not np.array_equal(after[:, :200], before[:, :200])


def test_a_stroke_is_seen_within_the_selection_while_it_is_painted(
    studio: Studio, canvas: Canvas
) -> None:
    set_mask(studio, LEFT_HALF)
    studio.press("Shift+B")
    drag(canvas, (120, 150), (280, 150), release=False)
    assert shown(canvas, 150, 150) == RED[:3]
    assert shown(canvas, 250, 150) == BLUE[:3]
    QTest.mouseRelease(canvas, LEFT, pos=at(canvas, 280, 150))
    assert pixel(studio, 150, 150) == RED
    assert pixel(studio, 250, 150) == BLUE


def test_a_stroke_outside_the_selection_says_so(studio: Studio, canvas: Canvas) -> None:
    set_mask(studio, SQUARE)
    steps = labels(studio)
    studio.press("Shift+B")
    drag(canvas, (300, 200), (350, 250))
    assert labels(studio) == steps
    assert studio.message() == (
        "Nothing is selected here. Choose Select > Deselect to work everywhere."
    )
    studio.press("Ctrl+D")
    drag(canvas, (300, 200), (350, 250))
    assert pixel(studio, 320, 220) == RED


def test_a_stroke_beside_the_page_says_nothing(studio: Studio, canvas: Canvas) -> None:
    studio.press("Shift+B")
    drag(canvas, (-40, 100), (-40, 150))
    assert studio.message() is None


def test_a_faint_selection_can_be_removed(studio: Studio, canvas: Canvas) -> None:
    set_mask(studio, SQUARE, FAINT)
    assert studio.find("clear_mask_action").isEnabled()
    studio.qtbot.waitUntil(lambda: "less than 50%" in studio.find("run_hint_label").text())
    studio.press("Ctrl+D")
    assert not mask(studio).any()
    studio.press("Ctrl+Shift+D")
    assert (mask(studio)[SQUARE.y + 5, SQUARE.x + 5]) == FAINT


def test_while_colours_are_painted_the_mask_is_an_outline(studio: Studio, canvas: Canvas) -> None:
    set_mask(studio, LEFT_HALF)
    studio.press("M")
    assert shown(canvas, 100, 150) != BLUE[:3]
    studio.press("Shift+B")
    assert shown(canvas, 100, 150) == BLUE[:3]
    studio.press("M")
    assert shown(canvas, 100, 150) != BLUE[:3]
    set_mask(studio, Rect(0, 0, 400, 300), FAINT)  # it has no outline
    tint = shown(canvas, 100, 150)
    studio.press("Shift+B")
    assert shown(canvas, 100, 150) == tint != BLUE[:3]


def test_ctrl_h_hides_the_mask_and_what_it_selects_stays_selected(
    studio: Studio, canvas: Canvas
) -> None:
    set_mask(studio, LEFT_HALF)
    studio.press("Ctrl+H")
    assert shown(canvas, 100, 150) == BLUE[:3]
    paint(studio, canvas)
    assert pixel(studio, 150, 150) == RED
    assert pixel(studio, 250, 150) == BLUE
    studio.press("Ctrl+H")
    studio.press("B")
    assert shown(canvas, 50, 50) != BLUE[:3]


def test_delete_makes_an_edit_an_ordinary_layer_and_undo_brings_it_back(studio: Studio) -> None:
    studio.editor.generation.generate(settings("a bell", seed=1))
    studio.finish()
    assert active_layer(studio).edit is not None
    studio.press("Ctrl+A")
    studio.press("Backspace")
    studio.qtbot.waitUntil(lambda: labels(studio)[-1] == "Clear")
    assert active_layer(studio).edit is None
    assert not pixels(studio).any()
    studio.press("Ctrl+Z")
    assert active_layer(studio).edit is not None


def test_delete_on_an_empty_place_is_no_step(studio: Studio, canvas: Canvas) -> None:
    add_box(studio, "square", SQUARE, *RED)
    set_mask(studio, Rect(300, 200, 50, 50))
    steps = labels(studio)
    studio.press("Del")
    studio.press("Shift+Left")  # pans: the canvas has got the key before
    studio.qtbot.wait(50)
    assert labels(studio) == steps


def test_delete_in_a_list_deletes_the_row(studio: Studio, canvas: Canvas) -> None:
    add_box(studio, "square", SQUARE, *RED)
    QTest.mouseClick(
        studio.find("layers_list").viewport(), LEFT, pos=middle(studio.find("layers_list"), 0)
    )
    studio.press("Del", "layers_list")
    assert labels(studio)[-1] == "Delete square"


def test_moving_takes_what_is_selected_and_the_mask_along_as_one_step(
    studio: Studio, canvas: Canvas
) -> None:
    add_box(studio, "square", SQUARE, *RED)
    part = Rect(SQUARE.x, SQUARE.y, 20, 40)
    set_mask(studio, part)
    steps = labels(studio)
    studio.press("V")
    drag(canvas, (110, 100), (210, 200), release=False)
    studio.qtbot.waitUntil(lambda: shown(canvas, 215, 205) == RED[:3])
    QTest.mouseRelease(canvas, LEFT, pos=at(canvas, 210, 200))
    studio.qtbot.waitUntil(lambda: labels(studio) == [*steps, "Move square"])
    left, top, right, bottom = box(studio)
    assert (right - left, bottom - top) == (20, 40)
    assert abs(left - 200) <= 1
    assert abs(top - 180) <= 1
    assert pixel(studio, left, top) == pixel(studio, 130, 100) == RED
    assert pixel(studio, 110, 100) == BLUE
    studio.press("Ctrl+Z")
    assert pixel(studio, 110, 100) == RED
    assert box(studio) == (100, 80, 120, 120)


def test_arrow_keys_move_what_is_selected_and_back(studio: Studio, canvas: Canvas) -> None:
    """Also what lay under it, and pixels that left the page in between."""
    before = pixels(studio)
    before[:, :, 0] = np.arange(400) % 256
    picture = active_layer(studio).with_pixels(Raster.from_array(before))
    studio.editor.open_document.apply("Ramp", studio.editor.document.with_changed(picture))
    set_mask(studio, Rect(5, 80, 40, 40))
    steps = labels(studio)
    studio.press("V")
    for keys in ("Shift+Left", "Shift+Left", "Shift+Right", "Shift+Right", "Right"):
        studio.press(keys)
    studio.qtbot.waitUntil(lambda: box(studio) == (6, 80, 46, 120))
    assert labels(studio) == [*steps, "Move Pasted picture"]
    assert np.array_equal(pixels(studio)[80:120, 6:46], before[80:120, 5:45])
    assert not pixels(studio)[80:120, 5].any()


def test_a_cut_is_pasted_in_its_place(studio: Studio, canvas: Canvas) -> None:
    QGuiApplication.clipboard().clear()
    set_mask(studio, SQUARE, FAINT)
    studio.press("Ctrl+X")
    studio.press("Ctrl+D")  # at once: what is cut was selected before
    studio.qtbot.waitUntil(lambda: "Cut" in labels(studio))
    studio.qtbot.waitUntil(lambda: not QGuiApplication.clipboard().image().isNull())
    assert pixel(studio, 10, 10) == BLUE
    assert pixel(studio, 110, 90)[3] == 255 - FAINT
    studio.press("Ctrl+V")
    assert active_layer(studio).raster.content_bounds() == SQUARE
    assert set(np.unique(pixels(studio)[..., 3])) == {0, FAINT}


def test_ctrl_click_on_a_layer_selects_its_pixels(studio: Studio, canvas: Canvas) -> None:
    add_box(studio, "left", Rect(50, 50, 100, 100), *RED[:3], 200)
    add_box(studio, "right", Rect(100, 100, 100, 100), *RED[:3], 100)
    rows: LayerList = studio.find("layers_list")
    steps = labels(studio)

    def click(row: int, keys: Qt.KeyboardModifier = NO_KEYS) -> list[int]:
        """What is masked at three places: in the left layer, in both, in the right one."""
        count = len(labels(studio))
        item = rows.item(row)
        place = thumbnail_area(rows.visualItemRect(item), item.data(LAYER), 0).center()
        QTest.mouseClick(rows.viewport(), LEFT, CONTROL | keys, place)
        studio.qtbot.waitUntil(lambda: len(labels(studio)) > count)
        assert rows.currentRow() == 0
        return [int(mask(studio)[place, place]) for place in (70, 120, 170)]

    assert click(1) == [200, 200, 0]
    assert click(0, SHIFT) == [200, 200, 100]
    assert click(1, ALT) == [55, 55, 100]
    assert click(0) == [0, 100, 100]
    assert click(1, SHIFT | ALT) == [0, 100, 0]
    assert labels(studio) == [*steps, *["Select layer pixels"] * 5]
    assert active_layer(studio).name == "right"


def test_an_empty_layer_has_no_pixels_to_select(studio: Studio, canvas: Canvas) -> None:
    set_mask(studio, SQUARE)
    studio.press("Ctrl+Shift+N")
    steps = labels(studio)
    studio.find("mask_from_layer_action").trigger()
    assert studio.message() == "“Layer” has no pixels to select."
    assert labels(studio) == steps
    assert box(studio) == (100, 80, 140, 120)


def test_alt_subtracts_from_the_mask(studio: Studio, canvas: Canvas) -> None:
    set_mask(studio, LEFT_HALF)
    studio.press("B")
    drag(canvas, (100, 100), (150, 100), keys=ALT)
    assert mask(studio)[100, 120] == 0
    assert labels(studio)[-1] == "Erase mask"
    drag(canvas, (100, 100), (150, 100))
    assert mask(studio)[100, 120] == 255
