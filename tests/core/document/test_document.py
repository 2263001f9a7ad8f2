import numpy as np

from glide_studio.core.document.document import Document
from glide_studio.core.document.layers import Layer
from glide_studio.core.geometry import Extent, Rect
from glide_studio.core.mask.mask import Mask
from glide_studio.core.raster.raster import Raster


def test_a_blank_document_shows_nothing() -> None:
    document = Document.blank()
    assert document.is_blank
    assert document.extent == Extent(256, 256)
    assert not document.composite().any()


def test_a_picture_becomes_the_background_byte_for_byte() -> None:
    pixels = np.random.default_rng(0).integers(0, 256, (17, 300, 4), np.uint8)
    document = Document.from_picture(pixels)
    assert not document.is_blank
    assert [layer.name for layer in document.layers] == ["Background"]
    assert document.extent == document.mask.extent == Extent(300, 17)
    assert np.array_equal(document.composite(), pixels)
    assert np.array_equal(document.composite(Rect(2, 3, 5, 4)), pixels[3:7, 2:7])


def test_changes_are_new_documents() -> None:
    before = Document.from_picture(np.full((8, 8, 4), 255, np.uint8))
    mask = Mask.from_array(np.full((8, 8), 255, np.uint8))
    after = before.with_mask(mask).with_layer(Layer("top", Raster.empty(before.extent)))
    assert before.mask.is_empty
    assert len(before.layers) == 1
    assert after.mask is mask
    assert after.layers[0] is before.layers[0]
    assert after != before
    assert before.with_mask(before.mask) == before
