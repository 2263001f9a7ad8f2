"""The brush that smears the active layer."""

from dataclasses import replace
from functools import partial

from PySide6.QtGui import QColor

from glide_studio.core.paint.smudge import SmudgeStroke
from glide_studio.core.paint.stroke import Brush
from glide_studio.session.editor import Editor
from glide_studio.session.language import tr
from glide_studio.ui.canvas.tool import CanvasView
from glide_studio.ui.style.theme import current
from glide_studio.ui.tools.layer_brush import LayerBrush, Start


class SmudgeBrush(LayerBrush):
    """Smears what it is drawn over; the brush's opacity is how far the colours are carried."""

    paints_masks = True

    def __init__(self, canvas: CanvasView, editor: Editor) -> None:
        super().__init__(canvas, editor)
        self._brush = replace(self._brush, opacity=0.6)

    @property
    def sentence(self) -> str:
        item = self._layers.painted_item
        if item is None:
            return tr("Smudge brush: there is nothing to smear on a blank page")
        return tr("Smudge brush: smears the layer “{name}”").format(name=item.name)

    @property
    def tint(self) -> QColor:
        return QColor(current().text)

    def start(self, brush: Brush) -> Start | None:
        item = self.item_to_change()
        if item is None:
            return None
        return item, partial(SmudgeStroke, brush=brush, **self.bounds), tr("Smudge")
