"""Layers that are copied into another document."""

from dataclasses import replace

import numpy as np
import pytest

from glide_studio.core.document.copying import CopiedLayers, with_copies
from glide_studio.core.document.document import Document
from glide_studio.core.document.groups import Group
from glide_studio.core.document.layers import Layer
from glide_studio.core.geometry import Extent, Rect
from glide_studio.core.raster.raster import Raster
from tests.colour_profiles import wide_gamut


def document(width: int, height: int, *layers: Layer) -> Document:
    return replace(Document.blank(Extent(width, height)), layers=layers)


def box(name: str, extent: Extent, bounds: Rect, *rgba: int, **fields: object) -> Layer:
    pixels = np.full((bounds.height, bounds.width, 4), rgba, np.uint8)
    return Layer(name, Raster.empty(extent).write(bounds, pixels), **fields)  # type: ignore[arg-type]


SMALL, LARGE = Extent(100, 80), Extent(300, 200)


@pytest.mark.parametrize(("source", "target"), [(SMALL, LARGE), (LARGE, SMALL), (SMALL, SMALL)])
def test_a_copy_keeps_its_place_and_nothing_of_it_is_cut_off(
    source: Extent, target: Extent
) -> None:
    page = source.bounds
    mask = Layer.empty("", source)
    mask = mask.with_pixels(mask.raster.write(Rect(0, 0, 5, 5), np.full((5, 5, 4), 200, np.uint8)))
    layer = box("one", source, page, 10, 200, 30, 255, opacity=0.5, mask=mask, locked=True)
    ground = box("one", target, target.bounds, 0, 0, 90, 255)
    before = document(target.width, target.height, ground)
    after = with_copies(
        before, CopiedLayers(document(source.width, source.height, layer), (layer.id,))
    )
    assert after.layers[0] is ground
    copy = after.layers[1]
    assert after.active_layer is copy
    assert (copy.name, copy.opacity, copy.locked) == ("one 2", 0.5, False)
    assert copy.id != layer.id
    assert copy.raster.extent == target
    assert np.array_equal(copy.seen(page), layer.seen(page))
    assert copy.content_bounds == page


def test_copies_that_would_lie_past_the_edges_are_centred_together() -> None:
    first = box("first", LARGE, Rect(200, 100, 30, 20), 1, 2, 3, 255)
    second = box("second", LARGE, Rect(250, 120, 10, 20), 1, 2, 3, 255)
    copied = CopiedLayers(document(300, 200, first, second), (first.id, second.id))
    after = with_copies(document(100, 80, Layer.empty("low", SMALL)), copied)
    assert [layer.content_bounds for layer in after.layers[1:]] == [
        Rect(20, 20, 30, 20),
        Rect(70, 40, 10, 20),
    ]


def test_groups_and_clipped_layers_stay_together() -> None:
    group = Group("group", opacity=0.5)
    base = box("base", SMALL, SMALL.bounds, 1, 2, 3, 255, groups=(group,))
    clipped = box("clipped", SMALL, SMALL.bounds, 3, 2, 1, 255, groups=(group,), clipped=True)
    source = document(100, 80, base, clipped)
    outer = Group("outer")
    low = box("low", SMALL, SMALL.bounds, 0, 0, 0, 255, groups=(outer,))
    target = replace(document(100, 80, low), active_id=low.id)
    ids = (base.id, clipped.id)
    after = with_copies(target, CopiedLayers(source, ids, frozenset({group.id})))
    assert [layer.name for layer in after.layers] == ["low", "base", "clipped"]
    assert [[each.name for each in layer.groups] for layer in after.layers[1:]] == [
        ["outer", "group"]
    ] * 2
    assert after.layers[2].clipped
    assert after.active_group is not None
    assert after.active_group.name == "group"
    alone = with_copies(target, CopiedLayers(source, (clipped.id,)))
    assert [layer.clipped for layer in alone.layers] == [False, True]  # to what is below it now


def test_colours_are_converted() -> None:
    layer = box("one", SMALL, SMALL.bounds, 200, 100, 50, 255)
    target = replace(
        document(300, 200), icc_profile=wide_gamut(), layers=(Layer.empty("low", LARGE),)
    )
    after = with_copies(target, CopiedLayers(document(100, 80, layer), (layer.id,)))
    back = with_copies(document(100, 80, layer), CopiedLayers(after, (after.layers[1].id,)))
    colour = after.layers[1].read(Rect(50, 40, 1, 1))[0, 0]
    assert tuple(colour[:3]) != (200, 100, 50)
    assert np.abs(back.layers[1].read(Rect(50, 40, 1, 1))[0, 0] - [200, 100, 50, 255]).max() <= 2


def test_a_blank_document_becomes_such_a_page() -> None:
    layer = box("one", SMALL, SMALL.bounds, 1, 2, 3, 255)
    after = with_copies(Document.blank(LARGE), CopiedLayers(document(100, 80, layer), (layer.id,)))
    assert after.extent == SMALL
    assert np.array_equal(after.composite(), layer.raster.to_array())


def test_the_mask_of_a_group_comes_along() -> None:
    hidden = np.full((20, 300, 4), (0, 0, 0, 200), np.uint8)
    mask = Layer.empty("", LARGE)
    mask = mask.with_pixels(mask.raster.write(Rect(0, 0, 300, 20), hidden))
    group = Group("group", mask=mask)
    layer = box("one", LARGE, LARGE.bounds, 10, 200, 30, 255, groups=(group,))
    source = document(300, 200, layer)
    copied = CopiedLayers(source, (layer.id,), frozenset({group.id}))
    for target in (SMALL, Extent(400, 300)):
        before = document(target.width, target.height, Layer.empty("low", target))
        after = with_copies(before, copied)
        there = LARGE.bounds.intersected(target.bounds)
        assert np.array_equal(after.composite(there), source.composite(there))
        (copy,) = after.groups.values()
        assert copy.mask is not None
        assert copy.mask.raster.extent == target
        assert copy.mask.id != mask.id
        assert copy.mask.content_bounds == Rect(0, 0, 300, 20)  # past the edges too
