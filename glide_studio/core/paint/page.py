"""New pages: their size in pixels or on paper, their resolution and their background."""

from dataclasses import dataclass, replace
from enum import Enum
from typing import Self

from glide_studio.core.document.document import Document
from glide_studio.core.document.layers import Layer
from glide_studio.core.document.metadata import Metadata
from glide_studio.core.document.reshape import check_extent
from glide_studio.core.geometry import Extent
from glide_studio.core.paint.paint import plain
from glide_studio.core.raster.colour import WHITE, Colour
from glide_studio.core.raster.raster import Raster

RESOLUTIONS = (1.0, 10_000.0)
"""The least and the greatest resolution in pixels per inch."""


class Unit(Enum):
    """A unit of length; the value is how it is written."""

    PIXELS = "px"
    CENTIMETRES = "cm"
    INCHES = "in"

    def pixels(self, resolution: float) -> float:
        """The pixels of one unit at `resolution` in pixels per inch."""
        return {"px": 1.0, "cm": resolution / 2.54, "in": resolution}[self.value]


@dataclass(frozen=True)
class Page:
    """What a new document is like.

    `width` and `height` are in `unit`, above 0; `resolution` is in pixels per inch, within
    `RESOLUTIONS`. `background` is a colour in sRGB, or None for a transparent page. ValueError for
    other numbers.
    """

    width: float
    height: float
    unit: Unit = Unit.PIXELS
    resolution: float = 300.0
    background: Colour | None = WHITE

    def __post_init__(self) -> None:
        least, greatest = RESOLUTIONS
        if not (self.width > 0 and self.height > 0 and least <= self.resolution <= greatest):
            raise ValueError(f"{self} is no page")

    @classmethod
    def from_text(cls, text: str) -> Self:
        """The reverse of `to_text`; ValueError for other texts."""
        width, height, unit, resolution, background = text.split()
        colour = None if background == "transparent" else Colour.from_hex(background)
        return cls(float(width), float(height), Unit(unit), float(resolution), colour)

    def to_text(self) -> str:
        """Such as "21.0 29.7 cm 300.0 #ffffff"."""
        background = "transparent" if self.background is None else self.background.hex
        return f"{self.width} {self.height} {self.unit.value} {self.resolution} {background}"

    @property
    def extent(self) -> Extent:
        """The size in whole pixels, at least one each way."""
        scale = self.unit.pixels(self.resolution)
        return Extent(max(1, round(self.width * scale)), max(1, round(self.height * scale)))

    def turned(self) -> "Page":
        """The same page on its side."""
        return replace(self, width=self.height, height=self.width)

    def document(self, name: str) -> Document:
        """A document of this page with one layer called `name`, on which all will be drawn.

        Raises SizeError if it would be too large.
        """
        extent = self.extent
        check_extent(extent)
        colour = self.background
        raster = Raster.empty(extent) if colour is None else plain(extent, colour)
        metadata = Metadata(resolution=(self.resolution, self.resolution))
        blank = replace(Document.blank(extent), metadata=metadata)
        return blank.with_layer(Layer(name, raster, drawn=True))
