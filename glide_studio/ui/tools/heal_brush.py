"""The brush that replaces blemishes by what surrounds them."""

import numpy as np
from PySide6.QtCore import QPointF

from glide_studio.core.geometry import Rect
from glide_studio.core.mask.alpha import weighted
from glide_studio.core.paint.healing import healing, source_for
from glide_studio.core.paint.paint import PaintStroke, Picture, cloning, paint
from glide_studio.core.paint.stroke import Brush
from glide_studio.core.raster.colour import BLACK
from glide_studio.core.raster.raster import Pixels, Raster
from glide_studio.session.language import tr
from glide_studio.ui.canvas.tool import Touch
from glide_studio.ui.tools.clone_brush import CloneBrush, Offset, sets_source
from glide_studio.ui.tools.layer_brush import Start

SHADE = 110
"""Opacity, 0 to 255, of the shade that shows the stroke while its source is not known yet."""


class HealBrush(CloneBrush):
    """Copies as the clone brush does, and on release matches the copy to its surroundings.

    If `is_spot`, it finds a source near the stroke by itself, until Alt+click sets one.
    """

    is_spot = True
    _copied: tuple[Picture, Offset | None]

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
        layer = self.layer_to_copy_to()
        offset = None if layer is None or self.is_spot else self.offset_now()
        if layer is None or (offset is None and not self.is_spot):
            return None
        picture = self.picture(layer)
        self._copied = picture, offset
        ink = _shade if offset is None else cloning(picture, *offset)
        return layer, self.inking(brush, ink), tr("Heal")

    def finished(self, stroke: PaintStroke) -> Raster:
        picture, offset = self._copied
        offset = offset or source_for(picture, stroke.covered)
        if offset is None:
            said = tr("There is no room around this stroke to copy from. Paint a smaller spot.")
            self._open_document.noticed.emit(said)
            return stroke.before
        return stroke.repainted(healing(picture, *offset, stroke.covered))


def _shade(area: Rect, pixels: Pixels, coverage: Pixels) -> None:
    paint(pixels, weighted(coverage, np.full_like(coverage, SHADE)), BLACK)
