"""The menus of the right button on the canvas and in lists."""

from typing import Any

import pytest
from PySide6.QtCore import QEvent, QPoint, Qt
from PySide6.QtGui import QContextMenuEvent
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QListWidget, QMenu

from glide_studio.core.geometry import Rect
from tests.ui.canvas_events import RIGHT, at, drag_over
from tests.ui.edits import active_layer, add_box, labels, paste_plain, pixel, set_mask
from tests.ui.studio import Studio, middle

BOX = Rect(100, 100, 50, 50)
RED = (200, 20, 20, 255)


@pytest.fixture
def page(studio: Studio) -> Studio:
    paste_plain(studio, 90, 90, 90, 255)
    add_box(studio, "box", BOX, *RED)
    return studio


def open_menu(studio: Studio) -> QMenu:
    """The menu that opens."""
    studio.qtbot.waitUntil(lambda: QApplication.activePopupWidget() is not None)
    menu: Any = QApplication.activePopupWidget()
    return menu


def texts(menu: QMenu) -> list[str]:
    return [action.text() for action in menu.actions() if action.text()]


def choose(menu: QMenu, text: str) -> None:
    action = next(action for action in menu.actions() if action.text() == text)
    QTest.mouseClick(menu, Qt.MouseButton.LeftButton, pos=menu.actionGeometry(action).center())


def right_click(studio: Studio) -> QMenu:
    canvas = studio.find("canvas")
    QTest.mouseClick(canvas, RIGHT, pos=at(canvas, 125, 125))
    return open_menu(studio)


def right_click_row(studio: Studio, name: str, row: int) -> QMenu:
    """Press the right button on a row, and let the platform ask for the menu."""
    rows: QListWidget = studio.find(name)
    viewport, place = rows.viewport(), middle(rows, row)
    QTest.mouseClick(viewport, RIGHT, pos=place)
    ask_for_menu(viewport, QContextMenuEvent.Reason.Mouse, place)
    return open_menu(studio)


def ask_for_menu(widget: Any, reason: QContextMenuEvent.Reason, place: QPoint) -> None:
    event = QContextMenuEvent(reason, place, widget.mapToGlobal(place))
    QApplication.sendEvent(widget, event)


@pytest.mark.parametrize("tool", ["paint_brush", "select_rectangle"])
def test_a_right_click_on_the_canvas_offers_commands(page: Studio, tool: str) -> None:
    page.find(f"{tool}_action").trigger()
    set_mask(page, Rect(0, 0, 120, 300))
    menu = right_click(page)
    assert {"Generate", "Remove", "Copy", "Deselect", "Free Transform", "&Adjust"} <= {*texts(menu)}
    assert "Accept" not in texts(menu)  # there is no candidate
    choose(menu, "Clear")
    page.qtbot.waitUntil(lambda: labels(page)[-1] == "Clear")
    assert active_layer(page).raster.content_bounds() == Rect(120, 100, 30, 50)


def test_a_right_drag_changes_the_brush_and_opens_no_menu(page: Studio) -> None:
    page.find("paint_brush_action").trigger()
    canvas, size = page.find("canvas"), page.tools.brush.size
    start = at(canvas, 100, 100)
    drag_over(canvas, start, start + QPoint(20, 0), start + QPoint(40, 0), button=RIGHT)
    ask_for_menu(canvas, QContextMenuEvent.Reason.Mouse, start)  # as Windows does
    QApplication.processEvents()
    assert page.tools.brush.size > size
    assert QApplication.activePopupWidget() is None
    right_click(page).close()
    drag_over(canvas, start, start + QPoint(20, 0), button=RIGHT)  # it still works
    QApplication.processEvents()
    assert QApplication.activePopupWidget() is None


def test_the_menu_key_opens_the_menu_of_the_canvas(page: Studio) -> None:
    canvas = page.find("canvas")
    ask_for_menu(canvas, QContextMenuEvent.Reason.Keyboard, QPoint(5, 5))
    menu = open_menu(page)
    assert "Paste" in texts(menu)
    menu.close()


def test_an_adjustment_is_chosen_from_the_menu(page: Studio) -> None:
    menu = right_click(page)
    adjust = next(action for action in menu.actions() if action.text() == "&Adjust").menu()
    assert isinstance(adjust, QMenu)
    menu.setActiveAction(adjust.menuAction())
    QTest.keyClick(menu, Qt.Key.Key_Right)
    page.qtbot.waitUntil(adjust.isVisible)
    choose(adjust, "Invert Colours")
    page.qtbot.waitUntil(lambda: labels(page)[-1] == "Invert Colours")
    assert pixel(page, 125, 125) == (55, 235, 235, 255)


def test_the_menu_of_a_layer_is_for_the_clicked_one(page: Studio) -> None:
    assert active_layer(page).name == "box"
    menu = right_click_row(page, "layers_list", 1)
    assert active_layer(page).name == "Pasted picture"
    assert "Re-run Edit" not in texts(menu)  # it is no edit
    choose(menu, "Duplicate Layer")
    assert [layer.name for layer in page.editor.document.layers] == [
        "Pasted picture",
        "Pasted picture 2",
        "box",
    ]


def test_the_menu_key_opens_the_menu_of_the_current_layer(page: Studio) -> None:
    rows = page.find("layers_list")
    ask_for_menu(rows, QContextMenuEvent.Reason.Keyboard, QPoint(1, 1))
    menu = open_menu(page)
    choose(menu, "Hide or Show Layer")
    assert not active_layer(page).visible


def test_a_candidate_is_accepted_from_its_menu(studio: Studio) -> None:
    studio.generate("a red apple", count=2)
    menu = right_click_row(studio, "candidates_list", 1)
    shown = studio.editor.review.shown_candidate
    assert shown is not None
    studio.qtbot.waitUntil(lambda: not studio.editor.review.is_preparing)
    choose(menu, "Accept")
    studio.qtbot.waitUntil(lambda: len(studio.editor.document.layers) == 1)
    assert active_layer(studio).edit is not None


def test_an_edit_is_deleted_from_its_menu(studio: Studio) -> None:
    paste_plain(studio, 90, 90, 90, 255)
    set_mask(studio, BOX)
    studio.generate("a red apple")
    studio.press("Alt+Return")
    studio.qtbot.waitUntil(lambda: len(studio.editor.document.edits) == 1)
    menu = right_click_row(studio, "edits_list", 0)
    assert "Re-run Edit" in texts(menu)
    choose(menu, "Delete Layer")
    assert not studio.editor.document.edits


def test_no_menu_for_an_empty_list(studio: Studio) -> None:
    rows = studio.find("layers_list")
    ask_for_menu(rows.viewport(), QContextMenuEvent.Reason.Mouse, QPoint(5, 5))
    QApplication.sendPostedEvents(None, QEvent.Type.DeferredDelete)
    assert QApplication.activePopupWidget() is None
