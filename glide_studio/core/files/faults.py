"""Errors of the machine while a file is read, which say nothing about the file's contents."""

import errno
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

from glide_studio.core.files.safe_file import PictureError


def raise_unless_damage(error: Exception) -> None:
    """Raise `error`, met while a file was decoded, if it is not about the file's contents but about
    the disk that cannot be read, or memory that ran out."""
    if not _is_damage(error):
        raise error


@contextmanager
def explained(path: Path) -> Iterator[None]:
    """Raise PictureError in place of errors of the machine while the file at `path` is read."""
    try:
        yield
    except (OSError, MemoryError) as error:
        if _is_damage(error):
            raise
        if isinstance(error, OSError) and error.errno not in (None, errno.ENOMEM):
            raise PictureError(
                "“{name}” cannot be opened ({reason}). Choose another file.",
                name=path.name,
                reason=error.strerror,
            ) from error
        raise PictureError(
            "There is not enough memory to open “{name}”. Close other documents or programs, then "
            "try again.",
            name=path.name,
        ) from error


def _is_damage(error: Exception) -> bool:
    if not isinstance(error, OSError):
        return not isinstance(error, MemoryError)
    if error.errno is None:  # Pillow's own errors
        return not str(error).startswith("out of memory")
    return error.errno == errno.EINVAL  # a place in the file that cannot be
