"""The base class of the brushes that paint on the active layer."""

from abc import abstractmethod
from collections.abc import Callable
from dataclasses import replace
from functools import partial
from typing import TypedDict

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QKeyEvent

from glide_studio.core.document.document import Document
from glide_studio.core.document.layers import Item, Layer
from glide_studio.core.geometry import Rect
from glide_studio.core.mask.selection import Selection
from glide_studio.core.paint.mask_paint import painted_pixels, with_painted
from glide_studio.core.paint.paint import Ink, PaintStroke
from glide_studio.core.paint.stroke import Brush
from glide_studio.core.raster.raster import Raster
from glide_studio.session.editor import Editor
from glide_studio.session.language import tr
from glide_studio.ui.canvas.tiles import changed_tiles
from glide_studio.ui.canvas.tool import CanvasView
from glide_studio.ui.tools.brush_tool import BrushTool, RebasableStroke

DIGIT_KEYS = Qt.KeyboardModifier.KeypadModifier | Qt.KeyboardModifier.ShiftModifier
"""What may be held with a digit: some keyboards have digits only with Shift."""

Begin = Callable[[Raster], PaintStroke]
"""Begins a stroke on a layer with these pixels."""

Start = tuple[Item, Begin, str]


class Bounds(TypedDict):
    """What a stroke may change."""

    selection: Selection
    alpha_locked: bool


class LayerBrush(BrushTool):
    """Paints strokes on a layer or a layer mask; `painted` is emitted when a finished one changed
    pixels.

    A digit sets the opacity: 1 is 10%, 0 is 100%. While the layer mask is the one to paint on,
    only a brush that `paints_masks` can be used.
    """

    painted = Signal()
    needs_colours = True
    paints_masks = False
    stroke: RebasableStroke[Raster, PaintStroke] | None

    def __init__(self, canvas: CanvasView, editor: Editor) -> None:
        super().__init__(canvas, editor.open_document, editor.review)
        self._layers = editor.layers
        self._item: Item | None = None
        self._label = ""
        self._on_mask = False

    @abstractmethod
    def start(self, brush: Brush) -> Start | None:
        """What the next stroke paints on (a layer, which may be new, or what has the layer mask),
        how it starts, and the label of its step. None if it cannot be painted, which the artist is
        told."""

    def item_to_change(self) -> Item | None:
        """What is painted on, as it is shown: the active layer, or what has the mask that is
        chosen. None if it cannot be painted on, which the artist is told."""
        if not self._layers.accept_candidate():
            return None
        item = self._layers.painted_item
        if item is None:
            self._open_document.noticed.emit(self.sentence)
        return item if item is not None and self._layers.can_change(item) else None

    def inking(self, brush: Brush, ink: Ink) -> Begin:
        """Strokes with an ink, bound by the selection as it is now, and by locked alpha."""
        return partial(PaintStroke, brush=brush, ink=ink, **self.bounds)

    @property
    def bounds(self) -> Bounds:
        """What binds a stroke: the selection, and whether alpha is locked."""
        document = self._open_document.document
        layer = document.active_layer
        locked = layer is not None and layer.alpha_locked and not self._layers.paints_mask
        return Bounds(selection=document.selection, alpha_locked=locked)

    def begin(self, brush: Brush) -> None:
        self._on_mask = self._layers.paints_mask
        if self._on_mask and not self.paints_masks:
            said = tr("The layer mask is chosen. Click the thumbnail of the layer to paint on it.")
            self._open_document.noticed.emit(said)
            return
        started = self.start(brush)
        if started is not None:
            self._item, begin, self._label = started
            self.stroke = RebasableStroke(self.ground(self._item), begin)

    def show_part(self, dirty: Rect) -> None:
        if not dirty.is_empty:
            self.canvas.show_part(self.shown(self._open_document.document), dirty)

    def finish(self) -> None:
        stroke, item = self.stroke, self._item
        if stroke is None or item is None:
            return
        self.stroke = self._item = None
        raster = stroke.stroke.raster
        if changed_tiles(stroke.ground.tiles, raster.tiles):
            self.commit(self._label, item, stroke.stroke)
            return
        self.canvas.show_document()
        if stroke.stroke.is_outside:
            said = tr("Nothing is selected here. Choose Select > Deselect to work everywhere.")
            self._open_document.noticed.emit(said)

    def commit(self, label: str, item: Item, stroke: PaintStroke) -> None:
        """Make a whole stroke, which has changed a layer or its mask, a step of the history."""
        painted = self._painted(self._open_document.document, item, stroke.raster)
        self._open_document.apply(label, painted)
        self.painted.emit()

    def takes(self, event: QKeyEvent) -> bool:
        return super().takes(event) or opacity_of(event) is not None

    def key_press(self, event: QKeyEvent) -> None:
        opacity = opacity_of(event)
        if opacity is None:
            super().key_press(event)
        else:
            self.brush = replace(self.brush, opacity=opacity)

    def cancel(self) -> None:
        if self.stroke is not None:
            self.stroke = self._item = None
            self.forget_end()
            self.canvas.show_document()

    def change_document(self, document: Document) -> None:
        """Repeat the stroke on the layer or mask as it is now, if it still exists."""
        if self.stroke is None or self._item is None:
            return
        item = document.item(self._item.id)
        has_mask = item is None or not self._on_mask or item.mask is not None
        if self.ground(self._item).extent != document.extent or not has_mask:
            self.stroke = self._item = None
            self.forget_end()
        elif item is not None:
            self._item = item
            self.stroke.rebase(self.ground(item))

    def shown(self, document: Document) -> Document:
        if self.stroke is None or self._item is None:
            return document
        return self._painted(document, self._item, self.stroke.stroke.raster)

    def _painted(self, document: Document, item: Item, raster: Raster) -> Document:
        """`document` with a layer, which may be new, or with a layer mask, that was painted until
        it looked like `raster`."""
        painted = with_painted(item, raster, self._on_mask)
        if isinstance(painted, Layer) and document.layer(item.id) is None:
            return document.with_layer(painted)
        return document.with_item(painted)

    def ground(self, item: Item) -> Raster:
        """The pixels that are painted on: those of a layer, or of a layer mask."""
        return painted_pixels(item, self._on_mask)


def opacity_of(event: QKeyEvent) -> float | None:
    """The opacity that a key stands for, if it is a digit alone."""
    digit = event.key() - Qt.Key.Key_0
    if not 0 <= digit <= 9 or event.modifiers() & ~DIGIT_KEYS:
        return None
    return (digit or 10) / 10
