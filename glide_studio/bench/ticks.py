"""How long events wait for the event loop."""

import time

import numpy as np
from PySide6.QtCore import Qt, QTimer


class Ticks:
    """Records when its `with` block begins and ends, and each time in between that the event loop
    serves a timer of one millisecond."""

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
        """The seconds that events posted every millisecond would have waited for the loop.

        A gap of 20 ms counts as twenty events, the first of which waits for all of it: if each gap
        counted once, a few long ones would vanish among thousands of short ones.
        """
        gaps = np.diff(self._times)
        return [wait for gap in gaps for wait in np.arange(gap, 0, -0.001).tolist()]
