"""Line icons, drawn in the colours of the theme at any screen resolution."""

from functools import lru_cache
from importlib.resources import files
from typing import Literal

from PySide6.QtCore import QByteArray, QPoint, QRect, QRectF, QSize, Qt
from PySide6.QtGui import QIcon, QIconEngine, QPainter, QPixmap
from PySide6.QtSvg import QSvgRenderer

from glide_studio.ui.style.theme import current

SIZE = 20
"""Side of an icon on a button, in logical pixels."""

SIZES = (16, 20, 24, 32, 48, 64)
"""Sides that a desktop may request, as for the window's icon."""

Tone = Literal["text", "accent_text", "text_disabled"]
"""A colour of the theme's palette."""


def icon(name: str, tone: Tone = "text") -> QIcon:
    """Return the icon `resources/icons/NAME.svg` in a colour of the current theme.

    It is muted while disabled.
    """
    _source(name)  # so that a missing file fails here, not when something is painted
    return QIcon(_LineEngine(name, tone))


def logo() -> QIcon:
    """Return the program's own icon, which has its own colours."""
    return QIcon(str(files("glide_studio.resources") / "logo" / "glide-studio.svg"))


class _LineEngine(QIconEngine):
    """Draws one icon at any size and in any colour."""

    def __init__(self, name: str, tone: Tone) -> None:
        super().__init__()
        self._name = name
        self._tone = tone

    def clone(self) -> QIconEngine:
        return _LineEngine(self._name, self._tone)

    def availableSizes(
        self, mode: QIcon.Mode = QIcon.Mode.Normal, state: QIcon.State = QIcon.State.Off
    ) -> list[QSize]:
        return [QSize(side, side) for side in SIZES]

    def paint(self, painter: QPainter, rect: QRect, mode: QIcon.Mode, state: QIcon.State) -> None:
        colours = current()
        disabled = mode == QIcon.Mode.Disabled
        colour = colours.text_disabled if disabled else getattr(colours, self._tone)
        source = _source(self._name).replace("currentColor", colour)
        side = min(rect.width(), rect.height())
        square = QRectF(0, 0, side, side)
        square.moveCenter(QRectF(rect).center())
        QSvgRenderer(QByteArray(source.encode())).render(painter, square)

    def pixmap(self, size: QSize, mode: QIcon.Mode, state: QIcon.State) -> QPixmap:
        pixmap = QPixmap(size)
        pixmap.fill(Qt.GlobalColor.transparent)
        painter = QPainter(pixmap)
        self.paint(painter, QRect(QPoint(), size), mode, state)
        painter.end()
        return pixmap


@lru_cache
def _source(name: str) -> str:
    return (files("glide_studio.resources") / "icons" / f"{name}.svg").read_text("utf-8")
