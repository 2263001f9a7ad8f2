"""The foreground colour, chosen by wheel, numbers, palette or from the recent colours."""

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QHBoxLayout, QTabWidget, QToolButton, QVBoxLayout, QWidget

from glide_studio.core.paint.palette import Swatch
from glide_studio.core.raster.colour import Colour
from glide_studio.session.colours import Colours
from glide_studio.session.language import tr
from glide_studio.session.preferences import Preferences
from glide_studio.ui.actions.actions import Actions
from glide_studio.ui.panels.colour_fields import ColourFields
from glide_studio.ui.panels.colour_pair import ColourPair
from glide_studio.ui.panels.colour_wheel import ColourWheel
from glide_studio.ui.panels.palette_box import PaletteBox
from glide_studio.ui.panels.swatch_grid import SwatchGrid
from glide_studio.ui.style.theme import GRID
from glide_studio.ui.widgets.naming import named


class ColourPanel(QWidget):
    """Shows and sets the foreground of `colours`; `failed` carries a message about invalid input.

    `corner` holds the buttons that belong beside the panel's title.
    """

    failed = Signal(str)

    def __init__(
        self,
        colours: Colours,
        actions: Actions,
        preferences: Preferences,
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(parent)
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
        self.corner: list[QWidget] = [
            _button(actions, name) for name in ("fill_layer", "swap_colours")
        ]
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
        chosen = QHBoxLayout()
        chosen.setSpacing(GRID)
        chosen.addWidget(pair)
        chosen.addWidget(self._fields.hex_edit, 1)
        pages = named(
            QTabWidget(),
            "colour_tabs",
            tr("Colour selectors"),
            tr("Choose a colour by wheel, numbers or palette"),
        )
        pages.setDocumentMode(True)
        pages.addTab(_page(self._wheel, grows=True), tr("Wheel"))
        pages.addTab(_page(self._fields, self._recent), tr("Numbers"))
        pages.addTab(_page(self._palette), tr("Palette"))
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(GRID // 2)
        layout.addLayout(chosen)
        layout.addWidget(pages, 1)

    def _choose(self, colour: Colour) -> None:
        self._colours.foreground = colour

    def _show(self) -> None:
        colour = self._colours.foreground
        self._wheel.show_colour(colour)
        self._fields.show_colour(colour, self._wheel.hsv)
        recent = self._colours.recent
        self._recent.show_swatches([Swatch(colour) for colour in recent])
        self._recent.setVisible(bool(recent))


def _page(*contents: QWidget, grows: bool = False) -> QWidget:
    """A page with `contents` stacked at the top, or filling it if it `grows`."""
    page = QWidget()
    layout = QVBoxLayout(page)
    layout.setContentsMargins(0, GRID // 4, 0, 0)
    layout.setSpacing(GRID // 2)
    for content in contents:
        layout.addWidget(content, int(grows))
    if not grows:
        layout.addStretch(1)
    return page


def _button(actions: Actions, name: str) -> QToolButton:
    action = actions[name]
    button = QToolButton()
    button.setDefaultAction(action)
    return named(button, f"{name}_button", action.text(), action.toolTip())
