"""Completions below the word that is being typed."""

from collections.abc import Sequence

from PySide6.QtCore import QEvent, QObject, QPoint, Qt, Signal
from PySide6.QtWidgets import QListWidget, QListWidgetItem, QWidget

from glide_studio.session.language import tr
from glide_studio.ui.style.theme import GRID
from glide_studio.ui.widgets.naming import named

MAX_ROWS = 8
ROW_INDENT = 16
"""From the list's left edge to its text, in logical pixels, as in the style sheet."""


class CompletionList(QListWidget):
    """Floats over the window and never takes the focus; the text field steers it.

    `chosen` carries the text that was accepted or clicked.
    """

    chosen = Signal(str)

    def __init__(self, parent: QWidget) -> None:
        super().__init__(parent)
        named(
            self,
            "completion_list",
            tr("Completions"),
            tr(
                "Tab or Enter inserts the selected word, Up and Down select another, Esc closes "
                "the list"
            ),
        )
        self.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setUniformItemSizes(True)
        self.itemClicked.connect(self._choose)
        self.hide()

    def offer(self, completions: Sequence[str], line_top: QPoint, line_bottom: QPoint) -> None:
        """Show `completions`, the first one selected, aligned with the typed text.

        The points are the top and bottom of the typed text's start, in window coordinates: the list
        goes below, or above where there is no room.
        """
        if not completions:
            self.hide()
            return
        self.clear()
        self.addItems(completions)
        self.setCurrentRow(0)
        self._float_in(self.window())
        self._place(line_top, line_bottom)
        self.show()
        self.raise_()

    def move_selection(self, step: int) -> None:
        """Select the row `step` further down, wrapping around."""
        self.setCurrentRow((self.currentRow() + step) % self.count())

    def accept(self) -> None:
        """Choose the selected completion."""
        self._choose(self.currentItem())

    def _choose(self, item: QListWidgetItem) -> None:
        self.hide()
        self.chosen.emit(item.text())

    def _float_in(self, window: QWidget) -> None:
        if self.parentWidget() is not window:
            self.setParent(window)
            window.installEventFilter(self)

    def _place(self, line_top: QPoint, line_bottom: QPoint) -> None:
        self.ensurePolished()  # otherwise the style sheet's frame is missing the first time
        window, edge = self.window(), 2 * self.frameWidth()
        rows = min(self.count(), MAX_ROWS)
        scroll_bar = self.verticalScrollBar().sizeHint().width() if rows < self.count() else 0
        width = self.sizeHintForColumn(0) + edge + scroll_bar + GRID
        height = rows * self.sizeHintForRow(0) + edge
        x = min(line_bottom.x() - ROW_INDENT, window.width() - width - GRID)
        y = line_bottom.y() + GRID // 2
        if y + height > window.height():
            y = line_top.y() - GRID // 2 - height
        self.setGeometry(max(x, 0), max(y, 0), width, height)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Hide when the window is resized: the typed text has moved."""
        if event.type() == QEvent.Type.Resize and watched is self.parentWidget():
            self.hide()
        return super().eventFilter(watched, event)
