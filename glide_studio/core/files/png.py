"""PNG files of layers, written about five times as fast as Pillow writes them.

PNG Specification, Third Edition (W3C, 2025). Only what layers need: 8-bit RGBA or grey, one IDAT,
every row with the filter "Up".
"""

import struct
import zlib

import numpy as np
from isal import isal_zlib

from glide_studio.core.raster.raster import Pixels

_SIGNATURE = b"\x89PNG\r\n\x1a\n"
_COLOUR_TYPES = {1: 0, 4: 6}
_UP = 2
_INCHES_PER_METRE = 100 / 2.54
STRIP = 16
"""Rows that are packed at once, so that they stay in the processor's cache."""


def png(
    pixels: Pixels,
    icc_profile: bytes | None = None,
    resolution: tuple[float, float] | None = None,
) -> bytes:
    """`pixels`, uint8 (height, width, 4) straight alpha or (height, width) grey, as a PNG file.

    `resolution` is in pixels per inch.
    """
    height, width = pixels.shape[:2]
    channels = pixels.shape[2] if pixels.ndim == 3 else 1
    header = struct.pack(">IIBBBBB", width, height, 8, _COLOUR_TYPES[channels], 0, 0, 0)
    chunks = [_SIGNATURE, _chunk(b"IHDR", header)]
    if icc_profile is not None:
        chunks.append(_chunk(b"iCCP", b"ICC profile\0\0" + zlib.compress(icc_profile)))
    if resolution is not None:
        per_metre = (round(value * _INCHES_PER_METRE) for value in resolution)
        chunks.append(_chunk(b"pHYs", struct.pack(">IIB", *per_metre, 1)))
    data = _packed(pixels.reshape(height, -1))
    return b"".join([*chunks, _chunk(b"IDAT", data), _chunk(b"IEND", b"")])


def _packed(rows: Pixels) -> bytes:
    """The rows, each less the one above it and behind the number of its filter, as zlib data."""
    compressor = isal_zlib.compressobj(1)
    packed = []
    for top in range(0, len(rows), STRIP):
        strip = rows[top : top + STRIP]
        filtered = np.empty((len(strip), rows.shape[1] + 1), np.uint8)
        filtered[:, 0] = _UP
        np.subtract(strip[1:], strip[:-1], out=filtered[1:, 1:])
        np.subtract(strip[0], rows[top - 1] if top else 0, out=filtered[0, 1:])
        packed.append(compressor.compress(filtered))
    return b"".join([*packed, compressor.flush()])


def _chunk(name: bytes, data: bytes) -> bytes:
    checksum = zlib.crc32(data, zlib.crc32(name))
    return struct.pack(">I", len(data)) + name + data + struct.pack(">I", checksum)
