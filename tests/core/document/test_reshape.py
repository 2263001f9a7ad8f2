"""Whole documents cropped, extended, scaled and turned."""

from dataclasses import replace

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st
from PIL import Image

from glide_studio.core.document.blend import accept
from glide_studio.core.document.document import Document
from glide_studio.core.document.guides import Guide, replaced, snapped
from glide_studio.core.document.layers import Layer
from glide_studio.core.document.reshape import (
    Resampling,
    check_extent,
    cropped,
    flipped,
    scaled,
    turned,
)
from glide_studio.core.geometry import Extent, Rect
from glide_studio.core.mask.mask import Mask
from glide_studio.core.modes.region import inpaint_request
from glide_studio.core.raster.raster import Pixels, Raster
from glide_studio.core.request.request import GenerationRequest, Result

NOISE = np.random.default_rng(5)
SIZE = Extent(330, 290)
SPOT = Rect(280, 30, 20, 40)


def noise(extent: Extent = SIZE) -> Pixels:
    return NOISE.integers(0, 256, (extent.height, extent.width, 4), dtype=np.uint8)


@pytest.fixture(scope="module")
def document() -> Document:
    """A photograph with an edit, a small layer, a mask and two guides."""
    opaque = noise()
    opaque[..., 3] = 255
    start = Document.from_picture(opaque)
    marked = start.with_mask(Mask.empty(SIZE).write(SPOT, np.full((40, 20), 255, np.uint8)))
    request = inpaint_request(marked, GenerationRequest("a lamp"))
    edited = accept(marked, Result(request, noise(Extent(256, 256))[..., :3].copy()))
    small = Raster.empty(SIZE).write(Rect(5, 250, 30, 20), noise(Extent(30, 20)))
    guides = (Guide("x", 100), Guide("y", 20))
    return replace(edited.with_layer(Layer("small", small)), mask=marked.mask, guides=guides)


frames = st.builds(
    Rect, st.integers(-300, 400), st.integers(-300, 400), st.integers(1, 600), st.integers(1, 600)
)


@given(frames)
def test_a_crop_shows_what_lies_in_its_frame(document: Document, frame: Rect) -> None:
    crop = cropped(document, frame)
    assert crop.extent == Extent(frame.width, frame.height)
    seen = document.extent.bounds.intersected(frame)
    expected = np.zeros((frame.height, frame.width, 4), np.uint8)
    expected[seen.slices_in(frame)] = document.composite(seen)
    assert np.array_equal(crop.composite(), expected)
    assert np.array_equal(crop.mask.read(crop.extent.bounds), document.mask.read(frame))
    assert crop.guides == (Guide("x", 100 - frame.x), Guide("y", 20 - frame.y))
    (old,), (new,) = document.stages, crop.stages
    assert new.request.bounds == old.request.bounds.translated(-frame.x, -frame.y)
    assert [layer.id for layer in crop.layers] == [layer.id for layer in document.layers]


def test_growing_to_the_right_shares_what_was_there(document: Document) -> None:
    grown = cropped(document, Rect(0, 0, 700, 290))
    assert grown.layers[0].raster.tiles[0, 0] is document.layers[0].raster.tiles[0, 0]
    assert cropped(document, document.extent.bounds) is document


def test_layers_outside_of_the_frame_stay_as_empty_ones(document: Document) -> None:
    crop = cropped(document, Rect(100, 0, 50, 50))
    assert [layer.name for layer in crop.layers][-1] == "small"
    assert not crop.layers[-1].raster.tiles


@pytest.mark.parametrize("quarters", [1, 2, 3])
def test_a_turned_document_is_the_turned_picture(document: Document, quarters: int) -> None:
    turn = turned(document, quarters)
    assert np.array_equal(turn.composite(), np.rot90(document.composite(), -quarters))
    mask = document.mask.read(document.extent.bounds)
    assert np.array_equal(turn.mask.read(turn.extent.bounds), np.rot90(mask, -quarters))
    back = turned(turn, 4 - quarters)
    assert np.array_equal(back.composite(), document.composite())
    assert back.guides == document.guides
    assert turned(document, 4) is document


@pytest.mark.parametrize("left_to_right", [True, False])
def test_a_flipped_document_is_the_flipped_picture(document: Document, left_to_right: bool) -> None:
    flip = flipped(document, left_to_right)
    axis = 1 if left_to_right else 0
    assert np.array_equal(flip.composite(), np.flip(document.composite(), axis))
    assert flip.guides == (
        (Guide("x", 230), Guide("y", 20)) if left_to_right else (Guide("x", 100), Guide("y", 270))
    )
    back = flipped(flip, left_to_right)
    assert np.array_equal(back.composite(), document.composite())
    assert back.stages[0].request.bounds == document.stages[0].request.bounds


@pytest.mark.parametrize("quarters", [1, 2, 3])
def test_a_stage_keeps_to_what_it_made(document: Document, quarters: int) -> None:
    (old,), (new,) = document.stages, turned(document, quarters).stages
    box = np.zeros((SIZE.height, SIZE.width), bool)
    seen = old.request.bounds.intersected(SIZE.bounds)
    box[seen.slices_in(SIZE.bounds)] = True
    turned_box = np.rot90(box, -quarters)
    page = Rect(0, 0, turned_box.shape[1], turned_box.shape[0])
    inside = new.request.bounds.intersected(page)
    assert turned_box[inside.slices_in(page)].all()
    assert turned_box.sum() == inside.area
    assert np.array_equal(new.patch, np.rot90(old.patch, -quarters))


@pytest.mark.parametrize("resampling", Resampling)
@pytest.mark.parametrize("size", [(165, 145), (660, 580), (500, 123), (1, 1)], ids=str)
def test_a_layer_is_scaled_as_the_whole_picture_would_be(
    resampling: Resampling, size: tuple[int, int]
) -> None:
    part = Raster.empty(SIZE).write(Rect(60, 200, 90, 90), noise(Extent(90, 90)))
    before = Document.blank(SIZE).with_layer(Layer("part", part))
    after = scaled(before, Extent(*size), resampling)
    whole = Image.fromarray(part.to_array()).resize(size, resampling.value)
    seen, expected = (
        np.array(image.convert("RGBa"), int)
        for image in (Image.fromarray(after.layers[0].raster.to_array()), whole)
    )
    assert np.abs(seen - expected).max() <= 2  # two roundings


def test_scaling_takes_mask_guides_and_stages_along(document: Document) -> None:
    half = scaled(document, Extent(165, 145), Resampling.BILINEAR)
    assert half.mask.bounds() == Rect(140, 15, 10, 20)
    assert half.guides == (Guide("x", 50), Guide("y", 10))
    (old,), (new,) = document.stages, half.stages
    assert abs(new.request.bounds.x - old.request.bounds.x / 2) <= 1
    assert abs(new.request.bounds.width - old.request.bounds.width / 2) <= 1
    assert scaled(document, SIZE, Resampling.LANCZOS) is document


def test_a_stage_stays_square_when_the_picture_is_stretched(document: Document) -> None:
    wide = scaled(document, Extent(660, 290), Resampling.LANCZOS)
    (old,), (new,) = document.stages, wide.stages
    bounds, before = new.request.bounds, old.request.bounds
    assert bounds.width == bounds.height == 2 * before.width
    assert bounds.x == 2 * before.x
    assert abs(bounds.y + bounds.height / 2 - before.y - before.height / 2) <= 1
    assert new.request.mask is not None
    assert new.request.mask.any()
    assert new.patch.shape == (256, 256, 3)


@pytest.mark.parametrize("extent", [Extent(30_001, 1), Extent(20_000, 20_000)], ids=str)
def test_too_large_a_picture_is_refused(document: Document, extent: Extent) -> None:
    with pytest.raises(ValueError, match="at most"):
        check_extent(extent)
    with pytest.raises(ValueError, match="at most"):
        cropped(document, extent.bounds)
    with pytest.raises(ValueError, match="at most"):
        scaled(document, extent, Resampling.NEAREST)


def test_an_empty_frame_is_refused(document: Document) -> None:
    with pytest.raises(ValueError, match="no pixels"):
        cropped(document, Rect(10, 10, 0, 20))


def test_guides_catch_what_comes_near() -> None:
    guides = (Guide("x", 100), Guide("x", 110), Guide("y", 50))
    assert snapped(guides, "x", 104, 5) == 100
    assert snapped(guides, "x", 107, 5) == 110
    assert snapped(guides, "y", 104, 5) == 104
    assert snapped((), "x", 3.25, 5) == 3.25
    assert replaced(guides, Guide("x", 110), Guide("x", 100)) == (Guide("y", 50), Guide("x", 100))
    assert replaced(guides, Guide("y", 50), None) == guides[:2]
