"""Work that takes too long for the interface's thread."""

import asyncio
from collections.abc import Callable
from concurrent.futures import Future, ThreadPoolExecutor
from functools import partial
from typing import TypeVar

from PySide6.QtCore import QObject, Qt, Signal

_T = TypeVar("_T")


class Aside(QObject):
    """Hands work to a thread, and what came of it back to this object's own thread."""

    _ended = Signal(object)

    def __init__(self, parent: QObject) -> None:
        super().__init__(parent)
        self._executor = ThreadPoolExecutor(1, "aside")
        self._is_closed = False
        self._ended.connect(self._call, Qt.ConnectionType.QueuedConnection)

    def start(
        self,
        work: Callable[[], _T],
        then: Callable[[_T], object],
        failed: Callable[[Exception], object],
    ) -> None:
        """Begin `work`; one of the others gets here what it returned or raised.

        Other than asyncio's tasks it does so within nested event loops too, as of a menu or a drag.
        """

        def land(future: Future[_T]) -> None:
            try:
                result = future.result()
            except Exception as error:
                failed(error)
            else:
                then(result)

        def end(future: Future[_T]) -> None:
            if not future.cancelled():
                self._ended.emit(partial(land, future))

        self._executor.submit(work).add_done_callback(end)

    async def done(self, work: Callable[[], _T]) -> _T:
        """What `work` returns, for one of asyncio's tasks."""
        return await asyncio.get_event_loop().run_in_executor(self._executor, work)

    def close(self) -> None:
        """Wait for the work that has begun, and drop what came of it and all that waits."""
        self._is_closed = True
        self._executor.shutdown(cancel_futures=True)

    def _call(self, land: Callable[[], object]) -> None:
        if not self._is_closed:
            land()
