"""Adjustments that map each value of a channel to another one."""

import math
from abc import abstractmethod
from dataclasses import dataclass
from enum import Enum
from functools import cached_property
from typing import Any

import numpy as np
from numpy.typing import NDArray
from PIL import Image

from glide_studio.core.adjust.adjustment import Adjustment
from glide_studio.core.geometry import Rect
from glide_studio.core.paint.curve import LINEAR, Curve
from glide_studio.core.raster.raster import Pixels

Values = NDArray[np.float64]
"""Values of a channel, 0 to 1."""

ALL = np.arange(256) / 255
"""All values of a channel."""

GAMMAS = (0.1, 10.0)
"""The lowest and the highest gamma of `Levels`."""


class Channel(Enum):
    """A channel, by its place among the bytes of a pixel, or the three together."""

    RGB = -1
    RED = 0
    GREEN = 1
    BLUE = 2


COLOURS = (Channel.RED, Channel.GREEN, Channel.BLUE)


@dataclass(frozen=True)
class ToneAdjustment(Adjustment):
    """An adjustment by a table for each channel; alpha stays as it is."""

    @abstractmethod
    def mapped(self, channel: Channel, values: Values) -> Values:
        """What becomes of the values of red, green or blue; the result is clipped to 0..1."""

    def applied(self, pixels: Pixels, bounds: Rect) -> Pixels:
        return np.array(Image.fromarray(pixels).point(self._table))

    @cached_property
    def _table(self) -> list[int]:
        """The values of red, green, blue and alpha, one after another."""
        tables = [np.rint(255 * self.mapped(channel, ALL).clip(0, 1)) for channel in COLOURS]
        return [*np.concatenate(tables).astype(int).tolist(), *range(256)]


@dataclass(frozen=True)
class Range:
    """Input values from `black` to `white`, 0 to 255, `gamma` for those between them, become
    output values from `low` to `high`. Raises ValueError unless black < white and gamma is one of
    `GAMMAS` or between them."""

    black: int = 0
    gamma: float = 1.0
    white: int = 255
    low: int = 0
    high: int = 255

    def __post_init__(self) -> None:
        if not (0 <= self.black < self.white <= 255 and GAMMAS[0] <= self.gamma <= GAMMAS[1]):
            raise ValueError(f"levels have to rise from 0 to 255, unlike {self}")

    def mapped(self, values: Values) -> Values:
        share = (255 * values - self.black) / (self.white - self.black)
        return (self.low + (self.high - self.low) * share.clip(0, 1) ** (1 / self.gamma)) / 255


@dataclass(frozen=True)
class Levels(ToneAdjustment):
    """Levels of each channel, and then those of all."""

    rgb: Range = Range()
    red: Range = Range()
    green: Range = Range()
    blue: Range = Range()

    def mapped(self, channel: Channel, values: Values) -> Values:
        own: Range = getattr(self, channel.name.lower())
        return self.rgb.mapped(own.mapped(values))


@dataclass(frozen=True)
class Curves(ToneAdjustment):
    """A curve for each channel, and then that of all."""

    rgb: Curve = LINEAR
    red: Curve = LINEAR
    green: Curve = LINEAR
    blue: Curve = LINEAR

    def mapped(self, channel: Channel, values: Values) -> Values:
        for curve in (getattr(self, channel.name.lower()), self.rgb):
            if curve != LINEAR:
                values = np.array([curve.at(value) for value in values.tolist()])
        return values


@dataclass(frozen=True)
class BrightnessContrast(ToneAdjustment):
    """Both from -100 to 100, 0 being no change.

    Brightness brings values closer to white, or to black if it is negative; contrast is the slope
    in the middle, tan(45° (1 + contrast / 100)).
    """

    brightness: float = 0
    contrast: float = 0

    def mapped(self, channel: Channel, values: Values) -> Values:
        slope = math.tan((1 + self.contrast / 100) * math.pi / 4)
        return (lightened(values, self.brightness / 100) - 0.5) * slope + 0.5


@dataclass(frozen=True)
class Invert(ToneAdjustment):
    """The negative."""

    def mapped(self, channel: Channel, values: Values) -> Values:
        return 1 - values


def lightened(values: NDArray[Any], by: float) -> NDArray[Any]:
    """Values from 0 to 1, brought closer to 1 by a share `by`, or to 0 if it is negative."""
    return values * (1 - abs(by)) + max(by, 0.0)
