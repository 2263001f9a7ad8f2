"""Connects the File menu: no work is lost without a question."""

from collections.abc import Callable
from functools import partial
from pathlib import Path

from PySide6.QtCore import QObject, QSize, Signal
from PySide6.QtWidgets import QFileDialog, QMenu, QMessageBox

from glide_studio.core.files.formats import SUFFIXES
from glide_studio.session.editor import Editor
from glide_studio.session.language import tr
from glide_studio.session.open_document import OpenDocument
from glide_studio.session.preferences import Preferences
from glide_studio.ui.actions.actions import Actions
from glide_studio.ui.style.theme import GRID

DIALOG_SIZE = QSize(800, 520)
MAX_RECENT = 10


class FileCommands:
    """New, open, save and quit.  Dialogs do not block: what follows one is called when it ends."""

    def __init__(self, editor: Editor, preferences: Preferences, actions: Actions) -> None:
        self._editor = editor
        self._preferences = preferences
        self._window = actions.window
        actions.connect("new", self.new)
        actions.connect("open", self.open)
        actions.connect("save", self.save)
        actions.connect("save_as", self.save_as)
        actions.connect("quit", actions.window.close)

    def new(self) -> None:
        """Start a blank document."""
        self.confirm(self._editor.new)

    def open(self) -> None:
        """Ask which picture to open."""
        self.confirm(self._ask_open)

    def open_file(self, path: Path) -> None:
        """Open a picture, after asking about unsaved changes."""
        self.confirm(lambda: self._open(path))

    def open_sample(self, path: Path) -> None:
        """Open a sample picture, likewise; its file is never written to."""
        self.confirm(lambda: self._editor.open(path, self.confirm, as_sample=True))

    def save(self) -> None:
        """Save to the document's file."""
        self._save()

    def save_as(self) -> None:
        """Ask where to save."""
        self._ask_save()

    def confirm(self, then: Callable[[], object]) -> None:
        """Call `then` once unsaved changes, if any, are saved or discarded by the artist.

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

        def answered(answer: int) -> None:
            box.deleteLater()
            if answer == button.Save:
                self._save(then)
            elif answer == button.Discard:
                then()

        box.finished.connect(answered)
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
            tr("TIFF image") + " (*.tif *.tiff)": "tif",
            tr("AVIF image") + " (*.avif)": "avif",
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
        """Return a dialog, deleted when it ends, that starts in the folder of the last file."""
        dialog = QFileDialog(self._window, title, str(self._preferences.folder))
        dialog.setObjectName(object_name)
        dialog.resize(DIALOG_SIZE)
        dialog.finished.connect(dialog.deleteLater)
        return dialog


class RecentFiles(QObject):
    """Remembers the files opened and saved, and lists them in the menu "Open Recent".

    `changed` carries their paths, the newest first.
    """

    changed = Signal(object)

    def __init__(
        self,
        open_document: OpenDocument,
        preferences: Preferences,
        actions: Actions,
        open_file: Callable[[Path], object],
    ) -> None:
        super().__init__(actions.window)
        self._open_document = open_document
        self._preferences = preferences
        self._open_file = open_file
        self._current: Path | None = None
        self._window = actions.window
        self._menu = QMenu(actions.window)
        self._menu.setObjectName("recent_menu")
        self._menu.setToolTipsVisible(True)
        self._action = actions.connect("open_recent", self._pop_up)
        self._action.setMenu(self._menu)
        open_document.history_changed.connect(self._remember)
        self._fill()

    def _remember(self) -> None:
        path, before = self._open_document.path, self._current
        self._current = path
        if path is not None and path != before:
            path = path.absolute()
            others = [file for file in self._preferences.recent_files if file != path]
            self._set([path, *others][:MAX_RECENT])

    def _set(self, files: list[Path]) -> None:
        self._preferences.recent_files = tuple(files)
        self._fill()
        self.changed.emit(self._preferences.recent_files)

    def _fill(self) -> None:
        self._menu.clear()
        files = self._preferences.recent_files
        for number, file in enumerate(files, 1):
            entry = self._menu.addAction(f"&{number % 10}  {file.name.replace('&', '&&')}")
            entry.setToolTip(str(file))
            entry.triggered.connect(lambda _, file=file: self._open(file))
        self._menu.addSeparator()
        self._menu.addAction(tr("Clear List")).triggered.connect(lambda: self._set([]))
        self._action.setEnabled(bool(files))

    def _open(self, file: Path) -> None:
        if not file.exists():  # opening it will say so
            self._set([other for other in self._preferences.recent_files if other != file])
        self._open_file(file)

    def _pop_up(self) -> None:
        """Show the files where no menu is open, as after a shortcut or from the palette."""
        self._menu.popup(self._window.mapToGlobal(self._window.rect().center()))


def picture_filters() -> list[str]:
    """The name filters of a dialog that opens a picture."""
    pictures = "(*.png *.jpg *.jpeg *.webp *.avif *.gif *.bmp *.tif *.tiff *.heic *.heif)"
    return [tr("Pictures") + " " + pictures, tr("All files") + " (*)"]
