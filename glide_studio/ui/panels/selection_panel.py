"""The options of the selection tools."""

from dataclasses import replace
from typing import Any

from PySide6.QtWidgets import QButtonGroup, QHBoxLayout, QSpinBox, QToolButton, QVBoxLayout, QWidget

from glide_studio.core.document.colour_selection import MAX_TOLERANCE
from glide_studio.core.mask.filters import MAX_RADIUS
from glide_studio.core.mask.mask import Combine
from glide_studio.session.language import tr
from glide_studio.ui.canvas.canvas import Canvas
from glide_studio.ui.canvas.tool import Tool
from glide_studio.ui.style.theme import GRID
from glide_studio.ui.tools.selection_tool import SelectionSettings, SelectionTool
from glide_studio.ui.widgets.buttons import check_box, icon_button
from glide_studio.ui.widgets.labelled_slider import slider
from glide_studio.ui.widgets.layouts import fill
from glide_studio.ui.widgets.naming import label, named


class SelectionPanel(QWidget):
    """Shows and sets the options of the selection tools, as far as the current one has them."""

    def __init__(self, canvas: Canvas, settings: SelectionSettings) -> None:
        super().__init__()
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
        modes = QButtonGroup(self)
        self._mode_buttons: dict[Combine, QToolButton] = {}
        for how, name, tooltip in (
            (Combine.REPLACE, tr("New selection"), tr("New selection")),
            (Combine.ADD, tr("Add"), tr("Add to the selection (Shift)")),
            (Combine.SUBTRACT, tr("Subtract"), tr("Subtract from the selection (Alt)")),
            (
                Combine.INTERSECT,
                tr("Intersect"),
                tr("Keep only what is in both (Shift+Alt)"),
            ),
        ):
            icon_name = f"select_{how.value}"
            button = icon_button(icon_name, f"{icon_name}_button", name, tooltip, checkable=True)
            button.clicked.connect(lambda _=False, how=how: self._set(how=how))
            modes.addButton(button)
            self._mode_buttons[how] = button

    def _make_edge(self) -> None:
        self._feather = named(
            QSpinBox(maximum=MAX_RADIUS, suffix=tr(" px")),
            "select_feather_spin",
            tr("Feather in pixels"),
            tr("How far the edge fades to either side, in picture pixels"),
        )
        self._feather.valueChanged.connect(lambda feather: self._set(feather=feather))
        self._anti_alias = check_box(
            "select_anti_alias_check",
            tr("Anti-aliasing"),
            tr("Smooth the edge by partly masking the pixels that it crosses"),
        )
        self._anti_alias.toggled.connect(lambda on: self._set(anti_alias=on))

    def _make_colour(self) -> None:
        tooltip = tr("How different selected colours may be: 0 selects one colour, 255 all")
        self._tolerance = named(QSpinBox(), "select_tolerance_spin", tr("Tolerance"), tooltip)
        self._tolerance.setMaximum(MAX_TOLERANCE)
        self._tolerance_slider = slider(
            "select_tolerance_slider", tr("Colour tolerance"), tooltip, MAX_TOLERANCE
        )
        for control in (self._tolerance, self._tolerance_slider):
            control.valueChanged.connect(lambda tolerance: self._set(tolerance=tolerance))
        self._contiguous = check_box(
            "select_contiguous_check",
            tr("Contiguous"),
            tr("Select only pixels that are connected to the clicked one"),
        )
        self._contiguous.toggled.connect(lambda on: self._set(contiguous=on))

    def _lay_out(self) -> None:
        modes = fill(QHBoxLayout(), [*self._mode_buttons.values(), None], GRID // 2)
        self._tolerance_row = _captioned(tr("Tolerance"), self._tolerance)
        by_colour = [self._tolerance_row, self._tolerance_slider, self._contiguous]
        edge = [_captioned(tr("Feather"), self._feather), self._anti_alias]
        fill(QVBoxLayout(self), [modes, *by_colour, *edge, None])

    def _set(self, **options: Any) -> None:
        """Change some of the options."""
        self._settings.options = replace(self._settings.options, **options)

    def _show(self) -> None:
        options = self._settings.options
        self._mode_buttons[options.how].setChecked(True)
        self._feather.setValue(options.feather)
        self._anti_alias.setChecked(options.anti_alias)
        self._tolerance.setValue(options.tolerance)
        self._tolerance_slider.setValue(options.tolerance)
        self._contiguous.setChecked(options.contiguous)


def _captioned(caption: str, control: QWidget) -> QWidget:
    control.setMaximumWidth(12 * GRID)
    row = QWidget()
    fill(QHBoxLayout(row), [label(caption, "small", control), None, control])
    return row
