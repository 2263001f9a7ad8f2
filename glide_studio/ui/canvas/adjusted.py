"""The picture with an adjustment of one layer, which follows the artist's hand."""

import math
from dataclasses import dataclass, replace
from functools import partial

import numpy as np
from PIL import Image
from PySide6.QtCore import QObject, Signal

from glide_studio.core.adjust.adjustment import Adjustment, adjusted
from glide_studio.core.document.compositing import shared_out
from glide_studio.core.document.document import Document
from glide_studio.core.document.layers import Layer, each_changed
from glide_studio.core.geometry import Rect
from glide_studio.core.mask.mask import Mask
from glide_studio.core.mask.selection import Selection
from glide_studio.core.paint.mask_paint import changed_painted
from glide_studio.core.raster.raster import (
    TILE_SIZE,
    Pixels,
    Raster,
    TileKey,
    tile_bounds,
    tile_keys,
)
from glide_studio.core.raster.thumbnail import assembled, mean_of, reduced_extent, samples
from glide_studio.session.background import BackgroundThread
from glide_studio.ui.canvas.argb import Argb
from glide_studio.ui.canvas.tiles import PictureTiles

Sight = tuple[int, Rect]
"""How often the picture is halved, and the part of that which is in sight."""


@dataclass(frozen=True)
class _Wanted:
    """What is to be computed: an adjustment of a layer where the document is in sight."""

    document: Document
    adjustment: Adjustment
    level: int
    area: Rect


class AdjustedPicture(QObject):
    """The document with an adjustment of the layer `item_id`, or `on_mask` of the mask of the layer
    or group `item_id`.

    Only what is in sight is computed, no larger than it is seen, in a thread of its own; the newest
    adjustment is the next one. `changed` is emitted when there is something new to show, which
    `prepare` and `read` give as a `TilePyramid` does; `failed` carries an error.
    """

    changed = Signal()
    failed = Signal(object)

    def __init__(self, document: Document, item_id: str, on_mask: bool, parent: QObject) -> None:
        super().__init__(parent)
        self._thread = BackgroundThread(self)
        self._document = document
        self._item_id = item_id
        self._on_mask = on_mask
        self._adjustment: Adjustment | None = None
        self._sight: Sight | None = None
        self._computing: _Wanted | None = None
        self._done: _Wanted | None = None
        self._colours: Argb | None = None
        self._reduced: dict[int, _Reduced] = {}

    def adjust(self, adjustment: Adjustment) -> None:
        """Show another adjustment."""
        self._adjustment = adjustment
        self._compute()

    def look_at(self, sight: Sight) -> None:
        """Have this in sight; whole tiles are computed, so that panning seldom needs others."""
        level, area = sight
        page = reduced_extent(self._document.extent, 2**level).bounds
        tiles = Rect.from_edges(
            area.x // TILE_SIZE * TILE_SIZE,
            area.y // TILE_SIZE * TILE_SIZE,
            -(-area.right // TILE_SIZE) * TILE_SIZE,
            -(-area.bottom // TILE_SIZE) * TILE_SIZE,
        )
        self._sight = level, tiles.intersected(page)
        self._compute()

    def show_document(self, document: Document) -> None:
        """Show another state of the document, in which the layer has the same pixels."""
        self._document = document
        self._compute()

    @property
    def has_colours(self) -> bool:
        """Whether there is something to show yet."""
        return self._colours is not None

    def prepare(self, level: int, bounds: Rect, end: float) -> bool:
        """Whether `bounds` of the picture halved `level` times can be read."""
        done = self._done
        return done is not None and done.level == level and done.area.contains(bounds)

    def read(self, level: int, bounds: Rect) -> Argb:
        """Those pixels."""
        assert self._done is not None
        assert self._colours is not None
        return self._colours[bounds.slices_in(self._done.area)].copy()

    def close(self) -> None:
        """Wait for what is being computed; it is not shown."""
        self._thread.close()

    def _compute(self) -> None:
        if self._adjustment is None or self._sight is None or self._sight[1].is_empty:
            return
        wanted = _Wanted(self._document, self._adjustment, *self._sight)
        if self._computing is None and wanted != self._done:
            self._computing = wanted
            self._thread.start(lambda: self._computed(wanted), self._show, self._fail)

    def _computed(self, wanted: _Wanted) -> Argb:
        """Called in the thread, which alone uses `_reduced`."""
        reduced = self._reduced.get(wanted.level)
        if reduced is None or reduced.of is not wanted.document:
            reduced = _Reduced(wanted.document, self._item_id, self._on_mask, wanted.level)
            self._reduced[wanted.level] = reduced
        return reduced.read(wanted.adjustment, wanted.area)

    def _show(self, colours: Argb) -> None:
        self._done, self._colours, self._computing = self._computing, colours, None
        self.changed.emit()
        self._compute()

    def _fail(self, error: Exception) -> None:
        self._computing = None
        self.failed.emit(error)


class _Reduced:
    """A document `of` which only the picture counts, halved `level` times."""

    def __init__(self, of: Document, item_id: str, on_mask: bool, level: int) -> None:
        self.of = of
        self._on_mask = on_mask
        self._scale = 2.0**-level
        document = _reduced(of, 2**level)
        item = document.item(item_id)
        assert item is not None
        self._document, self._item = document, item
        self._selection = document.selection
        self._tiles = PictureTiles(document)

    def read(self, adjustment: Adjustment, area: Rect) -> Argb:
        """What is in `area`, adjusted."""
        seen, keys = adjustment.at_scale(self._scale), set(tile_keys(area))

        def change(raster: Raster) -> Raster:
            return adjusted(raster, seen, keys)

        item = changed_painted(self._selection, self._item, change, on_mask=self._on_mask)
        self._tiles.show(self._document.with_item(item))
        self._tiles.prepare(0, area, math.inf)
        return self._tiles.read(0, area)


def _reduced(document: Document, factor: int) -> Document:
    """The document with the pixels of its layers, and what is selected, reduced by `factor`."""
    if factor == 1:
        return document
    extent = reduced_extent(document.extent, factor)
    layers = each_changed(document.layers, partial(_reduced_layer, factor=factor))
    mask = Mask.empty(extent)
    selection: Selection = document.selection
    if not selection.is_everything:
        mask = mask.write(extent.bounds, _reduced_weights(selection.mask, factor))
    blank = replace(Document.blank(extent), icc_profile=document.icc_profile, mask=mask)
    return replace(blank, layers=layers)


def _reduced_layer(layer: Layer, factor: int) -> Layer:
    """A layer reduced by `factor`; what lies past the page is left out."""
    return replace(layer, raster=_reduced_raster(layer.raster, factor), beyond=None)


def _reduced_raster(raster: Raster, factor: int) -> Raster:
    page = raster.extent.bounds

    def block(item: tuple[TileKey, Pixels]) -> tuple[TileKey, Pixels]:
        key, tile = item
        inside = page.intersected(tile_bounds(key))
        missing = ((0, TILE_SIZE - inside.height), (0, TILE_SIZE - inside.width), (0, 0))
        if np.any(missing):  # otherwise the last pixel would fade
            tile = np.pad(tile[: inside.height, : inside.width], missing, mode="edge")
        if tile[..., 3].min() == 255:  # no colours have to be weighted
            return key, np.array(Image.fromarray(tile).reduce(factor))
        return key, mean_of(samples(tile, factor), factor)

    blocks = dict(shared_out(block, raster.tiles.items()))
    return Raster.from_array(assembled(blocks, reduced_extent(raster.extent, factor), factor))


def _reduced_weights(mask: Mask, factor: int) -> Pixels:
    extent = reduced_extent(mask.extent, factor)
    whole = Rect(0, 0, extent.width * factor, extent.height * factor)
    blocks = mask.read(whole).reshape(extent.height, factor, extent.width, factor)
    return np.ceil(blocks.mean(axis=(1, 3))).astype(np.uint8)  # what is selected faintly still is
