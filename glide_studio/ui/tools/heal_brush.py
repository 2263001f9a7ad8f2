"""The brush that replaces blemishes by what surrounds them."""

from functools import partial

import numpy as np
from PySide6.QtCore import QPointF

from glide_studio.core.document.document import Document
from glide_studio.core.document.layers import Item
from glide_studio.core.geometry import Rect
from glide_studio.core.mask.alpha import weighted
from glide_studio.core.paint.healing import healing, source_for
from glide_studio.core.paint.paint import PaintStroke, Picture, cloning, paint
from glide_studio.core.paint.stroke import Brush
from glide_studio.core.raster.colour import BLACK
from glide_studio.core.raster.raster import Pixels, Raster
from glide_studio.session.editor import Editor
from glide_studio.session.language import tr
from glide_studio.ui.canvas.tool import CanvasView, Touch
from glide_studio.ui.tools.clone_brush import CloneBrush, Offset, sets_source
from glide_studio.ui.tools.layer_brush import Start

SHADE = 110
"""Opacity, 0 to 255, of the shade that shows the stroke while its source is not known yet."""


class HealBrush(CloneBrush):
    """Copies as the clone brush does, and on release matches the copy to its surroundings.

    If `is_spot`, it finds a source near the stroke by itself, until Alt+click sets one. Matching
    is done in the background, one stroke after the other; until then each is shown as it was
    painted, and others can be painted on it.
    """

    is_spot = True
    paints_masks = False

    def __init__(self, canvas: CanvasView, editor: Editor) -> None:
        super().__init__(canvas, editor)
        self._stroke_offset: Offset | None = None
        self._unhealed: list[_Unhealed] = []

    @property
    def sentence(self) -> str:
        layer = self._open_document.document.active_layer
        if layer is None:
            return tr("Heal brush: there is nothing to heal on a blank page")
        if self.is_spot:
            return tr("Heal brush: paint over a blemish, or Alt+click a source")
        if self.source is None:
            return tr("Heal brush: Alt+click where to copy from")
        return tr("Heal brush: heals “{name}”; Alt+click sets the source").format(name=layer.name)

    def press(self, touch: Touch) -> None:
        if sets_source(touch) and self.is_spot:
            self.is_spot = False
            self.brush_changed.emit(self.brush)
        super().press(touch)

    def cross(self) -> QPointF | None:
        return None if self.is_spot and not self.is_choosing else super().cross()

    def start(self, brush: Brush) -> Start | None:
        item = self.item_to_copy_to()
        offset = None if item is None or self.is_spot else self.offset_now()
        if item is None or (offset is None and not self.is_spot):
            return None
        self._stroke_offset = offset
        ink = _shade if offset is None else cloning(self.picture(item), *offset)
        return item, self.inking(brush, ink), tr("Heal")

    def commit(self, label: str, item: Item, stroke: PaintStroke) -> None:
        """Begin to heal what the stroke covers, once those before it are healed."""
        self._unhealed.append(
            _Unhealed(label, item.id, stroke, self._stroke_offset, self.all_layers)
        )
        if len(self._unhealed) == 1:
            self._heal(self._unhealed[0])

    def _heal(self, unhealed: "_Unhealed") -> None:
        self._open_document.apply_in_background(
            unhealed.label, unhealed.healed, partial(self._end, unhealed)
        )

    def _end(self, unhealed: "_Unhealed") -> None:
        """Heal the next stroke; after the last one, carry out the commands that waited for it."""
        if unhealed.has_no_source:
            said = tr("There is no room around this stroke to copy from. Paint a smaller spot.")
            self._open_document.noticed.emit(said)
        if unhealed not in self._unhealed:
            return
        self._unhealed.remove(unhealed)
        self.canvas.show_document()
        if unhealed.is_healed:
            self.painted.emit()
        if self._unhealed:
            self._heal(self._unhealed[0])
        else:
            self.carry_on()

    def leave_document(self) -> None:
        """Another document is about to be shown: those that wait are healed without being shown."""
        for unhealed in self._unhealed[1:]:
            self._heal(unhealed)
        self._unhealed.clear()
        self.carry_on()

    def drop_unhealed(self) -> None:
        """Another step of the history is chosen: what waits to be healed belongs to this one."""
        for unhealed in self._unhealed:
            unhealed.is_dropped = True

    @property
    def is_unsettled(self) -> bool:
        return bool(self._unhealed)

    def ground(self, item: Item) -> Raster:
        raster = super().ground(item)
        for unhealed in self._unhealed:
            raster = unhealed.shown_on(raster, item.id)
        return raster

    def shown(self, document: Document) -> Document:
        for layer_id in {unhealed.layer_id for unhealed in self._unhealed}:
            layer = document.layer(layer_id)
            if layer is not None:
                document = document.with_changed(layer.with_pixels(self.ground(layer)))
        return super().shown(document)


class _Unhealed:
    """A stroke whose pixels are not matched to their surroundings yet.

    After `healed`, which is called in the background, `is_healed` says whether it changed anything,
    and `has_no_source` why it did not. One that `is_dropped` is not healed.
    """

    def __init__(
        self,
        label: str,
        layer_id: str,
        stroke: PaintStroke,
        offset: Offset | None,
        all_layers: bool,
    ) -> None:
        self.label = label
        self.layer_id = layer_id
        self.has_no_source = False
        self.is_dropped = False
        self._stroke = stroke
        self._offset = offset
        self._all_layers = all_layers
        self._shown = stroke.before, stroke.raster
        self._done: Raster | None = None

    @property
    def is_healed(self) -> bool:
        return self._done is not None

    def healed(self, document: Document) -> Document:
        """`document` with the stroke healed, unless its layer is gone or has another size."""
        layer, stroke = document.layer(self.layer_id), self._stroke
        self._done = None
        if self.is_dropped or layer is None or layer.raster.extent != stroke.before.extent:
            return document
        picture: Picture = document.composite if self._all_layers else layer.raster.read
        offset = self._offset or source_for(picture, stroke.covered)
        self.has_no_source = offset is None
        if offset is None:
            return document
        ink = healing(picture, *offset, stroke.covered)
        self._done = stroke.painted_on(layer.raster, ink)
        return document.with_changed(layer.with_pixels(self._done))

    def shown_on(self, ground: Raster, layer_id: str) -> Raster:
        """`ground`, the pixels of the layer with that id, with the stroke as it was painted; once
        it is healed, without it."""
        if layer_id != self.layer_id or ground is self._done:
            return ground
        if ground.extent != self._stroke.before.extent:
            return ground
        if ground is not self._shown[0]:
            self._shown = ground, self._stroke.painted_on(ground)
        return self._shown[1]


def _shade(area: Rect, pixels: Pixels, coverage: Pixels) -> None:
    paint(pixels, weighted(coverage, np.full_like(coverage, SHADE)), BLACK)
