"""The runs of a document in the order in which the queue shows them."""

from collections.abc import Awaitable, Callable, Sequence
from dataclasses import dataclass, replace
from typing import Literal

from glide_studio.core.document.document import Frame
from glide_studio.core.document.edit import Edit
from glide_studio.core.mask.mask import Mask
from glide_studio.core.modes.modes import Mode
from glide_studio.core.request.request import GenerationRequest, Result
from glide_studio.core.request.settings import Settings
from glide_studio.session.language import tr

MakeRequest = Callable[[Settings], GenerationRequest]
"""Makes what the engine gets; slow, and may raise RequestError."""

Draw = Callable[[GenerationRequest, Edit], Awaitable[Sequence[Result]]]
"""Draws a request of an edit anew and returns its results; the previews are shown where the edit
lies."""

Work = Callable[[Draw], Awaitable[None]]
"""Draws any number of requests, one after the other, and uses the results. Its errors are those of
the run; it is cancelled with the run, and starts again when the run is retried."""

RunState = Literal["waiting", "running", "done", "failed", "cancelled"]

MAX_ENDED = 30
"""Number of ended runs that stay in the list; the oldest are removed first."""


@dataclass(frozen=True, eq=False)
class Run:
    """Settings in a mode, with the mask and the frame of the document they are for.

    `number` is unique and stays the same when the run is retried; `sentence` says why the run
    failed. Runs whose pictures are alternatives to each other share a `batch`, the number of the
    first of them; `is_single` says that the batch began with a single picture. Runs that were
    requested together, such as one for each picture, share a `group`, the number of the first of
    them. A run `in_sequence` is for a part of the document's mask, of the colour of that number,
    and its picture is accepted before the next run begins. When the run starts, `make` makes its
    `request`, whose results are candidates. A run with `work` does that instead, and makes no
    candidates; `edit` is the one that it draws anew now. `document` is the number of the document
    that it was started for.
    """

    number: int
    settings: Settings
    mode: Mode
    make: MakeRequest
    mask: Mask
    frame: Frame
    batch: int
    group: int
    is_single: bool
    in_sequence: bool = False
    colour: int = 0
    request: GenerationRequest | None = None
    state: RunState = "waiting"
    sentence: str = ""
    work: Work | None = None
    edit: Edit | None = None
    document: int = 0

    @property
    def can_retry(self) -> bool:
        return self.state in ("failed", "cancelled")


@dataclass(frozen=True)
class RunList:
    """At most one running run, the waiting ones, next first, and the ended ones, newest first.

    Methods that take the number of a run return the list unchanged if there is no such run.
    """

    running: Run | None = None
    waiting: tuple[Run, ...] = ()
    ended: tuple[Run, ...] = ()

    @property
    def runs(self) -> tuple[Run, ...]:
        """All runs: running, waiting, ended."""
        running = () if self.running is None else (self.running,)
        return (*running, *self.waiting, *self.ended)

    def find(self, number: int) -> Run | None:
        """The run with this number."""
        return next((run for run in self.runs if run.number == number), None)

    def with_last(self, *runs: Run) -> "RunList":
        """Add `runs` after the waiting ones."""
        return replace(self, waiting=(*self.waiting, *runs))

    def with_next(self, *runs: Run) -> "RunList":
        """Add `runs` before the waiting ones."""
        return replace(self, waiting=(*runs, *self.waiting))

    def with_next_started(self) -> "RunList":
        """Start the first waiting run, unless another is running."""
        if self.running is not None or not self.waiting:
            return self
        first, *others = self.waiting
        return replace(self, running=replace(first, state="running"), waiting=tuple(others))

    def with_request(self, request: GenerationRequest, edit: Edit | None = None) -> "RunList":
        """Note the request that was made for the running run, if there is one, and the edit that it
        draws anew, if it does."""
        if self.running is None:
            return self
        return replace(self, running=replace(self.running, request=request, edit=edit))

    def finished(self, state: RunState, sentence: str = "") -> "RunList":
        """End the running run, if there is one, in `state`."""
        if self.running is None:
            return self
        return replace(self, running=None)._with_ended(
            replace(self.running, state=state, sentence=sentence)
        )

    def moved(self, number: int, place: int) -> "RunList":
        """Move a waiting run to index `place` among the waiting ones, or to the nearest index."""
        run = next((run for run in self.waiting if run.number == number), None)
        if run is None:
            return self
        others = [other for other in self.waiting if other is not run]
        others.insert(min(max(place, 0), len(others)), run)
        return replace(self, waiting=tuple(others))

    def removed(self, number: int) -> "RunList":
        """Remove a waiting or ended run."""
        return replace(
            self,
            waiting=tuple(run for run in self.waiting if run.number != number),
            ended=tuple(run for run in self.ended if run.number != number),
        )

    def retried(self, number: int) -> "RunList":
        """Make a failed or cancelled run wait again, as the last."""
        run = self.find(number)
        if run is None or not run.can_retry:
            return self
        return self.removed(number).with_last(replace(run, state="waiting", sentence=""))

    def with_waiting_cancelled(
        self, group: int | None = None, model: str | None = None
    ) -> "RunList":
        """Cancel all waiting runs, or those of a group or with a model; the last one becomes the
        newest ended."""
        cancelled = [
            run
            for run in self.waiting
            if group in (None, run.group) and model in (None, run.settings.model)
        ]
        runs = replace(self, waiting=tuple(run for run in self.waiting if run not in cancelled))
        for run in cancelled:
            runs = runs._with_ended(replace(run, state="cancelled"))
        return runs

    def without_document(self, document: int) -> "RunList":
        """Remove the waiting and the ended runs of a document."""
        return replace(
            self,
            waiting=tuple(run for run in self.waiting if run.document != document),
            ended=tuple(run for run in self.ended if run.document != document),
        )

    def without_ended(self) -> "RunList":
        return replace(self, ended=())

    def _with_ended(self, run: Run) -> "RunList":
        return replace(self, ended=(run, *self.ended)[:MAX_ENDED])


def title(run: Run) -> str:
    """The name of a run and its pictures: the prompt, or else what the run does."""
    if run.mode is Mode.UPSCALE:
        return tr("Upscaled picture")
    return run.settings.prompt.strip() or tr("Fill")
