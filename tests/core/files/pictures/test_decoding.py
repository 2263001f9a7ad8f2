"""Every depth and kind of colours, in files built by hand; the values come from arithmetic."""

import base64
import contextlib
import struct
import zlib
from pathlib import Path

import numpy as np
import pytest
from PIL import Image

from glide_studio.core.files.pictures.reading import PictureError, open_picture, read_mask
from glide_studio.core.geometry import Extent
from tests.colour_profiles import grey as gray_profile
from tests.colour_profiles import wide_gamut
from tests.core.files.pictures.first_rows import deep, grey, of, shown, trns
from tests.picture_files import bmp, png, png_chunk, tiff

PALETTE = png_chunk(b"PLTE", bytes([10, 20, 30, 40, 50, 60])) + png_chunk(b"tRNS", b"\x80")


TWO_COLOURS = [[10, 20, 30, 128], [40, 50, 60, 255]]


PNGS = {
    "1 bit": (png(3, 1, 0, b"\0\xa0"), grey(255, 0, 255)),
    "1 bit, transparent": (png(3, 1, 0, b"\0\xa0", trns(1)), grey(255, 0, 255, alpha=(0, 255, 0))),
    "1 bit, transparent, bits set that do not count": (
        png(3, 1, 0, b"\0\xa0", trns(0xFF00)),
        grey(255, 0, 255, alpha=(255, 0, 255)),
    ),
    "2 bits": (png(4, 2, 0, b"\0\x1b"), grey(0, 85, 170, 255)),
    "2 bits, transparent": (
        png(4, 2, 0, b"\0\x1b", trns(2)),
        grey(0, 85, 170, 255, alpha=(255, 255, 0, 255)),
    ),
    "4 bits, transparent": (
        png(3, 4, 0, b"\0\x07\xf0", trns(7)),
        grey(0, 119, 255, alpha=(255, 0, 255)),
    ),
    "8 bits, transparent": (png(2, 8, 0, b"\0\7\xf0", trns(7)), grey(7, 240, alpha=(0, 255))),
    "16 bits": (png(5, 16, 0, deep(0, 128, 129, 32768, 65535)), grey(0, 0, 1, 128, 255)),
    "16 bits, transparent": (
        png(2, 16, 0, deep(0x8001, 0x8002), trns(0x8001)),
        grey(128, 128, alpha=(0, 255)),
    ),
    "grey and alpha": (png(1, 8, 4, b"\0\7\x80"), [[7, 7, 7, 128]]),
    "16 bits, grey and alpha": (png(1, 16, 4, deep(0x0081, 0xFF7F)), [[1, 1, 1, 255]]),
    "1 bit, palette": (png(2, 1, 3, b"\0\x40", PALETTE), TWO_COLOURS),
    "2 bits, palette": (png(2, 2, 3, b"\0\x10", PALETTE), TWO_COLOURS),
    "4 bits, palette": (png(2, 4, 3, b"\0\1", PALETTE), TWO_COLOURS),
    "8 bits, palette": (png(2, 8, 3, b"\0\0\1", PALETTE), TWO_COLOURS),
    "RGB": (png(1, 8, 2, b"\0\1\2\3"), [[1, 2, 3, 255]]),
    "RGB, transparent": (png(1, 8, 2, b"\0\1\2\3", trns(1, 2, 3)), [[1, 2, 3, 0]]),
    "16 bits, RGB": (png(1, 16, 2, deep(128, 129, 0xFF7E)), [[0, 1, 254, 255]]),
    "16 bits, RGB, transparent": (
        png(2, 16, 2, deep(1, 2, 3, 1, 2, 4), trns(1, 2, 3)),
        [[0, 0, 0, 0], [0, 0, 0, 255]],
    ),
    "16 bits, RGB, interlaced": (
        png(2, 16, 2, deep(128, 129, 0) + deep(257, 514, 771), laced=1),
        [[0, 1, 0, 255], [1, 2, 3, 255]],
    ),
    "16 bits, RGB, filtered": (
        png(2, 16, 2, b"\1" + struct.pack(">6H", 128, 129, 0, 1, 1, 257)),
        [[0, 1, 0, 255], [1, 1, 1, 255]],
    ),
    "RGB and alpha": (png(1, 8, 6, b"\0\1\2\3\4"), [[1, 2, 3, 4]]),
    "16 bits, RGB and alpha": (png(1, 16, 6, deep(128, 129, 386, 385)), [[0, 1, 2, 1]]),
}


@pytest.mark.parametrize(("data", "right"), PNGS.values(), ids=PNGS)
def test_every_kind_of_png_is_decoded(tmp_path: Path, data: bytes, right: list[list[int]]) -> None:
    assert shown(tmp_path / "a.png", data) == right


@pytest.mark.parametrize(
    ("kind", "profile", "is_kept", "right"),
    [
        (2, wide_gamut(), True, [1, 0, 128]),
        (2, gray_profile(1.8), False, [1, 0, 128]),
        (1, gray_profile(1.0), False, [13, 13, 13]),
        (1, wide_gamut(), True, [1, 1, 1]),
    ],
    ids=["RGB", "grey for RGB", "linear grey", "RGB for grey"],
)
def test_profiles_of_16_bit_pictures_are_applied(
    tmp_path: Path, kind: int, profile: bytes, is_kept: bool, right: list[int]
) -> None:
    channels = 3 if kind == 2 else 1
    data = struct.pack("<3H", 257, 0, 32_896)[: 2 * channels]
    tags = of(kind, 16, channels, width=1) | {34675: list(profile)}
    assert np.abs(np.array(shown(tmp_path / "a.tif", tiff([data], tags))[0][:3]) - right).max() <= 1
    kept = open_picture(tmp_path / "a.tif").document.icc_profile
    assert kept == (profile if is_kept else None)


@pytest.mark.parametrize(
    ("bits", "masks", "words", "right"),
    [
        (32, (0xFF0000, 0xFF00, 0xFF, 0xFF000000), [0x80010203], [[1, 2, 3, 128]]),
        (32, (0xFF, 0xFF00, 0xFF0000, 0), [0x80030201], [[1, 2, 3, 255]]),
        (32, (0x3FF00000, 0xFFC00, 0x3FF, 0xC0000000), [0x7FF00C01], [[255, 1, 0, 85]]),
        (16, (0x7C00, 0x3E0, 0x1F, 0x8000), [0x7C10, 0x801F], [[255, 0, 132, 0], [0, 0, 255, 255]]),
        (16, (0xF00, 0xF0, 0xF, 0xF000), [0x8421], [[68, 34, 17, 136]]),
        (16, (0xF800, 0x7E0, 0x1F, 0), [0xF81F, 0x07E0], [[255, 0, 255, 255], [0, 255, 0, 255]]),
    ],
)
def test_bmp_with_bit_masks_is_decoded(
    tmp_path: Path, bits: int, masks: tuple[int, ...], words: list[int], right: list[list[int]]
) -> None:
    assert shown(tmp_path / "a.bmp", bmp(bits, masks, words)) == right
    assert open_picture(tmp_path / "a.bmp").document.metadata.resolution == pytest.approx(
        (300, 300), abs=0.01
    )


def srgb(light: float) -> int:
    light = min(max(light, 0), 1)
    return round(
        255 * (12.92 * light if light <= 0.0031308 else 1.055 * light ** (1 / 2.4) - 0.055)
    )


def gama(value: float) -> bytes:
    return png_chunk(b"gAMA", struct.pack(">I", round(100_000 * value)))


def chrm(*values: float) -> bytes:
    return png_chunk(b"cHRM", struct.pack(">8I", *(round(100_000 * value) for value in values)))


BT709 = chrm(0.3127, 0.329, 0.64, 0.33, 0.3, 0.6, 0.15, 0.06)


P3 = chrm(0.3127, 0.329, 0.68, 0.32, 0.265, 0.69, 0.15, 0.06)


P3_TO_SRGB = [[1.22494, -0.22494, 0], [-0.04206, 1.04206, 0], [-0.01964, -0.07864, 1.09828]]


COLOUR = (200, 100, 50)


def of_p3(light: list[float]) -> list[int]:
    return [srgb(float(value)) for value in np.array(P3_TO_SRGB) @ light]


def curve(value: int) -> float:
    share = value / 255
    return share / 12.92 if share <= 0.04045 else ((share + 0.055) / 1.055) ** 2.4


IN_P3 = of_p3([curve(value) for value in COLOUR])


SRGB, CICP = png_chunk(b"sRGB", b"\0"), b"cICP"


COLOURS = {
    "nothing said": (b"", list(COLOUR)),
    "linear": (gama(1), [srgb(value / 255) for value in COLOUR]),
    "gamma 1/1.8": (gama(1 / 1.8), [srgb((value / 255) ** 1.8) for value in COLOUR]),
    "gamma 1/2.2": (gama(0.45455), list(COLOUR)),
    "gamma 1/2.2 and sRGB's primaries": (gama(0.45455) + BT709, list(COLOUR)),
    "linear, sRGB's primaries": (gama(1) + BT709, [srgb(value / 255) for value in COLOUR]),
    "other primaries": (gama(1 / 2.2) + P3, of_p3([(value / 255) ** 2.2 for value in COLOUR])),
    "other primaries, linear": (gama(1) + P3, of_p3([value / 255 for value in COLOUR])),
    "sRGB before gamma and primaries": (SRGB + gama(1) + P3, list(COLOUR)),
    "a gamma of zero": (gama(0), list(COLOUR)),
    "primaries of zero": (chrm(*[0] * 8), list(COLOUR)),
    "code points for Display P3": (gama(1) + png_chunk(CICP, b"\x0c\x0d\0\1"), IN_P3),
    "code points for sRGB": (gama(1) + png_chunk(CICP, b"\1\x0d\0\1"), list(COLOUR)),
    "code points for linear light": (
        png_chunk(CICP, b"\1\x08\0\1"),
        [srgb(value / 255) for value in COLOUR],
    ),
}


@pytest.mark.parametrize(("chunks", "right"), COLOURS.values(), ids=COLOURS)
def test_png_colours_follow_the_specifications_order(
    tmp_path: Path, chunks: bytes, right: list[int]
) -> None:
    path = tmp_path / "a.png"
    path.write_bytes(png(1, 8, 2, bytes([0, *COLOUR]), chunks))
    document, trouble, _ = open_picture(path)
    assert np.abs(document.composite()[0, 0, :3].astype(int) - right).max() <= 1
    assert (trouble is None) == (right == list(COLOUR))
    assert "gamma or primaries of its own" in str(trouble or "gamma or primaries of its own")


def test_sixteen_linear_bits_are_converted_before_they_are_rounded(tmp_path: Path) -> None:
    values = (20, 100, 300, 1000)
    data = png(4, 16, 0, deep(*values), gama(1))
    assert shown(tmp_path / "a.png", data) == grey(*(srgb(value / 65535) for value in values))


def test_colours_for_hdr_are_said_to_be_unsupported(tmp_path: Path) -> None:
    path = tmp_path / "a.png"
    path.write_bytes(png(1, 8, 2, b"\0\1\2\3", png_chunk(CICP, b"\x09\x10\0\1")))
    document, trouble, _ = open_picture(path)
    assert document.composite()[0, 0].tolist() == [1, 2, 3, 255]
    assert "not supported" in str(trouble)


@pytest.mark.parametrize(
    ("name", "data", "frames"),
    [
        ("a.tif", tiff([b"\1\2"], of(1, 8), pages=3), 3),
        ("deep.tif", tiff([struct.pack("<2H", 1, 2)], of(1, 16), pages=2), 2),
        ("a.png", png(1, 8, 0, b"\0\1"), 1),
    ],
)
def test_frames_are_counted(tmp_path: Path, name: str, data: bytes, frames: int) -> None:
    path = tmp_path / name
    path.write_bytes(data)
    opened = open_picture(path)
    assert opened.frames == frames
    assert (f"has {frames} frames or pages" in str(opened.trouble)) == (frames > 1)
    assert ("16 bits" in str(opened.trouble)) == name.startswith("deep")


def test_the_format_is_detected_from_the_contents(tmp_path: Path) -> None:
    assert shown(tmp_path / "a.jpg", png(1, 8, 2, b"\0\1\2\3")) == [[1, 2, 3, 255]]
    assert shown(tmp_path / "a.png", tiff([b"\1\2"], of(1, 8))) == grey(1, 2)


@pytest.mark.parametrize(
    ("data", "reason"),
    [
        (b"\0\0\0\x18ftypheic\0\0\0\0mif1heic" + bytes(99), "pillow-heif"),
        (tiff([bytes(6)], of(2, 24, 3, width=1, format=3)), "rare kind of TIFF"),
        (tiff([b"RIFF"], of(2, 8, 3, compression=50_001)), "rare kind of TIFF"),
        (tiff([zlib.compress(bytes(99))[:-7]], of(2, 16, 3, compression=8)), "damaged"),
        (tiff([bytes(9)], of(2, 16, 3) | {256: [20_001], 257: [10_000]}), "200 megapixels"),
        (tiff([bytes(8)], of(1, 16))[:40], "damaged"),
        (bmp(32, (0xFF0000, 0xFF00, 0xFF, 0), [1, 2, 3])[:-4], "damaged"),
    ],
    ids=[
        "heic",
        "24-bit float",
        "webp in tiff",
        "cut off",
        "bomb",
        "header cut off",
        "bmp cut off",
    ],
)
def test_what_cannot_be_read_is_refused(tmp_path: Path, data: bytes, reason: str) -> None:
    path = tmp_path / "a"
    path.write_bytes(data)
    with pytest.raises(PictureError, match=reason):
        open_picture(path)


def test_a_mask_of_sixteen_bits_is_rounded(tmp_path: Path) -> None:
    (tmp_path / "a.png").write_bytes(png(2, 16, 0, deep(129, 65535)))
    mask = read_mask(tmp_path / "a.png", Extent(2, 1))
    assert mask.read(mask.extent.bounds).tolist() == [[1, 255]]


DEEP_AVIF = base64.b64decode(
    "AAAAIGZ0eXBhdmlmAAAAAGF2aWZtaWYxbWlhZk1BMUEAAADybWV0YQAAAAAAAAAoaGRscgAAAAAAAAAAcGljdAAA"
    "AAAAAAAAAAAAAGxpYmF2aWYAAAAADnBpdG0AAAAAAAEAAAAeaWxvYwAAAABEAAABAAEAAAABAAABGgAAACAAAAAo"
    "aWluZgAAAAAAAQAAABppbmZlAgAAAAABAABhdjAxQ29sb3IAAAAAamlwcnAAAABLaXBjbwAAABRpc3BlAAAAAAAA"
    "AAgAAAAIAAAAEHBpeGkAAAAAAwoKCgAAAAxhdjFDgSBAAAAAABNjb2xybmNseAAMAA0AAYAAAAAXaXBtYQAAAAAA"
    "AAABAAEEAQKDBAAAAChtZGF0EgAKCDgIv+cMDQGQMhIQAAAAD/pCqfTHqTiVMp7MN8k="
)
"""8 x 8 pixels of (200, 100, 100) in Display P3, with 10 bits, as avifenc writes them."""


def nclx(data: bytes, primaries: int, curve: int) -> bytes:
    """An AVIF file with other colours, by the code points of ITU-T H.273."""
    at = data.index(b"nclx") + 4
    return data[:at] + struct.pack(">HH", primaries, curve) + data[at + 4 :]


@pytest.mark.parametrize(
    ("data", "right", "said"),
    [
        (DEEP_AVIF, [215, 93, 97], "primaries of its own"),  # by the matrix between both
        (nclx(DEEP_AVIF, 1, 13), [200, 100, 100], ""),
        (nclx(DEEP_AVIF, 2, 2), [200, 100, 100], ""),
        (nclx(DEEP_AVIF, 1, 8), [229, 168, 168], "gamma"),  # linear light
        (nclx(DEEP_AVIF, 9, 16), [200, 100, 100], "HDR"),
    ],
    ids=["Display P3", "sRGB", "unspecified", "linear", "HDR"],
)
def test_avif_says_its_depth_and_colours(
    tmp_path: Path, data: bytes, right: list[int], said: str
) -> None:
    path = tmp_path / "a.avif"
    path.write_bytes(data)
    opened = open_picture(path)
    assert opened.document.composite()[3, 3].tolist() == pytest.approx([*right, 255], abs=2)
    assert "10 bits" in str(opened.trouble)
    assert said in str(opened.trouble)
    assert bool(said) == (
        "colours of" in str(opened.trouble) or "of its own" in str(opened.trouble)
    )


@pytest.mark.parametrize("kind", [b"pitm", b"ipma", b"ipco", b"colr", b"pixi"])
def test_what_is_damaged_about_colours_does_not_hide_an_avif(tmp_path: Path, kind: bytes) -> None:
    path = tmp_path / "a.avif"
    at = DEEP_AVIF.index(kind)
    for damage in (b"\0\0\0\0", b"\xff" * 4):
        path.write_bytes(DEEP_AVIF[: at - 4] + damage + DEEP_AVIF[at:])
        with contextlib.suppress(PictureError):
            open_picture(path)


def test_avif_is_read(tmp_path: Path) -> None:
    Image.new("RGBA", (9, 7), (200, 100, 50, 255)).save(tmp_path / "a.avif", quality=100)
    assert open_picture(tmp_path / "a.avif").document.composite()[3, 3].tolist() == pytest.approx(
        [200, 100, 50, 255], abs=3
    )


@pytest.mark.parametrize("depth", [8, 16])
@pytest.mark.parametrize(
    "key",
    ["icc_profile", "gamma", "chromaticity", "cicp", "transparency", "interlace", "dpi", "xmp"],
)
def test_text_chunks_named_like_metadata_are_not_read_as_metadata(
    key: str, depth: int, tmp_path: Path
) -> None:
    text = png_chunk(b"tEXt", key.encode() + b"\0hello")
    row = b"\0" + b"".join(value.to_bytes(1) * (depth // 8) for value in (10, 20, 30, 255))
    data = png(1, depth, 6, row, text)
    (tmp_path / "a.png").write_bytes(data[:-12] + text + data[-12:])
    document, trouble, _ = open_picture(tmp_path / "a.png")
    assert document.composite().tolist() == [[[10, 20, 30, 255]]]
    assert trouble is None or depth == 16
