"""Layers that are dragged from their list into another picture."""

from collections.abc import Callable

from PySide6.QtCore import QObject, QPoint, Qt, QTimer
from PySide6.QtWidgets import QWidget

from glide_studio.core.document.copying import CopiedLayers
from glide_studio.session.document_state import DocumentState
from glide_studio.session.editor import Editor
from glide_studio.ui.panels.layer_list import LayerList
from glide_studio.ui.workspace.document_tabs import DocumentTabs

HOVER = 600
"""Milliseconds over a tab after which its picture is shown."""

Run = Callable[[], object]


class LayerDrops(QObject):
    """Copies layers whose rows are dropped on the tab of another picture, or on that picture, which
    is shown once the pointer has rested on its tab.

    `settled` carries out what shows another document.
    """

    def __init__(
        self,
        rows: LayerList,
        tabs: DocumentTabs,
        canvas: QWidget,
        editor: Editor,
        settled: Callable[[Run], object],
    ) -> None:
        super().__init__(tabs)
        self._rows = rows
        self._tabs = tabs
        self._canvas = canvas
        self._editor = editor
        self._settled = settled
        self._carried: tuple[CopiedLayers, DocumentState] | None = None
        self._hovered: DocumentState | None = None
        self._timer = QTimer(self, singleShot=True, interval=HOVER)
        self._timer.timeout.connect(self._show_hovered)
        rows.carry = self._carry
        rows.dropped.connect(self._drop)

    def _carry(self, item_id: str, place: QPoint) -> bool:
        """Whether a row that is dragged to a place of the screen leaves its list."""
        hovered, shown = self._tabs.state_at(place), self._editor.open_document.state
        if hovered is not self._hovered:
            self._hovered = hovered
            self._timer.start()
        is_source = self._carried is None or self._carried[1] is shown
        if is_source and hovered is None:
            return False
        if is_source:
            self._carried = self._editor.copies.dragged(item_id), shown
        copies = self._target(place) is not None
        cursor = Qt.CursorShape.DragCopyCursor if copies else Qt.CursorShape.ForbiddenCursor
        self._rows.viewport().setCursor(cursor)
        return True

    def _show_hovered(self) -> None:
        hovered = self._hovered
        if hovered is not None and hovered.is_open:
            self._settled(lambda: self._editor.show(hovered))

    def _drop(self, place: QPoint | None) -> None:
        target, carried = None if place is None else self._target(place), self._carried
        self._timer.stop()
        self._carried = self._hovered = None
        if target is None or carried is None:
            return
        copied, _ = carried

        def put() -> None:
            if target.is_open:
                self._editor.show(target)
                self._editor.copies.put(copied)

        self._settled(put)

    def _target(self, place: QPoint) -> DocumentState | None:
        """The picture that layers are copied to when they are dropped at a place of the screen."""
        target = self._tabs.state_at(place)
        if target is None and any(
            each.rect().contains(each.mapFromGlobal(place))
            for each in (self._canvas, self._rows.viewport())
        ):
            target = self._editor.open_document.state
        is_source = self._carried is not None and target is self._carried[1]
        return None if is_source else target
