from pathlib import Path
from typing import Any

import numpy as np
import pytest
from PIL import Image

from glide_studio.core.files.pictures.reading import read_mask, write_mask
from glide_studio.core.files.safe_file import PictureError
from glide_studio.core.geometry import Extent
from glide_studio.core.mask.mask import Mask
from glide_studio.core.mask.shapes import ellipse, enclosed
from glide_studio.core.raster.raster import Pixels
from tests.core.samples import one_sentence, values

PAGE = Extent(80, 60)
HALF = np.zeros((60, 80), np.uint8)
HALF[:, 40:] = 255


def read(image: Image.Image, folder: Path, **options: Any) -> Pixels:
    image.save(folder / "mask.png", **options)
    return values(read_mask(folder / "mask.png", PAGE, scaled=True))


def test_a_saved_mask_reads_back_byte_for_byte(tmp_path: Path) -> None:
    mask = enclosed(PAGE, ellipse(9, 5, 70, 50))
    write_mask(mask, tmp_path / "mask.png")
    with Image.open(tmp_path / "mask.png") as image:
        assert image.mode == "L"
    assert np.array_equal(values(read_mask(tmp_path / "mask.png", PAGE)), values(mask))


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
    assert np.array_equal(read(palette, tmp_path, transparency=0), HALF)


def test_transparent_pixels_are_not_masked(tmp_path: Path) -> None:
    rgba = np.full((60, 80, 4), 255, np.uint8)
    rgba[..., 3] = np.minimum(HALF, 200)
    assert np.array_equal(read(Image.fromarray(rgba), tmp_path), rgba[..., 3])


@pytest.mark.parametrize("size", [(800, 600), (8, 6), (80, 6), (1, 1)])
def test_a_picture_of_any_size_is_stretched(tmp_path: Path, size: tuple[int, int]) -> None:
    half = np.zeros((size[1], size[0]), np.uint8)
    half[:, size[0] // 2 :] = 255
    found = read(Image.fromarray(half), tmp_path)
    assert (found[:, 60:] == 255).all()
    if size[0] > 1:
        assert (found[:, :20] == 0).all()


@pytest.mark.parametrize(
    ("value", "extent", "scaled", "reason"),
    [
        (255, Extent(8, 9), False, "is 8 x 8 pixels, but the picture is 8 x 9"),
        (0, Extent(8, 8), False, "is empty"),
        (0, PAGE, True, "is empty"),
    ],
)
def test_a_mask_that_does_not_fit_or_is_black_is_refused(
    tmp_path: Path, value: int, extent: Extent, scaled: bool, reason: str
) -> None:
    Image.new("L", (8, 8), value).save(tmp_path / "mask.png")
    with pytest.raises(PictureError, match=one_sentence(part=reason)):
        read_mask(tmp_path / "mask.png", extent, scaled)


def test_masks_are_saved_as_png_only_and_say_why_not(tmp_path: Path) -> None:
    mask = Mask.from_array(HALF)
    with pytest.raises(PictureError, match=r"must end in \.png"):
        write_mask(mask, tmp_path / "mask.jpg")
    with pytest.raises(PictureError, match="does not exist"):
        write_mask(mask, tmp_path / "nowhere" / "mask.png")
    assert list(tmp_path.iterdir()) == []
