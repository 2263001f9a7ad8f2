"""The text field for the prompt, with completions below the word that is being typed."""

from collections.abc import Callable, Sequence
from typing import Any

from PySide6.QtCore import QEvent, QMimeData, QObject, QPoint, Qt, Signal
from PySide6.QtGui import QFocusEvent, QInputMethodEvent, QKeyEvent, QTextCharFormat, QTextCursor
from PySide6.QtWidgets import (
    QApplication,
    QListWidget,
    QListWidgetItem,
    QPlainTextEdit,
    QTextEdit,
    QWidget,
)

from glide_studio.core.request.model_card import ModelCard
from glide_studio.session.language import tr
from glide_studio.ui.style.theme import GRID
from glide_studio.ui.widgets.naming import named

MAX_ROWS = 8
ROW_INDENT = 16
"""From the list's left edge to its text, in logical pixels, as in the style sheet."""

PLAIN_KEYS = (Qt.KeyboardModifier.NoModifier, Qt.KeyboardModifier.KeypadModifier)
PARAGRAPH_SEPARATOR = "\u2029"
"""What Qt puts between the lines of a selected text."""


class PromptEdit(QPlainTextEdit):
    """A few lines of plain text, with completions from the model's vocabulary.

    Tab moves the focus on, and files dropped on it go to the panel. `left` is emitted when the
    focus leaves.
    """

    left = Signal()

    def __init__(self, card: ModelCard) -> None:
        super().__init__()
        self._completions = CompletionList(self)
        named(self, "prompt_edit", tr("Prompt"), tr("Describe what should appear"), "Ctrl+Return")
        self.use(card)
        self.setTabChangesFocus(True)
        self.cursorPositionChanged.connect(self.close_completions)
        self._completions.chosen.connect(self._complete)
        self.destroyed.connect(self._completions.deleteLater)  # it is a child of the window
        self._steering: dict[int, Callable[[], None]] = {
            Qt.Key.Key_Tab: self._completions.accept,
            Qt.Key.Key_Return: self._completions.accept,
            Qt.Key.Key_Enter: self._completions.accept,
            Qt.Key.Key_Escape: self._completions.hide,
            Qt.Key.Key_Up: lambda: self._completions.move_selection(-1),
            Qt.Key.Key_Down: lambda: self._completions.move_selection(1),
        }

    def use(self, card: ModelCard) -> None:
        """Complete the words of another model's card from now on."""
        self._card = card
        placeholder = tr("Describe what should appear")
        if card.examples:
            placeholder = tr("Describe what should appear, such as “{example}”")
        self.setPlaceholderText(placeholder.format(example=next(iter(card.examples), "")))

    @property
    def text_before_cursor(self) -> str:
        return self._text(0, self.textCursor().selectionStart())

    @property
    def text_after_cursor(self) -> str:
        end = self.document().characterCount() - 1
        return self._text(self.textCursor().selectionEnd(), end)

    def set_prompt(self, text: str) -> None:
        """Replace everything with `text`, as one step that can be undone."""
        cursor = self.textCursor()
        cursor.select(QTextCursor.SelectionType.Document)
        cursor.insertText(text)

    def insert_phrase(self, phrase: str) -> None:
        """Insert `phrase` at the cursor, separated by spaces."""
        before, after = self.text_before_cursor, self.text_after_cursor
        space_before = " " if before and not before[-1].isspace() else ""
        space_after = " " if after and not after[0].isspace() else ""
        self.textCursor().insertText(f"{space_before}{phrase}{space_after}")

    def mark_unread(self, start: int | None) -> None:
        """Strike out the text from character `start` on, if any: the model does not read it."""
        selection = QTextEdit.ExtraSelection()
        marked: Any = selection  # the stubs lack its attributes
        marked.format = QTextCharFormat()
        marked.format.setFontStrikeOut(True)
        marked.format.setForeground(QApplication.palette().brightText())
        marked.cursor = QTextCursor(self.document())
        before = self.toPlainText()[:start]
        marked.cursor.setPosition(len(before.encode("utf-16-le")) // 2)  # Qt counts in UTF-16 units
        end = QTextCursor.MoveOperation.End
        marked.cursor.movePosition(end, QTextCursor.MoveMode.KeepAnchor)
        self.setExtraSelections([] if start is None else [selection])

    def close_completions(self) -> None:
        """Hide the completions until more is typed."""
        self._completions.hide()

    def canInsertFromMimeData(self, source: QMimeData) -> bool:
        """Accept text only: of a dropped file, the panel takes the settings, not the name."""
        return source.hasText() and not source.hasUrls()

    def _offer_completions(self) -> None:
        before = self.text_before_cursor
        within_word = self.text_after_cursor[:1].isalnum()
        completions = [] if within_word else self._card.completions(before)
        if not completions:
            self.close_completions()
            return
        start = self._cursor_over(self._card.typed_beginning(before, completions[0]))
        start.setPosition(start.position())
        line, viewport = self.cursorRect(start), self.viewport()
        top = viewport.mapTo(self.window(), line.topLeft())
        self._completions.offer(completions, top, top + QPoint(0, line.height()))

    def _complete(self, completion: str) -> None:
        typed = self._card.typed_beginning(self.text_before_cursor, completion)
        self._cursor_over(typed).insertText(completion)

    def _cursor_over(self, typed: str) -> QTextCursor:
        """Select `typed`, which ends at the cursor, backwards."""
        cursor = self.textCursor()
        left, keep = QTextCursor.MoveOperation.Left, QTextCursor.MoveMode.KeepAnchor
        cursor.movePosition(left, keep, len(typed))
        return cursor

    def _text(self, start: int, end: int) -> str:
        """The text between two positions, which are counted in UTF-16 units as Qt does."""
        cursor = QTextCursor(self.document())
        cursor.setPosition(start)
        cursor.setPosition(end, QTextCursor.MoveMode.KeepAnchor)
        return cursor.selectedText().replace(PARAGRAPH_SEPARATOR, "\n")

    # Qt's events

    def event(self, event: QEvent) -> bool:
        """Let plain keys steer the visible completions, before any shortcut."""
        if (
            isinstance(event, QKeyEvent)
            and self._completions.isVisible()
            and event.modifiers() in PLAIN_KEYS
            and event.key() in self._steering
        ):
            if event.type() == QEvent.Type.KeyPress:
                self._steering[event.key()]()
            event.accept()
            return True
        return super().event(event)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        before = self.document().revision()
        super().keyPressEvent(event)
        if self.document().revision() != before:
            self._offer_completions()

    def inputMethodEvent(self, event: QInputMethodEvent) -> None:
        super().inputMethodEvent(event)
        if event.commitString():
            self._offer_completions()

    def focusOutEvent(self, event: QFocusEvent) -> None:
        super().focusOutEvent(event)
        self.close_completions()
        self.left.emit()


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
