"""Pixmaps of pictures."""

import numpy as np
from PySide6.QtCore import QMargins, QRect, QSize, Qt
from PySide6.QtGui import QIcon, QImage, QPainter, QPixmap
from PySide6.QtWidgets import QMenu, QProxyStyle, QStyle, QStyleOption, QWidget

from glide_studio.core.files.previews import Preview
from glide_studio.core.raster.raster import Pixels
from glide_studio.ui.style.icons import icon

PIXEL_RATIO = 2
"""Pixels of an icon for each logical pixel."""


def pixmap_of(pixels: Pixels) -> QPixmap:
    """A picture, (height, width, 4) uint8 with straight alpha, in sRGB."""
    height, width = pixels.shape[:2]
    pixels = np.ascontiguousarray(pixels)
    image = QImage(pixels.data, width, height, 4 * width, QImage.Format.Format_RGBA8888)
    return QPixmap.fromImage(image)


class LargeIcons(QProxyStyle):
    """The application's style with larger icons in `menu`; style sheets have no size for these."""

    def __init__(self, side: int, menu: QMenu) -> None:
        super().__init__()
        self._side = side
        self.setParent(menu)

    def pixelMetric(
        self,
        metric: QStyle.PixelMetric,
        option: QStyleOption | None = None,
        widget: QWidget | None = None,
    ) -> int:
        if metric == QStyle.PixelMetric.PM_SmallIconSize:
            return self._side
        return super().pixelMetric(metric, option, widget)


def preview_icon(preview: Preview | None, size: QSize) -> QIcon:
    """A preview in the middle of an icon of `size`, in logical pixels; without a preview, a sheet.

    All icons of a size are alike in size, whatever the shape of their pictures.
    """
    shown = QPixmap(size * PIXEL_RATIO)
    shown.fill(Qt.GlobalColor.transparent)
    place = QRect(shown.rect())
    with QPainter(shown) as painter:
        if preview is None:
            icon("new").paint(painter, place.marginsRemoved(_margins(place)))
        else:
            pixmap = pixmap_of(preview.pixels).scaled(
                shown.size(),
                Qt.AspectRatioMode.KeepAspectRatio,
                Qt.TransformationMode.SmoothTransformation,
            )
            part = QRect(pixmap.rect())
            part.moveCenter(place.center())
            painter.drawPixmap(part, pixmap)
    shown.setDevicePixelRatio(PIXEL_RATIO)
    return QIcon(shown)


def _margins(place: QRect) -> QMargins:
    side = min(place.width(), place.height()) // 4
    return QMargins(side, side, side, side)
