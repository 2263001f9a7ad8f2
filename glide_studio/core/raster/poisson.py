"""Poisson's equation on a part of a picture, with the rest as its boundary (Pérez, Gangnet and
Blake, Poisson Image Editing, 2003), by cascadic multigrid (Bornemann and Deuflhard 1996)."""

from concurrent.futures import ThreadPoolExecutor
from os import cpu_count

import numpy as np
from numpy.typing import NDArray

Field = NDArray[np.float32]
"""(height, width)."""

Flags = NDArray[np.bool_]

_COARSEST = 8
"""Longer side of the coarsest grid."""
_SWEPT = 512
"""Red-black sweeps of a grid times its longer side: coarser grids get more sweeps."""
_FEWEST_SWEEPS, _MOST_SWEEPS = 2, 64
_OVERRELAXATION = 1.2


def solved(
    laplacian: NDArray[np.float32], fixed: NDArray[np.float32], unknown: Flags, passes: int = 1
) -> NDArray[np.float32]:
    """The fields with this 5-point `laplacian` where `unknown` (height, width), and the values of
    `fixed` elsewhere, both (channels, height, width). Values at the picture's edges are repeated
    beyond them.

    One pass is enough for a Laplacian of 0. Each further pass solves for the remaining error. The
    time grows with the number of pixels.
    """

    def channel(laplacian: Field, fixed: Field) -> Field:
        field = _descended(laplacian, fixed, unknown)
        for _ in range(passes - 1):
            left = np.where(unknown, laplacian - laplacian_of(field), 0)
            field += _descended(left, np.zeros_like(field), unknown)
        return field

    if not unknown.any():
        return fixed
    part, result = _around(unknown), fixed.copy()
    unknown = unknown[part]
    inside = (slice(None), *part)
    with ThreadPoolExecutor(cpu_count()) as threads:
        result[inside] = np.stack([*threads.map(channel, laplacian[inside], fixed[inside])])
    return result


def _around(unknown: Flags) -> tuple[slice, slice]:
    """The part of the picture that the unknown values depend on: their box and its neighbours."""
    rows, columns = (np.flatnonzero(unknown.any(axis=axis)) for axis in (1, 0))
    return (
        slice(max(int(rows[0]) - 1, 0), int(rows[-1]) + 2),
        slice(max(int(columns[0]) - 1, 0), int(columns[-1]) + 2),
    )


def laplacian_of(field: Field) -> Field:
    """The 5-point Laplacian of a field whose edge values are repeated beyond its edges."""
    total = _neighbours(field)
    total -= 4 * field
    return total


def _descended(laplacian: Field, fixed: Field, unknown: Flags) -> Field:
    """The solution, which starts from that on a grid of half the size."""
    height, width = unknown.shape
    longer = max(height, width)
    if longer <= _COARSEST:
        return _relaxed(fixed.copy(), laplacian, unknown, _MOST_SWEEPS)
    finer = _enlarged(_descended(*_coarser(laplacian, fixed, unknown)))
    start = np.where(unknown, finer[:height, :width], fixed)
    sweeps = min(max(_SWEPT // longer, _FEWEST_SWEEPS), _MOST_SWEEPS)
    return _relaxed(start, laplacian, unknown, sweeps)


def _relaxed(field: Field, laplacian: Field, unknown: Flags, sweeps: int) -> Field:
    """Sweeps of red-black Gauss-Seidel."""
    rows, columns = (np.arange(length) for length in unknown.shape)
    is_red = (rows[:, None] + columns) % 2 == 0
    weights = [
        (unknown & colour).astype(np.float32) * np.float32(_OVERRELAXATION / 4)
        for colour in (is_red, ~is_red)
    ]
    for _ in range(sweeps):
        for weight in weights:
            change = _neighbours(field)
            change -= laplacian
            change -= 4 * field
            change *= weight
            field += change
    return field


def _neighbours(field: Field) -> Field:
    """The sum of the four neighbours of each value."""
    total = np.empty_like(field)
    total[1:] = field[:-1]
    total[0] = field[0]
    total[:-1] += field[1:]
    total[-1] += field[-1]
    total[:, 1:] += field[:, :-1]
    total[:, 0] += field[:, 0]
    total[:, :-1] += field[:, 1:]
    total[:, -1] += field[:, -1]
    return total


def _coarser(laplacian: Field, fixed: Field, unknown: Flags) -> tuple[Field, Field, Flags]:
    """The problem on a grid of half the size, where a cell with any fixed value has their mean."""
    known = (~unknown).astype(np.float32)
    count = _summed(known)
    values = (_summed(fixed * known) / np.maximum(count, 1)).astype(np.float32)
    # A cell has 4 pixels, and the step of the grid is 2: their sum is the Laplacian in its units.
    return _summed(laplacian * unknown), values, count == 0


def _summed(field: Field) -> Field:
    """The sums of 2 x 2 values; an odd edge is repeated."""
    height, width = field.shape
    if height % 2 or width % 2:
        field = np.pad(field, ((0, height % 2), (0, width % 2)), mode="edge")
    rows = field[::2] + field[1::2]
    result: Field = rows[:, ::2] + rows[:, 1::2]
    return result


def _enlarged(field: Field) -> Field:
    """Twice the size, bilinear."""
    for axis in (0, 1):
        padded = np.concatenate([field.take([0], axis), field, field.take([-1], axis)], axis)
        middle = 0.75 * field
        length = field.shape[axis]
        before, after = (padded.take(range(at, at + length), axis) for at in (0, 2))
        pair = np.stack([middle + 0.25 * before, middle + 0.25 * after], axis + 1)
        shape = list(field.shape)
        shape[axis] *= 2
        field = pair.reshape(shape)
    return field
