"""The tool that moves and resizes the frame around what the model sees."""

from dataclasses import dataclass

from PySide6.QtCore import QPointF, Qt
from PySide6.QtGui import QPainter

from glide_studio.core.document.document import Document
from glide_studio.core.geometry import Rect
from glide_studio.core.modes.region import kept_around, resized_around
from glide_studio.session.language import tr
from glide_studio.session.model_view import ModelView
from glide_studio.ui.canvas.tool import CanvasView, Touch
from glide_studio.ui.tools.frame_tool import HANDLES, FrameTool


@dataclass(frozen=True)
class _Drag:
    """What is dragged: `edges`, or the whole frame if both are 0."""

    frame: Rect
    point: QPointF
    edges: tuple[int, int]


class RegionTool(FrameTool):
    """A square frame with handles around the mask; a double-click fits it to the mask again.

    It always holds the whole mask, and lies within the picture as far as it fits.
    """

    outside_cursor = Qt.CursorShape.ArrowCursor

    def __init__(self, canvas: CanvasView, view: ModelView) -> None:
        super().__init__(canvas)
        self._view = view
        self._drag: _Drag | None = None
        view.changed.connect(canvas.update_tool)

    @property
    def frame(self) -> Rect | None:
        return self._view.region

    @property
    def is_dragging(self) -> bool:
        return self._drag is not None

    @property
    def is_busy(self) -> bool:
        return self.is_dragging

    @property
    def sentence(self) -> str:
        return tr("Model frame: drag it or its handles; double-click fits it to the mask")

    def press(self, touch: Touch) -> None:
        frame, edges = self.frame, self.edges_at(touch.place)
        if frame is not None and edges is not None:
            self._drag = _Drag(frame, touch.point, edges)

    def move(self, touch: Touch) -> None:
        drag = self._drag
        if drag is None:
            return
        offset = touch.point - drag.point
        if drag.edges == (0, 0):
            moved = drag.frame.translated(round(offset.x()), round(offset.y()))
            self._view.drag(kept_around(moved, self._view.mask))
            return
        pulls = zip(drag.edges, (offset.x(), offset.y()), strict=True)
        growth = max(edge * pull for edge, pull in pulls if edge != 0)
        side = max(1, drag.frame.width + round(growth))
        self._view.drag(resized_around(drag.frame, drag.edges, side, self._view.mask))

    def release(self, touch: Touch) -> None:
        drag, frame, self._drag = self._drag, self.frame, None
        if drag is not None and frame is not None and frame != drag.frame:
            self._view.choose(frame)
        else:
            self._view.drag(None)

    def double_click(self, touch: Touch) -> None:
        if self.edges_at(touch.place) is not None:
            self._view.fit()

    def cancel(self) -> None:
        self._drag = None
        self._view.drag(None)

    def change_document(self, document: Document) -> None:
        """Another document or mask is shown: what is dragged is not its frame."""
        if self._drag is not None:
            self.cancel()

    def draw(self, painter: QPainter) -> None:
        if self.frame is not None:
            self.draw_frame(painter, self.frame, HANDLES)
