"""The mapping between document and screen coordinates."""

import math

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st

from glide_studio.core.geometry import Extent, Rect
from glide_studio.ui.canvas.gestures import SNAP_ANGLE, Pinch
from glide_studio.ui.canvas.view import MAX_ZOOM, MIN_ZOOM, Rotation, ViewTransform, next_zoom

zooms = st.floats(MIN_ZOOM, MAX_ZOOM)
offsets = st.floats(-5000, 5000)
views = st.builds(ViewTransform, zooms, offsets, offsets)
rotations = st.builds(
    Rotation, st.floats(-720, 720) | st.sampled_from([0.0, 90, 180, 270]), st.booleans()
)
rotated_views = st.builds(ViewTransform, zooms, offsets, offsets, rotations)
on_screen = st.floats(0, 3000)
sizes = st.integers(1, 3000)
extents = st.builds(Extent, st.integers(1, 20000), st.integers(1, 20000))
edges, sides = st.integers(-3000, 3000), st.integers(1, 400)
areas = st.builds(Rect, edges, edges, sides, sides)


@given(rotated_views, on_screen, on_screen)
def test_document_and_device_mappings_are_inverse(view: ViewTransform, x: float, y: float) -> None:
    assert view.to_device(*view.to_document(x, y)) == pytest.approx((x, y), abs=1e-6)


@given(rotated_views, st.lists(st.tuples(st.floats(0.001, 200), on_screen, on_screen), max_size=20))
def test_zooming_keeps_the_point_under_the_cursor(
    view: ViewTransform, zoomings: list[tuple[float, float, float]]
) -> None:
    for zoom, x, y in zoomings:
        before = view.to_document(x, y)
        view = view.zoomed_at(zoom, x, y)
        assert MIN_ZOOM <= view.zoom <= MAX_ZOOM
        assert view.to_device(*before) == pytest.approx((x, y), abs=1e-3)


@given(rotated_views, rotations, on_screen, on_screen)
def test_rotating_keeps_the_point_under_the_cursor(
    view: ViewTransform, rotation: Rotation, x: float, y: float
) -> None:
    before = view.to_document(x, y)
    rotated = view.rotated_at(rotation, x, y)
    assert rotated.rotation == rotation
    assert rotated.to_device(*before) == pytest.approx((x, y), abs=1e-3)


@given(rotations, st.floats(-360, 360), offsets, offsets)
def test_rotations_add_up_and_mirroring_twice_changes_nothing(
    rotation: Rotation, degrees: float, x: float, y: float
) -> None:
    further, seen = rotation.rotated(degrees), rotation.apply(x, y)
    assert further.apply(x, y) == pytest.approx(Rotation(degrees).apply(*seen), abs=1e-6)
    assert rotation.flipped().apply(x, y) == pytest.approx((-seen[0], seen[1]), abs=1e-6)
    assert rotation.flipped().flipped() == rotation
    assert -180 < further.angle <= 180


@given(rotated_views, sizes, sizes)
def test_the_sheet_covers_the_whole_screen(view: ViewTransform, width: int, height: int) -> None:
    sheet, extent = view.sheet(width, height)
    assert sheet.x == int(sheet.x)
    for corner in ((0, 0), (width, 0), (0, height), (width, height)):
        x, y = sheet.to_device(*view.to_document(*corner))
        assert -1e-6 <= x <= extent.width + 1e-6
        assert -1e-6 <= y <= extent.height + 1e-6


@given(rotated_views, st.lists(st.tuples(on_screen, on_screen), min_size=4, max_size=4))
def test_the_page_stays_under_two_fingers(
    view: ViewTransform, fingers: list[tuple[float, float]]
) -> None:
    start, end = fingers[:2], fingers[2:]
    moved = Pinch(view, start).moved_to(end)
    held = view.to_document(*np.mean(start, axis=0))
    assert moved.to_device(*held) == pytest.approx(np.mean(end, axis=0), abs=1e-3)
    spans = [math.dist(*pair) for pair in (start, end)]
    free = min(abs((moved.rotation.angle % 90) - edge) for edge in (0, 90)) > SNAP_ANGLE
    if min(spans) > 1 and free and MIN_ZOOM < moved.zoom < MAX_ZOOM:
        for before, after in zip(start, end, strict=True):
            assert moved.to_device(*view.to_document(*before)) == pytest.approx(after, abs=1e-3)


@given(extents, sizes, sizes, rotations)
def test_a_fitted_document_is_centred_and_entirely_visible(
    extent: Extent, width: int, height: int, rotation: Rotation
) -> None:
    view = ViewTransform(rotation=rotation).showing(extent.bounds, width, height)
    corners = [view.to_device(x, y) for x in (0, extent.width) for y in (0, extent.height)]
    (left, top), (right, bottom) = np.min(corners, axis=0), np.max(corners, axis=0)
    assert left + right == pytest.approx(width, abs=1e-6)
    assert top + bottom == pytest.approx(height, abs=1e-6)
    if MIN_ZOOM < view.zoom < MAX_ZOOM:
        assert max(right - left - width, bottom - top - height) == pytest.approx(0, abs=1e-6)


@given(views, extents, sizes, sizes, offsets, offsets)
def test_the_picture_cannot_be_panned_out_of_sight(
    view: ViewTransform, extent: Extent, width: int, height: int, dx: float, dy: float
) -> None:
    view = view.panned(dx, dy).kept_in_sight(extent, width, height)
    left, top = view.to_device(0, 0)
    right, bottom = view.to_device(extent.width, extent.height)
    seen = min(right, width) - max(left, 0), min(bottom, height) - max(top, 0)
    least = min(40, right - left, width), min(40, bottom - top, height)
    assert seen[0] >= least[0] - 1e-6
    assert seen[1] >= least[1] - 1e-6


@given(rotated_views, extents, sizes, sizes, offsets, offsets)
def test_a_rotated_picture_cannot_be_panned_out_of_sight_either(
    view: ViewTransform, extent: Extent, width: int, height: int, dx: float, dy: float
) -> None:
    panned = view.panned(dx, dy)
    kept = panned.kept_in_sight(extent, width, height)
    if not view.is_upright:
        x, y = panned.to_document(width / 2, height / 2)
        nearest = min(max(x, 0), extent.width), min(max(y, 0), extent.height)
        place = kept.to_device(*nearest)
        assert -1e-3 <= place[0] <= width + 1e-3
        assert -1e-3 <= place[1] <= height + 1e-3


@given(views, areas)
def test_bounds_include_every_pixel_that_is_touched(view: ViewTransform, area: Rect) -> None:
    rows, columns = view.nearest(area)
    source = view.document_bounds(area)
    assert source.y <= rows[0] <= rows[-1] < source.bottom
    assert source.x <= columns[0] <= columns[-1] < source.right
    assert view.document_bounds(view.device_bounds(area)).padded(1).contains(area)


@given(views, extents)
def test_every_pixel_of_the_page_is_of_the_document(view: ViewTransform, extent: Extent) -> None:
    page = view.snapped().pixels_of(extent).intersected(Rect(-9000, -9000, 18000, 18000))
    if not page.is_empty:
        rows, columns = view.snapped().nearest(page)
        assert 0 <= rows[0] <= rows[-1] < extent.height
        assert 0 <= columns[0] <= columns[-1] < extent.width


@given(zooms)
def test_the_chosen_level_has_a_pixel_for_each_one_shown(zoom: float) -> None:
    view = ViewTransform(zoom)
    halved = view.at_level(view.mip_level).zoom
    assert halved == zoom if zoom >= 1 else 0.5 < halved <= 1


@given(zooms)
def test_zoom_steps_are_reversible_and_include_100_percent(zoom: float) -> None:
    assert next_zoom(zoom, 1) > zoom or zoom == MAX_ZOOM
    assert next_zoom(zoom, -1) < zoom or zoom == MIN_ZOOM
    steps = [1.0]
    while steps[-1] < MAX_ZOOM:
        steps.append(next_zoom(steps[-1], 1))
    assert [next_zoom(step, -1) for step in steps[1:]] == pytest.approx(steps[:-1])
