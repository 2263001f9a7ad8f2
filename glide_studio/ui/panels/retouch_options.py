"""The options of the brushes that retouch: what they copy."""

from PySide6.QtWidgets import QHBoxLayout, QWidget

from glide_studio.session.language import tr
from glide_studio.ui.tools.clone_brush import CloneBrush
from glide_studio.ui.tools.toolbox import Toolbox
from glide_studio.ui.widgets.buttons import check_box
from glide_studio.ui.widgets.layouts import fill


class RetouchOptions(QWidget):
    """Shows and sets what the current brush has of these options; nothing for other brushes."""

    def __init__(self, tools: Toolbox) -> None:
        super().__init__()
        self._tools = tools
        self._aligned = check_box(
            "clone_aligned_check",
            tr("Aligned"),
            tr("Keep the distance to the source from stroke to stroke"),
        )
        self._all_layers = check_box(
            "clone_all_layers_check",
            tr("All layers"),
            tr("Copy what all visible layers look like together, not the active layer alone"),
        )
        self._aligned.toggled.connect(lambda on: self._set("aligned", on))
        self._all_layers.toggled.connect(lambda on: self._set("all_layers", on))
        fill(QHBoxLayout(self), [self._aligned, self._all_layers, None])
        tools.brush_changed.connect(self._show)
        self._show()

    def _set(self, name: str, on: bool) -> None:
        brush = self._tools.brush_tool
        if isinstance(brush, CloneBrush):
            setattr(brush, name, on)

    def _show(self) -> None:
        brush = self._tools.brush_tool
        copies = isinstance(brush, CloneBrush)
        self.setVisible(copies)
        if isinstance(brush, CloneBrush):
            self._aligned.setChecked(brush.aligned)
            self._all_layers.setChecked(brush.all_layers)
