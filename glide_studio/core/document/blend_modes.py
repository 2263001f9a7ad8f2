"""Blend modes of layers, by W3C's Compositing and Blending Level 1."""

from enum import Enum
from typing import Any

import numpy as np
from numpy.typing import NDArray

Planes = NDArray[np.floating[Any]]
"""Colours 0 to 1 as (3, ...): red, green and blue."""

SCRATCH_ARRAYS = 3
"""The number of scratch arrays that `blend` needs."""

LUMINANCE = (0.3, 0.59, 0.11)
_TINY = 1e-30
"""What replaces a divisor of 0, so that the quotient is 0 for 0, and large for all else."""
_SLIGHT = 1e-6
"""A difference between colours too small to be seen."""


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


def blend(mode: BlendMode, below: Planes, above: Planes, scratch: Planes) -> None:
    """Set `above` to B(Cb, Cs) of the specification, for opaque `below` (Cb) and `above` (Cs).

    `scratch` is scratch space for `SCRATCH_ARRAYS` arrays like them: new ones would take longer
    than the work.
    """
    first, second, third = scratch
    match mode:
        case BlendMode.NORMAL:
            pass
        case BlendMode.MULTIPLY:
            above *= below
        case BlendMode.SCREEN:
            np.multiply(below, above, out=first)
            above += below
            above -= first
        case BlendMode.OVERLAY:
            _hard_light(above, below, above, first, second)
        case BlendMode.SOFT_LIGHT:
            _soft_light(below, above, first, second, third)
        case BlendMode.HARD_LIGHT:
            _hard_light(below, above, above, first, second)
        case BlendMode.DARKEN:
            np.minimum(below, above, out=above)
        case BlendMode.LIGHTEN:
            np.maximum(below, above, out=above)
        case BlendMode.COLOR_DODGE:
            np.subtract(1, above, out=first)
            _clipped_ratio(below, first, above)
        case BlendMode.COLOR_BURN:
            np.subtract(1, below, out=first)
            _clipped_ratio(first, above, above)
            np.subtract(1, above, out=above)
        case BlendMode.DIFFERENCE:
            np.abs(np.subtract(below, above, out=above), out=above)
        case BlendMode.EXCLUSION:
            np.multiply(below, above, out=first)
            first *= 2
            above += below
            above -= first
        case BlendMode.ADDITION:
            np.minimum(np.add(below, above, out=above), 1, out=above)
        case BlendMode.SUBTRACT:
            np.maximum(np.subtract(below, above, out=above), 0, out=above)
        case BlendMode.HUE:
            _set_saturation(above, _saturation(below, first), first)
            _set_luminance(above, _luminance(below, second), first)
        case BlendMode.SATURATION:
            target = _saturation(above, second)
            np.copyto(above, below)
            _set_saturation(above, target, first)
            _set_luminance(above, _luminance(below, second), first)
        case BlendMode.COLOR:
            _set_luminance(above, _luminance(below, second), first)
        case BlendMode.LUMINOSITY:
            target = _luminance(above, second)
            np.copyto(above, below)
            _set_luminance(above, target, first)


def _hard_light(below: Planes, above: Planes, result: Planes, first: Planes, twice: Planes) -> None:
    """Multiply by twice what is dark `above`, and screen with twice what is light."""
    np.multiply(above, 2, out=twice)
    np.minimum(twice, 1, out=first)
    first *= below
    twice -= 1
    np.maximum(twice, 0, out=twice)
    np.subtract(1, below, out=result)
    result *= twice
    result += first


def _soft_light(below: Planes, above: Planes, first: Planes, darker: Planes, curve: Planes) -> None:
    above *= 2
    above -= 1
    np.subtract(1, below, out=darker)
    darker *= below
    darker *= np.minimum(above, 0, out=first)
    np.minimum(below, 0.25, out=first)  # up to here a polynomial, beyond a root: both 0.5 here
    np.multiply(first, 16, out=curve)
    curve -= 12
    curve *= first
    curve += 4
    curve *= first
    np.sqrt(np.maximum(below, 0.25, out=first), out=first)
    first -= 0.5
    curve += first
    curve -= below
    np.maximum(above, 0, out=above)
    above *= curve
    above += darker
    above += below


def _clipped_ratio(part: Planes, whole: Planes, result: Planes) -> None:
    """`part` / `whole`, at most 1: 0 where `part` is 0, else 1 where `whole` is."""
    np.maximum(whole, _TINY, out=result)
    np.divide(part, result, out=result)
    np.minimum(result, 1, out=result)


def _luminance(colours: Planes, scratch: Planes) -> Planes:
    total, part = scratch[0], scratch[1]
    np.multiply(colours[0], LUMINANCE[0], out=total)
    for colour, weight in zip(colours[1:], LUMINANCE[1:], strict=True):
        total += np.multiply(colour, weight, out=part)
    return total


def _saturation(colours: Planes, scratch: Planes) -> Planes:
    highest, lowest = scratch[0], scratch[1]
    np.max(colours, axis=0, out=highest)
    highest -= np.min(colours, axis=0, out=lowest)
    return highest


def _set_luminance(colours: Planes, target: Planes, scratch: Planes) -> None:
    """SetLum and ClipColor of the specification."""
    colours -= _luminance(colours, scratch)
    scale, other, lightest = scratch
    np.negative(np.min(colours, axis=0, out=scale), out=scale)
    np.divide(target, np.maximum(scale, _SLIGHT, out=scale), out=scale)
    np.maximum(np.max(colours, axis=0, out=other), _SLIGHT, out=other)
    np.subtract(1, target, out=lightest)
    lightest /= other
    np.minimum(scale, lightest, out=scale)
    np.clip(scale, 0, 1, out=scale)  # below 0 by rounding errors
    colours *= scale
    colours += target


def _set_saturation(colours: Planes, target: Planes, scratch: Planes) -> None:
    """SetSat of the specification; `target` may be the first plane of `scratch`."""
    other = scratch[1]
    colours -= np.min(colours, axis=0, out=other)
    np.maximum(np.max(colours, axis=0, out=other), _TINY, out=other)
    colours *= np.divide(target, other, out=other)
