"""The soft band around a mask in which a result blends with the picture."""

from collections.abc import Callable
from itertools import product
from typing import Any

import numpy as np
from numpy.typing import NDArray

from glide_studio.core.mask.mask import REPAINT
from glide_studio.core.raster.falloff import falloff
from glide_studio.core.raster.raster import Pixels

BLOCK = 256
"""Rows and columns of a mask that are looked at together: where all is masked, that is quick."""


def blend_alpha(mask: Pixels, feather: int) -> Pixels:
    """Opacity of a result: 255 where `mask` repaints, falling smoothly to 0 outside it.

    It is exactly 0 from `feather` pixels on. Both are (height, width) uint8.
    """
    return _by_distance(mask, feather, lambda distance: falloff(1 - distance / max(feather, 1)))


def network_mask(mask: Pixels, feather: int) -> Pixels:
    """What the networks repaint, 0 or 255: the mask grown by `feather` pixels.

    So the blend band mixes the picture with painted content, on both sides of the border.
    """
    return _by_distance(mask, feather, lambda distance: np.where(distance <= feather, 255, 0))


def _by_distance(
    mask: Pixels, reach: int, value: Callable[[NDArray[np.float64]], NDArray[Any]]
) -> Pixels:
    """`value` of each pixel's distance to the nearest one to repaint, 0 beyond `reach`."""
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
