"""The frame that the picture is cropped or extended to."""

from dataclasses import dataclass

from PySide6.QtCore import QPointF, QRectF, Qt, Signal
from PySide6.QtGui import QColor, QKeyEvent, QPainter, QPainterPath, QPen

from glide_studio.core.document.document import Document
from glide_studio.core.document.guides import Guide
from glide_studio.core.geometry import MAX_SIDE, Rect
from glide_studio.session.image_commands import ImageCommands
from glide_studio.session.language import tr
from glide_studio.session.open_document import OpenDocument
from glide_studio.ui.canvas.tool import CanvasView, Tool, Touch
from glide_studio.ui.tools.frame_tool import HANDLES, FrameTool

SHADE = QColor(0, 0, 0, 150)
THIRDS = QColor(255, 255, 255, 90)


@dataclass(frozen=True)
class _Drag:
    """What is dragged: `edges`, the whole frame if both are 0, or a new frame if None."""

    frame: Rect
    point: QPointF
    edges: tuple[int, int] | None


class CropTool(FrameTool):
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
    def is_dragging(self) -> bool:
        return self._drag is not None

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
        edges = self.edges_at(touch.place)
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
        if self.edges_at(touch.place) == (0, 0):
            self.accept()

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

    def draw(self, painter: QPainter) -> None:
        if self._frame is None:
            return
        outside = QPainterPath()
        to_painter, _ = painter.transform().inverted()  # its viewport is in logical pixels
        outside.addRect(to_painter.mapRect(QRectF(painter.viewport())))
        inside = QPainterPath()
        inside.addPolygon(self.outline(self._frame))
        painter.fillPath(outside.subtracted(inside), SHADE)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setPen(QPen(THIRDS, self.line_width))
        for third in (-1 / 3, 1 / 3):
            for start, end in (((third, -1), (third, 1)), ((-1, third), (1, third))):
                painter.drawLine(self.at(self._frame, start), self.at(self._frame, end))
        self.draw_frame(painter, self._frame, HANDLES)

    # The frame under a drag

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
