"""A list whose rows are painted by hand and moved by dragging."""

from abc import abstractmethod

from PySide6.QtCore import QEvent, QModelIndex, QPersistentModelIndex, QPoint, QRect, Qt, Signal
from PySide6.QtGui import QKeyEvent, QMouseEvent, QPainter, QPalette
from PySide6.QtWidgets import (
    QApplication,
    QListWidget,
    QListWidgetItem,
    QStyle,
    QStyledItemDelegate,
    QStyleOptionViewItem,
)

Index = QModelIndex | QPersistentModelIndex

ARROWS = (Qt.Key.Key_Up, Qt.Key.Key_Down)


class RowList(QListWidget):
    """A dragged row moves to where the pointer is at once, not only when it is dropped.

    `dragged_key` is that of the row that is being dragged. `drag_ended` is emitted when a button of
    the mouse is released, and `drag_cancelled`, with the key of the row, by Esc during a drag.
    """

    drag_ended = Signal()
    drag_cancelled = Signal(object)

    def __init__(self, delegate: "RowDelegate") -> None:
        super().__init__()
        self.dragged_key: object = None
        delegate.setParent(self)
        self.setItemDelegate(delegate)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setVerticalScrollMode(QListWidget.ScrollMode.ScrollPerPixel)

    @abstractmethod
    def key_of(self, item: QListWidgetItem) -> object:
        """What identifies a row wherever it is moved; None if it cannot be dragged."""

    @abstractmethod
    def move_row(self, key: object, item: QListWidgetItem) -> None:
        """Handle that the row of `key` was dragged to the place of `item`."""

    def event(self, event: QEvent) -> bool:
        """Handle Alt and an arrow key, and Esc during a drag, before the window's shortcuts."""
        if isinstance(event, QKeyEvent) and event.type() == QEvent.Type.ShortcutOverride:
            has_alt = event.modifiers() & Qt.KeyboardModifier.AltModifier
            if (has_alt and event.key() in ARROWS) or self._cancels(event):
                event.accept()
                return True
        return super().event(event)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if not self._cancels(event):
            super().keyPressEvent(event)
            return
        key, self.dragged_key = self.dragged_key, None
        self.viewport().unsetCursor()
        self.drag_cancelled.emit(key)

    def _cancels(self, event: QKeyEvent) -> bool:
        return event.key() == Qt.Key.Key_Escape and self.dragged_key is not None

    def mousePressEvent(self, event: QMouseEvent) -> None:
        super().mousePressEvent(event)
        item = self.itemAt(event.position().toPoint())
        if event.button() == Qt.MouseButton.LeftButton and item is not None:
            self.start_drag(item)

    def start_drag(self, item: QListWidgetItem) -> None:
        """Drag a row from now on."""
        self.dragged_key = self.key_of(item)

    def mouseMoveEvent(self, event: QMouseEvent) -> None:
        if self.dragged_key is None:
            return
        self.viewport().setCursor(Qt.CursorShape.ClosedHandCursor)
        y = min(max(event.position().toPoint().y(), 0), self.viewport().height() - 1)
        item = self.itemAt(QPoint(self.viewport().width() // 2, y))
        if item is not None and self.key_of(item) not in (None, self.dragged_key):
            self.move_row(self.dragged_key, item)

    def mouseReleaseEvent(self, event: QMouseEvent) -> None:
        super().mouseReleaseEvent(event)
        self.dragged_key = None
        self.viewport().unsetCursor()
        self.drag_ended.emit()


class VisibilityList(RowList):
    """Rows that are also raised, shown or hidden, and deleted by keys.

    `raised` carries 1 for up and -1 for down, `eye_clicked` the key of the row whose visibility is
    to change; the others are about the current row.
    """

    raised = Signal(int)
    eye_clicked = Signal(str)
    delete_pressed = Signal()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        item = self.currentItem()
        alt = event.modifiers() & Qt.KeyboardModifier.AltModifier
        match event.key():
            case Qt.Key.Key_Up if alt:
                self.raised.emit(1)
            case Qt.Key.Key_Down if alt:
                self.raised.emit(-1)
            case Qt.Key.Key_Space if item is not None:
                self.eye_clicked.emit(self.key_of(item))
            case Qt.Key.Key_Delete if item is not None:
                self.delete_pressed.emit()
            case _:
                super().keyPressEvent(event)


class RowDelegate(QStyledItemDelegate):
    """Paints the background as the style does, and leaves the rest to `paint_row`."""

    def paint(self, painter: QPainter, option: QStyleOptionViewItem, index: Index) -> None:
        self.initStyleOption(option, index)
        option.text = ""
        style = option.widget.style()
        style.drawControl(QStyle.ControlElement.CE_ItemViewItem, option, painter, option.widget)
        painter.save()
        self.paint_row(painter, option, index)
        painter.restore()

    @abstractmethod
    def paint_row(self, painter: QPainter, option: QStyleOptionViewItem, index: Index) -> None:
        """Paint on the background; the painter's state is restored afterwards."""


def draw_line(painter: QPainter, area: QRect, text: str, role: QPalette.ColorRole) -> None:
    """Write one line, with an ellipsis where there is no room for all of it."""
    # The style sheet's own palette would thin out what is muted.
    painter.setPen(QApplication.palette().color(role))
    fitting = painter.fontMetrics().elidedText(text, Qt.TextElideMode.ElideRight, area.width())
    painter.drawText(area, Qt.AlignmentFlag.AlignVCenter, fitting)


def set_row_count(rows: QListWidget, count: int) -> None:
    """Add or remove rows at the end, so that there are `count`.

    The others are kept: the one that was just clicked may still be in use.
    """
    while rows.count() > count:
        rows.takeItem(rows.count() - 1)
    while rows.count() < count:
        rows.addItem(QListWidgetItem())
