"""Levels, curves and other tables against Pillow and the formulas."""

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st
from PIL import Image, ImageOps

from glide_studio.core.adjust.adjustment import Adjustment, adjusted
from glide_studio.core.adjust.tone import BrightnessContrast, Curves, Invert, Levels, Range
from glide_studio.core.paint.curve import Curve
from glide_studio.core.raster.raster import Pixels, Raster

RAMP = np.stack([np.arange(256), np.arange(256)[::-1], np.full(256, 90), np.full(256, 255)], -1)
"""All values of red and green, in one row."""


def applied(adjustment: Adjustment, pixels: Pixels) -> Pixels:
    return adjusted(Raster.from_array(pixels), adjustment).to_array()


def ramp(adjustment: Adjustment) -> Pixels:
    """The adjusted ramp, (256, 4)."""
    return applied(adjustment, RAMP.astype(np.uint8)[np.newaxis])[0]


def test_levels_stretch_the_input_and_compress_the_output() -> None:
    found = ramp(Levels(rgb=Range(50, 2.0, 150, 20, 220)))[:, 0].astype(int)
    wanted = [round(20 + 200 * min(max((value - 50) / 100, 0), 1) ** 0.5) for value in range(256)]
    assert found.tolist() == wanted


def test_the_levels_of_a_channel_come_before_those_of_all() -> None:
    """100 becomes 200 in red, and that 55 once the output is halved and 255 - 0 is 55 - 255."""
    levels = Levels(red=Range(0, 1.0, 128), rgb=Range(low=0, high=128))
    found = ramp(levels)
    assert found[64].tolist() == [64, round(191 * 128 / 255), round(90 * 128 / 255), 255]


def test_output_levels_can_be_swapped() -> None:
    assert (ramp(Levels(rgb=Range(low=255, high=0)))[:, 0] == np.arange(256)[::-1]).all()


@pytest.mark.parametrize("wrong", [(10, 1.0, 10), (-1, 1.0, 255), (0, 0.05, 255), (0, 1.0, 256)])
def test_impossible_levels_are_refused(wrong: tuple[int, float, int]) -> None:
    with pytest.raises(ValueError, match="levels"):
        Range(*wrong)


def test_a_curve_passes_through_its_points_in_its_channel_alone() -> None:
    curve = Curve(((0.0, 0.2), (100 / 255, 180 / 255), (1.0, 0.8)))
    found = ramp(Curves(red=curve))
    assert found[[0, 100, 255], 0].tolist() == [51, 180, 204]
    assert (found[:, 1:] == RAMP[:, 1:]).all()
    assert (np.diff(found[:, 0].astype(int)) >= 0).all()


def test_a_straight_curve_changes_nothing() -> None:
    assert (ramp(Curves(rgb=Curve(((0.0, 0.0), (0.4, 0.4), (1.0, 1.0))))) == RAMP).all()


@pytest.mark.parametrize(("brightness", "wanted"), [(50, [128, 191, 255]), (-50, [0, 64, 128])])
def test_brightness_moves_values_towards_white_or_black(brightness: int, wanted: list[int]) -> None:
    found = ramp(BrightnessContrast(brightness=brightness))[[0, 127, 255], 0]
    assert found.astype(int) == pytest.approx(wanted, abs=1)


def test_contrast_is_the_slope_in_the_middle() -> None:
    found = ramp(BrightnessContrast(contrast=50))[:, 0].astype(int)
    slope = np.tan(np.radians(45 * 1.5))  # 2.41
    wanted = np.rint(np.clip((np.arange(256) - 127.5) * slope + 127.5, 0, 255))
    assert (np.abs(found - wanted) <= 1).all()
    assert set(ramp(BrightnessContrast(contrast=-100))[:, 0].tolist()) == {128}


def test_inverting_is_the_negative_of_pillow_and_its_own_reverse() -> None:
    pixels = np.random.default_rng(3).integers(0, 256, (300, 20, 4), np.uint8)
    pixels[..., 3] = np.maximum(pixels[..., 3], 1)
    found = applied(Invert(), pixels)
    wanted = np.array(ImageOps.invert(Image.fromarray(np.ascontiguousarray(pixels[..., :3]))))
    assert (found[..., :3] == wanted).all()
    assert (found[..., 3] == pixels[..., 3]).all()
    assert (applied(Invert(), found) == pixels).all()


def test_the_bytes_of_transparent_pixels_stay() -> None:
    pixels = np.zeros((3, 2, 4), np.uint8)
    pixels[1] = (10, 20, 30, 0)
    pixels[2] = (10, 20, 30, 1)
    found = applied(Invert(), pixels)
    assert (found[:2] == pixels[:2]).all()
    assert found[2, 0].tolist() == [245, 235, 225, 1]


def test_empty_tiles_stay_empty_and_nothing_lies_past_the_page() -> None:
    pixels = np.zeros((300, 600, 4), np.uint8)
    pixels[:40, :40] = 255
    found = adjusted(Raster.from_array(pixels), Invert())
    assert set(found.tiles) == {(0, 0)}
    found = adjusted(Raster.from_array(np.full((300, 300, 4), 255, np.uint8)), Invert())
    assert not found.tiles[1, 1][44:].any()
    assert not found.tiles[1, 1][:, 44:].any()


@given(st.integers(0, 254), st.integers(1, 255), st.floats(0.1, 10))
def test_levels_never_reverse_the_order_of_values(black: int, width: int, gamma: float) -> None:
    levels = Levels(rgb=Range(black, gamma, min(255, black + width)))
    assert (np.diff(ramp(levels)[:, 0].astype(int)) >= 0).all()
