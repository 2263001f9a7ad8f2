"""Live: while it is on, a quick run follows every change of the picture and the prompt."""

import asyncio
from collections.abc import Callable
from contextlib import aclosing
from dataclasses import dataclass, replace
from functools import partial

from PySide6.QtCore import QObject, QTimer, Signal

from glide_studio.core.document.accepting import accept
from glide_studio.core.document.document import Document, Frame
from glide_studio.core.modes.modes import DEFAULT_STRENGTH, Mode, RequestMaker
from glide_studio.core.request.presets import DRAFT
from glide_studio.core.request.request import GenerationRequest, Result
from glide_studio.core.request.settings import RequestError, Settings
from glide_studio.core.request.wildcards import resolved
from glide_studio.session.background import Tasks
from glide_studio.session.model_choice import ModelChoice
from glide_studio.session.open_document import OpenDocument
from glide_studio.session.word_lists import WordLists
from glide_studio.session.worker import Worker

PAUSE = 50
"""Milliseconds without a change before a run starts."""


@dataclass(frozen=True, eq=False)
class _RunInputs:
    """The inputs of a run; it is repeated only when one of them changes."""

    document: Document
    settings: Settings
    strength: float

    def is_same(self, other: "_RunInputs | None") -> bool:
        return (
            other is not None
            and self.document is other.document
            and (self.settings, self.strength) == (other.settings, other.strength)
        )


class Live(QObject):
    """Sketch runs at Draft quality that appear neither in the queue nor in the history nor among
    the candidates.

    `get_settings` returns the settings, None while they are invalid, and the strength, 0 to 1, that
    the artist has chosen. Their seed is the run's, so that it stays the same until the artist
    changes it. A change stops the current run within a step. Runs of the queue come first. When a
    run of the queue, or `keep`, has added a layer, only the next change starts a run.
    """

    changed = Signal()  # on or off, waiting or not
    picture_changed = Signal()
    opacity_changed = Signal()

    def __init__(
        self,
        worker: Worker,
        open_document: OpenDocument,
        models: ModelChoice,
        word_lists: WordLists,
        parent: QObject | None = None,
    ) -> None:
        super().__init__(parent)
        self.get_settings: Callable[[], tuple[Settings | None, float]]
        self.get_settings = lambda: (None, DEFAULT_STRENGTH)
        self._worker = worker
        self._open_document = open_document
        self._models = models
        self._word_lists = word_lists
        self._is_on = False
        self._is_waiting = False
        self._is_held = False
        self._is_due = False  # a change came while it was held
        self._opacity = 0.7
        self._before = open_document.document
        self._last: _RunInputs | None = None
        self._result: tuple[Result, Frame] | None = None
        self._task: asyncio.Task[None] | None = None
        self._tasks = Tasks()
        self._pause = QTimer(self, singleShot=True, interval=PAUSE)
        self._pause.timeout.connect(self._start)
        open_document.document_changed.connect(self._follow_document)

    @property
    def is_on(self) -> bool:
        """Whether runs follow the artist."""
        return self._is_on

    @property
    def is_waiting(self) -> bool:
        """Whether it is on, but there is nothing yet to make a picture of, or no prompt."""
        return self._is_waiting

    @property
    def result(self) -> Result | None:
        """The newest finished picture, as long as the document has its frame."""
        return None if self._result is None else self._result[0]

    @property
    def opacity(self) -> float:
        """The opacity of the picture over the canvas, 0 to 1."""
        return self._opacity

    def set_opacity(self, opacity: float) -> None:
        """Set the opacity of the picture, 0 to 1."""
        self._opacity = opacity
        self.opacity_changed.emit()

    def switch(self, on: bool) -> None:
        """Turn it on or off."""
        if on != self._is_on:
            self._is_on = on
            self.drop()
            self._last, self._is_waiting = None, False
            if on:
                self._plan()
            self.changed.emit()

    def refresh(self) -> None:
        """The prompt or a setting may have changed: start a run if it did."""
        inputs = self._inputs()
        if self._is_on and (inputs is None or not inputs.is_same(self._last)):
            self._plan()

    def hold(self, held: bool) -> None:
        """Start no runs while `held`, so that the queue has the engine."""
        self._is_held = held
        if held:
            is_busy = self._pause.isActive() or (self._task is not None and not self._task.done())
            self._is_due = self._is_due or is_busy
            self._stop()
        elif self._is_on and self._is_due:
            self._plan()

    def drop(self) -> None:
        """Stop the run and drop the picture, as for another document."""
        self._stop()
        self._show(None)

    def keep(self) -> None:
        """Add the picture to the document as a layer, as one undoable step."""
        if self._result is None:
            return
        result, frame = self._result
        name = result.request.settings.prompt.strip()

        def kept(document: Document) -> Document:
            return accept(document, result, name) if document.frame == frame else document

        self._stop()
        self._open_document.apply_in_background(name, kept)

    async def close(self) -> None:
        """Stop; returns when nothing is left to be done."""
        self.switch(False)
        await self._tasks.wait()

    def _follow_document(self) -> None:
        """Start a run for what the artist has changed, but not for a picture that a run made."""
        before, self._before = self._before, self._open_document.document
        if not self._is_on:
            return
        is_made = bool(_patches(self._before) - _patches(before))
        if is_made or self._before.frame != before.frame:
            self.drop()
        if is_made:
            self._last, self._is_due = self._inputs(), False
        else:
            self._plan()

    def _plan(self) -> None:
        """Start a run once changes pause; or once it is no longer held."""
        self._stop()
        self._is_due = self._is_held
        if not self._is_held:
            self._pause.start()

    def _inputs(self) -> _RunInputs | None:
        settings, strength = self.get_settings()
        if settings is None or self._open_document.document.is_blank:
            return None
        return _RunInputs(self._open_document.document, settings, strength)

    def _start(self) -> None:
        """Start a run, unless there is nothing to run yet."""
        self._last = inputs = self._inputs()
        make = None if inputs is None else self._maker(inputs)
        self._set_waiting(make is None)
        if make is None or inputs is None:
            self._show(None)
        else:
            self._task = self._tasks.start(self._run(make, inputs.document.frame))

    def _maker(self, inputs: _RunInputs) -> Callable[[], GenerationRequest] | None:
        """What makes the request; None if it lacks a prompt, or a word list in the prompt."""
        try:
            maker = RequestMaker(
                inputs.document,
                Mode.SKETCH,
                self._models.capabilities(inputs.settings),
                inputs.strength,
            )
            draft = replace(DRAFT.applied_to(inputs.settings), count=1)
            settings = resolved(draft, self._word_lists.lines)[0]
            maker.check(settings)
        except RequestError:
            return None
        return partial(maker, settings)

    async def _run(self, make: Callable[[], GenerationRequest], frame: Frame) -> None:
        try:
            request = await self._open_document.run_in_background(make)
            async with aclosing(self._worker.run(request)) as events:
                async for event in events:
                    if isinstance(event, Result):
                        self._show((event, frame))
        except Exception as error:
            self._open_document.report(error)
            self.switch(False)

    def _stop(self) -> None:
        """Stop the run within a step, and the timer that would start one."""
        self._pause.stop()
        if self._task is not None:
            self._task.cancel()
            self._task = None

    def _show(self, result: tuple[Result, Frame] | None) -> None:
        if result is not self._result:
            self._result = result
            self.picture_changed.emit()

    def _set_waiting(self, waiting: bool) -> None:
        if waiting != self._is_waiting:
            self._is_waiting = waiting
            self.changed.emit()


def _patches(document: Document) -> set[int]:
    """The identities of the pictures in `document` that runs generated."""
    return {id(edit.patch) for edit in document.edits}
