"""What the brushes of the mask and of the picture have in common."""

from abc import abstractmethod
from dataclasses import replace
from typing import TYPE_CHECKING

from PySide6.QtCore import QPointF, QRectF, Qt, Signal
from PySide6.QtGui import QColor, QPainter

from glide_studio.core.geometry import Rect
from glide_studio.core.stroke import Brush
from glide_studio.ui.canvas_overlay import circle_reach, draw_brush_circle
from glide_studio.ui.canvas_stroke import Extendable
from glide_studio.ui.tools.tool import Tool, Touch

if TYPE_CHECKING:
    from glide_studio.ui.canvas import Canvas


class BrushTool(Tool):
    """Draws strokes with a round brush, each one step of the history.

    `brush_changed` carries the `Brush`.
    """

    brush_changed = Signal(object)
    cursor = Qt.CursorShape.BlankCursor  # the circle shows where the brush is

    def __init__(self, canvas: "Canvas") -> None:
        super().__init__(canvas)
        self._brush = Brush(size=48, hardness=0.8)
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
    @abstractmethod
    def tint(self) -> QColor:
        """What a dab of it looks like."""

    @property
    @abstractmethod
    def stroke(self) -> Extendable | None:
        """What is being drawn."""

    @abstractmethod
    def begin(self, brush: Brush) -> None:
        """Make a `stroke` with `brush`, unless it cannot be."""

    @abstractmethod
    def show_part(self, dirty: Rect) -> None:
        """The stroke went on within `dirty`."""

    @property
    def is_busy(self) -> bool:
        return self.stroke is not None

    def press(self, touch: Touch) -> None:
        """Start to paint; Shift joins it to the end of the last stroke by a straight line."""
        self.begin(replace(self._brush, erase=self._brush.erase or touch.eraser))
        if touch.has_shift and self._stroke_end is not None:
            self._extend(self._stroke_end, touch.pressure)
        self._extend(touch.point, touch.pressure)

    def move(self, touch: Touch) -> None:
        self._extend(touch.point, touch.pressure)

    def hover(self, touch: Touch | None) -> None:
        self._place = None if touch is None else touch.place

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

    def forget_end(self) -> None:
        """The next stroke joins no other."""
        self._stroke_end = None

    @property
    def _radius(self) -> float:
        """In pixels of the screen."""
        return self._brush.size / 2 * self.canvas.zoom

    def _extend(self, point: QPointF, pressure: float) -> None:
        if self.stroke is not None:
            dirty = self.stroke.extend(point.x(), point.y(), pressure)
            self._stroke_end = point
            self.show_part(dirty)
