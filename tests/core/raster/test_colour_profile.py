"""Colour conversion between profiles, compared with the arithmetic of their primaries."""

from pathlib import Path

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st
from PIL import Image, ImageCms

from glide_studio.core.document.accepting import accept
from glide_studio.core.document.document import Document
from glide_studio.core.files.pictures.exports import write_picture
from glide_studio.core.files.pictures.reading import open_picture, read_mask, read_picture
from glide_studio.core.geometry import Extent, Rect
from glide_studio.core.modes.modes import Mode
from glide_studio.core.raster.colour import Colour
from glide_studio.core.raster.colour_profile import Conversion, ProfileError
from glide_studio.core.request.request import Result
from glide_studio.core.request.source import Inpaint
from tests.colour_profiles import D50, PRIMARIES, grey, inks, srgb, wide_gamut
from tests.core.samples import box_mask, noise, values
from tests.fakes import request_of

SRGB_TO_XYZ = np.array(
    [[0.43607, 0.38515, 0.14307], [0.22249, 0.71687, 0.06061], [0.01392, 0.09708, 0.71410]]
)
WIDE_TO_XYZ = np.array([PRIMARIES[name] for name in (b"rXYZ", b"gXYZ", b"bXYZ")]).T


def linear(values: np.ndarray) -> np.ndarray:
    shares = values / 255
    return np.where(shares <= 0.04045, shares / 12.92, ((shares + 0.055) / 1.055) ** 2.4)


def encoded(light: np.ndarray) -> np.ndarray:
    light = np.clip(light, 0, 1)
    return 255 * np.where(light <= 0.0031308, 12.92 * light, 1.055 * light ** (1 / 2.4) - 0.055)


@given(st.tuples(*[st.integers(0, 255)] * 3))
def test_wide_gamut_colours_follow_their_primaries(rgb: tuple[int, int, int]) -> None:
    light = np.linalg.inv(SRGB_TO_XYZ) @ WIDE_TO_XYZ @ linear(np.array(rgb))
    shown = Conversion.to_srgb(wide_gamut()).applied(np.array([[rgb]], np.uint8))[0, 0]
    assert np.abs(shown - encoded(light)).max() <= 4


def test_converting_and_back_keeps_alpha_and_nearly_the_colours() -> None:
    before = noise(40, 50, 4)
    wide = Conversion.from_srgb(wide_gamut()).applied(before)
    assert np.array_equal(wide[..., 3], before[..., 3])
    back = Conversion.to_srgb(wide_gamut()).applied(wide)
    assert np.abs(back.astype(int) - before).max() <= 10  # dark ones are coarse
    assert Conversion.to_srgb(wide_gamut()).applied_to(Colour(200, 100, 50)).red > 205


@pytest.mark.parametrize("profile", [None, srgb()], ids=["none", "sRGB"])
def test_an_srgb_profile_needs_no_conversion(profile: bytes | None) -> None:
    pixels = np.zeros((3, 3, 4), np.uint8)
    for conversion in (Conversion.to_srgb(profile), Conversion.from_srgb(profile)):
        assert conversion.applied(pixels) is pixels


LAB = ImageCms.ImageCmsProfile(ImageCms.createProfile("LAB")).tobytes()


@pytest.mark.parametrize(
    "profile", [b"", b"nonsense" * 40, wide_gamut()[:300], LAB], ids=["", "text", "cut off", "lab"]
)
def test_an_unusable_profile_is_reported_in_one_sentence(tmp_path: Path, profile: bytes) -> None:
    with pytest.raises(ProfileError):
        Conversion.to_srgb(profile)
    image = Image.new("RGB", (4, 3), (200, 100, 50))
    document, trouble = opened(image, tmp_path / "a.png", profile or b"-")
    assert trouble.startswith("The colour profile of “a.png” is damaged. The colours are")
    assert document.composite()[0, 0].tolist() == [200, 100, 50, 255]


GREY = grey(1.8)
RAMP = np.arange(0, 256, 15, dtype=np.uint8)[np.newaxis]
GREY_SENTENCE = "“{}” is a greyscale picture with a colour profile. It is edited and saved as sRGB."
CMYK_SENTENCE = "“{}” is a CMYK picture. It is edited and saved as sRGB."


def of_gamma(values: np.ndarray) -> np.ndarray:
    return np.rint(encoded((values / 255) ** 1.8))


def opened(image: Image.Image, path: Path, profile: bytes | None) -> tuple[Document, str]:
    image.save(path, icc_profile=profile)
    document, trouble, _ = open_picture(path)
    assert document.icc_profile is None
    return document, str(trouble or "")


@pytest.mark.parametrize("name", ["a.png", "a.tif", "a.jpg"])
def test_greyscale_follows_the_gamma_of_its_profile(tmp_path: Path, name: str) -> None:
    document, trouble = opened(Image.fromarray(np.repeat(RAMP, 20, 0)), tmp_path / name, GREY)
    assert trouble == GREY_SENTENCE.format(name)
    shown = document.composite().astype(int)
    limit = 9 if name == "a.jpg" else 1
    assert np.abs(shown[..., :3] - of_gamma(RAMP)[..., np.newaxis]).max() <= limit
    assert (shown[..., 3] == 255).all()


def test_the_alpha_of_a_greyscale_picture_is_kept(tmp_path: Path) -> None:
    image = Image.merge("LA", [Image.fromarray(RAMP), Image.fromarray(RAMP[:, ::-1].copy())])
    shown = opened(image, tmp_path / "a.png", GREY)[0].composite().astype(int)
    assert np.abs(shown[..., 0] - of_gamma(RAMP)).max() <= 1
    assert np.array_equal(shown[..., 3], RAMP[:, ::-1])


@pytest.mark.parametrize("name", ["a.png", "a.tif"])
def test_sixteen_bit_greyscale_is_converted_before_it_is_reduced_to_eight(
    tmp_path: Path, name: str
) -> None:
    deep = np.arange(0, 65_536, 500, dtype=np.uint16)[np.newaxis]
    shown = opened(Image.fromarray(deep), tmp_path / name, GREY)[0].composite().astype(int)
    assert np.abs(shown[..., 0] - of_gamma(deep / 257)).max() <= 1


def lab_as_srgb(lab: tuple[float, float, float]) -> np.ndarray:
    lightness = (lab[0] + 16) / 116
    roots = np.array([lightness + lab[1] / 500, lightness, lightness - lab[2] / 200])
    xyz = np.where(roots > 6 / 29, roots**3, 3 * (6 / 29) ** 2 * (roots - 4 / 29)) * D50
    return encoded(np.linalg.inv(SRGB_TO_XYZ) @ xyz)


INKS = {
    (0, 0, 0, 0): (100.0, 0.0, 0.0),
    (255, 0, 0, 0): (70.0, -20.0, -25.0),
    (0, 255, 0, 0): (50.0, 50.0, 0.0),
    (0, 0, 255, 0): (90.0, 0.0, 60.0),
    (0, 255, 255, 0): (50.0, 40.0, 30.0),
}


def ink_profile() -> bytes:
    corners = np.zeros((2, 2, 2, 2, 3))
    for ink, lab in INKS.items():
        corners[tuple(np.array(ink) // 255)] = lab
    return inks(corners)


@pytest.mark.parametrize("name", ["a.tif", "a.jpg"])
def test_cmyk_colours_follow_their_profile(tmp_path: Path, name: str) -> None:
    strips = np.repeat(np.repeat(np.array([list(INKS)], np.uint8), 16, 0), 16, 1)
    document, trouble = opened(Image.fromarray(strips, "CMYK"), tmp_path / name, ink_profile())
    assert trouble == CMYK_SENTENCE.format(name)
    for column, lab in enumerate(INKS.values()):
        shown = document.composite()[8, 16 * column + 8]
        assert np.abs(shown[:3] - lab_as_srgb(lab)).max() <= 3
        assert shown[3] == 255


@pytest.mark.parametrize(("name", "limit"), [("a.tif", 0), ("a.jpg", 6)])
def test_a_cmyk_picture_without_a_profile_opens_with_a_notice(
    tmp_path: Path, name: str, limit: int
) -> None:
    document, trouble = opened(Image.new("CMYK", (9, 9), (0, 255, 255, 0)), tmp_path / name, None)
    assert document.composite()[0, 0].tolist() == pytest.approx([255, 0, 0, 255], abs=limit)
    assert trouble == CMYK_SENTENCE.format(name)


@pytest.mark.parametrize(
    ("image", "profile"),
    [
        (Image.new("RGB", (4, 3), (9, 99, 200)), GREY),
        (Image.new("L", (4, 3), 99), ink_profile()),
        (Image.new("L", (4, 3), 99), GREY[:-20]),
        (Image.new("CMYK", (4, 3), (0, 255, 255, 0)), srgb()),
        (Image.new("CMYK", (4, 3), (0, 255, 255, 0)), ink_profile()[:-20]),
    ],
    ids=["grey for colours", "inks for grey", "grey cut off", "colours for inks", "inks cut off"],
)
def test_a_profile_of_another_colour_space_or_a_truncated_one_is_dropped(
    tmp_path: Path, image: Image.Image, profile: bytes
) -> None:
    document, trouble = opened(image, tmp_path / "a.tif", profile)
    assert trouble == "The colour profile of “a.tif” is damaged. The colours are read as sRGB."
    assert document.composite()[0, 0, :3].tolist() == list(image.convert("RGB").getpixel((0, 0)))


def test_a_mask_file_is_read_without_regard_to_its_profile(tmp_path: Path) -> None:
    Image.fromarray(RAMP).save(tmp_path / "a.png", icc_profile=GREY)
    mask = read_mask(tmp_path / "a.png", Extent(RAMP.shape[1], 1))
    assert np.array_equal(values(mask), RAMP)


def test_a_picture_with_a_palette_keeps_its_profile(tmp_path: Path) -> None:
    image = Image.new("RGB", (4, 3), (10, 220, 60)).quantize(4)
    image.save(tmp_path / "a.png", icc_profile=wide_gamut())
    document = read_picture(tmp_path / "a.png")
    assert document.icc_profile == wide_gamut()
    assert document.composite()[0, 0].tolist() == [10, 220, 60, 255]


def test_an_edit_of_a_wide_gamut_picture_has_the_right_colours(tmp_path: Path) -> None:
    before = noise(200, 300, 3)
    before[50:150, 50:150] = (10, 220, 60)
    path = tmp_path / "wide.png"
    Image.fromarray(before).save(path, icc_profile=wide_gamut())
    document = read_picture(path)
    document = document.with_mask(box_mask(document.extent, Rect(80, 80, 40, 40)))
    request = request_of(document, Mode.INPAINT)
    assert isinstance(request.source, Inpaint)
    to_srgb = Conversion.to_srgb(wide_gamut())
    seen = to_srgb.applied(np.array([[[10, 220, 60]]], np.uint8))[0, 0]
    assert np.abs(request.source.picture[128, 128].astype(int) - seen).max() <= 3
    colour = np.full((256, 256, 3), (180, 90, 120), np.uint8)
    edited = accept(document, Result(request, colour))
    shown = to_srgb.applied(edited.composite())
    assert np.abs(shown[100, 100, :3].astype(int) - (180, 90, 120)).max() <= 2
    write_picture(edited, path)
    saved = read_picture(path)
    assert saved.icc_profile == wide_gamut()
    changed = (saved.composite()[..., :3] != before).any(axis=-1)
    assert changed[82:118, 82:118].all()
    changed[70:130, 70:130] = False
    assert not changed.any()
