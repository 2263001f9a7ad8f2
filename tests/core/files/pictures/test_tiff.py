"""Every depth and kind of colours of TIFF; files and right values come from arithmetic."""

import struct
import zlib
from pathlib import Path

import numpy as np
import pytest

from tests.core.files.pictures.first_rows import grey, of, shown
from tests.picture_files import tiff

FLOATS = struct.pack("<6f", 0, 0.5, 1, -1, 2, float("nan"))


FLOAT_COLOURS = [[0, 128, 255, 255], [0, 255, 0, 255]]


def float_differences(data: bytes, channels: int) -> bytes:
    """Adobe's predictor for floating-point numbers, and Deflate."""
    planes = np.frombuffer(data, np.uint8).reshape(-1, 4)[:, ::-1].T.ravel()
    steps = planes.copy()
    steps[channels:] -= planes[:-channels]
    return zlib.compress(steps.tobytes())


TIFFS = {
    "white is zero, 8 bits": (tiff([b"\0\xf0"], of(0, 8)), grey(255, 15)),
    "white is zero, 1 bit": (tiff([b"\x40"], of(0, 1)), grey(255, 0)),
    "white is zero, 16 bits": (
        tiff([struct.pack("<2H", 0, 65535 - 129)], of(0, 16)),
        grey(255, 1),
    ),
    "16 bits, big-endian": (tiff([struct.pack(">2H", 128, 129)], of(1, 16), ">"), grey(0, 1)),
    "16 bits, grey and alpha": (
        tiff([struct.pack("<2H", 129, 385)], of(1, 16, 2, width=1, extra=2)),
        [[1, 1, 1, 1]],
    ),
    "16 bits, RGB": (
        tiff([struct.pack("<6H", 0, 128, 129, 257, 514, 65535)], of(2, 16, 3)),
        [[0, 0, 1, 255], [1, 2, 255, 255]],
    ),
    "16 bits, RGB, Deflate, differences": (
        tiff(
            [zlib.compress(struct.pack(">6H", 0, 128, 129, 257, 0, 1000))],
            of(2, 16, 3, compression=8, predictor=2),
            ">",
        ),
        [[0, 0, 1, 255], [1, 0, 4, 255]],
    ),
    "16 bits, separate planes": (
        tiff(
            [struct.pack("<2H", *pair) for pair in ((0, 257), (128, 514), (129, 771))],
            of(2, 16, 3, planes=2),
        ),
        [[0, 0, 1, 255], [1, 2, 3, 255]],
    ),
    "16 bits, tiles": (
        tiff(
            [struct.pack("<16H", 257 * number, *[0] * 15) * 16 for number in (1, 2)],
            of(1, 16, width=17) | {322: [16], 323: [16]},
        ),
        grey(1, *[0] * 15, 2),
    ),
    "16 bits, straight alpha": (
        tiff([struct.pack("<4H", 129, 0, 65535, 128)], of(2, 16, 4, width=1, extra=2)),
        [[1, 0, 255, 0]],
    ),
    "16 bits, multiplied by alpha": (
        tiff([struct.pack("<4H", 257, 514, 1028, 1028)], of(2, 16, 4, width=1, extra=1)),
        [[64, 128, 255, 4]],
    ),
    "8 bits, multiplied by alpha": (
        tiff([bytes([64, 32, 128, 128, 9, 9, 9, 0])], of(2, 8, 4, extra=1)),
        [[128, 64, 255, 128], [0, 0, 0, 0]],
    ),
    "8 bits, straight alpha": (
        tiff([bytes([64, 32, 128, 128])], of(2, 8, 4, width=1, extra=2)),
        [[64, 32, 128, 128]],
    ),
    "8 bits, a channel that is no alpha": (
        tiff([bytes([64, 32, 128, 7])], of(2, 8, 4, width=1, extra=0)),
        [[64, 32, 128, 255]],
    ),
    "8 bits, separate planes": (
        tiff([b"\1\2", b"\3\4", b"\5\6"], of(2, 8, 3, planes=2)),
        [[1, 3, 5, 255], [2, 4, 6, 255]],
    ),
    "32 bits": (tiff([struct.pack("<2I", 2**31, 2**32 - 1)], of(1, 32)), grey(128, 255)),
    "32 bits, RGB": (
        tiff([struct.pack("<3I", 0, 2**31, 2**32 - 1)], of(2, 32, 3, width=1)),
        [[0, 128, 255, 255]],
    ),
    "float": (tiff([struct.pack("<2f", 0.25, 1.5)], of(1, 32, format=3)), grey(64, 255)),
    "float, RGB": (tiff([FLOATS], of(2, 32, 3, format=3)), FLOAT_COLOURS),
    "float, RGB, differences": (
        tiff([float_differences(FLOATS, 3)], of(2, 32, 3, format=3, compression=8, predictor=3)),
        FLOAT_COLOURS,
    ),
    "white is zero, alpha": (
        tiff([bytes([55, 7])], of(0, 8, 2, width=1, extra=2)),
        [[200, 200, 200, 7]],
    ),
    "16 bits, white is zero, alpha": (
        tiff([struct.pack("<2H", 257 * 55, 257 * 7)], of(0, 16, 2, width=1, extra=2)),
        [[200, 200, 200, 7]],
    ),
    "separate planes of grey and alpha": (
        tiff([b"\1\2", b"\3\4"], of(1, 8, 2, planes=2, extra=2)),
        [[1, 1, 1, 3], [2, 2, 2, 4]],
    ),
    "separate planes, multiplied by alpha": (
        tiff([b"\x40", b"\x20", b"\x80", b"\x80"], of(2, 8, 4, width=1, planes=2, extra=1)),
        [[128, 64, 255, 128]],
    ),
    "CMYK, alpha": (
        tiff([bytes([0, 255, 255, 0, 9])], of(5, 8, 5, width=1, extra=2)),
        [[255, 0, 0, 9]],
    ),
    "CMYK, 16 bits, alpha": (
        tiff([struct.pack("<5H", 0, 65535, 65535, 0, 257)], of(5, 16, 5, width=1, extra=2)),
        [[255, 0, 0, 1]],
    ),
    "12 bits": (tiff([b"\x80\x0f\xff"], of(1, 12)), grey(128, 255)),
    "4 bits, RGB": (tiff([b"\x12\x3f"], of(2, 4, 3, width=1)), [[17, 34, 51, 255]]),
    "CIELab, 16 bits": (  # sRGB's red, of D50
        tiff([struct.pack("<Hhh", 35579, 20685, 17891)], of(8, 16, 3, width=1)),
        [[255, 0, 0, 255]],
    ),
    "ICCLab, float": (
        tiff([struct.pack("<3f", 54.29, 80.80, 69.89)], of(9, 32, 3, width=1, format=3)),
        [[255, 0, 0, 255]],
    ),
    "BigTIFF": (
        tiff([struct.pack("<3H", 0, 257, 65535)], of(2, 16, 3, width=1), big=True),
        [[0, 1, 255, 255]],
    ),
    "BigTIFF, highest byte first": (
        tiff([struct.pack(">3H", 0, 257, 65535)], of(2, 16, 3, width=1), ">", big=True),
        [[0, 1, 255, 255]],
    ),
    "BigTIFF, 8 bits, highest byte first": (
        tiff([b"\1\2\3"], of(2, 8, 3, width=1), ">", big=True),
        [[1, 2, 3, 255]],
    ),
    "palette": (
        tiff([b"\1\0"], of(3, 8) | {320: [257 * (v % 256) for v in range(5, 5 + 768)]}),
        [[6, 6, 6, 255], [5, 5, 5, 255]],
    ),
    "palette, 16 bits": (
        tiff(
            [struct.pack("<2H", 1, 65_535)],
            of(3, 16) | {320: [257 * (v % 9) for v in range(3 * 2**16)]},
        ),
        [[1, 8, 6, 255], [6, 4, 2, 255]],
    ),
    "BigTIFF, palette, highest byte first": (
        tiff(
            [b"\1\0"], of(3, 8) | {320: [257 * (v % 256) for v in range(5, 5 + 768)]}, ">", big=True
        ),
        [[6, 6, 6, 255], [5, 5, 5, 255]],
    ),
    "8 bits with a sign": (tiff([b"\x7f\x80"], of(1, 8, format=2)), grey(255, 0)),
    "8 bits, alpha after another channel": (
        tiff([bytes([64, 32, 128, 7, 9])], of(2, 8, 5, width=1) | {338: [0, 2]}),
        [[64, 32, 128, 9]],
    ),
    "several strips": (
        tiff([b"\1\2", b"\3\4"], of(1, 8) | {257: [2]}),
        grey(1, 2),
    ),
    "CMYK, 16 bits": (
        tiff([struct.pack("<4H", 0, 65535, 65535, 0)], of(5, 16, 4, width=1)),
        [[255, 0, 0, 255]],
    ),
}


@pytest.mark.parametrize(("data", "right"), TIFFS.values(), ids=TIFFS)
def test_every_kind_of_tiff_is_decoded(tmp_path: Path, data: bytes, right: list[list[int]]) -> None:
    assert shown(tmp_path / "a.tif", data) == right
