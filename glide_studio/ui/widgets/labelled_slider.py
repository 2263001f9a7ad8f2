"""A slider alone, or between its caption and its value."""

from collections.abc import Callable

from PySide6.QtCore import QObject, QSignalBlocker, Qt, Signal
from PySide6.QtWidgets import QGridLayout, QSlider

from glide_studio.ui.widgets.naming import label, named


def slider(name: str, text: str, tooltip: str, maximum: int, minimum: int = 0) -> QSlider:
    """A horizontal slider."""
    made = named(QSlider(Qt.Orientation.Horizontal), name, text, tooltip)
    made.setRange(minimum, maximum)
    return made


class LabelledSlider(QObject):
    """A row of `grid` with a slider named `NAME_slider`; `format_value` formats its value.

    `changed` carries the value that the artist set; `show_value` does not emit it. `drag_ended` is
    emitted when a drag begins or ends: later changes belong to another step.
    """

    changed = Signal(int)
    drag_ended = Signal()

    def __init__(
        self,
        grid: QGridLayout,
        name: str,
        caption: str,
        tooltip: str,
        maximum: int,
        format_value: Callable[[int], str],
        minimum: int = 0,
    ) -> None:
        super().__init__(grid)
        self._format_value = format_value
        self._slider = slider(f"{name}_slider", caption, tooltip, maximum, minimum)
        self._value = label("", "small")
        row = grid.rowCount()
        self._caption = label(caption, "small", self._slider)
        grid.addWidget(self._caption, row, 0)
        grid.addWidget(self._slider, row, 1)
        grid.addWidget(self._value, row, 2, Qt.AlignmentFlag.AlignRight)
        self._slider.valueChanged.connect(self._change)
        self._slider.sliderPressed.connect(self.drag_ended)
        self._slider.sliderReleased.connect(self.drag_ended)

    def show_value(self, value: int) -> None:
        """Show a value without emitting `changed`."""
        with QSignalBlocker(self._slider):
            self._slider.setValue(value)
        self._value.setText(self._format_value(value))

    def set_range(self, minimum: int, maximum: int) -> None:
        """Set the values that can be chosen, without emitting `changed`."""
        with QSignalBlocker(self._slider):
            self._slider.setRange(minimum, maximum)

    def set_caption(self, caption: str, tooltip: str) -> None:
        """Call the slider something else."""
        self._caption.setText(caption)
        self._slider.setAccessibleName(caption)
        self._slider.setToolTip(tooltip)

    def set_visible(self, visible: bool) -> None:
        """Show or hide the row."""
        for part in (self._caption, self._slider, self._value):
            part.setVisible(visible)

    def set_enabled(self, enabled: bool) -> None:
        """Enable or disable the row."""
        for part in (self._caption, self._slider, self._value):
            part.setEnabled(enabled)

    def _change(self, value: int) -> None:
        self._value.setText(self._format_value(value))
        self.changed.emit(value)
