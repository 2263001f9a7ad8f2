"""The commands of the artist on the open document and its runs."""

import asyncio
import secrets
from collections.abc import Callable, Sequence
from dataclasses import replace
from functools import partial
from pathlib import Path

from PySide6.QtCore import QObject, Signal

from glide_studio.core.document.document import Document
from glide_studio.core.document.layers import Layer
from glide_studio.core.files.documents import DocumentFile, open_document, open_journal
from glide_studio.core.files.journal import Journal
from glide_studio.core.files.project import Opened, Project, SavedView
from glide_studio.core.geometry import Extent, Rect
from glide_studio.core.modes.modes import (
    DEFAULT_STRENGTH,
    Mode,
    RequestMaker,
    branched,
    is_masked,
    suggested_mode,
    variations,
)
from glide_studio.core.raster.colour_profile import Conversion
from glide_studio.core.raster.raster import Pixels, Raster
from glide_studio.core.request.capabilities import Capabilities
from glide_studio.core.request.installed import InstalledModel, find_model, installed_models
from glide_studio.core.request.request import Branch
from glide_studio.core.request.settings import MAX_SEED, RequestError, Settings
from glide_studio.core.request.wildcards import resolved
from glide_studio.session.background import Tasks
from glide_studio.session.candidates import CandidateKey, Candidates, restored
from glide_studio.session.drafts import DraftWall
from glide_studio.session.language import tr, translated
from glide_studio.session.live import Live
from glide_studio.session.model_choice import ModelChoice
from glide_studio.session.model_library import ModelLibrary
from glide_studio.session.open_document import OpenDocument
from glide_studio.session.review import CandidateReview
from glide_studio.session.runs import Runs
from glide_studio.session.saving import Ask, Failed, Saving, Then, save_anyway
from glide_studio.session.word_lists import WordLists
from glide_studio.session.worker import Worker

Confirm = Callable[[Callable[[], object]], object]
"""Calls the function it is given: now, later or never."""

VARIATIONS = 4
"""Number of pictures that `Editor.vary` makes."""


def _confirm_at_once(then: Callable[[], object]) -> None:
    then()


class Editor(QObject):
    """Commands on `open_document`, on `runs`, the queue, and on `review`, the candidates; beside
    them stand `drafts`, the draft wall, and `live`.

    Commands never raise for what an artist can cause: unusable files and requests, and engines that
    fail, are reported as one sentence through `open_document.failed`. Runs need the asyncio event
    loop.
    """

    about_to_replace = Signal()  # the document, with another one
    about_to_step = Signal()  # through the history: undo, redo or a jump
    opened = Signal(object)  # a Project, in place of the document

    def __init__(
        self, worker: Worker, models: Sequence[InstalledModel], parent: QObject | None = None
    ) -> None:
        super().__init__(parent)
        self.models = ModelChoice(models, self)
        self.open_document = OpenDocument(self._blank(), tr("New"), self)
        self.review = CandidateReview(self.open_document, self)
        self.runs = Runs(worker, self.open_document, self.review.receive, self)
        self.runs.running_changed.connect(self.review.watch_first_sample)
        self.library = ModelLibrary(self.runs, self)
        self.library.changed.connect(self._list_models)
        self.word_lists = WordLists()
        self.live = Live(
            worker,
            self.open_document,
            self.capabilities,
            lambda name: self.word_lists.lines(name),
            self,
        )
        self.drafts = DraftWall(worker, self.open_document, self)
        self.runs.running_changed.connect(self.live.hold)
        self.about_to_replace.connect(self.live.drop)
        self.about_to_replace.connect(self.drafts.clear)
        self.window_state: Callable[[], tuple[SavedView | None, Settings | None]]
        self.window_state = lambda: (None, None)
        self._opening: asyncio.Task[None] | None = None
        self._tasks = Tasks()
        self.saving = Saving(self.open_document, self)

    @property
    def document(self) -> Document:
        """The document as it is now."""
        return self.open_document.document

    @property
    def is_modified(self) -> bool:
        """Whether what is shown differs from the file."""
        return self.open_document.is_modified or self.review.is_pending

    @property
    def can_undo(self) -> bool:
        """Whether `undo` does anything."""
        return self.open_document.history.can_undo or self.review.is_pending

    # The document

    def new(self) -> None:
        """Start over with a blank document."""
        self._replace_document(self._blank(), None, tr("New"))

    def open(
        self, path: Path | str, confirm: Confirm = _confirm_at_once, *, as_sample: bool = False
    ) -> None:
        """Start opening a picture file; once it is read, it replaces the document.

        If the document has changed by then, or is being saved, `confirm` decides whether it is
        replaced. A sample is opened without its file, so that it is never overwritten.
        """
        if self._opening is not None:
            self._opening.cancel()
        self._opening = self._tasks.start(self._open(Path(path), self.document, confirm, as_sample))

    def recover(self, path: Path, then: Callable[[Journal], object]) -> None:
        """Start reading a journal; its document replaces this one, and `then` is given the open
        journal."""
        self._tasks.start(self._recover(path, then))

    def save(
        self,
        path: Path | str,
        then: Then = lambda: None,
        ask: Ask = save_anyway,
        failed: Failed = lambda _: None,
    ) -> None:
        """Accept the shown candidate and start writing a project file or a flat picture.

        If the file cannot hold all of the document, or replaces what the artist has not seen,
        `ask` decides whether it is written. `then` is called once the file is complete. If
        writing fails, that is reported, and `failed` is called with the sentence. A document of
        which the file cannot hold everything stays modified.
        """
        self.review.accept()
        document = None if self.review.is_pending else self.document
        get_project = partial(
            self._project, document, self.open_document.replacements, self.window_state()
        )
        self.saving.save(get_project, Path(path), then, ask, failed)

    def paste(self, picture: Pixels, place: tuple[int, int] | None = None) -> None:
        """Add a picture, (height, width, 4) uint8 with straight alpha, as the top layer.

        Its top left corner lies at `place`, or the picture in the middle if it would be out of
        sight there. A blank document is replaced by the picture. What does not fit is cut off.
        """
        if self.document.is_blank:
            self.about_to_replace.emit()
            document = Document.from_picture(picture, tr("Pasted picture"))
            self.open_document.apply(tr("Paste"), document)
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
        self.open_document.apply(tr("Paste"), self.document.with_layer(layer))
        if width > extent.width or height > extent.height:
            self.open_document.noticed.emit(
                tr("The pasted picture is larger than the document; its edges are cut off.")
            )

    def undo(self) -> None:
        """Hide the shown candidate if it is pending; otherwise go back one step."""
        self.about_to_step.emit()
        if not self.review.hide():
            self.open_document.undo()

    def redo(self) -> None:
        """Go forward one step, if there is one."""
        self.about_to_step.emit()
        self.review.hide()
        self.open_document.redo()

    def jump(self, index: int) -> None:
        """Go to a step of the history."""
        self.about_to_step.emit()
        self.review.hide()
        self.open_document.jump(index)

    # Runs

    def generate(
        self, settings: Settings, mode: Mode | None = None, strength: float = DEFAULT_STRENGTH
    ) -> bool:
        """Run `settings` in a mode, by default the one that the document suggests.

        `strength`, 0 to 1, is that of a sketch or a variation. Wildcards in the prompt are replaced
        for each picture according to its seed. The shown candidate is accepted if a mask was
        painted on it, and hidden otherwise. Returns whether a run was queued.
        """
        if self.review.has_painted_mask:
            self.review.accept()
        else:
            self.review.hide()
        document = self.document
        mode = mode or suggested_mode(document)
        if mode is None:
            self.open_document.noticed.emit(
                tr("Paint a mask over the part that should change, then generate.")
            )
            return False
        if mode is Mode.UPSCALE:
            settings = replace(settings, count=1)
        try:
            model = find_model(settings.model, self.models.installed)
            model.require(is_masked(document, mode))
            make = RequestMaker(document, mode, model.capabilities, strength)
            make.check(settings)
            each = resolved(settings, self.word_lists.lines)
        except RequestError as error:
            self.open_document.report(error)
            return False
        self.runs.add(each, mode, make, document.mask, document.frame)
        return True

    def vary(self, key: CandidateKey, strength: float) -> None:
        """Generate variations of a candidate, as candidates of the same batch."""
        candidate = self.review.candidates.find(key)
        if candidate is None:
            return
        old = candidate.result.request.settings
        settings = replace(old, seed=secrets.randbelow(MAX_SEED + 1), count=VARIATIONS)
        try:
            make = partial(
                variations,
                candidate.result,
                strength=strength,
                capabilities=self.capabilities(settings),
            )
            make(settings)
        except RequestError as error:
            self.open_document.report(error)
            return
        self.review.hide()
        self.runs.add_to_batch(candidate.run, [settings], Mode.VARIATION, make)

    def branch(self, settings: Settings, *, has_own_seed: bool = False) -> None:
        """Go on from the step that is seen of the shown candidate, with these prompts and guidance.

        The seed is the candidate's, unless `settings` have another one of their own than its run.
        The result is a candidate of the same batch; if a mask was painted on the candidate, that
        is accepted, and the branch changes its masked area.
        """
        review, candidate, step = self.review, self.review.shown_candidate, self.review.shown_step
        if candidate is None or step is None:
            return
        is_masked = review.has_painted_mask or not (review.is_pending or review.mask.is_empty)
        origin = Branch(candidate.result.request, step)
        if not has_own_seed or settings.seed == candidate.run.settings.seed:
            settings = replace(settings, seed=origin.request.settings.seed)
        masked = review.subject if is_masked else None
        try:
            settings = resolved(replace(settings, count=1), self.word_lists.lines)[0]
            capabilities = self.capabilities(origin.request.settings)
            make = partial(branched, origin, capabilities=capabilities, masked=masked)
            settings = make(settings).settings
        except RequestError as error:
            self.open_document.report(error)
            return
        if masked is None:
            review.hide()
            self.runs.add_to_batch(candidate.run, [settings], candidate.run.mode, make)
        else:
            review.accept()
            review.hide()
            document = self.document
            self.runs.add([settings], Mode.INPAINT, make, document.mask, document.frame)

    def retry_with_prompt(self, prompt: str, negative_prompt: str = "") -> None:
        """Repeat the last request, seed included, with another prompt, as the same batch."""
        last = self.runs.last
        if last is None:
            self.open_document.noticed.emit(
                tr("Generate a picture first; then you can compare it with another prompt.")
            )
            return
        try:
            settings = replace(last.settings, prompt=prompt, negative_prompt=negative_prompt)
            each = resolved(settings, self.word_lists.lines)
        except RequestError as error:
            self.open_document.report(error)
            return
        self.review.hide()
        self.runs.add_to_batch(last, each, last.mode, last.make)

    async def close(self) -> None:
        """Stop everything; returns when all threads have ended, the worker's within one step."""
        if self._opening is not None:
            self._opening.cancel()
        self.saving.stop_asking()
        self.library.close()
        await self.live.close()
        await self.drafts.close()
        await self.runs.close()
        await self.review.close()
        await self.saving.close()
        await self._tasks.wait()
        self.open_document.close()

    def _blank(self) -> Document:
        """A page of the size that the first model makes."""
        side = self.models.installed[0].capabilities.picture_size
        return Document.blank(Extent(side, side))

    def _list_models(self) -> None:
        """Offer what is installed now."""
        self.models.set_installed(installed_models() or self.models.installed)

    def capabilities(self, settings: Settings) -> Capabilities:
        """What the model of `settings` can do. Raises RequestError if it is not installed."""
        return find_model(settings.model, self.models.installed).capabilities

    async def _open(self, path: Path, before: Document, confirm: Confirm, as_sample: bool) -> None:
        try:
            read = partial(_read, path, tr("Background"))
            opened, file = await self.open_document.run_in_background(read)
        except Exception as error:
            self.open_document.report(error)
            return
        label = tr("Open {name}").format(name=path.name)

        def replace_document() -> None:
            self._replace_document(opened.project.document, None if as_sample else file, label)
            self.opened.emit(opened.project)
            if opened.notes:
                self.open_document.noticed.emit(" ".join(map(translated, opened.notes)))

        if self.document is before and self.saving.is_idle:
            replace_document()
        else:
            confirm(replace_document)

    async def _recover(self, path: Path, then: Callable[[Journal], object]) -> None:
        try:
            read = partial(open_journal, path)
            journal, snapshot, file = await self.open_document.run_in_background(read)
        except Exception as error:
            self.open_document.report(error)
            return
        self.about_to_replace.emit()
        self.runs.clear()
        self.review.clear()
        self.open_document.restore(snapshot.history, file, is_modified=snapshot.modified)
        candidates = tuple(map(restored, snapshot.candidates))
        self.review.restore(Candidates(candidates))
        self.runs.skip_numbers(max((each.run.number for each in candidates), default=0))
        then(journal)
        self.opened.emit(Project(self.document, snapshot.view, snapshot.settings))

    async def _project(
        self,
        document: Document | None,
        replacements: int,
        state: tuple[SavedView | None, Settings | None],
    ) -> Project | None:
        """`document`, or if it is None, the document once a candidate is accepted into it; None if
        another document is open by then."""
        if document is None:
            await self.review.wait()
            if self.open_document.replacements != replacements:
                return None
            document = self.document
        return Project(document, *state)

    def _replace_document(self, document: Document, file: DocumentFile | None, label: str) -> None:
        self.about_to_replace.emit()
        self.runs.clear()
        self.review.clear()
        self.open_document.replace(document, file, label)


def _read(path: Path, name: str) -> tuple[Opened, DocumentFile]:
    """A project, and its file with what saving over it would lose."""
    opened = open_document(path, name)
    return opened, DocumentFile.now(path, () if opened.exact else opened.notes)
