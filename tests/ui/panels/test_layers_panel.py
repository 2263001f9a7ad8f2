"""The layers panel under mouse and keys."""

from typing import Any

import numpy as np
import pytest
from PySide6.QtCore import QPoint, Qt
from PySide6.QtGui import QAction
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QLineEdit, QMainWindow, QVBoxLayout, QWidget

from glide_studio.core.document.blend_modes import BlendMode
from glide_studio.core.document.layer_edits import with_empty_layer
from glide_studio.core.document.layers import Layer
from glide_studio.session.editor import Editor
from glide_studio.session.layer_commands import LayerCommands
from glide_studio.session.preferences import Preferences
from glide_studio.ui.actions.actions import Actions
from glide_studio.ui.actions.table import menus
from glide_studio.ui.commands.document_commands import connect_layers
from glide_studio.ui.panels.layer_list import (
    THUMBNAIL,
    LayerList,
    blend_mode_names,
    eye_area,
    lock_area,
)
from glide_studio.ui.panels.layers_panel import LayersPanel
from tests.fakes import settings

LEFT = Qt.MouseButton.LeftButton
RED, GREEN, BLUE = (255, 0, 0, 255), (0, 255, 0, 255), (0, 0, 255, 128)


@pytest.fixture
def window(qapp: Any) -> QMainWindow:
    return QMainWindow()


@pytest.fixture
def panel(qtbot: Any, window: QMainWindow, editor: Editor) -> LayersPanel:
    """A panel with three layers, bottom first: red, green in the left half, translucent blue."""
    picture = np.full((80, 120, 4), RED, np.uint8)
    editor.paste(picture)
    picture[:, :60], picture[:, 60:] = GREEN, 0
    editor.paste(picture)
    picture[:] = BLUE
    editor.paste(picture)
    for layer, name in zip(editor.document.layers, ("red", "green", "blue"), strict=True):
        LayerCommands(editor.open_document, editor.review).rename(layer.id, name)
    commands, actions = (
        LayerCommands(editor.open_document, editor.review),
        Actions(menus(), Preferences(), window),
    )
    connect_layers(actions, editor.open_document, commands)
    panel = LayersPanel(editor.open_document, commands, actions)
    centre = QWidget()
    layout = QVBoxLayout(centre)
    for widget in (*panel.corner, panel):
        layout.addWidget(widget)
    window.setCentralWidget(centre)
    qtbot.addWidget(window)
    window.resize(280, 640)
    window.show()
    qtbot.waitExposed(window)
    return panel


def find(panel: LayersPanel, name: str) -> Any:
    """A widget or an action."""
    window = panel.window()
    (found,) = window.findChildren(QWidget, name) or window.findChildren(QAction, name)
    return found


@pytest.fixture
def rows(panel: LayersPanel) -> LayerList:
    found: LayerList = find(panel, "layers_list")
    return found


def names(editor: Editor) -> list[str]:
    """Topmost first, as the panel shows them."""
    return [layer.name for layer in reversed(editor.document.layers)]


def active(editor: Editor) -> Layer:
    layer = editor.document.active_layer
    assert layer is not None
    return layer


def middle(rows: LayerList, row: int) -> QPoint:
    return rows.visualItemRect(rows.item(row)).center()


def steps(editor: Editor) -> int:
    return editor.open_document.history.index


def press(rows: LayerList, key: Qt.Key, keys: Qt.KeyboardModifier | None = None) -> None:
    QTest.keyClick(rows, key, keys or Qt.KeyboardModifier.NoModifier)


def test_the_list_shows_the_topmost_first_and_marks_the_active(
    editor: Editor, rows: LayerList
) -> None:
    assert [rows.item(row).text() for row in range(3)] == ["blue", "green", "red"]
    assert rows.currentRow() == 0
    before = steps(editor)
    QTest.mouseClick(rows.viewport(), LEFT, pos=middle(rows, 2))
    assert active(editor).name == "red"
    press(rows, Qt.Key.Key_Up)
    assert active(editor).name == "green"
    assert steps(editor) == before  # activating a layer is not a step


def test_activating_a_layer_is_not_an_unsaved_change(
    editor: Editor, rows: LayerList, tmp_path: Any, qtbot: Any
) -> None:
    editor.save(tmp_path / "picture.ora")
    qtbot.waitUntil(lambda: not editor.is_modified)
    press(rows, Qt.Key.Key_Down)
    assert active(editor).name == "green"
    assert not editor.is_modified
    press(rows, Qt.Key.Key_Space)
    assert editor.is_modified
    editor.undo()
    assert not editor.is_modified


def test_the_eye_and_space_hide_and_show(editor: Editor, rows: LayerList) -> None:
    assert tuple(editor.document.composite()[5, 100]) != RED
    QTest.mouseClick(
        rows.viewport(), LEFT, pos=eye_area(rows.visualItemRect(rows.item(0))).center()
    )
    assert tuple(editor.document.composite()[5, 100]) == RED
    assert rows.currentRow() == 0
    assert "hidden" in rows.item(0).data(Qt.ItemDataRole.AccessibleTextRole)
    press(rows, Qt.Key.Key_Space)
    assert active(editor).visible
    editor.undo()
    assert not editor.document.layers[-1].visible


def test_a_locked_layer_says_so_and_keeps_its_pixels(
    qtbot: Any, editor: Editor, panel: LayersPanel, rows: LayerList
) -> None:
    lock = lock_area(rows.visualItemRect(rows.item(0))).center()
    QTest.mouseClick(rows.viewport(), LEFT, pos=lock)
    assert active(editor).locked
    for act in (
        lambda: press(rows, Qt.Key.Key_Delete),
        lambda: QTest.mouseClick(find(panel, "merge_down_button"), LEFT),
    ):
        with qtbot.waitSignal(editor.open_document.noticed) as noticed:
            act()
        assert "“blue” is locked" in noticed.args[0]
    assert names(editor) == ["blue", "green", "red"]
    QTest.mouseClick(rows.viewport(), LEFT, pos=lock)
    press(rows, Qt.Key.Key_Delete)
    assert names(editor) == ["green", "red"]


def test_dragging_reorders_in_one_step(editor: Editor, rows: LayerList) -> None:
    before = steps(editor)
    view = rows.viewport()
    QTest.mousePress(view, LEFT, pos=middle(rows, 0))
    for row in (1, 2):
        QTest.mouseMove(view, middle(rows, row))
    QTest.mouseRelease(view, LEFT, pos=middle(rows, 2))
    assert names(editor) == ["green", "red", "blue"]
    assert rows.currentItem().text() == active(editor).name == "blue"
    assert steps(editor) == before + 1
    QTest.mousePress(view, LEFT, pos=middle(rows, 2))
    QTest.mouseMove(view, middle(rows, 1))
    QTest.mouseRelease(view, LEFT, pos=middle(rows, 1))
    assert steps(editor) == before + 2
    editor.undo()
    editor.undo()
    assert names(editor) == ["blue", "green", "red"]


def test_keys_and_buttons_reorder(editor: Editor, panel: LayersPanel, rows: LayerList) -> None:
    alt = Qt.KeyboardModifier.AltModifier
    press(rows, Qt.Key.Key_Down, alt)
    assert names(editor) == ["green", "blue", "red"]
    press(rows, Qt.Key.Key_Down, alt)
    press(rows, Qt.Key.Key_Down, alt)
    assert names(editor) == ["green", "red", "blue"]
    assert not find(panel, "lower_layer_action").isEnabled()
    QTest.keySequence(panel.window(), "Ctrl+PgUp")
    assert names(editor) == ["green", "blue", "red"]
    editor.undo()
    assert names(editor) == ["green", "red", "blue"]


@pytest.mark.parametrize("way", ["double click", "F2"])
def test_a_layer_is_renamed_in_place(
    editor: Editor, panel: LayersPanel, rows: LayerList, way: str
) -> None:
    layer = editor.document.layers[1]
    if way == "F2":
        rows.setFocus()
        press(rows, Qt.Key.Key_Down)
        QTest.keySequence(panel.window(), "F2")
    else:
        QTest.mouseClick(rows.viewport(), LEFT, pos=middle(rows, 1))
        QTest.mouseDClick(rows.viewport(), LEFT, pos=middle(rows, 1))
    (field,) = rows.findChildren(QLineEdit, "layer_name_edit")
    QTest.keyClicks(field, "leaf bed")
    QTest.keyClick(field, Qt.Key.Key_Return)
    QApplication.processEvents()
    assert names(editor) == ["blue", "leaf bed", "red"]
    assert rows.item(1).text() == "leaf bed"
    assert editor.document.layers[1].id == layer.id
    assert editor.open_document.history.entries[-1].label == "Rename to leaf bed"


def test_an_empty_name_is_ignored(editor: Editor, panel: LayersPanel, rows: LayerList) -> None:
    rows.setFocus()
    before = steps(editor)
    QTest.keySequence(panel.window(), "F2")
    (field,) = rows.findChildren(QLineEdit, "layer_name_edit")
    QTest.keyClicks(field, "  ")
    QTest.keyClick(field, Qt.Key.Key_Return)
    assert names(editor)[0] == rows.item(0).text() == "blue"
    assert steps(editor) == before


def test_a_drag_of_the_opacity_is_one_step(editor: Editor, panel: LayersPanel) -> None:
    slider = find(panel, "layer_opacity_slider")
    before = steps(editor)
    y, width = slider.height() // 2, slider.width()
    QTest.mousePress(slider, LEFT, pos=QPoint(width - 7, y))
    shown = set()
    for x in range(width - 20, width // 2, -9):
        QTest.mouseMove(slider, QPoint(x, y))
        shown.add(active(editor).opacity)
    QTest.mouseRelease(slider, LEFT, pos=QPoint(width // 2, y))
    assert len(shown) > 3
    assert 0.3 < active(editor).opacity < 0.7
    assert steps(editor) == before + 1
    editor.undo()
    assert active(editor).opacity == 1
    assert slider.value() == 100


def test_every_blend_mode_can_be_chosen(editor: Editor, panel: LayersPanel) -> None:
    assert set(blend_mode_names()) == set(BlendMode)
    combo = find(panel, "blend_mode_combo")
    combo.setFocus()
    QTest.keyClicks(combo, "Multiply")
    QTest.keyClick(combo, Qt.Key.Key_Return)
    assert active(editor).blend_mode is BlendMode.MULTIPLY
    assert tuple(editor.document.composite()[5, 100]) == (127, 0, 0, 255)
    assert find(panel, "layers_list").item(0).toolTip() == "blue, Multiply"
    editor.undo()
    assert combo.currentData() is BlendMode.NORMAL


def test_layers_are_added_duplicated_merged_and_deleted(
    qtbot: Any, editor: Editor, panel: LayersPanel, rows: LayerList
) -> None:
    QTest.mouseClick(rows.viewport(), LEFT, pos=middle(rows, 1))
    QTest.mouseClick(find(panel, "new_layer_button"), LEFT)
    assert names(editor) == ["blue", "Layer", "green", "red"]
    QTest.mouseClick(find(panel, "delete_layer_button"), LEFT)
    assert active(editor).name == "green"
    QTest.mouseClick(find(panel, "duplicate_layer_button"), LEFT)
    assert names(editor) == ["blue", "green 2", "green", "red"]
    shown = editor.document.composite()
    QTest.mouseClick(find(panel, "merge_down_button"), LEFT)
    qtbot.waitUntil(lambda: names(editor) == ["blue", "green", "red"])
    assert np.array_equal(editor.document.composite(), shown)
    for text, rest in (("Merge Visible", ["red"]), ("Flatten Image", ["red"])):
        menu = find(panel, "layer_more_menu")
        (action,) = [action for action in menu.actions() if action.text() == text]
        action.trigger()
        qtbot.waitUntil(lambda wanted=rest: names(editor) == wanted)
        assert np.array_equal(editor.document.composite(), shown)
        editor.undo()
        assert names(editor) == ["blue", "green", "red"]


def test_the_last_layer_cannot_be_deleted(qtbot: Any, editor: Editor, rows: LayerList) -> None:
    press(rows, Qt.Key.Key_Delete)
    press(rows, Qt.Key.Key_Delete)
    with qtbot.waitSignal(editor.open_document.noticed) as noticed:
        press(rows, Qt.Key.Key_Delete)
    assert "at least one layer" in noticed.args[0]
    assert names(editor) == ["red"]


def test_a_merge_that_is_impossible_gives_a_notice(
    qtbot: Any, editor: Editor, panel: LayersPanel, rows: LayerList
) -> None:
    press(rows, Qt.Key.Key_Down)
    press(rows, Qt.Key.Key_Space)
    press(rows, Qt.Key.Key_Up)
    with qtbot.waitSignal(editor.open_document.noticed) as noticed:
        QTest.mouseClick(find(panel, "merge_down_button"), LEFT)
    assert "“green” is hidden" in noticed.args[0]
    press(rows, Qt.Key.Key_End)
    assert not find(panel, "merge_down_button").isEnabled()


def test_a_merge_includes_what_was_painted_meanwhile(
    qtbot: Any, editor: Editor, panel: LayersPanel
) -> None:
    QTest.mouseClick(find(panel, "merge_down_button"), LEFT)
    editor.open_document.apply("meanwhile", with_empty_layer(editor.document, "late"))
    qtbot.waitUntil(lambda: names(editor) == ["late", "green", "red"])


def test_thumbnails_follow_their_layers(qtbot: Any, editor: Editor, rows: LayerList) -> None:
    def colours(row: int) -> list[tuple[int, ...]]:
        """The colours at the left and at the right."""
        image = rows.item(row).data(THUMBNAIL).toImage()
        points = (1, image.height() // 2), (image.width() - 2, image.height() // 2)
        return [image.pixelColor(*point).getRgb() for point in points]

    qtbot.waitUntil(lambda: all(rows.item(row).data(THUMBNAIL) for row in range(3)))
    assert colours(2) == [RED, RED]
    assert colours(1) == [GREEN, (0, 0, 0, 0)]
    assert colours(0) == [BLUE, BLUE]
    layer = editor.document.layers[1]
    editor.open_document.apply(
        "fill",
        editor.document.with_changed(Layer("green", editor.document.layers[0].raster, id=layer.id)),
    )
    qtbot.waitUntil(lambda: colours(1) == [RED, RED])


def test_an_accepted_edit_is_the_active_layer(qtbot: Any, editor: Editor, rows: LayerList) -> None:
    QTest.mouseClick(rows.viewport(), LEFT, pos=middle(rows, 2))
    editor.open_document.set_mask(editor.document.mask.inverted())
    editor.generate(settings("a boat"))
    qtbot.waitUntil(lambda: editor.runs.running is None)
    assert names(editor) == ["a boat", "blue", "green", "red"]
    assert active(editor).name == "a boat"
    assert rows.currentRow() == 0


def test_on_a_blank_document_the_controls_are_disabled(editor: Editor, panel: LayersPanel) -> None:
    editor.new()
    assert find(panel, "layers_list").count() == 0
    for name in ("delete_layer_button", "layer_opacity_slider", "blend_mode_combo"):
        assert not find(panel, name).isEnabled()
    QTest.mouseClick(find(panel, "new_layer_button"), LEFT)
    assert names(editor) == ["Layer"]


def test_shortcuts_activate_the_layer_above_or_below(editor: Editor, panel: LayersPanel) -> None:
    for keys, name in (("PgDown", "green"), ("PgDown", "red"), ("PgUp", "green")):
        QTest.keySequence(panel.window(), keys)
        assert active(editor).name == name
    QTest.keySequence(panel.window(), "Ctrl+.")
    QTest.keySequence(panel.window(), "Ctrl+/")
    assert (active(editor).visible, active(editor).locked) == (False, True)
