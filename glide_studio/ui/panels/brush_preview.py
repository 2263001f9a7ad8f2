"""What one dab of the brush looks like."""

from dataclasses import replace

import numpy as np
from PySide6.QtCore import Qt
from PySide6.QtGui import QBrush, QColor, QPainter, QPaintEvent, QPixmap
from PySide6.QtWidgets import QWidget

from glide_studio.core.geometry import Extent
from glide_studio.core.mask.mask import Mask
from glide_studio.core.paint.stroke import Brush, Stroke
from glide_studio.core.raster.raster import Pixels
from glide_studio.ui.canvas.colours import colour_image, premultiplied
from glide_studio.ui.style.theme import DARK, LIGHT, current

HEIGHT = 48
CORNER = 6
SMALLEST, LARGEST = 0.06, 0.9
"""How large the smallest and the largest dab are shown, as shares of the height."""

OPACITY = 0.7

CONTRAST = 0.2
"""So far a dab is from its ground at least, in one of red, green and blue from 0 to 1."""


class BrushPreview(QWidget):
    """A dab of the brush; of the eraser, what it leaves of the mask."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._brush = Brush(size=1, hardness=1)
        self._size = 0.0
        self._tint = QColor()
        self.setFixedHeight(HEIGHT)

    def show_brush(self, brush: Brush, size: float, tint: QColor) -> None:
        """Show `brush`, as large as `size` from 0 to 1 says, painting with `tint`."""
        self._brush, self._size, self._tint = brush, size, tint
        self.update()

    def paintEvent(self, event: QPaintEvent) -> None:
        ratio = self.devicePixelRatioF()
        extent = Extent(round(self.width() * ratio), round(self.height() * ratio))
        tints = [premultiplied(self._tint, OPACITY * value / 255) for value in range(256)]
        dab = colour_image(np.array(tints, np.uint32)[self._dab(extent)])
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setPen(Qt.PenStyle.NoPen)
        dab.setDevicePixelRatio(ratio)
        for brush in (_ground(self._tint), QBrush(QPixmap.fromImage(dab))):
            painter.setBrush(brush)
            painter.drawRoundedRect(self.rect(), CORNER, CORNER)

    def _dab(self, extent: Extent) -> Pixels:
        """The mask after one dab in the middle: (height, width)."""
        mask = Mask.empty(extent)
        if self._brush.erase:
            mask = mask.inverted()
        size = extent.height * (SMALLEST + self._size * (LARGEST - SMALLEST))
        stroke = Stroke(mask, replace(self._brush, size=size))
        stroke.extend(extent.width / 2, extent.height / 2)
        return stroke.mask.read(extent.bounds)


def _ground(tint: QColor) -> QColor:
    """The canvas of this theme, or that of the other one if `tint` would be lost on it."""
    ground = QColor(current().canvas)
    apart = (
        abs(ground.redF() - tint.redF()),
        abs(ground.greenF() - tint.greenF()),
        abs(ground.blueF() - tint.blueF()),
    )
    if max(apart) >= CONTRAST:
        return ground
    return QColor((LIGHT if current() is DARK else DARK).canvas)
