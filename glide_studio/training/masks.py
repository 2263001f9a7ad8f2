"""Masks for the training of inpainting, in the shapes that artists paint."""

import cv2
import numpy as np

_SURROUNDS = ("ellipse", "box", "blob", "strokes", "outline")
_SURROUND_SHARES = (0.28, 0.22, 0.25, 0.15, 0.1)


def surround(object_mask: np.ndarray, rng: np.random.Generator) -> np.ndarray:
    """(S, S) bool, true on all of the object and around it: what someone paints who wants the
    object there.

    object_mask: (S, S) uint8, 255 = object.
    """
    size = object_mask.shape[0]
    x, y, width, height = cv2.boundingRect(object_mask)
    left, top, right, bottom = (int(size * rng.uniform(0.005, 0.08)) for _ in range(4))
    x, y, width, height = x - left, y - top, width + left + right, height + top + bottom
    painted: np.ndarray = np.zeros((size, size), np.uint8)
    shape = rng.choice(_SURROUNDS, p=_SURROUND_SHARES)
    if shape == "ellipse":
        middle, axes = (x + width // 2, y + height // 2), (int(0.6 * width), int(0.6 * height))
        cv2.ellipse(painted, middle, axes, rng.uniform(-8, 8), 0, 360, 255, -1)
    elif shape == "box":
        painted[max(0, y) : y + height, max(0, x) : x + width] = 255
    elif shape == "blob":
        painted = _grown(object_mask, rng.uniform(0.04, 0.12), rng)
    elif shape == "strokes":
        painted = _scribbled((x, y, width, height), size, rng)
    nearest = 2 * max(1, size // 64) + 1
    return np.maximum(painted, cv2.dilate(object_mask, np.ones((nearest, nearest)))) > 0


def anything(size: int, rng: np.random.Generator) -> np.ndarray:
    """(S, S) bool, true in a box or along a brush stroke anywhere: the random-erase masks of arXiv
    2112.10741, 2.3."""
    painted: np.ndarray = np.zeros((size, size), np.uint8)
    if rng.random() < 0.5:
        x, y = rng.integers(0, size * 3 // 4, 2)
        width, height = rng.integers(size // 8, size * 3 // 4, 2)
        painted[y : y + height, x : x + width] = 255
    else:
        points = rng.integers(0, size, (int(rng.integers(2, 6)), 1, 2)).astype(np.int32)
        cv2.polylines(painted, [points], False, 255, int(rng.integers(size // 10, size // 3)))
    return painted > 0


def _grown(object_mask: np.ndarray, reach: float, rng: np.random.Generator) -> np.ndarray:
    """The object grown by about `reach` of the side, by more here and less there."""
    size = object_mask.shape[0]
    away = cv2.distanceTransform(255 - object_mask, cv2.DIST_L2, 3)
    coarse = rng.uniform(0.3, 1.7, (5, 5)).astype(np.float32)
    uneven = cv2.resize(coarse, (size, size), interpolation=cv2.INTER_CUBIC)
    return np.where(away < reach * size * uneven, 255, 0).astype(np.uint8)


def _scribbled(area: tuple[int, int, int, int], size: int, rng: np.random.Generator) -> np.ndarray:
    """A broad brush moved to and fro over the area x, y, width, height."""
    x, y, width, height = area
    brush = max(3, round(size * rng.uniform(0.12, 0.22)))
    rows = np.arange(y + brush // 2, y + height, max(2, round(0.8 * brush)))
    ends = np.tile([x + brush // 2, x + width - brush // 2], len(rows))[: len(rows)]
    points = np.stack([ends, rows], axis=1) + rng.normal(0, 0.02 * size, (len(rows), 2))
    painted: np.ndarray = np.zeros((size, size), np.uint8)
    cv2.polylines(painted, [points.astype(np.int32)[:, None]], False, 255, brush)
    return painted
