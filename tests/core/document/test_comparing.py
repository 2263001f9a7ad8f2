"""Two documents on one page."""

import numpy as np

from glide_studio.core.document.comparing import on_one_page
from glide_studio.core.document.document import Document
from glide_studio.core.geometry import Extent, Rect
from glide_studio.core.mask.mask import Mask


def plain(width: int, height: int, level: int) -> Document:
    return Document.from_picture(np.full((height, width, 4), (level, level, level, 255), np.uint8))


def test_documents_of_one_size_keep_their_layers() -> None:
    left, right = plain(40, 30, 10), plain(40, 30, 20)
    masked = right.with_mask(Mask.empty(right.extent).inverted())
    shown = on_one_page(left, masked)
    assert [each.layers for each in shown] == [left.layers, right.layers]
    assert shown[1].mask.is_empty


def test_the_smaller_of_two_alike_is_enlarged() -> None:
    large = plain(162, 120, 20)  # rounded: 40 x 30 enlarged is 160 x 120
    small, same = on_one_page(plain(40, 30, 10), large)
    assert small.extent == same.extent == Extent(162, 120)
    assert (small.composite() == (10, 10, 10, 255)).all()
    assert same.layers == large.layers


def test_pages_of_different_shapes_share_their_top_left_corner() -> None:
    wide, high = on_one_page(plain(60, 20, 10), plain(30, 50, 20))
    assert wide.extent == high.extent == Extent(60, 50)
    assert (wide.composite(Rect(0, 0, 60, 20)) == (10, 10, 10, 255)).all()
    assert not wide.composite(Rect(0, 20, 60, 30)).any()
    assert (high.composite(Rect(0, 0, 30, 50)) == (20, 20, 20, 255)).all()
    assert not high.composite(Rect(30, 0, 30, 50)).any()
