"""Brush strokes on a mask."""

import math
from collections.abc import Iterator
from dataclasses import dataclass, replace

import numpy as np
from numpy.typing import NDArray

from glide_studio.core.geometry import Rect
from glide_studio.core.mask.alpha import weighted
from glide_studio.core.mask.blend_band import smoothstep_alpha
from glide_studio.core.mask.mask import Mask
from glide_studio.core.paint.curve import FULL, LINEAR, Curve
from glide_studio.core.paint.textures import Grain, Tip, grained, tip_coverage
from glide_studio.core.raster.raster import Pixels

MIN_SIZE, MAX_SIZE = 1, 2000
"""Range of a brush's diameter, in pixels."""

MAX_SPACING = 2.0
"""Largest distance between dabs, in diameters."""

MAX_STABILISER = 200
"""Largest length of the stabiliser's string, in screen pixels."""

SPACING = 0.08
"""Distance between dabs while their size changes, in diameters."""

BUILD_UP_SPACING = 0.1
"""Default distance between dabs that build up or have a tip, in diameters."""

GOLDEN_ANGLE = math.pi * (3 - math.sqrt(5))
"""From the angle of a tip that turns to that of the next dab; the least regular one."""

MAX_DAB_LENGTH = 4.0
"""Greatest length of a dab that is extended into a line, in radii."""

MIN_SPACING = 0.5
"""Smallest distance between dabs, in pixels."""

MIN_RADIUS = 0.75
"""In pixels; a smaller dab could fall between pixel centres and leave no mark."""


@dataclass(frozen=True)
class Brush:
    """A brush: diameter `size` from MIN_SIZE to MAX_SIZE, `hardness` 0 (soft) to 1.

    `opacity` from 0 to 1 is that of a whole stroke, or with `build_up` that of each dab, which add
    up. `spacing` from 0 to MAX_SPACING is the distance between dabs in diameters; 0 is a line
    without gaps. `stabiliser` from 0 to MAX_STABILISER is the length of the stabiliser's string in
    screen pixels. The curves map pen pressure to shares of size and opacity. `depth`, 0 to 1, is
    that of the `grain`'s pits. With `wet_edges`, paint on a layer gathers at the edges of a stroke.
    Raises ValueError outside these ranges.
    """

    size: float
    hardness: float
    erase: bool = False
    opacity: float = 1.0
    spacing: float = 0.0
    stabiliser: float = 0.0
    size_curve: Curve = LINEAR
    opacity_curve: Curve = FULL
    build_up: bool = False
    tip: Tip = Tip.ROUND
    grain: Grain = Grain.NONE
    depth: float = 0.0
    wet_edges: bool = False

    def __post_init__(self) -> None:
        for name, value, least, most in (
            ("size", self.size, MIN_SIZE, MAX_SIZE),
            ("hardness", self.hardness, 0, 1),
            ("opacity", self.opacity, 0, 1),
            ("spacing", self.spacing, 0, MAX_SPACING),
            ("stabiliser", self.stabiliser, 0, MAX_STABILISER),
            ("depth", self.depth, 0, 1),
        ):
            if not least <= value <= most:
                raise ValueError(f"a {name} of {value} is not within {least} and {most}")

    def dab(self, x: float, y: float, pressure: float) -> "Dab":
        """The dab at a point; the pressure is clamped to 0..1."""
        radius = max(MIN_RADIUS, self.size / 2 * self.size_curve.at(pressure))
        return Dab(x, y, radius, opacity=self.opacity * self.opacity_curve.at(pressure))

    def coverage(self, dab: "Dab", area: Rect) -> Pixels:
        """How much a dab covers each pixel of `area`: (height, width), 0 to 255."""
        coverage = dab.shape(area, self.hardness)
        if self.tip is not Tip.ROUND:
            x, y = dab.distances(area)
            coverage = weighted(coverage, tip_coverage(self.tip, x, y, dab.radius, dab.angle))
        coverage = grained(coverage, area, self.grain, self.depth)
        if dab.opacity < 1:
            coverage = np.rint(coverage * np.float32(dab.opacity)).astype(np.uint8)
        return coverage


@dataclass(frozen=True)
class Dab:
    """One imprint of the brush: centre and radius in document pixels, opacity 0 to 1, and the
    angle of its tip in radians.

    It may be extended into a straight line that ends at (x + dx, y + dy).
    """

    x: float
    y: float
    radius: float
    dx: float = 0.0
    dy: float = 0.0
    opacity: float = 1.0
    angle: float = 0.0

    @property
    def bounds(self) -> Rect:
        """Every pixel that the dab can touch."""
        reach = self.radius + 1
        return Rect.from_edges(
            math.floor(self.x + min(self.dx, 0) - reach),
            math.floor(self.y + min(self.dy, 0) - reach),
            math.ceil(self.x + max(self.dx, 0) + reach),
            math.ceil(self.y + max(self.dy, 0) + reach),
        )

    def distances(self, area: Rect) -> tuple[NDArray[np.float32], NDArray[np.float32]]:
        """The distances of an area's pixels from the centre: (width,) and (height, 1)."""
        x = np.arange(area.x, area.right, dtype=np.float32) + np.float32(0.5 - self.x)
        y = np.arange(area.y, area.bottom, dtype=np.float32)[:, np.newaxis]
        y += np.float32(0.5 - self.y)
        return x, y

    def shape(self, area: Rect, hardness: float) -> Pixels:
        """The disc, or the line, in `area`, opaque: (height, width), 0..255."""
        x, y = self.distances(area)
        if length := math.hypot(self.dx, self.dy):
            along, across = self.dx / length, self.dy / length
            beside = x * across - y * along
            beyond = x * along + y * across
            beyond -= np.clip(beyond, 0, length)
            distance = np.hypot(beside, beyond)
        else:
            distance = np.hypot(x, y)
        fade = max(1.0, (1 - hardness) * self.radius)
        return smoothstep_alpha((self.radius + 0.5 - distance) / fade)

    def towards(self, end: "Dab", share: float) -> "Dab":
        """The dab between this one and `end`, interpolated at `share`, 0 to 1."""
        return Dab(
            self.x + share * (end.x - self.x),
            self.y + share * (end.y - self.y),
            self.radius + share * (end.radius - self.radius),
            opacity=self.opacity + share * (end.opacity - self.opacity),
        )


class Trail:
    """The dabs of a stroke with `brush`, from point to point."""

    def __init__(self, brush: Brush) -> None:
        self.brush = brush
        self._last: Dab | None = None
        self._due = 0.0
        self._count = 0

    def to(self, x: float, y: float, pressure: float) -> tuple[Rect, Iterator[Dab]]:
        """The dabs that lead from the last point to (x, y), or at the first point the only one, and
        the bounds of all pixels that they can touch."""
        end = self.brush.dab(x, y, pressure)
        start, self._last = self._last or end, end
        return start.bounds.united(end.bounds), self._dabs(start, end)

    def _dabs(self, start: Dab, end: Dab) -> Iterator[Dab]:
        """Dabs that cover the path from `start`, which is already painted, to `end`."""
        brush = self.brush
        if brush.spacing > 0 or brush.build_up or brush.tip is not Tip.ROUND:
            return self._spaced_dabs(start, end)
        if (start.radius, start.opacity) == (end.radius, end.opacity):
            return _line_dabs(start, end)
        return _changing_dabs(start, end)

    def _spaced_dabs(self, start: Dab, end: Dab) -> Iterator[Dab]:
        """Dabs at even distances along the whole stroke; `_due` is the distance to the next."""
        length = math.hypot(end.x - start.x, end.y - start.y)
        spacing = self.brush.spacing or BUILD_UP_SPACING
        while self._due <= length:
            dab = start.towards(end, self._due / length if length else 0.0)
            self._count += 1
            turns = self.brush.tip.turns
            yield replace(dab, angle=self._count * GOLDEN_ANGLE) if turns else dab
            self._due += max(MIN_SPACING, spacing * 2 * dab.radius)
        self._due -= length


class Stroke:
    """One brush stroke: `mask` is the mask as painted so far.

    Each pixel takes the strongest dab that covers it, unless the brush builds up.
    """

    def __init__(self, mask: Mask, brush: Brush) -> None:
        self.mask = mask
        self.brush = brush
        self._trail = Trail(brush)

    def extend(self, x: float, y: float, pressure: float = 1.0) -> Rect:
        """Continue the stroke to (x, y), in document pixels; the first call starts it.

        `pressure`, 0 to 1, acts through the brush's curves. Returns the bounds of all pixels that
        may have changed, within the document.
        """
        bounds, dabs = self._trail.to(x, y, pressure)
        dirty = bounds.intersected(self.mask.extent.bounds)
        values = self.mask.read(dirty)
        for dab in dabs:
            area = dab.bounds.intersected(dirty)  # rounding may put part of a line outside
            if area.is_empty:
                continue
            target = values[area.slices_in(dirty)]
            coverage = self.brush.coverage(dab, area)
            if self.brush.build_up:
                _add(target, coverage, self.brush.erase)
            elif self.brush.erase:
                np.minimum(target, 255 - coverage, out=target)
            else:
                np.maximum(target, coverage, out=target)
        self.mask = self.mask.write(dirty, values)
        return dirty


def _add(target: Pixels, coverage: Pixels, erase: bool) -> None:
    """Raise `target`, in place, by `coverage` of what is missing to 255, or with `erase` lower it
    by `coverage` of itself."""
    left = target if erase else 255 - target
    left = ((left.astype(np.uint16) * (255 - coverage) + 127) // 255).astype(np.uint8)
    target[:] = left if erase else 255 - left


def _line_dabs(start: Dab, end: Dab) -> Iterator[Dab]:
    """Dabs extended into lines, each short enough that its bounding box holds little else."""
    dx, dy = end.x - start.x, end.y - start.y
    count = max(1, math.ceil(math.hypot(dx, dy) / (MAX_DAB_LENGTH * start.radius)))
    for i in range(count):
        x, y = start.x + dx * i / count, start.y + dy * i / count
        yield Dab(x, y, end.radius, dx / count, dy / count, end.opacity)


def _changing_dabs(start: Dab, end: Dab) -> Iterator[Dab]:
    """Dabs of changing size or opacity, spaced by SPACING."""
    length = math.hypot(end.x - start.x, end.y - start.y)
    travelled, radius = 0.0, start.radius
    while (travelled := travelled + max(MIN_SPACING, SPACING * 2 * radius)) < length:
        dab = start.towards(end, travelled / length)
        radius = dab.radius
        yield dab
    yield end
