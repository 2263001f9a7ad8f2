"""Outlines and the masks they enclose, anti-aliased by the exact covered area of each pixel."""

import math
from collections.abc import Sequence

import numpy as np
from numpy.typing import NDArray

from glide_studio.core.geometry import Extent, Rect
from glide_studio.core.mask.mask import FULL_TILE, REPAINT, Mask
from glide_studio.core.raster.raster import TILE_SIZE, Pixels, TileKey, tile_bounds, tile_keys

Points = Sequence[tuple[float, float]]
"""Corners in document pixels; the last is connected to the first."""

_Floats = NDArray[np.float64]

FLATNESS = 0.01
"""Largest distance, in pixels, between an ellipse and the polygon that approximates it."""

ROUNDING = 1e-6
"""Tolerance for rounding errors in sums of areas, in pixels."""


def rectangle(x0: float, y0: float, x1: float, y1: float) -> Points:
    """The rectangle with opposite corners at (x0, y0) and (x1, y1)."""
    return [(x0, y0), (x1, y0), (x1, y1), (x0, y1)]


def ellipse(x0: float, y0: float, x1: float, y1: float) -> Points:
    """The ellipse inscribed in the rectangle with corners at (x0, y0) and (x1, y1)."""
    x_radius, y_radius = (x1 - x0) / 2, (y1 - y0) / 2
    longer = max(abs(x_radius), abs(y_radius), 1.0)
    corners = max(16, math.ceil(math.pi * math.sqrt(longer / (2 * FLATNESS))))
    angles = np.arange(corners) * (2 * math.pi / corners)
    x = x0 + x_radius * (1 + np.cos(angles))
    y = y0 + y_radius * (1 + np.sin(angles))
    return list(zip(x.tolist(), y.tolist(), strict=True))


def enclosed(extent: Extent, outline: Points, anti_alias: bool = True) -> Mask:
    """The mask of the area that an outline encloses; without `anti_alias` it is 0 or 255.

    An area enclosed once in each direction is outside. The cost grows with the outline's length.
    """
    segments = _segments(outline)
    if not len(segments):
        return Mask.empty(extent)
    inside = _box(segments).intersected(extent.bounds)
    segments = _within_rows(_cut(segments, axis=1), inside)
    segments = _cut(segments, axis=0)
    middles = segments.mean(axis=1)
    columns = np.clip(np.floor(middles[:, 0]), inside.x, inside.right - 1).astype(np.intp)
    rows = np.floor(middles[:, 1]).astype(np.intp)
    heights = segments[:, 1, 1] - segments[:, 0, 1]
    rights = heights * np.clip(middles[:, 0] - columns, 0, 1)
    tiles: dict[TileKey, Pixels] = {}
    carried, last_row = np.zeros(TILE_SIZE), -1
    order = np.lexsort((columns // TILE_SIZE, rows // TILE_SIZE))
    columns, rows = columns[order], rows[order]
    heights, rights = heights[order], rights[order]
    codes = rows // TILE_SIZE * (extent.width // TILE_SIZE + 1) + columns // TILE_SIZE
    for key in tile_keys(inside):
        if key[1] != last_row:
            carried, last_row = np.zeros(TILE_SIZE), key[1]
        code = key[1] * (extent.width // TILE_SIZE + 1) + key[0]
        here = slice(*np.searchsorted(codes, (code, code + 1)))
        place = tile_bounds(key)
        covered, carried = _covered(
            columns[here] - place.x, rows[here] - place.y, heights[here], rights[here], carried
        )
        if covered is not None:
            tiles[key] = _values(covered, anti_alias)
    return Mask.from_tiles(extent, tiles)


def _segments(outline: Points) -> _Floats:
    """(n, 2, 2): x and y of the start and end of each side that is not horizontal."""
    corners = np.asarray(outline, np.float64).reshape(-1, 2)
    segments = np.stack([corners, np.roll(corners, -1, axis=0)], axis=1)
    sloping: _Floats = segments[segments[:, 0, 1] != segments[:, 1, 1]]
    return sloping


def _box(segments: _Floats) -> Rect:
    low = np.floor(segments.min(axis=(0, 1))).astype(int).tolist()
    high = np.ceil(segments.max(axis=(0, 1))).astype(int).tolist()
    return Rect.from_edges(*low, *high)


def _within_rows(segments: _Floats, area: Rect) -> _Floats:
    middles = segments[:, :, 1].mean(axis=1)
    return segments[(middles > area.y) & (middles < area.bottom)]


def _cut(segments: _Floats, axis: int) -> _Floats:
    """The segments cut wherever they cross a whole number along `axis`."""
    starts, ends = segments[:, 0, axis], segments[:, 1, axis]
    low, high = np.minimum(starts, ends), np.maximum(starts, ends)
    first = np.floor(low) + 1
    cuts = np.maximum(np.ceil(high) - first, 0).astype(np.intp)
    owner = np.repeat(np.arange(len(segments)), cuts + 1)
    step = np.arange(len(owner)) - np.repeat(np.cumsum(cuts + 1) - cuts - 1, cuts + 1)
    near = np.where(step == 0, low[owner], first[owner] + step - 1)
    far = np.where(step == cuts[owner], high[owner], first[owner] + step)
    falls = (ends < starts)[owner]
    edges = np.stack([np.where(falls, far, near), np.where(falls, near, far)], axis=1)
    length = (ends - starts)[owner]
    along = edges - starts[owner][:, np.newaxis]
    share = np.divide(
        along,
        length[:, np.newaxis],
        out=np.tile([0.0, 1.0], (len(owner), 1)),
        where=length[:, np.newaxis] != 0,
    )
    begin, way = segments[owner, 0], segments[owner, 1] - segments[owner, 0]
    pieces: _Floats = begin[:, np.newaxis] + share[:, :, np.newaxis] * way[:, np.newaxis]
    pieces[:, :, axis] = edges
    return pieces


def _covered(
    columns: NDArray[np.intp],
    rows: NDArray[np.intp],
    heights: _Floats,
    rights: _Floats,
    carried: _Floats,
) -> tuple[_Floats | None, _Floats]:
    """The winding number averaged over each pixel of a tile, and that at the right end of each row.

    A piece of the outline adds its height to all pixels to the right of its own, and its height
    less `rights` to its own. `carried` is the winding number to the left of the tile. The first
    result is None if all winding numbers are 0.
    """
    if not len(columns):
        if np.abs(carried).max() < ROUNDING:
            return None, carried
        return np.broadcast_to(carried[:, np.newaxis], (TILE_SIZE, TILE_SIZE)), carried
    side = TILE_SIZE + 1
    places = rows * side + columns
    change = np.bincount(places, heights - rights, TILE_SIZE * side)
    change += np.bincount(places + 1, rights, TILE_SIZE * side)
    covered = change.reshape(TILE_SIZE, side).cumsum(axis=1) + carried[:, np.newaxis]
    return covered[:, :-1], covered[:, -1]


def _values(covered: _Floats, anti_alias: bool) -> Pixels:
    share = np.abs(covered)
    if share.min() > 1 - ROUNDING:
        return FULL_TILE
    values = np.rint(255 * share.clip(0, 1)).astype(np.uint8)
    return values if anti_alias else np.where(values >= REPAINT, 255, 0).astype(np.uint8)
