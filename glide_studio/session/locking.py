"""Keeping several running programs out of each other's way."""

from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

from PySide6.QtCore import QLockFile

PATIENCE = 3000
"""Milliseconds to wait for another program; locks are usually held for only a few."""


@contextmanager
def locked(path: Path) -> Iterator[None]:
    """Be the only program that changes the file at `path`, which need not exist.

    The lock is a file beside it; that of a program that died is removed. Raises OSError if there is
    no folder for it, or if another program keeps it for longer than `PATIENCE`.
    """
    lock = QLockFile(str(path.with_name(f"{path.name}.lock")))
    if not lock.tryLock(PATIENCE):
        raise OSError(f"{path.name} is in use by another program")
    try:
        yield
    finally:
        lock.unlock()
