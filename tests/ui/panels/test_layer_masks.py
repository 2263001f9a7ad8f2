"""Layer masks in the real window."""

import numpy as np
import pytest
from PySide6.QtCore import QRect, Qt
from PySide6.QtTest import QTest

from glide_studio.core.document.layers import Layer
from glide_studio.core.geometry import Rect
from glide_studio.core.paint.stroke import Brush
from glide_studio.core.raster.raster import Pixels
from glide_studio.ui.canvas.canvas import Canvas
from glide_studio.ui.panels.layer_list import LayerList
from glide_studio.ui.panels.layer_row import MASK_THUMBNAIL, mask_area, thumbnail_area
from tests.fakes import settings
from tests.ui.canvas_events import LEFT, NO_KEYS, SHIFT, at, drag, shown
from tests.ui.edits import active_layer, add_box, labels, mask, paste_plain, set_mask
from tests.ui.studio import Studio

BOX = Rect(100, 80, 40, 40)
CONTROL = Qt.KeyboardModifier.ControlModifier


@pytest.fixture
def canvas(studio: Studio) -> Canvas:
    """A red box on a layer above a blue one; a small, hard brush; black is the colour."""
    studio.window.resize(1200, 1000)
    paste_plain(studio, 30, 60, 200, 255)
    add_box(studio, "box", BOX, 200, 20, 20, 255)
    studio.tools.paint_brush.brush = Brush(size=20, hardness=1)
    studio.find("actual_size_action").trigger()
    return studio.find("canvas")


@pytest.fixture
def rows(studio: Studio, canvas: Canvas) -> LayerList:
    return studio.find("layers_list")


def add_mask(studio: Studio) -> None:
    studio.click("add_layer_mask_button")
    studio.qtbot.waitUntil(lambda: active_layer(studio).mask is not None)


def mask_of(studio: Studio) -> Layer:
    found = active_layer(studio).mask
    assert found is not None
    return found


def seen(studio: Studio) -> Pixels:
    """Where the box is seen."""
    return studio.editor.document.composite()[..., 0] == 200


def click(rows: LayerList, area: QRect, keys: Qt.KeyboardModifier = NO_KEYS) -> None:
    QTest.mouseClick(rows.viewport(), LEFT, keys, area.center())


def test_a_mask_is_painted_and_the_layer_keeps_its_pixels(
    studio: Studio, canvas: Canvas, rows: LayerList
) -> None:
    before = active_layer(studio).raster
    add_mask(studio)
    assert studio.find("paint_layer_mask_action").isChecked()
    studio.press("Shift+B")
    drag(canvas, (110, 60), (110, 140))
    assert labels(studio)[-2:] == ["Add layer mask to box", "Paint layer mask"]
    assert active_layer(studio).raster is before
    assert not seen(studio)[100, 110]
    assert seen(studio)[100, 130]
    studio.press("X")  # white shows again
    drag(canvas, (110, 60), (110, 95))
    assert seen(studio)[90, 110]
    assert not seen(studio)[112, 110]
    studio.press("Shift+E")
    drag(canvas, (130, 60), (130, 140))
    assert not seen(studio)[100, 130]
    studio.press("Ctrl+Z")
    assert seen(studio)[100, 130]
    row = rows.visualItemRect(rows.item(0))
    click(rows, thumbnail_area(row, active_layer(studio), 0))
    studio.press("Shift+B")
    drag(canvas, (20, 20), (40, 20))
    assert labels(studio)[-1] == "Paint"
    assert active_layer(studio).raster is not before
    click(rows, mask_area(row, active_layer(studio), 0))
    assert studio.editor.document.painted_mask is mask_of(studio)
    studio.press("Ctrl+\\")
    assert studio.editor.document.painted_mask is None


def test_what_is_selected_becomes_the_mask(studio: Studio, canvas: Canvas) -> None:
    set_mask(studio, Rect(100, 80, 20, 40))
    add_mask(studio)
    assert seen(studio)[100, 110]
    assert not seen(studio)[100, 130]
    assert not mask(studio).any()
    studio.press("Del")
    studio.qtbot.waitUntil(lambda: labels(studio)[-1] == "Clear layer mask")
    assert not seen(studio).any()
    studio.press("X")
    studio.press("Shift+Backspace")
    studio.qtbot.waitUntil(lambda: labels(studio)[-1] == "Fill layer mask")
    assert seen(studio).sum() == BOX.area


def test_an_adjustment_of_a_mask_stays_with_it_when_another_layer_is_chosen(
    studio: Studio, canvas: Canvas, rows: LayerList
) -> None:
    set_mask(studio, Rect(100, 80, 20, 40))
    add_mask(studio)
    box = active_layer(studio)
    assert seen(studio).sum() == BOX.area // 2
    studio.find("hue_saturation_action").trigger()
    studio.wait_for("adjust_dialog")
    studio.type("lightness_spin", "100")
    click(rows, rows.visualItemRect(rows.item(1)))
    studio.wait_until_gone("adjust_dialog")
    studio.qtbot.waitUntil(lambda: seen(studio).sum() == BOX.area)
    assert active_layer(studio).id != box.id
    adjusted = studio.editor.document.layer(box.id)
    assert adjusted is not None
    assert adjusted.raster is box.raster


def test_a_mask_is_disabled_inverted_applied_and_deleted(
    studio: Studio, canvas: Canvas, rows: LayerList
) -> None:
    set_mask(studio, Rect(100, 80, 20, 40))
    add_mask(studio)
    whole, half = BOX.area, BOX.area // 2

    def after(act: object) -> int:
        assert callable(act)
        before = len(labels(studio))
        act()
        studio.qtbot.waitUntil(lambda: len(labels(studio)) > before)
        return int(seen(studio).sum())

    place = mask_area(rows.visualItemRect(rows.item(0)), active_layer(studio), 0)
    assert after(lambda: click(rows, place, SHIFT)) == whole
    assert rows.item(0).toolTip() == "box, with disabled mask"
    assert after(studio.find("enable_layer_mask_action").trigger) == half
    assert after(studio.find("invert_layer_mask_action").trigger) == half
    assert not seen(studio)[100, 110]
    assert after(lambda: click(rows, place, CONTROL)) == half
    assert mask(studio)[100, 130] == 255
    assert mask(studio)[100, 110] == 0
    assert after(studio.find("apply_layer_mask_action").trigger) == half
    assert active_layer(studio).raster.content_bounds() == Rect(120, 80, 20, 40)
    studio.press("Ctrl+Z")
    studio.find("delete_layer_mask_action").trigger()
    studio.qtbot.waitUntil(lambda: labels(studio)[-1] == "Delete mask of box")
    assert seen(studio).sum() == whole


def test_the_thumbnail_shows_what_is_hidden(studio: Studio, rows: LayerList) -> None:
    set_mask(studio, Rect(0, 0, 200, 300))
    add_mask(studio)
    studio.qtbot.waitUntil(lambda: rows.item(0).data(MASK_THUMBNAIL) is not None)
    image = rows.item(0).data(MASK_THUMBNAIL).toImage()
    alpha = [image.pixelColor(x, image.height() // 2).alpha() for x in (1, image.width() - 2)]
    assert alpha == [0, 255]


def test_an_edit_stays_one_while_its_mask_is_painted(studio: Studio, canvas: Canvas) -> None:
    set_mask(studio, Rect(60, 60, 90, 90))
    studio.editor.generation.generate(settings("a boat"))
    studio.finish()
    assert active_layer(studio).edit is not None
    add_mask(studio)
    studio.press("Shift+B")
    drag(canvas, (90, 60), (90, 140))
    assert labels(studio)[-1] == "Paint layer mask"
    assert active_layer(studio).edit is not None


def test_other_brushes_say_that_the_mask_is_chosen(studio: Studio, canvas: Canvas) -> None:
    add_mask(studio)
    studio.press("Y")
    drag(canvas, (90, 60), (90, 140))
    assert "The layer mask is chosen" in (studio.message() or "")
    assert not np.asarray(mask_of(studio).raster.to_array()).any()


def test_a_gradient_on_the_mask_fades_the_layer_out(studio: Studio, canvas: Canvas) -> None:
    add_mask(studio)
    before = active_layer(studio).raster
    studio.press("D")  # black and white
    studio.press("G")
    assert "layer mask of “box”" in studio.find("canvas").tool.sentence
    drag(canvas, (140, 100), (100, 100), release=False)
    studio.qtbot.waitUntil(lambda: shown(canvas, 139, 100)[2] > 150)  # blue: the box is hidden
    assert shown(canvas, 101, 100)[0] > 180
    QTest.mouseRelease(canvas, LEFT, pos=at(canvas, 100, 100))
    studio.qtbot.waitUntil(lambda: labels(studio)[-1] == "Gradient")
    assert active_layer(studio).raster is before
    hidden = mask_of(studio).read(Rect(100, 100, 40, 1))[0, :, 3]
    assert np.abs(hidden.astype(int) - np.rint((np.arange(40) + 0.5) * 255 / 40)).max() <= 1
    studio.press("Ctrl+Z")
    assert seen(studio).sum() == BOX.area


def test_adjustments_act_on_the_mask(studio: Studio, canvas: Canvas) -> None:
    set_mask(studio, Rect(100, 80, 20, 40))
    add_mask(studio)
    before = active_layer(studio).raster
    studio.press("Ctrl+I")
    studio.qtbot.waitUntil(lambda: labels(studio)[-1] == "Invert Colours")
    assert not seen(studio)[100, 110]
    assert seen(studio)[100, 130]
    studio.find("gaussian_blur_action").trigger()
    studio.wait_for("adjust_dialog")
    studio.type("blur_radius_spin", "8")
    studio.qtbot.waitUntil(lambda: 60 < shown(canvas, 120, 100)[0] < 170)  # half of the box
    studio.click("adjust_ok_button")
    studio.qtbot.waitUntil(lambda: labels(studio)[-1] == "Gaussian Blur")
    hidden = mask_of(studio).read(Rect(100, 100, 40, 1))[0, :, 3].astype(int)
    assert abs(hidden[19] - hidden[20]) < 30
    assert 100 < hidden[20] < 150
    assert active_layer(studio).raster is before


@pytest.mark.parametrize("all_layers", [False, True])
def test_the_clone_brush_copies_on_the_mask(
    studio: Studio, canvas: Canvas, all_layers: bool
) -> None:
    set_mask(studio, Rect(100, 80, 20, 40))
    add_mask(studio)
    studio.press("Ctrl+Shift+A")
    layer = active_layer(studio)
    studio.press("S")
    studio.tools.brush = Brush(size=10, hardness=1)
    if all_layers:
        studio.click("clone_all_layers_check")
    drag(canvas, (110, 90), keys=Qt.KeyboardModifier.AltModifier)
    drag(canvas, (130, 90))
    assert labels(studio)[-1] == "Clone"
    assert active_layer(studio).raster is layer.raster
    hidden = mask_of(studio).raster
    red = 255 - round(0.299 * 200 + 0.587 * 20 + 0.114 * 20)
    assert hidden.read(Rect(130, 90, 1, 1))[0, 0, 3] == (red if all_layers else 0)
    assert hidden.read(Rect(138, 90, 1, 1))[0, 0, 3] == 255
    assert hidden.read(Rect(110, 90, 1, 1))[0, 0, 3] == 0
