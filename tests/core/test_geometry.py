import pytest
from hypothesis import given
from hypothesis import strategies as st

from glide_studio.core.geometry import Extent, Rect

sides = st.integers(-2, 8)
rects = st.builds(Rect, sides, sides, sides, sides)


def pixels(rect: Rect) -> set[tuple[int, int]]:
    return {(x, y) for x in range(rect.x, rect.right) for y in range(rect.y, rect.bottom)}


@given(rects, rects)
def test_set_operations_agree_with_sets_of_pixels(one: Rect, other: Rect) -> None:
    assert pixels(one.intersected(other)) == pixels(one) & pixels(other)
    assert one.contains(other) == (pixels(one) >= pixels(other))
    assert pixels(one.united(other)) >= pixels(one) | pixels(other)
    assert one.area == len(pixels(one))
    assert one.is_empty == (not pixels(one))


@given(rects, rects)
def test_union_is_tight(one: Rect, other: Rect) -> None:
    both = pixels(one) | pixels(other)
    if both:
        columns, rows = zip(*both, strict=True)
        tight = Rect.from_edges(min(columns), min(rows), max(columns) + 1, max(rows) + 1)
        assert one.united(other) == tight


def test_an_empty_rectangle_is_neutral_in_a_union() -> None:
    assert Rect(50, 50, 0, 3).united(Rect(1, 2, 3, 4)) == Rect(1, 2, 3, 4)
    assert Rect(1, 2, 3, 4).united(Rect(50, 50, 0, 3)) == Rect(1, 2, 3, 4)


def test_moving_and_padding() -> None:
    assert Rect(1, 2, 3, 4).translated(10, -2) == Rect(11, 0, 3, 4)
    assert Rect(1, 2, 3, 4).padded(2) == Rect(-1, 0, 7, 8)


def test_slices_index_an_array_that_covers_the_outer_rectangle() -> None:
    assert Rect(12, 23, 3, 4).slices_in(Rect(10, 20, 30, 30)) == (slice(3, 7), slice(2, 5))


@pytest.mark.parametrize(("width", "height"), [(0, 5), (5, 0), (-1, 5)])
def test_an_extent_without_pixels_is_refused(width: int, height: int) -> None:
    with pytest.raises(ValueError, match="no pixels"):
        Extent(width, height)
