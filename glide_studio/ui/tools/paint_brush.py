"""The brush that paints the active layer with colour; its brush may erase."""

from PySide6.QtCore import QRectF, Qt, Signal
from PySide6.QtGui import QColor, QPainter, QPen

from glide_studio.core.document.layers import Layer
from glide_studio.core.paint.mask_paint import hidden_by, masking
from glide_studio.core.paint.paint import coloured
from glide_studio.core.paint.stroke import Brush
from glide_studio.core.raster.colour import BLACK, Colour
from glide_studio.core.raster.colour_profile import Conversion
from glide_studio.session.candidates import preparing_message
from glide_studio.session.language import tr
from glide_studio.session.layer_commands import LayerCommands
from glide_studio.session.open_document import OpenDocument
from glide_studio.session.review import CandidateReview
from glide_studio.ui.canvas.tool import CanvasView, Touch
from glide_studio.ui.tools.eyedropper import Eyedropper
from glide_studio.ui.tools.layer_brush import LayerBrush, Start

RING_WIDTH = 3.0
"""Width of the coloured ring in the cursor, in logical pixels."""


class PaintBrush(LayerBrush):
    """Paints strokes with `colour` on the active layer, or on a new one where there is none.

    `coloured` carries the `Colour` of a finished stroke. With Alt it is an eyedropper, and emits
    `picked` as that does.
    """

    coloured = Signal(object)
    picked = Signal(object)
    works_on_blank = True
    paints_masks = True

    def __init__(
        self,
        canvas: CanvasView,
        open_document: OpenDocument,
        review: CandidateReview,
        layers: LayerCommands,
    ) -> None:
        super().__init__(canvas, open_document, review, layers)
        self._colour = BLACK
        self._erases = False
        self._eyedropper = Eyedropper(canvas, review)
        self._picks = False
        self._eyedropper.picked.connect(self.picked)
        self.painted.connect(self._tell_colour)

    @property
    def colour(self) -> Colour:
        return self._colour

    @colour.setter
    def colour(self, colour: Colour) -> None:
        self._colour = colour
        self.canvas.update_tool()
        self.brush_changed.emit(self.brush)

    @property
    def cursor(self) -> Qt.CursorShape:
        waits = self._review.is_preparing
        return Qt.CursorShape.WaitCursor if waits else super().cursor

    @property
    def sentence(self) -> str:
        if self._review.is_preparing:
            return preparing_message()
        document = self._open_document.document
        layer = document.active_layer
        if layer is None or document.target is None:
            return tr("Colour brush: paints on a new layer; Alt picks a colour")
        if document.painted_mask is not None:
            said = tr("Layer mask of “{name}”: black hides, white shows, the eraser hides")
            return said.format(name=document.target.name)
        if self.brush.erase:
            return tr("Colour eraser: erases the layer “{name}”").format(name=layer.name)
        return tr("Colour brush: paints on the layer “{name}”; Alt picks a colour").format(
            name=layer.name
        )

    @property
    def tint(self) -> QColor:
        return QColor(*self._colour.rgb)

    def start(self, brush: Brush) -> Start | None:
        if not self._layers.accept_candidate():
            return None
        document = self._open_document.document
        mask_owner = document.target if document.painted_mask is not None else None
        if mask_owner is not None:
            ink = masking(255 if brush.erase else hidden_by(self._colour))
            if not self._layers.can_change(mask_owner):
                return None
            self._erases = brush.erase
            return mask_owner, self.inking(brush, ink), tr("Paint layer mask")
        layer = document.active_layer or Layer.empty(tr("Layer"), document.extent)
        can = self._layers.can_erase if brush.erase else self._layers.can_change
        if not can(layer):
            return None
        self._erases = brush.erase
        colour = Conversion.from_srgb(document.icc_profile).applied_to(self._colour)
        label = tr("Erase") if brush.erase else tr("Paint")
        return layer, self.inking(brush, coloured(brush, colour)), label

    def press(self, touch: Touch) -> None:
        self._picks = touch.has_alt
        if self._picks:
            self._eyedropper.press(touch)
        else:
            super().press(touch)

    def move(self, touch: Touch) -> None:
        if self._picks:
            self._eyedropper.move(touch)
        else:
            super().move(touch)

    def release(self, touch: Touch) -> None:
        self._picks = False
        super().release(touch)

    def cancel(self) -> None:
        self._picks = False
        super().cancel()

    def hover(self, touch: Touch | None) -> None:
        super().hover(touch)
        self._eyedropper.hover(touch if touch is not None and touch.has_alt else None)

    def area(self) -> QRectF:
        return super().area().united(self._eyedropper.area())

    def draw(self, painter: QPainter) -> None:
        if not self._eyedropper.area().isEmpty():
            self._eyedropper.draw(painter)
            return
        super().draw(painter)
        if self._place is not None and not self.brush.erase:
            ratio = self.canvas.devicePixelRatioF()
            radius = max(self._radius - (RING_WIDTH / 2 + 2) * ratio, 2 * ratio)
            painter.setPen(QPen(self.tint, RING_WIDTH * ratio))
            painter.drawEllipse(self._place * ratio, radius, radius)

    def _tell_colour(self) -> None:
        if not self._erases:
            self.coloured.emit(self._colour)
