"""What of a layer lies past the edges of the page: nothing shows it, until it is moved back."""

from collections.abc import Callable, Iterator
from dataclasses import dataclass

from glide_studio.core.geometry import Extent, Rect
from glide_studio.core.raster.raster import Pixels, Raster


@dataclass(frozen=True, eq=False)
class Beyond:
    """RGBA `raster`, straight alpha, whose top left corner is at (x, y) of the document; all zero
    on the page."""

    x: int
    y: int
    raster: Raster

    @property
    def bounds(self) -> Rect:
        """The pixels of the document that it covers."""
        return self.raster.extent.bounds.translated(self.x, self.y)

    @property
    def content_bounds(self) -> Rect:
        """The tight box around its content."""
        return self.raster.content_bounds().translated(self.x, self.y)

    def read(self, area: Rect) -> Pixels:
        """A new (height, width, 4) array of document pixels, zero outside of its bounds."""
        return self.raster.read(area.translated(-self.x, -self.y))


def kept_beyond(page: Rect, content: Rect, read: Callable[[Rect], Pixels]) -> Beyond | None:
    """What of a layer with `content` lies past the edges of `page`; `read` returns its pixels.

    None if there is nothing but transparency.
    """
    if content.is_empty or page.contains(content):
        return None
    raster = Raster.empty(Extent(content.width, content.height))
    for area in around(page, content):
        raster = raster.write(area.translated(-content.x, -content.y), read(area))
    return Beyond(content.x, content.y, raster) if raster.tiles else None


def around(page: Rect, content: Rect) -> Iterator[Rect]:
    """The parts of `content` above, below, left and right of `page`; they do not overlap."""
    middle = content.intersected(Rect(content.x, page.y, content.width, page.height))
    top, bottom = min(page.y, content.bottom), max(page.bottom, content.y)
    parts = (
        Rect.from_edges(content.x, content.y, content.right, top),
        Rect.from_edges(content.x, bottom, content.right, content.bottom),
        Rect.from_edges(middle.x, middle.y, min(page.x, middle.right), middle.bottom),
        Rect.from_edges(max(page.right, middle.x), middle.y, middle.right, middle.bottom),
    )
    return (part for part in parts if not part.is_empty)
