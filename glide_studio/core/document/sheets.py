"""What is composited: the pixels of layers in one area, in the order of the layers."""

from collections.abc import Callable, Iterator, Sequence
from typing import NamedTuple

from glide_studio.core.document.blend_modes import BlendMode
from glide_studio.core.raster.raster import Pixels


class Sheet(NamedTuple):
    """A layer's pixels in one area, with its opacity and blend mode.

    `hidden`, of the size of `pixels`, has the alpha of what its layer mask hides. Those `clipped`
    to it, bottom first, are seen within its alpha.
    """

    pixels: Pixels
    opacity: float
    blend_mode: BlendMode
    hidden: Pixels | None = None
    clipped: "Sheets" = ()

    def looks_like(self, other: "Sheet | SheetGroup") -> bool:
        """Whether both look the same: the same arrays, opacities and blend modes."""
        return (
            isinstance(other, Sheet)
            and self.pixels is other.pixels
            and self.hidden is other.hidden
            and self[1:3] == other[1:3]
            and look_alike(self.clipped, other.clipped)
        )

    def changed(self, change: Callable[[Pixels], Pixels]) -> "Sheet":
        """This sheet with other arrays, of another size."""
        if self.hidden is None and not self.clipped:
            return self._replace(pixels=change(self.pixels))
        hidden = None if self.hidden is None else change(self.hidden)
        clipped = changed_sheets(self.clipped, change)
        return self._replace(pixels=change(self.pixels), hidden=hidden, clipped=clipped)

    @property
    def all_sheets(self) -> Iterator["Sheet"]:
        """It and those clipped to it, bottom first."""
        yield self
        for sheet in self.clipped:
            yield from sheet.all_sheets


class SheetGroup(NamedTuple):
    """The `sheets` of a group of layers, at least one, bottom first.

    They blend with each other alone and then, as one, with what is below; if it `passes_through`,
    each of them blends with what is below.
    """

    sheets: "Sheets"
    opacity: float
    blend_mode: BlendMode
    passes_through: bool = False
    hidden: Pixels | None = None
    clipped: "Sheets" = ()

    def looks_like(self, other: "Sheet | SheetGroup") -> bool:
        """As `Sheet.looks_like`."""
        return (
            isinstance(other, SheetGroup)
            and self.hidden is other.hidden
            and self[1:4] == other[1:4]
            and look_alike(self.sheets, other.sheets)
            and look_alike(self.clipped, other.clipped)
        )

    def changed(self, change: Callable[[Pixels], Pixels]) -> "SheetGroup":
        """As `Sheet.changed`."""
        sheets, clipped = (changed_sheets(each, change) for each in (self.sheets, self.clipped))
        hidden = None if self.hidden is None else change(self.hidden)
        return self._replace(sheets=sheets, hidden=hidden, clipped=clipped)

    @property
    def all_sheets(self) -> Iterator[Sheet]:
        """All sheets inside, bottom first, and those clipped to it."""
        for sheet in (*self.sheets, *self.clipped):
            yield from sheet.all_sheets


Sheets = Sequence[Sheet | SheetGroup]


def look_alike(old: Sheets, new: Sheets) -> bool:
    """Whether both look the same, because they are made of the same arrays in the same way."""
    return len(old) == len(new) and all(a.looks_like(b) for a, b in zip(old, new, strict=True))


def changed_sheets(
    sheets: Sheets, change: Callable[[Pixels], Pixels]
) -> tuple[Sheet | SheetGroup, ...]:
    """The sheets with other arrays, of another size."""
    return tuple(sheet.changed(change) for sheet in sheets)


def parts(sheets: Sheets, rows: slice, columns: slice = slice(None)) -> Sheets:
    """The sheets in a part of their area."""
    return changed_sheets(sheets, lambda pixels: pixels[rows, columns])


def shape_of(sheets: Sheets) -> tuple[int, ...]:
    """Height, width and channels of at least one sheet."""
    return next(sheets[0].all_sheets).pixels.shape
