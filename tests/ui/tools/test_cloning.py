"""The clone brush, in the real window."""

from dataclasses import replace

import numpy as np
import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest

from glide_studio.core.geometry import Rect
from glide_studio.core.mask.mask import Mask
from glide_studio.core.paint.stroke import Brush, Stroke
from glide_studio.core.raster.raster import Pixels
from glide_studio.ui.canvas.canvas import Canvas
from tests.ui.canvas_events import LEFT, at, drag, pen_stroke, pixels, shown
from tests.ui.edits import active_layer, add_box, labels, noise, pixel, set_mask
from tests.ui.studio import Studio

ALT = Qt.KeyboardModifier.AltModifier
CTRL = Qt.KeyboardModifier.ControlModifier
HARD = Brush(size=30, hardness=1)


@pytest.fixture
def canvas(studio: Studio) -> Canvas:
    """A canvas with a noisy picture; the clone brush is active."""
    studio.editor.paste(noise())
    studio.press("S")
    studio.tools.brush = HARD
    studio.find("canvas").set_zoom(1.0)
    return studio.find("canvas")


def layer_pixels(studio: Studio) -> Pixels:
    return active_layer(studio).raster.to_array()


def covered(brush: Brush, *points: tuple[float, float]) -> Pixels:
    stroke = Stroke(Mask.from_array(np.zeros((300, 400), np.uint8)), brush)
    for point in points:
        stroke.extend(*point)
    return stroke.mask.read(Rect(0, 0, 400, 300))


def moved(dx: int, dy: int) -> Pixels:
    """The noisy picture with each pixel replaced by the one that far away, transparent beyond."""
    found = np.zeros((300, 400, 4), np.uint8)
    ys, xs = np.mgrid[:300, :400]
    inside = (ys + dy >= 0) & (ys + dy < 300) & (xs + dx >= 0) & (xs + dx < 400)
    found[inside] = noise()[ys[inside] + dy, xs[inside] + dx]
    return found


@pytest.mark.parametrize("keys", [ALT, CTRL])
def test_a_stroke_copies_from_the_clicked_source_as_one_step(
    studio: Studio, canvas: Canvas, keys: Qt.KeyboardModifier
) -> None:
    steps = labels(studio)
    drag(canvas, (60, 70), keys=keys)
    assert labels(studio) == steps
    path = ((200, 200), (260, 210))
    drag(canvas, *path, release=False)
    assert shown(canvas, 205, 195) == tuple(noise()[65, 65, :3])  # seen at once
    assert labels(studio) == steps
    QTest.mouseRelease(canvas, LEFT, pos=at(canvas, *path[-1]))
    assert labels(studio) == [*steps, "Clone"]
    after = layer_pixels(studio)
    inside = covered(replace(HARD, size=26), *path) == 255
    outside = covered(replace(HARD, size=34), *path) == 0
    assert np.array_equal(after[inside], moved(-140, -130)[inside])
    assert np.array_equal(after[outside], noise()[outside])
    studio.press("Ctrl+Z")
    assert np.array_equal(layer_pixels(studio), noise())


def test_a_stroke_copies_the_layer_as_it_was_before_it(studio: Studio, canvas: Canvas) -> None:
    drag(canvas, (100, 150), keys=ALT)
    drag(canvas, (120, 150), (200, 150))  # over what it copies
    assert np.array_equal(layer_pixels(studio)[150, 180], noise()[150, 160])


@pytest.mark.parametrize("aligned", [True, False])
def test_strokes_keep_their_distance_only_if_aligned(
    studio: Studio, canvas: Canvas, aligned: bool
) -> None:
    check = studio.find("clone_aligned_check")
    assert check.isChecked()
    if not aligned:
        QTest.mouseClick(check, LEFT)
    drag(canvas, (50, 50), keys=ALT)
    drag(canvas, (150, 150))
    drag(canvas, (250, 170))
    source = (150, 70) if aligned else (50, 50)
    assert np.array_equal(layer_pixels(studio)[150, 150], noise()[50, 50])
    assert np.array_equal(layer_pixels(studio)[170, 250], noise()[source[1], source[0]])


def test_a_new_source_starts_a_new_distance(studio: Studio, canvas: Canvas) -> None:
    drag(canvas, (50, 50), keys=ALT)
    drag(canvas, (150, 150))
    drag(canvas, (50, 250), keys=ALT)
    drag(canvas, (250, 170))
    assert np.array_equal(layer_pixels(studio)[170, 250], noise()[250, 50])


def test_all_layers_are_copied_onto_an_empty_one(studio: Studio, canvas: Canvas) -> None:
    add_box(studio, "box", Rect(40, 40, 20, 20), 9, 200, 9, 255)
    studio.press("Ctrl+Shift+N")
    drag(canvas, (50, 50), keys=ALT)
    drag(canvas, (150, 150))
    assert labels(studio)[-1] == "New layer"  # the active layer has nothing to copy
    QTest.mouseClick(studio.find("clone_all_layers_check"), LEFT)
    drag(canvas, (150, 150))
    assert pixel(studio, 150, 150) == (9, 200, 9, 255)
    assert tuple(active_layer(studio).raster.read(Rect(150, 150, 1, 1))[0, 0]) == (9, 200, 9, 255)
    assert np.array_equal(studio.editor.document.layers[0].raster.to_array(), noise())


def test_the_selection_binds_and_weighs_the_copy(studio: Studio, canvas: Canvas) -> None:
    set_mask(studio, Rect(0, 0, 150, 300), 102)
    drag(canvas, (50, 50), keys=ALT)
    drag(canvas, (150, 150))
    after = layer_pixels(studio)
    assert np.array_equal(after[140:160, 150:170], noise()[140:160, 150:170])
    mixed = 0.6 * noise()[150, 145].astype(float) + 0.4 * noise()[50, 45]
    assert np.abs(after[150, 145] - mixed).max() <= 1


def test_what_lies_beyond_the_page_is_not_copied(studio: Studio, canvas: Canvas) -> None:
    drag(canvas, (5, 150), keys=ALT)
    drag(canvas, (150, 150))
    after = layer_pixels(studio)
    assert np.array_equal(after[150, 145:160], noise()[150, 0:15])
    assert np.array_equal(after[150, 136:144], noise()[150, 136:144])


def test_pen_pressure_and_opacity_act_as_on_the_colour_brush(
    studio: Studio, canvas: Canvas
) -> None:
    drag(canvas, (60, 70), keys=ALT)
    studio.press("5")
    pen_stroke(canvas, (200, 200, 0.4), (210, 200, 0.4))
    after = layer_pixels(studio)
    mixed = (noise()[200, 205].astype(float) + noise()[70, 65]) / 2
    assert np.abs(after[200, 205] - mixed).max() <= 1
    assert np.array_equal(after[210, 205], noise()[210, 205])  # a radius of 6, not of 15


def test_a_cross_shows_the_source_while_painting(studio: Studio, canvas: Canvas) -> None:
    def crosses(x: float, y: float) -> bool:
        there, place = pixels(canvas)[:, :, 0].astype(int), at(canvas, x, y)
        return bool(there[place.y(), place.x() + 2 : place.x() + 7].min() > 200)

    add_box(studio, "black", Rect(0, 0, 400, 300), 0, 0, 0, 255)
    drag(canvas, (60, 70), keys=ALT)
    QTest.keyRelease(canvas, Qt.Key.Key_Alt)
    QTest.mouseMove(canvas, at(canvas, 300, 200))
    assert crosses(60, 70)
    assert not crosses(300, 200)
    drag(canvas, (200, 200), (240, 210), release=False)
    assert crosses(100, 80)
    assert not crosses(60, 70)
    QTest.mouseRelease(canvas, LEFT, pos=at(canvas, 240, 210))


@pytest.mark.parametrize("reason", ["no source", "locked", "flipped", "new"])
def test_the_reason_why_nothing_is_copied_is_one_sentence(
    studio: Studio, canvas: Canvas, reason: str
) -> None:
    wanted = "Alt+click the part of the picture"
    if reason != "no source":
        drag(canvas, (60, 70), keys=ALT)
    match reason:
        case "locked":
            studio.press("Ctrl+/")
            wanted = "“Pasted picture” is locked"
        case "flipped":
            studio.find("flip_image_across_action").trigger()
            studio.qtbot.waitUntil(lambda: "lip" in labels(studio)[-1])
        case "new":
            studio.editor.new()
            studio.editor.paste(noise())
    before = studio.editor.document
    drag(canvas, (200, 200), (220, 200))
    assert wanted in (studio.message() or "")
    assert studio.editor.document is before


def test_options_are_shown_for_brushes_that_copy_alone(studio: Studio, canvas: Canvas) -> None:
    assert studio.find("clone_aligned_check").isVisible()
    studio.press("Shift+B")
    assert not studio.find("clone_aligned_check").isVisible()
