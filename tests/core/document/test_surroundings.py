"""What surrounds a layer that is painted on is composited once, and the result is the same."""

from collections.abc import Sequence
from dataclasses import replace

import numpy as np
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from glide_studio.core.document import surroundings
from glide_studio.core.document.blend_modes import BlendMode
from glide_studio.core.document.layers import Layer, composite
from glide_studio.core.document.surroundings import CAPACITY, Surroundings
from glide_studio.core.geometry import Extent, Rect
from glide_studio.core.raster.raster import Pixels, Raster
from tests.core.samples import noise

PAGE = Extent(300, 270)


def check(found: Pixels, layers: Sequence[Layer], bounds: Rect) -> None:
    """Equal but for ties when rounding; colours below an alpha of 0 do not count."""
    right = composite(layers, bounds)
    assert np.abs(found.astype(int) - right)[right[..., 3] > 0].max(initial=0) <= 1
    assert np.array_equal(found[..., 3] == 0, right[..., 3] == 0)


def layer_of(seed: int, visible: bool, opacity: float, mode: BlendMode) -> Layer:
    pixels = noise(270, 300, 4, seed=seed)
    pixels[:, : 50 * (seed % 6)] = 0
    return Layer(f"layer {seed}", Raster.from_array(pixels), visible, opacity, mode)


any_layers = st.builds(
    layer_of,
    st.integers(0, 30),
    st.booleans() | st.just(True),
    st.sampled_from([1.0, 0.5]) | st.floats(0, 1),
    st.just(BlendMode.NORMAL) | st.sampled_from(BlendMode),
)


@settings(max_examples=20)
@given(st.lists(any_layers, min_size=1, max_size=6), st.data())
def test_strokes_look_as_if_the_whole_stack_were_composited(
    layers: list[Layer], data: st.DataObject
) -> None:
    shown = Surroundings()
    index = data.draw(st.integers(0, len(layers) - 1))
    for seed in range(3):
        place = Rect(data.draw(st.integers(0, 80)), data.draw(st.integers(0, 60)), 190, 200)
        raster = layers[index].raster.write(place, noise(200, 190, 4, seed=100 + seed))
        layers[index] = replace(layers[index], raster=raster)
        check(shown.composite(layers, index, place), layers, place)
    other = data.draw(st.integers(0, len(layers) - 1))
    layers[other] = replace(layers[other], opacity=0.3, blend_mode=BlendMode.MULTIPLY)
    check(shown.composite(layers, index, PAGE.bounds), layers, PAGE.bounds)


def test_the_layers_above_and_below_are_composited_once(monkeypatch: pytest.MonkeyPatch) -> None:
    layers = [layer_of(6 * seed, True, 0.5, BlendMode.NORMAL) for seed in range(5)]
    composited: list[int] = []
    original = surroundings.Composite.of

    def counted(sheets: Sequence[surroundings.Sheet]) -> surroundings.Composite:
        composited.append(len(sheets))
        return original(sheets)

    monkeypatch.setattr(surroundings.Composite, "of", counted)
    shown = Surroundings()
    for seed in range(4):
        layers[2] = replace(layers[2], raster=Raster.from_array(noise(270, 300, 4, seed=seed)))
        shown.composite(layers, 2, Rect(0, 0, 250, 250))
    assert composited == [2, 2]


def test_the_surroundings_of_a_bounded_number_of_tiles_are_kept() -> None:
    tiles = {(column, 0): noise(256, 256, 4) for column in range(CAPACITY + 9)}
    raster = Raster(Extent(256 * len(tiles), 256), 4, tiles)
    layers = [Layer(str(number), raster, opacity=0.5) for number in range(4)]
    shown = Surroundings()
    shown.composite(layers, 0, raster.extent.bounds)
    assert len(shown._tiles) == CAPACITY
    shown.clear()
    check(shown.composite(layers, 0, Rect(0, 0, 256, 256)), layers, Rect(0, 0, 256, 256))
