"""The soft band around a mask in which a result blends with the picture."""

from collections.abc import Callable
from itertools import product
from typing import Any

import numpy as np
from numpy.typing import NDArray

from glide_studio.core.mask.mask import REPAINT
from glide_studio.core.raster.raster import Pixels

BLOCK = 256
"""Side of the blocks in which a mask is processed; fully masked and empty blocks take little
time."""


def smoothstep_alpha(depth: NDArray[np.floating[Any]]) -> Pixels:
    """Opacity 0 to 255 for a `depth` of 0 or less to 1 or more, by smoothstep.

    It is the soft edge of both brushes and blend bands.
    """
    inside = np.clip(depth, 0, 1)
    opacity: Pixels = np.rint(255 * inside * inside * (3 - 2 * inside)).astype(np.uint8)
    return opacity


def blend_alpha(mask: Pixels, feather: int) -> Pixels:
    """Opacity of a result: 255 where `mask` repaints, falling smoothly to 0 outside it.

    It is exactly 0 at a distance of `feather` pixels or more. Both are (height, width) uint8.
    """
    return _by_distance(
        mask, feather, lambda distance: smoothstep_alpha(1 - distance / max(feather, 1))
    )


def network_mask(mask: Pixels, feather: int) -> Pixels:
    """The area that the networks repaint, 0 or 255: the mask grown by `feather` pixels.

    Thus generated content covers the whole blend band.
    """
    return _by_distance(mask, feather, lambda distance: np.where(distance <= feather, 255, 0))


def _by_distance(
    mask: Pixels, reach: int, value: Callable[[NDArray[np.float64]], NDArray[Any]]
) -> Pixels:
    """`value` of each pixel's distance to the nearest repainted pixel; 0 beyond `reach`."""
    repaint = mask >= REPAINT
    values = np.zeros(mask.shape, np.uint8)
    rows, columns = _within_reach(repaint, 1, reach), _within_reach(repaint, 0, reach)
    for top, left in product(rows[::BLOCK], columns[::BLOCK]):
        block = np.s_[top : min(top + BLOCK, rows.stop), left : min(left + BLOCK, columns.stop)]
        above, before = max(top - reach, 0), max(left - reach, 0)
        near = repaint[above : block[0].stop + reach, before : block[1].stop + reach]
        if repaint[block].all():
            values[block] = value(np.zeros((1, 1)))
        elif near.any():
            distance = _distance(near)[top - above :, left - before :]
            height, width = values[block].shape
            values[block] = value(distance[:height, :width])
    return values


def _within_reach(repaint: NDArray[np.bool_], axis: int, reach: int) -> range:
    """The rows (axis 1) or columns (axis 0) from the first to the last near a repainted pixel."""
    found = np.flatnonzero(repaint.any(axis=axis))
    if not found.size:
        return range(0)
    return range(max(found[0] - reach, 0), min(found[-1] + reach + 1, repaint.shape[1 - axis]))


def _distance(repaint: NDArray[np.bool_]) -> NDArray[np.float64]:
    from scipy import ndimage  # type: ignore[import-untyped]  # the window must not wait for it

    return np.asarray(ndimage.distance_transform_edt(~repaint))
