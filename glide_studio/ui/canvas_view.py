"""Where the document lies on the screen: pure arithmetic, no widgets."""

import math
from dataclasses import dataclass, replace

import numpy as np
from numpy.typing import NDArray

from glide_studio.core.geometry import Extent, Rect

MIN_ZOOM = 0.01
MAX_ZOOM = 64.0
IN_SIGHT = 48
"""So many device pixels of the picture stay on the screen, however far one pans."""


@dataclass(frozen=True)
class ViewTransform:
    """device = document * zoom + offset, in device pixels; `zoom` within MIN_ZOOM and MAX_ZOOM.

    Zoom 1 therefore shows one document pixel on one pixel of the screen, high-DPI or not.
    """

    zoom: float = 1.0
    x: float = 0.0
    y: float = 0.0

    @classmethod
    def fitted(cls, extent: Extent, width: int, height: int, margin: int = 0) -> "ViewTransform":
        """All of the document, centred in width x height device pixels with a free margin."""
        zoom = clamped_zoom(
            min(
                max(1, width - 2 * margin) / extent.width,
                max(1, height - 2 * margin) / extent.height,
            )
        )
        return cls(zoom, (width - extent.width * zoom) / 2, (height - extent.height * zoom) / 2)

    def to_device(self, x: float, y: float) -> tuple[float, float]:
        return x * self.zoom + self.x, y * self.zoom + self.y

    def to_document(self, x: float, y: float) -> tuple[float, float]:
        return (x - self.x) / self.zoom, (y - self.y) / self.zoom

    def zoomed_at(self, zoom: float, x: float, y: float) -> "ViewTransform":
        """The view at `zoom`, with the document point under device point (x, y) still there."""
        zoom = clamped_zoom(zoom)
        ratio = zoom / self.zoom
        return ViewTransform(zoom, x - (x - self.x) * ratio, y - (y - self.y) * ratio)

    def panned(self, dx: float, dy: float) -> "ViewTransform":
        return replace(self, x=self.x + dx, y=self.y + dy)

    def kept_in_sight(self, extent: Extent, width: int, height: int) -> "ViewTransform":
        """This view, moved just enough that an edge of the document is still on the screen."""

        def kept(offset: float, length: float, room: int) -> float:
            seen = min(IN_SIGHT, length, room)
            return min(max(offset, seen - length), room - seen)

        return replace(
            self,
            x=kept(self.x, extent.width * self.zoom, width),
            y=kept(self.y, extent.height * self.zoom, height),
        )

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
        """How often the picture may be halved and still have a pixel for each one shown."""
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


def _outward(left: float, top: float, right: float, bottom: float) -> Rect:
    return Rect.from_edges(math.floor(left), math.floor(top), math.ceil(right), math.ceil(bottom))
