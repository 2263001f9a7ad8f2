"""Reports errors that nothing else catches, in any thread and any task."""

import asyncio
import logging
import sys
import threading
from types import TracebackType
from typing import Any, Self

from PySide6.QtCore import QObject, Signal

from glide_studio.session.failure import sentence

_log = logging.getLogger(__name__)


class UnexpectedErrors(QObject):
    """A context in which `occurred` carries one sentence for each error that nothing else catches;
    its details are logged. The signal is emitted in the thread to which this object belongs.
    """

    occurred = Signal(str)
    _caught = Signal(object)

    def __init__(self, loop: asyncio.AbstractEventLoop) -> None:
        super().__init__()
        self._loop = loop
        self._caught.connect(self._report)

    def __enter__(self) -> Self:
        self._hooks = sys.excepthook, threading.excepthook
        sys.excepthook = self._from_python
        threading.excepthook = self._from_thread
        self._loop.set_exception_handler(self._from_loop)
        return self

    def __exit__(self, *_: object) -> None:
        sys.excepthook, threading.excepthook = self._hooks
        self._loop.set_exception_handler(None)

    def _from_python(
        self, kind: type[BaseException], error: BaseException, traceback: TracebackType | None
    ) -> None:
        _log.error("unexpected", exc_info=(kind, error, traceback))
        self._caught.emit(error)

    def _from_thread(self, caught: threading.ExceptHookArgs) -> None:
        error = caught.exc_value
        if error is not None and not isinstance(error, SystemExit):
            self._from_python(caught.exc_type, error, caught.exc_traceback)

    def _from_loop(self, loop: asyncio.AbstractEventLoop, context: dict[str, Any]) -> None:
        error = context.get("exception")
        if isinstance(error, BaseException):
            self._from_python(type(error), error, error.__traceback__)
        else:
            _log.error("unexpected: %s", context.get("message"))

    def _report(self, error: BaseException) -> None:
        self.occurred.emit(sentence(error))
