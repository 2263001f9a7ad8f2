"""Hue, saturation, balance and greys against Python's colorsys, Pillow and arithmetic."""

import colorsys

import numpy as np
import pytest

from glide_studio.core.adjust.colour import (
    ColourBalance,
    Desaturate,
    Grey,
    HueSaturation,
)
from glide_studio.core.raster.raster import Pixels
from tests.core.adjust.test_tone import applied

LUMA = np.array([0.2126, 0.7152, 0.0722])


@pytest.fixture
def pixels() -> Pixels:
    """Random colours, and the corners of the colour cube."""
    made = np.random.default_rng(7).integers(0, 256, (20, 30, 4), np.uint8)
    made[0, :8, :3] = [[r, g, b] for r in (0, 255) for g in (0, 255) for b in (0, 255)]
    made[1, :3, :3] = [[128, 128, 128], [1, 1, 1], [254, 254, 254]]
    made[..., 3] = np.maximum(made[..., 3], 1)
    return made


@pytest.mark.parametrize(
    "numbers", [(40, 0, 0), (-170, 0, 0), (0, 60, 0), (0, -100, 0), (0, 0, 30), (90, -40, -25)]
)
def test_hue_saturation_and_lightness_are_those_of_hsl(
    pixels: Pixels, numbers: tuple[int, int, int]
) -> None:
    hue, saturation, lightness = numbers
    found = applied(HueSaturation(*numbers), pixels)

    def wanted(red: int, green: int, blue: int) -> list[float]:
        h, l, s = colorsys.rgb_to_hls(red / 255, green / 255, blue / 255)  # noqa: E741
        h, s = (h + hue / 360) % 1, min(s * (1 + saturation / 100), 1)
        share = lightness / 100
        l = l + share * (1 - l) if share > 0 else l * (1 + share)  # noqa: E741
        return [255 * value for value in colorsys.hls_to_rgb(h, l, s)]

    expected = [wanted(*pixel) for pixel in pixels[..., :3].reshape(-1, 3).tolist()]
    assert found[..., :3].reshape(-1, 3).astype(float) == pytest.approx(
        np.array(expected), abs=0.51
    )
    assert (found[..., 3] == pixels[..., 3]).all()


def test_no_change_of_hue_keeps_every_byte(pixels: Pixels) -> None:
    assert (applied(HueSaturation(), pixels) == pixels).all()


@pytest.mark.parametrize("grey", Grey)
def test_greys(pixels: Pixels, grey: Grey) -> None:
    colours = pixels[..., :3].astype(float)
    wanted = {
        Grey.LUMINOSITY: colours @ LUMA,
        Grey.AVERAGE: colours.mean(axis=2),
        Grey.LIGHTNESS: (colours.max(axis=2) + colours.min(axis=2)) / 2,
    }[grey]
    found = applied(Desaturate(grey), pixels)
    for channel in range(3):
        assert found[..., channel].astype(float) == pytest.approx(wanted, abs=0.51)


def test_a_balance_shifts_the_tones_that_it_is_for() -> None:
    """Black is shadows alone, white highlights, middle grey midtones; a quarter is half of each."""
    greys = np.array([[0, 64, 128, 255]], np.uint8)[..., np.newaxis].repeat(4, axis=2)
    greys[..., 3] = 255
    shadows = applied(ColourBalance(shadows=(40, 0, 0), keep_luminosity=False), greys)
    assert shadows[0, :, 0].tolist() == [51, 64 + 25, 128, 255]
    middle = applied(ColourBalance(midtones=(0, -40, 0), keep_luminosity=False), greys)
    assert middle[0, :, 1].tolist() == pytest.approx([0, 64 - 26, 128 - 51, 255], abs=1)
    highlights = applied(ColourBalance(highlights=(0, 0, -40), keep_luminosity=False), greys)
    assert highlights[0, :, 2].tolist() == [0, 64, 128, 204]


def test_a_balance_keeps_the_luminosity_if_wanted() -> None:
    pixels = np.random.default_rng(1).integers(90, 160, (20, 20, 4), np.uint8)
    found = applied(ColourBalance((5, 10, -5), (20, -10, 0), (0, 0, 15)), pixels)
    assert not np.allclose(found[..., :3], pixels[..., :3], atol=3)
    before, after = (each[..., :3] @ LUMA for each in (pixels, found))
    assert after == pytest.approx(before, abs=0.6)
