"""New, open, save and leave, without ever losing work unasked."""

from collections.abc import Callable
from functools import partial
from pathlib import Path

from PySide6.QtCore import QObject, QSize
from PySide6.QtWidgets import QFileDialog, QMessageBox

from glide_studio.core.files.pictures import SUFFIXES
from glide_studio.session.editor import Editor
from glide_studio.session.language import tr
from glide_studio.session.preferences import Preferences
from glide_studio.ui.actions.actions import Actions
from glide_studio.ui.style.theme import GRID

DIALOG_SIZE = QSize(800, 520)


class FileCommands(QObject):
    """The File menu.  Its dialogs do not block: what follows one is called when it ends."""

    def __init__(self, editor: Editor, preferences: Preferences, actions: Actions) -> None:
        super().__init__(actions.owner)
        self._editor = editor
        self._preferences = preferences
        self._window = actions.window
        actions.connect("new", self.new)
        actions.connect("open", self.open)
        actions.connect("save", self.save)
        actions.connect("save_as", self.save_as)

    def new(self) -> None:
        """Start a blank document."""
        self.confirm(self._editor.new)

    def open(self) -> None:
        """Ask which picture to open."""
        self.confirm(self._ask_open)

    def open_file(self, path: Path) -> None:
        """Open a picture, unless the artist would rather keep the present one."""
        self.confirm(lambda: self._open(path))

    def open_sample(self, path: Path) -> None:
        """Open a picture of the studio's own, likewise; the file itself stays as it is."""
        self.confirm(lambda: self._editor.open(path, self.confirm, as_sample=True))

    def save(self) -> None:
        """Save to the document's file."""
        self._save()

    def save_as(self) -> None:
        """Ask where to save."""
        self._ask_save()

    def confirm(self, then: Callable[[], object]) -> None:
        """Call `then`, if there are unsaved changes only after the artist saved or let go.

        A file that is being written is waited for.
        """
        self._editor.after_saving(partial(self._confirm, then))

    def _confirm(self, then: Callable[[], object]) -> None:
        if not self._editor.is_modified:
            then()
            return
        box = QMessageBox(self._window)
        box.setObjectName("confirm_dialog")
        box.setIcon(QMessageBox.Icon.NoIcon)
        box.setText(tr("Save your changes?"))
        box.setInformativeText(tr("Unsaved changes will be lost."))
        button = QMessageBox.StandardButton
        box.setStandardButtons(button.Save | button.Discard | button.Cancel)
        box.setDefaultButton(button.Save)
        box.setEscapeButton(button.Cancel)
        box.setContentsMargins(0, GRID, GRID, GRID)
        for which, name, text in (
            (button.Save, "confirm_save_button", tr("Save")),
            (button.Discard, "confirm_discard_button", tr("Discard")),
            (button.Cancel, "confirm_cancel_button", tr("Cancel")),
        ):
            box.button(which).setObjectName(name)
            box.button(which).setText(text)

        def go_on(answer: int) -> None:
            box.deleteLater()
            if answer == button.Save:
                self._save(then)
            elif answer == button.Discard:
                then()

        box.finished.connect(go_on)
        box.open()

    def _ask_open(self) -> None:
        dialog = self.dialog("open_dialog", tr("Open Picture"))
        dialog.setFileMode(QFileDialog.FileMode.ExistingFile)
        dialog.setNameFilters(picture_filters())
        dialog.fileSelected.connect(lambda name: self._open(Path(name)))
        dialog.open()

    def _open(self, path: Path) -> None:
        self._editor.open(path, self.confirm)
        self._preferences.folder = path.resolve().parent

    def _save(self, then: Callable[[], object] = lambda: None) -> None:
        path = self._editor.open_document.path
        if path is None or path.suffix.lower() not in SUFFIXES:
            self._ask_save(then)
        else:
            self._editor.save(path, then)

    def _ask_save(self, then: Callable[[], object] = lambda: None) -> None:
        dialog = self.dialog("save_dialog", tr("Save Picture"))
        dialog.setAcceptMode(QFileDialog.AcceptMode.AcceptSave)
        suffixes = {
            tr("PNG image") + " (*.png)": "png",
            tr("JPEG image") + " (*.jpg *.jpeg)": "jpg",
            tr("WebP image") + " (*.webp)": "webp",
        }
        dialog.setNameFilters(list(suffixes))
        dialog.filterSelected.connect(lambda name: dialog.setDefaultSuffix(suffixes[name]))
        dialog.setDefaultSuffix("png")
        path = self._editor.open_document.path
        dialog.selectFile(tr("picture") + ".png" if path is None else path.with_suffix(".png").name)

        def save_as(name: str) -> None:
            def saved() -> None:
                self._preferences.folder = Path(name).resolve().parent
                then()

            self._editor.save(Path(name), saved)

        dialog.fileSelected.connect(save_as)
        dialog.open()

    def dialog(self, object_name: str, title: str) -> QFileDialog:
        """Return a dialog that begins in the folder of the last file and goes once it ends."""
        dialog = QFileDialog(self._window, title, str(self._preferences.folder))
        dialog.setObjectName(object_name)
        dialog.resize(DIALOG_SIZE)
        dialog.finished.connect(dialog.deleteLater)
        return dialog


def picture_filters() -> list[str]:
    """What a dialog that opens a picture lists."""
    pictures = "(*.png *.jpg *.jpeg *.webp *.gif *.bmp *.tif *.tiff)"
    return [tr("Pictures") + " " + pictures, tr("All files") + " (*)"]
