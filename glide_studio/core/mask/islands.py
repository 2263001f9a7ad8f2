"""The islands of a mask: its parts that do not touch."""

import numpy as np

from glide_studio.core.mask.mask import REPAINT, Mask

MAX_ISLANDS = 24
"""More of them are specks rather than places to paint."""


def islands(mask: Mask) -> tuple[Mask, ...]:
    """The parts of `mask` that do not touch, soft edges included, the uppermost first; those
    without a pixel to repaint are left out, and of more than MAX_ISLANDS the smallest."""
    from scipy import ndimage  # type: ignore[import-untyped]  # the window must not wait for it

    box = mask.raster.content_bounds()
    if box.is_empty:
        return ()
    values = mask.read(box)
    labels, count = ndimage.label(values > 0, np.ones((3, 3)))
    numbers = np.arange(1, count + 1)
    kept = numbers[ndimage.maximum(values, labels, numbers) >= REPAINT]
    if len(kept) > MAX_ISLANDS:
        sizes = np.bincount(labels.ravel())[kept]
        kept = np.sort(kept[np.argsort(-sizes, kind="stable")[:MAX_ISLANDS]])
    if len(kept) == 1 and count == 1:
        return (mask,)
    empty = Mask.empty(mask.extent)
    return tuple(empty.write(box, np.where(labels == number, values, 0)) for number in kept)


def without_island(mask: Mask, island: Mask) -> Mask:
    """`mask` with 0 wherever `island` is above 0."""
    box = island.raster.content_bounds()
    return mask.write(box, np.where(island.read(box) > 0, 0, mask.read(box)))
