"""Painting, erasing, restoring and filling on a layer."""

from collections.abc import Callable
from dataclasses import replace

import numpy as np

from glide_studio.core.document.blend_modes import BlendMode
from glide_studio.core.document.compositing import Sheet, fade, lay
from glide_studio.core.geometry import Rect
from glide_studio.core.mask.mask import Mask
from glide_studio.core.paint.stroke import Brush, Stroke
from glide_studio.core.raster.colour import Colour
from glide_studio.core.raster.raster import TILE_SIZE, Pixels, Raster

Ink = Callable[[Rect, Pixels, Pixels], None]
"""Paints on the (height, width, 4) pixels of an area, in place, by coverage, 0 to 255."""


def coloured(brush: Brush, colour: Colour) -> Ink:
    """Paints with `colour`, or erases if the brush does."""
    if brush.erase:
        return lambda area, pixels, coverage: erase(pixels, coverage)
    return lambda area, pixels, coverage: paint(pixels, coverage, colour)


def restoring(source: Raster) -> Ink:
    """Paints what lies at the same place in `source`."""
    return lambda area, pixels, coverage: fade(pixels, source.read(area), coverage)


class PaintStroke:
    """One brush stroke: `raster`, straight-alpha RGBA, is the layer as painted so far.

    Its coverage is that of the same stroke on an empty mask, so that both brushes feel the same.
    """

    def __init__(self, raster: Raster, brush: Brush, ink: Ink) -> None:
        self.raster = raster
        self._before = raster
        self._ink = ink
        self._covered = Stroke(Mask.empty(raster.extent), replace(brush, erase=False))

    def extend(self, x: float, y: float, pressure: float = 1.0) -> Rect:
        """Continue the stroke to (x, y), in document pixels, as `Stroke.extend` does."""
        dirty = self._covered.extend(x, y, pressure)
        if not dirty.is_empty:
            pixels, coverage = self._before.read(dirty), self._covered.mask.read(dirty)
            self._ink(dirty, pixels, coverage)
            self.raster = self.raster.write(dirty, pixels)
        return dirty


def paint(pixels: Pixels, coverage: Pixels, colour: Colour) -> None:
    """Paint `colour` on (height, width, 4) pixels, in place, with opacity `coverage`, 0 to 255."""
    inks = np.empty((256, 4), np.uint8)
    inks[:, :3] = colour.rgb
    inks[:, 3] = np.arange(256)
    inks[0] = 0
    upper = inks.view(np.uint32)[:, 0].take(coverage)[..., np.newaxis].view(np.uint8)
    lay(pixels, Sheet(upper, 1.0, BlendMode.NORMAL))


def erase(pixels: Pixels, coverage: Pixels) -> None:
    """Erase (height, width, 4) pixels, in place, by `coverage`, 0 (keep) to 255 (erase)."""
    kept = (255 - coverage.astype(np.uint16)) * pixels[..., 3]
    alpha = ((kept + 127) // 255).astype(np.uint8)
    pixels[..., 3] = alpha
    pixels[alpha == 0] = 0


def filled(raster: Raster, colour: Colour, mask: Mask) -> Raster:
    """`raster` filled with `colour` within `mask`, or everywhere if the mask is empty."""
    everywhere = mask.is_empty
    bounds = raster.extent.bounds if everywhere else mask.raster.content_bounds()
    for top in range(bounds.y, bounds.bottom, TILE_SIZE):
        strip = Rect(bounds.x, top, bounds.width, TILE_SIZE).intersected(bounds)
        pixels, coverage = raster.read(strip), mask.read(strip)
        if everywhere:
            coverage[:] = 255
        paint(pixels, coverage, colour)
        raster = raster.write(strip, pixels)
    return raster
