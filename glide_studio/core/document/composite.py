"""The composite of a small area while it is made.

It is computed in planes, one for each channel, which is several times as fast as pixel by pixel.
"""

from collections.abc import Iterator, Sequence

import numpy as np
from numpy.typing import NDArray

from glide_studio.core.document.blend_modes import SCRATCH_ARRAYS, BlendMode, blend
from glide_studio.core.document.sheets import Sheet, SheetGroup, Sheets, shape_of
from glide_studio.core.raster.raster import TILE_SIZE, Pixels

BAND = 64 * TILE_SIZE
"""The pixels that are composited at a time."""

WHITE = np.float32(255)

_BYTE, _BYTES = np.uint32(8), np.uint32(0xFF)
_IN_PLACE = np.array([0xFF, 0xFF00, 0xFF0000], np.uint32).reshape(3, 1, 1)
_BACK = np.array([2.0**-8, 2.0**-16], np.float32).reshape(2, 1, 1)
_TINY = np.float32(1e-30)
_UNSEEN = np.float32(0.5 / 255)
"""The alpha below which a pixel is rounded to a transparent one."""
_NOISE = np.float32(1e-6)
"""Above the sum of float32's rounding errors, and below what can be seen."""

_Floats = NDArray[np.float32]
Packed = NDArray[np.uint32]
"""The four bytes of a pixel as one number, red lowest."""


class Composite:
    """The composite of layers in an area of `height` x `width`, empty at first.

    Colours are premultiplied, 0 to 255, alpha is 0 to 1, and neither is rounded.
    """

    def __init__(self, height: int, width: int) -> None:
        self._lower: _Floats = np.empty((4, height, width), np.float32)
        self._upper = np.empty_like(self._lower)
        self._bits: Packed = np.empty((height, width), np.uint32)
        self._scratch: _Floats | None = None
        self._run: _Run | None = None
        self._nested: Composite | None = None
        self._is_empty = True

    @classmethod
    def of(cls, sheets: Sheets) -> "Composite":
        """The composite of at least one sheet, bottom first."""
        found = cls(*shape_of(sheets)[:2])
        found.lay_all(sheets)
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

    def lay_all(self, sheets: Sheets) -> None:
        """Lay sheets of this size on top, bottom first."""
        run: list[Sheet] = []
        for sheet in sheets:
            if isinstance(sheet, Sheet) and _is_simple(sheet):
                run.append(sheet)
            else:
                self._lay_run(run)
                run = []
                self.lay(sheet)
        self._lay_run(run)

    def _lay_run(self, sheets: Sequence[Sheet]) -> None:
        """Lay simple sheets on top."""
        if len(sheets) < 2:
            for sheet in sheets:
                self.lay(sheet)
            return
        run = self._run = self._run or _Run(*self._bits.shape)
        run.lay(sheets)
        if self._is_empty:
            self._lower, run.planes = run.planes, self._lower
            self._is_empty = False
        else:
            self._lower *= run.through
            self._lower += run.planes

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
            _unpack(as_packed(sheet.pixels), self._upper, self._bits)
            share = sheet.opacity / 255  # 255 / 255 in float32 is 1
        if sheet.clipped:
            self._clip(sheet.clipped)
        self._upper[3] *= np.float32(share)
        if sheet.hidden is not None:
            self._upper[3] *= self._shown(sheet.hidden)

    def _take_group(self, sheets: Sheets) -> None:
        inside = self._inside
        inside.lay_all(sheets)
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
        inside.lay_all(clipped)
        np.copyto(self._upper[:3], inside._lower[:3])
        inside._is_empty = True

    def _shown(self, hidden: Pixels) -> _Floats:
        """The share of each pixel, (height, width), that a layer mask does not hide."""
        np.right_shift(as_packed(hidden), 3 * _BYTE, out=self._bits)
        return np.subtract(np.float32(1), self._bits * np.float32(1 / 255), dtype=np.float32)

    def _lay_through(self, group: SheetGroup) -> None:
        """Lay each sheet of a group on top, and fade to the result by the group's opacity and by
        what its mask shows."""
        fades = group.opacity < 1 or group.hidden is not None
        before = self._lower.copy() if fades and not self._is_empty else None
        self.lay_all(group.sheets)
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
        alpha *= WHITE
        np.rint(planes, out=planes)
        _pack(planes, as_packed(pixels), self._bits)
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
        np.multiply(alpha, WHITE, out=self._scratch_plane)
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
        blend(mode, below, np.divide(colour, WHITE, out=both), self._scratch[2:])
        both *= WHITE
        both -= colour
        both *= alpha
        colour += both


class _Run:
    """Sheets in normal mode one above the other, `planes` as in `Composite`; `through` is the share
    of what is below that is seen.

    From the top down, each sheet adds as much as those above it let through, which takes fewer
    steps than mixing it with all that is below. The bytes of green and blue stay where they are in
    a pixel, so that these are 2**8 and 2**16 times as large until the end, which rounds nothing.
    """

    def __init__(self, height: int, width: int) -> None:
        self.planes: _Floats = np.empty((4, height, width), np.float32)
        self.through: _Floats = np.empty((height, width), np.float32)
        self._upper = np.empty_like(self.planes)
        self._bits: Packed = np.empty((3, height, width), np.uint32)

    def lay(self, sheets: Sequence[Sheet]) -> None:
        """Lay at least one sheet, bottom first, on nothing."""
        top, *others = reversed(sheets)
        self._take(top)
        self._upper[:3] *= self._upper[3]
        np.subtract(1, self._upper[3], out=self.through)
        self.planes, self._upper = self._upper, self.planes
        for sheet in others:
            self._take(sheet)
            share = self._upper[3]
            share *= self.through
            self._upper[:3] *= share
            self.planes += self._upper
            self.through -= share
        self.planes[1:3] *= _BACK

    def _take(self, sheet: Sheet) -> None:
        """Set `_upper` to a sheet in straight alpha."""
        packed, values = as_packed(sheet.pixels), self._bits.view(np.int32)
        np.bitwise_and(packed, _IN_PLACE, out=self._bits)
        np.copyto(self._upper[:3], values)
        np.right_shift(packed, 3 * _BYTE, out=self._bits[0])
        np.copyto(self._upper[3], values[0])
        self._upper[3] *= np.float32(sheet.opacity / 255)


def bands(height: int, width: int) -> Iterator[tuple[Composite, slice]]:
    """The rows of an area in bands, each with an empty composite, which is used again for the next
    band."""
    rows = max(1, BAND // max(1, width))
    band = Composite(min(rows, height), width)
    for top in range(0, height, rows):
        if height - top < rows < height:
            band = Composite(height - top, width)
        yield band, slice(top, min(top + rows, height))


def _is_simple(sheet: Sheet) -> bool:
    """Whether it only covers what is below."""
    return sheet.blend_mode is BlendMode.NORMAL and sheet.hidden is None and not sheet.clipped


def as_packed(pixels: Pixels) -> Packed:
    """(height, width, 4) pixels as numbers that share their memory."""
    packed: Packed = pixels.view("<u4")[..., 0]
    return packed


def _unpack(packed: Packed, channels: _Floats, bits: Packed) -> None:
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


def _pack(channels: _Floats, packed: Packed, bits: Packed) -> None:
    """The reverse of `_unpack`, for whole numbers from 0 to 255."""
    values = bits.view(np.int32)
    packed[:] = 0
    for channel in channels[::-1]:
        np.left_shift(packed, _BYTE, out=packed)
        np.copyto(values, channel, casting="unsafe")
        np.bitwise_or(packed, bits, out=packed)
