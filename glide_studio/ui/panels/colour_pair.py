"""The foreground and background colours."""

from PySide6.QtCore import QRect, QSize
from PySide6.QtGui import QColor, QPainter, QPaintEvent
from PySide6.QtWidgets import QWidget

from glide_studio.session.colours import Colours
from glide_studio.session.language import tr

SIDE = 30
SHIFT = 14


class ColourPair(QWidget):
    """Two overlapping squares, the foreground colour in front."""

    def __init__(self, colours: Colours, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._colours = colours
        self.setFixedSize(self.sizeHint())
        colours.changed.connect(self._show)
        self._show()

    def sizeHint(self) -> QSize:
        return QSize(SIDE + SHIFT, SIDE + SHIFT)

    def paintEvent(self, event: QPaintEvent) -> None:
        painter = QPainter(self)
        colours = self._colours
        for place, colour in ((SHIFT, colours.background), (0, colours.foreground)):
            square = QRect(place, place, SIDE, SIDE)
            painter.fillRect(square, self.palette().text())
            painter.fillRect(square.adjusted(1, 1, -1, -1), self.palette().window())
            painter.fillRect(square.adjusted(2, 2, -2, -2), QColor(*colour.rgb))

    def _show(self) -> None:
        sentence = tr("Foreground {foreground}, background {background}")
        self.setAccessibleDescription(
            sentence.format(
                foreground=self._colours.foreground.hex, background=self._colours.background.hex
            )
        )
        self.update()
