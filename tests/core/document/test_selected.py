"""What is selected binds every tool, weighted by its value."""

from collections.abc import Callable

import numpy as np
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from numpy.typing import NDArray

from glide_studio.core.document.clipping import clipped
from glide_studio.core.document.document import Document
from glide_studio.core.document.layers import Layer
from glide_studio.core.document.selected import changed, divided, within
from glide_studio.core.document.transforming import shifted_selection
from glide_studio.core.geometry import Extent, Rect
from glide_studio.core.mask.mask import Mask
from glide_studio.core.mask.selection import Selection
from glide_studio.core.paint.paint import PaintStroke, coloured, plain, restoring
from glide_studio.core.paint.stroke import Brush
from glide_studio.core.raster.colour import Colour
from glide_studio.core.raster.raster import TILE_SIZE, Pixels, Raster
from tests.core.samples import box_mask, changed_tiles, noise

PAGE = Extent(300, 40)
"""Two tiles."""

ORANGE = Colour(255, 136, 0)
Floats = NDArray[np.float64]


def stroke(
    ground: Raster, selection: Selection, *, restored: Raster | None, **brush: bool
) -> Raster:
    """A zigzag of overlapping dabs across the borders of tiles."""
    brush_ = Brush(50, 0.4, opacity=0.7, **brush)
    ink = coloured(brush_, ORANGE) if restored is None else restoring(restored)
    stroke = PaintStroke(ground, brush_, ink, selection)
    for x, y in ((20, 20), (280, 30), (200, 5), (210, 8), (290, 39)):
        stroke.extend(x, y)
    return stroke.raster


def paint(ground: Raster, selection: Selection) -> Raster:
    return stroke(ground, selection, restored=None)


def build_up(ground: Raster, selection: Selection) -> Raster:
    return stroke(ground, selection, restored=None, build_up=True)


def erase(ground: Raster, selection: Selection) -> Raster:
    return stroke(ground, selection, restored=None, erase=True)


def restore(ground: Raster, selection: Selection) -> Raster:
    source = Raster.from_array(noise(PAGE.height, PAGE.width, 4, seed=5))
    return stroke(ground, selection, restored=source)


def fill(ground: Raster, selection: Selection) -> Raster:
    return within(selection, ground, plain(PAGE, ORANGE))


def clear(ground: Raster, selection: Selection) -> Raster:
    return within(selection, ground, Raster.empty(PAGE))


def filtered(ground: Raster, selection: Selection) -> Raster:
    """Any command at all that changes colours and alpha."""
    return within(selection, ground, Raster.from_array(255 - ground.to_array()))


def lift(ground: Raster, selection: Selection) -> Raster:
    return divided(selection, ground)[1]


Tool = Callable[[Raster, Selection], Raster]
TOOLS: tuple[Tool, ...] = (paint, build_up, erase, restore, fill, clear, filtered, lift)

rectangles = st.builds(
    Rect, st.integers(-40, 300), st.integers(-20, 40), st.integers(1, 280), st.integers(1, 60)
)
masks = st.lists(st.tuples(rectangles, st.sampled_from([1, 30, 128, 200, 255])), max_size=3)


def mask_of(boxes: list[tuple[Rect, int]]) -> Mask:
    """Boxes with a value each; in the last, the value falls off towards the bottom."""
    mask = Mask.empty(PAGE)
    for box, value in boxes:
        mask = mask.write(box, np.full((box.height, box.width), value, np.uint8))
    if boxes:
        box, value = boxes[-1]
        fading = np.linspace(value, 0, box.height).astype(np.uint8)
        mask = mask.write(box, np.repeat(fading[:, np.newaxis], box.width, axis=1))
    return mask


def premultiplied(pixels: Pixels) -> Floats:
    """Red, green, blue and alpha, 0 to 255, the colours as much as they are seen."""
    found = pixels.astype(np.float64)
    found[..., :3] *= found[..., 3:] / 255
    return found


@pytest.mark.parametrize("tool", TOOLS)
@settings(max_examples=40)
@given(masks, st.sampled_from([None, 0, 90, 255]))
def test_a_tool_changes_each_pixel_by_its_weight(
    tool: Tool, boxes: list[tuple[Rect, int]], alpha: int | None
) -> None:
    before = noise(PAGE.height, PAGE.width, 4)
    if alpha is not None:
        before[..., 3] = alpha
    ground, selection = Raster.from_array(before), Selection(mask_of(boxes))
    unbound = tool(ground, Selection(Mask.empty(PAGE))).to_array()
    after = tool(ground, selection).to_array()
    weights = selection.weights(PAGE.bounds)
    assert np.array_equal(after[weights == 0], before[weights == 0])
    assert np.array_equal(after[weights == 255], unbound[weights == 255])
    old, new = premultiplied(before), premultiplied(unbound)
    wanted = old + weights[..., np.newaxis] / 255 * (new - old)
    assert np.abs(premultiplied(after) - wanted).max() <= 1.01


@settings(max_examples=40)
@given(masks, st.sampled_from([None, 0, 90, 255]))
def test_paint_on_locked_alpha_is_source_atop(
    boxes: list[tuple[Rect, int]], alpha: int | None
) -> None:
    """W3C Compositing 9.1.11: co = cs as ab + cb ab (1 - as), ao = ab: colours mix by as."""
    before = noise(PAGE.height, PAGE.width, 4)
    if alpha is not None:
        before[..., 3] = alpha
    selection = Selection(mask_of(boxes))
    brush = Brush(50, 0.4, opacity=0.7)
    drawn, lone = (
        PaintStroke(raster, brush, coloured(brush, ORANGE), selection, alpha_locked=locked)
        for raster, locked in ((Raster.from_array(before), True), (Raster.empty(PAGE), False))
    )
    for x, y in ((20, 20), (280, 30), (200, 5)):
        drawn.extend(x, y)
        lone.extend(x, y)
    after, source = drawn.raster.to_array(), lone.raster.to_array()[..., 3:] / 255
    assert np.array_equal(after[..., 3], before[..., 3])
    assert np.array_equal(after[before[..., 3] == 0], before[before[..., 3] == 0])
    wanted = source * ORANGE.rgb + (1 - source) * before[..., :3]
    there = before[..., 3] > 0
    assert np.abs(after[..., :3] - wanted)[there].max(initial=0) <= 2


@pytest.mark.parametrize(
    "change", [Raster.from_array(noise(40, 300, 4, seed=3)), plain(PAGE, ORANGE)]
)
def test_commands_keep_locked_alpha(change: Raster) -> None:
    before = Raster.from_array(noise(PAGE.height, PAGE.width, 4))
    layer = Layer("locked", before, alpha_locked=True)
    after = changed(Selection(Mask.empty(PAGE)), layer, lambda raster: change).raster.to_array()
    old, new = before.to_array(), change.to_array()
    assert np.array_equal(after[..., 3], old[..., 3])
    seen = (old[..., 3] > 0) & (new[..., 3] > 0)
    assert np.array_equal(after[seen][:, :3], new[seen][:, :3])
    assert np.array_equal(after[~seen], old[~seen])


def test_nothing_is_erased_of_locked_alpha() -> None:
    before = Raster.from_array(noise(PAGE.height, PAGE.width, 4))
    layer = Layer("locked", before, alpha_locked=True)
    everything = Selection(Mask.empty(PAGE))
    assert changed(everything, layer, lambda raster: Raster.empty(PAGE)) is layer
    brush = Brush(50, 1, erase=True)
    rubber = PaintStroke(before, brush, coloured(brush, ORANGE), everything, alpha_locked=True)
    rubber.extend(20, 20)
    assert changed_tiles(before, rubber.raster) == []


def test_where_nothing_is_masked_everything_is_selected() -> None:
    nothing, faint = Selection(Mask.empty(PAGE)), Selection(box_mask(PAGE, Rect(5, 5, 9, 9)))
    beyond = Rect(-2, 38, 4, 4)
    assert nothing.is_everything
    assert nothing.bounds() == PAGE.bounds
    assert (nothing.weights(beyond) == 255).all()
    assert not faint.is_everything
    assert faint.bounds() == Rect(5, 5, 9, 9)
    assert not faint.weights(beyond).any()
    assert faint.weights(Rect(13, 13, 2, 2)).tolist() == [[255, 0], [0, 0]]


@pytest.mark.parametrize("value", [1, 127])
def test_a_faint_selection_is_one(value: int) -> None:
    """No tool takes less than half for nothing."""
    box = Rect(10, 10, 20, 20)
    mask = Mask.empty(PAGE).write(box, np.full((20, 20), value, np.uint8))
    filled = fill(Raster.empty(PAGE), Selection(mask)).to_array()
    assert (filled[10:30, 10:30, 3] == value).all()
    assert filled[..., 3].sum() == 400 * value


def test_what_does_not_change_is_shared() -> None:
    ground = Raster.from_array(noise(PAGE.height, PAGE.width, 4))
    assert len(ground.tiles) == 2
    right = Selection(box_mask(PAGE, Rect(260, 20, 20, 5)))
    assert changed_tiles(ground, fill(ground, right)) == [(1, 0)]
    page = plain(PAGE, ORANGE)
    assert within(right, page, plain(PAGE, ORANGE)) is page
    empty = Raster.empty(PAGE)
    assert clear(empty, right) is empty
    wide = plain(Extent(4 * TILE_SIZE, TILE_SIZE), ORANGE)
    assert len({id(tile) for tile in wide.tiles.values()}) == 1


def document(mask: Mask) -> Document:
    ground = Raster.empty(PAGE).write(Rect(20, 10, 100, 25), noise(25, 100, 4))
    return Document.blank(PAGE).with_layer(Layer("ground", ground)).with_mask(mask)


def test_what_was_cut_out_and_moved_leaves_the_rest_and_takes_the_mask_along() -> None:
    box = Rect(30, 12, 10, 10)
    before = document(box_mask(PAGE, box))
    after = shifted_selection(before, (before.layers[0].id,), 150, 15)
    old, new = before.layers[0].raster, after.layers[0].raster
    assert np.array_equal(new.read(box.translated(150, 15)), old.read(box))
    assert not new.read(box).any()
    rest = within(before.selection, old, Raster.empty(PAGE))
    assert np.array_equal(new.read(Rect(0, 0, 150, 40)), rest.read(Rect(0, 0, 150, 40)))
    assert after.mask.bounds() == box.translated(150, 15)


def test_a_faint_selection_moves_its_share() -> None:
    mask = Mask.empty(PAGE).write(PAGE.bounds, np.full((40, 300), 51, np.uint8))
    before = document(mask)
    layer = before.layers[0].with_pixels(plain(PAGE, ORANGE))
    after = shifted_selection(before.with_changed(layer), (layer.id,), 290, 0)
    alpha = after.layers[0].raster.to_array()[..., 3]
    assert (alpha[:, :290] == 204).all()
    assert (alpha[:, 290:] == 214).all()  # 51 on 204


def test_a_move_of_everything_keeps_the_edit_and_the_empty_mask() -> None:
    before = document(Mask.empty(PAGE))
    after = shifted_selection(before, (before.layers[0].id,), 5, 3)
    assert after.layers[0].raster.content_bounds() == Rect(25, 13, 100, 25)
    assert after.selection.is_everything


def test_the_masks_of_all_colours_are_selected_and_move_together() -> None:
    left, right = Rect(30, 12, 10, 10), Rect(60, 12, 10, 10)
    before = document(box_mask(PAGE, left)).with_masks(
        {0: box_mask(PAGE, left), 3: box_mask(PAGE, right)}, active=3
    )
    layer = before.layers[0]
    filled = fill(layer.raster, before.selection)
    assert changed_bounds(layer.raster, filled) == left.united(right)
    after = shifted_selection(before, (layer.id,), 100, 5)
    assert {n: mask.bounds() for n, mask in after.masks.items()} == {
        0: left.translated(100, 5),
        3: right.translated(100, 5),
    }
    for box in (left, right):
        assert not after.layers[0].raster.read(box).any()


def changed_bounds(before: Raster, after: Raster) -> Rect:
    """The tight box around the pixels that differ."""
    differs = (before.to_array() != after.to_array()).any(axis=2).astype(np.uint8)
    return Raster.from_array(differs).content_bounds()


def test_a_copy_and_what_a_cut_leaves_add_up() -> None:
    mask = mask_of([(Rect(25, 15, 60, 20), 200)])
    before = document(mask)
    clipping = clipped(before, before.layers[0])
    assert clipping is not None
    left = clear(before.layers[0].raster, before.selection).read(clipping.bounds)
    whole = before.layers[0].raster.read(clipping.bounds)
    total = clipping.pixels[..., 3].astype(int) + left[..., 3]
    assert np.array_equal(total, whole[..., 3])


def test_a_selection_beside_the_pixels_copies_nothing() -> None:
    beside = document(box_mask(PAGE, Rect(200, 10, 50, 20)))
    assert clipped(beside, beside.layers[0]) is None
