from dataclasses import replace

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st

from glide_studio.core.document.document import Document
from glide_studio.core.geometry import Extent, Rect
from glide_studio.core.mask.mask import Mask
from glide_studio.core.modes.region import (
    TOO_SMALL,
    crop_mask,
    crop_picture,
    edit_region,
    feather_width,
    kept_around,
    mask_share,
    region_of,
    resized_around,
)
from glide_studio.core.raster.resample import resized
from glide_studio.core.request.settings import RequestError
from tests.core.samples import box_mask, noise, opaque


@st.composite
def masks(draw: st.DrawFn) -> Mask:
    extent = Extent(draw(st.integers(1, 500)), draw(st.integers(1, 500)))
    left, top = draw(st.integers(0, extent.width - 1)), draw(st.integers(0, extent.height - 1))
    right = draw(st.integers(left + 1, extent.width))
    bottom = draw(st.integers(top + 1, extent.height))
    return box_mask(extent, Rect.from_edges(left, top, right, bottom))


@given(masks())
def test_a_region_is_a_square_around_the_mask_within_the_picture(mask: Mask) -> None:
    region, painted, extent = edit_region(mask), mask.bounds(), mask.extent
    longer, longest = max(painted.width, painted.height), max(extent.width, extent.height)
    assert region.width == region.height
    assert region.contains(painted)
    assert region.width <= longest
    if 16 < region.width < longest:
        changed = longer + 2 * feather_width(region)  # the networks repaint the blend band too
        assert changed / region.width == pytest.approx(0.45**0.5 + 1 / 16, abs=0.03)
    for start, size in ((region.x, extent.width), (region.y, extent.height)):
        first, last = sorted((0, size - region.width))  # the wider of the two holds the other
        assert first <= start <= last


@pytest.mark.parametrize(
    ("size", "painted", "region"),
    [
        # A mask takes 45% of the region's area, or its side 0.671 of the region's.
        ((1000, 800), Rect(500, 400, 200, 100), Rect(451, 301, 298, 298)),
        ((1000, 800), Rect(500, 100, 30, 300), Rect(291, 26, 447, 447)),
        ((8000, 6000), Rect(5000, 2000, 1000, 1000), Rect(4754, 1754, 1491, 1491)),
        # With the least blend band, of 2 pixels, a small one takes 0.733 of the side.
        ((1000, 800), Rect(500, 400, 20, 20), Rect(493, 393, 33, 33)),
        ((1000, 800), Rect(300, 300, 1, 40), Rect(270, 290, 60, 60)),
        ((1000, 800), Rect(500, 400, 8, 8), Rect(496, 396, 16, 16)),
        ((1000, 800), Rect(500, 400, 1, 1), Rect(492, 392, 16, 16)),
        # Shifted inward at edges and corners.
        ((1000, 800), Rect(0, 0, 100, 100), Rect(0, 0, 149, 149)),
        ((1000, 800), Rect(900, 700, 100, 100), Rect(851, 651, 149, 149)),
        ((1000, 800), Rect(980, 390, 20, 20), Rect(967, 383, 33, 33)),
        ((1000, 800), Rect(999, 799, 1, 1), Rect(984, 784, 16, 16)),
        # At most as large as the longer side of the picture, and centred on a shorter one.
        ((1000, 800), Rect(100, 50, 700, 700), Rect(0, -100, 1000, 1000)),
        ((1000, 800), Rect(0, 300, 1000, 12), Rect(0, -100, 1000, 1000)),
        ((1000, 800), Rect(0, 0, 1000, 800), Rect(0, -100, 1000, 1000)),
        ((1000, 100), Rect(400, 0, 100, 100), Rect(375, -25, 149, 149)),
        ((100, 1000), Rect(10, 950, 80, 50), Rect(-10, 881, 119, 119)),
        ((12, 9), Rect(3, 3, 2, 2), Rect(0, -2, 12, 12)),
    ],
)
def test_the_region_leaves_every_mask_the_same_surroundings(
    size: tuple[int, int], painted: Rect, region: Rect
) -> None:
    assert edit_region(box_mask(Extent(*size), painted)) == region


places = st.integers(-600, 600)
edges = st.sampled_from([(x, y) for x in (-1, 0, 1) for y in (-1, 0, 1)])


def is_region(region: Rect, mask: Mask) -> bool:
    """Whether a square holds all of a mask, and lies within the picture as far as it fits."""
    extent = mask.extent
    longest = max(extent.width, extent.height)
    inside = region.intersected(extent.bounds)
    return (
        region.width == region.height
        and min(16, longest) <= region.width <= longest
        and region.contains(mask.bounds())
        and inside.width == min(region.width, extent.width)
        and inside.height == min(region.height, extent.height)
    )


@given(masks(), places, places, st.integers(1, 900))
def test_a_dragged_region_holds_the_mask_within_the_picture(
    mask: Mask, x: int, y: int, side: int
) -> None:
    wanted = Rect(x, y, side, side)
    region = kept_around(wanted, mask)
    assert is_region(region, mask)
    assert kept_around(region, mask) == region
    if is_region(wanted, mask) and side < min(mask.extent.width, mask.extent.height):
        assert region == wanted
    assert region_of(replace(Document.blank(mask.extent), mask=mask, region=region)) == region


@given(masks(), st.data())
def test_a_resized_region_keeps_the_edges_that_are_not_dragged(
    mask: Mask, data: st.DataObject
) -> None:
    region = edit_region(mask)
    dragged, side = data.draw(edges), data.draw(st.integers(1, 900))
    resized_region = resized_around(region, dragged, side, mask)
    assert is_region(resized_region, mask)
    # The same with those edges where they are, if that is possible at all.
    grown = resized_region.width - region.width
    x, y = (
        start if edge > 0 else start - grown if edge < 0 else start + -grown // 2
        for start, edge in zip((region.x, region.y), dragged, strict=True)
    )
    there = Rect(x, y, resized_region.width, resized_region.width)
    if is_region(there, mask) and there.width < min(mask.extent.width, mask.extent.height):
        assert resized_region == there


@pytest.mark.parametrize(
    "chosen",
    [
        None,
        Rect(40, 40, 30, 30),
        Rect(-20, 0, 100, 100),
        Rect(0, 0, 90, 80),
        Rect(0, 0, 9999, 9999),
    ],
)
def test_a_chosen_region_that_does_not_fit_gives_way_to_the_automatic_one(
    chosen: Rect | None,
) -> None:
    mask = box_mask(Extent(300, 200), Rect(20, 20, 40, 40))
    document = replace(Document.blank(mask.extent), mask=mask, region=chosen)
    assert region_of(document) == edit_region(mask)


def test_the_chosen_region_ends_with_the_mask() -> None:
    mask = box_mask(Extent(300, 200), Rect(20, 20, 40, 40))
    document = replace(Document.blank(mask.extent), mask=mask, region=Rect(0, 0, 100, 100))
    assert region_of(document) == Rect(0, 0, 100, 100)
    assert document.with_mask(Mask.empty(mask.extent)).region is None


def test_an_empty_mask_has_no_region() -> None:
    with pytest.raises(RequestError, match="The mask is empty"):
        edit_region(Mask.empty(Extent(64, 64)))


@pytest.mark.parametrize(("side", "feather"), [(1, 2), (64, 2), (96, 3), (1024, 32)])
def test_the_blend_band_grows_with_the_region(side: int, feather: int) -> None:
    assert feather_width(Rect(0, 0, side, side)) == feather


def test_a_crop_of_the_models_size_is_exact() -> None:
    colour = noise(400, 500, 3)
    crop = crop_picture(Document.from_picture(opaque(colour)), Rect(30, 40, 256, 256), 256)
    assert np.array_equal(crop, colour[40:296, 30:286])


def test_a_crop_is_mirrored_outside_the_picture() -> None:
    colour = noise(100, 256, 3)
    crop = crop_picture(Document.from_picture(opaque(colour)), Rect(0, -78, 256, 256), 256)
    assert np.array_equal(crop[78:178], colour)
    assert np.array_equal(crop[:78], colour[:78][::-1])
    assert np.array_equal(crop[178:], colour[-78:][::-1])


def test_a_mask_is_mirrored_with_the_picture() -> None:
    mask = box_mask(Extent(300, 100), Rect(0, 0, 200, 10))
    crop = crop_mask(mask, Rect(0, -100, 300, 300))
    assert (crop[90:110, :200] == 255).all()
    assert (crop[290:, :200] == 255).all()
    assert np.count_nonzero(crop) == 30 * 200


def test_transparent_pixels_are_shown_over_white() -> None:
    rgba = np.zeros((256, 256, 4), np.uint8)
    rgba[:, 128:] = (255, 0, 0, 128)
    crop = crop_picture(Document.from_picture(rgba), Rect(0, 0, 256, 256), 256)
    assert (crop[:, :128] == 255).all()
    assert crop[0, 200].tolist() == [255, 127, 127]


@given(masks())
def test_a_crop_has_the_models_size(mask: Mask) -> None:
    grey = np.full((mask.extent.height, mask.extent.width, 3), 90, np.uint8)
    crop = crop_picture(Document.from_picture(opaque(grey)), edit_region(mask), 256)
    assert crop.shape == (256, 256, 3)
    assert (crop == 90).all()


@pytest.mark.parametrize(
    "region",
    [Rect(10, 20, 580, 580), Rect(-50, 100, 700, 700), Rect(3, 700, 600, 600), Rect(40, 250, 9, 9)],
)
def test_a_crop_equals_a_single_resampling_of_its_region(region: Rect) -> None:
    pixels = opaque(noise(1000, 600, 3))
    rows, columns = np.arange(region.y, region.bottom), np.arange(region.x, region.right)
    rows = np.where(rows > 999, 1999 - rows, rows)
    columns = np.where(columns < 0, -1 - columns, columns)
    columns = np.where(columns > 599, 1199 - columns, columns)
    whole = np.ascontiguousarray(pixels[rows][:, columns, :3])
    crop = crop_picture(Document.from_picture(pixels), region, 256)
    assert np.array_equal(crop, resized(whole, Extent(256, 256)))


@given(st.integers(0, 500), st.integers(0, 300), st.integers(8, 200), st.integers(8, 200))
def test_the_share_of_a_box_is_its_share_of_the_area(
    x: int, y: int, width: int, height: int
) -> None:
    mask = box_mask(Extent(700, 500), Rect(x, y, width, height))
    region = edit_region(mask)
    exact = float((crop_mask(mask, region) >= 128).mean())
    assert mask_share(mask, region) == pytest.approx(exact, abs=0.03)


@pytest.mark.parametrize(
    ("size", "painted", "is_too_small"),
    [
        ((1000, 800), Rect(300, 300, 3, 3), True),
        ((1000, 800), Rect(300, 300, 4, 4), False),
        ((1000, 800), Rect(100, 300, 700, 12), True),
        ((1000, 800), Rect(300, 300, 40, 40), False),
        ((1000, 800), Rect(0, 0, 1000, 800), False),
        ((4000, 100), Rect(0, 0, 4000, 100), False),
        ((4000, 100), Rect(0, 20, 4000, 3), True),
    ],
)
def test_thin_and_tiny_masks_are_too_small_and_ordinary_ones_are_not(
    size: tuple[int, int], painted: Rect, is_too_small: bool
) -> None:
    mask = box_mask(Extent(*size), painted)
    assert (mask_share(mask, edit_region(mask)) < TOO_SMALL) is is_too_small
