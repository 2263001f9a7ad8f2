"""The arithmetic between document and screen."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from glide_studio.core.geometry import Extent, Rect
from glide_studio.ui.canvas_view import MAX_ZOOM, MIN_ZOOM, ViewTransform, next_zoom

zooms = st.floats(MIN_ZOOM, MAX_ZOOM)
offsets = st.floats(-5000, 5000)
views = st.builds(ViewTransform, zooms, offsets, offsets)
on_screen = st.floats(0, 3000)
sizes = st.integers(1, 3000)
extents = st.builds(Extent, st.integers(1, 20000), st.integers(1, 20000))
areas = st.builds(
    Rect,
    st.integers(-3000, 3000),
    st.integers(-3000, 3000),
    st.integers(1, 400),
    st.integers(1, 400),
)


@given(views, on_screen, on_screen)
def test_document_and_device_are_each_others_inverse(
    view: ViewTransform, x: float, y: float
) -> None:
    assert view.to_device(*view.to_document(x, y)) == pytest.approx((x, y), abs=1e-6)


@given(views, st.lists(st.tuples(st.floats(0.001, 200), on_screen, on_screen), max_size=20))
def test_zooming_keeps_the_point_under_the_cursor(
    view: ViewTransform, zoomings: list[tuple[float, float, float]]
) -> None:
    for zoom, x, y in zoomings:
        before = view.to_document(x, y)
        view = view.zoomed_at(zoom, x, y)
        assert MIN_ZOOM <= view.zoom <= MAX_ZOOM
        assert view.to_device(*before) == pytest.approx((x, y), abs=1e-3)


@given(extents, sizes, sizes)
def test_a_fitted_document_is_centred_and_all_in_sight(
    extent: Extent, width: int, height: int
) -> None:
    view = ViewTransform.fitted(extent, width, height)
    left, top = view.to_device(0, 0)
    right, bottom = view.to_device(extent.width, extent.height)
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


@given(views, areas)
def test_bounds_hold_all_pixels_they_must(view: ViewTransform, area: Rect) -> None:
    rows, columns = view.nearest(area)
    source = view.document_bounds(area)
    assert source.y <= rows[0] <= rows[-1] < source.bottom
    assert source.x <= columns[0] <= columns[-1] < source.right
    assert view.document_bounds(view.device_bounds(area)).padded(1).contains(area)


@given(views, extents)
def test_every_pixel_of_the_page_shows_one_of_the_document(
    view: ViewTransform, extent: Extent
) -> None:
    page = view.snapped().pixels_of(extent).intersected(Rect(-9000, -9000, 18000, 18000))
    if not page.is_empty:
        rows, columns = view.snapped().nearest(page)
        assert 0 <= rows[0] <= rows[-1] < extent.height
        assert 0 <= columns[0] <= columns[-1] < extent.width


@given(zooms)
def test_halvings_leave_a_pixel_for_each_one_shown(zoom: float) -> None:
    view = ViewTransform(zoom)
    halved = view.at_level(view.mip_level).zoom
    assert halved == zoom if zoom >= 1 else 0.5 < halved <= 1


@given(zooms)
def test_zoom_steps_go_up_and_down_and_meet_100_percent(zoom: float) -> None:
    assert next_zoom(zoom, 1) > zoom or zoom == MAX_ZOOM
    assert next_zoom(zoom, -1) < zoom or zoom == MIN_ZOOM
    steps = [1.0]
    while steps[-1] < MAX_ZOOM:
        steps.append(next_zoom(steps[-1], 1))
    assert [next_zoom(step, -1) for step in steps[1:]] == pytest.approx(steps[:-1])
