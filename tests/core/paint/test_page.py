"""New pages: sizes on paper in pixels, the text that is remembered, and the document."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from glide_studio.core.document.coverage import has_gap, is_plain
from glide_studio.core.document.reshape import SizeError
from glide_studio.core.geometry import Extent, Rect
from glide_studio.core.modes.modes import Mode, suggested_mode
from glide_studio.core.paint.page import RESOLUTIONS, Page, Unit
from glide_studio.core.raster.colour import Colour

lengths = st.floats(0.001, 1e6)
colours = st.builds(Colour, *[st.integers(0, 255)] * 3)
pages = st.builds(
    Page, lengths, lengths, st.sampled_from(Unit), st.floats(*RESOLUTIONS), st.none() | colours
)


@pytest.mark.parametrize(
    ("page", "width", "height"),
    [
        (Page(21.0, 29.7, Unit.CENTIMETRES, 300), 2480, 3508),  # A4 in every table of such sizes
        (Page(14.8, 21.0, Unit.CENTIMETRES, 300), 1748, 2480),
        (Page(8.5, 11, Unit.INCHES, 300), 2550, 3300),
        (Page(640, 480, Unit.PIXELS, 72), 640, 480),
        (Page(0.001, 1, Unit.INCHES, 1), 1, 1),
    ],
)
def test_a_size_on_paper_in_pixels(page: Page, width: int, height: int) -> None:
    assert page.extent == Extent(width, height)
    assert page.turned().extent == Extent(height, width)


@given(pages)
def test_a_page_is_remembered_as_text(page: Page) -> None:
    assert Page.from_text(page.to_text()) == page


@given(st.text() | st.from_regex(r"\S+ \S+ (px|cm|in) \S+ (transparent|#fff)", fullmatch=True))
def test_another_text_is_refused(text: str) -> None:
    try:
        page = Page.from_text(text)
    except ValueError:
        return
    assert page.extent.width >= 1


def test_the_document_of_a_page() -> None:
    blue = Colour(0, 0, 255)
    document = Page(600, 300, resolution=150, background=blue).document("Background")
    (layer,) = document.layers
    assert document.metadata.resolution == (150, 150)
    assert document.composite(Rect(599, 299, 1, 1)).tolist() == [[[0, 0, 255, 255]]]
    assert is_plain(layer)
    transparent = Page(600, 300, background=None).document("Background")
    assert has_gap(transparent)
    assert is_plain(transparent.layers[0])


def test_a_page_that_is_too_large_is_refused() -> None:
    with pytest.raises(SizeError):
        Page(60_000, 60_000).document("Background")


@pytest.mark.parametrize("background", [None, Colour(255, 255, 255)])
def test_a_prompt_fills_a_new_square_page_until_something_is_drawn(
    background: Colour | None,
) -> None:
    document = Page(300, 300, background=background).document("Background")
    assert suggested_mode(document) is Mode.TEXT_TO_IMAGE
    (layer,) = document.layers
    dot = layer.raster.read(Rect(290, 290, 1, 1))
    dot[:] = 9, 9, 9, 255
    drawn = layer.with_pixels(layer.raster.write(Rect(290, 290, 1, 1), dot))
    assert not is_plain(drawn)
    assert suggested_mode(document.with_changed(drawn)) is Mode.SKETCH
