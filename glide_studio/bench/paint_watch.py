"""Detects when a widget's next paint is on the screen."""

import asyncio
import time

from PySide6.QtCore import QCoreApplication, QEvent, QObject, Qt
from PySide6.QtWidgets import QWidget


class PaintWatch(QObject):
    """Reports when what a widget has to paint is on the screen."""

    def __init__(self, widget: QWidget) -> None:
        super().__init__(widget)
        self._waiting: list[asyncio.Future[float]] = []
        widget.installEventFilter(self)

    def next(self) -> asyncio.Future[float]:
        """A future with the `time.perf_counter` at which the next paint is finished."""
        painted = asyncio.get_event_loop().create_future()
        self._waiting.append(painted)
        return painted

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Post an event that arrives when the window's whole update is done."""
        if event.type() == QEvent.Type.Paint and self._waiting:
            done = QEvent(QEvent.Type.User)
            QCoreApplication.postEvent(self, done, Qt.EventPriority.HighEventPriority.value)
        return False

    def customEvent(self, event: QEvent) -> None:
        """Resolve the waiting futures with the present time."""
        now = time.perf_counter()
        for painted in self._waiting:
            if not painted.done():
                painted.set_result(now)
        self._waiting.clear()
