"""The settings of the current brush, with a preview."""

import math
from dataclasses import replace
from typing import Any

import numpy as np
from PySide6.QtCore import QSignalBlocker, Qt
from PySide6.QtGui import QBrush, QColor, QPainter, QPaintEvent, QPixmap
from PySide6.QtWidgets import (
    QGridLayout,
    QHBoxLayout,
    QSpinBox,
    QVBoxLayout,
    QWidget,
)

from glide_studio.core.geometry import Extent
from glide_studio.core.mask.mask import Mask
from glide_studio.core.paint.stroke import (
    MAX_SIZE,
    MAX_SPACING,
    MAX_STABILISER,
    MIN_SIZE,
    Brush,
    Stroke,
)
from glide_studio.core.raster.raster import Pixels
from glide_studio.session.brush_presets import BrushPresets
from glide_studio.session.language import tr
from glide_studio.session.quantities import percent
from glide_studio.ui.canvas.argb import argb_image, premultiplied
from glide_studio.ui.dialogs.pressure_dialog import PressureDialog
from glide_studio.ui.panels.preset_popup import Pictures, PresetPopup
from glide_studio.ui.panels.retouch_options import RetouchOptions
from glide_studio.ui.panels.texture_popup import TexturePopup
from glide_studio.ui.style.theme import DARK, GRID, LIGHT, current
from glide_studio.ui.tools.layer_brush import LayerBrush
from glide_studio.ui.tools.smudge_brush import SmudgeBrush
from glide_studio.ui.tools.toolbox import Toolbox
from glide_studio.ui.widgets.buttons import check_box, icon_button, text_button
from glide_studio.ui.widgets.labelled_slider import LabelledSlider, slider
from glide_studio.ui.widgets.layouts import fill, keep_room
from glide_studio.ui.widgets.naming import label, named

SIZE_STEPS = 400
"""Number of positions of the size slider, which is logarithmic."""

PREVIEW_HEIGHT = 48
PREVIEW_CORNER = 6
SMALLEST, LARGEST = 0.06, 0.9
"""Diameter of the smallest and the largest brush in the preview, as fractions of its height."""

PREVIEW_OPACITY = 0.7
CONTRAST = 0.2
"""Minimum difference between dab and background, in any of red, green and blue (0 to 1)."""


class BrushPanel(QWidget):
    """Shows and sets the brush of a toolbox."""

    def __init__(self, tools: Toolbox, presets: BrushPresets) -> None:
        super().__init__()
        self._tools = tools
        self._presets = presets
        self._pictures: Pictures = {}
        self._make_size()
        sliders = self._make_sliders()
        self._presets_button = text_button(
            "brush_presets_button", tr("Presets"), tr("Choose a brush, or save the current one")
        )
        self._presets_button.clicked.connect(self.open_presets)
        self._texture_button = icon_button(
            "texture", "brush_texture_button", tr("Texture"), tr("Set tip and grain of the brush")
        )
        self._texture_button.clicked.connect(self._open_texture)
        pressure = icon_button(
            "pen_pressure",
            "brush_pressure_button",
            tr("Pen pressure"),
            tr("Set how pen pressure affects size and opacity"),
        )
        pressure.clicked.connect(self._open_pressure)
        self._build_up = check_box(
            "brush_build_up_check",
            tr("Build up"),
            tr("Add paint where a stroke crosses itself, like an airbrush"),
        )
        self._build_up.toggled.connect(lambda on: self._set(build_up=on))
        self._preview = named(
            BrushPreview(), "brush_preview", tr("Brush preview"), tr("A single dab of the brush")
        )
        retouch = RetouchOptions(tools)
        for part in (self._build_up, retouch, retouch.all_layers):
            keep_room(part)
        size = fill(
            QHBoxLayout(), [label(tr("Size"), "small", self._size_spin), None, self._size_spin]
        )
        boxes = fill(QHBoxLayout(), [self._build_up, retouch.all_layers, None])
        buttons = [self._presets_button, self._texture_button, pressure]
        top = fill(QHBoxLayout(), [self._preview, *buttons], GRID // 2, grows=[self._preview])
        fill(
            QVBoxLayout(self),
            [
                top,
                size,
                self._size_slider,
                sliders,
                fill(QVBoxLayout(), [boxes, retouch], GRID // 2),
                None,
            ],
        )
        tools.brush_changed.connect(self._show)
        self._show()

    def _make_size(self) -> None:
        tooltip = tr("Brush diameter in picture pixels ([ decreases, ] increases it)")
        self._size_spin = named(
            QSpinBox(minimum=MIN_SIZE, maximum=MAX_SIZE, suffix=tr(" px")),
            "brush_size_spin",
            tr("Brush size in pixels"),
            tooltip,
        )
        self._size_slider = slider("brush_size_slider", tr("Brush size"), tooltip, SIZE_STEPS)
        self._size_spin.valueChanged.connect(lambda size: self._set(size=size))
        self._size_slider.valueChanged.connect(lambda step: self._set(size=size_at(step)))

    def _make_sliders(self) -> QGridLayout:
        grid = QGridLayout()
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
            *_opacity_texts(),
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
            tr("Smooth strokes by pulling the brush behind the pointer on a string of this length"),
            MAX_STABILISER,
            lambda value: tr("{pixels} px").format(pixels=value) if value else tr("Off"),
        )
        self._hardness.changed.connect(lambda percent: self._set(hardness=percent / 100))
        self._opacity.changed.connect(lambda percent: self._set(opacity=percent / 100))
        self._spacing.changed.connect(lambda percent: self._set(spacing=percent / 100))
        self._stabiliser.changed.connect(lambda pixels: self._set(stabiliser=pixels))
        return grid

    def open_presets(self) -> None:
        """Let the artist choose a preset."""
        popup = PresetPopup(self._presets, self._tools.brush, self._pictures, self)
        popup.chosen.connect(self._use)
        popup.open_below(self._presets_button if self.isVisible() else self.window())

    def _open_texture(self) -> None:
        tool = self._tools.brush_tool
        has_wet = isinstance(tool, LayerBrush) and not isinstance(tool, SmudgeBrush)
        popup = TexturePopup(tool.brush, self._use, self, has_wet=has_wet)
        popup.open_below(self._texture_button)

    def _use(self, brush: Brush) -> None:
        """Use another brush, which erases as the last one did."""
        self._tools.brush = replace(brush, erase=self._tools.brush.erase)

    def _open_pressure(self) -> None:
        dialog = PressureDialog(self.window())
        dialog.show_brush(self._tools.brush)
        self._tools.brush_changed.connect(dialog.show_brush)
        dialog.size_curve_changed.connect(lambda curve: self._set(size_curve=curve))
        dialog.opacity_curve_changed.connect(lambda curve: self._set(opacity_curve=curve))
        dialog.show()

    def _set(self, **fields: Any) -> None:
        """Change some fields of the `Brush`."""
        self._tools.brush = replace(self._tools.brush, **fields)

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
        tool = self._tools.brush_tool
        smears = isinstance(tool, SmudgeBrush)
        self._opacity.set_caption(*(_strength_texts() if smears else _opacity_texts()))
        paints = isinstance(tool, LayerBrush) and not smears
        self._build_up.setVisible(paints or brush.build_up)
        self._preview.show_brush(brush, step / SIZE_STEPS, self._tools.brush_tool.tint)


class BrushPreview(QWidget):
    """One dab of the brush; for the eraser, the mask around the dab."""

    def __init__(self) -> None:
        super().__init__()
        self._brush = Brush(size=1, hardness=1)
        self._size = 0.0
        self._tint = QColor()
        self.setFixedHeight(PREVIEW_HEIGHT)

    def show_brush(self, brush: Brush, size: float, tint: QColor) -> None:
        """Show `brush` in the colour `tint`; `size` from 0 to 1 sets the diameter."""
        self._brush, self._size, self._tint = brush, size, tint
        self.update()

    def paintEvent(self, event: QPaintEvent) -> None:
        ratio = self.devicePixelRatioF()
        extent = Extent(round(self.width() * ratio), round(self.height() * ratio))
        tints = [premultiplied(self._tint, PREVIEW_OPACITY * value / 255) for value in range(256)]
        dab = argb_image(np.array(tints, np.uint32)[self._dab(extent)])
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setPen(Qt.PenStyle.NoPen)
        dab.setDevicePixelRatio(ratio)
        for brush in (_background(self._tint), QBrush(QPixmap.fromImage(dab))):
            painter.setBrush(brush)
            painter.drawRoundedRect(self.rect(), PREVIEW_CORNER, PREVIEW_CORNER)

    def _dab(self, extent: Extent) -> Pixels:
        """The mask after one dab in the centre: (height, width) uint8."""
        mask = Mask.empty(extent)
        if self._brush.erase:
            mask = mask.inverted()
        size = extent.height * (SMALLEST + self._size * (LARGEST - SMALLEST))
        stroke = Stroke(mask, replace(self._brush, size=size))
        stroke.extend(extent.width / 2, extent.height / 2)
        return stroke.mask.read(extent.bounds)


def size_at(step: int) -> float:
    """The brush size at a position of the slider."""
    return MIN_SIZE * math.pow(MAX_SIZE / MIN_SIZE, step / SIZE_STEPS)


def step_of(size: float) -> int:
    """The position of the slider nearest to a brush size."""
    return round(SIZE_STEPS * math.log(size / MIN_SIZE, MAX_SIZE / MIN_SIZE))


def _opacity_texts() -> tuple[str, str]:
    return tr("Opacity"), tr(
        "Maximum coverage of a stroke; with the colour brushes, 1 to 9 and 0 set it. "
        "Generate repaints only a mask of at least 50%."
    )


def _strength_texts() -> tuple[str, str]:
    return tr("Strength"), tr("How far colours are carried along; 1 to 9 and 0 set it")


def _percent(value: int) -> str:
    return percent(value / 100)


def _background(tint: QColor) -> QColor:
    """The canvas colour of this theme, or of the other one if `tint` is too close to it."""
    ground = QColor(current().canvas)
    apart = (
        abs(ground.redF() - tint.redF()),
        abs(ground.greenF() - tint.greenF()),
        abs(ground.blueF() - tint.blueF()),
    )
    if max(apart) >= CONTRAST:
        return ground
    return QColor((LIGHT if current() is DARK else DARK).canvas)
