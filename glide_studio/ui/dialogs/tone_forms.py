"""The settings of levels and curves, for each channel and for all."""

import math
from abc import abstractmethod
from dataclasses import replace
from functools import partial
from typing import Any

from PySide6.QtCore import QSignalBlocker
from PySide6.QtWidgets import (
    QDoubleSpinBox,
    QHBoxLayout,
    QLayout,
    QSpinBox,
    QVBoxLayout,
    QWidget,
)

from glide_studio.core.adjust.histogram import Histogram
from glide_studio.core.adjust.tone import GAMMAS, Channel, Curves, Levels, Range
from glide_studio.core.paint.curve import Curve
from glide_studio.session.language import tr
from glide_studio.ui.dialogs.adjust_forms import AdjustForm
from glide_studio.ui.style.theme import GRID
from glide_studio.ui.widgets.curve_edit import curve_edit
from glide_studio.ui.widgets.fields import ChoiceBox
from glide_studio.ui.widgets.histogram_view import Counts, HandleBar
from glide_studio.ui.widgets.layouts import fill
from glide_studio.ui.widgets.naming import label, named

HISTOGRAM_HEIGHT = 110
BAR_HEIGHT = 12
CURVE_SIDE = 272


class _ChannelForm(AdjustForm):
    """Settings for each channel and for all; subclasses have a page for the one that is chosen."""

    wants_histogram = True

    def __init__(self, name: str) -> None:
        super().__init__()
        self._histogram: Histogram | None = None
        self._channels = named(
            ChoiceBox(), f"{name}_channel_combo", tr("Channel"), tr("Which channel is changed")
        )
        for text, channel in (
            (tr("RGB"), Channel.RGB),
            (tr("Red"), Channel.RED),
            (tr("Green"), Channel.GREEN),
            (tr("Blue"), Channel.BLUE),
        ):
            self._channels.addItem(text, channel)
        self._channels.currentIndexChanged.connect(self._change_channel)
        caption = label(self._channels.accessibleName(), "small", self._channels)
        self.top = fill(QHBoxLayout(), [caption, self._channels], 2 * GRID, grows=[self._channels])

    @property
    def field(self) -> str:
        """The field of the adjustment that has the settings of the chosen channel."""
        channel: Channel = self._channels.currentData()
        return channel.name.lower()

    def show_histogram(self, histogram: Histogram) -> None:
        self._histogram = histogram
        self._change_channel()

    def _change_channel(self) -> None:
        channel: Channel = self._channels.currentData()
        if self._histogram is not None:
            is_all = channel is Channel.RGB
            self._show_counts(
                self._histogram.sum(axis=0) if is_all else self._histogram[channel.value]
            )
        self._show()

    @abstractmethod
    def _show_counts(self, counts: Counts) -> None:
        """Show how often each value occurs in the chosen channel."""

    @abstractmethod
    def _show(self) -> None:
        """Show the settings of the chosen channel."""


class CurvesForm(_ChannelForm):
    """A curve for each channel, over its histogram."""

    def __init__(self) -> None:
        super().__init__("curves")
        self._value = Curves()
        self._edit = curve_edit("adjust", tr("Curve"), CURVE_SIDE)
        self._edit.changed.connect(self._set)
        middle = fill(QHBoxLayout(), [None, self._edit, None])
        fill(QVBoxLayout(self), [self.top, middle], 2 * GRID)

    @property
    def adjustment(self) -> Curves:
        return self._value

    def reset(self) -> None:
        self._value = Curves()
        self._show()

    def _set(self, curve: Curve) -> None:
        self._value = replace(self._value, **{self.field: curve})
        self.changed.emit()

    def _show(self) -> None:
        self._edit.curve = getattr(self._value, self.field)

    def _show_counts(self, counts: Counts) -> None:
        self._edit.show_counts(counts)


class LevelsForm(_ChannelForm):
    """Black, gamma and white of the input below the histogram, black and white of the output below
    a gradient; each by a handle or a number."""

    def __init__(self) -> None:
        super().__init__("levels")
        self._value = Levels()
        self._input = HandleBar(HISTOGRAM_HEIGHT, (0, 128, 255))
        self._output = HandleBar(BAR_HEIGHT, (0, 255))
        named(
            self._input, "levels_input_bar", tr("Input levels"), tr("Drag black, gamma and white")
        )
        named(self._output, "levels_output_bar", tr("Output levels"), tr("Drag black and white"))
        self._spins: dict[str, QSpinBox | QDoubleSpinBox] = {
            "black": self._spin(
                "black", tr("Input black"), tr("This and lower values become black")
            ),
            "gamma": named(
                QDoubleSpinBox(minimum=GAMMAS[0], maximum=GAMMAS[1], decimals=2, singleStep=0.05),
                "levels_gamma_spin",
                tr("Gamma"),
                tr("Above 1 the midtones become lighter, below 1 darker"),
            ),
            "white": self._spin(
                "white", tr("Input white"), tr("This and higher values become white")
            ),
            "low": self._spin("low", tr("Output black"), tr("The value that black becomes")),
            "high": self._spin("high", tr("Output white"), tr("The value that white becomes")),
        }
        for name, spin in self._spins.items():
            spin.valueChanged.connect(partial(self._set, name))
        self._input.moved.connect(self._drag_input)
        self._output.moved.connect(
            lambda index, share: self._set(("low", "high")[index], 255 * share)
        )
        spins = self._spins
        above = fill(QHBoxLayout(), [spins["black"], None, spins["gamma"], None, spins["white"]])
        below = fill(QHBoxLayout(), [spins["low"], None, spins["high"]])
        parts: list[QWidget | QLayout] = [
            self.top,
            label(tr("Input levels"), "small"),
            self._input,
            above,
            label(tr("Output levels"), "small"),
            self._output,
            below,
        ]
        fill(QVBoxLayout(self), parts)
        self._show()

    @property
    def adjustment(self) -> Levels:
        return self._value

    def reset(self) -> None:
        self._value = Levels()
        self._show()

    def _spin(self, name: str, text: str, tooltip: str) -> QSpinBox:
        return named(QSpinBox(maximum=255), f"levels_{name}_spin", text, tooltip)

    @property
    def _range(self) -> Range:
        found: Range = getattr(self._value, self.field)
        return found

    def _drag_input(self, handle: int, share: float) -> None:
        now = self._range
        if handle == 1:
            place = (255 * share - now.black) / (now.white - now.black)
            # What lies there becomes a middle grey: place ** (1 / gamma) = 1/2.
            self._set("gamma", math.log(min(max(place, 0.001), 0.999)) / math.log(0.5))
        else:
            self._set(("black", "", "white")[handle], 255 * share)

    def _set(self, name: str, value: float) -> None:
        """Change one number, as far as the others allow."""
        now = self._range
        limits = {
            "black": (0, now.white - 1),
            "gamma": GAMMAS,
            "white": (now.black + 1, 255),
            "low": (0, 255),
            "high": (0, 255),
        }[name]
        value = min(max(value, limits[0]), limits[1])
        change: dict[str, Any] = {name: value if name == "gamma" else round(value)}
        changed = replace(now, **change)
        self._value = replace(self._value, **{self.field: changed})
        self._show()
        self.changed.emit()

    def _show(self) -> None:
        now = self._range
        for name, spin in self._spins.items():
            with QSignalBlocker(spin):
                spin.setValue(getattr(now, name))
        middle = now.black + (now.white - now.black) * 0.5**now.gamma
        self._input.show_shares(now.black / 255, middle / 255, now.white / 255)
        self._output.show_shares(now.low / 255, now.high / 255)

    def _show_counts(self, counts: Counts) -> None:
        self._input.show_counts(counts)
