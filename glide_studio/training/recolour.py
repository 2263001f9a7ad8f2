"""Changing the main colour of a cut-out, and whole pictures by filters such as sepia."""

import cv2
import numpy as np

from glide_studio.training.vocabulary import Colour

_MAIN_SHARE = 0.22
"""A cut-out whose strongest hue has less than this share of its pixels is nearly grey."""


def dominant_hue(cutout: np.ndarray) -> tuple[int, float]:
    """Centre of the strongest band of 17 hues (0..179), and its share of the opaque pixels."""
    opaque = cutout[..., 3] > 128
    hsv = cv2.cvtColor(cutout[..., :3], cv2.COLOR_RGB2HSV)[opaque].astype(np.float32)
    weights = hsv[:, 1] * hsv[:, 2] / 255**2
    histogram = np.bincount(hsv[:, 0].astype(int), weights=weights, minlength=180)
    bands = np.convolve(np.concatenate([histogram[-8:], histogram, histogram[:8]]), np.ones(17))
    bands = bands[16:-16]
    hue = int(bands.argmax())
    return hue, float(bands[hue] / max(1, len(hsv)))


def recoloured(cutout: np.ndarray, colour: Colour) -> np.ndarray:
    """The (H, W, 4) cut-out with its dominant hue band moved to `colour`; other parts keep theirs.

    A nearly grey cut-out is tinted as a whole, and lightened if it is dark: a red top hat is red.
    """
    hsv = cv2.cvtColor(cutout[..., :3], cv2.COLOR_RGB2HSV)
    hue, saturation, value = (hsv[..., i].astype(np.int32) for i in range(3))
    if colour.hue is None:
        grey = (255 * (0.66 + 0.34 * value / 255)).astype(np.uint8)
        return np.dstack([grey, grey, grey, cutout[..., 3]])
    dominant, share = dominant_hue(cutout)
    if share > _MAIN_SHARE:
        distance = (hue - dominant + 90) % 180 - 90
        band = (np.abs(distance) < 24) & (saturation > 40)
        new_hue = (colour.hue + distance // 4) % 180
    else:
        band, new_hue = np.ones_like(hue, bool), np.full_like(hue, colour.hue)
        value = value * 225 // max(60, int(np.percentile(value[cutout[..., 3] > 128], 85)))
    hue = np.where(band, new_hue, hue)
    saturation = np.where(band, colour.saturation, saturation)
    value = np.where(band, np.clip(value * 0.9 + 20 + colour.brighten, 0, 255), value)
    rgb = cv2.cvtColor(np.dstack([hue, saturation, value]).astype(np.uint8), cv2.COLOR_HSV2RGB)
    return np.dstack([rgb, cutout[..., 3]])


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
