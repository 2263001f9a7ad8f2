"""The open documents with their runs, candidates and the commands of the artist."""

from collections.abc import Callable, Sequence
from functools import partial
from pathlib import Path

from PySide6.QtCore import QObject, Signal

from glide_studio.core.document.document import Document
from glide_studio.core.document.history import History
from glide_studio.core.document.layer_edits import with_placed
from glide_studio.core.files.documents import DocumentFile, open_document, open_journal
from glide_studio.core.files.journal import Journal
from glide_studio.core.files.project import Opened, Project, WindowState
from glide_studio.core.geometry import Extent, Rect
from glide_studio.core.paint.page import Page
from glide_studio.core.raster.colour_profile import Conversion
from glide_studio.core.raster.raster import Pixels
from glide_studio.core.request.installed import InstalledModel, installed_models
from glide_studio.core.sentence import Sentence
from glide_studio.session.adjust_commands import AdjustCommands
from glide_studio.session.background import Tasks
from glide_studio.session.blend_commands import BlendCommands
from glide_studio.session.candidates import Candidates, restored
from glide_studio.session.cluster import Cluster
from glide_studio.session.comparison import Comparison
from glide_studio.session.copy_commands import CopyCommands
from glide_studio.session.document_state import DocumentState
from glide_studio.session.drafts import DraftWall
from glide_studio.session.edit_commands import EditCommands
from glide_studio.session.file_previews import FilePreviews
from glide_studio.session.generate_commands import GenerateCommands
from glide_studio.session.group_commands import GroupCommands
from glide_studio.session.image_commands import ImageCommands
from glide_studio.session.language import tr, translated
from glide_studio.session.layer_commands import LayerCommands
from glide_studio.session.layer_mask_commands import LayerMaskCommands
from glide_studio.session.live import Live
from glide_studio.session.mask_commands import MaskCommands
from glide_studio.session.merge_commands import MergeCommands
from glide_studio.session.model_choice import ModelChoice
from glide_studio.session.model_library import ModelLibrary
from glide_studio.session.model_view import ModelView
from glide_studio.session.open_document import OpenDocument
from glide_studio.session.place_commands import PlaceCommands
from glide_studio.session.restore_source import RestoreSource
from glide_studio.session.review import CandidateReview
from glide_studio.session.runs import Runs
from glide_studio.session.saving import Ask, Failed, Saving, Then, save_anyway
from glide_studio.session.transform_commands import TransformCommands
from glide_studio.session.updates import Updates
from glide_studio.session.word_lists import WordLists
from glide_studio.session.worker import Worker


class Editor(QObject):
    """`open_document`, with `runs`, the queue, `review`, the candidates, `drafts`, the draft wall,
    and `live`.

    This class has the artist's commands on the document as a whole: files, clipboard and history.
    The others are in `generation`, `layers`, `groups`, `copies`, `merging`, `layer_masks`,
    `transforms`, `adjustments`, `placing`, `masks`, `blends`, `edits` and `image`.

    Commands never raise for what an artist can cause: unusable files and requests, and engines that
    fail, are reported as one sentence through `open_document.failed`. Runs need the asyncio event
    loop.
    """

    about_to_replace = Signal()  # the document, with another one; or to show another one
    about_to_step = Signal()  # through the history: undo, redo or a jump
    opened = Signal(object)  # a Project, which is shown now
    returned = Signal(object)  # to an open document: a Project of how it was left

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
        self.transforms = TransformCommands(self.open_document, self.layers)
        self.adjustments = AdjustCommands(self.open_document, self.layers)
        self.placing = PlaceCommands(self.open_document, self.about_to_replace.emit)
        self.masks = MaskCommands(self.open_document, self.review, self.layers)
        self.merging = MergeCommands(self.open_document, self.layers)
        self.groups = GroupCommands(self.open_document, self.layers)
        self.copies = CopyCommands(
            self.open_document,
            self.review,
            self.layers,
            self.groups,
            self.about_to_replace.emit,
        )
        self.layer_masks = LayerMaskCommands(self.open_document, self.layers, self.masks)
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
        self.window_state: Callable[[], WindowState] = lambda: (None, None, {})
        self._opening: set[Path] = set()
        self._tasks = Tasks()
        self.saving = Saving(self.open_document, self)
        self.previews = FilePreviews(self)

    @property
    def document(self) -> Document:
        """The document as it is now."""
        return self.open_document.document

    @property
    def is_modified(self) -> bool:
        """Whether what is shown differs from the file."""
        return self.open_document.state.is_unsaved

    @property
    def unsaved(self) -> tuple[DocumentState, ...]:
        """The open documents that differ from their files."""
        return tuple(state for state in self.open_document.states if state.is_unsaved)

    @property
    def can_undo(self) -> bool:
        """Whether `undo` does anything."""
        return self.open_document.history.can_undo or self.review.is_pending

    # The document

    def new(self, page: Page | None = None, *, beside: bool = False) -> None:
        """Open a document of a page, or without one a blank document, in place of the shown one;
        if `beside`, next to it, unless that is an empty page.

        Raises SizeError if it would be too large."""
        document = self._blank() if page is None else page.document(tr("Background"))
        history = History.start(document, tr("New"))
        self._put(DocumentState(history, saved=document, is_new=True), beside)

    def show(self, state: DocumentState) -> None:
        """Show another one of the open documents, as it was left."""
        if state is not self.open_document.state:
            self._leave()
            self.open_document.show(state)
            self.returned.emit(Project(state.document, *state.window))

    def close_document(self) -> None:
        """Close the shown document, with all that is unsaved; the last leaves a blank one."""
        states, state = self.open_document.states, self.open_document.state
        if len(states) == 1:
            self.new()
            return
        index = states.index(state)
        self.show(states[index + 1 if index == 0 else index - 1])
        self.open_document.remove(state)
        self.runs.forget(state.number)

    def open(self, *paths: Path | str, as_sample: bool = False) -> None:
        """Start opening files, each beside the documents that are open, or in place of an empty
        page. One that is open already, and was not changed by another program, is shown.

        A sample is opened without its file, so that it is never overwritten.
        """
        self._tasks.start(self._open([Path(path) for path in paths], as_sample))

    def recover(self, path: Path, then: Callable[[Journal], object]) -> None:
        """Start reading a journal; its document is opened beside the others, and `then` is given
        the open journal."""
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
            self._project, document, self.open_document.state, self.window_state()
        )
        self.saving.save(get_project, Path(path), then, ask, failed)

    def paste(self, picture: Pixels, place: tuple[int, int] | None = None) -> None:
        """Add a picture, (height, width, 4) uint8 with straight alpha, above the active layer.

        Its top left corner is at `place`; without a place, or if it would be outside the document
        there, the picture is centred. It replaces a blank document.
        """
        if self.document.is_blank:
            self.about_to_replace.emit()  # the page
            document = Document.from_picture(picture, tr("Pasted picture"))
            self.open_document.apply(tr("Paste"), document)
            return
        page, (height, width) = self.document.extent.bounds, picture.shape[:2]
        if place is not None and Rect(*place, width, height).intersected(page).is_empty:
            place = None
        picture = Conversion.from_srgb(self.document.icc_profile).applied(picture)
        document = with_placed(self.document, tr("Pasted picture"), picture, place)
        self.open_document.apply(tr("Paste"), document)

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
        self.saving.stop_asking()
        self.previews.close()
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

    async def _open(self, paths: Sequence[Path], as_sample: bool) -> None:
        for path in paths:
            if path in self._opening:  # by a double click, say
                continue
            self._opening.add(path)
            try:
                await self._open_one(path, as_sample)
            finally:
                self._opening.remove(path)

    async def _open_one(self, path: Path, as_sample: bool) -> None:
        states = self.open_document.states
        there = next((state for state in states if state.holds(path)), None)
        if there is not None:
            self.show(there)
        elif (found := await self._read(path)) is not None:
            self._put_opened(path, *found, as_sample)

    async def _read(self, path: Path) -> tuple[Opened, DocumentFile] | None:
        """The contents of a file; None if it cannot be read, which the artist is told."""
        try:
            read = partial(_read, path, tr("Background"))
            return await self.open_document.run_in_background(read)
        except Exception as error:
            self.open_document.report(error)
            return None

    def _put_opened(self, path: Path, opened: Opened, file: DocumentFile, as_sample: bool) -> None:
        document = opened.project.document
        history = History.start(document, tr("Open {name}").format(name=path.name))
        if opened.salvaged:
            state = DocumentState(history)
        else:
            state = DocumentState(history, None if as_sample else file, document)
        self._put(state, beside=True)
        self.opened.emit(opened.project)
        self._tell(opened.notes)

    async def _recover(self, path: Path, then: Callable[[Journal], object]) -> None:
        try:
            read = partial(open_journal, path)
            journal, snapshot, file = await self.open_document.run_in_background(read)
        except Exception as error:
            self.open_document.report(error)
            return
        candidates = tuple(map(restored, snapshot.candidates))
        saved = None if snapshot.modified else snapshot.history.document
        state = DocumentState(snapshot.history, file, saved, candidates=Candidates(candidates))
        self._put(state, beside=True)
        self.runs.skip_numbers(max((each.run.number for each in candidates), default=0))
        then(journal)
        window = snapshot.view, snapshot.settings, snapshot.prompts
        self.opened.emit(Project(self.document, *window))
        self._tell(snapshot.left_out)

    async def _project(
        self,
        document: Document | None,
        state: DocumentState,
        window: WindowState,
    ) -> Project | None:
        """`document`, or if it is None, that of `state` once a candidate is accepted into it; None
        if it is closed by then."""
        if document is None:
            await self.review.wait()
            if not state.is_open:
                return None
            document = state.document
        return Project(document, *window)

    def _tell(self, notes: Sequence[Sentence]) -> None:
        """Tell the artist what is worth knowing about what was opened."""
        if notes:
            self.open_document.noticed.emit(" ".join(map(translated, notes)))

    def _put(self, state: DocumentState, beside: bool) -> None:
        """Open a document in place of the shown one, which is closed, or `beside` it, unless that
        is an empty page; it is shown."""
        before = self.open_document.state
        keeps = beside and not (before.is_untouched and self.runs.running_here is None)
        self._leave()
        self.open_document.put(state, beside=keeps)
        if not keeps:
            self.runs.forget(before.number)

    def _leave(self) -> None:
        """Before another document is shown: remember how the window shows this one."""
        self.about_to_replace.emit()
        self.open_document.state.window = self.window_state()


def _read(path: Path, name: str) -> tuple[Opened, DocumentFile]:
    """A project, and its file with what saving over it would lose."""
    opened = open_document(path, name)
    return opened, DocumentFile.now(path, () if opened.exact else opened.notes)
