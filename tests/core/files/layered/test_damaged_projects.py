"""Damaged, hostile and over-large project files."""

import io
import tracemalloc
import zipfile
from collections.abc import Callable
from dataclasses import replace
from pathlib import Path

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st
from PIL import Image

from glide_studio.core.document.document import Document
from glide_studio.core.document.layers import Layer
from glide_studio.core.document.metadata import Metadata
from glide_studio.core.files.layered import importing
from glide_studio.core.files.pictures.reading import open_picture
from glide_studio.core.files.project import Project
from glide_studio.core.files.safe_file import PictureError
from glide_studio.core.geometry import Extent
from glide_studio.core.raster.raster import Raster
from tests.colour_profiles import padded
from tests.core.files.layered.projects import (
    ONE_SENTENCE,
    again,
    document_with_everything,
    edited,
    entries,
    opened,
    packed,
    same_layers,
)
from tests.picture_files import openraster


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
        packed({"stack.xml": ENTITIES}),
        packed({"stack.xml": stack("<stack>" * 500 + "</stack>" * 500)}),
        packed({"stack.xml": stack('<layer src="a"/>' * 6000)}),
        packed({"stack.xml": stack("", " ".join(f'a{n}=""' for n in range(300_000)))}),
        packed({"stack.xml": stack("", 'w="65501" h="1"')}),
        packed({"stack.xml": stack("", 'w="20000" h="20000"')}),
        packed({"stack.xml": stack("", 'w="1e300" h="1e300"')}),
    ],
    ids=[
        "empty",
        "only a signature",
        "no zip file",
        "no entries",
        "broken XML",
        "other XML",
        "entities",
        "nested stacks",
        "6000 layers",
        "300,000 attributes",
        "too wide",
        "too many pixels",
        "no integers",
    ],
)
def test_files_that_are_no_projects_are_refused_in_one_sentence(data: bytes) -> None:
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


@pytest.mark.parametrize("resolution", ["1e308", "65536", "5e-324", "-0", "1e6000", "nan"])
def test_a_project_of_absurd_resolution_can_be_saved(resolution: str) -> None:
    assert Metadata((300, float(resolution))).resolution is None
    size = f'w="8" h="8" xres="{resolution}" yres="{resolution}"'
    data = packed({"stack.xml": stack(ONE.format(x=0, opacity=1), size), "data/0.png": bomb(8, 8)})
    project = opened(data).project
    assert project.document.metadata.resolution is None
    assert len(again(project).project.document.layers) == 1


@pytest.mark.parametrize("name", ["./data/0.png", "data\\0.png", "/data/0.png"])
def test_other_spellings_of_a_name_find_the_layer(name: str) -> None:
    xml = stack(ONE.format(x=0, opacity=1).replace("data/0.png", name))
    for entry in ("data/0.png", "data\\0.png"):
        assert opened(packed({"stack.xml": xml, entry: bomb(8, 8)})).exact


def test_a_layer_without_a_name_is_told_by_its_file() -> None:
    xml = stack('<layer src="data/1.png"/><layer src="data/0.png"/>')
    found = opened(packed({"stack.xml": xml, "data/0.png": bomb(8, 8)}))
    assert "left out: data/1.png" in " ".join(map(str, found.notes))


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
def test_damaged_parts_are_reported_and_the_rest_opens(
    changed: Callable[[dict[str, bytes]], object], said: str
) -> None:
    document = edited(Document.from_picture(np.full((200, 200, 4), 255, np.uint8)))
    files = entries(openraster(Project(document)))
    changed(files)
    found = opened(packed(files))
    assert said in " ".join(map(str, found.notes))
    assert not found.exact
    assert found.project.document.layers


def test_one_damaged_entry_does_not_affect_the_others() -> None:
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
        lost = name in [f"data/layer{number}.png" for number in range(len(document.layers))]
        left = [layer.name for layer in found.project.document.layers]
        assert len(left) == len(document.layers)
        assert ("Merged" in left) == found.salvaged == lost
        is_mask = name.startswith(("glide/layermask", "glide/alpha", "data/"))
        is_needed = name in NOT_ELSEWHERE or is_mask
        assert found.exact == (not lost and not is_needed)
        if not name.startswith("glide/mask"):
            assert found.project.document.mask.raster.tiles


NOT_ELSEWHERE = {"glide/state.json", "glide/mask.png", "glide/edit1.json", "dictionary.txt"}
"""Entries whose content is in no other."""


def test_projects_that_open_can_be_saved_and_opened_again(tmp_path: Path) -> None:
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


def test_metadata_of_any_size_is_kept_or_its_loss_is_reported(tmp_path: Path) -> None:
    path = tmp_path / "a.tif"
    Image.new("RGB", (8, 8)).save(path, tiffinfo={700: b"<x/>".ljust(2**24 + 1)})
    document, trouble, _ = open_picture(path)
    assert document.metadata.xmp is None
    assert "more metadata than is kept" in str(trouble)


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


@pytest.mark.parametrize("pictures", [11, 1], ids=["each its own", "one for all"])
def test_layers_of_more_pixels_than_memory_holds_are_refused(
    monkeypatch: pytest.MonkeyPatch, pictures: int
) -> None:
    monkeypatch.setattr(importing, "MAX_LAYER_MEGAPIXELS", 10)
    data = dict.fromkeys((f"data/{number}.png" for number in range(pictures)), bomb(1000, 1000))
    layers = "".join(f'<layer src="{name}"/>' for name in data) * (11 // pictures)
    with pytest.raises(PictureError, match="megapixels together"):
        opened(packed({"stack.xml": stack(layers)} | data))


SMALL = openraster(Project(edited(Document.from_picture(np.full((40, 40, 4), 255, np.uint8)))))


@given(
    st.lists(
        st.tuples(st.integers(0, len(SMALL) - 1), st.integers(0, 255)), min_size=1, max_size=8
    ),
    st.integers(0, len(SMALL)),
)
def test_any_damage_to_a_file_gives_one_sentence(
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


def test_compressed_data_larger_than_its_pixels_is_left_out() -> None:
    big = io.BytesIO(bomb(8, 8) + bytes(300 * 2**20)).getvalue()
    file = io.BytesIO()
    with zipfile.ZipFile(file, "w", zipfile.ZIP_DEFLATED) as archive:
        layers = '<layer src="data/0.png" name="one"/><layer src="data/1.png" name="two"/>'
        archive.writestr("stack.xml", stack(layers))
        archive.writestr("data/0.png", big)
        archive.writestr("data/1.png", bomb(8, 8))
    del big
    tracemalloc.start()
    found = opened(file.getvalue())
    peak = tracemalloc.get_traced_memory()[1]
    tracemalloc.stop()
    assert "left out: one" in " ".join(map(str, found.notes))
    assert peak < 50 * 2**20
