"""A thumbnail of a whole document, recomputed only where its layers changed."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from functools import partial

from glide_studio.core.document.compositing import composite_tile
from glide_studio.core.document.document import Document
from glide_studio.core.document.layers import sheets_at
from glide_studio.core.document.sheets import Sheets, changed_sheets, look_alike
from glide_studio.core.geometry import Extent
from glide_studio.core.raster.raster import Pixels, TileKey
from glide_studio.core.raster.thumbnail import (
    assembled,
    mean_of,
    reduced_extent,
    reduction_factor,
    samples,
)


@dataclass(frozen=True, eq=False)
class Overview:
    """A document's composite, reduced by `factor`, a power of 2, along both axes.

    `blocks` are its reduced tiles, each with the sheets it was made of.
    """

    whole: Extent
    factor: int
    blocks: Mapping[TileKey, tuple[Sheets, Pixels]] = field(repr=False)

    @classmethod
    def of(cls, document: Document, side: int, previous: "Overview | None" = None) -> "Overview":
        """The largest overview within `side` x `side` pixels; reuses unchanged blocks of
        `previous`."""
        factor = reduction_factor(document.extent, side)
        old = previous.blocks if previous is not None and previous.factor == factor else {}
        blocks: dict[TileKey, tuple[Sheets, Pixels]] = {}
        for key in {key for layer in document.layers for key in layer.raster.tiles}:
            sheets = sheets_at(document.layers, key)
            unchanged = old.get(key)
            if unchanged is not None and look_alike(unchanged[0], sheets):
                blocks[key] = unchanged
                continue
            # The pixels of a tile that its thumbnail is made of: only they are composited.
            sampled = composite_tile(changed_sheets(sheets, partial(samples, factor=factor)))
            if sampled is not None:
                blocks[key] = sheets, mean_of(sampled, factor)
        return cls(document.extent, factor, blocks)

    @property
    def extent(self) -> Extent:
        return reduced_extent(self.whole, self.factor)

    def to_array(self) -> Pixels:
        """Straight-alpha RGBA, (height, width, 4) uint8."""
        blocks = {key: block for key, (_, block) in self.blocks.items()}
        return assembled(blocks, self.extent, self.factor)
