"""The tool that fills with a gradient between two colours."""

import math
from dataclasses import astuple, dataclass, replace
from functools import partial

from PySide6.QtCore import QPointF, QRectF, Signal
from PySide6.QtGui import QKeyEvent, QPainter

from glide_studio.core.document.document import Document
from glide_studio.core.document.layers import Item
from glide_studio.core.mask.selection import Selection
from glide_studio.core.paint.gradient import Gradient, GradientShape
from glide_studio.core.paint.mask_paint import changed_painted
from glide_studio.core.raster.colour import BLACK, WHITE, Colour
from glide_studio.session.language import tr
from glide_studio.session.layer_commands import LayerCommands
from glide_studio.session.open_document import OpenDocument
from glide_studio.ui.canvas.lines import circle_reach, draw_brush_circle, draw_outline
from glide_studio.ui.canvas.tool import CanvasView, Tool, Touch
from glide_studio.ui.tools.layer_brush import opacity_of

HANDLE_RADIUS = 4.0
"""Radius of the circles at both ends of the line, in logical pixels."""


@dataclass(frozen=True)
class GradientOptions:
    """How to fill: opacity from 0 to 1; `fades` to transparent instead of the background colour;
    `reverse` swaps both ends."""

    shape: GradientShape = GradientShape.LINEAR
    fades: bool = False
    reverse: bool = False
    opacity: float = 1.0


@dataclass
class _Drag:
    """A gradient that is being drawn on a layer, or on the mask of a layer or group, both as they
    were when the drag began."""

    item: Item
    on_mask: bool
    selection: Selection
    start: QPointF
    end: QPointF
    wanted: Gradient | None = None
    shown: tuple[Gradient, Item] | None = None
    is_computing: bool = False

    def drawn(self, gradient: Gradient) -> Item:
        """The layer or group with a gradient on it or on its mask, as far as it is selected."""
        draw = partial(gradient.drawn_on, bounds=self.selection.bounds())
        return changed_painted(self.selection, self.item, draw, on_mask=self.on_mask)


class GradientTool(Tool):
    """Drag to fill what is selected of the active layer, or of its mask if that is chosen, from the
    foreground colour at the start to the background colour or transparent at the end; with Shift in
    steps of 45°.

    `options_changed` reports the options and the colours. The layer, which may be large, is filled
    in the background, and shown while the drag goes on.
    """

    options_changed = Signal()
    works_on_blank = True
    needs_colours = True

    def __init__(
        self, canvas: CanvasView, open_document: OpenDocument, layers: LayerCommands
    ) -> None:
        super().__init__(canvas)
        self._open_document = open_document
        self._layers = layers
        self._options = GradientOptions()
        self._colours = BLACK, WHITE
        self._drag: _Drag | None = None
        self._is_held = False

    @property
    def options(self) -> GradientOptions:
        """How the next gradient is drawn."""
        return self._options

    @options.setter
    def options(self, options: GradientOptions) -> None:
        if options != self._options:
            self._options = options
            self.options_changed.emit()
            self._want()

    @property
    def colours(self) -> tuple[Colour, Colour]:
        """Foreground and background, in sRGB."""
        return self._colours

    @colours.setter
    def colours(self, colours: tuple[Colour, Colour]) -> None:
        if colours != self._colours:
            self._colours = colours
            self.options_changed.emit()

    @property
    def sentence(self) -> str:
        item = self._layers.painted_item
        if item is None:
            return tr("Gradient: drag to fill a new layer; Shift keeps to steps of 45°")
        if self._layers.paints_mask:
            said = tr("Gradient: drag to fill the layer mask of “{name}”: black hides, white shows")
        elif self._open_document.document.selection.is_everything:
            said = tr("Gradient: drag to fill the layer “{name}”; Shift keeps to steps of 45°")
        else:
            said = tr("Gradient: drag to fill what is selected of “{name}”")
        return said.format(name=item.name)

    @property
    def is_busy(self) -> bool:
        return self._drag is not None

    def press(self, touch: Touch) -> None:
        self._finish()
        if not self._layers.accept_candidate():
            return
        item = self._layers.item_to_fill()
        if self._layers.can_change(item):
            selection = self._open_document.document.selection
            on_mask = self._layers.paints_mask
            self._drag = _Drag(item, on_mask, selection, touch.point, touch.point)
            self._is_held = True

    def move(self, touch: Touch) -> None:
        if self._drag is not None and self._is_held:
            start = self._drag.start
            self._drag.end = in_steps(start, touch.point) if touch.has_shift else touch.point
            self._want()

    def release(self, touch: Touch) -> None:
        drag = self._drag
        if drag is None or not self._is_held:
            return
        self.move(touch)
        self._is_held = False
        if drag.wanted is None:
            self.cancel()
            return
        self._advance()

    def cancel(self) -> None:
        if self._drag is not None:
            self._end()
            self.canvas.show_document()

    @property
    def is_unsettled(self) -> bool:
        return self._drag is not None and not self._is_held

    def _end(self) -> None:
        """Nothing is drawn any more; carry out the commands that waited for it."""
        self._drag, self._is_held = None, False
        self.carry_on()

    def takes(self, event: QKeyEvent) -> bool:
        return super().takes(event) or opacity_of(event) is not None

    def key_press(self, event: QKeyEvent) -> None:
        opacity = opacity_of(event)
        if opacity is None:
            super().key_press(event)
        else:
            self.options = replace(self.options, opacity=opacity)

    def change_document(self, document: Document) -> None:
        """The gradient is a step now, or the layer has changed meanwhile."""
        if self._drag is not None and document.item(self._drag.item.id) is not self._drag.item:
            self._end()

    def shown(self, document: Document) -> Document:
        if self._drag is None or self._drag.shown is None:
            return document
        return document.with_item(self._drag.shown[1])

    def gradient(self, start: QPointF, end: QPointF) -> Gradient | None:
        """The gradient between two points of the document; None if they are the same."""
        first, last = map(self._layers.painted_colour, self._colours)
        ends = (start.x(), start.y()), (end.x(), end.y())
        if ends[0] == ends[1]:
            return None
        shape, fades, reverse, opacity = astuple(self._options)
        return Gradient(shape, *ends, first, last, fades, reverse, opacity)

    def _want(self) -> None:
        """Show the gradient of the drag, if there is one, with the options as they are now."""
        if self._drag is not None and self._is_held:
            self._drag.wanted = self.gradient(self._drag.start, self._drag.end)
            self._advance()

    def _advance(self) -> None:
        """Fill the layer as it is wanted; once the pointer is released, make that one step."""
        drag = self._drag
        if drag is None or drag.wanted is None or drag.is_computing:
            return
        if drag.shown is None or drag.shown[0] != drag.wanted:
            drag.is_computing = True
            show = partial(self._show, drag, drag.wanted)
            work = partial(drag.drawn, drag.wanted)
            self._open_document.start_in_background(work, show, self.cancel)
        elif not self._is_held:
            self._make_step(drag.item, drag.shown[1])

    def _show(self, drag: _Drag, gradient: Gradient, item: Item) -> None:
        drag.is_computing = False
        if drag is self._drag:
            drag.shown = (gradient, item)
            self.canvas.show_document()
            self._advance()

    def _finish(self) -> None:
        """Make a released gradient a step at once, as another one begins."""
        drag = self._drag
        if drag is not None and drag.wanted is not None and not self._is_held:
            self._make_step(drag.item, drag.drawn(drag.wanted))

    def _make_step(self, before: Item, after: Item) -> None:
        self._drag = None
        if after is not before:
            document = self._open_document.document.with_item(after)
            self._open_document.apply(tr("Gradient"), document)
        self._end()

    def area(self) -> QRectF:
        if not self._is_held or self._drag is None:
            return QRectF()
        ends = [self.canvas.to_widget(point) for point in (self._drag.start, self._drag.end)]
        reach = circle_reach(HANDLE_RADIUS, 1.0)
        return QRectF(*ends).normalized().adjusted(-reach, -reach, reach, reach)

    def draw(self, painter: QPainter) -> None:
        if not self._is_held or self._drag is None:
            return
        ratio = self.canvas.devicePixelRatioF()
        ends = [self.to_screen(point) for point in (self._drag.start, self._drag.end)]
        draw_outline(painter, ends, ratio)
        for end in ends:
            draw_brush_circle(painter, end, HANDLE_RADIUS * ratio, ratio)


def in_steps(start: QPointF, end: QPointF) -> QPointF:
    """The point nearest to `end` in a direction of whole 45° from `start`."""
    way = end - start
    angle = round(math.atan2(way.y(), way.x()) / (math.pi / 4)) * math.pi / 4
    along = QPointF(math.cos(angle), math.sin(angle))
    return start + along * QPointF.dotProduct(way, along)
