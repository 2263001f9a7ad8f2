"""The restore brush and its source in the History panel, in the real window."""

from pathlib import Path
from typing import Any

import numpy as np
import pytest
from PySide6.QtCore import QPoint
from PySide6.QtGui import QContextMenuEvent
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication

from glide_studio.core.files.documents import DocumentFile
from glide_studio.core.geometry import Rect
from glide_studio.core.mask.mask import Mask
from glide_studio.core.paint.stroke import Brush, Stroke
from glide_studio.core.raster.colour import Colour
from glide_studio.core.raster.raster import Pixels
from glide_studio.session.autosave import Autosave
from glide_studio.ui.canvas.canvas import Canvas
from tests.ui.canvas_events import (
    LEFT,
    PEN_ERASER,
    RIGHT,
    drag,
    drag_over,
    pen_stroke,
    shown,
)
from tests.ui.edits import active_layer, labels, noise
from tests.ui.studio import Studio, middle

ORANGE = Colour(255, 136, 0)
SOFT = Brush(size=40, hardness=0.5, opacity=0.7)
PATH = ((60.0, 80.0), (200.0, 120.0), (260.0, 220.0))


@pytest.fixture
def canvas(studio: Studio) -> Canvas:
    """A canvas with a noisy picture, on which an orange stroke was painted; the restore brush is
    active."""
    studio.editor.paste(noise())
    studio.press("Shift+B")
    studio.tools.paint_brush.colour = ORANGE
    studio.tools.brush = Brush(size=90, hardness=1)
    studio.stroke((40, 100), (300, 150))
    studio.press("Y")
    studio.tools.brush = Brush(size=30, hardness=1)
    return studio.find("canvas")


def layer_pixels(studio: Studio) -> Pixels:
    return active_layer(studio).raster.to_array()


def mark(studio: Studio, row: int) -> None:
    """Click at the left of a step in the History panel."""
    rows = studio.find("history_list")
    place = QPoint(10, middle(rows, row).y())
    QTest.mouseClick(rows.viewport(), LEFT, pos=place)


def coverage(brush: Brush, *points: tuple[float, float]) -> Pixels:
    stroke = Stroke(Mask.from_array(np.zeros((300, 400), np.uint8)), brush)
    for point in points:
        stroke.extend(*point)
    return stroke.mask.read(Rect(0, 0, 400, 300))


def test_the_brush_paints_the_layer_as_it_was_at_the_oldest_step(
    studio: Studio, canvas: Canvas
) -> None:
    before, steps = layer_pixels(studio), labels(studio)
    assert "“Pasted picture” as it was at “Paste”" in studio.find("tool_label").text()
    drag(canvas, *PATH, release=False)
    assert shown(canvas, 200, 115) != ORANGE.rgb  # seen at once
    assert labels(studio) == steps
    QTest.mouseRelease(canvas, LEFT, pos=studio.at(*PATH[-1]))
    assert labels(studio) == [*steps, "Restore"]
    after = layer_pixels(studio)
    inside = coverage(Brush(size=26, hardness=1), *PATH) == 255
    assert np.array_equal(after[inside], noise()[inside])
    assert (before[inside] != noise()[inside]).any()
    outside = coverage(Brush(size=34, hardness=1), *PATH) == 0
    assert np.array_equal(after[outside], before[outside])
    studio.press("Ctrl+Z")
    assert np.array_equal(layer_pixels(studio), before)


def test_a_soft_brush_fades_within_the_stroke_and_a_pens_other_end_restores_too(
    studio: Studio, canvas: Canvas
) -> None:
    studio.tools.brush = SOFT
    before = layer_pixels(studio)
    pen_stroke(canvas, (100, 110, 1.0), (150, 118, 1.0), device=PEN_ERASER)
    after = layer_pixels(studio).astype(int)
    row = slice(90, 140)
    change = np.abs(after - before).max(axis=2)[row, 125]
    assert change.max() > 40
    assert (after[..., 3] == 255).all()
    wanted = before[114, 125] + 0.7 * (noise()[114, 125].astype(int) - before[114, 125])
    assert np.abs(after[114, 125] - wanted).max() <= 1


def test_a_click_at_the_left_of_a_step_makes_it_the_source(studio: Studio, canvas: Canvas) -> None:
    painted, steps = layer_pixels(studio), labels(studio)
    studio.press("Ctrl+Z")
    mark(studio, len(steps) - 1)  # what was undone
    rows = studio.find("history_list")
    drag_over(rows.viewport(), QPoint(10, middle(rows, 2).y()), middle(rows, 0))
    assert np.array_equal(layer_pixels(studio), noise())  # it did not return to that step
    assert "source of the restore brush" in rows.item(len(steps) - 1).toolTip()
    assert rows.item(len(steps) - 2).toolTip() == "Paste"
    assert "as it was at “Paint”" in studio.find("tool_label").text()
    drag(canvas, (150, 120))
    assert labels(studio) == [*steps[:-1], "Restore"]
    after = layer_pixels(studio)
    assert tuple(after[120, 150]) == (*ORANGE.rgb, 255)
    drag(canvas, (100, 110))  # the source has left the history
    assert np.array_equal(layer_pixels(studio)[110, 100], painted[110, 100])
    assert np.array_equal(layer_pixels(studio)[10], noise()[10])


def test_the_menu_of_a_step_makes_it_the_source(studio: Studio, canvas: Canvas) -> None:
    rows = studio.find("history_list")
    place, index = middle(rows, 2), studio.editor.open_document.history.index
    QTest.mouseClick(rows.viewport(), RIGHT, pos=middle(rows, 1))
    assert studio.editor.open_document.history.index == index
    reason = QContextMenuEvent.Reason.Mouse
    event = QContextMenuEvent(reason, place, rows.viewport().mapToGlobal(place))
    QApplication.sendEvent(rows.viewport(), event)
    menu = studio.wait_for("history_menu")
    QTest.mouseClick(menu, LEFT, pos=menu.actionGeometry(menu.actions()[0]).center())
    assert studio.editor.restore_source.entry.label == "Paint"
    assert canvas.tool is studio.tools.restore_brush


def test_the_source_follows_its_step_when_that_is_amended(studio: Studio, canvas: Canvas) -> None:
    studio.press("Ctrl+Shift+N")
    mark(studio, 3)
    layers = studio.editor.document.layers
    studio.editor.layers.activate(layers[0].id)  # amends the step
    assert "source of the restore brush" in studio.find("history_list").item(3).toolTip()
    drag(canvas, (150, 120))
    assert labels(studio)[-1] == "New layer"  # it restored what is there already: no step


@pytest.mark.parametrize("reason", ["size", "layer", "locked", "candidate", "blank"])
def test_the_reason_why_nothing_can_be_restored_is_one_sentence(
    studio: Studio, canvas: Canvas, reason: str
) -> None:
    wanted = {
        "size": "was cropped, scaled, rotated or flipped after “Paste”",
        "layer": "“Layer” did not exist at “Paste”",
        "locked": "“Pasted picture” is locked",
        "candidate": "Accept or discard the shown candidate",
        "blank": "nothing to restore on a blank page",
    }
    match reason:
        case "size":
            studio.find("flip_image_across_action").trigger()
            studio.qtbot.waitUntil(lambda: labels(studio)[-1] != "Paint")
        case "layer":
            studio.press("Ctrl+Shift+N")
        case "locked":
            studio.press("Ctrl+/")
        case "candidate":
            studio.press("Ctrl+A")
            studio.generate("a red apple", count=2)
            review = studio.editor.review
            studio.qtbot.waitUntil(lambda: review.is_pending and not review.is_preparing)
        case "blank":
            studio.editor.new()
            studio.press("B")
            studio.press("Y")
    before, steps = studio.editor.document, labels(studio)
    if reason == "blank":
        assert wanted[reason] in studio.find("tool_label").text()
        return
    studio.press("Y")
    drag(canvas, *PATH)
    assert wanted[reason] in (studio.message() or "")
    assert studio.editor.document is before
    assert labels(studio) == steps


def test_a_step_that_is_only_on_disk_is_read_again(
    studio: Studio, canvas: Canvas, tmp_path: Path, qtbot: Any
) -> None:
    document = studio.editor.open_document
    autosave = Autosave(studio.editor, tmp_path / "journal")
    try:
        document.mark_saved(document.document, DocumentFile(tmp_path / "x.ora"))  # it writes now
        qtbot.waitUntil(lambda: autosave.is_up_to_date)
        oldest = document.history.entries[1]
        document.state.unload({oldest.number}, noise().nbytes)
        assert document.history.entries[1].document is None
        mark(studio, 1)
        qtbot.waitUntil(lambda: studio.editor.restore_source.entry.document is not None)
        drag(canvas, (150, 120))
    finally:
        autosave.close(keep=False)
    assert labels(studio)[-1] == "Restore"
    assert np.array_equal(layer_pixels(studio)[115:125, 145:155], noise()[115:125, 145:155])
    assert document.history.entries[1].document is None  # it takes no memory in the history


def test_the_pressure_of_a_pen_acts_as_on_other_brushes(studio: Studio, canvas: Canvas) -> None:
    studio.tools.brush = Brush(size=40, hardness=1)
    before = layer_pixels(studio)
    pen_stroke(canvas, (100, 110, 0.3), (150, 118, 0.3))
    after = layer_pixels(studio)
    assert np.array_equal(after[114, 125], noise()[114, 125])
    assert np.array_equal(after[127:, 125], before[127:, 125])  # a radius of 6, not of 20
    assert (before[127:132, 125, :3] == ORANGE.rgb).all()
