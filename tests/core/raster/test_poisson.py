import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st
from scipy import ndimage, sparse
from scipy.sparse.linalg import spsolve

from glide_studio.core.raster.poisson import laplacian_of, solved


def exact(laplacian: np.ndarray, fixed: np.ndarray, unknown: np.ndarray) -> np.ndarray:
    """One channel, by a sparse matrix of the same equations."""
    height, width = unknown.shape
    numbers = np.full((height, width), -1)
    numbers[unknown] = np.arange(unknown.sum())
    matrix = sparse.lil_matrix((unknown.sum(), unknown.sum()))
    right = laplacian[unknown].astype(float)
    for number, (y, x) in enumerate(zip(*np.nonzero(unknown), strict=True)):
        for row, column in ((y + 1, x), (y - 1, x), (y, x + 1), (y, x - 1)):
            if not (0 <= row < height and 0 <= column < width):
                continue
            matrix[number, number] -= 1
            if unknown[row, column]:
                matrix[number, numbers[row, column]] += 1
            else:
                right[number] -= fixed[row, column]
    found = fixed.astype(float)
    found[unknown] = spsolve(matrix.tocsr(), right)
    return found


def disc(size: int) -> np.ndarray:
    y, x = np.mgrid[:size, :size]
    return (np.hypot(y - size / 2, x - 0.45 * size) < 0.35 * size) | (abs(y - size // 4) < 2)


def smooth(size: int, seed: int) -> np.ndarray:
    noise = np.random.default_rng(seed).normal(0, 1, (3, size, size))
    field = ndimage.gaussian_filter(noise, (0, size / 10, size / 10))
    return (100 + 60 * field / np.abs(field).max()).astype(np.float32)


@pytest.mark.parametrize("size", [24, 50, 96])
def test_a_membrane_equals_the_direct_solution(size: int) -> None:
    fixed, unknown = smooth(size, 1), disc(size)
    found = solved(np.zeros_like(fixed), fixed, unknown)
    wanted = np.stack([exact(np.zeros((size, size)), each, unknown) for each in fixed])
    assert np.abs(found - wanted).max() < 3  # levels, of a range of 120
    assert np.abs(found - wanted).mean() < 0.5
    assert np.array_equal(found[:, ~unknown], fixed[:, ~unknown])


def test_more_passes_also_solve_for_texture() -> None:
    """The passes that mixed gradients take."""
    fixed, unknown = smooth(64, 1), disc(64)
    texture = np.random.default_rng(2).normal(0, 10, fixed.shape).astype(np.float32)
    laplacian = np.stack([laplacian_of(each) for each in texture])
    found = solved(laplacian, fixed, unknown, passes=4)
    wanted = np.stack([exact(*pair, unknown) for pair in zip(laplacian, fixed, strict=True)])
    assert np.abs(found - wanted).max() < 3


@given(st.integers(1, 40), st.integers(1, 40), st.integers(0, 99), st.floats(0, 1))
def test_uniform_surroundings_are_continued_uniformly(
    height: int, width: int, seed: int, share: float
) -> None:
    unknown = np.random.default_rng(seed).random((height, width)) < share
    unknown[0, 0] = False
    fixed = np.where(unknown, 0, 77).astype(np.float32)[None]
    found = solved(np.zeros_like(fixed), fixed, unknown)
    assert np.abs(found - 77)[..., ~unknown].max() == 0
    assert found.min() >= 0
    assert found.max() < 77.1
