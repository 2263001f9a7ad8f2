"""What exported files say of the edits in them, read by Pillow and ElementTree."""

import json
import time
from collections.abc import Callable
from dataclasses import replace
from pathlib import Path
from xml.etree import ElementTree

import msgspec
import numpy as np
import pytest
from PIL import Image

from glide_studio.core.document.accepting import accept
from glide_studio.core.document.document import Document
from glide_studio.core.document.layer_edits import flattened, merged_down, merged_visible
from glide_studio.core.document.metadata import Metadata
from glide_studio.core.files.documents import open_document, save_document
from glide_studio.core.files.picture_settings import settings_of
from glide_studio.core.files.pictures.exports import ExportOptions, write_picture
from glide_studio.core.files.pictures.reading import read_picture
from glide_studio.core.files.project import Project
from glide_studio.core.geometry import Extent, Rect
from glide_studio.core.mask.mask import Mask
from glide_studio.core.modes.modes import Mode
from glide_studio.core.request.request import Result
from glide_studio.core.request.settings import Sampling
from tests.fakes import picture, request_of, text_request

SUFFIXES = (".png", ".jpg", ".webp", ".tif", ".avif")
TYPES = "http://cv.iptc.org/newscodes/digitalsourcetype/"
LABEL = "{http://iptc.org/std/Iptc4xmpExt/2008-02-29/}DigitalSourceType"
TITLE = "{http://purl.org/dc/elements/1.1/}title"
EXIF_IFD, USER_COMMENT = 0x8769, 0x9286


def generated(prompt: str = "a red apple", **changes: object) -> Document:
    """A picture from text alone."""
    request = text_request(prompt, seed=7, **changes)
    return accept(Document.blank(Extent(256, 256)), Result(request, picture(7)))


def photograph(metadata: Metadata | None = None) -> Document:
    pixels = np.full((300, 300, 4), 255, np.uint8)
    pixels[..., 0] = np.arange(300) % 256
    return replace(Document.from_picture(pixels), metadata=metadata or Metadata())


def edited(document: Document, prompt: str = "a teapot") -> Document:
    """`document`, of at least 256 x 256, with one part repainted."""
    mask = np.zeros((document.extent.height, document.extent.width), np.uint8)
    mask[60:160, 60:160] = 255
    masked = document.with_mask(Mask.from_array(mask))
    request = request_of(masked, Mode.INPAINT, prompt=prompt, seed=9)
    return accept(masked, Result(request, picture(9)))


def upscaled(document: Document) -> Document:
    request = request_of(document, Mode.UPSCALE, prompt="larger")
    return accept(document, Result(request, np.zeros((1200, 1200, 3), np.uint8)))


def hidden(document: Document) -> Document:
    """`document` with its topmost layer hidden."""
    return document.with_changed(replace(document.layers[-1], visible=False))


def packet(path: Path) -> bytes:
    with Image.open(path) as image:
        xmp = image.info.get("xmp", b"")
    return xmp.encode() if isinstance(xmp, str) else xmp


def said(path: Path, name: str) -> str | None:
    """A property in the XMP of a file, whether it is an element or an attribute."""
    if not packet(path):
        return None
    for element in ElementTree.fromstring(packet(path)).iter():
        if element.tag == name or name in element.attrib:
            return element.attrib.get(name, element.text)
    return None


def saved(document: Document, path: Path, **options: bool) -> Path:
    write_picture(document, path, ExportOptions(**options))
    return path


def test_png_has_the_text_that_other_tools_read(tmp_path: Path) -> None:
    document = generated(
        negative_prompt="blurry, grey",
        guidance_scale=4.5,
        base=Sampling("dpm++2m-sde", "karras30"),
        upsample=Sampling("ddim", "ddim50"),
    )
    with Image.open(saved(document, tmp_path / "a.png")) as image:
        lines = image.info["parameters"].split("\n")
        record = json.loads(image.info["glide-studio"])
    assert lines[:2] == ["a red apple", "Negative prompt: blurry, grey"]
    assert lines[2].startswith(
        "Steps: 30, Sampler: DPM++ 2M SDE, Schedule type: Karras, CFG scale: 4.5, Seed: 7, "
        "Size: 256x256, Model: starter, Upsampler steps: 50, Upsampler sampler: DDIM, Version: "
    )
    settings = document.edits[0].request.settings
    assert record["edits"] == [json.loads(msgspec.json.encode(settings))]


@pytest.mark.parametrize("suffix", SUFFIXES)
@pytest.mark.parametrize(
    "prompt",
    [
        "a red apple",
        "two\nlines",
        'Äpfel 🍎 苹果 \ufffe\x01\x00 ]]> & <x> "quoted", a: b',
        "a\nNegative prompt: b\nSteps: 1, Sampler: x, CFG scale: 2, Seed: 3",
        "水" * 2000,
    ],
    ids=range(5),
)
def test_every_format_restores_the_settings(tmp_path: Path, suffix: str, prompt: str) -> None:
    document = generated(prompt, negative_prompt=prompt[:9])
    path = saved(document, tmp_path / f"a{suffix}")
    assert settings_of(path).edits == (document.edits[0].request.settings,)
    again = tmp_path / f"b{suffix}"
    write_picture(open_document(path).project.document, again)
    assert settings_of(again) == settings_of(path)
    assert said(again, LABEL) == f"{TYPES}trainedAlgorithmicMedia"


@pytest.mark.parametrize("suffix", SUFFIXES[1:])
@pytest.mark.parametrize(
    ("prompt", "code", "encoding"),
    [("apple", b"ASCII\0\0\0", "ascii"), ("苹果", b"UNICODE\0", "utf-16-be")],
)
def test_exif_carries_the_text(
    tmp_path: Path, suffix: str, prompt: str, code: bytes, encoding: str
) -> None:
    with Image.open(saved(generated(prompt), tmp_path / f"a{suffix}")) as image:
        comment = image.getexif().get_ifd(EXIF_IFD)[USER_COMMENT]
    assert comment[:8] == code
    assert comment[8:].decode(encoding).startswith(f"{prompt}\nSteps: 12, Sampler: UniPC, ")


@pytest.mark.parametrize("suffix", SUFFIXES)
def test_the_photographers_comment_and_description_are_kept(tmp_path: Path, suffix: str) -> None:
    exif = Image.Exif()
    exif[0x010E] = "the room"
    exif.get_ifd(EXIF_IFD).update({USER_COMMENT: b"ASCII\0\0\0my note", 0x920A: 50.0})
    document = edited(photograph(Metadata(exif=exif.tobytes()[6:])))
    with Image.open(saved(document, tmp_path / f"a{suffix}")) as image:
        tags = image.getexif()
        assert tags[0x010E] == "the room"
        assert tags.get_ifd(EXIF_IFD)[USER_COMMENT] == b"ASCII\0\0\0my note"
        assert tags.get_ifd(EXIF_IFD)[0x920A] == 50


RDF = b'<rdf:RDF xmlns:rdf="http://www.w3.org/1999/02/22-rdf-syntax-ns#">%b</rdf:RDF>'
CAMERA = b"http://cv.iptc.org/newscodes/digitalsourcetype/digitalCapture"
EXT = b'xmlns:%b="http://iptc.org/std/Iptc4xmpExt/2008-02-29/"'
DC = b'xmlns:dc="http://purl.org/dc/elements/1.1/" dc:title="a &amp; b &#xA; c"'
XMP = {
    "element": RDF
    % (
        b'<rdf:Description rdf:about="uuid:1" %b %b><q:DigitalSourceType>%b</q:DigitalSourceType>'
        b"</rdf:Description>" % (DC, EXT % b"q", CAMERA)
    ),
    "attribute": RDF
    % (
        b"<rdf:Description rdf:about='uuid:1' %b %b q:DigitalSourceType = '%b' />"
        % (DC, EXT % b"q", CAMERA)
    ),
    "empty element": RDF
    % (
        b'<rdf:Description rdf:about="uuid:1" %b %b><q:DigitalSourceType rdf:resource="a>b"/>'
        b"</rdf:Description>" % (DC, EXT % b"q")
    ),
    "wrapped and padded": b'<?xpacket begin="" id="W5M0MpCehiHzreSzNTczkc9d"?>\n'
    b'<x:xmpmeta xmlns:x="adobe:ns:meta/">'
    + RDF % (b'<rdf:Description rdf:about="uuid:1" %b/>' % DC)
    + b'</x:xmpmeta><!-- </rdf:RDF> -->\n<?xpacket end="w"?>'
    + b" " * 2000
    + bytes(9),
}
XMP["utf-16"] = XMP["element"].decode().encode("utf-16")


@pytest.mark.parametrize("suffix", SUFFIXES)
@pytest.mark.parametrize("kind", XMP)
def test_an_existing_xmp_packet_keeps_its_contents(tmp_path: Path, kind: str, suffix: str) -> None:
    path = saved(edited(photograph(Metadata(xmp=XMP[kind]))), tmp_path / f"a{suffix}")
    assert said(path, LABEL) == f"{TYPES}compositeWithTrainedAlgorithmicMedia"
    assert packet(path).count(b"DigitalSourceType") == 2  # its two tags
    assert said(path, TITLE) == "a & b \n c"
    assert packet(path).count(b"uuid:1") == 2
    assert settings_of(path).settings is not None


@pytest.mark.parametrize(
    "xmp",
    [
        b"<x:xmpmeta",
        b'<!DOCTYPE a [<!ENTITY b "c">]><a>&b;</a>',
        b"<a>" * 100_000,
        RDF % b"" + b"<a/>",
        b"\xff" * 99,
        b"",
    ],
)
def test_an_unreadable_xmp_packet_is_replaced(tmp_path: Path, xmp: bytes) -> None:
    path = saved(edited(photograph(Metadata(xmp=xmp))), tmp_path / "a.jpg")
    assert said(path, LABEL) == f"{TYPES}compositeWithTrainedAlgorithmicMedia"


@pytest.mark.parametrize("xmp", [None, *XMP.values(), b"<x:xmpmeta"])
def test_a_picture_without_edits_gets_no_generation_data(tmp_path: Path, xmp: bytes | None) -> None:
    document = photograph(Metadata(xmp=xmp))
    path = saved(document, tmp_path / "a.jpg")
    assert packet(path) == (xmp or b"")
    assert settings_of(path) == ((), ())
    with Image.open(path) as image:
        assert not image.getexif().get_ifd(EXIF_IFD)


@pytest.mark.parametrize(
    ("document", "prompts", "label"),
    [
        (lambda: hidden(edited(photograph())), [], None),
        (lambda: edited(photograph()), ["a teapot"], "compositeWithTrainedAlgorithmicMedia"),
        (lambda: generated(), ["a red apple"], "trainedAlgorithmicMedia"),
        (lambda: edited(generated()), ["a red apple", "a teapot"], "trainedAlgorithmicMedia"),
        (lambda: hidden(edited(generated())), ["a red apple"], "trainedAlgorithmicMedia"),
        (lambda: covered(edited(photograph())), ["a sky"], "trainedAlgorithmicMedia"),
        (
            lambda: edited(edited(photograph()), "a lamp"),
            ["a teapot", "a lamp"],
            "compositeWithTrainedAlgorithmicMedia",
        ),
    ],
)
def test_visible_edits_are_described(
    tmp_path: Path, document: Callable[[], Document], prompts: list[str], label: str | None
) -> None:
    path = saved(document(), tmp_path / "a.png")
    assert [settings.prompt for settings in settings_of(path).edits] == prompts
    assert said(path, LABEL) == (label and TYPES + label)


@pytest.mark.parametrize("as_project", [False, True])
@pytest.mark.parametrize(
    "change",
    [
        lambda document: document.with_changed(
            document.layers[-1].with_pixels(document.layers[-1].raster)
        ),
        flattened,
        merged_visible,
        lambda document: merged_down(document, document.layers[-1].id),
        upscaled,
    ],
)
def test_merged_edits_are_still_described(
    tmp_path: Path, change: Callable[[Document], Document], as_project: bool
) -> None:
    document = change(edited(photograph()))
    if as_project:
        save_document(Project(document), tmp_path / "a.ora")
        document = open_document(tmp_path / "a.ora").project.document
    path = saved(document, tmp_path / "a.jpg")
    assert settings_of(path).edits[0].prompt == "a teapot"
    assert said(path, LABEL) == f"{TYPES}compositeWithTrainedAlgorithmicMedia"


def covered(document: Document) -> Document:
    """`document` below a whole picture from text."""
    request = replace(text_request("a sky"), bounds=document.extent.bounds)
    return accept(document, Result(request, picture(3)))


@pytest.mark.parametrize("suffix", SUFFIXES)
def test_settings_and_label_can_be_switched_off(tmp_path: Path, suffix: str) -> None:
    path = saved(generated(), tmp_path / f"a{suffix}", ai_label=False)
    labelled = saved(generated(), tmp_path / f"b{suffix}")
    assert said(labelled, LABEL) == f"{TYPES}trainedAlgorithmicMedia"
    again = open_document(labelled).project.document
    assert said(saved(again, labelled, ai_label=False), LABEL) is None
    assert (said(path, LABEL), len(settings_of(path).edits)) == (None, 1)
    opened = open_document(path).project.document
    for document in (generated("my secret"), opened):
        write_picture(document, path, ExportOptions(settings=False))
        assert settings_of(path) == ((), ())
        assert not any(word in path.read_bytes() for word in (b"secret", b"apple", b"starter"))
    saved(generated(), path, settings=False)
    assert said(path, LABEL) == f"{TYPES}trainedAlgorithmicMedia"


def test_the_text_of_another_program_can_be_left_out(tmp_path: Path) -> None:
    exif = Image.Exif()
    text = b"my secret\nSteps: 20, Sampler: Euler a, CFG scale: 7, Seed: 1"
    exif.get_ifd(EXIF_IFD)[USER_COMMENT] = b"ASCII\0\0\0" + text
    document = photograph(Metadata(exif=exif.tobytes()[6:]))
    path = saved(document, tmp_path / "a.jpg")
    assert b"my secret" in path.read_bytes()
    saved(document, path, settings=False)
    assert b"secret" not in path.read_bytes()


@pytest.mark.parametrize(
    "inside",
    [
        b'<rdf:Description xmlns:q="http://iptc.org/std/Iptc4xmpExt/2008-02-29/" '
        b'q:DigitalSourceType="a"/>' * 50_000,
        b"<a>" * 500_000 + b"</a>" * 500_000,
        b"<a/>" * 1_000_000,
        b"<!--" + b"x" * 7_000_000 + b"-->",
        b"x" * 20_000_000,
    ],
    ids=["descriptions", "nested", "many", "comment", "huge"],
)
def test_hostile_xmp_packets_are_limited(tmp_path: Path, inside: bytes) -> None:
    started = time.monotonic()
    document = edited(photograph(Metadata(xmp=RDF % inside)))
    path = saved(document, tmp_path / "a.png")
    assert time.monotonic() - started < 10
    assert settings_of(path).settings is not None  # in PNG's text, whatever the packet


def test_an_edit_of_an_opened_picture_is_added_to_the_described_edits(tmp_path: Path) -> None:
    path = saved(generated(), tmp_path / "a.jpg")
    again = saved(edited(open_document(path).project.document), tmp_path / "b.jpg")
    assert [settings.prompt for settings in settings_of(again).edits] == ["a red apple", "a teapot"]
    with Image.open(again) as image:
        comment = image.getexif().get_ifd(EXIF_IFD)[USER_COMMENT]
    assert comment.startswith(b"ASCII\0\0\0a teapot\n")
    assert said(again, LABEL) == f"{TYPES}compositeWithTrainedAlgorithmicMedia"


@pytest.mark.parametrize("size", [64_250, 65_480, 500_000])
def test_a_packet_that_leaves_little_room_goes_on_in_further_segments(
    tmp_path: Path, size: int
) -> None:
    title = b'<rdf:Description rdf:about="" xmlns:a="a:" a:a="%b"/>' % (b"x" * size)
    document = edited(edited(photograph(Metadata(xmp=RDF % title))), "a lamp")
    path = saved(document, tmp_path / "a.jpg")
    assert said(path, LABEL) is not None  # in the first segment, which every program reads
    assert b"x" * size in (read_picture(path).metadata.xmp or b"")
    assert [settings.prompt for settings in settings_of(path).edits] == ["a teapot", "a lamp"]
    with Image.open(path) as image:
        assert USER_COMMENT in image.getexif().get_ifd(EXIF_IFD)


def holed(document: Document) -> Document:
    """`document` with a transparent corner."""
    layer = document.layers[-1]
    hole = np.zeros((60, 60, 4), np.uint8)
    return document.with_changed(layer.with_pixels(layer.raster.write(Rect(0, 0, 60, 60), hole)))


MASK = Mask.from_array(np.pad(np.full((80, 80), 255, np.uint8), 110))
STARTS = {
    Mode.TEXT_TO_IMAGE: Document.blank(Extent(256, 256)),
    Mode.INPAINT: photograph().with_mask(MASK),
    Mode.OUTPAINT: holed(photograph()),
    Mode.SKETCH: photograph(),
    Mode.VARIATION: edited(photograph()),
    Mode.UPSCALE: photograph(),
}


@pytest.mark.parametrize("mode", Mode)
def test_every_mode_names_the_model_that_made_the_picture(tmp_path: Path, mode: Mode) -> None:
    start = STARTS[mode]
    request = request_of(start, mode)
    request = replace(request, settings=replace(request.settings, model="my own"))
    made = upscaled(start).extent if mode is Mode.UPSCALE else Extent(256, 256)
    pixels = np.zeros((made.height, made.width, 3), np.uint8)
    path = saved(accept(start, Result(request, pixels)), tmp_path / "a.png")
    assert settings_of(path).edits[-1].model == "my own"
    with Image.open(path) as image:
        assert ", Model: my own, " in image.info["parameters"]
