"""The navigator under real drags, wheels and keys."""

import numpy as np
import pytest
from PySide6.QtCore import QPoint, QPointF, Qt
from PySide6.QtGui import QColor
from PySide6.QtTest import QTest

from glide_studio.core.document.document import Document
from glide_studio.core.document.layers import Layer
from glide_studio.core.document.overview import Overview
from glide_studio.core.geometry import Rect
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
def view(studio: Studio) -> NavigatorView:
    """The navigator of that picture, which the canvas shows at twice its size."""
    studio.editor.paste(halves())
    studio.press("F8")
    view = studio.wait_for("navigator_view")
    studio.qtbot.waitUntil(
        lambda: colour(view, 120, 60).red() > 200 and colour(view, 1080, 60).blue() > 200
    )
    studio.find("canvas").set_zoom(2.0)
    return view


@pytest.fixture
def canvas(studio: Studio, view: NavigatorView) -> Canvas:
    return studio.find("canvas")


def middle(canvas: Canvas) -> tuple[float, float]:
    point = canvas.to_document(QPointF(canvas.width() / 2, canvas.height() / 2))
    return point.x(), point.y()


def place(view: NavigatorView, x: float, y: float) -> QPoint:
    """Where the navigator shows a point of the document."""
    page = view.page
    return QPoint(
        round(page.left() + page.width() * x / 1200), round(page.top() + page.height() * y / 600)
    )


def colour(view: NavigatorView, x: float, y: float) -> QColor:
    return view.grab().toImage().pixelColor(place(view, x, y))


def test_a_click_centres_the_view_and_a_drag_moves_the_frame(
    view: NavigatorView, canvas: Canvas
) -> None:
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
    view: NavigatorView, canvas: Canvas
) -> None:
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
    for key, zoom in ((Qt.Key.Key_Home, 0.01), (Qt.Key.Key_End, 64)):
        QTest.keyClick(slider, key)
        assert canvas.zoom == pytest.approx(zoom)
    canvas.set_zoom(0.8)
    assert slider.value() == slider.maximum() // 2
    assert studio.find("navigator_zoom_label").text() == "80%"


def test_the_picture_follows_the_document(studio: Studio, view: NavigatorView) -> None:
    studio.editor.paste(np.full((600, 1200, 4), (0, 255, 0, 255), np.uint8))
    studio.qtbot.waitUntil(lambda: colour(view, 100, 50).green() > 200)


def test_only_changed_tiles_are_reduced_again() -> None:
    document = Document.from_picture(halves())
    before = Overview.of(document, 200)
    assert (before.extent.width, before.extent.height) == (150, 75)
    green = np.full((40, 40, 4), (0, 255, 0, 255), np.uint8)
    clear = Raster.empty(document.extent).write(document.extent.bounds, np.zeros_like(halves()))
    patch = Layer("patch", clear.write(Rect(300, 10, 40, 40), green))
    edited = document.with_layer(patch)
    after = Overview.of(edited, 200, before)
    anew = {key for key, block in after.blocks.items() if block is not before.blocks[key]}
    assert anew == {(1, 0)}
    assert after.to_array()[3, 40].tolist() == [0, 255, 0, 255]
    assert np.array_equal(after.to_array(), Overview.of(edited, 200).to_array())
