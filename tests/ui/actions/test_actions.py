"""The table of commands, the menus built from it, and the artist's own shortcuts."""

from typing import Any

import pytest
from PySide6.QtCore import QObject, Qt, Signal
from PySide6.QtGui import QKeySequence
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QMainWindow, QMenu

from glide_studio.session.preferences import Preferences
from glide_studio.ui.actions.actions import Actions
from glide_studio.ui.actions.command import Command, Menu, switch
from glide_studio.ui.actions.table import menus
from tests.ui.studio import Studio

SMALL = (
    Menu("one", "&One", ((Command("go", "Go", "Goes", "Ctrl+G", "undo"),),)),
    Menu("two", "&Two", ((Command("stop", "Stop", "-", "Ctrl+T"),), (switch("on", "On", "!"),))),
)
COMMANDS = [command for menu in menus() for command in menu.commands]


@pytest.fixture
def window(qtbot: Any) -> QMainWindow:
    window = QMainWindow()
    qtbot.addWidget(window)
    window.show()
    window.activateWindow()
    return window


@pytest.fixture
def actions(window: QMainWindow) -> Actions:
    """The actions of `SMALL`, in the menus of `window`."""
    actions = Actions(SMALL, Preferences(), window)
    actions.fill(window.menuBar())
    return actions


def shown_menus(window: QMainWindow) -> list[str]:
    return [action.text() for action in window.menuBar().actions() if action.isVisible()]


def press(window: QMainWindow, keys: Qt.Key) -> None:
    QTest.keyClick(window, keys, Qt.KeyboardModifier.ControlModifier)


def test_every_command_has_a_name_of_its_own_and_says_what_it_does() -> None:
    names = [command.name for command in COMMANDS]
    assert len(set(names)) == len(names)
    for command in COMMANDS:
        assert command.text, command.name
        assert command.tooltip, command.name


def test_no_two_commands_share_a_default_shortcut() -> None:
    taken: dict[str, str] = {}
    for command in COMMANDS:
        for keys in command.shortcuts.split():
            spelled = QKeySequence(keys).toString()
            assert spelled, (command.name, keys)
            assert spelled not in taken, (command.name, taken[spelled])
            taken[spelled] = command.name


def test_every_command_of_the_studio_is_in_its_menu(studio: Studio) -> None:
    for menu in menus():
        made = studio.window.findChild(QMenu, f"{menu.name}_menu")
        names = [command.name for command in menu.commands]
        assert entries_of(made) == [f"{name}_action" for name in names]
        assert made.menuAction().isVisible() == bool(names)
    for action in studio.window.actions():
        assert action.isVisible(), action.objectName()


def entries_of(menu: QMenu) -> list[str]:
    """The object names of the entries of a menu, with those of its submenus in their place."""
    entries: list[str] = []
    for action in menu.actions():
        submenu = action.menu()
        if action.objectName():
            entries.append(action.objectName())
        elif isinstance(submenu, QMenu):
            entries += entries_of(submenu)
    return entries


def test_every_menu_fits_into_a_small_screen(studio: Studio) -> None:
    for menu in menus():
        made = studio.window.findChild(QMenu, f"{menu.name}_menu")
        assert made.sizeHint().height() <= 720, menu.name


def test_a_menu_appears_with_its_first_command(window: QMainWindow, actions: Actions) -> None:
    assert shown_menus(window) == []
    actions.connect("stop", lambda: None)
    assert shown_menus(window) == ["&Two"]
    assert [command.name for command in actions] == ["stop"]


def test_a_command_without_a_slot_takes_no_keys(window: QMainWindow, actions: Actions) -> None:
    given: list[str] = []
    press(window, Qt.Key.Key_G)
    actions.connect("go", lambda: given.append("go"))
    press(window, Qt.Key.Key_G)
    assert given == ["go"]


def test_a_checkable_command_shows_its_state(actions: Actions) -> None:
    states: list[bool] = []
    actions.connect_switch("on", states.append).trigger()
    actions["on"].trigger()
    assert states == [True, False]


def test_the_artists_keys_work_at_once_and_are_kept(window: QMainWindow, actions: Actions) -> None:
    given: list[str] = []
    action = actions.connect("go", lambda: given.append("go"))
    assert actions.bind("go", QKeySequence("Ctrl+K")) == ""
    assert action.toolTip() == "Goes (Ctrl+K)"
    press(window, Qt.Key.Key_G)
    assert given == []
    press(window, Qt.Key.Key_K)
    assert given == ["go"]
    assert Preferences().shortcuts == {"go": "Ctrl+K"}
    again = Actions(SMALL, Preferences(), QMainWindow(window))
    assert again.shortcuts("go") == (QKeySequence("Ctrl+K"),)
    assert actions.bind("go", QKeySequence()) == ""
    assert action.shortcuts() == []
    assert action.toolTip() == "Goes"
    assert actions.reset("go") == ""
    assert action.shortcuts() == [QKeySequence("Ctrl+G")]
    assert Preferences().shortcuts == {}


def test_a_shortcut_in_use_is_refused_in_one_sentence(actions: Actions) -> None:
    for name in ("go", "stop"):
        actions.connect(name, lambda: None)
    assert actions.bind("go", QKeySequence("Ctrl+T")) == "Ctrl+T is already used by “Stop”."
    assert actions.shortcuts("go") == (QKeySequence("Ctrl+G"),)
    assert actions.bind("go", QKeySequence("Ctrl+K")) == ""
    assert actions.bind("stop", QKeySequence("Ctrl+G")) == ""
    assert actions.reset("go") == "Ctrl+G is already used by “Stop”."
    actions.reset_all()
    assert actions.shortcuts("go") == (QKeySequence("Ctrl+G"),)
    assert actions.shortcuts("stop") == (QKeySequence("Ctrl+T"),)


class Light(QObject):
    """An object that outlives the window, as a document does."""

    changed = Signal(bool)

    def __init__(self) -> None:
        super().__init__()
        self.is_green = False

    def turn(self, is_green: bool) -> None:
        self.is_green = is_green
        self.changed.emit(is_green)


def test_a_command_is_enabled_only_while_its_condition_holds(actions: Actions) -> None:
    light = Light()
    for name in ("go", "stop"):
        actions.connect(name, lambda: None)
    actions.enable_when(lambda: light.is_green, ["go"], light.changed)
    assert not actions["go"].isEnabled()
    light.turn(True)
    assert actions["go"].isEnabled()
    assert actions["stop"].isEnabled()
    light.turn(False)
    assert not actions["go"].isEnabled()


def test_updates_of_commands_end_with_the_window(qtbot: Any) -> None:
    window, light, updates = QMainWindow(), Light(), []
    actions = Actions(SMALL, Preferences(), window)
    actions.enable_when(lambda: light.is_green, ["go"], light.changed)
    actions.update_on(lambda: updates.append(light.is_green), light.changed)
    light.turn(True)
    with qtbot.waitSignal(window.destroyed):
        window.deleteLater()
    light.turn(False)
    assert updates == [False, True]
