"""The tabs of the open documents."""

from collections.abc import Callable

from PySide6.QtCore import QPoint, QSignalBlocker, QSize, Qt
from PySide6.QtWidgets import QTabBar, QWidget

from glide_studio.session.document_state import DocumentState
from glide_studio.session.editor import Editor
from glide_studio.session.language import tr
from glide_studio.ui.widgets.buttons import icon_button

Run = Callable[[], object]

CROSS = 12
"""Side of a tab's cross, in logical pixels."""

WIDEST = 32
"""Width of the widest tab, in average letters: a longer name is elided in the middle."""

CROSS_SIDE = QTabBar.ButtonPosition.RightSide


class DocumentTabs(QTabBar):
    """A tab for each open document while there are several: a click shows it, the middle button or
    its cross closes it, and dragging moves it.

    `settled` carries out what shows another document; `close_shown` closes the shown one, after a
    question if it is unsaved.
    """

    def __init__(self, editor: Editor, settled: Callable[[Run], object], close_shown: Run) -> None:
        super().__init__(
            movable=True, tabsClosable=True, expanding=False, drawBase=False, usesScrollButtons=True
        )
        self._editor = editor
        self._settled = settled
        self._close_shown = close_shown
        self.setObjectName("document_tabs")
        self.setAccessibleName(tr("Open pictures"))
        self.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self.setElideMode(Qt.TextElideMode.ElideMiddle)
        self.currentChanged.connect(self._choose)
        self.tabCloseRequested.connect(self._close)
        self.tabMoved.connect(self._move)
        editor.open_document.documents_changed.connect(self._show)
        editor.open_document.state_changed.connect(self._show_text)
        self._show()

    def state_at(self, place: QPoint) -> DocumentState | None:
        """The document whose tab is at a place of the screen."""
        index = self.tabAt(self.mapFromGlobal(place)) if self.isVisible() else -1
        return None if index < 0 else self._editor.open_document.states[index]

    def tabSizeHint(self, index: int) -> QSize:
        """As wide as the name, within limits, so that the other tabs keep their room."""
        widest = WIDEST * self.fontMetrics().averageCharWidth()
        return super().tabSizeHint(index).boundedTo(QSize(widest, self.maximumHeight()))

    def _show(self) -> None:
        document = self._editor.open_document
        states = document.states
        with QSignalBlocker(self):
            while self.count() > len(states):
                self.removeTab(self.count() - 1)
            while self.count() < len(states):
                self._add()
            self.setCurrentIndex(states.index(document.state))
        for state in states:
            self._show_text(state)
        self.setVisible(len(states) > 1)

    def _add(self) -> None:
        index = self.addTab("")
        cross = icon_button("close", "close_tab_button", tr("Close"), tr("Close this picture"))
        cross.setIconSize(QSize(CROSS, CROSS))
        cross.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        cross.clicked.connect(lambda: self._close(self._index_of(cross)))
        self.setTabButton(index, CROSS_SIDE, cross)

    def _index_of(self, cross: QWidget) -> int:
        """The tab of a cross, which may have been moved."""
        buttons = [self.tabButton(index, CROSS_SIDE) for index in range(self.count())]
        return buttons.index(cross)

    def _show_text(self, state: DocumentState) -> None:
        states = self._editor.open_document.states
        if state in states and self.count() == len(states):
            index = states.index(state)
            text = f"{state.name} •" if state.is_unsaved else state.name
            self.setTabText(index, text.replace("&", "&&"))
            self.setTabToolTip(index, state.name if state.path is None else str(state.path))

    def _choose(self, index: int) -> None:
        states = self._editor.open_document.states
        if 0 <= index < len(states):
            self._settled(lambda: self._editor.show(states[index]))
            self._show()

    def _close(self, index: int) -> None:
        state = self._editor.open_document.states[index]

        def close() -> None:
            self._editor.show(state)
            self._close_shown()

        self._settled(close)

    def _move(self, start: int, end: int) -> None:
        self._editor.open_document.move(start, end)
