"""Where the keyboard focus goes: to the canvas, unless text is being typed."""

from collections.abc import Iterable

from PySide6.QtCore import QEvent, QObject, Qt
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import (
    QAbstractSpinBox,
    QApplication,
    QDialog,
    QLineEdit,
    QPlainTextEdit,
    QTextEdit,
    QWidget,
)

from glide_studio.ui.canvas.canvas import Canvas
from glide_studio.ui.window.field_keys import FieldKeys

TEXT_FIELDS = (QLineEdit, QTextEdit, QPlainTextEdit, QAbstractSpinBox)


class KeyFocus(QObject):
    """Gives `canvas` the keyboard focus when the pointer moves over it, so that Space, R and Alt
    work there, and when something in `parts` is clicked that takes no focus, such as a button.

    A text field keeps the focus when the pointer moves over the canvas, and so does a dialog.
    """

    def __init__(self, canvas: Canvas, parts: Iterable[QWidget], parent: QObject) -> None:
        super().__init__(parent)
        self._canvas = canvas
        canvas.pointer_moved.connect(self._follow_pointer)
        controls: list[QWidget] = []
        for part in parts:
            part.setFocusPolicy(Qt.FocusPolicy.ClickFocus)
            part.installEventFilter(self)
            found = part.findChildren(QWidget)
            controls += [each for each in found if each.focusPolicy() != Qt.FocusPolicy.NoFocus]
        controls = [each for each in controls if each is not canvas and each.focusProxy() is None]
        FieldKeys(canvas, controls, self.to_canvas)

    def to_canvas(self) -> None:
        """Give the canvas the focus, even if a floating panel has it."""
        if not self._canvas.isActiveWindow():
            self._canvas.window().activateWindow()
        self._canvas.setFocus(Qt.FocusReason.OtherFocusReason)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Pass the focus of a part on to the canvas; Esc comes here from a control that does
        without it."""
        if event.type() == QEvent.Type.FocusIn or (
            event.type() == QEvent.Type.KeyPress
            and isinstance(event, QKeyEvent)
            and event.key() == Qt.Key.Key_Escape
        ):
            self.to_canvas()
        return False

    def _follow_pointer(self, touch: object) -> None:
        if touch is None or self._canvas.hasFocus():
            return
        is_elsewhere = isinstance(QApplication.activeWindow(), QDialog | None)
        if not (is_elsewhere or isinstance(QApplication.focusWidget(), TEXT_FIELDS)):
            self.to_canvas()
