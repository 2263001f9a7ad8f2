"""A value in a file that several running programs may change."""

from abc import abstractmethod
from collections.abc import Callable
from pathlib import Path
from typing import Generic, NamedTuple, TypeVar

from PySide6.QtCore import QObject, Signal

from glide_studio.core.files.safe_file import PictureError, replace_file
from glide_studio.session.locking import locked

MAX_BYTES = 50_000_000
"""The largest size of the file; a larger one counts as damaged."""

_T = TypeVar("_T")


class StoredTexts(NamedTuple):
    """What the artist is told: that the value is not saved, for a {reason}; that the file cannot be
    read, and is not written either; that it was damaged, and renamed to {name}."""

    not_saved: str
    not_read: str
    damaged: str


class StoredValue(QObject, Generic[_T]):
    """A value, `initial` until there is a file.

    Every change is applied to the current content of the file, which another instance of the
    program may have written. Without a `path` nothing is saved. A damaged file is renamed, not
    overwritten, and `notice` says so in a sentence; `failed` carries one if a change cannot be
    saved, or if the file is found damaged later.
    """

    changed = Signal()
    failed = Signal(str)

    def __init__(self, path: Path | None, initial: _T, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self.notice: str | None = None
        self.value = initial
        self._path = path
        if path is not None:
            self._read(path)

    @abstractmethod
    def encode(self, value: _T) -> bytes:
        """The content of the file for a value."""

    @abstractmethod
    def decode(self, stored: bytes) -> _T:
        """The reverse of `encode`.

        Raises LookupError, RecursionError, TypeError or ValueError for a damaged content.
        """

    @property
    @abstractmethod
    def texts(self) -> StoredTexts:
        """What the artist is told."""

    def change(self, change: Callable[[_T], _T]) -> None:
        """Apply `change` to what the file holds now, and save it."""
        path = self._path
        if path is None:
            self.value = change(self.value)
            self.changed.emit()
            return
        said, self.notice = self.notice, None
        is_changed = False
        try:
            path.parent.mkdir(parents=True, exist_ok=True)
            with locked(path):
                self._read(path)
                self.value, is_changed = change(self.value), True
                if self._path is not None:
                    replace_file(path, self.encode(self.value))
        except (OSError, PictureError) as error:
            if not is_changed:
                self.value = change(self.value)
            cause = error.__cause__ if isinstance(error.__cause__, OSError) else error
            reason = getattr(cause, "strerror", None) or str(cause)
            self.failed.emit(self.texts.not_saved.format(reason=reason))
        if self.notice is not None:
            self.failed.emit(self.notice)
        self.notice = self.notice or said
        self.changed.emit()

    def _read(self, path: Path) -> None:
        try:
            if path.stat().st_size > MAX_BYTES or not path.is_file():
                raise ValueError("not a file of this kind")
            self.value = self.decode(path.read_bytes())
        except FileNotFoundError:
            return
        except (OSError, LookupError, RecursionError, TypeError, ValueError) as error:
            self._rename_damaged(path, error)

    def _rename_damaged(self, path: Path, error: Exception) -> None:
        """Rename an unusable file; if that fails, never write to it."""
        number = 1
        while (other := path.with_name(f"{path.stem}-damaged-{number}{path.suffix}")).exists():
            number += 1
        try:
            if isinstance(error, OSError):
                raise error
            path.rename(other)
        except OSError:
            self._path = None
            self.notice = self.texts.not_read
        else:
            self.notice = self.texts.damaged.format(name=other.name)
