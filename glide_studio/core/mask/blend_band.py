"""The soft band around a mask in which a result blends with the picture."""

from collections.abc import Callable
from itertools import product
from typing import Any

import numpy as np
from numpy.typing import NDArray

from glide_studio.core.mask.mask import REPAINT
from glide_studio.core.raster.raster import Pixels

BLOCK = 256
"""Side of the blocks in which a mask is processed: fully masked and empty blocks are quick."""


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
    for top, left in product(range(0, mask.shape[0], BLOCK), range(0, mask.shape[1], BLOCK)):
        block = values[top : top + BLOCK, left : left + BLOCK]
        above, before = max(top - reach, 0), max(left - reach, 0)
        near = repaint[above : top + BLOCK + reach, before : left + BLOCK + reach]
        inner = np.s_[top - above :, left - before :]
        if near[inner][:BLOCK, :BLOCK].all():
            block[:] = value(np.zeros((1, 1)))
        elif near.any():
            distance = _distance(near)[inner]
            block[:] = value(distance[: block.shape[0], : block.shape[1]])
    return values


def _distance(repaint: NDArray[np.bool_]) -> NDArray[np.float64]:
    from scipy import ndimage  # type: ignore[import-untyped]  # the window must not wait for it

    return np.asarray(ndimage.distance_transform_edt(~repaint))
