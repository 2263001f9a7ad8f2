"""The main window: title, drops and closing; `contents` makes what is in it."""

from collections.abc import Callable, Sequence
from functools import partial
from pathlib import Path

from PySide6.QtCore import QSize, Qt, QTimer, Signal
from PySide6.QtGui import QCloseEvent, QDragEnterEvent, QDropEvent, QImage
from PySide6.QtWidgets import QApplication, QMainWindow

from glide_studio.core.files.journal import remove_journal
from glide_studio.core.files.journal_folder import set_damaged_aside
from glide_studio.core.request.devices import Device, MeasureMemory
from glide_studio.core.request.prompt_length import MeasurePrompt
from glide_studio.library.networks import is_checkpoint
from glide_studio.session.autosave import Autosave, recoverable
from glide_studio.session.diagnostics import Diagnostics
from glide_studio.session.editor import Editor
from glide_studio.session.failure import logged_sentence
from glide_studio.session.language import tr
from glide_studio.session.preferences import Preferences
from glide_studio.ui.commands.document_commands import pixels_of
from glide_studio.ui.dialogs.recovery_dialog import RecoveryDialog
from glide_studio.ui.style.icons import logo
from glide_studio.ui.widgets.dropping import dropped_file, dropped_files
from glide_studio.ui.window.announcer import Announcer
from glide_studio.ui.window.contents import WindowContents
from glide_studio.ui.window.desktop_integration import DesktopIntegration, FilesFromDesktop
from glide_studio.ui.window.status_bar import ModelState

FREE_EVERY = 300
"""Milliseconds between two looks whether a dialog was closed."""


class MainWindow(QMainWindow):
    """The canvas in the middle, and panels around it.

    Prompts and word lists are kept in the folder `data`, or nowhere. `closed` is emitted once the
    window is closed, after a question if work was unsaved.
    """

    closed = Signal()

    def __init__(self, editor: Editor, data: Path | None = None) -> None:
        super().__init__()
        self.setObjectName("main_window")
        self.setWindowIcon(logo())
        self.setAcceptDrops(True)
        self._editor = editor
        self._may_close = False
        self._preferences = preferences = Preferences()
        self.resize(QSize(1280, 840).boundedTo(self.screen().availableSize()))
        self.restoreGeometry(preferences.geometry)
        self._contents = WindowContents(self, editor, preferences, data)
        self._announcer = Announcer(editor.open_document, editor.runs, self)
        self._desktop = DesktopIntegration(editor.runs, preferences, self)
        FilesFromDesktop(self, self.open_file)
        editor.open_document.history_changed.connect(self._show_title)
        editor.review.shown_changed.connect(self._show_title)
        for shown in (editor.opened, editor.returned):
            shown.connect(lambda _: self._contents.canvas.setFocus())  # for the tools' keys
        self._show_title()
        self._contents.prompt.setFocus()

    @property
    def diagnostics(self) -> Diagnostics:
        """The information for bug reports."""
        return self._contents.diagnostics

    def show_model(self, model: str, state: ModelState) -> None:
        """Show whether the chosen model is ready; warn of a missing one."""
        self._contents.status.show_model_state(state)
        self._contents.prompt.set_missing_model(model if state == "missing" else None)

    def set_prompt_measure(self, measure: MeasurePrompt) -> None:
        """Show from now on how much of the prompt the model reads."""
        self._contents.prompt.tools.set_measure(measure)

    def set_devices(self, devices: Sequence[Device]) -> None:
        """Offer these devices in the preferences."""
        self._contents.devices = tuple(devices)

    def set_memory_gauge(self, measure: MeasureMemory) -> None:
        """Show from now on how much memory is in use."""
        self._contents.status.set_memory_gauge(measure)

    def open_file(self, path: Path) -> None:
        """Open a picture in a tab of its own."""
        self.open_files([path])

    def open_files(self, paths: Sequence[Path], then: Callable[[], object] = lambda: None) -> None:
        """Open pictures, likewise; `then` is called once that has begun."""

        def open_now() -> None:
            self._contents.files.open_files(paths)
            then()

        self._contents.canvas.tool.settle(open_now)

    def come_to_front(self, paths: Sequence[Path], then: Callable[[], object]) -> None:
        """Raise the window and open pictures, as when the program is started again; `then` is
        called once that has begun, and never if the window is closed before."""
        self.setWindowState(self.windowState() & ~Qt.WindowState.WindowMinimized)
        self.raise_()
        self.activateWindow()
        self._open_when_free(tuple(paths), then)

    def _open_when_free(self, paths: Sequence[Path], then: Callable[[], object]) -> None:
        """Open pictures once no dialog is open, which is about the document that is shown, and
        nothing is being saved, after which the window may close."""
        if not paths:
            then()
        elif QApplication.activeModalWidget() is not None or not self._editor.saving.is_idle:
            QTimer.singleShot(FREE_EVERY, self, partial(self._open_when_free, paths, then))
        elif self.isVisible():  # it was not closed meanwhile
            self.open_files(paths, then)

    def offer_recovery(self, folder: Path, autosave: Autosave) -> None:
        """Ask what to do with unsaved work in the journals in `folder`, if there is any; say which
        of them cannot be read."""
        found = recoverable(folder)
        self._report_damaged(folder)
        if not found:
            return
        dialog = RecoveryDialog(found, self)

        def recover(path: Path) -> None:
            self._editor.recover(path, autosave.adopt)

        dialog.recovered.connect(recover)
        dialog.discarded.connect(remove_journal)
        dialog.open()

    def _report_damaged(self, folder: Path) -> None:
        try:
            damaged = set_damaged_aside(folder)
        except OSError as error:
            logged_sentence(error)
            return
        for path in damaged:
            said = tr("Unsaved work is damaged and cannot be recovered. Its file is kept: {path}")
            self._editor.open_document.noticed.emit(said.format(path=path))

    def _show_title(self) -> None:
        name = self._editor.open_document.state.name
        self.setWindowTitle(f"{name}[*] - GLIDE Studio")
        self.setWindowModified(self._editor.is_modified)

    # Qt's events

    def dragEnterEvent(self, event: QDragEnterEvent) -> None:
        """Accept a file, or a picture."""
        if dropped_file(event.mimeData()) is not None or event.mimeData().hasImage():
            event.setDropAction(Qt.DropAction.CopyAction)  # Shift would move the file away
            event.accept()

    def dropEvent(self, event: QDropEvent) -> None:
        """Open the files, with Shift place them as layers, import checkpoints, or paste the
        picture."""
        paths = dropped_files(event.mimeData())
        event.setDropAction(Qt.DropAction.CopyAction)
        event.accept()
        checkpoints = [*filter(is_checkpoint, paths)]
        if checkpoints:
            self._contents.models.import_files(checkpoints)
        elif paths and event.modifiers() & Qt.KeyboardModifier.ShiftModifier:
            self._contents.files.place(paths)
        elif paths:
            self.open_files(paths)
        else:
            self._editor.paste(pixels_of(QImage(event.mimeData().imageData())))

    def closeEvent(self, event: QCloseEvent) -> None:
        """Close at once if everything is saved and written, else wait and ask first."""
        canvas = self._contents.canvas
        if canvas.tool.is_unsettled:
            event.ignore()
            canvas.tool.settle(self.close)
            return
        is_done = self._editor.saving.is_idle and not self._editor.unsaved
        if not is_done and not self._may_close:
            event.ignore()
            self._contents.files.confirm_all(self._leave)
            return
        self._preferences.geometry = self.saveGeometry()
        self._contents.docks.remember()
        super().closeEvent(event)
        self.closed.emit()

    def _leave(self) -> None:
        self._may_close = True
        self.close()
