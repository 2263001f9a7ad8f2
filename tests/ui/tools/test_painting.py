"""Painting with colour: brush, eraser, eyedropper and fill, in the real window."""

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest

from glide_studio.core.document.blend_modes import BlendMode
from glide_studio.core.geometry import Rect
from glide_studio.core.paint.stroke import Brush
from glide_studio.core.raster.colour import Colour
from glide_studio.session.preferences import Preferences
from glide_studio.ui.canvas.canvas import Canvas
from tests.fakes import settings
from tests.ui.canvas_events import LEFT, PEN_ERASER, at, drag, pen_stroke, pixels
from tests.ui.edits import active_layer, add_box, labels, paste_plain, pixel, set_mask
from tests.ui.studio import Studio

ALT = Qt.KeyboardModifier.AltModifier
ORANGE = Colour(255, 136, 0)
PAINT = (*ORANGE.rgb, 255)
BLUE = (30, 60, 200, 255)
HARD = Brush(size=20, hardness=1)


def choose_orange(studio: Studio) -> None:
    studio.type("colour_hex_edit", ORANGE.hex)
    QTest.keyClick(studio.find("colour_hex_edit"), Qt.Key.Key_Return)


@pytest.fixture
def canvas(studio: Studio) -> Canvas:
    """A canvas with a blue picture; the colour brush is active."""
    paste_plain(studio, *BLUE)
    studio.press("Shift+B")
    choose_orange(studio)
    studio.tools.brush = HARD
    return studio.find("canvas")


def on_screen(canvas: Canvas, x: float, y: float) -> tuple[int, ...]:
    return canvas.grab().toImage().pixelColor(at(canvas, x, y)).getRgb()[:3]


def test_a_stroke_paints_the_active_layer_as_one_step(studio: Studio, canvas: Canvas) -> None:
    drag(canvas, (100, 100), (150, 100), (200, 150), release=False)
    assert on_screen(canvas, 140, 100) == ORANGE.rgb
    assert pixel(studio, 140, 100) == BLUE  # not before the brush is lifted
    QTest.mouseRelease(canvas, LEFT, pos=at(canvas, 200, 150))
    assert pixel(studio, 140, 100) == PAINT
    assert len(studio.editor.document.layers) == 1
    assert studio.editor.document.mask.is_empty
    assert labels(studio)[-1] == "Paint"
    before = labels(studio)
    studio.press("Ctrl+Z")
    assert pixel(studio, 140, 100) == (*on_screen(canvas, 140, 100), 255) == BLUE
    studio.press("Ctrl+Shift+Z")
    assert on_screen(canvas, 140, 100) == ORANGE.rgb
    assert labels(studio) == before


def test_only_a_build_up_brush_covers_more_at_crossings(studio: Studio, canvas: Canvas) -> None:
    cross = [(100, 150), (200, 150), (200, 100), (150, 100), (150, 200)]
    studio.tools.brush = Brush(size=20, hardness=1, opacity=0.1)
    drag(canvas, *cross)
    once = pixel(studio, 120, 150)
    assert once != BLUE
    assert pixel(studio, 150, 150) == once
    studio.press("Ctrl+Z")
    studio.find("brush_build_up_check").setFocus()
    QTest.keyClick(studio.find("brush_build_up_check"), Qt.Key.Key_Space)
    drag(canvas, *cross)
    assert studio.tools.brush.build_up
    assert pixel(studio, 150, 150)[0] > pixel(studio, 120, 150)[0] + 20 > once[0] + 40


def test_the_mask_brush_does_not_build_up(studio: Studio, canvas: Canvas) -> None:
    check = studio.find("brush_build_up_check")
    assert check.isVisible()
    check.setChecked(True)
    studio.press("B")
    assert not check.isVisible()
    assert not studio.tools.brush.build_up
    studio.press("Shift+B")
    assert check.isChecked()


@pytest.mark.parametrize("focused", ["canvas", "brush_hardness_slider"])
def test_digits_set_the_opacity_of_brushes_that_paint_and_rotate_the_view_otherwise(
    studio: Studio, canvas: Canvas, focused: str
) -> None:
    for keys, opacity in (("3", 0.3), ("4", 0.4), ("0", 1.0), ("9", 0.9)):
        studio.press(keys, focused)
        assert studio.tools.brush.opacity == opacity
        assert studio.find("brush_opacity_slider").value() == round(100 * opacity)
    studio.press("5", focused)
    drag(canvas, (100, 100), (150, 100))
    assert pixel(studio, 120, 100)[0] == pytest.approx(0.5 * (BLUE[0] + ORANGE.red), abs=1)
    assert canvas.rotation.angle == 0
    assert not studio.editor.comparison.is_on
    studio.press("Ctrl+]", focused)
    assert canvas.rotation.angle > 0
    studio.press("Ctrl+[", focused)
    studio.press("B", focused)
    studio.press("6", focused)
    assert canvas.rotation.angle > 0
    assert studio.tools.brush.opacity == 1


def test_a_stroke_stays_below_the_layers_above(studio: Studio, canvas: Canvas) -> None:
    ground = active_layer(studio).id
    add_box(studio, "above", Rect(100, 90, 40, 40), 9, 9, 9, 255)
    studio.press("PgDown")
    drag(canvas, (110, 100), (180, 100), release=False)
    assert on_screen(canvas, 120, 100) == (9, 9, 9)
    assert on_screen(canvas, 160, 100) == ORANGE.rgb
    QTest.mouseRelease(canvas, LEFT, pos=at(canvas, 180, 100))
    assert active_layer(studio).id == ground
    assert (active_layer(studio).raster.read(Rect(120, 100, 1, 1)) == PAINT).all()


def test_eraser_and_eraser_end_of_the_pen_erase_the_layer(studio: Studio, canvas: Canvas) -> None:
    pen_stroke(canvas, (60, 60, 1.0), device=PEN_ERASER)
    assert pixel(studio, 60, 60) == (0, 0, 0, 0)
    studio.press("Shift+E")
    drag(canvas, (200, 200), (230, 200))
    assert pixel(studio, 215, 200) == (0, 0, 0, 0)
    assert labels(studio)[-2:] == ["Erase", "Erase"]
    steps = labels(studio)
    studio.tools.brush = Brush(6, 1, erase=True)
    drag(canvas, (215, 200))  # nothing to erase here
    assert labels(studio) == steps


def test_pressure_sets_the_size(studio: Studio, canvas: Canvas) -> None:
    canvas.set_zoom(1.0)
    pen_stroke(canvas, (100, 100, 1.0))
    pen_stroke(canvas, (200, 100, 0.3))
    painted = (active_layer(studio).raster.to_array()[..., 0] > 128).sum(axis=0)
    assert painted[95:106].max() > 2 * painted[195:206].max() > 0


@pytest.mark.parametrize(("action", "word"), [("lock_layer", "locked"), ("hide_layer", "hidden")])
def test_a_notice_tells_that_a_layer_cannot_be_painted(
    studio: Studio, canvas: Canvas, action: str, word: str
) -> None:
    studio.find(f"{action}_action").trigger()
    document = studio.editor.document
    drag(canvas, (100, 100), (200, 100))
    assert studio.editor.document is document
    assert f"“Pasted picture” is {word}" in (studio.message() or "")


def test_a_candidate_is_painted_only_once_it_is_prepared(studio: Studio, canvas: Canvas) -> None:
    studio.press("B")
    drag(canvas, (100, 100), (300, 200))
    studio.press("Shift+B")
    ready = studio.generate_and_hold_back("a bell")
    QTest.mouseMove(canvas, at(canvas, 200, 100))
    sentence = "The candidate is being prepared. Wait until it is shown."
    assert studio.find("tool_label").text() == sentence
    assert canvas.cursor().shape() == Qt.CursorShape.WaitCursor
    drag(canvas, (200, 100), (240, 100))
    assert studio.message() == sentence
    assert labels(studio)[-1] == "Paint mask"
    ready.set()
    studio.qtbot.waitUntil(lambda: canvas.cursor().shape() == Qt.CursorShape.BlankCursor)
    assert studio.find("tool_label").text().startswith("Colour brush")
    assert studio.editor.review.is_pending
    studio.finish()
    drag(canvas, (200, 100), (240, 100))
    assert labels(studio)[-3:] == ["Paint mask", "a bell", "Paint"]


def test_escape_cancels_a_stroke(studio: Studio, canvas: Canvas) -> None:
    document = studio.editor.document
    drag(canvas, (100, 100), (200, 100), release=False)
    QTest.keyClick(canvas, Qt.Key.Key_Escape)
    assert on_screen(canvas, 150, 100) == BLUE[:3]
    QTest.mouseRelease(canvas, LEFT, pos=at(canvas, 200, 100))
    assert studio.editor.document is document


def test_painting_on_a_blank_page_adds_a_layer(studio: Studio) -> None:
    assert studio.find("welcome_page").isVisible()
    studio.press("Shift+B")
    assert not studio.find("welcome_page").isVisible()
    studio.stroke((50, 50), (200, 90))
    assert [layer.name for layer in studio.editor.document.layers] == ["Layer"]
    assert pixel(studio, 50, 50) == (0, 0, 0, 255)
    studio.press("Ctrl+Z")
    assert studio.editor.document.is_blank
    studio.press("B")
    assert studio.find("welcome_page").isVisible()


def test_a_result_that_arrives_during_a_stroke_keeps_it(studio: Studio, canvas: Canvas) -> None:
    ground = active_layer(studio).id
    studio.editor.open_document.set_mask(studio.editor.document.mask.inverted())
    drag(canvas, (100, 100), (150, 100), release=False)
    studio.editor.generation.generate(settings("a boat"))
    studio.finish()
    QTest.mouseMove(canvas, at(canvas, 200, 150))
    QTest.mouseRelease(canvas, LEFT, pos=at(canvas, 200, 150))
    layer = studio.editor.document.layer(ground)
    assert layer is not None
    assert [layer.name for layer in studio.editor.document.layers] == ["Pasted picture", "a boat"]
    for x, y in ((120, 100), (180, 130)):
        assert (layer.raster.read(Rect(x, y, 1, 1)) == PAINT).all()


def test_mask_and_colour_brush_have_their_own_settings(studio: Studio, canvas: Canvas) -> None:
    label = studio.find("tool_label")
    assert label.text() == "Colour brush: paints on the layer “Pasted picture”; Alt picks a colour"
    studio.press("B")
    assert label.text().startswith("Mask brush")
    assert studio.tools.brush != HARD
    assert studio.find("brush_action").isChecked()
    assert not studio.find("paint_brush_action").isChecked()
    drag(canvas, (100, 100))
    assert pixel(studio, 100, 100) == BLUE
    assert not studio.editor.document.mask.is_empty
    studio.press("Shift+E")
    assert label.text() == "Colour eraser: erases the layer “Pasted picture”"
    assert studio.tools.brush.size == HARD.size
    studio.press("Shift+E")
    assert studio.find("paint_eraser_action").isChecked()


def test_the_cursor_shows_the_colour(studio: Studio, canvas: Canvas) -> None:
    studio.tools.brush = Brush(60, 1)
    for keys, is_shown in (("Shift+B", True), ("B", False)):
        studio.press(keys)
        QTest.mouseMove(canvas, at(canvas, 200 + is_shown, 150))
        assert (pixels(canvas) == ORANGE.rgb).all(axis=-1).any() == is_shown


def test_the_eyedropper_picks_the_colour_of_all_layers(studio: Studio, canvas: Canvas) -> None:
    add_box(studio, "veil", studio.editor.document.extent.bounds, 255, 255, 255, 128)
    studio.press("I")
    assert studio.find("tool_label").text().startswith("Eyedropper")
    drag(canvas, (100, 100), (120, 100))
    assert (*studio.tools.paint_brush.colour.rgb, 255) == pixel(studio, 120, 100)
    assert len(studio.editor.document.layers) == 2
    studio.press("Shift+B")
    choose_orange(studio)
    before = labels(studio)
    drag(canvas, (100, 100), (110, 100), keys=ALT)
    assert (*studio.tools.paint_brush.colour.rgb, 255) == pixel(studio, 110, 100)
    assert labels(studio) == before


def test_x_swaps_and_d_resets_the_colours(studio: Studio, canvas: Canvas) -> None:
    studio.press("D")
    assert studio.tools.paint_brush.colour == Colour(0, 0, 0)
    studio.press("X")
    assert studio.tools.paint_brush.colour == Colour(255, 255, 255)


def test_fill_respects_the_mask_and_adds_a_layer(studio: Studio, canvas: Canvas) -> None:
    studio.press("D")
    set_mask(studio, Rect(10, 20, 60, 50))
    studio.press("Shift+Backspace")
    studio.qtbot.waitUntil(lambda: labels(studio)[-1] == "Fill")
    assert pixel(studio, 10, 20) == (0, 0, 0, 255)
    assert pixel(studio, 9, 20) == BLUE
    assert Preferences().recent_colours == ["#000000"]
    studio.editor.new()
    studio.press("Shift+Backspace")
    studio.qtbot.waitUntil(lambda: labels(studio)[-1] == "Fill")
    assert pixel(studio, 255, 255) == (0, 0, 0, 255)


def test_a_blend_mode_is_chosen_by_arrows_and_a_letter_chooses_the_tool(
    studio: Studio, canvas: Canvas
) -> None:
    studio.press("F7")
    combo = studio.find("blend_mode_combo")
    combo.setFocus()
    QTest.keyClick(combo, Qt.Key.Key_Down)
    chosen = active_layer(studio).blend_mode
    assert chosen is not BlendMode.NORMAL
    QTest.keyClicks(combo, "sm")  # Screen, Multiply
    assert active_layer(studio).blend_mode is chosen
    assert canvas.tool is studio.tools.rectangle
