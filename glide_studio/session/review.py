"""The review of candidates: they are shown in place, and accepted or discarded."""

import asyncio
from collections.abc import Awaitable, Callable
from dataclasses import replace
from functools import partial

from PySide6.QtCore import QObject, Signal

from glide_studio.core.document.blend import Blend
from glide_studio.core.document.document import Document
from glide_studio.core.document.layers import Layer
from glide_studio.core.mask.mask import Mask
from glide_studio.core.request.request import Preview, Result
from glide_studio.core.request.settings import RequestError
from glide_studio.session.background import Tasks
from glide_studio.session.candidates import (
    STEPS_BUDGET,
    Candidate,
    CandidateKey,
    Candidates,
    Measure,
    candidate_layer,
    faded,
    fits,
    prepare_layer,
)
from glide_studio.session.document_state import DocumentState
from glide_studio.session.language import tr
from glide_studio.session.open_document import OpenDocument
from glide_studio.session.run_list import Run, title


class CandidateReview(QObject):
    """The candidates of the shown document, and the shown candidate.

    The only picture of a request is accepted at once if `accepts_single`, or if its run is in
    sequence. Of several pictures, the first is shown, unless the artist looks at another one. The
    shown candidate is pending until it is accepted; only accepting it changes the document, as one
    step of the history. The pictures of a run arrive in the document that it was started for,
    whether it is shown or not.
    """

    changed = Signal()
    shown_changed = Signal()
    compared = Signal(float)  # the share
    scrubbed = Signal()

    def __init__(self, open_document: OpenDocument, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self.accepts_single = True
        self._open_document = open_document
        self._share = 1.0
        self._order: Measure | None = None
        self._scrubbed: tuple[CandidateKey, Preview] | None = None
        self._watched_sample = 0
        self._tasks = Tasks()
        self._preparing: asyncio.Task[None] | None = None
        self._blending: asyncio.Task[None] | None = None
        open_document.switched.connect(self._switch)
        open_document.document_changed.connect(self._hide_if_unfit)

    @property
    def candidates(self) -> Candidates:
        """All candidates, the discarded too."""
        return self._state.candidates

    @property
    def ordered(self) -> tuple[Candidate, ...]:
        """All candidates as they are listed."""
        return self.candidates.ordered(self._order) if self._order else self.candidates.all

    @property
    def order(self) -> Measure | None:
        """What the candidates of a batch are sorted by; None for the order of generation."""
        return self._order

    @order.setter
    def order(self, order: Measure | None) -> None:
        self._order = order
        self.changed.emit()

    @property
    def shown_candidate(self) -> Candidate | None:
        """The candidate that the artist looks at."""
        return self._state.shown_candidate

    @property
    def is_pending(self) -> bool:
        """Whether there is a shown candidate that is not in the document."""
        return self._state.is_pending

    @property
    def is_preparing(self) -> bool:
        """Whether the shown candidate is still being prepared, and cannot be seen yet."""
        return self._state.is_preparing

    @property
    def is_stale(self) -> bool:
        """Whether the shown candidate is still displayed with an earlier blend."""
        return self._state.is_stale

    @property
    def has_painted_mask(self) -> bool:
        """Whether a mask was painted over the shown candidate, for the next run."""
        is_seen = self.is_pending and self._state.prepared is not None
        return is_seen and bool(self.shown_document.painted)

    @property
    def share(self) -> float:
        """How much of the shown candidate is seen: 0 is the picture before it, 1 after it."""
        return self._share

    @property
    def shown_step(self) -> int | None:
        """The step, from 1, whose picture is seen in place of the shown candidate, if one is."""
        preview, candidate = self.step_preview, self.shown_candidate
        if preview is None or candidate is None:
            return None
        return candidate.result.steps.index(preview) + 1

    @property
    def step_preview(self) -> Preview | None:
        """The picture that was predicted at that step."""
        if self._scrubbed is None or self._scrubbed[0] != self._state.shown_key:
            return None
        return self._scrubbed[1]

    @property
    def watched_sample(self) -> int:
        """The sample of the running run whose previews the canvas shows."""
        return self._watched_sample

    @property
    def shown_document(self) -> Document:
        """What the canvas shows: the document with the shown candidate in place."""
        document, layer = self._state.with_shown_candidate
        return document if layer is None else faded(document, layer, self._share)

    @property
    def comparison(self) -> tuple[Document, Document | None]:
        """The document with the shown candidate, and the document without it, if there is one."""
        document, layer = self._state.with_shown_candidate
        return document, None if layer is None else faded(document, layer, 0)

    @property
    def mask(self) -> Mask:
        """The mask that the artist sees and paints."""
        return self.shown_document.mask

    @property
    def subject(self) -> Document:
        """What the next run works on: with the shown candidate if a mask was painted on it."""
        return self.shown_document if self.has_painted_mask else self._state.document

    def show(self, key: CandidateKey) -> None:
        """Show a candidate."""
        state = self._state
        candidate = state.candidates.find(key)
        if candidate is None or key == state.shown_key:
            return
        self._stop_preparing()
        state.shown_key, self._share = key, 1.0
        if candidate_layer(state.document, candidate) is None:
            self._preparing = self._start(partial(self._prepare, state, candidate))
        self._notify(state)

    def watch(self, sample: int) -> None:
        """Show the previews of another sample of the running run."""
        self._watched_sample = sample
        self.hide()

    def watch_first_sample(self) -> None:
        """Show the previews of the first sample, as when a run starts."""
        self._watched_sample = 0
        self.changed.emit()

    def step(self, by: int) -> None:
        """Show the kept candidate `by` positions after the shown one; the last if none is shown."""
        kept = [each for each in self.ordered if not each.discarded]
        at = next((i for i, c in enumerate(kept) if c.key == self._state.shown_key), None)
        if kept:
            self.show(kept[-1 if at is None else min(max(at + by, 0), len(kept) - 1)].key)

    def hide(self) -> bool:
        """Show the document as it is. Returns whether a pending candidate was shown."""
        was_pending = self.is_pending
        state = self._state
        if state.shown_key is not None:
            self._stop_preparing()
            state.shown_key, state.prepared = None, None
            self._notify(state)
        return was_pending

    def compare(self, share: float) -> None:
        """Fade between the document, 0, and the shown candidate, 1."""
        if share != self._share:
            self._share = share
            self.compared.emit(share)

    def scrub(self, step: int | None) -> None:
        """Show the picture predicted at a step of the shown candidate, from 1, or with None its
        final picture."""
        candidate = self.shown_candidate
        if candidate is not None:
            preview = None if step is None else candidate.result.steps[step - 1]
            self._scrubbed = None if preview is None else (candidate.key, preview)
            self.scrubbed.emit()

    def accept(self) -> None:
        """Add the shown candidate to the document."""
        state = self._state
        candidate = state.shown_candidate
        if candidate is None or not state.is_pending:
            return
        if state.prepared is not None and not self.is_preparing and not self.is_stale:
            self._apply(state, *state.prepared)
        else:
            self._start(partial(self._prepare_and_apply, state, candidate))

    def set_blend(self, blend: Blend) -> None:
        """Blend the shown candidate in another way, as accepting it will."""
        candidate = self.shown_candidate
        if candidate is None or not self.is_pending or candidate.blend in (None, blend):
            return
        state = self._state
        state.candidates = state.candidates.with_candidate(replace(candidate, blend=blend))
        self._blend_soon()
        self.changed.emit()

    def _blend_soon(self) -> None:
        if self._blending is None or self._blending.done():
            self._blending = self._start(self._blend_shown)

    async def _blend_shown(self) -> None:
        """Show the candidate with its newest blend; blends that were replaced meanwhile are
        skipped."""
        while (candidate := self.shown_candidate) is not None and self.is_stale:
            assert candidate.blend is not None
            state = self._state
            blended = await self._open_document.run_in_background(
                partial(candidate.blended, candidate.blend)
            )
            prepared = await self._prepare_layer(state, blended)
            now = state.shown_candidate
            if now is None or now.key != candidate.key or not state.is_pending:
                return
            if now.blend == blended.blend:
                blended = replace(blended, discarded=now.discarded)
                state.candidates = state.candidates.with_candidate(blended)
            state.prepared = (blended, prepared)
            self._notify(state)

    async def wait(self) -> None:
        """Wait until accepted candidates are in the document."""
        await self._tasks.wait()

    def discard(self, key: CandidateKey) -> None:
        """Discard a candidate and show the next of its batch; restore it if it was discarded."""
        state = self._state
        candidate = state.candidates.find(key)
        if candidate is None:
            return
        if candidate_layer(state.document, candidate) is not None:
            self._open_document.noticed.emit(
                tr("This candidate is part of the document. Use Undo to remove it.")
            )
            return
        changed = replace(candidate, discarded=not candidate.discarded)
        state.candidates = state.candidates.with_candidate(changed)
        if key == state.shown_key and changed.discarded:
            following = state.candidates.neighbour(changed)
            if following is None:
                self.hide()
            else:
                self.show(following.key)
        self.changed.emit()

    def clear(self) -> None:
        """Forget all candidates of the shown document."""
        self.hide()
        self._state.candidates = Candidates()
        self.changed.emit()

    async def receive(self, run: Run, result: Result) -> None:
        """Add a picture to the document of its run. Raises RequestError if that has another frame
        by now."""
        state = self._open_document.find(run.document)
        if state is None:
            return
        made = Candidate(run, result)
        propose = partial(state.candidates.proposed_for, made, state.document)
        candidate = await self._open_document.run_in_background(propose)
        if not state.is_open:
            return
        candidates = state.candidates.with_candidate(candidate)
        state.candidates = candidates.with_steps_within(STEPS_BUDGET)
        self._tell(state)
        if run.is_single and (self.accepts_single or run.in_sequence):
            await self._prepare_and_apply(state, candidate)
        elif state.shown_key is None:
            state.shown_key = candidate.key
            if state is self._state:
                self._share = 1.0
            self._tell(state)
            await self._prepare(state, candidate)

    async def close(self) -> None:
        """Wait for the candidates that are being prepared."""
        self._stop_preparing()
        await self._tasks.wait()

    @property
    def _state(self) -> DocumentState:
        return self._open_document.state

    def _switch(self) -> None:
        """Show the candidate that was shown of the document that is shown now."""
        self._stop_preparing()
        state = self._state
        self._share, self._scrubbed = 1.0, None
        candidate = state.shown_candidate
        if candidate is not None and self.is_preparing:
            self._preparing = self._start(partial(self._prepare, state, candidate))
        elif self.is_stale:
            self._blend_soon()
        self._notify(state)

    def _start(self, work: Callable[[], Awaitable[None]]) -> asyncio.Task[None]:
        return self._tasks.start(self._report_errors(work))

    async def _report_errors(self, work: Callable[[], Awaitable[None]]) -> None:
        try:
            await work()
        except Exception as error:
            self._open_document.report(error)

    async def _prepare(self, state: DocumentState, candidate: Candidate) -> None:
        try:
            prepared = await self._prepare_layer(state, candidate)
        except RequestError:
            state.shown_key = None
            self._notify(state)
            raise
        if state.shown_key == candidate.key:
            state.prepared = (candidate, prepared)
            self._notify(state)
            if state is self._state:
                await self._blend_shown()

    async def _prepare_and_apply(self, state: DocumentState, candidate: Candidate) -> None:
        prepared = await self._prepare_layer(state, candidate)
        if state.is_open and state.candidates.find(candidate.key) is not None:
            self._apply(state, candidate, prepared)

    async def _prepare_layer(self, state: DocumentState, candidate: Candidate) -> Layer:
        """Prepare `candidate` for its document as it is now, which may change meanwhile."""
        while True:
            before = state.document
            work = partial(prepare_layer, before, candidate)
            prepared = await self._open_document.run_in_background(work)
            if before.is_blank == state.document.is_blank and fits(state.document, candidate):
                return prepared

    def _apply(self, state: DocumentState, candidate: Candidate, prepared: Layer) -> None:
        """Add a candidate, which need not be the shown one, to its document."""
        before = state.document
        label = title(candidate.run)
        if state.candidates.rival_layer(before, candidate) is not None:
            label = f"{label} ({state.candidates.position(candidate)})"
        state.candidates = state.candidates.with_candidate(replace(candidate, discarded=False))
        document = state.inserted(before, candidate, prepared)
        if candidate.key == state.shown_key:
            state.shown_key, state.prepared = None, None
        self._open_document.apply(label, document, state)
        self._notify(state)

    def _hide_if_unfit(self) -> None:
        candidate, document = self.shown_candidate, self._state.document
        if candidate is not None and self.is_pending and not fits(document, candidate):
            self.hide()
        self.changed.emit()

    def _stop_preparing(self) -> None:
        if self._preparing is not None:
            self._preparing.cancel()
            self._preparing = None

    def _tell(self, state: DocumentState) -> None:
        """Tell that the candidates of a document changed."""
        if state is self._state:
            self.changed.emit()
        self._open_document.state_changed.emit(state)

    def _notify(self, state: DocumentState) -> None:
        """Tell that the candidates and the shown candidate of a document changed."""
        self._tell(state)
        if state is self._state:
            self.shown_changed.emit()
