"""Connects the File menu: no work is lost without a question."""

from collections.abc import Callable, Mapping
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
        actions.connect("new", lambda: self.confirm(editor.new))
        actions.connect("open", self.open)
        actions.connect("save", self.save)
        actions.connect("save_as", self.save_as)
        actions.connect("quit", actions.window.close)

    def open(self) -> None:
        """Ask which picture to open."""
        self.confirm(lambda: self.ask_picture("open_dialog", tr("Open Picture"), self._open))

    def open_file(self, path: Path) -> None:
        """Open a picture, after asking about unsaved changes."""
        self.confirm(lambda: self._open(path))

    def open_sample(self, path: Path) -> None:
        """Open a sample picture, likewise; its file is never written to."""
        self.confirm(lambda: self._editor.open(path, self.confirm, as_sample=True))

    def save(self, then: Callable[[], object] = lambda: None) -> None:
        """Save to the document's file, and call `then`; ask where, if it has none to write to."""
        path = self._editor.open_document.path
        if path is None or path.suffix.lower() not in SUFFIXES:
            self.save_as(then)
        else:
            self._editor.save(path, then)

    def save_as(self, then: Callable[[], object] = lambda: None) -> None:
        """Ask where to save, and call `then` once that is done."""
        types = {
            tr("PNG image") + " (*.png)": "png",
            tr("JPEG image") + " (*.jpg *.jpeg)": "jpg",
            tr("WebP image") + " (*.webp)": "webp",
        }
        path = self._editor.open_document.path
        name = tr("picture") + ".png" if path is None else path.with_suffix(".png").name

        def save(target: Path) -> None:
            def saved() -> None:
                self._preferences.folder = target.resolve().parent
                then()

            self._editor.save(target, saved)

        self.ask_target("save_dialog", tr("Save Picture"), types, name, save)

    def confirm(self, then: Callable[[], object]) -> None:
        """Call `then` once unsaved changes, if any, are saved or discarded by the artist.

        A file that is being written is waited for.
        """
        self._editor.after_saving(partial(self._confirm, then))

    def _confirm(self, then: Callable[[], object]) -> None:
        if not self._editor.is_modified:
            then()
            return
        button = QMessageBox.StandardButton
        box = QMessageBox(
            self._window,
            text=tr("Save your changes?"),
            informativeText=tr("Unsaved changes will be lost."),
            standardButtons=button.Save | button.Discard | button.Cancel,
        )
        box.setObjectName("confirm_dialog")
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
                self.save(then)
            elif answer == button.Discard:
                then()

        box.finished.connect(answered)
        box.open()

    def _open(self, path: Path) -> None:
        self._editor.open(path, self.confirm)
        self._preferences.folder = path.resolve().parent

    def ask_picture(self, object_name: str, title: str, then: Callable[[Path], object]) -> None:
        """Ask for a picture file and call `then` with its path."""
        dialog = self._dialog(object_name, title, then)
        dialog.setFileMode(QFileDialog.FileMode.ExistingFile)
        pictures = "(*.png *.jpg *.jpeg *.webp *.gif *.bmp *.tif *.tiff)"
        dialog.setNameFilters([tr("Pictures") + " " + pictures, tr("All files") + " (*)"])
        dialog.open()

    def ask_target(
        self,
        object_name: str,
        title: str,
        types: Mapping[str, str],
        name: str,
        then: Callable[[Path], object],
    ) -> None:
        """Ask where to write the file that is proposed as `name`; call `then` with its path.

        `types` are name filters, each with the suffix that a name without one gets.
        """
        dialog = self._dialog(object_name, title, then)
        dialog.setAcceptMode(QFileDialog.AcceptMode.AcceptSave)
        dialog.setNameFilters([*types])
        dialog.filterSelected.connect(lambda chosen: dialog.setDefaultSuffix(types[chosen]))
        dialog.setDefaultSuffix("png")
        dialog.selectFile(name)
        dialog.open()

    def _dialog(self, object_name: str, title: str, then: Callable[[Path], object]) -> QFileDialog:
        """A dialog, deleted when it ends, that starts in the folder of the last file."""
        dialog = QFileDialog(self._window, title, str(self._preferences.folder))
        dialog.setObjectName(object_name)
        dialog.resize(DIALOG_SIZE)
        dialog.fileSelected.connect(lambda file: then(Path(file)))
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
        self._menu = QMenu(actions.window, toolTipsVisible=True)
        self._menu.setObjectName("recent_menu")
        self._action = actions.connect("open_recent", self._pop_up)
        self._action.setMenu(self._menu)
        open_document.history_changed.connect(self._remember)
        self._fill()

    def _remember(self) -> None:
        path, before = self._open_document.path, self._current
        self._current = path
        if path is not None and path != before:
            newest = path.absolute()
            self._change(lambda files: [newest, *(file for file in files if file != newest)])

    def _change(self, change: Callable[[tuple[Path, ...]], list[Path]]) -> None:
        with self._preferences.exclusive():
            files = change(self._preferences.recent_files)
            self._preferences.recent_files = tuple(files[:MAX_RECENT])
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
        self._menu.addAction(tr("Clear List")).triggered.connect(lambda: self._change(lambda _: []))
        self._action.setEnabled(bool(files))

    def _open(self, file: Path) -> None:
        if not file.exists():  # opening it will say so
            self._change(lambda files: [other for other in files if other != file])
        self._open_file(file)

    def _pop_up(self) -> None:
        """Show the files where no menu is open, as after a shortcut or from the palette."""
        self._menu.popup(self._window.mapToGlobal(self._window.rect().center()))
