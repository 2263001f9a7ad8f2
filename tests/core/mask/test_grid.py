"""The mask on the grid of the base network."""

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st

from glide_studio.core.mask.grid import repainted_cells


@given(st.integers(1, 90), st.integers(1, 40), st.data())
def test_a_cell_with_any_pixel_to_repaint_is_repainted(
    size: int, side: int, data: st.DataObject
) -> None:
    mask = np.zeros((size, size), np.uint8)
    places = st.tuples(st.integers(0, size - 1), st.integers(0, size - 1))
    painted = data.draw(st.lists(places, max_size=4))
    for row, column in painted:
        mask[row, column] = 128
    expected = np.zeros((side, side), bool)
    for row, column in painted:
        for y in range(side):
            for x in range(side):
                # The pixel and the cell overlap, both of them open intervals of the same length 1.
                over_y = row * side < (y + 1) * size and y * size < (row + 1) * side
                over_x = column * side < (x + 1) * size and x * size < (column + 1) * side
                expected[y, x] |= over_y and over_x
    assert np.array_equal(repainted_cells(mask, 0, side), expected)


@pytest.mark.parametrize(("feather", "count"), [(0, 1), (7, 1), (8, 5), (12, 9)])
def test_the_blend_band_is_repainted_too(feather: int, count: int) -> None:
    """Cells of 16 pixels; one pixel lies just left of and above the middle of one of them."""
    mask = np.zeros((256, 256), np.uint8)
    mask[103:105, 103:105] = 255
    assert repainted_cells(mask, feather, 16).sum() == count
