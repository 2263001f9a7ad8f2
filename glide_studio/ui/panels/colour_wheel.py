"""A ring of hues around a square of saturation and value."""

import colorsys
import math

import numpy as np
from PySide6.QtCore import QPointF, QRectF, QSize, Qt, Signal
from PySide6.QtGui import (
    QColor,
    QConicalGradient,
    QImage,
    QKeyEvent,
    QMouseEvent,
    QPainter,
    QPaintEvent,
    QPen,
)
from PySide6.QtWidgets import QSizePolicy, QWidget

from glide_studio.core.raster.colour import Colour
from glide_studio.session.quantities import percent
from glide_studio.ui.canvas.argb import argb_image

RING = 0.13
"""Width of the ring, as a fraction of the diameter."""

GAP = 0.03
SMALLEST, LARGEST = 120, 240
SQUARE_PIXELS = 64
"""Side of the square as it is computed; it is scaled when drawn."""

STEP = 0.01
KEYS = {
    Qt.Key.Key_Left: (0, -STEP, 0),
    Qt.Key.Key_Right: (0, STEP, 0),
    Qt.Key.Key_Down: (0, 0, -STEP),
    Qt.Key.Key_Up: (0, 0, STEP),
    Qt.Key.Key_PageDown: (-1 / 360, 0, 0),
    Qt.Key.Key_PageUp: (1 / 360, 0, 0),
}
"""What each key adds to hue, saturation and value."""


class ColourWheel(QWidget):
    """Shows a colour, which mouse and keys can change; `chosen` carries the new `Colour`.

    The hue stays when the colour becomes grey.
    """

    chosen = Signal(object)

    def __init__(self) -> None:
        super().__init__()
        self._hue, self._saturation, self._value = 0.0, 0.0, 0.0
        self._grip = ""
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.setMinimumSize(SMALLEST, SMALLEST)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Expanding)

    def sizeHint(self) -> QSize:
        return QSize(144, 144)

    @property
    def hsv(self) -> tuple[float, float, float]:
        """Hue, saturation and value of the colour shown, 0 to 1."""
        return self._hue, self._saturation, self._value

    def show_colour(self, colour: Colour) -> None:
        """Show a colour, unless it equals the one shown after rounding."""
        if Colour.from_hsv(*self.hsv) == colour:
            return
        hue, saturation, value = colour.hsv
        if value > 0:
            self._saturation = saturation
        if value > 0 and saturation > 0:
            self._hue = hue
        self._value = value
        self._show()

    def _show(self) -> None:
        words = f"{360 * self._hue:.0f}°, {percent(self._saturation)}, {percent(self._value)}"
        self.setAccessibleDescription(words)
        self.update()

    def choose(self, hue: float, saturation: float, value: float) -> None:
        """Choose a colour by hue, saturation and value from 0 to 1; the hue wraps around."""
        self._hue = hue % 1
        self._saturation, self._value = (min(max(part, 0.0), 1.0) for part in (saturation, value))
        self._show()
        self.chosen.emit(Colour.from_hsv(*self.hsv))

    # Geometry

    @property
    def _circle(self) -> QRectF:
        side = min(self.width(), self.height(), LARGEST) - 4
        area = QRectF(0, 0, side, side)
        area.moveCenter(QRectF(self.rect()).center())
        return area

    @property
    def _square(self) -> QRectF:
        circle = self._circle
        side = circle.width() * (1 - 2 * RING - 2 * GAP) / math.sqrt(2)
        area = QRectF(0, 0, side, side)
        area.moveCenter(circle.center())
        return area

    def _spot_on_ring(self) -> QPointF:
        angle = 2 * math.pi * self._hue
        radius = self._circle.width() / 2 * (1 - RING)
        return self._circle.center() + QPointF(math.cos(angle), -math.sin(angle)) * radius

    def _spot_in_square(self) -> QPointF:
        square = self._square
        return QPointF(
            square.left() + self._saturation * square.width(),
            square.bottom() - self._value * square.height(),
        )

    def _follow(self, place: QPointF) -> None:
        if self._grip == "ring":
            away = place - self._circle.center()
            angle = math.atan2(-away.y(), away.x())
            self.choose(angle / (2 * math.pi), self._saturation, self._value)
        elif self._grip == "square":
            inside = place - self._square.topLeft()
            saturation = inside.x() / self._square.width()
            self.choose(self._hue, saturation, 1 - inside.y() / self._square.height())

    # Qt's events

    def mousePressEvent(self, event: QMouseEvent) -> None:
        away = event.position() - self._circle.center()
        distance = math.hypot(away.x(), away.y()) / (self._circle.width() / 2)
        if self._square.contains(event.position()):
            self._grip = "square"
        elif 1 - 2 * RING - GAP <= distance <= 1.05:
            self._grip = "ring"
        self._follow(event.position())

    def mouseMoveEvent(self, event: QMouseEvent) -> None:
        self._follow(event.position())

    def mouseReleaseEvent(self, event: QMouseEvent) -> None:
        self._grip = ""

    def keyPressEvent(self, event: QKeyEvent) -> None:
        moves = KEYS.get(Qt.Key(event.key()))
        if moves is None:
            super().keyPressEvent(event)
        else:
            hue, saturation, value = (now + move for now, move in zip(self.hsv, moves, strict=True))
            self.choose(hue, saturation, value)

    def paintEvent(self, event: QPaintEvent) -> None:
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setRenderHint(QPainter.RenderHint.SmoothPixmapTransform)
        circle, width = self._circle, self._circle.width() * RING
        hues = QConicalGradient(circle.center(), 0)
        for step in range(13):
            hues.setColorAt(step / 12, QColor.fromHsvF(step / 12 % 1, 1, 1))
        painter.setPen(QPen(hues, width))
        painter.drawEllipse(circle.adjusted(width / 2, width / 2, -width / 2, -width / 2))
        painter.drawImage(self._square, _shades(self._hue))
        for spot in (self._spot_on_ring(), self._spot_in_square()):
            for colour, line in ((Qt.GlobalColor.black, 4.0), (Qt.GlobalColor.white, 2.0)):
                painter.setPen(QPen(colour, line))
                painter.drawEllipse(spot, width / 3, width / 3)
        if self.hasFocus():
            painter.setPen(QPen(self.palette().highlight().color(), 1.5))
            painter.drawRect(self._square.adjusted(-2, -2, 2, 2))


def _shades(hue: float) -> QImage:
    """A square of one hue: saturation grows to the right, value upwards."""
    pure = np.array(colorsys.hsv_to_rgb(hue, 1, 1))
    saturation = np.linspace(0, 1, SQUARE_PIXELS)[np.newaxis, :, np.newaxis]
    value = np.linspace(1, 0, SQUARE_PIXELS)[:, np.newaxis, np.newaxis]
    rgb = np.rint(255 * value * (1 - saturation + saturation * pure)).astype(np.uint32)
    packed = 0xFF000000 | rgb[..., 0] << 16 | rgb[..., 1] << 8 | rgb[..., 2]
    return argb_image(np.ascontiguousarray(packed, np.uint32)).copy()
