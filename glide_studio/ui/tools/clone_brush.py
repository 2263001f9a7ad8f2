"""The brush that copies another part of the picture."""

from PySide6.QtCore import QPointF, QRectF
from PySide6.QtGui import QColor, QPainter

from glide_studio.core.document.document import Frame
from glide_studio.core.document.layers import Item
from glide_studio.core.paint.mask_paint import cloning_on_mask, painted_pixels, picture_of
from glide_studio.core.paint.paint import Picture, cloning
from glide_studio.core.paint.stroke import Brush
from glide_studio.session.editor import Editor
from glide_studio.session.language import tr
from glide_studio.ui.canvas.lines import cross_reach, draw_cross
from glide_studio.ui.canvas.tool import CanvasView, Touch
from glide_studio.ui.style.theme import current
from glide_studio.ui.tools.layer_brush import LayerBrush, Start

Offset = tuple[int, int]
"""From a painted pixel to the one that it is copied from."""


class CloneBrush(LayerBrush):
    """Copies to the active layer, or to the layer mask that is chosen, what is around a source,
    which Alt+click or Ctrl+click sets.

    If `aligned`, all strokes copy with the offset of the first one; otherwise each starts at the
    source. With `all_layers` it copies what all visible layers look like together.
    """

    paints_masks = True

    def __init__(self, canvas: CanvasView, editor: Editor) -> None:
        super().__init__(canvas, editor)
        self.aligned = True
        self.all_layers = False
        self._source: tuple[QPointF, Frame] | None = None
        self._offset: Offset | None = None
        self._pressed = QPointF()
        self._sets_source = False
        self.is_choosing = False

    @property
    def sentence(self) -> str:
        item = self._layers.painted_item
        if item is None:
            return tr("Clone brush: there is nothing to copy on a blank page")
        if self.source is None:
            return tr("Clone brush: Alt+click where to copy from")
        return tr("Clone brush: copies to “{name}”; Alt+click sets the source").format(
            name=item.name
        )

    @property
    def tint(self) -> QColor:
        return QColor(current().text)

    @property
    def source(self) -> QPointF | None:
        """Where the first stroke copies from, if the artist has set it on this page."""
        if self._source is None or self._source[1] != self._open_document.document.frame:
            return None
        return self._source[0]

    def forget_source(self) -> None:
        """Have the artist set another source, as in another document."""
        self._source = self._offset = None

    def press(self, touch: Touch) -> None:
        self._sets_source = sets_source(touch)
        self._pressed = touch.point
        if self._sets_source:
            self._set_source(touch.point)
        else:
            super().press(touch)

    def move(self, touch: Touch) -> None:
        if self._sets_source:
            self._set_source(touch.point)
        else:
            super().move(touch)

    def release(self, touch: Touch) -> None:
        self._sets_source = False
        super().release(touch)

    def cancel(self) -> None:
        self._sets_source = False
        super().cancel()

    def _set_source(self, point: QPointF) -> None:
        self._source = (point, self._open_document.document.frame)
        self._offset = None

    def start(self, brush: Brush) -> Start | None:
        item = self.item_to_copy_to()
        offset = None if item is None else self.offset_now()
        if item is None or offset is None:
            return None
        clone = cloning_on_mask if self._layers.paints_mask else cloning
        return item, self.inking(brush, clone(self.picture(item), *offset)), tr("Clone")

    def picture(self, item: Item) -> Picture:
        """What is copied: what is painted on alone or all visible layers, as they are now."""
        if self.all_layers:
            return self._open_document.document.composite
        return picture_of(item, self._layers.paints_mask).read

    def item_to_copy_to(self) -> Item | None:
        """What is painted on, if there is something to copy to it; if not, the artist is told."""
        item = self.item_to_change()
        on_mask = self._layers.paints_mask
        if item is None or on_mask or self.all_layers or painted_pixels(item, on_mask).tiles:
            return item
        said = tr("“{name}” is empty. Turn on “All layers” to copy from other layers.")
        self._open_document.noticed.emit(said.format(name=item.name))
        return None

    def offset_now(self) -> Offset | None:
        """The offset of the stroke that begins where the pen was pressed; None without a source,
        which the artist is told."""
        source = self.source
        if source is None:
            said = tr("Alt+click the part of the picture that you want to copy, and then paint.")
            self._open_document.noticed.emit(said)
            return None
        if self._offset is None or not self.aligned:
            way = source - self._pressed
            self._offset = (round(way.x()), round(way.y()))
        return self._offset

    def hover(self, touch: Touch | None) -> None:
        super().hover(touch)
        self.is_choosing = touch is not None and sets_source(touch)

    def area(self) -> QRectF:
        area, cross = super().area(), self.cross()
        if cross is None:
            return area
        reach = cross_reach(1.0)
        return area.united(QRectF(cross.x() - reach, cross.y() - reach, 2 * reach, 2 * reach))

    def draw(self, painter: QPainter) -> None:
        super().draw(painter)
        cross, ratio = self.cross(), self.canvas.devicePixelRatioF()
        if cross is not None:
            draw_cross(painter, cross * ratio, ratio)

    def cross(self) -> QPointF | None:
        """Where the brush copies from, or with Alt would, in the widget's pixels."""
        if self._place is None or self.is_choosing:
            return self._place
        source, is_painting = self.source, self.stroke is not None
        if source is None:
            return None
        if self._offset is None or not (self.aligned or is_painting):
            return self.canvas.to_widget(source)
        tip = self.canvas.to_document(self._tip(self._place))
        return self.canvas.to_widget(tip + QPointF(*self._offset))


def sets_source(touch: Touch) -> bool:
    """Whether a press sets the source: with Alt, or where desktops move windows by it, Ctrl."""
    return touch.has_alt or touch.has_control
