"""Tiles for the screen: the right pixels, and only the changed ones rebuilt."""

from dataclasses import replace

import numpy as np
import pytest

from glide_studio.core.document.blend_modes import BlendMode
from glide_studio.core.document.document import Document
from glide_studio.core.document.layers import Layer
from glide_studio.core.geometry import Extent, Rect
from glide_studio.core.mask.mask import Mask
from glide_studio.core.raster.raster import Raster
from glide_studio.ui.canvas import tiles as canvas_tiles
from glide_studio.ui.canvas.tiles import MaskTiles, PictureTiles, TilePyramid

RED, GREEN = (255, 0, 0, 255), (0, 255, 0, 255)


def plain(width: int, height: int, rgba: tuple[int, ...]) -> np.ndarray:
    return np.full((height, width, 4), rgba, np.uint8)


def channels(colours: np.ndarray) -> np.ndarray:
    """(height, width, 4) in the order alpha, red, green, blue."""
    return np.stack([colours >> shift & 255 for shift in (24, 16, 8, 0)], axis=-1)


@pytest.mark.parametrize("capacity", [4, canvas_tiles.CAPACITY])
def test_full_size_pixels_are_those_of_the_document(
    monkeypatch: pytest.MonkeyPatch, capacity: int
) -> None:
    monkeypatch.setattr(canvas_tiles, "CAPACITY", capacity)
    pixels = np.random.default_rng(0).integers(0, 256, (900, 900, 4), dtype=np.uint8)
    pixels[..., 3] = 255
    tiles = PictureTiles(Document.from_picture(pixels))
    for area in (Rect(0, 0, 900, 900), Rect(200, 100, 310, 190), Rect(0, 0, 900, 900)):
        seen = channels(tiles.read(0, area))[..., 1:]
        assert np.array_equal(seen, pixels[area.slices_in(Rect(0, 0, 900, 900))][..., :3])


def test_halving_averages_and_keeps_the_edge_opaque() -> None:
    pixels = plain(333, 77, RED)
    pixels[::2, ::2] = GREEN
    tiles = PictureTiles(Document.from_picture(pixels))
    halved = channels(tiles.read(1, Rect(0, 0, 167, 39)))
    assert np.all(halved[..., 0] == 255)
    assert halved[5, 5] == pytest.approx([255, 191, 64, 0], abs=1)
    assert np.all(tiles.read(3, Rect(0, 0, 42, 10)) >> 24 == 255)


def test_transparent_pixels_do_not_bleed_their_colour() -> None:
    pixels = plain(256, 256, RED)
    pixels[::2] = (0, 0, 255, 0)
    halved = channels(PictureTiles(Document.from_picture(pixels)).read(1, Rect(0, 0, 128, 128)))
    assert halved[7, 7] == pytest.approx([128, 128, 0, 0], abs=1)


def test_only_changed_tiles_are_remade() -> None:
    made: list[tuple[int, int]] = []

    def load(key: tuple[int, int]) -> np.ndarray:
        made.append(key)
        return np.full((256, 256), len(made), np.uint8)

    pyramid = TilePyramid(np.uint8, load, lambda block: block[::2, ::2])
    whole = Rect(0, 0, 512, 512)
    for level in (0, 1, 0):
        pyramid.read(level, whole)
    assert sorted(made[:4]) == [(0, 0), (0, 1), (1, 0), (1, 1)]
    made.clear()
    pyramid.invalidate([(1, 0)])
    pyramid.read(1, Rect(0, 0, 256, 256))
    pyramid.read(0, whole)
    assert made == [(1, 0)]


def patched(document: Document, area: Rect) -> Document:
    """The document with a green box on a layer above."""
    raster = Raster.empty(document.extent).write(area, plain(area.width, area.height, GREEN))
    return document.with_layer(Layer("patch", raster))


def test_showing_a_document_returns_the_changed_tiles() -> None:
    document = Document.from_picture(plain(1024, 768, RED))
    tiles = PictureTiles(document)
    tiles.read(0, document.extent.bounds)
    edited = patched(document, Rect(300, 300, 20, 20))
    assert tiles.show(edited) == {(1, 1)}
    assert tiles.show(edited.with_mask(Mask.empty(document.extent))) == set()
    shown = channels(tiles.read(0, document.extent.bounds))
    assert tuple(shown[310, 310]) == (255, 0, 255, 0)
    assert tuple(shown[310, 290]) == (255, 255, 0, 0)


def test_a_change_reaches_every_halving_above_it() -> None:
    document = Document.from_picture(plain(2048, 2048, RED))
    tiles = PictureTiles(document)
    tiles.read(3, Rect(0, 0, 256, 256))
    tiles.show(patched(document, Rect(1024, 1024, 64, 64)))
    shown = channels(tiles.read(3, Rect(0, 0, 256, 256)))
    assert tuple(shown[130, 130]) == (255, 0, 255, 0)
    assert tuple(shown[120, 120]) == (255, 255, 0, 0)


@pytest.mark.parametrize(
    "change", [{"visible": False}, {"opacity": 0.5}], ids=["hidden", "half transparent"]
)
def test_visibility_and_opacity_of_a_layer_change_its_tiles(change: dict[str, float]) -> None:
    document = Document.from_picture(plain(300, 200, RED))
    tiles = PictureTiles(document)
    tiles.read(0, document.extent.bounds)
    changed = replace(document, layers=(replace(document.layers[0], **change),))
    assert tiles.show(changed) == {(0, 0), (1, 0)}
    alpha = channels(tiles.read(0, document.extent.bounds))[..., 0]
    assert np.all(alpha == round(255 * change.get("opacity", 0)))


def test_halving_a_mask_keeps_single_pixels() -> None:
    extent = Extent(4096, 4096)
    mask = Mask.empty(extent).write(Rect(1235, 777, 1, 1), np.full((1, 1), 255, np.uint8))
    tiles = MaskTiles(mask)
    for level in range(7):
        values = tiles.read(level, Rect(0, 0, 4096 >> level, 4096 >> level))
        assert [tuple(place) for place in np.argwhere(values)] == [(777 >> level, 1235 >> level)]
    assert tiles.show(Mask.empty(extent)) == {(4, 3)}
    assert not tiles.read(6, Rect(0, 0, 64, 64)).any()
    assert tiles.bounds.is_empty


@pytest.mark.parametrize("top", ["normal", "multiply"])
@pytest.mark.parametrize(
    "area", [Rect(300, 290, 31, 45), Rect(250, 250, 9, 9), Rect(690, 690, 9, 9)]
)
def test_a_changed_part_is_shown_at_every_size(area: Rect, top: str) -> None:
    noise = np.random.default_rng(2).integers(0, 256, (2, 700, 700, 4), dtype=np.uint8)
    above = Layer("top", Raster.from_array(noise[1]), blend_mode=BlendMode(top))
    document = Document.from_picture(noise[0]).with_layer(above)
    tiles = PictureTiles(document)
    pages = [(level, Rect(0, 0, 700 >> level, 700 >> level)) for level in (0, 1, 2)]
    for level, page in pages:
        tiles.read(level, page)
    ground = document.layers[0]
    raster = ground.raster.write(area, plain(area.width, area.height, GREEN))
    painted = document.with_changed(replace(ground, raster=raster))
    tiles.show_part(painted, area)
    fresh = PictureTiles(painted)
    for level, page in pages:
        assert np.array_equal(tiles.read(level, page), fresh.read(level, page))
    assert tiles.show(painted) == set()


def test_halving_a_mask_takes_the_highest_value_also_of_full_tiles() -> None:
    values = np.full((1200, 1500), 255, np.uint8)
    values[300:700, 600:1100] = np.random.default_rng(0).integers(0, 256, (400, 500), np.uint8)
    values[400:512, 768:1024] = 0
    tiles = MaskTiles(Mask.from_array(values))
    for level in (1, 2, 3):
        side = 2**level
        expected = values[: 1200 // side * side, : 1500 // side * side]
        expected = expected.reshape(1200 // side, side, -1, side).max(axis=(1, 3))
        height, width = expected.shape
        assert np.array_equal(tiles.read(level, Rect(0, 0, width, height)), expected)
