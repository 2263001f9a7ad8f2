"""All of a document, small: its tiles are reduced anew only where its layers changed."""

from collections.abc import Mapping
from dataclasses import dataclass, field

from glide_studio.core.document.document import Document
from glide_studio.core.document.layers import Sheet, composite_tile, sheets_at
from glide_studio.core.geometry import Extent
from glide_studio.core.raster.raster import Key, Pixels
from glide_studio.core.raster.thumbnail import assembled, halved_often, reduced, reduced_extent


@dataclass(frozen=True, eq=False)
class Overview:
    """What a document shows, with every `factor` pixels (a power of 2) as one.

    `blocks` are its tiles in that size, and what each was made of.
    """

    whole: Extent
    factor: int
    blocks: Mapping[Key, tuple[list[Sheet], Pixels]] = field(repr=False)

    @classmethod
    def of(cls, document: Document, side: int, before: "Overview | None" = None) -> "Overview":
        """The largest that keeps to `side` x `side` pixels; `before` lends what did not change."""
        factor = halved_often(document.extent, side)
        old = before.blocks if before is not None and before.factor == factor else {}
        blocks: dict[Key, tuple[list[Sheet], Pixels]] = {}
        for key in {key for layer in document.layers for key in layer.raster.tiles}:
            sheets = sheets_at(document.layers, key)
            there = old.get(key)
            if there is not None and _look_alike(there[0], sheets):
                blocks[key] = there
            elif (tile := composite_tile(sheets)) is not None:
                blocks[key] = sheets, reduced(tile, factor)
        return cls(document.extent, factor, blocks)

    @property
    def extent(self) -> Extent:
        return reduced_extent(self.whole, self.factor)

    def to_array(self) -> Pixels:
        """Straight-alpha RGBA, (height, width, 4) uint8."""
        blocks = {key: block for key, (_, block) in self.blocks.items()}
        return assembled(blocks, self.extent, self.factor)


def _look_alike(old: list[Sheet], new: list[Sheet]) -> bool:
    return len(old) == len(new) and all(a.looks_like(b) for a, b in zip(old, new, strict=True))
