"""The region of the document that the model sees when it edits a mask."""

import math
from collections.abc import Iterator

import numpy as np

from glide_studio.core.document.document import Document
from glide_studio.core.document.layers import over_white
from glide_studio.core.geometry import Extent, Rect
from glide_studio.core.mask.mask import REPAINT, Mask
from glide_studio.core.raster.colour_profile import Conversion
from glide_studio.core.raster.raster import TILE_SIZE, Pixels
from glide_studio.core.raster.resample import resized
from glide_studio.core.request.settings import RequestError

SHARE = 0.45
"""Area of the square around the mask, relative to the area of the region. Models tend to ignore a
smaller mask; a larger one leaves little of the surroundings to match."""

MIN_SIDE = 16
"""Side of the smallest region, in document pixels; it suits a mask of 8 pixels, in which an object
can hardly be recognised. A smaller region would show the model little but a blur."""

TOO_SMALL = 0.04
"""Share of the region that is repainted below which the model tends to ignore the mask."""

_BAND = 1 / 32
"""Width of the blend band, relative to the region's side."""

_MIN_BAND = 2
"""Least width of the blend band, in document pixels; a narrower one is a hard edge."""

_SAMPLES = 256
"""Number of samples along a side of the region; enough to compare the share with TOO_SMALL."""


def edit_region(mask: Mask) -> Rect:
    """The square that the model sees: the pixels to repaint with their surroundings.

    Masks of all sizes take the same share of it, so that the model draws into a small one as well
    as into a large one. Its side is at least MIN_SIDE document pixels and at most the picture's
    longer side. At the picture's edges it is shifted inward; it reaches past them only along a
    side that is shorter than the square. Raises RequestError for an empty mask.
    """
    painted = mask.bounds()
    if painted.is_empty:
        raise RequestError("The mask is empty: paint over what should change.")
    side = _region_side(max(painted.width, painted.height))
    side = min(side, max(mask.extent.width, mask.extent.height))
    return Rect(
        _region_start(painted.x, painted.width, side, mask.extent.width),
        _region_start(painted.y, painted.height, side, mask.extent.height),
        side,
        side,
    )


def region_of(document: Document) -> Rect:
    """The square that the model sees when it edits the mask of `document`: the artist's own, or
    `edit_region` where there is none, or the mask has outgrown it. Raises RequestError for an empty
    mask."""
    chosen = document.region
    if chosen is None or document.mask.is_empty or kept_around(chosen, document.mask) != chosen:
        return edit_region(document.mask)
    return chosen


def kept_around(region: Rect, mask: Mask) -> Rect:
    """The square nearest to `region` that contains all of `mask` and lies within the picture, as
    that of `edit_region` does. Its side is from MIN_SIDE to the picture's longer side. The mask
    must not be empty."""
    painted, extent = mask.bounds(), mask.extent
    longest = max(extent.width, extent.height)
    least = min(longest, max(MIN_SIDE, painted.width, painted.height))
    side = min(max(region.width, least), longest)
    return Rect(
        _start_around(region.x, painted.x, painted.width, side, extent.width),
        _start_around(region.y, painted.y, painted.height, side, extent.height),
        side,
        side,
    )


def resized_around(region: Rect, edges: tuple[int, int], side: int, mask: Mask) -> Rect:
    """`region` with another side, as far as `kept_around` allows it.

    `edges` are dragged, -1 left or top, 1 right or bottom, and the opposite ones stay where they
    are if they can; along an axis of 0, the centre stays.
    """
    side = kept_around(Rect(region.x, region.y, side, side), mask).width
    x, y = (
        start + (region.width - side) * (1 - edge) // 2
        for start, edge in zip((region.x, region.y), edges, strict=True)
    )
    return kept_around(Rect(x, y, side, side), mask)


def _start_around(wanted: int, start: int, length: int, side: int, limit: int) -> int:
    """The start nearest to `wanted` of an interval of `side` pixels that holds `length` pixels from
    `start` and lies within 0 and `limit`, or on its middle if it is longer."""
    if side >= limit:
        return (limit - side) // 2
    return min(max(wanted, start + length - side, 0), start, limit - side)


def _region_side(length: int) -> int:
    """Side of the region of a mask whose longer side has `length` pixels.

    Alone, the mask takes SHARE of the region. The networks repaint the blend band too: around a
    small mask, where _MIN_BAND is more than _BAND, mask and band together take as much of the
    region as those of a large mask.
    """
    ratio = math.sqrt(SHARE)
    with_band = (length + 2 * _MIN_BAND) / (ratio + 2 * _BAND)
    return max(MIN_SIDE, round(max(length / ratio, with_band)))


def _region_start(start: int, length: int, side: int, limit: int) -> int:
    """Start of the interval of `side` pixels centred on `length` pixels from `start`, kept within
    0 and `limit` if it fits."""
    if side >= limit:
        return (limit - side) // 2
    return min(max(start + (length - side) // 2, 0), limit - side)


def feather_width(region: Rect) -> int:
    """Width of the blend band around the mask, in document pixels."""
    return max(_MIN_BAND, int(_BAND * region.width))


def crop_picture(document: Document, region: Rect, side: int) -> Pixels:
    """The composite in `region` as the model's input: (side, side, 3) uint8, sRGB.

    Outside the document it is mirrored, and transparent parts are white. `region` must touch the
    document.
    """
    inside = region.intersected(document.extent.bounds)
    # Resampled horizontally strip by strip, because a large region does not fit the CPU's cache.
    narrow = np.concatenate([_narrowed(document, region, strip, side) for strip in _strips(inside)])
    rows = [Rect(0, area.y, side, area.height) for area in (inside, region)]
    picture = resized(_mirrored(narrow, *rows), Extent(side, side))
    return Conversion.to_srgb(document.icc_profile).applied(picture)


def _strips(area: Rect) -> Iterator[Rect]:
    """`area` cut into rows of tiles."""
    for top in range(area.y - area.y % TILE_SIZE, area.bottom, TILE_SIZE):
        yield area.intersected(Rect(area.x, top, area.width, TILE_SIZE))


def _narrowed(document: Document, region: Rect, strip: Rect, side: int) -> Pixels:
    """The composite of `strip`, mirrored to the width of `region` and resampled to `side` pixels
    wide."""
    across = Rect(region.x, strip.y, region.width, strip.height)
    pixels = _mirrored(over_white(document.composite(strip)), strip, across)
    return resized(pixels, Extent(side, strip.height))


def crop_mask(mask: Mask, region: Rect) -> Pixels:
    """The mask in `region`, (height, width) uint8, mirrored where the picture is mirrored.

    Thus mirror images of the pixels to repaint are masked too.
    """
    inside = region.intersected(mask.extent.bounds)
    return _mirrored(mask.read(inside), inside, region)


def _mirrored(pixels: Pixels, inside: Rect, region: Rect) -> Pixels:
    """`pixels`, which cover `inside`, extended by reflection to cover `region`."""
    margins = [
        (inside.y - region.y, region.bottom - inside.bottom),
        (inside.x - region.x, region.right - inside.right),
        (0, 0),
    ]
    return np.pad(pixels, margins[: pixels.ndim], mode="symmetric")


def mask_share(mask: Mask, region: Rect) -> float:
    """The share of `region` that is repainted, 0 to 1; `region` contains all of `mask`.

    Counted in the picture: past its edges, where all is mirrored, the share is about the same.
    """
    inside = region.intersected(mask.extent.bounds)
    step = max(1, min(inside.width, inside.height) // _SAMPLES)
    count = sum(
        np.count_nonzero(tile[::step, ::step] >= REPAINT)
        for _, tile in mask.raster.tiles_in(mask.bounds())
    )
    return min(1.0, float(count) * step * step / inside.area)
