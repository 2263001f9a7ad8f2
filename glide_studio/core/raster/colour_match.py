"""Matching the colours of one set of pixels to those of another."""

from collections.abc import Callable

import numpy as np
from numpy.typing import NDArray

Colours = NDArray[np.float32]
"""(N, 3) or (height, width, 3), 0 to 255."""

_LEAST_GAIN, _MOST_GAIN = 0.5, 2.0
"""Limits of the change of contrast: the noise of a plain area must not become a texture, or the
reverse."""


def by_mean_and_variance(own: Colours, wanted: Colours) -> Callable[[Colours], Colours]:
    """Gives each channel of `own` the mean and the variance of `wanted`, within a factor of 2
    (Reinhard et al., Color Transfer between Images, 2001, in the picture's own channels)."""
    gain = wanted.std(axis=0) / np.maximum(own.std(axis=0), 1e-3)
    gain = gain.clip(_LEAST_GAIN, _MOST_GAIN)
    mean, target = own.mean(axis=0), wanted.mean(axis=0)
    return lambda colours: (colours - mean) * gain + target


def by_histogram(own: Colours, wanted: Colours) -> Callable[[Colours], Colours]:
    """Gives each channel of `own` the distribution of `wanted`."""
    quantiles = np.linspace(0, 1, 65)
    pairs = [
        (np.quantile(own[:, i], quantiles), np.quantile(wanted[:, i], quantiles)) for i in range(3)
    ]

    def matched(colours: Colours) -> Colours:
        channels = [_mapped(colours[..., i], *pair) for i, pair in enumerate(pairs)]
        return np.stack(channels, axis=-1)

    return matched


def _mapped(values: Colours, own: Colours, wanted: Colours) -> Colours:
    """`values` along the curve through the points, shifted beyond its ends."""
    inside = np.interp(values, own, wanted)
    below, above = np.minimum(values - own[0], 0), np.maximum(values - own[-1], 0)
    mapped: Colours = inside + below + above
    return mapped
