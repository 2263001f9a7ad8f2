"""Project files. The files in `ora/` were written by Krita 5.1.5, MyPaint 2.0.1, pyora 0.3.11 and
by hand; each .png shows what the program that wrote the .ora shows for it."""

import io
import tracemalloc
import zipfile
from collections.abc import Callable, Mapping
from dataclasses import replace
from pathlib import Path

import msgspec
import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st
from numpy.typing import NDArray
from PIL import Image

from glide_studio.core.document.accepting import accept
from glide_studio.core.document.blend import Blend, Ground
from glide_studio.core.document.blend_modes import BlendMode
from glide_studio.core.document.document import Document
from glide_studio.core.document.edit import Edit
from glide_studio.core.document.guides import Guide
from glide_studio.core.document.layers import Layer
from glide_studio.core.document.metadata import Metadata
from glide_studio.core.document.reshape import rotated
from glide_studio.core.files.layered import importing
from glide_studio.core.files.layered.openraster_reading import read_openraster
from glide_studio.core.files.pictures.reading import open_picture
from glide_studio.core.files.project import Opened, Project, SavedView
from glide_studio.core.files.safe_file import PictureError
from glide_studio.core.geometry import Extent, Rect
from glide_studio.core.mask.mask import Mask
from glide_studio.core.modes.modes import Mode
from glide_studio.core.raster.raster import Pixels, Raster
from glide_studio.core.request.request import Result, to_json
from tests.colour_profiles import padded, wide_gamut
from tests.fakes import request_of, settings
from tests.picture_files import openraster

FOLDER = Path(__file__).parent / "ora"
SHOWN = sorted(path.stem for path in FOLDER.glob("*.png") if path.stem != "mypaint-svg")
ONE_SENTENCE = r"\A“[^\n]*[^\n.]\.\Z"


def opened(data: bytes | Path) -> Opened:
    if isinstance(data, Path):
        data = data.read_bytes()
    return read_openraster(io.BytesIO(data), "a.ora")


def again(project: Project) -> Opened:
    return opened(openraster(project))


def entries(data: bytes) -> dict[str, bytes]:
    with zipfile.ZipFile(io.BytesIO(data)) as archive:
        return {name: archive.read(name) for name in archive.namelist()}


def packed(files: Mapping[str, bytes]) -> bytes:
    file = io.BytesIO()
    with zipfile.ZipFile(file, "w") as archive:
        for name, data in files.items():
            archive.writestr(name, data)
    return file.getvalue()


def premultiplied(pixels: Pixels) -> NDArray[np.float64]:
    seen = pixels.astype(float)
    seen[..., :3] *= seen[..., 3:] / 255
    return seen


def same_layers(one: Document, other: Document) -> bool:
    def known(layer: Layer) -> Layer:
        return replace(layer, raster=Raster.empty(Extent(1, 1)), edit=None)

    return all(
        known(a).__dict__ | {"raster": 0} == known(b).__dict__ | {"raster": 0}
        and np.array_equal(a.raster.to_array(), b.raster.to_array())
        and msgspec.json.decode(to_json(a.edit)) == msgspec.json.decode(to_json(b.edit))
        for a, b in zip(one.layers, other.layers, strict=True)
    )


@pytest.mark.parametrize("name", SHOWN)
def test_files_of_other_programs_look_as_these_programs_show_them(name: str) -> None:
    shown = np.asarray(Image.open(FOLDER / f"{name}.png").convert("RGBA"))
    document = opened(FOLDER / f"{name}.ora").project.document
    difference = np.abs(premultiplied(document.composite()) - premultiplied(shown))
    assert difference.max() <= 2


@pytest.mark.parametrize(
    ("name", "names"),
    [
        ("krita-layers", ["Paper", "Disc 46%"]),
        ("hand-extra", ["paper", "disc"]),
        ("hand-no-merged", ["paper", "disc"]),
        ("krita-groups", ["Paper", "Group 50%", "base", "mul over all", "Isolated"]),
    ],
)
def test_layers_are_bottom_first_and_only_isolated_groups_become_one(
    name: str, names: list[str]
) -> None:
    layers = opened(FOLDER / f"{name}.ora").project.document.layers
    assert [layer.name for layer in layers][: len(names)] == names


@pytest.mark.parametrize("path", sorted(FOLDER.glob("*.ora")), ids=lambda path: path.stem)
def test_what_other_programs_wrote_survives_saving(path: Path) -> None:
    project = opened(path).project
    data = openraster(project)
    kept = opened(data)
    assert kept.exact
    assert same_layers(project.document, kept.project.document)
    assert project.document.foreign == kept.project.document.foreign
    assert project.document.metadata == kept.project.document.metadata


def test_foreign_attributes_and_entries_are_written_back() -> None:
    data = openraster(opened(FOLDER / "hand-extra.ora").project)
    assert (
        entries(data)["META/x.bin"]
        == entries((FOLDER / "hand-extra.ora").read_bytes())["META/x.bin"]
    )
    xml = entries(data)["stack.xml"].decode()
    assert 'uuid="abc"' in xml
    assert "edits/1" in xml


def test_the_file_is_laid_out_as_the_specification_says() -> None:
    data = openraster(Project(document_with_everything()))
    with zipfile.ZipFile(io.BytesIO(data)) as archive:
        first = archive.infolist()[0]
        assert (first.filename, first.compress_type) == ("mimetype", zipfile.ZIP_STORED)
    assert data[38:53] == b"image/openraster"[:15]
    files = entries(data)
    assert files["mimetype"] == b"image/openraster"
    with Image.open(io.BytesIO(files["Thumbnails/thumbnail.png"])) as thumbnail:
        assert max(thumbnail.size) == 256
    with Image.open(io.BytesIO(files["mergedimage.png"])) as merged:
        assert np.array_equal(np.asarray(merged), document_with_everything().composite())
        assert merged.info["icc_profile"] == wide_gamut()
    assert b"<glide" not in files["stack.xml"]  # MyPaint refuses files with foreign elements
    assert b'isolation="isolate"' in files["stack.xml"]
    assert b'xres="300"' in files["stack.xml"]


def edited(document: Document) -> Document:
    """`document` with a masked edit, turned afterwards."""
    painted = document.with_mask(
        document.mask.write(Rect(20, 30, 90, 80), np.full((80, 90), 255, np.uint8))
    )
    request = request_of(painted, Mode.INPAINT, prompt="a red hat")
    noise = np.random.default_rng(1).integers(0, 256, (256, 256, 3), np.uint8)
    result = Result(request, noise, matte=np.ascontiguousarray(noise[..., 0]))
    return rotated(accept(painted, result, blend=Blend(3, Ground.KEEP, 2)), 1)


def document_with_everything() -> Document:
    noise = np.random.default_rng(0).integers(0, 256, (301, 400, 4), np.uint8)
    document = replace(
        Document.from_picture(noise, "Photo & <paper>\t“é” 日本 🎨"), icc_profile=wide_gamut()
    )
    document = edited(document)
    extent = document.extent
    drawn = Layer.empty("", extent).with_pixels(
        Raster.empty(extent).write(Rect(280, 7, 40, 9), np.full((9, 40, 4), 200, np.uint8))
    )
    styled = replace(
        drawn, id="styled", opacity=0.123, blend_mode=BlendMode.SUBTRACT, visible=False, locked=True
    )
    styled = replace(styled, past_edits=(settings(prompt="ein Hut"), settings(seed=3)))
    document = document.with_layer(drawn).with_layer(styled).with_layer(Layer.empty("same", extent))
    soft = np.tile(np.arange(extent.width, dtype=np.uint8), (extent.height, 1))
    return replace(
        document,
        mask=Mask.from_array(soft),
        guides=(Guide("x", 10), Guide("y", -3)),
        active_id="styled",
        region=Rect(10, 20, 60, 60),
        metadata=Metadata((300.0, 300.5), b"II*\0exif", b"<x:xmpmeta/>"),
    )


def test_a_project_comes_back_to_the_byte() -> None:
    document = document_with_everything()
    view = SavedView(1.5, 10.25, 20.5, 30.0, True)
    project = again(Project(document, view, settings(prompt="Ein roter Hut"))).project
    found = project.document
    assert same_layers(document, found)
    assert (project.view, project.settings) == (view, settings(prompt="Ein roter Hut"))
    assert np.array_equal(found.mask.raster.to_array(), document.mask.raster.to_array())
    assert replace(found, layers=(), mask=document.mask) == replace(document, layers=())
    assert found.edits[0].rendered(found.extent, found.icc_profile).tiles.keys()


layer_parts = st.tuples(
    st.text(max_size=12),
    st.floats(0, 1),
    st.sampled_from(BlendMode),
    st.booleans(),
    st.tuples(st.integers(-40, 60), st.integers(-40, 60)),
    st.integers(0, 9),
)


@given(st.lists(layer_parts, max_size=4), st.tuples(st.integers(1, 70), st.integers(1, 70)))
def test_any_layers_come_back(
    parts: list[tuple[str, float, BlendMode, bool, tuple[int, int], int]], size: tuple[int, int]
) -> None:
    extent = Extent(*size)
    document = Document.blank(extent)
    for name, opacity, mode, visible, (x, y), seed in parts:
        noise = np.random.default_rng(seed).integers(0, 256, (30, 20, 4), np.uint8)
        raster = Raster.empty(extent).write(Rect(x, y, 20, 30), noise)
        document = document.with_layer(Layer(name, raster, visible, opacity, mode))
    found = again(Project(document)).project.document
    named = zip(document.layers, found.layers, strict=True)
    assert same_layers(
        replace(document, layers=tuple(replace(a, name=b.name) for a, b in named)), found
    )


def test_a_layer_that_another_program_painted_on_is_an_ordinary_layer() -> None:
    document = edited(Document.from_picture(np.full((200, 200, 4), 255, np.uint8)))
    files = entries(openraster(Project(document)))
    with Image.open(io.BytesIO(files["data/layer1.png"])) as image:
        pixels = np.array(image)
    pixels[0, 0] = 7
    file = io.BytesIO()
    Image.fromarray(pixels).save(file, "PNG")
    found = opened(packed(files | {"data/layer1.png": file.getvalue()})).project.document
    assert [layer.edit is None for layer in found.layers] == [True, True]


def bomb(width: int, height: int) -> bytes:
    file = io.BytesIO()
    Image.new("1", (width, height)).save(file, "PNG")
    return file.getvalue()


def stack(inside: str, size: str = 'w="8" h="8"') -> bytes:
    return f"<image {size}><stack>{inside}</stack></image>".encode()


ENTITIES = b"""<!DOCTYPE image [<!ENTITY a "aaaaaaaaaa"><!ENTITY b "&a;&a;&a;&a;&a;&a;&a;&a;">]>
<image w="8" h="8"><stack><layer src="data/0.png" name="&b;"/></stack></image>"""
ONE = '<layer src="data/0.png" name="one" x="{x}" opacity="{opacity}"/>'


@pytest.mark.parametrize(
    "data",
    [
        b"",
        b"PK\x03\x04",
        b"no zip file",
        packed({}),
        packed({"stack.xml": b"<image"}),
        packed({"stack.xml": b"<svg/>"}),
        packed({"stack.xml": ENTITIES, "data/0.png": bomb(8, 8)}),
        packed({"stack.xml": stack("<stack>" * 500 + "</stack>" * 500)}),
        packed({"stack.xml": stack('<layer src="a"/>' * 6000)}),
        packed({"stack.xml": stack("", " ".join(f'a{n}=""' for n in range(300_000)))}),
        packed({"stack.xml": stack("", 'w="65501" h="1"')}),
        packed({"stack.xml": stack("", 'w="20000" h="20000"')}),
        packed({"stack.xml": stack("", 'w="1e300" h="1e300"')}),
    ],
    ids=str,
)
def test_what_is_no_project_is_refused_in_one_sentence(data: bytes) -> None:
    with pytest.raises(PictureError, match=ONE_SENTENCE):
        opened(data)


@pytest.mark.parametrize(
    ("x", "opacity", "size"),
    [
        ("1e999", "7", (8, 8)),
        ("nan", "", (3, 5)),
        ("0x10", "-1", (8, 8)),
        ("-99999999999", "inf", (2, 2)),
    ],
)
def test_absurd_numbers_are_read_as_the_nearest_sensible_ones(
    x: str, opacity: str, size: tuple[int, int]
) -> None:
    data = packed({"stack.xml": stack(ONE.format(x=x, opacity=opacity)), "data/0.png": bomb(*size)})
    (layer,) = opened(data).project.document.layers
    assert 0 <= layer.opacity <= 1


NESTED = b'{"version": 1, "layers":' + b"[" * 99_999


@pytest.mark.parametrize(
    ("changed", "said"),
    [
        (lambda files: files.pop("data/layer0.png"), "left out"),
        (lambda files: files.update({"data/layer0.png": b"\x89PNG"}), "left out"),
        (lambda files: files.update({"glide/state.json": b"{}"}), "ordinary layers"),
        (lambda files: files.update({"glide/state.json": b"[" * 9999}), "ordinary layers"),
        (lambda files: files.update({"glide/state.json": NESTED}), "ordinary layers"),
        (lambda files: files.update({"glide/edit1.json": b"[]"}), "ordinary layer"),
        (lambda files: files.update({"../evil": b"x"}), "not kept"),
        (lambda files: files.update({"/etc/evil": b"x"}), "not kept"),
        (lambda files: files.update({"C:\\evil": b"x"}), "not kept"),
        (lambda files: files.update({"big": bytes(65 * 2**20)}), "not kept"),
        (lambda files: files.update({"glide/mask.png": b"\x89PNG"}), "mask"),
        (lambda files: files.update({"glide/mask.png": bomb(8, 8)}), "mask"),
    ],
)
def test_what_is_damaged_or_not_kept_is_said_and_the_rest_opens(
    changed: Callable[[dict[str, bytes]], object], said: str
) -> None:
    document = edited(Document.from_picture(np.full((200, 200, 4), 255, np.uint8)))
    files = entries(openraster(Project(document)))
    changed(files)
    found = opened(packed(files))
    assert said in " ".join(map(str, found.notes))
    assert not found.exact
    assert found.project.document.layers


def test_one_damaged_entry_takes_no_other_with_it() -> None:
    document = document_with_everything()
    data = openraster(Project(document))
    with zipfile.ZipFile(io.BytesIO(data)) as archive:
        places = {entry.filename: entry for entry in archive.infolist()}
    for name, entry in places.items():
        if name == "stack.xml":
            continue
        start = entry.header_offset + 30 + len(name)
        content = bytes(~each & 255 for each in data[start : start + entry.compress_size])
        found = opened(data[:start] + content + data[start + entry.compress_size :])
        lost = name.startswith("data/")
        assert len(found.project.document.layers) == len(document.layers) - lost
        assert found.exact == (not lost and name not in NOT_ELSEWHERE)
        if not name.startswith("glide/mask"):
            assert found.project.document.mask.raster.tiles


NOT_ELSEWHERE = {"glide/state.json", "glide/mask.png", "glide/edit1.json", "dictionary.txt"}
"""Entries whose content is in no other."""


def test_what_can_be_opened_and_edited_can_be_saved_and_opened_again(tmp_path: Path) -> None:
    image = Image.new("RGB", (8, 8))
    image.save(tmp_path / "a.tif", icc_profile=padded(5_000_000))
    picture = open_picture(tmp_path / "a.tif").document
    assert picture.icc_profile == padded(5_000_000)
    blocks = Metadata(exif=b"II*\0\10\0\0\0" + bytes(2**24 - 8), xmp=b"<x/>".ljust(2**24))
    layers = tuple(Layer(chr(0x732B) * 2000, Raster.empty(picture.extent)) for _ in range(999))
    for document in (
        replace(picture, metadata=blocks),
        replace(picture, icc_profile=None, layers=(*picture.layers, *layers)),
    ):
        found = again(Project(document))
        assert (list(map(str, found.notes)), found.exact) == ([], True)
        assert found.project.document.metadata == document.metadata
        assert found.project.document.icc_profile == document.icc_profile
        assert same_layers(found.project.document, document)


def test_metadata_of_any_size_is_kept_or_said_to_be_lost(tmp_path: Path) -> None:
    path = tmp_path / "a.tif"
    Image.new("RGB", (8, 8)).save(path, tiffinfo={700: b"<x/>".ljust(2**24 + 1)})
    document, trouble, _ = open_picture(path)
    assert document.metadata.xmp is None
    assert "more text than is kept" in str(trouble)


def test_a_project_of_more_layers_than_can_be_opened_is_not_saved() -> None:
    blank = Document.blank(Extent(2, 2))
    layers = tuple(Layer(str(number), Raster.empty(blank.extent)) for number in range(5001))
    with pytest.raises(PictureError, match="at most 5000 layers"):
        openraster(Project(replace(blank, layers=layers)))


def test_a_file_of_a_newer_studio_is_not_opened() -> None:
    files = entries(openraster(Project(document_with_everything())))
    newer = packed(files | {"glide/state.json": b'{"version": 2, "more": []}'})
    with pytest.raises(PictureError, match="newer version of GLIDE Studio"):
        opened(newer)


def test_layers_of_more_pixels_than_memory_holds_are_refused(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    monkeypatch.setattr(importing, "MAX_LAYER_MEGAPIXELS", 10)
    data = dict.fromkeys((f"data/{number}.png" for number in range(11)), bomb(1000, 1000))
    layers = "".join(f'<layer src="{name}"/>' for name in data)
    with pytest.raises(PictureError, match="megapixels together"):
        opened(packed({"stack.xml": stack(layers)} | data))


SMALL = openraster(Project(edited(Document.from_picture(np.full((40, 40, 4), 255, np.uint8)))))


@given(
    st.lists(
        st.tuples(st.integers(0, len(SMALL) - 1), st.integers(0, 255)), min_size=1, max_size=8
    ),
    st.integers(0, len(SMALL)),
)
def test_no_damage_to_the_bytes_of_a_file_is_more_than_a_sentence(
    changes: list[tuple[int, int]], length: int
) -> None:
    damaged = bytearray(SMALL)
    for place, value in changes:
        damaged[place] = value
    for data in (bytes(damaged), SMALL[:length]):
        try:
            opened(data)
        except PictureError as error:
            assert "\n" not in str(error)  # noqa: PT017


def test_an_edit_with_absurd_values_is_an_ordinary_layer() -> None:
    document = edited(Document.from_picture(np.full((200, 200, 4), 255, np.uint8)))
    files = entries(openraster(Project(document)))
    text = files["glide/edit1.json"]
    for old, new in ((b'"x0":', b'"x0":1e300,"_":'), (b'"feather":', b'"feather":-9,"_":')):
        assert old in text
        found = opened(packed(files | {"glide/edit1.json": text.replace(old, new)}))
        assert found.project.document.edits == ()
        assert "ordinary layer" in str(found.notes[0])


def test_edits_keep_their_request() -> None:
    document = edited(Document.from_picture(np.full((200, 200, 4), 255, np.uint8)))
    (edit,) = again(Project(document)).project.document.edits
    assert isinstance(edit, Edit)
    assert edit.request.settings.prompt == "a red hat"


def test_what_unpacks_to_more_than_its_pixels_need_is_left_out() -> None:
    big = io.BytesIO(bomb(8, 8) + bytes(300 * 2**20)).getvalue()
    file = io.BytesIO()
    with zipfile.ZipFile(file, "w", zipfile.ZIP_DEFLATED) as archive:
        archive.writestr("stack.xml", stack('<layer src="data/0.png" name="one"/>'))
        archive.writestr("data/0.png", big)
    del big
    tracemalloc.start()
    found = opened(file.getvalue())
    peak = tracemalloc.get_traced_memory()[1]
    tracemalloc.stop()
    assert "left out" in str(found.notes[0])
    assert peak < 50 * 2**20


def test_text_behind_an_element_of_another_program_does_not_prevent_saving() -> None:
    xml = b'<image w="8" h="8"><stack/><note>kept</note>text &amp; more</image>'
    project = opened(packed({"stack.xml": xml})).project
    assert b"<note>kept</note>" in entries(openraster(project))["stack.xml"]
