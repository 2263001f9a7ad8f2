"""The panels around the canvas, which can be moved, stacked, floated and hidden."""

from collections.abc import Sequence

from PySide6.QtCore import QByteArray, QEvent, QObject, QSize, Qt, Signal
from PySide6.QtGui import QAction, QResizeEvent
from PySide6.QtWidgets import (
    QDockWidget,
    QFrame,
    QHBoxLayout,
    QMainWindow,
    QScrollArea,
    QSizePolicy,
    QTabBar,
    QTabWidget,
    QToolBar,
    QToolButton,
    QVBoxLayout,
    QWidget,
)

from glide_studio.session.language import tr
from glide_studio.session.preferences import Preferences
from glide_studio.ui.actions.actions import Actions
from glide_studio.ui.style.icons import icon
from glide_studio.ui.style.theme import GRID
from glide_studio.ui.widgets.naming import heading, named

LAYOUT_VERSION = 6
"""Raise it when panels are added, removed or placed elsewhere by default."""

LEFT = Qt.DockWidgetArea.LeftDockWidgetArea
RIGHT = Qt.DockWidgetArea.RightDockWidgetArea
WIDTHS = {LEFT: 208, RIGHT: 328}
"""Default widths of the columns, in logical pixels."""

LEAST_WIDTHS = {LEFT: 0, RIGHT: 312}
"""Minimum widths of the columns, for the widest panel: otherwise the canvas would shift when a
column is filled."""


class Docks(QObject):
    """The panels of a window.  Each has a switch in the Window menu and its text as title.

    Add all panels first; `restore` then puts them where they were left.
    """

    def __init__(self, window: QMainWindow, actions: Actions, preferences: Preferences) -> None:
        super().__init__(actions.window)
        self._window = window
        self._actions = actions
        self._preferences = preferences
        self._places: dict[Dock, tuple[Qt.DockWidgetArea, QDockWidget | None, bool]] = {}
        """Where each is by default: its column, what it is stacked behind, whether it is shown."""
        self._before_hiding: QByteArray | None = None
        window.installEventFilter(self)
        window.setDockNestingEnabled(True)
        window.setTabPosition(Qt.DockWidgetArea.AllDockWidgetAreas, QTabWidget.TabPosition.North)
        actions.connect("default_layout", self.reset)
        actions.connect_switch("hide_panels", self.hide_all)

    def add(
        self,
        name: str,
        content: QWidget,
        area: Qt.DockWidgetArea,
        *,
        corner: Sequence[QWidget] = (),
        grows: bool = True,
        behind: QDockWidget | None = None,
        shown: bool = True,
    ) -> QDockWidget:
        """Make `content` a panel below those of its `area`, or stacked `behind` another.

        The command `NAME_panel` shows and hides it; the widgets of `corner` are put beside its
        title.  Panels that grow share the height that is left in the column; the others are never
        higher than their content.
        """
        switch = self._actions[f"{name}_panel"]
        scroll = _Scroll(name, switch.text(), content, LEAST_WIDTHS[area], grows)
        dock = Dock(name, switch.text(), scroll, corner, self._window)
        if not grows:
            dock.setSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Maximum)
        dock.visibilityChanged.connect(lambda: switch.setChecked(not dock.isHidden()))
        self._actions.connect_switch(f"{name}_panel", lambda wanted: _switch(dock, switch, wanted))
        self._places[dock] = (area, behind, shown)
        self._place(dock, area, behind, shown)
        return dock

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Give the panels that do not grow their height back when the window becomes higher."""
        if isinstance(event, QResizeEvent) and event.size().height() > event.oldSize().height():
            for dock in self._places:
                dock.scroll_area.wanted.emit()
        return super().eventFilter(watched, event)

    def restore(self) -> None:
        """Put every panel where it was when the window was closed."""
        self._fit_tabs()
        if not self._window.restoreState(self._preferences.layout, LAYOUT_VERSION):
            self.reset()  # again, now that all are there: it shares the height out better
        for dock in self._places:
            dock.visibilityChanged.connect(self._show_headings)
            dock.dockLocationChanged.connect(self._show_headings)
        self._show_headings()

    def _fit_tabs(self) -> None:
        """Make each column wide enough for the tabs of its panels, in any language."""
        for dock in self._places:
            stack = [dock, *(each for each, place in self._places.items() if place[1] is dock)]
            if len(stack) > 1:
                tabs = QTabBar()
                tabs.ensurePolished()
                for each in stack:
                    tabs.addTab(each.windowTitle())
                dock.scroll_area.setMinimumWidth(tabs.sizeHint().width())

    def remember(self) -> None:
        """Save where every panel is."""
        before, state = self._before_hiding, self._window.saveState(LAYOUT_VERSION)
        self._preferences.layout = state if before is None else before

    def hide_all(self, hidden: bool) -> None:
        """Hide every panel and tool bar, or show again those that were visible before."""
        if hidden and self._before_hiding is None:
            self._before_hiding = self._window.saveState(LAYOUT_VERSION)
            kinds = (*self._window.findChildren(QDockWidget), *self._window.findChildren(QToolBar))
            for widget in kinds:
                widget.hide()
        elif not hidden and self._before_hiding is not None:
            self._window.restoreState(self._before_hiding, LAYOUT_VERSION)
            self._before_hiding = None

    def reset(self) -> None:
        """Put every panel back in its default place."""
        self._before_hiding = None
        self._actions["hide_panels"].setChecked(False)
        for bar in self._window.findChildren(QToolBar):
            bar.show()
        for dock in self._places:
            dock.setFloating(False)
            self._window.removeDockWidget(dock)
        for dock, place in self._places.items():
            self._place(dock, *place)
        self._size_columns()

    def _size_columns(self) -> None:
        for area, width in WIDTHS.items():
            docks = [dock for dock, place in self._places.items() if place[0] == area]
            self._window.resizeDocks(docks, [width] * len(docks), Qt.Orientation.Horizontal)

    def _show_headings(self) -> None:
        """Hide the heading of a panel whose tab says the same."""
        for dock in self._places:
            stacked = bool(self._window.tabifiedDockWidgets(dock))
            dock.heading.setText("" if stacked else dock.windowTitle())

    def _place(
        self, dock: "Dock", area: Qt.DockWidgetArea, behind: QDockWidget | None, shown: bool
    ) -> None:
        self._window.addDockWidget(area, dock)
        if behind is not None:
            self._window.tabifyDockWidget(behind, dock)
            behind.raise_()
        dock.setVisible(shown)


def _switch(dock: QDockWidget, switch: QAction, wanted: bool) -> None:
    """Show a panel, or hide it; one that lies behind others comes to the front instead."""
    is_behind = dock.isVisible() and dock.visibleRegion().isEmpty()
    shown = wanted or is_behind
    dock.setVisible(shown)
    if shown:
        dock.raise_()
    switch.setChecked(shown)


class Dock(QDockWidget):
    """A panel: its title with a few buttons, above a content that scrolls if necessary."""

    def __init__(
        self,
        name: str,
        title: str,
        scroll: "_Scroll",
        corner: Sequence[QWidget],
        parent: QWidget,
    ) -> None:
        super().__init__(title, parent)
        self.setObjectName(f"{name}_dock")
        self.setAccessibleName(title)
        self.setTitleBarWidget(self._title_bar(name, title, corner))
        self.setWidget(scroll)
        self.scroll_area = scroll
        if not scroll.grows:
            scroll.wanted.connect(self._fit, Qt.ConnectionType.QueuedConnection)

    def _fit(self) -> None:
        """Become as high as the content, as far as possible at the expense of the others in the
        column, and never higher."""
        window = self.parent()
        assert isinstance(window, QMainWindow)
        height = self.titleBarWidget().sizeHint().height() + self.scroll_area.sizeHint().height()
        self.setMaximumHeight(height)
        if self.height() < height and self.isVisible():
            window.resizeDocks([self], [height], Qt.Orientation.Vertical)

    def _title_bar(self, name: str, title: str, corner: Sequence[QWidget]) -> QWidget:
        bar = QFrame()
        bar.setProperty("role", "dock_title")
        hide = tr("Hide {panel}").format(panel=title)
        close = named(QToolButton(), f"{name}_dock_close_button", hide, hide)
        close.setIcon(icon("close"))
        close.setIconSize(QSize(12, 12))
        close.setFocusPolicy(Qt.FocusPolicy.NoFocus)  # for keys, there is the Window menu
        close.clicked.connect(self.close)
        layout = QHBoxLayout(bar)
        layout.setContentsMargins(2 * GRID, GRID, GRID, 0)
        layout.setSpacing(0)
        self.heading = heading(title, self)
        layout.addWidget(self.heading, 1)
        for widget in corner:
            layout.addWidget(widget)
        layout.addWidget(close)
        return bar


class _Scroll(QScrollArea):
    """Is as high as its content's preferred height, or less if there is no room.

    `wanted` tells that the preferred height may have changed.
    """

    wanted = Signal()

    def __init__(
        self, name: str, title: str, content: QWidget, least_width: int, grows: bool
    ) -> None:
        super().__init__()
        self.grows = grows
        self._least_width = least_width
        named(self, f"{name}_scroll", title, title)
        self.setProperty("role", "dock")
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.setWidgetResizable(True)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self._panel = panel = QFrame()
        panel.setProperty("role", "panel")
        self._column = QVBoxLayout(panel)
        self._column.setContentsMargins(2 * GRID, GRID // 2, 2 * GRID, 2 * GRID)
        self._column.addWidget(content)
        self.setWidget(panel)

    def sizeHint(self) -> QSize:
        return QSize(self._panel.sizeHint().width(), self._wanted_height())

    def minimumSizeHint(self) -> QSize:
        least = self._panel.minimumSizeHint()
        return QSize(max(least.width(), self._least_width), min(least.height(), 6 * GRID))

    def _wanted_height(self) -> int:
        """The preferred height of the content at this width."""
        if self.grows or not self.isVisible() or not self._column.hasHeightForWidth():
            return self._panel.sizeHint().height()
        return self._column.totalHeightForWidth(self.width())

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Follow the content when its preferred size changes."""
        if event.type() == QEvent.Type.LayoutRequest:
            self.updateGeometry()
            self.wanted.emit()
        return super().eventFilter(watched, event)
