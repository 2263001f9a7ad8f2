"""The options of the gradient tool, with a preview."""

from dataclasses import replace
from typing import Any

from PySide6.QtCore import QPointF, Qt
from PySide6.QtGui import QBrush, QPainter, QPaintEvent, QPixmap
from PySide6.QtWidgets import QComboBox, QGridLayout, QVBoxLayout, QWidget

from glide_studio.core.geometry import Rect
from glide_studio.core.paint.gradient import GradientShape
from glide_studio.session.language import tr
from glide_studio.session.quantities import percent
from glide_studio.ui.canvas.argb import argb_image, argb_pixels
from glide_studio.ui.style.theme import GRID
from glide_studio.ui.tools.gradient_tool import GradientTool
from glide_studio.ui.widgets.buttons import check_box
from glide_studio.ui.widgets.checkers import checkers
from glide_studio.ui.widgets.fields import ChoiceBox
from glide_studio.ui.widgets.labelled_slider import LabelledSlider
from glide_studio.ui.widgets.layouts import fill
from glide_studio.ui.widgets.naming import named

PREVIEW_HEIGHT = 48
PREVIEW_CORNER = 6


class GradientPanel(QWidget):
    """Shows and sets the options of `tool`."""

    def __init__(self, tool: GradientTool) -> None:
        super().__init__()
        self._tool = tool
        preview = named(
            GradientPreview(tool),
            "gradient_preview",
            tr("Gradient preview"),
            tr("The gradient of the foreground and background colours"),
        )
        self._shape = _choice(
            "gradient_shape_combo",
            tr("Shape"),
            tr("How the colours run between both ends"),
            {
                tr("Linear"): GradientShape.LINEAR,
                tr("Reflected"): GradientShape.REFLECTED,
                tr("Radial"): GradientShape.RADIAL,
                tr("Conical"): GradientShape.CONICAL,
            },
        )
        self._fades = _choice(
            "gradient_colours_combo",
            tr("Colours"),
            tr("What the foreground colour runs to"),
            {tr("To background"): False, tr("To transparent"): True},
        )
        self._reverse = check_box(
            "gradient_reverse_check", tr("Reverse"), tr("Swap both ends of the gradient")
        )
        grid = QGridLayout()
        grid.setColumnStretch(1, 1)
        grid.setHorizontalSpacing(GRID)
        self._opacity = LabelledSlider(
            grid,
            "gradient_opacity",
            tr("Opacity"),
            tr("Opacity of the gradient; 1 to 9 and 0 set it"),
            100,
            lambda value: percent(value / 100),
        )
        self._shape.activated.connect(lambda: self._set(shape=self._shape.currentData()))
        self._fades.activated.connect(lambda: self._set(fades=self._fades.currentData()))
        self._reverse.toggled.connect(lambda on: self._set(reverse=on))
        self._opacity.changed.connect(lambda value: self._set(opacity=value / 100))
        parts = [preview, self._shape, self._fades, grid, self._reverse, None]
        fill(QVBoxLayout(self), parts)
        tool.options_changed.connect(self._show)
        self._show()

    def _set(self, **options: Any) -> None:
        self._tool.options = replace(self._tool.options, **options)

    def _show(self) -> None:
        options = self._tool.options
        self._shape.setCurrentIndex(self._shape.findData(options.shape))
        self._fades.setCurrentIndex(self._fades.findData(options.fades))
        self._reverse.setChecked(options.reverse)
        self._opacity.show_value(round(100 * options.opacity))


class GradientPreview(QWidget):
    """The gradient that a drag from the left or the middle to the right end would draw."""

    def __init__(self, tool: GradientTool) -> None:
        super().__init__()
        self._tool = tool
        self.setFixedHeight(PREVIEW_HEIGHT)
        tool.options_changed.connect(self.update)

    def paintEvent(self, event: QPaintEvent) -> None:
        ratio = self.devicePixelRatioF()
        area = Rect(0, 0, round(self.width() * ratio), round(self.height() * ratio))
        middle = QPointF(area.width / 2, area.height / 2)
        starts_left = self._tool.options.shape is GradientShape.LINEAR
        start = QPointF(0, middle.y()) if starts_left else middle
        gradient = self._tool.gradient(start, QPointF(area.width, middle.y()))
        if gradient is None:
            return
        colours = argb_pixels(gradient.pixels(area))
        picture = argb_image(colours)
        picture.setDevicePixelRatio(ratio)
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setPen(Qt.PenStyle.NoPen)
        for brush in (checkers(GRID), QBrush(QPixmap.fromImage(picture))):
            painter.setBrush(brush)
            painter.drawRoundedRect(self.rect(), PREVIEW_CORNER, PREVIEW_CORNER)


def _choice(name: str, text: str, tooltip: str, entries: dict[str, Any]) -> QComboBox:
    combo = named(ChoiceBox(), name, text, tooltip)
    for said, value in entries.items():
        combo.addItem(said, value)
    combo.setSizeAdjustPolicy(QComboBox.SizeAdjustPolicy.AdjustToMinimumContentsLengthWithIcon)
    combo.setMinimumContentsLength(8)
    return combo
