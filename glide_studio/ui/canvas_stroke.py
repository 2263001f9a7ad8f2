"""A brush stroke while the artist draws it."""

from glide_studio.core.geometry import Rect
from glide_studio.core.mask import Mask
from glide_studio.core.stroke import Brush, Stroke
from glide_studio.ui.canvas_tiles import changed_tiles


class LiveStroke:
    """A stroke that can go on over another mask, should the document change under it."""

    def __init__(self, mask: Mask, brush: Brush) -> None:
        self._before = mask
        self._stroke = Stroke(mask, brush)
        self._points: list[tuple[float, float, float]] = []

    @property
    def mask(self) -> Mask:
        """The mask as painted so far."""
        return self._stroke.mask

    @property
    def label(self) -> str:
        return "Erase mask" if self._stroke.brush.erase else "Brush stroke"

    @property
    def changes_mask(self) -> bool:
        return bool(changed_tiles(self._before.raster.tiles, self.mask.raster.tiles))

    def extend(self, x: float, y: float, pressure: float) -> Rect:
        """Paint on to a document point; returns the bounds of what may have changed."""
        self._points.append((x, y, pressure))
        return self._stroke.extend(x, y, pressure)

    def move_to(self, mask: Mask) -> None:
        """Do what was painted so far on `mask` instead, if that is another one."""
        if mask is self._before:
            return
        self._before = mask
        self._stroke = Stroke(mask, self._stroke.brush)
        for point in self._points:
            self._stroke.extend(*point)
