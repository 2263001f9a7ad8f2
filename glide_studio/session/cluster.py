"""The state of the cluster that computes pictures, if the artist chose one."""

from collections.abc import Callable

from PySide6.QtCore import QObject, QTimer, Signal

from glide_studio.core.request.cluster import ClusterState
from glide_studio.session.background import BackgroundThread
from glide_studio.session.failure import logged_sentence
from glide_studio.session.preferences import Preferences

LOOK_EVERY = 3000
"""Milliseconds between two looks."""


class Cluster(QObject):
    """Asks the chosen cluster about itself, every few seconds, on a thread of its own.

    `look` asks once, and raises what is told as the `problem`; it is set by the program. While the
    artist computes on this computer, nothing is asked.
    """

    changed = Signal()

    def __init__(self, parent: QObject) -> None:
        super().__init__(parent)
        self.look: Callable[[], ClusterState] | None = None
        self._preferences = Preferences()
        self._thread: BackgroundThread | None = None
        self._timer = QTimer(self, interval=LOOK_EVERY)
        self._timer.timeout.connect(self.refresh)
        self._is_asking = self._is_outdated = False
        self._state: ClusterState | None = None
        self._problem = ""

    @property
    def is_chosen(self) -> bool:
        """Whether the artist computes on a cluster."""
        return self._preferences.compute == "cluster"

    @property
    def state(self) -> ClusterState | None:
        """What the cluster said last; None before the first answer, and if it does not answer."""
        return self._state

    @property
    def problem(self) -> str:
        """A sentence about why there is no answer; empty if there is none yet."""
        return self._problem

    def refresh(self) -> None:
        """Ask now, and every few seconds from now on; after a change of the preferences."""
        if not self.is_chosen or self.look is None:
            self._timer.stop()
            self._show(None, "")
        elif self._is_asking:
            self._is_outdated = True
        else:
            self._is_asking = True
            self._timer.start()
            self._thread = self._thread or BackgroundThread(self)
            self._thread.start(self.look, self._answered, self._failed)

    def close(self) -> None:
        """Ask no more, and wait for the answer that is on its way."""
        self._timer.stop()
        if self._thread is not None:
            self._thread.close()

    def _answered(self, state: ClusterState) -> None:
        self._ended(state, "")

    def _failed(self, error: Exception) -> None:
        self._ended(None, logged_sentence(error))

    def _ended(self, state: ClusterState | None, problem: str) -> None:
        self._is_asking = False
        if self._is_outdated or not self.is_chosen:
            self._is_outdated = False
            self.refresh()
        else:
            self._show(state, problem)

    def _show(self, state: ClusterState | None, problem: str) -> None:
        if (state, problem) != (self._state, self._problem):
            self._state, self._problem = state, problem
        self.changed.emit()
