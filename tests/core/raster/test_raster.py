import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st

from glide_studio.core.geometry import Extent, Rect
from glide_studio.core.raster.raster import TILE_SIZE, Pixels, Raster, read_only

PAGE = Rect(0, 0, 600, 300)


@st.composite
def writes(draw: st.DrawFn) -> tuple[Rect, Pixels]:
    """A rectangle on or past the edge of `PAGE`, and what to write there."""
    bounds = Rect(
        draw(st.integers(-40, PAGE.width + 10)),
        draw(st.integers(-40, PAGE.height + 10)),
        draw(st.integers(0, 300)),
        draw(st.integers(0, 300)),
    )
    shape = (bounds.height, bounds.width, 2)
    if draw(st.booleans()):
        return bounds, np.zeros(shape, np.uint8)
    noise = np.random.default_rng(draw(st.integers(0, 99)))
    return bounds, noise.integers(0, 256, shape, np.uint8)


def paste(plain: Pixels, bounds: Rect, pixels: Pixels) -> None:
    """What `Raster.write` does, on a plain array."""
    part = bounds.intersected(PAGE)
    plain[part.slices_in(PAGE)] = pixels[part.slices_in(bounds)]


@given(st.lists(writes(), max_size=6), writes())
def test_writes_equal_a_plain_array(edits: list[tuple[Rect, Pixels]], probe: tuple) -> None:
    raster = Raster.empty(Extent(PAGE.width, PAGE.height), channels=2)
    plain = np.zeros((PAGE.height, PAGE.width, 2), np.uint8)
    for bounds, pixels in edits:
        before, bytes_before = raster, raster.to_array()
        raster = raster.write(bounds, pixels)
        paste(plain, bounds, pixels)
        assert np.array_equal(before.to_array(), bytes_before)
    assert np.array_equal(raster.to_array(), plain)
    assert all(tile.any() for tile in raster.tiles.values())

    area, _ = probe
    expected = np.zeros((area.height, area.width, 2), np.uint8)
    part = area.intersected(PAGE)
    expected[part.slices_in(area)] = plain[part.slices_in(PAGE)]
    assert np.array_equal(raster.read(area), expected)

    rows, columns = plain.any(axis=2).nonzero()
    tight = Rect(0, 0, 0, 0)
    if rows.size:
        tight = Rect.from_edges(columns.min(), rows.min(), columns.max() + 1, rows.max() + 1)
    assert raster.content_bounds() == tight


def test_a_write_shares_the_tiles_it_does_not_change() -> None:
    before = Raster.from_array(np.full((512, 768, 4), 7, np.uint8))
    after = before.write(Rect(10, 10, 5, 5), np.full((5, 5, 4), 9, np.uint8))
    changed = [key for key in before.tiles if after.tiles[key] is not before.tiles[key]]
    assert changed == [(0, 0)]


def test_writing_the_same_bytes_changes_no_tile() -> None:
    before = Raster.from_array(np.full((300, 300, 4), 7, np.uint8))
    after = before.write(Rect(0, 0, 300, 300), before.to_array())
    assert all(after.tiles[key] is tile for key, tile in before.tiles.items())


def test_an_erased_tile_is_dropped() -> None:
    raster = Raster.from_array(np.ones((300, 300), np.uint8))
    page = raster.extent.bounds
    assert not raster.write(page, np.zeros((300, 300), np.uint8)).tiles


def test_tiles_are_read_only() -> None:
    raster = Raster.from_array(np.ones((3, 3), np.uint8))
    with pytest.raises(ValueError, match="read-only"):
        raster.tiles[0, 0][0, 0] = 5
    with pytest.raises(TypeError):
        raster.tiles[0, 0] = raster.tiles[0, 0]  # type: ignore[index]
    raster.read(Rect(0, 0, 3, 3))[:] = 9
    assert raster.to_array().max() == 1


def test_a_tile_is_zero_past_the_extent() -> None:
    tile = Raster.from_array(np.full((3, 5), 255, np.uint8)).tiles[0, 0]
    assert tile.shape == (TILE_SIZE, TILE_SIZE, 1)
    assert np.count_nonzero(tile) == 15


def test_content_bounds_above_a_minimum() -> None:
    values = np.array([[0, 100, 200, 100]], np.uint8)
    assert Raster.from_array(values).content_bounds(150) == Rect(2, 0, 1, 1)


@pytest.mark.parametrize("pixels", [np.zeros((2, 2, 4)), np.zeros((3, 2, 4), np.uint8)])
def test_pixels_of_another_type_or_size_are_refused(pixels: Pixels) -> None:
    with pytest.raises(ValueError, match=r"uint8|reshape"):
        Raster.empty(Extent(9, 9)).write(Rect(0, 0, 2, 2), pixels)


def test_read_only_keeps_what_is_read_only_and_copies_the_rest() -> None:
    ours = np.zeros(3, np.uint8)
    kept = read_only(ours)
    ours[0] = 1
    assert kept[0] == 0
    assert read_only(kept) is kept
    window = ours[:2]
    window.flags.writeable = False
    frozen = read_only(window)
    ours[0] = 2
    assert frozen[0] == 1


@given(st.integers(0, 200), st.integers(1, 4), st.integers(1, 255))
def test_content_bounds_hold_all_content_and_nothing_else(
    seed: int, channels: int, minimum: int
) -> None:
    random = np.random.default_rng(seed)
    pixels = np.zeros((700, 900, channels), np.uint8)
    for _ in range(random.integers(0, 5)):
        x, y = random.integers(0, 880), random.integers(0, 680)
        width, height = random.integers(1, 400, 2)
        pixels[y : y + height, x : x + width] = random.integers(0, 256, channels)
    rows, columns = np.nonzero((pixels >= minimum).any(axis=2))
    found = Raster.from_array(pixels).content_bounds(minimum)
    if not rows.size:
        assert found.is_empty
    else:
        assert found == Rect.from_edges(
            int(columns.min()), int(rows.min()), int(columns.max()) + 1, int(rows.max()) + 1
        )
