"""The base class of all brushes."""

from abc import abstractmethod
from collections.abc import Callable
from dataclasses import replace
from typing import Generic, Protocol, TypeVar

from PySide6.QtCore import QPointF, QRectF, QSizeF, Qt, Signal
from PySide6.QtGui import QColor, QPainter

from glide_studio.core.geometry import Rect
from glide_studio.core.paint.stabiliser import Stabiliser
from glide_studio.core.paint.stroke import MAX_SIZE, MIN_SIZE, Brush
from glide_studio.session.open_document import OpenDocument
from glide_studio.session.review import CandidateReview
from glide_studio.ui.canvas.lines import (
    OUTLINE_REACH,
    circle_reach,
    draw_brush_circle,
    draw_outline,
)
from glide_studio.ui.canvas.tool import CanvasView, Tool, Touch

HARDNESS_DISTANCE = 160
"""How far the pointer moves from soft to hard, in logical pixels."""

HARDNESS_SLOP = 12
"""Smaller moves up or down change nothing, so that the size can be changed alone."""


class StrokeLike(Protocol):
    """A stroke that can be extended to a point of the document, and returns what changed."""

    def extend(self, x: float, y: float, pressure: float) -> Rect: ...


Ground = TypeVar("Ground")
AnyStroke = TypeVar("AnyStroke", bound=StrokeLike)


class RebasableStroke(Generic[Ground, AnyStroke]):
    """A stroke that is painted again if the mask or layer under it, its ground, changes.

    `start` makes a stroke on a ground.
    """

    def __init__(self, ground: Ground, start: Callable[[Ground], AnyStroke]) -> None:
        self.ground = ground
        self._start = start
        self._points: list[tuple[float, float, float]] = []
        self.stroke = start(ground)

    def extend(self, x: float, y: float, pressure: float) -> Rect:
        """Paint to a document point; returns the bounds of what may have changed."""
        self._points.append((x, y, pressure))
        return self.stroke.extend(x, y, pressure)

    def rebase(self, ground: Ground) -> None:
        """Repeat what was painted so far on `ground`, if that is another one."""
        if ground is self.ground:
            return
        self.ground = ground
        self.stroke = self._start(ground)
        for point in self._points:
            self.stroke.extend(*point)


class BrushTool(Tool):
    """Draws strokes with a round brush, each one step of the history.

    `brush_changed` carries the `Brush` when it or its tint has changed.
    """

    brush_changed = Signal(object)

    stroke: StrokeLike | None = None
    """The stroke that is being drawn."""

    def __init__(
        self, canvas: CanvasView, open_document: OpenDocument, review: CandidateReview
    ) -> None:
        super().__init__(canvas)
        self._open_document = open_document
        self._review = review
        self._brush = Brush(size=48, hardness=0.8)
        self._stroke_end: QPointF | None = None
        self._place: QPointF | None = None
        self._string: Stabiliser | None = None
        self._pressure = 1.0
        self._reshaped: tuple[QPointF, Brush] | None = None

    @property
    def cursor(self) -> Qt.CursorShape:
        return Qt.CursorShape.BlankCursor  # the circle shows where the brush is

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
        """The colour of its dabs."""

    @abstractmethod
    def begin(self, brush: Brush) -> None:
        """Begin a `stroke` with `brush`, if it is possible."""

    @abstractmethod
    def finish(self) -> None:
        """Make the `stroke`, if there is one, a step of the history."""

    @abstractmethod
    def show_part(self, dirty: Rect) -> None:
        """Show the stroke, which was extended within `dirty`."""

    @property
    def is_busy(self) -> bool:
        return self.stroke is not None

    def press(self, touch: Touch) -> None:
        """Start a stroke; Shift joins it to the end of the last one by a straight line."""
        self.begin(replace(self._brush, erase=self._brush.erase or touch.eraser))
        if touch.has_shift and self._stroke_end is not None:
            self._extend(self._stroke_end, touch.pressure)
        self._extend(touch.point, touch.pressure)
        length = self._brush.stabiliser / self.canvas.zoom
        self._string = Stabiliser(length, touch.point.x(), touch.point.y()) if length else None

    def move(self, touch: Touch) -> None:
        """Extend the stroke to the pen, or to the end of the string that it pulls."""
        if self._string is None:
            self._extend(touch.point, touch.pressure)
            return
        before = (self._string.x, self._string.y)
        drawn = self._string.pull(touch.point.x(), touch.point.y())
        if drawn != before:
            self._extend(QPointF(*drawn), touch.pressure)

    def release(self, touch: Touch) -> None:
        """End the stroke where the pen is, even if a string holds the brush back."""
        if self._string is not None and self.stroke is not None:
            self._extend(touch.point, self._pressure)
        self._string = None
        self.finish()

    def right_press(self, touch: Touch) -> None:
        """Begin to change the brush by dragging: sideways its size, up and down its hardness."""
        self._reshaped = (touch.place, self._brush)

    def right_release(self) -> None:
        """Keep the brush as it is now."""
        self._reshaped = None

    def hover(self, touch: Touch | None) -> None:
        if self._reshaped is None:
            self._place = None if touch is None else touch.place
        elif touch is not None:
            self._reshape(touch.place - self._reshaped[0], self._reshaped[1])

    def _reshape(self, way: QPointF, brush: Brush) -> None:
        """The circle's edge follows the pointer sideways; further down the brush is harder."""
        size = brush.size + 2 * way.x() * self.canvas.devicePixelRatioF() / self.canvas.zoom
        slop = min(max(way.y(), -HARDNESS_SLOP), HARDNESS_SLOP)
        hardness = brush.hardness + (way.y() - slop) / HARDNESS_DISTANCE
        self.brush = replace(
            brush,
            size=min(max(size, MIN_SIZE), MAX_SIZE),
            hardness=min(max(hardness, 0.0), 1.0),
        )

    def area(self) -> QRectF:
        if self._place is None:
            return QRectF()
        ratio = self.canvas.devicePixelRatioF()
        reach = circle_reach(self._radius, ratio) / ratio
        area = QRectF(0, 0, 2 * reach, 2 * reach)
        area.moveCenter(self._tip(self._place))
        if self._string is not None:
            area = area.united(QRectF(self._place, QSizeF(1, 1)))
        return area.adjusted(-OUTLINE_REACH, -OUTLINE_REACH, OUTLINE_REACH, OUTLINE_REACH)

    def draw(self, painter: QPainter) -> None:
        if self._place is not None:
            ratio, tip = self.canvas.devicePixelRatioF(), self._tip(self._place)
            draw_brush_circle(painter, tip * ratio, self._radius, ratio)
            if tip != self._place:
                draw_outline(painter, [tip * ratio, self._place * ratio], ratio)

    def _tip(self, place: QPointF) -> QPointF:
        """Where the brush is, in the widget's pixels: at the pointer, or behind it on a string."""
        if self._string is None or self.stroke is None:
            return place
        return self.canvas.to_widget(QPointF(self._string.x, self._string.y))

    def forget_end(self) -> None:
        """Do not join the next stroke to the last one."""
        self._stroke_end = None

    @property
    def _radius(self) -> float:
        """In pixels of the screen."""
        return self._brush.size / 2 * self.canvas.zoom

    def _extend(self, point: QPointF, pressure: float) -> None:
        if self.stroke is not None:
            self._pressure = pressure
            dirty = self.stroke.extend(point.x(), point.y(), pressure)
            self._stroke_end = point
            self.show_part(dirty)
