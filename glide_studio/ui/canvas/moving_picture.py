"""A part of the picture that is moved, scaled and distorted at the pace of the pointer."""

import time

import numpy as np
from PySide6.QtCore import QPointF, QRectF
from PySide6.QtGui import QPainter, QPolygonF, QTransform

from glide_studio.core.document.blend_modes import BlendMode
from glide_studio.core.document.document import Document
from glide_studio.core.geometry import Rect
from glide_studio.core.raster.colour_profile import Conversion
from glide_studio.core.raster.raster import Pixels
from glide_studio.ui.canvas.argb import Argb, argb_image, argb_pixels
from glide_studio.ui.canvas.scene import CRISP_ZOOM
from glide_studio.ui.canvas.tiles import PictureTiles, mean
from glide_studio.ui.canvas.view import ViewTransform

MOST_PIXELS = 4200 * 4200
"""More pixels are halved before they are drawn: no screen shows them all."""

BAND = 256
"""Rows that are converted at a time."""

TILES_SECONDS = 0.005
"""How long tiles of the layers above are made for one frame."""

_MODES = {
    BlendMode.NORMAL: QPainter.CompositionMode.CompositionMode_SourceOver,
    BlendMode.MULTIPLY: QPainter.CompositionMode.CompositionMode_Multiply,
    BlendMode.SCREEN: QPainter.CompositionMode.CompositionMode_Screen,
    BlendMode.OVERLAY: QPainter.CompositionMode.CompositionMode_Overlay,
    BlendMode.DARKEN: QPainter.CompositionMode.CompositionMode_Darken,
    BlendMode.LIGHTEN: QPainter.CompositionMode.CompositionMode_Lighten,
    BlendMode.COLOR_DODGE: QPainter.CompositionMode.CompositionMode_ColorDodge,
    BlendMode.COLOR_BURN: QPainter.CompositionMode.CompositionMode_ColorBurn,
    BlendMode.HARD_LIGHT: QPainter.CompositionMode.CompositionMode_HardLight,
    BlendMode.SOFT_LIGHT: QPainter.CompositionMode.CompositionMode_SoftLight,
    BlendMode.DIFFERENCE: QPainter.CompositionMode.CompositionMode_Difference,
    BlendMode.EXCLUSION: QPainter.CompositionMode.CompositionMode_Exclusion,
    BlendMode.ADDITION: QPainter.CompositionMode.CompositionMode_Plus,
}
"""Qt has no other blend modes; they are drawn as Normal while the pointer moves."""


class MovingPicture:
    """`pixels`, (height, width, 4) with straight alpha, that fill `box`, halved as often as may be
    needed; slow to make."""

    def __init__(self, pixels: Pixels, box: Rect, icc_profile: bytes | None) -> None:
        self.box = box
        self._first = 0
        while box.area >> (2 * self._first) > MOST_PIXELS:
            self._first += 1
        conversion = Conversion.to_srgb(icc_profile)
        bands = []
        for top in range(0, box.height, BAND):
            colours = argb_pixels(conversion.applied(pixels[top : top + BAND]))
            for _ in range(self._first):
                colours = _halved(colours)
            bands.append(colours)
        self._levels = [np.concatenate(bands)]
        while min(self._levels[-1].shape) > 64:
            self._levels.append(_halved(self._levels[-1]))

    def draw(self, painter: QPainter, corners: QPolygonF, *, smooth: bool) -> None:
        """Draw it with its corners, from the top left clockwise, at `corners` of the device."""
        level = self._level(corners)
        image = argb_image(self._levels[level])
        scale = 2.0 ** -(level + self._first)
        source = QRectF(0, 0, self.box.width * scale, self.box.height * scale)
        ends = (source.topLeft(), source.topRight(), source.bottomRight(), source.bottomLeft())
        placement = QTransform.quadToQuad(QPolygonF(list(ends)), corners)
        if not isinstance(placement, QTransform):  # a quadrilateral seen edge on
            return
        painter.save()
        painter.setTransform(placement, True)
        painter.setRenderHint(QPainter.RenderHint.SmoothPixmapTransform, smooth)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing, smooth)
        painter.drawImage(source, image, source)
        painter.restore()

    def _level(self, corners: QPolygonF) -> int:
        """The smallest halving that has a pixel for each one that it is drawn on."""
        across, down = self.box.width, self.box.height
        points = [corners.at(index) for index in range(4)]
        sides = [
            _distance(points[0], points[1]) / across,
            _distance(points[3], points[2]) / across,
            _distance(points[0], points[3]) / down,
            _distance(points[1], points[2]) / down,
        ]
        scale = max(*sides, 1e-6)
        level = int(np.floor(-np.log2(scale))) - self._first
        return min(max(level, 0), len(self._levels) - 1)


class LayersAbove:
    """The layers above one that is transformed, drawn over it."""

    def __init__(self, document: Document) -> None:
        self._tiles = PictureTiles(document)

    def show(self, document: Document) -> None:
        """Draw other layers, of a document of the same size, from now on."""
        self._tiles.show(document)

    def draw(self, painter: QPainter, placement: QTransform, zoom: float) -> bool:
        """Draw them where `placement` takes document pixels on the device; returns whether they
        are drawn, for making their tiles takes no longer than a frame may."""
        if not any(layer.visible for layer in self._tiles.document.layers):
            return True
        level = ViewTransform(zoom).mip_level
        painter.save()
        painter.setTransform(placement, True)
        painter.scale(2**level, 2**level)
        seen, _ = painter.transform().inverted()
        window = seen.mapRect(QRectF(painter.viewport())).toAlignedRect().adjusted(-1, -1, 1, 1)
        extent = self._tiles.document.extent
        page = Rect(0, 0, -(-extent.width >> level), -(-extent.height >> level))
        area = Rect(window.x(), window.y(), window.width(), window.height()).intersected(page)
        is_ready = self._tiles.prepare(level, area, time.perf_counter() + TILES_SECONDS)
        if is_ready and not area.is_empty:
            painter.setRenderHint(QPainter.RenderHint.SmoothPixmapTransform, zoom < CRISP_ZOOM)
            pixels = self._tiles.read(level, area)
            painter.drawImage(area.x, area.y, argb_image(pixels))
        painter.restore()
        return is_ready


def composition_mode(mode: BlendMode) -> QPainter.CompositionMode:
    """Qt's counterpart of a blend mode; that of Normal if it has none."""
    return _MODES.get(mode, _MODES[BlendMode.NORMAL])


def _halved(colours: Argb) -> Argb:
    """Half as many rows and columns, rounded up."""
    height, width = colours.shape
    return mean(np.pad(colours, ((0, height % 2), (0, width % 2)), mode="edge"))


def _distance(one: QPointF, other: QPointF) -> float:
    way = one - other
    return float(np.hypot(way.x(), way.y()))
