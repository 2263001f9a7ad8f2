"""The marching ants of the mask, which do not repaint the picture."""

from PySide6.QtCore import QRectF, QTimer
from PySide6.QtGui import QPainter
from PySide6.QtWidgets import QWidget

from glide_studio.ui.canvas.scene import CanvasScene

STEP_MS = 120
"""Milliseconds between two steps."""


class MarchingEdge(QTimer):
    """Moves the ants of `scene` while `widget` shows any of them."""

    def __init__(self, widget: QWidget, scene: CanvasScene) -> None:
        super().__init__(widget, interval=STEP_MS)
        self._widget = widget
        self._scene = scene
        self._steps = 0
        self.timeout.connect(self._step)

    def draw(self, painter: QPainter) -> None:
        """Draw the ants over the scene, in pixels of the screen."""
        bounds = self._scene.ants.bounds
        if bounds.isEmpty():
            self.stop()
            return
        painter.save()
        painter.setTransform(self._scene.placement, combine=True)
        painter.drawImage(bounds.topLeft(), self._scene.ants.image(self._steps), bounds)
        painter.restore()
        if not self.isActive():
            self.start()

    def _step(self) -> None:
        self._steps += 1
        ratio = self._widget.devicePixelRatioF()
        area = self._scene.placement.mapRect(QRectF(self._scene.ants.bounds))
        area = QRectF(area.topLeft() / ratio, area.size() / ratio)
        self._widget.update(area.toAlignedRect().adjusted(-1, -1, 1, 1))
