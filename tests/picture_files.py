"""Picture files in memory: built by hand, byte by byte, and projects as the studio writes them."""

import io
import struct
import zlib
from collections.abc import Sequence

from glide_studio.core.files.layered.openraster import write_openraster
from glide_studio.core.files.project import Project

Number = int | float


def png_chunk(name: bytes, data: bytes) -> bytes:
    checksum = struct.pack(">I", zlib.crc32(name + data))
    return struct.pack(">I", len(data)) + name + data + checksum


def png(
    width: int, depth: int, kind: int, data: bytes, *chunks: bytes, height: int = 1, laced: int = 0
) -> bytes:
    """A PNG file of `data`, in which each row begins with its filter; `chunks` come before it."""
    header = struct.pack(">IIBBBBB", width, height, depth, kind, 0, 0, laced)
    packed = png_chunk(b"IDAT", zlib.compress(data))
    begin = b"\x89PNG\r\n\x1a\n" + png_chunk(b"IHDR", header)
    return begin + b"".join(chunks) + packed + png_chunk(b"IEND", b"")


TIFF_CODES = {1: "B", 2: "s", 3: "H", 4: "I", 5: "I", 7: "B"}


def tiff(
    strips: Sequence[bytes],
    tags: dict[int, Sequence[Number]],
    order: str = "<",
    pages: int = 1,
    big: bool = False,
) -> bytes:
    """A TIFF file, or a `big` one, of these strips or tiles, and numbers by tag; with several
    pages, all alike.

    Rationals are given as (numerator, denominator).
    """
    offset, count_code = (order + "Q", order + "Q") if big else (order + "I", order + "H")
    data = {"<": b"II", ">": b"MM"}[order]
    data += struct.pack(order + "HHHQ", 43, 8, 0, 0) if big else struct.pack(order + "HI", 42, 0)
    offsets = []
    for strip in strips:
        offsets.append(len(data))
        data += strip + bytes(len(strip) % 2)
    first = 324 if 322 in tags else 273
    tags = tags | {first: offsets, (325 if 322 in tags else 279): [len(each) for each in strips]}
    link, room = (8, 8) if big else (4, 4)
    for _ in range(pages):
        entries = b""
        for tag, values in sorted(tags.items()):
            kind = {282: 5, 283: 5, 700: 1, 34675: 7}.get(tag, 4 if max(values) > 65_535 else 3)
            value = struct.pack(f"{order}{len(values)}{TIFF_CODES[kind]}", *values)
            count = len(values) // (2 if kind == 5 else 1)
            if len(value) > room:
                place, data = struct.pack(offset, len(data)), data + value
                data += bytes(len(data) % 2)
            else:
                place = value.ljust(room, b"\0")
            entries += struct.pack(order + "HH", tag, kind) + struct.pack(offset, count) + place
        here = struct.pack(offset, len(data))
        data = data[:link] + here + data[link + room :]
        data += struct.pack(count_code, len(tags)) + entries
        link, data = len(data), data + bytes(room)
    return data


def bmp(bits: int, masks: Sequence[int], words: Sequence[int]) -> bytes:
    """A BMP file of one row, with a header of the fourth version."""
    row = struct.pack(f"<{len(words)}{'H' if bits == 16 else 'I'}", *words)
    row += bytes(-len(row) % 4)
    header = struct.pack(
        "<IiiHHIIiiII", 108, len(words), 1, 1, bits, 3, len(row), 11811, 11811, 0, 0
    )
    header += struct.pack("<4I", *masks) + b"BGRs" + bytes(48)
    return (
        struct.pack("<2sIII", b"BM", 14 + len(header) + len(row), 0, 14 + len(header))
        + header
        + row
    )


def openraster(project: Project) -> bytes:
    """The project file that the studio writes."""
    file = io.BytesIO()
    write_openraster(project, file)
    return file.getvalue()
