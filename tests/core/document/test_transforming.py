"""Transforming layers: selections, edits, and what lies past the edges of the page."""

import io
import math
from dataclasses import replace
from pathlib import Path

import numpy as np
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from glide_studio.core.document.arranging import duplicated
from glide_studio.core.document.document import Document
from glide_studio.core.document.history import History
from glide_studio.core.document.layer_edits import merged_visible, shifted
from glide_studio.core.document.layers import Layer
from glide_studio.core.document.reshape import cropped, flipped, rotated, scaled
from glide_studio.core.document.selected import changed
from glide_studio.core.document.transforming import lifted, transformed
from glide_studio.core.files.journal import Journal
from glide_studio.core.files.journal_records import Snapshot
from glide_studio.core.files.layered.openraster import write_openraster
from glide_studio.core.files.layered.openraster_reading import read_openraster
from glide_studio.core.files.project import Project
from glide_studio.core.geometry import Extent, Rect
from glide_studio.core.mask.mask import Mask
from glide_studio.core.mask.selection import Selection
from glide_studio.core.modes.modes import Mode
from glide_studio.core.raster.free_transform import FreeTransform
from glide_studio.core.raster.raster import Pixels, Raster
from glide_studio.core.raster.resample import Resampling
from tests.core.samples import document_of, edited, noise, opaque

PAGE = Extent(64, 48)
BOX = Rect(10, 8, 30, 24)
CONTENT = noise(24, 30, 4)
CONTENT[CONTENT[..., 3] == 0] = 0
shifts = st.tuples(st.integers(-90, 90), st.integers(-90, 90))


def of(pixels: Pixels = CONTENT, box: Rect = BOX) -> Layer:
    return Layer("a", Raster.empty(PAGE).write(box, pixels))


def moved(layer: Layer, x: int, y: int) -> Layer:
    """By a free transform of all of it."""
    what = lifted(layer, Selection(Mask.empty(PAGE)), None)
    transform = FreeTransform(what.box).moved(x, y)
    return transformed(what, transform, Resampling.BICUBIC, None)


def holds(layer: Layer, x: int, y: int, pixels: Pixels = CONTENT) -> bool:
    """Whether the layer has these pixels, their top left one at (x, y), and no others."""
    there = Rect(x, y, pixels.shape[1], pixels.shape[0])
    has_others = not there.contains(layer.content_bounds)
    return np.array_equal(layer.read(there), pixels) and not has_others


@settings(max_examples=30)
@given(shifts, shifts)
def test_what_leaves_the_page_comes_back(way: tuple[int, int], other: tuple[int, int]) -> None:
    """By the move tool as by a transform, in any order."""
    (x, y), (u, v) = way, other
    for one, two in ((moved, moved), (moved, _shifted), (_shifted, moved), (_shifted, _shifted)):
        away = one(of(), x, y)
        assert holds(away, BOX.x + x, BOX.y + y)
        assert holds(two(away, u, v), BOX.x + x + u, BOX.y + y + v)
        back = two(away, -x, -y)
        assert np.array_equal(back.raster.to_array(), of().raster.to_array())
        assert back.beyond is None


def _shifted(layer: Layer, x: int, y: int) -> Layer:
    return shifted(layer, x, y, None)


def test_the_page_shows_only_what_lies_on_it() -> None:
    layer = moved(of(), 40, 0)
    wanted = np.zeros((48, 64, 4), np.uint8)
    wanted[8:32, 50:64] = CONTENT[:, :14]
    assert np.array_equal(layer.raster.to_array(), wanted)
    document = document_of([layer], PAGE)
    assert np.array_equal(document.composite(), wanted)
    assert not document.is_flat
    assert History.start(document).size_bytes > History.start(document_of([of()], PAGE)).size_bytes


def test_a_larger_canvas_shows_what_was_past_its_edges() -> None:
    document = document_of([moved(of(), 40, -20)], PAGE)
    wider = cropped(document, Rect(0, 0, 70, 48))
    assert holds(wider.layers[0], 50, -12)
    larger = cropped(document, Rect(-5, -20, 120, 90))
    assert holds(larger.layers[0], 55, 8)
    assert larger.layers[0].beyond is None
    smaller = cropped(document, Rect(52, 0, 12, 48)).layers[0]
    assert smaller.beyond is None
    assert np.array_equal(smaller.raster.to_array()[:12], CONTENT[12:, 2:14])


def test_turns_and_flips_of_the_page_turn_what_is_past_its_edges() -> None:
    document = document_of([moved(of(), 40, -20)], PAGE)  # at 50, -12, to 80, 12
    assert holds(rotated(document, 1).layers[0], 36, 50, np.rot90(CONTENT, -1))
    assert holds(flipped(document, True).layers[0], -16, -12, np.fliplr(CONTENT))
    half = scaled(document, Extent(32, 24), Resampling.BILINEAR).layers[0]
    assert Rect(25, -6, 15, 12).padded(1).contains(half.content_bounds)
    inner = half.read(Rect(26, -5, 13, 5))[..., 3]  # past the edge
    wanted = CONTENT[..., 3].reshape(12, 2, 15, 2).mean(axis=(1, 3))[1:6, 1:14]
    assert np.abs(inner - wanted).max() < 1
    enlarged = scaled(document, Extent(128, 96), Resampling.NEAREST).layers[0]
    assert holds(enlarged, 100, -24, CONTENT.repeat(2, axis=0).repeat(2, axis=1))


def test_cutting_all_of_a_layer_and_merging_leave_nothing_past_the_edges() -> None:
    layer = moved(of(), 40, 0)
    document = document_of([layer, replace(of(), id="b")], PAGE)
    nothing = changed(document.selection, layer, lambda raster: Raster.empty(raster.extent))
    assert nothing.content_bounds.is_empty
    assert merged_visible(document).layers[0].beyond is None
    assert duplicated(document, (layer.id,)).layers[1].beyond is layer.beyond


def test_files_and_journals_keep_what_lies_past_the_edges(tmp_path: Path) -> None:
    document = document_of([moved(of(), 40, -20), replace(moved(of(), -70, 0), id="b")], PAGE)
    file = io.BytesIO()
    write_openraster(Project(document), file)
    for layer in read_openraster(file, "a").project.document.layers:
        known = document.layer(layer.id)
        assert known is not None
        assert holds(layer, known.content_bounds.x, known.content_bounds.y)
    with Journal(tmp_path / "a.journal") as journal:
        journal.write(Snapshot(History.start(document), None, True), 0.0, b"")
    with Journal(tmp_path / "a.journal") as journal:
        layers = journal.read().history.document.layers
    assert holds(layers[0], 50, -12)
    assert holds(layers[1], -60, 8)


def test_a_selection_is_lifted_by_its_value_and_the_rest_stays() -> None:
    layer = of(opaque(noise(24, 30, 3)))
    mask = Mask.empty(PAGE).write(Rect(10, 8, 10, 24), np.full((24, 10), 255, np.uint8))
    mask = mask.write(Rect(20, 8, 5, 24), np.full((24, 5), 51, np.uint8))
    what = lifted(layer, Selection(mask), None)
    assert what.box == Rect(10, 8, 15, 24)
    after = transformed(what, FreeTransform(what.box).moved(25, 0), Resampling.BICUBIC, None)
    alpha = after.raster.to_array()[10, :, 3]
    assert alpha[10:20].tolist() == [0] * 10
    assert alpha[20:25].tolist() == [204] * 5
    assert alpha[25:35].tolist() == [255] * 10
    assert alpha[35:45].tolist() == [255] * 10
    assert alpha[45:50].tolist() == [51] * 5
    colours = after.raster.to_array()[10, :, :3]
    assert np.array_equal(colours[45:50], layer.raster.to_array()[10, 20:25, :3])


def test_lifted_pixels_lie_over_the_others_of_their_layer() -> None:
    pixels = np.zeros((24, 30, 4), np.uint8)
    pixels[:, :10] = 250, 0, 0, 128
    pixels[:, 20:] = 0, 0, 250, 255
    mask = Mask.empty(PAGE).write(Rect(10, 8, 10, 24), np.full((24, 10), 255, np.uint8))
    what = lifted(of(pixels), Selection(mask), None)
    after = transformed(what, FreeTransform(what.box).moved(20, 0), Resampling.BICUBIC, None)
    red, _, blue, alpha = after.raster.to_array()[10, 35]
    assert alpha == 255
    assert (red, blue) == (
        pytest.approx(250 * 128 / 255, abs=1),
        pytest.approx(250 * 127 / 255, abs=1),
    )


def test_an_edit_stays_one_as_far_as_its_map_can_express_it() -> None:
    page = Document.from_picture(opaque(noise(256, 256, 3)))
    masked = page.with_mask(page.mask.write(Rect(60, 70, 90, 80), np.full((80, 90), 255, np.uint8)))
    document = edited(masked, Mode.INPAINT, noise(256, 256, 3, seed=2))
    layer = document.layers[-1]
    what = lifted(layer, Selection(Mask.empty(page.extent)), None)
    start = FreeTransform(what.box)

    def after(transform: FreeTransform) -> Layer:
        return transformed(what, transform, Resampling.LANCZOS, None)

    for transform in (
        start.moved(150, -30),
        start.rotated_by(90),
        start.flipped(True),
        start.with_number("width", 250).with_number("height", 40),
        start.with_number("x", -200),
    ):
        kept = after(transform)
        assert kept.edit is not None
        assert layer.edit is not None
        assert kept.edit.patch is layer.edit.patch
        rendered = kept.edit.rendered(page.extent, None).to_array()
        assert np.array_equal(kept.raster.to_array(), rendered)
        left, top, right, bottom = (
            min(x for x, _ in transform.quad),
            min(y for _, y in transform.quad),
            max(x for x, _ in transform.quad),
            max(y for _, y in transform.quad),
        )
        seen = Rect.from_edges(round(left), round(top), round(right), round(bottom))
        found = kept.raster.content_bounds()
        assert seen.padded(2).intersected(page.extent.bounds).contains(found)
    huge = start.with_number("width", 50_000).with_number("height", 50_000)
    for transform in (start.rotated_by(30), start.with_number("shear", 20), huge):
        assert after(transform).edit is None
        assert after(transform).past_edits == layer.all_settings


def test_an_edit_that_left_the_page_comes_back() -> None:
    page = Document.from_picture(opaque(noise(256, 256, 3)))
    masked = page.with_mask(page.mask.write(Rect(60, 70, 90, 80), np.full((80, 90), 255, np.uint8)))
    document = edited(masked, Mode.INPAINT, noise(256, 256, 3, seed=2))
    layer = document.layers[-1]
    away = shifted(layer, 170, 0, None)
    assert away.raster.content_bounds().width < 60
    wider = cropped(document.with_changed(away), Rect(0, 0, 500, 256))
    found = wider.layers[-1].raster.read(Rect(170, 0, 256, 256))
    assert np.array_equal(found, layer.raster.to_array())
    what = lifted(away, Selection(Mask.empty(page.extent)), None)  # as for another angle
    place = layer.raster.content_bounds()
    assert what.box == place.translated(170, 0)
    assert np.array_equal(what.pixels, layer.raster.read(place))
    back = shifted(away, -170, 0, None)
    assert np.array_equal(back.raster.to_array(), layer.raster.to_array())


def test_a_rotated_layer_is_kept_past_the_edges_too() -> None:
    layer = of(np.full((24, 30, 4), 255, np.uint8))
    what = lifted(layer, Selection(Mask.empty(PAGE)), None)
    transform = FreeTransform(what.box).moved(-25, 30).rotated_by(30)
    after = transformed(what, transform, Resampling.BICUBIC, None)
    area = after.content_bounds
    assert not PAGE.bounds.contains(area)
    assert after.read(area)[..., 3].sum() / 255 == pytest.approx(24 * 30, rel=0.01)
    assert math.dist((area.x + area.width / 2, area.y + area.height / 2), transform.centre) < 1
