"""A colour on a button."""

from PySide6.QtCore import QRectF, Qt
from PySide6.QtGui import QColor, QIcon, QPainter, QPixmap

from glide_studio.ui.style.icons import SIZE


def swatch(colour: QColor, side: int = SIZE) -> QIcon:
    """A dot in a colour, with dark and light rings so that it stands out on any background."""
    pixmap = QPixmap(2 * side, 2 * side)
    pixmap.setDevicePixelRatio(2)
    pixmap.fill(Qt.GlobalColor.transparent)
    painter = QPainter(pixmap)
    painter.setRenderHint(QPainter.RenderHint.Antialiasing)
    painter.setPen(Qt.PenStyle.NoPen)
    for shade, margin in ((QColor("white"), 2), (QColor("black"), 3), (colour, 4)):
        painter.setBrush(shade)
        inset = margin * side / SIZE
        painter.drawEllipse(QRectF(0, 0, side, side).adjusted(inset, inset, -inset, -inset))
    painter.end()
    return QIcon(pixmap)
