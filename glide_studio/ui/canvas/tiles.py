"""Pictures prepared for display, in full size and halved, in tiles that are remade when they
change."""

import time
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from itertools import islice, product
from typing import Generic, TypeVar

import numpy as np
from numpy.typing import NDArray
from PySide6.QtGui import QPainter

from glide_studio.core.document.compositing import composite_tile, shared_out
from glide_studio.core.document.document import Document
from glide_studio.core.document.layers import Layer, branch_at, sheets_at
from glide_studio.core.document.sheets import look_alike
from glide_studio.core.document.surroundings import Surroundings
from glide_studio.core.geometry import Extent, Rect
from glide_studio.core.mask.mask import FULL_TILE, Mask
from glide_studio.core.raster.colour_profile import Conversion
from glide_studio.core.raster.raster import TILE_SIZE, Pixels, TileKey, tile_bounds
from glide_studio.ui.canvas.argb import Argb, argb_image, argb_pixels

Value = TypeVar("Value", bound=np.generic)

CAPACITY = 2048
"""Full-size tiles that a pyramid keeps: half a gigabyte of colours."""

MIN_AT_ONCE = 8
"""Tiles that are made in a frame however long that takes, so that small pictures appear at once."""

_BYTES_0_2 = np.uint32(0x00FF00FF)
_TWO_EACH = np.uint32(0x00020002)
_TWO_BITS, _BYTE = np.uint32(2), np.uint32(8)


class TilePyramid(Generic[Value]):
    """A tiled picture, and itself halved 1, 2, 3 ... times.

    `load` returns a tile in full size and `halve` a (2n, 2m) block in half size; None stands for
    a tile that is all zero.
    """

    def __init__(
        self,
        dtype: type[Value],
        load: Callable[[TileKey], NDArray[Value] | None],
        halve: Callable[[NDArray[Value]], NDArray[Value]],
    ) -> None:
        self._dtype = dtype
        self._load = load
        self._halve = halve
        self._whole: dict[TileKey, NDArray[Value] | None] = {}
        self._halves: dict[tuple[int, TileKey], NDArray[Value] | None] = {}

    def invalidate(self, keys: Iterable[TileKey]) -> None:
        """Forget the full-size tiles at `keys` and everything made from them."""
        stale = set(keys)
        for key in stale:
            self._whole.pop(key, None)
        for level in range(1, max((level for level, _ in self._halves), default=0) + 1):
            stale = {(column // 2, row // 2) for column, row in stale}
            for key in stale:
                self._halves.pop((level, key), None)

    def read(self, level: int, bounds: Rect) -> NDArray[Value]:
        """`bounds` of the picture halved `level` times, as a new array of rows and columns."""
        pixels = np.empty((bounds.height, bounds.width), self._dtype)
        for key in _keys_in(bounds):
            place, tile = tile_bounds(key), self._tile(level, key)
            area = bounds.intersected(place)
            pixels[area.slices_in(bounds)] = 0 if tile is None else tile[area.slices_in(place)]
        return pixels

    def patch(self, bounds: Rect, pixels: NDArray[Value]) -> None:
        """Replace the full-size pixels in `bounds`; the cost grows with `bounds`, not with whole
        tiles.

        Existing halved tiles are updated too. Tiles that were not made yet are still left to
        `load`.
        """
        for key in _keys_in(bounds):
            tile = self._whole.get(key)
            if tile is None:
                self.invalidate([key])
                continue
            area = bounds.intersected(tile_bounds(key))
            tile = self._whole[key] = tile.copy()  # it may be borrowed
            tile[area.slices_in(tile_bounds(key))] = pixels[area.slices_in(bounds)]
            self._patch_halves(key, area)

    def _patch_halves(self, key: TileKey, area: Rect) -> None:
        """Remake the halvings of a full-size tile's `area`."""
        highest = max((level for level, _ in self._halves), default=0)
        for level in range(1, highest + 1):
            key = (key[0] // 2, key[1] // 2)
            area = Rect.from_edges(
                area.x // 2, area.y // 2, -(-area.right // 2), -(-area.bottom // 2)
            )
            half = self._halves.get((level, key))
            if half is None:
                self._halves.pop((level, key), None)
                continue
            half = self._halves[level, key] = half.copy()
            finer = Rect(2 * area.x, 2 * area.y, 2 * area.width, 2 * area.height)
            half[area.slices_in(tile_bounds(key))] = self._halve(self.read(level - 1, finer))

    def prepare(self, level: int, bounds: Rect, end: float) -> bool:
        """Make tiles that `read` needs; returns whether all are made.

        After `end`, of `time.perf_counter`, no more are begun, but at least `MIN_AT_ONCE` made.
        """
        if bounds.is_empty:
            return True
        missing = (place for key in _keys_in(bounds) for place in self._missing(level, key))
        made = 0
        while several := list(islice(missing, MIN_AT_ONCE)):
            if made >= MIN_AT_ONCE and time.perf_counter() >= end:
                return False
            whole = [key for at, key in several if at == 0]
            self._whole.update(zip(whole, shared_out(self._load, whole), strict=True))
            made += sum(self._tile(*place) is not None for place in several)
        return True

    def _missing(self, level: int, key: TileKey) -> Iterator[tuple[int, TileKey]]:
        """The missing tiles that a tile is made from, and itself, in the order to make them."""
        if level == 0 and key not in self._whole:
            yield level, key
        elif level and (level, key) not in self._halves:
            for below in _below(key):
                yield from self._missing(level - 1, below)
            yield level, key

    def _tile(self, level: int, key: TileKey) -> NDArray[Value] | None:
        if level == 0:
            return self._whole_tile(key)
        if (level, key) not in self._halves:
            self._halves[level, key] = self._halved(level - 1, key)
        return self._halves[level, key]

    def _whole_tile(self, key: TileKey) -> NDArray[Value] | None:
        tile = self._whole.pop(key) if key in self._whole else self._load(key)
        self._whole[key] = tile  # at the end: the first one is the least recently used
        if len(self._whole) > CAPACITY:
            del self._whole[next(iter(self._whole))]
        return tile

    def _halved(self, level: int, key: TileKey) -> NDArray[Value] | None:
        """The tile one level above the four at `level`."""
        tiles = {at: tile for at in _below(key) if (tile := self._tile(level, at)) is not None}
        if not tiles:
            return None
        block = np.zeros((2 * TILE_SIZE, 2 * TILE_SIZE), self._dtype)
        for (x, y), tile in tiles.items():
            x, y = (x % 2) * TILE_SIZE, (y % 2) * TILE_SIZE
            block[y : y + TILE_SIZE, x : x + TILE_SIZE] = tile
        return self._halve(block)


class PictureTiles(TilePyramid[np.uint32]):
    """The composite of the layers of `document`, as premultiplied colours in sRGB.

    Tiles of `like`, which shows another state of the document of the same size, are shared.
    """

    def __init__(self, document: Document, like: "PictureTiles | None" = None) -> None:
        super().__init__(np.uint32, self._colours, mean)
        self.document: Document = document if like is None else like.document
        self._conversion = Conversion.to_srgb(self.document.icc_profile)
        self._surroundings = Surroundings()
        if like is not None:
            self._whole |= like._whole
            self._halves |= like._halves
            self.show(document)

    def difference(self, other: Document) -> set[TileKey]:
        """The tiles where another state of the document looks different."""
        return _changed_layers(self.document.layers, other.layers)

    def show(self, document: Document) -> set[TileKey]:
        """Show another state of a document of the same size; returns the tiles that changed."""
        changed = self.difference(document)
        if document.icc_profile != self.document.icc_profile:
            self._conversion = Conversion.to_srgb(document.icc_profile)
            changed = {key for layer in document.layers for key in layer.raster.tiles} | changed
        self.document = document
        self._surroundings.clear()
        self.invalidate(changed)
        return changed

    def show_part(self, document: Document, bounds: Rect) -> None:
        """Show another state of a document that differs within `bounds` only."""
        index = _changed_layer(self.document.layers, document.layers)
        self.document = document
        keys, page = set(_keys_in(bounds)), document.extent.bounds
        at_edge = {key for key in keys if not page.contains(tile_bounds(key))}
        self.invalidate(at_edge)
        if at_edge == keys:
            return
        area = bounds.intersected(page)
        if index is None:
            pixels = document.composite(area)
        else:
            pixels = self._surroundings.composite(document.layers, index, area)
        self.patch(area, argb_pixels(self._conversion.applied(pixels)))

    def _colours(self, key: TileKey) -> Argb | None:
        tile = composite_tile(sheets_at(self.document.layers, key))
        if tile is None:
            return None
        shown = self._conversion.applied(_stretched_to_edge(tile, self.document.extent, key))
        return argb_pixels(shown)


class FadingPicture:
    """A document's picture, faded with that of `before` if that is given.

    The tiles of both are kept, so that a fade costs only what is in sight. Methods that change the
    picture return the tiles that look different.
    """

    def __init__(self, document: Document, before: Document | None = None) -> None:
        self._picture = PictureTiles(document)
        self._before = None if before is None else PictureTiles(before, self._picture)
        self._share = 1.0
        self._fading: set[TileKey] | None = None

    def show(self, document: Document, before: Document | None) -> set[TileKey]:
        """Show other states of a document of the same size."""
        self._fading = None
        changed: set[TileKey] = set()
        if self._before is not None and self._share < 1:
            changed = self._before.difference(before or self._picture.document)
        if before is None:
            self._before = None
        elif self._before is None:
            self._before = PictureTiles(before, self._picture)
            if self._share < 1:
                changed = self._before.difference(self._picture.document)
        else:
            self._before.show(before)
        return changed | self._picture.show(document)

    def show_part(self, document: Document, bounds: Rect) -> None:
        """Show another state of the document that differs within `bounds` only."""
        self._fading = None
        self._picture.show_part(document, bounds)

    def set_share(self, share: float) -> set[TileKey]:
        """Set the opacity of the document over the picture before it, 0 to 1."""
        old, self._share = self._share, share
        if share == old or self._before is None:
            return set()
        if self._fading is None:
            self._fading = self._before.difference(self._picture.document)
        return self._fading

    def prepare(self, level: int, bounds: Rect, end: float) -> bool:
        """As `TilePyramid.prepare`."""
        return all(picture.prepare(level, bounds, end) for picture in self._seen)

    def read(self, level: int, bounds: Rect) -> Argb:
        """The pixels of `bounds`, halved `level` times."""
        first, *others = (picture.read(level, bounds) for picture in self._seen)
        for colours in others:
            painter = QPainter(image := argb_image(first))
            painter.setCompositionMode(QPainter.CompositionMode.CompositionMode_Source)
            painter.setOpacity(self._share)  # of the new pixels; the old ones keep the rest
            painter.drawImage(0, 0, argb_image(colours))
            painter.end()
            del image
        return first

    @property
    def _seen(self) -> list[PictureTiles]:
        """The visible pyramids, the picture before first."""
        if self._before is None or self._share == 1:
            return [self._picture]
        return [self._before] if self._share == 0 else [self._before, self._picture]


class MaskTiles(TilePyramid[np.uint8]):
    """A mask; a halved pixel has the highest of its four values, so that no speck is lost."""

    def __init__(self, mask: Mask) -> None:
        super().__init__(np.uint8, self._values, _highest)
        self._mask = mask

    @property
    def bounds(self) -> Rect:
        """The bounds of the mask in document pixels, rounded to whole tiles."""
        keys = self._mask.raster.tiles
        if not keys:
            return Rect(0, 0, 0, 0)
        columns, rows = zip(*keys, strict=True)
        first, last = tile_bounds((min(columns), min(rows))), tile_bounds((max(columns), max(rows)))
        return first.united(last)

    def show(self, mask: Mask) -> set[TileKey]:
        """Show another mask of the same size; returns the tiles that changed."""
        changed = changed_tiles(self._mask.raster.tiles, mask.raster.tiles)
        self._mask = mask
        self.invalidate(changed)
        return changed

    def _halved(self, level: int, key: TileKey) -> Pixels | None:
        """As in any pyramid, but a fully masked tile needs no computing."""
        tiles = [self._tile(level, at) for at in _below(key)]
        if all(tile is not None and tile.min() == 255 for tile in tiles):
            return FULL_TILE[..., 0]
        return super()._halved(level, key)

    def _values(self, key: TileKey) -> Pixels | None:
        tile = self._mask.raster.tiles.get(key)
        return None if tile is None else tile[..., 0]


def changed_tiles(old: Mapping[TileKey, Pixels], new: Mapping[TileKey, Pixels]) -> set[TileKey]:
    """The keys under which the two hold different tile objects."""
    return {key for key in old.keys() | new.keys() if old.get(key) is not new.get(key)}


def _changed_layer(old: Sequence[Layer], new: Sequence[Layer]) -> int | None:
    """The place of the first layer that differs, if all that do are composited as one; None if
    there is none or others do."""
    if len(old) != len(new):
        return None
    changed = [place for place, layer in enumerate(new) if old[place] is not layer]
    together = branch_at(new, changed[0]) if changed else ()
    return changed[0] if changed and changed[-1] in together else None


def _changed_layers(old: Sequence[Layer], new: Sequence[Layer]) -> set[TileKey]:
    """The tiles whose stack of layers differs."""
    shared = 0
    while shared < min(len(old), len(new)) and old[shared] is new[shared]:
        shared += 1
    starts = [branch_at(layers, shared).start for layers in (old, new) if shared < len(layers)]
    shared = min(starts, default=shared)  # something clipped can change the look of what is below

    def differs(key: TileKey) -> bool:
        return not look_alike(sheets_at(old, key), sheets_at(new, key))

    keys = {key for layer in (*old[shared:], *new[shared:]) for key in layer.raster.tiles}
    return {key for key in keys if differs(key)}


def _below(key: TileKey) -> Iterator[TileKey]:
    """The four tiles that, halved, make the one at `key`."""
    column, row = key
    return product((2 * column, 2 * column + 1), (2 * row, 2 * row + 1))


def _keys_in(bounds: Rect) -> Iterator[TileKey]:
    columns = range(bounds.x // TILE_SIZE, -(-bounds.right // TILE_SIZE))
    return product(columns, range(bounds.y // TILE_SIZE, -(-bounds.bottom // TILE_SIZE)))


def _stretched_to_edge(tile: Pixels, extent: Extent, key: TileKey) -> Pixels:
    """`tile` with its last pixels repeated past the edge, or halving would fade the edge."""
    inside = tile_bounds(key).intersected(extent.bounds)
    missing = ((0, TILE_SIZE - inside.height), (0, TILE_SIZE - inside.width), (0, 0))
    if not np.any(missing):
        return tile
    return np.pad(tile[: inside.height, : inside.width], missing, mode="edge")


def joined(keys: Iterable[TileKey]) -> Iterator[Rect]:
    """The rectangles of tiles, neighbours joined: fewer are marked sooner."""
    run = Rect(0, 0, 0, 0)
    for key in sorted(keys, key=lambda key: (key[1], key[0])):
        place = tile_bounds(key)
        if not run.is_empty and (place.x, place.y) != (run.right, run.y):
            yield run
            run = place
        else:
            run = run.united(place)
    if not run.is_empty:
        yield run


def mean(colours: Argb) -> Argb:
    """Each 2 x 2 block's mean, rounded; two of the four bytes are summed at a time."""

    def means(pair: Argb) -> Argb:
        upper, lower = pair[::2], pair[1::2]
        total = upper[:, ::2] + upper[:, 1::2] + lower[:, ::2] + lower[:, 1::2]
        return ((total + _TWO_EACH) >> _TWO_BITS) & _BYTES_0_2

    return means(colours & _BYTES_0_2) | (means((colours >> _BYTE) & _BYTES_0_2) << _BYTE)


def _highest(values: Pixels) -> Pixels:
    """The highest value of each 2 x 2 block."""
    rows = np.maximum(values[::2], values[1::2])
    return np.maximum(rows[:, ::2], rows[:, 1::2])
