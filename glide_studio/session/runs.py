"""The queue: the worker executes one run at a time, the others wait."""

import asyncio
from collections import deque
from collections.abc import Awaitable, Callable, Sequence
from contextlib import aclosing
from dataclasses import replace
from functools import partial
from typing import Literal, NamedTuple

from PySide6.QtCore import QObject, Signal

from glide_studio.core.document.document import Frame
from glide_studio.core.document.edit import Edit
from glide_studio.core.mask.mask import Mask
from glide_studio.core.modes.modes import Mode
from glide_studio.core.modes.parts import Part
from glide_studio.core.request.request import GenerationRequest, Notice, Preview, Result
from glide_studio.core.request.settings import Settings
from glide_studio.session.background import Tasks
from glide_studio.session.failure import logged_sentence
from glide_studio.session.language import translated
from glide_studio.session.open_document import OpenDocument
from glide_studio.session.progress import Progress, ProgressClock
from glide_studio.session.run_list import MakeRequest, Run, RunList, RunState, Work
from glide_studio.session.worker import Engine, Worker

WhenBusy = Literal["queue", "replace"]
Receive = Callable[[Run, Result], Awaitable[None]]
"""Receives a run's results, one after the other, while it is still running."""


class Turn(NamedTuple):
    """One run of a sequence, for a part of the document's mask."""

    settings: Settings
    make: MakeRequest
    part: Part


class Runs(QObject):
    """The runs of all open documents.

    New ones are for the document that is shown; previews are told only while the document of the
    running run is shown. `when_busy` decides whether a request made during a run of the same
    document waits or replaces that run. A run that fails stays in the list with its sentence, which
    is also reported to the artist.
    """

    changed = Signal()
    running_changed = Signal(bool)
    preview_changed = Signal(object)  # Preview | None
    progress_changed = Signal(object)  # Progress | None when idle
    finished = Signal(object)  # Run

    def __init__(
        self,
        worker: Worker,
        open_document: OpenDocument,
        receive: Receive,
        parent: QObject | None = None,
    ) -> None:
        super().__init__(parent)
        self.when_busy: WhenBusy = "queue"
        self._worker = worker
        self._open_document = open_document
        self._receive = receive
        self._list = RunList()
        self._number = 0
        self._last: dict[int, Run] = {}
        self._preview: Preview | None = None
        self._clock = ProgressClock()
        self._progress: Progress | None = None
        self._task: asyncio.Task[None] | None = None
        self._tasks = Tasks()
        open_document.switched.connect(self._switch)

    @property
    def list(self) -> RunList:
        """All runs."""
        return self._list

    @property
    def running(self) -> Run | None:
        """The run on which the engine is working."""
        return self._list.running

    @property
    def running_here(self) -> Run | None:
        """The same, if it is for the shown document."""
        run = self.running
        return run if run is not None and run.document == self._open_document.number else None

    def name_of(self, run: Run) -> str | None:
        """The name of the document of a run, if several are open."""
        states = self._open_document.states
        state = self._open_document.find(run.document)
        return None if state is None or len(states) == 1 else state.name

    @property
    def progress(self) -> Progress | None:
        """The progress of the running run; None when idle."""
        return self._progress

    @property
    def last(self) -> Run | None:
        """The run that was requested last for the shown document."""
        return self._last.get(self._open_document.number)

    def add(
        self,
        settings: Sequence[Settings],
        mode: Mode,
        make: MakeRequest,
        mask: Mask,
        frame: Frame,
    ) -> None:
        """Add a batch of runs, one for each of `settings`, for a document of `frame` with `mask`.

        The request of each is made by `make` when its turn comes.
        """
        number = self._number + 1
        is_single = sum(each.count for each in settings) == 1
        first = Run(number, settings[0], mode, make, mask, frame, number, number, is_single)
        self._add(first, settings)

    def add_to_batch(
        self, run: Run, settings: Sequence[Settings], mode: Mode, make: MakeRequest
    ) -> None:
        """Add runs to the batch of `run`, for the same document."""
        self._add(replace(run, mode=mode, make=make, is_single=False), settings)

    def add_work(
        self, settings: Settings, mode: Mode, work: Work, mask: Mask, frame: Frame
    ) -> None:
        """Add a run that does `work`, for a document of `frame`; `settings` and `mode` only
        describe it. It makes no candidates and does not count as the `last` run."""
        number, last = self._number + 1, self.last
        run = Run(number, settings, mode, _no_candidates, mask, frame, number, number, True)
        self._add(replace(run, work=work), [settings])
        if last is None:
            del self._last[self._open_document.number]
        else:
            self._last[self._open_document.number] = last

    def add_sequence(self, turns: Sequence[Turn], mode: Mode, frame: Frame) -> None:
        """Add a run for each of `turns`, each of a single picture that is accepted before the next
        run begins. They are cancelled together."""
        group = self._number + 1
        self._number += len(turns)
        runs = [
            Run(
                number,
                settings,
                mode,
                make,
                part.mask,
                frame,
                number,
                group,
                True,
                in_sequence=True,
                colour=part.colour,
            )
            for number, (settings, make, part) in enumerate(turns, group)
        ]
        self._queue(runs)

    def _add(self, like: Run, settings: Sequence[Settings]) -> None:
        """Add a run like another for each of `settings`."""
        group = self._number + 1
        self._number += len(settings)
        new = replace(like, group=group, request=None, state="waiting", sentence="")
        runs = [
            replace(new, number=number, settings=each)
            for number, each in enumerate(settings, group)
        ]
        self._queue(runs)

    def _queue(self, runs: Sequence[Run]) -> None:
        """Let runs of one group wait, or replace the running one, as `when_busy` says."""
        document = self._open_document.number
        runs = [replace(run, document=document) for run in runs]
        self._last[document] = runs[-1]
        if self.running_here is None or self.when_busy == "queue":
            self._set_list(self._list.with_last(*runs))
            self._begin()
        else:
            group = self.running_here.group
            self._set_list(self._list.with_waiting_cancelled(group).with_next(*runs))
            self._skip()

    def skip_numbers(self, most: int) -> None:
        """Number later runs from `most` + 1 at least; recovered candidates have the lower
        numbers."""
        self._number = max(self._number, most)

    def move(self, number: int, place: int) -> None:
        """Move a waiting run to `place` among the waiting runs."""
        self._set_list(self._list.moved(number, place))

    def remove(self, number: int) -> None:
        """Remove a run from the list; the running one is cancelled instead."""
        if self.running is not None and self.running.number == number:
            self._skip()
        else:
            self._set_list(self._list.removed(number))

    def retry(self, number: int) -> None:
        """Queue a failed or cancelled run again, as the last."""
        self._set_list(self._list.retried(number))
        self._begin()

    def cancel(self) -> None:
        """Stop the running run and the others of its group; the next one starts."""
        if self.running is not None:
            self._set_list(self._list.with_waiting_cancelled(self.running.group))
        self._skip()

    def cancel_all(self) -> None:
        """Stop the running run and cancel all waiting ones."""
        self._set_list(self._list.with_waiting_cancelled())
        self._skip()

    def cancel_model(self, model: str) -> None:
        """Stop the running run if it uses a model, and cancel the waiting ones that do."""
        self._set_list(self._list.with_waiting_cancelled(model=model))
        if self.running is not None and self.running.settings.model == model:
            self._skip()

    def remove_ended(self) -> None:
        """Remove all ended runs from the list."""
        self._set_list(self._list.without_ended())

    def clear(self) -> None:
        """Stop the running run and forget all runs."""
        self._last.clear()
        self._set_list(RunList(self._list.running))
        self._stop()
        self.remove_ended()

    def forget(self, document: int) -> None:
        """Stop the running run if it is for a document, which is closed, and forget all that
        are."""
        self._last.pop(document, None)
        self._set_list(self._list.without_document(document))
        if self.running is not None and self.running.document == document:
            self._skip()
            self._set_list(self._list.without_document(document))

    async def preload(self) -> Engine | None:
        """Load the engine before it is needed; None if that did not work."""
        try:
            return await self._worker.preload()
        except Exception as error:
            self._open_document.report(error)
            return None

    async def close(self) -> None:
        """Stop everything; returns when the worker's thread has ended, within one step."""
        self.clear()
        self._worker.close()
        await self._tasks.wait()

    def _skip(self) -> None:
        """Stop the running run; the next one starts."""
        self._stop()
        self._begin()

    def _stop(self) -> None:
        """Stop the running run, if one runs."""
        if self._task is not None:
            self._task.cancel()
            self._end("cancelled")

    def _begin(self) -> None:
        """Start the next run, unless one is running."""
        if self._task is not None or not self._list.waiting:
            return
        self._set_list(self._list.with_next_started())
        run = self._list.running
        assert run is not None
        self.running_changed.emit(True)
        self._set_progress(self._clock.start(run.settings, run.mode))
        self._task = self._tasks.start(self._execute(run))

    def _end(self, state: RunState, sentence: str = "") -> None:
        self._task = None
        self._set_list(self._list.finished(state, sentence))
        self._set_preview(None)
        if not self._list.waiting:
            self.running_changed.emit(False)
            self._set_progress(None)
        self.finished.emit(self._list.ended[0])

    async def _execute(self, run: Run) -> None:
        sentence = ""
        try:
            if run.work is not None:
                await run.work(partial(self._draw_for, run))
            else:
                make = partial(run.make, run.settings)
                request = await self._open_document.run_in_background(make)
                self._set_list(self._list.with_request(request))
                await self._draw(request, partial(self._receive, run))
        except Exception as error:
            sentence = logged_sentence(error)
        self._end("failed" if sentence else "done", sentence)
        if sentence:
            self._open_document.failed.emit(sentence)
        self._begin()

    async def _draw_for(self, run: Run, request: GenerationRequest, edit: Edit) -> Sequence[Result]:
        """The `Draw` of a run with work."""
        results: deque[Result] = deque()

        async def keep(result: Result) -> None:
            results.append(result)

        self._set_list(self._list.with_request(request, edit))
        self._set_progress(self._clock.start(request.settings, run.mode))
        await self._draw(request, keep)
        self._set_preview(None)
        return results

    async def _draw(
        self, request: GenerationRequest, receive: Callable[[Result], Awaitable[None]]
    ) -> None:
        async with aclosing(self._worker.run(request)) as events:
            async for event in events:
                match event:
                    case Preview():
                        self._set_progress(self._clock.observe(event))
                        self._set_preview(event)
                    case Notice():
                        self._open_document.noticed.emit(translated(event.sentence))
                    case Result():
                        await receive(event)
                await asyncio.sleep(0)  # many may arrive at once: let the window respond

    def _set_preview(self, preview: Preview | None) -> None:
        self._preview = preview
        if preview is None or self.running_here is not None:
            self.preview_changed.emit(preview)

    def _switch(self) -> None:
        """Tell what of the running run is seen of the document that is shown now."""
        self.changed.emit()
        self.preview_changed.emit(None)
        if self.running_here is not None and self._preview is not None:
            self.preview_changed.emit(self._preview)

    def _set_progress(self, progress: Progress | None) -> None:
        self._progress = progress
        self.progress_changed.emit(progress)

    def _set_list(self, runs: RunList) -> None:
        if runs != self._list:
            self._list = runs
            self.changed.emit()


def _no_candidates(settings: Settings) -> GenerationRequest:
    raise AssertionError("a run with work makes its requests itself")
