"""The artist's colours."""

from collections.abc import Callable
from importlib.resources import files

from PySide6.QtCore import QObject, Signal

from glide_studio.core.paint.palette import Palette, PaletteError, Swatch
from glide_studio.core.raster.colour import BLACK, WHITE, Colour
from glide_studio.session.preferences import Preferences

MAX_RECENT = 16


class Colours(QObject):
    """Foreground, background, recent colours and the palette.

    The last two are saved in the preferences. `changed` reports every change.
    """

    changed = Signal()

    def __init__(self, preferences: Preferences, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._preferences = preferences
        self._foreground, self._background = BLACK, WHITE
        self._recent = _valid_colours(preferences.recent_colours)
        self._palette = _saved_palette(preferences.palette)

    @property
    def foreground(self) -> Colour:
        """The colour of the brush."""
        return self._foreground

    @foreground.setter
    def foreground(self, colour: Colour) -> None:
        if colour != self._foreground:
            self._foreground = colour
            self.changed.emit()

    @property
    def background(self) -> Colour:
        """The colour that `swap` gives to the brush."""
        return self._background

    @property
    def recent(self) -> tuple[Colour, ...]:
        """The colours painted with, newest first."""
        return self._recent

    @property
    def palette(self) -> Palette:
        """The artist's palette."""
        return self._palette

    @palette.setter
    def palette(self, palette: Palette) -> None:
        self._palette = palette
        self._preferences.palette = palette.to_gpl()
        self.changed.emit()

    def add_to_palette(self, colour: Colour) -> None:
        """Add `colour` to the palette as it is now, in this program or another."""
        self._change_palette(lambda palette: palette.with_swatch(colour))

    def remove_from_palette(self, swatch: Swatch) -> None:
        """Remove a swatch from the palette as it is now, likewise."""

        def without(palette: Palette) -> Palette:
            if swatch not in palette.swatches:
                return palette
            return palette.without(palette.swatches.index(swatch))

        self._change_palette(without)

    def _change_palette(self, change: Callable[[Palette], Palette]) -> None:
        with self._preferences.exclusive():
            self.palette = change(_saved_palette(self._preferences.palette))

    def swap(self) -> None:
        """Exchange foreground and background."""
        self._foreground, self._background = self._background, self._foreground
        self.changed.emit()

    def reset(self) -> None:
        """Black on white."""
        self._foreground, self._background = BLACK, WHITE
        self.changed.emit()

    def remember(self, colour: Colour) -> None:
        """Make `colour` the newest recent colour."""
        if self._recent[:1] != (colour,):
            with self._preferences.exclusive():
                known = _valid_colours(self._preferences.recent_colours)
                others = (other for other in known if other != colour)
                self._recent = (colour, *others)[:MAX_RECENT]
                self._preferences.recent_colours = [recent.hex for recent in self._recent]
            self.changed.emit()


def built_in_palette() -> Palette:
    """The palette that comes with the studio."""
    folder = files("glide_studio.resources") / "palettes"
    return Palette.from_gpl((folder / "studio.gpl").read_text("utf-8"))


def _saved_palette(text: str) -> Palette:
    """The artist's palette, or the built-in one if there is none or it cannot be read."""
    try:
        return Palette.from_gpl(text) if text else built_in_palette()
    except PaletteError:
        return built_in_palette()


def _valid_colours(names: list[str]) -> tuple[Colour, ...]:
    """The valid colours of the preferences, whose file anyone may have edited."""
    found = []
    for name in names:
        try:
            found.append(Colour.from_hex(name))
        except ValueError:
            continue
    return tuple(found[:MAX_RECENT])
