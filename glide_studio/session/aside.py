"""Work that takes too long for the interface's thread."""

from collections.abc import Callable
from concurrent.futures import Executor, Future
from functools import partial
from typing import TypeVar

from PySide6.QtCore import QObject, Qt, Signal

_T = TypeVar("_T")


class Aside(QObject):
    """Hands work to an executor's thread, and what came of it back to this object's own thread.

    Other than asyncio's tasks it does so within nested event loops too, as of a menu or a drag.
    """

    _ended = Signal(object)

    def __init__(self, executor: Executor, parent: QObject) -> None:
        super().__init__(parent)
        self._executor = executor
        self._ended.connect(self._call, Qt.ConnectionType.QueuedConnection)

    def start(
        self,
        work: Callable[[], _T],
        then: Callable[[_T], object],
        failed: Callable[[Exception], object],
    ) -> None:
        """Begin `work`; one of the others gets here what it returned or raised."""

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

    def _call(self, land: Callable[[], object]) -> None:
        land()
