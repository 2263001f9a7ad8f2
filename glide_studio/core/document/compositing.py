"""Compositing of layers, by W3C's Compositing and Blending Level 1.

Colours are rounded only after the last layer. They are computed in planes, one for each channel,
which is several times as fast as pixel by pixel, and a few rows at a time, which stay in the
processor's cache.
"""

from collections.abc import Callable, Iterable, Iterator
from concurrent.futures import ThreadPoolExecutor
from os import cpu_count
from typing import TypeVar

import numpy as np
from numpy.typing import NDArray

from glide_studio.core.document.blend_modes import SCRATCH_ARRAYS, BlendMode, blend
from glide_studio.core.document.sheets import Sheet, SheetGroup, Sheets, parts, shape_of
from glide_studio.core.raster.raster import TILE_SIZE, Pixels

BAND = 64 * TILE_SIZE
"""The pixels that are composited at a time."""

MIN_SHARED = 4
"""The fewest tiles for which starting threads pays."""

_OPAQUE = np.uint32(0xFF000000)
_BYTE, _BYTES = np.uint32(8), np.uint32(0xFF)
_WHITE = np.float32(255)
_TINY = np.float32(1e-30)
_UNSEEN = np.float32(0.5 / 255)
"""The alpha below which a pixel is rounded to a transparent one."""
_NOISE = np.float32(1e-6)
"""Above the sum of float32's rounding errors, and below what can be seen."""

_Floats = NDArray[np.float32]
_Packed = NDArray[np.uint32]
"""The four bytes of a pixel as one number, red lowest."""

_Item = TypeVar("_Item")
_Result = TypeVar("_Result")


def composite_tile(sheets: Sheets) -> Pixels | None:
    """The composite of the `sheets` of a tile or of a part of one, bottom first; None if there are
    none. If only one sheet is visible, at full opacity, its own array is returned."""
    seen = _uncovered(sheets)
    if not seen:
        return None
    if (plain := _plain(seen)) is not None:
        return plain
    pixels = np.empty(shape_of(seen), np.uint8)
    _composite(seen, pixels)
    return pixels


def composite_into(pixels: Pixels, sheets: Sheets) -> None:
    """Set (height, width, 4) `pixels` to the composite of `sheets` of the same size, bottom first.

    Bytes are exact where nothing is mixed: a transparent pixel keeps the lower one, and an opaque
    pixel of a normal layer replaces it; so do pixels above nothing, even with an alpha of 0.
    `pixels` may be those of a sheet.
    """
    seen = _uncovered(sheets)
    if not seen:
        pixels[:] = 0
    elif (plain := _plain(seen)) is not None:
        np.copyto(pixels, plain)
    else:
        _composite(seen, pixels)


def lay(lower: Pixels, sheet: Sheet) -> None:
    """Paint `sheet` onto (height, width, 4) `lower`, in place."""
    composite_into(lower, [Sheet(lower, 1.0, BlendMode.NORMAL), sheet])


def fade(lower: Pixels, upper: Pixels, coverage: Pixels) -> None:
    """Fade (height, width, 4) `lower`, in place, to `upper` by `coverage`, 0 to 255, of each pixel.

    Where that is 0 or 255, or both are alike, bytes are exact.
    """
    for band, rows in bands(*coverage.shape):
        old, new = _packed(lower[rows]), _packed(upper[rows])
        band.lay(Sheet(lower[rows], 1.0, BlendMode.NORMAL))
        band.fade_to(upper[rows], coverage[rows].astype(np.float32) / _WHITE)
        mixed = np.empty_like(lower[rows])
        band.write(mixed)
        _packed(mixed)[mixed[..., 3] == 0] = 0  # where alpha was rounded to 0
        np.copyto(old, _packed(mixed), where=(coverage[rows] > 0) & (old != new))
        np.copyto(old, new, where=coverage[rows] == 255)


def shared_out(work: Callable[[_Item], _Result], items: Iterable[_Item]) -> list[_Result]:
    """The results of `work` for each of `items`, usually tiles, computed on all processors."""
    items = list(items)
    if len(items) < MIN_SHARED:
        return [work(item) for item in items]
    with ThreadPoolExecutor(cpu_count()) as threads:
        return list(threads.map(work, items))


class Composite:
    """The composite of layers in an area of `height` x `width`, empty at first.

    Colours are premultiplied, 0 to 255, alpha is 0 to 1, and neither is rounded.
    """

    def __init__(self, height: int, width: int) -> None:
        self._lower: _Floats = np.empty((4, height, width), np.float32)
        self._upper = np.empty_like(self._lower)
        self._bits: _Packed = np.empty((height, width), np.uint32)
        self._scratch: _Floats | None = None
        self._nested: Composite | None = None
        self._is_empty = True

    @classmethod
    def of(cls, sheets: Sheets) -> "Composite":
        """The composite of at least one sheet, bottom first."""
        found = cls(*shape_of(sheets)[:2])
        for sheet in sheets:
            found.lay(sheet)
        return found

    @property
    def premultiplied(self) -> _Floats:
        """Red, green, blue and alpha, (4, height, width)."""
        if self._is_empty:
            self._lower[:] = 0
        return self._lower

    def lay(self, sheet: Sheet | SheetGroup) -> None:
        """Lay a sheet of this size on top, or a group of them."""
        if isinstance(sheet, SheetGroup) and sheet.passes_through:
            self._lay_through(sheet)
            return
        colour, alpha = self._upper[:3], self._upper[3]
        self._take(sheet)
        if not self._is_empty and sheet.blend_mode is not BlendMode.NORMAL:
            self._blend(colour, sheet.blend_mode)
        colour *= alpha
        if self._is_empty:
            self._lower, self._upper = self._upper, self._lower
            self._is_empty = False
        else:
            self.lay_premultiplied(self._upper)

    def fade_to(self, pixels: Pixels, share: _Floats) -> None:
        """Mix it, which is not empty, with pixels of this size by `share`, 0 to 1, of each."""
        self._take(Sheet(pixels, 1.0, BlendMode.NORMAL))
        self._upper[:3] *= self._upper[3]
        self._upper *= share
        self._lower *= np.subtract(1, share, out=self._scratch_plane)
        self._lower += self._upper

    def _take(self, sheet: Sheet | SheetGroup) -> None:
        """Set `_upper` to a sheet or an isolated group in straight alpha."""
        if isinstance(sheet, SheetGroup):
            self._take_group(sheet.sheets)
            share = sheet.opacity
        else:
            _unpack(_packed(sheet.pixels), self._upper, self._bits)
            share = sheet.opacity / 255  # 255 / 255 in float32 is 1
        if sheet.clipped:
            self._clip(sheet.clipped)
        self._upper[3] *= np.float32(share)
        if sheet.hidden is not None:
            self._upper[3] *= self._shown(sheet.hidden)

    def _take_group(self, sheets: Sheets) -> None:
        inside = self._inside
        for sheet in sheets:
            inside.lay(sheet)
        np.copyto(self._upper, inside.premultiplied)
        inside._is_empty = True
        colour, alpha = self._upper[:3], self._upper[3]
        colour /= np.maximum(alpha, _TINY, out=self._scratch_plane)

    def _clip(self, clipped: Sheets) -> None:
        """Lay `clipped` on the colours of `_upper` as if they were opaque: W3C's source-atop."""
        inside = self._inside
        np.copyto(inside._lower[:3], self._upper[:3])
        inside._lower[3] = 1
        inside._is_empty = False
        for sheet in clipped:
            inside.lay(sheet)
        np.copyto(self._upper[:3], inside._lower[:3])
        inside._is_empty = True

    def _shown(self, hidden: Pixels) -> _Floats:
        """The share of each pixel, (height, width), that a layer mask does not hide."""
        np.right_shift(_packed(hidden), 3 * _BYTE, out=self._bits)
        return np.subtract(np.float32(1), self._bits * np.float32(1 / 255), dtype=np.float32)

    def _lay_through(self, group: SheetGroup) -> None:
        """Lay each sheet of a group on top, and fade to the result by the group's opacity and by
        what its mask shows."""
        fades = group.opacity < 1 or group.hidden is not None
        before = self._lower.copy() if fades and not self._is_empty else None
        for sheet in group.sheets:
            self.lay(sheet)
        if not fades:
            return
        share = np.full(self._bits.shape, group.opacity, np.float32)
        if group.hidden is not None:
            share *= self._shown(group.hidden)
        self._lower *= share
        if before is not None:
            before *= 1 - share
            self._lower += before

    @property
    def _inside(self) -> "Composite":
        """A composite of this size, empty, for what is inside a group or clipped to a sheet."""
        if self._nested is None:
            self._nested = Composite(*self._bits.shape)
        return self._nested

    def lay_premultiplied(self, upper: _Floats) -> None:
        """Lay what `premultiplied` gave, in normal mode, on top."""
        if self._is_empty:
            np.copyto(self._lower, upper)
            self._is_empty = False
        else:
            self._lower *= np.subtract(1, upper[3], out=self._scratch_plane)
            self._lower += upper

    def write(self, pixels: Pixels) -> None:
        """Set (height, width, 4) `pixels` to this, in straight alpha; this is then empty.

        Where alpha is 0, so are the colours.
        """
        planes = self.premultiplied
        colour, alpha = planes[:3], planes[3]
        colour /= np.maximum(alpha, _TINY, out=self._scratch_plane)
        alpha *= _WHITE
        np.rint(planes, out=planes)
        _pack(planes, _packed(pixels), self._bits)
        self._is_empty = True

    def has_gap(self) -> bool:
        """Whether any alpha is rounded to 0."""
        return self._is_empty or bool(self._lower[3].min() < _UNSEEN)

    @property
    def _scratch_plane(self) -> _Floats:
        return self._bits.view(np.float32)

    def _blend(self, colour: _Floats, mode: BlendMode) -> None:
        """Mix `colour`, 0 to 255, with what it looks like blended with the pixels below."""
        if self._scratch is None:
            self._scratch = np.empty((2 + SCRATCH_ARRAYS, *colour.shape), np.float32)
        below, both = self._scratch[:2]
        alpha = self._lower[3]
        np.multiply(alpha, _WHITE, out=self._scratch_plane)
        np.divide(
            self._lower[:3],
            np.maximum(self._scratch_plane, _TINY, out=self._scratch_plane),
            out=below,
        )
        if mode is BlendMode.COLOR_BURN:  # at white it jumps, so it must not see 0.9999999
            below += _NOISE
        elif mode is BlendMode.COLOR_DODGE:  # as this does at black
            below -= _NOISE
        np.clip(below, 0, 1, out=below)
        blend(mode, below, np.divide(colour, _WHITE, out=both), self._scratch[2:])
        both *= _WHITE
        both -= colour
        both *= alpha
        colour += both


def bands(height: int, width: int) -> Iterator[tuple[Composite, slice]]:
    """The rows of an area in bands, each with an empty composite, which is used again for the next
    band."""
    rows = max(1, BAND // max(1, width))
    band = Composite(min(rows, height), width)
    for top in range(0, height, rows):
        if height - top < rows < height:
            band = Composite(height - top, width)
        yield band, slice(top, min(top + rows, height))


def _composite(sheets: Sheets, pixels: Pixels) -> None:
    for band, rows in bands(*pixels.shape[:2]):
        in_band = parts(sheets, rows)
        for sheet in in_band:
            band.lay(sheet)
        hidden = _hidden(in_band) if band.has_gap() else None
        band.write(pixels[rows])
        if hidden is not None:
            packed = _packed(pixels[rows])
            np.copyto(packed, hidden, where=packed == 0)


def _hidden(sheets: Sheets) -> _Packed:
    """The colours of the lowest sheet that has any, without alpha."""
    lowest_first = (sheet for each in sheets for sheet in each.all_sheets)
    first, *others = (_packed(sheet.pixels) & ~_OPAQUE for sheet in lowest_first)
    for packed in others:
        np.copyto(first, packed, where=first == 0)
    return first


def _uncovered(sheets: Sheets) -> Sheets:
    """The topmost sheet that hides all below it, and those above it; or all."""
    for index in range(len(sheets) - 1, 0, -1):
        if _covers(sheets[index]):
            return sheets[index:]
    return sheets


def _covers(sheet: Sheet | SheetGroup) -> bool:
    if sheet.opacity < 1 or sheet.blend_mode is not BlendMode.NORMAL or sheet.hidden is not None:
        return False
    if isinstance(sheet, SheetGroup):
        return not sheet.passes_through and any(map(_covers, sheet.sheets))
    pixels = sheet.pixels
    if not pixels.size or pixels[0, 0, 3] < 255:
        return False
    return bool(_packed(pixels).min() >= _OPAQUE)


def _plain(sheets: Sheets) -> Pixels | None:
    """The pixels of the only sheet, if it looks like them."""
    (first, *others) = sheets
    if others or first.opacity < 1 or first.clipped or first.hidden is not None:
        return None
    return _plain(first.sheets) if isinstance(first, SheetGroup) else first.pixels


def _packed(pixels: Pixels) -> _Packed:
    packed: _Packed = pixels.view("<u4")[..., 0]
    return packed


def _unpack(packed: _Packed, channels: _Floats, bits: _Packed) -> None:
    """Set (4, height, width) `channels` to the bytes of `packed`; `bits` is scratch space."""
    values = bits.view(np.int32)  # which become floats much faster than unsigned numbers do
    np.bitwise_and(packed, _BYTES, out=bits)
    np.copyto(channels[0], values)
    for number in (1, 2):
        np.right_shift(packed, number * _BYTE, out=bits)
        np.bitwise_and(bits, _BYTES, out=bits)
        np.copyto(channels[number], values)
    np.right_shift(packed, 3 * _BYTE, out=bits)
    np.copyto(channels[3], values)


def _pack(channels: _Floats, packed: _Packed, bits: _Packed) -> None:
    """The reverse of `_unpack`, for whole numbers from 0 to 255."""
    values = bits.view(np.int32)
    packed[:] = 0
    for channel in channels[::-1]:
        np.left_shift(packed, _BYTE, out=packed)
        np.copyto(values, channel, casting="unsafe")
        np.bitwise_or(packed, bits, out=packed)
