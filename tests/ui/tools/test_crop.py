"""The crop tool and the Image menu, with real drags, keys and numbers."""

from dataclasses import replace
from typing import Any

import numpy as np
import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QImage, QPainter
from PySide6.QtTest import QTest

from glide_studio.core.document.guides import Guide
from glide_studio.core.geometry import Extent, Rect
from glide_studio.ui.canvas.canvas import Canvas
from glide_studio.ui.canvas.view import Rotation
from tests.ui.canvas_events import LEFT, SHIFT, drag, send_move
from tests.ui.edits import labels, noise
from tests.ui.studio import Studio

PICTURE = noise()


@pytest.fixture
def canvas(studio: Studio) -> Canvas:
    studio.editor.paste(PICTURE)
    studio.find("canvas").set_zoom(1.0)
    return studio.find("canvas")


def frame(studio: Studio) -> Rect:
    """The frame of the crop tool, in document pixels."""
    assert studio.tools.crop.frame is not None
    return studio.tools.crop.frame


def size(studio: Studio) -> tuple[int, int]:
    return studio.editor.document.extent.width, studio.editor.document.extent.height


@pytest.mark.parametrize("rotation", [Rotation(), Rotation(90, True), Rotation(37)], ids=str)
def test_a_dragged_corner_and_return_crop_the_picture(
    studio: Studio, canvas: Canvas, rotation: Rotation
) -> None:
    canvas.rotation = rotation
    canvas.set_zoom(1.0)
    studio.press("C")
    assert frame(studio) == Rect(0, 0, 400, 300)
    drag(canvas, (0, 0), (50, 60), (100, 80))
    drawn = frame(studio)
    assert (drawn.right, drawn.bottom) == (400, 300)
    assert abs(drawn.x - 100) <= 1
    assert abs(drawn.y - 80) <= 1
    drag(canvas, (250, 190), (200, 190))  # moves the frame
    moved = frame(studio)
    assert (moved.width, moved.height) == (drawn.width, drawn.height)
    assert abs(moved.x - drawn.x + 50) + abs(moved.y - drawn.y) <= 2
    studio.press("Return")
    studio.qtbot.waitUntil(lambda: size(studio) == (drawn.width, drawn.height))
    expected = PICTURE[moved.y : moved.bottom, moved.x : moved.right]
    assert np.array_equal(studio.editor.document.composite(), expected)
    assert canvas.tool is studio.tools.mask_brush
    assert not studio.find("crop_panel").isVisible()
    studio.press("Ctrl+Z")
    assert size(studio) == (400, 300)


def test_an_edge_dragged_outwards_extends_the_canvas(studio: Studio, canvas: Canvas) -> None:
    studio.press("C")
    drag(canvas, (400, 150), (450, 150), (500, 150))
    studio.press("Return")
    studio.qtbot.waitUntil(lambda: size(studio) == (500, 300))
    composite = studio.editor.document.composite()
    assert np.array_equal(composite[:, :400], PICTURE)
    assert not composite[:, 400:].any()
    assert labels(studio)[-1] == "Extend canvas"


def test_escape_changes_nothing(studio: Studio, canvas: Canvas) -> None:
    document = studio.editor.document
    studio.press("C")
    assert studio.find("crop_action").isChecked()
    drag(canvas, (0, 0), (100, 80))
    studio.press("Esc")
    assert studio.tools.crop.frame is None
    assert studio.editor.document is document
    assert canvas.tool is studio.tools.mask_brush
    assert not studio.find("crop_action").isChecked()
    studio.stroke((200, 150))
    assert not studio.editor.document.mask.is_empty


def test_a_drag_outside_of_the_frame_draws_a_new_one(studio: Studio, canvas: Canvas) -> None:
    studio.press("C")
    drag(canvas, (0, 0), (200, 200))
    drag(canvas, (50, 60), (100, 160))
    drawn = frame(studio)
    assert abs(drawn.x - 50) + abs(drawn.y - 60) <= 2
    assert abs(drawn.right - 100) + abs(drawn.bottom - 160) <= 2


def test_shift_keeps_the_proportions(studio: Studio, canvas: Canvas) -> None:
    studio.press("C")
    canvas.set_zoom(0.5)
    drag(canvas, (400, 300), keys=SHIFT, release=False)
    send_move(canvas, studio.at(200, 220), SHIFT)
    QTest.mouseRelease(canvas, LEFT, SHIFT, studio.at(200, 220))
    assert frame(studio).width / frame(studio).height == pytest.approx(4 / 3, abs=0.02)


def test_the_frame_snaps_to_edges_and_guides(studio: Studio, canvas: Canvas) -> None:
    document = replace(studio.editor.document, guides=(Guide("x", 100), Guide("y", 70)))
    studio.editor.open_document.apply("Guides", document)
    studio.press("C")
    drag(canvas, (0, 0), (50, 50), (104, 67))
    assert frame(studio) == Rect(100, 70, 300, 230)
    drag(canvas, (100, 70), (50, 50), (3, 4))
    assert frame(studio) == Rect(0, 0, 400, 300)


def test_numbers_set_the_frame_and_follow_it(studio: Studio, canvas: Canvas) -> None:
    studio.press("C")
    studio.find("crop_x_spin").setValue(-20)
    studio.find("crop_width_spin").setValue(250)
    assert frame(studio) == Rect(-20, 0, 250, 300)
    drag(canvas, (0, 150), (60, 150), (80, 150))
    assert studio.find("crop_x_spin").value() == pytest.approx(60, abs=1)
    studio.click("crop_accept_button")
    studio.qtbot.waitUntil(lambda: size(studio) == (250, 300))


def test_the_frame_darkens_what_is_cropped(studio: Studio, canvas: Canvas) -> None:
    place = studio.at(20, 20)
    before = canvas.grab().toImage().pixelColor(place).lightness()
    studio.press("C")
    drag(canvas, (0, 0), (100, 80))
    image = canvas.grab().toImage()
    assert image.pixelColor(place).lightness() < 0.6 * before
    seen = image.pixelColor(studio.at(330, 210))
    assert seen.getRgb()[:3] == tuple(PICTURE[210, 330, :3])


def test_all_around_the_frame_is_darkened_on_a_screen_of_twice_the_density(
    studio: Studio, canvas: Canvas
) -> None:
    studio.press("C")
    drag(canvas, (0, 0), (100, 80))
    image = QImage(canvas.size(), QImage.Format.Format_RGB32)
    image.fill(Qt.GlobalColor.white)
    painter = QPainter(image)
    painter.scale(1 / 2, 1 / 2)  # as the canvas does there
    studio.tools.crop.draw(painter)
    painter.end()
    corners = ((0, 0), (image.width() - 1, 0), (0, image.height() - 1))
    for x, y in (*corners, (image.width() - 1, image.height() - 1)):
        assert image.pixelColor(x, y).lightness() < 200, (x, y)


@pytest.mark.parametrize(
    ("name", "expected"),
    [
        ("rotate_image_right", lambda p: np.rot90(p, -1)),
        ("rotate_image_left", lambda p: np.rot90(p)),
        ("rotate_image_half", lambda p: np.rot90(p, 2)),
        ("flip_image_across", np.fliplr),
        ("flip_image_down", np.flipud),
    ],
)
def test_the_image_menu_rotates_the_picture(
    studio: Studio, canvas: Canvas, name: str, expected: Any
) -> None:
    before = studio.editor.document
    studio.find(f"{name}_action").trigger()
    studio.qtbot.waitUntil(lambda: studio.editor.document is not before)
    assert np.array_equal(studio.editor.document.composite(), expected(PICTURE))


def test_image_size_keeps_the_proportions(studio: Studio, canvas: Canvas) -> None:
    studio.press("Ctrl+Alt+I")
    studio.type("image_size_dialog_width_spin", "200")
    assert studio.find("image_size_dialog_height_spin").value() == 150
    assert studio.find("image_size_dialog_share_spin").value() == 50
    assert "200 x 150" in studio.find("image_size_dialog_outcome_label").text()
    studio.choose("image_size_resampling_combo", "Nearest neighbour (hard edges, for pixel art)")
    studio.click("image_size_dialog_ok_button")
    studio.qtbot.waitUntil(lambda: size(studio) == (200, 150))
    assert np.array_equal(studio.editor.document.composite(), PICTURE[1::2, 1::2])


def test_an_impossible_size_cannot_be_accepted(studio: Studio, canvas: Canvas) -> None:
    studio.press("Ctrl+Alt+I")
    studio.find("image_size_dialog_share_spin").setValue(6000)
    assert not studio.find("image_size_dialog_ok_button").isEnabled()
    assert "megapixels" in studio.find("image_size_dialog_outcome_label").text()
    studio.click("image_size_dialog_cancel_button")
    assert size(studio) == (400, 300)


@pytest.mark.parametrize(
    ("anchor", "corner"), [(0, (0, 0)), (4, (50, 100)), (8, (100, 200)), (5, (100, 100))]
)
def test_the_canvas_grows_around_its_anchor(
    studio: Studio, canvas: Canvas, anchor: int, corner: tuple[int, int]
) -> None:
    studio.press("Ctrl+Alt+C")
    studio.find("canvas_size_dialog_width_spin").setValue(500)
    studio.find("canvas_size_dialog_height_spin").setValue(500)
    studio.click(f"canvas_size_anchor_{anchor}_button")
    studio.click("canvas_size_dialog_ok_button")
    studio.qtbot.waitUntil(lambda: size(studio) == (500, 500))
    x, y = corner
    composite = studio.editor.document.composite()
    assert np.array_equal(composite[y : y + 300, x : x + 400], PICTURE)
    assert composite[..., 3].astype(bool).sum() == 400 * 300


def test_a_blank_page_can_get_another_canvas_size_but_not_be_scaled(studio: Studio) -> None:
    assert not studio.find("image_size_action").isEnabled()
    studio.press("Ctrl+Alt+C")
    studio.find("canvas_size_dialog_width_spin").setValue(512)
    studio.click("canvas_size_dialog_ok_button")
    studio.qtbot.waitUntil(lambda: studio.editor.document.extent == Extent(512, 256))
    assert studio.editor.document.is_blank


def test_the_frame_stays_while_the_picture_has_its_size(studio: Studio, canvas: Canvas) -> None:
    studio.press("C")
    drag(canvas, (0, 0), (50, 60), (100, 80))
    drawn = frame(studio)
    assert drawn != studio.editor.document.extent.bounds
    studio.find("fill_mask_action").trigger()
    assert not studio.editor.document.mask.is_empty
    assert frame(studio) == drawn
    studio.press("Ctrl+Z")
    assert frame(studio) == drawn
