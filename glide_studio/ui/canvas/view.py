"""The mapping between document and screen: pure arithmetic, no widgets."""

import math
from dataclasses import dataclass, replace

import numpy as np
from numpy.typing import NDArray

from glide_studio.core.geometry import Extent, Rect

MIN_ZOOM = 0.01
MAX_ZOOM = 64.0
MIN_IN_SIGHT = 48
"""Device pixels of the picture that always stay on the screen while panning."""


@dataclass(frozen=True)
class Rotation:
    """The orientation of the page: `mirrored` left to right or not, then rotated clockwise by
    `angle` degrees.

    The angle is kept within -180 (excluded) and 180; multiples of 90 are exact.
    """

    angle: float = 0.0
    mirrored: bool = False

    def __post_init__(self) -> None:
        angle = 180 - (180 - self.angle) % 360
        object.__setattr__(self, "angle", angle)

    @property
    def is_axis_aligned(self) -> bool:
        """Whether rows and columns of the document are rows and columns of the screen."""
        return self.angle % 90 == 0

    @property
    def direction(self) -> tuple[float, float]:
        """Cosine and sine of the angle."""
        if self.is_axis_aligned:
            return ((1.0, 0.0), (0.0, 1.0), (-1.0, 0.0), (0.0, -1.0))[int(self.angle // 90) % 4]
        radians = math.radians(self.angle)
        return math.cos(radians), math.sin(radians)

    def apply(self, x: float, y: float) -> tuple[float, float]:
        """Where the vector (x, y) of the upright page points on the screen."""
        cos, sin = self.direction
        x = -x if self.mirrored else x
        return x * cos - y * sin, x * sin + y * cos

    def undo(self, x: float, y: float) -> tuple[float, float]:
        """The vector of the upright page that `apply` rotates to (x, y)."""
        cos, sin = self.direction
        x, y = x * cos + y * sin, y * cos - x * sin
        return (-x if self.mirrored else x), y

    def rotated(self, degrees: float) -> "Rotation":
        """Rotated further, clockwise as the artist sees it."""
        return replace(self, angle=self.angle + degrees)

    def flipped(self) -> "Rotation":
        """Mirrored left to right as it is on the screen now."""
        return Rotation(-self.angle, not self.mirrored)


UPRIGHT = Rotation()


@dataclass(frozen=True)
class ViewTransform:
    """device = rotation(document * zoom) + offset, in device pixels.

    MIN_ZOOM <= `zoom` <= MAX_ZOOM; zoom 1 shows one document pixel on one pixel of the screen,
    high-DPI or not. Methods that deal in rows, columns and bounds of pixels need an upright view;
    `sheet` gives one for a rotated view.
    """

    zoom: float = 1.0
    x: float = 0.0
    y: float = 0.0
    rotation: Rotation = UPRIGHT

    @property
    def is_upright(self) -> bool:
        return self.rotation == UPRIGHT

    def showing(self, area: Rect, width: int, height: int, margin: int = 0) -> "ViewTransform":
        """This view with a document `area` centred and as large as fits with a free margin."""
        across, down = _rotated_size(self.rotation, area.width, area.height)
        zoom = clamped_zoom(
            min(max(1, width - 2 * margin) / across, max(1, height - 2 * margin) / down)
        )
        x, y = self.rotation.apply(area.x + area.width / 2, area.y + area.height / 2)
        return replace(self, zoom=zoom, x=width / 2 - zoom * x, y=height / 2 - zoom * y)

    def to_device(self, x: float, y: float) -> tuple[float, float]:
        if not self.is_upright:
            x, y = self.rotation.apply(x, y)
        return x * self.zoom + self.x, y * self.zoom + self.y

    def to_document(self, x: float, y: float) -> tuple[float, float]:
        x, y = (x - self.x) / self.zoom, (y - self.y) / self.zoom
        return (x, y) if self.is_upright else self.rotation.undo(x, y)

    def zoomed_at(self, zoom: float, x: float, y: float) -> "ViewTransform":
        """The view at `zoom`, with the document point under device point (x, y) still there."""
        zoom = clamped_zoom(zoom)
        ratio = zoom / self.zoom
        return replace(self, zoom=zoom, x=x - (x - self.x) * ratio, y=y - (y - self.y) * ratio)

    def rotated_at(self, rotation: Rotation, x: float, y: float) -> "ViewTransform":
        """The view with another rotation and the same document point at device point (x, y)."""
        there = replace(self, rotation=rotation).to_device(*self.to_document(x, y))
        return replace(self, rotation=rotation, x=self.x + x - there[0], y=self.y + y - there[1])

    def panned(self, dx: float, dy: float) -> "ViewTransform":
        return replace(self, x=self.x + dx, y=self.y + dy)

    def kept_in_sight(self, extent: Extent, width: int, height: int) -> "ViewTransform":
        """This view, moved just enough to keep an edge of the document on the screen."""
        if not self.is_upright:
            return self._kept_near(extent, width, height)

        def kept(offset: float, length: float, room: int) -> float:
            seen = min(MIN_IN_SIGHT, length, room)
            return min(max(offset, seen - length), room - seen)

        return replace(
            self,
            x=kept(self.x, extent.width * self.zoom, width),
            y=kept(self.y, extent.height * self.zoom, height),
        )

    def _kept_near(self, extent: Extent, width: int, height: int) -> "ViewTransform":
        """This view, moved just enough to show the page's point that is nearest to the middle."""
        x, y = self.to_document(width / 2, height / 2)
        nearest = self.to_device(min(max(x, 0), extent.width), min(max(y, 0), extent.height))

        def excess(place: float, room: int) -> float:
            seen = min(MIN_IN_SIGHT, room / 2)
            return min(max(place, seen), room - seen) - place

        return self.panned(excess(nearest[0], width), excess(nearest[1], height))

    def sheet(self, width: int, height: int) -> tuple["ViewTransform", Extent]:
        """The upright view of a sheet that covers a screen of width x height, and its size.

        Its offset is whole, so that it is as sharp as an upright view. Rotated about its own
        (x, y) it lies where this view shows the document.
        """
        undo = self.rotation.undo
        corners = [undo(x - self.x, y - self.y) for x in (0, width) for y in (0, height)]
        left, top = (math.floor(min(axis)) - 1 for axis in zip(*corners, strict=True))
        across, down = _rotated_size(self.rotation, width, height)
        extent = Extent(math.ceil(across) + 3, math.ceil(down) + 3)
        return ViewTransform(self.zoom, float(-left), float(-top)), extent

    def snapped(self) -> "ViewTransform":
        """This view with its offset on whole device pixels, so that 100% is pixel-exact."""
        return replace(self, x=float(round(self.x)), y=float(round(self.y)))

    def device_bounds(self, area: Rect) -> Rect:
        """Every device pixel that the document pixels of `area` touch."""
        left, top = self.to_device(area.x, area.y)
        right, bottom = self.to_device(area.right, area.bottom)
        return _outward(left, top, right, bottom)

    def pixels_of(self, extent: Extent) -> Rect:
        """The device pixels whose centre lies on the document."""
        right, bottom = self.to_device(extent.width, extent.height)
        return Rect.from_edges(
            math.ceil(self.x - 0.5),
            math.ceil(self.y - 0.5),
            math.ceil(right - 0.5),
            math.ceil(bottom - 0.5),
        )

    def document_bounds(self, area: Rect) -> Rect:
        """Every document pixel that the device pixels of `area` touch."""
        left, top = self.to_document(area.x, area.y)
        right, bottom = self.to_document(area.right, area.bottom)
        return _outward(left, top, right, bottom)

    @property
    def mip_level(self) -> int:
        """How often the picture may be halved and still have a pixel for each one on the screen."""
        return max(0, math.floor(-math.log2(self.zoom)))

    def at_level(self, level: int) -> "ViewTransform":
        """The view of the document halved `level` times that shows it in the same place."""
        return replace(self, zoom=self.zoom * 2**level)

    def nearest(self, area: Rect) -> tuple[NDArray[np.intp], NDArray[np.intp]]:
        """Rows and columns of the document pixels under the centres of a device `area`."""
        y = (np.arange(area.y, area.bottom) + 0.5 - self.y) / self.zoom
        x = (np.arange(area.x, area.right) + 0.5 - self.x) / self.zoom
        return np.floor(y).astype(np.intp), np.floor(x).astype(np.intp)


def clamped_zoom(zoom: float) -> float:
    return min(max(zoom, MIN_ZOOM), MAX_ZOOM)


def next_zoom(zoom: float, direction: int) -> float:
    """The next of the steps ... 50%, 71%, 100%, 141%, 200% ...; `direction` is 1 or -1."""
    step = 2 * math.log2(zoom)
    step = math.floor(step + 1e-6) + 1 if direction > 0 else math.ceil(step - 1e-6) - 1
    return clamped_zoom(2 ** (step / 2))


def _rotated_size(rotation: Rotation, width: float, height: float) -> tuple[float, float]:
    """Width and height of the box around a rotated rectangle."""
    cos, sin = (abs(part) for part in rotation.direction)
    return width * cos + height * sin, width * sin + height * cos


def _outward(left: float, top: float, right: float, bottom: float) -> Rect:
    return Rect.from_edges(math.floor(left), math.floor(top), math.ceil(right), math.ceil(bottom))
