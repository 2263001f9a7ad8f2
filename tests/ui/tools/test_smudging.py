"""The smudge brush, in the real window."""

import numpy as np
import pytest
from PySide6.QtTest import QTest

from glide_studio.core.geometry import Rect
from glide_studio.core.paint.stroke import Brush
from glide_studio.ui.canvas.canvas import Canvas
from tests.ui.canvas_events import LEFT, at, drag, pen_stroke, shown
from tests.ui.edits import active_layer, add_box, labels, paste_plain, pixel, set_mask
from tests.ui.studio import Studio

BLUE, WHITE = (30, 60, 200, 255), (255, 255, 255, 255)


@pytest.fixture
def canvas(studio: Studio) -> Canvas:
    """A canvas with a white picture whose left half is blue; the smudge brush is active."""
    paste_plain(studio, *WHITE)
    add_box(studio, "box", Rect(0, 0, 200, 300), *BLUE)
    studio.press("Ctrl+E")
    studio.qtbot.waitUntil(lambda: len(studio.editor.document.layers) == 1)
    studio.press("U")
    studio.find("canvas").set_zoom(1.0)
    studio.tools.brush = Brush(size=40, hardness=1, opacity=1)
    return studio.find("canvas")


def test_a_stroke_smears_the_layer_as_one_step(studio: Studio, canvas: Canvas) -> None:
    steps, before = labels(studio), active_layer(studio).raster
    drag(canvas, (150, 150), (200, 150), (300, 150), release=False)
    assert shown(canvas, 250, 145) == BLUE[:3]
    assert labels(studio) == steps
    QTest.mouseRelease(canvas, LEFT, pos=at(canvas, 300, 150))
    assert labels(studio) == [*steps, "Smudge"]
    assert pixel(studio, 250, 150) == BLUE
    assert pixel(studio, 250, 180) == WHITE
    studio.press("Ctrl+Z")
    assert active_layer(studio).raster is before


def test_the_selection_binds_the_smudge(studio: Studio, canvas: Canvas) -> None:
    set_mask(studio, Rect(0, 0, 240, 300))
    drag(canvas, (150, 150), (300, 150))
    assert pixel(studio, 230, 150) == BLUE
    assert pixel(studio, 250, 150) == WHITE


def test_strength_has_its_slider_and_digits(studio: Studio, canvas: Canvas) -> None:
    assert studio.find("brush_opacity_slider").accessibleName() == "Strength"
    assert not studio.find("brush_build_up_check").isVisible()
    studio.press("2")
    assert studio.find("brush_opacity_slider").value() == 20
    drag(canvas, (150, 150), (300, 150))
    assert pixel(studio, 280, 150) == pytest.approx(WHITE, abs=8)
    assert 0 < pixel(studio, 205, 150)[0] < 250
    studio.press("Shift+B")
    assert studio.find("brush_opacity_slider").accessibleName() == "Opacity"


def test_a_pens_pressure_sets_the_size(studio: Studio, canvas: Canvas) -> None:
    pen_stroke(canvas, (150, 150, 0.25), (300, 150, 0.25))
    assert pixel(studio, 250, 150) == BLUE
    assert pixel(studio, 250, 160) == WHITE


def test_a_stroke_outside_the_selection_says_so(studio: Studio, canvas: Canvas) -> None:
    set_mask(studio, Rect(0, 0, 20, 20))
    before = studio.editor.document
    drag(canvas, (150, 150), (300, 150))
    assert "Nothing is selected here" in (studio.message() or "")
    assert studio.editor.document is before


def test_repeated_on_a_changed_layer_a_stroke_is_the_same(studio: Studio, canvas: Canvas) -> None:
    """As when a run's result lands on the layer during a stroke."""
    drag(canvas, (150, 150), (300, 150), release=False)
    layer = active_layer(studio)
    red = layer.raster.write(
        Rect(0, 200, 400, 100), np.full((100, 400, 4), (255, 0, 0, 255), np.uint8)
    )
    document = studio.editor.document
    studio.editor.open_document.apply("red", document.with_changed(layer.with_pixels(red)))
    QTest.mouseRelease(canvas, LEFT, pos=at(canvas, 300, 150))
    assert pixel(studio, 250, 150) == BLUE
    assert pixel(studio, 250, 250) == (255, 0, 0, 255)
