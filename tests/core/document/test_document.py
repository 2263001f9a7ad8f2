"""Documents, and what their layers show together."""

import numpy as np
import pytest

from glide_studio.core.document.document import Document
from glide_studio.core.document.layer_edits import flattened
from glide_studio.core.document.layers import Layer, composite, over_white
from glide_studio.core.geometry import Extent, Rect
from glide_studio.core.mask.mask import Mask
from glide_studio.core.raster.raster import Raster
from tests.core.samples import noise, opaque


def test_a_blank_document_shows_nothing() -> None:
    document = Document.blank(Extent(256, 256))
    assert document.is_blank
    assert document.extent == Extent(256, 256)
    assert document.icc_profile is None
    assert not document.composite().any()


def test_a_picture_becomes_the_background_byte_for_byte() -> None:
    pixels = noise(270, 300, 4)
    pixels[::2, ::2, 3] = 0
    document = Document.from_picture(pixels)
    assert not document.is_blank
    assert [layer.name for layer in document.layers] == ["Background"]
    assert document.extent == document.mask.extent == Extent(300, 270)
    assert np.array_equal(document.composite(), pixels)
    assert np.array_equal(document.composite(Rect(2, 3, 5, 4)), pixels[3:7, 2:7])


def test_changes_are_new_documents() -> None:
    before = Document.from_picture(np.full((8, 8, 4), 255, np.uint8))
    mask = Mask.full(before.extent)
    after = before.with_mask(mask).with_layer(Layer("top", Raster.empty(before.extent)))
    assert before.mask.is_empty
    assert len(before.layers) == 1
    assert after.mask is mask
    assert after.layers[0] is before.layers[0]
    assert after != before
    assert before.with_mask(before.mask) == before


def layer(*pixels: tuple[int, int, int, int], visible: bool = True, opacity: float = 1) -> Layer:
    """A picture of one row."""
    return Layer("row", Raster.from_array(np.array([pixels], np.uint8)), visible, opacity)


def row(*layers: Layer) -> list[list[int]]:
    return composite(layers, layers[0].raster.extent.bounds)[0].tolist()


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


def test_nothing_is_shown_outside_the_picture() -> None:
    shown = Document.from_picture(noise(10, 10, 4)).composite(Rect(5, 5, 20, 20))
    assert not shown[5:].any()
    assert not shown[:, 5:].any()


def test_an_opaque_tile_is_shared_with_the_composite() -> None:
    extent = Extent(256, 256)
    below = Raster.from_array(opaque(noise(256, 256, 3)))
    covering = opaque(noise(256, 256, 3, seed=1))
    above = Raster.from_array(covering)
    document = Document.blank(extent).with_layer(Layer("below", below))
    flat = flattened(document.with_layer(Layer("above", above)))
    assert flat.layers[0].raster.tiles[0, 0] is above.tiles[0, 0]
    covering[200, 7, 3] = 254
    gap = Layer("gap", Raster.from_array(covering))
    shown = document.with_layer(gap).composite()
    assert np.array_equal(np.delete(shown, 200, axis=0), np.delete(covering, 200, axis=0))
    assert shown[200, 7, 3] == 255


@pytest.mark.parametrize("side", [1, 130, 600])
def test_transparent_pixels_are_composited_over_white(side: int) -> None:
    rgba = noise(side, 3, 4)
    alpha = rgba[..., 3:] / 255
    right = rgba[..., :3] * alpha + 255 * (1 - alpha)
    assert np.abs(over_white(rgba) - right).max() <= 0.5001
