"""The documents that are open, of which one is shown, with its history and its file."""

from collections.abc import Callable
from dataclasses import replace
from functools import partial
from itertools import count
from pathlib import Path
from typing import TypeVar

from PySide6.QtCore import QObject, Signal

from glide_studio.core.document.document import Document
from glide_studio.core.document.history import DEFAULT_BUDGET, Entry, History
from glide_studio.core.files.documents import DocumentFile
from glide_studio.core.mask.mask import Mask
from glide_studio.session.background import BackgroundThread
from glide_studio.session.document_state import DocumentState
from glide_studio.session.failure import logged_sentence
from glide_studio.session.language import tr

_T = TypeVar("_T")


class OpenDocument(QObject):
    """The document that is shown, one of those that are open; every change of it is a step of its
    history.

    `states` are all that are open, in the order of their tabs. What changes of the shown one is
    told by `document_changed` and `history_changed`, and of any of them by `state_changed`, which
    carries it. `documents_changed` is emitted when one is opened, closed, moved or shown, and
    `switched` when another one is shown, before the changes are told. What was begun for a document
    ends there: see `apply_in_background` and `start_for_this_document`.

    `failed` and `noticed` carry sentences for the artist, about errors and about other events;
    everything that works on the document reports here. `blocked` carries one about what cannot be
    done while a run is on, out of date once it has ended, and `broke` carries a sentence about an
    unexpected error, after which the artist should save a copy.
    """

    document_changed = Signal()
    history_changed = Signal()  # the file too
    state_changed = Signal(object)
    switched = Signal()
    documents_changed = Signal()
    failed = Signal(str)
    noticed = Signal(str)
    blocked = Signal(str)
    broke = Signal(str)

    def __init__(self, document: Document, label: str, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._background = BackgroundThread(self)
        self._byte_budget = DEFAULT_BUDGET
        self._state = DocumentState(History.start(document, label), saved=document, is_new=True)
        self._states = [self._state]

    @property
    def states(self) -> tuple[DocumentState, ...]:
        """All open documents, in the order of their tabs."""
        return tuple(self._states)

    @property
    def state(self) -> DocumentState:
        """The shown one of them."""
        return self._state

    def find(self, number: int) -> DocumentState | None:
        """The open document of that number."""
        return next((state for state in self._states if state.number == number), None)

    @property
    def document(self) -> Document:
        """The document as it is now."""
        return self._state.document

    @property
    def history(self) -> History:
        """All states that can be returned to."""
        return self._state.history

    @property
    def file(self) -> DocumentFile | None:
        """The file that the document was opened from or last saved to."""
        return self._state.file

    @property
    def path(self) -> Path | None:
        """The path of that file."""
        return self._state.path

    @property
    def is_modified(self) -> bool:
        """Whether the document differs from its file; undoing back to the saved state counts."""
        return self._state.is_modified

    @property
    def number(self) -> int:
        """Identifies the shown document while the program runs."""
        return self._state.number

    def put(self, state: DocumentState, *, beside: bool = False) -> None:
        """Open a document in place of the shown one, which is closed, or `beside` it; it is
        shown."""
        index = self._states.index(self._state)
        if beside:
            self._states.insert(index + 1, state)
        else:
            self._state.is_open = False
            self._states[index] = state
        taken = {each.place for each in self._states if each is not state and each.path is None}
        state.place = next(place for place in count(1) if place not in taken)
        self.show(state)

    def show(self, state: DocumentState) -> None:
        """Show one of the open documents."""
        self._state = state
        state.history = replace(state.history, byte_budget=self._byte_budget)
        self.switched.emit()
        self._tell(state)
        self.documents_changed.emit()
        waiting, state.waiting = state.waiting, []
        for call in waiting:
            call()

    def remove(self, state: DocumentState) -> None:
        """Close an open document that is not the shown one."""
        state.is_open = False
        self._states.remove(state)
        self.documents_changed.emit()

    def move(self, start: int, end: int) -> None:
        """Move the document at index `start` to index `end`."""
        self._states.insert(end, self._states.pop(start))
        self.documents_changed.emit()

    def mark_saved(
        self, document: Document, file: DocumentFile, state: DocumentState | None = None
    ) -> None:
        """Note that all of `document`, a state of this one, was written to `file`."""
        (state or self._state).saved = document
        self.note_file(file, state)

    def note_file(self, file: DocumentFile, state: DocumentState | None = None) -> None:
        """Note the file of this document, as after a part of the document was written to it."""
        state = state or self._state
        state.file = file
        if state is self._state:
            self.history_changed.emit()
        self.state_changed.emit(state)

    def apply(self, label: str, document: Document, state: DocumentState | None = None) -> None:
        """Make `document` the current one, as one undoable step named `label`; or do so in another
        one of the open documents.

        Where a layer lost its edit, as by painting on it, the artist is told.
        """
        state = state or self._state
        before = state.document
        state.set_history(state.history.push(label, document))
        self._tell(state)
        for layer in document.layers:
            old = before.layer(layer.id)
            if old is not None and old.edit is not None and layer.edit is None:
                said = tr("“{name}” is an ordinary layer now. Undo to restore its edit.")
                self.noticed.emit(said.format(name=layer.name))

    def amend(self, document: Document, state: DocumentState | None = None) -> None:
        """Make `document` the current one within the last step, as while a slider is dragged; or do
        so in another one of the open documents.

        If the document was saved, it still counts as saved.
        """
        state = state or self._state
        if state.saved is state.document:
            state.saved = document
        state.set_history(state.history.amend(document))
        self._tell(state)

    def set_mask(self, mask: Mask, label: str = "") -> None:
        """Replace the mask, as one undoable step; without a label, as a brush stroke."""
        if mask is not self.document.mask:
            self.apply(label or tr("Paint mask"), self.document.with_mask(mask))

    def undo(self) -> None:
        """Go back one step, if there is one."""
        if self.history.can_undo:
            self.jump(self.history.index - 1)

    def redo(self) -> None:
        """Go forward one step, if there is one."""
        if self.history.can_redo:
            self.jump(self.history.index + 1)

    def jump(self, index: int) -> None:
        """Go to a step of the history; at once if it is in memory."""
        entry = self.history.entries[index]
        if index == self.history.index:
            return
        before = self.document

        def apply(document: Document) -> None:
            if self.document is before and self.history.entries[index].number == entry.number:
                self._set_history(self.history.loaded(entry.number, document).jump(index))

        if entry.document is not None:
            self._set_history(self.history.jump(index))
        else:
            self.read_step(entry, apply)

    def read_step(self, entry: Entry, then: Callable[[Document], object]) -> None:
        """Start reading the document of a step from the disk; `then` receives it as by
        `start_for_this_document`."""
        self.start_for_this_document(partial(self._state.load_step, entry.number), then)

    def set_byte_budget(self, byte_budget: int) -> None:
        """Limit the memory of the shown document's history, of those shown later too."""
        self._byte_budget = byte_budget
        self._state.history = replace(self.history, byte_budget=byte_budget)

    def apply_in_background(
        self,
        label: str,
        change: Callable[[Document], Document],
        then: Callable[[], object] = lambda: None,
    ) -> None:
        """Start computing `change` of the document, to be applied as one undoable step.

        If the document changes meanwhile, it is computed again; if `change` returns the document
        itself, or the document is closed, there is no step. It does not matter which one is shown.
        `then` is called when all is done, or has failed, once this document is shown again.
        """
        self._change_in_background(self._state, label, change, then)

    def _change_in_background(
        self,
        state: DocumentState,
        label: str,
        change: Callable[[Document], Document],
        then: Callable[[], object],
    ) -> None:
        before = state.document

        def apply(document: Document) -> None:
            if not state.is_open:
                return
            if state.document is not before:
                self._change_in_background(state, label, change, then)
                return
            if document is not before:
                self.apply(label, document, state)
            self._call_when_shown(state, then)

        self.start_in_background(
            partial(change, before), apply, partial(self._call_when_shown, state, then)
        )

    def start_for_this_document(self, work: Callable[[], _T], then: Callable[[_T], object]) -> None:
        """As `start_in_background`, but if another document is shown by then, `then` waits until
        this one is shown again; if it is closed, the result is dropped."""
        state = self._state
        self.start_in_background(
            work, lambda result: self._call_when_shown(state, partial(then, result))
        )

    def _call_when_shown(self, state: DocumentState, call: Callable[[], object]) -> None:
        """Call it as soon as the document is the shown one; never if that is closed."""
        if state is self._state:
            call()
        elif state.is_open:
            state.waiting.append(call)

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
        self._state.set_history(history)
        self._tell(self._state)

    def _tell(self, state: DocumentState) -> None:
        """Tell that a document changed."""
        if state is self._state:
            self.document_changed.emit()
            self.history_changed.emit()
        self.state_changed.emit(state)
