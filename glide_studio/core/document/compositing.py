"""Compositing of layers, by W3C's Compositing and Blending Level 1.

Colours are rounded only after the last layer. Areas are composited a few rows at a time, which stay
in the processor's cache.
"""

from collections.abc import Callable, Iterable
from concurrent.futures import ThreadPoolExecutor
from os import cpu_count
from typing import TypeVar

import numpy as np

from glide_studio.core.document.blend_modes import BlendMode
from glide_studio.core.document.composite import WHITE, Packed, as_packed, bands
from glide_studio.core.document.sheets import Sheet, SheetGroup, Sheets, parts, shape_of
from glide_studio.core.raster.raster import Pixels

MIN_SHARED = 4
"""The fewest tiles for which starting threads pays."""

_OPAQUE = np.uint32(0xFF000000)

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
        old, new = as_packed(lower[rows]), as_packed(upper[rows])
        band.lay(Sheet(lower[rows], 1.0, BlendMode.NORMAL))
        band.fade_to(upper[rows], coverage[rows].astype(np.float32) / WHITE)
        mixed = np.empty_like(lower[rows])
        band.write(mixed)
        as_packed(mixed)[mixed[..., 3] == 0] = 0  # where alpha was rounded to 0
        np.copyto(old, as_packed(mixed), where=(coverage[rows] > 0) & (old != new))
        np.copyto(old, new, where=coverage[rows] == 255)


def shared_out(work: Callable[[_Item], _Result], items: Iterable[_Item]) -> list[_Result]:
    """The results of `work` for each of `items`, usually tiles, computed on all processors."""
    items = list(items)
    if len(items) < MIN_SHARED:
        return [work(item) for item in items]
    with ThreadPoolExecutor(cpu_count()) as threads:
        return list(threads.map(work, items))


def _composite(sheets: Sheets, pixels: Pixels) -> None:
    for band, rows in bands(*pixels.shape[:2]):
        in_band = parts(sheets, rows)
        band.lay_all(in_band)
        hidden = _hidden(in_band) if band.has_gap() else None
        band.write(pixels[rows])
        if hidden is not None:
            packed = as_packed(pixels[rows])
            np.copyto(packed, hidden, where=packed == 0)


def _hidden(sheets: Sheets) -> Packed:
    """The colours of the lowest sheet that has any, without alpha."""
    lowest_first = (sheet for each in sheets for sheet in each.all_sheets)
    first, *others = (as_packed(sheet.pixels) & ~_OPAQUE for sheet in lowest_first)
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
    return bool(as_packed(pixels).min() >= _OPAQUE)


def _plain(sheets: Sheets) -> Pixels | None:
    """The pixels of the only sheet, if it looks like them."""
    (first, *others) = sheets
    if others or first.opacity < 1 or first.clipped or first.hidden is not None:
        return None
    return _plain(first.sheets) if isinstance(first, SheetGroup) else first.pixels
