"""Writing documents to files, one at a time, in a thread; the artist confirms every loss."""

import asyncio
from collections.abc import Awaitable, Callable, Sequence
from functools import partial
from pathlib import Path
from typing import NamedTuple

from PySide6.QtCore import QObject, Signal

from glide_studio.core.document.document import Document
from glide_studio.core.files.documents import (
    DocumentFile,
    lost_by_overwriting,
    lost_by_saving,
    save_document,
)
from glide_studio.core.files.formats import Format
from glide_studio.core.files.pictures.exports import (
    ExportOptions,
    ExportPreview,
    export_preview,
    write_picture,
)
from glide_studio.core.files.project import Project
from glide_studio.core.sentence import Sentence
from glide_studio.session.background import BackgroundThread, Tasks
from glide_studio.session.document_state import DocumentState
from glide_studio.session.failure import sentence
from glide_studio.session.language import tr, translated
from glide_studio.session.open_document import OpenDocument

Ask = Callable[[Sequence[str]], Awaitable[bool]]
"""Shows the artist what writing a file would lose, in sentences; returns whether to write it."""

Then = Callable[[], object]
Failed = Callable[[str], object]
"""Is told in a sentence why a file could not be written."""


async def save_anyway(_losses: Sequence[str]) -> bool:
    """The `Ask` that never asks."""
    return True


class Export(NamedTuple):
    """Where and how a document was exported."""

    file: DocumentFile
    options: ExportOptions


class Saving(QObject):
    """Saves and exports of `open_document`, one after the other.

    `exported` is emitted when `last_export` changes. `keeps_previous` returns whether the previous
    version of a saved file stays beside it.
    """

    exported = Signal()

    def __init__(self, open_document: OpenDocument, parent: QObject) -> None:
        super().__init__(parent)
        self.keeps_previous: Callable[[], bool] = lambda: True
        self._open_document = open_document
        self._last_exports: dict[int, Export] = {}
        self._tasks = Tasks()
        self._waiting = Tasks()
        self._turn = asyncio.Lock()
        self._question: asyncio.Future[bool] | None = None
        self._is_closing = False
        self._thread = BackgroundThread(self)
        self._preview_thread = BackgroundThread(self)

    @property
    def last_export(self) -> Export | None:
        """The last export of the shown document."""
        return self._last_exports.get(self._open_document.number)

    @property
    def is_idle(self) -> bool:
        """Whether no file is being written."""
        return self._tasks.are_done

    async def wait(self) -> None:
        """Wait until no file is being written."""
        await self._tasks.wait()

    def when_idle(self, then: Then) -> None:
        """Call `then` as soon as no file is being written: now, if none is."""
        if self.is_idle:
            then()
        else:
            self._waiting.start(self._when_idle(then))

    async def _when_idle(self, then: Then) -> None:
        await self.wait()
        then()

    def save(
        self,
        get_project: Callable[[], Awaitable[Project | None]],
        path: Path,
        then: Then,
        ask: Ask,
        failed: Failed,
    ) -> None:
        """Start writing a project file or a flat picture of the shown document, unless
        `get_project` returns None."""
        state = self._open_document.state

        async def save() -> str | None:
            project = await get_project()
            if project is None:
                return None
            async with self._turn:
                lost = await self._thread.run(partial(lost_by_saving, project, path))
                if not await self._may_write(state, path, lost, ask):
                    return None
                backup = self.keeps_previous()
                write = partial(save_document, project, path, backup=backup)
                file = await self._thread.run(partial(_written, write, path))
                self._note_saved(state, None if lost else project.document, file)
            return _saved(path, bool(lost))

        self._open_document.noticed.emit(tr("Saving {name}…").format(name=path.name))
        self._tasks.start(self._report(save, then, failed))

    def export(
        self,
        document: Document,
        path: Path,
        options: ExportOptions,
        ask: Ask,
        failed: Failed,
    ) -> None:
        """Start writing `document` as a flat picture; the document does not count as saved then."""
        state = self._open_document.state

        async def export() -> str | None:
            async with self._turn:
                if not await self._may_write(state, path, (), ask):
                    return None
                write = partial(write_picture, document, path, options)
                file = await self._thread.run(partial(_written, write, path))
                self._last_exports[state.number] = Export(file, options)
                self.exported.emit()
                self._note_saved(state, None, file)
            return tr("Exported {name}.").format(name=path.name)

        self._open_document.noticed.emit(tr("Exporting {name}…").format(name=path.name))
        self._tasks.start(self._report(export, lambda: None, failed))

    def preview(
        self,
        document: Document,
        kind: Format,
        options: ExportOptions,
        then: Callable[[ExportPreview], object],
        failed: Callable[[Exception], object],
    ) -> None:
        """Start encoding `document` as an export would, and call `then` with the result."""
        self._preview_thread.start(partial(export_preview, document, kind, options), then, failed)

    def stop_asking(self) -> None:
        """Cancel an open question and ask no more; the file in question is not written."""
        self._is_closing = True
        if self._question is not None:
            self._question.cancel()

    async def close(self) -> None:
        """Stop asking; returns when all files are written."""
        self.stop_asking()
        await self._tasks.wait()
        await self._waiting.wait()
        self._thread.close()
        self._preview_thread.close()

    async def _may_write(
        self, state: DocumentState, path: Path, lost: tuple[Sentence, ...], ask: Ask
    ) -> bool:
        """Whether to write a file that cannot hold what is `lost`; the artist decides."""
        known = self._known(state, path)
        others = await self._thread.run(partial(lost_by_overwriting, path, known))
        if not lost and not others:
            return True
        if not self._is_closing:
            self._question = asyncio.ensure_future(
                ask([translated(loss) for loss in (*lost, *others)])
            )
            if await self._question:
                return True
        self._open_document.noticed.emit(tr("{name} is not saved.").format(name=path.name))
        return False

    def _known(self, state: DocumentState, path: Path) -> DocumentFile | None:
        """The file at `path` as it was when it was last read or written here."""
        exported = self._last_exports.get(state.number)
        files = (state.file, exported.file if exported else None)
        return next((file for file in files if file and file.is_at(path)), None)

    def _note_saved(
        self, state: DocumentState, document: Document | None, file: DocumentFile
    ) -> None:
        """Note that `file` has all of `document`, or if it is None, only a part of it."""
        if not state.is_open:
            return
        if document is not None:
            self._open_document.mark_saved(document, file, state)
        elif state.file and state.file.is_at(file.path):
            self._open_document.note_file(file, state)

    async def _report(
        self, write: Callable[[], Awaitable[str | None]], then: Then, failed: Failed
    ) -> None:
        """Tell the artist what `write` returns, and call `then`, unless that is None."""
        try:
            said = await write()
        except Exception as error:
            self._open_document.report(error)
            failed(sentence(error))
            return
        if said is not None:
            self._open_document.noticed.emit(said)
            then()


def _written(write: Callable[[], object], path: Path) -> DocumentFile:
    """The file at `path` once `write` has written it."""
    write()
    return DocumentFile.now(path)


def _saved(path: Path, is_partial: bool) -> str:
    said = tr("Saved {name}.").format(name=path.name)
    if is_partial:
        return said + tr(
            " The open picture holds more than this file. Save a project to keep everything."
        )
    if path.suffix.lower() in (".jpg", ".jpeg"):
        return said + tr(" JPEG changes every pixel slightly; PNG keeps them exact.")
    return said
