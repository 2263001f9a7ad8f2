"""A widget in which a document is zoomed, panned, rotated and mirrored."""

import math

from PySide6.QtCore import QEvent, QPointF, QRectF, QSize, Qt, Signal
from PySide6.QtGui import (
    QEventPoint,
    QFocusEvent,
    QInputDevice,
    QKeyEvent,
    QMouseEvent,
    QNativeGestureEvent,
    QPainter,
    QPaintEvent,
    QResizeEvent,
    QTouchEvent,
    QWheelEvent,
)
from PySide6.QtWidgets import QWidget

from glide_studio.core.document.document import Document
from glide_studio.core.files.project import SavedView
from glide_studio.core.geometry import Rect
from glide_studio.core.mask.mask import Mask
from glide_studio.ui.canvas.adjusted import AdjustedPicture
from glide_studio.ui.canvas.gestures import Pinch, RotateDrag
from glide_studio.ui.canvas.scene import CanvasScene
from glide_studio.ui.canvas.view import (
    UPRIGHT,
    Rotation,
    ViewTransform,
    clamped_zoom,
    next_zoom,
)
from glide_studio.ui.widgets.fields import COMMAND_KEYS

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
ROTATION_STEP = 15.0
"""In degrees, of a key."""

PAN_KEY, ROTATE_KEY = HOLD_KEYS = (Qt.Key.Key_Space, Qt.Key.Key_R)
"""While one of them is held, a drag with the left button moves the view."""

TOUCH_SCREEN = QInputDevice.DeviceType.TouchScreen
"""The fingers on a touch pad, instead, move the pointer or make gestures."""

ZOOM_KEYS = {Qt.Key.Key_Plus: 1, Qt.Key.Key_Equal: 1, Qt.Key.Key_Minus: -1}


class Viewport(QWidget):
    """Shows a scene; wheel, touch and keys move the view, and so does a drag with the middle
    button, or with the left one while Space is held; while R is held, it rotates the view.

    `zoom_changed` carries the zoom; `view_changed` tells of any change, panning too.
    """

    zoom_changed = Signal(float)
    view_changed = Signal()

    def __init__(self, scene: CanvasScene) -> None:
        super().__init__()
        self._scene = scene
        self._view = ViewTransform()
        self._is_fitted = True
        self._held: int | None = None
        self._pan_from: QPointF | None = None
        self._rotate_drag: RotateDrag | None = None
        self._pinch: Pinch | None = None
        self.setAttribute(Qt.WidgetAttribute.WA_AcceptTouchEvents)
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.setAttribute(Qt.WidgetAttribute.WA_OpaquePaintEvent)
        self.setMinimumSize(160, 120)

    def sizeHint(self) -> QSize:
        return QSize(800, 600)

    @property
    def view(self) -> ViewTransform:
        """How the document is mapped to the screen."""
        return self._view

    @view.setter
    def view(self, view: ViewTransform) -> None:
        if view != self._view:
            self._set_view(view)

    @property
    def zoom(self) -> float:
        """Screen (device) pixels per document pixel."""
        return self._view.zoom

    @property
    def rotation(self) -> Rotation:
        """How the page is rotated and mirrored."""
        return self._view.rotation

    @rotation.setter
    def rotation(self, rotation: Rotation) -> None:
        """Rotate the page about the middle of the widget."""
        if rotation != self.rotation:
            self._set_view(self._view.rotated_at(rotation, *self._middle()))

    def rotate(self, degrees: float) -> None:
        """Rotate the page, clockwise as it is seen."""
        self.rotation = self.rotation.rotated(degrees)

    def mirror(self) -> None:
        """Mirror the page left to right as it is on the screen."""
        self.rotation = self.rotation.flipped()

    def reset_rotation(self) -> None:
        """Show the page upright and not mirrored."""
        self.rotation = UPRIGHT

    def fit(self) -> None:
        """Show all of the document, and keep doing so while the widget is resized."""
        self.show_area(self._scene.extent.bounds)
        self._is_fitted = True

    @property
    def saved_view(self) -> SavedView | None:
        """The view, to be shown again later; None if it shows all of an upright document."""
        if self._is_fitted and self._view.is_upright:
            return None
        x, y = self._view.to_document(*self._middle())
        return SavedView(self.zoom, x, y, self.rotation.angle, self.rotation.mirrored)

    def show_saved(self, saved: SavedView | None) -> None:
        """Show a view that was saved, as far as the document is in sight then."""
        numbers = saved and (saved.zoom, saved.x, saved.y, saved.angle)
        if saved is None or not all(map(math.isfinite, numbers or ())):
            self.reset_rotation()
            self.fit()
            return
        view = ViewTransform(
            clamped_zoom(saved.zoom), rotation=Rotation(saved.angle, saved.mirrored)
        )
        x, y = view.to_device(saved.x, saved.y)
        middle = self._middle()
        view = view.panned(middle[0] - x, middle[1] - y)
        self._set_view(view.kept_in_sight(self._scene.extent, *self._device_size()))

    def show_area(self, area: Rect) -> None:
        """Show a document area as large as fits."""
        margin = round(FIT_MARGIN * self.devicePixelRatioF())
        self._set_view(self._view.showing(area, *self._device_size(), margin))

    def set_zoom(self, factor: float, anchor: QPointF | None = None) -> None:
        """Zoom, 1.0 being 100%; the document point at `anchor` (default: centre) stays there."""
        anchor = QRectF(self.rect()).center() if anchor is None else anchor
        self._set_view(self._view.zoomed_at(factor, *self._device_point(anchor)))

    def pan(self, dx: float, dy: float) -> None:
        """Move the picture by logical pixels, but never out of sight."""
        ratio = self.devicePixelRatioF()
        view = self._view.panned(dx * ratio, dy * ratio)
        self._set_view(view.kept_in_sight(self._scene.extent, *self._device_size()))

    def centre_on(self, point: QPointF) -> None:
        """Bring a document point to the middle, as far as the picture stays in sight."""
        offset = QRectF(self.rect()).center() - self.to_widget(point)
        self.pan(offset.x(), offset.y())

    def to_document(self, point: QPointF) -> QPointF:
        """The document point, in its pixels, that lies at a point of the widget."""
        return QPointF(*self._view.to_document(*self._device_point(point)))

    def to_widget(self, point: QPointF) -> QPointF:
        """Where in the widget a document point lies."""
        return QPointF(*self._view.to_device(point.x(), point.y())) / self.devicePixelRatioF()

    @property
    def moves_view(self) -> bool:
        """Whether a drag moves the view rather than the brush."""
        return (
            self._held is not None
            or self._pan_from is not None
            or self._rotate_drag is not None
            or self._pinch is not None
        )

    def _set_view(self, view: ViewTransform) -> None:
        old, self._view = self._view, view
        self._is_fitted = False
        self._scene.set_view(view)
        self.update()
        if view.zoom != old.zoom:
            self.zoom_changed.emit(view.zoom)
        if view != old:
            self.view_changed.emit()

    def _device_point(self, point: QPointF) -> tuple[float, float]:
        ratio = self.devicePixelRatioF()
        return point.x() * ratio, point.y() * ratio

    def _device_size(self) -> tuple[int, int]:
        ratio = self.devicePixelRatioF()
        return round(self.width() * ratio), round(self.height() * ratio)

    def _middle(self) -> tuple[float, float]:
        return self._device_point(QRectF(self.rect()).center())

    def _adapt_to_size(self) -> None:
        """Fit again, or keep the middle where it is."""
        old, (width, height) = self._scene.size, self._device_size()
        self._scene.resize(width, height, self.devicePixelRatioF())
        if self._is_fitted:
            self.fit()
        else:
            self._set_view(self._view.panned((width - old.width) / 2, (height - old.height) / 2))

    def show_mask(self, mask: Mask, dirty: Rect | None = None) -> None:
        """Show an unfinished mask that differs from the last one within `dirty`, if known."""
        self._scene.set_mask(mask, dirty)
        self._show_changes()

    def show_part(self, document: Document, dirty: Rect) -> None:
        """Show an unfinished document that differs from the last one within `dirty` only."""
        self._scene.set_part(document, dirty)
        self._show_changes()

    @property
    def sight(self) -> tuple[int, Rect]:
        """How often the shown picture is halved, and which part of that is in sight."""
        return self._scene.sight

    def show_adjusted(self, adjusted: AdjustedPicture | None) -> None:
        """Show this, as it is now, in place of the document's picture, or that again."""
        self._scene.set_adjusted(adjusted)
        self._show_changes()

    def _show_changes(self) -> None:
        """Repaint what is stale in the scene."""
        ratio, placement = self.devicePixelRatioF(), self._scene.placement
        for stale in self._scene.stale_areas():
            area = placement.mapRect(QRectF(stale))
            if not self._view.rotation.is_axis_aligned:
                area.adjust(-1, -1, 1, 1)  # smoothing reaches this far
            self.update(QRectF(area.topLeft() / ratio, area.size() / ratio).toAlignedRect())

    def _update_cursor(self) -> None:
        if self._pan_from is not None:
            self.setCursor(Qt.CursorShape.ClosedHandCursor)
        elif self._held == ROTATE_KEY or self._rotate_drag is not None:
            self.setCursor(Qt.CursorShape.SizeHorCursor)
        elif self._held == PAN_KEY:
            self.setCursor(Qt.CursorShape.OpenHandCursor)
        else:
            self.unsetCursor()

    def _stop_moving_view(self) -> None:
        """End a drag of the view and what fingers do to it."""
        self._pan_from = self._rotate_drag = self._pinch = None
        self._update_cursor()

    def _hold(self, key: int | None) -> None:
        self._held = key
        self._update_cursor()

    def _follow_touch(self, event: QTouchEvent) -> None:
        """One finger pans; two pan, zoom and rotate. Pens and mice draw."""
        ratio = self.devicePixelRatioF()
        places = [
            (point.position().x() * ratio, point.position().y() * ratio)
            for point in event.points()
            if point.state() != QEventPoint.State.Released
        ]
        if event.type() == QEvent.Type.TouchCancel or not places:
            self._pinch = None
        elif self._pinch is None or self._pinch.fingers != len(places[:2]):
            self._pinch = Pinch(self._view, places)
        else:
            view = self._pinch.moved_to(places)
            self._set_view(view.kept_in_sight(self._scene.extent, *self._device_size()))

    def _follow_gesture(self, event: QNativeGestureEvent) -> None:
        """Two fingers on a touch pad."""
        place = self._device_point(event.position())
        if event.gestureType() == Qt.NativeGestureType.ZoomNativeGesture:
            self._set_view(self._view.zoomed_at(self.zoom * (1 + event.value()), *place))
        elif event.gestureType() == Qt.NativeGestureType.RotateNativeGesture:
            self._set_view(self._view.rotated_at(self.rotation.rotated(-event.value()), *place))

    def _takes(self, event: QKeyEvent) -> bool:
        """Whether this widget has a use for a key, ahead of the window's shortcuts."""
        return not event.modifiers() & COMMAND_KEYS and (
            event.key() in PAN_KEYS or event.key() in ZOOM_KEYS or event.key() in HOLD_KEYS
        )

    # Qt's events

    def paintEvent(self, event: QPaintEvent) -> None:
        painter = QPainter(self)
        ratio = self.devicePixelRatioF()
        painter.scale(1 / ratio, 1 / ratio)
        sheet = self._scene.refreshed()
        painter.setRenderHint(
            QPainter.RenderHint.SmoothPixmapTransform, not self._view.rotation.is_axis_aligned
        )
        painter.setTransform(self._scene.placement, combine=True)
        painter.drawImage(0, 0, sheet)
        self._show_changes()  # what could not be painted yet

    def resizeEvent(self, event: QResizeEvent) -> None:
        self._adapt_to_size()

    def event(self, event: QEvent) -> bool:
        if event.type() == QEvent.Type.DevicePixelRatioChange:
            self._adapt_to_size()
        elif event.type() == QEvent.Type.StyleChange:
            self._scene.follow_theme()
            self._show_changes()
        if (
            event.type() == QEvent.Type.ShortcutOverride
            and isinstance(event, QKeyEvent)
            and self._takes(event)
        ):
            event.accept()
            return True
        if isinstance(event, QNativeGestureEvent):
            self._follow_gesture(event)
            return True
        if isinstance(event, QTouchEvent) and event.device().type() == TOUCH_SCREEN:
            self._follow_touch(event)
            return True
        return super().event(event)

    def mousePressEvent(self, event: QMouseEvent) -> None:
        held = self._held if event.button() == Qt.MouseButton.LeftButton else None
        if held == PAN_KEY or event.button() == Qt.MouseButton.MiddleButton:
            self._pan_from = event.position()
        elif held == ROTATE_KEY:
            place = self._device_point(event.position())
            self._rotate_drag = RotateDrag(self._view, self._middle(), place)
        self._update_cursor()

    def mouseMoveEvent(self, event: QMouseEvent) -> None:
        if self._pan_from is not None:
            moved = event.position() - self._pan_from
            self._pan_from = event.position()
            self.pan(moved.x(), moved.y())
        elif self._rotate_drag is not None:
            self.rotation = self._rotate_drag.moved_to(self._device_point(event.position()))

    def mouseReleaseEvent(self, event: QMouseEvent) -> None:
        self._pan_from = self._rotate_drag = None
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
            self._hold(key)

    def keyReleaseEvent(self, event: QKeyEvent) -> None:
        if event.key() == self._held:
            if not event.isAutoRepeat():
                self._hold(None)
        else:
            super().keyReleaseEvent(event)

    def focusOutEvent(self, event: QFocusEvent) -> None:
        self._hold(None)
        super().focusOutEvent(event)
