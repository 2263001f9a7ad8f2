"""The islands of a mask: its parts that do not touch."""

from typing import NamedTuple

import numpy as np

from glide_studio.core.geometry import Rect
from glide_studio.core.mask.mask import REPAINT, Mask
from glide_studio.core.raster.raster import Pixels

MAX_ISLANDS = 24
"""A mask with more islands usually consists of specks."""

_FINEST = 1024
"""Number of blocks along the longer side in which larger masks are examined."""


class Islands(NamedTuple):
    """The parts of a mask, of which `total` were found: those beyond MAX_ISLANDS are left out."""

    parts: tuple[Mask, ...] = ()
    total: int = 0


def islands(mask: Mask) -> Islands:
    """The parts of `mask` that do not touch, soft edges included, the uppermost first. Parts
    without a pixel to repaint do not count; if there are more than MAX_ISLANDS, the smallest are
    left out.

    In a mask larger than 1024 pixels, parts closer to each other than a thousandth of its side
    count as one.
    """
    from scipy import ndimage  # type: ignore[import-untyped]  # the window must not wait for it

    box = mask.raster.content_bounds()
    if box.is_empty:
        return Islands()
    values = mask.read(box)
    if values.min() > 0:  # quick where all is masked
        return Islands() if mask.is_empty else Islands((mask,), 1)
    step = -(-max(box.width, box.height) // _FINEST)
    blocks = _largest_of_blocks(values, step)
    labels, count = ndimage.label(blocks > 0, np.ones((3, 3)))
    numbers = np.arange(1, count + 1)
    kept = numbers[ndimage.maximum(blocks, labels, numbers) >= REPAINT]
    total = len(kept)
    if total > MAX_ISLANDS:
        sizes = np.bincount(labels.ravel())[kept]
        kept = np.sort(kept[np.argsort(-sizes, kind="stable")[:MAX_ISLANDS]])
    if len(kept) == count == 1:
        return Islands((mask,), 1)
    places, empty, found = ndimage.find_objects(labels), Mask.empty(mask.extent), []
    for number in kept:
        rows, columns = places[number - 1]
        inside = np.kron(labels[rows, columns] == number, np.ones((step, step), bool))
        part = values[rows.start * step : rows.stop * step, columns.start * step :]
        height, width = (min(sides) for sides in zip(part.shape, inside.shape, strict=True))
        place = Rect(box.x + columns.start * step, box.y + rows.start * step, width, height)
        found.append(empty.write(place, part[:height, :width] * inside[:height, :width]))
    return Islands(tuple(found), total)


def _largest_of_blocks(values: Pixels, step: int) -> Pixels:
    """The largest value of each block of `step` x `step`; those at the end may be smaller."""
    for axis in (0, 1):
        values = np.maximum.reduceat(values, np.arange(0, values.shape[axis], step), axis=axis)
    return values


def without_island(mask: Mask, island: Mask) -> Mask:
    """`mask` with 0 wherever `island` is above 0."""
    box = island.raster.content_bounds()
    return mask.write(box, np.where(island.read(box) > 0, 0, mask.read(box)))
