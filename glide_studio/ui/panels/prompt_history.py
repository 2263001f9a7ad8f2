"""A search through earlier prompts."""

from PySide6.QtCore import QEvent, QObject, QPoint, QSignalBlocker, QSize, Qt, Signal
from PySide6.QtGui import QIcon, QKeyEvent
from PySide6.QtWidgets import (
    QHBoxLayout,
    QLineEdit,
    QListWidget,
    QListWidgetItem,
    QVBoxLayout,
    QWidget,
)

from glide_studio.session.language import tr
from glide_studio.session.prompt_book import PromptBook
from glide_studio.ui.style.icons import icon
from glide_studio.ui.style.theme import GRID, scaled_to_text
from glide_studio.ui.widgets.buttons import icon_button
from glide_studio.ui.widgets.layouts import fill
from glide_studio.ui.widgets.naming import label, named
from glide_studio.ui.widgets.windows import Popup

SIZE = QSize(420, 380)
STAR = 14
PROMPT = Qt.ItemDataRole.UserRole


class PromptHistory(Popup):
    """A search field over a list: arrows select, Enter or a click inserts, Esc closes.

    Ctrl+D makes the selected prompt a favourite or not, Shift+Delete removes it; `chosen`
    carries the `Remembered` prompt.
    """

    chosen = Signal(object)

    def __init__(self, book: PromptBook, parent: QWidget) -> None:
        super().__init__("prompt_history", tr("Earlier prompts"), parent)
        self.setProperty("role", "popup")
        self._book = book
        self._search = named(
            QLineEdit(placeholderText=tr("Search")),
            "history_search_edit",
            tr("Search earlier prompts"),
            tr("Words of the prompt, in any order"),
        )
        self._search.installEventFilter(self)
        self._favourites = icon_button(
            "star",
            "history_favourites_button",
            tr("Favourites"),
            tr("Show only favourites"),
            checkable=True,
        )
        self._list = named(
            QListWidget(),
            "history_prompts_list",
            tr("Earlier prompts"),
            tr("Enter inserts a prompt, Ctrl+D makes it a favourite, Shift+Delete removes it"),
        )
        self._list.setIconSize(QSize(STAR, STAR))
        self._list.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self._list.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self._lay_out()
        self._search.textChanged.connect(self._show)
        self._favourites.toggled.connect(self._show)
        self._list.itemClicked.connect(self._take)
        self._show()

    def open_over(self, widget: QWidget) -> None:
        """Show it over the top of `widget`, entirely on its screen."""
        self.resize(scaled_to_text(SIZE))
        self.open_at(widget, QPoint(widget.width() - self.width(), 0))
        self._search.setFocus()

    def _lay_out(self) -> None:
        help_line = label(tr("Ctrl+D: favourite · Shift+Delete: remove"), "small")
        top = fill(QHBoxLayout(), [self._search, self._favourites], grows=[self._search])
        layout = fill(QVBoxLayout(self), [top, self._list, help_line], grows=[self._list])
        layout.setContentsMargins(GRID, GRID, GRID, GRID)

    def _show(self) -> None:
        row = max(self._list.currentRow(), 0)
        with QSignalBlocker(self._list):
            self._list.clear()
            star, none = icon("star_filled"), QIcon()
            for prompt in self._book.found(self._search.text(), self._favourites.isChecked()):
                item = QListWidgetItem(" ".join(prompt.text.split()))
                item.setIcon(star if prompt.favourite else none)
                item.setToolTip(prompt.text)
                item.setData(PROMPT, prompt)
                spoken = tr("{prompt}, favourite") if prompt.favourite else "{prompt}"
                item.setData(Qt.ItemDataRole.AccessibleTextRole, spoken.format(prompt=prompt.text))
                self._list.addItem(item)
        self._list.setCurrentRow(min(row, self._list.count() - 1))

    def _take(self, item: QListWidgetItem | None) -> None:
        if item is not None:
            prompt = item.data(PROMPT)
            self.close()
            self.chosen.emit(prompt)

    def _steer(self, event: QKeyEvent) -> bool:
        """Handle a key of the search field that steers the list; returns whether it did."""
        item, last = self._list.currentItem(), self._list.count() - 1
        shift = event.modifiers() & Qt.KeyboardModifier.ShiftModifier
        control = event.modifiers() & Qt.KeyboardModifier.ControlModifier
        match event.key():
            case Qt.Key.Key_Up:
                self._list.setCurrentRow(max(self._list.currentRow() - 1, 0))
            case Qt.Key.Key_Down:
                self._list.setCurrentRow(min(self._list.currentRow() + 1, last))
            case Qt.Key.Key_Return | Qt.Key.Key_Enter:
                self._take(item)
            case Qt.Key.Key_D if control and item is not None:
                text = item.data(PROMPT).text
                self._book.set_favourite(text, not self._book.is_favourite(text))
                self._show()
            case Qt.Key.Key_Delete if shift and item is not None:
                self._book.forget(item.data(PROMPT).text)
                self._show()
            case _:
                return False
        return True

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Let keys steer the list while the search field has the focus."""
        if isinstance(event, QKeyEvent) and event.type() == QEvent.Type.KeyPress:
            return self._steer(event)
        return super().eventFilter(watched, event)
