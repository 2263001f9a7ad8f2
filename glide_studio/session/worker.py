"""The one thread on which the engine runs, seen from asyncio.

The three outcomes of a job are Python's own: the iterator ends, raises what the engine raised, or
is cancelled. No job ids have to be matched. A thread that dies is replaced.
"""

import asyncio
import logging
import threading
from collections import deque
from collections.abc import AsyncGenerator, Callable, Iterator
from contextlib import aclosing
from queue import Empty, SimpleQueue

from glide_studio.core.request.request import (
    GenerationRequest,
    Notice,
    Preview,
    Result,
    RunError,
)
from glide_studio.core.sentence import Sentence

Event = Preview | Result | Notice
Engine = Callable[[GenerationRequest], Iterator[Event]]


IDLE_SECONDS = 600.0
"""How long an idle program keeps the memory of the device."""

_log = logging.getLogger(__name__)


class _ThreadDied(Exception):
    """The engine's thread ended before it was told to; the message names the reason."""


class WorkerClosed(RuntimeError):
    """The worker was asked to run something after `Worker.close`."""


class Worker:
    """Runs one engine job at a time on a thread of its own.

    `load_engine` is called on that thread when an engine is first needed, and again at the next
    job if it failed, or if the thread died: the next job gets a new thread with a new engine. An
    engine with a method `release` is asked to free its memory when there was no job for
    `idle_seconds`; one with an attribute `is_cancelled` finds a function there that tells whether
    its job is cancelled, for work during which it yields nothing.  All public methods belong to the
    thread of the event loop.
    """

    def __init__(
        self, load_engine: Callable[[], Engine], idle_seconds: float = IDLE_SECONDS
    ) -> None:
        self._load_engine = load_engine
        self._idle_seconds = idle_seconds
        self._engine: Engine | None = None
        self._jobs: SimpleQueue[_Job | None] = SimpleQueue()
        self._unfinished: set[_Job] = set()
        self._closed = False
        self._thread = self._started()

    async def preload(self) -> Engine:
        """Load the engine now rather than with the first request; raises what loading raised."""
        try:
            async for _ in self._events(None):
                pass
        except _ThreadDied as died:
            raise _stopped(died) from died
        assert self._engine is not None
        return self._engine

    def run(self, request: GenerationRequest) -> AsyncGenerator[Event, None]:
        """Yield the engine's previews and results for `request`.

        A preview is skipped if a newer one of the same sample is there; a result never is.
        Cancelling the awaiting task or closing the iterator stops the engine at its next step.
        If the thread dies before there is a result, the request is run once more, after a Notice.
        Raises what the engine raised, RunError if the thread died again or later,
        `asyncio.CancelledError` if the worker closes meanwhile, and `WorkerClosed` if it was
        closed before.
        """
        return self._retried(request)

    def close(self) -> None:
        """Cancel everything and wait for the thread, which ends within one step."""
        self._closed = True
        for job in tuple(self._unfinished):
            job.cancel()
        self._jobs.put(None)
        self._thread.join()

    def _started(self) -> threading.Thread:
        self._is_gone = False
        thread = threading.Thread(target=self._serve, name="engine")
        thread.start()
        return thread

    async def _retried(self, request: GenerationRequest) -> AsyncGenerator[Event, None]:
        has_results = False
        try:
            async with aclosing(self._events(request)) as events:
                async for event in events:
                    has_results = has_results or isinstance(event, Result)
                    yield event
            return
        except _ThreadDied as died:
            if has_results:
                raise _stopped(died) from died
        yield Notice(Sentence("The engine stopped and was restarted: the run starts again."))
        try:
            async with aclosing(self._events(request)) as events:
                async for event in events:
                    yield event
        except _ThreadDied as died:
            raise _stopped(died) from died

    async def _events(self, request: GenerationRequest | None) -> AsyncGenerator[Event, None]:
        if self._closed:
            raise WorkerClosed("The worker is closed.")
        job = _Job(request, asyncio.get_event_loop())
        self._unfinished.add(job)
        if self._is_gone:
            self._thread.join()
            self._engine = None
            self._thread = self._started()
        self._jobs.put(job)
        try:
            while True:
                await job.arrival
                events, finished = job.take()
                for event in events:
                    yield event
                if finished:
                    break
            if job.error is not None:
                raise job.error
        finally:
            job.abandon()
            self._unfinished.discard(job)

    def _serve(self) -> None:
        """Perform one job after another. If the thread dies, all unfinished jobs fail."""
        reason = "unknown"
        try:
            while (job := self._next_job()) is not None:
                try:
                    self._perform(job)
                except Exception as error:
                    job.finish(error)
                else:
                    job.finish(None)
                del job  # otherwise its pictures would live until the next job
        except BaseException as error:  # such as SystemExit: nothing of the engine is sure now
            _log.info("the engine stopped", exc_info=error)
            reason = type(error).__name__
        finally:
            self._is_gone = True
            for unfinished in tuple(self._unfinished):
                unfinished.fail(_ThreadDied(reason))

    def _next_job(self) -> "_Job | None":
        """Wait for a job; an engine that is idle for long frees the memory of its device."""
        try:
            return self._jobs.get(timeout=self._idle_seconds)
        except Empty:
            release = getattr(self._engine, "release", None)  # engines need not have one
            if release is not None:
                release()
        return self._jobs.get()

    def _perform(self, job: "_Job") -> None:
        if job.cancelled.is_set():
            return
        if self._engine is None:
            self._engine = self._load_engine()
        if job.request is None or job.cancelled.is_set():
            return
        if hasattr(self._engine, "is_cancelled"):  # engines need not have it
            self._engine.is_cancelled = job.cancelled.is_set
        events = self._engine(job.request)
        try:
            for event in events:
                if job.cancelled.is_set():
                    return
                job.put(event)
        finally:
            close = getattr(events, "close", None)  # iterators need not have one
            if close is not None:
                close()


def _stopped(died: _ThreadDied) -> RunError:
    return RunError("The engine stopped ({reason}). Retry the run in the queue.", reason=died)


class _Job:
    """A request (None: only load the engine) and the mailbox between the two threads."""

    def __init__(self, request: GenerationRequest | None, loop: asyncio.AbstractEventLoop) -> None:
        self.request = request
        self.error: Exception | asyncio.CancelledError | None = None
        self.cancelled = threading.Event()
        self._loop = loop
        self._lock = threading.Lock()
        self._events: deque[Event] = deque()
        self._finished = False
        self._abandoned = False
        self.arrival = loop.create_future()
        self._waking = False

    def put(self, event: Event) -> None:
        """Post an event (worker thread); it replaces a waiting preview of the same sample."""
        with self._lock:
            if self.cancelled.is_set():
                return
            if isinstance(event, Preview):
                for waiting in self._events:
                    if isinstance(waiting, Preview) and waiting.sample == event.sample:
                        self._events.remove(waiting)
                        break
            self._events.append(event)
            self._wake()

    def finish(self, error: Exception | None) -> None:
        """Post the end (worker thread)."""
        with self._lock:
            self.error = self.error or error
            self._finished = True
            self._wake()

    def cancel(self) -> None:
        """Make the waiter raise `asyncio.CancelledError` and the engine stop (loop's thread)."""
        self.fail(asyncio.CancelledError())

    def fail(self, error: Exception | asyncio.CancelledError) -> None:
        """Make the waiter raise `error` at once and the engine stop (either thread)."""
        with self._lock:
            self.cancelled.set()
            self.error = self.error or error
            self._finished = True
            self._events.clear()
            self._wake()

    def abandon(self) -> None:
        """Stop the engine and stop waking the loop: nobody waits any longer (loop's thread)."""
        with self._lock:
            self.cancelled.set()
            self._abandoned = True
            self._events.clear()
            self.error = None  # its traceback would hold this job, and the job its error

    def take(self) -> tuple[list[Event], bool]:
        """Return the waiting events, and whether they are the last (loop's thread)."""
        with self._lock:
            events = list(self._events)
            self._events.clear()
            if not self._finished:
                self.arrival = self._loop.create_future()
                self._waking = False
            return events, self._finished

    def _wake(self) -> None:
        # One wake-up at a time: a fast engine must not flood the interface's event loop.
        if not self._waking and not self._abandoned:
            self._waking = True
            self._loop.call_soon_threadsafe(self._arrive)

    def _arrive(self) -> None:
        if not self.arrival.done():
            self.arrival.set_result(None)
