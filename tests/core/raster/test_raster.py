import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st

from glide_studio.core.geometry import Extent, Rect
from glide_studio.core.raster.raster import TILE_SIZE, Pixels, Raster, read_only
from glide_studio.core.raster.thumbnail import Thumbnail
from tests.core.samples import changed_tiles, noise

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
    return bounds, noise(*shape, seed=draw(st.integers(0, 99)))


def tight_bounds(content: np.ndarray) -> Rect:
    """The smallest rectangle around what is True."""
    rows, columns = content.nonzero()
    if not rows.size:
        return Rect(0, 0, 0, 0)
    return Rect.from_edges(columns.min(), rows.min(), columns.max() + 1, rows.max() + 1)


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
    assert raster.content_bounds() == tight_bounds(plain.any(axis=2))


def test_a_write_shares_the_tiles_it_does_not_change() -> None:
    before = Raster.from_array(np.full((512, 768, 4), 7, np.uint8))
    after = before.write(Rect(10, 10, 5, 5), np.full((5, 5, 4), 9, np.uint8))
    assert changed_tiles(before, after) == [(0, 0)]


def test_writing_the_same_bytes_changes_no_tile() -> None:
    before = Raster.from_array(np.full((300, 300, 4), 7, np.uint8))
    assert not changed_tiles(before, before.write(Rect(0, 0, 300, 300), before.to_array()))


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


@pytest.mark.parametrize("pixels", [np.zeros((2, 2, 4)), np.zeros((3, 2, 4), np.uint8)])
def test_pixels_of_another_type_or_size_are_refused(pixels: Pixels) -> None:
    with pytest.raises(ValueError, match=r"uint8|reshape"):
        Raster.empty(Extent(9, 9)).write(Rect(0, 0, 2, 2), pixels)


def test_read_only_copies_arrays_that_could_still_change() -> None:
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
    found = Raster.from_array(pixels).content_bounds(minimum)
    assert found == tight_bounds((pixels >= minimum).any(axis=2))


@pytest.mark.parametrize("size", [(5, 3), (96, 96), (97, 20), (4000, 3000), (300, 9000)])
def test_a_thumbnail_fits_its_size_and_shows_the_colours(size: tuple[int, int]) -> None:
    width, height = size
    pixels = np.full((height, width, 4), (200, 100, 50, 255), np.uint8)
    pixels[: height // 2] = (10, 20, 30, 0)
    thumbnail = Thumbnail.of(Raster.from_array(pixels), 96)
    small = thumbnail.to_array()
    assert small.shape[:2] == (thumbnail.extent.height, thumbnail.extent.width)
    assert max(small.shape) <= 96
    assert not small[0, 0, 3]
    row = small.shape[0] * 7 // 8
    assert (small[row, : small.shape[1] - 1] == (200, 100, 50, 255)).all()


def test_only_changed_tiles_are_reduced_again() -> None:
    raster = Raster.from_array(np.full((1024, 1024, 4), 255, np.uint8))
    before = Thumbnail.of(raster, 96)
    dotted = raster.write(Rect(300, 300, 200, 200), np.zeros((200, 200, 4), np.uint8))
    after = Thumbnail.of(dotted, 96, before)
    fresh = [key for key, block in after.blocks.items() if block is not before.blocks[key]]
    assert fresh == [(1, 1)]
    assert np.array_equal(after.to_array(), Thumbnail.of(dotted, 96).to_array())
    assert Thumbnail.of(Raster.empty(Extent(9, 9)), 96, before).to_array().shape == (9, 9, 4)
