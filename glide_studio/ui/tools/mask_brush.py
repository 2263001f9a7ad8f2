"""The brush that paints the mask; its brush may erase."""

from dataclasses import replace
from typing import TYPE_CHECKING

from PySide6.QtCore import QPointF, QRectF, Qt, Signal
from PySide6.QtGui import QPainter

from glide_studio.core.document import Document
from glide_studio.core.stroke import Brush
from glide_studio.ui.canvas_overlay import circle_reach, draw_brush_circle
from glide_studio.ui.canvas_stroke import LiveStroke
from glide_studio.ui.tools.tool import Tool, Touch

if TYPE_CHECKING:
    from glide_studio.ui.canvas import Canvas


class MaskBrush(Tool):
    """Paints strokes on the mask, each one step of the history.

    `brush_changed` carries the `Brush`.
    """

    brush_changed = Signal(object)
    cursor = Qt.CursorShape.BlankCursor  # the circle shows where the brush is

    def __init__(self, canvas: "Canvas") -> None:
        super().__init__(canvas)
        self._brush = Brush(size=48, hardness=0.8)
        self._stroke: LiveStroke | None = None
        self._stroke_end: QPointF | None = None
        self._place: QPointF | None = None

    @property
    def brush(self) -> Brush:
        """The brush of the next stroke; its `erase` chooses the eraser."""
        return self._brush

    @brush.setter
    def brush(self, brush: Brush) -> None:
        if brush != self._brush:
            self._brush = brush
            self.canvas.update_tool()
            self.brush_changed.emit(brush)

    @property
    def is_busy(self) -> bool:
        return self._stroke is not None

    def press(self, touch: Touch) -> None:
        """Start to paint; Shift joins it to the end of the last stroke by a straight line."""
        brush = replace(self._brush, erase=self._brush.erase or touch.eraser)
        self._stroke = LiveStroke(self.canvas.editor.mask, brush)
        if touch.has_shift and self._stroke_end is not None:
            self._extend(self._stroke_end, touch.pressure)
        self._extend(touch.point, touch.pressure)

    def move(self, touch: Touch) -> None:
        self._extend(touch.point, touch.pressure)

    def release(self, touch: Touch) -> None:
        stroke, self._stroke = self._stroke, None
        if stroke is not None and stroke.changes_mask:
            self.canvas.editor.set_mask(stroke.mask, stroke.label)

    def hover(self, touch: Touch | None) -> None:
        self._place = None if touch is None else touch.place

    def cancel(self) -> None:
        if self._stroke is not None:
            self._stroke = self._stroke_end = None
            self.canvas.show_mask(self.canvas.editor.mask)

    def change_document(self, document: Document) -> None:
        """Go on with the stroke over another mask, if that has the same extent."""
        if self._stroke is None:
            return
        if self._stroke.mask.extent != document.extent:
            self._stroke = self._stroke_end = None
        else:
            self._stroke.move_to(document.mask)

    def shown(self, document: Document) -> Document:
        return document if self._stroke is None else document.with_mask(self._stroke.mask)

    def area(self) -> QRectF:
        if self._place is None:
            return QRectF()
        ratio = self.canvas.devicePixelRatioF()
        reach = circle_reach(self._radius, ratio) / ratio
        area = QRectF(0, 0, 2 * reach, 2 * reach)
        area.moveCenter(self._place)
        return area

    def draw(self, painter: QPainter) -> None:
        if self._place is not None:
            ratio = self.canvas.devicePixelRatioF()
            draw_brush_circle(painter, self._place * ratio, self._radius, ratio)

    @property
    def _radius(self) -> float:
        """In pixels of the screen."""
        return self._brush.size / 2 * self.canvas.zoom

    def _extend(self, point: QPointF, pressure: float) -> None:
        if self._stroke is not None:
            dirty = self._stroke.extend(point.x(), point.y(), pressure)
            self._stroke_end = point
            self.canvas.show_mask(self._stroke.mask, dirty)
