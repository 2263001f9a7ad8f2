"""The base class of the brushes that paint on the active layer."""

from abc import abstractmethod
from collections.abc import Callable
from dataclasses import replace
from functools import partial

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QKeyEvent

from glide_studio.core.document.document import Document
from glide_studio.core.document.layers import Layer
from glide_studio.core.geometry import Rect
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


class LayerBrush(BrushTool):
    """Paints strokes on a layer; `painted` is emitted when a finished stroke changed pixels.

    A digit sets the opacity: 1 is 10%, 0 is 100%.
    """

    painted = Signal()
    needs_colours = True
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
        """Strokes with an ink, bound by the selection as it is now."""
        selection = self._open_document.document.selection
        return partial(PaintStroke, brush=brush, ink=ink, selection=selection)

    def begin(self, brush: Brush) -> None:
        started = self.start(brush)
        if started is not None:
            self._layer, begin, self._label = started
            self.stroke = RebasableStroke(self._layer.raster, begin)

    def show_part(self, dirty: Rect) -> None:
        if not dirty.is_empty:
            self.canvas.show_part(self.shown(self._open_document.document), dirty)

    def finish(self) -> None:
        stroke, layer = self.stroke, self._layer
        if stroke is None or layer is None:
            return
        self.stroke = self._layer = None
        raster = self.finished(stroke.stroke)
        if changed_tiles(stroke.ground.tiles, raster.tiles):
            painted = _painted(self._open_document.document, layer, raster)
            self._open_document.apply(self._label, painted)
            self.painted.emit()
            return
        self.canvas.show_document()
        if stroke.stroke.is_outside:
            said = tr("Nothing is selected here. Choose Select > Deselect to work everywhere.")
            self._open_document.noticed.emit(said)

    def finished(self, stroke: PaintStroke) -> Raster:
        """The layer after a whole stroke, which may differ from what was shown while painting."""
        return stroke.raster

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
        if self._layer.raster.extent != document.extent:
            self.stroke = self._layer = None
            self.forget_end()
        elif layer is not None:
            self._layer = layer
            self.stroke.rebase(layer.raster)

    def shown(self, document: Document) -> Document:
        if self.stroke is None or self._layer is None:
            return document
        return _painted(document, self._layer, self.stroke.stroke.raster)


def _painted(document: Document, layer: Layer, raster: Raster) -> Document:
    """`document` with a layer, which may be new, that was painted until it looked like `raster`."""
    painted = layer.with_pixels(raster)
    if document.layer(layer.id) is None:
        return document.with_layer(painted)
    return document.with_changed(painted)


def opacity_of(event: QKeyEvent) -> float | None:
    """The opacity that a key stands for, if it is a digit alone."""
    digit = event.key() - Qt.Key.Key_0
    if not 0 <= digit <= 9 or event.modifiers() & ~DIGIT_KEYS:
        return None
    return (digit or 10) / 10
