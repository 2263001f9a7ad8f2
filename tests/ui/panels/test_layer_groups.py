"""Groups of layers, and several layers at once, in the real window."""

import numpy as np
import pytest
from PySide6.QtCore import QPoint, Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QLineEdit

from glide_studio.core.document.blend_modes import BlendMode
from glide_studio.core.document.groups import Group
from glide_studio.core.geometry import Rect
from glide_studio.ui.panels.layer_list import LayerList
from glide_studio.ui.panels.layer_row import DEPTH, LAYER, eye_area, fold_area
from tests.ui.canvas_events import LEFT, NO_KEYS, SHIFT, drag
from tests.ui.studio import Studio, click_row, drag_row

CONTROL = Qt.KeyboardModifier.ControlModifier
ALT = Qt.KeyboardModifier.AltModifier
COLOURS = {"red": (255, 0, 0, 255), "green": (0, 255, 0, 255), "blue": (0, 0, 255, 128)}
pytestmark = pytest.mark.usefixtures("rows")


@pytest.fixture
def rows(studio: Studio) -> LayerList:
    """Three layers, bottom first: red, green in the left half, translucent blue."""
    for name, colour in COLOURS.items():
        picture = np.full((80, 120, 4), colour, np.uint8)
        if name == "green":
            picture[:, 60:] = 0
        studio.editor.paste(picture)
        studio.editor.layers.rename(studio.editor.document.layers[-1].id, name)
    studio.window.resize(1200, 1000)
    studio.qtbot.wait(20)
    return studio.find("layers_list")


def shape(studio: Studio) -> list[str]:
    """The layers topmost first, each with its groups before it."""
    layers = reversed(studio.editor.document.layers)
    return ["/".join([*(each.name for each in layer.groups), layer.name]) for layer in layers]


def labels(studio: Studio) -> list[str]:
    history = studio.editor.open_document.history
    return [entry.label for entry in history.entries[: history.index + 1]]


def group_of(studio: Studio) -> Group:
    (group,) = studio.editor.document.groups.values()
    return group


def at_name(rows: LayerList, row: int) -> QPoint:
    area = rows.visualItemRect(rows.item(row))
    return QPoint(area.left() + area.width() * 2 // 3, area.center().y())


def click(rows: LayerList, row: int, keys: Qt.KeyboardModifier = NO_KEYS) -> None:
    QTest.mouseClick(rows.viewport(), LEFT, keys, at_name(rows, row))


def group_two(studio: Studio, rows: LayerList) -> None:
    """Blue and green in a group."""
    click(rows, 0)
    click(rows, 1, SHIFT)
    studio.press("Ctrl+G", "layers_list")


def shown(studio: Studio, x: int = 5) -> tuple[int, ...]:
    return tuple(studio.editor.document.composite()[5, x])


def test_selected_layers_are_grouped_and_look_the_same(studio: Studio, rows: LayerList) -> None:
    before = studio.editor.document.composite()
    group_two(studio, rows)
    assert shape(studio) == ["Group/blue", "Group/green", "red"]
    assert studio.texts("layers_list") == ["Group", "blue", "green", "red"]
    assert rows.currentRow() == 0
    assert rows.item(0).toolTip() == "Group, group"
    assert [rows.item(row).data(DEPTH) for row in range(4)] == [0, 1, 1, 0]
    assert np.array_equal(studio.editor.document.composite(), before)
    studio.press("Ctrl+Z")
    assert shape(studio) == ["blue", "green", "red"]
    studio.press("Ctrl+Y")
    studio.press("Ctrl+Shift+G", "layers_list")
    assert shape(studio) == ["blue", "green", "red"]
    assert labels(studio)[-2:] == ["Group layers", "Ungroup Group"]


def test_opacity_mode_eye_lock_and_name_are_those_of_the_group(
    studio: Studio, rows: LayerList
) -> None:
    group_two(studio, rows)
    assert shown(studio) == (0, 127, 128, 255)
    studio.find("layer_opacity_slider").setValue(50)
    assert group_of(studio).opacity == 0.5
    assert np.abs(np.array(shown(studio), int) - (127.5, 63.5, 64, 255)).max() <= 0.5
    studio.find("layer_opacity_slider").setValue(100)
    combo = studio.find("blend_mode_combo")
    assert combo.currentText() == "Pass through"
    combo.showPopup()
    QTest.keyClicks(combo.view(), "Multiply")
    QTest.keyClick(combo.view(), Qt.Key.Key_Return)
    assert group_of(studio).blend_mode is BlendMode.MULTIPLY
    assert shown(studio) == (0, 0, 0, 255)
    area = rows.visualItemRect(rows.item(0))
    QTest.mouseClick(rows.viewport(), LEFT, pos=eye_area(area).center())
    assert shown(studio) == COLOURS["red"]
    assert not group_of(studio).visible
    studio.press("Ctrl+/", "layers_list")
    assert group_of(studio).locked
    click(rows, 1)
    assert combo.itemText(0) == "Normal"
    with studio.qtbot.waitSignal(studio.editor.open_document.noticed) as noticed:
        QTest.keyClick(rows, Qt.Key.Key_Delete)
    assert "“Group” is locked" in noticed.args[0]
    click(rows, 0)
    studio.press("F2", "layers_list")
    (field,) = rows.findChildren(QLineEdit, "layer_name_edit")
    QTest.keyClicks(field, "Figure")
    QTest.keyClick(field, Qt.Key.Key_Return)
    QApplication.processEvents()
    assert group_of(studio).name == "Figure"


def test_a_group_is_folded_without_a_step(studio: Studio, rows: LayerList) -> None:
    group_two(studio, rows)
    click(rows, 1)
    before = labels(studio)
    area = rows.visualItemRect(rows.item(0))
    QTest.mouseClick(rows.viewport(), LEFT, pos=fold_area(area, group_of(studio), 0).center())
    assert studio.texts("layers_list") == ["Group", "red"]
    assert rows.item(0).toolTip() == "Group, collapsed group"
    assert studio.editor.document.active_group is not None  # for its layers cannot be seen
    studio.press("PgDown", "layers_list")
    assert rows.currentItem().text() == "red"
    studio.press("PgUp", "layers_list")
    assert rows.currentItem().text() == "Group"
    QTest.mouseClick(rows.viewport(), LEFT, pos=fold_area(area, group_of(studio), 0).center())
    assert studio.texts("layers_list") == ["Group", "blue", "green", "red"]
    assert labels(studio) == before
    studio.click("new_layer_button")
    assert shape(studio)[0] == "Group/Layer"
    click(rows, 0)
    QTest.mouseClick(rows.viewport(), LEFT, pos=fold_area(area, group_of(studio), 0).center())
    studio.click("new_layer_button")
    assert studio.texts("layers_list") == ["Layer 2", "Group", "red"]


def test_dragging_goes_into_groups_and_out_of_them_as_one_step(
    studio: Studio, rows: LayerList
) -> None:
    group_two(studio, rows)
    count = len(labels(studio))
    drag_row(rows, 3, 2)  # red takes the place of green
    assert shape(studio) == ["Group/blue", "Group/red", "Group/green"]
    drag_row(rows, 2, 1, 0)  # red past blue and past the group's row
    assert shape(studio) == ["red", "Group/blue", "Group/green"]
    drag_row(rows, 0, 1)  # and back into it
    assert shape(studio) == ["Group/red", "Group/blue", "Group/green"]
    assert len(labels(studio)) == count + 3
    studio.press("Ctrl+Z")
    studio.press("Ctrl+Z")
    drag_row(rows, 0, 1, 2)
    assert shape(studio) == ["Group/blue", "Group/red", "Group/green"]


def test_a_group_is_dragged_with_its_layers(studio: Studio, rows: LayerList) -> None:
    group_two(studio, rows)
    drag_row(rows, 0, 1, 2, 3)
    assert shape(studio) == ["red", "Group/blue", "Group/green"]
    drag_row(rows, 1, 0)
    assert shape(studio) == ["Group/blue", "Group/green", "red"]


def test_keys_step_into_groups_and_out_of_them(studio: Studio, rows: LayerList) -> None:
    group_two(studio, rows)
    click(rows, 3)
    found = []
    for _ in range(5):
        QTest.keyClick(rows, Qt.Key.Key_Up, ALT)
        found.append(shape(studio))
    assert found == [
        ["Group/blue", "Group/green", "Group/red"],
        ["Group/blue", "Group/red", "Group/green"],
        ["Group/red", "Group/blue", "Group/green"],
        ["red", "Group/blue", "Group/green"],
        ["red", "Group/blue", "Group/green"],
    ]
    studio.press("Ctrl+PgDown", "layers_list")
    assert shape(studio)[0] == "Group/red"


def test_a_group_is_duplicated_merged_and_deleted(studio: Studio, rows: LayerList) -> None:
    group_two(studio, rows)
    before = studio.editor.document.composite()
    studio.press("Ctrl+J", "layers_list")
    assert shape(studio)[:2] == ["Group 2/blue", "Group 2/green"]
    assert len(shape(studio)) == 5
    QTest.keyClick(rows, Qt.Key.Key_Delete)
    assert shape(studio) == ["Group/blue", "Group/green", "red"]
    click(rows, 0)
    studio.find("merge_down_action").trigger()
    studio.qtbot.waitUntil(lambda: shape(studio) == ["Group", "red"])
    difference = studio.editor.document.composite().astype(int) - before
    assert np.abs(difference).max() <= 1
    assert labels(studio)[-1] == "Merge group Group"


def test_pixels_are_changed_in_a_layer_of_the_group(studio: Studio, rows: LayerList) -> None:
    group_two(studio, rows)
    studio.press("Shift+B")
    drag(studio.find("canvas"), (20, 20), (40, 20))
    assert "“Group” is a group" in (studio.message() or "")
    click(rows, 1)
    drag(studio.find("canvas"), (20, 20), (40, 20))
    assert labels(studio)[-1] == "Paint"
    assert shape(studio) == ["Group/blue", "Group/green", "red"]


def test_several_layers_are_changed_in_one_step(studio: Studio, rows: LayerList) -> None:
    click(rows, 0)
    click(rows, 2, CONTROL)
    assert [item.text() for item in rows.selectedItems()] == ["blue", "red"]
    count = len(labels(studio))
    studio.find("layer_opacity_slider").setValue(40)
    opacities = {layer.name: layer.opacity for layer in studio.editor.document.layers}
    assert opacities == {"red": 0.4, "green": 1, "blue": 0.4}
    studio.press("Ctrl+.", "layers_list")
    assert [layer.visible for layer in studio.editor.document.layers] == [False, True, False]
    studio.press("Ctrl+Z")
    drag_row(rows, 0, 1)
    assert shape(studio) == ["green", "blue", "red"]
    QTest.keyClick(rows, Qt.Key.Key_Up, ALT)
    assert shape(studio) == ["blue", "red", "green"]
    studio.press("Ctrl+J", "layers_list")
    assert len(shape(studio)) == 5
    studio.press("Ctrl+Z")
    QTest.keyClick(rows, Qt.Key.Key_Delete)
    assert shape(studio) == ["green"]
    assert len(labels(studio)) == count + 4
    studio.press("Ctrl+Z")
    click_row(rows, 2)
    assert [item.text() for item in rows.selectedItems()] == ["green"]


def boxes(studio: Studio) -> dict[str, Rect]:
    """Where each layer has pixels, past the edges of the page too."""
    return {layer.name: layer.content_bounds for layer in studio.editor.document.layers}


def test_the_layers_of_a_group_move_together_in_one_step(studio: Studio, rows: LayerList) -> None:
    group_two(studio, rows)
    count = len(labels(studio))
    studio.press("V")
    drag(studio.find("canvas"), (20, 20), (30, 25))
    studio.qtbot.waitUntil(lambda: len(labels(studio)) > count)
    assert boxes(studio) == {
        "red": Rect(0, 0, 120, 80),
        "green": Rect(10, 5, 60, 80),
        "blue": Rect(10, 5, 120, 80),
    }
    assert labels(studio)[count:] == ["Move layers"]
    assert shape(studio) == ["Group/blue", "Group/green", "red"]


def test_selected_layers_are_transformed_together_in_one_step(
    studio: Studio, rows: LayerList
) -> None:
    click(rows, 0)
    click(rows, 1, SHIFT)
    count = len(labels(studio))
    studio.find("rotate_layer_half_action").trigger()
    studio.qtbot.waitUntil(lambda: len(labels(studio)) > count)
    assert boxes(studio)["green"] == Rect(60, 0, 60, 80)  # about the middle of both
    assert labels(studio)[count:] == ["Rotate layers"]
    before = studio.editor.document
    studio.press("Ctrl+T")
    tool = studio.tools.transform
    studio.qtbot.waitUntil(lambda: tool.transform is not None)
    drag(studio.find("canvas"), (20, 20), (27, 20))
    QTest.keyClick(studio.find("canvas"), Qt.Key.Key_Return)
    studio.qtbot.waitUntil(lambda: studio.editor.document is not before)
    assert boxes(studio)["green"] == Rect(67, 0, 60, 80)
    assert boxes(studio)["blue"] == Rect(7, 0, 120, 80)
    assert boxes(studio)["red"] == Rect(0, 0, 120, 80)
    studio.press("Ctrl+Z")
    assert studio.editor.document is before


def test_selected_layers_are_merged(studio: Studio, rows: LayerList) -> None:
    click(rows, 0)
    click(rows, 1, CONTROL)
    before = studio.editor.document.composite()
    studio.press("Ctrl+E", "layers_list")
    studio.qtbot.waitUntil(lambda: shape(studio) == ["green", "red"])
    difference = studio.editor.document.composite().astype(int) - before
    assert np.abs(difference).max() <= 1


def test_one_layer_is_always_chosen(studio: Studio, rows: LayerList) -> None:
    for keys in (CONTROL, NO_KEYS):
        click(rows, 0, keys)
        assert [item.text() for item in rows.selectedItems()] == ["blue"]
    below = QPoint(9, rows.viewport().height() - 3)
    assert rows.itemAt(below) is None
    QTest.mouseClick(rows.viewport(), LEFT, pos=below)
    assert [item.text() for item in rows.selectedItems()] == ["blue"]


def test_a_click_on_one_of_several_leaves_only_that(studio: Studio, rows: LayerList) -> None:
    click(rows, 0)
    click(rows, 2, SHIFT)
    assert len(rows.selectedItems()) == 3
    click(rows, 1)
    assert [item.text() for item in rows.selectedItems()] == ["green"]
    assert studio.editor.document.selected == (rows.item(1).data(LAYER).id,)
