import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st

from glide_studio.core.geometry import Extent, Rect
from glide_studio.core.mask.mask import FULL_TILE, Combine, Mask
from glide_studio.core.raster.raster import TILE_SIZE, Pixels

PAGE = Extent(300, 280)
"""Four tiles, three of them cut off."""


@st.composite
def masks(draw: st.DrawFn) -> Mask:
    """Boxes of one value, of noise, and some that fill a tile."""
    mask = Mask.empty(PAGE)
    for _ in range(draw(st.integers(0, 3))):
        box = Rect(draw(st.integers(-9, 290)), draw(st.integers(-9, 270)), 0, 0)
        box = Rect(box.x, box.y, draw(st.integers(1, 300)), draw(st.integers(1, 290)))
        if draw(st.booleans()):
            values = np.full(
                (box.height, box.width), draw(st.sampled_from((255, 0, 128))), np.uint8
            )
        else:
            noise = np.random.default_rng(draw(st.integers(0, 99)))
            values = noise.integers(0, 256, (box.height, box.width), np.uint8)
        mask = mask.write(box, values)
    return mask


def values(mask: Mask) -> Pixels:
    return mask.read(mask.extent.bounds)


def same(one: Mask, other: Mask) -> bool:
    """Equal values, and nothing but zeros past the edge of the page."""
    for mask in (one, other):
        for (column, row), tile in mask.raster.tiles.items():
            assert not tile[max(0, 280 - row * TILE_SIZE) :].any()
            assert not tile[:, max(0, 300 - column * TILE_SIZE) :].any()
            assert tile.any()
    return np.array_equal(values(one), values(other))


def test_bounds_hold_the_pixels_that_are_repainted() -> None:
    values = np.zeros((300, 400), np.uint8)
    values[20:290, 30:390] = 127
    values[40:280, 50:370] = 128
    assert Mask.from_array(values).bounds() == Rect(50, 40, 320, 240)


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
    noise = np.random.default_rng(0).integers(0, 256, (1024, 1024), np.uint8)
    mask = Mask.from_array(noise)
    spot = Mask.empty(page).write(Rect(10, 10, 20, 20), np.full((20, 20), 255, np.uint8))
    for changed in (mask.united(spot), mask.without(spot)):
        tiles = changed.raster.tiles
        assert [key for key, tile in mask.raster.tiles.items() if tiles[key] is not tile] == [
            (0, 0)
        ]
    assert mask.intersected(Mask.full(page)).raster.tiles.keys() == mask.raster.tiles.keys()


def test_a_full_mask_of_a_large_picture_shares_one_tile() -> None:
    full = Mask.full(Extent(8192, 8192))
    assert all(tile is FULL_TILE for tile in full.raster.tiles.values())
    assert full.bounds() == Rect(0, 0, 8192, 8192)
    assert full.inverted().is_empty


def test_masks_of_different_pictures_do_not_combine() -> None:
    with pytest.raises(ValueError, match="does not fit"):
        Mask.full(Extent(3, 3)).united(Mask.full(Extent(3, 4)))
