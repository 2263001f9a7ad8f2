"""Chunks of PNG files that Pillow does not hand on, as they lie in the file."""

import struct
from collections.abc import Iterator
from typing import Any, BinaryIO

MAX_TEXTS = 2**18
"""The most bytes of all texts together that are kept."""

_TEXTS = ("tEXt", "zTXt", "iTXt")
_READ_ELSEWHERE = (
    "XML:com.adobe.xmp",
    *(f"Raw profile type {kind}" for kind in ("exif", "APP1", "xmp", "icc", "icm")),
)
"""Texts that hold XMP, Exif and profiles."""

Text = tuple[str, bytes]
"""A chunk that is a text: its name, "tEXt", "zTXt" or "iTXt", and its content."""


def cicp_of(file: BinaryIO) -> bytes | None:
    """The content of a PNG file's cICP chunk."""
    for name, size in _chunks(file):
        if name == "cICP":
            return file.read(min(size, 4))
        if name in ("IDAT", "PLTE"):
            break
    return None


def texts_of(file: BinaryIO) -> tuple[tuple[Text, ...], bool]:
    """The texts in a PNG file, and whether these are all: no more than `MAX_TEXTS` bytes are."""
    texts: list[Text] = []
    room, is_all = MAX_TEXTS, True
    for name, size in _chunks(file):
        if name not in _TEXTS:
            continue
        if size > room:
            is_all = False
            continue
        text = name, file.read(size)
        if key_of(text) not in _READ_ELSEWHERE:
            texts.append(text)
            room -= size
    return tuple(texts), is_all


def key_of(text: Text) -> str:
    """The keyword of a text."""
    return text[1].partition(b"\0")[0].decode("latin-1")


def drop_texts(info: dict[Any, Any]) -> None:
    """Remove a PNG file's texts from Pillow's `info`, in which one called “gamma” or “interlace”
    stands for the real thing."""
    for key, value in list(info.items()):
        if isinstance(value, str) and key != "Raw profile type exif":
            del info[key]


def _chunks(file: BinaryIO) -> Iterator[tuple[str, int]]:
    """The name and the size of each chunk, while the file stands at its content."""
    place = 8
    file.seek(place)
    while len(head := file.read(8)) == 8:
        size, name = struct.unpack(">I4s", head)
        yield name.decode("latin-1"), size
        place += 12 + size
        file.seek(place)
