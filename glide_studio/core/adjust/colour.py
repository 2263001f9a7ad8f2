"""Adjustments that mix the channels of a pixel."""

from abc import abstractmethod
from dataclasses import dataclass
from enum import Enum

import numpy as np
from numpy.typing import NDArray

from glide_studio.core.adjust.adjustment import Adjustment
from glide_studio.core.adjust.tone import lightened
from glide_studio.core.geometry import Rect
from glide_studio.core.raster.raster import Pixels

Planes = NDArray[np.float32]
"""Red, green and blue, (3, height, width), 0 to 1."""

Plane = NDArray[np.float32]
"""(height, width) numbers."""

LUMA = np.array([0.2126, 0.7152, 0.0722], np.float32)
"""The shares of red, green and blue in the luminosity, by ITU-R BT.709."""

MOST_SHIFT = 0.5
"""How far a colour balance of 100 shifts a channel, 1 being from black to white."""

_TINY = np.float32(1e-9)


@dataclass(frozen=True)
class ColourAdjustment(Adjustment):
    """An adjustment of the colour of each pixel; alpha stays as it is."""

    @abstractmethod
    def changed(self, colours: Planes) -> Planes:
        """What becomes of the colours; the result is clipped to 0..1."""

    def applied(self, pixels: Pixels, bounds: Rect) -> Pixels:
        colours = np.moveaxis(pixels[..., :3], 2, 0).astype(np.float32, order="C")
        colours /= np.float32(255)
        changed = np.rint(self.changed(colours).clip(0, 1) * np.float32(255))
        result = pixels.copy()
        result[..., :3] = np.moveaxis(changed, 0, 2)
        return result


@dataclass(frozen=True)
class HueSaturation(ColourAdjustment):
    """Hue in degrees, -180 to 180; saturation and lightness, -100 to 100, in HSL."""

    hue: float = 0
    saturation: float = 0
    lightness: float = 0

    def changed(self, colours: Planes) -> Planes:
        hue, saturation, lightness = _hsl(colours)
        saturation = (saturation * (1 + self.saturation / 100)).clip(0, 1)
        lightness = lightened(lightness, self.lightness / 100)
        return _rgb(_turned(hue + np.float32(self.hue / 30)), saturation, lightness)


class Grey(Enum):
    """What the grey of a colour is: its luminosity by ITU-R BT.709, the average of its channels, or
    the middle between the highest and the lowest of them."""

    LUMINOSITY = "luminosity"
    AVERAGE = "average"
    LIGHTNESS = "lightness"


@dataclass(frozen=True)
class Desaturate(ColourAdjustment):
    """Shades of grey."""

    grey: Grey = Grey.LUMINOSITY

    def changed(self, colours: Planes) -> Planes:
        match self.grey:
            case Grey.LUMINOSITY:
                value = _luma(colours)
            case Grey.AVERAGE:
                value = colours.mean(axis=0)
            case Grey.LIGHTNESS:
                value = (colours.max(axis=0) + colours.min(axis=0)) / 2
        return np.broadcast_to(value, colours.shape)


Shift = tuple[float, float, float]
"""From cyan to red, from magenta to green, from yellow to blue; each -100 to 100."""


@dataclass(frozen=True)
class ColourBalance(ColourAdjustment):
    """Shifts of the colours of shadows, midtones and highlights, which meet at luminosities of 0.25
    and 0.75; with `keep_luminosity`, pixels become neither lighter nor darker."""

    shadows: Shift = (0, 0, 0)
    midtones: Shift = (0, 0, 0)
    highlights: Shift = (0, 0, 0)
    keep_luminosity: bool = True

    def changed(self, colours: Planes) -> Planes:
        luma = _luma(colours)
        shadows, highlights = (1 - 2 * luma).clip(0, 1), (2 * luma - 1).clip(0, 1)
        weights = (shadows, 1 - shadows - highlights, highlights)
        changed = colours.copy()
        for weight, shift in zip(
            weights, (self.shadows, self.midtones, self.highlights), strict=True
        ):
            for plane, by in zip(changed, shift, strict=True):
                plane += weight * np.float32(by / 100 * MOST_SHIFT)
        if self.keep_luminosity:
            changed = changed.clip(0, 1)
            changed += luma - _luma(changed)
        return changed


def _luma(colours: Planes) -> Plane:
    luma: Plane = np.tensordot(LUMA, colours, 1)
    return luma


def _hsl(colours: Planes) -> tuple[Plane, Plane, Plane]:
    """Hue, 0 to 12 (a twelfth is 30 degrees), saturation and lightness, 0 to 1."""
    red, green, blue = colours
    highest, lowest = colours.max(axis=0), colours.min(axis=0)
    chroma, lightness = highest - lowest, (highest + lowest) / 2
    divisor = np.maximum(chroma, _TINY)
    is_red, is_green = highest == red, highest == green
    sixth = np.where(is_red, green - blue, np.where(is_green, blue - red, red - green)) / divisor
    sixth += np.where(is_red, np.float32(0), np.where(is_green, np.float32(2), np.float32(4)))
    room = 1 - np.abs(2 * lightness - 1)
    return _turned(2 * sixth), chroma / np.maximum(room, _TINY), lightness


def _rgb(hue: Plane, saturation: Plane, lightness: Plane) -> Planes:
    """The reverse of `_hsl`."""
    reach = saturation * np.minimum(lightness, 1 - lightness)
    planes = np.empty((3, *hue.shape), np.float32)
    for plane, offset in zip(planes, (0, 8, 4), strict=True):
        place = _turned(hue + np.float32(offset))
        plane[:] = lightness - reach * np.minimum(place - 3, 9 - place).clip(-1, 1)
    return planes


def _turned(hue: Plane) -> Plane:
    """Hues from -12 to 24, brought to 0 to 12."""
    turned: Plane = hue - 12 * (hue >= 12).astype(np.float32) + 12 * (hue < 0).astype(np.float32)
    return turned
