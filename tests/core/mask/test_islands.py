"""The parts of a mask that do not touch."""

import numpy as np
from hypothesis import given
from hypothesis import strategies as st
from hypothesis.extra.numpy import arrays

from glide_studio.core.geometry import Extent, Rect
from glide_studio.core.mask.islands import MAX_ISLANDS, islands, without_island
from glide_studio.core.mask.mask import Mask
from tests.core.samples import box_mask, values

small = arrays(
    np.uint8,
    st.tuples(st.integers(1, 14), st.integers(1, 14)),
    elements=st.sampled_from([0, 0, 0, 90, 128, 255]),
)


def touching(one: np.ndarray, other: np.ndarray) -> bool:
    """Whether any pixels of two areas are the same or neighbours."""
    grown = np.pad(one, 1)
    near = np.zeros_like(one)
    for y in range(3):
        for x in range(3):
            near |= grown[y : y + one.shape[0], x : x + one.shape[1]]
    return bool((near & other).any())


@given(small)
def test_islands_do_not_touch_and_are_all_that_is_repainted(painted: np.ndarray) -> None:
    mask = Mask.from_array(painted)
    found = [values(island) for island in islands(mask).parts]
    for number, island in enumerate(found):
        assert island.max() >= 128
        assert np.array_equal(island[island > 0], painted[island > 0])
        assert not any(touching(island > 0, other > 0) for other in found[:number])
    if len(found) < MAX_ISLANDS:
        repainted = np.zeros(painted.shape, bool).astype(np.uint8)
        for island in found:
            repainted = np.maximum(repainted, island)
        assert np.array_equal(repainted >= 128, painted >= 128)


@given(small)
def test_a_mask_without_its_islands_repaints_nothing(painted: np.ndarray) -> None:
    mask = Mask.from_array(painted)
    parts, total = islands(mask)
    for island in parts:
        before = values(mask)
        mask = without_island(mask, island)
        assert np.array_equal(values(mask), np.where(values(island) > 0, 0, before))
    assert len(parts) == min(total, MAX_ISLANDS)
    assert mask.is_empty == (total <= MAX_ISLANDS)


def test_islands_come_from_the_top_down_across_tiles() -> None:
    extent = Extent(700, 600)
    boxes = [Rect(500, 10, 150, 30), Rect(20, 200, 300, 90), Rect(300, 400, 10, 10)]
    mask = Mask.empty(extent)
    for box in reversed(boxes):
        mask = mask.united(box_mask(extent, box))
    assert [island.bounds() for island in islands(mask).parts] == boxes


def test_parts_of_a_large_mask_are_found_whole() -> None:
    extent = Extent(5000, 3100)
    boxes = [Rect(3, 10, 1100, 30), Rect(4000, 200, 999, 2900), Rect(17, 1001, 13, 13)]
    mask = Mask.empty(extent)
    for box in boxes:
        mask = mask.united(box_mask(extent, box))
    found = islands(mask).parts
    assert [island.bounds() for island in found] == boxes
    whole = values(mask)
    for island, box in zip(found, boxes, strict=True):
        assert np.array_equal(island.read(box), whole[box.y : box.bottom, box.x : box.right])


def test_the_smallest_of_too_many_are_left_out() -> None:
    painted = np.zeros((200, 200), np.uint8)
    painted[::4, ::4] = 255
    painted[100:103, 100:103] = 255
    found, total = islands(Mask.from_array(painted))
    assert (len(found), total) == (MAX_ISLANDS, 2500)
    assert Rect(100, 100, 3, 3) in [island.bounds() for island in found]


def test_an_empty_mask_has_none() -> None:
    assert islands(Mask.empty(Extent(9, 9))) == ((), 0)
    assert islands(Mask.from_array(np.full((9, 9), 100, np.uint8))) == ((), 0)
