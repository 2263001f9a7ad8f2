"""The commands on the window itself."""

from PySide6.QtCore import QEvent, QObject, Qt
from PySide6.QtWidgets import QDockWidget, QMainWindow, QWidget

from glide_studio.session.preferences import Preferences
from glide_studio.ui.actions.actions import Actions
from glide_studio.ui.dialogs.about_dialog import AboutDialog
from glide_studio.ui.dialogs.command_palette import CommandPalette
from glide_studio.ui.dialogs.manual import Manual
from glide_studio.ui.dialogs.preferences_dialog import PreferencesDialog


class WindowCommands(QObject):
    """Connects the palette, which opens over `centre`, the dialogs of `window`, and full screen."""

    def __init__(
        self, window: QMainWindow, centre: QWidget, actions: Actions, preferences: Preferences
    ) -> None:
        super().__init__(actions.owner)
        self._window = window
        self._centre = centre
        self._actions = actions
        self._preferences = preferences
        actions.connect("command_palette", self._show_palette)
        actions.connect("preferences", self._show_preferences)
        actions.connect("about", lambda: AboutDialog(window).open())
        actions.connect("manual", self._show_manual)
        actions.connect("next_panel", self._go_to_next_panel)
        self._full_screen = actions.connect_switch("full_screen", self._fill_screen)
        self._full_screen.setChecked(window.isFullScreen())
        window.installEventFilter(self)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Notice when the desktop makes the window full, or no longer full."""
        if event.type() == QEvent.Type.WindowStateChange:
            self._full_screen.setChecked(self._window.isFullScreen())
        return False

    def _fill_screen(self, wanted: bool) -> None:
        state, full = self._window.windowState(), Qt.WindowState.WindowFullScreen
        self._window.setWindowState(state | full if wanted else state & ~full)

    def _go_to_next_panel(self) -> None:
        """Give the focus to what comes after the panel that has it, the canvas among them."""
        docks = [dock for dock in self._window.findChildren(QDockWidget) if _is_seen(dock)]
        docks.sort(key=lambda dock: (dock.x(), dock.y()))  # column by column
        stops = [self._centre, *docks]
        focus = self._window.focusWidget()
        here = [number for number, stop in enumerate(stops) if stop.isAncestorOf(focus)]
        start = here[0] + 1 if here else 0
        for stop in stops[start:] + stops[:start]:
            controls = [widget for widget in stop.findChildren(QWidget) if _takes_tab(widget)]
            if controls:
                controls[0].setFocus(Qt.FocusReason.TabFocusReason)
                return

    def _show_manual(self) -> None:
        Manual(self._actions, self._window).show()

    def _show_palette(self) -> None:
        CommandPalette(self._actions, self._window).open_over(self._centre)

    def _show_preferences(self) -> None:
        PreferencesDialog(self._actions, self._preferences, self._window).open()


def _is_seen(dock: QDockWidget) -> bool:
    """Whether a panel is there, and not behind another one."""
    return dock.isVisible() and not dock.visibleRegion().isEmpty()


def _takes_tab(widget: QWidget) -> bool:
    tab = Qt.FocusPolicy.TabFocus
    return widget.isVisible() and widget.isEnabled() and widget.focusPolicy() & tab == tab
