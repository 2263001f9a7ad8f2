"""Previews of files, made in a thread and kept while the program runs."""

import logging
from functools import partial
from pathlib import Path

from PySide6.QtCore import QObject, Signal

from glide_studio.core.files.previews import Preview, preview_of
from glide_studio.core.files.safe_file import FileVersion
from glide_studio.session.background import BackgroundThread

_log = logging.getLogger(__name__)

SIDE = 480
"""The largest side of a preview, in its own pixels."""

MAX_KEPT = 100

_Kept = tuple[FileVersion | None, Preview | None]


class FilePreviews(QObject):
    """Makes previews one after the other; `made` carries the path of a file with a new one.

    What was asked for last is made first, and what nobody waits for any more is not made.
    """

    made = Signal(object)

    def __init__(self, parent: QObject) -> None:
        super().__init__(parent)
        self._thread = BackgroundThread(self)
        self._kept: dict[Path, _Kept] = {}
        self._waiting: list[Path] = []
        self._is_busy = False

    def of(self, path: Path) -> Preview | None:
        """The preview of a file, if it is made and the file has one."""
        return self._kept.get(path, (None, None))[1]

    def ask(self, path: Path) -> None:
        """Start making the preview of a file, unless there is one of its present version."""
        self.forget(path)
        self._waiting.append(path)
        self._begin()

    def forget(self, path: Path) -> None:
        """Do not make the preview of a file, if it has not begun."""
        if path in self._waiting:
            self._waiting.remove(path)

    def close(self) -> None:
        """Make no more."""
        self._waiting.clear()
        self._thread.close()

    def _begin(self) -> None:
        if self._waiting and not self._is_busy:
            self._is_busy = True
            path = self._waiting.pop()
            work = partial(_made, path, self._kept.get(path))
            self._thread.start(work, partial(self._take, path), partial(self._fail, path))

    def _take(self, path: Path, made: _Kept) -> None:
        self._is_busy = False
        self._kept.pop(path, None)
        self._kept[path] = made
        if len(self._kept) > MAX_KEPT:
            del self._kept[next(iter(self._kept))]
        self.made.emit(path)
        self._begin()

    def _fail(self, path: Path, error: Exception) -> None:
        """A file without a preview is no error for the artist."""
        _log.info("no preview of %s: %s", path, error)
        self._take(path, (None, None))


def _made(path: Path, known: _Kept | None) -> _Kept:
    """The version of a file and its preview, which is the known one if the file is the same."""
    version = FileVersion.of(path)
    if known is not None and known[0] == version and version is not None:
        return known
    return version, preview_of(path, SIDE)
