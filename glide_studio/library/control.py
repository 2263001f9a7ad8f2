"""Pausing and cancelling long work from another thread."""

import asyncio
import threading
from collections.abc import Callable, Coroutine
from typing import Any, TypeVar

_T = TypeVar("_T")


class Cancelled(Exception):
    """The work was cancelled."""


class Paused(Exception):
    """The work was interrupted by a pause; it can continue after `Control.wait`."""


class Control:
    """Pauses and cancels work that was given this control; its methods may be called on any
    thread."""

    def __init__(self) -> None:
        self._changed = threading.Condition()
        self._cancelled = False
        self._paused = False
        self._interrupt: Callable[[], object] | None = None

    @property
    def is_paused(self) -> bool:
        return self._paused

    def cancel(self) -> None:
        """End the work as soon as possible; it raises Cancelled."""
        self._set(cancelled=True, paused=False)

    def pause(self) -> None:
        """Stop the work until `resume`."""
        self._set(cancelled=self._cancelled, paused=True)

    def resume(self) -> None:
        self._set(cancelled=self._cancelled, paused=False)

    def _set(self, *, cancelled: bool, paused: bool) -> None:
        with self._changed:
            self._cancelled, self._paused = cancelled, paused
            self._changed.notify_all()
            if self._interrupt is not None and (cancelled or paused):
                self._interrupt()

    def wait(self, seconds: float = 0) -> None:
        """Wait for `seconds`, and then until no pause is on (on the working thread). Raises
        Cancelled."""
        with self._changed:
            self._changed.wait_for(lambda: self._cancelled or self._paused, seconds)
            self._changed.wait_for(lambda: self._cancelled or not self._paused)
            if self._cancelled:
                raise Cancelled

    def run(self, work: Coroutine[Any, Any, _T]) -> _T:
        """Run `work` and return its result (on the working thread). Raises Cancelled or Paused as
        soon as either is requested, whatever `work` is waiting for."""
        with asyncio.Runner() as runner:
            return runner.run(self._guarded(work))

    async def _guarded(self, work: Coroutine[Any, Any, _T]) -> _T:
        loop, task = asyncio.get_running_loop(), asyncio.ensure_future(work)
        interrupted = threading.Event()

        def interrupt() -> None:
            interrupted.set()
            loop.call_soon_threadsafe(task.cancel)

        with self._changed:
            self._interrupt = interrupt
            if self._cancelled or self._paused:
                interrupt()
        try:
            return await task
        except asyncio.CancelledError:
            if not interrupted.is_set():  # as by Ctrl+C
                raise
            raise (Cancelled if self._cancelled else Paused) from None
        finally:
            with self._changed:
                self._interrupt = None
