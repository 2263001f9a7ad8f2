"""How a mask is shown over a picture: as a tint, as hatching or as marching ants."""

from dataclasses import dataclass, field
from enum import Enum

import numpy as np
from numpy.typing import NDArray
from PySide6.QtCore import QRect
from PySide6.QtGui import QColor, QImage, qRgba

from glide_studio.core.geometry import Rect
from glide_studio.core.mask.mask import REPAINT
from glide_studio.core.raster.raster import Pixels
from glide_studio.ui.canvas.argb import Argb, premultiplied
from glide_studio.ui.canvas.lines import DARK_LINE, LIGHT_LINE

TINT_ALPHA = 0.4
STRIPE_ALPHA = 0.75
STRIPES = 8
"""The distance between pairs of stripes, in line widths."""

ANT = 4
"""The length of a dark or light dash of the marching edge, in pixels."""

Flags = NDArray[np.bool_]


class MaskLook(Enum):
    """How a mask is shown."""

    TINT = "tint"
    HATCH = "hatch"
    ANTS = "ants"


@dataclass(frozen=True)
class MaskStyle:
    """How a mask is shown, if at all; `colour` is that of the tint."""

    look: MaskLook = MaskLook.TINT
    colour: QColor = field(default_factory=lambda: QColor(232, 62, 255))
    visible: bool = True


OTHER_TINTS = ((0, 200, 255), (140, 220, 0), (255, 120, 0), (255, 70, 90), (90, 110, 255))
"""The tints of the mask's colours from the second on, as red, green and blue."""


def tint(style: MaskStyle, number: int) -> QColor:
    """The tint of the mask's colour of this number: the first has that of the style."""
    return QColor(*OTHER_TINTS[number - 1]) if number else style.colour


CHANGES_STYLE = MaskStyle(MaskLook.TINT, QColor(255, 176, 0))
"""How changed pixels are shown."""


class MaskOverlay:
    """Colours to lay over a picture for the tint and the hatching."""

    def __init__(self, style: MaskStyle) -> None:
        self._is_hatched = style.look is MaskLook.HATCH
        self._tints = _shades(style.colour, TINT_ALPHA)
        self._light = _shades(QColor(255, 255, 255), STRIPE_ALPHA)
        self._dark = _shades(QColor(0, 0, 0), STRIPE_ALPHA)

    def colours(self, values: Pixels, bare: Flags, line: int, start: int) -> Argb:
        """Premultiplied colours, (height, width).

        `values` (height + 2 * line, width + 2 * line) is the mask with a border of `line` pixels.
        Where `bare` (height, width) is true, only its edge is shown: a light line inside and a dark
        one outside, each `line` pixels wide, one of which is always visible. `start` is the sum of
        the coordinates of the first pixel.
        """
        inside = values >= REPAINT
        inner = (slice(line, -line), slice(line, -line))
        filled = values[inner].copy()
        np.copyto(filled, 0, where=bare)
        if self._is_hatched:
            colours = self._hatched(filled, line, start)
        else:
            colours = self._tints.take(filled)
        light, dark = (np.uint32(premultiplied(colour)) for colour in (LIGHT_LINE, DARK_LINE))
        np.copyto(colours, light, where=(inside & _grown(~inside, line))[inner])
        np.copyto(colours, dark, where=(_grown(inside, line) & ~inside)[inner])
        return colours

    def _hatched(self, filled: Pixels, line: int, start: int) -> Argb:
        """Pairs of a light and a dark stripe."""
        stripe = _diagonals(filled.shape, start) // line % STRIPES
        colours = np.zeros(filled.shape, np.uint32)
        for number, shades in enumerate((self._light, self._dark)):
            np.copyto(colours, shades.take(filled), where=stripe == number)
        return colours


class Ants:
    """The edge of a mask on a sheet, as dashes that move by exchanging their colours.

    Nothing is repainted for that: each pixel of the edge holds its position along the edge.
    """

    def __init__(self, width: int, height: int) -> None:
        self._places = np.zeros((height, width), np.uint8)
        self._bounds: QRect | None = QRect()

    @property
    def bounds(self) -> QRect:
        """What the edge covers."""
        if self._bounds is None:
            rows = np.flatnonzero(self._places.any(axis=1))
            columns = np.flatnonzero(self._places.any(axis=0))
            self._bounds = QRect()
            if rows.size:
                self._bounds.setCoords(
                    int(columns[0]), int(rows[0]), int(columns[-1]), int(rows[-1])
                )
        return self._bounds

    def clear(self, area: Rect) -> None:
        """Remove the edge from an area of the sheet."""
        self._places[area.slices_in(self._sheet)] = 0
        self._bounds = None

    def set(self, area: Rect, values: Pixels, line: int, start: int) -> None:
        """Show the edge of a mask in `area`; for the rest see `MaskOverlay.colours`."""
        inside = values >= REPAINT
        edge = (inside & _grown(~inside, line))[line:-line, line:-line]
        places = (_diagonals(edge.shape, start) // line % (2 * ANT) + 1) * edge
        self._places[area.slices_in(self._sheet)] = places
        self._bounds = None

    def scroll(self, dx: int, dy: int) -> None:
        """Move everything; what comes into sight has no edge."""
        moved = np.zeros_like(self._places)
        old = self._sheet
        kept = old.translated(dx, dy).intersected(old)
        if not kept.is_empty:
            moved[kept.slices_in(old)] = self._places[kept.translated(-dx, -dy).slices_in(old)]
        self._places = moved
        self._bounds = None

    def image(self, step: int) -> QImage:
        """The edge after a number of steps; it borrows memory, so use it at once."""
        height, width = self._places.shape
        image = QImage(self._places.data, width, height, width, QImage.Format.Format_Indexed8)
        dashes = [
            qRgba(0, 0, 0, 255) if (place - step) % (2 * ANT) < ANT else qRgba(255, 255, 255, 255)
            for place in range(2 * ANT)
        ]
        image.setColorTable([0, *dashes])
        return image

    @property
    def _sheet(self) -> Rect:
        height, width = self._places.shape
        return Rect(0, 0, width, height)


def _shades(colour: QColor, opacity: float) -> Argb:
    """The colour for each value of a mask, 0 to 255."""
    return np.array(
        [premultiplied(colour, opacity * value / 255) for value in range(256)], np.uint32
    )


def _diagonals(shape: tuple[int, ...], start: int) -> NDArray[np.int32]:
    """The sum of both coordinates of each pixel."""
    height, width = shape
    rows: NDArray[np.int32] = np.arange(start, start + height, dtype=np.int32)
    columns: NDArray[np.int32] = np.arange(width, dtype=np.int32)
    return rows[:, np.newaxis] + columns


def _grown(flags: Flags, steps: int) -> Flags:
    """`flags`, grown by `steps` pixels sideways, up and down."""
    for _ in range(steps):
        grown = flags.copy()
        grown[1:] |= flags[:-1]
        grown[:-1] |= flags[1:]
        grown[:, 1:] |= flags[:, :-1]
        grown[:, :-1] |= flags[:, 1:]
        flags = grown
    return flags
