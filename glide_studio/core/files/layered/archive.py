"""Reading untrusted zip files safely."""

import os
import zipfile
from typing import BinaryIO

MAX_ENTRY = 2**30
"""The most bytes of one entry."""

MAX_TOTAL = 4 * 2**30
"""The most bytes by which all entries that are read may be larger than the file."""

MAX_ENTRIES = 20_000


class Archive:
    """The entries of a zip file, by name; leading slashes, which pyora writes, are left out."""

    def __init__(self, file: BinaryIO) -> None:
        self._left = MAX_TOTAL + file.seek(0, os.SEEK_END)
        self._zip = zipfile.ZipFile(file)
        entries = self._zip.infolist()
        self.entries = {entry.filename.lstrip("/"): entry for entry in entries}
        if len(self.entries) != len(entries) or len(entries) > MAX_ENTRIES:
            raise ValueError("the same name twice, or too many entries")

    def read(self, name: str, limit: int = MAX_ENTRY) -> bytes | None:
        """The content of an entry, if there is one. Raises ValueError if it is damaged or larger
        than `limit` bytes."""
        entry = self.entries.get(name.lstrip("/"))
        if entry is None:
            return None
        limit = min(limit, self._left)
        if entry.file_size > limit:
            raise ValueError(f"{name} is too large")
        data = self._unpacked(entry, limit + 1)
        if len(data) > limit:
            raise ValueError(f"{name} is too large")
        self._left -= len(data)
        return data

    def head(self, name: str, size: int) -> bytes:
        """The first `size` bytes of an entry; none if there is no such entry. Raises ValueError if
        it is damaged."""
        entry = self.entries.get(name.lstrip("/"))
        return b"" if entry is None else self._unpacked(entry, size)

    def _unpacked(self, entry: zipfile.ZipInfo, size: int) -> bytes:
        try:
            with self._zip.open(entry) as file:
                return file.read(size)
        except Exception as error:  # zipfile and the compressions have many of their own
            raise ValueError(f"{entry.filename} is damaged") from error


def is_safe(entry: zipfile.ZipInfo) -> bool:
    """Whether it is not a link and its name stays inside the folder into which it would be
    unpacked."""
    parts = entry.filename.replace("\\", "/").split("/")
    is_link = (entry.external_attr >> 16) & 0o170000 == 0o120000
    return not (is_link or ".." in parts or parts[0] == "" or ":" in parts[0])
