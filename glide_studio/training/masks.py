"""Random-erase masks for the inpainting networks (arXiv 2112.10741, 2.3)."""

import cv2
import numpy as np


def known_region(object_mask: np.ndarray, rng: np.random.Generator) -> np.ndarray:
    """(S, S) float32, 1 = known: all but an erased box, brush stroke, or surround of the object
    (object_mask: (S, S) uint8, 255 = object).
    """
    size = object_mask.shape[0]
    erased: np.ndarray = np.zeros((size, size), np.uint8)
    shape = rng.choice(["object", "object box", "box", "stroke"], p=[0.35, 0.3, 0.15, 0.2])
    if shape == "object":
        reach = 2 * int(rng.integers(1, max(2, size // 10))) + 1
        erased = cv2.dilate(object_mask, np.ones((reach, reach), np.uint8))
    elif shape == "object box":
        x, y, width, height = cv2.boundingRect(object_mask)
        grow = int(rng.integers(0, max(1, size // 8)))
        erased[max(0, y - grow) : y + height + grow, max(0, x - grow) : x + width + grow] = 255
    elif shape == "box":
        x, y = rng.integers(0, size * 3 // 4, 2)
        width, height = rng.integers(size // 8, size * 3 // 4, 2)
        erased[y : y + height, x : x + width] = 255
    else:
        points = rng.integers(0, size, (int(rng.integers(2, 6)), 1, 2)).astype(np.int32)
        cv2.polylines(erased, [points], False, 255, int(rng.integers(size // 10, size // 3)))
    return np.where(erased > 0, 0, 1).astype(np.float32)
