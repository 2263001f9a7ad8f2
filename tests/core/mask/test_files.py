from pathlib import Path

import numpy as np
import pytest
from PIL import Image

from glide_studio.core.files.pictures import read_mask, write_mask
from glide_studio.core.files.safe_file import PictureError
from glide_studio.core.geometry import Extent, Rect
from glide_studio.core.mask.mask import Mask
from glide_studio.core.mask.shapes import ellipse, enclosed
from glide_studio.core.raster.raster import Pixels

PAGE = Extent(80, 60)
HALF = np.zeros((60, 80), np.uint8)
HALF[:, 40:] = 255


def read(image: Image.Image, folder: Path, extent: Extent = PAGE) -> Pixels:
    image.save(folder / "mask.png")
    return read_mask(folder / "mask.png", extent, scaled=True).read(extent.bounds)


def test_a_saved_mask_reads_back_byte_for_byte(tmp_path: Path) -> None:
    mask = enclosed(PAGE, ellipse(9, 5, 70, 50))
    write_mask(mask, tmp_path / "mask.png")
    with Image.open(tmp_path / "mask.png") as image:
        assert image.mode == "L"
    again = read_mask(tmp_path / "mask.png", PAGE)
    assert np.array_equal(again.read(PAGE.bounds), mask.read(PAGE.bounds))


@pytest.mark.parametrize("mode", ["1", "L", "LA", "P", "RGB", "RGBA"])
def test_white_is_masked_in_every_kind_of_picture(tmp_path: Path, mode: str) -> None:
    image = Image.fromarray(HALF).convert("RGB").convert(mode)
    assert np.array_equal(read(image, tmp_path), HALF)


def test_sixteen_bits_and_palettes_with_transparency_are_read(tmp_path: Path) -> None:
    deep = Image.fromarray(HALF.astype(np.uint16) * 257)
    assert np.array_equal(read(deep, tmp_path), HALF)
    palette = Image.new("P", (80, 60))
    palette.putpalette([255, 255, 255, 255, 255, 255])
    palette.paste(1, (40, 0, 80, 60))
    palette.save(tmp_path / "mask.png", transparency=0)
    assert np.array_equal(read_mask(tmp_path / "mask.png", PAGE).read(PAGE.bounds), HALF)


def test_transparent_pixels_are_not_masked(tmp_path: Path) -> None:
    rgba = np.full((60, 80, 4), 255, np.uint8)
    rgba[..., 3] = np.minimum(HALF, 200)
    assert np.array_equal(read(Image.fromarray(rgba), tmp_path), rgba[..., 3])


@pytest.mark.parametrize("size", [(800, 600), (8, 6), (80, 6), (1, 1)])
def test_a_picture_of_any_size_is_stretched(tmp_path: Path, size: tuple[int, int]) -> None:
    values = np.zeros((size[1], size[0]), np.uint8)
    values[:, size[0] // 2 :] = 255
    found = read(Image.fromarray(values), tmp_path)
    assert (found[:, 60:] == 255).all()
    if size[0] > 1:
        assert (found[:, :20] == 0).all()
    with pytest.raises(PictureError, match="must be the same size"):
        read_mask(tmp_path / "mask.png", PAGE)


@pytest.mark.parametrize(
    ("data", "sentence"),
    [
        (b"no picture", "is not a picture"),
        (b"\x89PNG\r\n\x1a\n" + b"x" * 50, "is not a picture|is damaged"),
    ],
)
def test_broken_files_give_one_sentence(tmp_path: Path, data: bytes, sentence: str) -> None:
    (tmp_path / "mask.png").write_bytes(data)
    with pytest.raises(PictureError, match=sentence):
        read_mask(tmp_path / "mask.png", PAGE, scaled=True)


def test_a_cut_off_file_a_missing_one_and_a_black_one_are_refused(tmp_path: Path) -> None:
    write_mask(Mask.from_array(HALF), tmp_path / "mask.png")
    whole = (tmp_path / "mask.png").read_bytes()
    (tmp_path / "cut.png").write_bytes(whole[: len(whole) - 30])
    Image.new("L", (9, 9)).save(tmp_path / "black.png")
    for name, sentence in (
        ("cut.png", "damaged or incomplete"),
        ("none.png", "does not exist"),
        ("black.png", "is empty"),
    ):
        with pytest.raises(PictureError, match=sentence):
            read_mask(tmp_path / name, PAGE, scaled=True)


def test_masks_are_saved_as_png_only_and_say_why_not(tmp_path: Path) -> None:
    mask = Mask.empty(PAGE).write(Rect(0, 0, 80, 60), HALF)
    with pytest.raises(PictureError, match=r"must end in \.png"):
        write_mask(mask, tmp_path / "mask.jpg")
    with pytest.raises(PictureError, match="does not exist"):
        write_mask(mask, tmp_path / "nowhere" / "mask.png")
    assert list(tmp_path.iterdir()) == []
