"""How long events wait for the window's thread."""

import time

import numpy as np
from PySide6.QtCore import Qt, QTimer


class Ticks:
    """Notes when its block begins and ends, and when the event loop comes round in between to a
    timer of a millisecond."""

    def __init__(self) -> None:
        self._times: list[float] = []
        self._timer = QTimer(interval=1)
        self._timer.setTimerType(Qt.TimerType.PreciseTimer)
        self._timer.timeout.connect(lambda: self._times.append(time.perf_counter()))

    def __enter__(self) -> "Ticks":
        self._times.append(time.perf_counter())
        self._timer.start()
        return self

    def __exit__(self, *_: object) -> None:
        self._times.append(time.perf_counter())
        self._timer.stop()

    def waits(self) -> list[float]:
        """Seconds that events posted every millisecond would have waited for the loop.

        A gap of 20 ms counts as twenty of them, the first of which waits all of it: gaps counted
        one by one would let a few long ones vanish among thousands of short ones.
        """
        gaps = np.diff(self._times)
        return [wait for gap in gaps for wait in np.arange(gap, 0, -0.001).tolist()]
