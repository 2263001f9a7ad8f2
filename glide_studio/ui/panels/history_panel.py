"""The undo history as a list."""

from PySide6.QtCore import QEvent, QSignalBlocker, Qt
from PySide6.QtGui import QAction, QColor
from PySide6.QtWidgets import QVBoxLayout, QWidget

from glide_studio.session.editor import Editor
from glide_studio.session.language import tr
from glide_studio.ui.panels.history_list import IS_SOURCE, HistoryList
from glide_studio.ui.style.theme import GRID, current
from glide_studio.ui.widgets.buttons import ActionButton
from glide_studio.ui.widgets.layouts import fill
from glide_studio.ui.widgets.naming import named
from glide_studio.ui.widgets.row_list import set_row_count


class HistoryPanel(QWidget):
    """A list of the history's entries; a click returns to one, or makes it the source of the
    restore brush.

    `corner` holds the buttons that belong beside the panel's title.
    """

    def __init__(self, editor: Editor, undo: QAction, redo: QAction) -> None:
        super().__init__()
        self._editor = editor
        self._source = editor.restore_source
        self._list = named(
            HistoryList(),
            "history_list",
            tr("History"),
            tr(
                "Click a step to return to it, or to the left of one to paint from it with the "
                "restore brush"
            ),
        )
        self._list.setMinimumHeight(4 * GRID)  # it has its own scroll bar
        self.corner = [ActionButton(undo, "undo_button"), ActionButton(redo, "redo_button")]
        fill(QVBoxLayout(self), [self._list])
        self._list.currentRowChanged.connect(self._jump)
        self._list.source_chosen.connect(self._choose_source)
        editor.open_document.history_changed.connect(self._show)
        self._source.changed.connect(self._show)
        self._show()

    def changeEvent(self, event: QEvent) -> None:
        """Redraw in the colours of a new theme."""
        super().changeEvent(event)
        if event.type() == QEvent.Type.StyleChange:
            self._show()

    def _jump(self, row: int) -> None:
        if row >= 0:
            self._editor.jump(row)

    def _choose_source(self, row: int) -> None:
        self._source.choose(self._editor.open_document.history.entries[row].step)

    def _show(self) -> None:
        history, colours = self._editor.open_document.history, current()
        source = self._source.entry.step
        with QSignalBlocker(self._list):
            set_row_count(self._list, len(history.entries))
            for row, entry in enumerate(history.entries):
                item = self._list.item(row)
                item.setText(entry.label)
                is_source = entry.step == source
                words = tr("{step}, source of the restore brush") if is_source else "{step}"
                item.setData(IS_SOURCE, is_source)
                item.setToolTip(words.format(step=entry.label))
                item.setData(Qt.ItemDataRole.AccessibleTextRole, words.format(step=entry.label))
                tone = colours.text_disabled if row > history.index else colours.text
                item.setForeground(QColor(tone))
            self._list.setCurrentRow(history.index)
        self._list.scrollToItem(self._list.currentItem())
