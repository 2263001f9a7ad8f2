"""Adjustments in the real window: preview, dialogs, and what becomes of a layer."""

import time
from pathlib import Path

import numpy as np
import pytest
from PIL import Image, ImageOps
from PySide6.QtCore import QPoint, Qt
from PySide6.QtTest import QTest

from glide_studio.core.document.blend_modes import BlendMode
from glide_studio.core.geometry import Rect
from glide_studio.core.raster.raster import Pixels
from glide_studio.ui.canvas.canvas import Canvas
from tests.ui.canvas_events import LEFT, drag_over, pixels, shown
from tests.ui.edits import active_layer, add_box, labels, noise, paste_plain, pixel, set_mask
from tests.ui.studio import Studio

DIALOG = "adjust_dialog"


@pytest.fixture
def canvas(studio: Studio) -> Canvas:
    """A canvas at full size with a plain picture of 400 x 300."""
    studio.editor.paste(np.full((300, 400, 4), (100, 150, 200, 255), np.uint8))
    studio.find("actual_size_action").trigger()
    canvas: Canvas = studio.find("canvas")
    return canvas


def open_dialog(studio: Studio, name: str) -> None:
    studio.find(f"{name}_action").trigger()
    studio.wait_for(DIALOG)


def finish(studio: Studio, button: str = "adjust_ok_button") -> None:
    """Press a button, and wait until the previous tool is back."""
    tool = studio.tools.adjust
    studio.click(button)
    studio.qtbot.waitUntil(lambda: studio.find("canvas").tool is not tool)
    studio.wait_until_gone(DIALOG)


def wait_for_colour(studio: Studio, wanted: tuple[int, ...], x: float = 50, y: float = 60) -> None:
    canvas = studio.find("canvas")
    studio.qtbot.waitUntil(lambda: shown(canvas, x + 0.5, y + 0.5) == pytest.approx(wanted, abs=2))


def whole(studio: Studio) -> Pixels:
    return active_layer(studio).raster.to_array()


def test_a_preview_is_seen_and_enters_the_document_with_ok(studio: Studio, canvas: Canvas) -> None:
    before = studio.editor.document
    studio.press("Ctrl+Shift+L")
    studio.wait_for(DIALOG)
    studio.type("levels_white_spin", "200")
    wait_for_colour(studio, (128, 191, 255))
    assert studio.editor.document is before
    studio.find("adjust_preview_check").click()
    wait_for_colour(studio, (100, 150, 200))
    studio.find("adjust_preview_check").click()
    wait_for_colour(studio, (128, 191, 255))
    finish(studio)
    assert pixel(studio, 50, 60) == (128, 191, 255, 255)
    assert labels(studio)[-1] == "Levels"
    wait_for_colour(studio, (128, 191, 255))
    studio.press("Ctrl+Z")
    assert studio.editor.document is before
    wait_for_colour(studio, (100, 150, 200))


@pytest.mark.parametrize("how", ["adjust_cancel_button", "Esc", "canvas"])
def test_cancel_restores_exactly(studio: Studio, canvas: Canvas, how: str) -> None:
    document, steps, tool = studio.editor.document, labels(studio), canvas.tool
    open_dialog(studio, "hue_saturation")
    studio.type("lightness_spin", "100")
    wait_for_colour(studio, (255, 255, 255))
    match how:
        case "Esc":
            studio.key(DIALOG, Qt.Key.Key_Escape)
        case "canvas":
            studio.press("Esc")
        case button:
            studio.click(button)
    studio.wait_until_gone(DIALOG)
    assert canvas.tool is tool
    assert studio.editor.document is document
    assert labels(studio) == steps
    wait_for_colour(studio, (100, 150, 200))


def test_reset_returns_to_the_first_settings(studio: Studio, canvas: Canvas) -> None:
    open_dialog(studio, "brightness_contrast")
    studio.type("brightness_spin", "-100")
    wait_for_colour(studio, (0, 0, 0))
    studio.click("adjust_reset_button")
    assert studio.find("brightness_spin").value() == 0
    assert studio.find("brightness_slider").value() == 500
    wait_for_colour(studio, (100, 150, 200))
    steps = labels(studio)
    finish(studio)
    assert labels(studio) == steps  # nothing has changed


def test_a_dialog_can_be_closed_before_its_histogram_is_there(
    studio: Studio, canvas: Canvas
) -> None:
    counted: list[None] = []
    studio.editor.open_document.start_in_background(lambda: time.sleep(0.2), counted.append)
    open_dialog(studio, "levels")
    finish(studio, "adjust_cancel_button")
    studio.editor.open_document.start_in_background(lambda: None, counted.append)
    studio.qtbot.waitUntil(lambda: len(counted) == 2)


def test_what_is_selected_faintly_changes_faintly(studio: Studio, canvas: Canvas) -> None:
    set_mask(studio, Rect(0, 0, 100, 300), 255)
    set_mask(studio, Rect(100, 0, 100, 300), 51)
    open_dialog(studio, "brightness_contrast")
    studio.type("brightness_spin", "-100")
    places = ((50, (0, 0, 0)), (150, (80, 120, 160)), (300, (100, 150, 200)))
    for x, wanted in places:
        wait_for_colour(studio, wanted, x)
    canvas.set_zoom(0.25)  # there the selection is reduced too
    for x, wanted in places:
        wait_for_colour(studio, wanted, x)
    finish(studio)
    for x, wanted in places:
        assert pixel(studio, x, 60)[:3] == wanted


def test_the_preview_is_what_becomes_of_the_layer(studio: Studio) -> None:
    """To the level, in full size, of a layer below one that multiplies."""
    studio.editor.paste(noise())
    active = active_layer(studio).id
    add_box(studio, "above", Rect(30, 30, 100, 100), 200, 120, 60, 180)
    studio.editor.layers.set_blend_mode(BlendMode.MULTIPLY)
    studio.editor.layers.activate(active)
    studio.find("actual_size_action").trigger()
    studio.press("V")  # which shows no ring, should the pointer be over the canvas
    canvas: Canvas = studio.find("canvas")

    def blur() -> None:
        open_dialog(studio, "gaussian_blur")
        studio.type("blur_radius_spin", "7")

    blur()
    finish(studio)
    applied = pixels(canvas).astype(int)
    studio.press("Ctrl+Z")
    assert np.abs(pixels(canvas) - applied).max() > 50
    blur()
    studio.qtbot.waitUntil(lambda: np.abs(pixels(canvas) - applied).max() <= 1)


def test_levels_are_dragged_by_handles_in_each_channel(studio: Studio, canvas: Canvas) -> None:
    open_dialog(studio, "levels")
    bar = studio.find("levels_input_bar")
    white = bar.position_of(2).toPoint()
    width = white.x() - bar.position_of(0).toPoint().x()
    studio.choose("levels_channel_combo", "Blue")
    drag_over(bar, white, white - QPoint(width // 4, 0), white - QPoint(width // 2, 0))
    assert studio.find("levels_white_spin").value() == pytest.approx(127, abs=2)
    middle = bar.position_of(1).toPoint()
    drag_over(bar, middle, middle - QPoint(width // 8, 0))
    assert studio.find("levels_gamma_spin").value() == pytest.approx(2, abs=0.1)
    output, low = studio.find("levels_output_bar"), studio.find("levels_low_spin")
    start = output.position_of(0).toPoint()
    drag_over(output, start, start + QPoint(width // 5, 0))
    assert low.value() == pytest.approx(51, abs=2)
    studio.choose("levels_channel_combo", "RGB")
    assert studio.find("levels_white_spin").value() == 255
    studio.type("levels_black_spin", "255")
    assert studio.find("levels_black_spin").value() == 254  # below white
    studio.type("levels_black_spin", "0")
    finish(studio)
    assert pixel(studio, 50, 60) == (100, 150, 255, 255)


def test_a_curve_is_dragged(studio: Studio, canvas: Canvas) -> None:
    studio.press("Ctrl+M")
    studio.wait_for(DIALOG)
    edit = studio.find("adjust_curve_edit")
    start, end = (edit.position_of(point).toPoint() for point in ((0.5, 0.5), (0.5, 0.75)))
    drag_over(edit, start, end)
    assert edit.curve.points[1] == pytest.approx((0.5, 0.75), abs=0.01)
    curve = edit.curve
    wanted = tuple(round(255 * curve.at(value / 255)) for value in (100, 150, 200))
    wait_for_colour(studio, wanted)
    studio.choose("curves_channel_combo", "Red")
    assert edit.curve.points == ((0, 0), (1, 1))
    finish(studio)
    assert pixel(studio, 50, 60)[:3] == wanted


def test_colour_balance_keeps_the_shifts_of_all_tones(studio: Studio, canvas: Canvas) -> None:
    open_dialog(studio, "colour_balance")
    studio.find("balance_luminosity_check").click()
    studio.type("balance_red_spin", "100")
    studio.choose("balance_tones_combo", "Highlights")
    assert studio.find("balance_red_spin").value() == 0
    studio.type("balance_blue_spin", "-100")
    studio.choose("balance_tones_combo", "Midtones")
    assert studio.find("balance_red_spin").value() == 100
    luma = (0.2126 * 100 + 0.7152 * 150 + 0.0722 * 200) / 255
    light = 2 * luma - 1
    wanted = (round(100 + 127.5 * (1 - light)), 150, round(200 - 127.5 * light), 255)
    finish(studio)
    assert pixel(studio, 50, 60) == pytest.approx(wanted, abs=1)


def test_desaturating(studio: Studio, canvas: Canvas) -> None:
    for name, grey in (("Luminosity", 143), ("Average", 150), ("Lightness", 150)):
        studio.press("Ctrl+Shift+U")
        studio.wait_for(DIALOG)
        studio.choose("desaturate_combo", name)
        finish(studio)
        assert pixel(studio, 50, 60) == (grey, grey, grey, 255)
        studio.press("Ctrl+Z")


@pytest.mark.parametrize("name", ["sharpen", "noise"])
def test_edges_and_grain(studio: Studio, canvas: Canvas, name: str) -> None:
    add_box(studio, "box", Rect(100, 100, 60, 60), 130, 120, 110, 255)
    if name == "sharpen":  # a box on transparency has no edge within
        studio.editor.merging.merge_down()
        studio.qtbot.waitUntil(lambda: len(studio.editor.document.layers) == 1)
    before = whole(studio)
    open_dialog(studio, name)
    finish(studio)
    after = whole(studio)
    changed = (after != before).any(axis=2)
    assert (after[..., 3] == before[..., 3]).all()
    if name == "sharpen":
        rows = np.flatnonzero(changed.any(axis=1))
        assert 90 < rows.min() < 100 < 160 < rows.max() < 170
        assert not changed[110:150, 110:150].any()
    else:
        assert changed[100:160, 100:160].mean() > 0.9
        assert changed.sum() <= 3600  # and nothing where the layer is transparent


def test_ctrl_i_inverts_what_is_selected_at_once(studio: Studio) -> None:
    studio.editor.paste(noise())
    set_mask(studio, Rect(10, 20, 100, 100))
    before = whole(studio)
    studio.press("Ctrl+I")
    studio.qtbot.waitUntil(lambda: labels(studio)[-1] == "Invert Colours")
    picture = Image.fromarray(np.ascontiguousarray(before[20:120, 10:110, :3]))
    before[20:120, 10:110, :3] = np.array(ImageOps.invert(picture))
    assert (whole(studio) == before).all()


def test_the_view_can_be_moved_and_return_on_the_canvas_applies(
    studio: Studio, canvas: Canvas
) -> None:
    open_dialog(studio, "brightness_contrast")
    studio.type("brightness_spin", "-100")
    wait_for_colour(studio, (0, 0, 0))
    canvas.set_zoom(0.5)
    canvas.pan(40, 30)
    wait_for_colour(studio, (0, 0, 0))
    canvas.rotate(30)
    wait_for_colour(studio, (0, 0, 0), 200, 150)
    QTest.mouseClick(canvas, LEFT, pos=canvas.rect().center())  # draws nothing
    studio.press("Return")
    studio.wait_until_gone(DIALOG)
    studio.qtbot.waitUntil(lambda: labels(studio)[-1] == "Brightness/Contrast")
    assert pixel(studio, 50, 60) == (0, 0, 0, 255)


def test_another_command_applies_it_first(studio: Studio, canvas: Canvas) -> None:
    open_dialog(studio, "brightness_contrast")
    studio.type("brightness_spin", "-100")
    studio.find("invert_colours_action").trigger()
    studio.qtbot.waitUntil(lambda: labels(studio)[-1] == "Invert Colours")
    assert labels(studio)[-2] == "Brightness/Contrast"
    assert pixel(studio, 50, 60) == (255, 255, 255, 255)
    studio.wait_until_gone(DIALOG)


def test_ctrl_z_on_the_canvas_cancels(studio: Studio, photograph: Path) -> None:
    """Even if there is no step to undo."""
    studio.open(photograph)
    steps, document = labels(studio), studio.editor.document
    open_dialog(studio, "brightness_contrast")
    studio.type("brightness_spin", "-100")
    studio.press("Ctrl+Z")
    studio.wait_until_gone(DIALOG)
    assert labels(studio) == steps
    assert studio.editor.document is document


@pytest.mark.parametrize(("change", "word"), [("locked", "locked"), ("visible", "hidden")])
def test_a_layer_that_cannot_be_changed_is_refused(
    studio: Studio, canvas: Canvas, change: str, word: str
) -> None:
    commands, layer = studio.editor.layers, active_layer(studio)
    (commands.toggle_locked if change == "locked" else commands.toggle_visible)(layer.id)
    tool, steps = canvas.tool, labels(studio)
    studio.find("levels_action").trigger()
    message = studio.message()
    assert message is not None
    assert word in message
    assert canvas.tool is tool
    studio.find("invert_colours_action").trigger()
    assert labels(studio) == steps


def test_an_adjusted_edit_is_an_ordinary_layer(studio: Studio) -> None:
    paste_plain(studio, 90, 90, 90, 255)
    set_mask(studio, Rect(100, 100, 60, 60))
    studio.generate("a red apple")
    studio.press("Alt+Return")
    studio.qtbot.waitUntil(lambda: active_layer(studio).edit is not None)
    studio.press("Ctrl+D")
    open_dialog(studio, "brightness_contrast")
    studio.type("brightness_spin", "-100")
    finish(studio)
    assert active_layer(studio).edit is None
    message = studio.message()
    assert message is not None
    assert "ordinary layer" in message


def test_another_document_ends_it(studio: Studio, canvas: Canvas) -> None:
    open_dialog(studio, "gaussian_blur")
    studio.editor.new()
    studio.wait_until_gone(DIALOG)
    assert canvas.tool is not studio.tools.adjust
    assert not studio.find("levels_action").isEnabled()


def test_the_preview_of_a_reduced_view_reduces_layer_masks_too(studio: Studio) -> None:
    paste_plain(studio, 200, 100, 50, 255)
    add_box(studio, "above", Rect(0, 0, 400, 300), 100, 150, 200, 255)
    set_mask(studio, Rect(200, 0, 200, 300))
    studio.editor.layer_masks.add()  # which hides the left half
    studio.qtbot.waitUntil(lambda: active_layer(studio).mask is not None)
    studio.press("Ctrl+\\")  # not the mask is adjusted
    studio.find("canvas").set_zoom(0.4)
    wait_for_colour(studio, (100, 150, 200), 300)
    studio.press("Ctrl+Shift+L")
    studio.wait_for(DIALOG)
    studio.type("levels_white_spin", "200")
    wait_for_colour(studio, (128, 191, 255), 300)
    wait_for_colour(studio, (200, 100, 50), 100)
