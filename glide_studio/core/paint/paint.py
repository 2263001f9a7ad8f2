"""Painting, erasing and restoring on a layer, and a page of one colour to fill it with."""

from collections.abc import Callable
from dataclasses import replace

import numpy as np

from glide_studio.core.document.blend_modes import BlendMode
from glide_studio.core.document.compositing import fade, lay
from glide_studio.core.document.selected import bound, ground_of
from glide_studio.core.document.sheets import Sheet
from glide_studio.core.geometry import Extent, Rect
from glide_studio.core.mask.alpha import weighted
from glide_studio.core.mask.mask import Mask
from glide_studio.core.mask.selection import Selection
from glide_studio.core.paint.stroke import Brush, Stroke
from glide_studio.core.raster.colour import Colour
from glide_studio.core.raster.raster import (
    TILE_SIZE,
    Pixels,
    Raster,
    read_only,
    tile_areas,
    tile_bounds,
)

Ink = Callable[[Rect, Pixels, Pixels], None]
"""Paints on the (height, width, 4) pixels of an area, in place, by coverage, 0 to 255."""

WET_EDGE, WET_INSIDE = 0.35, 0.5
"""The coverage of a stroke at which wet paint is densest, and its density where all is covered."""

Picture = Callable[[Rect], Pixels]
"""The pixels of a picture in an area: (height, width, 4), straight alpha, zero outside the page."""


def coloured(brush: Brush, colour: Colour) -> Ink:
    """Paints with `colour`, or erases if the brush does."""
    if brush.erase:
        return lambda area, pixels, coverage: erase(pixels, coverage)
    return lambda area, pixels, coverage: paint(pixels, coverage, colour)


def restoring(source: Raster) -> Ink:
    """Paints the pixels of `source` at the same place."""
    return lambda area, pixels, coverage: fade(pixels, source.read(area), coverage)


def cloning(source: Picture, dx: int, dy: int) -> Ink:
    """Paints, at each pixel, the one of `source` that is (dx, dy) away; where that is transparent,
    nothing."""

    def clone(area: Rect, pixels: Pixels, coverage: Pixels) -> None:
        upper = source(area.translated(dx, dy))
        upper[..., 3] = weighted(upper[..., 3], coverage)
        lay(pixels, Sheet(upper, 1.0, BlendMode.NORMAL))

    return clone


class PaintStroke:
    """One brush stroke on a layer: `raster`, straight-alpha RGBA, is the layer as painted so far,
    `before` as it was.

    Its coverage is that of the same stroke on an empty mask, so that both brushes behave alike.
    The selection weighs the stroke as a whole, however many dabs lie on each other. If
    `alpha_locked`, it changes only colours.
    """

    def __init__(
        self,
        raster: Raster,
        brush: Brush,
        ink: Ink,
        selection: Selection,
        alpha_locked: bool = False,
    ) -> None:
        self.raster = raster
        self.before = raster
        self._ink = ink
        self._selection = selection
        self._alpha_locked = alpha_locked
        self._shades = _wet_shades(brush.opacity) if brush.wet_edges else None
        self._covered = Stroke(Mask.empty(raster.extent), replace(brush, erase=False))

    def extend(self, x: float, y: float, pressure: float = 1.0) -> Rect:
        """Continue the stroke to (x, y), in document pixels, as `Stroke.extend` does."""
        dirty = self._covered.extend(x, y, pressure)
        if not dirty.is_empty:
            self.raster = self._painted(self.before, self.raster, dirty, self._ink)
        return dirty

    @property
    def covered(self) -> Mask:
        """What the stroke covers so far, selected or not."""
        return self._covered.mask

    def painted_on(self, ground: Raster, ink: Ink | None = None) -> Raster:
        """Another ground of the same extent, with the whole stroke painted by its ink or another
        one."""
        raster = ground
        for area, tile in self.covered.raster.tiles_in(raster.extent.bounds):
            if tile.any():
                raster = self._painted(ground, raster, area, ink or self._ink)
        return raster

    def _painted(self, ground: Raster, raster: Raster, area: Rect, ink: Ink) -> Raster:
        before = ground.read(area)
        painted = ground_of(before, self._alpha_locked)
        coverage = self.covered.read(area)
        ink(area, painted, coverage if self._shades is None else self._shades.take(coverage))
        painted = bound(self._selection, area, before, painted, self._alpha_locked)
        return raster.write(area, painted)

    @property
    def is_outside(self) -> bool:
        """Whether it covers pixels of the page, but none that is selected."""
        covered = list(self.covered.raster.tiles_in(self.raster.extent.bounds))
        seen = (self._selection.weighed(tile[..., 0], area).any() for area, tile in covered)
        return bool(covered) and not any(seen)


def _wet_shades(opacity: float) -> Pixels:
    """The coverage of wet paint for each of 256 of a stroke: densest near the edge."""
    share = np.minimum(np.arange(256) / (255 * max(opacity, 1 / 255)), 1)
    inside = np.clip((share - WET_EDGE) / (1 - WET_EDGE), 0, 1)
    shade = np.minimum(share / WET_EDGE, 1) - (1 - WET_INSIDE) * inside**2 * (3 - 2 * inside)
    shades: Pixels = np.rint(255 * opacity * shade).astype(np.uint8)
    return shades


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


def plain(extent: Extent, colour: Colour, alpha: int = 255) -> Raster:
    """A page full of `colour`; tiles within the page are one and the same."""
    if not alpha:
        return Raster.empty(extent)
    full = read_only(np.full((TILE_SIZE, TILE_SIZE, 4), (*colour.rgb, alpha), np.uint8))
    tiles = {}
    for key, area in tile_areas(extent.bounds):
        if area != tile_bounds(key):
            tile = np.zeros_like(full)
            tile[: area.height, : area.width] = full[0, 0]
            tiles[key] = read_only(tile)
        else:
            tiles[key] = full
    return Raster(extent, 4, tiles)
