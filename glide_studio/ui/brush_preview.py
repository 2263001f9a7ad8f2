"""What one dab of the brush looks like."""

import numpy as np
from PySide6.QtCore import QSize
from PySide6.QtGui import QColor, QPainter, QPaintEvent
from PySide6.QtWidgets import QWidget

from glide_studio.core.geometry import Extent
from glide_studio.core.mask import Mask
from glide_studio.core.raster import Pixels
from glide_studio.core.stroke import Brush, Stroke
from glide_studio.ui.canvas_colours import colour_image, premultiplied
from glide_studio.ui.theme import DARK

SIDE = 88
ROOM = 0.9
"""The largest dab shown, as a share of the side."""


class BrushPreview(QWidget):
    """A dab as large as on the canvas if it fits; of the eraser, what it leaves of the mask."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._brush = Brush(size=1, hardness=1)
        self._zoom = 1.0
        self._tint = QColor()
        self.setFixedSize(SIDE, SIDE)

    def sizeHint(self) -> QSize:
        return QSize(SIDE, SIDE)

    def show_brush(self, brush: Brush, zoom: float, tint: QColor) -> None:
        """Show `brush` in `tint` at `zoom` screen pixels per document pixel."""
        self._brush, self._zoom, self._tint = brush, zoom, tint
        self.update()

    def paintEvent(self, event: QPaintEvent) -> None:
        ratio = self.devicePixelRatioF()
        colours = np.array(
            [premultiplied(self._tint, value / 255) for value in range(256)], np.uint32
        )[self._dab(round(SIDE * ratio))]
        painter = QPainter(self)
        painter.fillRect(self.rect(), QColor(DARK.canvas))
        painter.scale(1 / ratio, 1 / ratio)
        painter.drawImage(0, 0, colour_image(colours))

    def _dab(self, side: int) -> Pixels:
        """The mask after one dab in the middle: (side, side)."""
        mask = Mask.empty(Extent(side, side))
        if self._brush.erase:
            mask = mask.inverted()
        size = min(max(self._brush.size * self._zoom, 1), ROOM * side)
        stroke = Stroke(mask, Brush(size, self._brush.hardness, self._brush.erase))
        return stroke.mask.read(stroke.extend(side / 2, side / 2).united(mask.extent.bounds))
