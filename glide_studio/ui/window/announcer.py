"""Announcements for screen readers."""

from collections.abc import Callable

from PySide6.QtCore import QObject
from PySide6.QtGui import QAccessible, QAccessibleAnnouncementEvent
from PySide6.QtWidgets import QWidget

from glide_studio.session.language import tr
from glide_studio.session.open_document import OpenDocument
from glide_studio.session.progress import Progress
from glide_studio.session.quantities import percent
from glide_studio.session.runs import Runs

MIN_SECONDS_LEFT = 2.0
"""Progress is announced only while at least this much time is left."""

Announce = Callable[[QWidget, str], object]


def say(widget: QWidget, text: str) -> None:
    """Let a screen reader, if there is one, say `text` after what it is saying."""
    QAccessible.updateAccessibility(QAccessibleAnnouncementEvent(widget, text))


class Announcer(QObject):
    """Announces start, progress and end of generation, and every message about the document."""

    def __init__(
        self, open_document: OpenDocument, runs: Runs, window: QWidget, announce: Announce = say
    ) -> None:
        super().__init__(window)
        self._window = window
        self._announce = announce
        self._announced_quarter = -1
        self._running = False
        open_document.failed.connect(self._say)
        open_document.noticed.connect(self._say)
        open_document.blocked.connect(self._say)
        open_document.broke.connect(self._say)
        runs.running_changed.connect(self._announce_running)
        runs.progress_changed.connect(self._announce_progress)

    def _say(self, text: str) -> None:
        self._announce(self._window, text)

    def _announce_running(self, running: bool) -> None:
        if running and not self._running:
            self._say(tr("Generation started."))
        elif self._running and not running:
            self._say(tr("Generation finished."))
        self._running = running

    def _announce_progress(self, progress: Progress | None) -> None:
        """Announce each quarter of the whole work once."""
        quarter = -1 if progress is None else int(4 * progress.share)
        left = 0.0 if progress is None else progress.seconds_left or 0.0
        if quarter > max(self._announced_quarter, 0) and left >= MIN_SECONDS_LEFT:
            self._say(tr("{percent} done.").format(percent=percent(quarter / 4)))
        self._announced_quarter = quarter
