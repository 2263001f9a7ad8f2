from functools import partial

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st

from glide_studio.core.geometry import Extent, Rect
from glide_studio.core.mask.alpha import kept_part, opaque_part
from glide_studio.core.mask.mask import FULL_TILE, Combine, Mask
from glide_studio.core.raster.raster import TILE_SIZE, Raster
from tests.core.samples import box_mask, changed_tiles, noise, values

PAGE = Extent(300, 280)
"""Four tiles, three of them cut off."""


@st.composite
def masks(draw: st.DrawFn) -> Mask:
    """Boxes of one value, of noise, and some that fill a tile."""
    mask = Mask.empty(PAGE)
    for _ in range(draw(st.integers(0, 3))):
        x, y = draw(st.integers(-9, 290)), draw(st.integers(-9, 270))
        box = Rect(x, y, draw(st.integers(1, 300)), draw(st.integers(1, 290)))
        written = noise(box.height, box.width, seed=draw(st.integers(0, 99)))
        if draw(st.booleans()):
            written[:] = draw(st.sampled_from((255, 0, 128)))
        mask = mask.write(box, written)
    return mask


def same(one: Mask, other: Mask) -> bool:
    """Equal values, and nothing but zeros past the edge of the page."""
    for mask in (one, other):
        for (column, row), tile in mask.raster.tiles.items():
            assert not tile[max(0, 280 - row * TILE_SIZE) :].any()
            assert not tile[:, max(0, 300 - column * TILE_SIZE) :].any()
            assert tile.any()
    return np.array_equal(values(one), values(other))


def test_bounds_hold_the_pixels_that_are_repainted() -> None:
    pixels = np.zeros((300, 400), np.uint8)
    pixels[20:290, 30:390] = 127
    pixels[40:280, 50:370] = 128
    assert Mask.from_array(pixels).bounds() == Rect(50, 40, 320, 240)


def test_a_faint_mask_repaints_nothing() -> None:
    faint = Mask.from_array(np.full((9, 9), 127, np.uint8))
    assert faint.is_empty
    assert Mask.empty(Extent(9, 9)).is_empty
    assert not faint.inverted().is_empty


def test_read_and_write_take_flat_arrays_cut_off_at_the_extent() -> None:
    mask = Mask.empty(Extent(4, 3)).write(Rect(-1, -1, 3, 2), np.full((2, 3), 255, np.uint8))
    assert mask.bounds() == Rect(0, 0, 2, 1)
    assert mask.read(Rect(1, 0, 2, 2)).tolist() == [[255, 0], [0, 0]]


@given(masks())
def test_inverting_takes_each_value_from_255_and_twice_changes_nothing(mask: Mask) -> None:
    assert np.array_equal(values(mask.inverted()), 255 - values(mask))
    assert same(mask.inverted().inverted(), mask)


@given(masks(), masks(), masks())
def test_masks_obey_the_laws_of_set_algebra(a: Mask, b: Mask, c: Mask) -> None:
    assert same(a.united(a), a)
    assert same(a.intersected(a), a)
    assert same(a.united(b), b.united(a))
    assert same(a.intersected(b), b.intersected(a))
    assert same(a.united(b).united(c), a.united(b.united(c)))
    assert same(a.intersected(b.united(c)), a.intersected(b).united(a.intersected(c)))
    assert same(a.united(a.intersected(b)), a)
    assert same(a.united(b).inverted(), a.inverted().intersected(b.inverted()))
    assert same(a.without(b), a.intersected(b.inverted()))
    everything, nothing = Mask.full(PAGE), Mask.empty(PAGE)
    assert same(a.united(nothing), a)
    assert same(a.united(everything), everything)
    assert same(a.intersected(everything), a)
    assert same(a.without(everything), nothing)


@pytest.mark.parametrize(
    ("how", "expected"),
    [
        (Combine.REPLACE, [0, 100, 255]),
        (Combine.ADD, [200, 200, 255]),
        (Combine.SUBTRACT, [200, 155, 0]),
        (Combine.INTERSECT, [0, 100, 255]),
    ],
)
def test_a_selection_is_combined_with_the_mask(how: Combine, expected: list[int]) -> None:
    old = Mask.from_array(np.array([[200, 200, 255]], np.uint8))
    new = Mask.from_array(np.array([[0, 100, 255]], np.uint8))
    assert values(old.combined(new, how)).tolist() == [expected]


def test_combining_shares_the_tiles_that_stay_the_same() -> None:
    page = Extent(1024, 1024)
    mask = Mask.from_array(noise(1024, 1024))
    spot = box_mask(page, Rect(10, 10, 20, 20))
    for combined in (mask.united(spot), mask.without(spot)):
        assert changed_tiles(mask.raster, combined.raster) == [(0, 0)]
    assert mask.intersected(Mask.full(page)).raster.tiles.keys() == mask.raster.tiles.keys()


def test_a_full_mask_of_a_large_picture_shares_one_tile() -> None:
    full = Mask.full(Extent(8192, 8192))
    assert all(tile is FULL_TILE for tile in full.raster.tiles.values())
    assert full.bounds() == Rect(0, 0, 8192, 8192)
    assert full.inverted().is_empty


def sparse(seed: int) -> Raster:
    """A layer that is transparent on the right, and opaque in a small box on the left."""
    pixels = noise(280, 300, 4, seed=seed)
    pixels[:, 100:] = 0
    pixels[50:90, 50:60, 3] = 255
    return Raster.from_array(pixels)


@given(st.integers(0, 50))
def test_a_mask_is_a_layers_alpha(seed: int) -> None:
    raster = sparse(seed)
    assert np.array_equal(values(opaque_part(raster)), raster.to_array()[..., 3])


@given(st.integers(0, 50))
def test_a_full_or_empty_mask_keeps_all_or_no_alpha(seed: int) -> None:
    raster = sparse(seed)
    assert kept_part(raster, Mask.full(PAGE)).tiles == raster.tiles
    assert not kept_part(raster, Mask.empty(PAGE)).tiles


@given(st.integers(0, 50), st.integers(0, 50))
def test_alpha_is_weighted_by_the_mask_and_colours_stay(seed: int, other: int) -> None:
    raster, mask = sparse(seed), Mask.from_array(noise(280, 300, seed=other))
    before, after = raster.to_array(), kept_part(raster, mask).to_array()
    exact = before[..., 3] * (values(mask) / 255)
    assert np.abs(after[..., 3] - exact).max() <= 0.5
    seen = after[..., 3] > 0
    assert np.array_equal(after[seen][:, :3], before[seen][:, :3])
    assert not after[~seen].any()


def test_masks_of_another_extent_are_refused() -> None:
    for combine in (Mask.full(Extent(3, 3)).united, partial(kept_part, sparse(0))):
        with pytest.raises(ValueError, match="does not fit"):
            combine(Mask.full(Extent(3, 4)))
