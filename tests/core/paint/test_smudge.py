"""Smudging."""

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st

from glide_studio.core.geometry import Rect
from glide_studio.core.mask.mask import Mask
from glide_studio.core.mask.selection import Selection
from glide_studio.core.paint.curve import LINEAR
from glide_studio.core.paint.smudge import SmudgeStroke
from glide_studio.core.paint.stroke import Brush
from glide_studio.core.raster.raster import Pixels, Raster
from tests.core.samples import noise

RED, BLUE, NOTHING = (220, 10, 30, 255), (20, 40, 200, 255), (0, 0, 0, 0)


def halves(left: tuple[int, ...], right: tuple[int, ...]) -> Pixels:
    """A picture of 200 x 100 that changes its colour in the middle."""
    pixels = np.empty((100, 200, 4), np.uint8)
    pixels[:, :100], pixels[:, 100:] = left, right
    return pixels


def smudged(
    pixels: Pixels, brush: Brush, *places: tuple[float, ...], mask: Mask | None = None
) -> Pixels:
    raster = Raster.from_array(pixels)
    stroke = SmudgeStroke(raster, brush, Selection(mask or Mask.empty(raster.extent)))
    for place in places:
        stroke.extend(*place)
    return stroke.raster.to_array()


def test_at_full_strength_the_start_is_carried_all_the_way() -> None:
    after = smudged(halves(RED, BLUE), Brush(20, 1), (80, 50), (120, 50), (180, 50))
    assert (after[45:56, 100:180] == RED).all()
    assert (after[61:, 100:] == BLUE).all()


def test_without_strength_nothing_changes() -> None:
    pixels = noise(100, 200, 4)
    assert np.array_equal(smudged(pixels, Brush(20, 0.5, opacity=0), (20, 50), (180, 60)), pixels)


def test_a_click_changes_nothing() -> None:
    pixels = noise(100, 200, 4)
    assert np.array_equal(smudged(pixels, Brush(20, 0.5), (90, 50)), pixels)


def trail(strength: float, spacing: float = 0.0) -> np.ndarray:  # type: ignore[type-arg]
    """How much red there is behind the border, where a stroke went on for long."""
    brush = Brush(20, 1, opacity=strength, spacing=spacing)
    after = smudged(halves(RED, BLUE), brush, (60, 50), (190, 50))
    red: np.ndarray = (after[50, 100:180, 0].astype(float) - BLUE[0]) / (RED[0] - BLUE[0])  # type: ignore[type-arg]
    return red


def test_colours_go_further_with_more_strength_whatever_the_spacing() -> None:
    lengths = [int((trail(strength) > 0.1).sum()) for strength in (0.2, 0.4, 0.6, 0.7)]
    assert lengths == sorted(set(lengths))
    # What is under the brush crosses it, 20 pixels, at 1 - strength of the brush's speed.
    for strength, spacing in ((0.3, 0.05), (0.3, 0.2), (0.5, 0.05), (0.5, 0.2), (0.7, 0.1)):
        red = trail(strength, spacing)[::-1]
        length = np.interp(0.5, red, np.arange(80)[::-1])
        assert length == pytest.approx(20 * strength / (1 - strength), rel=0.2)


def test_pressure_acts_on_strength() -> None:
    brush = Brush(20, 1, opacity=0.9, size_curve=LINEAR, opacity_curve=LINEAR)
    soft = smudged(halves(RED, BLUE), brush, (80, 50, 0.3), (180, 50, 0.3))
    firm = smudged(halves(RED, BLUE), brush, (80, 50, 1.0), (180, 50, 1.0))
    assert (firm[..., 0] > 100).sum() > (soft[..., 0] > 100).sum()


@given(
    st.tuples(*[st.integers(0, 255)] * 3, st.integers(1, 255)),
    st.lists(st.tuples(st.floats(-20, 220), st.floats(-20, 120)), min_size=2, max_size=4),
    st.floats(0, 1),
)
def test_an_even_layer_stays_as_it_is_at_the_edges_of_the_page_too(
    colour: tuple[int, ...], places: list[tuple[float, float]], hardness: float
) -> None:
    pixels = halves(colour, colour)
    assert np.array_equal(smudged(pixels, Brush(30, hardness, opacity=0.7), *places), pixels)


def test_transparent_pixels_have_no_colour_to_mix_in() -> None:
    after = smudged(halves(RED, NOTHING), Brush(20, 0.5, opacity=0.8), (60, 50), (180, 50))
    moved = after[45:55, 100:140]
    assert 0 < moved[..., 3].max() <= 255
    assert (moved[moved[..., 3] > 8][:, :3].astype(int) - RED[:3]).max() <= 8
    assert len(np.unique(moved[..., 3])) > 10


def test_only_what_is_selected_changes_and_by_its_weight() -> None:
    mask = Mask.empty(Raster.from_array(halves(RED, BLUE)).extent)
    mask = mask.write(Rect(100, 0, 40, 100), np.full((100, 40), 51, np.uint8))
    after = smudged(halves(RED, BLUE), Brush(20, 1), (80, 50), (180, 50), mask=mask)
    assert np.array_equal(after[:, 140:], halves(RED, BLUE)[:, 140:])
    wanted = 0.8 * np.array(BLUE) + 0.2 * np.array(RED)
    assert np.abs(after[50, 120] - wanted).max() <= 1
