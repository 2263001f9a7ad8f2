"""A number that is set by a slider or typed beside it."""

from dataclasses import dataclass

from PySide6.QtCore import QObject, QSignalBlocker, Signal
from PySide6.QtWidgets import QDoubleSpinBox, QGridLayout

from glide_studio.ui.widgets.labelled_slider import slider
from glide_studio.ui.widgets.naming import label, named

STEPS = 1000
"""Number of positions of a slider."""


@dataclass(frozen=True)
class Number:
    """A number from `low` to `high`, at first `value`. With a `bend` above 1 the slider has more
    room for the lower ones."""

    name: str
    text: str
    tooltip: str
    low: float
    high: float
    value: float
    suffix: str = ""
    decimals: int = 0
    bend: float = 1.0


class NumberRow(QObject):
    """A row of `grid`: the name of a number, `NAME_slider` and `NAME_spin`; `changed` says that the
    artist set it."""

    changed = Signal()

    def __init__(self, grid: QGridLayout, number: Number) -> None:
        super().__init__(grid)
        self._number = number
        self._slider = slider(f"{number.name}_slider", number.text, number.tooltip, STEPS)
        spin = QDoubleSpinBox(
            minimum=number.low, maximum=number.high, decimals=number.decimals, suffix=number.suffix
        )
        self._spin = named(spin, f"{number.name}_spin", number.text, number.tooltip)
        self._caption = label(number.text, "small", self._spin)
        row = grid.rowCount()
        for column, part in enumerate((self._caption, self._slider, self._spin)):
            grid.addWidget(part, row, column)
        self.value = number.value
        self._slider.valueChanged.connect(self._slide)
        self._spin.valueChanged.connect(self._type)

    @property
    def value(self) -> float:
        return self._spin.value()

    @value.setter
    def value(self, value: float) -> None:
        """Show a value without emitting `changed`."""
        with QSignalBlocker(self._spin):
            self._spin.setValue(value)
        self._follow()

    def reset(self) -> None:
        """Show the first value again."""
        self.value = self._number.value

    def _slide(self, step: int) -> None:
        number = self._number
        share = (step / STEPS) ** number.bend
        with QSignalBlocker(self._spin):
            self._spin.setValue(number.low + share * (number.high - number.low))
        self.changed.emit()

    def _type(self) -> None:
        self._follow()
        self.changed.emit()

    def _follow(self) -> None:
        """Move the slider to the number."""
        number = self._number
        share = (self._spin.value() - number.low) / (number.high - number.low)
        with QSignalBlocker(self._slider):
            self._slider.setValue(round(STEPS * share ** (1 / number.bend)))
