"""Gradients, against their definitions computed pixel by pixel."""

import math

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st

from glide_studio.core.geometry import Rect
from glide_studio.core.paint.gradient import Gradient, GradientShape
from glide_studio.core.raster.colour import BLACK, WHITE, Colour
from glide_studio.core.raster.raster import Raster

FIRST, LAST = Colour(200, 30, 90), Colour(10, 255, 90)
AREA = Rect(-3, 250, 90, 60)
places = st.tuples(st.floats(-50, 300), st.floats(-50, 300))


def share(
    shape: GradientShape, x: float, y: float, ends: tuple[float, float, float, float]
) -> float:
    x0, y0, x1, y1 = ends
    length = math.hypot(x1 - x0, y1 - y0)
    along = ((x - x0) * (x1 - x0) + (y - y0) * (y1 - y0)) / length**2
    match shape:
        case GradientShape.LINEAR:
            return min(max(along, 0), 1)
        case GradientShape.REFLECTED:
            return min(abs(along), 1)
        case GradientShape.RADIAL:
            return min(math.hypot(x - x0, y - y0) / length, 1)
    angle = math.atan2(y - y0, x - x0) - math.atan2(y1 - y0, x1 - x0)
    return (angle / (2 * math.pi)) % 1


@pytest.mark.parametrize("shape", GradientShape)
@given(start=places, end=places, pixel=st.tuples(st.integers(-3, 86), st.integers(250, 309)))
def test_colours_are_mixed_in_even_steps_of_their_bytes(
    shape: GradientShape,
    start: tuple[float, float],
    end: tuple[float, float],
    pixel: tuple[int, int],
) -> None:
    if math.dist(start, end) < 1:
        end = (start[0] + 5, start[1])
    found = Gradient(shape, start, end, FIRST, LAST).pixels(AREA)
    x, y = pixel
    at = share(shape, x + 0.5, y + 0.5, (*start, *end))
    if shape is GradientShape.CONICAL and min(at, 1 - at) < 1e-4:
        return  # it jumps there
    wanted = np.array(FIRST.rgb) + at * (np.array(LAST.rgb) - FIRST.rgb)
    assert np.abs(found[y - 250, x + 3, :3] - wanted).max() <= 1
    assert found[y - 250, x + 3, 3] == 255


def test_both_ends_have_their_exact_colours() -> None:
    row = Gradient(GradientShape.LINEAR, (10, 0), (50, 0), FIRST, LAST).pixels(Rect(0, 0, 60, 1))
    assert (row[0, :10, :3] == FIRST.rgb).all()
    assert (row[0, 51:, :3] == LAST.rgb).all()


def test_a_fading_one_keeps_its_colour_while_alpha_falls() -> None:
    fading = Gradient(GradientShape.LINEAR, (0, 0), (100, 0), FIRST, LAST, fades=True)
    row = fading.pixels(Rect(0, 0, 120, 1))[0]
    assert (row[:99, :3] == FIRST.rgb).all()
    wanted = 255 * (1 - (np.arange(99) + 0.5) / 100)
    assert np.abs(row[:99, 3] - wanted).max() <= 1
    assert not row[101:].any()


def test_it_is_painted_over_a_picture_within_bounds() -> None:
    raster = Raster.from_array(np.full((300, 400, 4), (0, 0, 0, 255), np.uint8))
    gradient = Gradient(GradientShape.LINEAR, (0, 0), (400, 0), WHITE, BLACK, opacity=0.5)
    drawn = gradient.drawn_on(raster, Rect(100, 50, 250, 200)).to_array()
    wanted = 0.5 * 255 * (1 - (np.arange(100, 350) + 0.5) / 400)
    assert np.abs(drawn[120, 100:350, 0] - wanted).max() <= 1
    outside = drawn.copy()
    outside[50:250, 100:350] = 0, 0, 0, 255
    assert np.array_equal(outside, raster.to_array())


def test_equal_points_are_refused() -> None:
    with pytest.raises(ValueError, match="both start and end"):
        Gradient(GradientShape.RADIAL, (3, 4), (3, 4), FIRST, LAST)
