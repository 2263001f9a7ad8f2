"""Two documents on the same page, to be compared."""

from fractions import Fraction

from glide_studio.core.document.document import Document
from glide_studio.core.document.reshape import cropped, scaled
from glide_studio.core.geometry import Extent, Rect
from glide_studio.core.mask.mask import Mask
from glide_studio.core.raster.resample import Resampling

SAME_SHAPE = Fraction(1, 50)
"""Relative difference of two pictures' proportions up to which one counts as the other enlarged."""


def on_one_page(left: Document, right: Document) -> tuple[Document, Document]:
    """Both without their masks and guides, and of the same size: the smaller one is enlarged if it
    has the shape of the other; otherwise both lie at the top left of a page for both. May take a
    while."""
    sides = (left.extent, right.extent)
    page = Extent(max(side.width for side in sides), max(side.height for side in sides))
    shapes = [Fraction(side.width, side.height) for side in sides]
    if abs(shapes[0] / shapes[1] - 1) <= SAME_SHAPE:
        left, right = (_enlarged(document, page) for document in (left, right))
    else:
        left, right = (
            cropped(document, Rect(0, 0, page.width, page.height)) for document in (left, right)
        )
    return _bare(left), _bare(right)


def _enlarged(document: Document, page: Extent) -> Document:
    if document.extent == page:
        return document
    return scaled(document, page, Resampling.BILINEAR)


def _bare(document: Document) -> Document:
    return document.with_mask(Mask.empty(document.extent))
