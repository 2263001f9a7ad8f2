"""Connects the Window and Help menus; the switches of the panels are connected by `Docks`."""

from PySide6.QtCore import QEvent, QObject, Qt
from PySide6.QtGui import QAction
from PySide6.QtWidgets import QDockWidget, QMainWindow, QWidget

from glide_studio.ui.actions.actions import Actions
from glide_studio.ui.dialogs.about_dialog import AboutDialog
from glide_studio.ui.dialogs.command_palette import CommandPalette
from glide_studio.ui.dialogs.manual import Manual


def connect_window(actions: Actions, window: QMainWindow, centre: QWidget) -> None:
    """Connect full screen, moving between panels, and help; the palette opens over `centre`."""

    def fill_screen(wanted: bool) -> None:
        state, full = window.windowState(), Qt.WindowState.WindowFullScreen
        window.setWindowState(state | full if wanted else state & ~full)

    full_screen = actions.connect_switch("full_screen", fill_screen)
    window.installEventFilter(_FullScreenWatch(window, full_screen))
    actions.connect("next_panel", lambda: _go_to_next_panel(window, centre))
    actions.connect("command_palette", lambda: CommandPalette(actions, window).open_over(centre))
    actions.connect("manual", lambda: Manual(actions, window).show())
    actions.connect("about", lambda: AboutDialog(window).open())


class _FullScreenWatch(QObject):
    """Checks the command's action whenever the desktop makes the window fill the screen."""

    def __init__(self, window: QMainWindow, action: QAction) -> None:
        super().__init__(window)
        self._window = window
        self._action = action

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        if event.type() == QEvent.Type.WindowStateChange:
            self._action.setChecked(self._window.isFullScreen())
        return False


def _go_to_next_panel(window: QMainWindow, centre: QWidget) -> None:
    """Give the focus to the panel after the one that has it; `centre` is one of them."""
    docks = [dock for dock in window.findChildren(QDockWidget) if _is_seen(dock)]
    docks.sort(key=lambda dock: (dock.x(), dock.y()))  # column by column
    stops = [centre, *docks]
    focus = window.focusWidget()
    here = [number for number, stop in enumerate(stops) if stop.isAncestorOf(focus)]
    start = here[0] + 1 if here else 0
    for stop in stops[start:] + stops[:start]:
        controls = [widget for widget in stop.findChildren(QWidget) if _takes_tab(widget)]
        if controls:
            controls[0].setFocus(Qt.FocusReason.TabFocusReason)
            return


def _is_seen(dock: QDockWidget) -> bool:
    """Whether a panel is there, and not behind another one."""
    return dock.isVisible() and not dock.visibleRegion().isEmpty()


def _takes_tab(widget: QWidget) -> bool:
    tab = Qt.FocusPolicy.TabFocus
    return widget.isVisible() and widget.isEnabled() and widget.focusPolicy() & tab == tab
