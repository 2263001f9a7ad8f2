"""The panels around the canvas, which can be moved, stacked, floated and hidden."""

from collections.abc import Sequence

from PySide6.QtCore import QByteArray, QEvent, QObject, QSize, Qt, QTimer, Signal
from PySide6.QtGui import QAction, QResizeEvent
from PySide6.QtWidgets import (
    QDockWidget,
    QFrame,
    QHBoxLayout,
    QMainWindow,
    QScrollArea,
    QSizePolicy,
    QStyle,
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

_TAB = "tab_close"
_CLOSE_SIDE = QTabBar.ButtonPosition.RightSide

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
            self._place_all()  # again, now that all are there: it shares the height out better
        for dock in self._places:  # queued, since Qt moves tabs only after it has told
            for moved in (dock.visibilityChanged, dock.dockLocationChanged):
                moved.connect(self._show_titles, Qt.ConnectionType.QueuedConnection)

    def _fit_tabs(self) -> None:
        """Make each column wide enough for the tabs of its panels, in any language."""
        for dock in self._places:
            stack = [dock, *(each for each, place in self._places.items() if place[1] is dock)]
            if len(stack) > 1:
                tabs = QTabBar()
                tabs.ensurePolished()
                for each in stack:
                    tabs.addTab(each.windowTitle())
                tabs.setTabButton(0, _CLOSE_SIDE, dock.close_button(_TAB))
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
        self._place_all()
        QTimer.singleShot(0, self, self._size_rows)  # once Qt has laid the columns out

    def _place_all(self) -> None:
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

    def _size_rows(self) -> None:
        """Give the panels of each column the height that they want, and the last one the rest."""
        for area in WIDTHS:
            column = [dock for dock, place in self._places.items() if place[0] == area]
            docks = [dock for dock in column if not dock.visibleRegion().isEmpty()]
            if not docks:
                continue
            heights = [dock.wanted_height + self._tabs_height(dock) for dock in docks[:-1]]
            gap = self._window.style().pixelMetric(QStyle.PixelMetric.PM_DockWidgetSeparatorExtent)
            whole = docks[-1].geometry().bottom() - docks[0].geometry().top()
            rest = max(whole - sum(heights) - gap * len(heights), 0)
            self._window.resizeDocks(docks, [*heights, rest], Qt.Orientation.Vertical)

    def _tabs_height(self, dock: "Dock") -> int:
        """The height of the tabs of a stack, which Qt counts as a part of its panels."""
        direct = Qt.FindChildOption.FindDirectChildrenOnly
        bars = self._window.findChildren(QTabBar, options=direct)
        is_stacked = bool(self._window.tabifiedDockWidgets(dock))
        return max(bar.height() for bar in bars) if is_stacked and bars else 0

    def _show_titles(self) -> None:
        """Show the title and the close button of a panel in its tab if it is stacked."""
        for dock in self._places:
            dock.show_title(not self._window.tabifiedDockWidgets(dock))
        direct = Qt.FindChildOption.FindDirectChildrenOnly
        for tabs in self._window.findChildren(QTabBar, options=direct):
            self._show_close_button(tabs)

    def _show_close_button(self, tabs: QTabBar) -> None:
        """Show it in the current tab alone, so that a row of tabs stays short."""
        current = tabs.currentIndex()
        for index in range(tabs.count()):
            if index != current:
                tabs.setTabButton(index, _CLOSE_SIDE, None)
        if current >= 0 and tabs.tabButton(current, _CLOSE_SIDE) is None:
            docks = {dock.windowTitle(): dock for dock in self._places}
            button = docks[tabs.tabText(current)].close_button(_TAB)
            tabs.setTabButton(current, _CLOSE_SIDE, button)
        for button in tabs.findChildren(QToolButton):  # Qt only hides those it shows no more
            if _TAB in button.objectName() and button is not tabs.tabButton(current, _CLOSE_SIDE):
                button.deleteLater()

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
        self._name = name
        self.setObjectName(f"{name}_dock")
        self.setAccessibleName(title)
        self.setTitleBarWidget(self._title_bar(corner))
        self.setWidget(scroll)
        self.scroll_area = scroll
        if not scroll.grows:
            scroll.wanted.connect(self._fit, Qt.ConnectionType.QueuedConnection)

    def _fit(self) -> None:
        """Become as high as the content, as far as possible at the expense of the others in the
        column, and never higher."""
        window = self.parent()
        assert isinstance(window, QMainWindow)
        height = self.wanted_height
        self.setMaximumHeight(height)
        if self.height() < height and self.isVisible():
            window.resizeDocks([self], [height], Qt.Orientation.Vertical)

    @property
    def wanted_height(self) -> int:
        """The height at which the content need not scroll."""
        return self.titleBarWidget().sizeHint().height() + self.scroll_area.sizeHint().height()

    def show_title(self, shown: bool) -> None:
        """Show the heading and the close button above the content, or leave only the corner."""
        self._heading.setVisible(shown)
        self._close.setVisible(shown)

    def close_button(self, place: str) -> QToolButton:
        """A new button that hides the panel; `place` is a part of its object name."""
        hide = tr("Hide {panel}").format(panel=self.windowTitle())
        button = named(QToolButton(), f"{self._name}_{place}_button", hide, hide)
        button.setIcon(icon("close"))
        button.setIconSize(QSize(12, 12))
        button.setFocusPolicy(Qt.FocusPolicy.NoFocus)  # for keys, there is the Window menu
        button.clicked.connect(self.close)
        return button

    def _title_bar(self, corner: Sequence[QWidget]) -> QWidget:
        bar = QFrame()
        bar.setProperty("role", "dock_title")
        layout = QHBoxLayout(bar)
        layout.setContentsMargins(2 * GRID, GRID, GRID, 0)
        layout.setSpacing(0)
        self._heading = heading(self.windowTitle(), self)
        layout.addWidget(self._heading)
        layout.addStretch(1)
        for widget in corner:
            layout.addWidget(widget)
        self._close = self.close_button("dock_close")
        layout.addWidget(self._close)
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
