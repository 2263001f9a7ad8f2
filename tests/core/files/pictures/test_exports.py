"""Writing flat pictures, and what their formats keep besides pixels."""

import io
import re
import struct
import zlib
from dataclasses import replace
from pathlib import Path
from typing import Any

import numpy as np
import pytest
from PIL import Image

from glide_studio.core.document.document import Document
from glide_studio.core.document.layers import Layer
from glide_studio.core.document.metadata import Metadata
from glide_studio.core.files.documents import open_document, save_document
from glide_studio.core.files.formats import FORMATS, SUFFIXES, format_of
from glide_studio.core.files.metadata.embedded import without_location
from glide_studio.core.files.pictures.exports import ExportOptions, encoded, losses, write_picture
from glide_studio.core.files.pictures.reading import read_picture
from tests.colour_profiles import wide_gamut
from tests.picture_files import png, png_chunk

ALL = [".png", ".jpg", ".webp", ".tif", ".avif"]
EXACT = [".png", ".webp", ".tif"]
NOISE = np.random.default_rng(0).integers(0, 256, (30, 40, 4), dtype=np.uint8)
XMP = b"""<x:xmpmeta xmlns:x="adobe:ns:meta/"><rdf:RDF xmlns:rdf="http://www.w3.org/1999/02/22-rdf\
-syntax-ns#"><rdf:Description xmlns:t="http://ns.adobe.com/tiff/1.0/" xmlns:exif="http://ns.adobe\
.com/exif/1.0/" xmlns:photoshop="http://ns.adobe.com/photoshop/1.0/" t:Orientation="6" t:Make="Acme"
exif:GPSLatitude="48,51.5N" photoshop:City='Paris'><exif:GPSLongitude>2,17.7E</exif:GPSLongitude>
</rdf:Description></rdf:RDF></x:xmpmeta>"""


def exif(order: str = ">", thumbnail: bytes = b"") -> bytes:
    """Make, orientation 6, 300 pixels per inch, a size, maker notes and a place, by hand."""

    def entry(tag: int, kind: int, count: int, value: bytes | int) -> bytes:
        place = value if isinstance(value, bytes) else struct.pack(order + "I", value)
        return struct.pack(order + "HHI", tag, kind, count) + place.ljust(4, b"\0")

    def directory(entries: list[bytes], following: int = 0) -> bytes:
        count, link = struct.pack(order + "H", len(entries)), struct.pack(order + "I", following)
        return count + b"".join(entries) + link

    short = struct.pack(order + "HH", 6, 0)
    inch = struct.pack(order + "HH", 2, 0)
    data = (b"MM\0*" if order == ">" else b"II*\0") + struct.pack(order + "I", 8)
    after = 8 + len(directory([bytes(12)] * 7))
    inner, gps = after + 8, after + 8 + 42 + 10
    end = gps + 30 + 24
    first = [
        entry(0x10F, 2, 4, b"Abc\0"),
        entry(0x112, 3, 1, short),
        entry(0x11A, 5, 1, after),
        entry(0x11B, 5, 1, after),
        entry(0x128, 3, 1, inch),
        entry(0x8769, 4, 1, inner),
        entry(0x8825, 4, 1, gps),
    ]
    data += directory(first, end if thumbnail else 0) + struct.pack(order + "II", 300, 1)
    sizes = [entry(0x927C, 7, 10, inner + 42), entry(0xA002, 4, 1, 40), entry(0xA003, 4, 1, 30)]
    data += directory(sizes) + b"maker note"
    data += directory([entry(1, 2, 2, b"N\0"), entry(2, 5, 3, gps + 30)])
    data += struct.pack(order + "6I", 48, 1, 51, 1, 30, 1)
    if thumbnail:
        start = end + 30
        data += directory([entry(0x201, 4, 1, start), entry(0x202, 4, 1, len(thumbnail))])
        data += thumbnail
    return data


def read_back(data: bytes) -> tuple[dict[int, Any], dict[int, Any], dict[int, Any]]:
    """Pillow's view of an Exif block: its first directory, the inner one, and the place."""
    block = Image.Exif()
    block.load(data)
    return dict(block), block.get_ifd(0x8769), block.get_ifd(0x8825)


@pytest.mark.parametrize("order", ["<", ">"])
def test_exif_and_xmp_are_read_without_their_orientation(tmp_path: Path, order: str) -> None:
    path = tmp_path / "a.jpg"
    block = exif(order, thumbnail=b"\xff\xd8 old picture")
    Image.fromarray(NOISE[..., :3]).save(path, exif=b"Exif\0\0" + block, xmp=XMP)
    document = read_picture(path)
    assert (document.extent.width, document.extent.height) == (30, 40)
    kept = document.metadata.exif or b""
    first, inner, place = read_back(kept)
    assert set(first) == {0x10F, 0x11A, 0x11B, 0x128, 0x8769, 0x8825}
    assert inner[0x927C] == b"maker note"
    assert kept.index(b"maker note") == block.index(b"maker note")
    assert place == {1: "N", 2: (48, 51, 30)}
    assert b"old picture" not in kept
    assert document.metadata.xmp == XMP.replace(b' t:Orientation="6"', b"")
    assert document.metadata.resolution == (300, 300)


@pytest.mark.parametrize("suffix", ALL)
@pytest.mark.parametrize("order", ["<", ">"])
def test_every_format_keeps_resolution_exif_xmp_and_profile(
    tmp_path: Path, suffix: str, order: str
) -> None:
    metadata = Metadata((300, 150), exif(order), XMP)
    document = Document.from_picture(NOISE[:20])
    path = tmp_path / f"a{suffix}"
    write_picture(replace(document, metadata=metadata, icc_profile=wide_gamut()), path)
    with Image.open(path) as image:
        tags = image.getexif()
        assert tags[0x10F] == "Abc"
        inner = tags.get_ifd(0x8769)
        assert (inner[0x927C], inner[0xA002], inner[0xA003]) == (b"maker note", 40, 20)
        assert tags.get_ifd(0x8825)[2] == (48, 51, 30)
        assert (tags[0x11A], tags[0x11B], tags[0x128]) == (300, 150, 2)
        assert image.info["xmp"] == XMP
        assert image.info["icc_profile"] == wide_gamut()
        if suffix in (".png", ".jpg", ".tif"):
            assert image.info["dpi"] == pytest.approx((300, 150), abs=0.02)
    again = read_picture(path).metadata
    assert again.resolution == pytest.approx((300, 150), abs=0.02)
    assert read_back(again.exif or b"")[2] == {1: "N", 2: (48, 51, 30)}


@pytest.mark.parametrize("suffix", ALL)
@pytest.mark.parametrize("name", ["a.png", "a.jpg", "a.tif", "a.bmp"])
def test_resolution_goes_from_every_format_to_every_other(
    tmp_path: Path, name: str, suffix: str
) -> None:
    Image.new("RGB", (30, 20), "red").save(tmp_path / name, dpi=(300, 300))
    write_picture(read_picture(tmp_path / name), tmp_path / f"b{suffix}")
    again = read_picture(tmp_path / f"b{suffix}").metadata.resolution
    assert again == pytest.approx((300, 300), abs=0.01)


@pytest.mark.parametrize(
    ("dpi", "unit", "right"),
    [((300, 300), 1, (300, 300)), ((100, 100), 2, (254, 254)), ((2, 1), 0, None)],
)
def test_the_density_of_jfif_is_read(
    tmp_path: Path, dpi: tuple[int, int], unit: int, right: tuple[float, float] | None
) -> None:
    file = io.BytesIO()
    Image.new("RGB", (8, 8)).save(file, "JPEG")
    data = bytearray(file.getvalue())
    data[13:18] = struct.pack(">BHH", unit, *dpi)
    (tmp_path / "a.jpg").write_bytes(data)
    assert read_picture(tmp_path / "a.jpg").metadata.resolution == right


def test_a_picture_that_lies_on_its_side_has_its_resolution_turned_with_it(tmp_path: Path) -> None:
    density = png_chunk(b"pHYs", struct.pack(">IIB", 10_000, 5_000, 1))
    data = png(1, 8, 0, b"\0\1", density, png_chunk(b"eXIf", exif()))
    (tmp_path / "a.png").write_bytes(data)
    assert read_picture(tmp_path / "a.png").metadata.resolution == (127, 254)


@pytest.mark.parametrize("suffix", ALL)
def test_the_location_is_left_out_on_request(tmp_path: Path, suffix: str) -> None:
    metadata = Metadata(None, exif(), XMP)
    bare = without_location(metadata)
    for text in (b"48,51", b"2,17", b"Paris"):
        assert text not in (bare.xmp or b"")
    assert b't:Make="Acme"' in (bare.xmp or b"")
    assert struct.pack(">4I", 48, 1, 51, 1) not in (bare.exif or b"")
    document = replace(Document.from_picture(NOISE), metadata=metadata)
    write_picture(document, tmp_path / f"a{suffix}", ExportOptions(keep_location=False))
    with Image.open(tmp_path / f"a{suffix}") as image:
        tags = image.getexif()
        assert not tags.get_ifd(0x8825)
        assert tags[0x10F] == "Abc"
        assert tags.get_ifd(0x8769)[0x927C] == b"maker note"


PLACES = (
    b'<x:xmpmeta xmlns:x="adobe:ns:meta/">'
    b'<r:RDF xmlns:r="http://www.w3.org/1999/02/22-rdf-syntax-ns#">'
    b'<r:Description xmlns:gps="http://ns.acme.com/" xmlns:d="http://www.dji.com/drone-dji/1.0/" '
    b'd:GpsLatitude = "48.8" d:GpsLongtitude=\'2.2\' d:Model="a &gt; b">'
    b'<e:LocationShown xmlns:e="http://iptc.org/std/Iptc4xmpExt/2008-02-29/"><r:Bag>%b</r:Bag>'
    b"</e:LocationShown><gps:Note>kept</gps:Note></r:Description></r:RDF></x:xmpmeta>"
) % (b'<r:li e:City="48.8"><d:Note/></r:li>' * 200)


@pytest.mark.parametrize("encoding", ["utf-8", "utf-16"])
def test_the_location_is_found_wherever_a_packet_has_it(encoding: str) -> None:
    """As drones write it, in an element of any length, and in any encoding."""
    xmp = PLACES.decode().encode(encoding)
    bare = without_location(Metadata(xmp=xmp)).xmp or b""
    assert bare.startswith(b"<x:xmpmeta")
    assert b"<gps:Note>kept</gps:Note>" in bare
    assert b'd:Model="a &gt; b"' in bare
    assert not re.search(b"48|2[.]2|Location|Latitude", bare)
    assert without_location(Metadata(xmp=bare)).xmp == bare


@pytest.mark.parametrize("damaged", [PLACES[:-9], b"<!DOCTYPE a>" + PLACES, b"48.8, 2.2"])
def test_a_packet_that_cannot_be_read_goes_with_the_location(damaged: bytes) -> None:
    assert without_location(Metadata(xmp=damaged)).xmp is None


@pytest.mark.parametrize(
    "damaged", [b"", b"MM", b"MM no such thing", exif()[:40], b"II*\0\xff\xff\xff\xff"]
)
@pytest.mark.parametrize("suffix", ALL)
def test_a_damaged_exif_block_does_no_harm(tmp_path: Path, suffix: str, damaged: bytes) -> None:
    document = replace(Document.from_picture(NOISE), metadata=Metadata((72, 72), damaged, b"<"))
    write_picture(document, tmp_path / f"a{suffix}")
    assert read_picture(tmp_path / f"a{suffix}").metadata.resolution == pytest.approx(
        (72, 72), abs=0.1
    )


@pytest.mark.parametrize("channels", [3, 4])
@pytest.mark.parametrize("suffix", EXACT)
def test_lossless_formats_keep_every_byte(tmp_path: Path, suffix: str, channels: int) -> None:
    rgba = np.dstack([NOISE[..., :3], np.full((30, 40), 255, np.uint8)])
    rgba = NOISE if channels == 4 else rgba
    write_picture(Document.from_picture(rgba), tmp_path / f"a{suffix}")
    with Image.open(tmp_path / f"a{suffix}") as image:
        assert len(image.getbands()) == channels
    assert np.array_equal(read_picture(tmp_path / f"a{suffix}").composite(), rgba)


@pytest.mark.parametrize("suffix", [".jpg", ".webp", ".avif"])
def test_a_lower_quality_makes_a_smaller_file(suffix: str) -> None:
    document, kind = Document.from_picture(NOISE), format_of(suffix)
    assert kind is not None
    sizes = [len(encoded(document, kind, ExportOptions(q, lossless=False))) for q in (10, 50, 95)]
    assert sizes == sorted(set(sizes))


OPAQUE = Document.from_picture(np.full((4, 4, 4), 255, np.uint8))
TWO_LAYERS = OPAQUE.with_layer(Layer.empty("top", OPAQUE.extent))
LARGE = replace(OPAQUE, metadata=Metadata(xmp=bytes(70_000)))


@pytest.mark.parametrize(
    ("document", "suffix", "parts"),
    [
        (OPAQUE, ".jpg", []),
        (OPAQUE, ".none", []),
        (Document.from_picture(NOISE), ".png", []),
        (Document.from_picture(NOISE), ".JPG", ["transparency"]),
        (TWO_LAYERS, ".png", ["layers"]),
        (LARGE, ".jpg", ["metadata"]),
        (LARGE, ".png", []),
    ],
)
def test_losses_are_reported_before_saving(
    document: Document, suffix: str, parts: list[str]
) -> None:
    said = losses(document, suffix)
    assert len(said) == len(parts)
    assert all(part in str(sentence) for part, sentence in zip(parts, said, strict=True))


def test_metadata_too_large_for_jpeg_is_left_out(tmp_path: Path) -> None:
    write_picture(LARGE, tmp_path / "a.jpg")
    assert read_picture(tmp_path / "a.jpg").metadata.xmp is None


def test_the_table_of_formats_agrees_with_itself() -> None:
    assert {*ALL, ".jpeg", ".tiff"} == set(SUFFIXES)
    assert [format_of(suffix.upper()) for suffix in ALL] == list(FORMATS)
    assert format_of(".gif") is None


def texts_in(data: bytes) -> list[tuple[bytes, bytes]]:
    """The text chunks of a PNG file, as they lie in it."""
    found, place = [], 8
    while place < len(data):
        (size,) = struct.unpack(">I", data[place : place + 4])
        name, content = data[place + 4 : place + 8], data[place + 8 : place + 8 + size]
        found += [(name, content)] if name in (b"tEXt", b"zTXt", b"iTXt") else []
        place += 12 + size
    return found


TEXTS = [
    (b"tEXt", b"Author\0Ren\xe9e"),
    (b"tEXt", b"Comment\0one"),
    (b"tEXt", b"Comment\0the same keyword again"),
    (b"zTXt", b"Description\0\0" + zlib.compress(b"long " * 200)),
    (b"iTXt", "Title\0\0\0fr\0Titre\0Été".encode()),
    (b"tEXt", b"workflow\0{}"),
    (b"tEXt", b"exif:GPSLatitude\x0048"),
]


def picture_with_texts(path: Path, *more: bytes) -> Path:
    """A PNG file with `TEXTS`, of which the last ones stand behind the pixels."""
    chunks = [png_chunk(*text) for text in TEXTS]
    data = png(1, 8, 6, b"\0\1\2\3\xff", *chunks[:4], *more)
    path.write_bytes(data[:-12] + b"".join(chunks[4:]) + data[-12:])
    return path


def test_the_texts_of_a_png_file_stay_in_it(tmp_path: Path) -> None:
    path = picture_with_texts(tmp_path / "a.png")
    opened = open_document(path)
    assert opened.exact
    save_document(opened.project, path)
    assert texts_in(path.read_bytes()) == TEXTS


def test_texts_go_through_a_project_file(tmp_path: Path) -> None:
    opened = open_document(picture_with_texts(tmp_path / "a.png"))
    save_document(opened.project, tmp_path / "a.ora")
    save_document(open_document(tmp_path / "a.ora").project, tmp_path / "b.png")
    assert texts_in((tmp_path / "b.png").read_bytes()) == TEXTS


@pytest.mark.parametrize(
    ("options", "dropped"),
    [
        (ExportOptions(settings=False), b"workflow"),
        (ExportOptions(keep_location=False), b"exif:GPSLatitude"),
    ],
)
def test_texts_that_are_not_wanted_are_left_out(
    options: ExportOptions, dropped: bytes, tmp_path: Path
) -> None:
    document = read_picture(picture_with_texts(tmp_path / "a.png"))
    write_picture(document, tmp_path / "b.png", options)
    kept = [text for text in TEXTS if not text[1].startswith(dropped)]
    assert texts_in((tmp_path / "b.png").read_bytes()) == kept


def test_text_that_is_not_kept_is_reported(tmp_path: Path) -> None:
    large = png_chunk(b"tEXt", b"Comment\0" + bytes(300_000).replace(b"\0", b"x"))
    opened = open_document(picture_with_texts(tmp_path / "a.png", large))
    assert not opened.exact
    assert "contains more metadata than is kept" in str(opened.notes[0])
    assert len(opened.project.document.metadata.texts) == len(TEXTS)
