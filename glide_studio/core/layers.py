"""Layers, and what they look like on top of each other."""

from collections.abc import Iterable
from dataclasses import dataclass

import numpy as np

from glide_studio.core.geometry import Rect
from glide_studio.core.raster import Pixels, Raster


@dataclass(frozen=True)
class Layer:
    """A named, document-sized picture in straight-alpha RGBA; opacity from 0 to 1."""

    name: str
    raster: Raster
    visible: bool = True
    opacity: float = 1.0


def composite(layers: Iterable[Layer], bounds: Rect) -> Pixels:
    """What `layers`, bottom first, show in `bounds`: (height, width, 4), straight alpha.

    Bytes are exact where nothing mixes: below a transparent pixel the lower one survives, an
    opaque pixel replaces it, and both include the colour that lies under an alpha of 0.
    """
    pixels = np.zeros((bounds.height, bounds.width, 4), np.uint8)
    for layer in layers:
        if not layer.visible:
            continue
        for area, tile in layer.raster.tiles_in(bounds):
            _paint_over(pixels[area.slices_in(bounds)], _faded(tile, layer.opacity))
    return pixels


def _faded(pixels: Pixels, opacity: float) -> Pixels:
    if opacity == 1:
        return pixels
    faded = pixels.copy()
    faded[..., 3] = np.rint(pixels[..., 3] * opacity)
    return faded


def _paint_over(lower: Pixels, upper: Pixels) -> None:
    """Paint `upper` onto `lower`, in place."""
    alpha = upper[..., 3:]
    lower_pixels, upper_pixels = lower.view(np.uint32), upper.view(np.uint32)
    replaced = (alpha == 255) | (lower_pixels == 0)
    np.copyto(lower_pixels, upper_pixels, where=replaced)
    mixed = ((alpha > 0) & ~replaced)[..., 0]
    if mixed.any():
        lower[mixed] = _mixed(lower[mixed], upper[mixed])


def _mixed(lower: Pixels, upper: Pixels) -> Pixels:
    """Porter and Duff's "over" for (n, 4) straight-alpha pixels."""
    colour_below, alpha_below = lower[:, :3], lower[:, 3:] / np.float32(255)
    colour_above, alpha_above = upper[:, :3], upper[:, 3:] / np.float32(255)
    remaining = alpha_below * (1 - alpha_above)
    alpha = alpha_above + remaining
    colour = (colour_above * alpha_above + colour_below * remaining) / alpha
    over: Pixels = np.rint(np.hstack([colour, 255 * alpha])).astype(np.uint8)
    return over
