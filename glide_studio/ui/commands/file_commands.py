"""Connects the File menu; the artist is asked before unsaved work is lost."""

import asyncio
from collections.abc import Callable, Sequence
from functools import partial
from pathlib import Path

from PySide6.QtCore import QObject, Signal
from PySide6.QtWidgets import QMenu, QWidget
from shiboken6 import isValid

from glide_studio.core.document.document import Document
from glide_studio.core.files.documents import is_project, save_document
from glide_studio.core.files.formats import FORMATS, Format, format_of
from glide_studio.core.files.layered.openraster import SUFFIX
from glide_studio.core.files.pictures.exports import ExportOptions
from glide_studio.core.files.project import Project
from glide_studio.session.editor import Editor
from glide_studio.session.language import tr
from glide_studio.session.open_document import OpenDocument
from glide_studio.session.preferences import Preferences
from glide_studio.session.saving import Ask
from glide_studio.ui.actions.actions import Actions
from glide_studio.ui.dialogs.export_dialog import ExportDialog
from glide_studio.ui.dialogs.file_dialogs import FileDialogs, picture_type, project_type
from glide_studio.ui.dialogs.questions import Answer, Role, ask

MAX_RECENT = 10

Then = Callable[[], object]


class FileCommands:
    """New, open, save and quit.  Dialogs do not block: what follows one is called when it ends."""

    def __init__(
        self, editor: Editor, preferences: Preferences, dialogs: FileDialogs, actions: Actions
    ) -> None:
        self._editor = editor
        self._preferences = preferences
        self._dialogs = dialogs
        self._actions = actions
        self._window = actions.window
        editor.saving.keeps_previous = lambda: preferences.keep_previous
        actions.connect("new", lambda: self.confirm(editor.new))
        actions.connect("open", self.open)
        actions.connect("place", self.ask_to_place)
        actions.connect("save", self.save)
        actions.connect("save_as", self.save_as)
        actions.connect("quit", actions.window.close)

    def open(self) -> None:
        """Ask which picture to open."""
        ask_file = partial(self._dialogs.ask_picture, "open_dialog", tr("Open Picture"))
        self.confirm(lambda: ask_file(self._open, projects=True))

    def open_file(self, path: Path) -> None:
        """Open a picture, after asking about unsaved changes."""
        self.confirm(lambda: self._open(path))

    def ask_to_place(self) -> None:
        """Ask which pictures to place as layers."""
        self._dialogs.ask_pictures("place_dialog", tr("Place as Layer"), self.place)

    def place(self, paths: Sequence[Path]) -> None:
        """Place pictures as layers; a single one that is not the document can be transformed at
        once, unless only a part of it is selected."""
        is_one = len(paths) == 1 and not self._editor.document.is_blank

        def transform() -> None:
            if is_one and self._editor.document.selection.is_everything:
                self._actions["free_transform"].trigger()

        self._editor.placing.place(paths, transform)

    def open_sample(self, path: Path) -> None:
        """Open a sample picture, likewise; its file is never written to."""
        self.confirm(lambda: self._editor.open(path, self.confirm, as_sample=True))

    def save(self, then: Then = lambda: None) -> None:
        """Write the document back to its file, and call `then`.

        Ask where, if it has none, and if that is a flat picture which the document no longer is.
        """
        path = self._editor.open_document.path
        is_flat = self._editor.document.is_flat and not self._editor.review.is_pending
        if path is not None and (is_project(path) or (is_flat and format_of(path.suffix))):
            self._save(path, then)
        else:
            self.save_as(then)

    def save_as(self, then: Then = lambda: None) -> None:
        """Ask where to save, a project file first of all, and call `then` once that is done."""
        types = project_type()
        for kind in FORMATS:
            types |= picture_type(kind)
        name = _stem(self._editor.open_document) + SUFFIX

        def save(target: Path) -> None:
            def saved() -> None:
                self._preferences.folder = target.resolve().parent
                then()

            self._save(target, saved)

        self._dialogs.ask_target("save_dialog", tr("Save Picture"), types, name, save)

    def _save(self, path: Path, then: Then) -> None:
        save_as = partial(self.save_as, then)

        def offer(reason: str) -> None:
            retry = partial(self._save, path, then)
            offer_after_failure(self._window, path, reason, save_as, retry)

        self._editor.save(path, then, ask_to_write(self._window, path, save_as), offer)

    def confirm(self, then: Then) -> None:
        """Call `then` once unsaved changes, if any, are saved or discarded by the artist.

        A file that is being written is waited for.
        """
        confirm = partial(self._confirm, tr("Unsaved changes will be lost."), then)
        self._editor.saving.when_idle(confirm)

    def _confirm(self, details: str, then: Then) -> None:
        if not self._editor.is_modified:
            then()
            return
        rest = tr("The file does not hold everything. Save a project to keep the rest.")
        ask_again = partial(self._editor.saving.when_idle, partial(self._confirm, rest, then))
        ask(
            self._window,
            "confirm_dialog",
            tr("Save your changes?"),
            details,
            [
                Answer("confirm_save", tr("Save"), partial(self.save, ask_again)),
                Answer("confirm_discard", tr("Discard"), then, Role.DestructiveRole),
            ],
        )

    def _open(self, path: Path) -> None:
        self._editor.open(path, self.confirm)
        self._preferences.folder = path.resolve().parent


class ExportCommands:
    """Export and Export Again: flat pictures of what is shown, which leave the document alone."""

    def __init__(
        self, editor: Editor, preferences: Preferences, dialogs: FileDialogs, actions: Actions
    ) -> None:
        self._editor = editor
        self._preferences = preferences
        self._dialogs = dialogs
        self._window = actions.window
        actions.connect("export", self.export)
        actions.connect("export_again", self.export_again)
        document, review, saving = editor.open_document, editor.review, editor.saving
        shown = document.document_changed, review.shown_changed
        actions.enable_when(lambda: not review.shown_document.is_blank, ["export"], *shown)
        actions.enable_when(
            lambda: saving.last_export is not None,
            ["export_again"],
            saving.exported,
            document.history_changed,
        )

    def export(self) -> None:
        """Ask for a format and its options, then for a file, and write it."""
        document = self._editor.review.shown_document
        dialog = ExportDialog(document, self._editor.saving, self._preferences, self._window)
        dialog.accepted.connect(lambda: self._ask_target(document, dialog.format, dialog.options))
        dialog.open()

    def export_again(self) -> None:
        """Write what is shown now to the file of the last export, with its options."""
        last = self._editor.saving.last_export
        if last is not None:
            kind = format_of(last.file.path.suffix)
            assert kind is not None
            self._write(self._editor.review.shown_document, kind, last.options, last.file.path)

    def _ask_target(self, document: Document, kind: Format, options: ExportOptions) -> None:
        last = self._editor.saving.last_export
        name = str(last.file.path.with_suffix("")) if last else _stem(self._editor.open_document)
        write = partial(self._write, document, kind, options)
        self._dialogs.ask_target(
            "export_file_dialog",
            tr("Export Picture"),
            picture_type(kind),
            name + kind.suffixes[0],
            write,
        )

    def _write(self, document: Document, kind: Format, options: ExportOptions, path: Path) -> None:
        elsewhere = partial(self._ask_target, document, kind, options)
        retry = partial(self._write, document, kind, options, path)

        def offer(reason: str) -> None:
            offer_after_failure(self._window, path, reason, elsewhere, retry)

        ask_first = ask_to_write(self._window, path, elsewhere)
        self._editor.saving.export(document, path, options, ask_first, offer)


def ask_to_write(window: QWidget, path: Path, elsewhere: Then) -> Ask:
    """A function that asks the artist whether to write the file at `path` despite what that loses.

    `elsewhere` is called if the artist wants to write another file instead.
    """

    async def ask_first(losses: Sequence[str]) -> bool:
        answer: asyncio.Future[bool] = asyncio.get_running_loop().create_future()

        def settle(wanted: bool) -> None:
            if not answer.done():
                answer.set_result(wanted)

        def go_elsewhere() -> None:
            settle(False)
            elsewhere()

        box = ask(
            window,
            "save_question",
            tr("Save “{name}” anyway?").format(name=path.name),
            "\n\n".join(losses),
            [
                Answer("save_question_as", tr("Save As…"), go_elsewhere),
                Answer(
                    "save_question_anyway",
                    tr("Save Anyway"),
                    partial(settle, True),
                    Role.DestructiveRole,
                ),
            ],
        )
        box.finished.connect(lambda: settle(False))  # unless an answer was given
        box.destroyed.connect(lambda: settle(False))  # with its window
        try:
            return await answer
        finally:
            if isValid(box):
                box.close()

    return ask_first


def offer_after_failure(
    window: QWidget, path: Path, reason: str, elsewhere: Then, retry: Then
) -> None:
    """Tell the artist why a file could not be written, and offer what to do about it."""
    ask(
        window,
        "save_failed",
        tr("{name} is not saved.").format(name=path.name),
        reason,
        [
            Answer("save_failed_as", tr("Save As…"), elsewhere),
            Answer("save_failed_retry", tr("Try Again"), retry, Role.ActionRole),
        ],
    )


def _stem(open_document: OpenDocument) -> str:
    """The stem for the name of a new file of this document."""
    return tr("picture") if open_document.path is None else open_document.path.stem


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


def save_copy(editor: Editor, dialogs: FileDialogs) -> None:
    """Ask where, and write a project file of what is shown; the document keeps its own file."""

    def save(path: Path) -> None:
        project = Project(editor.review.shown_document, *editor.window_state())
        said = tr("A copy is saved as {name}.").format(name=path.name)
        editor.open_document.start_in_background(
            partial(save_document, project, path),
            lambda _: editor.open_document.noticed.emit(said),
        )

    name = tr("{name} (copy)").format(name=_stem(editor.open_document))
    dialogs.ask_target("save_copy_dialog", tr("Save a Copy"), project_type(), name + SUFFIX, save)
