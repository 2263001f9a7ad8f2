"""The commands on accepted edits: running them again, moving them, and their recipes."""

from collections.abc import Sequence
from dataclasses import replace
from functools import partial
from typing import NamedTuple

from PySide6.QtCore import QObject, Signal

from glide_studio.core.document.arranging import index_of
from glide_studio.core.document.document import Document
from glide_studio.core.document.edit import Edit
from glide_studio.core.document.layer_edits import moved
from glide_studio.core.modes.modes import Mode, mode_of
from glide_studio.core.modes.recipes import Recipe
from glide_studio.core.modes.rerunning import (
    EditLayer,
    affected,
    edit_layers,
    place_past,
    rerun_request,
    with_rerun,
)
from glide_studio.core.request.installed import InstalledModel, find_model
from glide_studio.core.request.request import Result
from glide_studio.core.request.settings import RequestError, Settings
from glide_studio.core.request.source import mask_of
from glide_studio.core.request.wildcards import resolved
from glide_studio.session.document_state import DocumentState
from glide_studio.session.language import tr
from glide_studio.session.layer_commands import LayerCommands
from glide_studio.session.model_choice import ModelChoice
from glide_studio.session.open_document import OpenDocument
from glide_studio.session.review import CandidateReview
from glide_studio.session.run_list import Draw
from glide_studio.session.runs import Runs
from glide_studio.session.word_lists import WordLists


class Rerunning(NamedTuple):
    """The edits that a run is running again, by their layers, and how many of them are done."""

    ids: tuple[str, ...]
    done: int


class EditCommands(QObject):
    """Commands on the edit of the active layer, and on the edits by the ids of their layers.

    They never raise for what an artist can cause: it is reported as one sentence. `changed` is
    emitted when the edits, the active edit, the edits that it affects, or the edits that are
    running change.
    """

    changed = Signal()

    def __init__(
        self,
        open_document: OpenDocument,
        review: CandidateReview,
        runs: Runs,
        models: ModelChoice,
        word_lists: WordLists,
        layers: LayerCommands,
        parent: QObject | None = None,
    ) -> None:
        super().__init__(parent)
        self._open_document = open_document
        self._review = review
        self._runs = runs
        self._models = models
        self._word_lists = word_lists
        self._layers = layers
        self._running: tuple[DocumentState, Rerunning] | None = None
        self._seen: _Seen | None = None
        self._affected: tuple[str, ...] = ()
        open_document.document_changed.connect(self._follow)
        self._follow()

    @property
    def edits(self) -> tuple[EditLayer, ...]:
        """The edits of the document, bottom first."""
        return edit_layers(self._open_document.document)

    @property
    def active(self) -> EditLayer | None:
        """The edit of the active layer, if it has one."""
        layer = self._layers.active
        return None if layer is None or layer.edit is None else EditLayer(layer, layer.edit)

    @property
    def affected(self) -> tuple[str, ...]:
        """The later edits that run again with the active one, bottom first, as far as known."""
        return self._affected

    @property
    def running(self) -> Rerunning | None:
        """The edits of the shown document that are being run again; None if there are none."""
        if self._running is None or self._running[0] is not self._open_document.state:
            return None
        return self._running[1]

    def rerun(self, prompt: str, seed: int) -> None:
        """Run the active edit again with a prompt and a seed, and then those that it affects.

        Once all are drawn, each is one step of the history. Until then, and if the run is
        cancelled, nothing changes. Wildcards in the prompt are replaced according to the seed.
        """
        active = self.active
        if active is None:
            return
        layer_id, old = active.layer.id, active.edit.request
        try:
            wanted = replace(old.settings, prompt=prompt, seed=seed, count=1)
            settings = resolved(wanted, self._word_lists.lines)[0]
        except RequestError as error:
            self._open_document.report(error)
            return
        self._review.hide()
        state = self._open_document.state
        document = state.document
        check = partial(_check, document, layer_id, settings, self._models.installed)

        def queue(_: None) -> None:
            mode, work = mode_of(old.source), partial(self._work, state, layer_id, settings)
            self._runs.add_work(settings, mode, work, document.mask, document.frame)

        self._open_document.start_for_this_document(check, queue)

    def move(self, steps: int) -> None:
        """Move the active edit past the next `steps` edits above it, or below it if negative."""
        active = self.active
        if active is not None:
            self._layers.finish()
            layer_id = active.layer.id
            self._move(layer_id, place_past(self._open_document.document, layer_id, steps))
            self._layers.finish()

    def move_to(self, layer_id: str, other_id: str) -> None:
        """Move an edit to the place of another, as while it is dragged."""
        self._move(layer_id, index_of(self._open_document.document, other_id))

    def _move(self, layer_id: str, index: int) -> None:
        document, label = self._open_document.document, tr("Move layer")
        origin = self._layers.growing.origin(label, layer_id)
        if index_of(document, layer_id) != index:
            self._layers.growing.apply(label, layer_id, moved(origin, layer_id, index))

    def recipe(self) -> Recipe | None:
        """The recipe of the active edit."""
        active = self.active
        return None if active is None else Recipe.of(active.edit, self._open_document.document)

    def paste(self, recipe: Recipe) -> bool:
        """Set the mask of a recipe in this picture; returns whether the recipe can be used here.
        The shown candidate is hidden."""
        self._review.hide()
        if self._open_document.document.is_blank and recipe.mode is not Mode.TEXT_TO_IMAGE:
            self._open_document.noticed.emit(tr("Open a picture first, then paste the recipe."))
            return False
        mask = recipe.mask_in(self._open_document.document.extent)
        if mask is not None:
            self._open_document.set_mask(mask, tr("Paste recipe"))
        return True

    async def _work(
        self, state: DocumentState, layer_id: str, settings: Settings, draw: Draw
    ) -> None:
        """Draw all affected edits, each on the result of those before it; then change the
        document."""
        run_in_background = self._open_document.run_in_background
        before = document = state.document
        if layer_id not in [layer.id for layer, _ in edit_layers(before)]:
            raise _changed()
        ids = await run_in_background(partial(affected, before, [layer_id]))
        results: list[tuple[str, Result]] = []
        try:
            for each in ids:
                self._show_running((state, Rerunning(ids, len(results))))
                wanted = settings if each == layer_id else None
                request = await run_in_background(partial(rerun_request, document, each, wanted))
                drawn = await draw(request, _edit_of(before, each))
                results.append((each, drawn[0]))
                document = await run_in_background(partial(with_rerun, document, each, drawn[0]))
        finally:
            self._show_running(None)
        await self._apply(state, before, results)

    async def _apply(
        self, state: DocumentState, before: Document, results: Sequence[tuple[str, Result]]
    ) -> None:
        """Put what was drawn for `before` into its document, which may have changed meanwhile."""
        open_document = self._open_document
        while True:
            now = state.document
            steps = await open_document.run_in_background(partial(_steps, before, now, results))
            if state.document is now:
                break
        for label, document in steps:
            open_document.apply(label, document, state)
        if not steps:
            open_document.noticed.emit(tr("The edit did not change."))

    def _show_running(self, running: tuple[DocumentState, Rerunning] | None) -> None:
        self._running = running
        self.changed.emit()

    def _follow(self) -> None:
        """Find the affected edits again where that can have changed, in the background."""
        active = self.active
        seen = _Seen(
            None if active is None else active.layer.id,
            tuple((layer.id, id(edit), layer.visible) for layer, edit in self.edits),
            self.edits,
        )
        if self._seen is None or seen[:2] != self._seen[:2]:
            self._seen, self._affected = seen, ()
            if active is not None:
                work = partial(affected, self._open_document.document, [active.layer.id])
                self._open_document.start_for_this_document(
                    work, partial(self._show_affected, seen)
                )
        self.changed.emit()

    def _show_affected(self, seen: "_Seen", ids: tuple[str, ...]) -> None:
        if self._seen is seen:
            self._affected = ids[1:]
            self.changed.emit()


class _Seen(NamedTuple):
    """What decides which edits are affected. `edits` keeps them alive, so that their ids stay
    unique."""

    active_id: str | None
    state: tuple[tuple[str, int, bool], ...]
    edits: tuple[EditLayer, ...]


def _check(
    document: Document, layer_id: str, settings: Settings, models: Sequence[InstalledModel]
) -> None:
    """Raise RequestError if an edit, or one that it affects, cannot run again."""
    for each in affected(document, [layer_id]):
        layer = document.layer(each)
        assert layer is not None
        if layer.locked:
            raise RequestError("“{name}” is locked: unlock it to run it again.", name=layer.name)
        request = rerun_request(document, each, settings if each == layer_id else None)
        model = find_model(request.settings.model, models)
        model.require(mask_of(request.source) is not None)
        model.capabilities.check(request)


def _edit_of(document: Document, layer_id: str) -> Edit:
    layer = document.layer(layer_id)
    assert layer is not None
    assert layer.edit is not None
    return layer.edit


def _steps(
    before: Document, now: Document, results: Sequence[tuple[str, Result]]
) -> list[tuple[str, Document]]:
    """The steps that put results for edits of `before` into `now`, with their labels. Raises
    RequestError if the edits were changed or deleted."""
    steps: list[tuple[str, Document]] = []
    document = now
    for layer_id, result in results:
        old, there = before.layer(layer_id), now.layer(layer_id)
        assert old is not None
        assert old.edit is not None
        if there is None or there.edit is None or there.locked or before.frame != now.frame:
            raise _changed()
        if there.edit.patch is not old.edit.patch:
            raise _changed()
        label = tr("Re-run {name}").format(name=there.name)
        changed = with_rerun(document, layer_id, result)
        if changed is not document:
            steps.append((label, changed))
        document = changed
    return steps


def _changed() -> RequestError:
    return RequestError(
        "The edits were changed while they were running again, so the picture was left unchanged. "
        "Run them again."
    )
