import time

import numpy as np
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from scipy import ndimage

from glide_studio.core.document.colour_selection import ColourRange, like_colour, wand
from glide_studio.core.document.document import Document
from glide_studio.core.document.layers import Layer
from glide_studio.core.geometry import Extent, Rect
from glide_studio.core.raster.raster import Raster
from tests.core.samples import noise, opaque, values

WHITE, BLACK, GREY = (255, 255, 255, 255), (0, 0, 0, 255), (100, 100, 100, 255)


def maze() -> Document:
    """A white path winds over black through all four tiles; a second path is not connected."""
    pixels = np.full((500, 520, 4), BLACK, np.uint8)
    pixels[10:490:40, 10:500] = WHITE
    for i, y in enumerate(range(10, 450, 40)):
        x = 499 if i % 2 == 0 else 10
        pixels[y : y + 41, x] = WHITE
    pixels[30, 100:200] = WHITE
    return Document.from_picture(pixels)


def test_the_wand_follows_a_path_through_all_tiles() -> None:
    document = maze()
    found = values(wand(document, 10, 10, 0))
    white = document.composite()[..., 0] == 255
    white[30, 100:200] = False
    assert np.array_equal(found, np.where(white, 255, 0))
    assert values(wand(document, 150, 30, 0)).sum() == 100 * 255


@given(st.integers(0, 10_000), st.integers(0, 255), st.integers(0, 299), st.integers(0, 279))
@settings(max_examples=30)
def test_the_wand_finds_the_connected_area_around_its_point(
    seed: int, tolerance: int, x: int, y: int
) -> None:
    normal = np.random.default_rng(seed).normal(0, 1, (280, 300, 3))
    smooth = ndimage.gaussian_filter(normal, (9, 9, 0))
    pixels = opaque((255 * (smooth - smooth.min()) / np.ptp(smooth)).astype(np.uint8))
    difference = np.abs(pixels.astype(int) - pixels[y, x]).max(axis=-1)
    alike = difference <= tolerance
    pieces, _ = ndimage.label(alike)
    document = Document.from_picture(pixels)
    assert np.array_equal(values(wand(document, x, y, tolerance)), 255 * (pieces == pieces[y, x]))
    assert np.array_equal(values(wand(document, x, y, tolerance, False)), 255 * alike)


def test_the_wand_sees_all_visible_layers() -> None:
    document = maze()
    wall = np.zeros((500, 520, 4), np.uint8)
    wall[:, 250:252] = BLACK
    split = document.with_layer(Layer("wall", Raster.from_array(wall)))
    assert values(wand(split, 10, 10, 0)).sum() == 240 * 255


def test_fully_transparent_pixels_are_equal_whatever_their_colour() -> None:
    pixels = np.zeros((40, 40, 4), np.uint8)
    pixels[:, :20] = (200, 10, 10, 0)
    pixels[:, 30:] = (0, 0, 0, 255)
    assert values(wand(Document.from_picture(pixels), 0, 0, 0)).sum() == 30 * 40 * 255


def test_nothing_is_selected_outside_the_picture() -> None:
    assert wand(maze(), -1, 10, 255).is_empty
    assert wand(maze(), 520, 10, 255, False).is_empty
    assert ColourRange.of_area(maze(), Rect(600, 0, 5, 5)) is None
    assert wand(Document.blank(Extent(300, 20)), 5, 5, 0).bounds() == Rect(0, 0, 300, 20)


def test_a_small_area_of_a_large_picture_is_found_quickly() -> None:
    pixels = np.full((4000, 4000, 4), WHITE, np.uint8)
    pixels[3000:3100, 3000:3100] = GREY
    document = Document.from_picture(pixels)
    wand(maze(), 10, 10, 0)  # scipy is there
    started = time.perf_counter()
    assert wand(document, 3050, 3050, 20).bounds() == Rect(3000, 3000, 100, 100)
    assert time.perf_counter() - started < 0.2


def test_a_colour_range_fades_with_the_distance_of_colours() -> None:
    ramp = np.arange(256, dtype=np.uint8)[np.newaxis]
    document = Document.from_picture(opaque(np.dstack([ramp] * 3)))
    colours = ColourRange.of_area(document, Rect(100, 0, 11, 1))
    assert colours is not None
    found = values(like_colour(document, colours, 20))[0].astype(int)
    assert (found[100:111] == 255).all()
    assert (np.diff(found[110:]) <= 0).all()
    assert found[111] < 255
    assert found[130] > 0
    assert found[131] == found[79] == 0
    assert np.array_equal(found[100 - np.arange(100)], found[110 + np.arange(100)])
    assert (values(like_colour(document, colours, 0))[0] > 0).sum() == 11


@pytest.mark.parametrize("tolerance", [0, 40, 255])
def test_a_range_has_the_same_tolerance_as_the_wand(tolerance: int) -> None:
    document = Document.from_picture(opaque(noise(90, 300, 3, seed=4)))
    colours = ColourRange.of_area(document, Rect(7, 8, 1, 1))
    assert colours is not None
    found = values(like_colour(document, colours, tolerance)) > 0
    assert np.array_equal(found, values(wand(document, 7, 8, tolerance, False)) > 0)
