"""Quick compositing while one of many layers is painted on."""

from collections.abc import Sequence
from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

from glide_studio.core.document.blend_modes import BlendMode
from glide_studio.core.document.composite import Composite, bands
from glide_studio.core.document.compositing import composite_into, shared_out
from glide_studio.core.document.layers import Layer, branch_at, sheets_at
from glide_studio.core.document.sheets import Sheet, SheetGroup, Sheets, look_alike, parts
from glide_studio.core.geometry import Rect
from glide_studio.core.raster.raster import (
    TILE_SIZE,
    Pixels,
    TileKey,
    tile_areas,
    tile_bounds,
)

CAPACITY = 36
"""The number of tiles whose surroundings are kept, 2 MB each: as many as a large brush covers."""

MIN_AREA = (TILE_SIZE // 2) ** 2
"""The smallest changed area of a tile, in pixels, for which compositing its surroundings pays."""

_Planes = NDArray[np.float32]


@dataclass(frozen=True)
class _TileSurroundings:
    """The sheets below and above a layer in a tile, and the composites that can replace them.
    Sheets above have no composite if one of them blends with the picture below it."""

    below: Sheets
    above: Sheets
    ground: _Planes | None
    cover: _Planes | None

    @classmethod
    def of(cls, below: Sheets, above: Sheets) -> "_TileSurroundings":
        is_plain = not any(map(_blends, above))
        ground = Composite.of(below).premultiplied if len(below) > 1 else None
        cover = Composite.of(above).premultiplied if len(above) > 1 and is_plain else None
        return cls(below, above, ground, cover)

    def match(self, below: Sheets, above: Sheets) -> bool:
        return look_alike(self.below, below) and look_alike(self.above, above)


def _blends(sheet: Sheet | SheetGroup) -> bool:
    """Whether it blends with the picture below it."""
    if isinstance(sheet, SheetGroup) and sheet.passes_through:
        return True
    return sheet.blend_mode is not BlendMode.NORMAL


class Surroundings:
    """Composites a stack in which only one layer changes from time to time.

    What lies below and above it is composited once per tile, and again if it looks different.
    """

    def __init__(self) -> None:
        self._tiles: dict[TileKey, _TileSurroundings] = {}

    def clear(self) -> None:
        self._tiles.clear()

    def composite(self, layers: Sequence[Layer], index: int, bounds: Rect) -> Pixels:
        """As `layers.composite`, but colours below an alpha of 0 may be lost; the layer at `index`
        is the one that changes."""
        changes = branch_at(layers, index)
        stack = (
            layers[: changes.start],
            layers[changes.start : changes.stop],
            layers[changes.stop :],
        )
        pixels = np.zeros((bounds.height, bounds.width, 4), np.uint8)

        def fill(place: tuple[TileKey, Rect]) -> None:
            key, area = place
            below, changing, above = (sheets_at(part, key) for part in stack)
            within = area.slices_in(tile_bounds(key))
            target = pixels[area.slices_in(bounds)]
            if len(below) + len(above) < 3 or area.width * area.height < MIN_AREA:
                sheets = (*below, *changing, *above)
                composite_into(target, parts(sheets, *within))
                return
            around = self._tiles.get(key)
            if around is None or not around.match(below, above):
                around = self._tiles[key] = _TileSurroundings.of(below, above)
            for band, rows in bands(area.height, area.width):
                part = slice(within[0].start + rows.start, within[0].start + rows.stop), within[1]
                _lay(band, around.ground, below, part)
                _lay(band, None, changing, part)
                _lay(band, around.cover, above, part)
                band.write(target[rows])

        shared_out(fill, tile_areas(bounds))
        for key in list(self._tiles)[:-CAPACITY]:
            del self._tiles[key]
        return pixels


def _lay(
    found: Composite, planes: _Planes | None, sheets: Sheets, within: tuple[slice, slice]
) -> None:
    if planes is not None:
        found.lay_premultiplied(planes[:, *within])
        return
    found.lay_all(parts(sheets, *within))
