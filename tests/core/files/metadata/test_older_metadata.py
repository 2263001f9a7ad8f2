"""Metadata beside Exif and XMP: IPTC's fields, comments, and XMP in several segments."""

import io
import struct
from dataclasses import replace
from pathlib import Path

import numpy as np
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from PIL import ExifTags, Image
from PIL.TiffImagePlugin import ImageFileDirectory_v2

from glide_studio.core.document.document import Document
from glide_studio.core.document.metadata import Metadata
from glide_studio.core.files.documents import lost_by_saving, open_document, save_document
from glide_studio.core.files.formats import FORMATS, Format
from glide_studio.core.files.metadata.embedded import has_location
from glide_studio.core.files.metadata.xmp import Property, property_of
from glide_studio.core.files.pictures.exports import ExportOptions, write_picture
from glide_studio.core.files.pictures.reading import open_picture
from glide_studio.core.files.project import Project
from tests.picture_files import png_chunk
from tests.picture_files import tiff as tiff_file

PICTURE = Image.new("RGB", (8, 8), "teal")
DOCUMENT = Document.from_picture(np.full((8, 8, 4), 255, np.uint8))
TITLE = Property("http://purl.org/title/", "t", "Title")
NOTE = "http://ns.adobe.com/xmp/note/"
GUID = b"0123456789ABCDEF" * 2
RDF = b"http://www.w3.org/1999/02/22-rdf-syntax-ns#"


def dataset(number: int, value: bytes) -> bytes:
    return b"\x1c\x02" + bytes([number]) + struct.pack(">H", len(value)) + value


CAPTION, CITY = dataset(120, "Café".encode()), dataset(90, b"Paris")
IPTC = CAPTION + CITY + dataset(25, b"teapot")


def resource(number: int, data: bytes, name: bytes = b"\0\0") -> bytes:
    return b"8BIM" + struct.pack(">H", number) + name + struct.pack(">I", len(data)) + data


def segment(marker: int, data: bytes) -> bytes:
    return struct.pack(">BBH", 0xFF, marker, len(data) + 2) + data


def photoshop(*resources: bytes) -> bytes:
    return segment(0xED, b"Photoshop 3.0\0" + b"".join(resources))


def jpeg(path: Path, *segments: bytes) -> Path:
    file = io.BytesIO()
    PICTURE.save(file, "JPEG")
    path.write_bytes(file.getvalue()[:2] + b"".join(segments) + file.getvalue()[2:])
    return path


def packet(inside: bytes) -> bytes:
    return b'<x:xmpmeta xmlns:x="adobe:ns:meta/"><r:RDF xmlns:r="%b">%b</r:RDF></x:xmpmeta>' % (
        RDF,
        inside,
    )


FIRST = packet(b'<r:Description xmlns:n="%b" n:HasExtendedXMP="%b"/>' % (NOTE.encode(), GUID))
REST = packet(
    b'<r:Description xmlns:t="http://purl.org/title/"><t:Title>Tea &gt; coffee</t:Title>'
    b'</r:Description><r:Description r:about=""/>'
)


def extension(data: bytes, at: int, whole: bytes = REST, guid: bytes = GUID) -> bytes:
    head = guid + struct.pack(">II", len(whole), at)
    return segment(0xE1, b"http://ns.adobe.com/xmp/extension/\0" + head + data)


def first_packet(data: bytes = FIRST) -> bytes:
    return segment(0xE1, b"http://ns.adobe.com/xap/1.0/\0" + data)


def tiff(path: Path, tag: int, value: bytes) -> Path:
    PICTURE.save(path, tiffinfo={tag: value})
    return path


def opened(path: Path) -> Document:
    found = open_document(path)
    assert found.exact, list(map(str, found.notes))
    return found.project.document


@pytest.mark.parametrize(
    "name",
    [
        "a.jpg",
        "split.jpg",
        "named.jpg",
        "a.tif",
        "resources.tif",
        "a.png",
        "bare.png",
        "exiftool.png",
    ],
)
def test_iptc_is_read_wherever_programs_write_it(tmp_path: Path, name: str) -> None:
    path = tmp_path / name
    resources = resource(0x0425, bytes(16)) + resource(0x0404, IPTC)
    raw = IPTC if name == "bare.png" else resources
    title = b"IPTC profile" if name == "exiftool.png" else b"iptc"
    text = b"Raw profile type iptc\0\n%b\n%8d\n%b\n" % (title, len(raw), raw.hex().encode())
    match name:
        case "a.jpg":
            jpeg(path, photoshop(resources))
        case "split.jpg":
            jpeg(path, photoshop(resources[:40]), photoshop(resources[40:]))
        case "named.jpg":
            jpeg(path, photoshop(resource(0x0404, IPTC, b"\4name\0")))
        case "a.tif":
            tiff(path, 33723, IPTC)
        case "resources.tif":
            tiff(path, 34377, resources)
        case _:
            file = io.BytesIO()
            PICTURE.save(file, "PNG")
            data = file.getvalue()
            path.write_bytes(data[:33] + png_chunk(b"tEXt", text) + data[33:])
    assert opened(path).metadata.iptc == IPTC


@pytest.mark.parametrize("kind", [each for each in FORMATS if each.iptc], ids=lambda each: each[0])
def test_iptc_is_kept_where_the_format_holds_it(tmp_path: Path, kind: Format) -> None:
    document = replace(DOCUMENT, metadata=Metadata(iptc=IPTC * 3000))
    path = tmp_path / f"a{kind.suffixes[0]}"
    assert lost_by_saving(Project(document), path) == ()
    write_picture(document, path)
    assert opened(path).metadata.iptc == IPTC * 3000


@pytest.mark.parametrize("bits", [8, 16])
def test_iptc_of_long_numbers_is_read_as_their_bytes(tmp_path: Path, bits: int) -> None:
    """As libtiff's old definition of the tag makes programs write it."""
    data = IPTC.ljust(-(-len(IPTC) // 4) * 4, b"\0")
    numbers = struct.unpack(f">{len(data) // 4}I", data)
    size = {256: (1,), 257: (1,), 258: (bits, bits, bits), 262: (2,), 277: (3,), 33723: numbers}
    path = tmp_path / "a.tif"
    path.write_bytes(tiff_file([bytes(bits // 8 * 3)], size, ">"))
    found = open_picture(path).document
    assert found.metadata.iptc == data


@pytest.mark.parametrize("mode", ["RGB", "I;16"])
def test_names_in_a_tiff_keep_their_letters(tmp_path: Path, mode: str) -> None:
    """Programs write them in UTF-8, whereas TIFF knows ASCII only."""
    name, exif, owner = "Jörg".encode(), 0x8769, 0xA430
    info = ImageFileDirectory_v2()
    info[ExifTags.Base.Artist], info[exif] = name, {owner: name}
    Image.new(mode, (2, 2)).save(tmp_path / "a.tif", tiffinfo=info)
    write_picture(open_picture(tmp_path / "a.tif").document, tmp_path / "a.jpg")
    with Image.open(tmp_path / "a.jpg") as image:
        found = image.getexif()
    assert found[ExifTags.Base.Artist].encode("latin-1") == name
    assert found.get_ifd(exif)[owner] in (name, name.decode("latin-1"))


@pytest.mark.parametrize("suffix", [".webp", ".avif"])
def test_what_a_format_cannot_hold_is_said_before_it_is_written(
    tmp_path: Path, suffix: str
) -> None:
    path = jpeg(tmp_path / "a.jpg", photoshop(resource(0x0404, IPTC)), segment(0xFE, b"Tea"))
    said = " ".join(map(str, lost_by_saving(open_document(path).project, tmp_path / f"b{suffix}")))
    assert "cannot hold the IPTC fields" in said
    assert "cannot hold all comments" in said


def test_texts_of_a_png_that_jpeg_cannot_hold_are_said(tmp_path: Path) -> None:
    metadata = Metadata(texts=(("tEXt", b"Comment\0Tea"),))
    document = replace(DOCUMENT, metadata=metadata)
    assert lost_by_saving(Project(document), tmp_path / "a.jpg") == ()
    metadata = Metadata(texts=(*metadata.texts, ("tEXt", b"Author\0Ann")))
    document = replace(document, metadata=metadata)
    (said,) = lost_by_saving(Project(document), tmp_path / "a.jpg")
    assert "cannot hold all comments and other texts" in str(said)
    assert lost_by_saving(Project(document), tmp_path / "a.png") == ()


COMMENTS = [b"Tea", "Caf\xe9 \u2615".encode(), "Caf\xe9".encode("latin-1")]


def test_comments_go_through_every_file_that_holds_them_to_the_byte(tmp_path: Path) -> None:
    path = jpeg(tmp_path / "a.jpg", *(segment(0xFE, each) for each in COMMENTS))
    for name in ("b.png", "c.ora", "d.jpg"):
        document = opened(path)
        path = tmp_path / name
        save_document(Project(document), path)
    with Image.open(path) as image:
        assert [data for kind, data in image.applist if kind == "COM"] == COMMENTS  # type: ignore[attr-defined]
    PICTURE.save(tmp_path / "a.gif", comment=b"Tea")
    assert opened(tmp_path / "a.gif").metadata.texts == (("tEXt", b"Comment\0Tea"),)


def test_the_place_is_left_out_of_iptc_too(tmp_path: Path) -> None:
    document = replace(DOCUMENT, metadata=Metadata(iptc=IPTC))
    assert has_location(document.metadata)
    write_picture(document, tmp_path / "a.jpg", ExportOptions(keep_location=False))
    assert opened(tmp_path / "a.jpg").metadata.iptc == IPTC.replace(CITY, b"")


def test_xmp_in_several_segments_is_one_packet(tmp_path: Path) -> None:
    pieces = (
        extension(REST[40:], 40),
        extension(b"foreign", 0, guid=b"F" * 32),
        extension(REST[:40], 0),
    )
    document = opened(jpeg(tmp_path / "a.jpg", first_packet(), *pieces))
    assert property_of(document.metadata.xmp, TITLE) == "Tea > coffee"
    assert property_of(document.metadata.xmp, Property(NOTE, "n", "HasExtendedXMP")) is None
    write_picture(document, tmp_path / "b.webp")
    with Image.open(tmp_path / "b.webp") as image:
        assert property_of(image.info["xmp"], TITLE) == "Tea > coffee"


@pytest.mark.parametrize(
    "pieces",
    [
        [extension(REST[:40], 0)],
        [extension(REST[41:], 41), extension(REST[:40], 0)],
        [extension(REST, 0, REST + b" ")],
        [extension(b"<x", 0, b"<x")],
        [extension(REST, 0, guid=b"F" * 32)],
        [segment(0xE1, b"http://ns.adobe.com/xmp/extension/\0" + GUID)],
    ],
    ids=["cut off", "a gap", "another size", "no XML", "another name", "no head"],
)
def test_damaged_extensions_are_said_to_be_lost(tmp_path: Path, pieces: list[bytes]) -> None:
    found = open_document(jpeg(tmp_path / "a.jpg", first_packet(), *pieces))
    assert "more metadata than is kept" in str(found.notes[0])
    assert not found.exact
    assert found.project.document.metadata.xmp == FIRST


def test_paths_of_photoshop_are_said_to_be_lost(tmp_path: Path) -> None:
    _, trouble, _ = open_picture(jpeg(tmp_path / "a.jpg", photoshop(resource(2000, bytes(26)))))
    assert "more metadata than is kept" in str(trouble)


@settings(max_examples=40)
@given(st.binary(max_size=80), st.sampled_from([b"", b"8BIM", resource(0x0404, b"")[:8], IPTC[:9]]))
def test_no_resources_and_no_record_are_too_odd(
    tmp_path_factory: pytest.TempPathFactory, data: bytes, head: bytes
) -> None:
    folder = tmp_path_factory.getbasetemp()
    for odd in (photoshop(head + data), photoshop(resource(0x0404, head + data))):
        document = open_picture(jpeg(folder / "odd.jpg", odd)).document
        write_picture(document, folder / "odd again.jpg", ExportOptions(keep_location=False))
