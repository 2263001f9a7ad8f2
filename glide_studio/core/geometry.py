"""Sizes and rectangles on the document's pixel grid; y points down."""

import math
from dataclasses import dataclass
from typing import Self

MAX_MEGAPIXELS = 200
"""Largest picture that can be opened or made."""

MAX_SIDE = 65_500
"""Largest width and height of such a picture, in pixels: JPEG's."""


_ROUNDING = 1e-6
"""An edge this close to a pixel boundary, in pixels, counts as lying on it."""


@dataclass(frozen=True)
class Rect:
    """Pixels from (x, y) up to but excluding (right, bottom); empty if a side is 0 or less."""

    x: int
    y: int
    width: int
    height: int

    @classmethod
    def from_edges(cls, left: int, top: int, right: int, bottom: int) -> Self:
        return cls(left, top, right - left, bottom - top)

    @property
    def right(self) -> int:
        return self.x + self.width

    @property
    def bottom(self) -> int:
        return self.y + self.height

    @property
    def is_empty(self) -> bool:
        return self.width <= 0 or self.height <= 0

    @property
    def area(self) -> int:
        return 0 if self.is_empty else self.width * self.height

    def intersected(self, other: "Rect") -> "Rect":
        """The pixels in both; `Rect(0, 0, 0, 0)` when there are none."""
        common = Rect.from_edges(
            max(self.x, other.x),
            max(self.y, other.y),
            min(self.right, other.right),
            min(self.bottom, other.bottom),
        )
        return Rect(0, 0, 0, 0) if common.is_empty else common

    def united(self, other: "Rect") -> "Rect":
        """The smallest rectangle around both; an empty one adds nothing."""
        if self.is_empty:
            return other
        if other.is_empty:
            return self
        return Rect.from_edges(
            min(self.x, other.x),
            min(self.y, other.y),
            max(self.right, other.right),
            max(self.bottom, other.bottom),
        )

    def translated(self, dx: int, dy: int) -> "Rect":
        return Rect(self.x + dx, self.y + dy, self.width, self.height)

    def padded(self, margin: int) -> "Rect":
        """This rectangle with `margin` more pixels on every side."""
        return Rect.from_edges(
            self.x - margin, self.y - margin, self.right + margin, self.bottom + margin
        )

    def squared(self) -> "Rect":
        """The smallest square around this rectangle, with the same centre."""
        side = max(self.width, self.height)
        return Rect(
            self.x + (self.width - side) // 2, self.y + (self.height - side) // 2, side, side
        )

    def contains(self, other: "Rect") -> bool:
        """Whether every pixel of `other` is in this rectangle."""
        return other.is_empty or self.intersected(other) == other

    def slices_in(self, outer: "Rect") -> tuple[slice, slice]:
        """Index of this rectangle in an array of rows and columns that covers `outer`."""
        return (
            slice(self.y - outer.y, self.bottom - outer.y),
            slice(self.x - outer.x, self.right - outer.x),
        )


@dataclass(frozen=True)
class Extent:
    """The size of a picture in pixels, at least 1 x 1; ValueError otherwise."""

    width: int
    height: int

    def __post_init__(self) -> None:
        if self.width < 1 or self.height < 1:
            raise ValueError(f"a picture of {self.width} x {self.height} has no pixels")

    @property
    def bounds(self) -> Rect:
        return Rect(0, 0, self.width, self.height)


@dataclass(frozen=True)
class AxisMap:
    """An affine map that keeps rectangles upright: scale, rotate by quarter turns or flip, shift.

    (x, y) goes to (xx * x + xy * y + x0, yx * x + yy * y + y0), where either xy and yx are 0, or
    xx and yy.
    """

    xx: float
    xy: float
    yx: float
    yy: float
    x0: float = 0.0
    y0: float = 0.0

    @classmethod
    def onto(cls, rect: Rect) -> Self:
        """The map of the unit square onto `rect`."""
        return cls(rect.width, 0, 0, rect.height, rect.x, rect.y)

    @classmethod
    def shift(cls, x: float, y: float) -> Self:
        return cls(1, 0, 0, 1, x, y)

    @property
    def swaps_axes(self) -> bool:
        """Whether it rotates by 90 or 270 degrees, with or without a flip."""
        return self.xx == 0

    def then(self, other: "AxisMap") -> "AxisMap":
        """This map, followed by another."""
        x0, y0 = other.at(self.x0, self.y0)
        return AxisMap(
            other.xx * self.xx + other.xy * self.yx,
            other.xx * self.xy + other.xy * self.yy,
            other.yx * self.xx + other.yy * self.yx,
            other.yx * self.xy + other.yy * self.yy,
            x0,
            y0,
        )

    def inverse(self) -> "AxisMap":
        if self.swaps_axes:
            linear = AxisMap(0, 1 / self.yx, 1 / self.xy, 0)
        else:
            linear = AxisMap(1 / self.xx, 0, 0, 1 / self.yy)
        return AxisMap.shift(-self.x0, -self.y0).then(linear)

    def at(self, x: float, y: float) -> tuple[float, float]:
        """The image of a point."""
        return self.xx * x + self.xy * y + self.x0, self.yx * x + self.yy * y + self.y0

    def edges(
        self, left: float, top: float, right: float, bottom: float
    ) -> tuple[float, float, float, float]:
        """Left, top, right and bottom of a rectangle's image."""
        (x, y), (other_x, other_y) = self.at(left, top), self.at(right, bottom)
        return min(x, other_x), min(y, other_y), max(x, other_x), max(y, other_y)

    def rect(self, rect: Rect) -> Rect:
        """All pixels that the image of `rect` touches."""
        left, top, right, bottom = self.edges(rect.x, rect.y, rect.right, rect.bottom)
        return Rect.from_edges(
            math.floor(left + _ROUNDING),
            math.floor(top + _ROUNDING),
            math.ceil(right - _ROUNDING),
            math.ceil(bottom - _ROUNDING),
        )
