"""A colour in numbers: RGB, HSV and hexadecimal."""

from functools import partial

from PySide6.QtCore import QSignalBlocker, Signal
from PySide6.QtWidgets import QGridLayout, QLabel, QLineEdit, QSpinBox, QWidget

from glide_studio.core.raster.colour import BLACK, Colour
from glide_studio.session.language import tr
from glide_studio.ui.style.theme import GRID, indent_text
from glide_studio.ui.widgets.naming import named

HSV_SCALE = (360, 100, 100)
HSV_MAXIMUM = (359, 100, 100)
HEX_LENGTH = 7


class ColourFields(QWidget):
    """Six spin boxes, and `hex_edit`, which the owner places, all for the same colour.

    `chosen` carries a `Colour`, `hsv_chosen` hue, saturation and value from 0 to 1, and `refused`
    a message about invalid text.
    """

    chosen = Signal(object)
    hsv_chosen = Signal(float, float, float)
    refused = Signal(str)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._colour, self._exact = BLACK, BLACK.hsv
        rgb = (("red", tr("Red")), ("green", tr("Green")), ("blue", tr("Blue")))
        self._rgb = [_spin(name, words, 255) for name, words in rgb]
        hsv = (("hue", tr("Hue")), ("saturation", tr("Saturation")), ("value", tr("Value")))
        self._hsv = [
            _spin(name, words, most) for (name, words), most in zip(hsv, HSV_MAXIMUM, strict=True)
        ]
        self.hex_edit = named(
            QLineEdit(),
            "colour_hex_edit",
            tr("Hexadecimal colour"),
            tr("Six hexadecimal digits, such as #ff8800"),
        )
        self.hex_edit.setMaxLength(HEX_LENGTH)
        self._lay_out()
        for spin in self._rgb:
            spin.valueChanged.connect(self._choose_rgb)
        for place, spin in enumerate(self._hsv):
            spin.valueChanged.connect(partial(self._choose_hsv, place))
        self.hex_edit.editingFinished.connect(self._choose_hex)

    def _lay_out(self) -> None:
        layout = QGridLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(GRID // 2)
        for column, spins in enumerate((self._rgb, self._hsv)):
            for row, spin in enumerate(spins):
                label = QLabel(spin.accessibleName()[0])
                label.setProperty("role", "small")
                layout.addWidget(label, row, 2 * column)
                layout.addWidget(spin, row, 2 * column + 1)
        layout.setColumnStretch(1, 1)
        layout.setColumnStretch(3, 1)

    def show_colour(self, colour: Colour, hsv: tuple[float, float, float]) -> None:
        """Show a colour; `hsv` is its exact hue, saturation and value, which `colour` rounds."""
        self._colour, self._exact = colour, hsv
        blockers = [QSignalBlocker(spin) for spin in (*self._rgb, *self._hsv)]
        for spin, channel in zip(self._rgb, colour.rgb, strict=True):
            spin.setValue(channel)
        for spin, exact, scale, most in zip(self._hsv, hsv, HSV_SCALE, HSV_MAXIMUM, strict=True):
            if not spin.hasFocus():  # do not round what is being typed
                spin.setValue(min(round(exact * scale), most))
        del blockers
        self.hex_edit.setText(colour.hex)

    def _choose_rgb(self) -> None:
        self.chosen.emit(Colour(*(spin.value() for spin in self._rgb)))

    def _choose_hsv(self, place: int, number: int) -> None:
        """Change one of the three; the others keep their exact values."""
        hsv = list(self._exact)
        hsv[place] = number / HSV_SCALE[place]
        self.hsv_chosen.emit(*hsv)

    def _choose_hex(self) -> None:
        text = self.hex_edit.text()
        try:
            colour = Colour.from_hex(text)
        except ValueError:
            sentence = tr(
                "“{text}” is not a colour. Enter six hexadecimal digits, such as #ff8800."
            )
            self.refused.emit(sentence.format(text=text))
            self.hex_edit.setText(self._colour.hex)
            return
        if colour != self._colour:
            self.chosen.emit(colour)


def _spin(name: str, words: str, most: int) -> QSpinBox:
    spin = named(QSpinBox(), f"colour_{name}_spin", words, words)
    spin.setRange(0, most)
    indent_text(spin)
    return spin
