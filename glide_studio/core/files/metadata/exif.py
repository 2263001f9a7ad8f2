"""Exif blocks, changed without moving what they hold: maker notes contain offsets of their own."""

import codecs
import contextlib
import struct
from collections.abc import Mapping
from fractions import Fraction
from typing import Self

from glide_studio.core.document.metadata import valid_resolution

ORIENTATION, X_RESOLUTION, Y_RESOLUTION, UNIT = 0x0112, 0x011A, 0x011B, 0x0128
EXIF_IFD, GPS_IFD = 0x8769, 0x8825
USER_COMMENT = 0x9286
BYTE, SHORT, LONG, RATIONAL, UNDEFINED = 1, 3, 4, 5, 7

_WIDTH, _HEIGHT = 0xA002, 0xA003
_THUMBNAIL, _THUMBNAIL_SIZE = 0x0201, 0x0202
_INCHES, _CENTIMETRES = 2, 3
SIZES = {BYTE: 1, 2: 1, SHORT: 2, LONG: 4, RATIONAL: 8, 6: 1, UNDEFINED: 1, 8: 2, 9: 4, 10: 8}
"""The bytes of a value of each kind that there is."""

_MAGIC = {"<": b"II*\0", ">": b"MM\0*"}
_VERSION_TAG, _VERSION = 0x9000, b"0232"
_ASCII, _UNICODE, _UNDEFINED = b"ASCII\0\0\0", b"UNICODE\0", bytes(8)

Resolution = tuple[float, float]


class ExifBlock:
    """An Exif block, which is laid out as a TIFF file is, to be read and changed.

    `data` begins with the byte order. The thumbnail, which shows the picture as it was, is dropped.
    Raises ValueError if the block is damaged.
    """

    def __init__(self, data: bytes) -> None:
        if data[:4] not in _MAGIC.values():
            raise ValueError("no Exif block")
        self._order = "<" if data[:1] == b"I" else ">"
        self._data = bytearray(data)
        self._start = self._number("I", 4)
        places, following = self._directory(self._start)
        self._room = min(6 + 12 * len(places), len(data) - self._start)
        self._entries = {tag: bytes(self._data[at : at + 12]) for tag, at in places.items()}
        if following:
            self._drop_thumbnail(following)

    @classmethod
    def empty(cls, order: str = ">") -> Self:
        """A block without entries, of numbers whose lowest ("<") or highest (">") byte is first."""
        return cls(struct.pack(f"{order}4sIHI", _MAGIC[order], 8, 0, 0))

    def __bool__(self) -> bool:
        """Whether it has entries."""
        return bool(self._entries)

    @property
    def resolution(self) -> Resolution | None:
        """The resolution that it gives, in pixels per inch."""
        entries = [self._entries.get(tag) for tag in (X_RESOLUTION, Y_RESOLUTION)]
        unit = self._entries.get(UNIT, bytes(12))
        if unit[8:10] == struct.pack(self._order + "H", _CENTIMETRES):
            scale = 2.54
        elif UNIT in self._entries and unit[8:10] != struct.pack(self._order + "H", _INCHES):
            return None
        else:
            scale = 1.0
        try:
            x, y = (scale * self._rational(entry) for entry in entries if entry is not None)
        except (ValueError, ZeroDivisionError):
            return None
        return valid_resolution((x, y))

    def set_resolution(self, resolution: Resolution) -> None:
        """Give it a resolution, in pixels per inch."""
        for tag, value in zip((X_RESOLUTION, Y_RESOLUTION), resolution, strict=True):
            self.put(tag, RATIONAL, *Fraction(value).limit_denominator(100).as_integer_ratio())
        self.put(UNIT, SHORT, _INCHES)

    def set_size(self, width: int, height: int) -> None:
        """Correct the width and height in pixels, where it gives them."""
        with contextlib.suppress(KeyError, ValueError):
            places = self._exif_places()
            for tag, side in ((_WIDTH, width), (_HEIGHT, height)):
                if tag in places:
                    entry = struct.pack(self._order + "HHI", tag, LONG, 1)
                    self._overwrite(places[tag], entry + struct.pack(self._order + "I", side))

    @property
    def comment(self) -> str | None:
        """The user comment (Exif 2.32, section 4.6.5.D: 8 bytes name the encoding, text follows).

        None if it is missing, empty, or in the Japanese encoding.
        """
        try:
            start, size = self._span(self._exif_places()[USER_COMMENT])
        except (KeyError, ValueError):
            return None
        return user_comment(bytes(self._data[start : start + size]))

    def set_comment(self, text: str) -> None:
        """Set the user comment, in ASCII if it can be; else in UTF-16 in the order of the block.

        Raises ValueError, and changes nothing, if the directory that it belongs in is damaged.
        """
        encoding = "utf-16-le" if self._order == "<" else "utf-16-be"
        value = _UNICODE + text.encode(encoding)
        if text.isascii():
            value = _ASCII + text.encode()
        places = self._exif_places() if EXIF_IFD in self._entries else {}
        if USER_COMMENT in places:
            start, size = self._span(places[USER_COMMENT])
            self._overwrite(start, bytes(size))
        entry = self._entry(USER_COMMENT, value, UNDEFINED)
        if USER_COMMENT in places:
            self._overwrite(places[USER_COMMENT], entry)
            return
        entries = {tag: bytes(self._data[at : at + 12]) for tag, at in places.items()}
        if not entries:
            entries[_VERSION_TAG] = self._entry(_VERSION_TAG, _VERSION, UNDEFINED)
        self._put_entries(EXIF_IFD, entries | {USER_COMMENT: entry})

    def put_directory(self, tag: int, values: Mapping[int, tuple[int, bytes]]) -> None:
        """Set an entry to a directory of values by tag, each with its kind and packed in the
        block's byte order."""
        self._put_entries(
            tag, {each: self._entry(each, value, kind) for each, (kind, value) in values.items()}
        )

    def remove(self, tag: int) -> None:
        """Remove an entry; of a GPS directory nothing is left."""
        entry = self._entries.pop(tag, None)
        if entry is not None and tag == GPS_IFD:
            self._erase_directory(self._number("I", 8, entry))

    def put(self, tag: int, kind: int, *values: int) -> None:
        """Set an entry to numbers; a rational takes two."""
        code = "H" if kind == SHORT else "I"
        self.put_bytes(tag, struct.pack(f"{self._order}{len(values)}{code}", *values), kind)

    def put_bytes(self, tag: int, value: bytes, kind: int = UNDEFINED) -> None:
        """Set an entry to values of a kind, packed in the block's byte order."""
        self._entries[tag] = self._entry(tag, value, kind)

    def append(self, data: bytes) -> int:
        """Put `data` at the end; returns its offset, which is even."""
        self._data += bytes(len(self._data) % 2)
        self._data += data
        return len(self._data) - len(data)

    def to_bytes(self) -> bytes:
        """The block, with its entries in order."""
        directory = self._packed(self._entries)
        self._overwrite(self._start, bytes(self._room))
        if len(directory) > self._room:
            self._start, self._room = self.append(directory), len(directory)
            struct.pack_into(self._order + "I", self._data, 4, self._start)
        self._overwrite(self._start, directory)
        return bytes(self._data)

    def _entry(self, tag: int, value: bytes, kind: int) -> bytes:
        """An entry, whose value is put at the end unless it is there already."""
        head = struct.pack(self._order + "HHI", tag, kind, len(value) // SIZES[kind])
        if len(value) <= 4:
            return head + value.ljust(4, b"\0")
        old = self._entries.get(tag, b"")
        if old[:8] == head and self._value(old, len(value)) == value:
            return old  # its value is perhaps shared with another entry
        return head + struct.pack(self._order + "I", self.append(value))

    def _put_entries(self, tag: int, entries: Mapping[int, bytes]) -> None:
        """Set an entry to a directory of entries by tag."""
        self.put(tag, LONG, self.append(self._packed(entries)))

    def _packed(self, entries: Mapping[int, bytes]) -> bytes:
        """A directory of entries by tag, which must be in order, without a following one."""
        count = struct.pack(self._order + "H", len(entries))
        return count + b"".join(entry for _, entry in sorted(entries.items())) + bytes(4)

    def _exif_places(self) -> dict[int, int]:
        """Where the entries of the Exif directory are, by tag. Raises KeyError if there is none."""
        places, _ = self._directory(self._number("I", 8, self._entries[EXIF_IFD]))
        return places

    def _directory(self, start: int) -> tuple[dict[int, int], int]:
        """Where a directory has its entries, of 12 bytes each, by tag, and the next directory."""
        end = start + 2 + 12 * self._number("H", start)
        if end > len(self._data):
            raise ValueError("a directory is cut off")
        places = {self._number("H", at): at for at in range(start + 2, end, 12)}
        return places, self._number("I", end) if end + 4 <= len(self._data) else 0

    def _drop_thumbnail(self, start: int) -> None:
        with contextlib.suppress(KeyError, ValueError):
            places, _ = self._directory(start)
            at = self._number("I", places[_THUMBNAIL] + 8)
            size = self._number("I", places[_THUMBNAIL_SIZE] + 8)
            self._overwrite(at, bytes(size))
            if at + size == len(self._data):
                del self._data[at:]
        self._erase_directory(start)

    def _erase_directory(self, start: int) -> None:
        """Overwrite a directory and its values with zeros."""
        with contextlib.suppress(ValueError):
            places, _ = self._directory(start)
            for at in places.values():
                kind, count = self._number("H", at + 2), self._number("I", at + 4)
                if (size := SIZES.get(kind, 0) * count) > 4:
                    self._overwrite(self._number("I", at + 8), bytes(min(size, len(self._data))))
            self._overwrite(start, bytes(2 + 12 * len(places)))

    def _span(self, at: int) -> tuple[int, int]:
        """Where the value of the entry at `at` begins, and its size."""
        size = SIZES.get(self._number("H", at + 2), 0) * self._number("I", at + 4)
        start = at + 8 if size <= 4 else self._number("I", at + 8)
        if start + size > len(self._data):
            raise ValueError("a value is cut off")
        return start, size

    def _overwrite(self, at: int, data: bytes) -> None:
        """Replace bytes; what would lie beyond the end is cut off."""
        data = data[: max(0, len(self._data) - at)]
        self._data[at : at + len(data)] = data

    def _number(self, code: str, at: int, data: bytes | None = None) -> int:
        try:
            (number,) = struct.unpack_from(
                self._order + code, self._data if data is None else data, at
            )
        except struct.error as error:
            raise ValueError("the block is cut off") from error
        return int(number)

    def _value(self, entry: bytes, size: int) -> bytes:
        at = self._number("I", 8, entry)
        return bytes(self._data[at : at + size])

    def _rational(self, entry: bytes) -> float:
        at = self._number("I", 8, entry)
        return self._number("I", at) / self._number("I", at + 4)


def user_comment(value: bytes) -> str | None:
    """The text of a user comment; None if it is empty or in the Japanese encoding.

    Programs do not agree on the byte order of UTF-16: it is told by where the zeros are.
    """
    encoding, data = value[:8], value[8:]
    if encoding == _UNICODE:
        big = data.startswith(codecs.BOM_UTF16_BE) or data[::2].count(0) > data[1::2].count(0)
        text = data.decode("utf-16-be" if big else "utf-16-le", "replace").lstrip("\ufeff")
    elif encoding in (_ASCII, _UNDEFINED):
        text = data.decode("utf-8", "replace")
    else:
        return None
    return text.strip("\0 ") or None
