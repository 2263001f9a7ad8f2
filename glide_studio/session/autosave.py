"""Autosave: a journal follows the open document, so that no crash loses more than a second."""

import io
import sqlite3
import time
import weakref
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
from glide_studio.session.editor import Editor
from glide_studio.session.failure import logged_sentence
from glide_studio.session.language import tr

DELAY = 300  # milliseconds
THUMBNAIL_SIDE = 160


class Autosave(QObject):
    """Writes the document of `editor`, its history and its candidates to a journal in `folder`.

    The journal is written in its own thread, at most `DELAY` after a change, and removed when the
    editor is closed. If writing fails, as on a full disk, the artist is told once, and the next
    change is written again.
    """

    def __init__(self, editor: Editor, folder: Path) -> None:
        super().__init__()
        self._editor = editor
        self._path = folder / f"{uuid4().hex}{SUFFIX}"
        self._journal: Journal | None = None
        self._overview: Overview | None = None
        self._kept: weakref.WeakKeyDictionary[Candidate, KeptCandidate]
        self._kept = weakref.WeakKeyDictionary()
        self._is_writing = self._is_behind = False
        self._has_failed = False
        self._thread = BackgroundThread(self)
        self._timer = QTimer(self, singleShot=True, interval=DELAY)
        self._timer.timeout.connect(self._write)
        editor.open_document.history_changed.connect(self._schedule)
        editor.review.changed.connect(self._schedule)
        editor.open_document.load_step = self._load_step

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
        self._editor.open_document.history_changed.disconnect(self._schedule)
        self._editor.review.changed.disconnect(self._schedule)
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

    def _schedule(self) -> None:
        self._is_behind = True
        if not self._timer.isActive() and not self._is_writing:
            self._timer.start()

    def _write(self) -> None:
        snapshot = self._snapshot()
        if self._journal is None and snapshot.history.document.is_blank and not snapshot.modified:
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
        return snapshot.history.to_unload(self._journal.entries)

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
        self._is_writing = self._has_failed = False
        self._editor.open_document.unload(*unload)
        if self._is_behind:
            self._schedule()

    def _failed(self, error: Exception) -> None:
        self._is_writing = False
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
        editor, file = self._editor, self._editor.open_document.file
        candidates = tuple(map(self._keep, editor.review.candidates.kept))
        modified = editor.is_modified or bool(candidates)
        return Snapshot(
            editor.open_document.history,
            None if file is None else file.path,
            modified,
            candidates,
            *editor.window_state(),
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
