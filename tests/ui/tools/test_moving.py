"""Moving a layer with mouse and arrow keys, in the real window."""

from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest

from glide_studio.core.geometry import Rect
from glide_studio.ui.canvas.canvas import Canvas
from tests.ui.canvas_events import LEFT, SHIFT, at, drag, send_move, shown
from tests.ui.edits import active_layer, add_box, labels, paste_plain, set_mask
from tests.ui.studio import Studio

WHITE, RED = (255, 255, 255), (200, 20, 20)
SQUARE = Rect(100, 80, 40, 40)
ALT = Qt.KeyboardModifier.AltModifier


@pytest.fixture
def canvas(studio: Studio) -> Canvas:
    """A canvas with a red square on a layer over a white one; the move tool is active."""
    paste_plain(studio, 255)
    add_box(studio, "square", SQUARE, *RED, 255)
    studio.press("V")
    studio.find("actual_size_action").trigger()
    return studio.find("canvas")


def place(studio: Studio) -> Rect:
    """The bounds of the square in the document."""
    return active_layer(studio).raster.content_bounds()


def expect(studio: Studio, x: int, y: int) -> None:
    wanted = Rect(x, y, SQUARE.width, SQUARE.height)
    studio.qtbot.waitUntil(lambda: place(studio) == wanted)


def test_a_drag_moves_the_active_layer_as_one_step(studio: Studio, canvas: Canvas) -> None:
    drag(canvas, (120, 100), (150, 100), (220, 160), release=False)
    studio.qtbot.waitUntil(lambda: shown(canvas, 220, 160) == RED)
    assert shown(canvas, 120, 100) == WHITE
    assert place(studio) == SQUARE  # not before the button is released
    before = len(labels(studio))
    QTest.mouseRelease(canvas, LEFT, pos=at(canvas, 220, 160))
    way = at(canvas, 220, 160) - at(canvas, 120, 100)  # at full size; whole pixels of the screen
    expect(studio, SQUARE.x + way.x(), SQUARE.y + way.y())
    assert labels(studio)[before:] == ["Move square"]
    assert shown(canvas, 220, 160) == RED
    studio.press("Ctrl+Z")
    expect(studio, SQUARE.x, SQUARE.y)
    assert shown(canvas, 220, 160) == WHITE


def test_a_digit_sets_the_opacity_of_the_layer(studio: Studio, canvas: Canvas) -> None:
    rotation = canvas.rotation
    for key, opacity in (("5", 0.5), ("4", 0.4), ("0", 1.0)):
        studio.press(key)
        assert active_layer(studio).opacity == opacity
    assert labels(studio)[-3:] == ["Layer opacity"] * 3
    assert canvas.rotation == rotation  # as the digit does with other tools


def test_shift_keeps_the_move_horizontal_or_vertical(studio: Studio, canvas: Canvas) -> None:
    drag(canvas, (120, 100), release=False)
    send_move(canvas, at(canvas, 190, 120), SHIFT)
    QTest.mouseRelease(canvas, LEFT, SHIFT, at(canvas, 190, 120))
    expect(studio, SQUARE.x + (at(canvas, 190, 120) - at(canvas, 120, 100)).x(), SQUARE.y)


def test_successive_arrow_keys_are_one_step(studio: Studio, canvas: Canvas) -> None:
    before = labels(studio)
    for keys in ("Left", "Left", "Shift+Left", "Down"):
        studio.press(keys)
    expect(studio, 88, 81)
    studio.press("Shift+Up")
    expect(studio, 88, 71)
    assert labels(studio) == [*before, "Move square"]
    studio.press("Ctrl+Z")
    expect(studio, SQUARE.x, SQUARE.y)


def test_arrow_keys_bring_back_pixels_that_left_the_page(studio: Studio, canvas: Canvas) -> None:
    for _ in range(13):
        studio.press("Shift+Left")
    studio.qtbot.waitUntil(lambda: place(studio) == Rect(0, 80, 10, 40))
    for _ in range(13):
        studio.press("Shift+Right")
    expect(studio, SQUARE.x, SQUARE.y)


def test_a_nudge_after_saving_is_unsaved(studio: Studio, canvas: Canvas, tmp_path: Path) -> None:
    studio.press("Left")
    expect(studio, 99, 80)
    studio.editor.save(tmp_path / "picture.ora")
    studio.qtbot.waitUntil(lambda: not studio.editor.is_modified)
    studio.press("Left")
    expect(studio, 98, 80)
    assert studio.editor.is_modified


def test_escape_and_another_tool_leave_the_layer_in_place(studio: Studio, canvas: Canvas) -> None:
    before = labels(studio)
    for keys in ("Esc", "B"):
        drag(canvas, (120, 100), (220, 160), release=False)
        studio.qtbot.waitUntil(lambda: shown(canvas, 220, 160) == RED)
        studio.press(keys)
        assert shown(canvas, 120, 100) == RED
        QTest.mouseRelease(canvas, LEFT, pos=at(canvas, 220, 160))
        studio.press("V")
    assert labels(studio) == before


def test_a_click_adds_no_step(studio: Studio, canvas: Canvas) -> None:
    before = labels(studio)
    drag(canvas, (120, 100))
    drag(canvas, (120, 100), (160, 100), (120, 100))
    assert labels(studio) == before


@pytest.mark.parametrize(("command", "word"), [("lock_layer", "locked"), ("hide_layer", "hidden")])
def test_a_locked_or_hidden_layer_cannot_be_moved_and_a_notice_tells_why(
    studio: Studio, canvas: Canvas, command: str, word: str
) -> None:
    studio.find(f"{command}_action").trigger()
    drag(canvas, (120, 100), (220, 160))
    assert word in (studio.message() or "")
    assert place(studio) == SQUARE


def test_moving_a_candidate_in_preparation_gives_a_notice(studio: Studio, canvas: Canvas) -> None:
    studio.press("B")
    drag(canvas, (100, 100), (300, 200))
    studio.press("V")
    ready = studio.generate_and_hold_back("a bell")
    drag(canvas, (120, 100), (220, 160))
    assert "being prepared" in (studio.message() or "")
    ready.set()
    studio.finish()
    assert place(studio) == SQUARE


def test_undo_during_a_drag_cancels_it(studio: Studio, canvas: Canvas) -> None:
    drag(canvas, (120, 100), (220, 160), release=False)
    QTest.keySequence(canvas, "Ctrl+Z")  # removes the square
    assert labels(studio)[studio.editor.open_document.history.index] != "square"
    QTest.mouseRelease(canvas, LEFT, pos=at(canvas, 220, 160))
    assert len(studio.editor.document.layers) == 1
    QTest.keyClick(canvas, Qt.Key.Key_Right, SHIFT)
    studio.qtbot.waitUntil(lambda: place(studio).x == 10)


def rasters(studio: Studio) -> list[Rect]:
    return [layer.raster.content_bounds() for layer in studio.editor.document.layers[1:]]


@pytest.mark.parametrize(("value", "part"), [(0, SQUARE), (100, Rect(100, 80, 20, 40))])
def test_alt_and_a_drag_move_a_copy_as_one_step(
    studio: Studio, canvas: Canvas, value: int, part: Rect
) -> None:
    set_mask(studio, Rect(0, 0, 120, 300), value)
    before, original = labels(studio), active_layer(studio)
    way = at(canvas, 205, 160) - at(canvas, 105, 100)
    drag(canvas, (105, 100), (150, 110), (205, 160), keys=ALT, release=False)
    studio.qtbot.waitUntil(lambda: shown(canvas, 205, 160) != WHITE)
    assert canvas.cursor().shape() == Qt.CursorShape.DragCopyCursor
    assert value or shown(canvas, 102, 100) == RED
    QTest.mouseRelease(canvas, LEFT, ALT, at(canvas, 205, 160))
    studio.qtbot.waitUntil(lambda: labels(studio) == [*before, "Copy square"])
    assert rasters(studio) == [SQUARE, part.translated(way.x(), way.y())]
    assert studio.editor.document.layers[1].raster is original.raster
    copy = active_layer(studio)
    assert copy.name == "square 2"
    assert copy.raster.read(rasters(studio)[1])[0, 0].tolist() == [*RED, value or 255]
    mask = studio.editor.document.mask
    assert [
        mask.read(Rect(x, y, 1, 1)).item() for x, y in ((5, 5), (way.x() + 5, way.y() + 5))
    ] == [
        0,
        value,
    ]
    studio.press("Ctrl+Z")
    assert studio.editor.document.layers[1:] == (original,)


def test_an_arrow_key_after_a_copy_is_a_step_of_its_own(studio: Studio, canvas: Canvas) -> None:
    drag(canvas, (105, 100), (205, 160), keys=ALT)
    studio.qtbot.waitUntil(lambda: labels(studio)[-1] == "Copy square")
    before = rasters(studio)
    studio.press("Right")
    studio.qtbot.waitUntil(lambda: labels(studio)[-1] == "Move square 2")
    assert rasters(studio) == [SQUARE, before[1].translated(1, 0)]


def test_escape_during_the_drag_of_a_copy_leaves_nothing(studio: Studio, canvas: Canvas) -> None:
    before = studio.editor.document
    drag(canvas, (105, 100), (205, 160), keys=ALT, release=False)
    studio.qtbot.waitUntil(lambda: shown(canvas, 205, 160) == RED)
    studio.press("Esc")
    assert shown(canvas, 205, 160) == WHITE
    QTest.mouseRelease(canvas, LEFT, ALT, at(canvas, 205, 160))
    assert studio.editor.document is before


def test_the_cursor_shows_that_alt_copies(studio: Studio, canvas: Canvas) -> None:
    send_move(canvas, at(canvas, 120, 100), Qt.KeyboardModifier.NoModifier)
    QTest.keyPress(canvas, Qt.Key.Key_Alt)
    assert canvas.cursor().shape() == Qt.CursorShape.DragCopyCursor
    QTest.keyRelease(canvas, Qt.Key.Key_Alt)
    assert canvas.cursor().shape() == Qt.CursorShape.SizeAllCursor


def test_a_copy_of_nothing_gives_a_notice(studio: Studio, canvas: Canvas) -> None:
    set_mask(studio, Rect(0, 0, 50, 50))
    before = studio.editor.document
    drag(canvas, (20, 20), (80, 60), keys=ALT)
    studio.qtbot.waitUntil(lambda: "no pixels to copy" in (studio.message() or ""))
    assert studio.editor.document is before
