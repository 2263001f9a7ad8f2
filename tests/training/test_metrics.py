import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st

from glide_studio.core.mask.seam import seam_ratio
from glide_studio.training.metrics import (
    edge_energy,
    frechet_distance,
    ground_offset,
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


def test_recall_falls_with_missing_modes_and_precision_with_foreign_ones() -> None:
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


def known_around(size: int = 64, margin: int = 16) -> np.ndarray:
    known = np.ones((size, size), np.uint8)
    known[margin:-margin, margin:-margin] = 0
    return known


def ramp(step: int) -> np.ndarray:
    """A picture that brightens evenly to the right, by `step` levels a pixel."""
    row = np.arange(64) * step + 30
    return np.broadcast_to(row[None, :, None], (64, 64, 3)).astype(np.uint8)


@pytest.mark.parametrize("step", [0, 1, 3])
def test_without_a_seam_the_border_is_as_steep_as_its_surroundings(step: int) -> None:
    assert seam_ratio(ramp(step), known_around() == 0) == 1


@pytest.mark.parametrize(("step", "lift"), [(0, 20), (2, 10), (3, 30)])
def test_the_seam_is_the_step_at_the_border_relative_to_those_beside_it(
    step: int, lift: int
) -> None:
    """Across the border the ramp's step is raised on one side and lowered on the other; up and
    down, where the ramp is flat, it is the lift."""
    known = known_around()
    picture = np.where(known[..., None] > 0, ramp(step), ramp(step) + lift).astype(np.uint8)
    across = (lift + (abs(lift - step) + lift + step) / 2) / 2
    assert seam_ratio(picture, known == 0) == pytest.approx(across / max(1, step / 2))


@pytest.mark.parametrize("lift", [0, 12, 40])
def test_the_offset_of_the_ground_is_its_difference_in_colour(lift: int) -> None:
    """An object that the border cuts off does not count, nor does one that is not told apart and
    touches less than half of the border."""
    known = known_around()
    ground = np.full((64, 64, 3), (90, 120, 60), np.uint8)
    picture = np.where(known[..., None] > 0, ground, ground + np.uint8(lift)).astype(np.uint8)
    assert ground_offset(picture, known) == pytest.approx(lift)
    picture[16:48, 16:24] = (250, 20, 20)
    assert ground_offset(picture, known) == pytest.approx(lift, abs=3)
    picture[16:48, 16:40] = (250, 20, 20)
    object_mask = picture[..., 0] == 250
    assert ground_offset(picture, known, object_mask) == pytest.approx(lift)
    assert seam_ratio(picture, known == 0, object_mask) == max(1, lift)


def test_a_ramp_has_ground_of_its_own_colour() -> None:
    """One level a pixel: band and ring are three pixels apart, on two of four sides."""
    assert ground_offset(ramp(1), known_around()) < 4


def test_where_the_object_fills_the_mask_there_is_no_ground() -> None:
    known = known_around()
    assert ground_offset(ramp(1), known, known == 0) is None
    assert seam_ratio(ramp(1), known == 0, known == 0) is None
    assert ground_offset(ramp(1), np.zeros_like(known)) is None
