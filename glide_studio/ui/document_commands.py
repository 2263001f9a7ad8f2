"""The commands on the document and its runs, which know by themselves when they apply."""

from PySide6.QtCore import QObject

from glide_studio.session.editor import Editor
from glide_studio.ui.actions import Actions


class DocumentCommands(QObject):
    """Connects undo, redo and stopping to the editor."""

    def __init__(self, editor: Editor, actions: Actions) -> None:
        super().__init__(actions.window)
        self._editor = editor
        self._undo = actions.connect("undo", editor.undo)
        self._redo = actions.connect("redo", editor.redo)
        self._cancel = actions.connect("cancel", editor.cancel)
        editor.history_changed.connect(self._show_history)
        editor.running_changed.connect(self._cancel.setEnabled)
        self._cancel.setEnabled(editor.running is not None)
        self._show_history()

    def _show_history(self) -> None:
        self._undo.setEnabled(self._editor.can_undo)
        self._redo.setEnabled(self._editor.history.can_redo)
