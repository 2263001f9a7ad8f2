"""The document that is open, with its history and its file."""

from collections.abc import Callable, Collection
from dataclasses import replace
from functools import partial
from pathlib import Path
from typing import TypeVar

from PySide6.QtCore import QObject, Signal

from glide_studio.core.document.document import Document
from glide_studio.core.document.history import DEFAULT_BUDGET, Entry, History
from glide_studio.core.files.documents import DocumentFile
from glide_studio.core.mask.mask import Mask
from glide_studio.session.background import BackgroundThread
from glide_studio.session.failure import logged_sentence
from glide_studio.session.language import tr

_T = TypeVar("_T")


class OpenDocument(QObject):
    """One document at a time; every change of it is a step of its history.

    `load_step` reads the document of a step that is only on disk, by the number of its entry.
    `replacements` counts how often another document was opened in place of the current one.

    `failed` and `noticed` carry sentences for the artist, about errors and about other events;
    everything that works on the document reports here. `broke` carries a sentence about an
    unexpected error, after which the artist should save a copy.
    """

    document_changed = Signal()
    history_changed = Signal()  # the file too
    failed = Signal(str)
    noticed = Signal(str)
    broke = Signal(str)

    def __init__(self, document: Document, label: str, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._background = BackgroundThread(self)
        self._byte_budget = DEFAULT_BUDGET
        self._history = History.start(document, label)
        self.load_step: Callable[[int], Document] = _no_step
        self._saved: Document | None = document
        self._file: DocumentFile | None = None
        self.replacements = 0

    @property
    def document(self) -> Document:
        """The document as it is now."""
        return self._history.document

    @property
    def history(self) -> History:
        """All states that can be returned to."""
        return self._history

    @property
    def file(self) -> DocumentFile | None:
        """The file that the document was opened from or last saved to."""
        return self._file

    @property
    def path(self) -> Path | None:
        """The path of that file."""
        return self._file.path if self._file else None

    @property
    def is_modified(self) -> bool:
        """Whether the document differs from its file; undoing back to the saved state counts."""
        return self.document is not self._saved

    def replace(self, document: Document, file: DocumentFile | None, label: str) -> None:
        """Open `document`, of a `file` if any, in place of this one; its history starts."""
        self._file = file
        self._saved = document
        self.replacements += 1
        self._set_history(History.start(document, label))

    def restore(self, history: History, file: DocumentFile | None, *, is_modified: bool) -> None:
        """Open a document with its history, as a journal kept it."""
        self._file = file
        self._saved = None if is_modified else history.document
        self.replacements += 1
        self._set_history(history)

    def mark_saved(self, document: Document, file: DocumentFile) -> None:
        """Note that all of `document`, a state of this one, was written to `file`."""
        self._saved = document
        self.note_file(file)

    def note_file(self, file: DocumentFile) -> None:
        """Note the file of this document, as after a part of the document was written to it."""
        self._file = file
        self.history_changed.emit()

    def apply(self, label: str, document: Document) -> None:
        """Make `document` the current one, as one undoable step named `label`.

        Where a layer lost its edit, as by painting on it, the artist is told.
        """
        before = self.document
        self._set_history(self._history.push(label, document))
        for layer in document.layers:
            old = before.layer(layer.id)
            if old is not None and old.edit is not None and layer.edit is None:
                said = tr("“{name}” is an ordinary layer now. Undo to restore its edit.")
                self.noticed.emit(said.format(name=layer.name))

    def amend(self, document: Document) -> None:
        """Make `document` the current one within the last step, as while a slider is dragged.

        If the document was saved, it still counts as saved.
        """
        if self._saved is self.document:
            self._saved = document
        self._set_history(self._history.amend(document))

    def set_mask(self, mask: Mask, label: str = "") -> None:
        """Replace the mask, as one undoable step; without a label, as a brush stroke."""
        if mask is not self.document.mask:
            self.apply(label or tr("Paint mask"), self.document.with_mask(mask))

    def undo(self) -> None:
        """Go back one step, if there is one."""
        if self._history.can_undo:
            self.jump(self._history.index - 1)

    def redo(self) -> None:
        """Go forward one step, if there is one."""
        if self._history.can_redo:
            self.jump(self._history.index + 1)

    def jump(self, index: int) -> None:
        """Go to a step of the history; at once if it is in memory."""
        entry = self._history.entries[index]
        if index == self._history.index:
            return
        before = self.document

        def apply(document: Document) -> None:
            if self.document is before and self._history.entries[index].number == entry.number:
                self._set_history(self._history.loaded(entry.number, document).jump(index))

        if entry.document is not None:
            self._set_history(self._history.jump(index))
        else:
            self.read_step(entry, apply)

    def read_step(self, entry: Entry, then: Callable[[Document], object]) -> None:
        """Start reading the document of a step from the disk; `then` receives it, unless another
        document is open by then."""
        self.start_for_this_document(partial(self.load_step, entry.number), then)

    def set_byte_budget(self, byte_budget: int) -> None:
        """Limit the memory of the history, of the documents opened later too."""
        self._byte_budget = byte_budget
        self._history = replace(self._history, byte_budget=byte_budget)

    def unload(self, numbers: Collection[int], freed: int) -> None:
        """Remove the documents of some steps from memory; they are on disk."""
        self._history = self._history.unloaded(numbers, freed)

    def apply_in_background(
        self,
        label: str,
        change: Callable[[Document], Document],
        then: Callable[[], object] = lambda: None,
    ) -> None:
        """Start computing `change` of the document, to be applied as one undoable step.

        If the document changes meanwhile, it is computed again; if `change` returns the document
        itself, or another document is opened, there is no step. `then` is called when all is done,
        or has failed, unless another document is open by then.
        """
        before = self.document

        def apply(document: Document) -> None:
            if self.document is not before:
                self.apply_in_background(label, change, then)
                return
            if document is not before:
                self.apply(label, document)
            then()

        self.start_for_this_document(partial(change, before), apply, then)

    def start_for_this_document(
        self,
        work: Callable[[], _T],
        then: Callable[[_T], object],
        otherwise: Callable[[], object] = lambda: None,
    ) -> None:
        """As `start_in_background`, but drop the result if another document is open by then."""
        replacements = self.replacements

        def call_if_still_open(result: _T) -> None:
            if self.replacements == replacements:
                then(result)

        self.start_in_background(work, call_if_still_open, otherwise)

    def start_in_background(
        self,
        work: Callable[[], _T],
        then: Callable[[_T], object],
        otherwise: Callable[[], object] = lambda: None,
    ) -> None:
        """Start `work` in a thread; call `then` here with what it returns.

        What it raises is reported through `failed`, and `otherwise` is called.
        """

        def fail(error: Exception) -> None:
            self.report(error)
            otherwise()

        self._background.start(work, then, fail)

    async def run_in_background(self, work: Callable[[], _T]) -> _T:
        """Run `work` in a thread; return what it returns, or raise what it raises."""
        return await self._background.run(work)

    def report(self, error: Exception) -> None:
        """Tell the artist about `error` in one sentence."""
        self.failed.emit(logged_sentence(error))

    def close(self) -> None:
        """Wait for the work in progress in the background; drop its result."""
        self._background.close()

    def _set_history(self, history: History) -> None:
        self._history = replace(history, byte_budget=self._byte_budget)
        self.document_changed.emit()
        self.history_changed.emit()


def _no_step(number: int) -> Document:
    raise LookupError(f"step {number} is not on disk")
