"""Measures the seam of a fill: how much its border stands out."""

import numpy as np
from numpy.typing import NDArray
from PIL import Image

from glide_studio.core.raster.raster import Pixels

Flags = NDArray[np.bool_]


def seam_ratio(picture: Pixels, inside: Flags, object_mask: Flags | None = None) -> float | None:
    """The step of brightness across the border of a filled area relative to the steps beside it.

    Those are the steps of the next pixel inside and the next outside, on the same line across the
    border; the ratio is 1 without a seam. Steps at pixels of the object are not counted: its
    outline may lie on the border. A mean step too small for 8 bits to show counts as one level.
    `picture` is (H, W, 3) uint8, `inside` and `object_mask` (H, W). None where there is no border,
    or the object hides it.
    """
    grey = np.asarray(Image.fromarray(np.ascontiguousarray(picture)).convert("L"), float)
    ground = np.ones_like(grey, bool) if object_mask is None else ~object_mask
    across, beside = [], []
    for values, inner, shown in ((grey, inside, ground), (grey.T, inside.T, ground.T)):
        steps, border = np.abs(np.diff(values, axis=0)), np.diff(inner, axis=0)
        counted = shown[1:] & shown[:-1]
        across.append(steps[border & counted])
        beside.append(steps[1:][border[:-1] & ~border[1:] & counted[1:]])
        beside.append(steps[:-1][border[1:] & ~border[:-1] & counted[:-1]])
    on_it, near_it = (np.concatenate(each) for each in (across, beside))
    if not on_it.size or not near_it.size:
        return None
    return float(max(1, on_it.mean()) / max(1, near_it.mean()))
