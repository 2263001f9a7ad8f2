"""The frame that the picture is cropped or extended to."""

import math
from dataclasses import dataclass

from PySide6.QtCore import QPointF, QRectF, Qt, Signal
from PySide6.QtGui import QColor, QKeyEvent, QPainter, QPainterPath, QPen, QPolygonF

from glide_studio.core.document.document import Document
from glide_studio.core.document.guides import Guide
from glide_studio.core.geometry import MAX_SIDE, Rect
from glide_studio.session.image_commands import ImageCommands
from glide_studio.session.language import tr
from glide_studio.session.open_document import OpenDocument
from glide_studio.ui.canvas.lines import DARK_LINE, LIGHT_LINE
from glide_studio.ui.canvas.tool import CanvasView, Tool, Touch

GRAB_DISTANCE = 9
"""How near to a handle a press grabs it, in logical pixels."""

HANDLE_SIDE = 9
"""Side of a handle, in logical pixels."""

SHADE = QColor(0, 0, 0, 150)
THIRDS = QColor(255, 255, 255, 90)

HANDLES = [(x, y) for y in (-1, 0, 1) for x in (-1, 0, 1) if (x, y) != (0, 0)]
"""The edges that each moves: -1 left or top, 1 right or bottom."""

CURSORS = (
    Qt.CursorShape.SizeHorCursor,
    Qt.CursorShape.SizeFDiagCursor,
    Qt.CursorShape.SizeVerCursor,
    Qt.CursorShape.SizeBDiagCursor,
)


@dataclass(frozen=True)
class _Drag:
    """What is dragged: `edges`, the whole frame if both are 0, or a new frame if None."""

    frame: Rect
    point: QPointF
    edges: tuple[int, int] | None


class CropTool(Tool):
    """A frame with handles; Return crops the picture to it, Esc cancels.

    It may reach beyond the edge of the picture, which then grows. Shift keeps its proportions.
    Return and Esc both restore the previous tool. `frame_changed` carries the frame, a `Rect` in
    document pixels, or None.
    """

    frame_changed = Signal(object)

    def __init__(
        self, canvas: CanvasView, open_document: OpenDocument, commands: ImageCommands
    ) -> None:
        super().__init__(canvas)
        self._open_document = open_document
        self._commands = commands
        self._frame: Rect | None = None
        self._drag: _Drag | None = None
        self._previous: Tool = self
        self._extent = open_document.document.extent
        self._cursor = Qt.CursorShape.CrossCursor

    @property
    def cursor(self) -> Qt.CursorShape:
        return self._cursor

    @property
    def frame(self) -> Rect | None:
        """What will be kept of the picture, in document pixels."""
        return self._frame

    @frame.setter
    def frame(self, frame: Rect | None) -> None:
        if frame != self._frame:
            self._frame = frame
            self.canvas.update_tool()
            self.frame_changed.emit(frame)

    @property
    def sentence(self) -> str:
        return tr("Crop: drag the edges, outwards to extend; Return crops, Esc cancels")

    @property
    def is_busy(self) -> bool:
        return self._frame is not None

    def activated(self, previous: Tool) -> None:
        """Put a frame around the whole picture."""
        self._previous = previous
        self._extent = self._open_document.document.extent
        self.frame = self._extent.bounds

    def accept(self) -> None:
        """Crop the picture to the frame and restore the previous tool."""
        frame = self._frame
        self.leave()
        if frame is not None:
            self._commands.crop(frame)

    def leave(self) -> None:
        """Remove the frame and restore the previous tool."""
        self.cancel()
        if self.canvas.tool is self:
            self.canvas.set_tool(self._previous)

    def cancel(self) -> None:
        self._drag = None
        self.frame = None

    def press(self, touch: Touch) -> None:
        edges = self._edges_at(touch.place)
        frame = self._frame or self._open_document.document.extent.bounds
        self._drag = _Drag(frame, touch.point, edges)

    def move(self, touch: Touch) -> None:
        drag = self._drag
        if drag is None:
            return
        if drag.edges == (0, 0):
            self.frame = self._moved(drag, touch.point)
        elif drag.edges is not None:
            self.frame = self._resized(drag, drag.edges, touch)
        elif (touch.point - drag.point).manhattanLength() >= 1:
            start = self._snapped(drag.point)
            corner = Rect(round(start.x()), round(start.y()), 0, 0)
            self._drag = _Drag(corner, start, (1, 1))
            self.move(touch)

    def release(self, touch: Touch) -> None:
        self._drag = None

    def double_click(self, touch: Touch) -> None:
        """Accept if the click is inside the frame."""
        if self._edges_at(touch.place) == (0, 0):
            self.accept()

    def hover(self, touch: Touch | None) -> None:
        if touch is not None and self._drag is None:
            self._cursor = self._cursor_for(self._edges_at(touch.place))

    def takes(self, event: QKeyEvent) -> bool:
        return event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter, Qt.Key.Key_Escape)

    def key_press(self, event: QKeyEvent) -> None:
        if event.key() == Qt.Key.Key_Escape:
            self.leave()
        else:
            self.accept()

    def change_document(self, document: Document) -> None:
        """Put a frame around another picture."""
        is_current = self.canvas.tool is self
        if is_current and (self._frame is None or document.extent != self._extent):
            self._drag = None
            self.frame = document.extent.bounds
        self._extent = document.extent

    def area(self) -> QRectF:
        return QRectF() if self._frame is None else QRectF(self.canvas.rect())

    def draw(self, painter: QPainter) -> None:
        if self._frame is None:
            return
        line = max(1, round(self.canvas.devicePixelRatioF()))
        corners = ((-1, -1), (1, -1), (1, 1), (-1, 1))
        frame = QPolygonF([self._at(self._frame, corner) for corner in corners])
        outside = QPainterPath()
        outside.addRect(QRectF(painter.viewport()))
        inside = QPainterPath()
        inside.addPolygon(frame)
        painter.fillPath(outside.subtracted(inside), SHADE)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setPen(QPen(THIRDS, line))
        for third in (-1 / 3, 1 / 3):
            for start, end in (((third, -1), (third, 1)), ((-1, third), (1, third))):
                painter.drawLine(self._at(self._frame, start), self._at(self._frame, end))
        for colour, width in ((DARK_LINE, 3 * line), (LIGHT_LINE, line)):
            painter.setPen(QPen(colour, width))
            painter.drawPolygon(frame)
        painter.setPen(QPen(QColor(0, 0, 0), line))
        painter.setBrush(QColor(255, 255, 255))
        for edges in HANDLES:
            handle = QRectF(0, 0, HANDLE_SIDE * line, HANDLE_SIDE * line)
            handle.moveCenter(self._at(self._frame, edges))
            painter.drawRect(handle)

    # Where things are on the screen

    def _at(self, frame: Rect, place: tuple[float, float]) -> QPointF:
        """Where `place` is on the screen: (-1, -1) is the top left of `frame`, (1, 1) its end."""
        x = frame.x + frame.width * (place[0] + 1) / 2
        return self.to_screen(QPointF(x, frame.y + frame.height * (place[1] + 1) / 2))

    def _edges_at(self, place: QPointF) -> tuple[int, int] | None:
        """The edges under a place of the widget; (0, 0) inside of the frame, None outside."""
        if self._frame is None:
            return None
        frame, ratio = self._frame, self.canvas.devicePixelRatioF()

        def away(edges: tuple[int, int]) -> float:
            offset = self._at(frame, edges) / ratio - place
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
        if edges is None or self._frame is None:
            return Qt.CursorShape.CrossCursor
        if edges == (0, 0):
            return Qt.CursorShape.SizeAllCursor
        x, y = self.canvas.rotation.apply(*edges)
        return CURSORS[round(math.degrees(math.atan2(y, x)) / 45) % 4]

    # The frame under a drag

    @property
    def _reach(self) -> float:
        return GRAB_DISTANCE * self.canvas.devicePixelRatioF() / self.canvas.zoom

    def _snapped(self, point: QPointF) -> QPointF:
        """`point`, snapped to the edges of the picture and to guides."""
        extent = self._open_document.document.extent
        edges = (
            *(Guide("x", place) for place in (0, extent.width)),
            *(Guide("y", place) for place in (0, extent.height)),
        )
        return self.canvas.snapped(point, edges)

    def _moved(self, drag: _Drag, point: QPointF) -> Rect:
        offset = point - drag.point
        start = QPointF(drag.frame.x, drag.frame.y) + offset
        near = self._snapped(start)
        end = QPointF(drag.frame.right, drag.frame.bottom) + offset
        far = self._snapped(end) - end
        x = near.x() if near.x() != start.x() else start.x() + far.x()
        y = near.y() if near.y() != start.y() else start.y() + far.y()
        return Rect(round(x), round(y), drag.frame.width, drag.frame.height)

    def _resized(self, drag: _Drag, edges: tuple[int, int], touch: Touch) -> Rect:
        frame, point = drag.frame, self._snapped(touch.point)
        left, right = _dragged(frame.x, frame.right, edges[0], point.x())
        top, bottom = _dragged(frame.y, frame.bottom, edges[1], point.y())
        if touch.has_shift:
            return _proportioned(Rect.from_edges(left, top, right, bottom), frame, edges)
        return Rect.from_edges(left, top, right, bottom)


def _edge_at(value: float, low: int, high: int, reach: float) -> int:
    if abs(value - low) <= reach:
        return -1
    return 1 if abs(value - high) <= reach else 0


def _dragged(low: int, high: int, edge: int, value: float) -> tuple[int, int]:
    """A span with an edge dragged to `value`, at least a pixel long; past the other it flips."""
    if edge == 0:
        return low, high
    fixed, moved = (high, round(value)) if edge < 0 else (low, round(value))
    if moved == fixed:
        moved += edge
    return min(fixed, moved), min(max(fixed, moved), min(fixed, moved) + MAX_SIDE)


def _proportioned(frame: Rect, like: Rect, edges: tuple[int, int]) -> Rect:
    """`frame` with the proportions of `like`, square if that is empty; the other edges stay."""
    ratio = 1.0 if like.is_empty else like.width / like.height
    width, height = frame.width, frame.height
    if edges[1] == 0 or (edges[0] != 0 and width / height > ratio):
        height = max(1, round(width / ratio))
    else:
        width = max(1, round(height * ratio))
    x = frame.right - width if edges[0] < 0 else frame.x
    y = frame.bottom - height if edges[1] < 0 else frame.y
    return Rect(x, y, width, height)
