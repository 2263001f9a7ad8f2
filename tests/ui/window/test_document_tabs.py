"""Tabs of the open documents, by mouse and keys."""

import gc
import weakref
from dataclasses import astuple
from pathlib import Path

import pytest
from PIL import Image
from PySide6.QtCore import QMimeData, QPoint, QPointF, Qt, QUrl
from PySide6.QtGui import QDragEnterEvent, QDropEvent, QGuiApplication, QImage
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QListWidget, QTabBar, QWidget

from tests.fakes import colour
from tests.ui.canvas_events import LEFT, NO_KEYS
from tests.ui.studio import Studio


@pytest.fixture
def files(tmp_path: Path) -> list[Path]:
    """Pictures in red and green, of different sizes."""
    paths = [tmp_path / "red.png", tmp_path / "green.png"]
    for path, size, rgb in zip(paths, (256, 200), ((255, 0, 0), (0, 255, 0)), strict=True):
        Image.new("RGB", (size, size), rgb).save(path)
    return paths


@pytest.fixture
def pair(studio: Studio, files: list[Path]) -> Studio:
    """Both pictures are open, and the second is shown."""
    studio.window.open_files(files)
    studio.qtbot.waitUntil(lambda: studio.editor.open_document.path == files[1])
    return studio


def bar(studio: Studio) -> QTabBar:
    return studio.find("document_tabs")


def tabs(studio: Studio) -> list[str]:
    return [bar(studio).tabText(index) for index in range(bar(studio).count())]


def click_tab(studio: Studio, index: int, button: Qt.MouseButton = LEFT) -> None:
    QTest.mouseClick(bar(studio), button, pos=bar(studio).tabRect(index).center())


def paint(studio: Studio) -> None:
    studio.press("X")
    studio.press("Shift+Backspace")
    studio.qtbot.waitUntil(lambda: studio.editor.is_modified)


def test_one_document_needs_no_tabs(studio: Studio, files: list[Path]) -> None:
    assert not bar(studio).isVisible()
    studio.open(files[0])  # in place of the empty page
    assert not bar(studio).isVisible()
    studio.open(files[1])
    assert bar(studio).isVisible()
    assert tabs(studio) == ["red.png", "green.png"]
    studio.press("Ctrl+W")
    assert not bar(studio).isVisible()
    assert studio.window.windowTitle().startswith("red.png")


def test_a_click_and_keys_show_another_document(pair: Studio) -> None:
    click_tab(pair, 0)
    assert pair.shown(10, 10) == (255, 0, 0)
    assert pair.find("size_label").text() == "256 x 256"
    assert pair.texts("history_list") == ["Open red.png"]
    for keys, name in (("Ctrl+Tab", "green"), ("Ctrl+Tab", "red"), ("Ctrl+Shift+Tab", "green")):
        pair.press(keys)
        assert pair.window.windowTitle() == f"{name}.png[*] - GLIDE Studio"
    assert bar(pair).currentIndex() == 1
    assert pair.find("canvas").hasFocus()


def test_changes_and_their_mark_stay_with_their_document(pair: Studio) -> None:
    paint(pair)
    assert tabs(pair) == ["red.png", "green.png •"]
    click_tab(pair, 0)
    assert not pair.window.isWindowModified()
    pair.press("Ctrl+Z")
    assert tabs(pair) == ["red.png", "green.png •"]
    click_tab(pair, 1)
    assert pair.window.isWindowModified()
    pair.press("Ctrl+Z")
    assert tabs(pair) == ["red.png", "green.png"]


def test_each_keeps_its_view_and_its_prompt(pair: Studio) -> None:
    canvas = pair.find("canvas")
    pair.type("prompt_edit", "a green bell")
    pair.press("6")
    canvas.set_zoom(4.0, QPointF(50, 60))
    view = canvas.saved_view
    click_tab(pair, 0)
    assert canvas.saved_view != view
    pair.type("prompt_edit", "a red apple")
    click_tab(pair, 1)
    assert astuple(canvas.saved_view) == pytest.approx(astuple(view))
    assert pair.prompt == "a green bell"
    click_tab(pair, 0)
    assert pair.prompt == "a red apple"
    assert not pair.find("seed_lock_button").isChecked()


def test_a_run_belongs_to_the_document_that_started_it(pair: Studio) -> None:
    pair.engine.step_seconds = 0.05
    click_tab(pair, 0)
    pair.press("Ctrl+A")
    pair.qtbot.waitUntil(lambda: bool(pair.editor.document.painted))
    pair.ask("a red apple")
    pair.qtbot.waitUntil(lambda: pair.engine.stepped > 1)
    assert pair.find("cancel_button").isEnabled()
    click_tab(pair, 1)
    assert not pair.find("cancel_button").isEnabled()
    assert pair.find("queue_list").item(0).toolTip().splitlines()[1].startswith("red.png: ")
    pair.finish()
    assert pair.shown(10, 10) == (0, 255, 0)
    assert tabs(pair) == ["red.png •", "green.png"]
    click_tab(pair, 0)
    assert pair.texts("history_list")[-1] == "a red apple"
    assert pair.shown() == colour(pair.engine.requests[-1].settings.seed)


def test_the_middle_button_and_the_cross_close_after_a_question(pair: Studio) -> None:
    paint(pair)
    click_tab(pair, 1, Qt.MouseButton.MiddleButton)
    pair.answer("confirm_cancel_button")
    assert tabs(pair) == ["red.png", "green.png •"]
    cross = bar(pair).tabButton(0, QTabBar.ButtonPosition.RightSide)
    QTest.mouseClick(cross, LEFT)
    assert pair.window.windowTitle().startswith("green.png")
    assert not bar(pair).isVisible()


def test_tabs_are_reordered_by_dragging(pair: Studio) -> None:
    first, second = (bar(pair).tabRect(index).center() for index in (0, 1))
    QTest.mousePress(bar(pair), LEFT, pos=first)
    for step in range(1, 11):
        QTest.mouseMove(bar(pair), first + (second - first) * step / 10 + QPoint(step * 3, 0))
    QTest.mouseRelease(bar(pair), LEFT, pos=second + QPoint(30, 0))
    pair.qtbot.waitUntil(lambda: tabs(pair) == ["green.png", "red.png"])
    assert [state.name for state in pair.editor.open_document.states] == ["green.png", "red.png"]
    assert pair.window.windowTitle().startswith("red.png")  # a press shows it


def test_leaving_asks_for_each_unsaved_document(pair: Studio) -> None:
    paint(pair)
    click_tab(pair, 0)
    paint(pair)
    click_tab(pair, 1)
    closed: list[bool] = []
    pair.window.closed.connect(lambda: closed.append(True))
    pair.press("Ctrl+Q")
    pair.wait_for("confirm_dialog")
    assert pair.window.windowTitle().startswith("red.png")
    pair.answer("confirm_discard_button")
    pair.qtbot.waitUntil(lambda: pair.window.windowTitle().startswith("green.png"))
    pair.answer("confirm_cancel_button")
    assert pair.window.isVisible()
    pair.press("Ctrl+Q")
    pair.answer("confirm_save_button")
    pair.qtbot.waitUntil(lambda: len(pair.editor.unsaved) == 1)
    pair.answer("confirm_discard_button")
    pair.qtbot.waitUntil(lambda: closed == [True])


def test_a_new_picture_gets_a_tab(pair: Studio) -> None:
    pair.press("Ctrl+N")
    QTest.keyClick(pair.wait_for("new_dialog"), Qt.Key.Key_Return)
    pair.wait_until_gone("new_dialog")
    assert tabs(pair) == ["red.png", "green.png", "Untitled"]
    pair.press("Ctrl+N")
    QTest.keyClick(pair.wait_for("new_dialog"), Qt.Key.Key_Return)
    pair.wait_until_gone("new_dialog")
    assert tabs(pair) == ["red.png", "green.png", "Untitled"]  # in place of the empty page
    pair.press("Shift+Backspace")
    pair.qtbot.waitUntil(lambda: pair.editor.is_modified)
    pair.press("Ctrl+N")
    QTest.keyClick(pair.wait_for("new_dialog"), Qt.Key.Key_Return)
    pair.wait_until_gone("new_dialog")
    assert tabs(pair) == ["red.png", "green.png", "Untitled •", "Untitled 2"]


def test_several_dropped_files_are_opened(studio: Studio, files: list[Path]) -> None:
    data = QMimeData()
    data.setUrls([QUrl.fromLocalFile(str(path)) for path in files])
    how = Qt.DropAction.CopyAction, data, LEFT, NO_KEYS
    QApplication.sendEvent(studio.window, QDragEnterEvent(QPoint(50, 50), *how))
    QApplication.sendEvent(studio.window, QDropEvent(QPointF(50, 50), *how))
    studio.qtbot.waitUntil(lambda: tabs(studio) == ["red.png", "green.png"])


def test_several_files_of_the_dialog_are_opened(studio: Studio, files: list[Path]) -> None:
    studio.press("Ctrl+O")
    studio.wait_for("open_dialog")
    field = studio.find("fileNameEdit")
    field.setFocus()
    studio.qtbot.waitUntil(field.hasFocus)
    field.setText(" ".join(f'"{path}"' for path in files))
    QTest.keyClick(field, Qt.Key.Key_Return)
    studio.qtbot.waitUntil(lambda: tabs(studio) == ["red.png", "green.png"])


def test_a_transform_is_applied_before_another_document_is_shown(pair: Studio) -> None:
    pair.press("Ctrl+T")
    canvas = pair.find("canvas")
    pair.qtbot.waitUntil(lambda: canvas.tool.is_busy)
    QTest.keyClick(canvas, Qt.Key.Key_Right)
    click_tab(pair, 0)
    pair.qtbot.waitUntil(lambda: pair.window.windowTitle().startswith("red.png"))
    assert tabs(pair) == ["red.png", "green.png •"]
    assert pair.texts("history_list") == ["Open red.png"]
    assert not pair.window.findChildren(QWidget, "confirm_dialog")


def test_files_of_a_second_start_wait_for_an_open_dialog(pair: Studio, photograph: Path) -> None:
    paint(pair)
    pair.press("Ctrl+W")
    pair.wait_for("confirm_dialog")
    taken: list[bool] = []
    pair.window.come_to_front([photograph], lambda: taken.append(True))
    pair.qtbot.wait(400)
    assert tabs(pair) == ["red.png", "green.png •"]
    assert not taken
    pair.answer("confirm_cancel_button")
    pair.qtbot.waitUntil(lambda: taken == [True])
    pair.qtbot.waitUntil(lambda: tabs(pair) == ["red.png", "green.png •", "photograph.png"])


@pytest.mark.parametrize("answer", ["confirm_discard_button", "confirm_save_button"])
def test_files_of_a_second_start_are_not_taken_by_a_window_that_closes(
    pair: Studio, photograph: Path, answer: str
) -> None:
    paint(pair)
    closed: list[bool] = []
    pair.window.closed.connect(lambda: closed.append(True))
    pair.window.close()
    pair.wait_for("confirm_dialog")
    taken: list[bool] = []
    pair.window.come_to_front([photograph], lambda: taken.append(True))
    pair.answer(answer)
    pair.qtbot.waitUntil(lambda: bool(closed))
    pair.qtbot.wait(400)
    assert not taken


def test_a_layer_is_copied_from_one_document_into_another(pair: Studio) -> None:
    click_tab(pair, 0)
    QGuiApplication.clipboard().clear()
    pair.press("Ctrl+C")
    pair.qtbot.waitUntil(lambda: not QGuiApplication.clipboard().image().isNull())
    click_tab(pair, 1)
    pair.press("Ctrl+V")
    pair.qtbot.waitUntil(lambda: pair.shown(10, 10) == (255, 0, 0))
    assert tabs(pair) == ["red.png", "green.png •"]


def test_a_closed_document_leaves_the_memory(pair: Studio) -> None:
    pair.press("Ctrl+A")
    pair.qtbot.waitUntil(lambda: bool(pair.editor.document.painted))
    pair.generate("a red apple")
    assert pair.editor.document.edits
    document = weakref.ref(pair.editor.document)
    candidates = weakref.ref(pair.editor.review.candidates)
    click_tab(pair, 0)
    click_tab(pair, 1)
    pair.press("Ctrl+W")
    pair.answer("confirm_discard_button")
    pair.wait_until_gone("confirm_dialog")
    pair.qtbot.wait(300)  # panels follow in the background

    def is_gone() -> bool:
        gc.collect()
        return document() is None and candidates() is None

    pair.qtbot.waitUntil(is_gone)


def names(studio: Studio) -> list[str]:
    return [layer.name for layer in studio.editor.document.layers]


def carry(studio: Studio, row: int, *places: tuple[QWidget, QPoint]) -> None:
    """Drag a row of the layers' list over places of other widgets, and release it at the last."""
    rows: QListWidget = studio.find("layers_list")
    view, pressed = rows.viewport(), rows.visualItemRect(rows.item(row)).center()
    QTest.mousePress(view, LEFT, pos=pressed)
    QTest.mouseMove(view, pressed + QPoint(0, 5))
    for widget, place in places:
        there = view.mapFromGlobal(widget.mapToGlobal(place))
        QTest.mouseMove(view, there)
        QTest.qWait(1)
    QTest.mouseRelease(view, LEFT, pos=there)


def test_a_layer_dropped_on_a_tab_is_copied_there(pair: Studio) -> None:
    red, green = pair.editor.open_document.states
    pair.press("Ctrl+Shift+N")
    pair.editor.layers.rename(pair.editor.document.active_id, "above")
    pair.editor.layers.set_opacity(0.5)
    before = green.document
    rows = pair.find("layers_list")
    tab = bar(pair), bar(pair).tabRect(0).center()
    # Over the row below, which it would change places with, and then out of the list.
    carry(pair, 0, (rows.viewport(), rows.visualItemRect(rows.item(1)).center()), tab)
    pair.qtbot.waitUntil(lambda: pair.editor.open_document.state is red)
    pair.qtbot.waitUntil(lambda: len(red.document.layers) == 2)
    assert names(pair) == ["Background", "above"]
    assert red.document.layers[1].opacity == 0.5
    assert [entry.label for entry in red.history.entries] == ["Open red.png", "Copy above"]
    assert [layer.id for layer in green.document.layers] == [layer.id for layer in before.layers]
    pair.press("Ctrl+Z")
    assert names(pair) == ["Background"]


def test_a_layer_carried_over_a_tab_is_dropped_on_its_picture(pair: Studio) -> None:
    red, green = pair.editor.open_document.states
    canvas = pair.find("canvas")
    rows = pair.find("layers_list")
    view, pressed = rows.viewport(), rows.visualItemRect(rows.item(0)).center()

    def at(widget: QWidget, place: QPoint) -> QPoint:
        return view.mapFromGlobal(widget.mapToGlobal(place))

    QTest.mousePress(view, LEFT, pos=pressed)
    QTest.mouseMove(view, at(bar(pair), bar(pair).tabRect(0).center()))
    pair.qtbot.waitUntil(lambda: pair.editor.open_document.state is red)
    QTest.mouseMove(view, at(canvas, canvas.rect().center()))
    QTest.mouseMove(view, pressed)  # another picture's list: nothing moves there
    QTest.mouseRelease(view, LEFT, pos=at(canvas, canvas.rect().center()))
    pair.qtbot.waitUntil(lambda: len(red.document.layers) == 2)
    assert red.document.active_layer is red.document.layers[1]
    assert red.document.layers[1].content_bounds.width == 200
    assert len(green.document.layers) == 1


def test_a_layer_dropped_on_its_own_picture_stays(pair: Studio) -> None:
    canvas, green = pair.find("canvas"), pair.editor.open_document.state
    before = [state.document for state in pair.editor.open_document.states]
    carry(pair, 0, (bar(pair), bar(pair).tabRect(1).center()))
    carry(pair, 0, (canvas, canvas.rect().center()))
    carry(pair, 0, (pair.find("prompt_edit"), QPoint(5, 5)))
    assert [state.document for state in pair.editor.open_document.states] == before
    assert pair.editor.open_document.state is green


def test_a_row_dragged_past_the_end_of_the_list_still_moves(pair: Studio) -> None:
    pair.press("Ctrl+Shift+N")
    rows: QListWidget = pair.find("layers_list")
    first, last = (rows.visualItemRect(rows.item(row)).center() for row in (0, 1))
    carry(pair, 0, (rows.viewport(), last), (pair.find("history_list"), QPoint(20, 60)))
    assert names(pair) == ["Layer", "Background"]
    carry(pair, 1, (bar(pair), bar(pair).tabRect(1).center()), (rows.viewport(), first))
    assert names(pair) == ["Background", "Layer"]
    click_tab(pair, 0)
    assert names(pair) == ["Background"]


def test_copied_layers_are_pasted_whole_into_another_picture(pair: Studio) -> None:
    pair.press("Ctrl+Shift+N")
    pair.press("X")
    pair.press("Shift+Backspace")
    pair.qtbot.waitUntil(lambda: bool(pair.editor.document.layers[1].raster.tiles))
    pair.editor.layers.set_opacity(0.5)
    pair.press("Ctrl+G")
    clipboard = QGuiApplication.clipboard()
    clipboard.clear()
    pair.press("Ctrl+C")
    pair.qtbot.waitUntil(lambda: not clipboard.image().isNull())
    assert clipboard.image().pixelColor(5, 5).alpha() == 128  # as the group looks
    click_tab(pair, 0)
    pair.press("Ctrl+V")
    pair.qtbot.waitUntil(lambda: len(pair.editor.document.layers) == 2)
    assert pair.editor.open_document.history.entries[-1].label == "Paste"
    layer = pair.editor.document.layers[1]
    assert (layer.opacity, [group.name for group in layer.groups]) == (0.5, ["Group"])
    pair.press("Ctrl+Z")
    clipboard.setImage(QImage(10, 10, QImage.Format.Format_RGBA8888))
    pair.press("Ctrl+V")  # what another program copied
    assert names(pair) == ["Background", "Pasted picture"]
