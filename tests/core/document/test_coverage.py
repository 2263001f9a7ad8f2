"""Gaps are found exact to the pixel, whatever the layers are."""

from dataclasses import replace

import numpy as np
from hypothesis import given, settings
from hypothesis import strategies as st

from glide_studio.core.document.coverage import has_gap, has_opaque_pixels, transparent_mask
from glide_studio.core.document.layers import Layer
from glide_studio.core.geometry import Extent, Rect
from glide_studio.core.raster.raster import Raster
from tests.core.samples import document_of, values

PAGE = Extent(300, 270)

alphas = st.sampled_from([0, 127, 128, 255]) | st.integers(0, 255)
rectangles = st.builds(
    Rect, st.integers(0, 299), st.integers(0, 269), st.integers(1, 300), st.integers(1, 270)
)
writes = st.lists(st.tuples(rectangles, alphas), max_size=4)
opacities = st.sampled_from([1.0, 0.5]) | st.floats(0, 1)


def layer_of(written: list[tuple[Rect, int]], opacity: float, visible: bool) -> Layer:
    """A layer written step by step; its lowest alphas are read and cached before each write."""
    layer = Layer("layer", Raster.empty(PAGE), visible, opacity)
    for place, alpha in [(PAGE.bounds, 200), *written]:
        has_gap(document_of([layer], PAGE))
        pixels = np.full((place.height, place.width, 4), alpha, np.uint8)
        layer = replace(layer, raster=layer.raster.write(place, pixels))
    return layer


@settings(max_examples=200)
@given(
    st.lists(
        st.builds(layer_of, writes, opacities, st.sampled_from([True, True, False])), max_size=3
    )
)
def test_a_pixel_less_than_half_opaque_is_a_gap(layers: list[Layer]) -> None:
    document = document_of(layers, PAGE)
    alpha = document.composite()[..., 3]
    assert has_gap(document) == (alpha < 128).any()
    assert np.array_equal(values(transparent_mask(document)), np.where(alpha < 128, 255, 0))
    for layer in layers:
        seen = document_of([layer], PAGE).composite()[..., 3]
        assert has_opaque_pixels(layer) == (seen >= 128).any()


def test_layers_that_cover_the_canvas_together_leave_no_gap_until_one_pixel_is_erased() -> None:
    whole = np.full((270, 300, 4), 255, np.uint8)
    left, right = whole.copy(), whole.copy()
    left[:, 100:], right[:, :100] = 0, 0
    document = document_of([Layer("left", Raster.from_array(left))], PAGE)
    assert has_gap(document)
    document = document.with_layer(Layer("right", Raster.from_array(right)))
    assert not has_gap(document)
    right[269, 299, 3] = 127
    document = document.with_changed(replace(document.layers[1], raster=Raster.from_array(right)))
    assert has_gap(document)
    assert transparent_mask(document).bounds() == Rect(299, 269, 1, 1)
