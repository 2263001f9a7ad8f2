"""The rotated and mirrored canvas: everything is shown and painted in the right place."""

import math
import os
import subprocess
import sys
from dataclasses import replace
from typing import Any

import numpy as np
import pytest
from PySide6.QtCore import QPoint, QPointF, Qt
from PySide6.QtGui import QNativeGestureEvent, QPointingDevice
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication

from glide_studio.core.geometry import Rect
from glide_studio.core.raster.raster import Pixels
from glide_studio.session.editor import Editor
from glide_studio.ui.canvas.canvas import Canvas
from glide_studio.ui.canvas.view import Rotation
from tests.fakes import FakeEngine, colour, settings
from tests.ui.canvas_events import LEFT, drag, open_canvas, pixels, shown
from tests.ui.edits import box, labels, mask, noise
from tests.ui.studio import Studio

BLOCK = 40
RIGHT_ANGLES = [
    *(Rotation(90), Rotation(180), Rotation(-90)),
    *(Rotation(0, True), Rotation(90, True)),
]
ROTATIONS = [*RIGHT_ANGLES, Rotation(30), Rotation(-75, True)]


def blocks() -> Pixels:
    """A picture of 400 x 280 in squares of 40 pixels, each of another colour."""
    rows, columns = np.mgrid[0:280, 0:400] // BLOCK
    colours = [60 + 15 * rows, 20 * columns, 200 - 20 * rows, np.full_like(rows, 255)]
    return np.stack(colours, axis=-1).astype(np.uint8)


@pytest.fixture
def canvas(qtbot: Any, editor: Editor) -> Canvas:
    editor.paste(blocks())
    return open_canvas(qtbot, editor)


@pytest.mark.parametrize("rotation", ROTATIONS, ids=str)
def test_pixels_and_strokes_are_in_the_right_place(canvas: Canvas, rotation: Rotation) -> None:
    canvas.rotation = rotation
    canvas.fit()
    for x, y in ((20, 20), (380, 20), (20, 260), (220, 140)):
        assert shown(canvas, x, y) == tuple(blocks()[y, x, :3])
    drag(canvas, (100, 100), (180, 220))
    values = mask(canvas)
    for share in np.linspace(0, 1, 9):
        assert values[round(100 + 120 * share), round(100 + 80 * share)] == 255
    assert not values[40, 300]
    assert shown(canvas, 140, 160) != tuple(blocks()[160, 140, :3])  # it is tinted


@pytest.mark.parametrize("rotation", [Rotation(), *RIGHT_ANGLES], ids=str)
def test_every_pixel_is_exact_at_right_angles(canvas: Canvas, rotation: Rotation) -> None:
    density = float(os.environ.get("QT_SCALE_FACTOR", "1"))
    assert canvas.devicePixelRatioF() == density
    picture = noise(400, 280)
    canvas.editor.paste(picture)
    canvas.resize(501, 403)
    canvas.rotation = rotation
    page = picture[:, ::-1, :3] if rotation.mirrored else picture[..., :3]
    page = np.rot90(page, -round(rotation.angle / 90))
    for zoom in (1, 4, 8):
        canvas.set_zoom(zoom)
        corners = [canvas.to_widget(QPointF(x, y)) * density for x in (0, 400) for y in (0, 280)]
        left, top = round(min(c.x() for c in corners)), round(min(c.y() for c in corners))
        seen = pixels(canvas, bare=True)[max(top, 0) :, max(left, 0) :]
        magnified = page.repeat(zoom, axis=0).repeat(zoom, axis=1)
        expected = magnified[max(-top, 0) :, max(-left, 0) :]
        height, width = np.minimum(seen.shape, expected.shape)[:2]
        assert np.array_equal(seen[:height, :width], expected[:height, :width]), zoom


def test_every_pixel_is_exact_on_a_high_density_screen() -> None:
    exact = f"{__file__}::test_every_pixel_is_exact_at_right_angles"
    environment = {**os.environ, "QT_SCALE_FACTOR": "2"}
    command = [sys.executable, "-m", "pytest", "-q", exact]
    done = subprocess.run(command, env=environment, capture_output=True, text=True, timeout=120)
    assert "6 passed" in done.stdout, done.stdout


@pytest.mark.parametrize("rotation", [Rotation(90, True), Rotation(33)], ids=str)
def test_partial_repaints_equal_a_full_repaint(canvas: Canvas, rotation: Rotation) -> None:
    canvas.rotation = rotation
    canvas.set_zoom(2.5)
    pixels(canvas)
    drag(canvas, (150, 100), (200, 160))
    canvas.pan(33, -21)
    drag(canvas, (220, 130))
    QTest.mouseMove(canvas, QPoint(630, 470))
    repaired, style = pixels(canvas, bare=True), canvas.mask_style
    for tint in (style.colour.darker(), style.colour):  # a full repaint each
        canvas.mask_style = replace(style, colour=tint)
    assert np.abs(repaired.astype(int) - pixels(canvas)).max() <= 3


def test_a_preview_is_shown_in_its_place(qtbot: Any, engine: FakeEngine, canvas: Canvas) -> None:
    canvas.rotation = Rotation(120, True)
    canvas.fit()
    drag(canvas, (280, 60))
    engine.endless, engine.step_seconds = True, 0.01
    canvas.editor.generation.generate(settings("a lamp", seed=2))
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
    assert canvas.to_widget(middle).toTuple() == pytest.approx((320, 240), abs=0.01)
    assert canvas.editor.document.mask.is_empty
    drag(canvas, (200, 140))
    assert mask(canvas)[140, 200] == 255


@pytest.mark.parametrize(
    ("kind", "value", "view"),
    [
        (Qt.NativeGestureType.ZoomNativeGesture, 0.25, (1.25, 0)),
        (Qt.NativeGestureType.RotateNativeGesture, -25.0, (1, 25)),
    ],
)
def test_touch_pad_gestures_zoom_and_rotate(
    canvas: Canvas, kind: Qt.NativeGestureType, value: float, view: tuple[float, float]
) -> None:
    canvas.set_zoom(1.0)
    place, pad = QPointF(200, 150), QPointingDevice.primaryPointingDevice()
    held, there = canvas.to_document(place), canvas.mapToGlobal(place)
    event = QNativeGestureEvent(kind, pad, 2, place, place, there, value, QPointF())
    QApplication.sendEvent(canvas, event)
    assert (canvas.zoom, canvas.rotation.angle) == view
    assert canvas.to_widget(held).toTuple() == pytest.approx((200, 150), abs=0.01)


def test_fitting_fits_the_rotated_page(canvas: Canvas) -> None:
    canvas.rotation = Rotation(40)
    canvas.fit()
    for x in (0, 400):
        for y in (0, 280):
            assert canvas.rect().contains(canvas.to_widget(QPointF(x, y)).toPoint())
    assert canvas.rotation == Rotation(40)
    canvas.show_area(Rect(100, 100, 10, 10))
    middle = canvas.to_widget(QPointF(105, 105))
    assert middle.toTuple() == pytest.approx((320, 240), abs=0.01)
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
    assert len(labels(studio)) == 2


def test_zoom_to_mask_shows_the_mask_as_large_as_fits(studio: Studio) -> None:
    studio.editor.paste(blocks())
    canvas = studio.find("canvas")
    assert not studio.find("zoom_to_mask_action").isEnabled()
    studio.stroke((300, 100), (340, 100))
    studio.press("Ctrl+2")
    left, _, right, _ = (canvas.to_widget(QPointF(edge, 0)).x() for edge in box(studio))
    assert left == pytest.approx(canvas.width() - right, abs=1)
    assert 0 < left < 100
