"""Filters of a whole picture, such as sepia, that the opening of a caption names."""

import cv2
import numpy as np


def filtered(picture: np.ndarray, opening: str) -> np.ndarray:
    """An (S, S, 3) uint8 picture with the filter of one of `captions.FILTER_PHRASES`."""
    grey = cv2.cvtColor(picture, cv2.COLOR_RGB2GRAY)
    size = picture.shape[0]
    match opening:
        case "a black and white picture of":
            return np.dstack([grey] * 3)
        case "a sepia photo of":
            return np.clip(grey[..., None] * np.array([1.08, 0.88, 0.62]), 0, 255).astype(np.uint8)
        case "a pencil sketch of":
            blurred = cv2.GaussianBlur(grey, (0, 0), max(1.2, size / 50)).astype(np.float32)
            dodged = np.clip(grey * (256.0 / (blurred + 1)), 0, 255)
            return np.dstack([np.clip(255 - 2.2 * (255 - dodged), 0, 255).astype(np.uint8)] * 3)
        case "pixel art of":
            few = cv2.resize(picture, (20, 20), interpolation=cv2.INTER_AREA) // 32 * 32 + 16
            return cv2.resize(few, (size, size), interpolation=cv2.INTER_NEAREST)
        case "a blurry picture of":
            return cv2.GaussianBlur(picture, (0, 0), size / 32)
    raise ValueError(f"No filter is called {opening!r}.")
