"""Every blend mode against the specification's own formulas, one colour at a time."""

import math
from collections.abc import Callable

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st

from glide_studio.core.document.blend_modes import BlendMode, blended
from glide_studio.core.document.layers import Layer, composite
from glide_studio.core.geometry import Rect
from glide_studio.core.raster.raster import Raster

Colour = tuple[float, float, float]


def multiply(b: float, s: float) -> float:
    return b * s


def screen(b: float, s: float) -> float:
    return b + s - b * s


def hard_light(b: float, s: float) -> float:
    return multiply(b, 2 * s) if s <= 0.5 else screen(b, 2 * s - 1)


def color_dodge(b: float, s: float) -> float:
    if b == 0:
        return 0
    return 1 if s == 1 else min(1, b / (1 - s))


def color_burn(b: float, s: float) -> float:
    if b == 1:
        return 1
    return 0 if s == 0 else 1 - min(1, (1 - b) / s)


def soft_light(b: float, s: float) -> float:
    if s <= 0.5:
        return b - (1 - 2 * s) * b * (1 - b)
    d = ((16 * b - 12) * b + 4) * b if b <= 0.25 else math.sqrt(b)
    return b + (2 * s - 1) * (d - b)


SEPARABLE: dict[BlendMode, Callable[[float, float], float]] = {
    BlendMode.NORMAL: lambda b, s: s,
    BlendMode.MULTIPLY: multiply,
    BlendMode.SCREEN: screen,
    BlendMode.OVERLAY: lambda b, s: hard_light(s, b),
    BlendMode.SOFT_LIGHT: soft_light,
    BlendMode.HARD_LIGHT: hard_light,
    BlendMode.DARKEN: min,
    BlendMode.LIGHTEN: max,
    BlendMode.COLOR_DODGE: color_dodge,
    BlendMode.COLOR_BURN: color_burn,
    BlendMode.DIFFERENCE: lambda b, s: abs(b - s),
    BlendMode.EXCLUSION: lambda b, s: b + s - 2 * b * s,
    BlendMode.ADDITION: lambda b, s: min(1, b + s),
    BlendMode.SUBTRACT: lambda b, s: max(0, b - s),
}


def lum(c: Colour) -> float:
    return 0.3 * c[0] + 0.59 * c[1] + 0.11 * c[2]


def sat(c: Colour) -> float:
    return max(c) - min(c)


def set_lum(c: Colour, wanted: float) -> Colour:
    c = tuple(v + wanted - lum(c) for v in c)  # type: ignore[assignment]
    lightness, lowest, highest = lum(c), min(c), max(c)
    if lowest < 0:
        c = tuple(lightness + (v - lightness) * lightness / (lightness - lowest) for v in c)  # type: ignore[assignment]
    if highest > 1:
        c = tuple(  # type: ignore[assignment]
            lightness + (v - lightness) * (1 - lightness) / (highest - lightness) for v in c
        )
    return c


def set_sat(c: Colour, wanted: float) -> Colour:
    if sat(c) == 0:
        return (0, 0, 0)
    return tuple((v - min(c)) * wanted / sat(c) for v in c)  # type: ignore[return-value]


WHOLE: dict[BlendMode, Callable[[Colour, Colour], Colour]] = {
    BlendMode.HUE: lambda b, s: set_lum(set_sat(s, sat(b)), lum(b)),
    BlendMode.SATURATION: lambda b, s: set_lum(set_sat(b, sat(s)), lum(b)),
    BlendMode.COLOR: lambda b, s: set_lum(s, lum(b)),
    BlendMode.LUMINOSITY: lambda b, s: set_lum(b, lum(s)),
}


def expected(mode: BlendMode, below: Colour, above: Colour) -> Colour:
    if mode in WHOLE:
        return WHOLE[mode](below, above)
    return tuple(map(SEPARABLE[mode], below, above))  # type: ignore[return-value]


values = st.sampled_from([0.0, 0.25, 0.5, 1.0]) | st.floats(0, 1, width=16)
colours = st.tuples(values, values, values)


@pytest.mark.parametrize("mode", BlendMode)
@given(below=colours, above=colours)
def test_each_mode_follows_the_formula_of_the_specification(
    mode: BlendMode, below: Colour, above: Colour
) -> None:
    planes = [np.array([colour], np.float64).T for colour in (below, above)]
    assert blended(mode, *planes)[:, 0] == pytest.approx(expected(mode, below, above), abs=1e-6)


@pytest.mark.parametrize("mode", BlendMode)
def test_layers_are_blended_and_then_composited(mode: BlendMode) -> None:
    noise = np.random.default_rng(0).integers(0, 256, (2, 9, 40, 4), np.uint8)
    noise[0, 0, :, 3], noise[1, 1, :, 3], noise[0, 2, :, 3] = 0, 0, 255
    page = Rect(0, 0, 40, 9)
    below = Layer("below", Raster.from_array(noise[0]))
    above = Layer("above", Raster.from_array(noise[1]), blend_mode=mode)
    shown = composite([below, above], page)
    for row, column in np.ndindex(9, 40):
        (*b, alpha_b), (*s, alpha_s) = noise[:, row, column] / 255
        alpha = alpha_s + alpha_b * (1 - alpha_s)
        both = expected(mode, tuple(b), tuple(s))
        for channel in range(3):
            source = (1 - alpha_b) * s[channel] + alpha_b * both[channel]
            premultiplied = alpha_s * source + alpha_b * b[channel] * (1 - alpha_s)
            if alpha:
                close = pytest.approx(255 * premultiplied / alpha, abs=0.51)
                assert shown[row, column, channel] == close
        assert shown[row, column, 3] == pytest.approx(255 * alpha, abs=0.51)
    assert np.array_equal(shown[1], noise[0, 1])  # where nothing is laid on it, bytes stay
