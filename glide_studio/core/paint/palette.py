"""Palettes, and GIMP's palette files (.gpl)."""

import errno
import os
from dataclasses import dataclass, replace
from pathlib import Path

from glide_studio.core.raster.colour import Colour
from glide_studio.core.sentence import ArtistError

HEADER = "GIMP Palette"
MAX_BYTES = 1_000_000
MAX_SWATCHES = 4096


class PaletteError(ArtistError):
    """A palette file that cannot be read or written."""


@dataclass(frozen=True)
class Swatch:
    """A colour with an optional name."""

    colour: Colour
    name: str = ""


@dataclass(frozen=True)
class Palette:
    """Swatches in the artist's order."""

    name: str
    swatches: tuple[Swatch, ...] = ()

    def with_swatch(self, colour: Colour) -> "Palette":
        """This palette with `colour` at the end, unless it already contains it."""
        if any(swatch.colour == colour for swatch in self.swatches):
            return self
        return replace(self, swatches=(*self.swatches, Swatch(colour)))

    def without(self, index: int) -> "Palette":
        """This palette without its swatch at `index`."""
        return replace(self, swatches=(*self.swatches[:index], *self.swatches[index + 1 :]))

    def to_gpl(self) -> str:
        """The text of GIMP's file format."""
        lines = [HEADER, f"Name: {self.name}", "Columns: 0", "#"]
        for swatch in self.swatches:
            red, green, blue = swatch.colour.rgb
            lines.append(f"{red:3} {green:3} {blue:3}\t{swatch.name or 'Untitled'}")
        return "\n".join(lines) + "\n"

    @classmethod
    def from_gpl(cls, text: str, name: str = "Palette") -> "Palette":
        """The palette in the text of a GIMP file, named `name` if the file names none.

        Raises PaletteError with the first line that cannot be read.
        """
        header, *lines = text.lstrip("\ufeff").splitlines() or [""]
        if header.strip() != HEADER:
            raise PaletteError(
                "This is not a GIMP palette: its first line is not “{header}”.", header=HEADER
            )
        swatches = []
        for number, line in enumerate(lines, 2):
            key, separator, value = line.partition(":")
            if separator and key in ("Name", "Columns"):
                name = value.strip() if key == "Name" and value.strip() else name
            elif line.strip() and not line.lstrip().startswith("#"):
                swatches.append(_swatch(line, number))
        if len(swatches) > MAX_SWATCHES:
            raise PaletteError(
                "This palette has {count} colours. At most {limit} are allowed.",
                count=len(swatches),
                limit=MAX_SWATCHES,
            )
        return cls(name, tuple(swatches))


def _swatch(line: str, number: int) -> Swatch:
    try:
        red, green, blue, *name = line.split(None, 3)
        found = name[0].strip() if name else ""
        return Swatch(Colour(int(red), int(green), int(blue)), "" if found == "Untitled" else found)
    except ValueError as error:
        raise PaletteError(
            "Line {number} of the palette is not a colour. Three numbers from 0 to 255 are "
            "expected.",
            number=number,
        ) from error


def read_palette(path: Path) -> Palette:
    """The palette in a .gpl file; raises PaletteError."""
    try:
        if path.exists() and not path.is_file():
            raise OSError(errno.EINVAL, os.strerror(errno.EINVAL))  # a pipe would be waited for
        if path.stat().st_size > MAX_BYTES:
            raise PaletteError("“{name}” is too large for a palette.", name=path.name)
        text = path.read_text("utf-8", errors="replace")
    except OSError as error:
        raise PaletteError(
            "“{name}” cannot be read: {reason}.", name=path.name, reason=error.strerror
        ) from error
    return Palette.from_gpl(text, path.stem)


def write_palette(palette: Palette, path: Path) -> None:
    """Save a .gpl file; raises PaletteError."""
    try:
        path.write_text(palette.to_gpl(), "utf-8", errors="replace")
    except OSError as error:
        raise PaletteError(
            "“{name}” cannot be saved: {reason}.", name=path.name, reason=error.strerror
        ) from error
