"""The tool that moves a layer, or what is selected of it."""

from collections.abc import Mapping
from dataclasses import dataclass, replace
from functools import partial

from PySide6.QtCore import QPointF, Qt
from PySide6.QtGui import QKeyEvent

from glide_studio.core.document.arranging import chosen
from glide_studio.core.document.document import Document
from glide_studio.core.document.layers import Layer
from glide_studio.core.document.transforming import shifted_selection
from glide_studio.core.mask.mask import Mask
from glide_studio.session.language import tr
from glide_studio.session.layer_commands import LayerCommands
from glide_studio.session.open_document import OpenDocument
from glide_studio.ui.canvas.tool import CanvasView, Tool, Touch
from glide_studio.ui.tools.layer_brush import opacity_of

ARROWS = {
    Qt.Key.Key_Left: (-1, 0),
    Qt.Key.Key_Right: (1, 0),
    Qt.Key.Key_Up: (0, -1),
    Qt.Key.Key_Down: (0, 1),
}
SHIFT = Qt.KeyboardModifier.ShiftModifier
FAR = 10
"""Pixels that an arrow key moves the layer with Shift; without it is one."""

Offset = tuple[int, int]


@dataclass
class _Move:
    """Layers that are being moved from `origin`, the document in which they have all their pixels,
    with the layer masks of the `whole` groups among them.

    `layers` and `masks` are those of the document when the move began, and `wanted` the offset
    that the layers are to get; `computed` is the last offset that was computed, and `origin` with
    the layers moved by it.
    """

    layers: tuple[Layer, ...]
    masks: Mapping[int, Mask]
    origin: Document
    whole: frozenset[str] = frozenset()
    wanted: Offset = (0, 0)
    computed: tuple[Offset, Document] | None = None
    is_computing: bool = False
    continues: bool = False

    def fits(self, document: Document) -> bool:
        """Whether `document` has the layers and the masks of the beginning."""
        now, before = document.masks, self.masks
        is_same = now.keys() == before.keys() and all(
            now[n] is before[n] or not (now[n].raster.tiles or before[n].raster.tiles) for n in now
        )
        return is_same and all(layer in document.layers for layer in self.layers)

    def applied(self, document: Document) -> Document:
        """`document` with the layers, and with them the mask, where they are moved to so far."""
        if self.computed is None:
            return document
        moved = self.computed[1]
        for group in [document.groups[each] for each in self.whole & document.groups.keys()]:
            document = document.with_group(replace(group, mask=moved.groups[group.id].mask))
        for before in self.layers:
            layer, there = moved.layer(before.id), document.layer(before.id)
            if layer is not None and there is not None:
                document = document.with_changed(replace(layer, groups=there.groups))
        return document.with_masks(moved.masks)


@dataclass(frozen=True)
class _Nudge:
    """The last step of the history, if arrow keys moved a layer of `origin` in it."""

    document: Document
    origin: Document
    offset: Offset


class MoveTool(Tool):
    """Drags what is selected of the active layer, or of all selected ones, or moves it with the
    arrow keys; what leaves the page is kept. The mask moves along.

    The layer, which may be large, is moved in the background and shown as soon as that is done.
    Consecutive arrow keys are one step of the history. A digit sets the opacity of the layers: 1 is
    10%, 0 is 100%.
    """

    needs_colours = True

    def __init__(
        self,
        canvas: CanvasView,
        open_document: OpenDocument,
        commands: LayerCommands,
    ) -> None:
        super().__init__(canvas)
        self._open_document = open_document
        self._commands = commands
        self._move: _Move | None = None
        self._dragged_from: QPointF | None = None
        self._nudge: _Nudge | None = None

    @property
    def cursor(self) -> Qt.CursorShape:
        return Qt.CursorShape.SizeAllCursor

    @property
    def sentence(self) -> str:
        layer = self._open_document.document.active_layer
        if layer is None:
            return ""
        if len(self._open_document.document.selected) > 1:
            return tr("Move: drag the selected layers, or nudge them with the arrow keys")
        sentence = tr("Move: drag the layer “{name}”, or nudge it with the arrow keys")
        if not self._open_document.document.selection.is_everything:
            sentence = tr("Move: drag what is selected of “{name}”, or press arrow keys")
        return sentence.format(name=layer.name)

    @property
    def is_busy(self) -> bool:
        return self._move is not None

    def press(self, touch: Touch) -> None:
        if self._move is None:
            self._move = self._started()
            self._dragged_from = None if self._move is None else touch.point
            self._nudge = None

    def move(self, touch: Touch) -> None:
        if self._dragged_from is not None:
            way = touch.point - self._dragged_from
            x, y = round(way.x()), round(way.y())
            if touch.has_shift:
                x, y = (x, 0) if abs(x) >= abs(y) else (0, y)
            self._want((x, y))

    def release(self, touch: Touch) -> None:
        if self._dragged_from is None or self._move is None:
            return
        self.move(touch)
        self._dragged_from = None
        if self._move.wanted == (0, 0):
            self.cancel()
        else:
            self._advance()

    def cancel(self) -> None:
        if self._move is not None:
            self._move = self._dragged_from = None
            self.canvas.show_document()

    def takes(self, event: QKeyEvent) -> bool:
        others = event.modifiers() & ~(SHIFT | Qt.KeyboardModifier.KeypadModifier)
        is_arrow = event.key() in ARROWS and not others
        return super().takes(event) or is_arrow or opacity_of(event) is not None

    def key_press(self, event: QKeyEvent) -> None:
        way, opacity = ARROWS.get(Qt.Key(event.key())), opacity_of(event)
        if opacity is not None:
            self._commands.finish()
            self._commands.set_opacity(opacity)
            self._commands.finish()
        elif way is None:
            super().key_press(event)
        elif self._dragged_from is None:
            self._move = self._move or self._continued()
            if self._move is not None:
                x, y = self._move.wanted
                by = FAR if event.modifiers() & SHIFT else 1
                self._want((x + by * way[0], y + by * way[1]))

    def change_document(self, document: Document) -> None:
        """Cancel the move of a layer that has changed meanwhile."""
        if self._move is not None and not self._move.fits(document):
            self._move = self._dragged_from = None

    def shown(self, document: Document) -> Document:
        return document if self._move is None else self._move.applied(document)

    def _started(self) -> _Move | None:
        """A move of the active layer, as it is shown; None, after a notice, if it is impossible."""
        if not self._commands.accept_candidate():
            return None
        document = self._open_document.document
        layers = self._commands.movable()
        whole = frozenset(chosen(document)[1])
        return _Move(layers, document.masks, document, whole) if layers else None

    def _continued(self) -> _Move | None:
        """The move of the last arrow key, unless it has been saved; if none, as `_started`."""
        move, nudge, document = self._started(), self._nudge, self._open_document
        if move and nudge and nudge.document is document.document and document.is_modified:
            return replace(move, origin=nudge.origin, wanted=nudge.offset, continues=True)
        return move

    def _want(self, offset: Offset) -> None:
        """Set how far the layer is to be from its origin."""
        if self._move is not None and offset != self._move.wanted:
            self._move.wanted = offset
            self._advance()

    def _advance(self) -> None:
        """Move the layer to where it is wanted; once it is released there, make it one step."""
        move = self._move
        if move is None or move.is_computing:
            return
        if move.computed is None or move.computed[0] != move.wanted:
            move.is_computing = True
            ids = tuple(layer.id for layer in move.layers)
            work = partial(shifted_selection, move.origin, ids, *move.wanted, move.whole)
            self._open_document.start_in_background(work, partial(self._show, move, move.wanted))
        elif self._dragged_from is None:
            self._move = None
            self._make_step(move)

    def _show(self, move: _Move, offset: Offset, moved: Document) -> None:
        move.is_computing = False
        if move is self._move:
            move.computed = (offset, moved)
            self.canvas.show_document()
            self._advance()

    def _make_step(self, move: _Move) -> None:
        document = move.applied(self._open_document.document)
        if move.continues:
            self._open_document.amend(document)
        else:
            label = tr("Move {name}") if len(move.layers) == 1 else tr("Move layers")
            self._open_document.apply(label.format(name=move.layers[0].name), document)
        self._nudge = _Nudge(self._open_document.document, move.origin, move.wanted)
