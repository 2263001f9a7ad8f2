"""Painting, erasing and filling with colour on a layer."""

from dataclasses import replace

import numpy as np

from glide_studio.core.document.blend_modes import BlendMode
from glide_studio.core.document.compositing import Sheet, lay
from glide_studio.core.geometry import Rect
from glide_studio.core.mask.mask import Mask
from glide_studio.core.paint.stroke import Brush, Stroke
from glide_studio.core.raster.colour import Colour
from glide_studio.core.raster.raster import TILE_SIZE, Pixels, Raster


class PaintStroke:
    """One brush stroke: `raster`, straight-alpha RGBA, is the layer as painted so far.

    Its coverage is that of the same stroke on an empty mask, so that both brushes feel the same.
    """

    def __init__(self, raster: Raster, brush: Brush, colour: Colour) -> None:
        self.raster = raster
        self._before = raster
        self._erases = brush.erase
        self._colour = colour
        self._covered = Stroke(Mask.empty(raster.extent), replace(brush, erase=False))

    def extend(self, x: float, y: float, pressure: float = 1.0) -> Rect:
        """Continue the stroke to (x, y), in document pixels, as `Stroke.extend` does."""
        dirty = self._covered.extend(x, y, pressure)
        if not dirty.is_empty:
            pixels, coverage = self._before.read(dirty), self._covered.mask.read(dirty)
            if self._erases:
                erase(pixels, coverage)
            else:
                paint(pixels, coverage, self._colour)
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
