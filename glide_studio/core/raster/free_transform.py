"""The arithmetic of a free transform: handles and numbers to a projective map."""

import math
from dataclasses import dataclass, replace

import numpy as np
from numpy.typing import NDArray

from glide_studio.core.geometry import MAX_SIDE, Rect
from glide_studio.core.raster.projection import Point, Projection, Quad

Edges = tuple[int, int]
"""A handle: -1 left or top, 1 right or bottom, 0 neither; (0, 0) is the middle."""

CORNERS: tuple[Edges, ...] = ((-1, -1), (1, -1), (1, 1), (-1, 1))
"""In the order of a `Quad`."""

ANGLE_STEP = 15.0
"""Degrees that a rotation proceeds by with Shift."""

LEAST_AREA = 0.25
"""The least area of what a transform leaves, in pixels."""

FARTHEST = 4 * MAX_SIDE
"""How far from the origin a transform can take a corner, in pixels."""

MOST_SHEAR = 80.0
"""Degrees."""


IDENTITY = Projection()


@dataclass(frozen=True)
class Numbers:
    """A transform in numbers: left and top of the box around the result in pixels, width and height
    in percent, angle and horizontal shear in degrees.

    A mirrored picture has a negative width or height. Of a perspective, size, angle and shear are
    those at its middle.
    """

    x: float
    y: float
    width: float
    height: float
    angle: float
    shear: float


@dataclass(frozen=True)
class FreeTransform:
    """`box`, in document pixels, and where `projection` takes it.

    Methods return a transform that may be too small or too far away, or inside out; `is_possible`
    tells.
    """

    box: Rect
    projection: Projection = IDENTITY

    @property
    def quad(self) -> Quad:
        """Where the corners of the box are."""
        return self.projection.quad(self.box)

    @property
    def centre(self) -> Point:
        """Where the middle of the box is."""
        return self.at((0, 0))

    @property
    def is_identity(self) -> bool:
        """Whether every corner is where it was, but for rounding errors."""
        return bool(np.allclose(self.quad, IDENTITY.quad(self.box), rtol=0, atol=1e-6))

    @property
    def is_possible(self) -> bool:
        """Whether the corners make a convex quadrilateral that is neither too small nor too far
        away."""
        weights = [self.projection.weight(*self._place(corner)) for corner in CORNERS]
        if min(weights) <= 1e-9 and max(weights) >= -1e-9:
            return False
        corners = np.array(self.quad)
        if not np.isfinite(corners).all() or np.abs(corners).max() > FARTHEST:
            return False
        ways = np.roll(corners, -1, axis=0) - corners
        onward = np.roll(ways, -1, axis=0)
        turns = ways[:, 0] * onward[:, 1] - ways[:, 1] * onward[:, 0]
        one_way = bool((turns > 0).all() or (turns < 0).all())
        return one_way and bool(np.abs(turns).min() >= LEAST_AREA)

    def at(self, edges: tuple[float, float]) -> Point:
        """Where a handle is."""
        return self.projection.at(*self._place(edges))

    def moved(self, x: float, y: float) -> "FreeTransform":
        """Moved to the right and down."""
        return self._then(Projection.shift(x, y))

    def scaled(
        self, edges: Edges, point: Point, *, proportional: bool, about_centre: bool
    ) -> "FreeTransform":
        """With a handle dragged to `point` along its own axes; the opposite handle stays, or the
        middle."""
        handle, anchor = self._handle_and_anchor(edges, about_centre)
        target = self.projection.inverse().at(*point)
        way = (handle[0] - anchor[0], handle[1] - anchor[1])
        new = (target[0] - anchor[0], target[1] - anchor[1])
        if proportional:
            along = (new[0] * way[0] + new[1] * way[1]) / (way[0] ** 2 + way[1] ** 2)
            scale = (along, along)
        else:
            scale = (new[0] / way[0] if edges[0] else 1.0, new[1] / way[1] if edges[1] else 1.0)
        return self._after(Projection.linear(scale[0], 0, 0, scale[1], anchor))

    def sheared(self, edges: Edges, point: Point, *, about_centre: bool) -> "FreeTransform":
        """With the handle of an edge dragged along that edge towards `point`."""
        handle, anchor = self._handle_and_anchor(edges, about_centre)
        target = self.projection.inverse().at(*point)
        if edges[1]:
            slant = (target[0] - handle[0]) / (handle[1] - anchor[1])
            return self._after(Projection.linear(1, slant, 0, 1, anchor))
        slant = (target[1] - handle[1]) / (handle[0] - anchor[0])
        return self._after(Projection.linear(1, 0, slant, 1, anchor))

    def distorted(self, edges: Edges, point: Point, *, mirrored: bool) -> "FreeTransform":
        """With one corner at `point`, and if `mirrored` the opposite one as far on its other side.

        Raises ValueError if three corners lie on a line.
        """
        corners, index = list(self.quad), CORNERS.index(edges)
        x, y = point[0] - corners[index][0], point[1] - corners[index][1]
        corners[index] = point
        if mirrored:
            across = corners[(index + 2) % 4]
            corners[(index + 2) % 4] = across[0] - x, across[1] - y
        quad = (corners[0], corners[1], corners[2], corners[3])
        return replace(self, projection=Projection.onto(self.box, quad))

    def rotated(self, start: Point, end: Point, *, in_steps: bool) -> "FreeTransform":
        """Rotated about the middle as far as from `start` to `end`, or to a whole step."""
        x, y = self.centre
        degrees = math.degrees(
            math.atan2(end[1] - y, end[0] - x) - math.atan2(start[1] - y, start[0] - x)
        )
        if in_steps:
            angle = self.numbers.angle
            degrees = ANGLE_STEP * round((angle + degrees) / ANGLE_STEP) - angle
        return self.rotated_by(degrees)

    def rotated_by(self, degrees: float) -> "FreeTransform":
        """Rotated clockwise about the middle; what lies straight then lies on whole pixels."""
        cos, sin = _direction(degrees)
        turned = self._then(Projection.linear(cos, -sin, sin, cos, self.centre))
        return turned._on_pixels()

    def flipped(self, left_to_right: bool) -> "FreeTransform":
        """Mirrored within its own box."""
        across, down = (-1, 1) if left_to_right else (1, -1)
        return self._after(Projection.linear(across, 0, 0, down, self._place((0, 0))))

    @property
    def numbers(self) -> Numbers:
        """The transform in numbers."""
        (xx, xy), (yx, yy) = self.projection.jacobian(*self._place((0, 0))).tolist()
        width, angle = math.hypot(xx, yx), math.atan2(yx, xx)
        determinant = xx * yy - xy * yx
        if determinant < 0 and abs(angle) > math.pi / 2:  # mirrored left to right
            width, angle = -width, angle - math.copysign(math.pi, angle)
        height = determinant / width
        shear = math.atan((xx * xy + yx * yy) / (width * height))
        xs, ys = zip(*self.quad, strict=True)
        sizes = (100 * width, 100 * height, math.degrees(angle), math.degrees(shear))
        return Numbers(min(xs), min(ys), *sizes)

    def with_number(self, name: str, value: float) -> "FreeTransform":
        """With another value of one of its `Numbers`; unless that is x or y, the middle stays."""
        old = self.numbers
        new = replace(old, **{name: value})
        if name in ("x", "y"):
            return self.moved(new.x - old.x, new.y - old.y)
        change = _linear(new) @ np.linalg.inv(_linear(old))
        (xx, xy), (yx, yy) = change.tolist()
        return self._then(Projection.linear(xx, xy, yx, yy, self.centre))._on_pixels()

    def _place(self, edges: tuple[float, float]) -> Point:
        """Where a handle is on the box before the transform."""
        box = self.box
        x = box.x + box.width * (edges[0] + 1) / 2
        return x, box.y + box.height * (edges[1] + 1) / 2

    def _handle_and_anchor(self, edges: Edges, about_centre: bool) -> tuple[Point, Point]:
        opposite = (0, 0) if about_centre else (-edges[0], -edges[1])
        return self._place(edges), self._place(opposite)

    def _after(self, first: Projection) -> "FreeTransform":
        return replace(self, projection=first.then(self.projection))

    def _then(self, other: Projection) -> "FreeTransform":
        return replace(self, projection=self.projection.then(other))

    def _on_pixels(self) -> "FreeTransform":
        """Moved by less than a pixel so that a turn by right angles keeps every byte."""
        motion = self.projection.axis_map
        if motion is None or {abs(motion.xx + motion.xy), abs(motion.yx + motion.yy)} != {1}:
            return self
        x, y = math.floor(motion.x0 + 0.5), math.floor(motion.y0 + 0.5)
        return self.moved(x - motion.x0, y - motion.y0)


def _linear(numbers: Numbers) -> NDArray[np.float64]:
    """Scaled, then sheared, then rotated: (2, 2)."""
    cos, sin = _direction(numbers.angle)
    sheared = np.array([[1, math.tan(math.radians(numbers.shear))], [0, 1]])
    size = np.diag([numbers.width / 100, numbers.height / 100])
    return np.array([[cos, -sin], [sin, cos]]) @ sheared @ size


def _direction(degrees: float) -> Point:
    """Cosine and sine, exact for right angles."""
    quarters = degrees / 90
    if abs(quarters - round(quarters)) < 1e-9:
        return ((1.0, 0.0), (0.0, 1.0), (-1.0, 0.0), (0.0, -1.0))[round(quarters) % 4]
    return math.cos(math.radians(degrees)), math.sin(math.radians(degrees))
