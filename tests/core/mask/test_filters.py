import math
import time
from collections.abc import Callable

import numpy as np
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from scipy import ndimage

from glide_studio.core.geometry import Extent, Rect
from glide_studio.core.mask.filters import MAX_RADIUS, feathered, grown, shrunk, smoothed
from glide_studio.core.mask.mask import Mask
from glide_studio.core.mask.shapes import ellipse, enclosed, rectangle
from tests.core.samples import noise, values

PAGE = Extent(300, 280)
DISC = enclosed(PAGE, ellipse(90, 80, 210, 200))
radii = st.integers(1, 40)


@st.composite
def masks(draw: st.DrawFn) -> Mask:
    """Shapes with soft edges, and specks of noise."""
    mask = Mask.empty(PAGE)
    for _ in range(draw(st.integers(1, 3))):
        x, y = draw(st.floats(-20, 300)), draw(st.floats(-20, 280))
        shape = rectangle(x, y, x + draw(st.floats(1, 200)), y + draw(st.floats(1, 200)))
        mask = mask.united(enclosed(PAGE, shape))
    specks = noise(9, 9, seed=draw(st.integers(0, 99)))
    return mask.write(Rect(draw(st.integers(0, 290)), draw(st.integers(0, 270)), 9, 9), specks)


@given(masks(), radii)
@settings(max_examples=30)
def test_growing_is_the_highest_value_in_a_disc(mask: Mask, radius: int) -> None:
    y, x = np.mgrid[-radius : radius + 1, -radius : radius + 1]
    disc = x * x + y * y <= radius * (radius + 1)
    if radius > 8:  # the direct computation would take too long
        disc = disc[:, radius : radius + 1]
    expected = ndimage.grey_dilation(values(mask), footprint=disc, mode="nearest")
    found = values(grown(mask, radius))
    assert (found >= expected).all() if radius > 8 else np.array_equal(found, expected)


@given(masks(), radii)
@settings(max_examples=40)
def test_shrinking_is_the_inverse_of_the_grown_inverse(mask: Mask, radius: int) -> None:
    before = values(mask)
    assert (values(grown(mask, radius)) >= before).all()
    assert (values(shrunk(mask, radius)) <= before).all()
    assert (values(shrunk(grown(mask, radius), radius)) >= before).all()
    assert (values(grown(shrunk(mask, radius), radius)) <= before).all()
    inverted = values(grown(mask.inverted(), radius).inverted())
    assert np.array_equal(values(shrunk(mask, radius)), inverted)


@pytest.mark.parametrize("radius", [1, 7, 30])
def test_a_disc_grows_and_shrinks_by_the_radius(radius: int) -> None:
    for change, sign in ((grown, 1), (shrunk, -1)):
        changed = change(DISC, radius).bounds()
        assert changed == Rect(90, 80, 120, 120).padded(sign * radius)


def test_a_mask_does_not_shrink_from_the_edge_of_the_picture() -> None:
    left_half = enclosed(PAGE, rectangle(-9, -9, 150, 999))
    assert shrunk(left_half, 10).bounds() == Rect(0, 0, 140, 280)
    assert np.array_equal(values(shrunk(Mask.full(PAGE), MAX_RADIUS)), values(Mask.full(PAGE)))
    assert shrunk(DISC, MAX_RADIUS).is_empty


@given(masks(), radii)
@settings(max_examples=30)
def test_feathering_changes_nothing_far_from_an_edge(mask: Mask, radius: int) -> None:
    soft, hard = values(feathered(mask, radius)), values(mask)
    size = 2 * radius + 1
    low = ndimage.minimum_filter(hard, size, mode="nearest")
    high = ndimage.maximum_filter(hard, size, mode="nearest")
    assert (soft >= low).all()
    assert (soft <= high).all()
    before, after = int(hard.sum(dtype=np.int64)), int(soft.sum(dtype=np.int64))
    if not hard[[0, -1]].any() and not hard[:, [0, -1]].any():
        inner = hard[radius:-radius, radius:-radius] if radius else hard
        if inner.sum(dtype=np.int64) == before:
            assert after == pytest.approx(before, rel=0.02, abs=255 * 40)


def test_a_feathered_edge_is_a_ramp_from_radius_to_radius() -> None:
    soft = values(feathered(enclosed(PAGE, rectangle(-99, -99, 150, 999)), 20))[140].astype(int)
    assert (np.diff(soft) <= 0).all()
    assert soft[128] == 255
    assert soft[172] == 0
    assert 0 < soft[165] < 30
    assert 225 < soft[135] < 255
    assert abs(soft[149] + soft[150] - 255) <= 1


def test_smoothing_removes_specks_and_fills_pinholes_but_keeps_a_disc() -> None:
    dotted = DISC.write(Rect(20, 20, 3, 3), np.full((3, 3), 255, np.uint8))
    dotted = dotted.write(Rect(150, 140, 3, 3), np.zeros((3, 3), np.uint8))
    smooth = values(smoothed(dotted, 8))
    assert not smooth[10:40, 10:40].any()
    assert (smooth[130:150, 140:160] == 255).all()
    assert smooth.sum(dtype=float) / 255 == pytest.approx(math.pi * 60**2, rel=0.03)
    rows = smooth[140]
    assert ((rows > 0) & (rows < 255)).sum() <= 6


def test_smoothing_rounds_corners() -> None:
    square = enclosed(PAGE, rectangle(50, 50, 200, 200))
    smooth = values(smoothed(square, 20))
    assert smooth[50, 50] == 0
    assert smooth[125, 51] == 255
    assert smooth[125, 48] == 0


@pytest.mark.parametrize("change", [grown, shrunk, feathered, smoothed])
def test_empty_and_full_masks_do_not_change(change: Callable[[Mask, int], Mask]) -> None:
    assert change(Mask.empty(PAGE), 9).is_empty
    assert np.array_equal(values(change(Mask.full(PAGE), 9)), values(Mask.full(PAGE)))
    for radius in (0, MAX_RADIUS + 1):
        with pytest.raises(ValueError, match="is not within"):
            change(DISC, radius)


@pytest.mark.parametrize("change", [grown, shrunk, feathered, smoothed])
def test_the_cost_follows_the_mask_and_far_tiles_are_shared(
    change: Callable[[Mask, int], Mask],
) -> None:
    page = Extent(20_000, 20_000)  # in full size, the filters would take minutes
    mask = enclosed(page, ellipse(9000, 9000, 9400, 9400))
    started = time.perf_counter()
    changed = change(mask, 20)
    assert time.perf_counter() - started < 1.5
    assert len(changed.raster.tiles) <= 9
