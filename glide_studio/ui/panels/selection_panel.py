"""The options of the selection tools."""

from dataclasses import replace

from PySide6.QtCore import QSignalBlocker, Qt
from PySide6.QtWidgets import (
    QButtonGroup,
    QCheckBox,
    QHBoxLayout,
    QLabel,
    QSlider,
    QSpinBox,
    QToolButton,
    QVBoxLayout,
    QWidget,
)

from glide_studio.core.document.colour_selection import MAX_TOLERANCE
from glide_studio.core.mask.filters import MAX_RADIUS
from glide_studio.core.mask.mask import Combine
from glide_studio.session.language import tr
from glide_studio.ui.canvas.canvas import Canvas
from glide_studio.ui.canvas.tool import Tool
from glide_studio.ui.style.icons import icon
from glide_studio.ui.style.theme import GRID, indent_text
from glide_studio.ui.tools.selection_tool import SelectionSettings, SelectionTool
from glide_studio.ui.widgets.naming import named


class SelectionPanel(QWidget):
    """Shows and sets the options of the selection tools, as far as the current one has them."""

    def __init__(
        self, canvas: Canvas, settings: SelectionSettings, parent: QWidget | None = None
    ) -> None:
        super().__init__(parent)
        self._settings = settings
        self._make_modes()
        self._make_edge()
        self._make_colour()
        self._lay_out()
        settings.changed.connect(self._show)
        canvas.tool_changed.connect(self._show_for)
        self._show()
        self._show_for(canvas.tool)

    def _show_for(self, tool: Tool) -> None:
        """Show only the options that a tool uses: tolerance, contiguous."""
        by_colour = isinstance(tool, SelectionTool) and tool.uses_tolerance
        self._tolerance_row.setVisible(by_colour)
        self._tolerance_slider.setVisible(by_colour)
        self._contiguous.setVisible(isinstance(tool, SelectionTool) and tool.uses_contiguous)

    def _make_modes(self) -> None:
        self._modes = QButtonGroup(self)
        self._mode_buttons: dict[Combine, QToolButton] = {}
        for how, name, tooltip in (
            (Combine.REPLACE, tr("New selection"), tr("Replace the mask with the selection")),
            (Combine.ADD, tr("Add"), tr("Add the selection to the mask (Shift)")),
            (Combine.SUBTRACT, tr("Subtract"), tr("Subtract the selection from the mask (Alt)")),
            (
                Combine.INTERSECT,
                tr("Intersect"),
                tr("Keep only the part of the mask that is selected (Shift+Alt)"),
            ),
        ):
            button = named(QToolButton(), f"select_{how.value}_button", name, tooltip)
            button.setIcon(icon(f"select_{how.value}"))
            button.setCheckable(True)
            button.clicked.connect(lambda _=False, how=how: self._set_how(how))
            self._modes.addButton(button)
            self._mode_buttons[how] = button

    def _make_edge(self) -> None:
        self._feather = named(
            QSpinBox(),
            "select_feather_spin",
            tr("Feather in pixels"),
            tr("How far the edge fades to either side, in picture pixels"),
        )
        self._feather.setRange(0, MAX_RADIUS)
        self._feather.setSuffix(tr(" px"))
        indent_text(self._feather)
        self._feather.valueChanged.connect(self._set_feather)
        self._anti_alias = named(
            QCheckBox(tr("Anti-aliasing")),
            "select_anti_alias_check",
            tr("Anti-aliasing"),
            tr("Smooth the edge by partly masking the pixels that it crosses"),
        )
        self._anti_alias.toggled.connect(self._set_anti_alias)

    def _make_colour(self) -> None:
        tooltip = tr("How different selected colours may be: 0 selects one colour, 255 all")
        self._tolerance = named(QSpinBox(), "select_tolerance_spin", tr("Tolerance"), tooltip)
        indent_text(self._tolerance)
        self._tolerance_slider = named(
            QSlider(Qt.Orientation.Horizontal),
            "select_tolerance_slider",
            tr("Colour tolerance"),
            tooltip,
        )
        for control in (self._tolerance, self._tolerance_slider):
            control.setRange(0, MAX_TOLERANCE)
            control.valueChanged.connect(self._set_tolerance)
        self._contiguous = named(
            QCheckBox(tr("Contiguous")),
            "select_contiguous_check",
            tr("Contiguous"),
            tr("Select only pixels that are connected to the clicked one"),
        )
        self._contiguous.toggled.connect(self._set_contiguous)

    def _lay_out(self) -> None:
        modes = QHBoxLayout()
        modes.setSpacing(GRID // 2)
        for button in self._modes.buttons():
            modes.addWidget(button)
        modes.addStretch()
        self._tolerance_row = _captioned(tr("Tolerance"), self._tolerance)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(GRID)
        layout.addLayout(modes)
        layout.addWidget(self._tolerance_row)
        layout.addWidget(self._tolerance_slider)
        layout.addWidget(self._contiguous)
        layout.addWidget(_captioned(tr("Feather"), self._feather))
        layout.addWidget(self._anti_alias)
        layout.addStretch()

    def _set_how(self, how: Combine) -> None:
        self._settings.options = replace(self._settings.options, how=how)

    def _set_feather(self, feather: int) -> None:
        self._settings.options = replace(self._settings.options, feather=feather)

    def _set_anti_alias(self, anti_alias: bool) -> None:
        self._settings.options = replace(self._settings.options, anti_alias=anti_alias)

    def _set_tolerance(self, tolerance: int) -> None:
        self._settings.options = replace(self._settings.options, tolerance=tolerance)

    def _set_contiguous(self, contiguous: bool) -> None:
        self._settings.options = replace(self._settings.options, contiguous=contiguous)

    def _show(self) -> None:
        options = self._settings.options
        controls = (
            self._feather,
            self._anti_alias,
            self._tolerance,
            self._tolerance_slider,
            self._contiguous,
        )
        blockers = [QSignalBlocker(control) for control in controls]
        self._mode_buttons[options.how].setChecked(True)
        self._feather.setValue(options.feather)
        self._anti_alias.setChecked(options.anti_alias)
        self._tolerance.setValue(options.tolerance)
        self._tolerance_slider.setValue(options.tolerance)
        self._contiguous.setChecked(options.contiguous)
        del blockers


def _captioned(caption: str, control: QWidget) -> QWidget:
    label = QLabel(caption)
    label.setProperty("role", "small")
    label.setBuddy(control)
    control.setMaximumWidth(12 * GRID)
    row = QWidget()
    layout = QHBoxLayout(row)
    layout.setContentsMargins(0, 0, 0, 0)
    layout.addWidget(label)
    layout.addStretch()
    layout.addWidget(control)
    return row
