"""The options of the brushes that retouch: what they copy."""

from PySide6.QtWidgets import QHBoxLayout, QWidget

from glide_studio.session.language import tr
from glide_studio.ui.tools.clone_brush import CloneBrush
from glide_studio.ui.tools.heal_brush import HealBrush
from glide_studio.ui.tools.toolbox import Toolbox
from glide_studio.ui.widgets.buttons import check_box
from glide_studio.ui.widgets.layouts import fill, keep_room


class RetouchOptions(QWidget):
    """Shows and sets what the current brush has of these options; nothing for other brushes.

    The box `all_layers` is to be placed in another row, where there is room.
    """

    def __init__(self, tools: Toolbox) -> None:
        super().__init__()
        self._tools = tools
        self._aligned = check_box(
            "clone_aligned_check",
            tr("Aligned"),
            tr("Keep the distance to the source from stroke to stroke"),
        )
        self.all_layers = check_box(
            "clone_all_layers_check",
            tr("All layers"),
            tr("Copy what all visible layers look like together, not the active layer alone"),
        )
        self._spot = check_box(
            "heal_spot_check",
            tr("Find source"),
            tr("Copy from the most similar part near the stroke; off, Alt+click sets the source"),
        )
        for box in (self._aligned, self.all_layers, self._spot):
            box.clicked.connect(self._set)
        keep_room(self._spot)
        fill(QHBoxLayout(self), [self._aligned, self._spot, None])
        tools.brush_changed.connect(self._show)
        self._show()

    def _set(self) -> None:
        brush = self._tools.brush_tool
        if isinstance(brush, CloneBrush):
            brush.aligned = self._aligned.isChecked()
            brush.all_layers = self.all_layers.isChecked()
        if isinstance(brush, HealBrush):
            brush.is_spot = self._spot.isChecked()
        self._show()

    def _show(self) -> None:
        brush = self._tools.brush_tool
        copies = isinstance(brush, CloneBrush)
        self.setVisible(copies)
        self.all_layers.setVisible(copies)
        is_spot = isinstance(brush, HealBrush) and brush.is_spot
        self._spot.setVisible(isinstance(brush, HealBrush))
        self._spot.setChecked(is_spot)
        self._aligned.setVisible(not is_spot)
        if isinstance(brush, CloneBrush):
            self._aligned.setChecked(brush.aligned)
            self.all_layers.setChecked(brush.all_layers)
