"""The brush that paints the active layer as it was at an earlier step of the history."""

from PySide6.QtGui import QColor

from glide_studio.core.paint.paint import restoring
from glide_studio.core.paint.stroke import Brush
from glide_studio.session.editor import Editor
from glide_studio.session.language import tr
from glide_studio.ui.canvas.tool import CanvasView, Tool
from glide_studio.ui.style.theme import current
from glide_studio.ui.tools.layer_brush import LayerBrush, Start


class RestoreBrush(LayerBrush):
    """Paints the active layer as it was at a `RestoreSource`; a pen's other end does the same."""

    def __init__(self, canvas: CanvasView, editor: Editor) -> None:
        super().__init__(canvas, editor)
        self._source = editor.restore_source

    @property
    def sentence(self) -> str:
        layer = self._open_document.document.active_layer
        if layer is None:
            return tr("Restore brush: there is nothing to restore on a blank page")
        said = tr("Restore brush: paints the layer “{name}” as it was at “{step}”")
        return said.format(name=layer.name, step=self._source.entry.label)

    @property
    def tint(self) -> QColor:
        return QColor(current().text)

    def activated(self, previous: Tool) -> None:
        self._source.prepare()

    def start(self, brush: Brush) -> Start | None:
        layer = self._open_document.document.active_layer
        if self._review.is_pending:
            said = tr("Accept or discard the shown candidate before you restore anything.")
            self._open_document.noticed.emit(said)
        elif layer is None:
            self._open_document.noticed.emit(self.sentence)
        elif self._layers.can_change(layer):
            earlier = self._source.pixels_of(layer)
            if earlier is not None:
                return layer, self.inking(brush, restoring(earlier)), tr("Restore")
        return None
