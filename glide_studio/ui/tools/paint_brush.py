"""The brush that paints the active layer with colour; its brush may erase."""

from PySide6.QtCore import QRectF, Qt, Signal
from PySide6.QtGui import QColor, QPainter, QPen

from glide_studio.core.document.layers import Item, Layer
from glide_studio.core.paint.mask_paint import hidden_by, masking
from glide_studio.core.paint.paint import coloured
from glide_studio.core.paint.stroke import Brush
from glide_studio.core.raster.colour import BLACK, Colour
from glide_studio.session.candidates import preparing_message
from glide_studio.session.editor import Editor
from glide_studio.session.language import tr
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

    def __init__(self, canvas: CanvasView, editor: Editor) -> None:
        super().__init__(canvas, editor)
        self._colour = BLACK
        self._erases = False
        self._eyedropper = Eyedropper(canvas, editor.review)
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
        item = self._layers.painted_item
        if item is None:
            said = tr("Colour brush: paints on a new layer; Alt picks a colour")
        elif self._layers.paints_mask:
            said = tr("Layer mask of “{name}”: black hides, white shows, the eraser hides")
        elif self.brush.erase:
            said = tr("Colour eraser: erases the layer “{name}”")
        else:
            said = tr("Colour brush: paints on the layer “{name}”; Alt picks a colour")
        return said if item is None else said.format(name=item.name)

    @property
    def tint(self) -> QColor:
        return QColor(*self._colour.rgb)

    def start(self, brush: Brush) -> Start | None:
        if not self._layers.accept_candidate():
            return None
        extent = self._open_document.document.extent
        item = self._layers.painted_item or Layer.empty(tr("Layer"), extent)
        if not self._can_paint(item, brush):
            return None
        self._erases = brush.erase
        if self._layers.paints_mask:
            ink = masking(255 if brush.erase else hidden_by(self._colour))
            return item, self.inking(brush, ink), tr("Paint layer mask")
        ink = coloured(brush, self._layers.painted_colour(self._colour))
        return item, self.inking(brush, ink), tr("Erase") if brush.erase else tr("Paint")

    def _can_paint(self, item: Item, brush: Brush) -> bool:
        if brush.erase and isinstance(item, Layer) and not self._layers.paints_mask:
            return self._layers.can_erase(item)
        return self._layers.can_change(item)

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
