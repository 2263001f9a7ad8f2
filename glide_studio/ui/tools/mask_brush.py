"""The brush that paints the mask; its brush may erase."""

from PySide6.QtGui import QColor

from glide_studio.core.document.document import Document
from glide_studio.core.geometry import Rect
from glide_studio.core.mask.mask import Mask
from glide_studio.core.paint.stroke import Brush, Stroke
from glide_studio.session.language import tr
from glide_studio.session.open_document import OpenDocument
from glide_studio.session.review import CandidateReview
from glide_studio.ui.canvas.tiles import changed_tiles
from glide_studio.ui.canvas.tool import CanvasView
from glide_studio.ui.tools.brush_tool import BrushTool, RebasableStroke


class MaskStroke(RebasableStroke[Mask, Stroke]):
    """A stroke on the mask."""

    def __init__(self, mask: Mask, brush: Brush) -> None:
        super().__init__(mask, lambda ground: Stroke(ground, brush))

    @property
    def mask(self) -> Mask:
        """The mask as painted so far."""
        return self.stroke.mask

    @property
    def label(self) -> str:
        return tr("Erase mask") if self.stroke.brush.erase else tr("Paint mask")

    @property
    def changes_mask(self) -> bool:
        return bool(changed_tiles(self.ground.raster.tiles, self.mask.raster.tiles))


class MaskBrush(BrushTool):
    """Paints strokes on the mask."""

    def __init__(
        self, canvas: CanvasView, open_document: OpenDocument, review: CandidateReview
    ) -> None:
        super().__init__(canvas)
        self._open_document = open_document
        self._review = review
        self._stroke: MaskStroke | None = None

    @property
    def sentence(self) -> str:
        if self.brush.erase:
            return tr("Mask eraser: drag to erase the mask")
        return tr("Mask brush: drag over the area to repaint")

    @property
    def tint(self) -> QColor:
        return self.canvas.mask_style.colour

    @property
    def stroke(self) -> MaskStroke | None:
        return self._stroke

    def begin(self, brush: Brush) -> None:
        self._stroke = MaskStroke(self._review.mask, brush)

    def show_part(self, dirty: Rect) -> None:
        if self._stroke is not None:
            self.canvas.show_mask(self._stroke.mask, dirty)

    def finish(self) -> None:
        stroke, self._stroke = self._stroke, None
        if stroke is not None and stroke.changes_mask:
            self._open_document.set_mask(stroke.mask, stroke.label)

    def cancel(self) -> None:
        if self._stroke is not None:
            self._stroke = None
            self.forget_end()
            self.canvas.show_mask(self._review.mask)

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
