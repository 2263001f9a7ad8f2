"""The settings of the current brush, with a preview."""

import math
from dataclasses import replace

from PySide6.QtCore import QSignalBlocker, Qt
from PySide6.QtWidgets import (
    QCheckBox,
    QGridLayout,
    QHBoxLayout,
    QLabel,
    QPushButton,
    QSlider,
    QSpinBox,
    QVBoxLayout,
    QWidget,
)

from glide_studio.core.paint.curve import Curve
from glide_studio.core.paint.stroke import MAX_SIZE, MAX_SPACING, MAX_STABILISER, MIN_SIZE
from glide_studio.session.language import tr
from glide_studio.ui.dialogs.pressure_dialog import PressureDialog
from glide_studio.ui.panels.brush_preview import BrushPreview
from glide_studio.ui.style.theme import GRID, indent_text
from glide_studio.ui.tools.toolbox import Toolbox
from glide_studio.ui.widgets.labelled_slider import LabelledSlider
from glide_studio.ui.widgets.naming import named, percent

SIZE_STEPS = 400
"""Number of positions of the size slider, which is logarithmic."""


class BrushPanel(QWidget):
    """Shows and sets the brush of a toolbox."""

    def __init__(self, tools: Toolbox, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._tools = tools
        self._make_size()
        self._make_sliders()
        self._pressure = named(
            QPushButton(tr("Pen pressure…")),
            "brush_pressure_button",
            tr("Pen pressure"),
            tr("Set how pen pressure affects size and opacity"),
        )
        self._pressure.clicked.connect(self._open_pressure)
        self._build_up = named(
            QCheckBox(tr("Build up")),
            "brush_build_up_check",
            tr("Build up"),
            tr("Let a stroke add up where it crosses itself, like an airbrush"),
        )
        self._build_up.toggled.connect(self._set_build_up)
        self._preview = named(
            BrushPreview(), "brush_preview", tr("Brush preview"), tr("A single dab of the brush")
        )
        self._lay_out()
        tools.brush_changed.connect(self._show)
        self._show()

    def _make_size(self) -> None:
        tooltip = tr("Brush diameter in picture pixels ([ decreases, ] increases it)")
        self._size_spin = named(QSpinBox(), "brush_size_spin", tr("Brush size in pixels"), tooltip)
        self._size_spin.setRange(MIN_SIZE, MAX_SIZE)
        self._size_spin.setSuffix(tr(" px"))
        indent_text(self._size_spin)
        self._size_slider = named(
            QSlider(Qt.Orientation.Horizontal), "brush_size_slider", tr("Brush size"), tooltip
        )
        self._size_slider.setMaximum(SIZE_STEPS)
        self._size_spin.valueChanged.connect(self._set_size)
        self._size_slider.valueChanged.connect(lambda step: self._set_size(size_at(step)))

    def _make_sliders(self) -> None:
        self._grid = grid = QGridLayout()
        grid.setHorizontalSpacing(GRID)
        grid.setVerticalSpacing(GRID // 2)
        grid.setColumnStretch(1, 1)
        grid.setColumnMinimumWidth(2, self.fontMetrics().horizontalAdvance(tr("Solid")))
        self._hardness = LabelledSlider(
            grid,
            "brush_hardness",
            tr("Hardness"),
            tr("Hardness of the brush edge (Shift+[ softer, Shift+] harder)"),
            100,
            _percent,
        )
        self._opacity = LabelledSlider(
            grid,
            "brush_opacity",
            tr("Opacity"),
            tr("Maximum coverage of a stroke; a mask below 50% leaves the picture unchanged"),
            100,
            _percent,
        )
        self._spacing = LabelledSlider(
            grid,
            "brush_spacing",
            tr("Spacing"),
            tr("Distance between dabs in brush diameters; a solid line at the far left"),
            round(100 * MAX_SPACING),
            lambda value: _percent(value) if value else tr("Solid"),
        )
        self._stabiliser = LabelledSlider(
            grid,
            "brush_stabiliser",
            tr("Stabiliser"),
            tr("Smooth strokes by letting the brush follow the pointer on a string of this length"),
            MAX_STABILISER,
            lambda value: tr("{pixels} px").format(pixels=value) if value else tr("Off"),
        )
        self._hardness.changed.connect(self._set_hardness)
        self._opacity.changed.connect(self._set_opacity)
        self._spacing.changed.connect(self._set_spacing)
        self._stabiliser.changed.connect(self._set_stabiliser)

    def _lay_out(self) -> None:
        label = QLabel(tr("Size"))
        label.setProperty("role", "small")
        label.setBuddy(self._size_spin)
        size = QHBoxLayout()
        size.addWidget(label)
        size.addStretch()
        size.addWidget(self._size_spin)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(GRID)
        layout.addWidget(self._preview)
        layout.addLayout(size)
        layout.addWidget(self._size_slider)
        layout.addLayout(self._grid)
        layout.addWidget(self._build_up)
        layout.addWidget(self._pressure)
        layout.addStretch()

    def _open_pressure(self) -> None:
        dialog = PressureDialog(self.window())
        dialog.show_brush(self._tools.brush)
        self._tools.brush_changed.connect(dialog.show_brush)
        dialog.size_curve_changed.connect(self._set_size_curve)
        dialog.opacity_curve_changed.connect(self._set_opacity_curve)
        dialog.show()

    def _set_size_curve(self, curve: Curve) -> None:
        self._tools.brush = replace(self._tools.brush, size_curve=curve)

    def _set_opacity_curve(self, curve: Curve) -> None:
        self._tools.brush = replace(self._tools.brush, opacity_curve=curve)

    def _set_size(self, size: float) -> None:
        self._tools.brush = replace(self._tools.brush, size=size)

    def _set_hardness(self, percent: int) -> None:
        self._tools.brush = replace(self._tools.brush, hardness=percent / 100)

    def _set_opacity(self, percent: int) -> None:
        self._tools.brush = replace(self._tools.brush, opacity=percent / 100)

    def _set_spacing(self, percent: int) -> None:
        self._tools.brush = replace(self._tools.brush, spacing=percent / 100)

    def _set_stabiliser(self, pixels: int) -> None:
        self._tools.brush = replace(self._tools.brush, stabiliser=pixels)

    def _set_build_up(self, on: bool) -> None:
        self._tools.brush = replace(self._tools.brush, build_up=on)

    def _show(self) -> None:
        """Show the brush, without writing the rounded values back."""
        brush = self._tools.brush
        step = step_of(brush.size)
        blockers = [QSignalBlocker(control) for control in (self._size_spin, self._size_slider)]
        self._size_spin.setValue(round(brush.size))
        self._size_slider.setValue(step)
        del blockers
        self._hardness.show_value(round(100 * brush.hardness))
        self._opacity.show_value(round(100 * brush.opacity))
        self._spacing.show_value(round(100 * brush.spacing))
        self._stabiliser.show_value(round(brush.stabiliser))
        self._build_up.setChecked(brush.build_up)
        self._build_up.setVisible(self._tools.brush_tool is self._tools.paint_brush)
        self._preview.show_brush(brush, step / SIZE_STEPS, self._tools.brush_tool.tint)


def size_at(step: int) -> float:
    """The brush size at a position of the slider."""
    return MIN_SIZE * math.pow(MAX_SIZE / MIN_SIZE, step / SIZE_STEPS)


def step_of(size: float) -> int:
    """The position of the slider nearest to a brush size."""
    return round(SIZE_STEPS * math.log(size / MIN_SIZE, MAX_SIZE / MIN_SIZE))


def _percent(value: int) -> str:
    return percent(value / 100)
