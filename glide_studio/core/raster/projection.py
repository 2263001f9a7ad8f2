"""Projective maps of the plane, which take rectangles to any convex quadrilateral."""

from dataclasses import dataclass
from typing import Any, Self

import numpy as np
from numpy.typing import NDArray

from glide_studio.core.geometry import AxisMap, Rect

Point = tuple[float, float]
Quad = tuple[Point, Point, Point, Point]
"""Four corners: where the top left, top right, bottom right and bottom left one of a rectangle
lie."""

_EXACT = 1e-9
"""Numbers of a map closer than this, in pixels, differ by rounding errors."""


@dataclass(frozen=True)
class Projection:
    """(x, y) goes to ((xx x + xy y + x0) / w, (yx x + yy y + y0) / w), w = wx x + wy y + w0."""

    xx: float = 1.0
    xy: float = 0.0
    x0: float = 0.0
    yx: float = 0.0
    yy: float = 1.0
    y0: float = 0.0
    wx: float = 0.0
    wy: float = 0.0
    w0: float = 1.0

    @classmethod
    def shift(cls, x: float, y: float) -> Self:
        return cls(x0=x, y0=y)

    @classmethod
    def linear(cls, xx: float, xy: float, yx: float, yy: float, about: Point) -> Self:
        """A linear map that leaves the point `about` where it is."""
        x, y = about
        return cls(xx, xy, x - xx * x - xy * y, yx, yy, y - yx * x - yy * y)

    @classmethod
    def onto(cls, rect: Rect, quad: Quad) -> "Projection":
        """The map of `rect` onto `quad`; ValueError if three corners lie on a line.

        Heckbert 1989, Fundamentals of Texture Mapping and Image Warping, 2.2.3.
        """
        (x0, y0), (x1, y1), (x2, y2), (x3, y3) = quad
        sum_x, sum_y = x0 - x1 + x2 - x3, y0 - y1 + y2 - y3
        ax, ay, bx, by = x1 - x2, y1 - y2, x3 - x2, y3 - y2
        area = ax * by - bx * ay
        if rect.is_empty or area == 0:
            raise ValueError(f"{rect} cannot be mapped onto {quad}")
        g, h = (sum_x * by - bx * sum_y) / area, (ax * sum_y - sum_x * ay) / area
        unit = Projection(
            x1 - x0 + g * x1, x3 - x0 + h * x3, x0, y1 - y0 + g * y1, y3 - y0 + h * y3, y0, g, h
        )
        to_unit = Projection(
            1 / rect.width, 0, -rect.x / rect.width, 0, 1 / rect.height, -rect.y / rect.height
        )
        return to_unit.then(unit)

    @property
    def matrix(self) -> NDArray[np.float64]:
        """(3, 3), for column vectors (x, y, 1)."""
        rows = [[self.xx, self.xy, self.x0], [self.yx, self.yy, self.y0]]
        return np.array([*rows, [self.wx, self.wy, self.w0]])

    def then(self, other: "Projection") -> "Projection":
        """This map, followed by another."""
        return _of(other.matrix @ self.matrix)

    def inverse(self) -> "Projection":
        """Raises numpy.linalg.LinAlgError for a map onto a line."""
        return _of(np.linalg.inv(self.matrix))

    def at(self, x: float, y: float) -> Point:
        """The image of a point."""
        w = self.weight(x, y)
        return (
            (self.xx * x + self.xy * y + self.x0) / w,
            (self.yx * x + self.yy * y + self.y0) / w,
        )

    def weight(self, x: float, y: float) -> float:
        """w at a point: 0 where it goes to infinity."""
        return self.wx * x + self.wy * y + self.w0

    def jacobian(self, x: float, y: float) -> NDArray[np.float64]:
        """The derivative at a point: (2, 2), rows are those of the image's x and y."""
        (u, v), w = self.at(x, y), self.weight(x, y)
        return np.array(
            [
                [self.xx - u * self.wx, self.xy - u * self.wy],
                [self.yx - v * self.wx, self.yy - v * self.wy],
            ]
        ) / np.float64(w)

    def quad(self, rect: Rect) -> Quad:
        """Where the corners of `rect` go."""
        left, top, right, bottom = rect.x, rect.y, rect.right, rect.bottom
        at = self.at
        return at(left, top), at(right, top), at(right, bottom), at(left, bottom)

    @property
    def axis_map(self) -> AxisMap | None:
        """This map as one that keeps rectangles upright, rounding errors removed; None if it is
        none."""
        if max(abs(self.wx), abs(self.wy)) > _EXACT * 1e-3:
            return None
        xx, xy, x0, yx, yy, y0 = (
            round(part / self.w0) if abs(part / self.w0 - round(part / self.w0)) < _EXACT else part
            for part in (self.xx, self.xy, self.x0, self.yx, self.yy, self.y0)
        )
        upright, turned = xy == 0 == yx and xx * yy != 0, xx == 0 == yy and xy * yx != 0
        return AxisMap(xx, xy, yx, yy, x0, y0) if upright or turned else None


def _of(matrix: NDArray[Any]) -> Projection:
    scaled = matrix / matrix[2, 2] if matrix[2, 2] else matrix
    return Projection(*(float(number) for number in scaled.ravel()))
