"""The colours of the first row of a picture, as read and as they should be."""

import struct
from pathlib import Path

from glide_studio.core.files.pictures.reading import open_picture
from tests.picture_files import png_chunk


def shown(path: Path, data: bytes) -> list[list[int]]:
    """The pixels of the first row."""
    path.write_bytes(data)
    return open_picture(path).document.composite()[0].tolist()


def grey(*values: int, alpha: tuple[int, ...] = ()) -> list[list[int]]:
    return [[v, v, v, a] for v, a in zip(values, alpha or [255] * len(values), strict=True)]


def trns(*values: int) -> bytes:
    return png_chunk(b"tRNS", struct.pack(f">{len(values)}H", *values))


def deep(*values: int) -> bytes:
    """A row of 16 bits per channel, not filtered."""
    return b"\0" + struct.pack(f">{len(values)}H", *values)


def of(
    kind: int, bits: int, channels: int = 1, width: int = 2, **more: int
) -> dict[int, list[int]]:
    """The tags of a TIFF file of one row."""
    tags = {256: [width], 257: [1], 258: [bits] * channels, 259: [1], 262: [kind]}
    tags |= {277: [channels], 278: [1]}
    names = {"extra": 338, "planes": 284, "compression": 259, "predictor": 317}
    tags |= {names[name]: [value] for name, value in more.items() if name in names}
    return tags | ({339: [more["format"]] * channels} if "format" in more else {})
