"""Metrics of pictures and of sets of pictures."""

import numpy as np
from scipy.spatial.distance import cdist  # type: ignore[import-untyped]


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
