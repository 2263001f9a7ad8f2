"""The text field for the prompt."""

from collections.abc import Callable
from typing import Any

from PySide6.QtCore import QEvent, QMimeData, QPoint, Qt, Signal
from PySide6.QtGui import QFocusEvent, QInputMethodEvent, QKeyEvent, QTextCharFormat, QTextCursor
from PySide6.QtWidgets import QApplication, QPlainTextEdit, QTextEdit, QWidget

from glide_studio.core.request.model_card import ModelCard
from glide_studio.session.language import tr
from glide_studio.ui.panels.completion_list import CompletionList
from glide_studio.ui.widgets.naming import named

PLAIN_KEYS = (Qt.KeyboardModifier.NoModifier, Qt.KeyboardModifier.KeypadModifier)
PARAGRAPH_SEPARATOR = "\u2029"
"""What Qt puts between the lines of a selected text."""


class PromptEdit(QPlainTextEdit):
    """A few lines of plain text, with completions from the model's vocabulary.

    Tab moves the focus on, and files dropped on it go to the window. `left` is emitted when the
    focus leaves.
    """

    left = Signal()

    def __init__(self, card: ModelCard, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._card = card
        self._completions = CompletionList(self)
        named(self, "prompt_edit", tr("Prompt"), tr("Describe what should appear"), "Ctrl+Return")
        placeholder = tr("Describe what should appear")
        if card.examples:
            placeholder = tr("Describe what should appear, such as “{example}”")
        self.setPlaceholderText(placeholder.format(example=next(iter(card.examples), "")))
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

    @property
    def text_before_cursor(self) -> str:
        cursor = self.textCursor()
        return self._text(0, cursor.selectionStart())

    @property
    def text_after_cursor(self) -> str:
        cursor = self.textCursor()
        return self._text(cursor.selectionEnd(), self.document().characterCount() - 1)

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
        """Accept text only: a dropped file is a picture to open, not a name to insert."""
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
