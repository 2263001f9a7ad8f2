"""The canvas: the document under the artist's brush."""

from dataclasses import replace

from PySide6.QtCore import QEvent, QPointF, QRectF, Qt, Signal
from PySide6.QtGui import (
    QColor,
    QEnterEvent,
    QKeyEvent,
    QMouseEvent,
    QPainter,
    QPaintEvent,
    QPointingDevice,
    QTabletEvent,
)
from PySide6.QtWidgets import QWidget

from glide_studio.core.request import Preview
from glide_studio.core.stroke import Brush
from glide_studio.session.editor import Editor
from glide_studio.ui.canvas_overlay import circle_reach, draw_brush_circle
from glide_studio.ui.canvas_preview import PreviewLayer
from glide_studio.ui.canvas_scene import CanvasScene
from glide_studio.ui.canvas_stroke import LiveStroke
from glide_studio.ui.canvas_viewport import Viewport

OVERLAY_COLOR = QColor(232, 62, 255)


class Canvas(Viewport):
    """Shows the editor's document, its mask and the preview of its run; a brush paints the mask.

    `brush_changed` carries the `Brush`.
    """

    brush_changed = Signal(object)

    def __init__(self, editor: Editor, parent: QWidget | None = None) -> None:
        super().__init__(CanvasScene(editor.document, OVERLAY_COLOR), parent)
        self._editor = editor
        self._brush = Brush(size=48, hardness=0.8)
        self._overlay_color = OVERLAY_COLOR
        self._preview: PreviewLayer | None = None
        self._stroke: LiveStroke | None = None
        self._stroke_end: QPointF | None = None
        self._pointer: QPointF | None = None
        self.setObjectName("canvas")
        self.setAccessibleName("Canvas")
        self.setAccessibleDescription(
            "The picture and its mask. Drag to paint where to generate, hold Space and drag to "
            "pan, turn the wheel to zoom. Arrow keys pan, plus and minus zoom."
        )
        self.setMouseTracking(True)
        self.setTabletTracking(True)
        self._update_cursor()
        editor.document_changed.connect(self._show_document)
        editor.preview_changed.connect(self._show_preview)
        editor.candidates_changed.connect(self._drop_preview)

    @property
    def editor(self) -> Editor:
        """Whose document this shows."""
        return self._editor

    @property
    def brush(self) -> Brush:
        """The brush of the next stroke; its `erase` chooses the eraser."""
        return self._brush

    @brush.setter
    def brush(self, brush: Brush) -> None:
        if brush != self._brush:
            self._update_circle()
            self._brush = brush
            self._update_circle()
            self.brush_changed.emit(brush)

    @property
    def overlay_color(self) -> QColor:
        """The tint of the mask."""
        return self._overlay_color

    @overlay_color.setter
    def overlay_color(self, color: QColor) -> None:
        self._overlay_color = color
        self._scene.set_tint(color)
        self._show_changes()

    # What the editor says

    def _show_document(self) -> None:
        document = self._editor.document
        other_size = document.extent != self._scene.extent
        if other_size:
            self._stroke = self._stroke_end = None
        if self._stroke is not None:
            self._stroke.move_to(document.mask)
        self._scene.set_document(document)
        self._scene.set_mask(document.mask if self._stroke is None else self._stroke.mask)
        if other_size:
            self.fit()
        self._show_changes()

    def _show_preview(self, preview: Preview | None) -> None:
        """Show the first of the pictures being made, or none."""
        request = self._editor.running
        if preview is None or request is None:
            self._drop_preview()
        elif preview.sample == 0:
            if self._preview is None or self._preview.request is not request:
                self._preview = PreviewLayer(request)
            self._preview.set_picture(preview.picture)
            self._scene.set_preview(self._preview)
            self._show_changes()

    def _drop_preview(self) -> None:
        self._preview = None
        self._scene.set_preview(None)
        self._show_changes()

    # Strokes

    def _begin_stroke(self, brush: Brush, point: QPointF, pressure: float, line: bool) -> None:
        """Start to paint at a document point; `line` joins it to the end of the last stroke."""
        self.setFocus(Qt.FocusReason.MouseFocusReason)
        self._stroke = LiveStroke(self._editor.document.mask, brush)
        if line and self._stroke_end is not None:
            self._extend_stroke(self._stroke_end, pressure)
        self._extend_stroke(point, pressure)

    def _extend_stroke(self, point: QPointF, pressure: float) -> None:
        if self._stroke is not None:
            dirty = self._stroke.extend(point.x(), point.y(), pressure)
            self._stroke_end = point
            self._scene.set_mask(self._stroke.mask, dirty)
            self._show_changes()

    def _finish_stroke(self) -> None:
        stroke, self._stroke = self._stroke, None
        if stroke is not None and stroke.changes_mask:
            self._editor.set_mask(stroke.mask, stroke.label)

    def _abandon_stroke(self) -> None:
        self._stroke = self._stroke_end = None
        self._scene.set_mask(self._editor.document.mask)
        self._show_changes()

    # The brush as cursor

    def _move_pointer(self, position: QPointF | None) -> None:
        self._update_circle()
        self._pointer = position
        self._update_circle()

    def _update_circle(self) -> None:
        if self._pointer is not None:
            ratio = self.devicePixelRatioF()
            reach = circle_reach(self._brush.size / 2 * self.zoom, ratio) / ratio
            area = QRectF(0, 0, 2 * reach, 2 * reach)
            area.moveCenter(self._pointer)
            self.update(area.toAlignedRect())

    def _update_cursor(self) -> None:
        super()._update_cursor()
        if not self.moves_view:
            self.setCursor(Qt.CursorShape.BlankCursor)  # the circle shows where the brush is
        self._update_circle()

    # Qt's events

    def paintEvent(self, event: QPaintEvent) -> None:
        super().paintEvent(event)
        if self._pointer is not None and not self.moves_view:
            painter = QPainter(self)
            ratio = self.devicePixelRatioF()
            painter.scale(1 / ratio, 1 / ratio)
            centre = QPointF(*self._device_point(self._pointer))
            draw_brush_circle(painter, centre, self._brush.size / 2 * self.zoom, ratio)

    def mousePressEvent(self, event: QMouseEvent) -> None:
        self._move_pointer(event.position())
        if self._stroke is not None:
            return
        super().mousePressEvent(event)
        if event.button() == Qt.MouseButton.LeftButton and not self.moves_view:
            point = self.to_document(event.position())
            self._begin_stroke(self._brush, point, 1.0, _wants_line(event))

    def mouseMoveEvent(self, event: QMouseEvent) -> None:
        self._move_pointer(event.position())
        super().mouseMoveEvent(event)
        self._extend_stroke(self.to_document(event.position()), 1.0)

    def mouseReleaseEvent(self, event: QMouseEvent) -> None:
        self._move_pointer(event.position())
        super().mouseReleaseEvent(event)
        if event.button() == Qt.MouseButton.LeftButton:
            self._finish_stroke()

    def tabletEvent(self, event: QTabletEvent) -> None:
        """Paint with the pen; what is ignored here comes back as a mouse event."""
        if self._stroke is None and self.moves_view:
            event.ignore()
            return
        self._move_pointer(event.position())
        point = self.to_document(event.position())
        match event.type():
            case QEvent.Type.TabletPress if event.button() == Qt.MouseButton.LeftButton:
                eraser = event.pointerType() == QPointingDevice.PointerType.Eraser
                brush = replace(self._brush, erase=self._brush.erase or eraser)
                self._begin_stroke(brush, point, event.pressure(), _wants_line(event))
            case QEvent.Type.TabletMove:
                self._extend_stroke(point, event.pressure())
            case QEvent.Type.TabletRelease if event.button() == Qt.MouseButton.LeftButton:
                self._finish_stroke()
            case _:
                event.ignore()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if self._stroke is not None and event.key() == Qt.Key.Key_Escape:
            self._abandon_stroke()
        else:
            super().keyPressEvent(event)

    def _takes(self, event: QKeyEvent) -> bool:
        if event.key() == Qt.Key.Key_Escape:
            return self._stroke is not None
        return super()._takes(event)

    def enterEvent(self, event: QEnterEvent) -> None:
        self._move_pointer(event.position())

    def leaveEvent(self, event: QEvent) -> None:
        self._move_pointer(None)


def _wants_line(event: QMouseEvent | QTabletEvent) -> bool:
    return bool(event.modifiers() & Qt.KeyboardModifier.ShiftModifier)
