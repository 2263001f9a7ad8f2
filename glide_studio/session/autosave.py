"""Autosave: a journal follows each open document, so that no crash loses more than a second."""

import io
import sqlite3
import time
import weakref
from dataclasses import replace
from functools import partial
from pathlib import Path
from uuid import uuid4

from PIL import Image
from PySide6.QtCore import QObject, QTimer

from glide_studio.core.document.document import Document
from glide_studio.core.document.overview import Overview
from glide_studio.core.files.journal import SUFFIX, Journal, remove_journal
from glide_studio.core.files.journal_folder import journals
from glide_studio.core.files.journal_records import Info, JournalError, KeptCandidate, Snapshot
from glide_studio.core.files.safe_file import PictureError
from glide_studio.session.background import BackgroundThread
from glide_studio.session.candidates import Candidate, kept
from glide_studio.session.document_state import DocumentState
from glide_studio.session.editor import Editor
from glide_studio.session.failure import logged_sentence
from glide_studio.session.language import tr

DELAY = 300  # milliseconds
RETRY = 10_000  # milliseconds after a failure
THUMBNAIL_SIDE = 160


class Autosave(QObject):
    """Writes each open document of `editor`, its history and its candidates to a journal of its own
    in `folder`.

    A journal is written in its own thread, at most `DELAY` after a change, and removed when its
    document or the editor is closed. If writing fails, as on a full disk, the artist is told once,
    and the next change is written again.
    """

    def __init__(self, editor: Editor, folder: Path) -> None:
        super().__init__()
        self._editor = editor
        self._folder = folder
        self._journals: dict[DocumentState, DocumentJournal] = {}
        self._shown = editor.open_document.state
        self._followed = [
            (editor.review.changed, self._schedule_shown),
            (editor.open_document.state_changed, self._schedule),
            (editor.open_document.documents_changed, self._follow),
        ]
        for signal, slot in self._followed:
            signal.connect(slot)
        self._follow()

    @property
    def is_up_to_date(self) -> bool:
        """Whether the journals hold every change so far."""
        return all(journal.is_up_to_date for journal in self._journals.values())

    def adopt(self, journal: Journal) -> None:
        """Continue to write the journal from which the shown document was recovered."""
        self._journals[self._editor.open_document.state].adopt(journal)

    def write(self) -> None:
        """Start writing all of them."""
        for journal in self._journals.values():
            journal.write()

    def close(self, *, keep: bool) -> None:
        """Wait until the journals are written, and remove them; with `keep`, bring them up to date
        for the next start instead, which offers those with unsaved work."""
        for signal, slot in self._followed:
            signal.disconnect(slot)
        for journal in self._journals.values():
            journal.close(keep=keep)
        self._journals.clear()

    def _follow(self) -> None:
        """Begin and end journals; those of documents that were left need less memory."""
        states, left = self._editor.open_document.states, self._shown
        self._shown = self._editor.open_document.state
        for state in [each for each in self._journals if each not in states]:
            self._journals.pop(state).close(keep=False)
        for state in states:
            if state not in self._journals:
                self._journals[state] = DocumentJournal(self._editor, state, self._folder)
                self._schedule(state)
        if left is not self._shown:
            self._schedule(left)

    def _schedule_shown(self) -> None:
        self._schedule(self._editor.open_document.state)

    def _schedule(self, state: DocumentState) -> None:
        if state in self._journals:
            self._journals[state].schedule()


class DocumentJournal(QObject):
    """Writes one of the documents to a journal in `folder`.

    Of a document that is not shown, all but the last steps leave the memory once they are on
    disk: the limit of the history's memory is that of the shown document.
    """

    def __init__(self, editor: Editor, state: DocumentState, folder: Path) -> None:
        super().__init__()
        self._editor = editor
        self._state = state
        self._path = folder / f"{uuid4().hex}{SUFFIX}"
        self._journal: Journal | None = None
        self._overview: Overview | None = None
        self._kept: weakref.WeakKeyDictionary[Candidate, KeptCandidate]
        self._kept = weakref.WeakKeyDictionary()
        self._is_writing = self._is_behind = False
        self._has_failed = False
        self._thread = BackgroundThread(self)
        self._timer = QTimer(self, singleShot=True, interval=DELAY)
        self._timer.timeout.connect(self.write)
        self._retry = QTimer(self, singleShot=True, interval=RETRY)
        self._retry.timeout.connect(self.schedule)
        state.load_step = self._load_step

    @property
    def is_up_to_date(self) -> bool:
        """Whether the journal holds every change so far."""
        return not (self._is_writing or self._is_behind)

    def adopt(self, journal: Journal) -> None:
        """Continue to write the journal from which the document was recovered."""
        self._thread.start(partial(self._exchange, journal), self._written, self._failed)

    def close(self, *, keep: bool) -> None:
        """Wait until the journal is written, and remove it; with `keep`, bring it up to date for
        the next start instead."""
        self._timer.stop()
        self._retry.stop()
        self._thread.close()
        if self._journal is None:
            return
        if keep:
            try:
                self._write_journal(self._snapshot())
            except Exception as error:  # it still holds what was written before
                logged_sentence(error)
            self._journal.close()
        else:
            self._journal.remove()

    def schedule(self) -> None:
        """Write the document soon."""
        self._is_behind = True
        if not self._timer.isActive() and not self._is_writing:
            self._timer.start()

    def write(self) -> None:
        """Start writing it."""
        snapshot = self._snapshot()
        if self._journal is None and self._state.is_untouched:
            self._is_behind = False
            return
        self._is_writing, self._is_behind = True, False
        self._thread.start(partial(self._write_journal, snapshot), self._written, self._failed)

    def _write_journal(self, snapshot: Snapshot) -> tuple[frozenset[int], int]:
        """Write it; returns the entries of the history that should leave the memory now, and the
        bytes that frees."""
        if self._journal is None:
            self._path.parent.mkdir(parents=True, exist_ok=True)
            self._journal = Journal(self._path)
        document = snapshot.history.document
        self._overview = Overview.of(document, THUMBNAIL_SIDE, self._overview)
        thumbnail = io.BytesIO()
        Image.fromarray(self._overview.to_array()).save(thumbnail, "PNG")
        self._journal.write(snapshot, time.time(), thumbnail.getvalue())
        history = snapshot.history
        if self._editor.open_document.state is not self._state:
            history = replace(history, byte_budget=0)
        return history.to_unload(self._journal.entries)

    def _exchange(self, journal: Journal) -> tuple[frozenset[int], int]:
        if self._journal is not None:
            self._journal.remove()
        self._journal = journal
        return frozenset(), 0

    def _load_step(self, number: int) -> Document:
        """The document of a step that is only on disk, read on the journal's thread."""
        return self._thread.call(lambda: self._stored(number))

    def _stored(self, number: int) -> Document:
        if self._journal is None:
            raise LookupError(f"step {number} is in no journal")
        try:
            return self._journal.document(number)
        except (JournalError, sqlite3.Error) as error:
            raise PictureError(
                "This step of the history is damaged and cannot be shown. Choose another step in "
                "the History panel."
            ) from error

    def _written(self, unload: tuple[frozenset[int], int]) -> None:
        if self._has_failed:
            self._editor.open_document.noticed.emit(tr("Autosave works again."))
        self._is_writing = self._has_failed = False
        self._state.unload(*unload)
        if self._is_behind:
            self.schedule()

    def _failed(self, error: Exception) -> None:
        self._is_writing, self._is_behind = False, True
        self._retry.start()
        said = logged_sentence(error)
        if not self._has_failed:
            self._has_failed = True
            message = tr("Autosave does not work at the moment: save your work yourself.")
            if isinstance(error, OSError | sqlite3.Error):
                reason = getattr(error, "strerror", None) or str(error)
                said = tr("The folder “{folder}” cannot be written to ({reason}).").format(
                    folder=self._path.parent, reason=reason
                )
            self._editor.open_document.failed.emit(f"{message} {said}")

    def _snapshot(self) -> Snapshot:
        state, file = self._state, self._state.file
        is_shown = state is self._editor.open_document.state
        candidates = tuple(map(self._keep, state.candidates.kept))
        modified = state.is_unsaved or bool(candidates)
        return Snapshot(
            state.history,
            None if file is None else file.path,
            modified,
            candidates,
            *(self._editor.window_state() if is_shown else state.window),
            file_version=None if file is None else file.version,
        )

    def _keep(self, candidate: Candidate) -> KeptCandidate:
        """The same object for the same candidate, so that its pixels are written once."""
        return self._kept.setdefault(candidate, kept(candidate))


def recoverable(folder: Path) -> list[tuple[Path, Info]]:
    """The journals with unsaved work that programs left behind, newest first.

    Journals without unsaved work are removed; those that a program has open are not touched.
    """
    found = []
    for path, info in journals(folder):
        if info.modified:
            found.append((path, info))
        else:
            remove_journal(path)
    return sorted(found, key=lambda pair: pair[1].saved_at, reverse=True)
