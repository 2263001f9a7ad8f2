"""The guided filter: a signal follows the edges of a picture."""

from typing import Any

import numpy as np
from numpy.typing import NDArray

from glide_studio.core.raster.raster import Pixels

Signal = NDArray[np.float32]


def guided(picture: Pixels, signal: Signal, radius: int, epsilon: float) -> Signal:
    """`signal` (height, width), smoothed except at the edges of `picture` (height, width, 3) uint8.

    In every window of `radius` it is a linear function of the three channels, from 0 to 1, with the
    variance `epsilon` as penalty (He, Sun and Tang, Guided Image Filtering, 2013, eq. 19 to 21).
    """
    guide: Signal = (picture / np.float32(255)).astype(np.float32)
    mean_guide, mean_signal = _box(guide, radius), _box(signal, radius)
    products = _box(guide[..., :, None] * guide[..., None, :], radius)
    covariance = products - mean_guide[..., :, None] * mean_guide[..., None, :]
    covariance += epsilon * np.eye(3, dtype=np.float32)
    cross = _box(guide * signal[..., None], radius) - mean_guide * mean_signal[..., None]
    slope = np.linalg.solve(covariance, cross[..., None])[..., 0]
    offset = mean_signal - (slope * mean_guide).sum(axis=-1)
    filtered: Signal = (_box(slope, radius) * guide).sum(axis=-1) + _box(offset, radius)
    return filtered


def _box(values: NDArray[Any], radius: int) -> Signal:
    from scipy import ndimage  # type: ignore[import-untyped]  # the window must not wait for it

    size = [2 * radius + 1] * 2 + [1] * (values.ndim - 2)
    mean: Signal = ndimage.uniform_filter(values.astype(np.float32), size, mode="nearest")
    return mean
