"""Layer masks of groups, and clipped groups, in the real window."""

from collections.abc import Callable

import pytest
from PySide6.QtCore import QRect, Qt
from PySide6.QtTest import QTest

from glide_studio.core.document.groups import Group
from glide_studio.core.document.layers import Layer
from glide_studio.core.geometry import Rect
from glide_studio.core.paint.stroke import Brush
from glide_studio.core.raster.raster import Pixels
from glide_studio.ui.canvas.canvas import Canvas
from glide_studio.ui.panels.layer_list import LayerList
from glide_studio.ui.panels.layer_row import LAYER, MASK_THUMBNAIL, mask_area, thumbnail_area
from tests.ui.canvas_events import LEFT, NO_KEYS, SHIFT, drag
from tests.ui.edits import add_box, labels, mask, paste_plain, set_mask
from tests.ui.studio import Studio, click_row

BOX = Rect(100, 80, 40, 40)
CONTROL = Qt.KeyboardModifier.ControlModifier
Area = Callable[[QRect, Group | Layer, int], QRect]


@pytest.fixture
def canvas(studio: Studio) -> Canvas:
    """A red box in two layers, which are a group, above a blue one; a small, hard brush."""
    studio.window.resize(1200, 1000)
    paste_plain(studio, 30, 60, 200, 255)
    add_box(studio, "upper", Rect(100, 80, 40, 20), 200, 20, 20, 255)
    add_box(studio, "lower", Rect(100, 100, 40, 20), 200, 20, 20, 255)
    studio.tools.paint_brush.brush = Brush(size=20, hardness=1)
    studio.find("actual_size_action").trigger()
    rows: LayerList = studio.find("layers_list")
    click_row(rows, 0)
    QTest.mouseClick(rows.viewport(), LEFT, SHIFT, rows.visualItemRect(rows.item(1)).center())
    studio.press("Ctrl+G", "layers_list")
    canvas: Canvas = studio.find("canvas")
    return canvas


@pytest.fixture
def rows(studio: Studio, canvas: Canvas) -> LayerList:
    found: LayerList = studio.find("layers_list")
    return found


def group_of(studio: Studio) -> Group:
    (group,) = studio.editor.document.groups.values()
    return group


def add_mask(studio: Studio) -> None:
    studio.click("add_layer_mask_button")
    studio.qtbot.waitUntil(lambda: group_of(studio).mask is not None)


def seen(studio: Studio) -> Pixels:
    """Where the box is seen."""
    return studio.editor.document.composite()[..., 0] == 200


def click(rows: LayerList, area: Area, keys: Qt.KeyboardModifier = NO_KEYS, row: int = 0) -> None:
    item = rows.item(row)
    place = area(rows.visualItemRect(item), item.data(LAYER), 0).center()
    QTest.mouseClick(rows.viewport(), LEFT, keys, place)


def after(studio: Studio, act: Callable[[], object]) -> int:
    """The number of pixels of the box that are seen after a step."""
    before = studio.editor.document
    act()
    studio.qtbot.waitUntil(lambda: studio.editor.document is not before)
    return int(seen(studio).sum())


def test_the_mask_of_a_group_is_painted_with_the_brush(
    studio: Studio, canvas: Canvas, rows: LayerList
) -> None:
    add_mask(studio)
    pixels = [layer.raster for layer in studio.editor.document.layers]
    assert studio.find("paint_layer_mask_action").isChecked()
    studio.press("Shift+B")
    assert "Group" in studio.tools.paint_brush.sentence
    drag(canvas, (110, 60), (110, 140))
    assert labels(studio)[-2:] == ["Add layer mask to Group", "Paint layer mask"]
    assert [layer.raster for layer in studio.editor.document.layers] == pixels
    assert not seen(studio)[90, 110]
    assert not seen(studio)[110, 110]
    assert seen(studio)[90, 130]
    studio.press("X")  # white shows again
    drag(canvas, (110, 60), (110, 95))
    assert seen(studio)[90, 110]
    studio.press("Ctrl+Z")
    assert not seen(studio)[90, 110]
    click(rows, thumbnail_area)  # the folder: no longer the mask
    assert studio.editor.document.painted_mask is None
    count = len(labels(studio))
    drag(canvas, (130, 60), (130, 140))
    assert len(labels(studio)) == count
    assert "is a group" in (studio.message() or "")
    click(rows, mask_area)
    assert studio.editor.document.painted_mask is group_of(studio).mask
    studio.press("Ctrl+\\")
    assert studio.editor.document.painted_mask is None


def test_what_is_selected_becomes_the_mask_of_a_group(
    studio: Studio, canvas: Canvas, rows: LayerList
) -> None:
    set_mask(studio, Rect(100, 80, 20, 40))
    add_mask(studio)
    whole, half = BOX.area, BOX.area // 2
    assert int(seen(studio).sum()) == half
    assert not studio.find("apply_layer_mask_action").isEnabled()
    assert not studio.find("add_layer_mask_action").isEnabled()
    assert after(studio, lambda: click(rows, mask_area, SHIFT)) == whole
    assert rows.item(0).toolTip() == "Group, group, with disabled mask"
    assert after(studio, studio.find("enable_layer_mask_action").trigger) == half
    assert after(studio, studio.find("invert_layer_mask_action").trigger) == half
    assert not seen(studio)[100, 110]
    assert after(studio, lambda: click(rows, mask_area, CONTROL)) == half
    assert mask(studio)[100, 130] == 255
    assert mask(studio)[100, 110] == 0
    assert after(studio, lambda: studio.press("Del")) == 0
    assert labels(studio)[-1] == "Clear layer mask"
    studio.press("X")
    assert after(studio, lambda: studio.press("Shift+Backspace")) == half
    studio.qtbot.waitUntil(lambda: rows.item(0).data(MASK_THUMBNAIL) is not None)
    assert after(studio, studio.find("delete_layer_mask_action").trigger) == whole
    assert group_of(studio).mask is None


def test_the_folder_selects_what_is_in_the_group(
    studio: Studio, canvas: Canvas, rows: LayerList
) -> None:
    after(studio, lambda: click(rows, thumbnail_area, CONTROL))
    assert int((mask(studio) == 255).sum()) == BOX.area
    assert mask(studio)[BOX.slices_in(studio.editor.document.extent.bounds)].min() == 255


def test_a_group_is_locked_with_its_mask(studio: Studio, canvas: Canvas, rows: LayerList) -> None:
    add_mask(studio)
    studio.find("lock_layer_action").trigger()
    count = len(labels(studio))
    studio.press("Shift+B")
    drag(canvas, (110, 60), (110, 140))
    assert len(labels(studio)) == count
    assert "is locked" in (studio.message() or "")
    studio.find("invert_layer_mask_action").trigger()
    studio.find("lock_layer_action").trigger()
    studio.find("hide_layer_action").trigger()
    drag(canvas, (110, 60), (110, 140))
    assert "is hidden" in (studio.message() or "")


def test_the_mask_moves_and_turns_with_the_group(
    studio: Studio, canvas: Canvas, rows: LayerList
) -> None:
    set_mask(studio, Rect(100, 80, 20, 40))
    add_mask(studio)
    half = BOX.area // 2
    studio.press("V")
    assert after(studio, lambda: drag(canvas, (110, 90), (120, 95))) == half
    assert seen(studio)[85:125, 110:130].all()
    studio.press("Right")
    studio.qtbot.waitUntil(lambda: bool(seen(studio)[85:125, 111:131].all()))
    assert after(studio, studio.find("flip_layer_across_action").trigger) == half
    assert seen(studio)[85:125, 131:151].all()
    assert after(studio, studio.find("rotate_image_half_action").trigger) == half


def test_a_mask_that_is_not_linked_stays_in_place(
    studio: Studio, canvas: Canvas, rows: LayerList
) -> None:
    set_mask(studio, Rect(100, 80, 20, 40))
    add_mask(studio)
    assert studio.find("link_layer_mask_action").isChecked()
    after(studio, studio.find("link_layer_mask_action").trigger)
    assert labels(studio)[-1] == "Unlink mask of Group"
    assert rows.item(0).toolTip() == "Group, group, with mask, mask not linked"
    studio.press("V")
    click(rows, thumbnail_area)
    assert after(studio, lambda: drag(canvas, (105, 90), (115, 90))) == BOX.area // 4
    assert seen(studio)[80:120, 110:120].all()
    click(rows, mask_area)  # now it is the mask that moves
    assert after(studio, lambda: drag(canvas, (105, 90), (125, 90))) == BOX.area // 2
    assert seen(studio)[80:120, 120:140].all()
    studio.press("Left")
    studio.qtbot.waitUntil(lambda: bool(seen(studio)[80:120, 119:139].all()))


def test_a_group_is_clipped_and_released(studio: Studio, canvas: Canvas, rows: LayerList) -> None:
    add_box(studio, "base", Rect(120, 60, 200, 200), 20, 200, 20, 255)
    for _ in range(4):  # out of the group, and below it
        studio.press("Ctrl+PgDown")
    names = [layer.name for layer in studio.editor.document.layers]
    assert names[-3:] == ["base", "upper", "lower"]
    click(rows, lambda row, item, depth: row)
    assert studio.editor.document.active_group is not None
    assert after(studio, lambda: studio.press("Ctrl+Alt+G")) == BOX.area // 2
    assert studio.find("clip_layer_action").isChecked()
    assert rows.item(0).toolTip() == "Group, group, clipped"
    assert after(studio, studio.find("ungroup_layers_action").trigger) == BOX.area // 2
    studio.press("Ctrl+Z")
    assert after(studio, studio.find("merge_down_action").trigger) == BOX.area // 2
    studio.press("Ctrl+Z")
    assert after(studio, lambda: studio.press("Ctrl+Alt+G")) == BOX.area
    add_box(studio, "over", Rect(0, 0, 130, 300), 200, 20, 20, 255)  # becomes clipped to the group
    assert after(studio, lambda: studio.press("Ctrl+Alt+G")) == BOX.area


def test_a_folded_group_keeps_its_mask_chosen(
    studio: Studio, canvas: Canvas, rows: LayerList
) -> None:
    add_mask(studio)
    studio.editor.groups.toggle_collapsed(group_of(studio).id)
    assert studio.editor.document.painted_mask is group_of(studio).mask
    studio.press("Shift+B")
    assert after(studio, lambda: drag(canvas, (110, 60), (110, 140))) == BOX.area // 2


def test_a_new_layer_in_a_chosen_group_is_the_one_that_is_painted(
    studio: Studio, canvas: Canvas, rows: LayerList
) -> None:
    studio.find("new_layer_action").trigger()
    assert studio.editor.document.active_group is None
    assert studio.editor.layers.target is studio.editor.document.layers[-1]
    assert studio.editor.document.layers[-1].groups == (group_of(studio),)


def test_a_gradient_and_an_adjustment_change_the_mask_of_a_group(
    studio: Studio, canvas: Canvas, rows: LayerList
) -> None:
    """A hard edge in the middle of the box: from black, which hides, to white."""
    add_mask(studio)
    pixels = [layer.raster for layer in studio.editor.document.layers]
    studio.press("G")
    assert "Group" in studio.tools.gradient.sentence
    assert after(studio, lambda: drag(canvas, (119, 100), (121, 100))) < BOX.area
    mask_of_group = group_of(studio).mask
    assert mask_of_group is not None
    hidden = mask_of_group.read(Rect(100, 100, 40, 1))[0, :, 3]
    assert (hidden[:18] == 255).all()
    assert (hidden[22:] == 0).all()
    studio.press("Ctrl+I")
    studio.qtbot.waitUntil(lambda: labels(studio)[-1] == "Invert Colours")
    inverted = group_of(studio).mask
    assert inverted is not None
    assert (inverted.read(Rect(100, 100, 40, 1))[0, :, 3] == 255 - hidden).all()
    assert [layer.raster for layer in studio.editor.document.layers] == pixels


def test_an_adjustment_of_a_mask_is_applied_when_the_folder_is_clicked(
    studio: Studio, canvas: Canvas, rows: LayerList
) -> None:
    set_mask(studio, Rect(100, 80, 20, 40))
    add_mask(studio)
    studio.find("hue_saturation_action").trigger()
    studio.wait_for("adjust_dialog")
    studio.type("lightness_spin", "100")
    click(rows, thumbnail_area)
    studio.wait_until_gone("adjust_dialog")
    studio.qtbot.waitUntil(lambda: seen(studio).sum() == BOX.area)
    assert studio.editor.document.painted_mask is None
