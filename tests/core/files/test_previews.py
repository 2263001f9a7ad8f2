"""Previews of files: what they show, and that nothing about a file makes them fail."""

from pathlib import Path

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st
from PIL import Image

from glide_studio.core.document.document import Document
from glide_studio.core.document.layers import Layer
from glide_studio.core.files.documents import save_document
from glide_studio.core.files.pictures.reading import read_picture
from glide_studio.core.files.previews import preview_of
from glide_studio.core.files.project import Project
from glide_studio.core.geometry import Extent
from glide_studio.core.paint.paint import plain
from glide_studio.core.raster.colour import Colour
from glide_studio.core.raster.colour_profile import Conversion
from tests.colour_profiles import wide_gamut

SIDE = 64


def halves(width: int = 300, height: int = 100) -> Image.Image:
    """Red on the left, blue on the right."""
    picture = Image.new("RGB", (width, height), (255, 0, 0))
    picture.paste((0, 0, 255), (width // 2, 0, width, height))
    return picture


@pytest.mark.parametrize("suffix", ["png", "jpg", "webp", "tif", "bmp", "gif", "avif"])
def test_a_flat_picture_is_scaled_down(tmp_path: Path, suffix: str) -> None:
    path = tmp_path / f"a.{suffix}"
    halves().save(path)
    preview = preview_of(path, SIDE)
    assert preview is not None
    assert preview.pixels.shape == (21, 64, 4)
    assert preview.extent == Extent(300, 100)
    for column, expected in ((8, (255, 0, 0, 255)), (56, (0, 0, 255, 255))):
        assert np.abs(preview.pixels[10, column].astype(int) - expected).max() < 12


def test_a_turned_photograph_is_upright(tmp_path: Path) -> None:
    exif = Image.Exif()
    exif[0x0112] = 6  # to be rotated to the right
    halves().save(tmp_path / "a.jpg", exif=exif)
    preview = preview_of(tmp_path / "a.jpg", SIDE)
    assert preview is not None
    assert (preview.pixels.shape[:2], preview.extent) == ((64, 21), Extent(100, 300))
    assert preview.pixels[8, 10, 0] > 200
    assert preview.pixels[56, 10, 2] > 200


def test_a_profile_is_converted_to_srgb(tmp_path: Path) -> None:
    Image.new("RGB", (50, 50), (200, 100, 100)).save(tmp_path / "a.png", icc_profile=wide_gamut())
    preview = preview_of(tmp_path / "a.png", SIDE)
    document = read_picture(tmp_path / "a.png")
    assert preview is not None
    expected = Conversion.to_srgb(wide_gamut()).applied(document.composite())[25, 25]
    assert preview.pixels[25, 25].tolist() == expected.tolist() != [200, 100, 100, 255]


@pytest.mark.parametrize("mode", ["1", "L", "LA", "P", "PA", "RGBA", "CMYK", "I;16"])
def test_other_kinds_of_pixels(tmp_path: Path, mode: str) -> None:
    path = tmp_path / ("a.tif" if mode == "CMYK" else "a.png")
    if mode == "I;16":
        Image.fromarray(np.full((50, 50), 153 * 257, np.uint16)).save(path)
    elif mode == "PA":
        halves().convert("P").save(path, transparency=0)
    else:
        Image.new("RGB", (50, 50), (153, 153, 153)).convert(mode).save(path)
    preview = preview_of(path, SIDE)
    assert preview is not None
    if mode not in ("1", "PA"):
        assert abs(int(preview.pixels[25, 25, 0]) - 153) <= 2, preview.pixels[25, 25]


def test_a_projects_own_thumbnail_is_read(tmp_path: Path) -> None:
    extent = Extent(600, 300)
    document = Document.blank(extent).with_layer(Layer("a", plain(extent, Colour(9, 200, 9))))
    path = tmp_path / "a.ora"
    save_document(Project(document), path)
    data = path.read_bytes()
    path.write_bytes(data.replace(b"mergedimage.png", b"margedimage.png"))
    preview = preview_of(path, SIDE)
    assert preview is not None
    assert preview.pixels.shape == (32, 64, 4)
    assert preview.pixels[5, 5].tolist() == [9, 200, 9, 255]
    path.write_bytes(data.replace(b"Thumbnails/", b"Thumbnales/"))
    assert preview_of(path, SIDE) is not None  # from the merged picture


def test_files_without_a_preview(tmp_path: Path) -> None:
    halves().save(tmp_path / "whole.png")
    whole = (tmp_path / "whole.png").read_bytes()
    (tmp_path / "cut.png").write_bytes(whole[: len(whole) // 2])
    (tmp_path / "text.txt").write_text("no picture")
    (tmp_path / "zip.ora").write_bytes(b"PK\x03\x04 and no more")
    Image.new("1", (20_000, 6000)).save(tmp_path / "large.png")
    for path in (*tmp_path.iterdir(), tmp_path, tmp_path / "missing.png"):
        assert (preview_of(path, SIDE) is None) == (path.name != "whole.png"), path


@given(
    st.binary(max_size=300), st.sampled_from([b"", b"PK\x03\x04", b"8BPS", b"\x89PNG\r\n\x1a\n"])
)
def test_no_contents_make_it_fail(
    tmp_path_factory: pytest.TempPathFactory, data: bytes, head: bytes
) -> None:
    path = tmp_path_factory.getbasetemp() / "any"
    path.write_bytes(head + data)
    preview_of(path, SIDE)
