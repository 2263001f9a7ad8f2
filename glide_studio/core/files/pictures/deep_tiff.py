"""Decodes TIFF files of 16 bits a channel and more, of which Pillow knows few.

Pillow still undoes the compression: the file is presented to it as one of grey bytes, as wide as a
row has bytes. What these mean is decided here.
"""

import io
import struct
from typing import Any

import numpy as np
from PIL import Image
from PIL.TiffImagePlugin import ImageFileDirectory_v2, TiffImageFile

from glide_studio.core.files.metadata.exif import LONG, SHORT, ExifBlock
from glide_studio.core.files.pictures.samples import (
    Decoded,
    Samples,
    in_bands,
    straight,
    with_four_channels,
)
from glide_studio.core.geometry import MAX_MEGAPIXELS

MAGIC = (b"II*\0", b"MM\0*")

_WIDTH, _HEIGHT, _BITS, _KIND, _CHANNELS, _PLANES = 256, 257, 258, 262, 277, 284
_STRIPS, _STRIP_SIZES, _TILES, _TILE_SIZES, _TILE_WIDTH = 273, 279, 324, 325, 322
_ORIENTATION, _PREDICTOR, _EXTRA, _FORMAT = 274, 317, 338, 339
_MISLEADING = (_ORIENTATION, _PREDICTOR, _EXTRA, _FORMAT, 280, 281, 340, 341)
_COLOURS = {0: 1, 1: 1, 2: 3, 5: 4}
"""Channels for colour, by kind: grey with white as zero, grey, RGB, CMYK."""

_WHITE_IS_ZERO, _RGB, _CMYK = 0, 2, 5
_SEPARATE = 2
_DIFFERENCES, _FLOAT_DIFFERENCES = 2, 3
_LETTERS = {1: "u", 2: "i", 3: "f"}


class UnsupportedError(ValueError):
    """A kind of colours or numbers that cannot be decoded."""


def is_deep(tags: Any) -> bool:
    """Whether a TIFF file with these tags has more than 8 bits a channel."""
    return int(max(tags.get(_BITS, (1,)))) > 8


def decode_deep_tiff(data: bytes) -> tuple[Decoded, TiffImageFile]:
    """The first page of such a file, and an image that has its tags and other info.

    Raises UnsupportedError, DecompressionBombError if the picture is too large, and almost anything
    if the file is damaged.
    """
    tags = _tags(data)
    width, height, kind = tags[_WIDTH], tags[_HEIGHT], tags.get(_KIND, 1)
    channels, bits = tags.get(_CHANNELS, 1), tags[_BITS][0]
    letter = _LETTERS.get(tags.get(_FORMAT, (1,))[0], "")
    if width * height > MAX_MEGAPIXELS * 1_000_000:
        raise Image.DecompressionBombError
    if kind not in _COLOURS or bits not in (16, 32, 64) or not letter or channels > 8:
        raise UnsupportedError
    dtype = np.dtype(f"{'<' if data[:1] == b'I' else '>'}{letter}{bits // 8}")
    planes = channels if tags.get(_PLANES) == _SEPARATE and channels > 1 else 1
    read = [_plane(data, tags, plane, planes, dtype) for plane in range(planes)]
    samples = np.concatenate([each for each, _ in read], axis=2)
    white: float = 1 if letter == "f" else np.iinfo(dtype).max
    if kind == _WHITE_IS_ZERO:
        samples = white - samples
    extra = tags.get(_EXTRA, ())
    decoded = Decoded(
        _rgba(samples, white, _COLOURS[kind], extra[0] if extra else None),
        white,
        bits,
        is_grey=kind < _RGB,
        cmyk=_inks(samples, white) if kind == _CMYK else None,
        frames=_pages(data),
        orientation=tags.get(_ORIENTATION, 1),
    )
    return decoded, read[0][1]


def _rgba(samples: Samples, white: float, colours: int, extra: int | None) -> Samples:
    """RGBA of any channels; `extra` is what TIFF says about the first one after the colours."""
    if colours == 4:
        return np.asarray(_inks(samples, white).convert("RGBA")).astype(np.float32) * (white / 255)
    rgba = with_four_channels(samples[..., : colours + (extra != 0)], white)
    return straight(rgba, white) if extra == 1 else rgba


def _inks(samples: Samples, white: float) -> Image.Image:
    return Image.fromarray(in_bands(samples[..., :4], white, 255, np.uint8), "CMYK")


def _plane(
    data: bytes, tags: Any, plane: int, planes: int, dtype: np.dtype[Any]
) -> tuple[Samples, TiffImageFile]:
    """The channels of one plane, (height, width, channels), and the image of its bytes."""
    channels = tags.get(_CHANNELS, 1) if planes == 1 else 1
    size = channels * dtype.itemsize
    tile = tags.get(_TILE_WIDTH) or tags[_WIDTH]
    block = ExifBlock(data)
    for tag in _MISLEADING:
        block.remove(tag)
    columns = -(-tags[_WIDTH] // tile)
    for tag, value in ((_WIDTH, columns * tile), (_TILE_WIDTH, tile)):
        if tag in tags:
            block.put(tag, LONG, value * size)
    for tag, value in ((_BITS, 8), (_KIND, 1), (_CHANNELS, 1), (_PLANES, 1)):
        block.put(tag, SHORT, value)
    for tag in (_STRIPS, _STRIP_SIZES, _TILES, _TILE_SIZES):
        if tag in tags:
            count = len(tags[tag]) // planes
            block.put(tag, LONG, *tags[tag][plane * count :][:count])
    image = TiffImageFile(io.BytesIO(block.to_bytes()))
    rows = np.array(image).reshape(tags[_HEIGHT], columns, tile * size)
    samples = _undone(rows, tags.get(_PREDICTOR, 1), channels, dtype)
    samples = samples.reshape(tags[_HEIGHT], columns * tile, channels)
    return samples[:, : tags[_WIDTH]], image


def _undone(rows: Samples, predictor: int, channels: int, dtype: np.dtype[Any]) -> Samples:
    """The numbers in rows of bytes, (..., bytes), which may be differences to those before."""
    before = rows.shape[:-1]
    if predictor == _FLOAT_DIFFERENCES:  # of bytes: of all numbers first the highest, and so on
        summed = np.cumsum(rows.reshape(*before, -1, channels), axis=-2, dtype=np.uint8)
        numbers = np.ascontiguousarray(
            summed.reshape(*before, dtype.itemsize, -1).swapaxes(-1, -2)
        ).view(dtype.newbyteorder(">"))
        return numbers[..., 0].astype(dtype.newbyteorder("="))
    numbers = rows.view(dtype).astype(dtype.newbyteorder("="))
    if predictor == _DIFFERENCES:
        whole = numbers.view(f"u{dtype.itemsize}").reshape(*before, -1, channels)
        return np.cumsum(whole, axis=-2, dtype=whole.dtype).view(numbers.dtype)
    return numbers


def _tags(data: bytes) -> Any:
    tags = ImageFileDirectory_v2(data[:8])
    file = io.BytesIO(data)
    file.seek(tags.next)
    tags.load(file)
    return tags


def _pages(data: bytes) -> int:
    """The number of directories."""
    order = "<" if data[:1] == b"I" else ">"
    (at,) = struct.unpack_from(order + "I", data, 4)
    seen: set[int] = set()
    while at and at not in seen:
        seen.add(at)
        try:
            (count,) = struct.unpack_from(order + "H", data, at)
            (at,) = struct.unpack_from(order + "I", data, at + 2 + 12 * count)
        except struct.error:
            break
    return len(seen)
