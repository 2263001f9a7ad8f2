"""Metrics of pictures, of what was painted into them, and of sets of pictures."""

import cv2
import numpy as np
from scipy.ndimage import distance_transform_edt  # type: ignore[import-untyped]
from scipy.spatial.distance import cdist  # type: ignore[import-untyped]

_BAND = 2
_RING = 4
_REACH = 3.0
_LEAST_GROUND = 0.2
"""Of `ground_offset`: the widths of the bands inside and outside a mask and the sigma of the
Gaussian that averages along them, in pixels; the share of the inner band that the object must
leave."""


def psnr(picture: np.ndarray, truth: np.ndarray) -> float:
    """Peak signal-to-noise ratio of uint8 pictures, in decibels; infinite for equal ones."""
    error = np.mean((picture.astype(np.float64) - truth) ** 2)
    return float(10 * np.log10(255**2 / error)) if error else float("inf")


def edge_energy(picture: np.ndarray) -> float:
    """Mean squared difference of neighbouring pixels of an (H, W, 3) uint8 picture."""
    values = picture.astype(np.float64)
    return float(np.mean(np.diff(values, axis=0) ** 2) + np.mean(np.diff(values, axis=1) ** 2))


def frechet_distance(features: np.ndarray, reference: np.ndarray) -> float:
    """Fréchet distance of Gaussians fitted to two (N, D) sets of features (Heusel et al., arXiv
    1706.08500).

    It is biased upwards for small sets: compare only values from sets of the same size.
    """
    gap = features.mean(0) - reference.mean(0)
    first, second = (np.cov(each, rowvar=False) for each in (features, reference))
    # The trace of (first · second)^½ by symmetric matrices only: few pictures make them singular.
    values, vectors = np.linalg.eigh(first)
    root = vectors * np.sqrt(values.clip(min=0)) @ vectors.T
    shared = np.sqrt(np.linalg.eigvalsh(root @ second @ root).clip(min=0)).sum()
    return float(gap @ gap + np.trace(first) + np.trace(second) - 2 * shared)


def precision_recall(
    features: np.ndarray, reference: np.ndarray, neighbours: int = 3
) -> tuple[float, float]:
    """Improved precision and recall (Kynkäänniemi et al., arXiv 1904.06991).

    The shares of the pictures within the manifold of the reference, and of the reference within
    that of the pictures: closer to some point of the other set than its `neighbours`-th nearest
    neighbour. Features are (N, D).
    """

    def share_within(points: np.ndarray, centres: np.ndarray) -> float:
        radii = np.sort(cdist(centres, centres), axis=1)[:, neighbours]
        return float((cdist(points, centres) <= radii).any(axis=1).mean())

    return share_within(features, reference), share_within(reference, features)


def rms_distance(picture: np.ndarray, reference: np.ndarray) -> float:
    """Root mean squared difference of uint8 pictures, on the scale [-1, 1].

    Rounding to 8 bits alone causes about 0.003.
    """
    error = np.mean((picture.astype(np.float64) - reference) ** 2)
    return float(np.sqrt(error) / 127.5)


def ground_offset(
    picture: np.ndarray, known: np.ndarray, object_mask: np.ndarray | None = None
) -> float | None:
    """How far the ground just inside the border of an unknown region is off in colour from the
    ring around it, in levels of 8 bits.

    At every pixel of a band inside the border that is not of the object, the local mean colour of
    these pixels is compared with that of the ring outside; the median over the band is not affected
    by a shadow, or a part of the object that was not told apart. `picture` is (H, W, 3) uint8,
    `known` (H, W), 1 = known, `object_mask` (H, W) bool. None where the object hides almost all of
    the band.
    """
    unknown = known == 0
    band = unknown & (distance_transform_edt(unknown) <= _BAND)
    ring = ~unknown & (distance_transform_edt(~unknown) <= _RING)
    ground = band if object_mask is None else band & ~object_mask
    if not ring.any() or ground.sum() <= _LEAST_GROUND * band.sum():
        return None
    difference = _local_mean(picture, ground) - _local_mean(picture, ring)
    return float(np.median(np.abs(difference).mean(axis=2)[ground]))


def _local_mean(picture: np.ndarray, area: np.ndarray) -> np.ndarray:
    """The mean colour of the part of `area` near each pixel, (H, W, 3)."""
    weight = area.astype(np.float64)
    total = cv2.GaussianBlur(picture * weight[..., None], (0, 0), _REACH)
    return total / np.maximum(cv2.GaussianBlur(weight, (0, 0), _REACH), 1e-9)[..., None]
