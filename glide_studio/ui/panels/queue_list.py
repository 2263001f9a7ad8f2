"""The rows of the queue: each run and its state."""

from PySide6.QtCore import QEvent, QRect, QSize, Qt, Signal
from PySide6.QtGui import QKeyEvent, QPainter, QPalette
from PySide6.QtWidgets import QApplication, QListWidgetItem, QStyleOptionViewItem, QWidget

from glide_studio.ui.style.theme import GRID
from glide_studio.ui.widgets.row_list import Index, RowDelegate, RowList, draw_line

DETAIL = Qt.ItemDataRole.UserRole
"""The second line of a row."""

NUMBER = Qt.ItemDataRole.UserRole + 1
SHARE = Qt.ItemDataRole.UserRole + 2
"""The progress of the current run, 0 to 1; None for the others."""

FAILED = Qt.ItemDataRole.UserRole + 3
PLACE = Qt.ItemDataRole.UserRole + 4
"""The index among the waiting runs, from 0; None for the others."""

BAR = 3


class QueueList(RowList):
    """Rows with two lines; a waiting one can be dragged, or moved with Alt and an arrow key.

    `moved` carries a run's number and its new index among the waiting ones, `removed` and `retried`
    the number of the selected run.
    """

    moved = Signal(int, int)
    removed = Signal(int)
    retried = Signal(int)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(_Rows(), parent)

    def key_of(self, item: QListWidgetItem) -> int | None:
        return item.data(NUMBER) if item.data(PLACE) is not None else None

    def move_row(self, key: object, item: QListWidgetItem) -> None:
        self.moved.emit(key, item.data(PLACE))

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


class _Rows(RowDelegate):
    """Paints the prompt above the detail, and a progress bar for the current run."""

    def sizeHint(self, option: QStyleOptionViewItem, index: Index) -> QSize:
        return QSize(0, 2 * option.fontMetrics.lineSpacing() + 3 * GRID)

    def paint_row(self, painter: QPainter, option: QStyleOptionViewItem, index: Index) -> None:
        role = QPalette.ColorRole
        area = option.rect.adjusted(GRID, GRID // 2, -GRID, -GRID // 2)
        tone = role.BrightText if index.data(FAILED) else role.PlaceholderText
        top = QRect(area.topLeft(), QSize(area.width(), option.fontMetrics.lineSpacing() + 2))
        draw_line(painter, top, index.data(), role.Text)
        draw_line(painter, top.translated(0, top.height()), index.data(DETAIL), tone)
        share = index.data(SHARE)
        if share is not None:
            palette = QApplication.palette()
            bar = QRect(area.left(), area.bottom() + 1 - BAR, area.width(), BAR)
            painter.fillRect(bar, palette.color(role.Button))
            bar.setWidth(round(share * area.width()))
            painter.fillRect(bar, palette.color(role.Highlight))
