"""A preview of one dab of the brush."""

from dataclasses import replace

import numpy as np
from PySide6.QtCore import Qt
from PySide6.QtGui import QBrush, QColor, QPainter, QPaintEvent, QPixmap
from PySide6.QtWidgets import QWidget

from glide_studio.core.geometry import Extent
from glide_studio.core.mask.mask import Mask
from glide_studio.core.paint.stroke import Brush, Stroke
from glide_studio.core.raster.raster import Pixels
from glide_studio.ui.canvas.argb import argb_image, premultiplied
from glide_studio.ui.style.theme import DARK, LIGHT, current

HEIGHT = 48
CORNER = 6
SMALLEST, LARGEST = 0.06, 0.9
"""Diameter of the smallest and the largest brush in the preview, as fractions of its height."""

OPACITY = 0.7

CONTRAST = 0.2
"""Minimum difference between dab and background, in any of red, green and blue (0 to 1)."""


class BrushPreview(QWidget):
    """One dab of the brush; for the eraser, the mask around the dab."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._brush = Brush(size=1, hardness=1)
        self._size = 0.0
        self._tint = QColor()
        self.setFixedHeight(HEIGHT)

    def show_brush(self, brush: Brush, size: float, tint: QColor) -> None:
        """Show `brush` in the colour `tint`; `size` from 0 to 1 sets the diameter."""
        self._brush, self._size, self._tint = brush, size, tint
        self.update()

    def paintEvent(self, event: QPaintEvent) -> None:
        ratio = self.devicePixelRatioF()
        extent = Extent(round(self.width() * ratio), round(self.height() * ratio))
        tints = [premultiplied(self._tint, OPACITY * value / 255) for value in range(256)]
        dab = argb_image(np.array(tints, np.uint32)[self._dab(extent)])
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setPen(Qt.PenStyle.NoPen)
        dab.setDevicePixelRatio(ratio)
        for brush in (_background(self._tint), QBrush(QPixmap.fromImage(dab))):
            painter.setBrush(brush)
            painter.drawRoundedRect(self.rect(), CORNER, CORNER)

    def _dab(self, extent: Extent) -> Pixels:
        """The mask after one dab in the centre: (height, width) uint8."""
        mask = Mask.empty(extent)
        if self._brush.erase:
            mask = mask.inverted()
        size = extent.height * (SMALLEST + self._size * (LARGEST - SMALLEST))
        stroke = Stroke(mask, replace(self._brush, size=size))
        stroke.extend(extent.width / 2, extent.height / 2)
        return stroke.mask.read(extent.bounds)


def _background(tint: QColor) -> QColor:
    """The canvas colour of this theme, or of the other one if `tint` is too close to it."""
    ground = QColor(current().canvas)
    apart = (
        abs(ground.redF() - tint.redF()),
        abs(ground.greenF() - tint.greenF()),
        abs(ground.blueF() - tint.blueF()),
    )
    if max(apart) >= CONTRAST:
        return ground
    return QColor((LIGHT if current() is DARK else DARK).canvas)
