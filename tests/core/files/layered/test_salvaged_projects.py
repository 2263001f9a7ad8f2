"""What is saved of damaged project files."""

import io
import time
import zipfile
from dataclasses import replace
from pathlib import Path

import numpy as np
import pytest

from glide_studio.core.document.document import Document
from glide_studio.core.document.layers import Layer
from glide_studio.core.files.project import Opened, Project
from glide_studio.core.files.safe_file import PictureError
from glide_studio.core.geometry import Rect
from glide_studio.core.raster.raster import Raster
from tests.core.files.layered.projects import entries, opened, packed
from tests.picture_files import openraster

NOISE = np.random.default_rng(5).integers(0, 256, (40, 60, 4), np.uint8)


def document() -> Document:
    """Two layers, of which the upper one lies away from the corner, and a mask."""
    page = Document.from_picture(np.dstack([NOISE[..., :3], np.full((40, 60), 255, np.uint8)]))
    patch = Raster.empty(page.extent).write(Rect(30, 20, 20, 10), NOISE[:10, :20] | 1)
    page = page.with_layer(Layer("Hat", patch))
    whole = np.full((40, 60), 255, np.uint8)
    return replace(page, mask=page.mask.write(page.extent.bounds, whole))


DOCUMENT = document()
DATA = openraster(Project(DOCUMENT))


def said(found: Opened) -> str:
    return " ".join(map(str, found.notes))


def described_later() -> bytes:
    """The same entries as a program writes them that cannot go back: sizes stand behind."""

    class Pipe(io.BytesIO):
        def seekable(self) -> bool:
            return False

        def tell(self) -> int:
            raise OSError

        def seek(self, *_: int) -> int:
            raise OSError

    file = Pipe()
    with zipfile.ZipFile(file, "w", zipfile.ZIP_DEFLATED) as archive:
        for name, data in entries(DATA).items():
            archive.writestr(name, data, zipfile.ZIP_STORED if name.endswith("1.png") else None)
    return file.getvalue()


@pytest.mark.parametrize("data", [DATA, described_later()], ids=["sizes before", "sizes behind"])
def test_without_its_end_every_layer_that_is_there_opens(data: bytes) -> None:
    directory = data.index(b"PK\x01\x02")
    found = opened(data[:directory])
    assert (found.salvaged, found.exact) == (True, False)
    assert np.array_equal(found.project.document.composite(), DOCUMENT.composite())
    assert found.project.document.mask.read(Rect(0, 0, 1, 1)) == 255
    assert said(found).startswith("“a.ora” is damaged. What could be read of it is open as a copy")

    found = opened(data[: data.index(b"data/layer1.png", data.index(b"data/layer0.png")) + 40])
    (left,) = found.project.document.layers
    assert np.array_equal(left.raster.to_array(), DOCUMENT.layers[0].raster.to_array())
    assert "left out: Hat." in said(found)
    assert "Its end is missing" in said(found)

    with pytest.raises(PictureError, match="not an OpenRaster file"):
        opened(data[: data.index(b"data/layer0.png") + 40])


def test_a_damaged_layer_leaves_the_merged_picture_beside_the_others() -> None:
    files = entries(DATA)
    start = DATA.index(files["data/layer1.png"]) + 60
    found = opened(DATA[:start] + b"damaged" + DATA[start + 7 :])
    assert found.salvaged
    below, top = found.project.document.layers
    assert np.array_equal(below.raster.to_array(), DOCUMENT.layers[0].raster.to_array())
    assert np.array_equal(top.raster.to_array(), DOCUMENT.composite())
    assert (below.visible, top.visible) == (True, False)
    assert "Damaged or missing layers are left out: Hat." in said(found)


@pytest.mark.parametrize("damage", [b"<image", b"", b"\xff\xfe", None])
def test_without_a_stack_the_merged_picture_lies_above_the_layers(damage: bytes | None) -> None:
    files = entries(DATA) | {"stack.xml": damage or b""}
    if damage is None:
        del files["stack.xml"]
    found = opened(packed(files))
    assert found.salvaged
    assert np.array_equal(found.project.document.composite(), DOCUMENT.composite())
    assert [layer.visible for layer in found.project.document.layers] == [False, False, True]
    assert "names, blend modes and edits of its layers are lost" in said(found)
    assert found.project.document.mask.read(Rect(0, 0, 1, 1)) == 255
    del files["mergedimage.png"]
    found = opened(packed(files))
    assert [layer.visible for layer in found.project.document.layers] == [True, True]
    hat = found.project.document.layers[1].raster.read(Rect(0, 0, 20, 10))
    assert np.array_equal(hat, NOISE[:10, :20] | 1)


def test_when_all_layers_are_damaged_the_merged_picture_is_left() -> None:
    lost = {f"data/layer{number}.png": b"\x89PNG" for number in (0, 1)}
    found = opened(packed(entries(DATA) | lost))
    (left,) = found.project.document.layers
    assert left.visible
    assert np.array_equal(found.project.document.composite(), DOCUMENT.composite())
    assert "left out: Background, Hat." in said(found)


def test_other_files_are_not_taken_for_damaged_projects() -> None:
    """A word processor's file holds pictures too; Krita's own has a merged one."""
    files = {name: data for name, data in entries(DATA).items() if name.endswith(".png")}
    for kind in ({}, {"mimetype": b"application/x-krita"}):
        with pytest.raises(PictureError, match="not an OpenRaster file"):
            opened(packed(kind | files))


def test_a_layer_that_is_no_png_file_is_no_damage() -> None:
    files = entries(DATA)
    found = opened(packed(files | {"data/layer1.png": b"<svg/>"}))
    assert (found.salvaged, found.exact) == (False, False)
    assert "The layer “Hat” is not a PNG file: it is left out." in said(found)


def test_salvaging_takes_bounded_time(tmp_path: Path) -> None:
    """Entries that claim to be described later, without a description, and many tiny ones."""
    head = b"PK\x03\x04" + bytes(2) + b"\x08\0" + bytes(18) + b"\1\0\0\0a"
    tiny = b"PK\x03\x04" + bytes(22) + b"\1\0\0\0"
    started = time.monotonic()
    hostile = [
        head * 200_000,
        head + b"PK\x07\x08" * 2_000_000,
        b"".join(tiny + bytes([97 + number % 26]) for number in range(200_000)),
        DATA[: DATA.index(b"PK\x01\x02")] + tiny + b"a",
    ]
    for data in hostile[:3]:
        with pytest.raises(PictureError):
            opened(data)
    assert opened(hostile[3]).salvaged
    assert time.monotonic() - started < 10
