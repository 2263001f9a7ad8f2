import pytest
from hypothesis import given
from hypothesis import strategies as st

from glide_studio.core.paint.curve import FULL, LINEAR, Curve

shares = st.floats(0, 1)


@st.composite
def curves(draw: st.DrawFn) -> Curve:
    inner = draw(st.lists(st.integers(1, 99), max_size=5, unique=True))
    xs = [0.0, *(x / 100 for x in sorted(inner)), 1.0]
    return Curve(tuple((x, draw(shares)) for x in xs))


@given(curves())
def test_a_curve_goes_through_its_points(curve: Curve) -> None:
    for x, y in curve.points:
        assert curve.at(x) == pytest.approx(y, abs=1e-9)


@given(curves(), shares)
def test_a_curve_stays_between_the_points_beside_it(curve: Curve, x: float) -> None:
    for (x0, y0), (x1, y1) in zip(curve.points, curve.points[1:], strict=False):
        if x0 <= x <= x1:
            assert min(y0, y1) - 1e-9 <= curve.at(x) <= max(y0, y1) + 1e-9


@given(curves(), shares, st.floats(0, 0.001))
def test_a_curve_has_no_jumps(curve: Curve, x: float, step: float) -> None:
    steepest = max(
        abs(y1 - y0) / (x1 - x0)
        for (x0, y0), (x1, y1) in zip(curve.points, curve.points[1:], strict=False)
    )
    assert abs(curve.at(x + step) - curve.at(x)) <= 3 * steepest * step + 1e-9


@given(st.lists(shares, min_size=2, max_size=6), shares, shares)
def test_rising_points_make_a_rising_curve(heights: list[float], a: float, b: float) -> None:
    count = len(heights) - 1
    curve = Curve(tuple((i / count, y) for i, y in enumerate(sorted(heights))))
    assert curve.at(min(a, b)) <= curve.at(max(a, b)) + 1e-9


@given(st.floats(-3, 4))
def test_straight_and_constant_curves_are_exact(x: float) -> None:
    assert LINEAR.at(x) == pytest.approx(min(max(x, 0), 1))
    assert FULL.at(x) == 1


@pytest.mark.parametrize(
    "points",
    [
        (),
        ((0.0, 0.0),),
        ((0.1, 0.0), (1.0, 1.0)),
        ((0.0, 0.0), (0.9, 1.0)),
        ((0.0, 0.0), (0.5, 0.5), (0.5, 0.6), (1.0, 1.0)),
        ((0.0, -0.1), (1.0, 1.0)),
    ],
)
def test_invalid_points_are_refused(points: tuple[tuple[float, float], ...]) -> None:
    with pytest.raises(ValueError, match="a curve"):
        Curve(points)
