"""The commands on the window itself."""

from PySide6.QtCore import QEvent, QObject, Qt
from PySide6.QtWidgets import QMainWindow, QWidget

from glide_studio.session.preferences import Preferences
from glide_studio.ui.actions import Actions
from glide_studio.ui.command_palette import CommandPalette
from glide_studio.ui.preferences_dialog import PreferencesDialog


class WindowCommands(QObject):
    """Connects the palette, which opens over `centre`, the dialogs of `window`, and full screen."""

    def __init__(
        self, window: QMainWindow, centre: QWidget, actions: Actions, preferences: Preferences
    ) -> None:
        super().__init__(window)
        self._window = window
        self._centre = centre
        self._actions = actions
        self._preferences = preferences
        actions.connect("command_palette", self._show_palette)
        actions.connect("preferences", self._show_preferences)
        self._full_screen = actions.connect_switch("full_screen", self._fill_screen)
        window.installEventFilter(self)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Notice when the desktop makes the window full, or no longer full."""
        if event.type() == QEvent.Type.WindowStateChange:
            self._full_screen.setChecked(self._window.isFullScreen())
        return False

    def _fill_screen(self, wanted: bool) -> None:
        state, full = self._window.windowState(), Qt.WindowState.WindowFullScreen
        self._window.setWindowState(state | full if wanted else state & ~full)

    def _show_palette(self) -> None:
        CommandPalette(self._actions, self._window).open_over(self._centre)

    def _show_preferences(self) -> None:
        PreferencesDialog(self._actions, self._preferences, self._window).open()
