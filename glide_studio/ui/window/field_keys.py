"""Which keys belong to a focused control of a panel, and which to the canvas."""

from collections.abc import Callable, Iterable
from functools import partial

from PySide6.QtCore import QEvent, QMimeData, QObject, Qt
from PySide6.QtGui import QGuiApplication, QKeyEvent, QKeySequence
from PySide6.QtWidgets import (
    QAbstractItemView,
    QAbstractSlider,
    QAbstractSpinBox,
    QApplication,
    QComboBox,
    QDoubleSpinBox,
    QLineEdit,
    QPlainTextEdit,
    QSpinBox,
    QWidget,
)

from glide_studio.ui.canvas.canvas import Canvas
from glide_studio.ui.widgets.fields import COMMAND_KEYS

RETURN_KEYS = (Qt.Key.Key_Return, Qt.Key.Key_Enter)
DELETING = (Qt.Key.Key_Delete, Qt.Key.Key_Backspace)
NUMBER_SIGNS = "+-.,"
UNDO, REDO = QKeySequence.StandardKey.Undo, QKeySequence.StandardKey.Redo

ENDING = (QLineEdit, QAbstractSpinBox, QComboBox, QAbstractSlider)
"""Controls that Return and Esc end."""


class FieldKeys(QObject):
    """Leaves to each of `controls` the keys that it needs: to text what is text, to a number its
    digits, to all others no letters. The window's shortcuts and the canvas get the rest.

    Lists keep Delete. Return commits a field and Esc reverts it; both, and Esc in any control that
    has no use for it, call `leave`, which gives the canvas the focus.
    """

    def __init__(
        self, canvas: Canvas, controls: Iterable[QWidget], leave: Callable[[], None]
    ) -> None:
        super().__init__(canvas)
        self._canvas = canvas
        self._leave = leave
        self._revert: Callable[[], object] = _do_nothing
        for control in controls:
            control.installEventFilter(self)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Sort out the keys before the control gets them."""
        if not isinstance(watched, QWidget):
            return False
        if event.type() == QEvent.Type.FocusIn:
            self._revert = _reverting(watched)
        if not isinstance(event, QKeyEvent) or event.type() == QEvent.Type.KeyRelease:
            return False
        ends, is_override = _ends(watched, event), event.type() == QEvent.Type.ShortcutOverride
        if is_override and isinstance(watched, QAbstractItemView) and event.key() in DELETING:
            event.accept()  # it deletes a row rather than pixels
            return True
        if not ends and _uses(watched, event):
            return False
        if is_override:
            event.setAccepted(ends)  # otherwise the canvas and the window's shortcuts come first
            if not ends:
                QApplication.sendEvent(self._canvas, event)
        elif ends:
            self._end(watched, event)
        else:
            self._leave()
            QApplication.sendEvent(self._canvas, event)
            event.accept()  # the parents need not see it
        return True

    def _end(self, field: QWidget, event: QKeyEvent) -> None:
        """Commit or revert a field; losing the focus, it tells what it holds then."""
        if event.key() == Qt.Key.Key_Escape:
            self._revert()
        if isinstance(field, QAbstractSpinBox):
            field.interpretText()
        self._leave()


def _reverting(field: QWidget) -> Callable[[], object]:
    """What restores the text or the number that a field holds now."""
    if isinstance(field, QSpinBox):
        return partial(field.setValue, field.value())
    if isinstance(field, QDoubleSpinBox):
        return partial(field.setValue, field.value())
    if isinstance(field, QLineEdit):
        return partial(field.setText, field.text())
    return _do_nothing


def _do_nothing() -> None:
    pass


def _ends(control: QWidget, event: QKeyEvent) -> bool:
    """Whether a key ends the editing of a control."""
    if event.modifiers() & (COMMAND_KEYS | Qt.KeyboardModifier.ShiftModifier):
        return False
    if event.key() == Qt.Key.Key_Escape:
        return isinstance(control, QLineEdit | QAbstractSpinBox)
    return event.key() in RETURN_KEYS and isinstance(control, ENDING)


def _uses(control: QWidget, event: QKeyEvent) -> bool:
    """Whether a key is for a control rather than for the canvas."""
    if event.matches(QKeySequence.StandardKey.Paste):
        return _has_text(QGuiApplication.clipboard().mimeData())
    if isinstance(control, QLineEdit | QPlainTextEdit):
        return not (event.matches(UNDO) and not _can_undo(control))
    if event.matches(UNDO) or event.matches(REDO) or event.key() == Qt.Key.Key_Alt:
        return False
    text = event.text()
    is_letter = bool(text) and text.isprintable() and not event.modifiers() & COMMAND_KEYS
    if isinstance(control, QAbstractSpinBox):
        return not is_letter or text.isdigit() or text in NUMBER_SIGNS
    return not is_letter or text == " "


def _has_text(clipboard: QMimeData) -> bool:
    """Whether there is text to paste: pictures go onto the canvas, and so do files."""
    return clipboard.hasText() and not clipboard.hasUrls()


def _can_undo(words: QLineEdit | QPlainTextEdit) -> bool:
    if isinstance(words, QLineEdit):
        return words.isUndoAvailable()
    return words.document().isUndoAvailable()
