"""Free transform with mouse, keys and numbers, in the real window."""

import math
from pathlib import Path

import numpy as np
import pytest
from PySide6.QtCore import QPoint, Qt
from PySide6.QtTest import QTest

from glide_studio.core.document.blend_modes import BlendMode
from glide_studio.core.geometry import Rect
from glide_studio.core.raster.raster import Pixels
from glide_studio.ui.canvas.canvas import Canvas
from tests.ui.canvas_events import LEFT, NO_KEYS, SHIFT, at, drag, pixels, send_move, shown
from tests.ui.edits import active_layer, add_box, labels, noise, paste_plain, pixel, set_mask
from tests.ui.studio import Studio

WHITE, RED, BLUE = (255, 255, 255), (200, 20, 20), (20, 20, 200)
SQUARE = Rect(100, 80, 80, 60)
CONTROL, ALT = Qt.KeyboardModifier.ControlModifier, Qt.KeyboardModifier.AltModifier
CENTRE = (140, 110)


@pytest.fixture
def canvas(studio: Studio) -> Canvas:
    """A canvas at full size with a red box on a layer over a white one of 400 x 300."""
    paste_plain(studio, 255)
    add_box(studio, "square", SQUARE, *RED, 255)
    studio.find("actual_size_action").trigger()
    return studio.find("canvas")


def begin(studio: Studio) -> None:
    """Press Ctrl+T and wait for the handles."""
    studio.press("Ctrl+T")
    studio.qtbot.waitUntil(lambda: studio.tools.transform.transform is not None)


def wait_until_done(studio: Studio) -> None:
    tool = studio.tools.transform
    studio.qtbot.waitUntil(lambda: studio.find("canvas").tool is not tool)


def apply(studio: Studio) -> None:
    studio.press("Return")
    wait_until_done(studio)


def pull(
    canvas: Canvas,
    start: tuple[float, float],
    way: tuple[int, int],
    keys: Qt.KeyboardModifier = NO_KEYS,
) -> None:
    """Drag from a document point by whole pixels, with modifiers held."""
    place = at(canvas, *start)
    QTest.mousePress(canvas, LEFT, keys, place)
    for share in (0.4, 1):
        send_move(canvas, place + QPoint(round(way[0] * share), round(way[1] * share)), keys)
    QTest.mouseRelease(canvas, LEFT, keys, place + QPoint(*way))


def bounds(studio: Studio) -> Rect:
    return active_layer(studio).raster.content_bounds()


def layer_pixels(studio: Studio) -> Pixels:
    return active_layer(studio).raster.to_array()


@pytest.mark.parametrize(
    ("start", "way", "wanted"),
    [
        ((100, 80), (-20, -10), (80, 70, 180, 140)),
        ((140, 80), (33, -10), (100, 70, 180, 140)),
        ((180, 80), (20, -10), (100, 70, 200, 140)),
        ((180, 110), (20, 33), (100, 80, 200, 140)),
        ((180, 140), (20, 10), (100, 80, 200, 150)),
        ((140, 140), (33, 10), (100, 80, 180, 150)),
        ((100, 140), (-20, 10), (80, 80, 180, 150)),
        ((100, 110), (-20, 33), (80, 80, 180, 140)),
        ((120, 80), (0, -10), (100, 70, 180, 140)),  # an edge between its handles
    ],
)
def test_each_handle_moves_its_edges(
    studio: Studio,
    canvas: Canvas,
    start: tuple[int, int],
    way: tuple[int, int],
    wanted: tuple[int, int, int, int],
) -> None:
    begin(studio)
    pull(canvas, start, way)
    assert bounds(studio) == SQUARE  # until it is applied
    before = labels(studio)
    apply(studio)
    assert bounds(studio) == Rect.from_edges(*wanted)
    box = layer_pixels(studio)[bounds(studio).slices_in(Rect(0, 0, 400, 300))]
    assert (box == (*RED, 255)).all()
    assert labels(studio) == [*before, "Transform square"]
    studio.press("Ctrl+Z")
    assert bounds(studio) == SQUARE


def test_shift_keeps_proportions_and_alt_the_middle(studio: Studio, canvas: Canvas) -> None:
    begin(studio)
    pull(canvas, (180, 140), (80, 60), SHIFT)
    pull(canvas, (260, 200), (-40, 7), ALT)
    tool = studio.tools.transform
    assert tool.transform is not None
    numbers = tool.transform.numbers
    assert (numbers.x, numbers.y) == pytest.approx((140, 73), abs=1)
    assert numbers.width == pytest.approx(100, abs=1)
    assert numbers.height == pytest.approx(100 * 134 / 60, abs=2)
    assert tool.transform.centre == pytest.approx((180, 140), abs=0.6)


def test_a_drag_outside_rotates_in_steps_with_shift(studio: Studio, canvas: Canvas) -> None:
    """Until a right angle, which keeps every byte."""
    document = studio.editor.document
    content = noise(80, 60)
    layer = active_layer(studio)
    layer = layer.with_pixels(layer.raster.write(SQUARE, content))
    studio.editor.open_document.apply("noise", document.with_changed(layer))
    begin(studio)
    radius, start = 90, (CENTRE[0] + 90, CENTRE[1])
    turned = (-radius + 9, radius)  # 84 degrees, next to 90
    pull(canvas, start, turned, SHIFT)
    tool = studio.tools.transform
    assert tool.transform is not None
    assert tool.transform.numbers.angle == pytest.approx(90)
    apply(studio)
    assert bounds(studio) == Rect(110, 70, 60, 80)
    found = layer_pixels(studio)[70:150, 110:170]
    assert np.array_equal(found, np.rot90(content, -1))


def test_a_free_rotation(studio: Studio, canvas: Canvas) -> None:
    begin(studio)
    pull(canvas, (CENTRE[0] + 90, CENTRE[1]), (0, 52))  # as far as atan(52 / 90)
    apply(studio)
    angle = math.atan2(52, 90)
    alpha = layer_pixels(studio)[..., 3]
    y, x = np.mgrid[0:300, 0:400] + 0.5
    x, y = x - CENTRE[0], y - CENTRE[1]
    across, down = (
        x * math.cos(angle) + y * math.sin(angle),
        y * math.cos(angle) - x * math.sin(angle),
    )
    depth = np.minimum(40 - abs(across), 30 - abs(down))
    assert (alpha[depth > 1.5] == 255).all()
    assert (alpha[depth < -1.5] == 0).all()


def test_control_moves_a_corner_alone_and_shears_an_edge(studio: Studio, canvas: Canvas) -> None:
    begin(studio)
    pull(canvas, (180, 80), (40, -30), CONTROL)
    tool = studio.tools.transform
    assert tool.transform is not None
    corners = ((100, 80), (220, 50), (180, 140), (100, 140))
    assert np.allclose(tool.transform.quad, corners, atol=0.6)
    apply(studio)
    alpha = layer_pixels(studio)[..., 3]
    assert (alpha[60, 200], alpha[70, 130], alpha[100, 210]) == (255, 0, 0)
    begin(studio)
    studio.press("Escape")
    studio.press("Ctrl+Z")
    begin(studio)
    pull(canvas, (140, 80), (30, 11), CONTROL)
    assert tool.transform is not None
    sheared = ((130, 80), (210, 80), (180, 140), (100, 140))
    assert np.allclose(tool.transform.quad, sheared, atol=0.6)


def test_inside_moves_by_whole_pixels_and_keeps_every_byte(studio: Studio, canvas: Canvas) -> None:
    before = layer_pixels(studio)
    begin(studio)
    pull(canvas, (130, 100), (25, 8))
    pull(canvas, (160, 115), (40, 9), SHIFT)
    for keys in ("Left", "Shift+Down"):
        studio.press(keys)
    apply(studio)
    assert np.array_equal(layer_pixels(studio)[98:158, 164:244], before[80:140, 100:180])
    assert bounds(studio) == Rect(164, 98, 80, 60)


def test_escape_leaves_everything_as_it_was(studio: Studio, canvas: Canvas) -> None:
    document, previous = studio.editor.document, canvas.tool
    begin(studio)
    pull(canvas, (180, 140), (50, 50))
    studio.press("Escape")
    assert canvas.tool is previous
    assert studio.editor.document is document
    assert shown(canvas, 120, 100) == RED


def test_undo_and_redo_go_through_the_drags(studio: Studio, canvas: Canvas) -> None:
    begin(studio)
    tool = studio.tools.transform
    history = labels(studio)
    pull(canvas, (180, 140), (20, 10))
    pull(canvas, (130, 100), (30, 30))
    studio.press("Ctrl+Z")
    assert tool.transform is not None
    assert (tool.transform.numbers.x, tool.transform.numbers.width) == pytest.approx((100, 125))
    studio.find("redo_action").setEnabled(True)
    studio.press("Ctrl+Shift+Z")
    assert tool.transform.numbers.x == pytest.approx(130)
    studio.find("undo_action").trigger()
    studio.press("Ctrl+Z")
    assert tool.transform.is_identity
    studio.press("Ctrl+Z")  # nothing is left to undo: it is cancelled
    assert canvas.tool is not tool
    assert labels(studio) == history
    assert bounds(studio) == SQUARE


def test_numbers_set_the_transform(studio: Studio, canvas: Canvas) -> None:
    begin(studio)
    for name, value in (("width", "150"), ("height", "50"), ("x", "10"), ("y", "20")):
        studio.type(f"transform_{name}_spin", value)
        studio.key(f"transform_{name}_spin", Qt.Key.Key_Return)
        assert canvas.hasFocus()
    assert studio.find("transform_x_spin").value() == 10
    studio.choose("transform_filter_combo", "Nearest")
    studio.click("transform_apply_button")
    wait_until_done(studio)
    assert bounds(studio) == Rect(10, 20, 120, 30)
    begin(studio)
    studio.type("transform_angle_spin", "30")
    studio.key("transform_angle_spin", Qt.Key.Key_Return)
    studio.click("transform_cancel_button")
    assert bounds(studio) == Rect(10, 20, 120, 30)


def test_what_is_selected_is_lifted_as_far_as_it_is_selected(
    studio: Studio, canvas: Canvas
) -> None:
    set_mask(studio, Rect(100, 80, 20, 60), 255)
    set_mask(studio, Rect(120, 80, 10, 60), 153)
    studio.press("Q")
    begin(studio)
    pull(canvas, (110, 100), (0, 100))
    assert shown(canvas, 110, 100) == WHITE
    apply(studio)
    alpha = layer_pixels(studio)[..., 3]
    assert (alpha[100, 110], alpha[200, 110]) == (0, 255)
    assert (alpha[100, 125], alpha[200, 125]) == (102, 153)
    assert (alpha[100, 150], alpha[200, 150]) == (255, 0)
    assert studio.editor.document.mask.bounds() == Rect(100, 80, 30, 60)  # to fill the hole


def test_locked_hidden_and_empty_layers_are_refused(studio: Studio, canvas: Canvas) -> None:
    previous = canvas.tool
    for name, part in (("lock_layer", "is locked"), ("hide_layer", "is hidden")):
        studio.find(f"{name}_action").trigger()
        studio.press("Ctrl+T")
        assert part in (studio.message() or "")
        assert canvas.tool is previous
        assert not studio.find("free_transform_action").isChecked()
        studio.find(f"{name}_action").trigger()
    set_mask(studio, Rect(0, 0, 50, 50))
    studio.press("Ctrl+T")
    studio.qtbot.waitUntil(lambda: "no pixels" in (studio.message() or ""))
    assert canvas.tool is previous


def test_generate_applies_the_transform_first(studio: Studio, canvas: Canvas) -> None:
    set_mask(studio, SQUARE)
    begin(studio)
    pull(canvas, (130, 100), (100, 100))
    studio.ask("a red apple")
    wait_until_done(studio)
    studio.finish()
    assert labels(studio)[-2:] == ["Transform square", "a red apple"]
    request = studio.engine.requests[-1]
    x, y = CENTRE[0] - request.bounds.x, CENTRE[1] - request.bounds.y
    assert tuple(request.source.picture[y, x]) == WHITE  # the hole, and no longer the box
    assert studio.editor.document.layers[1].raster.content_bounds() == Rect(200, 180, 80, 60)


@pytest.mark.parametrize("command", ["B", "Ctrl+J", "flip_layer_across", "lower_layer"])
def test_other_commands_apply_the_transform_first(
    studio: Studio, canvas: Canvas, command: str
) -> None:
    begin(studio)
    pull(canvas, (130, 100), (100, 100))
    if command in ("B", "Ctrl+J"):
        studio.press(command)
    else:
        studio.find(f"{command}_action").trigger()
    wait_until_done(studio)
    assert "Transform square" in labels(studio)
    assert studio.editor.document.layer(active_layer(studio).id) is not None
    studio.qtbot.waitUntil(lambda: bounds(studio) == Rect(200, 180, 80, 60))
    if command == "B":
        assert canvas.tool is studio.tools.mask_brush


def test_a_click_on_another_layer_applies_the_transform(studio: Studio, canvas: Canvas) -> None:
    begin(studio)
    pull(canvas, (130, 100), (100, 100))
    studio.editor.layers.activate(studio.editor.document.layers[0].id)
    wait_until_done(studio)
    moved = studio.editor.document.layers[1].raster.content_bounds()
    assert moved == Rect(200, 180, 80, 60)
    assert active_layer(studio).name == "Pasted picture"


def test_closing_the_window_applies_the_transform_and_asks(studio: Studio, canvas: Canvas) -> None:
    begin(studio)
    pull(canvas, (130, 100), (100, 100))
    studio.window.close()
    studio.wait_for("confirm_dialog")
    assert labels(studio)[-1] == "Transform square"
    studio.key("confirm_dialog", Qt.Key.Key_Escape)


def test_a_pan_keeps_showing_what_is_transformed(studio: Studio, canvas: Canvas) -> None:
    begin(studio)
    pull(canvas, (130, 100), (100, 100))
    QTest.keyPress(canvas, Qt.Key.Key_Space)
    assert shown(canvas, 240, 210) == RED
    QTest.keyRelease(canvas, Qt.Key.Key_Space)


def test_a_zoom_leaves_the_transform_as_it_is(studio: Studio, canvas: Canvas) -> None:
    begin(studio)
    pull(canvas, (130, 100), (100, 100))
    studio.find("zoom_in_action").trigger()
    assert studio.tools.transform.transform is not None
    assert labels(studio)[-1] == "square"


def test_the_preview_shows_what_will_be(studio: Studio, canvas: Canvas) -> None:
    """Under a layer that hides part of it, half transparent, multiplied and on what is below."""
    document = studio.editor.document
    content = noise(80, 60)[::10, ::10].repeat(10, axis=0).repeat(10, axis=1)
    layer = active_layer(studio)
    layer = layer.with_pixels(layer.raster.write(SQUARE, content))
    studio.editor.open_document.apply("noise", document.with_changed(layer))
    studio.editor.layers.set_opacity(0.6)
    studio.editor.layers.set_blend_mode(BlendMode.MULTIPLY)
    add_box(studio, "above", Rect(170, 0, 20, 300), *BLUE, 255)
    studio.editor.layers.activate(layer.id)
    begin(studio)
    pull(canvas, (180, 140), (60, 50))
    pull(canvas, (300, 100), (10, 70))
    transform = studio.tools.transform.transform
    assert transform is not None
    preview = pixels(canvas, bare=True).astype(int)
    apply(studio)
    result = pixels(canvas, bare=True).astype(int)
    away = np.full(preview.shape[:2], True)  # from the frame and its handles
    ends = np.array([[place.x(), place.y()] for place in (at(canvas, *c) for c in transform.quad)])
    for share in np.linspace(0, 1, 100):
        for x, y in np.rint(ends + share * (np.roll(ends, -1, axis=0) - ends)).astype(int):
            away[y - 8 : y + 9, x - 8 : x + 9] = False
    off = np.abs(preview - result).max(axis=2)[away]
    assert np.percentile(off, 99.5) <= 8
    assert shown(canvas, 180, 150) == BLUE


def test_the_result_is_saved_and_opened_again(
    studio: Studio, canvas: Canvas, tmp_path: Path
) -> None:
    begin(studio)
    pull(canvas, (CENTRE[0] + 90, CENTRE[1]), (0, 52))
    path = tmp_path / "turned.ora"
    studio.press("Ctrl+S")  # it is applied before the file is asked for
    studio.choose_file("save_dialog", path)
    studio.qtbot.waitUntil(lambda: not studio.editor.is_modified)
    saved = layer_pixels(studio)
    studio.editor.new()
    studio.open(path)
    assert np.array_equal(studio.editor.document.layers[1].raster.to_array(), saved)
    assert pixel(studio, *CENTRE)[:3] == RED


def test_a_dialog_ends_a_drag(studio: Studio, canvas: Canvas) -> None:
    begin(studio)
    drag(canvas, (130, 100), (150, 130), release=False)
    studio.find("preferences_action").trigger()
    wait_until_done(studio)
    assert bounds(studio).x > SQUARE.x
    studio.key("preferences_dialog", Qt.Key.Key_Escape)
