"""Blend modes of layers, by W3C's Compositing and Blending Level 1."""

from enum import Enum
from typing import Any

import numpy as np
from numpy.typing import NDArray

Planes = NDArray[np.floating[Any]]
"""Colours 0 to 1 as (3, n): red, green and blue."""

LUMINANCE = (0.3, 0.59, 0.11)
_TINY = 1e-30
"""What replaces a divisor of 0, so that the quotient is 0 for 0, and large for all else."""
_SLIGHT = 1e-6
"""A distance between colours that nobody sees."""


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
            return _clipped_ratio(below, 1 - above)
        case BlendMode.COLOR_BURN:
            return 1 - _clipped_ratio(1 - below, above)
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
    """Multiply by twice what is dark `above`, and screen with twice what is light."""
    doubled = 2 * above
    return below * np.minimum(doubled, 1) + (1 - below) * np.maximum(doubled - 1, 0)


def _soft_light(below: Planes, above: Planes) -> Planes:
    dark, light = np.minimum(below, 0.25), np.maximum(below, 0.25)
    curve = ((16 * dark - 12) * dark + 4) * dark + (np.sqrt(light) - 0.5)  # which meet at 0.5
    lean = 2 * above - 1
    darker = np.minimum(lean, 0) * (below * (1 - below))
    return below + darker + np.maximum(lean, 0) * (curve - below)


def _clipped_ratio(part: Planes, whole: Planes) -> Planes:
    """`part` / `whole`, at most 1: 0 where `part` is 0, else 1 where `whole` is."""
    return np.minimum(part / np.maximum(whole, _TINY), 1)


def _luminance(colours: Planes) -> NDArray[np.floating[Any]]:
    red, green, blue = LUMINANCE
    return red * colours[0] + green * colours[1] + blue * colours[2]


def _with_luminance(colours: Planes, model: Planes) -> Planes:
    """`colours` with the luminance of `model`; SetLum and ClipColor of the specification."""
    target = _luminance(model)
    distance = colours - _luminance(colours)
    darkest = target / np.maximum(-distance.min(axis=0), _SLIGHT)
    lightest = (1 - target) / np.maximum(distance.max(axis=0), _SLIGHT)
    scale = np.clip(np.minimum(darkest, lightest), 0, 1)  # below 0 by rounding errors
    return target + distance * scale


def _with_saturation(colours: Planes, model: Planes) -> Planes:
    """`colours` with the saturation of `model`; SetSat of the specification."""
    above_lowest = colours - colours.min(axis=0)
    saturation = model.max(axis=0) - model.min(axis=0)
    return above_lowest * (saturation / np.maximum(above_lowest.max(axis=0), _TINY))
