"""The rows of the queue: each run and its state."""

from PySide6.QtCore import (
    QEvent,
    QModelIndex,
    QPersistentModelIndex,
    QPoint,
    QRect,
    QSize,
    Qt,
    Signal,
)
from PySide6.QtGui import QColor, QKeyEvent, QMouseEvent, QPainter, QPalette
from PySide6.QtWidgets import (
    QApplication,
    QListWidget,
    QStyle,
    QStyledItemDelegate,
    QStyleOptionViewItem,
    QWidget,
)

from glide_studio.ui.style.theme import GRID

DETAIL = Qt.ItemDataRole.UserRole
"""The second line of a row."""

NUMBER = Qt.ItemDataRole.UserRole + 1
SHARE = Qt.ItemDataRole.UserRole + 2
"""The progress of the current run, 0 to 1; None for the others."""

FAILED = Qt.ItemDataRole.UserRole + 3
PLACE = Qt.ItemDataRole.UserRole + 4
"""The index among the waiting runs, from 0; None for the others."""

BAR = 3
Index = QModelIndex | QPersistentModelIndex


class QueueList(QListWidget):
    """Rows with two lines; a waiting one can be dragged, or moved with Alt and an arrow key.

    `moved` carries a run's number and its new index among the waiting ones, `removed` and `retried`
    the number of the selected run.
    """

    moved = Signal(int, int)
    removed = Signal(int)
    retried = Signal(int)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._dragged: int | None = None
        self.setItemDelegate(_Rows(self))
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setVerticalScrollMode(QListWidget.ScrollMode.ScrollPerPixel)

    def move_current(self, step: int) -> None:
        """Move the selected run by `step` places, if it is waiting."""
        item = self.currentItem()
        if item is not None and item.data(PLACE) is not None:
            self.moved.emit(item.data(NUMBER), max(item.data(PLACE) + step, 0))

    def remove_current(self) -> None:
        item = self.currentItem()
        if item is not None:
            self.removed.emit(item.data(NUMBER))

    def retry_current(self) -> None:
        item = self.currentItem()
        if item is not None:
            self.retried.emit(item.data(NUMBER))

    # Qt's events

    def event(self, event: QEvent) -> bool:
        """Handle Alt and an arrow key before the window's shortcuts."""
        if (
            isinstance(event, QKeyEvent)
            and event.type() == QEvent.Type.ShortcutOverride
            and event.modifiers() & Qt.KeyboardModifier.AltModifier
            and event.key() in (Qt.Key.Key_Up, Qt.Key.Key_Down)
        ):
            event.accept()
            return True
        return super().event(event)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        alt = event.modifiers() & Qt.KeyboardModifier.AltModifier
        match event.key():
            case Qt.Key.Key_Up if alt:
                self.move_current(-1)
            case Qt.Key.Key_Down if alt:
                self.move_current(1)
            case Qt.Key.Key_Delete:
                self.remove_current()
            case Qt.Key.Key_Return | Qt.Key.Key_Enter:
                self.retry_current()
            case _:
                super().keyPressEvent(event)

    def mousePressEvent(self, event: QMouseEvent) -> None:
        super().mousePressEvent(event)
        item = self.itemAt(event.position().toPoint())
        if event.button() == Qt.MouseButton.LeftButton and item is not None:
            self._dragged = item.data(NUMBER) if item.data(PLACE) is not None else None

    def mouseMoveEvent(self, event: QMouseEvent) -> None:
        """Move the dragged run to the row under the pointer."""
        if self._dragged is None:
            return
        self.viewport().setCursor(Qt.CursorShape.ClosedHandCursor)
        x, y = self.viewport().width() // 2, event.position().toPoint().y()
        item = self.itemAt(QPoint(x, y))
        if item is not None and item.data(PLACE) is not None and item.data(NUMBER) != self._dragged:
            self.moved.emit(self._dragged, item.data(PLACE))

    def mouseReleaseEvent(self, event: QMouseEvent) -> None:
        super().mouseReleaseEvent(event)
        self._dragged = None
        self.viewport().unsetCursor()


class _Rows(QStyledItemDelegate):
    """Paints the prompt above the detail, and a progress bar for the current run."""

    def sizeHint(self, option: QStyleOptionViewItem, index: Index) -> QSize:
        return QSize(0, 2 * option.fontMetrics.lineSpacing() + 3 * GRID)

    def paint(self, painter: QPainter, option: QStyleOptionViewItem, index: Index) -> None:
        self.initStyleOption(option, index)
        option.text = ""
        style = option.widget.style()
        style.drawControl(QStyle.ControlElement.CE_ItemViewItem, option, painter, option.widget)
        # The style sheet's own palette would fade muted text.
        palette, role = QApplication.palette(), QPalette.ColorRole
        area = option.rect.adjusted(GRID, GRID // 2, -GRID, -GRID // 2)
        tone = role.BrightText if index.data(FAILED) else role.PlaceholderText
        top = QRect(area.topLeft(), QSize(area.width(), option.fontMetrics.lineSpacing() + 2))
        painter.save()
        _write(painter, top, index.data(), palette.color(role.Text))
        _write(painter, top.translated(0, top.height()), index.data(DETAIL), palette.color(tone))
        share = index.data(SHARE)
        if share is not None:
            bar = QRect(area.left(), area.bottom() + 1 - BAR, area.width(), BAR)
            painter.fillRect(bar, palette.color(role.Button))
            bar.setWidth(round(share * area.width()))
            painter.fillRect(bar, palette.color(role.Highlight))
        painter.restore()


def _write(painter: QPainter, area: QRect, text: str, colour: QColor) -> None:
    painter.setPen(colour)
    fitting = painter.fontMetrics().elidedText(text, Qt.TextElideMode.ElideRight, area.width())
    painter.drawText(area, Qt.AlignmentFlag.AlignVCenter, fitting)
