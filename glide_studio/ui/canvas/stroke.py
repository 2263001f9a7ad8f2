"""A brush stroke while it is drawn."""

from collections.abc import Callable
from typing import Generic, Protocol, TypeVar

from glide_studio.core.geometry import Rect
from glide_studio.core.mask.mask import Mask
from glide_studio.core.paint.stroke import Brush, Stroke
from glide_studio.session.language import tr
from glide_studio.ui.canvas.tiles import changed_tiles


class StrokeLike(Protocol):
    """A stroke that can be extended to a point of the document, and returns what changed."""

    def extend(self, x: float, y: float, pressure: float) -> Rect: ...


Ground = TypeVar("Ground")
AnyStroke = TypeVar("AnyStroke", bound=StrokeLike)


class RebasableStroke(Generic[Ground, AnyStroke]):
    """A stroke that is repeated on another ground if the document changes under it.

    `start` makes a stroke on a ground.
    """

    def __init__(self, ground: Ground, start: Callable[[Ground], AnyStroke]) -> None:
        self.ground = ground
        self._start = start
        self._points: list[tuple[float, float, float]] = []
        self.stroke = start(ground)

    def extend(self, x: float, y: float, pressure: float) -> Rect:
        """Paint to a document point; returns the bounds of what may have changed."""
        self._points.append((x, y, pressure))
        return self.stroke.extend(x, y, pressure)

    def rebase(self, ground: Ground) -> None:
        """Repeat what was painted so far on `ground`, if that is another one."""
        if ground is self.ground:
            return
        self.ground = ground
        self.stroke = self._start(ground)
        for point in self._points:
            self.stroke.extend(*point)


class LiveStroke(RebasableStroke[Mask, Stroke]):
    """A stroke on the mask."""

    def __init__(self, mask: Mask, brush: Brush) -> None:
        super().__init__(mask, lambda ground: Stroke(ground, brush))

    @property
    def mask(self) -> Mask:
        """The mask as painted so far."""
        return self.stroke.mask

    @property
    def label(self) -> str:
        return tr("Erase mask") if self.stroke.brush.erase else tr("Paint mask")

    @property
    def changes_mask(self) -> bool:
        return bool(changed_tiles(self.ground.raster.tiles, self.mask.raster.tiles))
