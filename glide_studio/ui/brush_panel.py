"""The brush: its kind, its size, its hardness, and a look at it."""

import math
from dataclasses import replace

from PySide6.QtCore import QSignalBlocker, Qt
from PySide6.QtWidgets import (
    QHBoxLayout,
    QLabel,
    QSlider,
    QSpinBox,
    QToolButton,
    QVBoxLayout,
    QWidget,
)

from glide_studio.core.stroke import MAX_SIZE, MIN_SIZE
from glide_studio.ui.brush_preview import BrushPreview
from glide_studio.ui.canvas import Canvas
from glide_studio.ui.icons import icon
from glide_studio.ui.naming import named
from glide_studio.ui.theme import GRID

PANEL_WIDTH = 168
SIZE_STEPS = 400
"""Positions of the size slider: each makes the brush larger by the same share."""


class BrushPanel(QWidget):
    """Shows and sets the brush of a canvas, which stays the only one to know it."""

    def __init__(self, canvas: Canvas, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._canvas = canvas
        self._make_clear()
        self._make_size()
        self._make_hardness()
        self._preview = named(BrushPreview(), "brush_preview", "Brush preview", "One dab")
        self._lay_out()
        canvas.brush_changed.connect(self._show)
        canvas.editor.document_changed.connect(self._show_mask)
        self._show()
        self._show_mask()

    def _make_clear(self) -> None:
        self._clear_button = named(
            _tool("clear"), "clear_mask_button", "Clear mask", "Remove all of the mask"
        )
        self._clear_button.clicked.connect(self._canvas.editor.clear_mask)

    def _make_size(self) -> None:
        self._size_spin = named(
            QSpinBox(),
            "brush_size_spin",
            "Brush size in pixels",
            "Diameter in pixels of the picture: [ smaller, ] larger",
        )
        self._size_spin.setRange(MIN_SIZE, MAX_SIZE)
        self._size_spin.setSuffix(" px")
        self._size_slider = named(
            _slider(SIZE_STEPS),
            "brush_size_slider",
            "Brush size",
            "Size of the brush: [ smaller, ] larger",
        )
        self._size_spin.valueChanged.connect(self._set_size)
        self._size_slider.valueChanged.connect(lambda step: self._set_size(size_at(step)))

    def _make_hardness(self) -> None:
        self._hardness_slider = named(
            _slider(100),
            "brush_hardness_slider",
            "Brush hardness",
            "Hardness of the brush's edge: Shift+[ softer, Shift+] harder",
        )
        self._hardness_label = QLabel()
        self._hardness_slider.valueChanged.connect(self._set_hardness)

    def _lay_out(self) -> None:
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(GRID)
        layout.addWidget(self._preview)
        layout.addLayout(_captioned("Size", self._size_spin))
        layout.addWidget(self._size_slider)
        layout.addLayout(_captioned("Hardness", self._hardness_label))
        layout.addWidget(self._hardness_slider)
        layout.addWidget(self._clear_button)
        layout.addStretch()
        self.setFixedWidth(PANEL_WIDTH)

    def _set_size(self, size: float) -> None:
        self._canvas.brush = replace(self._canvas.brush, size=size)

    def _set_hardness(self, percent: int) -> None:
        self._canvas.brush = replace(self._canvas.brush, hardness=percent / 100)

    def _show(self) -> None:
        """Show the brush of the canvas; showing it must not set it, rounded."""
        brush = self._canvas.brush
        step = step_of(brush.size)
        controls = (self._size_spin, self._size_slider, self._hardness_slider)
        blockers = [QSignalBlocker(control) for control in controls]
        self._size_spin.setValue(round(brush.size))
        self._size_slider.setValue(step)
        self._hardness_slider.setValue(round(100 * brush.hardness))
        del blockers
        self._hardness_label.setText(f"{brush.hardness:.0%}")
        self._preview.show_brush(brush, step / SIZE_STEPS, self._canvas.brush_tool.tint)
        self._clear_button.setVisible(self._canvas.brush_tool is self._canvas.mask_brush)

    def _show_mask(self) -> None:
        self._clear_button.setEnabled(not self._canvas.editor.document.mask.is_empty)


def size_at(step: int) -> float:
    """The size at a position of the slider."""
    return MIN_SIZE * math.pow(MAX_SIZE / MIN_SIZE, step / SIZE_STEPS)


def step_of(size: float) -> int:
    """The position of the slider nearest to a size."""
    return round(SIZE_STEPS * math.log(size / MIN_SIZE, MAX_SIZE / MIN_SIZE))


def _tool(icon_name: str) -> QToolButton:
    button = QToolButton()
    button.setIcon(icon(icon_name))
    return button


def _slider(maximum: int) -> QSlider:
    slider = QSlider(Qt.Orientation.Horizontal)
    slider.setMaximum(maximum)
    return slider


def _captioned(caption: str, control: QWidget) -> QHBoxLayout:
    label = QLabel(caption)
    label.setProperty("role", "small")
    row = QHBoxLayout()
    row.addWidget(label)
    row.addStretch()
    row.addWidget(control)
    return row
