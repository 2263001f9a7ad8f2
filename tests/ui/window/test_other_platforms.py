"""Menus, keys and notifications by the rules of Windows and macOS, faked here."""

from types import SimpleNamespace
from typing import Any

import pytest
from PySide6.QtCore import QObject, Signal
from PySide6.QtGui import QAction, QKeySequence
from PySide6.QtWidgets import QWidget

from glide_studio.session.editor import Editor
from glide_studio.session.preferences import Preferences
from glide_studio.ui.window import desktop_integration
from tests.fakes import settings
from tests.ui.actions.test_actions import COMMANDS
from tests.ui.studio import Studio

OF_MACOS = (
    *("Ctrl+Tab", "Ctrl+Shift+Tab", "Ctrl+Space", "Ctrl+H", "Ctrl+Alt+H", "Ctrl+M", "Ctrl+`"),
    *("Ctrl+Shift+3", "Ctrl+Shift+4", "Ctrl+Shift+5", "Ctrl+Alt+D", "Ctrl+Alt+Esc", "F11"),
    *("Ctrl+Shift+Q", "Ctrl+Alt+W", "Meta+Up", "Meta+Down", "Meta+Left", "Meta+Right"),
)
"""Keys that never reach a program there, in Qt's spelling: its Ctrl is Command, Meta Control."""

OF_WINDOWS = ("Alt+F4", "Alt+Tab", "Alt+Esc", "Alt+Space", "Ctrl+Esc", "Ctrl+Shift+Esc")


@pytest.mark.parametrize(
    ("platform", "reserved"), [("darwin", OF_MACOS), ("win32", OF_WINDOWS)], ids=str
)
def test_no_command_has_keys_that_the_platform_keeps(
    platform: str, reserved: tuple[str, ...]
) -> None:
    kept = {QKeySequence(keys) for keys in reserved}
    taken: dict[QKeySequence, str] = {}
    for command in (command.on(platform) for command in COMMANDS):
        for keys in map(QKeySequence, command.shortcuts.split()):
            assert keys not in kept, command.name
            assert not keys.isEmpty(), command.name
            assert keys not in taken, (command.name, taken[keys])
            taken[keys] = command.name


def test_macos_moves_three_commands_to_the_menu_of_the_program(studio: Studio) -> None:
    roles = {action.objectName(): action.menuRole() for action in studio.window.actions()}
    moved = {name: role for name, role in roles.items() if role is not QAction.MenuRole.NoRole}
    assert moved == {
        "about_action": QAction.MenuRole.AboutRole,
        "preferences_action": QAction.MenuRole.PreferencesRole,
        "quit_action": QAction.MenuRole.QuitRole,
    }


class Tray(QObject):
    """An icon beside the clock."""

    messageClicked = Signal()
    said: list[str] = []  # noqa: RUF012

    def __init__(self, icon: object, parent: QObject) -> None:
        super().__init__(parent)

    @staticmethod
    def isSystemTrayAvailable() -> bool:
        return True

    def show(self) -> None:
        pass

    def showMessage(self, title: str, text: str, icon: object) -> None:
        self.said.append(text)


@pytest.mark.parametrize("platform", ["win32", "darwin"])
def test_other_platforms_notify_beside_the_clock(
    platform: str, qtbot: Any, editor: Editor, monkeypatch: pytest.MonkeyPatch
) -> None:
    window = QWidget()
    qtbot.addWidget(window)
    Preferences().notify_when_done = True
    monkeypatch.setattr(desktop_integration, "sys", SimpleNamespace(platform=platform))
    monkeypatch.setattr(desktop_integration, "QSystemTrayIcon", Tray)
    monkeypatch.setattr(Tray, "said", [])
    desktop_integration.DesktopIntegration(editor.runs, Preferences(), window, lambda _: None)
    editor.generation.generate(settings("a cat"))
    qtbot.waitUntil(lambda: editor.runs.running is None)
    assert Tray.said == ["“a cat” is finished."]
