"""The picture on the canvas, faded with another one."""

from PySide6.QtGui import QPainter

from glide_studio.core.document.document import Document
from glide_studio.core.geometry import Rect
from glide_studio.core.raster.raster import TileKey
from glide_studio.ui.canvas.argb import Argb, argb_image
from glide_studio.ui.canvas.tiles import PictureTiles


class FadingPicture:
    """A document's picture, faded with that of `before` if that is given.

    The tiles of both are kept, so that a fade costs only what is in sight. Methods that change the
    picture return the tiles that look different.
    """

    def __init__(self, document: Document, before: Document | None = None) -> None:
        self._picture = PictureTiles(document)
        self._before = None if before is None else PictureTiles(before, self._picture)
        self._share = 1.0
        self._fading: set[TileKey] | None = None

    def show(self, document: Document, before: Document | None) -> set[TileKey]:
        """Show other states of a document of the same size."""
        self._fading = None
        changed: set[TileKey] = set()
        if self._before is not None and self._share < 1:
            changed = self._before.difference(before or self._picture.document)
        if before is None:
            self._before = None
        elif self._before is None:
            self._before = PictureTiles(before, self._picture)
        else:
            self._before.show(before)
        return changed | self._picture.show(document)

    def show_part(self, document: Document, bounds: Rect) -> None:
        """Show another state of the document that differs within `bounds` only."""
        self._fading = None
        self._picture.show_part(document, bounds)

    def set_share(self, share: float) -> set[TileKey]:
        """Set the opacity of the document over the picture before it, 0 to 1."""
        old, self._share = self._share, share
        if share == old or self._before is None:
            return set()
        if self._fading is None:
            self._fading = self._before.difference(self._picture.document)
        return self._fading

    def prepare(self, level: int, bounds: Rect, end: float) -> bool:
        """As `TilePyramid.prepare`."""
        return all(picture.prepare(level, bounds, end) for picture in self._seen)

    def read(self, level: int, bounds: Rect) -> Argb:
        """The pixels of `bounds`, halved `level` times."""
        first, *others = (picture.read(level, bounds) for picture in self._seen)
        for colours in others:
            painter = QPainter(image := argb_image(first))
            painter.setCompositionMode(QPainter.CompositionMode.CompositionMode_Source)
            painter.setOpacity(self._share)  # of the new pixels; the old ones keep the rest
            painter.drawImage(0, 0, argb_image(colours))
            painter.end()
            del image
        return first

    @property
    def _seen(self) -> list[PictureTiles]:
        """The visible pyramids, the picture before first."""
        if self._before is None or self._share == 1:
            return [self._picture]
        return [self._before] if self._share == 0 else [self._before, self._picture]
