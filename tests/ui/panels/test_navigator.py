"""The navigator under real drags, wheels and keys."""

import numpy as np
import pytest
from PySide6.QtCore import QPoint, QPointF, Qt
from PySide6.QtTest import QTest

from glide_studio.core.document.document import Document
from glide_studio.core.document.layers import Layer
from glide_studio.core.document.overview import Overview
from glide_studio.core.raster.raster import Pixels, Raster
from glide_studio.ui.canvas.canvas import Canvas
from glide_studio.ui.canvas.view import Rotation
from glide_studio.ui.panels.navigator_panel import NavigatorView
from tests.ui.canvas_events import LEFT, NO_KEYS
from tests.ui.studio import Studio


def halves() -> Pixels:
    """A wide picture: red at the left, blue at the right."""
    pixels = np.full((600, 1200, 4), (255, 0, 0, 255), np.uint8)
    pixels[:, 600:] = (0, 0, 255, 255)
    return pixels


@pytest.fixture
def canvas(studio: Studio) -> Canvas:
    studio.editor.paste(halves())
    canvas: Canvas = studio.find("canvas")
    studio.press("F8")
    view = studio.find("navigator_view")
    studio.qtbot.waitUntil(lambda: view.isVisible() and red_and_blue(view))
    canvas.set_zoom(2.0)
    return canvas


def red_and_blue(view: NavigatorView) -> bool:
    image, page = view.grab().toImage(), view.page
    y = round(page.top() + 0.1 * page.height())
    colours = [
        image.pixelColor(round(page.left() + share * page.width()), y) for share in (0.1, 0.9)
    ]
    return colours[0].red() > 200 and colours[1].blue() > 200


def middle(canvas: Canvas) -> tuple[float, float]:
    point = canvas.to_document(QPointF(canvas.width() / 2, canvas.height() / 2))
    return point.x(), point.y()


def place(view: NavigatorView, x: float, y: float) -> QPoint:
    page = view.page
    return QPoint(
        round(page.left() + page.width() * x / 1200), round(page.top() + page.height() * y / 600)
    )


def test_a_click_centres_the_view_and_a_drag_moves_the_frame(
    studio: Studio, canvas: Canvas
) -> None:
    view = studio.find("navigator_view")
    unit = 1200 / view.page.width()
    QTest.mouseClick(view, LEFT, NO_KEYS, place(view, 1000, 300))
    assert middle(canvas) == pytest.approx((1000, 300), abs=1.5 * unit)
    before = middle(canvas)
    QTest.mousePress(view, LEFT, NO_KEYS, place(view, 960, 280))
    assert middle(canvas) == pytest.approx(before, abs=0.6 * unit)  # a press does not move it
    QTest.mouseMove(view, place(view, 760, 280))
    QTest.mouseRelease(view, LEFT, NO_KEYS, place(view, 760, 280))
    assert middle(canvas)[0] == pytest.approx(before[0] - 200, abs=1.5 * unit)


def test_the_frame_shows_the_visible_part_of_the_picture_also_when_rotated(
    studio: Studio, canvas: Canvas
) -> None:
    view = studio.find("navigator_view")
    scale = view.page.width() / 1200
    for rotation in (Rotation(), Rotation(30, True)):
        canvas.rotation = rotation
        frame = view.frame
        side = frame.at(1) - frame.at(0)
        assert np.hypot(side.x(), side.y()) == pytest.approx(canvas.width() / 2 * scale, rel=1e-3)
    assert side.x() < 0  # mirrored: the right of the canvas is the left of the picture


def test_the_slider_zooms_from_1_to_6400_percent_and_follows_the_zoom(
    studio: Studio, canvas: Canvas
) -> None:
    slider = studio.find("navigator_zoom_slider")
    slider.setFocus()
    QTest.keyClick(slider, Qt.Key.Key_Home)
    assert canvas.zoom == pytest.approx(0.01)
    QTest.keyClick(slider, Qt.Key.Key_End)
    assert canvas.zoom == pytest.approx(64)
    canvas.set_zoom(0.8)
    assert slider.value() == slider.maximum() // 2
    assert studio.find("navigator_zoom_label").text() == "80%"


def test_the_picture_follows_the_document(studio: Studio, canvas: Canvas) -> None:
    view = studio.find("navigator_view")
    studio.editor.paste(np.full((600, 1200, 4), (0, 255, 0, 255), np.uint8))
    spot = place(view, 100, 50)
    studio.qtbot.waitUntil(lambda: view.grab().toImage().pixelColor(spot).green() > 200)


def test_only_changed_tiles_are_reduced_again() -> None:
    document = Document.from_picture(halves())
    before = Overview.of(document, 200)
    assert (before.extent.width, before.extent.height) == (150, 75)
    patch = Raster.empty(document.extent).write(
        document.extent.bounds.translated(0, 0), np.zeros((600, 1200, 4), np.uint8)
    )
    green = np.full((40, 40, 4), (0, 255, 0, 255), np.uint8)
    spot = type(document.extent.bounds)(300, 10, 40, 40)
    edited = document.with_layer(Layer("patch", patch.write(spot, green)))
    after = Overview.of(edited, 200, before)
    anew = {key for key, block in after.blocks.items() if block is not before.blocks[key]}
    assert anew == {(1, 0)}
    assert after.to_array()[3, 40].tolist() == [0, 255, 0, 255]
    whole = Overview.of(edited, 200).to_array()
    assert np.array_equal(after.to_array(), whole)
