"""The selection tools, in the real window with real keys, mouse and pen."""

from typing import Any

import numpy as np
import pytest
from PySide6.QtCore import QPoint, QPointF, Qt
from PySide6.QtTest import QTest

from glide_studio.core.mask.mask import Combine, Mask
from glide_studio.core.mask.shapes import ellipse, enclosed
from glide_studio.ui.canvas.canvas import Canvas
from glide_studio.ui.tools.selection_cursor import selection_cursor
from glide_studio.ui.tools.selection_tool import SelectionOptions
from tests.ui.canvas_events import LEFT, SHIFT, Point, at, drag, pen_stroke, rgba_of
from tests.ui.edits import box, labels, mask
from tests.ui.studio import Studio

ALT = Qt.KeyboardModifier.AltModifier
TOOLS = {
    "select_rectangle": "M",
    "select_ellipse": "Shift+M",
    "lasso": "L",
    "polygon": "Shift+L",
    "wand": "W",
    "colour_range": "Shift+W",
    "brush": "B",
    "eraser": "E",
}


@pytest.fixture
def canvas(studio: Studio) -> Canvas:
    """A canvas with a black picture of 400 x 300, two white squares of 60 and a grey one."""
    pixels = np.full((300, 400, 4), (0, 0, 0, 255), np.uint8)
    for x, value in ((40, 255), (170, 255), (300, 120)):
        pixels[100:160, x : x + 60, :3] = value
    studio.editor.paste(pixels)
    canvas: Canvas = studio.find("canvas")
    canvas.set_zoom(1.0)
    corner = canvas.to_widget(QPointF(0, 0))
    canvas.pan(-(corner.x() % 1), -(corner.y() % 1))  # events come at whole pixels
    return canvas


def box_after(studio: Studio, label: str) -> tuple[int, int, int, int]:
    """Wait for a step of that name; left, top, right and bottom of the masked area then."""
    history = studio.editor.open_document.history
    studio.qtbot.waitUntil(lambda: studio.editor.open_document.history is not history)
    assert labels(studio)[-1] == label
    return box(studio)


def selected(studio: Studio, label: str, *points: Point, **how: Any) -> tuple[int, int, int, int]:
    """Drag with the active tool, whose step has that name, and return the masked area."""
    drag(studio.find("canvas"), *points, **how)
    return box_after(studio, label)


@pytest.mark.parametrize("name", TOOLS)
def test_each_tool_is_chosen_by_its_button_and_by_its_key(studio: Studio, name: str) -> None:
    canvas, button = studio.find("canvas"), studio.find(f"{name}_button")
    other = "lasso" if name != "lasso" else "wand"
    studio.click(f"{other}_button")
    assert not button.isChecked()
    studio.click(f"{name}_button")
    assert button.isChecked()
    tool = canvas.tool
    studio.click(f"{other}_button")
    assert canvas.tool is not tool
    studio.press(TOOLS[name])
    assert canvas.tool is tool
    checked = [each for each in TOOLS if studio.find(f"{each}_button").isChecked()]
    assert checked == [name]
    assert studio.find(f"{name}_action").isChecked()
    assert button.toolTip().endswith(f"({TOOLS[name]})")


def test_a_rectangle_selects_whole_pixels(studio: Studio, canvas: Canvas) -> None:
    studio.press("M")
    assert selected(studio, "Rectangle", (30, 40), (100, 90), (130, 110)) == (30, 40, 130, 110)
    assert set(np.unique(mask(studio))) == {0, 255}
    studio.press("Ctrl+Z")
    assert not mask(studio).any()
    studio.press("Ctrl+Shift+Z")
    assert box(studio) == (30, 40, 130, 110)


def test_an_ellipse_is_anti_aliased_unless_switched_off(studio: Studio, canvas: Canvas) -> None:
    studio.press("Shift+M")
    for wanted in (True, False):
        if not wanted:
            studio.click("select_anti_alias_check")
        selected(studio, "Ellipse", (130, 110), (30, 40))
        expected = enclosed(studio.editor.document.extent, ellipse(30, 40, 130, 110), wanted)
        assert np.array_equal(mask(studio), expected.read(expected.extent.bounds))
        drag(canvas, (5, 5))


def test_keys_add_subtract_and_intersect(studio: Studio, canvas: Canvas) -> None:
    studio.press("M")
    selected(studio, "Rectangle", (100, 100), (200, 200))
    assert selected(studio, "Rectangle", (150, 150), (250, 250), keys=SHIFT) == (100, 100, 250, 250)
    assert mask(studio).sum() == 255 * (2 * 100 * 100 - 50 * 50)
    assert selected(studio, "Rectangle", (90, 90), (150, 260), keys=ALT) == (150, 100, 250, 250)
    both = SHIFT | ALT
    assert selected(studio, "Rectangle", (0, 0), (210, 210), keys=both) == (150, 100, 210, 210)
    assert selected(studio, "Rectangle", (10, 10), (20, 20)) == (10, 10, 20, 20)


def test_the_mode_buttons_apply_while_no_key_is_held(studio: Studio, canvas: Canvas) -> None:
    studio.press("M")
    selected(studio, "Rectangle", (100, 100), (200, 200))
    studio.click(f"select_{Combine.SUBTRACT.value}_button")
    assert selected(studio, "Rectangle", (150, 0), (400, 300)) == (100, 100, 150, 200)
    assert selected(studio, "Rectangle", (10, 10), (20, 20), keys=SHIFT) == (10, 10, 150, 200)


def test_keys_pressed_later_make_a_square_or_centre_it(studio: Studio, canvas: Canvas) -> None:
    studio.press("M")
    for keys, expected in ((SHIFT, (100, 100, 150, 150)), (ALT, (50, 70, 150, 130))):
        drag(canvas, (100, 100), (150, 130), release=False)
        QTest.mouseRelease(canvas, LEFT, keys, at(canvas, 150, 130))
        assert box_after(studio, "Rectangle") == expected


def test_a_click_without_a_drag_clears_the_mask(studio: Studio, canvas: Canvas) -> None:
    studio.press("M")
    selected(studio, "Rectangle", (100, 100), (200, 200))
    drag(canvas, (20, 20), keys=SHIFT)
    assert mask(studio).any()
    drag(canvas, (20, 20))
    assert not mask(studio).any()
    drag(canvas, (20, 20))
    assert labels(studio)[-1] == "Deselect"
    studio.press("Ctrl+Z")
    assert box(studio) == (100, 100, 200, 200)


def test_feather_softens_only_the_new_selection(studio: Studio, canvas: Canvas) -> None:
    studio.press("M")
    selected(studio, "Rectangle", (10, 10), (60, 60))
    studio.find("select_feather_spin").setValue(10)
    selected(studio, "Rectangle", (200, 100), (300, 200), keys=SHIFT)
    values = mask(studio)
    assert set(np.unique(values[:90, :90])) == {0, 255}
    assert 0 < values[150, 195] < 128 < values[150, 205] < 255
    assert values[150, 189] == 0
    assert values[150, 211] == 255


def test_the_lasso_follows_mouse_or_pen(studio: Studio, canvas: Canvas) -> None:
    studio.press("L")
    corners = (50, 50), (150, 50), (150, 150), (50, 150)
    assert selected(studio, "Lasso", *corners) == (50, 50, 150, 150)
    pen_stroke(canvas, (200, 200, 0.3), (280, 200, 0.6), (280, 280, 0.6), (200, 280, 0.6))
    assert box_after(studio, "Lasso") == (200, 200, 280, 280)


@pytest.mark.parametrize("close", ["double click", "Return", "first corner"])
def test_a_polygon_is_closed_in_three_ways(studio: Studio, canvas: Canvas, close: str) -> None:
    studio.press("Shift+L")
    for corner in ((50, 50), (150, 50), (150, 150)):
        drag(canvas, corner)
    assert not mask(studio).any()
    if close == "double click":
        QTest.mouseDClick(canvas, LEFT, pos=at(canvas, 150, 150))
    elif close == "Return":
        QTest.keyClick(canvas, Qt.Key.Key_Return)
    else:
        drag(canvas, (52, 51))
    assert box_after(studio, "Polygon") == (50, 50, 150, 150)
    assert mask(studio)[60, 140] == 255
    assert mask(studio)[140, 60] == 0


def test_backspace_removes_a_corner_and_escape_the_polygon(studio: Studio, canvas: Canvas) -> None:
    studio.press("Shift+L")
    for corner in ((50, 50), (150, 50), (150, 150), (390, 290)):
        drag(canvas, corner)
    QTest.keyClick(canvas, Qt.Key.Key_Backspace)
    drag(canvas, (50, 150))
    QTest.keyClick(canvas, Qt.Key.Key_Enter)
    assert box_after(studio, "Polygon") == (50, 50, 150, 150)
    steps = labels(studio)
    drag(canvas, (10, 10))
    drag(canvas, (90, 10))
    QTest.keyClick(canvas, Qt.Key.Key_Escape)
    assert not canvas.tool.is_busy
    QTest.keyClick(canvas, Qt.Key.Key_Return)
    assert labels(studio) == steps


def test_the_wand_selects_one_area_or_all_similar_colours(studio: Studio, canvas: Canvas) -> None:
    studio.press("W")
    studio.find("select_tolerance_spin").setValue(100)
    assert selected(studio, "Magic wand", (60, 120)) == (40, 100, 100, 160)
    assert selected(studio, "Magic wand", (200, 120), keys=SHIFT) == (40, 100, 230, 160)
    studio.click("select_contiguous_check")
    studio.find("select_tolerance_slider").setValue(140)
    assert studio.find("select_tolerance_spin").value() == 140
    assert selected(studio, "Magic wand", (60, 120)) == (40, 100, 360, 160)
    selected(studio, "Magic wand", (-40, 120))
    assert not mask(studio).any()


def test_a_colour_range_selects_the_colours_of_a_box(studio: Studio, canvas: Canvas) -> None:
    studio.press("Shift+W")
    studio.find("select_tolerance_spin").setValue(10)
    assert selected(studio, "Colour range", (60, 120)) == (40, 100, 230, 160)
    selected(studio, "Colour range", (220, 120), (310, 130))
    assert (mask(studio) == 255).all()


def test_two_selections_in_a_row_are_two_steps_in_order(studio: Studio, canvas: Canvas) -> None:
    studio.press("M")
    drag(canvas, (10, 10), (60, 60))
    drag(canvas, (100, 100), (160, 160), keys=SHIFT)
    studio.qtbot.waitUntil(lambda: box(studio) == (10, 10, 160, 160))
    assert labels(studio)[-2:] == ["Rectangle", "Rectangle"]


def test_the_panel_shows_the_options_that_the_tool_uses(studio: Studio) -> None:
    options = {
        "brush_size_spin": {"brush", "eraser"},
        "select_feather_spin": {"select_rectangle", "lasso", "wand", "colour_range"},
        "select_tolerance_spin": {"wand", "colour_range"},
        "select_contiguous_check": {"wand"},
    }
    for name in ("brush", "eraser", "select_rectangle", "lasso", "wand", "colour_range"):
        studio.press(TOOLS[name])
        for option, tools in options.items():
            assert studio.find(option).isVisible() == (name in tools), (name, option)


def test_the_outline_is_visible_until_the_drag_ends(studio: Studio, canvas: Canvas) -> None:
    studio.press("M")
    QTest.mouseMove(canvas, QPoint(3, 3))
    before = canvas.grab().toImage()
    drag(canvas, (20, 20), (250, 200), release=False)
    line = canvas.grab().toImage()
    for x in (30, 70, 200):  # black and white beneath
        top = at(canvas, x, 20)
        assert max(line.pixelColor(top + QPoint(0, dy)).lightness() for dy in (-1, 0, 1)) > 200
    start = at(canvas, 245, 130)
    column = [line.pixelColor(start + QPoint(dx, 0)).lightness() for dx in range(10)]
    assert max(column) - min(column) > 120
    QTest.keyClick(canvas, Qt.Key.Key_Escape)
    QTest.mouseRelease(canvas, LEFT, pos=at(canvas, 250, 200))
    QTest.mouseMove(canvas, QPoint(3, 3))
    assert canvas.grab().toImage() == before
    assert not mask(studio).any()


def test_all_selection_tools_share_their_options(studio: Studio) -> None:
    studio.press("W")
    studio.find("select_feather_spin").setValue(7)
    studio.press("L")
    assert studio.find("select_feather_spin").value() == 7
    assert SelectionOptions() == SelectionOptions(Combine.REPLACE, 0, True, 32, True)


def test_a_page_of_another_size_during_a_drag_does_no_harm(studio: Studio, canvas: Canvas) -> None:
    studio.press("M")
    drag(canvas, (20, 20), (250, 200), release=False)
    studio.editor.new()
    QTest.mouseRelease(canvas, LEFT, pos=at(canvas, 100, 100))
    assert studio.editor.document.mask.is_empty
    selected(studio, "Rectangle", (20, 20), (100, 100))
    assert studio.editor.document.mask.extent == studio.editor.document.extent
    assert studio.editor.document.mask != Mask.empty(studio.editor.document.extent)


def pointer_shows(canvas: Canvas, how: Combine) -> bool:
    """Whether the pointer shows that mode."""
    pointers = canvas.cursor(), selection_cursor(how, 1)
    return np.array_equal(*(rgba_of(pointer.pixmap().toImage()) for pointer in pointers))


@pytest.mark.parametrize("keys", ["M", "Shift+M", "L", "Shift+L", "W", "Shift+W"])
def test_the_pointer_shows_what_the_held_keys_do(studio: Studio, canvas: Canvas, keys: str) -> None:
    studio.press(keys)
    QTest.mouseMove(canvas, at(canvas, 100, 100))
    assert pointer_shows(canvas, Combine.REPLACE)
    QTest.keyPress(canvas, Qt.Key.Key_Shift)
    assert pointer_shows(canvas, Combine.ADD)
    QTest.keyPress(canvas, Qt.Key.Key_Alt)
    assert pointer_shows(canvas, Combine.INTERSECT)
    QTest.keyRelease(canvas, Qt.Key.Key_Shift)
    assert pointer_shows(canvas, Combine.SUBTRACT)
    QTest.keyRelease(canvas, Qt.Key.Key_Alt)
    assert pointer_shows(canvas, Combine.REPLACE)


def test_the_pointer_keeps_showing_how_a_drag_began(studio: Studio, canvas: Canvas) -> None:
    studio.press("M")
    QTest.mousePress(canvas, LEFT, SHIFT, at(canvas, 20, 20))
    QTest.mouseMove(canvas, at(canvas, 90, 90))
    assert pointer_shows(canvas, Combine.ADD)
    QTest.mouseRelease(canvas, LEFT, pos=at(canvas, 90, 90))
    assert pointer_shows(canvas, Combine.REPLACE)


def test_the_pointer_follows_the_chosen_mode(studio: Studio, canvas: Canvas) -> None:
    studio.press("L")
    studio.click("select_subtract_button")
    assert pointer_shows(canvas, Combine.SUBTRACT)
    studio.press("W")
    assert pointer_shows(canvas, Combine.SUBTRACT)


@pytest.mark.parametrize("ratio", [1, 1.5, 2])
def test_the_pointer_is_sharp_and_visible_on_any_picture(ratio: float) -> None:
    seen = set()
    for how in Combine:
        shape = rgba_of(selection_cursor(how, ratio).pixmap().toImage())
        seen.add(shape.tobytes())
        assert shape.shape[0] == round(32 * ratio)
        light = shape[..., 0] > 250
        for ground in (0, 128, 255):
            share = shape[..., 3:] / 255
            shown = (shape[..., :3] * share + ground * (1 - share))[..., 0]
            assert shown[light].min() - shown[(shape[..., 3] > 190) & ~light].max() > 120
        assert set(np.unique(shape[..., 3])) == {0, 200, 255}
    assert len(seen) == 4
