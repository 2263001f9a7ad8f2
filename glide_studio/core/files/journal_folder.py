"""The folder of journals: those that programs left behind, and those that cannot be read."""

import sqlite3
from collections.abc import Iterator
from contextlib import closing
from pathlib import Path

from glide_studio.core.files.journal import FILES, SUFFIX, Journal, is_corruption
from glide_studio.core.files.journal_records import VERSION, Info, JournalError

DAMAGED = ".damaged"


def journals(folder: Path) -> Iterator[tuple[Path, Info]]:
    """The journals in a folder that no program has open, with their infos; damaged ones are
    skipped."""
    for path in sorted(folder.glob(f"*{SUFFIX}")):
        try:
            with Journal(path) as journal:
                info = journal.info()
        except (JournalError, sqlite3.Error, OSError):
            continue
        if info is not None and info.version == VERSION:
            yield path, info


def set_damaged_aside(folder: Path) -> list[Path]:
    """Rename the journals in a folder that SQLite cannot read at all, and return their new paths.

    Raises OSError if that fails.
    """
    moved = []
    for path in sorted(folder.glob(f"*{SUFFIX}")):
        if _is_damaged(path):
            for suffix in FILES:
                file = path.with_name(path.name + suffix)
                if file.exists():
                    file.rename(path.with_name(path.name + DAMAGED + suffix))
            moved.append(path.with_name(path.name + DAMAGED))
    return moved


def _is_damaged(path: Path) -> bool:
    """Whether the file is no SQLite database, or a damaged one."""
    try:
        with closing(sqlite3.connect(f"{path.as_uri()}?mode=ro", timeout=0, uri=True)) as database:
            database.execute("SELECT data FROM state").fetchone()
    except sqlite3.DatabaseError as error:
        return is_corruption(error)
    return False
