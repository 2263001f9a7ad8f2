"""Strokes on masks and on layers, and filling."""

from dataclasses import replace

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st
from scipy import ndimage

from glide_studio.core.document.document import Document
from glide_studio.core.document.history import History
from glide_studio.core.document.layers import Layer
from glide_studio.core.geometry import Extent, Rect
from glide_studio.core.mask.mask import REPAINT, Mask
from glide_studio.core.mask.selection import Selection
from glide_studio.core.paint.curve import FULL, LINEAR, Curve
from glide_studio.core.paint.paint import PaintStroke, coloured, restoring
from glide_studio.core.paint.stroke import Brush, Stroke
from glide_studio.core.raster.colour import Colour
from glide_studio.core.raster.raster import TILE_SIZE, Pixels, Raster
from tests.core.samples import changed_tiles, noise, values

PAGE = Extent(400, 300)
ORANGE = Colour(255, 136, 0)
HARD = Brush(size=40, hardness=1)
SOFT = Brush(size=40, hardness=0)


EVERYTHING = Selection(Mask.empty(PAGE))


Place = tuple[float, ...]
"""x and y, and maybe a pressure."""


def stroked(brush: Brush, *places: Place, on: Mask | None = None) -> Mask:
    stroke = Stroke(on or Mask.empty(PAGE), brush)
    for place in places:
        stroke.extend(*place)
    return stroke.mask


def painted(brush: Brush, *places: Place, on: Mask | None = None) -> Pixels:
    return values(stroked(brush, *places, on=on))


def unpainted(erase: bool) -> Mask:
    """What a brush or an eraser changes everywhere."""
    return Mask.full(PAGE) if erase else Mask.empty(PAGE)


def test_a_hard_dab_is_a_filled_disc() -> None:
    mask = stroked(HARD, (200, 150))
    y, x = np.mgrid[:300, :400] + 0.5
    distance = np.hypot(x - 200, y - 150)
    assert (values(mask)[distance < 19] == 255).all()
    assert (values(mask)[distance > 21] == 0).all()
    assert mask.bounds() == Rect(180, 130, 40, 40)


def test_a_soft_dab_falls_off_smoothly_to_the_same_radius() -> None:
    spoke = painted(SOFT, (200.5, 150.5))[150, 200:225].astype(int)
    assert spoke[0] >= 250
    assert (np.diff(spoke) <= 0).all()
    assert np.abs(np.diff(spoke)).max() < 30
    assert (spoke[21:] == 0).all()


@pytest.mark.parametrize("erase", [False, True])
def test_dabs_that_build_up_cover_a_share_of_what_is_left(erase: bool) -> None:
    brush = Brush(40, 1, erase, opacity=0.5, spacing=2, build_up=True)
    there_and_back = (100, 150), (180, 150), (100, 150)
    ground = values(unpainted(erase))
    changed = np.abs(painted(brush, *there_and_back, on=unpainted(erase)).astype(int) - ground)
    assert changed[150, 100] == pytest.approx(0.75 * 255, abs=1)
    assert changed[150, 180] == pytest.approx(0.5 * 255, abs=1)
    wash = painted(replace(brush, build_up=False), *there_and_back, on=unpainted(erase))
    assert abs(int(wash[150, 100]) - int(ground[0, 0])) == 128


def test_without_a_spacing_dabs_that_build_up_leave_no_gaps() -> None:
    brush = replace(SOFT, opacity=0.3, build_up=True)
    line = painted(brush, (100, 150), (300, 150))[150, 110:290].astype(int)
    assert line.min() > 0.3 * 255 + 20
    assert np.ptp(line) < 30


def test_an_eraser_removes_what_a_brush_painted() -> None:
    erased = painted(replace(HARD, erase=True), (200, 150), on=Mask.full(PAGE))
    assert np.array_equal(erased, 255 - painted(HARD, (200, 150)))


@pytest.mark.parametrize(("pressure", "diameter"), [(1, 40), (0.5, 20), (0.25, 10), (7, 40)])
def test_pressure_scales_the_size(pressure: float, diameter: int) -> None:
    assert stroked(HARD, (200, 150, pressure)).bounds().width == diameter


def test_pressure_changes_along_the_stroke() -> None:
    line = painted(HARD, (50, 150, 1), (350, 150, 0.1))
    widths = (line >= REPAINT).sum(axis=0)[60:340]
    assert (np.diff(widths) <= 0).all()
    assert widths[0] > 35
    assert widths[-1] < 8


def test_overlapping_dabs_of_a_soft_brush_do_not_build_up() -> None:
    assert np.array_equal(painted(SOFT, (200, 150)), painted(SOFT, *[(200, 150)] * 20))


@pytest.mark.parametrize("size", [1, 2, 7, 40])
@pytest.mark.parametrize("hardness", [0, 1])
@pytest.mark.parametrize("end", [(395, 20), (390, 280), (11, 290), (395.5, 10.5)])
def test_a_fast_move_leaves_no_gaps(size: int, hardness: int, end: tuple[float, float]) -> None:
    mask = stroked(Brush(size, hardness), (10, 10), end)
    _, pieces = ndimage.label(values(mask) >= REPAINT, structure=np.ones((3, 3)))
    assert pieces == 1
    reached = mask.bounds()
    assert reached.width >= abs(end[0] - 10) - 1
    assert reached.height >= abs(end[1] - 10) - 1


def test_a_line_whose_parts_round_past_its_end_is_painted() -> None:
    stroke = Stroke(Mask.empty(PAGE), Brush(size=20, hardness=1))
    stroke.extend(104.8350265160051, 79.3749774954409)
    dirty = stroke.extend(290.0, 168.4)
    assert values(stroke.mask)[168, 290] == 255
    assert dirty.right == 301


def test_a_straight_stroke_has_straight_sides() -> None:
    heights = (painted(HARD, (50, 150), (350, 150)) >= REPAINT).sum(axis=0)[60:340]
    assert heights.max() - heights.min() <= 2


@pytest.mark.parametrize("erase", [False, True])
def test_opacity_limits_the_coverage_of_a_stroke(erase: bool) -> None:
    brush = Brush(40, 1, erase, opacity=0.4)
    row = painted(brush, (100, 150), (200, 150), (150, 150), on=unpainted(erase))[150].astype(int)
    if erase:
        row = 255 - row
    assert (row[110:190] == 102).all()
    assert row.max() == 102


def test_pressure_acts_through_the_curves() -> None:
    dip = Curve(((0.0, 1.0), (0.5, 0.5), (1.0, 0.0)))
    brush = Brush(40, 1, size_curve=FULL, opacity_curve=dip)
    line = painted(brush, (50, 150, 0.0), (350, 150, 1.0))
    row = line[150, 50:350].astype(int)
    assert row[0] == 255
    assert (np.diff(row) <= 0).all()
    assert row[150] == pytest.approx(128, abs=16)  # the dab before it reaches there too
    assert row[-1] < 20
    assert (line[:, 60] > 0).sum() == pytest.approx(40, abs=2)


@pytest.mark.parametrize("steps", [1, 7, 60])
def test_spaced_dabs_keep_their_distance_however_many_events_arrive(steps: int) -> None:
    places = ((20 + 360 * step / steps, 150) for step in range(steps + 1))
    line = painted(Brush(20, 1, spacing=1.5), *places)
    labels, dabs = ndimage.label(line >= REPAINT)
    assert dabs == 13
    centres = ndimage.center_of_mass(line, labels, range(1, 14))
    assert np.diff([x for _, x in centres]) == pytest.approx(np.full(12, 30.0), abs=0.6)


def test_a_click_paints_only_one_spaced_dab() -> None:
    brush = Brush(20, 0, spacing=0.5)
    once, more = painted(brush, (100, 150)), painted(brush, (100, 150), (100, 150), (104, 150))
    assert np.array_equal(more, once)


def picture(alpha: int | None = None) -> Pixels:
    pixels = noise(300, 400, 4)
    if alpha is not None:
        pixels[..., 3] = alpha
    return pixels


def painted_over(before: Pixels, brush: Brush, times: int = 1) -> Pixels:
    """The pixels of a layer after a stroke that stays in the middle."""
    stroke = PaintStroke(Raster.from_array(before), brush, coloured(brush, ORANGE), EVERYTHING)
    for _ in range(times):
        stroke.extend(200, 150)
    return stroke.raster.to_array()


def test_a_stroke_covers_what_a_stroke_on_a_mask_covers() -> None:
    mask = Stroke(Mask.empty(PAGE), Brush(60, 0.3))
    paint = PaintStroke(Raster.empty(PAGE), Brush(60, 0.3), coloured(HARD, ORANGE), EVERYTHING)
    for x, y, pressure in ((50, 60, 1.0), (200, 90, 0.5), (390, 280, 1.0)):
        assert paint.extend(x, y, pressure) == mask.extend(x, y, pressure)
    pixels = paint.raster.to_array()
    assert np.array_equal(pixels[..., 3], values(mask.mask))
    assert (pixels[pixels[..., 3] > 0, :3] == ORANGE.rgb).all()
    assert not pixels[pixels[..., 3] == 0].any()


def test_colour_replaces_inside_and_mixes_at_a_soft_edge() -> None:
    before = picture(255)
    after = painted_over(before, Brush(80, 0))
    assert tuple(after[150, 200]) == (*ORANGE.rgb, 255)
    covered = painted(Brush(80, 0), (200, 150))[..., np.newaxis] / 255
    wanted = before[..., :3] * (1 - covered) + np.array(ORANGE.rgb) * covered
    assert np.abs(after[..., :3] - wanted).max() <= 0.51
    assert (after[..., 3] == 255).all()
    assert np.array_equal(after[:100], before[:100])


def test_painting_over_itself_within_a_stroke_does_not_build_up() -> None:
    once, often = (painted_over(picture(), Brush(80, 0), times) for times in (1, 9))
    assert np.array_equal(once, often)


def test_the_eraser_makes_the_layer_transparent() -> None:
    after = painted_over(picture(200), replace(HARD, erase=True))
    assert not after[150, 185:215].any()
    assert np.array_equal(after[:100], picture(200)[:100])
    row = painted_over(picture(200), replace(SOFT, erase=True))[150, 200:225, 3].astype(int)
    assert (np.diff(row) >= 0).all()
    assert row[-1] == 200


coordinates = st.floats(-100, 500)
points = st.lists(st.tuples(coordinates, coordinates, st.floats(0, 1)), min_size=1, max_size=4)
brushes = st.builds(
    Brush,
    st.floats(1, 90),
    st.floats(0, 1),
    st.booleans(),
    opacity=st.floats(0, 1),
    spacing=st.just(0.0) | st.floats(0.01, 2),
    opacity_curve=st.sampled_from((FULL, LINEAR)),
)


@given(brushes, points, st.sampled_from([None, 0, 90, 255]))
def test_the_dirty_rectangle_covers_all_changes(
    brush: Brush, moves: list[Place], alpha: int | None
) -> None:
    mask = Stroke(Mask.from_array(noise(300, 400)), brush)
    paint = PaintStroke(
        Raster.from_array(picture(alpha)), brush, coloured(brush, ORANGE), EVERYTHING
    )
    for move in moves:
        before = {"mask": values(mask.mask), "layer": paint.raster.to_array()}
        dirty = mask.extend(*move)
        assert paint.extend(*move) == dirty
        assert PAGE.bounds.contains(dirty)
        after = {"mask": values(mask.mask), "layer": paint.raster.to_array()}
        less, more = (after, before) if brush.erase else (before, after)
        assert (less["mask"] <= more["mask"]).all()
        assert (less["layer"][..., 3] <= more["layer"][..., 3]).all()
        for name, pixels in after.items():
            pixels[dirty.slices_in(PAGE.bounds)] = before[name][dirty.slices_in(PAGE.bounds)]
            assert np.array_equal(pixels, before[name])


@given(brushes, points, st.sampled_from([None, 0, 90, 255]), st.sampled_from([None, 0, 90, 255]))
def test_restoring_shows_the_source_under_the_stroke_and_changes_nothing_else(
    brush: Brush, moves: list[Place], alpha: int | None, earlier_alpha: int | None
) -> None:
    before, earlier = picture(alpha), picture(earlier_alpha)[::-1].copy()
    stroke = PaintStroke(
        Raster.from_array(before), brush, restoring(Raster.from_array(earlier)), EVERYTHING
    )
    coverage = Stroke(Mask.empty(PAGE), replace(brush, erase=False))
    for move in moves:
        assert stroke.extend(*move) == coverage.extend(*move)
    after, covered = stroke.raster.to_array(), values(coverage.mask)
    assert np.array_equal(after[covered == 255], earlier[covered == 255])
    assert np.array_equal(after[covered == 0], before[covered == 0])
    mixed = (covered > 0) & (covered < 255) & (before != earlier).any(axis=2)
    share = covered[mixed, np.newaxis] / 255
    old, new = (pixels[mixed].astype(float) for pixels in (before, earlier))
    wanted = (1 - share) * old[:, 3:] + share * new[:, 3:]
    assert np.abs(after[mixed][:, 3:] - wanted).max(initial=0) <= 0.51
    premultiplied = (1 - share) * old[:, :3] * old[:, 3:] + share * new[:, :3] * new[:, 3:]
    seen = after[mixed][:, 3] > 0
    off = after[mixed][seen, :3] - premultiplied[seen] / wanted[seen]
    assert np.abs(off).max(initial=0) <= 0.51


def test_a_stroke_outside_the_canvas_changes_nothing() -> None:
    stroke = Stroke(Mask.empty(PAGE), HARD)
    assert stroke.extend(-500, 1e5).is_empty
    assert not stroke.mask.raster.tiles


def test_a_stroke_copies_only_the_tiles_it_touches() -> None:
    before = Mask.from_array(np.full((1024, 1024), 99, np.uint8))
    after = stroked(HARD, (100, 100), on=before)
    assert changed_tiles(before.raster, after.raster) == [(0, 0)]


def test_a_stroke_costs_the_tiles_it_touches() -> None:
    layer = Layer("ground", Raster.from_array(np.full((1024, 1024, 4), 99, np.uint8)))
    document = Document.blank(Extent(1024, 1024)).with_layer(layer)
    stroke = PaintStroke(layer.raster, HARD, coloured(HARD, ORANGE), EVERYTHING)
    for x in range(300, 480, 20):
        stroke.extend(x, 600)
    history = History.start(document)
    painted = document.with_changed(Layer("ground", stroke.raster, id=layer.id))
    spent = history.push("stroke", painted).size_bytes - history.size_bytes
    assert spent == 4 * TILE_SIZE**2
    assert changed_tiles(layer.raster, stroke.raster) == [(1, 2)]


@pytest.mark.parametrize(("size", "hardness"), [(0, 1), (2001, 1), (9, -0.1), (9, 1.1)])
def test_a_brush_outside_its_ranges_is_refused(size: float, hardness: float) -> None:
    with pytest.raises(ValueError, match="is not within"):
        Brush(size, hardness)


@pytest.mark.parametrize("share", ["opacity", "spacing", "stabiliser"])
def test_opacity_spacing_and_stabiliser_out_of_range_are_refused(share: str) -> None:
    for value in (-0.01, 200.01):
        with pytest.raises(ValueError, match=f"a {share} of .* is not within"):
            Brush(9, 1, **{share: value})
