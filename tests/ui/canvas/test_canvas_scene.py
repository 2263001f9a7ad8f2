"""Painting only what has changed must give the same pixels as painting everything.

That goes for scenes and for the tiles of which they are made.
"""

from dataclasses import replace
from typing import Any

import numpy as np
import pytest
from hypothesis import example, given, settings
from hypothesis import strategies as st
from PySide6.QtGui import QColor

from glide_studio.core.document.blend_modes import BlendMode
from glide_studio.core.document.document import Document
from glide_studio.core.document.groups import Group
from glide_studio.core.document.layers import Layer
from glide_studio.core.geometry import Extent, Rect
from glide_studio.core.mask.mask import Mask
from glide_studio.core.paint.stroke import Brush, Stroke
from glide_studio.core.raster.raster import Pixels, Raster
from glide_studio.core.request.request import GenerationRequest
from glide_studio.core.request.source import Inpaint
from glide_studio.ui.canvas import tiles as canvas_tiles
from glide_studio.ui.canvas.mask import MaskStyle
from glide_studio.ui.canvas.preview import PreviewLayer
from glide_studio.ui.canvas.scene import CanvasScene
from glide_studio.ui.canvas.tiles import MaskTiles, PictureTiles, TilePyramid
from glide_studio.ui.canvas.view import ViewTransform
from tests import fakes
from tests.ui.canvas_events import rgba_of
from tests.ui.edits import noise

WIDTH, HEIGHT = 420, 300
STYLE = MaskStyle(colour=QColor(200, 0, 255))
NOISE = np.random.default_rng(0)
PICTURE = NOISE.integers(0, 256, (433, 617, 4), dtype=np.uint8)
PATCH = NOISE.integers(0, 256, (64, 64, 4), dtype=np.uint8)
SMALL = NOISE.integers(0, 256, (64, 64, 3), dtype=np.uint8)
REGION = Rect(150, 100, 256, 256)

CROP = np.zeros((256, 256, 3), np.uint8)
TRIANGLE = np.tri(REGION.height, REGION.width, dtype=np.uint8) * 255
REQUEST = GenerationRequest(fakes.settings("a lamp"), Inpaint(CROP, TRIANGLE, 8), REGION)

KINDS = (
    *("zoom", "pan", "stroke", "patch", "part", "undo", "colour", "colour"),
    *("preview", "no preview", "paint", "fade", "share", "no fade"),
)
# Each step is a kind and two shares of the document's or the screen's size.
steps = st.tuples(st.sampled_from(KINDS), st.floats(0, 1), st.floats(0, 1))


def scene_of(document: Document, view: ViewTransform, scale: float = 1.0) -> CanvasScene:
    scene = CanvasScene(document, STYLE)
    scene.resize(WIDTH, HEIGHT, scale)
    scene.set_view(view)
    return scene


class Model:
    """A scene that is painted step by step, and the state it should show."""

    def __init__(self, scale: float) -> None:
        self.scale = scale
        self.document = self.start = Document.from_picture(PICTURE)
        self.view = ViewTransform().showing(self.document.extent.bounds, WIDTH, HEIGHT)
        self.preview: PreviewLayer | None = None
        self.before: Document | None = None
        self.share = 1.0
        self.scene = self.fresh()

    def fresh(self) -> CanvasScene:
        scene = scene_of(self.document, self.view, self.scale)
        scene.set_document(self.document, self.before)
        scene.set_share(self.share)
        scene.set_colours(self.document.colours)
        scene.set_preview(self.preview)
        return scene

    def do(self, kind: str, x: float, y: float) -> None:
        scene = self.scene
        if kind == "zoom":
            self.view = self.view.zoomed_at(0.05 * 400**x, WIDTH * y, HEIGHT / 2)
            scene.set_view(self.view)
        elif kind == "pan":
            self.view = self.view.panned(300 * (x - 0.5), 200 * (y - 0.5))
            scene.set_view(self.view)
        elif kind == "stroke":
            stroke = Stroke(self.document.mask, Brush(40, y))
            dirty = stroke.extend(617 * x, 433 * y)
            dirty = dirty.united(stroke.extend(617 * y, 433 * x))
            self.document = self.document.with_mask(stroke.mask)
            scene.set_mask(stroke.mask, dirty)
        elif kind == "preview":
            self.preview = self.preview or PreviewLayer(REQUEST)
            self.preview.set_picture(np.roll(SMALL, int(64 * x), axis=0))
            scene.set_preview(self.preview)
        elif kind == "no preview":
            self.preview = None
            scene.set_preview(None)
        elif kind == "paint":
            scene.refreshed()
        elif kind == "share":
            self.share = round(4 * x) / 4
            scene.set_share(self.share)
        else:
            self.change_document(kind, x, y)

    def change_document(self, kind: str, x: float, y: float) -> None:
        if kind == "undo":
            self.document = self.start
        elif kind == "colour":
            number, masks = int(2.9 * x), self.document.masks
            fresh = Mask.empty(self.document.extent).write(REGION, TRIANGLE)
            self.document = self.document.with_masks({number: fresh, **masks}, number)
        elif kind in ("fade", "no fade"):
            self.before = self.start if kind == "fade" else None
        else:
            area = Rect(int(617 * x), int(433 * y), 64, 64)
            raster = Raster.empty(self.document.extent).write(area, PATCH)
            self.document = self.document.with_layer(Layer("patch", raster))
            if kind == "part":
                self.scene.set_part(self.document, area.intersected(self.document.extent.bounds))
        self.scene.set_document(self.document, self.before)
        self.scene.set_colours(self.document.colours)
        self.scene.set_mask(self.document.mask)


def shown(scene: CanvasScene) -> Pixels:
    while scene.stale_areas():
        scene.refreshed()
    return rgba_of(scene.refreshed())[..., :3]


@settings(max_examples=60)
@given(st.lists(steps, max_size=12), st.sampled_from([1.0, 1.5, 2.0]))
@example([("patch", 0, 0), ("paint", 0, 0), ("share", 0, 0), ("fade", 0, 0)], 1.0)
def test_partial_repaints_equal_a_full_repaint(
    qapp: Any, script: list[tuple[str, float, float]], scale: float
) -> None:
    model = Model(scale)
    for step in script:
        model.do(*step)
    repaired = shown(model.scene).astype(int)
    assert np.abs(repaired - shown(model.fresh())).max() <= 2  # Qt's smoothing is not exact
    assert model.scene.stale_areas() == []


@pytest.mark.parametrize("zoom", [0, 0.4])
def test_painting_on_a_picture_does_not_change_the_compared_one(qapp: Any, zoom: float) -> None:
    model = Model(1.0)
    model.do("zoom", zoom, 0.5)
    shown(model.scene)
    for step in (("fade", 0, 0), ("part", 0.1, 0.1), ("share", 0, 0)):
        model.do(*step)
    assert np.array_equal(shown(model.scene), shown(model.fresh()))


@pytest.mark.parametrize("zoom", [0.25, 1.0, 3.0])
def test_fading_between_transparent_pixels_stays_between_both(qapp: Any, zoom: float) -> None:
    before = Document.from_picture(np.full((160, 200, 4), (200, 40, 0, 128), np.uint8))
    over = Raster.from_array(np.full((160, 200, 4), (0, 80, 240, 200), np.uint8))
    after = before.with_layer(Layer("after", over))
    scene = scene_of(after, ViewTransform(zoom, 0, 0))
    middle = np.s_[: round(150 * zoom), : round(190 * zoom)]

    def at(share: float) -> Pixels:
        scene.set_share(share)
        return shown(scene)[middle].astype(int)

    whole = at(1)
    scene.set_document(after, before)
    first, half, last = at(0), at(0.5), at(1)
    assert np.array_equal(last, whole)
    assert np.abs(half - (first + last) / 2).max() <= 2
    alone = scene_of(before, ViewTransform(zoom, 0, 0))
    assert np.array_equal(first, shown(alone)[middle])


def test_a_large_picture_is_prepared_over_several_frames(qapp: Any) -> None:
    extent = Extent(2600, 2600)
    red = np.full((extent.height, extent.width, 4), (255, 0, 0, 255), np.uint8)
    view = ViewTransform().showing(extent.bounds, WIDTH, HEIGHT)
    scene = scene_of(Document.from_picture(red), view)
    frames = 0
    while scene.stale_areas():
        scene.refreshed()
        frames += 1
    assert 2 <= frames <= 25  # each makes at least eight of 121 tiles and their halvings
    assert tuple(shown(scene)[HEIGHT // 2, WIDTH // 2]) == (255, 0, 0)


def test_a_dab_makes_only_its_surroundings_stale(qapp: Any) -> None:
    model = Model(1.0)
    model.view = ViewTransform()
    scene = model.fresh()
    scene.refreshed()
    stroke = Stroke(model.document.mask, Brush(20, 1))
    scene.set_mask(stroke.mask, stroke.extend(200, 150))
    (stale,) = scene.stale_areas()
    assert max(stale.width(), stale.height()) <= 30
    assert stale.contains(200, 150)


def test_a_new_preview_picture_makes_only_its_bounds_stale(qapp: Any) -> None:
    model = Model(1.0)
    model.scene.refreshed()
    model.do("preview", 0, 0)
    (stale,) = model.scene.stale_areas()
    bounds = model.view.snapped().device_bounds(REGION)
    assert abs(stale.width() - bounds.width) <= 4
    assert abs(stale.height() - bounds.height) <= 4


@pytest.mark.parametrize("scale", [1.0, 2.0])
def test_the_outline_is_one_line_wide_at_every_zoom(qapp: Any, scale: float) -> None:
    grey = np.full((400, 400, 4), (128, 128, 128, 255), np.uint8)
    box = np.pad(np.full((200, 200), 255, np.uint8), 100)
    document = Document.from_picture(grey).with_mask(Mask.from_array(box))
    for zoom in (0.5, 1.0, 4.0):
        view = ViewTransform(zoom, WIDTH / 2 - 100 * zoom, HEIGHT / 2 - 200 * zoom)
        row = shown(scene_of(document, view, scale))[HEIGHT // 2].astype(int).sum(axis=1)
        edge, line = WIDTH // 2, int(scale)
        assert row[edge : edge + line].min() > 650
        assert row[edge - line : edge].max() < 200
        assert row[edge - line - 1] == 3 * 128
        assert row[edge + line] not in (row[edge], 3 * 128)


# The tiles of which a scene is made

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
    pixels = noise(900, 900)
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


def test_a_change_updates_every_smaller_level() -> None:
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
    pictures = np.random.default_rng(2).integers(0, 256, (2, 700, 700, 4), dtype=np.uint8)
    above = Layer("top", Raster.from_array(pictures[1]), blend_mode=BlendMode(top))
    document = Document.from_picture(pictures[0]).with_layer(above)
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


def in_group(passes: bool) -> Document:
    """A group with a mask, of two layers that blend, above a ground."""
    pictures = np.random.default_rng(2).integers(0, 256, (4, 300, 700, 4), dtype=np.uint8)
    ground, *rasters, hidden = map(Raster.from_array, pictures)
    group = Group("G", passes_through=passes, mask=Layer("", hidden))
    inside = [
        Layer("", raster, groups=(group,), blend_mode=BlendMode.MULTIPLY) for raster in rasters
    ]
    return replace(Document.blank(ground.extent), layers=(Layer("", ground), *inside))


@pytest.mark.parametrize("passes", [True, False])
def test_a_mask_of_a_group_that_is_painted_is_shown(passes: bool) -> None:
    document = in_group(passes)
    (group,) = document.groups.values()
    assert group.mask is not None
    tiles, page = PictureTiles(document), document.extent.bounds
    tiles.read(0, page)
    area = Rect(200, 50, 180, 200)
    raster = group.mask.raster.write(area, np.zeros((200, 180, 4), np.uint8))
    painted = document.with_group(replace(group, mask=replace(group.mask, raster=raster)))
    tiles.show_part(painted, area)
    assert np.array_equal(tiles.read(0, page), PictureTiles(painted).read(0, page))
    disabled = painted.with_group(replace(group, mask=replace(group.mask, visible=False)))
    assert tiles.show(disabled) == {(0, 0), (1, 0), (2, 0), (0, 1), (1, 1), (2, 1)}
    assert np.array_equal(tiles.read(0, page), PictureTiles(disabled).read(0, page))


def test_clipping_to_a_group_that_passes_through_changes_all_of_it() -> None:
    """It no longer passes through then, also where the clipped layer is empty."""
    document = in_group(passes=True)
    tiles, page = PictureTiles(document), document.extent.bounds
    tiles.read(0, page)
    dot = Raster.empty(document.extent).write(Rect(5, 5, 2, 2), plain(2, 2, GREEN))
    clipped = document.with_layer(Layer("", dot, clipped=True))
    tiles.show(clipped)
    assert np.array_equal(tiles.read(0, page), PictureTiles(clipped).read(0, page))


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
