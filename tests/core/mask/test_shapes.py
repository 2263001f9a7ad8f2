import math
import time

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st

from glide_studio.core.geometry import Extent
from glide_studio.core.mask.mask import FULL_TILE, Mask
from glide_studio.core.mask.shapes import Points, ellipse, enclosed, rectangle
from glide_studio.core.raster.raster import Pixels
from tests.core.samples import values

PAGE = Extent(600, 300)
"""Of three tiles by two, the last ones cut off."""

x_on_page, y_on_page = st.floats(0, 600, width=32), st.floats(0, 300, width=32)
anywhere = st.tuples(st.floats(-500, 900, width=32), st.floats(-500, 700, width=32))


def drawn(points: Points, anti_alias: bool = True) -> Pixels:
    return values(enclosed(PAGE, points, anti_alias))


def area(points: Points) -> float:
    """In pixels; a half-covered one counts half."""
    return float(drawn(points).sum(dtype=np.int64)) / 255


def edges(points: Points) -> list[Points]:
    return list(zip(points, [*points[1:], *points[:1]], strict=True))


def shoelace(points: Points) -> float:
    return abs(sum(x0 * y1 - x1 * y0 for (x0, y0), (x1, y1) in edges(points))) / 2


@given(st.lists(st.tuples(x_on_page, y_on_page), min_size=3, max_size=3))
def test_a_triangle_has_its_exact_area(corners: Points) -> None:
    perimeter = sum(math.dist(a, b) for a, b in edges(corners))
    assert area(corners) == pytest.approx(shoelace(corners), abs=0.1 + perimeter / 500)


@given(st.lists(st.floats(20, 140), min_size=5, max_size=40))
def test_a_star_shaped_polygon_has_its_exact_area(radii: list[float]) -> None:
    angles = np.linspace(0, 2 * math.pi, len(radii), endpoint=False)
    corners = [
        (300 + radius * math.cos(angle), 150 + radius * math.sin(angle))
        for radius, angle in zip(radii, angles, strict=True)
    ]
    assert area(corners) == pytest.approx(shoelace(corners), rel=0.002)
    assert np.array_equal(drawn(corners), drawn(corners[::-1]))


@given(st.lists(anywhere, min_size=0, max_size=7))
def test_any_polygon_is_right_at_pixels_far_from_its_outline(corners: Points) -> None:
    """Compared with winding numbers, computed from the angles seen from each point."""
    mask = drawn(corners)
    for x, y in ((10.5, 10.5), (255.5, 100.5), (256.5, 255.5), (590.5, 290.5), (400.5, 256.5)):
        turned, near = 0.0, math.inf
        for start, end in edges(corners):
            a, b = complex(*start) - complex(x, y), complex(*end) - complex(x, y)
            way = b - a
            share = 0 if way == 0 else max(0, min(1, -(a * way.conjugate()).real / abs(way) ** 2))
            near = min(near, abs(a + share * way))
            if a != 0 and b != 0:
                turned += math.atan2((a.conjugate() * b).imag, (a.conjugate() * b).real)
        if near > 1:
            around = round(turned / (2 * math.pi)) != 0
            assert mask[int(y), int(x)] == 255 * around


@given(x_on_page, y_on_page, x_on_page, y_on_page)
def test_a_rectangle_covers_each_pixel_by_the_shared_area(
    x0: float, y0: float, x1: float, y1: float
) -> None:
    left, right = sorted((x0, x1))
    top, bottom = sorted((y0, y1))
    across = np.clip(np.minimum(right, np.arange(1, 601)) - np.maximum(left, np.arange(600)), 0, 1)
    down = np.clip(np.minimum(bottom, np.arange(1, 301)) - np.maximum(top, np.arange(300)), 0, 1)
    expected = 255 * np.outer(down, across)
    assert np.abs(drawn(rectangle(x0, y0, x1, y1)) - expected).max() <= 0.51


@given(st.floats(1, 290), st.floats(1, 290))
def test_an_ellipse_has_its_exact_area(width: float, height: float) -> None:
    shape = ellipse(300 - width / 2, 150 - height / 2, 300 + width / 2, 150 + height / 2)
    assert area(shape) == pytest.approx(math.pi * width * height / 4, rel=0.002, abs=1)


def test_without_anti_alias_there_are_no_half_tones() -> None:
    shape = ellipse(100, 50, 333, 240)
    assert set(np.unique(drawn(shape, anti_alias=False))) == {0, 255}
    assert len(np.unique(drawn(shape))) > 50


def test_shapes_are_cut_off_at_the_canvas_edge() -> None:
    everything = enclosed(PAGE, rectangle(-1000, -1000, 5000, 5000))
    assert np.array_equal(values(everything), np.full((300, 600), 255))
    assert np.array_equal(values(everything), values(Mask.full(PAGE)))
    corner = everything.raster.tiles[2, 1]
    assert not corner[44:].any()
    assert not corner[:, 88:].any()
    assert enclosed(PAGE, rectangle(700, 10, 900, 40)).is_empty


@pytest.mark.parametrize("points", [[], [(3.0, 4.0)], [(3.0, 4.0), (50.0, 60.0)], [(1.0, 9.0)] * 5])
def test_a_line_encloses_nothing(points: Points) -> None:
    assert not drawn(points).any()


def test_both_loops_of_a_figure_eight_are_filled() -> None:
    mask = drawn([(100.0, 50.0), (200.0, 250.0), (200.0, 50.0), (100.0, 250.0)])
    assert mask[60, 150] == 0
    assert mask[150, 110] == mask[150, 190] == 255


def test_the_inside_of_a_large_shape_costs_no_memory_and_no_time() -> None:
    page = Extent(8192, 8192)
    started = time.perf_counter()
    mask = enclosed(page, ellipse(0, 0, 8192, 8192))
    assert time.perf_counter() - started < 2
    own = [tile for tile in mask.raster.tiles.values() if tile is not FULL_TILE]
    assert 100 < len(own) < 200
    assert len(mask.raster.tiles) > 800
