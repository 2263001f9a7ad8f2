"""The runs of a document in the order in which they are shown: running, waiting, ended."""

from collections.abc import Callable
from dataclasses import dataclass, replace
from typing import Literal

from glide_studio.core.document.document import Frame
from glide_studio.core.mask.mask import Mask
from glide_studio.core.request.request import GenerationRequest

Aim = Callable[[GenerationRequest], GenerationRequest]
"""Makes of what was asked for what the engine gets; takes long, and may raise RequestError."""

RunState = Literal["waiting", "running", "done", "failed", "cancelled"]

ENDED_KEPT = 30
"""So many ended runs stay in the list; the oldest leave first."""


@dataclass(frozen=True, eq=False)
class Run:
    """A request, with the mask and the frame of the document it was made from.

    `number` is its own among all runs, also when it is tried again; `sentence` says why it failed.
    Runs whose pictures compete for one place share a `batch`, the number of the first of them, and
    `alone` says that there is only one such picture.  Runs that were asked for together, as one for
    each picture, share `asked`, the number of the first of them.
    What was asked for is still to be aimed by `aim`, if it has one.
    """

    number: int
    request: GenerationRequest
    mask: Mask
    frame: Frame
    batch: int
    asked: int
    alone: bool
    aim: Aim | None = None
    state: RunState = "waiting"
    sentence: str = ""

    @property
    def can_retry(self) -> bool:
        return self.state in ("failed", "cancelled")


@dataclass(frozen=True)
class RunList:
    """At most one running, those that wait, next first, and the ended, newest first.

    A method that names a run by its number returns the list unchanged if it has no such run.
    """

    running: Run | None = None
    waiting: tuple[Run, ...] = ()
    ended: tuple[Run, ...] = ()

    @property
    def runs(self) -> tuple[Run, ...]:
        """All runs, as shown."""
        now = () if self.running is None else (self.running,)
        return (*now, *self.waiting, *self.ended)

    def find(self, number: int) -> Run | None:
        """The run with a number."""
        return next((run for run in self.runs if run.number == number), None)

    def with_last(self, *runs: Run) -> "RunList":
        """This list with `runs` behind all that wait."""
        return replace(self, waiting=(*self.waiting, *runs))

    def with_next(self, *runs: Run) -> "RunList":
        """This list with `runs` ahead of all that wait."""
        return replace(self, waiting=(*runs, *self.waiting))

    def begun(self) -> "RunList":
        """The first that waits runs, unless none waits or another runs."""
        if self.running is not None or not self.waiting:
            return self
        first, *others = self.waiting
        return replace(self, running=replace(first, state="running"), waiting=tuple(others))

    def aimed(self, request: GenerationRequest) -> "RunList":
        """The running one, if one runs, has got what the engine gets."""
        if self.running is None:
            return self
        return replace(self, running=replace(self.running, request=request, aim=None))

    def finished(self, state: RunState, sentence: str = "") -> "RunList":
        """The running one ended in `state`, if one runs."""
        if self.running is None:
            return self
        return replace(self, running=None)._with_ended(
            replace(self.running, state=state, sentence=sentence)
        )

    def moved(self, number: int, place: int) -> "RunList":
        """A waiting run is at `place` among those that wait, the nearest there is."""
        run = self._waits(number)
        if run is None:
            return self
        others = [other for other in self.waiting if other is not run]
        others.insert(min(max(place, 0), len(others)), run)
        return replace(self, waiting=tuple(others))

    def removed(self, number: int) -> "RunList":
        """Without a run that waits or ended."""
        return replace(
            self,
            waiting=tuple(run for run in self.waiting if run.number != number),
            ended=tuple(run for run in self.ended if run.number != number),
        )

    def retried(self, number: int) -> "RunList":
        """A failed or cancelled run waits again, behind the others."""
        run = self.find(number)
        if run is None or not run.can_retry:
            return self
        return self.removed(number).with_last(replace(run, state="waiting", sentence=""))

    def emptied(self, asked: int | None = None) -> "RunList":
        """All that wait, or that were `asked` for together, are cancelled, the last one on top."""
        gone = [run for run in self.waiting if asked in (None, run.asked)]
        cancelled = replace(self, waiting=tuple(run for run in self.waiting if run not in gone))
        for run in gone:
            cancelled = cancelled._with_ended(replace(run, state="cancelled"))
        return cancelled

    def without_ended(self) -> "RunList":
        return replace(self, ended=())

    def _waits(self, number: int) -> Run | None:
        return next((run for run in self.waiting if run.number == number), None)

    def _with_ended(self, run: Run) -> "RunList":
        return replace(self, ended=(run, *self.ended)[:ENDED_KEPT])
