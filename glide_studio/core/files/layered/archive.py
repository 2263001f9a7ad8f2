"""Reading untrusted zip files safely."""

import os
import struct
import zipfile
import zlib
from collections.abc import Iterator
from typing import BinaryIO

from glide_studio.core.files.faults import raise_unless_damage

MAX_ENTRY = 2**30
"""The most bytes of one entry."""

MAX_TOTAL = 4 * 2**30
"""The most bytes by which all entries that are read may be larger than the file."""

MAX_ENTRIES = 20_000

_HEADER = struct.Struct("<4s5H3I2H")
"""Of an entry: signature, version, flags, method, time, date, checksum, packed and unpacked size,
length of the name and of what follows it. ZIP Application Note 6.3.10, section 4.3.7."""

_DESCRIPTOR = struct.Struct("<4s3I")
"""Signature, checksum and sizes behind an entry whose header does not give them: 4.3.9."""

_SIGNATURE, _DESCRIPTOR_SIGNATURE = b"PK\x03\x04", b"PK\x07\x08"
_CHUNK = 2**20
_ENCRYPTED, _DESCRIBED_LATER, _IN_UTF8 = 0x1, 0x8, 0x800


def entry_name(name: str) -> str:
    """The plain name of an entry: pyora writes a leading slash, and old programs for Windows
    backslashes."""
    return name.replace("\\", "/").removeprefix("./").lstrip("/")


class Archive:
    """The entries of a zip file, by `entry_name`.

    A zip file ends with a directory. Where that is damaged or cut off, it is not `is_whole`, and
    its entries are those that are there with all of their bytes.
    """

    def __init__(self, file: BinaryIO) -> None:
        self._file = file
        self._left = MAX_TOTAL + file.seek(0, os.SEEK_END)
        self._zip: zipfile.ZipFile | None = None
        try:
            self._zip = zipfile.ZipFile(file)
            entries = self._zip.infolist()
        except Exception as error:  # a damaged directory raises almost anything
            raise_unless_damage(error)
            entries = list(_without_directory(file))
        self.is_whole = self._zip is not None
        self.entries = {entry_name(entry.filename): entry for entry in entries}
        if len(self.entries) != len(entries) or len(entries) > MAX_ENTRIES:
            raise ValueError("the same name twice, or too many entries")

    def read(self, name: str, limit: int = MAX_ENTRY) -> bytes | None:
        """The content of an entry, if there is one. Raises ValueError if it is damaged or larger
        than `limit` bytes."""
        entry = self.entries.get(entry_name(name))
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
        entry = self.entries.get(entry_name(name))
        return b"" if entry is None else self._unpacked(entry, size)

    def _unpacked(self, entry: zipfile.ZipInfo, size: int) -> bytes:
        try:
            if self._zip is None:
                return _content(self._file, entry, size)
            with self._zip.open(entry) as file:
                return file.read(size)
        except Exception as error:  # zipfile and the compressions have many of their own
            raise_unless_damage(error)
            raise ValueError(f"{entry.filename} is damaged") from error


def _without_directory(file: BinaryIO) -> Iterator[zipfile.ZipInfo]:
    """The entries of a zip file, up to one that is not whole, found one behind the other."""
    size, at = file.seek(0, os.SEEK_END), 0
    for _ in range(MAX_ENTRIES + 1):
        file.seek(at)
        head = file.read(_HEADER.size)
        if len(head) < _HEADER.size or not head.startswith(_SIGNATURE):
            return
        _, _, flags, method, _, _, checksum, packed, unpacked, named, more = _HEADER.unpack(head)
        name = file.read(named).decode("utf-8" if flags & _IN_UTF8 else "cp437", "replace")
        entry = zipfile.ZipInfo(name)
        entry.header_offset, entry.flag_bits, entry.compress_type = at, flags, method
        start = at + _HEADER.size + named + more
        if flags & _DESCRIBED_LATER:
            found = _described(file, start)
            if found is None:
                return
            checksum, packed, unpacked = found
            at = start + packed + _DESCRIPTOR.size
        else:
            at = start + packed
        if at > size:
            return
        entry.CRC, entry.compress_size, entry.file_size = checksum, packed, unpacked
        yield entry


def _described(file: BinaryIO, start: int) -> tuple[int, int, int] | None:
    """The checksum and the sizes of the entry whose content begins at `start`, which stand behind
    it: the first descriptor that gives its own place."""
    file.seek(start)
    passed, data = 0, b""
    while chunk := file.read(_CHUNK):
        data += chunk
        at = data.find(_DESCRIPTOR_SIGNATURE)
        while 0 <= at <= len(data) - _DESCRIPTOR.size:
            _, checksum, packed, unpacked = _DESCRIPTOR.unpack_from(data, at)
            if packed == passed + at:
                return checksum, packed, unpacked
            at = data.find(_DESCRIPTOR_SIGNATURE, at + 1)
        kept = data[1 - _DESCRIPTOR.size :]
        passed, data = passed + len(data) - len(kept), kept
    return None


def _content(file: BinaryIO, entry: zipfile.ZipInfo, size: int) -> bytes:
    """The first `size` bytes of an entry, as its own header says where and how they lie. Raises
    ValueError, zlib.error and struct.error if it is damaged."""
    file.seek(entry.header_offset)
    *_, named, more = _HEADER.unpack(file.read(_HEADER.size))
    file.seek(named + more, os.SEEK_CUR)
    if entry.flag_bits & _ENCRYPTED:
        raise ValueError("encrypted")
    match entry.compress_type:
        case zipfile.ZIP_STORED:
            data = file.read(min(size, entry.compress_size))
        case zipfile.ZIP_DEFLATED:
            data = zlib.decompressobj(-15).decompress(file.read(entry.compress_size), size)
        case _:
            raise ValueError("packed in an unknown way")
    is_all = size > entry.file_size
    if is_all and (len(data) != entry.file_size or zlib.crc32(data) != entry.CRC):
        raise ValueError("another size or checksum")
    return data


def is_safe(entry: zipfile.ZipInfo) -> bool:
    """Whether it is not a link and its name stays inside the folder into which it would be
    unpacked."""
    parts = entry.filename.replace("\\", "/").split("/")
    is_link = (entry.external_attr >> 16) & 0o170000 == 0o120000
    return not (is_link or ".." in parts or parts[0] == "" or ":" in parts[0])
