"""Tips, grains and wet edges of brushes."""

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st

from glide_studio.core.geometry import Extent, Rect
from glide_studio.core.mask.mask import Mask
from glide_studio.core.mask.selection import Selection
from glide_studio.core.paint.curve import FULL
from glide_studio.core.paint.paint import PaintStroke, coloured
from glide_studio.core.paint.stroke import Brush, Stroke
from glide_studio.core.paint.textures import SIDE, Grain, Tip, grain_tile, grained, tip_tile
from glide_studio.core.raster.colour import BLACK
from glide_studio.core.raster.raster import Pixels, Raster

PAGE = Extent(400, 300)
GRAINS = [Grain.PAPER, Grain.CANVAS, Grain.ROUGH]


def stroked(brush: Brush, *places: tuple[float, float], on: Mask | None = None) -> Pixels:
    stroke = Stroke(on or Mask.empty(PAGE), brush)
    for place in places:
        stroke.extend(*place)
    return stroke.mask.read(PAGE.bounds)


@pytest.mark.parametrize("grain", GRAINS)
def test_a_grain_has_all_depths_alike_and_repeats_without_a_seam(grain: Grain) -> None:
    tile = grain_tile(grain).astype(int)
    assert np.abs(np.bincount(tile.ravel(), minlength=256)[1:255] - SIDE**2 / 255).max() <= 1
    inside = np.abs(np.diff(tile, axis=0)).mean()
    across = np.abs(tile[0] - tile[-1]).mean()
    assert across < 1.5 * inside


@given(
    st.sampled_from(GRAINS),
    st.floats(0, 1),
    st.integers(0, 254),
    st.integers(-300, 300),
    st.integers(-300, 300),
)
def test_more_coverage_never_becomes_less_and_none_stays_none(
    grain: Grain, depth: float, coverage: int, x: int, y: int
) -> None:
    area = Rect(x, y, 24, 24)
    less, more = (
        grained(np.full((24, 24), value, np.uint8), area, grain, depth)
        for value in (coverage, coverage + 1)
    )
    assert (less <= more).all()
    assert not grained(np.zeros((24, 24), np.uint8), area, grain, depth).any()


def test_the_grain_stays_where_it_is_while_the_brush_moves() -> None:
    brush = Brush(60, 1, grain=Grain.PAPER, depth=0.8)
    first, second = (stroked(brush, (x, 150)) for x in (150, 165))
    both = np.hypot(*(np.mgrid[:300, :400] - np.array([150, 157])[:, None, None])) < 15
    assert np.array_equal(first[both], second[both])
    assert 0 < np.count_nonzero(first[both] < 128) < both.sum()


def test_a_light_touch_reaches_fewer_pits() -> None:
    shares = [
        np.mean(grained(np.full((256, 256), value, np.uint8), Rect(0, 0, 256, 256), Grain.ROUGH, 1))
        / value
        for value in (60, 128, 255)
    ]
    assert shares == sorted(shares)
    assert shares[0] < shares[2] - 0.2 or shares[0] < 0.8 * shares[2]


@pytest.mark.parametrize("tip", [Tip.CRUMBLY, Tip.BRISTLES])
def test_a_tip_covers_less_than_the_disc_that_it_is_part_of(tip: Tip) -> None:
    disc = stroked(Brush(60, 1), (200, 150))
    dab = stroked(Brush(60, 1, tip=tip), (200, 150))
    assert (dab <= disc).all()
    assert 0.1 < dab.sum() / disc.sum() < 0.85
    assert tip_tile(tip).max() == 255


def test_bristles_leave_streaks_along_the_stroke() -> None:
    after = stroked(Brush(60, 1, tip=Tip.BRISTLES, spacing=0.02), (80, 150), (320, 150))
    middle = after[125:175, 120:280].astype(float)
    along, across = (np.abs(np.diff(middle, axis=axis)).mean() for axis in (1, 0))
    assert across > 2.5 * along


def test_a_stroke_repeated_is_the_same() -> None:
    brush = Brush(40, 0.6, tip=Tip.CRUMBLY, grain=Grain.ROUGH, depth=0.6, build_up=True)
    path = ((60.0, 60.0), (200.0, 180.0), (330.0, 90.0))
    assert np.array_equal(stroked(brush, *path), stroked(brush, *path))


def test_an_eraser_with_grain_leaves_the_pits() -> None:
    brush = Brush(60, 1, grain=Grain.PAPER, depth=0.8)
    painted = stroked(brush, (200, 150))
    erased = stroked(
        Brush(60, 1, erase=True, grain=Grain.PAPER, depth=0.8), (200, 150), on=Mask.full(PAGE)
    )
    assert np.array_equal(erased, 255 - painted)


@pytest.mark.parametrize("opacity", [1.0, 0.5])
def test_wet_paint_is_densest_near_the_edge_of_the_stroke(opacity: float) -> None:
    brush = Brush(80, 0.4, opacity=opacity, size_curve=FULL, wet_edges=True)
    raster = Raster.empty(PAGE)
    stroke = PaintStroke(raster, brush, coloured(brush, BLACK), Selection(Mask.empty(PAGE)))
    for x in (100, 300):
        stroke.extend(x, 150)
    column = stroke.raster.to_array()[:, 200, 3].astype(int)
    assert column[150] == pytest.approx(255 * opacity / 2, abs=2)
    assert column.max() == pytest.approx(255 * opacity, abs=12)
    assert 15 < abs(int(column.argmax()) - 150) < 40
    assert column[105] == 0


def test_the_depth_of_a_brush_is_a_share() -> None:
    with pytest.raises(ValueError, match="depth"):
        Brush(10, 1, depth=1.5)
