"""Brush strokes on a mask."""

import math
from collections.abc import Iterator
from dataclasses import dataclass

import numpy as np

from glide_studio.core.falloff import falloff
from glide_studio.core.geometry import Rect
from glide_studio.core.mask import Mask
from glide_studio.core.raster import Pixels

MIN_SIZE, MAX_SIZE = 1, 2000
"""The diameters a brush can have, in pixels."""

SPACING = 0.08
"""Distance between two dabs of different sizes, as a share of the diameter."""

LONGEST = 4.0
"""How far a dab is drawn out at most, in radii."""

MIN_SPACING = 0.5
"""In pixels."""

MIN_RADIUS = 0.75
"""In pixels; a smaller dab could fall between pixel centres and leave no mark."""


@dataclass(frozen=True)
class Brush:
    """A round brush: diameter `size` from MIN_SIZE to MAX_SIZE, `hardness` 0 (soft) to 1.

    Raises ValueError outside these ranges.
    """

    size: float
    hardness: float
    erase: bool = False

    def __post_init__(self) -> None:
        if not MIN_SIZE <= self.size <= MAX_SIZE:
            raise ValueError(f"a size of {self.size} is not within {MIN_SIZE} and {MAX_SIZE}")
        if not 0 <= self.hardness <= 1:
            raise ValueError(f"a hardness of {self.hardness} is not within 0 and 1")


@dataclass(frozen=True)
class Dab:
    """One print of the brush: its centre and radius in document pixels.

    It may be drawn out in a straight line that ends at (x + dx, y + dy).
    """

    x: float
    y: float
    radius: float
    dx: float = 0.0
    dy: float = 0.0

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

    def coverage(self, area: Rect, hardness: float) -> Pixels:
        """How much of each pixel of `area` the dab paints: (height, width), 0..255."""
        x = np.arange(area.x, area.right, dtype=np.float32) + np.float32(0.5 - self.x)
        y = np.arange(area.y, area.bottom, dtype=np.float32)[:, np.newaxis]
        y += np.float32(0.5 - self.y)
        if length := math.hypot(self.dx, self.dy):
            along, across = self.dx / length, self.dy / length
            beside = x * across - y * along
            beyond = x * along + y * across
            beyond -= np.clip(beyond, 0, length)
            distance = np.hypot(beside, beyond)
        else:
            distance = np.hypot(x, y)
        fade = max(1.0, (1 - hardness) * self.radius)
        return falloff((self.radius + 0.5 - distance) / fade)


class Stroke:
    """One drag of the brush: `mask` is what it has painted so far.

    Each pixel takes the strongest dab that reaches it, so that overlapping dabs of a soft
    brush do not build up.
    """

    def __init__(self, mask: Mask, brush: Brush) -> None:
        self.mask = mask
        self.brush = brush
        self._last: Dab | None = None

    def extend(self, x: float, y: float, pressure: float = 1.0) -> Rect:
        """Paint on from the last point to (x, y), in document pixels.

        `pressure`, 0 to 1, scales the size. Returns the bounds of all pixels that may have
        changed, within the document.
        """
        radius = max(MIN_RADIUS, self.brush.size / 2 * min(max(pressure, 0.0), 1.0))
        end = Dab(x, y, radius)
        start, self._last = self._last or end, end
        page = self.mask.extent.bounds
        dirty = start.bounds.united(end.bounds).intersected(page)
        values = self.mask.read(dirty)
        for dab in _dabs(start, end):
            area = dab.bounds.intersected(page)
            if area.is_empty:
                continue
            target = values[area.slices_in(dirty)]
            coverage = dab.coverage(area, self.brush.hardness)
            if self.brush.erase:
                np.minimum(target, 255 - coverage, out=target)
            else:
                np.maximum(target, coverage, out=target)
        self.mask = self.mask.write(dirty, values)
        return dirty


def _dabs(start: Dab, end: Dab) -> Iterator[Dab]:
    """Dabs that cover the way from `start`, which is painted already, to `end`."""
    if start.radius == end.radius:
        return _drawn_out_dabs(start, end)
    return _growing_dabs(start, end)


def _drawn_out_dabs(start: Dab, end: Dab) -> Iterator[Dab]:
    """Few, each a part of the line; their boxes hold little else than the line."""
    dx, dy = end.x - start.x, end.y - start.y
    count = max(1, math.ceil(math.hypot(dx, dy) / (LONGEST * start.radius)))
    for i in range(count):
        x, y = start.x + dx * i / count, start.y + dy * i / count
        yield Dab(x, y, end.radius, dx / count, dy / count)


def _growing_dabs(start: Dab, end: Dab) -> Iterator[Dab]:
    """Each a share of its size from the last."""
    length = math.hypot(end.x - start.x, end.y - start.y)
    travelled, radius = 0.0, start.radius
    while (travelled := travelled + max(MIN_SPACING, SPACING * 2 * radius)) < length:
        share = travelled / length
        radius = start.radius + share * (end.radius - start.radius)
        yield Dab(start.x + share * (end.x - start.x), start.y + share * (end.y - start.y), radius)
    yield end
