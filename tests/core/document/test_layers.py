import numpy as np
import pytest

from glide_studio.core.document.layers import Layer, composite
from glide_studio.core.geometry import Rect
from glide_studio.core.raster.raster import Pixels, Raster


def layer(*pixels: tuple[int, int, int, int], visible: bool = True, opacity: float = 1) -> Layer:
    """A picture of one row."""
    return Layer("row", Raster.from_array(np.array([pixels], np.uint8)), visible, opacity)


def row(*layers: Layer) -> list[list[int]]:
    return composite(layers, layers[0].raster.extent.bounds)[0].tolist()


def noise(height: int, width: int, seed: int = 0) -> Pixels:
    return np.random.default_rng(seed).integers(0, 256, (height, width, 4), np.uint8)


def test_a_single_layer_is_shown_byte_for_byte() -> None:
    pixels = noise(300, 270)
    pixels[::2, ::2, 3] = 0
    shown = composite([Layer("noise", Raster.from_array(pixels))], Rect(0, 0, 270, 300))
    assert np.array_equal(shown, pixels)


def test_bytes_below_a_transparent_pixel_survive_with_the_colour_under_alpha_0() -> None:
    below = layer((1, 2, 3, 0), (4, 5, 6, 9), (7, 8, 9, 255))
    above = layer((90, 91, 92, 0), (90, 91, 92, 0), (0, 0, 0, 0))
    assert row(below, above) == [[1, 2, 3, 0], [4, 5, 6, 9], [7, 8, 9, 255]]


def test_an_opaque_pixel_replaces_exactly() -> None:
    assert row(layer((1, 2, 3, 77)), layer((4, 5, 6, 255))) == [[4, 5, 6, 255]]


def test_a_translucent_pixel_mixes() -> None:
    assert row(layer((0, 0, 0, 255)), layer((255, 255, 255, 51))) == [[51, 51, 51, 255]]
    assert row(layer((9, 9, 9, 0)), layer((100, 50, 0, 128))) == [[100, 50, 0, 128]]
    (mixed,) = row(layer((200, 0, 0, 128)), layer((0, 200, 0, 128)))
    assert mixed == pytest.approx([67, 133, 0, 192], abs=1)


def test_hidden_layers_do_not_show_and_opacity_fades() -> None:
    ground = layer((0, 0, 0, 255))
    assert row(ground, layer((255, 255, 255, 255), visible=False)) == [[0, 0, 0, 255]]
    assert row(ground, layer((255, 255, 255, 255), opacity=0.2)) == [[51, 51, 51, 255]]
    assert row(ground, layer((255, 255, 255, 255), opacity=0)) == [[0, 0, 0, 255]]


def test_a_part_of_the_picture_equals_that_part_of_the_whole() -> None:
    layers = [Layer(str(seed), Raster.from_array(noise(400, 300, seed))) for seed in range(3)]
    whole = composite(layers, Rect(0, 0, 300, 400))
    assert np.array_equal(composite(layers, Rect(200, 250, 90, 30)), whole[250:280, 200:290])


def test_nothing_is_shown_outside_the_picture() -> None:
    shown = composite([Layer("noise", Raster.from_array(noise(10, 10)))], Rect(5, 5, 20, 20))
    assert not shown[5:].any()
    assert not shown[:, 5:].any()
