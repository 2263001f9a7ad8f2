"""The settings of each adjustment, which the one adjustment dialog shows."""

import math
from collections.abc import Callable
from dataclasses import replace
from functools import partial
from random import randrange
from typing import Any

from PySide6.QtCore import QSignalBlocker, Signal
from PySide6.QtWidgets import (
    QDoubleSpinBox,
    QGridLayout,
    QHBoxLayout,
    QLayout,
    QSpinBox,
    QVBoxLayout,
    QWidget,
)

from glide_studio.core.adjust.adjustment import Adjustment
from glide_studio.core.adjust.colour import ColourBalance, Desaturate, Grey, HueSaturation
from glide_studio.core.adjust.filters import MAX_RADIUS, GaussianBlur, Noise, Sharpen
from glide_studio.core.adjust.histogram import Histogram
from glide_studio.core.adjust.tone import (
    GAMMAS,
    BrightnessContrast,
    Channel,
    Curves,
    Levels,
    Range,
)
from glide_studio.core.paint.curve import Curve
from glide_studio.session.language import tr
from glide_studio.session.quantities import percent_suffix
from glide_studio.ui.style.theme import GRID
from glide_studio.ui.widgets.buttons import check_box
from glide_studio.ui.widgets.curve_edit import curve_edit
from glide_studio.ui.widgets.fields import ChoiceBox
from glide_studio.ui.widgets.histogram_view import Counts, HandleBar
from glide_studio.ui.widgets.layouts import fill
from glide_studio.ui.widgets.naming import label, named
from glide_studio.ui.widgets.number_row import Number, NumberRow

HISTOGRAM_HEIGHT = 110
BAR_HEIGHT = 12
CURVE_SIDE = 272
WIDTH = 380


class AdjustForm(QWidget):
    """Shows and sets an `adjustment`; `changed` says that the artist changed it."""

    changed = Signal()
    wants_histogram = False
    """Whether `show_histogram` is to be called."""

    @property
    def adjustment(self) -> Adjustment:
        raise NotImplementedError

    def reset(self) -> None:
        """Show the first settings again."""
        raise NotImplementedError

    def show_histogram(self, histogram: Histogram) -> None:
        """Show how often each value occurs."""


class NumbersForm(AdjustForm):
    """An adjustment that is made from numbers and at most one switch, in their order."""

    def __init__(
        self,
        make: Callable[..., Adjustment],
        numbers: tuple[Number, ...],
        switch: tuple[str, str, str] | None = None,
    ) -> None:
        super().__init__()
        self._make = make
        grid = _grid()
        self._rows = [NumberRow(grid, number) for number in numbers]
        for row in self._rows:
            row.changed.connect(self.changed)
        self._switch = None if switch is None else check_box(*switch)
        if self._switch is not None:
            self._switch.toggled.connect(self.changed)
            grid.addWidget(self._switch, grid.rowCount(), 1, 1, 2)
        self.setLayout(grid)

    @property
    def adjustment(self) -> Adjustment:
        values: list[float | bool] = [row.value for row in self._rows]
        if self._switch is not None:
            values.append(self._switch.isChecked())
        return self._make(*values)

    def reset(self) -> None:
        for row in self._rows:
            row.reset()
        if self._switch is not None:
            with QSignalBlocker(self._switch):
                self._switch.setChecked(False)


class DesaturateForm(AdjustForm):
    """What the grey of a colour is."""

    def __init__(self) -> None:
        super().__init__()
        self._grey = named(
            ChoiceBox(),
            "desaturate_combo",
            tr("Shade of grey"),
            tr("How light the grey of a colour is"),
        )
        for text, grey in (
            (tr("Luminosity"), Grey.LUMINOSITY),
            (tr("Average"), Grey.AVERAGE),
            (tr("Lightness"), Grey.LIGHTNESS),
        ):
            self._grey.addItem(text, grey)
        self._grey.currentIndexChanged.connect(self.changed)
        grid = _grid()
        grid.addWidget(label(self._grey.accessibleName(), "small", self._grey), 0, 0)
        grid.addWidget(self._grey, 0, 1, 1, 2)
        self.setLayout(grid)

    @property
    def adjustment(self) -> Desaturate:
        return Desaturate(self._grey.currentData())

    def reset(self) -> None:
        with QSignalBlocker(self._grey):
            self._grey.setCurrentIndex(0)


class BalanceForm(AdjustForm):
    """Three shifts for each of shadows, midtones and highlights."""

    def __init__(self) -> None:
        super().__init__()
        self._value = ColourBalance()
        self._tones = named(
            ChoiceBox(),
            "balance_tones_combo",
            tr("Tones"),
            tr("Which tones the sliders change"),
        )
        for text, name in (
            (tr("Shadows"), "shadows"),
            (tr("Midtones"), "midtones"),
            (tr("Highlights"), "highlights"),
        ):
            self._tones.addItem(text, name)
        self._tones.setCurrentIndex(1)
        self._tones.currentIndexChanged.connect(self._show)
        grid = _grid()
        grid.addWidget(label(self._tones.accessibleName(), "small", self._tones), 0, 0)
        grid.addWidget(self._tones, 0, 1, 1, 2)
        self._rows = [
            NumberRow(grid, Number(f"balance_{name}", text, tooltip, -100, 100, 0))
            for name, text, tooltip in (
                ("red", tr("Cyan/Red"), tr("Shift towards cyan (below 0) or red")),
                ("green", tr("Magenta/Green"), tr("Shift towards magenta (below 0) or green")),
                ("blue", tr("Yellow/Blue"), tr("Shift towards yellow (below 0) or blue")),
            )
        ]
        for row in self._rows:
            row.changed.connect(self._set)
        self._keeps = check_box(
            "balance_luminosity_check",
            tr("Keep luminosity"),
            tr("Change the colours without making them lighter or darker"),
        )
        self._keeps.setChecked(True)
        self._keeps.toggled.connect(self._set)
        grid.addWidget(self._keeps, grid.rowCount(), 1, 1, 2)
        self.setLayout(grid)

    @property
    def adjustment(self) -> ColourBalance:
        return self._value

    def reset(self) -> None:
        self._value = ColourBalance()
        with QSignalBlocker(self._keeps):
            self._keeps.setChecked(True)
        self._show()

    def _show(self) -> None:
        shifts = getattr(self._value, self._tones.currentData())
        for row, shift in zip(self._rows, shifts, strict=True):
            row.value = shift

    def _set(self) -> None:
        red, green, blue = (row.value for row in self._rows)
        shifts: dict[str, Any] = {self._tones.currentData(): (red, green, blue)}
        self._value = replace(self._value, **shifts, keep_luminosity=self._keeps.isChecked())
        self.changed.emit()


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

    def _show_counts(self, counts: Counts) -> None:
        raise NotImplementedError

    def _show(self) -> None:
        """Show the settings of the chosen channel."""
        raise NotImplementedError


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


def brightness_form() -> AdjustForm:
    """Brightness and contrast."""
    return NumbersForm(
        BrightnessContrast,
        (
            Number("brightness", tr("Brightness"), tr("Lighter, or darker below 0"), -100, 100, 0),
            Number("contrast", tr("Contrast"), tr("More contrast, or less below 0"), -100, 100, 0),
        ),
    )


def hue_form() -> AdjustForm:
    """Hue, saturation and lightness."""
    return NumbersForm(
        HueSaturation,
        (
            Number("hue", tr("Hue"), tr("Turn all hues, in degrees"), -180, 180, 0, "°"),
            Number(
                "saturation",
                tr("Saturation"),
                tr("More colourful, or greyer below 0"),
                -100,
                100,
                0,
            ),
            Number("lightness", tr("Lightness"), tr("Lighter, or darker below 0"), -100, 100, 0),
        ),
    )


def blur_form() -> AdjustForm:
    """The radius of a Gaussian blur."""
    return NumbersForm(GaussianBlur, (_radius("blur", 5.0),))


def sharpen_form() -> AdjustForm:
    """An unsharp mask."""
    tooltip = tr("How much sharper edges become")
    least = tr("Differences below this stay as they are, so that noise is not sharpened")
    return NumbersForm(
        Sharpen,
        (
            _radius("sharpen", 1.5),
            Number("sharpen_amount", tr("Amount"), tooltip, 0, 500, 80, percent_suffix(), 0, 1.7),
            Number("sharpen_threshold", tr("Threshold"), least, 0, 255, 0, "", 0, 2.0),
        ),
    )


def noise_form() -> AdjustForm:
    """Noise that is another one each time."""
    return NumbersForm(
        partial(Noise, seed=randrange(2**32)),
        (
            Number(
                "noise",
                tr("Amount"),
                tr("How far values differ on average"),
                *(0, 100, 10),
                percent_suffix(),
                1,
                2.0,
            ),
        ),
        (
            "noise_monochrome_check",
            tr("Monochrome"),
            tr("The same noise in all channels, so that no colours appear"),
        ),
    )


def _radius(name: str, value: float) -> Number:
    tooltip = tr("In picture pixels")
    radius = (0.1, MAX_RADIUS, value, tr(" px"), 1, 3.0)
    return Number(f"{name}_radius", tr("Radius"), tooltip, *radius)


def _grid() -> QGridLayout:
    grid = QGridLayout()
    grid.setContentsMargins(0, 0, 0, 0)
    grid.setSpacing(2 * GRID)
    grid.setColumnStretch(1, 1)
    return grid
