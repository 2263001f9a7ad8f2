"""The commands of the Image menu, save for the crop tool."""

from PySide6.QtCore import QObject

from glide_studio.session.editor import Editor
from glide_studio.session.image_commands import ImageCommands
from glide_studio.ui.actions.actions import Actions
from glide_studio.ui.dialogs.size_dialogs import CanvasSizeDialog, ImageSizeDialog


class ImageActions(QObject):
    """Connects what changes the whole picture; a blank page has nothing to turn or scale."""

    def __init__(self, editor: Editor, actions: Actions) -> None:
        super().__init__(actions.owner)
        self._window = actions.window
        self._editor = editor
        self._commands = commands = ImageCommands(editor.open_document, editor.runs)
        self._needing_pixels = [
            actions.connect("image_size", self._ask_image_size),
            actions.connect("rotate_image_right", lambda: commands.rotate(1)),
            actions.connect("rotate_image_left", lambda: commands.rotate(3)),
            actions.connect("rotate_image_half", lambda: commands.rotate(2)),
            actions.connect("flip_image_across", lambda: commands.flip(True)),
            actions.connect("flip_image_down", lambda: commands.flip(False)),
        ]
        actions.connect("canvas_size", self._ask_canvas_size)
        editor.open_document.document_changed.connect(self._show_document)
        self._show_document()

    def _ask_canvas_size(self) -> None:
        dialog = CanvasSizeDialog(self._editor.document.extent, self._window)
        dialog.accepted.connect(lambda: self._commands.crop(dialog.frame))
        dialog.open()

    def _ask_image_size(self) -> None:
        dialog = ImageSizeDialog(self._editor.document.extent, self._window)
        dialog.accepted.connect(lambda: self._commands.scale(dialog.extent, dialog.resampling))
        dialog.open()

    def _show_document(self) -> None:
        for action in self._needing_pixels:
            action.setEnabled(not self._editor.document.is_blank)
