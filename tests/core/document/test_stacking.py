"""Clipped layers, composited as one pixel after the other would be by the formulas."""

from dataclasses import replace

import numpy as np
from hypothesis import given
from hypothesis import strategies as st
from numpy.typing import NDArray

from glide_studio.core.document.blend_modes import BlendMode
from glide_studio.core.document.coverage import has_gap, transparent_mask
from glide_studio.core.document.document import Document
from glide_studio.core.document.layer_edits import (
    base_of,
    duplicated,
    merged_down,
    moved,
    removed,
    with_empty_layer,
)
from glide_studio.core.document.layers import Layer
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


layers_of_any_kind = st.lists(
    st.builds(
        Layer,
        st.sampled_from("abc"),
        st.integers(0, 9).map(raster_of) | st.just(Raster.empty(PAGE)),
        visible=st.sampled_from([True, True, True, False]),
        opacity=st.sampled_from([1.0, 1.0, 0.4]),
        blend_mode=modes,
        clipped=st.booleans(),
    ),
    max_size=6,
)


def laid(below: Floats, colour: Floats, alpha: float, mode: BlendMode) -> Floats:
    """W3C Compositing and Blending, 5 and 9: red, green, blue, alpha, not premultiplied, 0 to 1."""
    mixed = (1 - below[3]) * colour + below[3] * expected(mode, below[:3], colour)
    total = alpha + below[3] * (1 - alpha)
    if total == 0:
        return np.zeros(4)
    shown = (alpha * mixed + (1 - alpha) * below[3] * below[:3]) / total
    return np.array([*shown, total])


def pixel_of(layers: list[Layer], x: int, y: int) -> Floats:
    """A pixel by the definition: clipped layers lie on their base as if that were opaque, and have
    its alpha."""
    found, index = np.zeros(4), 0
    while index < len(layers):
        base, index = layers[index], index + 1
        colour = base.raster.to_array()[y, x] / 255
        ground = np.array([*colour[:3], 1.0])
        while index < len(layers) and layers[index].clipped and not base.clipped:
            above, index = layers[index], index + 1
            if above.visible:
                own = above.raster.to_array()[y, x] / 255
                ground = laid(ground, own[:3], own[3] * above.opacity, above.blend_mode)
        if base.visible:
            found = laid(found, ground[:3], colour[3] * base.opacity, base.blend_mode)
    return found


def seen(pixels: Pixels) -> Floats:
    """Premultiplied, 0 to 255."""
    found = pixels.astype(float)
    found[..., :3] *= found[..., 3:] / 255
    return found


@given(layers_of_any_kind)
def test_clipped_layers_are_seen_within_the_alpha_of_their_base(layers: list[Layer]) -> None:
    document = document_of(layers, PAGE)
    wanted = [[pixel_of(layers, x, y) for x in range(PAGE.width)] for y in range(PAGE.height)]
    exact = 255 * np.array(wanted)
    exact[..., :3] *= exact[..., 3:] / 255
    pixels = document.composite()
    assert np.abs(seen(pixels) - exact).max() <= 1
    assert np.array_equal(seen(Overview.of(document, 8).to_array()), seen(pixels))
    gaps = np.rint(exact[..., 3]) < REPAINT
    assert np.array_equal(transparent_mask(document).raster.to_array()[..., 0] > 0, gaps)
    assert has_gap(document) == gaps.any()
    for index in range(len(layers)):
        around = Surroundings().composite(layers, index, PAGE.bounds)
        assert np.abs(seen(around) - exact).max() <= 1


@given(layers_of_any_kind, st.data())
def test_what_is_clipped_has_a_base(layers: list[Layer], data: st.DataObject) -> None:
    """Whatever is done to layers, at most those at the bottom are clipped to nothing."""
    document = document_of([replace(layer, clipped=False) for layer in layers[:1]], PAGE)
    document = replace(document, layers=(*document.layers, *layers[1:]))
    for _ in range(4):
        ids = [layer.id for layer in document.layers]
        if not ids:
            return
        chosen, place = data.draw(st.sampled_from(ids)), data.draw(st.integers(0, len(ids) - 1))
        document = replace(document, active_id=chosen)
        match data.draw(st.integers(0, 3)):
            case 0:
                document = duplicated(document, chosen)
            case 1:
                document = removed(document, chosen)
            case 2:
                document = moved(document, chosen, place)
            case _:
                document = with_empty_layer(document, "new")
        assert not (document.layers and document.layers[0].clipped)


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
    assert names(removed(document, base.id)) == ["ground", "b", "c"]
    assert names(duplicated(document, base.id)) == ["ground", "a", "b>a", "c>a", "a 2"]
    assert names(duplicated(document, top.id)) == ["ground", "a", "b>a", "c>a", "c 2>a"]
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
