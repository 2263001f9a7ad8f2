"""Layer masks: what they hide, and that they stay on their layer."""

from dataclasses import replace

import numpy as np
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from glide_studio.core.document.document import Document
from glide_studio.core.document.layer_edits import merged_down, shifted
from glide_studio.core.document.layer_masks import applied, hiding, inverted, masked, shown_by
from glide_studio.core.document.layers import Layer
from glide_studio.core.document.reshape import cropped, flipped, rotated, scaled
from glide_studio.core.document.transforming import lifted, transformed
from glide_studio.core.geometry import Extent, Rect
from glide_studio.core.mask.mask import Mask
from glide_studio.core.mask.selection import Selection
from glide_studio.core.paint.mask_paint import hidden_by
from glide_studio.core.raster.colour import Colour
from glide_studio.core.raster.free_transform import FreeTransform
from glide_studio.core.raster.raster import Raster
from glide_studio.core.raster.resample import Resampling
from tests.core.samples import document_of, noise

PAGE = Extent(300, 40)
EVERYTHING = Selection(Mask.empty(PAGE))
KEPT = Rect(250, 5, 30, 20)
"""What a layer mask shows, on two tiles."""


def layer() -> Layer:
    return Layer("a", Raster.from_array(noise(PAGE.height, PAGE.width, 4)))


def with_mask() -> Document:
    values = np.zeros((PAGE.height, PAGE.width), np.uint8)
    values[KEPT.slices_in(PAGE.bounds)] = noise(KEPT.height, KEPT.width)
    selection = Selection(Mask.from_array(values))
    return document_of([masked(layer(), selection)], PAGE)


def seen(document: Document) -> Document:
    """The document with its only layer flattened by its mask."""
    return replace(document, layers=tuple(map(applied, document.layers)))


def test_a_new_mask_shows_everything_or_what_is_selected() -> None:
    before = document_of([layer()], PAGE)
    all_shown = document_of([masked(layer(), EVERYTHING)], PAGE)
    assert np.array_equal(all_shown.composite(), before.composite())
    document = with_mask()
    alpha = document.composite()[..., 3]
    inside = KEPT.slices_in(PAGE.bounds)
    wanted = before.composite()[inside][..., 3] / 255 * noise(KEPT.height, KEPT.width)
    assert np.abs(alpha[inside] - wanted).max() <= 0.51
    alpha[inside] = 0
    assert not alpha.any()


def test_what_lies_past_the_page_is_hidden_too_by_the_mask_of_a_selection() -> None:
    moved = shifted(layer(), 100, 0, None)
    hidden = masked(moved, Selection(Mask.from_array(np.eye(40, 300, dtype=np.uint8) * 255)))
    back = document_of([shifted(hidden, -100, 0, None)], PAGE)
    assert not back.composite()[:, 200:].any(axis=(0, 1))[3]
    shown = document_of([shifted(masked(moved, EVERYTHING), -100, 0, None)], PAGE)
    assert np.array_equal(shown.composite(), document_of([layer()], PAGE).composite())


@settings(max_examples=20)
@given(st.integers(-320, 320), st.integers(-50, 50))
def test_a_mask_moves_with_its_layer_and_back(x: int, y: int) -> None:
    (before,) = with_mask().layers
    there = shifted(before, x, y, None)
    frame = PAGE.bounds.translated(-x, -y)
    alone = Raster.from_array(with_mask().composite()).framed(frame)
    assert np.array_equal(document_of([there], PAGE).composite()[..., 3], alone.to_array()[..., 3])
    back = shifted(there, -x, -y, None)
    assert np.array_equal(document_of([back], PAGE).composite(), with_mask().composite())


@pytest.mark.parametrize(
    "change",
    [
        lambda document: rotated(document, 1),
        lambda document: flipped(document, True),
        lambda document: flipped(document, False),
        lambda document: cropped(document, Rect(-20, 5, 290, 100)),
        lambda document: scaled(document, Extent(600, 80), Resampling.NEAREST),
    ],
    ids=["rotated", "flipped", "upside down", "cropped", "scaled"],
)
def test_what_is_done_to_the_picture_is_done_to_the_masks(change: object) -> None:
    assert callable(change)
    document = with_mask()
    with_masks, without = change(document), change(seen(document))
    assert with_masks.layers[0].mask is not None
    assert np.array_equal(with_masks.composite()[..., 3], without.composite()[..., 3])


def test_a_free_transform_takes_the_mask_along() -> None:
    (before,) = with_mask().layers
    what = lifted(before, EVERYTHING, None)
    turned = transformed(what, FreeTransform(what.box).rotated_by(90), Resampling.NEAREST, None)
    (plain,) = seen(with_mask()).layers
    alone = lifted(plain, EVERYTHING, None)
    transform = FreeTransform(what.box).rotated_by(90)
    expected = transformed(
        alone, FreeTransform(alone.box, transform.projection), Resampling.NEAREST, None
    )
    shown = [document_of([each], PAGE).composite()[..., 3] for each in (turned, expected)]
    assert np.array_equal(*shown)


def test_inverting_twice_restores_and_applying_keeps_the_look() -> None:
    document = with_mask()
    (before,) = document.layers
    assert before.mask is not None
    once = inverted(before)
    assert once.mask is not None
    values = 255 - before.mask.raster.to_array()[..., 3].astype(int)
    assert np.array_equal(once.mask.raster.to_array()[..., 3], values)
    twice = inverted(once)
    assert np.array_equal(document_of([twice], PAGE).composite(), document.composite())
    (flat,) = seen(document).layers
    assert flat.mask is None
    difference = document_of([flat], PAGE).composite().astype(int) - document.composite()
    assert np.abs(difference[..., 3]).max() <= 1
    disabled = replace(before, mask=replace(before.mask, visible=False))
    assert applied(disabled).raster is before.raster


def test_a_mask_can_be_selected() -> None:
    (before,) = with_mask().layers
    assert before.mask is not None
    assert np.array_equal(shown_by(before.mask).read(KEPT), noise(KEPT.height, KEPT.width))
    assert shown_by(Layer.empty("", PAGE)).read(PAGE.bounds).min() == 255


def test_merging_applies_masks() -> None:
    document = with_mask().with_layer(Layer("ground", layer().raster, opacity=0.4))
    merged = merged_down(document, document.layers[1].id)
    assert merged.layers[0].mask is None
    pair = merged.composite().astype(float), document.composite().astype(float)
    for pixels in pair:
        pixels[..., :3] *= pixels[..., 3:] / 255
    assert np.abs(pair[0] - pair[1]).max() <= 2


def test_colours_hide_by_how_dark_they_are() -> None:
    colours = [(0, 0, 0), (255, 255, 255), (255, 0, 0), (0, 255, 0), (0, 0, 255)]
    assert [hidden_by(Colour(*each)) for each in colours] == [255, 0, 179, 105, 226]


def test_a_hidden_pixel_has_no_colour() -> None:
    assert hiding(np.full((2, 2), 9, np.uint8)).tolist() == [[[0, 0, 0, 9]] * 2] * 2
