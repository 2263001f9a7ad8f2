"""Decodes TIFF files of which Pillow knows few: more than 8 bits a channel, alpha, several planes.

Pillow still undoes the compression: the file is presented to it as one of grey bytes, as wide as a
row has bytes. What these mean is decided here. TIFF 6.0 (Adobe, 1992); BigTIFF is the same with
offsets of 64 bits.
"""

import contextlib
import io
import struct
from collections.abc import Sequence
from typing import Any

import numpy as np
from PIL import Image
from PIL.TiffImagePlugin import ImageFileDirectory_v2, TiffImageFile

from glide_studio.core.files.metadata.embedded import tiff_exif, tiff_iptc
from glide_studio.core.files.metadata.exif import LONG, SHORT, ExifBlock
from glide_studio.core.files.pictures.samples import (
    Decoded,
    Light,
    Samples,
    in_bands,
    srgb_coded,
    straight,
    with_four_channels,
)
from glide_studio.core.geometry import MAX_MEGAPIXELS

MAGIC = (b"II*\0", b"MM\0*", b"II+\0", b"MM\0+")

_WIDTH, _HEIGHT, _BITS, _COMPRESSION, _KIND, _FILL_ORDER = 256, 257, 258, 259, 262, 266
_CHANNELS, _ROWS_PER_STRIP, _PLANES = 277, 278, 284
_STRIPS, _STRIP_SIZES, _TILE_WIDTH, _TILE_HEIGHT, _TILES, _TILE_SIZES = 273, 279, 322, 323, 324, 325
_ORIENTATION, _PREDICTOR, _COLOUR_MAP, _EXTRA, _FORMAT = 274, 317, 320, 338, 339
_X_RESOLUTION, _Y_RESOLUTION, _UNIT, _XMP, _PROFILE = 282, 283, 296, 700, 34675

_WHITE_IS_ZERO, _GREY, _RGB, _PALETTE, _CMYK, _LAB, _ICC_LAB = 0, 1, 2, 3, 5, 8, 9
_COLOURS = {_WHITE_IS_ZERO: 1, _GREY: 1, _RGB: 3, _PALETTE: 1, _CMYK: 4, _LAB: 3, _ICC_LAB: 3}
"""Channels for colour, by kind."""

_COMPRESSIONS = (1, 5, 8, 32773, 32946, 34925, 50000)
"""None, LZW, Deflate, PackBits, Deflate, LZMA and Zstandard: those of bytes, not of pictures."""

_WEBP = 50001
"""Of which Pillow says that it is damaged."""

_PREMULTIPLIED, _STRAIGHT = 1, 2
_SEPARATE = 2
_DIFFERENCES, _FLOAT_DIFFERENCES = 2, 3
_SIGNED = 2
_LETTERS = {1: "u", _SIGNED: "i", 3: "f"}
_BAND = 64  # rows that are converted at a time

_LAB_TO_LINEAR = np.array(  # XYZ of D50 to linear sRGB, by Bradford's adaptation
    [
        [3.1338561, -1.6168667, -0.4906146],
        [-0.9787684, 1.9161415, 0.0334540],
        [0.0719453, -0.2289914, 1.4052427],
    ]
) * (0.96422, 1.0, 0.82521)


class UnsupportedError(ValueError):
    """A kind of colours or numbers that cannot be decoded."""


def is_deep(tags: Any) -> bool:
    """Whether a TIFF file with these tags is decoded here, and not by Pillow."""
    bits, kind, channels = max(tags.get(_BITS, (1,))), tags.get(_KIND), tags.get(_CHANNELS, 1)
    compression = tags.get(_COMPRESSION, 1)
    if bits > 8 or compression == _WEBP:
        return True
    is_known = kind in _COLOURS and compression in _COMPRESSIONS
    is_rare = channels != _COLOURS.get(kind) or tags.get(_PLANES) == _SEPARATE or bits < 8
    is_signed = tags.get(_FORMAT, (1,))[0] == _SIGNED
    return is_known and (is_signed or (channels > 1 and is_rare))


def decode_deep_tiff(data: bytes) -> Decoded:
    """The first page of such a file.

    Raises UnsupportedError, DecompressionBombError if the picture is too large, and almost anything
    if the file is damaged.
    """
    tags = _tags(data)
    kind, channels, bits = tags.get(_KIND, _GREY), tags.get(_CHANNELS, 1), tags[_BITS][0]
    letter = _LETTERS.get(tags.get(_FORMAT, (1,))[0], "")
    if kind not in _COLOURS or not letter or channels > 8 or bits not in (*range(2, 17), 32, 64):
        raise UnsupportedError
    if len(set(tags[_BITS])) > 1 or tags.get(_COMPRESSION, 1) not in _COMPRESSIONS:
        raise UnsupportedError
    planes = channels if tags.get(_PLANES) == _SEPARATE and channels > 1 else 1
    read = [_plane(data, tags, each, planes, letter) for each in range(planes)]
    samples = np.concatenate(read, axis=2)
    white: float = 1 if letter == "f" else np.iinfo(samples.dtype).max
    if bits % 8:
        white = 2**bits - 1
    if kind == _PALETTE:
        samples, white, kind, bits = _coloured(samples, tags[_COLOUR_MAP]), 65_535, _RGB, 8
    rgba, inks = _rgba(samples, white, kind, tags.get(_EXTRA, ()))
    return Decoded(
        rgba,
        255 if kind in (_LAB, _ICC_LAB) else white,
        max(bits, 8),
        is_grey=kind in (_WHITE_IS_ZERO, _GREY),
        cmyk=inks,
        frames=_pages(data),
        orientation=tags.get(_ORIENTATION, 1),
        exif=_exif(data, tags),
        info=_info(tags),
    )


def _rgba(
    samples: Samples, white: float, kind: int, extra: Sequence[int]
) -> tuple[Samples, Image.Image | None]:
    """RGBA of any channels, and the inks of CMYK; `extra` is what TIFF says about each channel
    after the colours."""
    count = _COLOURS[kind]
    others = [*extra, *[_STRAIGHT] * (not extra)][: samples.shape[2] - count]
    alpha = next((each for each in others if each in (_PREMULTIPLIED, _STRAIGHT)), None)
    places = [*range(count), *([] if alpha is None else [count + others.index(alpha)])]
    samples = samples[..., places]
    if alpha == _PREMULTIPLIED:
        samples = straight(samples, white)
    if kind == _CMYK:
        inks = Image.fromarray(in_bands(samples[..., :4], white, 255, np.uint8), "CMYK")
        rgb = np.asarray(inks.convert("RGB")) * np.float32(white / 255)
        return with_four_channels(np.dstack([rgb, samples[..., 4:]]), white), inks
    if kind == _WHITE_IS_ZERO:
        samples = samples.copy()
        samples[..., 0] = white - samples[..., 0]
    rgba = with_four_channels(samples, white)
    if kind in (_LAB, _ICC_LAB):
        return in_bands(rgba, white, 255, np.uint8, lambda each: _of_lab(each, kind, white)), None
    return rgba, None


def _coloured(samples: Samples, colours: Sequence[int]) -> Samples:
    """The colours that the numbers in the first channel stand for, and the other channels."""
    palette = np.array(colours, np.uint16).reshape(3, -1).T
    others = in_bands(samples[..., 1:], np.iinfo(samples.dtype).max, 65_535, np.uint16)
    return np.dstack([palette[samples[..., 0].clip(0, len(palette) - 1)], others])


def _of_lab(values: Light, kind: int, white: float) -> Light:
    """sRGB of CIE L*a*b* of D50, whose numbers were divided by `white`."""
    if white == 1:
        lightness, a, b = np.moveaxis(values, -1, 0)
    else:
        lightness = 100 * values[..., 0]
        whole = 256 if white > 255 else 1
        numbers = values[..., 1:] * white / whole
        numbers -= 128 if kind == _ICC_LAB else 256 * (numbers >= 128)
        a, b = np.moveaxis(numbers, -1, 0)
    middle = (lightness + 16) / 116
    roots = np.stack([middle + a / 500, middle, middle - b / 200], axis=-1)
    xyz = np.where(roots > 6 / 29, roots**3, (roots - 4 / 29) * 108 / 841)
    return srgb_coded(xyz @ _LAB_TO_LINEAR.T)


def _plane(data: bytes, tags: Any, plane: int, planes: int, letter: str) -> Samples:
    """The channels of one plane, (height, width, channels)."""
    width, height, bits = tags[_WIDTH], tags[_HEIGHT], tags[_BITS][0]
    channels = tags.get(_CHANNELS, 1) if planes == 1 else 1
    tile = tags.get(_TILE_WIDTH) or width
    columns = -(-width // tile)
    if columns * tile * height > 2 * MAX_MEGAPIXELS * 1_000_000:
        raise Image.DecompressionBombError
    size = -(-tile * channels * bits // 8)
    block = ExifBlock.empty()
    for tag, value in ((_WIDTH, columns * size), (_HEIGHT, height), (_TILE_WIDTH, size)):
        block.put(tag, LONG, value)
    for tag, value in ((_BITS, 8), (_KIND, _GREY), (_CHANNELS, 1)):
        block.put(tag, SHORT, value)
    for tag in (_COMPRESSION, _FILL_ORDER, _ROWS_PER_STRIP, _TILE_HEIGHT):
        if tag in tags:
            block.put(tag, LONG, tags[tag])
    if _TILES not in tags:
        block.remove(_TILE_WIDTH)
    places, sizes = (_TILES, _TILE_SIZES) if _TILES in tags else (_STRIPS, _STRIP_SIZES)
    count = len(tags[places]) // planes
    spans = zip(tags[places], tags.get(sizes, (len(data),)), strict=True)
    pieces = [data[place : place + length] for place, length in [*spans][plane * count :][:count]]
    block.put(places, LONG, *map(block.append, pieces))
    block.put(sizes, LONG, *map(len, pieces))
    rows = np.array(TiffImageFile(io.BytesIO(block.to_bytes()))).reshape(height, columns, size)
    order = "<" if data[:1] == b"I" else ">"
    samples = _undone(rows, tags.get(_PREDICTOR, 1), channels, bits, f"{order}{letter}")
    samples = samples[..., : tile * channels].reshape(height, columns * tile, channels)
    return samples[:, :width]


def _undone(rows: Samples, predictor: int, channels: int, bits: int, kind: str) -> Samples:
    """The numbers in rows of bytes, (..., bytes), which may be differences to those before; `kind`
    is their type without its size."""
    if bits % 8:
        if predictor != 1:
            raise UnsupportedError
        return _unpacked(rows, bits)
    dtype, before = np.dtype(f"{kind}{bits // 8}"), rows.shape[:-1]
    if predictor == _FLOAT_DIFFERENCES:  # of bytes: of all numbers first the highest, and so on
        summed = np.cumsum(rows.reshape(*before, -1, channels), axis=-2, dtype=np.uint8)
        numbers = np.ascontiguousarray(
            summed.reshape(*before, dtype.itemsize, -1).swapaxes(-1, -2)
        ).view(dtype.newbyteorder(">"))
        return numbers[..., 0].astype(dtype.newbyteorder("="))
    numbers = rows.view(dtype).astype(dtype.newbyteorder("="))
    if predictor == _DIFFERENCES:
        whole = numbers.view(f"u{dtype.itemsize}").reshape(*before, -1, channels)
        return np.cumsum(whole, axis=-2, dtype=whole.dtype).view(numbers.dtype).reshape(*before, -1)
    return numbers


def _unpacked(rows: Samples, bits: int) -> Samples:
    """The numbers of so many `bits`, the highest first, that lie in rows of bytes without gaps."""
    count = 8 * rows.shape[-1] // bits
    numbers = np.empty((*rows.shape[:-1], count), np.uint16)
    for top in range(0, len(rows), _BAND):
        single = np.unpackbits(rows[top : top + _BAND], axis=-1)[..., : count * bits]
        single = single.reshape(*single.shape[:-1], count, bits)
        band = numbers[top : top + _BAND]
        band[:] = 0
        for bit in range(bits):
            band |= single[..., bit].astype(np.uint16) << (bits - 1 - bit)
    return numbers


def _is_big(data: bytes) -> bool:
    """Whether it is a BigTIFF file."""
    return data[2:4] in (b"+\0", b"\0+")


def _tags(data: bytes) -> Any:
    tags = ImageFileDirectory_v2(data[: 16 if data[2:3] == b"+" else 8])
    if _is_big(data):  # Pillow does not see it where the highest byte is the first
        tags._bigtiff = True
        (tags.next,) = struct.unpack_from(tags._endian + "Q", data, 8)
    file = io.BytesIO(data)
    file.seek(tags.next)
    tags.load(file)
    return tags


def _exif(data: bytes, tags: Any) -> bytes | None:
    with contextlib.suppress(Exception):  # Pillow fails on a damaged Exif; the picture is intact
        return tiff_exif(tags, io.BytesIO(data))
    return None


def _info(tags: Any) -> dict[str, Any]:
    """What Pillow would call so."""
    info: dict[str, Any] = {}
    scale = {2: 1, 3: 2.54}.get(tags.get(_UNIT, 2))
    if scale and _X_RESOLUTION in tags and _Y_RESOLUTION in tags:
        info["dpi"] = tuple(scale * tags[each] for each in (_X_RESOLUTION, _Y_RESOLUTION))
    for name, tag in (("icc_profile", _PROFILE), ("xmp", _XMP)):
        if tag in tags:
            info[name] = tags[tag]
    info["iptc"] = tiff_iptc(tags)
    return info


def _pages(data: bytes) -> int:
    """The number of directories."""
    is_big = _is_big(data)
    order = "<" if data[:1] == b"I" else ">"
    counts, offsets = (order + "Q", order + "Q") if is_big else (order + "H", order + "I")
    (at,) = struct.unpack_from(offsets, data, 8 if is_big else 4)
    seen: set[int] = set()
    while at and at not in seen:
        seen.add(at)
        try:
            (count,) = struct.unpack_from(counts, data, at)
            after = at + struct.calcsize(counts) + (20 if is_big else 12) * count
            (at,) = struct.unpack_from(offsets, data, after)
        except struct.error:
            break
    return len(seen)
