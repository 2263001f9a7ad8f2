"""Smudging: the brush carries colours along its stroke, like a finger through wet paint."""

import math
from dataclasses import replace

import numpy as np

from glide_studio.core.geometry import Rect
from glide_studio.core.mask.selection import Selection
from glide_studio.core.paint.paint import PaintStroke
from glide_studio.core.paint.planes import Planes, premultiplied, straight
from glide_studio.core.paint.stroke import Brush, Dab, Trail
from glide_studio.core.raster.raster import Pixels, Raster

SPACING = 0.08
"""Distance between dabs, in diameters, unless the brush has another."""


class SmudgeStroke(PaintStroke):
    """A stroke that smears `raster` itself.

    The opacity of a dab is the share of the carried colour that it keeps: with 0 nothing is
    carried, with 1 the colour of the start goes all the way. Each dab lies on most of the one
    before, so that new colour moves through the brush at 1 - opacity of its speed, whatever the
    spacing. Beyond the page lies what is at its edge.
    """

    def __init__(
        self, raster: Raster, brush: Brush, selection: Selection, alpha_locked: bool = False
    ) -> None:
        super().__init__(raster, brush, self._show, selection, alpha_locked)
        self._side = math.ceil(brush.size) + 4
        self._trail = Trail(replace(brush, spacing=brush.spacing or SPACING, erase=False))
        self._smeared = raster
        self._carried: Planes | None = None

    def extend(self, x: float, y: float, pressure: float = 1.0) -> Rect:
        """Continue the stroke to (x, y), in document pixels, as `Stroke.extend` does."""
        bounds, dabs = self._trail.to(x, y, pressure)
        page = self.before.extent.bounds
        due = [dab for dab in dabs if not dab.bounds.intersected(page).is_empty]
        if due:
            area = bounds.padded(self._side // 2 + 1).intersected(page)
            planes = premultiplied(self._smeared.read(area))
            for dab in due:
                self._smear(planes, area, dab)
            dirty = bounds.intersected(page)
            rows, columns = dirty.slices_in(area)
            old, pixels = self._smeared.read(dirty), straight(planes[:, rows, columns])
            hidden = (old[..., 3] == 0) & (pixels[..., 3] == 0)
            pixels[hidden] = old[hidden]
            self._smeared = self._smeared.write(dirty, pixels)
        return super().extend(x, y, pressure)

    def _show(self, area: Rect, pixels: Pixels, coverage: Pixels) -> None:
        pixels[:] = self._smeared.read(area)

    def _smear(self, planes: Planes, area: Rect, dab: Dab) -> None:
        """Let a dab leave what it carries on `planes`, which are those of `area`, and take up what
        lies there."""
        side = self._side
        x, y = round(dab.x - side / 2), round(dab.y - side / 2)
        box = Rect(x, y, side, side)
        inner = box.intersected(area)
        under = self._under(planes, box, area)
        if self._carried is None:
            self._carried = under.copy()
        keep = np.float32(dab.opacity)
        self._carried *= keep
        self._carried += (1 - keep) * under
        cover = self._trail.brush.coverage(replace(dab, opacity=1.0), inner)
        rows, columns = inner.slices_in(box)
        change = self._carried[:, rows, columns] - under[:, rows, columns]
        change *= cover.astype(np.float32) / np.float32(255)
        rows, columns = inner.slices_in(area)
        planes[:, rows, columns] += change

    def _under(self, planes: Planes, box: Rect, area: Rect) -> Planes:
        """The part of `planes` in a box; past the page, what is at its edge."""
        if area.contains(box):
            rows, columns = box.slices_in(area)
            return planes[:, rows, columns]
        ys = np.clip(np.arange(box.y, box.bottom) - area.y, 0, area.height - 1)
        xs = np.clip(np.arange(box.x, box.right) - area.x, 0, area.width - 1)
        return planes[:, ys[:, np.newaxis], xs]
