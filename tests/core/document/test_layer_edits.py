"""Operations on whole layers keep the composite, the order and the cost as documented."""

from collections import Counter
from dataclasses import replace

import numpy as np
import pytest
from hypothesis import example, given, settings
from hypothesis import strategies as st
from numpy.typing import NDArray

from glide_studio.core.document.accepting import accept
from glide_studio.core.document.arranging import duplicated, index_of, removed
from glide_studio.core.document.blend_modes import BlendMode
from glide_studio.core.document.compositing import composite_tile
from glide_studio.core.document.document import Document
from glide_studio.core.document.history import History
from glide_studio.core.document.layer_edits import (
    flattened,
    merged_down,
    merged_visible,
    moved,
    shifted,
    with_empty_layer,
)
from glide_studio.core.document.layers import Layer, composite, sheets_at
from glide_studio.core.geometry import Extent, Rect
from glide_studio.core.modes.modes import Mode, suggested_mode
from glide_studio.core.raster.raster import TILE_SIZE, Pixels, Raster
from glide_studio.core.request.request import Result
from tests.core.samples import changed_tiles, document_of, noise
from tests.fakes import text_request

PAGE = Extent(300, 270)


def noisy_layer(seed: int, alpha: int, visible: bool, opacity: float, mode: BlendMode) -> Layer:
    """`alpha` 0: any; 1: transparent in half of the pixels, else opaque; 2: opaque."""
    pixels = noise(270, 300, 4, seed=seed)
    if alpha == 1:
        pixels[pixels[..., 3] < 128] = 0
    if alpha:
        pixels[pixels[..., 3] > 0, 3] = 255
    pixels[:, : 50 * (seed % 5)] = 0
    return Layer(f"layer {seed}", Raster.from_array(pixels), visible, opacity, mode)


opacities = st.sampled_from([1.0, 1.0, 0.5]) | st.floats(0, 1)
any_layers = st.builds(
    noisy_layer,
    st.integers(0, 50),
    st.integers(0, 2),
    st.booleans(),
    opacities,
    st.sampled_from(BlendMode),
)


def premultiplied(pixels: Pixels) -> NDArray[np.float64]:
    """Straight-alpha (height, width, 4) as seen on black."""
    return np.dstack([pixels[..., :3] * (pixels[..., 3:] / 255), pixels[..., 3:]])


BOAT = Result(text_request("a boat"), np.full((256, 256, 3), 90, np.uint8))
TWO_BOATS = accept(accept(Document.blank(Extent(256, 256)), BOAT), BOAT)


@settings(max_examples=25)
@given(st.lists(any_layers, min_size=1, max_size=4))
def test_merging_visible_layers_and_flattening_change_no_byte(layers: list[Layer]) -> None:
    layers[0] = replace(layers[0], visible=True)
    document = document_of(layers, PAGE)
    shown = document.composite()
    merged, flat = merged_visible(document), flattened(document)
    assert np.array_equal(merged.composite(), shown)
    assert np.array_equal(flat.composite(), shown)
    hidden = [layer for layer in layers if not layer.visible]
    assert [layer for layer in merged.layers if not layer.visible] == hidden
    assert len(merged.layers) == 1 + len(hidden)
    assert len(flat.layers) == 1


@settings(max_examples=25)
@given(any_layers, any_layers, st.lists(any_layers, max_size=2))
def test_merging_with_the_lowest_layer_changes_no_byte_and_elsewhere_only_rounds(
    below: Layer, above: Layer, rest: list[Layer]
) -> None:
    below, above = (replace(layer, visible=True) for layer in (below, above))
    rest = [replace(layer, blend_mode=BlendMode.NORMAL) for layer in rest]
    document = document_of([below, above, *rest], PAGE)
    merged = merged_down(document, above.id)
    if not rest:
        assert np.array_equal(merged.composite(), document.composite())
    difference = premultiplied(merged.composite()) - premultiplied(document.composite())
    assert np.abs(difference).max() <= 2
    assert len(merged.layers) == len(document.layers) - 1


@settings(max_examples=25)
@given(st.lists(any_layers, min_size=1, max_size=3), any_layers, any_layers)
def test_merging_over_any_ground_changes_at_most_one_level(
    ground: list[Layer], below: Layer, above: Layer
) -> None:
    pair = [replace(layer, visible=True) for layer in (below, above)]
    document = document_of([*ground, *pair], PAGE)
    merged = merged_down(document, above.id)
    assert merged.layers[-1].blend_mode is BlendMode.NORMAL
    assert np.abs(merged.composite().astype(int) - document.composite()).max() <= 1


@pytest.mark.parametrize("mode", BlendMode)
@settings(max_examples=5)
@given(
    st.lists(st.tuples(*[st.sampled_from([0, 1, 90, 254, 255])] * 3), min_size=3, max_size=3),
    st.integers(1, 254),
)
def test_merging_saturated_colours_of_every_alpha_changes_at_most_one_level(
    mode: BlendMode, colours: list[tuple[int, int, int]], alpha: int
) -> None:
    """A ground of this alpha, below two layers with every combination of alphas."""
    alphas = np.indices((255, 255)) + 1
    layers = [
        Layer("layer", Raster.from_array(picture), blend_mode=mode)
        for colour, part in zip(colours, (np.full((255, 255), alpha), *alphas), strict=True)
        for picture in [np.dstack([np.full((255, 255, 3), colour), part]).astype(np.uint8)]
    ]
    document = document_of(layers, Extent(255, 255))
    merged = merged_down(document, layers[2].id)
    difference = np.abs(merged.composite().astype(int) - document.composite())
    assert difference.max() <= 2
    assert np.count_nonzero(difference > 1) <= 2  # colours that eight bits cannot represent


@settings(max_examples=25)
@given(st.lists(any_layers, max_size=4), st.integers(0, 280), st.integers(0, 250))
@example(
    [
        noisy_layer(seed, 0, True, opacity, BlendMode.NORMAL)
        for seed, opacity in enumerate((1, 1e-38))
    ],
    48,
    0,
)
def test_compositing_a_part_agrees_with_the_whole(layers: list[Layer], x: int, y: int) -> None:
    whole = composite(layers, PAGE.bounds)
    part = Rect(x, y, 60, 70).intersected(PAGE.bounds)
    assert np.array_equal(composite(layers, part), whole[part.slices_in(PAGE.bounds)])
    for key in ((0, 0), (1, 0), (0, 1), (1, 1)):
        tile = composite_tile(sheets_at(layers, key))
        place = Rect(key[0] * TILE_SIZE, key[1] * TILE_SIZE, TILE_SIZE, TILE_SIZE)
        seen = place.intersected(PAGE.bounds)
        expected = whole[seen.slices_in(PAGE.bounds)]
        found = np.zeros_like(expected) if tile is None else tile[seen.slices_in(place)]
        assert np.array_equal(found, expected)


@given(st.integers(1, 6), st.data())
def test_reordering_is_a_permutation(count: int, data: st.DataObject) -> None:
    layers = [Layer(str(number), Raster.empty(PAGE)) for number in range(count)]
    document = document_of(layers, PAGE)
    for _ in range(4):
        layer = data.draw(st.sampled_from(layers))
        index = data.draw(st.integers(0, count - 1))
        others = [there for there in document.layers if there is not layer]
        document = moved(document, layer.id, index)
        assert document.layers[index] is layer
        assert document.active_layer is layer
        assert [there for there in document.layers if there is not layer] == others
        assert Counter(map(id, document.layers)) == Counter(map(id, layers))


def test_new_layers_lie_above_the_active_one_and_become_active() -> None:
    document = document_of([Layer(name, Raster.empty(PAGE)) for name in "abc"], PAGE)
    document = with_empty_layer(replace(document, active_id=document.layers[0].id), "new")
    assert [layer.name for layer in document.layers] == ["a", "new", "b", "c"]
    assert document.active_layer is document.layers[1]
    document = duplicated(document, (document.layers[0].id,))
    assert [layer.name for layer in document.layers] == ["a", "a 2", "new", "b", "c"]
    copy = document.active_layer
    assert copy is document.layers[1]
    assert copy.raster is document.layers[0].raster
    assert copy.id != document.layers[0].id
    assert with_empty_layer(Document.blank(PAGE), "first").layers[0].name == "first"


def test_an_identity_survives_renames_moves_and_strokes() -> None:
    layer = TWO_BOATS.layers[0]
    changed = replace(layer, name="ship").with_pixels(Raster.empty(TWO_BOATS.extent))
    document = moved(TWO_BOATS.with_changed(changed), layer.id, 1)
    assert document.layer(layer.id) is changed
    assert index_of(document, layer.id) == 1
    with pytest.raises(KeyError):
        index_of(document, "nowhere")


def test_an_edit_follows_its_layer_until_other_pixels_replace_it() -> None:
    document = TWO_BOATS
    lower, upper = document.layers
    assert suggested_mode(document) is Mode.TEXT_TO_IMAGE
    copy = duplicated(document, (lower.id,)).layers[1]
    assert copy.edit is lower.edit
    assert not list(merged_down(document, upper.id).edits)
    assert list(removed(document, (upper.id,)).edits) == [lower.edit]
    painted = document.with_changed(lower.with_pixels(Raster.empty(PAGE)))
    assert painted.edits == (upper.edit,)
    assert suggested_mode(painted) is None


@given(st.integers(-300, 300), st.integers(-300, 300), st.integers(-300, 300))
def test_a_moved_layer_equals_its_rendered_edit(x: int, y: int, back: int) -> None:
    layer = shifted(shifted(TWO_BOATS.layers[0], x, y, None), back, -y, None)
    assert layer.edit is not None
    rendered = layer.edit.rendered(layer.raster.extent, None)
    assert np.array_equal(rendered.to_array(), layer.raster.to_array())


def test_after_deleting_a_layer_the_one_below_is_active() -> None:
    document = document_of([Layer(name, Raster.empty(PAGE)) for name in "abc"], PAGE)
    for index, active in ((2, "b"), (1, "a"), (0, "b")):
        rest = removed(document, (document.layers[index].id,))
        assert rest.active_layer is not None
        assert rest.active_layer.name == active
    for layer in document.layers:
        document = removed(document, (layer.id,))
    assert document.is_blank
    assert document.active_layer is None


def test_operations_cost_only_the_tiles_they_change() -> None:
    page = Extent(2048, 2048)
    ground = Layer("ground", Raster.from_array(np.full((2048, 2048, 4), 255, np.uint8)))
    spot = Raster.empty(page).write(Rect(300, 300, 9, 9), np.full((9, 9, 4), 200, np.uint8))
    document = Document.blank(page).with_layer(ground).with_layer(Layer("spot", spot))
    merged = merged_down(document, document.layers[1].id)
    (layer,) = merged.layers
    assert changed_tiles(ground.raster, layer.raster) == [(1, 1)]
    assert not layer.raster.tiles[1, 1].flags.writeable
    history = History.start(document)
    spent = history.push("merge", merged).size_bytes - history.size_bytes
    assert spent == 4 * TILE_SIZE**2


def test_an_amended_history_keeps_its_steps() -> None:
    first, second = Document.blank(PAGE), document_of([Layer("a", Raster.empty(PAGE))], PAGE)
    history = History.start(first).push("a", second).undo()
    third = with_empty_layer(first, "b")
    amended = history.amend(third)
    assert amended.document is third
    assert [entry.label for entry in amended.entries] == ["New", "a"]
    assert amended.redo().document is second
