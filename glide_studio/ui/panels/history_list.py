"""The rows of the history panel."""

from PySide6.QtCore import QPoint, QSize, Qt, Signal
from PySide6.QtGui import QContextMenuEvent, QIcon, QMouseEvent
from PySide6.QtWidgets import (
    QListWidget,
    QMenu,
    QStyle,
    QStyledItemDelegate,
    QStyleOptionViewItem,
)

from glide_studio.session.language import tr
from glide_studio.ui.style.icons import icon
from glide_studio.ui.style.theme import GRID
from glide_studio.ui.widgets.row_list import Index

IS_SOURCE = Qt.ItemDataRole.UserRole
"""Whether the restore brush paints from the step of a row."""

ICON_SIDE = 16
SOURCE_WIDTH = ICON_SIDE + 2 * GRID
"""The width of the area at the left of a row where a click makes it the source."""


class HistoryList(QListWidget):
    """Steps to return to; a click at the left of one, or its menu, emits `source_chosen` with its
    row."""

    source_chosen = Signal(int)

    def __init__(self) -> None:
        super().__init__()
        self._marks = False
        self.setItemDelegate(_Rows(self))
        self.setMouseTracking(True)
        self.setTextElideMode(Qt.TextElideMode.ElideRight)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)

    def mousePressEvent(self, event: QMouseEvent) -> None:
        place = event.position().toPoint()
        if event.button() != Qt.MouseButton.LeftButton:
            return  # the menu must not return to the step
        self._marks = place.x() < SOURCE_WIDTH and self.itemAt(place) is not None
        if self._marks:
            self.source_chosen.emit(self.indexAt(place).row())
        else:
            super().mousePressEvent(event)

    def mouseMoveEvent(self, event: QMouseEvent) -> None:
        if not self._marks:  # a drag from there must not return to a step either
            super().mouseMoveEvent(event)

    def mouseReleaseEvent(self, event: QMouseEvent) -> None:
        self._marks = False
        super().mouseReleaseEvent(event)

    def contextMenuEvent(self, event: QContextMenuEvent) -> None:
        by_keys = event.reason() == QContextMenuEvent.Reason.Keyboard
        place = self.visualItemRect(self.currentItem()).center() if by_keys else event.pos()
        if self.itemAt(place) is not None:
            self._open_menu(self.indexAt(place).row(), place)

    def _open_menu(self, row: int, place: QPoint) -> None:
        menu = QMenu(self)
        menu.setObjectName("history_menu")
        menu.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        action = menu.addAction(icon("restore_brush"), tr("Restore From This Step"))
        action.triggered.connect(lambda: self.source_chosen.emit(row))
        menu.popup(self.viewport().mapToGlobal(place))


class _Rows(QStyledItemDelegate):
    """The brush at the left of the source, and faintly of the row under the pointer."""

    def initStyleOption(self, option: QStyleOptionViewItem, index: Index) -> None:
        super().initStyleOption(option, index)
        option.features |= QStyleOptionViewItem.ViewItemFeature.HasDecoration
        option.decorationSize = QSize(ICON_SIDE, ICON_SIDE)
        if index.data(IS_SOURCE):
            option.icon = icon("restore_brush")
        elif option.state & QStyle.StateFlag.State_MouseOver:
            option.icon = icon("restore_brush", "text_disabled")
        else:
            option.icon = QIcon()
