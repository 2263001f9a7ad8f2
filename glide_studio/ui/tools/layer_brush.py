"""The base class of the brushes that paint on the active layer."""

from abc import abstractmethod
from collections.abc import Callable
from dataclasses import replace
from functools import partial
from typing import TypedDict

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QKeyEvent

from glide_studio.core.document.document import Document
from glide_studio.core.document.layers import Layer
from glide_studio.core.geometry import Rect
from glide_studio.core.mask.selection import Selection
from glide_studio.core.paint.mask_paint import painted_pixels, with_painted
from glide_studio.core.paint.paint import Ink, PaintStroke
from glide_studio.core.paint.stroke import Brush
from glide_studio.core.raster.raster import Raster
from glide_studio.session.language import tr
from glide_studio.session.layer_commands import LayerCommands
from glide_studio.session.open_document import OpenDocument
from glide_studio.session.review import CandidateReview
from glide_studio.ui.canvas.tiles import changed_tiles
from glide_studio.ui.canvas.tool import CanvasView
from glide_studio.ui.tools.brush_tool import BrushTool, RebasableStroke

DIGIT_KEYS = Qt.KeyboardModifier.KeypadModifier | Qt.KeyboardModifier.ShiftModifier
"""What may be held with a digit: some keyboards have digits only with Shift."""

Begin = Callable[[Raster], PaintStroke]
"""Begins a stroke on a layer with these pixels."""

Start = tuple[Layer, Begin, str]


class Bounds(TypedDict):
    """What a stroke may change."""

    selection: Selection
    alpha_locked: bool


class LayerBrush(BrushTool):
    """Paints strokes on a layer; `painted` is emitted when a finished stroke changed pixels.

    A digit sets the opacity: 1 is 10%, 0 is 100%. While the layer mask is the one to paint on,
    only a brush that `paints_masks` can be used.
    """

    painted = Signal()
    needs_colours = True
    paints_masks = False
    stroke: RebasableStroke[Raster, PaintStroke] | None

    def __init__(
        self,
        canvas: CanvasView,
        open_document: OpenDocument,
        review: CandidateReview,
        layers: LayerCommands,
    ) -> None:
        super().__init__(canvas, open_document, review)
        self._layers = layers
        self._layer: Layer | None = None
        self._label = ""
        self._on_mask = False

    @abstractmethod
    def start(self, brush: Brush) -> Start | None:
        """The layer that the next stroke paints on, which may be new, how it starts, and the label
        of its step. None if it cannot be painted, which the artist is told."""

    def layer_to_change(self) -> Layer | None:
        """The active layer as it is shown, if it can be painted on; if not, the artist is told."""
        if not self._layers.accept_candidate():
            return None
        layer = self._open_document.document.active_layer
        if layer is None:
            self._open_document.noticed.emit(self.sentence)
        return layer if layer is not None and self._layers.can_change(layer) else None

    def inking(self, brush: Brush, ink: Ink) -> Begin:
        """Strokes with an ink, bound by the selection as it is now, and by locked alpha."""
        return partial(PaintStroke, brush=brush, ink=ink, **self.bounds)

    @property
    def bounds(self) -> Bounds:
        """What binds a stroke: the selection, and whether alpha is locked."""
        document = self._open_document.document
        layer = document.active_layer
        locked = layer is not None and layer.alpha_locked and document.painted_mask is None
        return Bounds(selection=document.selection, alpha_locked=locked)

    def begin(self, brush: Brush) -> None:
        document = self._open_document.document
        self._on_mask = document.painted_mask is not None
        if self._on_mask and not self.paints_masks:
            said = tr("The layer mask is chosen. Click the thumbnail of the layer to paint on it.")
            self._open_document.noticed.emit(said)
            return
        started = self.start(brush)
        if started is not None:
            self._layer, begin, self._label = started
            self.stroke = RebasableStroke(self.ground(self._layer), begin)

    def show_part(self, dirty: Rect) -> None:
        if not dirty.is_empty:
            self.canvas.show_part(self.shown(self._open_document.document), dirty)

    def finish(self) -> None:
        stroke, layer = self.stroke, self._layer
        if stroke is None or layer is None:
            return
        self.stroke = self._layer = None
        raster = stroke.stroke.raster
        if changed_tiles(stroke.ground.tiles, raster.tiles):
            self.commit(self._label, layer, stroke.stroke)
            return
        self.canvas.show_document()
        if stroke.stroke.is_outside:
            said = tr("Nothing is selected here. Choose Select > Deselect to work everywhere.")
            self._open_document.noticed.emit(said)

    def commit(self, label: str, layer: Layer, stroke: PaintStroke) -> None:
        """Make a whole stroke on a layer, which it has changed, a step of the history."""
        painted = self._painted(self._open_document.document, layer, stroke.raster)
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
            self.stroke = self._layer = None
            self.forget_end()
            self.canvas.show_document()

    def change_document(self, document: Document) -> None:
        """Repeat the stroke on the layer as it is now, if it still exists."""
        if self.stroke is None or self._layer is None:
            return
        layer = document.layer(self._layer.id)
        has_mask = layer is None or not self._on_mask or layer.mask is not None
        if self._layer.raster.extent != document.extent or not has_mask:
            self.stroke = self._layer = None
            self.forget_end()
        elif layer is not None:
            self._layer = layer
            self.stroke.rebase(self.ground(layer))

    def shown(self, document: Document) -> Document:
        if self.stroke is None or self._layer is None:
            return document
        return self._painted(document, self._layer, self.stroke.stroke.raster)

    def _painted(self, document: Document, layer: Layer, raster: Raster) -> Document:
        """`document` with a layer, which may be new, that was painted until it, or its mask, looked
        like `raster`."""
        painted = with_painted(layer, raster, self._on_mask)
        if document.layer(layer.id) is None:
            return document.with_layer(painted)
        return document.with_changed(painted)

    def ground(self, layer: Layer) -> Raster:
        """The pixels that are painted on: those of the layer, or of its mask."""
        return painted_pixels(layer, self._on_mask)


def opacity_of(event: QKeyEvent) -> float | None:
    """The opacity that a key stands for, if it is a digit alone."""
    digit = event.key() - Qt.Key.Key_0
    if not 0 <= digit <= 9 or event.modifiers() & ~DIGIT_KEYS:
        return None
    return (digit or 10) / 10
