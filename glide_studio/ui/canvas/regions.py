"""The frames over the canvas around what the model will see."""

from PySide6.QtCore import QEvent, QObject, QPointF, Qt
from PySide6.QtGui import QColor, QPainter, QPaintEvent, QPen, QPolygonF
from PySide6.QtWidgets import QWidget

from glide_studio.core.geometry import Rect
from glide_studio.session.model_view import ModelView
from glide_studio.ui.canvas.canvas import Canvas
from glide_studio.ui.canvas.lines import DARK_LINE

DASHES = (5, 4)
FRAME = QColor(134, 176, 255)


class RegionFrames(QWidget):
    """Dashed frames, which let every event through to the canvas."""

    def __init__(self, canvas: Canvas, view: ModelView) -> None:
        super().__init__(canvas)
        self._canvas = canvas
        self._view = view
        self._drawn: tuple[Rect, ...] = ()
        self.setObjectName("model_frames")
        self.setAttribute(Qt.WidgetAttribute.WA_TransparentForMouseEvents)
        self.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        canvas.installEventFilter(self)
        canvas.view_changed.connect(self.update)
        view.changed.connect(self._show)
        self.setGeometry(canvas.rect())

    def _show(self) -> None:
        if self._view.regions != self._drawn:
            self._drawn = self._view.regions
            self.update()

    # Qt's events

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Stay as large as the canvas."""
        if event.type() == QEvent.Type.Resize:
            self.setGeometry(self._canvas.rect())
        return False

    def paintEvent(self, event: QPaintEvent) -> None:
        if not self._drawn:
            return
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        for region in self._drawn:
            corners = (
                (region.x, region.y),
                (region.right, region.y),
                (region.right, region.bottom),
                (region.x, region.bottom),
            )
            frame = QPolygonF([self._canvas.to_widget(QPointF(*corner)) for corner in corners])
            painter.setPen(QPen(DARK_LINE, 2.5))
            painter.drawPolygon(frame)
            dashed = QPen(FRAME, 1.25)
            dashed.setDashPattern(DASHES)
            painter.setPen(dashed)
            painter.drawPolygon(frame)
