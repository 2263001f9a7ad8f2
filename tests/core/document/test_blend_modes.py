"""Every blend mode against the specification's own formulas, one colour at a time."""

import math
from collections.abc import Callable

import numpy as np
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from glide_studio.core.document.blend_modes import SCRATCH_ARRAYS, BlendMode, blend
from glide_studio.core.document.layers import Layer, composite
from glide_studio.core.geometry import Rect
from glide_studio.core.raster.raster import Raster
from tests.core.samples import noise

Colour = np.ndarray
"""Red, green and blue from 0 to 1."""


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
    return c @ (0.3, 0.59, 0.11)


def set_lum(c: Colour, wanted: float) -> Colour:
    c = c + wanted - lum(c)
    lightness, lowest, highest = lum(c), c.min(), c.max()
    if lowest < 0:
        c = lightness + (c - lightness) * lightness / (lightness - lowest)
    if highest > 1:
        c = lightness + (c - lightness) * (1 - lightness) / (highest - lightness)
    return c


sat = np.ptp


def set_sat(c: Colour, wanted: float) -> Colour:
    return (c - c.min()) * wanted / sat(c) if sat(c) else np.zeros(3)


WHOLE: dict[BlendMode, Callable[[Colour, Colour], Colour]] = {
    BlendMode.HUE: lambda b, s: set_lum(set_sat(s, sat(b)), lum(b)),
    BlendMode.SATURATION: lambda b, s: set_lum(set_sat(b, sat(s)), lum(b)),
    BlendMode.COLOR: lambda b, s: set_lum(s, lum(b)),
    BlendMode.LUMINOSITY: lambda b, s: set_lum(b, lum(s)),
}


def expected(mode: BlendMode, below: Colour, above: Colour) -> Colour:
    if mode in WHOLE:
        return WHOLE[mode](below, above)
    return np.array(list(map(SEPARABLE[mode], below, above)))


values = st.sampled_from([0.0, 0.25, 0.5, 1.0]) | st.floats(0, 1, width=16)
colours = st.tuples(values, values, values).map(np.array)


@pytest.mark.parametrize("mode", BlendMode)
@given(below=colours, above=colours)
def test_each_mode_follows_the_formula_of_the_specification(
    mode: BlendMode, below: Colour, above: Colour
) -> None:
    found = above[:, np.newaxis].copy()
    blend(mode, below[:, np.newaxis], found, np.empty((SCRATCH_ARRAYS, 3, 1)))
    found = found[:, 0]
    assert found == pytest.approx(expected(mode, below, above), abs=1e-6)


@pytest.mark.parametrize("mode", BlendMode)
def test_layers_are_blended_and_then_composited(mode: BlendMode) -> None:
    pixels = noise(2, 9, 40, 4)
    pixels[0, 0, :, 3], pixels[1, 1, :, 3], pixels[0, 2, :, 3] = 0, 0, 255
    below = Layer("below", Raster.from_array(pixels[0]))
    above = Layer("above", Raster.from_array(pixels[1]), blend_mode=mode)
    shown = composite([below, above], Rect(0, 0, 40, 9))
    for row, column in np.ndindex(9, 40):
        b, s = pixels[:, row, column, :3] / 255
        alpha_b, alpha_s = pixels[:, row, column, 3] / 255
        alpha = alpha_s + alpha_b * (1 - alpha_s)
        source = (1 - alpha_b) * s + alpha_b * expected(mode, b, s)
        premultiplied = alpha_s * source + alpha_b * b * (1 - alpha_s)
        if alpha:
            close = pytest.approx(255 * premultiplied / alpha, abs=0.51)
            assert shown[row, column, :3] == close
        assert shown[row, column, 3] == pytest.approx(255 * alpha, abs=0.51)
    assert np.array_equal(shown[1], pixels[0, 1])  # where nothing is laid on it, bytes stay


stacks = st.lists(
    st.builds(
        Layer,
        st.just("layer"),
        st.integers(0, 200).map(lambda seed: Raster.from_array(noise(12, 300, 4, seed=seed))),
        st.just(True),
        st.sampled_from([0.0, 0.5, 1.0]) | st.floats(0, 1),
        st.sampled_from(BlendMode),
    ),
    min_size=1,
    max_size=10,
)


@settings(max_examples=40)
@given(stacks, st.integers(0, 290), st.integers(0, 8), st.data())
def test_a_stack_is_rounded_only_once(
    layers: list[Layer], x: int, y: int, data: st.DataObject
) -> None:
    """Every layer by the formulas in float64, in any part of the picture."""
    part = Rect(x, y, data.draw(st.integers(1, 5)), 3).intersected(Rect(0, 0, 300, 12))
    shown = composite(layers, part)
    for row, column in np.ndindex(shown.shape[:2]):
        colour, alpha = np.zeros(3), 0.0
        for layer in layers:
            above = layer.raster.read(part)[row, column] / 255
            opacity = above[3] * layer.opacity
            mixed = (1 - alpha) * above[:3] + alpha * expected(
                layer.blend_mode, colour.clip(0, 1), above[:3]
            )
            colour = opacity * mixed + (1 - opacity) * alpha * colour
            alpha = opacity + alpha * (1 - opacity)
            colour = colour / alpha if alpha else colour
        if alpha > 1e-6:
            assert shown[row, column, :3] == pytest.approx(255 * colour, abs=0.6)
        assert shown[row, column, 3] == pytest.approx(255 * alpha, abs=0.51)
