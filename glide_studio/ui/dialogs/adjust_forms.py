"""The settings of each adjustment, which the one adjustment dialog shows."""

from abc import abstractmethod
from collections.abc import Callable
from dataclasses import replace
from functools import partial
from random import randrange
from typing import Any

from PySide6.QtCore import QSignalBlocker, Signal
from PySide6.QtWidgets import QWidget

from glide_studio.core.adjust.adjustment import Adjustment
from glide_studio.core.adjust.colour import ColourBalance, Desaturate, Grey, HueSaturation
from glide_studio.core.adjust.filters import MAX_RADIUS, GaussianBlur, Noise, Sharpen
from glide_studio.core.adjust.histogram import Histogram
from glide_studio.core.adjust.tone import BrightnessContrast
from glide_studio.session.language import tr
from glide_studio.session.quantities import percent_suffix
from glide_studio.ui.widgets.buttons import check_box
from glide_studio.ui.widgets.fields import ChoiceBox
from glide_studio.ui.widgets.layouts import form
from glide_studio.ui.widgets.naming import label, named
from glide_studio.ui.widgets.number_row import Number, NumberRow

WIDTH = 380


class AdjustForm(QWidget):
    """Shows and sets an `adjustment`; `changed` says that the artist changed it."""

    changed = Signal()
    wants_histogram = False
    """Whether `show_histogram` is to be called."""

    @property
    @abstractmethod
    def adjustment(self) -> Adjustment:
        """What the form says now."""

    @abstractmethod
    def reset(self) -> None:
        """Show the first settings again."""

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
        grid = form()
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
        grid = form()
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
        grid = form()
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
            tr("Preserve luminosity"),
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
