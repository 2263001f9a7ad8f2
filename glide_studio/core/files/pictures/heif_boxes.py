"""What AVIF and HEIC files say about their colours, which the decoders do not tell.

ISO/IEC 23008-12 (HEIF), in boxes of ISO/IEC 14496-12.
"""

import io
import struct
from collections.abc import Iterator, Mapping
from typing import BinaryIO, NamedTuple

_MOST = 2**20
"""A larger box of properties was made to take memory."""

_META, _NCLX = b"meta", b"nclx"
_UNSPECIFIED = 2
_SRGB_PRIMARIES, _SRGB_CURVE = 1, 13
_VIDEO_CURVES = (1, 6, 14, 15)
"""BT.709's and its copies, in files of pictures meant as sRGB's."""


class HeifColours(NamedTuple):
    """The bits per channel, and the colours as PNG's chunk cICP has them, if the file says them."""

    bits: int
    cicp: bytes | None


def heif_colours(file: BinaryIO) -> HeifColours:
    """The colours of the main picture of an AVIF or HEIC file. Raises almost anything if it is
    damaged."""
    properties = _properties(file)
    bits = 8
    if b"pixi" in properties:
        bits = max(properties[b"pixi"][5:], default=8)
    elif b"av1C" in properties:
        bits = {0: 8, 1: 10, 3: 12}[properties[b"av1C"][2] >> 5 & 3]
    elif b"hvcC" in properties:
        bits = 8 + (properties[b"hvcC"][17] & 7)
    colours = properties.get(b"colr", b"")
    if not colours.startswith(_NCLX):
        return HeifColours(bits, None)
    primaries, curve = struct.unpack_from(">HH", colours, 4)
    primaries = _SRGB_PRIMARIES if primaries == _UNSPECIFIED else primaries
    curve = _SRGB_CURVE if curve in (_UNSPECIFIED, *_VIDEO_CURVES) else curve
    return HeifColours(bits, bytes([primaries & 255, curve & 255, 0, 1]))


def _properties(file: BinaryIO) -> Mapping[bytes, bytes]:
    """The properties of the main picture, by their kind."""
    file.seek(0)
    meta = dict(_boxes(file, (_META,)))[_META][4:]
    boxes = dict(_boxes(io.BytesIO(meta)))
    inner = dict(_boxes(io.BytesIO(boxes[b"iprp"])))
    known = [*_boxes(io.BytesIO(inner[b"ipco"]))]
    primary = struct.unpack_from(">I" if boxes[b"pitm"][0] else ">H", boxes[b"pitm"], 4)[0]
    places = _associations(inner[b"ipma"]).get(primary, [])
    found = [known[place - 1] for place in places if 0 < place <= len(known)]
    return dict(reversed(found))  # the first of a kind counts


def _associations(data: bytes) -> dict[int, list[int]]:
    """The numbers of the properties of each item, by its number: section 9.3.1."""
    item, size = (">IB", 5) if data[0] else (">HB", 3)
    number, width = (">H", 2) if data[3] & 1 else (">B", 1)
    (count,) = struct.unpack_from(">I", data, 4)
    found, at = dict[int, list[int]](), 8
    for _ in range(count):
        key, places = struct.unpack_from(item, data, at)
        at += size
        values = [struct.unpack_from(number, data, at + width * each)[0] for each in range(places)]
        found[key] = [value & (2 ** (8 * width - 1) - 1) for value in values]
        at += width * places
    return found


def _boxes(file: BinaryIO, names: tuple[bytes, ...] = ()) -> Iterator[tuple[bytes, bytes]]:
    """The name and the content of each box from here on; only those of these `names`, if given."""
    while len(head := file.read(8)) == 8:
        size, name = int.from_bytes(head[:4]) - 8, head[4:]
        if size == 1 - 8:
            size = int.from_bytes(file.read(8)) - 16
        if not names or name in names:
            yield name, file.read(min(size, _MOST) if size >= 0 else _MOST)
        elif size >= 0:
            file.seek(size, io.SEEK_CUR)
        if size < 0:
            break
