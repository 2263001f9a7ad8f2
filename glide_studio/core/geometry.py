"""Sizes and rectangles on the document's pixel grid; y points down."""

from dataclasses import dataclass
from typing import Self

MAX_MEGAPIXELS = 200
"""Of a picture that can be opened or made."""


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
