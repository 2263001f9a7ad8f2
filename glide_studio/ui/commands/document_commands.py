"""The commands on the document and its runs, which know by themselves when they apply."""

from PySide6.QtCore import QObject

from glide_studio.session.editor import Editor
from glide_studio.ui.actions.actions import Actions


class DocumentCommands(QObject):
    """Connects undo, redo and stopping to the editor."""

    def __init__(self, editor: Editor, actions: Actions) -> None:
        super().__init__(actions.owner)
        self._editor = editor
        self._undo = actions.connect("undo", editor.undo)
        self._redo = actions.connect("redo", editor.redo)
        self._cancel = actions.connect("cancel", self._stop)
        editor.open_document.history_changed.connect(self._show_history)
        editor.review.shown_changed.connect(self._show_history)
        editor.runs.running_changed.connect(self._show_cancel)
        editor.review.changed.connect(self._show_cancel)
        self._show_cancel()
        self._show_history()

    def _stop(self) -> None:
        """Stop the running picture, or if none runs, take away what is on show."""
        if self._editor.runs.running is not None:
            self._editor.runs.cancel()
        else:
            self._editor.review.hide()

    def _show_cancel(self) -> None:
        on_show = self._editor.review.shown_candidate is not None
        self._cancel.setEnabled(self._editor.runs.running is not None or on_show)

    def _show_history(self) -> None:
        self._undo.setEnabled(self._editor.can_undo)
        self._redo.setEnabled(self._editor.open_document.history.can_redo)
