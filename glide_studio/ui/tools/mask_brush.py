"""The brush that paints the mask; its brush may erase."""

from typing import TYPE_CHECKING

from PySide6.QtGui import QColor

from glide_studio.core.document.document import Document
from glide_studio.core.geometry import Rect
from glide_studio.core.paint.stroke import Brush
from glide_studio.session.language import tr
from glide_studio.ui.canvas.stroke import LiveStroke
from glide_studio.ui.tools.brush_tool import BrushTool

if TYPE_CHECKING:
    from glide_studio.ui.canvas.canvas import Canvas


class MaskBrush(BrushTool):
    """Paints strokes on the mask."""

    def __init__(self, canvas: "Canvas") -> None:
        super().__init__(canvas)
        self._stroke: LiveStroke | None = None

    @property
    def sentence(self) -> str:
        if self.brush.erase:
            return tr("Mask eraser: drag to erase the mask")
        return tr("Mask brush: drag over the area to repaint")

    @property
    def tint(self) -> QColor:
        return self.canvas.mask_style.colour

    @property
    def stroke(self) -> LiveStroke | None:
        return self._stroke

    def begin(self, brush: Brush) -> None:
        self._stroke = LiveStroke(self.canvas.editor.review.mask, brush)

    def show_part(self, dirty: Rect) -> None:
        if self._stroke is not None:
            self.canvas.show_mask(self._stroke.mask, dirty)

    def finish(self) -> None:
        stroke, self._stroke = self._stroke, None
        if stroke is not None and stroke.changes_mask:
            self.canvas.editor.open_document.set_mask(stroke.mask, stroke.label)

    def cancel(self) -> None:
        if self._stroke is not None:
            self._stroke = None
            self.forget_end()
            self.canvas.show_mask(self.canvas.editor.review.mask)

    def change_document(self, document: Document) -> None:
        """Repeat the stroke on another mask, if that has the same extent."""
        if self._stroke is None:
            return
        if self._stroke.mask.extent != document.extent:
            self._stroke = None
            self.forget_end()
        else:
            self._stroke.rebase(document.mask)

    def shown(self, document: Document) -> Document:
        return document if self._stroke is None else document.with_mask(self._stroke.mask)
