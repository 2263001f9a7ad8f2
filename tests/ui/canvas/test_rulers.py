"""Rulers, guides and the pixel grid."""

import numpy as np
import pytest
from PySide6.QtCore import QPoint, QPointF, Qt
from PySide6.QtTest import QTest

from glide_studio.core.document.guides import Guide
from glide_studio.ui.canvas.canvas import Canvas
from glide_studio.ui.canvas.ruler import Ruler
from glide_studio.ui.canvas.view import Rotation
from tests.ui.canvas_events import LEFT, drag_over, pixels
from tests.ui.edits import box, labels, paste_plain
from tests.ui.studio import Studio

CONTROL = Qt.KeyboardModifier.ControlModifier


@pytest.fixture
def canvas(studio: Studio) -> Canvas:
    paste_plain(studio, 128, 128, 128, 255)
    studio.press("Ctrl+R")
    studio.find("canvas").set_zoom(1.0)
    return studio.find("canvas")


def pull(studio: Studio, ruler: str, place: QPoint) -> None:
    """Drag from a ruler to a place on the canvas."""
    widget, canvas = studio.find(ruler), studio.find("canvas")
    drag_over(widget, QPoint(9, 9), widget.mapFromGlobal(canvas.mapToGlobal(place)))


def numbers(ruler: Ruler) -> list[tuple[float, int]]:
    """The numbered ticks, as place and number."""
    return [(place, number) for place, number in ruler.ticks() if number is not None]


@pytest.mark.parametrize("zoom", [0.02, 0.3, 1.0, 7.0, 64.0])
@pytest.mark.parametrize("angle", [0, 90])
@pytest.mark.parametrize("name", ["horizontal_ruler", "vertical_ruler"])
def test_numbers_are_placed_at_their_pixels(
    studio: Studio, canvas: Canvas, name: str, angle: int, zoom: float
) -> None:
    canvas.rotation = Rotation(angle)
    canvas.set_zoom(zoom)
    along_x = name == "horizontal_ruler"
    numbered = numbers(studio.find(name))
    assert 2 <= len(numbered) <= (canvas.width() if along_x else canvas.height()) / 60 + 2
    for place, number in numbered:
        point = canvas.to_document(QPointF(place, 0) if along_x else QPointF(0, place))
        measured = point.x() if along_x == (angle == 0) else point.y()
        assert measured == pytest.approx(number, abs=1e-3)


@pytest.mark.parametrize("rotation", [Rotation(30), Rotation(-140, True)], ids=str)
@pytest.mark.parametrize("name", ["horizontal_ruler", "vertical_ruler"])
def test_rulers_of_a_rotated_page_measure_from_its_edge(
    studio: Studio, canvas: Canvas, name: str, rotation: Rotation
) -> None:
    canvas.set_zoom(2.0)
    canvas.rotation = rotation
    canvas.centre_on(QPointF(200, 150))
    ruler, along_x = studio.find(name), name == "horizontal_ruler"
    numbered = numbers(ruler)
    assert len(numbered) > 4
    rows = ruler.grab().toImage()
    assert len({rows.pixel(x, y) for x in range(rows.width()) for y in range(rows.height())}) > 8
    corners = [canvas.to_widget(QPointF(x, y)) for x in (0, 400) for y in (0, 300)]
    edge = min(corner.x() if along_x else corner.y() for corner in corners)
    for place, number in numbered:
        assert (place - edge) / 2 == pytest.approx(number)
    assert "rotated" in ruler.toolTip()
    canvas.reset_rotation()
    assert "rotated" not in ruler.toolTip()


def test_a_ruler_shows_where_the_pointer_is(studio: Studio, canvas: Canvas) -> None:
    ruler = studio.find("horizontal_ruler")
    QTest.mouseMove(canvas, QPoint(21, 40))
    before = ruler.grab().toImage()
    QTest.mouseMove(canvas, QPoint(301, 40))
    after = ruler.grab().toImage()
    changed = [x for x in range(ruler.width()) if before.pixel(x, 15) != after.pixel(x, 15)]
    assert changed == [21, 301]


def test_guides_are_dragged_out_moved_and_removed(studio: Studio, canvas: Canvas) -> None:
    editor = studio.editor
    pull(studio, "horizontal_ruler", studio.at(100, 70))
    pull(studio, "vertical_ruler", studio.at(120, 200))
    assert editor.document.guides == (Guide("y", 70), Guide("x", 120))
    column = studio.at(120, 0).x()
    row = pixels(canvas)[studio.at(0, 33).y()]
    assert tuple(row[column]) == (0, 196, 255)
    assert tuple(row[column + 3]) == (128, 128, 128)
    drag_over(canvas, studio.at(120, 150), studio.at(140, 150), keys=CONTROL)
    assert editor.document.guides == (Guide("y", 70), Guide("x", 140))
    assert editor.document.mask.is_empty
    drag_over(canvas, studio.at(50, 70), QPoint(50, -8), keys=CONTROL)
    assert editor.document.guides == (Guide("x", 140),)
    assert labels(studio)[-4:] == ["Add guide", "Add guide", "Move guide", "Remove guide"]
    studio.press("Ctrl+Z")
    assert len(editor.document.guides) == 2
    studio.find("clear_guides_action").trigger()
    assert editor.document.guides == ()


def test_escape_returns_a_dragged_guide_to_its_place(studio: Studio, canvas: Canvas) -> None:
    pull(studio, "vertical_ruler", studio.at(120, 200))
    before = studio.editor.document
    drag_over(canvas, studio.at(120, 150), studio.at(180, 150), keys=CONTROL, release=False)
    QTest.keyClick(canvas, Qt.Key.Key_Escape)
    QTest.mouseRelease(canvas, LEFT, CONTROL, studio.at(180, 150))
    assert studio.editor.document is before
    assert canvas.guides.shown == before.guides


def test_a_guide_follows_the_screen_on_a_rotated_page(studio: Studio, canvas: Canvas) -> None:
    canvas.rotation = Rotation(90)
    pull(studio, "horizontal_ruler", studio.at(150, 100))
    assert studio.editor.document.guides == (Guide("x", 150),)


def test_a_rectangle_snaps_to_a_guide(studio: Studio, canvas: Canvas) -> None:
    pull(studio, "vertical_ruler", studio.at(120, 200))
    studio.find("select_rectangle_action").trigger()
    studio.stroke((124, 50), (200, 90), (260, 120))
    studio.qtbot.waitUntil(lambda: not studio.editor.document.mask.is_empty)
    assert box(studio) == (120, 50, 260, 120)


def test_hidden_guides_are_neither_shown_nor_snapped_to(studio: Studio, canvas: Canvas) -> None:
    QTest.mouseMove(canvas, QPoint(2, 2))
    before = pixels(canvas)
    pull(studio, "vertical_ruler", studio.at(120, 200))
    QTest.mouseMove(canvas, QPoint(2, 2))
    assert (pixels(canvas) != before).any()
    studio.press("Ctrl+;")
    assert np.array_equal(pixels(canvas), before)
    assert not canvas.guides.grab(QPointF(studio.at(120, 200)))


def test_the_grid_separates_pixels_above_800_percent(studio: Studio, canvas: Canvas) -> None:
    canvas.set_zoom(8.0)
    middle = pixels(canvas, bare=True)[200:300, 300:400]
    assert {tuple(pixel) for pixel in middle.reshape(-1, 3)} == {(128, 128, 128)}
    canvas.set_zoom(16.0)
    row = pixels(canvas)[studio.at(200, 150.5).y(), :, 0].astype(int)
    dark = np.flatnonzero(row == row.min())
    assert set(np.diff(dark)) == {16}
    assert row.min() < 110
    assert row.max() > 140
    edge = canvas.to_widget(QPointF(200, 0)).x()
    assert min(abs(dark - edge)) <= 1
    studio.press("Ctrl+'")
    row = pixels(canvas)[studio.at(200, 150.5).y(), :, 0]
    assert set(row.tolist()) == {128}
