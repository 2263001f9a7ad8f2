"""The foreground colour, chosen by wheel, numbers, palette or from the recent colours."""

from functools import partial

from PySide6.QtCore import QRect, QSignalBlocker, Signal
from PySide6.QtGui import QColor, QPainter, QPaintEvent
from PySide6.QtWidgets import (
    QGridLayout,
    QHBoxLayout,
    QLineEdit,
    QSpinBox,
    QTabWidget,
    QVBoxLayout,
    QWidget,
)

from glide_studio.core.paint.palette import Swatch
from glide_studio.core.raster.colour import BLACK, Colour
from glide_studio.session.colours import Colours
from glide_studio.session.language import tr
from glide_studio.session.preferences import Preferences
from glide_studio.ui.actions.actions import Actions
from glide_studio.ui.panels.colour_wheel import ColourWheel
from glide_studio.ui.panels.palette_box import PaletteBox
from glide_studio.ui.panels.swatch_grid import SwatchGrid
from glide_studio.ui.style.theme import GRID
from glide_studio.ui.widgets.buttons import ActionButton
from glide_studio.ui.widgets.layouts import fill
from glide_studio.ui.widgets.naming import label, named

PAIR_SIDE = 30
PAIR_SHIFT = 14
HSV_SCALE = (360, 100, 100)
HSV_MAXIMUM = (359, 100, 100)
HEX_LENGTH = 7


class ColourPanel(QWidget):
    """Shows and sets the foreground of `colours`; `failed` carries a message about invalid input.

    `corner` holds the buttons that belong beside the panel's title.
    """

    failed = Signal(str)

    def __init__(self, colours: Colours, actions: Actions, preferences: Preferences) -> None:
        super().__init__()
        self._colours = colours
        self._wheel = named(
            ColourWheel(),
            "colour_wheel",
            tr("Colour wheel"),
            tr(
                "Drag on the ring to set the hue, in the square to set saturation and value; the "
                "arrow keys, Page Up and Page Down work too"
            ),
        )
        self._fields = ColourFields()
        self._recent = named(
            SwatchGrid(), "recent_colours_grid", tr("Recent colours"), tr("Recently used colours")
        )
        self._palette = PaletteBox(colours, preferences)
        names = ("fill_layer", "swap_colours")
        self.corner = [ActionButton(actions[name], f"{name}_button") for name in names]
        self._lay_out()
        self._wheel.chosen.connect(self._choose)
        self._fields.chosen.connect(self._choose)
        self._fields.hsv_chosen.connect(self._wheel.choose)
        self._recent.chosen.connect(self._choose)
        self._fields.refused.connect(self.failed)
        self._palette.failed.connect(self.failed)
        colours.changed.connect(self._show)
        self._show()

    def _lay_out(self) -> None:
        pair = named(
            ColourPair(self._colours),
            "colour_pair",
            tr("Foreground and background"),
            tr("Foreground and background colours (X swaps them, D resets them)"),
        )
        hex_edit = self._fields.hex_edit
        pages = named(
            QTabWidget(),
            "colour_tabs",
            tr("Colour selectors"),
            tr("Choose a colour by wheel, numbers or palette"),
        )
        pages.setDocumentMode(True)
        for title, contents in (
            (tr("Wheel"), (self._wheel,)),
            (tr("Numbers"), (self._fields, self._recent, None)),
            (tr("Palette"), (self._palette, None)),
        ):
            page = QWidget()
            fill(QVBoxLayout(page), contents, GRID // 2).setContentsMargins(0, GRID // 4, 0, 0)
            pages.addTab(page, title)
        chosen = fill(QHBoxLayout(), [pair, hex_edit], grows=[hex_edit])
        fill(QVBoxLayout(self), [chosen, pages], GRID // 2, grows=[pages])

    def _choose(self, colour: Colour) -> None:
        self._colours.foreground = colour

    def _show(self) -> None:
        colour = self._colours.foreground
        self._wheel.show_colour(colour)
        self._fields.show_colour(colour, self._wheel.hsv)
        recent = self._colours.recent
        self._recent.show_swatches([Swatch(colour) for colour in recent])
        self._recent.setVisible(bool(recent))


class ColourPair(QWidget):
    """Two overlapping squares, the foreground colour in front."""

    def __init__(self, colours: Colours) -> None:
        super().__init__()
        self._colours = colours
        self.setFixedSize(PAIR_SIDE + PAIR_SHIFT, PAIR_SIDE + PAIR_SHIFT)
        colours.changed.connect(self._show)
        self._show()

    def paintEvent(self, event: QPaintEvent) -> None:
        painter = QPainter(self)
        colours = self._colours
        for place, colour in ((PAIR_SHIFT, colours.background), (0, colours.foreground)):
            square = QRect(place, place, PAIR_SIDE, PAIR_SIDE)
            painter.fillRect(square, self.palette().text())
            painter.fillRect(square.adjusted(1, 1, -1, -1), self.palette().window())
            painter.fillRect(square.adjusted(2, 2, -2, -2), QColor(*colour.rgb))

    def _show(self) -> None:
        sentence = tr("Foreground {foreground}, background {background}")
        self.setAccessibleDescription(
            sentence.format(
                foreground=self._colours.foreground.hex, background=self._colours.background.hex
            )
        )
        self.update()


class ColourFields(QWidget):
    """Six spin boxes, and `hex_edit`, which the owner places, all for the same colour.

    `chosen` carries a `Colour`, `hsv_chosen` hue, saturation and value from 0 to 1, and `refused`
    a message about invalid text.
    """

    chosen = Signal(object)
    hsv_chosen = Signal(float, float, float)
    refused = Signal(str)

    def __init__(self) -> None:
        super().__init__()
        self._colour, self._exact = BLACK, BLACK.hsv
        rgb = (("red", tr("Red")), ("green", tr("Green")), ("blue", tr("Blue")))
        self._rgb = [_spin(name, words, 255) for name, words in rgb]
        hsv = (("hue", tr("Hue")), ("saturation", tr("Saturation")), ("value", tr("Value")))
        self._hsv = [
            _spin(name, words, most) for (name, words), most in zip(hsv, HSV_MAXIMUM, strict=True)
        ]
        self.hex_edit = named(
            QLineEdit(maxLength=HEX_LENGTH),
            "colour_hex_edit",
            tr("Hexadecimal colour"),
            tr("Six hexadecimal digits, such as #ff8800"),
        )
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
                initial = label(spin.accessibleName()[0], "small")
                layout.addWidget(initial, row, 2 * column)
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
    return named(QSpinBox(maximum=most), f"colour_{name}_spin", words, words)
