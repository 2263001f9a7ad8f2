import errno
import os
from collections.abc import Callable
from functools import partial
from pathlib import Path
from typing import Any

import numpy as np
import pytest
from PIL import Image

from glide_studio.core.document.document import Document
from glide_studio.core.document.reshape import cropped, flipped, rotated, scaled
from glide_studio.core.files.pictures.exports import check_destination, write_picture
from glide_studio.core.files.pictures.reading import open_picture, read_mask, read_picture
from glide_studio.core.files.safe_file import PictureError
from glide_studio.core.geometry import Extent, Rect
from glide_studio.core.raster.raster import Pixels
from glide_studio.core.raster.resample import Resampling
from tests.colour_profiles import wide_gamut
from tests.core.samples import noise, one_sentence, opaque
from tests.picture_files import png

PROFILE = wide_gamut()


def saved(image: Image.Image, path: Path, **options: Any) -> Path:
    image.save(path, **options)
    return path


def pixels_of(path: Path) -> Pixels:
    return read_picture(path).composite()


def declared_png(width: int, height: int) -> bytes:
    """A small PNG that claims to have this size."""
    return png(width, 8, 6, bytes(99), height=height)


def long_png(width: int) -> bytes:
    return png(width, 1, 0, bytes(1 + -(-width // 8)))


def file_with(path: Path, data: bytes) -> Path:
    path.write_bytes(data)
    return path


def cut_off(path: Path) -> Path:
    data = path.read_bytes()
    return file_with(path, data[: len(data) // 2])


def photo() -> Image.Image:
    return Image.fromarray(noise(90, 70, 3))


BAD_FILES = [
    ("does not exist", lambda folder: folder / "missing.png"),
    ("does not exist", lambda folder: file_with(folder / "file", b"") / "below.png"),
    ("is a folder", lambda folder: folder),
    ("is not a file", lambda folder: Path("/dev/null")),
    ("is not a picture", lambda folder: file_with(folder / "empty.png", b"")),
    ("is not a picture", lambda folder: file_with(folder / "text.png", b"dear diary")),
    ("is damaged", lambda folder: cut_off(saved(photo(), folder / "half.png"))),
    ("is damaged", lambda folder: file_with(folder / "a.png", b"\x89PNG\r\n\x1a\n" + b"x" * 50)),
    ("is damaged", lambda folder: cut_off(saved(photo(), folder / "half.jpg"))),
    ("is damaged", lambda folder: cut_off(saved(photo(), folder / "half.webp"))),
    ("is damaged", lambda folder: cut_off(saved(photo(), folder / "half.bmp"))),
    ("200 megapixels", lambda folder: file_with(folder / "a.png", declared_png(100_000, 100_000))),
    ("200 megapixels", lambda folder: file_with(folder / "a.png", declared_png(20_001, 10_000))),
    ("65500 pixels", lambda folder: file_with(folder / "a.png", long_png(65_501))),
    ("cannot be opened", lambda folder: folder / ("x" * 300 + ".png")),
]


@pytest.mark.parametrize(("reason", "make"), BAD_FILES)
def test_an_unreadable_file_is_refused_in_one_sentence(
    tmp_path: Path, reason: str, make: Callable[[Path], Path]
) -> None:
    path = make(tmp_path)
    a_mask = partial(read_mask, extent=Extent(90, 70))
    for read in (read_picture, a_mask, partial(a_mask, scaled=True)):
        with pytest.raises(PictureError, match=one_sentence(part=reason)):
            read(path)


@pytest.mark.parametrize("sides", [(1, 65_500), (65_500, 1), (30_000, 2), (1, 1)])
def test_every_size_that_opens_can_be_turned_cropped_and_scaled_back(
    tmp_path: Path, sides: tuple[int, int]
) -> None:
    document = read_picture(saved(Image.new("L", sides, 255), tmp_path / "a.png"))
    extent = document.extent
    turned = rotated(document, 1)
    assert rotated(turned, 3).extent == extent
    assert flipped(document, True).extent == extent
    assert cropped(document, extent.bounds.padded(0)).extent == extent
    assert cropped(cropped(document, Rect(0, 0, 1, 1)), extent.bounds).extent == extent
    for resampling in Resampling:
        small = scaled(turned, Extent(2, 3), resampling)
        assert scaled(small, extent, resampling).composite().min() == 255


def test_colour_and_greyscale_with_and_without_alpha(tmp_path: Path) -> None:
    colour, grey = noise(17, 33, 3), noise(17, 33, 2)
    for image, expected in (
        (Image.fromarray(colour), opaque(colour)),
        (Image.fromarray(grey[..., 0]), opaque(grey[..., [0, 0, 0]])),
        (Image.fromarray(grey, "LA"), grey[..., [0, 0, 0, 1]]),
    ):
        assert np.array_equal(pixels_of(saved(image, tmp_path / "a.png")), expected)


def test_a_palette_with_a_transparent_entry(tmp_path: Path) -> None:
    image = Image.fromarray(np.array([[0, 1, 2]], np.uint8), "P")
    image.putpalette([10, 20, 30, 40, 50, 60, 70, 80, 90])
    shown = pixels_of(saved(image, tmp_path / "p.png", transparency=1))
    assert shown.tolist() == [[[10, 20, 30, 255], [40, 50, 60, 0], [70, 80, 90, 255]]]


def test_a_black_and_white_picture_of_one_bit_is_read(tmp_path: Path) -> None:
    image = Image.fromarray(np.array([[0, 255, 0]], np.uint8)).convert("1")
    shown = pixels_of(saved(image, tmp_path / "1.png"))
    assert shown[..., 0].tolist() == [[0, 255, 0]]


@pytest.mark.parametrize("suffix", [".png", ".tiff"])
def test_sixteen_bits_are_scaled_to_eight(tmp_path: Path, suffix: str) -> None:
    deep = np.array([[0, 255, 256, 32768, 65535]], np.uint16)
    shown = pixels_of(saved(Image.fromarray(deep), tmp_path / f"deep{suffix}"))
    assert shown[..., 0].tolist() == [[0, 1, 1, 128, 255]]


@pytest.mark.parametrize("orientation", range(1, 9))
def test_a_photograph_is_upright(tmp_path: Path, orientation: int) -> None:
    exif = Image.Exif()
    exif[0x0112] = orientation
    image = Image.new("RGB", (40, 20))
    image.paste((255, 255, 255), (0, 0, 20, 10))
    shown = pixels_of(saved(image, tmp_path / "photo.jpg", exif=exif, quality=100))
    assert shown.shape[:2] == ((20, 40) if orientation < 5 else (40, 20))
    top = orientation in (1, 2, 5, 6)
    left = orientation in (1, 4, 5, 8)
    assert shown[3 if top else -4, 3 if left else -4, 0] > 200
    assert shown[-4 if top else 3, -4 if left else 3, 0] < 50


@pytest.mark.parametrize("suffix", [".gif", ".webp", ".png"])
def test_of_an_animation_the_first_frame_is_read(tmp_path: Path, suffix: str) -> None:
    frames = [Image.new("RGB", (9, 7), colour) for colour in ("red", "lime", "blue")]
    path = tmp_path / f"moving{suffix}"
    frames[0].save(path, save_all=True, append_images=frames[1:], lossless=True)
    assert pixels_of(path)[3, 3].tolist() == [255, 0, 0, 255]


def test_an_unreadable_orientation_does_not_hide_the_picture(tmp_path: Path) -> None:
    path = saved(photo(), tmp_path / "photo.png", exif=b"Exif\0\0MM no such thing")
    assert np.array_equal(pixels_of(path)[..., :3], np.asarray(photo()))


@pytest.mark.parametrize("suffix", [".png", ".webp", ".PNG"])
@pytest.mark.parametrize("shape", [(173, 301), (400, 17), (1, 1)])
def test_lossless_files_keep_every_byte(
    tmp_path: Path, suffix: str, shape: tuple[int, int]
) -> None:
    rgba = noise(*shape, 4)
    rgba[::2, ::2, 3] = 0
    path = tmp_path / f"picture{suffix}"
    write_picture(Document.from_picture(rgba), path)
    assert np.array_equal(pixels_of(path), rgba)


def test_an_opaque_picture_is_saved_without_alpha(tmp_path: Path) -> None:
    write_picture(read_picture(saved(photo(), tmp_path / "a.png")), tmp_path / "b.png")
    with Image.open(tmp_path / "b.png") as image:
        assert image.mode == "RGB"
        assert np.array_equal(image, photo())


def test_jpeg_is_composited_over_white(tmp_path: Path) -> None:
    rgba = np.zeros((32, 32, 4), np.uint8)
    rgba[:, 16:] = (255, 0, 0, 255)
    write_picture(Document.from_picture(rgba), tmp_path / "a.jpg")
    shown = pixels_of(tmp_path / "a.jpg")
    assert shown[16, 4].tolist() == pytest.approx([255, 255, 255, 255], abs=4)
    assert shown[16, 28].tolist() == pytest.approx([255, 0, 0, 255], abs=4)


@pytest.mark.parametrize("suffix", [".png", ".jpg", ".webp"])
def test_a_colour_profile_is_kept_with_the_bytes_of_its_pixels(tmp_path: Path, suffix: str) -> None:
    pixels = noise(30, 40, 4)
    image = Image.fromarray(pixels)
    document = read_picture(saved(image, tmp_path / "a.png", icc_profile=PROFILE))
    assert document.icc_profile == PROFILE
    path = tmp_path / f"b{suffix}"
    write_picture(document, path)
    assert read_picture(path).icc_profile == PROFILE
    if suffix != ".jpg":
        assert np.array_equal(pixels_of(path), pixels)


def test_a_grey_picture_keeps_a_profile_of_colours(tmp_path: Path) -> None:
    grey = Image.fromarray(noise(9, 9))
    document = read_picture(saved(grey, tmp_path / "a.png", icc_profile=PROFILE))
    assert document.icc_profile == PROFILE
    assert (document.composite()[..., :3] == np.asarray(grey)[..., np.newaxis]).all()


WIDE = Document.blank(Extent(16_384, 1))

BAD_PLACES = [
    ("must end in", lambda folder: folder / "picture.gif"),
    ("must end in", lambda folder: folder / "picture"),
    ("does not exist", lambda folder: folder / "missing" / "picture.png"),
    ("does not exist", lambda folder: file_with(folder / "file", b"") / "picture.png"),
    ("is a folder", lambda folder: made_folder(folder / "folder.png")),
    ("is too long", lambda folder: folder / ("x" * 300 + ".png")),
    ("use .png", lambda folder: folder / "wide.webp"),
]


def made_folder(path: Path) -> Path:
    path.mkdir()
    return path


@pytest.mark.parametrize(("reason", "make"), BAD_PLACES)
def test_an_unusable_destination_is_refused_in_one_sentence_before_and_on_saving(
    tmp_path: Path, reason: str, make: Callable[[Path], Path]
) -> None:
    path = make(tmp_path)
    before = set(tmp_path.rglob("*"))
    with pytest.raises(PictureError, match=one_sentence(part=reason)) as saving:
        write_picture(WIDE, path)
    with pytest.raises(PictureError) as checking:
        check_destination(path, WIDE.extent)
    assert str(checking.value) == str(saving.value)
    assert set(tmp_path.rglob("*")) == before


@pytest.mark.parametrize(
    ("code", "reason"),
    [
        (errno.ENOSPC, "not enough disk space"),
        (errno.EROFS, "is read-only"),
        (errno.EACCES, "is read-only"),
        (errno.EIO, "could not be saved"),
    ],
)
@pytest.mark.parametrize("step", ["fsync", "replace"])
def test_a_failing_write_leaves_the_old_file_and_nothing_else(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, code: int, reason: str, step: str
) -> None:
    def fail(*_: object) -> None:
        raise OSError(code, os.strerror(code))

    path = file_with(tmp_path / "picture.png", b"the old one")
    monkeypatch.setattr(os, step, fail)
    with pytest.raises(PictureError, match=one_sentence(part=reason)):
        write_picture(WIDE, path)
    assert path.read_bytes() == b"the old one"
    assert list(tmp_path.iterdir()) == [path]


def test_saving_over_a_file_keeps_its_permissions_and_links(tmp_path: Path) -> None:
    path = file_with(tmp_path / "real.png", b"the old one")
    path.chmod(0o640)
    link = tmp_path / "link.png"
    link.symlink_to(path)
    write_picture(WIDE, link)
    assert link.is_symlink()
    assert path.stat().st_mode & 0o777 == 0o640
    assert np.array_equal(pixels_of(path), WIDE.composite())


def test_a_destination_that_can_be_saved_to_passes_and_stays_as_it_was(tmp_path: Path) -> None:
    old = file_with(tmp_path / "old.png", b"old")
    for path in (old, tmp_path / "new.WEBP"):
        check_destination(path, Extent(16_383, 1))
    assert old.read_bytes() == b"old"
    assert list(tmp_path.iterdir()) == [old]


@pytest.mark.parametrize(
    ("content", "said"),
    [
        (b"ICC_PROFILE\0", "more metadata than is kept"),
        (b"ICC_PROFILE\0\1\2" + bytes(9), "colour profile"),
        (b"ICC_PROFILE\0\1\1" + bytes(9), "colour profile"),
        (b"MPF\0words", None),
        (b"Exif\0\0words", None),
    ],
)
def test_damaged_metadata_does_not_hide_a_photograph(
    tmp_path: Path, content: bytes, said: str | None
) -> None:
    path = tmp_path / "a.jpg"
    Image.new("RGB", (16, 16), (200, 100, 50)).save(path, quality=100)
    data = path.read_bytes()
    marker = b"\xff\xe1" if content.startswith(b"Exif") else b"\xff\xe2"
    segment = marker + (len(content) + 2).to_bytes(2) + content
    path.write_bytes(data[:2] + segment + data[2:])
    document, trouble, _ = open_picture(path)
    assert np.abs(document.composite()[0, 0].astype(int) - (200, 100, 50, 255)).max() <= 1
    assert (said or "") in str(trouble or "")
    assert (trouble is None) == (said is None)
