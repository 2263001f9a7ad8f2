"""The open document with its runs, its candidates and the commands of the artist."""

import asyncio
from collections.abc import Callable, Sequence
from functools import partial
from pathlib import Path

from PySide6.QtCore import QObject, Signal

from glide_studio.core.document.document import Document
from glide_studio.core.document.history import History
from glide_studio.core.document.layers import Layer
from glide_studio.core.files.documents import DocumentFile, open_document, open_journal
from glide_studio.core.files.journal import Journal
from glide_studio.core.files.project import Opened, Project, WindowState
from glide_studio.core.geometry import Extent, Rect
from glide_studio.core.raster.colour_profile import Conversion
from glide_studio.core.raster.raster import Pixels, Raster
from glide_studio.core.request.installed import InstalledModel, installed_models
from glide_studio.core.sentence import Sentence
from glide_studio.session.background import Tasks
from glide_studio.session.blend_commands import BlendCommands
from glide_studio.session.candidates import Candidates, restored
from glide_studio.session.cluster import Cluster
from glide_studio.session.comparison import Comparison
from glide_studio.session.drafts import DraftWall
from glide_studio.session.edit_commands import EditCommands
from glide_studio.session.generate_commands import GenerateCommands
from glide_studio.session.image_commands import ImageCommands
from glide_studio.session.language import tr, translated
from glide_studio.session.layer_commands import LayerCommands
from glide_studio.session.live import Live
from glide_studio.session.mask_commands import MaskCommands
from glide_studio.session.model_choice import ModelChoice
from glide_studio.session.model_library import ModelLibrary
from glide_studio.session.model_view import ModelView
from glide_studio.session.open_document import OpenDocument
from glide_studio.session.restore_source import RestoreSource
from glide_studio.session.review import CandidateReview
from glide_studio.session.runs import Runs
from glide_studio.session.saving import Ask, Failed, Saving, Then, save_anyway
from glide_studio.session.transform_commands import TransformCommands
from glide_studio.session.updates import Updates
from glide_studio.session.word_lists import WordLists
from glide_studio.session.worker import Worker

Confirm = Callable[[Callable[[], object]], object]
"""Calls the function it is given: now, later or never."""


def _confirm_at_once(then: Callable[[], object]) -> None:
    then()


class Editor(QObject):
    """`open_document`, with `runs`, the queue, `review`, the candidates, `drafts`, the draft wall,
    and `live`.

    This class has the artist's commands on the document as a whole: files, clipboard and history.
    The others are in `generation`, `layers`, `transforms`, `masks`, `blends`, `edits` and `image`.

    Commands never raise for what an artist can cause: unusable files and requests, and engines that
    fail, are reported as one sentence through `open_document.failed`. Runs need the asyncio event
    loop.
    """

    about_to_replace = Signal()  # the document, with another one
    about_to_step = Signal()  # through the history: undo, redo or a jump
    opened = Signal(object)  # a Project, in place of the document

    def __init__(self, worker: Worker, models: Sequence[InstalledModel]) -> None:
        super().__init__()
        self.models = ModelChoice(models, self)
        self.open_document = OpenDocument(self._blank(), tr("New"), self)
        self.review = CandidateReview(self.open_document, self)
        self.model_view = ModelView(self.open_document, self.review, self.models, self)
        self.runs = Runs(worker, self.open_document, self.review.receive, self)
        self.runs.running_changed.connect(self.review.watch_first_sample)
        self.library = ModelLibrary(self.runs, self)
        self.library.changed.connect(self._list_models)
        self.updates = Updates(self)
        self.cluster = Cluster(self)
        self.word_lists = WordLists(self.models.model.card)
        self.models.changed.connect(lambda: self.word_lists.use(self.models.model.card))
        self.live = Live(worker, self.open_document, self.models, self.word_lists, self)
        self.drafts = DraftWall(worker, self.open_document, self)
        self.generation = GenerateCommands(
            self.open_document, self.review, self.runs, self.drafts, self.models, self.word_lists
        )
        self.layers = LayerCommands(self.open_document, self.review)
        self.transforms = TransformCommands(self.open_document, self.review, self.layers)
        self.masks = MaskCommands(self.open_document, self.review)
        self.blends = BlendCommands(self.open_document, self.review, self.layers, self)
        self.image = ImageCommands(self.open_document, self.runs)
        self.edits = EditCommands(
            self.open_document,
            self.review,
            self.runs,
            self.models,
            self.word_lists,
            self.layers,
            self,
        )
        self.restore_source = RestoreSource(self.open_document, self)
        self.comparison = Comparison(self.open_document, self.review, self.restore_source, self)
        self.about_to_replace.connect(self.comparison.stop)
        self.runs.running_changed.connect(self.live.hold)
        self.about_to_replace.connect(self.live.drop)
        self.about_to_replace.connect(self.drafts.clear)
        self.window_state: Callable[[], WindowState] = lambda: (None, None, {})
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

        Its top left corner is at `place`; without a place, or if it would be outside the document
        there, the picture is centred. It replaces a blank document. What does not fit is cut off.
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

    async def close(self) -> None:
        """Stop everything; returns when all threads have ended, the worker's within one step."""
        if self._opening is not None:
            self._opening.cancel()
        self.saving.stop_asking()
        self.library.close()
        self.updates.close()
        self.cluster.close()
        await self.live.close()
        await self.drafts.close()
        await self.runs.close()
        await self.review.close()
        await self.saving.close()
        await self._tasks.wait()
        self.model_view.close()
        self.open_document.close()

    def _blank(self) -> Document:
        """A page of the size that the first model makes."""
        side = self.models.installed[0].capabilities.picture_size
        return Document.blank(Extent(side, side))

    def _list_models(self) -> None:
        """Offer what is installed now."""
        self.models.set_installed(installed_models() or self.models.installed)

    async def _open(self, path: Path, before: Document, confirm: Confirm, as_sample: bool) -> None:
        try:
            read = partial(_read, path, tr("Background"))
            opened, file = await self.open_document.run_in_background(read)
        except Exception as error:
            self.open_document.report(error)
            return
        label = tr("Open {name}").format(name=path.name)

        def replace_document() -> None:
            document = opened.project.document
            if opened.salvaged:
                self._begin_to_replace()
                history = History.start(document, label)
                self.open_document.restore(history, None, is_modified=True)
            else:
                self._replace_document(document, None if as_sample else file, label)
            self.opened.emit(opened.project)
            self._tell(opened.notes)

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
        self._begin_to_replace()
        self.open_document.restore(snapshot.history, file, is_modified=snapshot.modified)
        candidates = tuple(map(restored, snapshot.candidates))
        self.review.restore(Candidates(candidates))
        self.runs.skip_numbers(max((each.run.number for each in candidates), default=0))
        then(journal)
        state = snapshot.view, snapshot.settings, snapshot.prompts
        self.opened.emit(Project(self.document, *state))
        self._tell(snapshot.left_out)

    async def _project(
        self,
        document: Document | None,
        replacements: int,
        state: WindowState,
    ) -> Project | None:
        """`document`, or if it is None, the document once a candidate is accepted into it; None if
        another document is open by then."""
        if document is None:
            await self.review.wait()
            if self.open_document.replacements != replacements:
                return None
            document = self.document
        return Project(document, *state)

    def _tell(self, notes: Sequence[Sentence]) -> None:
        """Tell the artist what is worth knowing about what was opened."""
        if notes:
            self.open_document.noticed.emit(" ".join(map(translated, notes)))

    def _replace_document(self, document: Document, file: DocumentFile | None, label: str) -> None:
        self._begin_to_replace()
        self.open_document.replace(document, file, label)

    def _begin_to_replace(self) -> None:
        """Before another document is open: nothing of this one goes on."""
        self.about_to_replace.emit()
        self.runs.clear()
        self.review.clear()


def _read(path: Path, name: str) -> tuple[Opened, DocumentFile]:
    """A project, and its file with what saving over it would lose."""
    opened = open_document(path, name)
    return opened, DocumentFile.now(path, () if opened.exact else opened.notes)
