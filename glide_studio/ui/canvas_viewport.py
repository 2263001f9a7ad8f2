"""A widget in which a document is zoomed and panned."""

from PySide6.QtCore import QEvent, QPointF, QRectF, QSize, Qt, Signal
from PySide6.QtGui import (
    QFocusEvent,
    QKeyEvent,
    QMouseEvent,
    QPainter,
    QPaintEvent,
    QResizeEvent,
    QWheelEvent,
)
from PySide6.QtWidgets import QWidget

from glide_studio.ui.canvas_scene import CanvasScene
from glide_studio.ui.canvas_view import ViewTransform, next_zoom

FIT_MARGIN = 32
PAN_STEP = 64
"""Both in logical pixels."""

WHEEL_NOTCH = 120
ZOOM_PER_NOTCH = 1.2

PAN_KEYS = {
    Qt.Key.Key_Left: (1, 0),
    Qt.Key.Key_Right: (-1, 0),
    Qt.Key.Key_Up: (0, 1),
    Qt.Key.Key_Down: (0, -1),
}
ZOOM_KEYS = {Qt.Key.Key_Plus: 1, Qt.Key.Key_Equal: 1, Qt.Key.Key_Minus: -1}
COMMAND_KEYS = (
    Qt.KeyboardModifier.ControlModifier
    | Qt.KeyboardModifier.AltModifier
    | Qt.KeyboardModifier.MetaModifier
)


class Viewport(QWidget):
    """Shows a scene; wheel, Space or middle button with a drag, and keys move the view.

    `zoom_changed` carries the zoom.
    """

    zoom_changed = Signal(float)

    def __init__(self, scene: CanvasScene, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._scene = scene
        self._view = ViewTransform()
        self._is_fitted = True
        self._pan_from: QPointF | None = None
        self._space_held = False
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.setAttribute(Qt.WidgetAttribute.WA_OpaquePaintEvent)
        self.setMinimumSize(160, 120)

    def sizeHint(self) -> QSize:
        return QSize(800, 600)

    @property
    def zoom(self) -> float:
        """Screen (device) pixels per document pixel."""
        return self._view.zoom

    def fit(self) -> None:
        """Show all of the document, and keep doing so while the widget is resized."""
        margin = round(FIT_MARGIN * self.devicePixelRatioF())
        extent, (width, height) = self._scene.extent, self._device_size()
        self._set_view(ViewTransform.fitted(extent, width, height, margin))
        self._is_fitted = True

    def set_zoom(self, factor: float, anchor: QPointF | None = None) -> None:
        """Zoom, 1.0 being 100%; the document point at `anchor` (default: centre) stays there."""
        anchor = QRectF(self.rect()).center() if anchor is None else anchor
        self._set_view(self._view.zoomed_at(factor, *self._device_point(anchor)))

    def pan(self, dx: float, dy: float) -> None:
        """Move the picture by logical pixels, but never out of sight."""
        ratio = self.devicePixelRatioF()
        view = self._view.panned(dx * ratio, dy * ratio)
        self._set_view(view.kept_in_sight(self._scene.extent, *self._device_size()))

    def to_document(self, point: QPointF) -> QPointF:
        """The document point, in its pixels, that lies at a point of the widget."""
        return QPointF(*self._view.to_document(*self._device_point(point)))

    def to_widget(self, point: QPointF) -> QPointF:
        """Where in the widget a document point lies."""
        return QPointF(*self._view.to_device(point.x(), point.y())) / self.devicePixelRatioF()

    @property
    def moves_view(self) -> bool:
        """Whether a drag moves the view rather than the brush."""
        return self._space_held or self._pan_from is not None

    def _set_view(self, view: ViewTransform) -> None:
        old, self._view = self._view, view
        self._is_fitted = False
        self._scene.set_view(view)
        self.update()
        if view.zoom != old.zoom:
            self.zoom_changed.emit(view.zoom)

    def _device_point(self, point: QPointF) -> tuple[float, float]:
        ratio = self.devicePixelRatioF()
        return point.x() * ratio, point.y() * ratio

    def _device_size(self) -> tuple[int, int]:
        ratio = self.devicePixelRatioF()
        return round(self.width() * ratio), round(self.height() * ratio)

    def _adapt_to_size(self) -> None:
        """Fit again, or keep in the middle what is there."""
        old, (width, height) = self._scene.bounds, self._device_size()
        self._scene.resize(width, height, self.devicePixelRatioF())
        if self._is_fitted:
            self.fit()
        else:
            self._set_view(self._view.panned((width - old.width) / 2, (height - old.height) / 2))

    def _show_changes(self) -> None:
        """Bring what is stale in the scene to the screen."""
        ratio = self.devicePixelRatioF()
        for stale in self._scene.stale_areas():
            area = QRectF(stale)
            self.update(QRectF(area.topLeft() / ratio, area.size() / ratio).toAlignedRect())

    def _update_cursor(self) -> None:
        if self._pan_from is not None:
            self.setCursor(Qt.CursorShape.ClosedHandCursor)
        elif self._space_held:
            self.setCursor(Qt.CursorShape.OpenHandCursor)
        else:
            self.unsetCursor()

    def _hold_space(self, held: bool) -> None:
        self._space_held = held
        self._update_cursor()

    def _takes(self, event: QKeyEvent) -> bool:
        """Whether this widget has a use for a key, ahead of the window's shortcuts."""
        return not event.modifiers() & COMMAND_KEYS and (
            event.key() in PAN_KEYS or event.key() in ZOOM_KEYS or event.key() == Qt.Key.Key_Space
        )

    # Qt's events

    def paintEvent(self, event: QPaintEvent) -> None:
        painter = QPainter(self)
        ratio = self.devicePixelRatioF()
        painter.scale(1 / ratio, 1 / ratio)
        painter.drawImage(0, 0, self._scene.refreshed())
        self._show_changes()  # what could not be painted yet

    def resizeEvent(self, event: QResizeEvent) -> None:
        self._adapt_to_size()

    def event(self, event: QEvent) -> bool:
        if event.type() == QEvent.Type.DevicePixelRatioChange:
            self._adapt_to_size()
        if (
            event.type() == QEvent.Type.ShortcutOverride
            and isinstance(event, QKeyEvent)
            and self._takes(event)
        ):
            event.accept()
            return True
        return super().event(event)

    def mousePressEvent(self, event: QMouseEvent) -> None:
        by_space = self._space_held and event.button() == Qt.MouseButton.LeftButton
        if by_space or event.button() == Qt.MouseButton.MiddleButton:
            self._pan_from = event.position()
            self._update_cursor()

    def mouseMoveEvent(self, event: QMouseEvent) -> None:
        if self._pan_from is not None:
            moved = event.position() - self._pan_from
            self._pan_from = event.position()
            self.pan(moved.x(), moved.y())

    def mouseReleaseEvent(self, event: QMouseEvent) -> None:
        self._pan_from = None
        self._update_cursor()

    def wheelEvent(self, event: QWheelEvent) -> None:
        notches = event.angleDelta().y() / WHEEL_NOTCH
        if notches:
            self.set_zoom(self.zoom * ZOOM_PER_NOTCH**notches, event.position())

    def keyPressEvent(self, event: QKeyEvent) -> None:
        key = event.key()
        if not self._takes(event):
            super().keyPressEvent(event)
        elif key in PAN_KEYS:
            x, y = PAN_KEYS[Qt.Key(key)]
            self.pan(x * PAN_STEP, y * PAN_STEP)
        elif key in ZOOM_KEYS:
            self.set_zoom(next_zoom(self.zoom, ZOOM_KEYS[Qt.Key(key)]))
        else:
            self._hold_space(True)

    def keyReleaseEvent(self, event: QKeyEvent) -> None:
        if event.key() == Qt.Key.Key_Space and not event.isAutoRepeat():
            self._hold_space(False)
        else:
            super().keyReleaseEvent(event)

    def focusOutEvent(self, event: QFocusEvent) -> None:
        self._hold_space(False)
        super().focusOutEvent(event)
