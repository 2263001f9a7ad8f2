"""The layers panel under mouse and keys."""

from typing import Any

import numpy as np
import pytest
from PySide6.QtCore import QPoint, Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QLineEdit

from glide_studio.core.document.blend_modes import BlendMode
from glide_studio.core.document.layer_edits import with_empty_layer
from glide_studio.core.document.layers import Layer
from glide_studio.ui.panels.layer_list import LayerList
from glide_studio.ui.panels.layer_row import (
    THUMBNAIL,
    blend_mode_names,
    eye_area,
    lock_area,
)
from tests.fakes import settings
from tests.ui.canvas_events import LEFT, NO_KEYS
from tests.ui.studio import Studio, click_row, drag_row, middle

RED, GREEN, BLUE = (255, 0, 0, 255), (0, 255, 0, 255), (0, 0, 255, 128)
pytestmark = pytest.mark.usefixtures("rows")


@pytest.fixture
def rows(studio: Studio) -> LayerList:
    """Three layers, bottom first: red, green in the left half, translucent blue."""
    editor = studio.editor
    picture = np.full((80, 120, 4), RED, np.uint8)
    editor.paste(picture)
    picture[:, :60], picture[:, 60:] = GREEN, 0
    editor.paste(picture)
    picture[:] = BLUE
    editor.paste(picture)
    for layer, name in zip(editor.document.layers, ("red", "green", "blue"), strict=True):
        editor.layers.rename(layer.id, name)
    studio.window.resize(1200, 1000)
    studio.qtbot.wait(20)
    return studio.find("layers_list")


def names(studio: Studio) -> list[str]:
    """Topmost first, as the panel shows them."""
    return [layer.name for layer in reversed(studio.editor.document.layers)]


def active(studio: Studio) -> Layer:
    layer = studio.editor.document.active_layer
    assert layer is not None
    return layer


def steps(studio: Studio) -> int:
    return studio.editor.open_document.history.index


def press(rows: LayerList, key: Qt.Key, keys: Qt.KeyboardModifier = NO_KEYS) -> None:
    QTest.keyClick(rows, key, keys)


def test_the_list_shows_the_topmost_first_and_marks_the_active(
    studio: Studio, rows: LayerList
) -> None:
    assert studio.texts("layers_list") == ["blue", "green", "red"]
    assert rows.currentRow() == 0
    before = steps(studio)
    click_row(rows, 2)
    assert active(studio).name == "red"
    press(rows, Qt.Key.Key_Up)
    assert active(studio).name == "green"
    assert steps(studio) == before  # activating a layer is not a step


def test_activating_a_layer_is_not_an_unsaved_change(
    studio: Studio, rows: LayerList, tmp_path: Any
) -> None:
    studio.editor.save(tmp_path / "picture.ora")
    studio.qtbot.waitUntil(lambda: not studio.editor.is_modified)
    press(rows, Qt.Key.Key_Down)
    assert active(studio).name == "green"
    assert not studio.editor.is_modified
    press(rows, Qt.Key.Key_Space)
    assert studio.editor.is_modified
    studio.editor.undo()
    assert not studio.editor.is_modified


def test_the_eye_and_space_hide_and_show(studio: Studio, rows: LayerList) -> None:
    assert tuple(studio.editor.document.composite()[5, 100]) != RED
    eye = eye_area(rows.visualItemRect(rows.item(0))).center()
    QTest.mouseClick(rows.viewport(), LEFT, pos=eye)
    assert tuple(studio.editor.document.composite()[5, 100]) == RED
    assert rows.currentRow() == 0
    assert "hidden" in rows.item(0).data(Qt.ItemDataRole.AccessibleTextRole)
    press(rows, Qt.Key.Key_Space)
    assert active(studio).visible
    studio.editor.undo()
    assert not studio.editor.document.layers[-1].visible


def test_a_locked_layer_says_so_and_keeps_its_pixels(studio: Studio, rows: LayerList) -> None:
    lock = lock_area(rows.visualItemRect(rows.item(0))).center()
    QTest.mouseClick(rows.viewport(), LEFT, pos=lock)
    assert active(studio).locked
    for act in (
        lambda: press(rows, Qt.Key.Key_Delete),
        lambda: studio.find("merge_down_action").trigger(),
    ):
        with studio.qtbot.waitSignal(studio.editor.open_document.noticed) as noticed:
            act()
        assert "“blue” is locked" in noticed.args[0]
    assert names(studio) == ["blue", "green", "red"]
    QTest.mouseClick(rows.viewport(), LEFT, pos=lock)
    press(rows, Qt.Key.Key_Delete)
    assert names(studio) == ["green", "red"]


def test_dragging_reorders_in_one_step(studio: Studio, rows: LayerList) -> None:
    before = steps(studio)
    drag_row(rows, 0, 1, 2)
    assert names(studio) == ["green", "red", "blue"]
    assert rows.currentItem().text() == active(studio).name == "blue"
    assert steps(studio) == before + 1
    drag_row(rows, 2, 1)
    assert steps(studio) == before + 2
    studio.editor.undo()
    studio.editor.undo()
    assert names(studio) == ["blue", "green", "red"]


def test_escape_cancels_a_drag(studio: Studio, rows: LayerList) -> None:
    QTest.mousePress(rows.viewport(), LEFT, pos=middle(rows, 0))
    before = studio.editor.document
    for row in (1, 2):
        QTest.mouseMove(rows.viewport(), middle(rows, row))
    assert names(studio) == ["green", "red", "blue"]
    press(rows, Qt.Key.Key_Escape)
    assert studio.editor.document is before
    assert rows.hasFocus()
    QTest.mouseMove(rows.viewport(), middle(rows, 1))
    QTest.mouseRelease(rows.viewport(), LEFT, pos=middle(rows, 1))
    assert studio.editor.document is before
    drag_row(rows, 0, 1)
    assert names(studio) == ["green", "blue", "red"]


def test_keys_and_buttons_reorder(studio: Studio, rows: LayerList) -> None:
    alt = Qt.KeyboardModifier.AltModifier
    press(rows, Qt.Key.Key_Down, alt)
    assert names(studio) == ["green", "blue", "red"]
    press(rows, Qt.Key.Key_Down, alt)
    press(rows, Qt.Key.Key_Down, alt)
    assert names(studio) == ["green", "red", "blue"]
    assert not studio.find("lower_layer_action").isEnabled()
    studio.press("Ctrl+PgUp", "layers_list")
    assert names(studio) == ["green", "blue", "red"]
    studio.editor.undo()
    assert names(studio) == ["green", "red", "blue"]


@pytest.mark.parametrize("way", ["double click", "F2"])
def test_a_layer_is_renamed_in_place(studio: Studio, rows: LayerList, way: str) -> None:
    layer = studio.editor.document.layers[1]
    if way == "F2":
        rows.setFocus()
        press(rows, Qt.Key.Key_Down)
        studio.press("F2", "layers_list")
    else:
        click_row(rows, 1)
        QTest.mouseDClick(rows.viewport(), LEFT, pos=middle(rows, 1))
    (field,) = rows.findChildren(QLineEdit, "layer_name_edit")
    QTest.keyClicks(field, "leaf bed")
    QTest.keyClick(field, Qt.Key.Key_Return)
    QApplication.processEvents()
    assert names(studio) == ["blue", "leaf bed", "red"]
    assert rows.item(1).text() == "leaf bed"
    assert studio.editor.document.layers[1].id == layer.id
    assert studio.editor.open_document.history.entries[-1].label == "Rename to leaf bed"


def test_an_empty_name_is_ignored(studio: Studio, rows: LayerList) -> None:
    rows.setFocus()
    before = steps(studio)
    studio.press("F2", "layers_list")
    (field,) = rows.findChildren(QLineEdit, "layer_name_edit")
    QTest.keyClicks(field, "  ")
    QTest.keyClick(field, Qt.Key.Key_Return)
    assert names(studio)[0] == rows.item(0).text() == "blue"
    assert steps(studio) == before


def test_a_drag_of_the_opacity_is_one_step(studio: Studio) -> None:
    slider = studio.find("layer_opacity_slider")
    before = steps(studio)
    y, width = slider.height() // 2, slider.width()
    QTest.mousePress(slider, LEFT, pos=QPoint(width - 7, y))
    shown = set()
    for x in range(width - 20, width // 2, -9):
        QTest.mouseMove(slider, QPoint(x, y))
        shown.add(active(studio).opacity)
    QTest.mouseRelease(slider, LEFT, pos=QPoint(width // 2, y))
    assert len(shown) > 3
    assert 0.3 < active(studio).opacity < 0.7
    assert steps(studio) == before + 1
    studio.editor.undo()
    assert active(studio).opacity == 1
    assert slider.value() == 100


def test_every_blend_mode_can_be_chosen(studio: Studio) -> None:
    assert set(blend_mode_names()) == set(BlendMode)
    combo = studio.find("blend_mode_combo")
    combo.showPopup()
    QTest.keyClicks(combo.view(), "Multiply")  # letters search an open list
    QTest.keyClick(combo.view(), Qt.Key.Key_Return)
    assert active(studio).blend_mode is BlendMode.MULTIPLY
    assert tuple(studio.editor.document.composite()[5, 100]) == (127, 0, 0, 255)
    assert studio.find("layers_list").item(0).toolTip() == "blue, Multiply"
    studio.editor.undo()
    assert combo.currentData() is BlendMode.NORMAL


def test_layers_are_added_duplicated_merged_and_deleted(studio: Studio, rows: LayerList) -> None:
    click_row(rows, 1)
    studio.click("new_layer_button")
    assert names(studio) == ["blue", "Layer", "green", "red"]
    studio.click("delete_layer_button")
    assert active(studio).name == "green"
    studio.find("duplicate_layer_action").trigger()
    assert names(studio) == ["blue", "green 2", "green", "red"]
    shown = studio.editor.document.composite()
    studio.find("merge_down_action").trigger()
    studio.qtbot.waitUntil(lambda: names(studio) == ["blue", "green", "red"])
    assert np.array_equal(studio.editor.document.composite(), shown)
    more = {action.text(): action for action in studio.find("layer_more_menu").actions()}
    for text in ("Merge Visible", "Flatten Image"):
        more[text].trigger()
        studio.qtbot.waitUntil(lambda: names(studio) == ["red"])
        assert np.array_equal(studio.editor.document.composite(), shown)
        studio.editor.undo()
        assert names(studio) == ["blue", "green", "red"]


def test_the_last_layer_cannot_be_deleted(studio: Studio, rows: LayerList) -> None:
    press(rows, Qt.Key.Key_Delete)
    press(rows, Qt.Key.Key_Delete)
    press(rows, Qt.Key.Key_Delete)
    assert "at least one layer" in (studio.message() or "")
    assert names(studio) == ["red"]


def test_a_merge_that_is_impossible_gives_a_notice(studio: Studio, rows: LayerList) -> None:
    press(rows, Qt.Key.Key_Down)
    press(rows, Qt.Key.Key_Space)
    press(rows, Qt.Key.Key_Up)
    studio.find("merge_down_action").trigger()
    assert "“green” is hidden" in (studio.message() or "")
    press(rows, Qt.Key.Key_End)
    assert not studio.find("merge_down_action").isEnabled()


def test_a_merge_includes_what_was_painted_meanwhile(studio: Studio) -> None:
    studio.find("merge_down_action").trigger()
    studio.editor.open_document.apply("meanwhile", with_empty_layer(studio.editor.document, "late"))
    studio.qtbot.waitUntil(lambda: names(studio) == ["late", "green", "red"])


def test_thumbnails_follow_their_layers(studio: Studio, rows: LayerList) -> None:
    def colours(row: int) -> list[tuple[int, ...]]:
        """The colours at the left and at the right."""
        image = rows.item(row).data(THUMBNAIL).toImage()
        points = (1, image.height() // 2), (image.width() - 2, image.height() // 2)
        return [image.pixelColor(*point).getRgb() for point in points]

    studio.qtbot.waitUntil(lambda: all(rows.item(row).data(THUMBNAIL) for row in range(3)))
    assert colours(2) == [RED, RED]
    assert colours(1) == [GREEN, (0, 0, 0, 0)]
    assert colours(0) == [BLUE, BLUE]
    document = studio.editor.document
    red, green, _ = document.layers
    filled = document.with_changed(Layer("green", red.raster, id=green.id))
    studio.editor.open_document.apply("fill", filled)
    studio.qtbot.waitUntil(lambda: colours(1) == [RED, RED])


def test_an_accepted_edit_is_the_active_layer(studio: Studio, rows: LayerList) -> None:
    click_row(rows, 2)
    studio.editor.open_document.set_mask(studio.editor.document.mask.inverted())
    studio.editor.generation.generate(settings("a boat"))
    studio.finish()
    assert names(studio) == ["a boat", "blue", "green", "red"]
    assert active(studio).name == "a boat"
    assert rows.currentRow() == 0


def test_on_a_blank_document_the_controls_are_disabled(studio: Studio, rows: LayerList) -> None:
    studio.editor.new()
    assert rows.count() == 0
    for name in ("delete_layer_button", "layer_opacity_slider", "blend_mode_combo"):
        assert not studio.find(name).isEnabled()
    studio.click("new_layer_button")
    assert names(studio) == ["Layer"]


def test_shortcuts_activate_the_layer_above_or_below(studio: Studio) -> None:
    for keys, name in (("PgDown", "green"), ("PgDown", "red"), ("PgUp", "green")):
        studio.press(keys, "layers_list")
        assert active(studio).name == name
    studio.press("Ctrl+.", "layers_list")
    studio.press("Ctrl+/", "layers_list")
    assert (active(studio).visible, active(studio).locked) == (False, True)


def test_a_layer_is_clipped_to_the_one_below(studio: Studio, rows: LayerList) -> None:
    """Green is in the left half, and blue above it everywhere."""
    button = studio.find("clip_layer_button")
    studio.press("Ctrl+Alt+G", "layers_list")
    assert active(studio).clipped
    assert button.isChecked()
    assert rows.item(0).toolTip() == "blue, clipped"
    assert tuple(studio.editor.document.composite()[5, 100]) == RED
    assert tuple(studio.editor.document.composite()[5, 5]) == (0, 127, 128, 255)
    studio.click("clip_layer_button")
    assert not active(studio).clipped
    assert studio.editor.open_document.history.entries[-1].label == "Release blue"
    studio.editor.undo()
    drag_row(rows, 2, 1)  # red joins
    assert [layer.clipped for layer in studio.editor.document.layers] == [False, True, True]
    click_row(rows, 2)
    assert not button.isEnabled()  # there is nothing below green


def test_a_layer_that_is_dragged_across_clipped_ones_leaves_them_again(
    studio: Studio, rows: LayerList
) -> None:
    studio.press("Ctrl+Alt+G", "layers_list")
    drag_row(rows, 2, 1, 0)
    assert names(studio) == ["red", "blue", "green"]
    assert [layer.clipped for layer in studio.editor.document.layers] == [False, True, False]


def test_clipped_and_other_layers_are_not_merged(studio: Studio, rows: LayerList) -> None:
    click_row(rows, 1)
    studio.press("Ctrl+Alt+G", "layers_list")
    press(rows, Qt.Key.Key_Up)
    studio.find("merge_down_action").trigger()
    assert "“green” is clipped and the layer above is not" in (studio.message() or "")
    assert len(names(studio)) == 3
