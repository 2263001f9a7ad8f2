"""PNG files of layers, written and read several times as fast as Pillow does.

PNG Specification, Third Edition (W3C, 2025). Only what the studio's own files need: 8 bits a
channel, one IDAT chunk, every row with the filter "Up". For all other PNG files there is Pillow.
"""

import struct
import zlib

import numpy as np
from isal import isal_zlib

from glide_studio.core.geometry import MAX_MEGAPIXELS
from glide_studio.core.raster.raster import Pixels

STRIP = 64
"""Rows that are packed at once, so that they stay in the processor's cache."""

_SIGNATURE = b"\x89PNG\r\n\x1a\n"
_HEADER = struct.Struct(">IIBBBBB")
_COLOUR_TYPES = {1: 0, 3: 2, 4: 6}
_CHANNELS = {kind: channels for channels, kind in _COLOUR_TYPES.items()}
_WRITTEN = (b"IHDR", b"iCCP", b"pHYs", b"IEND")
_LEAST = 57  # the bytes of a file without pixels
_UP = 2
_INCHES_PER_METRE = 100 / 2.54


def png(
    pixels: Pixels,
    icc_profile: bytes | None = None,
    resolution: tuple[float, float] | None = None,
) -> bytes:
    """`pixels` as a PNG file: uint8 (height, width) grey, (height, width, 3) or straight-alpha
    (height, width, 4).

    `resolution` is in pixels per inch.
    """
    height, width = pixels.shape[:2]
    channels = pixels.shape[2] if pixels.ndim == 3 else 1
    header = _HEADER.pack(width, height, 8, _COLOUR_TYPES[channels], 0, 0, 0)
    chunks = [_SIGNATURE, *_chunk(b"IHDR", header)]
    if icc_profile is not None:
        chunks += _chunk(b"iCCP", b"ICC profile\0\0" + zlib.compress(icc_profile))
    if resolution is not None:
        per_metre = (round(value * _INCHES_PER_METRE) for value in resolution)
        chunks += _chunk(b"pHYs", struct.pack(">IIB", *per_metre, 1))
    chunks += _chunk(b"IDAT", _packed(pixels.reshape(height, width * channels)))
    return b"".join([*chunks, *_chunk(b"IEND", b"")])


def own_pixels(data: bytes) -> Pixels | None:
    """The pixels of a file that `png` wrote, in the shape that it was given; None for any other.

    Raises ValueError if such a file is damaged.
    """
    if not data.startswith(_SIGNATURE) or data[12:16] != b"IHDR" or len(data) < _LEAST:
        return None
    width, height, depth, kind, *rest = _HEADER.unpack(data[16 : 16 + _HEADER.size])
    channels = _CHANNELS.get(kind)
    packed = _idat(data)
    too_large = width * height > MAX_MEGAPIXELS * 1_000_000
    if depth != 8 or channels is None or any(rest) or packed is None or too_large:
        return None
    stride = width * channels + 1
    raw = zlib_data(packed, height * stride)
    rows = np.frombuffer(raw, np.uint8).reshape(height, stride)
    if (rows[:, 0] != _UP).any():
        return None
    pixels = np.empty((height, width) if channels == 1 else (height, width, channels), np.uint8)
    _sum(rows[:, 1:], pixels.reshape(height, -1))
    return pixels


def zlib_data(packed: bytes | memoryview, size: int) -> bytes:
    """What was compressed to `packed`, exactly `size` bytes. Raises ValueError."""
    unpacker = isal_zlib.decompressobj()
    try:
        data: bytes = unpacker.decompress(packed, size)
    except isal_zlib.IsalError as error:  # type: ignore[misc]
        raise ValueError("damaged compressed data") from error
    if len(data) != size or (not unpacker.eof and unpacker.decompress(unpacker.unconsumed_tail, 1)):
        raise ValueError("compressed data of another size")
    return data


def _idat(data: bytes) -> memoryview | None:
    """The content of the IDAT chunk, if there is one, its checksum is right, and there are no
    other chunks than `png` writes."""
    found, place, view = None, len(_SIGNATURE), memoryview(data)
    while place + 12 <= len(data):
        (length,) = struct.unpack(">I", view[place : place + 4])
        name, content = data[place + 4 : place + 8], view[place + 8 : place + 8 + length]
        if name == b"IDAT":
            checksum = view[place + 8 + length : place + 12 + length]
            if found is not None or zlib.crc32(content, zlib.crc32(name)).to_bytes(4) != checksum:
                return None
            found = content
        elif name not in _WRITTEN:
            return None
        place += 12 + length
    return found


def _packed(rows: Pixels) -> bytes:
    """The rows, each less the one above it and behind the number of its filter, as zlib data."""
    compressor = isal_zlib.compressobj(1)
    filtered = np.empty((STRIP, rows.shape[1] + 1), np.uint8)
    filtered[:, 0] = _UP
    packed = []
    for top in range(0, len(rows), STRIP):
        strip = rows[top : top + STRIP]
        np.subtract(strip[1:], strip[:-1], out=filtered[1 : len(strip), 1:])
        np.subtract(strip[0], rows[top - 1] if top else 0, out=filtered[0, 1:])
        packed.append(compressor.compress(filtered[: len(strip)]))
    return b"".join([*packed, compressor.flush()])


def _sum(differences: Pixels, rows: Pixels) -> None:
    """Fill `rows`, of which `differences` has each less the one above it."""
    rows[0] = differences[0]
    for row in range(1, len(rows)):  # np.add.accumulate takes eight times as long
        np.add(rows[row - 1], differences[row], out=rows[row])


def _chunk(name: bytes, data: bytes) -> tuple[bytes, ...]:
    checksum = zlib.crc32(data, zlib.crc32(name))
    return struct.pack(">I", len(data)), name, data, struct.pack(">I", checksum)
