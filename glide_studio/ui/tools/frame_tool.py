"""A frame on the canvas with handles, that is moved and resized by dragging."""

import math
from abc import abstractmethod
from collections.abc import Collection, Iterable

from PySide6.QtCore import QPointF, QRectF, Qt
from PySide6.QtGui import QColor, QPainter, QPen, QPolygonF

from glide_studio.core.geometry import Rect
from glide_studio.ui.canvas.lines import DARK_LINE, LIGHT_LINE
from glide_studio.ui.canvas.tool import CanvasView, Tool, Touch

GRAB_DISTANCE = 9
"""How near to a handle a press grabs it, in logical pixels."""

HANDLE_SIDE = 9
"""Side of a handle, in logical pixels."""

HANDLES = [(x, y) for y in (-1, 0, 1) for x in (-1, 0, 1) if (x, y) != (0, 0)]
"""The edges that each moves: -1 left or top, 1 right or bottom."""

CURSORS = (
    Qt.CursorShape.SizeHorCursor,
    Qt.CursorShape.SizeFDiagCursor,
    Qt.CursorShape.SizeVerCursor,
    Qt.CursorShape.SizeBDiagCursor,
)


class FrameTool(Tool):
    """Finds and draws the frame of a tool, which says what a drag does with it."""

    outside_cursor = Qt.CursorShape.CrossCursor

    def __init__(self, canvas: CanvasView) -> None:
        super().__init__(canvas)
        self._cursor = self.outside_cursor

    @property
    def cursor(self) -> Qt.CursorShape:
        return self._cursor

    @property
    @abstractmethod
    def frame(self) -> Rect | None:
        """The frame, in document pixels, if there is one."""

    @property
    @abstractmethod
    def is_dragging(self) -> bool:
        """Whether something is dragged."""

    def hover(self, touch: Touch | None) -> None:
        if touch is not None and not self.is_dragging:
            self._cursor = self._cursor_for(self.edges_at(touch.place))

    def area(self) -> QRectF:
        return QRectF() if self.frame is None else QRectF(self.canvas.rect())

    def draw_frame(
        self, painter: QPainter, frame: Rect, handles: Collection[tuple[int, int]]
    ) -> None:
        """Draw the outline of a frame and some of its handles."""
        places = [self.at(frame, edges) for edges in handles]
        paint_frame(painter, self.outline(frame), places, self.line_width)

    # Where things are on the screen

    @property
    def line_width(self) -> int:
        """A logical pixel, in pixels of the screen."""
        return max(1, round(self.canvas.devicePixelRatioF()))

    def at(self, frame: Rect, place: tuple[float, float]) -> QPointF:
        """Where `place` is on the screen: (-1, -1) is the top left of `frame`, (1, 1) its end."""
        x = frame.x + frame.width * (place[0] + 1) / 2
        return self.to_screen(QPointF(x, frame.y + frame.height * (place[1] + 1) / 2))

    def outline(self, frame: Rect) -> QPolygonF:
        """The corners of a frame on the screen."""
        return QPolygonF(
            [self.at(frame, corner) for corner in ((-1, -1), (1, -1), (1, 1), (-1, 1))]
        )

    def edges_at(self, place: QPointF) -> tuple[int, int] | None:
        """The edges under a place of the widget; (0, 0) inside of the frame, None outside."""
        frame, ratio = self.frame, self.canvas.devicePixelRatioF()
        if frame is None:
            return None

        def away(edges: tuple[int, int]) -> float:
            offset = self.at(frame, edges) / ratio - place
            return math.hypot(offset.x(), offset.y())

        nearest = min(HANDLES, key=away)
        if away(nearest) <= GRAB_DISTANCE:
            return nearest
        point, reach = self.canvas.to_document(place), self._reach
        box = QRectF(frame.x, frame.y, frame.width, frame.height)
        if not box.adjusted(-reach, -reach, reach, reach).contains(point):
            return None
        return (
            _edge_at(point.x(), frame.x, frame.right, reach),
            _edge_at(point.y(), frame.y, frame.bottom, reach),
        )

    def _cursor_for(self, edges: tuple[int, int] | None) -> Qt.CursorShape:
        if edges is None or self.frame is None:
            return self.outside_cursor
        if edges == (0, 0):
            return Qt.CursorShape.SizeAllCursor
        return resize_cursor(*self.canvas.rotation.apply(*edges))

    @property
    def _reach(self) -> float:
        return GRAB_DISTANCE * self.canvas.devicePixelRatioF() / self.canvas.zoom


def paint_frame(
    painter: QPainter, outline: QPolygonF, handles: Iterable[QPointF], line: int
) -> None:
    """Draw an outline on the screen in lines of that width, with handles at some places."""
    painter.setRenderHint(QPainter.RenderHint.Antialiasing)
    for colour, width in ((DARK_LINE, 3 * line), (LIGHT_LINE, line)):
        painter.setPen(QPen(colour, width))
        painter.setBrush(Qt.BrushStyle.NoBrush)
        painter.drawPolygon(outline)
    painter.setPen(QPen(QColor(0, 0, 0), line))
    painter.setBrush(QColor(255, 255, 255))
    for place in handles:
        handle = QRectF(0, 0, HANDLE_SIDE * line, HANDLE_SIDE * line)
        handle.moveCenter(place)
        painter.drawRect(handle)


def resize_cursor(x: float, y: float) -> Qt.CursorShape:
    """The double arrow that points along a direction on the screen."""
    return CURSORS[round(math.degrees(math.atan2(y, x)) / 45) % 4]


def _edge_at(value: float, low: int, high: int, reach: float) -> int:
    if abs(value - low) <= reach:
        return -1
    return 1 if abs(value - high) <= reach else 0
