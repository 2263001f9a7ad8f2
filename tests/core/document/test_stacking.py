"""Clipped, masked and grouped layers, composited pixel by pixel by the formulas."""

from dataclasses import replace
from typing import Any

import numpy as np
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from numpy.typing import NDArray

from glide_studio.core.document.arranging import (
    Slot,
    base_for,
    base_of,
    duplicated,
    grouped,
    next_slot,
    placed,
    released,
    removed,
    slots,
    ungrouped,
    whole_groups,
)
from glide_studio.core.document.blend_modes import BlendMode
from glide_studio.core.document.coverage import has_gap, transparent_mask
from glide_studio.core.document.document import Document
from glide_studio.core.document.groups import Group
from glide_studio.core.document.layer_edits import (
    flattened,
    merged_down,
    merged_group,
    merged_visible,
    moved,
    with_empty_layer,
)
from glide_studio.core.document.layers import Item, Layer
from glide_studio.core.document.overview import Overview
from glide_studio.core.document.surroundings import Surroundings
from glide_studio.core.geometry import Extent
from glide_studio.core.mask.mask import REPAINT
from glide_studio.core.raster.raster import Pixels, Raster
from tests.core.document.test_blend_modes import expected
from tests.core.samples import document_of, noise

PAGE = Extent(5, 4)
Floats = NDArray[np.float64]

modes = st.just(BlendMode.NORMAL) | st.sampled_from(
    [BlendMode.MULTIPLY, BlendMode.SCREEN, BlendMode.DIFFERENCE, BlendMode.LUMINOSITY]
)
"""Continuous ones: a rounding error stays one."""


def raster_of(seed: int) -> Raster:
    """Random colours; every fourth pixel is transparent, every fourth opaque."""
    pixels = noise(PAGE.height, PAGE.width, 4, seed=seed)
    pixels[:, 0, 3], pixels[:, 1, 3] = 0, 255
    return Raster.from_array(pixels)


masks = st.none() | st.builds(
    lambda seed, enabled: Layer("", raster_of(seed), enabled), st.integers(10, 15), st.booleans()
)
layers_of_any_kind = st.builds(
    Layer,
    st.sampled_from("abc"),
    st.integers(0, 9).map(raster_of) | st.just(Raster.empty(PAGE)),
    visible=st.sampled_from([True, True, True, False]),
    opacity=st.sampled_from([1.0, 1.0, 0.4]),
    blend_mode=modes,
    clipped=st.booleans(),
    mask=masks,
)
groups = st.builds(
    Group,
    st.sampled_from("GH"),
    visible=st.sampled_from([True, True, True, False]),
    opacity=st.sampled_from([1.0, 1.0, 0.4]),
    blend_mode=modes,
    passes_through=st.booleans(),
    clipped=st.booleans(),
    mask=masks,
)

Tree = list[Any]
"""Layers, and groups each with the tree in it, bottom first."""

trees = st.recursive(
    st.lists(layers_of_any_kind, max_size=4),
    lambda inner: st.lists(
        layers_of_any_kind | st.tuples(groups, inner.filter(bool)), min_size=1, max_size=3
    ),
    max_leaves=4,
)


def layers_in(tree: Tree, path: tuple[Group, ...] = ()) -> list[Layer]:
    """The layers of a tree as a document holds them."""
    found = []
    for each in tree:
        if isinstance(each, Layer):
            found.append(replace(each, groups=path))
        else:
            found += layers_in(each[1], (*path, each[0]))
    return found


def laid(below: Floats, colour: Floats, alpha: float, mode: BlendMode) -> Floats:
    """W3C Compositing and Blending, 5 and 9: red, green, blue, alpha, not premultiplied, 0 to 1."""
    mixed = (1 - below[3]) * colour + below[3] * expected(mode, below[:3], colour)
    total = alpha + below[3] * (1 - alpha)
    if total == 0:
        return np.zeros(4)
    shown = (alpha * mixed + (1 - alpha) * below[3] * below[:3]) / total
    return np.array([*shown, total])


def shown(item: Item, x: int, y: int) -> float:
    """The share of a pixel that the layer mask does not hide."""
    if item.mask is None or not item.mask.visible:
        return 1.0
    return 1 - float(item.mask.raster.to_array()[y, x, 3]) / 255


def looks_of(each: Any) -> Item:
    """The layer, or the group, that an element of a tree is."""
    item: Item = each if isinstance(each, Layer) else each[0]
    return item


def pixel_of(tree: Tree, x: int, y: int, below: Floats) -> Floats:
    """A pixel by the definition: a group is laid on as one, or fades to its layers laid on one by
    one; what is clipped lies on its base as if that were opaque, and has its alpha."""
    found, rest = below, [*tree]
    while rest:
        base, clipped = rest.pop(0), []
        looks = looks_of(base)
        while rest and not looks.clipped and looks_of(rest[0]).clipped:
            clipped.append(rest.pop(0))
        if looks.visible:
            found = with_branch(base, clipped, x, y, found)
    return found


def with_branch(base: Any, clipped: Tree, x: int, y: int, below: Floats) -> Floats:
    """A pixel with a layer or group laid on, and with what is clipped to that."""
    looks, mode = looks_of(base), looks_of(base).blend_mode
    share = looks.opacity * shown(looks, x, y)
    if isinstance(base, Layer):
        colour = base.raster.to_array()[y, x] / 255
    elif base[0].passes_through and not clipped:
        return faded(below, pixel_of(base[1], x, y, below), share)
    else:
        mode = BlendMode.NORMAL if base[0].passes_through else mode
        colour = pixel_of(base[1], x, y, np.zeros(4))
    ground = np.array([*colour[:3], 1.0])
    for each in clipped:
        if looks_of(each).visible:
            ground = with_branch(each, [], x, y, ground)
    return laid(below, ground[:3], colour[3] * share, mode)


def faded(before: Floats, after: Floats, share: float) -> Floats:
    """A mix of two pixels, premultiplied."""
    (*colours, alpha) = (1 - share) * premultiplied(before) + share * premultiplied(after)
    return np.array([*(each / alpha if alpha else 0.0 for each in colours), alpha])


def premultiplied(pixel: Floats) -> Floats:
    return np.array([*(pixel[:3] * pixel[3]), pixel[3]])


def seen(pixels: Pixels) -> Floats:
    """Premultiplied, 0 to 255."""
    found = pixels.astype(float)
    found[..., :3] *= found[..., 3:] / 255
    return found


@settings(max_examples=60)
@given(trees)
def test_layers_that_are_clipped_masked_or_grouped_look_as_defined(tree: Tree) -> None:
    layers = layers_in(tree)
    document, nothing = document_of(layers, PAGE), np.zeros(4)
    places = [(x, y) for y in range(PAGE.height) for x in range(PAGE.width)]
    pixels = [pixel_of(tree, x, y, nothing) for x, y in places]
    wanted = np.array(pixels).reshape(PAGE.height, PAGE.width, 4)
    exact = 255 * wanted
    exact[..., :3] *= wanted[..., 3:]
    composite = document.composite()
    assert np.abs(seen(composite) - exact).max() <= 1
    assert np.array_equal(seen(Overview.of(document, 8).to_array()), seen(composite))
    sure = np.abs(exact[..., 3] - REPAINT + 0.5) > 0.01
    gaps = exact[..., 3] < REPAINT - 0.5
    found = transparent_mask(document).raster.to_array()[..., 0] > 0
    assert np.array_equal(found[sure], gaps[sure])
    assert has_gap(document) == gaps.any() or not sure.all()
    for index in range(len(layers)):
        around = Surroundings().composite(layers, index, PAGE.bounds)
        assert np.abs(seen(around) - exact).max() <= 1


def check(document: Document) -> None:
    """Groups hold together, and what is clipped has something below to be clipped to."""
    replace(document)  # checks the groups
    for item in (*document.layers, *document.groups.values()):
        assert not item.clipped or base_of(document, item.id) is not None


@settings(max_examples=60)
@given(trees, st.data())
def test_whatever_is_done_to_layers_groups_hold_together(tree: Tree, data: st.DataObject) -> None:
    layers = released([replace(layer, mask=None) for layer in layers_in(tree)])
    document = document_of(layers, PAGE)
    for _ in range(4):
        ids = [layer.id for layer in document.layers]
        if not ids:
            return
        chosen = data.draw(st.sets(st.sampled_from(ids), min_size=1))
        group = data.draw(st.sampled_from([None, *document.groups]))
        if group is not None:
            chosen = {layer.id for layer in document.members(group)}
        whole = whole_groups(document, chosen) if len(chosen) > 1 or group else set()
        first = next(each for each in ids if each in chosen)
        document = replace(document, active_id=first)
        others = [layer for layer in document.layers if layer.id not in chosen]
        count = len(ids)
        match data.draw(st.integers(0, 8)):
            case 0:
                document = duplicated(document, chosen, whole)
                assert len(document.layers) == count + len(chosen)
            case 1:
                document = removed(document, chosen)
                assert {layer.id for layer in document.layers} == {*ids} - chosen
            case 2:
                document = moved(document, first, data.draw(st.integers(0, count - 1)))
                assert sorted(layer.id for layer in document.layers) == sorted(ids)
            case 3:
                slot = data.draw(st.sampled_from(slots(others)))
                document = placed(document, chosen, slot, whole)
                rest = [each.id for each in document.layers if each.id not in chosen]
                assert rest == [each.id for each in others]
            case 4:
                document = grouped(document, chosen, Group("new"), whole)
                made = document.active_group
                assert made is not None
                assert {layer.id for layer in document.members(made.id)} == chosen
            case 5 if group is not None:
                document = ungrouped(document, group)
                assert group not in document.groups
            case 6:
                document = with_empty_layer(document, "new")
            case 7:
                slot = next_slot(document, chosen, whole, data.draw(st.sampled_from([1, -1])))
                document = document if slot is None else placed(document, chosen, slot, whole)
            case 8 if any(layer.is_shown for layer in document.layers):
                document = merged_visible(document)
        check(document)


@settings(max_examples=30)
@given(trees, st.data())
def test_merging_a_group_keeps_the_look(tree: Tree, data: st.DataObject) -> None:
    layers = [replace(each, clipped=False, blend_mode=BlendMode.NORMAL) for each in layers_in(tree)]
    document = document_of(layers, PAGE)
    isolated = [
        key
        for key, group in document.groups.items()
        if not group.passes_through and any(each.is_shown for each in document.members(key))
    ]
    if isolated:
        group = data.draw(st.sampled_from(isolated))
        after = merged_group(document, group)
        assert group not in after.groups
        assert np.abs(seen(after.composite()) - seen(document.composite())).max() <= 2


def test_merging_a_group_that_passes_through_keeps_the_look() -> None:
    group = Group("G", passes_through=True, opacity=0.4)
    ground, *inside = (Layer(name, raster_of(seed)) for seed, name in enumerate("abc"))
    inside[1] = replace(inside[1], blend_mode=BlendMode.MULTIPLY)
    inside = [replace(layer, groups=(group,)) for layer in inside]
    document = document_of([ground, *inside], PAGE)
    after = merged_group(document, group.id)
    assert [layer.name for layer in after.layers] == ["a", "G"]
    assert np.abs(seen(after.composite()) - seen(document.composite())).max() <= 2


def test_layers_of_a_group_that_lie_apart_are_refused() -> None:
    group = Group("G")
    layers = [Layer(name, raster_of(0)) for name in "abc"]
    apart = [replace(layer, groups=(group,)) if layer.name != "b" else layer for layer in layers]
    with pytest.raises(ValueError, match="do not follow each other"):
        document_of(apart, PAGE)
    other = replace(group, opacity=0.5)
    different = [replace(layers[0], groups=(group,)), replace(layers[1], groups=(other,))]
    with pytest.raises(ValueError, match="do not follow each other"):
        document_of(different, PAGE)


def test_there_are_slots_on_both_sides_of_the_edge_of_a_group() -> None:
    group = Group("G")
    layers = [Layer(name, raster_of(0)) for name in "abc"]
    layers[1] = replace(layers[1], groups=(group,))
    names = [(slot.place, [each.name for each in slot.path]) for slot in slots(layers)]
    assert names == [(0, []), (1, []), (1, ["G"]), (2, ["G"]), (2, []), (3, [])]


def three() -> Document:
    """A base with two clipped layers above it."""
    layers = [Layer(name, raster_of(n), clipped=n > 0) for n, name in enumerate("abc")]
    return document_of([Layer("ground", raster_of(7)), *layers], PAGE)


def names(document: Document) -> list[str]:
    """Bottom first; those that are clipped with the name of their base."""
    bases = [base_of(document, layer.id) for layer in document.layers]
    pairs = zip(document.layers, bases, strict=True)
    return [layer.name + (f">{base.name}" if base else "") for layer, base in pairs]


def test_a_layer_joins_and_leaves_the_clipped_ones_by_where_it_is_put() -> None:
    document = three()
    ground, base, _, top = document.layers
    assert names(document) == ["ground", "a", "b>a", "c>a"]
    assert names(moved(document, ground.id, 2)) == ["a", "b>a", "ground>a", "c>a"]
    assert names(moved(document, ground.id, 3)) == ["a", "b>a", "c>a", "ground"]
    assert names(moved(document, top.id, 2)) == ["ground", "a", "c>a", "b>a"]
    assert names(moved(document, top.id, 1)) == ["ground", "c", "a", "b>a"]
    assert names(moved(document, base.id, 3)) == ["ground", "b>ground", "c>ground", "a"]
    assert names(removed(document, (base.id,))) == ["ground", "b", "c"]
    assert names(duplicated(document, (base.id,))) == ["ground", "a", "b>a", "c>a", "a 2"]
    assert names(duplicated(document, (top.id,))) == ["ground", "a", "b>a", "c>a", "c 2>a"]
    active = replace(document, active_id=base.id)
    assert names(with_empty_layer(active, "new")) == ["ground", "a", "new>a", "b>a", "c>a"]


def test_merging_within_the_clipped_ones_keeps_the_look() -> None:
    document = three()
    for name, left in (("b", ["ground", "a", "c>a"]), ("c", ["ground", "a", "b>a"])):
        (layer,) = (layer for layer in document.layers if layer.name == name)
        after = merged_down(document, layer.id)
        assert np.abs(seen(after.composite()) - seen(document.composite())).max() <= 1
        if name == "c":
            assert names(after) == left


def clipped_group() -> Document:
    """Two layers in a clipped group above their base, and a layer clipped to that too."""
    group = Group("G", clipped=True, passes_through=True)
    base, *inside, above = (Layer(name, raster_of(seed)) for seed, name in enumerate("abcd"))
    inside = [replace(layer, groups=(group,)) for layer in inside]
    return document_of([base, *inside, replace(above, clipped=True)], PAGE)


def test_a_group_joins_and_leaves_the_clipped_ones_by_where_it_is_put() -> None:
    document = clipped_group()
    (group,) = document.groups.values()
    base, *inside, above = document.layers
    ids = [layer.id for layer in inside]

    def base_after(moved_to: Document) -> str | None:
        there = base_of(moved_to, group.id)
        return there and there.name

    assert base_after(document) == "a"
    assert names(document)[-1] == "d>a"
    assert base_after(placed(document, ids, Slot(0), {group.id})) is None
    assert base_after(placed(document, ids, Slot(2), {group.id})) == "a"
    freed = document.with_group(replace(group, clipped=False))
    assert names(freed)[-1] == "d>G"
    assert base_after(placed(freed, ids, Slot(2), {group.id})) is None
    assert base_after(placed(freed, ids, Slot(1), {group.id})) == "a"
    assert base_after(removed(document, (base.id,))) is None
    assert names(removed(freed, ids)) == ["a", "d"]
    copied = duplicated(document, ids, {group.id})
    assert [each.clipped for each in copied.groups.values()] == [True, True]
    assert names(duplicated(freed, ids, {group.id}))[-3:] == ["d>G", "b", "c"]
    assert base_for(freed, group.id) is base
    assert base_for(freed, base.id) is None
    assert base_for(document, above.id) is base


def test_grouping_and_ungrouping_clipped_layers_keeps_the_look() -> None:
    before = three()
    ids = [layer.id for layer in before.layers[2:]]
    both = grouped(before, ids, Group("new", passes_through=True))
    made = both.active_group
    assert made is not None
    assert made.clipped
    assert names(both) == ["ground", "a", "b", "c"]
    again = ungrouped(both, made.id)
    assert names(again) == ["ground", "a", "b>a", "c>a"]
    assert np.array_equal(again.composite(), before.composite())
    document = clipped_group()
    (group,) = document.groups.values()
    apart = ungrouped(document, group.id)
    assert names(apart) == ["a", "b>a", "c>a", "d>a"]
    assert np.array_equal(apart.composite(), document.composite())


def test_merging_a_clipped_group_keeps_it_clipped_and_the_look() -> None:
    document = clipped_group()
    (group,) = document.groups.values()
    after = merged_group(document, group.id)
    assert names(after) == ["a", "G>a", "d>a"]
    assert np.abs(seen(after.composite()) - seen(document.composite())).max() <= 1


def test_what_is_clipped_to_something_hidden_is_not_seen_after_merging() -> None:
    document = three()
    hidden = document.with_changed(replace(document.layers[1], visible=False))
    for after in (merged_visible(hidden), flattened(hidden)):
        assert np.array_equal(after.composite(), hidden.composite())


def test_a_new_layer_above_a_collapsed_clipped_group_is_clipped_too() -> None:
    document = clipped_group()
    (group,) = document.groups.values()
    document = document.with_group(replace(group, collapsed=True))
    active = replace(document, active_id=document.layers[2].id, group_id=group.id)
    assert names(with_empty_layer(active, "new"))[-2:] == ["new>a", "d>a"]
