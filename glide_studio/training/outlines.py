"""The outline of a coloured object on plain ground: how sharp it is, and how rough."""

from typing import NamedTuple

import contourpy
import cv2
import numpy as np
from scipy.ndimage import (  # type: ignore[import-untyped]
    gaussian_filter1d,
    map_coordinates,
    spline_filter,
)

_CHROMA = 15.0
"""Difference in CIELAB's a and b from the ground beyond which a pixel is part of the object. A grey
shadow on grey ground has none."""

_SPACING = 0.25
_FINE = 0.1
_SMOOTHING = 1 / 32
_CONTRAST = 30.0
"""Steps along an outline and across it, in pixels; the smoothing of `roughness`, relative to the
picture's side; and the step, in levels of 8 bits, from which an edge is measured."""


class Edges(NamedTuple):
    """Figures of an outline: see `rise_width` and `roughness`."""

    rise: float
    roughness: float


def edges(picture: np.ndarray) -> Edges | None:
    """The figures of the outline in a picture (S, S, 3) uint8; None where no edge is found."""
    outline = object_outline(picture)
    if outline is None:
        return None
    rise = rise_width(picture, outline)
    return None if rise is None else Edges(rise, roughness(outline, picture.shape[0] * _SMOOTHING))


def ground(picture: np.ndarray) -> np.ndarray:
    """The plain ground of a picture (S, S, 3), (S, S, 3) float32.

    Its colour changes only from top to bottom, evenly, and is that of the left and right margins.
    """
    side = picture.shape[0]
    margin = max(2, side // 16)
    margins = np.concatenate([picture[:, :margin], picture[:, -margin:]], axis=1)
    rows = np.arange(side)
    fitted = np.polynomial.polynomial.polyfit(rows, np.median(margins, axis=1), 1)
    shades = np.polynomial.polynomial.polyval(rows, fitted).T
    return np.broadcast_to(shades[:, None], picture.shape).astype(np.float32)


def object_outline(picture: np.ndarray) -> np.ndarray | None:
    """The outline of the largest object, (N, 2) points x, y in pixels, evenly spaced and closed;
    None where nothing has another hue or saturation than the ground."""
    colours = [
        cv2.cvtColor(np.clip(each, 0, 255).astype(np.float32) / 255, cv2.COLOR_RGB2LAB)[..., 1:]
        for each in (picture, ground(picture))
    ]
    chroma = np.pad(np.linalg.norm(colours[0] - colours[1], axis=2), 1)
    lines = contourpy.contour_generator(z=chroma).lines(_CHROMA)
    if not lines:
        return None
    line = max((np.asarray(each) - 1 for each in lines), key=lambda each: abs(_area(each)))
    if abs(_area(line)) < 4:
        return None
    return _evenly_spaced(line if _area(line) > 0 else line[::-1])


def _area(line: np.ndarray) -> float:
    """The area in a closed line, negative where it runs the other way round."""
    x, y = line.T
    return float(np.sum(x * np.roll(y, -1) - np.roll(x, -1) * y) / 2)


def _length(outline: np.ndarray) -> float:
    return float(np.linalg.norm(np.roll(outline, -1, axis=0) - outline, axis=1).sum())


def _evenly_spaced(line: np.ndarray) -> np.ndarray:
    closed = np.concatenate([line, line[:1]])
    along = np.append(0, np.cumsum(np.linalg.norm(np.diff(closed, axis=0), axis=1)))
    count = max(3, round(along[-1] / _SPACING))
    places = np.linspace(0, along[-1], count, endpoint=False)
    return np.stack([np.interp(places, along, closed[:, i]) for i in (0, 1)], axis=1)


def _smoothed(outline: np.ndarray, scale: float) -> np.ndarray:
    """Smoothed along its length by a Gaussian of `scale` pixels (the curvature scale space of
    Mokhtarian & Mackworth 1992)."""
    return gaussian_filter1d(outline, scale / _SPACING, axis=0, mode="wrap")


def roughness(outline: np.ndarray, scale: float) -> float:
    """The length of an outline relative to that of the same outline smoothed by a Gaussian of
    `scale` pixels: 1 for a straight line, more for wobbles shorter than about six times that."""
    return _length(outline) / _length(_smoothed(outline, scale))


def rise_width(picture: np.ndarray, outline: np.ndarray) -> float | None:
    """The median width of the edge along an outline, in pixels; None without an edge.

    Across the edge, between the local extrema on either side (Marziliano et al. 2002), it is the
    distance from 10% to 90% of the step (ISO 12233) in the colour's distance from the ground.
    """
    distance = np.linalg.norm(picture - ground(picture), axis=2).astype(np.float64)
    smooth = _smoothed(outline, 1.0)
    along = np.roll(smooth, -1, axis=0) - np.roll(smooth, 1, axis=0)
    inward = np.stack([-along[:, 1], along[:, 0]], axis=1)
    inward /= np.maximum(np.linalg.norm(inward, axis=1), 1e-9)[:, None]
    reach = max(6.0, picture.shape[0] / 32)
    depth = np.arange(-reach, reach + _FINE / 2, _FINE)
    some = slice(None, None, round(1 / _SPACING))
    points = outline[some, None] + depth[:, None] * inward[some, None]
    splines = spline_filter(distance, 3)
    places = (points[..., 1], points[..., 0])
    profiles = map_coordinates(splines, places, order=3, mode="nearest", prefilter=False)
    widths = [width for each in profiles if (width := _rise(each, depth)) is not None]
    return float(np.median(widths)) if widths else None


def _rise(profile: np.ndarray, depth: np.ndarray) -> float | None:
    """The 10-90% width of the steepest rise near the middle of a profile."""
    steps = np.diff(profile)
    start = int(np.where(np.abs(depth[:-1]) <= 1.5, steps, -np.inf).argmax())
    falls = np.flatnonzero(steps <= 0)
    first = int(falls[falls < start].max(initial=-1)) + 1
    last = int(falls[falls > start].min(initial=len(steps)))
    low, high = profile[first], profile[last]
    if steps[start] <= 0 or high - low < _CONTRAST:
        return None
    levels = low + (high - low) * np.array([0.1, 0.9])
    from_, to = np.interp(levels, profile[first : last + 1], depth[first : last + 1])
    return float(to - from_)
