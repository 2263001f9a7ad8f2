"""Pen pressure curves."""

from bisect import bisect_right
from collections.abc import Sequence
from dataclasses import dataclass
from itertools import pairwise

Point = tuple[float, float]


@dataclass(frozen=True)
class Curve:
    """A smooth curve through `points`: x rises from 0 to 1, y is 0 to 1.

    Between two points it stays between their y, without overshoot (Fritsch and Carlson 1980).
    Raises ValueError for other points.
    """

    points: tuple[Point, ...]

    def __post_init__(self) -> None:
        xs = [x for x, _ in self.points]
        if len(xs) < 2 or xs[0] != 0 or xs[-1] != 1 or any(b <= a for a, b in pairwise(xs)):
            raise ValueError(f"a curve's points have to go from 0 to 1, not by {xs}")
        if not all(0 <= y <= 1 for _, y in self.points):
            raise ValueError(f"a curve has to stay within 0 and 1, unlike {self.points}")

    def at(self, x: float) -> float:
        """The height of the curve at x, which is clamped to 0..1."""
        x = min(max(x, 0.0), 1.0)
        index = min(bisect_right(self.points, (x, 2.0)), len(self.points) - 1)
        (x0, y0), (x1, y1) = self.points[index - 1 : index + 1]
        width = x1 - x0
        t = (x - x0) / width
        slope0, slope1 = self._slope(index - 1) * width, self._slope(index) * width
        y = (
            y0 * (1 + 2 * t) * (1 - t) ** 2
            + slope0 * t * (1 - t) ** 2
            + y1 * t * t * (3 - 2 * t)
            + slope1 * t * t * (t - 1)
        )
        return min(max(y, min(y0, y1)), max(y0, y1))

    def _slope(self, index: int) -> float:
        """The slope at a point: the harmonic mean of the two adjacent chords, 0 at an extremum."""
        last = len(self.points) - 1
        if index == 0 or index == last:
            return _chord(self.points[min(index, last - 1) :])
        before, after = _chord(self.points[index - 1 :]), _chord(self.points[index:])
        return 2 * before * after / (before + after) if before * after > 0 else 0.0


def _chord(points: Sequence[Point]) -> float:
    """The slope of the chord from the first of `points` to the second."""
    (x0, y0), (x1, y1) = points[:2]
    return (y1 - y0) / (x1 - x0)


LINEAR = Curve(((0.0, 0.0), (1.0, 1.0)))
FULL = Curve(((0.0, 1.0), (1.0, 1.0)))
"""Ignores pressure: always 1."""
