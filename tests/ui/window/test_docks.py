"""The panels: shown, hidden, moved, remembered, and restored."""

from typing import Any

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QDockWidget, QLabel, QToolButton

from glide_studio.session.editor import Editor
from glide_studio.session.preferences import Preferences
from glide_studio.ui.style.theme import GRID
from glide_studio.ui.window.main_window import MainWindow
from tests.ui.studio import Studio

LEFT, RIGHT = Qt.DockWidgetArea.LeftDockWidgetArea, Qt.DockWidgetArea.RightDockWidgetArea


def area(studio: Studio, name: str) -> Qt.DockWidgetArea:
    return studio.window.dockWidgetArea(studio.find(name))


def docks(studio: Studio) -> list[QDockWidget]:
    return studio.window.findChildren(QDockWidget)


def hidden(studio: Studio) -> set[str]:
    return {dock.objectName() for dock in docks(studio) if not dock.isVisible()}


def reopened(studio: Studio, layout: bytes | None = None) -> Studio:
    """Close the window and show the next one, which finds that layout if one is given."""
    studio.window.close()
    if layout is not None:
        Preferences().layout = layout
    window = MainWindow(studio.editor)
    studio.qtbot.addWidget(window)
    window.show()
    return Studio(studio.qtbot, studio.engine, studio.editor, window)


def test_every_panel_but_the_navigator_is_shown_at_first(studio: Studio) -> None:
    assert len(docks(studio)) >= 6
    assert hidden(studio) == {"navigator_dock"}
    assert area(studio, "brush_dock") == LEFT
    assert area(studio, "prompt_dock") == RIGHT


@pytest.mark.parametrize("place", ["tab", "dock"])
def test_a_panel_is_hidden_by_its_button_and_shown_by_its_command(
    studio: Studio, place: str
) -> None:
    panel, switch = studio.find("history_dock"), studio.find("history_panel_action")
    assert switch.isChecked()
    if place == "dock":
        studio.find("queue_dock").hide()  # then the panel is alone and has no tab
    name = f"history_{place}_close_button"
    studio.qtbot.waitUntil(lambda: studio.window.findChild(QToolButton, name).isVisible())
    studio.qtbot.wait(20)  # Qt makes the tabs more than once
    studio.click(name)
    assert not panel.isVisible()
    assert not switch.isChecked()
    switch.trigger()
    assert panel.isVisible()
    assert studio.find("history_list").isVisible()
    switch.trigger()
    assert not panel.isVisible()


def test_a_panel_behind_another_comes_to_the_front_before_it_is_hidden(studio: Studio) -> None:
    layers, colour = studio.find("layers_list"), studio.find("colour_wheel")
    assert colour.visibleRegion().isEmpty() != layers.visibleRegion().isEmpty()
    for front, back in ((colour, layers), (layers, colour)):
        studio.press("F6" if front is colour else "F7")
        studio.qtbot.waitUntil(lambda front=front: not front.visibleRegion().isEmpty())
        assert back.visibleRegion().isEmpty()
    assert studio.find("colour_panel_action").isChecked()
    studio.press("F7")
    assert not studio.find("layers_dock").isVisible()


def test_only_the_current_tab_has_a_close_button(studio: Studio) -> None:
    def closed_by(name: str) -> QToolButton | None:
        return studio.window.findChild(QToolButton, f"{name}_tab_close_button")

    for front, back in (("colour", "layers"), ("layers", "colour")):
        studio.press("F6" if front == "colour" else "F7")
        studio.qtbot.waitUntil(lambda back=back: closed_by(back) is None)
        button = closed_by(front)
        assert button is not None
        assert button.isVisible()
        assert button.accessibleName().lower() == f"hide {front}"


def test_the_default_layout_can_be_restored(studio: Studio) -> None:
    before = {dock.objectName(): dock.geometry() for dock in docks(studio)}
    studio.window.addDockWidget(RIGHT, studio.find("history_dock"))
    studio.find("brush_dock").setFloating(True)
    studio.find("candidates_dock").hide()
    studio.find("default_layout_action").trigger()
    studio.qtbot.wait(20)
    assert hidden(studio) == {"navigator_dock"}
    assert not any(dock.isFloating() for dock in docks(studio))
    assert area(studio, "history_dock") == LEFT
    for dock in docks(studio):
        if dock.isVisible() and before[dock.objectName()].x() >= 0:  # Qt hides those behind others
            assert dock.width() == before[dock.objectName()].width()
            assert dock.x() == before[dock.objectName()].x()


@pytest.mark.parametrize("panel", ["navigator", "history", "blend"])
def test_the_default_layout_shares_the_height_as_at_first(studio: Studio, panel: str) -> None:
    studio.window.resize(1280, 800)
    studio.qtbot.wait(20)
    before = {dock.objectName(): dock.y() for dock in docks(studio)}
    studio.find(f"{panel}_panel_action").trigger()
    studio.qtbot.wait(20)
    studio.find("default_layout_action").trigger()

    def all_as_before() -> bool:
        return all(
            dock.visibleRegion().isEmpty() or abs(dock.y() - before[dock.objectName()]) <= GRID
            for dock in docks(studio)
        )

    studio.qtbot.waitUntil(all_as_before)


def test_a_new_window_has_the_panels_where_they_were(studio: Studio) -> None:
    studio.window.addDockWidget(RIGHT, studio.find("history_dock"))
    studio.find("progress_dock").hide()
    again = reopened(studio)
    assert area(again, "history_dock") == RIGHT
    assert hidden(again) == {"navigator_dock", "progress_dock"}


@pytest.mark.parametrize("state", [b"", b"nonsense"])
def test_a_layout_that_cannot_be_read_gives_the_default_one(studio: Studio, state: bytes) -> None:
    assert hidden(reopened(studio, state)) == {"navigator_dock"}


def test_panels_scroll_in_a_low_window(studio: Studio) -> None:
    studio.window.resize(1000, 480)
    studio.qtbot.wait(20)
    assert studio.window.height() == 480
    assert studio.find("prompt_scroll").verticalScrollBar().maximum() > 0
    studio.find("seed_spin").setFocus()
    studio.qtbot.keyClick(studio.find("seed_spin"), Qt.Key.Key_Tab)
    dice = studio.find("seed_dice_button")
    assert dice.hasFocus()
    assert not dice.visibleRegion().isEmpty()


def test_tab_on_the_canvas_hides_all_panels(studio: Studio) -> None:
    bar = studio.find("tool_bar")
    studio.find("progress_dock").hide()
    before = [dock.isVisible() for dock in docks(studio)]
    wide = studio.find("canvas").width()
    studio.press("Tab")
    assert not any(dock.isVisible() for dock in docks(studio))
    assert not bar.isVisible()
    studio.qtbot.waitUntil(lambda: studio.find("canvas").width() > wide)
    assert studio.find("hide_panels_action").isChecked()
    studio.press("Tab")
    assert [dock.isVisible() for dock in docks(studio)] == before
    assert bar.isVisible()


def test_tab_in_a_field_moves_on(studio: Studio) -> None:
    studio.press("Tab", "guidance_spin")
    assert not studio.find("guidance_spin").hasFocus()
    assert hidden(studio) == {"navigator_dock"}


def test_leaving_with_hidden_panels_keeps_their_place(studio: Studio) -> None:
    studio.press("Tab")
    assert hidden(reopened(studio)) == {"navigator_dock"}


def test_the_default_layout_ends_hiding(studio: Studio) -> None:
    studio.press("Tab")
    studio.find("default_layout_action").trigger()
    assert hidden(studio) == {"navigator_dock"}
    assert studio.find("tool_bar").isVisible()
    studio.press("Tab")
    assert not any(dock.isVisible() for dock in docks(studio))


def test_full_screen_and_back(studio: Studio) -> None:
    studio.press("F11")
    assert studio.window.isFullScreen()
    assert studio.find("full_screen_action").isChecked()
    studio.press("F11", "prompt_edit")
    assert not studio.window.isFullScreen()
    studio.window.showFullScreen()  # as the desktop may do
    studio.qtbot.waitUntil(studio.find("full_screen_action").isChecked)


def test_a_stacked_panel_has_one_title(studio: Studio) -> None:
    history, progress = studio.find("history_dock"), studio.find("progress_dock")
    heading = progress.titleBarWidget().findChild(QLabel)
    assert heading.isVisible()
    assert heading.text() == "Progress"
    studio.window.addDockWidget(RIGHT, history)
    studio.window.tabifyDockWidget(progress, history)
    studio.qtbot.waitUntil(lambda: not heading.isVisible())
    studio.find("default_layout_action").trigger()
    studio.qtbot.waitUntil(heading.isVisible)


def test_the_most_important_controls_are_visible_at_first(studio: Studio) -> None:
    studio.window.resize(1280, 800)
    studio.qtbot.wait(20)
    for name in ("generate_button", "cancel_button", "brush_size_slider", "progress_label"):
        widget = studio.find(name)
        assert widget.visibleRegion().boundingRect() == widget.rect(), name


def test_the_first_window_is_no_higher_than_the_screen(qtbot: Any, editor: Editor) -> None:
    window = MainWindow(editor)
    qtbot.addWidget(window)
    assert window.height() <= window.screen().availableSize().height()


@pytest.mark.parametrize("name", ["brush", "prompt", "progress"])
def test_a_panel_of_fixed_height_is_whole_again_after_the_window_was_low(
    studio: Studio, name: str
) -> None:
    studio.window.resize(1280, 480)
    studio.qtbot.wait(20)
    studio.window.resize(1280, 900)
    bar, dock = studio.find(f"{name}_scroll").verticalScrollBar(), studio.find(f"{name}_dock")
    studio.qtbot.waitUntil(lambda: bar.maximum() == 0)
    content = studio.find(f"{name}_scroll").widget().sizeHint().height()
    assert dock.height() - dock.titleBarWidget().height() <= content + 2
