"""The parts of the mask that are repainted one after the other."""

from dataclasses import replace
from typing import NamedTuple

from glide_studio.core.document.document import Document
from glide_studio.core.mask.colours import MaskColours
from glide_studio.core.mask.islands import Islands, islands
from glide_studio.core.mask.mask import Mask


class Part(NamedTuple):
    """What one run repaints of the mask: all of the colour of this number, or an island of it."""

    colour: int
    mask: Mask

    def masking(self, document: Document) -> Document:
        """`document` with only this part masked."""
        region = document.region if self.mask is document.mask else None
        return replace(document, mask=self.mask, colours=MaskColours(), region=region)


class Parts(NamedTuple):
    """The parts of a mask, of which `total` were found: the smallest of very many are left out."""

    parts: tuple[Part, ...] = ()
    total: int = 0


def parts_of(document: Document, separately: bool) -> Parts:
    """Each painted colour of the mask, or `separately` each of its islands. Takes a while."""
    parts: list[Part] = []
    total = 0
    for colour in document.painted:
        mask = document.masks[colour]
        found = islands(mask) if separately else Islands((mask,), 1)
        parts += [Part(colour, each) for each in found.parts]
        total += found.total
    return Parts(tuple(parts), total)
