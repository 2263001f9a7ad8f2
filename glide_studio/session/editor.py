"""The open document and everything an artist does to it: commands in, signals out."""

import asyncio
import secrets
from collections.abc import Callable
from dataclasses import replace
from functools import partial
from pathlib import Path
from typing import TypeVar

from PySide6.QtCore import QObject, Signal

from glide_studio.core.document.document import Document
from glide_studio.core.document.history import History
from glide_studio.core.document.layers import Layer
from glide_studio.core.files.pictures import open_picture, write_picture
from glide_studio.core.geometry import Rect
from glide_studio.core.mask.mask import Mask
from glide_studio.core.modes.modes import DEPARTURE, Mode, aimed, meant_mode
from glide_studio.core.modes.variation import variations
from glide_studio.core.raster.colour_profile import Conversion
from glide_studio.core.raster.raster import Pixels, Raster
from glide_studio.core.request.request import MAX_SEED, GenerationRequest, RequestError
from glide_studio.core.request.wildcards import resolved
from glide_studio.session.aim import Aim
from glide_studio.session.background import Aside
from glide_studio.session.candidates import Key
from glide_studio.session.failure import logged_sentence
from glide_studio.session.language import tr, translated
from glide_studio.session.review import Staging
from glide_studio.session.runs import Runs
from glide_studio.session.tasks import Tasks
from glide_studio.session.word_lists import WordLists
from glide_studio.session.worker import Engine, Worker

Confirm = Callable[[Callable[[], object]], object]
"""Calls what it is given, now, later or never."""

VARIATIONS = 4
"""So many pictures are made like one."""

_T = TypeVar("_T")


def _at_once(then: Callable[[], object]) -> None:
    then()


class Editor(QObject):
    """One open document, its history, `runs`, the queue of what changes it, and `staging`, where
    their pictures wait for the artist's word.

    Commands never raise for what an artist can cause: files and requests that cannot be used and
    engines that fail arrive as one sentence through `failed`.  Runs need the asyncio event loop.
    """

    document_changed = Signal()
    history_changed = Signal()
    preview_changed = Signal(object)  # Preview | None
    progress_changed = Signal(object)  # Progress | None when idle
    running_changed = Signal(bool)
    failed = Signal(str)
    noticed = Signal(str)
    opened = Signal()  # a picture, in the place of the document

    def __init__(self, worker: Worker, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._aside = Aside(self)
        self._history = History.start(Document.blank(), tr("New"))
        self._saved = self._history.document
        self._path: Path | None = None
        self._replacements = 0
        self._opening: asyncio.Task[None] | None = None
        self._tasks = Tasks()
        self._saves = Tasks()
        self._files = Aside(self)
        self.word_lists = WordLists()
        self.staging = Staging(self)
        self.runs = Runs(worker, self._aside, self.staging.take, self)
        self.staging.pending_changed.connect(self.history_changed)
        self.runs.preview_changed.connect(self.preview_changed)
        self.runs.progress_changed.connect(self.progress_changed)
        self.runs.running_changed.connect(self.running_changed)
        self.runs.failed.connect(self.failed)

    @property
    def document(self) -> Document:
        """The document as it is now."""
        return self._history.document

    @property
    def history(self) -> History:
        """All states that can be returned to."""
        return self._history

    @property
    def path(self) -> Path | None:
        """The file that the document came from or was last saved to."""
        return self._path

    @property
    def is_modified(self) -> bool:
        """Whether what is shown differs from its file; undoing back to the saved state counts."""
        return self.document is not self._saved or self.staging.is_pending

    @property
    def running(self) -> GenerationRequest | None:
        """The request on which the engine works."""
        return None if self.runs.running is None else self.runs.running.request

    @property
    def mask(self) -> Mask:
        """The mask that the artist sees and paints: that of what is on show, or the document's."""
        return self.staging.shown.mask

    @property
    def subject(self) -> Document:
        """What generating works on: the document, or what is on show with a mask painted on it."""
        return self.staging.shown if self.staging.painted_on else self.document

    @property
    def can_undo(self) -> bool:
        """Whether there is a step to go back, or a picture on show to take away."""
        return self._history.can_undo or self.staging.is_pending

    # The document

    def new(self) -> None:
        """Start over with a blank document."""
        self._replace_document(Document.blank(), None, tr("New"))

    def open(
        self, path: Path | str, confirm: Confirm = _at_once, *, as_sample: bool = False
    ) -> None:
        """Begin to open a picture file; once it is read, its undo history starts.

        Should the document have changed by then, or be being written, `confirm` is given what
        replaces it.  A sample is never written back to: its document has no file.
        """
        if self._opening is not None:
            self._opening.cancel()
        self._opening = self._tasks.start(self._open(Path(path), self.document, confirm, as_sample))

    def save(self, path: Path | str, then: Callable[[], object] = lambda: None) -> None:
        """Begin to write what is shown as PNG, JPEG or WebP, accepting it.

        `then` is called once the file is whole, and not if that fails.
        """
        path = Path(path)
        self.noticed.emit(tr("Saving {name}…").format(name=path.name))
        self.staging.accept()
        document = None if self.staging.is_pending else self.document
        self._saves.start(self._write(document, self._replacements, path, then))

    def after_saving(self, then: Callable[[], object]) -> None:
        """Call `then` as soon as no file is being written: now, if none is."""
        if self._saves.are_done:
            then()
        else:
            self._tasks.start(self._after_saving(then))

    def paste(self, picture: Pixels, place: tuple[int, int] | None = None) -> None:
        """Put a picture, (height, width, 4) uint8 with straight alpha, on top.

        It lands with its corner at `place`, or in the middle where nothing of it would be seen
        there.  A blank document becomes the picture.  What does not fit is cut off.
        """
        if self.document.is_blank:
            self.apply(tr("Paste"), Document.from_picture(picture, tr("Pasted picture")))
            return
        extent = self.document.extent
        height, width = picture.shape[:2]
        bounds = Rect((extent.width - width) // 2, (extent.height - height) // 2, width, height)
        if place is not None:
            there = Rect(*place, width, height)
            bounds = bounds if there.intersected(extent.bounds).is_empty else there
        raster = Raster.empty(extent)
        picture = Conversion.from_srgb(self.document.icc_profile).applied(picture)
        layer = Layer(tr("Pasted picture"), raster.write(bounds, picture))
        self.apply(tr("Paste"), self.document.with_layer(layer))
        if width > extent.width or height > extent.height:
            self.noticed.emit(
                tr("The pasted picture is larger than this one; its edges are cut off.")
            )

    def apply(self, label: str, document: Document) -> None:
        """Make `document` the present one, as one undoable step named `label`."""
        self._set_history(self._history.push(label, document))

    def amend(self, document: Document) -> None:
        """Make `document` the present one within the last step, as while a slider is dragged.

        A file that held the document before holds it still: what is amended is no work to lose.
        """
        if self._saved is self.document:
            self._saved = document
        self._set_history(self._history.amend(document))

    def apply_aside(self, label: str, change: Callable[[Document], Document]) -> None:
        """Begin to compute `change` of the document aside; it becomes one undoable step.

        It is computed anew should the document change meanwhile, and no step if it changes nothing.
        """
        before = self.document

        def land(document: Document) -> None:
            if self.document is not before:
                self.apply_aside(label, change)
            elif document is not before:
                self.apply(label, document)

        self.aside(partial(change, before), land)

    def aside(self, work: Callable[[], _T], then: Callable[[_T], object]) -> None:
        """Begin `work`, too slow for this thread; `then` gets here what it returns."""
        self._aside.start(work, then, self._fail)

    def set_mask(self, mask: Mask, label: str = "") -> None:
        """Replace the mask, as one undoable step; without a label, as a brush's."""
        if mask is not self.document.mask:
            self.apply(label or tr("Brush stroke"), self.document.with_mask(mask))

    def undo(self) -> None:
        """Take away what is only on show; or else go back one step, if there is one."""
        if not self.staging.leave() and self._history.can_undo:
            self._set_history(self._history.undo())

    def redo(self) -> None:
        """Go forward one step, if there is one."""
        self.staging.leave()
        if self._history.can_redo:
            self._set_history(self._history.redo())

    def jump(self, index: int) -> None:
        """Go to a step of the history."""
        self.staging.leave()
        if index != self._history.index:
            self._set_history(self._history.jump(index))

    # Runs

    def generate(
        self, settings: GenerationRequest, mode: Mode | None = None, strength: float = DEPARTURE
    ) -> None:
        """Run `settings` in a mode, by default the one that the document asks for.

        `strength`, 0 to 1, is how far a sketch or a variation departs from what is there.
        Wildcards in its prompt are decided for each picture by its seed.
        What is on show is accepted if a mask was painted on it, and leaves otherwise.
        """
        if self.staging.painted_on:
            self.staging.accept()
        else:
            self.staging.leave()
        document = self.document
        mode = mode or meant_mode(document)
        if mode is None:
            self.noticed.emit(tr("Paint a mask over the part that should change, then generate."))
        else:
            try:
                self._run(document, mode, settings, strength)
            except RequestError as error:
                self._fail(error)

    def vary(self, key: Key, strength: float) -> None:
        """Make pictures like a candidate, to choose from along with it; see `variations`."""
        candidate = self.staging.candidates.find(key)
        if candidate is None:
            return
        seed = secrets.randbelow(MAX_SEED + 1)
        try:
            request = variations(candidate.result, strength, seed, VARIATIONS)
        except RequestError as error:
            self._fail(error)
            return
        self.staging.leave()
        self.runs.add_like(candidate.run, [request])

    def generate_alike(self, prompt: str, negative_prompt: str = "") -> None:
        """Run what was asked for last once more, seed and all, with other prompts.

        Its pictures are to choose from along with those.
        """
        last = self.runs.last
        if last is None:
            self.noticed.emit(tr("Make a picture first; then another prompt can be compared."))
            return
        try:
            request = replace(last.request, prompt=prompt, negative_prompt=negative_prompt)
            requests = resolved(request, self.word_lists.lines)
        except RequestError as error:
            self._fail(error)
            return
        self.staging.leave()
        self.runs.add_like(last, requests)

    def cancel(self) -> None:
        """Stop the running request; the next in the queue starts."""
        self.runs.cancel()

    async def close(self) -> None:
        """Stop everything; returns when all threads have ended, the worker's within one step."""
        if self._opening is not None:
            self._opening.cancel()
        await self.runs.close()
        await self.staging.close()
        await self._saves.ended()
        await self._tasks.ended()
        self._files.close()
        self._aside.close()

    async def preload(self) -> Engine | None:
        """Load the engine before it is needed; None if that did not work."""
        return await self.runs.preload()

    def _run(
        self, document: Document, mode: Mode, settings: GenerationRequest, strength: float
    ) -> None:
        """Raises RequestError for what can be told at once."""
        aim = None
        if mode in (Mode.TEXT_TO_IMAGE, Mode.UPSCALE):
            settings = aimed(document, mode, settings)
        else:
            aim = Aim(document, mode, strength)
        requests = resolved(settings, self.word_lists.lines)
        self.runs.add(requests, document.mask, document.frame, aim)

    async def do_aside(self, work: Callable[[], _T]) -> _T:
        """What `work`, which takes too long for this thread, returns."""
        return await self._aside.done(work)

    async def _open(self, path: Path, before: Document, confirm: Confirm, as_sample: bool) -> None:
        try:
            document, trouble = await self.do_aside(partial(open_picture, path, tr("Background")))
        except Exception as error:
            self._fail(error)
            return
        file, label = None if as_sample else path, tr("Open {name}").format(name=path.name)

        def replace_document() -> None:
            self._replace_document(document, file, label)
            self.opened.emit()
            if trouble:
                self.noticed.emit(translated(trouble))

        if self.document is before and self._saves.are_done:
            replace_document()
        else:
            confirm(replace_document)

    async def _write(
        self,
        document: Document | None,
        replacements: int,
        path: Path,
        then: Callable[[], object],
    ) -> None:
        """Write `document`, or None for the present one with what is being accepted into it."""
        if document is None:
            await self.staging.settled()
            document = self.document
        try:
            await self._files.done(partial(write_picture, document, path))
        except Exception as error:
            self._fail(error)
            return
        if self._replacements == replacements:  # or it is the file of another document
            self._path = path
            self._saved = document
            self.history_changed.emit()
        lossy = path.suffix.lower() in (".jpg", ".jpeg")
        advice = tr(" JPEG changes every pixel a little; PNG keeps each as it is.") if lossy else ""
        self.noticed.emit(tr("Saved {name}.").format(name=path.name) + advice)
        then()

    async def _after_saving(self, then: Callable[[], object]) -> None:
        await self._saves.ended()
        then()

    # What every change goes through

    def _set_history(self, history: History) -> None:
        self._history = history
        self.document_changed.emit()
        self.history_changed.emit()

    def _replace_document(self, document: Document, path: Path | None, label: str) -> None:
        self.runs.clear()
        self._replacements += 1
        self._path = path
        self._saved = document
        self.staging.clear()
        self._set_history(History.start(document, label))

    def _fail(self, error: Exception) -> None:
        self.failed.emit(logged_sentence(error))
