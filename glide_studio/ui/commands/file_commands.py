"""Connects the File menu; the artist is asked before unsaved work is lost."""

import asyncio
from collections.abc import Callable, Sequence
from functools import partial
from pathlib import Path

from PySide6.QtGui import QGuiApplication
from PySide6.QtWidgets import QWidget
from shiboken6 import isValid

from glide_studio.core.document.document import Document
from glide_studio.core.files.documents import is_project, save_document
from glide_studio.core.files.formats import FORMATS, Format, format_of
from glide_studio.core.files.layered.openraster import SUFFIX
from glide_studio.core.files.pictures.exports import ExportOptions
from glide_studio.core.files.project import Project
from glide_studio.core.geometry import Extent
from glide_studio.session.document_state import DocumentState
from glide_studio.session.editor import Editor
from glide_studio.session.language import tr
from glide_studio.session.open_document import OpenDocument
from glide_studio.session.preferences import Preferences
from glide_studio.session.saving import Ask
from glide_studio.ui.actions.actions import Actions
from glide_studio.ui.dialogs.export_dialog import ExportDialog
from glide_studio.ui.dialogs.file_dialogs import FileDialogs, picture_type, project_type
from glide_studio.ui.dialogs.new_dialog import NewDialog, page_presets
from glide_studio.ui.dialogs.questions import Answer, Role, ask

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
        actions.connect("new", self.new)
        actions.connect("close", lambda: self.confirm(editor.close_document))
        actions.connect("open", self.open)
        actions.connect("place", self.ask_to_place)
        actions.connect("save", self.save)
        actions.connect("save_as", self.save_as)
        actions.connect("quit", actions.window.close)

    def new(self) -> None:
        """Ask for the size of a new picture."""
        models, document = self._editor.models, self._editor.document
        sides = [model.capabilities.picture_size for model in (models.model, *models.installed)]
        image = QGuiApplication.clipboard().image()
        clipboard = None if image.isNull() else Extent(image.width(), image.height())
        shown = None if document.is_blank else document.extent
        dialog = NewDialog(page_presets(sides, clipboard, shown), self._preferences, self._window)
        dialog.accepted.connect(lambda: self._editor.new(dialog.page, beside=True))
        dialog.open()

    def open(self) -> None:
        """Ask which pictures to open."""
        self._dialogs.ask_pictures("open_dialog", tr("Open Pictures"), self.open_files)

    def open_files(self, paths: Sequence[Path]) -> None:
        """Open pictures, each in a tab of its own."""
        self._editor.open(*paths)
        for path in paths[:1]:
            self._preferences.folder = path.resolve().parent

    def open_file(self, path: Path) -> None:
        """Open a picture, likewise."""
        self.open_files([path])

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
        self._editor.open(path, as_sample=True)

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
        state = self._editor.open_document.state
        save_as = partial(self._for, state, partial(self.save_as, then))

        def offer(reason: str) -> None:
            retry = partial(self._for, state, partial(self._save, path, then))
            offer_after_failure(self._window, path, reason, save_as, retry)

        self._editor.save(path, then, ask_to_write(self._window, path, save_as), offer)

    def _for(self, state: DocumentState, then: Then) -> None:
        """Show a document and call `then`, if it is still open."""
        if state.is_open:
            self._editor.show(state)
            then()

    def confirm(self, then: Then) -> None:
        """Call `then` once unsaved changes of the shown document, if any, are saved or discarded by
        the artist; it is shown again then.

        A file that is being written is waited for.
        """
        state = self._editor.open_document.state
        confirm = partial(self._confirm, state, tr("Unsaved changes will be lost."), then)
        self._when_idle(state, confirm)

    def _when_idle(self, state: DocumentState, then: Then) -> None:
        self._editor.saving.when_idle(partial(self._for, state, then))

    def confirm_all(self, then: Then) -> None:
        """Call `then` once the unsaved changes of every open document are saved or discarded, one
        after the other; each is shown meanwhile."""
        self._editor.saving.when_idle(partial(self._confirm_each, self._editor.unsaved, then))

    def _confirm_each(self, states: Sequence[DocumentState], then: Then) -> None:
        waiting = [state for state in states if state.is_open and state.is_unsaved]
        if not waiting:
            then()
            return
        self._editor.show(waiting[0])
        self.confirm(partial(self._confirm_each, waiting[1:], then))

    def _confirm(self, state: DocumentState, details: str, then: Then) -> None:
        if not state.is_unsaved:
            then()
            return
        rest = tr("The file does not hold everything. Save a project to keep the rest.")
        ask_again = partial(self._when_idle, state, partial(self._confirm, state, rest, then))
        save = partial(self._for, state, partial(self.save, ask_again))
        ask(
            self._window,
            "confirm_dialog",
            tr("Save your changes?"),
            details,
            [
                Answer("confirm_save", tr("Save"), save),
                Answer(
                    "confirm_discard",
                    tr("Discard"),
                    partial(self._for, state, then),
                    Role.DestructiveRole,
                ),
            ],
        )


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
