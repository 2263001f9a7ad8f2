"""The draft wall: many small pictures of the base, of which the best are enlarged."""

import asyncio
from collections.abc import Callable, Iterator, Sequence
from contextlib import aclosing
from dataclasses import dataclass, field, replace
from functools import partial
from typing import Literal

from PySide6.QtCore import QObject, Signal

from glide_studio.core.document.document import Frame
from glide_studio.core.mask.mask import Mask
from glide_studio.core.modes.modes import Mode
from glide_studio.core.request.request import (
    Branch,
    GenerationRequest,
    Notice,
    Preview,
    Result,
)
from glide_studio.core.request.settings import Settings
from glide_studio.session.background import Tasks
from glide_studio.session.language import translated
from glide_studio.session.open_document import OpenDocument
from glide_studio.session.run_list import MakeRequest
from glide_studio.session.worker import Worker

BATCH = 8
"""Drafts that are drawn at once: more would take much more memory and hardly less time."""

Order = Literal["drawn", "match"]


@dataclass(frozen=True, eq=False)
class Draft:
    """A draft on the wall; it is not drawn yet while it has no `result`."""

    number: int
    settings: Settings
    result: Result | None = None
    starred: bool = False
    rejected: bool = False

    @property
    def match(self) -> float | None:
        """How well it matches the prompt; None if the model has no CLIP."""
        return None if self.result is None else self.result.match


@dataclass(frozen=True, eq=False)
class Wall:
    """What all drafts of a wall have in common."""

    mode: Mode
    make: MakeRequest
    mask: Mask
    frame: Frame
    drafts: tuple[Draft, ...] = field(default=())

    def ordered(self, order: Order) -> tuple[Draft, ...]:
        """The drafts that are not rejected; ordered by "match", the best first, unknown ones
        last."""
        kept = [draft for draft in self.drafts if not draft.rejected]
        if order == "match":
            kept.sort(key=lambda draft: -1.0 if draft.match is None else draft.match, reverse=True)
        return tuple(kept)

    def with_draft(self, draft: Draft) -> "Wall":
        """Replace the draft of that number."""
        drafts = [draft if old.number == draft.number else old for old in self.drafts]
        return replace(self, drafts=tuple(drafts))


class DraftWall(QObject):
    """Draws the drafts of a wall batch by batch; runs of the queue come in between.

    Drafts are neither candidates nor in the history; `enlarged` makes the requests that turn some
    of them into candidates. `previewed` carries a draft's number and its picture so far.
    """

    changed = Signal()
    previewed = Signal(int, object)

    def __init__(
        self, worker: Worker, open_document: OpenDocument, parent: QObject | None = None
    ) -> None:
        super().__init__(parent)
        self._worker = worker
        self._open_document = open_document
        self._wall: Wall | None = None
        self._walls: dict[int, Wall | None] = {}
        self._task: asyncio.Task[None] | None = None
        self._tasks = Tasks()
        self._document = open_document.number
        open_document.switched.connect(self._switch)

    @property
    def wall(self) -> Wall | None:
        """The drafts; None before the first are asked for."""
        return self._wall

    @property
    def is_drawing(self) -> bool:
        """Whether drafts are still being drawn."""
        return self._task is not None

    @property
    def starred(self) -> tuple[Draft, ...]:
        """The drafts with a star that are drawn, in the order of the wall."""
        drafts = () if self._wall is None else self._wall.drafts
        return tuple(draft for draft in drafts if draft.starred and draft.result is not None)

    def draw(self, settings: Sequence[Settings], wall: Wall) -> None:
        """Draw a draft for each picture of `settings`, replacing those on the wall."""
        self.stop()
        singles = (one.for_sample(i) for one in settings for i in range(one.count))
        drafts = [Draft(number, replace(one, upsample=None)) for number, one in enumerate(singles)]
        self._wall = replace(wall, drafts=tuple(drafts))
        self._task = self._tasks.start(self._draw(self._wall))
        self.changed.emit()

    def stop(self) -> None:
        """Draw no more; the drafts that are not drawn are dropped."""
        if self._task is not None:
            self._task.cancel()
            self._end()

    def _switch(self) -> None:
        """Show the drafts of the document that is shown now; the others are drawn no further."""
        self.stop()
        self._walls[self._document] = self._wall
        self._document = self._open_document.number
        self._wall = self._walls.pop(self._document, None)
        for closed in [each for each in self._walls if self._open_document.find(each) is None]:
            del self._walls[closed]
        self.changed.emit()

    def star(self, number: int) -> None:
        """Give a draft a star, or take it away."""
        self._change(number, lambda draft: replace(draft, starred=not draft.starred))

    def reject(self, number: int) -> None:
        """Take a draft off the wall."""
        self._change(number, lambda draft: replace(draft, rejected=True, starred=False))

    def restore(self) -> None:
        """Put all rejected drafts back on the wall."""
        if self._wall is not None:
            drafts = tuple(replace(draft, rejected=False) for draft in self._wall.drafts)
            self._wall = replace(self._wall, drafts=drafts)
            self.changed.emit()

    async def close(self) -> None:
        """Stop; returns when nothing is left to be done."""
        self.stop()
        await self._tasks.wait()

    def _change(self, number: int, change: Callable[[Draft], Draft]) -> None:
        if self._wall is not None:
            self._wall = self._wall.with_draft(change(self._wall.drafts[number]))
            self.changed.emit()

    async def _draw(self, wall: Wall) -> None:
        try:
            for batch in _batches(wall.drafts):
                make = partial(wall.make, replace(batch[0].settings, count=len(batch)))
                request = await self._open_document.run_in_background(make)
                async with aclosing(self._worker.run(request)) as events:
                    async for event in events:
                        self._take(batch, event)
                        await asyncio.sleep(0)  # many may arrive at once: let the window respond
        except Exception as error:
            self._open_document.report(error)
        self._end()

    def _take(self, batch: Sequence[Draft], event: Preview | Result | Notice) -> None:
        match event:
            case Preview():
                self.previewed.emit(batch[event.sample].number, event.picture)
            case Notice():
                self._open_document.noticed.emit(translated(event.sentence))
            case Result():
                number = batch[event.sample].number
                self._change(number, lambda draft: replace(draft, result=event))

    def _end(self) -> None:
        self._task = None
        if self._wall is not None:
            drawn = tuple(draft for draft in self._wall.drafts if draft.result is not None)
            numbered = tuple(replace(draft, number=i) for i, draft in enumerate(drawn))
            self._wall = replace(self._wall, drafts=numbered)
        self.changed.emit()


def _batches(drafts: Sequence[Draft]) -> Iterator[Sequence[Draft]]:
    """At most BATCH drafts each, of one prompt and with seeds that follow each other."""
    start = 0
    for end in range(1, len(drafts) + 1):
        first = drafts[start].settings
        is_full = end - start == BATCH or end == len(drafts)
        if is_full or drafts[end].settings != first.for_sample(end - start):
            yield drafts[start:end]
            start = end


def enlarged(draft: Draft, settings: Settings) -> GenerationRequest:
    """The request that upsamples a draft without running the base again.

    `settings` are those of the draft with an upsampler and its temperature.
    """
    assert draft.result is not None
    old = draft.result.request
    steps = draft.result.steps[-1].total if draft.result.steps else old.settings.base.steps
    return GenerationRequest(settings, old.source, old.bounds, Branch(old, steps))
