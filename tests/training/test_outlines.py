"""Sharpness and roughness of outlines, on shapes whose figures are known."""

import cv2
import numpy as np
import pytest
from scipy.integrate import quad
from scipy.stats import norm

from glide_studio.training.outlines import edges, ground, object_outline, rise_width, roughness

RED, GROUND = np.array([205, 45, 40]), np.array([228, 226, 222])
_FINE = 8


def drawn(coverage: np.ndarray, sigma: float = 0, shadow: bool = False) -> np.ndarray:
    """A red object on plain ground, from its coverage at eight times the size, blurred by a
    Gaussian of `sigma` pixels; beneath it a grey shadow."""
    blurred = cv2.GaussianBlur(coverage, (0, 0), sigma * _FINE) if sigma else coverage
    side = coverage.shape[0] // _FINE
    alpha = cv2.resize(blurred, (side, side), interpolation=cv2.INTER_AREA)[..., None]
    below: np.ndarray = np.broadcast_to(GROUND, (side, side, 3)).astype(np.float32)
    if shadow:
        ellipse = np.zeros((side, side), np.float32)
        cv2.ellipse(
            ellipse, (side // 2, side * 13 // 16), (side // 3, side // 12), 0, 0, 360, 1, -1
        )
        below = below * (1 - 0.45 * cv2.blur(ellipse, (3, 3))[..., None])
    return np.rint(below * (1 - alpha) + RED * alpha).astype(np.uint8)


def disc(side: int, radius: float, waves: int = 0, height: float = 0) -> np.ndarray:
    """The coverage of a disc whose radius varies by a share `height`, `waves` times around."""
    y, x = (np.mgrid[: side * _FINE, : side * _FINE] + 0.5) / _FINE - side / 2
    edge = radius * (1 + height * np.cos(waves * np.arctan2(y, x)))
    return (np.hypot(x, y) < edge).astype(np.float32)


def square(side: int, width: int) -> np.ndarray:
    coverage: np.ndarray = np.zeros((side * _FINE, side * _FINE), np.float32)
    low, high = _FINE * (side - width) // 2, _FINE * (side + width) // 2
    coverage[low:high, low:high] = 1
    return coverage


@pytest.mark.parametrize("sigma", [0.5, 1, 1.5])
@pytest.mark.parametrize(("side", "radius"), [(64, 20), (256, 80)])
def test_the_rise_width_follows_the_blur(side: int, radius: float, sigma: float) -> None:
    """From 10% to 90% of a Gaussian of sigma are 2 * 1.2816 sigma; a pixel's own variance is
    1/12."""
    found = edges(drawn(disc(side, radius), sigma))
    assert found is not None
    width = 2 * norm.ppf(0.9) * np.sqrt(sigma**2 + 1 / 12)
    assert found.rise == pytest.approx(width, rel=0.05)


def test_a_smooth_disc_has_the_roughness_of_a_circle() -> None:
    """A Gaussian of sigma along it shrinks a circle of radius R by exp(-sigma² / 2R²)."""
    outline = object_outline(drawn(disc(64, 20), 1))
    assert outline is not None
    assert roughness(outline, 4) == pytest.approx(np.exp(4**2 / (2 * 20**2)), rel=0.005)
    assert np.hypot(*(outline - 31.5).T).mean() == pytest.approx(20, abs=1.5)


def test_a_square_is_shortened_at_its_corners() -> None:
    """At distance s from a corner the smoothed tangent has length √(Φ(s)² + Φ(-s)²)."""
    outline = object_outline(drawn(square(256, 120)))
    assert outline is not None
    missing, _ = quad(lambda s: 1 - np.hypot(norm.cdf(s), norm.cdf(-s)), -8, 8)
    length, sigma = 4 * 120, 8
    assert roughness(outline, sigma) == pytest.approx(
        length / (length - 4 * sigma * missing), rel=0.01
    )


def test_wobbles_are_rough_and_leave_the_rise_alone() -> None:
    smooth, wobbly = (edges(drawn(disc(64, 20, waves, 0.06), 0.7)) for waves in (0, 14))
    assert smooth is not None
    assert wobbly is not None
    assert wobbly.roughness > smooth.roughness + 0.05
    assert wobbly.rise == pytest.approx(smooth.rise, rel=0.15)


def test_a_shadow_is_no_part_of_the_object() -> None:
    plain, shaded = (drawn(disc(64, 16), 0.7, shadow) for shadow in (False, True))
    areas = []
    for picture in (plain, shaded):
        outline = object_outline(picture)
        assert outline is not None
        areas.append(cv2.contourArea(outline.astype(np.float32)))
    assert areas[0] == pytest.approx(np.pi * 17**2, rel=0.1)
    assert areas[1] == pytest.approx(areas[0], rel=0.02)


def test_the_ground_may_darken_downwards() -> None:
    shades = np.linspace(1.03, 0.95, 64)[:, None, None]
    picture = np.clip(drawn(disc(64, 20), 1) * shades, 0, 255).astype(np.uint8)
    assert np.abs(ground(picture) - GROUND * shades).max() < 2
    found = edges(picture)
    assert found is not None
    assert found.rise == pytest.approx(2 * norm.ppf(0.9) * np.sqrt(1 + 1 / 12), rel=0.05)


def test_plain_ground_has_no_outline() -> None:
    assert edges(drawn(np.zeros((512, 512), np.float32))) is None


def test_a_pale_object_has_an_outline_but_no_edge() -> None:
    """It differs from the ground in hue, but by fewer levels than an edge."""
    picture = drawn(np.zeros((512, 512), np.float32))
    picture[20:44, 20:44] = GROUND + np.array([-12, 9, -17])
    outline = object_outline(picture)
    assert outline is not None
    assert rise_width(picture, outline) is None
    assert edges(picture) is None
