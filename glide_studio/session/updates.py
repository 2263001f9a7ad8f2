"""Looking for a newer version of the program, only when the artist wants it."""

from PySide6.QtCore import QObject, Signal

from glide_studio.core.sentence import Sentence
from glide_studio.library.control import Control
from glide_studio.library.updates import Release, newest_release, own_version
from glide_studio.session.background import BackgroundThread
from glide_studio.session.failure import logged_sentence
from glide_studio.session.language import translated


class Updates(QObject):
    """Tells by `found` of a newer release: a sentence, and the address of its page."""

    found = Signal(str, str)
    noticed = Signal(str)
    failed = Signal(str)

    def __init__(self, parent: QObject) -> None:
        super().__init__(parent)
        self._thread: BackgroundThread | None = None
        self._control = Control()

    def look(self, *, offline: bool, quietly: bool = False) -> None:
        """Look once; `quietly`, only a newer release is told of. When `offline`, this fails."""

        def tell(release: Release) -> None:
            own = own_version()
            if release.is_newer:
                said = Sentence(
                    "GLIDE Studio {version} is available. You have version {own}.",
                    version=release.version,
                    own=own,
                )
                self.found.emit(translated(said), release.page)
            elif not quietly:
                said = Sentence("You have the newest version, {own}.", own=own)
                self.noticed.emit(translated(said))

        def fail(error: Exception) -> None:
            said = logged_sentence(error)
            if not quietly:
                self.failed.emit(said)

        self._thread = self._thread or BackgroundThread(self)
        self._thread.start(lambda: newest_release(self._control, offline=offline), tell, fail)

    def close(self) -> None:
        """Look no more, and wait for the thread."""
        self._control.cancel()
        if self._thread is not None:
            self._thread.close()
