"""The rotated and mirrored canvas: everything is shown and painted in the right place."""

import math
from dataclasses import replace
from typing import Any

import numpy as np
import pytest
from PySide6.QtCore import QPoint, QPointF, Qt
from PySide6.QtGui import QNativeGestureEvent, QPointingDevice
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication

from glide_studio.core.geometry import Rect
from glide_studio.core.paint.stroke import Brush
from glide_studio.core.raster.raster import Pixels
from glide_studio.session.editor import Editor
from glide_studio.ui.canvas.canvas import Canvas
from glide_studio.ui.canvas.view import Rotation
from tests.fakes import FakeEngine, colour, settings
from tests.ui.canvas_events import LEFT, drag, open_canvas, pixels, shown, tools_of
from tests.ui.studio import Studio

BLOCK = 40
ROTATIONS = [
    Rotation(90),
    Rotation(180),
    Rotation(-90),
    Rotation(0, True),
    Rotation(90, True),
    Rotation(30),
    Rotation(-75, True),
]


def blocks() -> Pixels:
    """A picture of 400 x 280 in squares of 40 pixels, each of another colour."""
    rows, columns = np.mgrid[0:280, 0:400] // BLOCK
    colours = [60 + 15 * rows, 20 * columns, 200 - 20 * rows, np.full_like(rows, 255)]
    return np.stack(colours, axis=-1).astype(np.uint8)


@pytest.fixture
def canvas(qtbot: Any, editor: Editor) -> Canvas:
    editor.paste(blocks())
    canvas = open_canvas(qtbot, editor)
    tools_of(canvas).brush = Brush(size=20, hardness=1)
    return canvas


def repainted(canvas: Canvas) -> Pixels:
    """What the canvas shows after a full repaint."""
    style = canvas.mask_style
    canvas.mask_style = replace(style, colour=style.colour.darker())
    canvas.mask_style = style
    return pixels(canvas)


@pytest.mark.parametrize("rotation", ROTATIONS, ids=str)
def test_pixels_and_strokes_are_in_the_right_place(canvas: Canvas, rotation: Rotation) -> None:
    canvas.rotation = rotation
    canvas.fit()
    for x, y in ((20, 20), (380, 20), (20, 260), (220, 140)):
        assert shown(canvas, x, y) == tuple(blocks()[y, x, :3])
    drag(canvas, (100, 100), (180, 220))
    mask = canvas.editor.document.mask.raster.to_array()[..., 0]
    for share in np.linspace(0, 1, 9):
        assert mask[round(100 + 120 * share), round(100 + 80 * share)] == 255
    assert not mask[40, 300]
    tinted = shown(canvas, 140, 160)
    assert tinted != tuple(blocks()[160, 140, :3])


@pytest.mark.parametrize("rotation", ROTATIONS[:5], ids=str)
def test_a_rotation_by_90_degrees_at_100_percent_is_exact_to_the_pixel(
    canvas: Canvas, rotation: Rotation
) -> None:
    rng = np.random.default_rng(3)
    noise = rng.integers(0, 256, (280, 400, 4), dtype=np.uint8)
    noise[..., 3] = 255
    canvas.editor.paste(noise)
    canvas.set_zoom(1.0)
    canvas.rotation = rotation
    expected = noise[:, ::-1, :3] if rotation.mirrored else noise[..., :3]
    expected = np.rot90(expected, -round(rotation.angle / 90))
    height, width = expected.shape[:2]
    corners = [canvas.to_widget(QPointF(x, y)) for x in (0, 400) for y in (0, 280)]
    left, top = (round(min(p)) for p in zip(*((c.x(), c.y()) for c in corners), strict=True))
    screen = pixels(canvas, bare=True)
    errors = [
        np.abs(screen[top + dy :, left + dx :][:height, :width].astype(int) - expected).max()
        for dy in (-1, 0, 1)
        for dx in (-1, 0, 1)
    ]
    assert min(errors) == 0


@pytest.mark.parametrize("rotation", [Rotation(90, True), Rotation(33)], ids=str)
def test_partial_repaints_equal_a_full_repaint(
    canvas: Canvas, qtbot: Any, engine: FakeEngine, rotation: Rotation
) -> None:
    canvas.rotation = rotation
    canvas.set_zoom(2.5)
    pixels(canvas)
    drag(canvas, (150, 100), (200, 160))
    canvas.pan(33, -21)
    drag(canvas, (220, 130))
    QTest.mouseMove(canvas, QPoint(630, 470))
    assert np.abs(pixels(canvas, bare=True).astype(int) - repainted(canvas)).max() <= 3


def test_a_preview_is_shown_where_the_result_will_be(
    qtbot: Any, engine: FakeEngine, canvas: Canvas
) -> None:
    canvas.rotation = Rotation(120, True)
    canvas.fit()
    drag(canvas, (280, 60))
    engine.endless, engine.step_seconds = True, 0.01
    canvas.editor.generate(settings("a lamp", seed=2))
    qtbot.waitUntil(lambda: shown(canvas, 280, 60) == colour(2))
    assert shown(canvas, 140, 220) == tuple(blocks()[220, 140, :3])
    canvas.editor.runs.cancel()


def test_a_drag_with_r_rotates_the_page_and_snaps_to_right_angles(canvas: Canvas) -> None:
    canvas.set_zoom(1.0)
    middle = canvas.to_document(QPointF(320, 240))
    QTest.keyPress(canvas, Qt.Key.Key_R)
    QTest.mousePress(canvas, LEFT, pos=QPoint(520, 240))
    QTest.mouseMove(canvas, QPoint(320 + round(200 * math.cos(0.5)), 240 + round(200 * 0.4794)))
    assert canvas.rotation.angle == pytest.approx(math.degrees(0.5), abs=0.5)
    QTest.mouseMove(canvas, QPoint(325, 440))
    assert canvas.rotation == Rotation(90)
    QTest.mouseRelease(canvas, LEFT, pos=QPoint(325, 440))
    QTest.keyRelease(canvas, Qt.Key.Key_R)
    place = canvas.to_widget(middle)
    assert (place.x(), place.y()) == pytest.approx((320, 240), abs=0.01)
    assert not canvas.editor.document.mask.bounds().area
    drag(canvas, (200, 140))
    assert canvas.editor.document.mask.read(Rect(200, 140, 1, 1))[0, 0] == 255


@pytest.mark.parametrize("kind", ["Zoom", "Rotate"])
def test_touch_pad_gestures_zoom_and_rotate(canvas: Canvas, kind: str) -> None:
    canvas.set_zoom(1.0)
    place = QPointF(200, 150)
    held = canvas.to_document(place)
    pad = QPointingDevice.primaryPointingDevice()
    QApplication.sendEvent(
        canvas,
        QNativeGestureEvent(
            Qt.NativeGestureType[f"{kind}NativeGesture"],
            pad,
            2,
            place,
            place,
            QPointF(canvas.mapToGlobal(place)),
            0.25 if kind == "Zoom" else -25.0,
            QPointF(),
        ),
    )
    assert canvas.zoom == (1.25 if kind == "Zoom" else 1)
    assert canvas.rotation.angle == (0 if kind == "Zoom" else 25)
    there = canvas.to_widget(held)
    assert (there.x(), there.y()) == pytest.approx((200, 150), abs=0.01)


def test_fitting_fits_the_rotated_page(canvas: Canvas) -> None:
    canvas.rotation = Rotation(40)
    canvas.fit()
    for x in (0, 400):
        for y in (0, 280):
            assert canvas.rect().contains(canvas.to_widget(QPointF(x, y)).toPoint())
    assert canvas.rotation == Rotation(40)
    canvas.show_area(Rect(100, 100, 10, 10))
    place = canvas.to_widget(QPointF(105, 105))
    assert (place.x(), place.y()) == pytest.approx((320, 240), abs=0.01)
    assert canvas.zoom > 20


def test_shortcuts_rotate_mirror_and_reset_the_view(studio: Studio) -> None:
    studio.editor.paste(blocks())
    canvas = studio.find("canvas")
    zoom = canvas.zoom
    studio.press("6")
    studio.press("6")
    assert canvas.rotation == Rotation(30)
    studio.press("4")
    studio.press("H")
    assert canvas.rotation == Rotation(-15, True)
    assert studio.find("mirror_view_action").isChecked()
    studio.press("5")
    assert canvas.rotation == Rotation()
    assert canvas.zoom == zoom
    assert not studio.find("reset_rotation_action").isEnabled()
    assert len(studio.editor.open_document.history.entries) == 2


def test_zoom_to_mask_shows_the_mask_as_large_as_fits(studio: Studio) -> None:
    studio.editor.paste(blocks())
    canvas = studio.find("canvas")
    assert not studio.find("zoom_to_mask_action").isEnabled()
    studio.stroke((300, 100), (340, 100))
    studio.press("Ctrl+2")
    mask = studio.editor.document.mask.bounds()
    corners = [canvas.to_widget(QPointF(x, y)) for x, y in ((mask.x, 0), (mask.right, 0))]
    assert corners[0].x() == pytest.approx(canvas.width() - corners[1].x(), abs=1)
    assert 0 < corners[0].x() < 100
