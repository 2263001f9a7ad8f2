"""Checks and notes that the readers of other programs' layered files share."""

from dataclasses import dataclass, field, replace

import numpy as np
import psutil
from numpy.typing import NDArray

from glide_studio.core.document.document import Document
from glide_studio.core.document.layers import Layer, over_white
from glide_studio.core.files.safe_file import PictureError
from glide_studio.core.geometry import MAX_MEGAPIXELS, MAX_SIDE, Extent, Rect
from glide_studio.core.raster.raster import Pixels, Raster
from glide_studio.core.sentence import Sentence

MAX_LAYER_MEGAPIXELS = max(2_000, psutil.virtual_memory().total // 12_000_000)
"""The most megapixels of all layers of a file together: a third of the memory, if it is large."""

MERGED_TOLERANCE = 2
"""Levels by which the composite may differ from the other program's."""


@dataclass(frozen=True)
class Notes:
    """What the artist should know about the file called `name`, each sentence once.

    Several threads may add to it.
    """

    name: str
    _found: dict[str, Sentence] = field(default_factory=dict)

    def __call__(self, sentence: Sentence) -> None:
        """Add a sentence."""
        self._found.setdefault(str(sentence), sentence)

    @property
    def sentences(self) -> tuple[Sentence, ...]:
        return tuple(self._found.values())


def checked_extent(name: str, width: int, height: int) -> Extent:
    """The size of the page of the file called `name`. Raises PictureError if it is too large."""
    if max(width, height) > MAX_SIDE or width * height > MAX_MEGAPIXELS * 1e6:
        raise PictureError(
            "“{name}” has more than {limit} megapixels. Scale it down first.",
            name=name,
            limit=MAX_MEGAPIXELS,
        )
    return Extent(width, height)


def check_megapixels(name: str, megapixels: float) -> None:
    """Raise PictureError if the layers of a file have so many together that memory is at risk."""
    if megapixels > MAX_LAYER_MEGAPIXELS:
        raise PictureError(
            "The layers of “{name}” have more than {limit} megapixels together. Scale the "
            "picture down in the program that made it.",
            name=name,
            limit=MAX_LAYER_MEGAPIXELS,
        )


def placed(pixels: Pixels, bounds: Rect, extent: Extent, notes: Notes) -> Raster:
    """The raster of a layer whose `pixels` lie in `bounds`; says so if the page cuts some off."""
    if not extent.bounds.contains(bounds) and _reaches_out(pixels, bounds, extent):
        notes(
            Sentence(
                "Layers of “{name}” reach past the edge of the picture; these parts are cut off.",
                name=notes.name,
            )
        )
    return Raster.empty(extent).write(bounds, pixels)


def _reaches_out(pixels: Pixels, bounds: Rect, extent: Extent) -> bool:
    """Whether anything that can be seen lies past the edges."""
    alpha = pixels[..., 3].copy()
    alpha[bounds.intersected(extent.bounds).slices_in(bounds)] = 0
    return bool(alpha.any())


def as_shown_elsewhere(document: Document, shown: Pixels | None, notes: Notes) -> Document:
    """`document`, with `shown`, the other program's merged picture, on top if it looks different.

    The layers are hidden then. Without a merged picture, a note says that modes are unknown.
    """
    if shown is None:
        notes(
            Sentence(
                "Some blend modes of “{name}” are unknown: their layers are shown as Normal.",
                name=notes.name,
            )
        )
        return document
    if not _differ(shown, document.composite()):
        return document
    notes(
        Sentence(
            "“{name}” blends its layers in ways that GLIDE Studio does not support. The top "
            "layer shows the picture as it was; the layers are hidden below it.",
            name=notes.name,
        )
    )
    hidden = tuple(replace(layer, visible=False) for layer in document.layers)
    top = Layer(document.unused_name("Merged"), Raster.from_array(shown))
    return replace(document, layers=hidden).with_layer(top)


def _differ(one: Pixels, other: Pixels) -> bool:
    """Whether a merged picture and ours, in straight alpha, look different.

    One without transparency has white where there is nothing.
    """
    if one[..., 3].min() == 255:
        one, other = over_white(one), over_white(other)

    def seen(pixels: Pixels) -> NDArray[np.int16]:
        premultiplied = pixels.astype(np.uint16)
        if pixels.shape[2] == 4:
            premultiplied[..., :3] = premultiplied[..., :3] * premultiplied[..., 3:] // 255
        return premultiplied.astype(np.int16)

    return bool(np.abs(seen(one) - seen(other)).max() > MERGED_TOLERANCE)
