"""Work that does not block the interface, in a thread or in asyncio's tasks."""

import asyncio
from collections.abc import Callable, Coroutine
from concurrent.futures import Future, ThreadPoolExecutor
from functools import partial
from typing import TypeVar

from PySide6.QtCore import QObject, Qt, Signal

_T = TypeVar("_T")


class BackgroundThread(QObject):
    """Runs one piece of work after another in a thread of its own.

    Results are delivered in the thread to which this object belongs.
    """

    _finished = Signal(object)

    def __init__(self, parent: QObject) -> None:
        super().__init__(parent)
        self._executor = ThreadPoolExecutor(1, "background")
        self._is_closed = False
        self._finished.connect(self._deliver, Qt.ConnectionType.QueuedConnection)

    def start(
        self,
        work: Callable[[], _T],
        then: Callable[[_T], object],
        failed: Callable[[Exception], object],
    ) -> None:
        """Start `work`; call `then` with what it returned, or `failed` with what it raised.

        Unlike asyncio's tasks, this also works within nested event loops, such as those of menus
        and drags.
        """

        def deliver(future: Future[_T]) -> None:
            try:
                result = future.result()
            except Exception as error:
                failed(error)
            else:
                then(result)

        def finish(future: Future[_T]) -> None:
            if not future.cancelled():
                self._finished.emit(partial(deliver, future))

        self._executor.submit(work).add_done_callback(finish)

    def call(self, work: Callable[[], _T]) -> _T:
        """Return what `work` returns, or raise what it raises, to another thread, which waits."""
        return self._executor.submit(work).result()

    async def run(self, work: Callable[[], _T]) -> _T:
        """Return what `work` returns, or raise what it raises, to a task of asyncio."""
        return await asyncio.get_event_loop().run_in_executor(self._executor, work)

    def close(self) -> None:
        """Wait for the work in progress; drop its result, and all work that has not started."""
        self._is_closed = True
        self._executor.shutdown(cancel_futures=True)

    def _deliver(self, deliver: Callable[[], object]) -> None:
        if not self._is_closed:
            deliver()


class Tasks:
    """Keeps asyncio's tasks alive until they end, which asyncio itself does not."""

    def __init__(self) -> None:
        self._tasks: set[asyncio.Task[None]] = set()

    def start(self, coroutine: Coroutine[None, None, None]) -> asyncio.Task[None]:
        task = asyncio.get_event_loop().create_task(coroutine)
        self._tasks.add(task)
        task.add_done_callback(self._tasks.discard)
        return task

    @property
    def are_done(self) -> bool:
        """Whether no task is running."""
        return not self._tasks

    async def wait(self) -> None:
        """Wait until all tasks have ended, whether they succeed or fail."""
        if self._tasks:
            await asyncio.gather(*self._tasks, return_exceptions=True)
