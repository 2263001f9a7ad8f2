"""The texture of the brush: its tip, the grain of the paper, and wet edges."""

from collections.abc import Callable
from dataclasses import replace
from typing import Any

from PySide6.QtCore import QPoint
from PySide6.QtWidgets import (
    QCheckBox,
    QComboBox,
    QGridLayout,
    QLabel,
    QLayout,
    QVBoxLayout,
    QWidget,
)

from glide_studio.core.geometry import Extent
from glide_studio.core.paint.stroke import Brush
from glide_studio.core.paint.textures import Grain, Tip
from glide_studio.session.language import tr
from glide_studio.session.quantities import percent
from glide_studio.ui.panels.stroke_picture import stroke_picture
from glide_studio.ui.style.theme import GRID
from glide_studio.ui.widgets.buttons import check_box
from glide_studio.ui.widgets.fields import ChoiceBox
from glide_studio.ui.widgets.labelled_slider import LabelledSlider
from glide_studio.ui.widgets.layouts import fill
from glide_studio.ui.widgets.naming import label, named
from glide_studio.ui.widgets.windows import Popup

PICTURE = Extent(240, 64)


class TexturePopup(Popup):
    """Shows a sample stroke of `brush`, and passes it on to `use` with what the artist changes.

    `has_wet` offers wet edges, which masks and smudging do not have.
    """

    def __init__(
        self, brush: Brush, use: Callable[[Brush], object], parent: QWidget, *, has_wet: bool
    ) -> None:
        super().__init__("texture_popup", tr("Texture"), parent)
        self.setProperty("role", "popup")
        self._brush = brush
        self._use = use
        self._picture = named(
            QLabel(), "texture_preview", tr("Sample stroke"), tr("A stroke of the brush")
        )
        grid = QGridLayout()
        grid.setColumnStretch(1, 1)
        grid.setHorizontalSpacing(GRID)
        tips = {
            tr("Round"): Tip.ROUND,
            tr("Crumbly"): Tip.CRUMBLY,
            tr("Bristles"): Tip.BRISTLES,
        }
        grains = {
            tr("No grain"): Grain.NONE,
            tr("Paper"): Grain.PAPER,
            tr("Linen"): Grain.CANVAS,
            tr("Rough"): Grain.ROUGH,
        }
        self._add(grid, "tip", tr("Tip"), tr("The shape that the brush leaves"), tips)
        self._add(grid, "grain", tr("Grain"), tr("The surface that is painted on"), grains)
        self._depth = LabelledSlider(
            grid,
            "brush_depth",
            tr("Depth"),
            tr("How deep the pits of the grain are"),
            100,
            lambda value: percent(value / 100),
        )
        self._depth.show_value(round(100 * brush.depth))
        self._depth.changed.connect(lambda value: self._set(depth=value / 100))
        parts: list[QWidget | QLayout] = [self._picture, grid]
        if has_wet:
            parts.append(self._wet_box())
        layout = fill(QVBoxLayout(self), parts)
        layout.setContentsMargins(GRID, GRID, GRID, GRID)
        self._set()

    def open_below(self, widget: QWidget) -> None:
        """Show it below `widget`, entirely on its screen."""
        self.adjustSize()
        self.open_at(widget, QPoint(0, widget.height() + GRID // 2))

    def _wet_box(self) -> QCheckBox:
        wet = check_box(
            "brush_wet_check",
            tr("Wet edges"),
            tr("Let paint gather at the edges of a stroke, as watercolour does"),
        )
        wet.setChecked(self._brush.wet_edges)
        wet.toggled.connect(lambda on: self._set(wet_edges=on))
        return wet

    def _add(
        self, grid: QGridLayout, field: str, text: str, tooltip: str, entries: dict[str, Any]
    ) -> None:
        """Add a row for the field of the brush that has one of some values."""
        combo: QComboBox = named(ChoiceBox(), f"brush_{field}_combo", text, tooltip)
        for said, value in entries.items():
            combo.addItem(said, value)
        combo.setCurrentIndex(combo.findData(getattr(self._brush, field)))
        combo.currentIndexChanged.connect(lambda: self._set(**{field: combo.currentData()}))
        row = grid.rowCount()
        grid.addWidget(label(text, "small", combo), row, 0)
        grid.addWidget(combo, row, 1, 1, 2)

    def _set(self, **fields: Any) -> None:
        """Change some fields of the brush; a grain without depth gets some."""
        brush = replace(self._brush, **fields)
        if "grain" in fields and brush.depth == 0:
            brush = replace(brush, depth=0.5)
            self._depth.show_value(50)
        if brush != self._brush:
            self._brush = brush
            self._use(brush)
        tint = self.palette().text().color()
        picture = stroke_picture(brush, tint, PICTURE, self.devicePixelRatioF())
        self._picture.setPixmap(picture)
