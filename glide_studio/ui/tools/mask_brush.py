"""The brush that paints the mask; its brush may erase."""

from dataclasses import replace

from PySide6.QtGui import QColor

from glide_studio.core.document.document import Document
from glide_studio.core.geometry import Rect
from glide_studio.core.mask.mask import Mask
from glide_studio.core.paint.stroke import Brush, Stroke
from glide_studio.session.language import tr
from glide_studio.ui.canvas.mask import tint
from glide_studio.ui.canvas.tiles import changed_tiles
from glide_studio.ui.canvas.tool import Touch
from glide_studio.ui.tools.brush_tool import BrushTool, RebasableStroke


class MaskBrush(BrushTool):
    """Paints strokes on the mask; with Alt it erases them."""

    stroke: RebasableStroke[Mask, Stroke] | None

    @property
    def sentence(self) -> str:
        if self.brush.erase:
            return tr("Mask eraser: drag to erase the mask")
        return tr("Mask brush: drag over the area to select; Alt subtracts")

    @property
    def tint(self) -> QColor:
        return tint(self.canvas.mask_style, self._open_document.document.colours.active)

    def begin(self, brush: Brush) -> None:
        self.stroke = RebasableStroke(self._review.mask, lambda ground: Stroke(ground, brush))

    def press(self, touch: Touch) -> None:
        super().press(replace(touch, eraser=touch.eraser or touch.has_alt))

    def show_part(self, dirty: Rect) -> None:
        if self.stroke is not None:
            self.canvas.show_mask(self.stroke.stroke.mask, dirty)

    def finish(self) -> None:
        done, self.stroke = self.stroke, None
        if done is None:
            return
        mask, erases = done.stroke.mask, done.stroke.brush.erase
        if changed_tiles(done.ground.raster.tiles, mask.raster.tiles):
            self._open_document.set_mask(mask, tr("Erase mask") if erases else tr("Paint mask"))

    def cancel(self) -> None:
        if self.stroke is not None:
            self.stroke = None
            self.forget_end()
            self.canvas.show_mask(self._review.mask)

    def change_document(self, document: Document) -> None:
        """Repeat the stroke on another mask, if that has the same extent."""
        if self.stroke is None:
            return
        if self.stroke.ground.extent != document.extent:
            self.stroke = None
            self.forget_end()
        else:
            self.stroke.rebase(document.mask)

    def shown(self, document: Document) -> Document:
        return document if self.stroke is None else document.with_mask(self.stroke.stroke.mask)
