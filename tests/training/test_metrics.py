import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st

from glide_studio.training.metrics import (
    edge_energy,
    frechet_distance,
    precision_recall,
    psnr,
    rms_distance,
)


@given(st.integers(1, 255), st.integers(0, 2**32 - 1))
def test_psnr_is_that_of_the_error(error: int, seed: int) -> None:
    truth = np.random.default_rng(seed).integers(0, 256 - error, (4, 5, 3)).astype(np.uint8)
    assert psnr(truth + np.uint8(error), truth) == pytest.approx(20 * np.log10(255 / error))


def test_equal_pictures_have_no_error() -> None:
    picture = np.arange(48, dtype=np.uint8).reshape(4, 4, 3)
    assert psnr(picture, picture) == float("inf")


def test_black_and_white_have_the_largest_distance() -> None:
    black, white = np.zeros((4, 5, 3), np.uint8), np.full((4, 5, 3), 255, np.uint8)
    assert rms_distance(black, white) == rms_distance(white, black) == 2
    assert rms_distance(black, black) == 0


def test_blurring_reduces_the_edge_energy() -> None:
    stripes = np.zeros((16, 16, 3), np.uint8)
    stripes[:, ::2] = 200
    flat = np.full_like(stripes, 100)
    assert edge_energy(flat) == 0
    assert edge_energy(stripes) == 200**2


def test_frechet_distance_of_shifted_sets_is_the_shift_squared() -> None:
    features = np.random.default_rng(0).normal(size=(400, 6))
    assert frechet_distance(features, features) == pytest.approx(0, abs=1e-6)
    assert frechet_distance(features + 3, features) == pytest.approx(6 * 9, rel=1e-6)


def test_frechet_distance_of_scaled_sets_is_known() -> None:
    """Of Gaussians N(0, s²) and N(0, 1): (s - 1)² for each dimension."""
    features = np.random.default_rng(0).normal(size=(20000, 3))
    assert frechet_distance(2 * features, features) == pytest.approx(3, rel=0.05)


def test_recall_falls_with_missing_kinds_and_precision_with_strange_ones() -> None:
    rng = np.random.default_rng(0)
    one, other = rng.normal(size=(100, 4)), rng.normal(size=(100, 4)) + 50
    both = np.concatenate([one, other])
    assert precision_recall(both, both) == (1, 1)
    assert precision_recall(one, other) == (0, 0)
    precision, recall = precision_recall(one[:50] + 1e-3, both)
    assert precision == 1
    assert recall < 0.6
    precision, recall = precision_recall(both, one)
    assert precision < 0.6
    assert recall == 1
