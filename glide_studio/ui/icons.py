"""Line icons, drawn in the colours of the theme at the sharpness of any screen."""

from importlib.resources import files

from PySide6.QtCore import QByteArray, QRectF, Qt
from PySide6.QtGui import QIcon, QPainter, QPixmap
from PySide6.QtSvg import QSvgRenderer

from glide_studio.ui.theme import DARK

SIZE = 20
"""Side of an icon on a button, in logical pixels."""


def icon(name: str, colour: str = DARK.text) -> QIcon:
    """Return the icon `resources/icons/NAME.svg` in `colour`, muted where it is disabled."""
    drawn = QIcon()
    for mode, tone in ((QIcon.Mode.Normal, colour), (QIcon.Mode.Disabled, DARK.text_disabled)):
        for ratio in (1, 2, 3):
            drawn.addPixmap(_pixmap(name, tone, ratio), mode)
    return drawn


def _pixmap(name: str, colour: str, ratio: int) -> QPixmap:
    source = (files("glide_studio.resources") / "icons" / f"{name}.svg").read_text("utf-8")
    renderer = QSvgRenderer(QByteArray(source.replace("currentColor", colour).encode()))
    pixmap = QPixmap(SIZE * ratio, SIZE * ratio)
    pixmap.setDevicePixelRatio(ratio)
    pixmap.fill(Qt.GlobalColor.transparent)
    painter = QPainter(pixmap)
    renderer.render(painter, QRectF(0, 0, SIZE, SIZE))
    painter.end()
    return pixmap
