"""What PNG files say beside their pixels, built byte by byte by the third edition of the
specification."""

import io
import struct
import time
import zlib
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from glide_studio.core.document.metadata import Metadata
from glide_studio.core.files.metadata.png_chunks import parts_of, string_of
from glide_studio.core.files.picture_settings import settings_of
from glide_studio.core.files.pictures.exports import write_picture
from glide_studio.core.files.pictures.reading import open_picture
from tests.picture_files import png, png_chunk

LARGE = zlib.compress(bytes(10_000_000))
BOMB = zlib.compress(bytes(50_000_000))
PIXEL = [[[10, 20, 30, 255]]]


def picture(*before: bytes, after: tuple[bytes, ...] = ()) -> bytes:
    """One pixel, with these chunks before and after it."""
    data = png(1, 8, 2, b"\0\x0a\x14\x1e", *before)
    return data[:-12] + b"".join(after) + data[-12:]


def broken(name: bytes, content: bytes) -> bytes:
    """A chunk whose checksum is wrong."""
    return png_chunk(name, content)[:-1] + b"!"


def itxt(key: bytes, content: bytes, packed: bytes = b"\0\0") -> bytes:
    return png_chunk(b"iTXt", key + b"\0" + packed + b"\0\0" + content)


def ztxt(key: bytes, content: bytes) -> bytes:
    return png_chunk(b"zTXt", key + b"\0\0" + zlib.compress(content))


def hexadecimal(kind: str, content: bytes) -> bytes:
    """As ImageMagick 6 writes a profile into a text."""
    digits = content.hex()
    lines = "\n".join(digits[at : at + 72] for at in range(0, len(digits), 72))
    return f"\n{kind}\n{len(content):8}\n{lines}\n".encode()


QUIET = {
    "no keyword": png_chunk(b"tEXt", b""),
    "keyword alone": png_chunk(b"tEXt", b"Title"),
    "not compressed": png_chunk(b"zTXt", b"Title\0\0words"),
    "unknown compression": png_chunk(b"zTXt", b"Title\0\x09words"),
    "a bomb": png_chunk(b"zTXt", b"parameters\0\0" + BOMB),
    "cut short": png_chunk(b"iTXt", b"Title\0\1"),
    "no UTF-8": itxt(b"parameters", b"\xff\xfe"),
    "gamma": png_chunk(b"gAMA", b"\0"),
    "absurd gamma": png_chunk(b"gAMA", b"\xff" * 4),
    "damaged gamma": broken(b"gAMA", struct.pack(">I", 100_000)),
    "primaries": png_chunk(b"cHRM", b"\0\0"),
    "sRGB": png_chunk(b"sRGB", b""),
    "code points": png_chunk(b"cICP", b"\x0c"),
    "density": png_chunk(b"pHYs", b"\0"),
    "Exif": png_chunk(b"eXIf", b"\xff" * 40),
    "transparency": png_chunk(b"tRNS", b"\0"),
    "animation": png_chunk(b"acTL", b"\xff"),
    "frame": png_chunk(b"fcTL", b"\xff"),
    "unknown": broken(b"prVt", b"?"),
}
TOLD = {
    "XMP that is a bomb": (itxt(b"XML:com.adobe.xmp", BOMB, b"\1\0"), "more metadata than is kept"),
    "a damaged text": (broken(b"tEXt", b"Title\0words"), "more metadata than is kept"),
    "a huge text": (png_chunk(b"tEXt", b"Title\0" + bytes(2**18)), "more metadata than is kept"),
    "too many texts": (png_chunk(b"tEXt", b"k\0" + bytes(900)) * 300, "more metadata than is kept"),
    "damaged Exif": (broken(b"eXIf", b"II*\0"), "more metadata than is kept"),
    "no profile": (png_chunk(b"iCCP", b""), "colour profile"),
    "a damaged profile": (png_chunk(b"iCCP", b"a\0\0words"), "colour profile"),
    "a profile that is a bomb": (png_chunk(b"iCCP", b"a\0\0" + BOMB), "colour profile"),
    "XMP again and again": (
        itxt(b"XML:com.adobe.xmp", LARGE, b"\1\0") * 100,
        "more metadata than is kept",
    ),
    "IPTC again and again": (
        png_chunk(b"zTXt", b"Raw profile type iptc\0\0" + LARGE) * 100,
        "more metadata than is kept",
    ),
    "a profile again and again": (png_chunk(b"iCCP", b"a\0\0" + LARGE) * 100, "colour profile"),
    "a profile with a wrong checksum": (broken(b"iCCP", b"a\0\0"), "colour profile"),
}


@pytest.mark.parametrize("chunk", QUIET.values(), ids=QUIET)
def test_a_damaged_chunk_does_not_hide_the_picture(tmp_path: Path, chunk: bytes) -> None:
    path = tmp_path / "a.png"
    for data in (picture(chunk), picture(after=(chunk,))):
        path.write_bytes(data)
        document, trouble, _ = open_picture(path)
        assert document.composite().tolist() == PIXEL
        assert trouble is None
        assert settings_of(path).settings is None


@pytest.mark.parametrize(("chunk", "said"), TOLD.values(), ids=TOLD)
def test_unsupported_chunks_are_reported(tmp_path: Path, chunk: bytes, said: str) -> None:
    path = tmp_path / "a.png"
    path.write_bytes(picture(chunk))
    started = time.monotonic()
    document, trouble, _ = open_picture(path)
    assert time.monotonic() - started < 1
    assert document.composite().tolist() == PIXEL
    assert said in str(trouble)


def test_colours_count_only_before_the_palette_and_the_pixels(tmp_path: Path) -> None:
    linear, palette = png_chunk(b"gAMA", struct.pack(">I", 100_000)), png_chunk(b"PLTE", bytes(6))
    path = tmp_path / "a.png"
    for data in (picture(after=(linear,)), picture(palette, linear)):
        path.write_bytes(data)
        document, trouble, _ = open_picture(path)
        assert (document.composite().tolist(), trouble) == (PIXEL, None)


TIFF = b"MM\0*\0\0\0\x08\0\1\x01\x3b\0\2\0\0\0\2m\0\0\0\0\0\0\0"
"""An Exif block with an artist called m."""

XMP = b'<x:xmpmeta xmlns:x="adobe:ns:meta/"/>'


@pytest.mark.parametrize(
    ("chunks", "metadata"),
    [
        ([png_chunk(b"eXIf", TIFF)], Metadata(exif=TIFF)),
        ([png_chunk(b"eXIf", b"Exif\0\0" + TIFF)], Metadata(exif=TIFF)),
        ([ztxt(b"Raw profile type exif", hexadecimal("exif", TIFF))], Metadata(exif=TIFF)),
        (
            [ztxt(b"Raw profile type APP1", hexadecimal("generic", b"Exif\0\0" + TIFF))],
            Metadata(exif=TIFF),
        ),
        ([itxt(b"XML:com.adobe.xmp", XMP)], Metadata(xmp=XMP)),
        ([itxt(b"XML:com.adobe.xmp", zlib.compress(XMP), b"\1\0")], Metadata(xmp=XMP)),
        ([ztxt(b"Raw profile type xmp", hexadecimal("xmp", XMP))], Metadata(xmp=XMP)),
        (
            [
                png_chunk(
                    b"tEXt",
                    b"Raw profile type APP1\0"
                    + hexadecimal("generic", b"http://ns.adobe.com/xap/1.0/\0" + XMP),
                )
            ],
            Metadata(xmp=XMP),
        ),
        (
            [
                ztxt(b"Raw profile type xmp", hexadecimal("xmp", b"<old/>")),
                itxt(b"XML:com.adobe.xmp", XMP),
            ],
            Metadata(xmp=XMP),
        ),
        (
            [png_chunk(b"tEXt", b"Raw profile type xmp\0zz")],
            Metadata(texts=(("tEXt", b"Raw profile type xmp\0zz"),)),
        ),
        ([png_chunk(b"tEXt", b"exif\0II*")], Metadata(texts=(("tEXt", b"exif\0II*"),))),
    ],
)
def test_exif_and_xmp_are_kept_wherever_they_stand(
    tmp_path: Path, chunks: list[bytes], metadata: Metadata
) -> None:
    path = tmp_path / "a.png"
    for data in (picture(*chunks), picture(after=tuple(chunks))):
        path.write_bytes(data)
        document = open_picture(path).document
        assert document.metadata == metadata
        write_picture(document, path)
        assert open_picture(path).document.metadata == metadata


INFO = "a hat\nSteps: 20, Sampler: DDIM, CFG scale: 3, Seed: 5"


@pytest.mark.parametrize(
    "chunk",
    [
        png_chunk(b"tEXt", b"parameters\0" + INFO.encode()),
        ztxt(b"parameters", INFO.encode()),
        itxt(b"parameters", INFO.encode()),
        itxt(b"parameters", zlib.compress(INFO.encode()), b"\1\0"),
    ],
)
def test_settings_are_found_even_in_a_damaged_picture(tmp_path: Path, chunk: bytes) -> None:
    path = tmp_path / "a.png"
    pixels = png_chunk(b"IDAT", b"none")
    for data in (picture(chunk), picture(after=(chunk,)), picture(pixels, chunk)):
        path.write_bytes(data)
        found = settings_of(path).settings
        assert found is not None
        assert (found.prompt, found.seed) == ("a hat", 5)


@given(
    st.lists(
        st.tuples(
            st.sampled_from((b"tEXt", b"zTXt", b"iTXt", b"iCCP", b"eXIf", b"cICP", b"tRNS")),
            st.sampled_from(
                (b"", b"parameters\0", b"XML:com.adobe.xmp\0", b"Raw profile type xmp\0")
            ),
            st.binary(max_size=40)
            | st.binary(max_size=9).map(lambda each: b"\0" + zlib.compress(each)),
            st.booleans(),
        ),
        max_size=6,
    )
)
def test_arbitrary_chunks_never_crash(chunks: list[tuple[bytes, bytes, bytes, bool]]) -> None:
    made = [
        (png_chunk if sound else broken)(name, key + content)
        for name, key, content, sound in chunks
    ]
    for data in (picture(*made), picture(after=tuple(made))):
        parts = parts_of(io.BytesIO(data))
        assert all(isinstance(string_of(text), str | None) for text in parts.texts)
        kept = sum(name[1:] in (b"EXt", b"TXt") and sound for name, _, _, sound in chunks)
        assert len(parts.texts) <= kept
        pixels = b"".join(chunk for chunk in made if chunk[4:8] == b"tRNS" and chunk[-1:] != b"!")
        assert len(parts.pixels.read()) <= len(picture()) + len(pixels)
