"""Layer masks: what they hide, and that they stay on their layer."""

from collections.abc import Callable
from dataclasses import replace
from typing import Any

import numpy as np
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from glide_studio.core.document.arranging import duplicated
from glide_studio.core.document.blend_modes import BlendMode
from glide_studio.core.document.document import Document
from glide_studio.core.document.groups import Group
from glide_studio.core.document.history import History
from glide_studio.core.document.layer_edits import merged_down, merged_group, shifted
from glide_studio.core.document.layer_masks import applied, inverted, mask_pixels, masked, shown_by
from glide_studio.core.document.layers import Layer
from glide_studio.core.document.reshape import cropped, flipped, rotated, scaled
from glide_studio.core.document.transforming import lifted, shifted_selection, transformed
from glide_studio.core.document.transforming_together import (
    all_transformed,
    lifted_layers,
    picture_of,
)
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
    return document_of([masked(layer(), [layer()], selection)], PAGE)


def seen(document: Document) -> Document:
    """The document with its only layer flattened by its mask."""
    return replace(document, layers=tuple(map(applied, document.layers)))


def test_a_new_mask_shows_everything_or_what_is_selected() -> None:
    before = document_of([layer()], PAGE)
    all_shown = document_of([masked(layer(), [layer()], EVERYTHING)], PAGE)
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
    hidden = masked(
        moved, [moved], Selection(Mask.from_array(np.eye(40, 300, dtype=np.uint8) * 255))
    )
    back = document_of([shifted(hidden, -100, 0, None)], PAGE)
    assert not back.composite()[:, 200:].any(axis=(0, 1))[3]
    shown = document_of([shifted(masked(moved, [moved], EVERYTHING), -100, 0, None)], PAGE)
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
    once = inverted(before, [before])
    assert once.mask is not None
    values = 255 - before.mask.raster.to_array()[..., 3].astype(int)
    assert np.array_equal(once.mask.raster.to_array()[..., 3], values)
    twice = inverted(once, [once])
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
    assert mask_pixels(np.full((2, 2), 9, np.uint8)).tolist() == [[[0, 0, 0, 9]] * 2] * 2


def in_group(**state: Any) -> Document:
    """Two layers in a group with a mask that shows `KEPT`, above a ground."""
    values = np.zeros((PAGE.height, PAGE.width), np.uint8)
    values[KEPT.slices_in(PAGE.bounds)] = noise(KEPT.height, KEPT.width)
    inside = [replace(layer(), name=name) for name in "bc"]
    group = masked(Group("G", **state), inside, Selection(Mask.from_array(values)))
    ground = Raster.from_array(noise(PAGE.height, PAGE.width, 4, seed=5))
    layers = [Layer("a", ground), *(replace(each, groups=(group,)) for each in inside)]
    return document_of(layers, PAGE)


def group_of(document: Document) -> Group:
    (group,) = document.groups.values()
    return group


@pytest.mark.parametrize(
    "change",
    [
        lambda document: rotated(document, 1),
        lambda document: flipped(document, False),
        lambda document: cropped(document, Rect(-20, 5, 290, 100)),
        lambda document: scaled(document, Extent(600, 80), Resampling.NEAREST),
    ],
    ids=["rotated", "upside down", "cropped", "scaled"],
)
@pytest.mark.parametrize("passes", [True, False])
def test_what_is_done_to_the_picture_is_done_to_the_masks_of_groups(
    change: Callable[[Document], Document], passes: bool
) -> None:
    document = in_group(passes_through=passes)
    flat = document_of([Layer("", Raster.from_array(document.composite()))], PAGE)
    after = change(document)
    wanted = change(flat).composite()
    assert np.array_equal(after.composite(), wanted)
    assert [layer.groups[0] is group_of(after) for layer in after.layers[1:]] == [True, True]


def test_scaling_closes_no_gap_where_a_mask_of_a_group_hides() -> None:
    half = Raster.empty(PAGE).write(
        Rect(150, 0, 150, 40), np.full((40, 150, 4), (0, 0, 0, 255), np.uint8)
    )
    white = Raster.from_array(np.full((PAGE.height, PAGE.width, 4), 255, np.uint8))
    group = Group("G", mask=Layer("", half))
    top = Layer("b", Raster.from_array(np.full((40, 300, 4), 90, np.uint8)), groups=(group,))
    document = document_of([Layer("a", white), top], PAGE)
    after = scaled(document, Extent(450, 60), Resampling.BILINEAR)
    assert after.composite()[..., 3].min() == 255
    assert after.composite()[30, 300].tolist() == [255] * 4


@pytest.mark.parametrize("whole", [True, False])
def test_the_mask_of_a_group_moves_with_all_of_it_only(whole: bool) -> None:
    document = in_group()
    group, (_, *inside) = group_of(document), document.layers
    ids = [layer.id for layer in inside]
    moved = shifted_selection(document, ids, 7, -3, {group.id} if whole else ())
    alone = document_of(list(moved.layers[1:]), PAGE).composite()[..., 3]
    before = document_of(inside, PAGE).composite()
    if whole:
        frame = PAGE.bounds.translated(-7, 3)
        assert np.array_equal(alone, Raster.from_array(before).framed(frame).to_array()[..., 3])
    else:
        assert group_of(moved).mask is group.mask
    selected = moved.with_mask(Mask.from_array(np.full((PAGE.height, PAGE.width), 9, np.uint8)))
    still = shifted_selection(selected, ids, 1, 1, {group.id})
    assert group_of(still).mask is group_of(moved).mask


def test_a_mask_that_is_not_linked_stays_where_it_is() -> None:
    document = with_mask()
    document = document.with_changed(replace(document.layers[0], mask_linked=False))
    (alone,) = document.layers
    moved = shifted(alone, 5, 3, None)
    assert moved.mask is alone.mask
    assert moved.content_bounds == alone.content_bounds.translated(5, 3)
    what = lifted(alone, EVERYTHING, None)
    turned = transformed(what, FreeTransform(what.box).rotated_by(90), Resampling.NEAREST, None)
    assert turned.mask is alone.mask
    unlinked = replace(group_of(in_group()), mask_linked=False)
    inside = [replace(layer, groups=(unlinked,)) for layer in in_group().layers[1:]]
    document, ids = document_of(inside, PAGE), [layer.id for layer in inside]
    after = shifted_selection(document, ids, 7, 2, {unlinked.id})
    assert group_of(after).mask is unlinked.mask
    together = lifted_layers(inside, EVERYTHING, None, {unlinked.id})
    half = FreeTransform(together.box).rotated_by(180)
    for layer in all_transformed(together, half, Resampling.NEAREST, None):
        assert layer.groups[0].mask is unlinked.mask
    rotated_all = rotated(document, 2)
    assert np.array_equal(rotated_all.composite(), document.composite()[::-1, ::-1])


def test_a_free_transform_of_a_group_takes_its_mask_along() -> None:
    document = in_group()
    group, (_, *inside) = group_of(document), document.layers
    what = lifted_layers(inside, EVERYTHING, None, {group.id})
    transform = FreeTransform(what.box).rotated_by(180)
    after = document_of(
        list(all_transformed(what, transform, Resampling.NEAREST, None)), PAGE
    ).composite()
    before = document_of(inside, PAGE).composite()
    assert np.array_equal(after[..., 3], np.rot90(before[..., 3], 2))
    shown, alpha = picture_of(what)[..., 3], before[what.box.slices_in(PAGE.bounds)][..., 3]
    assert not shown[alpha == 0].any()
    assert shown[alpha > 9].all()


def test_the_mask_of_a_group_is_inverted_and_copied() -> None:
    document = in_group()
    group, members = group_of(document), document.members(group_of(document).id)
    assert group.mask is not None
    once = inverted(group, members)
    assert once.mask is not None
    assert np.array_equal(
        once.mask.raster.to_array()[..., 3], 255 - group.mask.raster.to_array()[..., 3]
    )
    ids = [layer.id for layer in members]
    both = [*duplicated(document, ids, {group.id}).groups.values()]
    assert [each.mask and each.mask.raster for each in both] == [group.mask.raster] * 2
    assert len({each.mask.id for each in both if each.mask}) == 2


@pytest.mark.parametrize("passes", [True, False])
@pytest.mark.parametrize("mode", [BlendMode.NORMAL, BlendMode.MULTIPLY])
def test_merging_a_group_with_a_mask_keeps_the_look(passes: bool, mode: BlendMode) -> None:
    document = in_group(passes_through=passes, opacity=0.6)
    document = document.with_changed(replace(document.layers[1], blend_mode=mode))
    after = merged_group(document, group_of(document).id)
    assert (after.layers[1].mask is None) == passes
    pair = after.composite().astype(float), document.composite().astype(float)
    for pixels in pair:
        pixels[..., :3] *= pixels[..., 3:] / 255
    assert np.abs(pair[0] - pair[1]).max() <= 2


def test_masks_of_groups_count_as_memory_once() -> None:
    document = in_group()
    mask = group_of(document).mask
    assert mask is not None
    tiles = {id(tile): tile for layer in document.layers for tile in layer.raster.tiles.values()}
    tiles |= {id(tile): tile for tile in mask.raster.tiles.values()}
    assert History.start(document).size_bytes == sum(tile.nbytes for tile in tiles.values())
