"""Blend modes of layers, by W3C's Compositing and Blending Level 1."""

from enum import Enum
from typing import Any

import numpy as np
from numpy.typing import NDArray

Planes = NDArray[np.floating[Any]]
"""Colours 0 to 1 as (3, n): red, green and blue."""

LUMINANCE = (0.3, 0.59, 0.11)


class BlendMode(Enum):
    """Named as in CSS, which lacks addition and subtraction; these clip at white and black."""

    NORMAL = "normal"
    MULTIPLY = "multiply"
    SCREEN = "screen"
    OVERLAY = "overlay"
    SOFT_LIGHT = "soft-light"
    HARD_LIGHT = "hard-light"
    DARKEN = "darken"
    LIGHTEN = "lighten"
    COLOR_DODGE = "color-dodge"
    COLOR_BURN = "color-burn"
    DIFFERENCE = "difference"
    EXCLUSION = "exclusion"
    ADDITION = "addition"
    SUBTRACT = "subtract"
    HUE = "hue"
    SATURATION = "saturation"
    COLOR = "color"
    LUMINOSITY = "luminosity"


def blended(mode: BlendMode, below: Planes, above: Planes) -> Planes:
    """B(Cb, Cs) of the specification, for opaque `below` (Cb) and `above` (Cs)."""
    match mode:
        case BlendMode.NORMAL:
            return above
        case BlendMode.MULTIPLY:
            return below * above
        case BlendMode.SCREEN:
            return below + above - below * above
        case BlendMode.OVERLAY:
            return _hard_light(above, below)
        case BlendMode.SOFT_LIGHT:
            return _soft_light(below, above)
        case BlendMode.HARD_LIGHT:
            return _hard_light(below, above)
        case BlendMode.DARKEN:
            return np.minimum(below, above)
        case BlendMode.LIGHTEN:
            return np.maximum(below, above)
        case BlendMode.COLOR_DODGE:
            return np.where(below == 0, 0, _clipped_ratio(below, 1 - above))
        case BlendMode.COLOR_BURN:
            return np.where(below == 1, 1, 1 - _clipped_ratio(1 - below, above))
        case BlendMode.DIFFERENCE:
            return np.abs(below - above)
        case BlendMode.EXCLUSION:
            return below + above - 2 * below * above
        case BlendMode.ADDITION:
            return np.minimum(below + above, 1)
        case BlendMode.SUBTRACT:
            return np.maximum(below - above, 0)
        case BlendMode.HUE:
            return _with_luminance(_with_saturation(above, below), below)
        case BlendMode.SATURATION:
            return _with_luminance(_with_saturation(below, above), below)
        case BlendMode.COLOR:
            return _with_luminance(above, below)
        case BlendMode.LUMINOSITY:
            return _with_luminance(below, above)


def _hard_light(below: Planes, above: Planes) -> Planes:
    doubled = 2 * above
    return np.where(above <= 0.5, below * doubled, below + (doubled - 1) - below * (doubled - 1))


def _soft_light(below: Planes, above: Planes) -> Planes:
    curve = np.where(below <= 0.25, ((16 * below - 12) * below + 4) * below, np.sqrt(below))
    lean = 2 * above - 1
    return below + lean * np.where(above <= 0.5, below * (1 - below), curve - below)


def _clipped_ratio(part: Planes, whole: Planes) -> Planes:
    """`part` / `whole`, at most 1, and 1 where `whole` is 0."""
    ratio = np.ones_like(part)
    np.divide(part, whole, out=ratio, where=whole > part)
    return ratio


def _luminance(colours: Planes) -> NDArray[np.floating[Any]]:
    red, green, blue = LUMINANCE
    return red * colours[0] + green * colours[1] + blue * colours[2]


def _with_luminance(colours: Planes, model: Planes) -> Planes:
    """`colours` with the luminance of `model`; SetLum and ClipColor of the specification."""
    target = _luminance(model)
    distance = colours - _luminance(colours)
    lowest, highest = distance.min(axis=0), distance.max(axis=0)
    scale = np.ones_like(target)
    np.divide(target, -lowest, out=scale, where=target + lowest < 0)
    lighter = np.ones_like(target)
    np.divide(1 - target, highest, out=lighter, where=target + highest > 1)
    return target + distance * np.minimum(scale, lighter)


def _with_saturation(colours: Planes, model: Planes) -> Planes:
    """`colours` with the saturation of `model`; SetSat of the specification."""
    lowest = colours.min(axis=0)
    spread = colours.max(axis=0) - lowest
    scale = np.zeros_like(spread)
    np.divide(model.max(axis=0) - model.min(axis=0), spread, out=scale, where=spread > 0)
    return (colours - lowest) * scale
