import math

import pytest
from hypothesis import given
from hypothesis import strategies as st

from glide_studio.core.paint.stabiliser import Stabiliser

coordinates = st.floats(-1e4, 1e4)
paths = st.lists(st.tuples(coordinates, coordinates), min_size=1, max_size=20)


@given(paths, st.floats(0, 300))
def test_the_string_is_never_stretched(path: list[tuple[float, float]], length: float) -> None:
    stabiliser = Stabiliser(length, *path[0])
    for x, y in path:
        drawn = stabiliser.pull(x, y)
        assert math.dist(drawn, (x, y)) <= length + 1e-6


@given(paths)
def test_a_string_of_length_0_changes_nothing(path: list[tuple[float, float]]) -> None:
    stabiliser = Stabiliser(0, *path[0])
    for x, y in path:
        assert stabiliser.pull(x, y) == pytest.approx((x, y))


def test_trembling_shorter_than_the_string_has_no_effect() -> None:
    stabiliser = Stabiliser(20, 100, 100)
    for turn in range(30):
        angle = 2.4 * turn
        x, y = 100 + 19 * math.cos(angle), 100 + 19 * math.sin(angle)
        assert stabiliser.pull(x, y) == (100, 100)


def test_a_jagged_line_is_drawn_much_straighter() -> None:
    steady = Stabiliser(40, 0, 0)
    drawn = [steady.pull(3 * step, 8 * (-1) ** step) for step in range(300)]
    heights = [y for x, y in drawn if x > 100]
    assert max(heights) - min(heights) < 4
    assert drawn[-1][0] == pytest.approx(897 - 40, abs=2)
