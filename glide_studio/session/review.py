"""Where pictures wait for the artist's word: shown in place, not yet in the document."""

import asyncio
from collections.abc import Awaitable, Callable
from dataclasses import replace
from functools import partial
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Signal

from glide_studio.core.document.document import Document
from glide_studio.core.document.layers import Layer
from glide_studio.core.request.request import RequestError, Result
from glide_studio.session.candidates import (
    Candidate,
    Candidates,
    Key,
    Placed,
    faded,
    fits,
    held_as,
    placed,
    put,
)
from glide_studio.session.failure import logged_sentence
from glide_studio.session.language import tr
from glide_studio.session.run_list import Run
from glide_studio.session.tasks import Tasks
from glide_studio.session.titles import title

if TYPE_CHECKING:
    from glide_studio.session.editor import Editor


class Staging(QObject):
    """The candidates of the open document, and the one that is on show.

    A picture that was asked for alone is accepted at once if `accepts_single`; of several the
    first is put on show, unless the artist looks at another. What is on show changes the document
    only when it is accepted, as one step of the history.
    """

    changed = Signal()
    shown_changed = Signal()
    compared = Signal(float)  # the share
    pending_changed = Signal(bool)

    def __init__(self, editor: "Editor") -> None:
        super().__init__(editor)
        self.accepts_single = True
        self._editor = editor
        self._candidates = Candidates()
        self._key: Key | None = None
        self._ready: tuple[Candidate, Placed] | None = None
        self._share = 1.0
        self._watched = 0
        self._tasks = Tasks()
        self._bringing: asyncio.Task[None] | None = None
        editor.document_changed.connect(self._follow)
        editor.running_changed.connect(self._watch_first)

    @property
    def candidates(self) -> Candidates:
        """All there are, the discarded too."""
        return self._candidates

    @property
    def on_show(self) -> Candidate | None:
        """The candidate that the artist looks at."""
        return self._candidates.find(self._key)

    @property
    def is_pending(self) -> bool:
        """Whether something is on show that the document does not hold."""
        candidate = self.on_show
        return candidate is not None and held_as(self._editor.document, candidate) is None

    @property
    def is_coming(self) -> bool:
        """Whether what is on show is still being made ready, and not to be seen yet."""
        return self.is_pending and (self._ready is None or self._ready[0].key != self._key)

    @property
    def painted_on(self) -> bool:
        """Whether a mask was painted over what is on show, for the next run."""
        return self.is_pending and self._ready is not None and not self.shown.mask.is_empty

    @property
    def share(self) -> float:
        """How much of what is on show is seen: 0 is the picture before it, 1 after it."""
        return self._share

    @property
    def watched(self) -> int:
        """The sample of the running run whose previews the canvas shows."""
        return self._watched

    @property
    def shown(self) -> Document:
        """What the canvas is to show: the document, with what is on show in its place."""
        document, layer = self._whole()
        return document if layer is None else faded(document, layer, self._share)

    @property
    def ends(self) -> tuple[Document, Document | None]:
        """What there is to compare: all of what is on show, and the picture before it, if any."""
        document, layer = self._whole()
        return document, None if layer is None else faded(document, layer, 0)

    def show(self, key: Key) -> None:
        """Put a candidate on show."""
        candidate = self._candidates.find(key)
        if candidate is None or key == self._key:
            return
        self._forget_bringing()
        self._key, self._share = key, 1.0
        if held_as(self._editor.document, candidate) is None:
            self._bringing = self._tasks.start(self._told(partial(self._bring, candidate)))
        self._tell()

    def watch(self, sample: int) -> None:
        """Follow the previews of another sample of the running run."""
        self._watched = sample
        self.leave()

    def step(self, by: int) -> None:
        """Put the kept candidate on show that is `by` places after the one that is, or the last."""
        kept = self._candidates.kept
        at = next((i for i, c in enumerate(kept) if c.key == self._key), None)
        if kept:
            self.show(kept[-1 if at is None else min(max(at + by, 0), len(kept) - 1)].key)

    def leave(self) -> bool:
        """Show the document as it is. Returns whether the document did not hold what was shown."""
        was_pending = self.is_pending
        if self._key is not None:
            self._forget_bringing()
            self._key, self._ready = None, None
            self._tell()
        return was_pending

    def compare(self, share: float) -> None:
        """Show only a `share` of what is on show, from 0, the picture before it, to 1."""
        if share != self._share:
            self._share = share
            self.compared.emit(share)

    def accept(self) -> None:
        """Put what is on show into the document."""
        candidate = self.on_show
        if candidate is None or not self.is_pending:
            return
        if self._ready is not None and not self.is_coming:
            self._apply(*self._ready)
        else:
            self._tasks.start(self._told(partial(self._accept_when_ready, candidate)))

    async def settled(self) -> None:
        """Wait until what was accepted is in the document."""
        await self._tasks.ended()

    def discard(self, key: Key) -> None:
        """Put a candidate out of sight, the next of its run on show; or back, if it was."""
        candidate = self._candidates.find(key)
        if candidate is None:
            return
        if held_as(self._editor.document, candidate) is not None:
            self._editor.noticed.emit(tr("This picture is in the document; undo takes it out."))
            return
        turned = replace(candidate, discarded=not candidate.discarded)
        self._candidates = self._candidates.with_candidate(turned)
        if key == self._key and turned.discarded:
            following = self._candidates.neighbour(turned)
            if following is None:
                self.leave()
            else:
                self.show(following.key)
        self.changed.emit()

    def clear(self) -> None:
        """Forget all, as for another document."""
        self.leave()
        self._candidates = Candidates()
        self.changed.emit()

    async def take(self, run: Run, result: Result) -> None:
        """Receive a picture. Raises RequestError if the document has another frame by now."""
        candidate = Candidate(run, result)
        self._candidates = self._candidates.with_candidate(candidate)
        self.changed.emit()
        if run.alone and self.accepts_single:
            self._apply(candidate, await self._made(candidate))
        elif self._key is None:
            self._key, self._share = candidate.key, 1.0
            self.changed.emit()
            await self._bring(candidate)

    async def close(self) -> None:
        """Wait for what is being made ready."""
        self._forget_bringing()
        await self._tasks.ended()

    async def _bring(self, candidate: Candidate) -> None:
        try:
            ready = await self._made(candidate)
        except RequestError:
            self._key = None
            self._tell()
            raise
        if self._key == candidate.key:
            self._ready = (candidate, ready)
            self._tell()

    async def _accept_when_ready(self, candidate: Candidate) -> None:
        self._apply(candidate, await self._made(candidate))

    async def _made(self, candidate: Candidate) -> Placed:
        """What `candidate` brings into the present document, which may change meanwhile."""
        while True:
            document = self._editor.document
            what = await self._editor.do_aside(partial(placed, document, candidate))
            if document.is_blank == self._editor.document.is_blank and fits(
                self._editor.document, candidate
            ):
                return what

    async def _told(self, work: Callable[[], Awaitable[None]]) -> None:
        try:
            await work()
        except Exception as error:
            self._editor.failed.emit(logged_sentence(error))

    def _whole(self) -> tuple[Document, Layer | None]:
        """The document with what is on show in its place, and the layer that this is."""
        document, candidate = self._editor.document, self.on_show
        if candidate is None:
            return document, None
        layer = held_as(document, candidate)
        if layer is None and self._ready is not None:
            candidate, what = self._ready
            document = self._with(document, candidate, what)
            layer = document.layer(what.layer.id)
        return document, layer

    def _with(self, document: Document, candidate: Candidate, what: Placed) -> Document:
        return put(document, candidate, what, self._candidates.rival(document, candidate))

    def _apply(self, candidate: Candidate, what: Placed) -> None:
        """Accept it into the document, where it need not be the one on show."""
        before = self._editor.document
        label = title(candidate.run.request)
        if self._candidates.rival(before, candidate) is not None:
            label = f"{label} ({self._candidates.place(candidate)})"
        self._candidates = self._candidates.with_candidate(replace(candidate, discarded=False))
        document = self._with(before, candidate, what)
        if candidate.key == self._key:
            self._key, self._ready = None, None
        self._editor.apply(label, document)
        self._tell()

    def _follow(self) -> None:
        """The document changed: what does not fit it any more leaves."""
        candidate = self.on_show
        if candidate is not None and self.is_pending and not fits(self._editor.document, candidate):
            self.leave()
        self.changed.emit()

    def _watch_first(self) -> None:
        self._watched = 0
        self.changed.emit()

    def _forget_bringing(self) -> None:
        if self._bringing is not None:
            self._bringing.cancel()
            self._bringing = None

    def _tell(self) -> None:
        self.changed.emit()
        self.shown_changed.emit()
        self.pending_changed.emit(self.is_pending)
