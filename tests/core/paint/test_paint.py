import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st

from glide_studio.core.document.document import Document
from glide_studio.core.document.history import History
from glide_studio.core.document.layers import Layer
from glide_studio.core.geometry import Extent, Rect
from glide_studio.core.mask.mask import Mask
from glide_studio.core.paint.paint import PaintStroke, filled
from glide_studio.core.paint.stroke import Brush, Stroke
from glide_studio.core.raster.colour import Colour
from glide_studio.core.raster.raster import TILE_SIZE, Pixels, Raster
from tests.core.samples import box_mask, changed_tiles, noise, values

PAGE = Extent(400, 300)
ORANGE = Colour(255, 136, 0)


def picture(alpha: int | None = None) -> Pixels:
    pixels = noise(300, 400, 4)
    if alpha is not None:
        pixels[..., 3] = alpha
    return pixels


def painted(before: Pixels, brush: Brush, times: int = 1) -> Pixels:
    """The pixels of a layer after a stroke that stays in the middle."""
    stroke = PaintStroke(Raster.from_array(before), brush, ORANGE)
    for _ in range(times):
        stroke.extend(200, 150)
    return stroke.raster.to_array()


def test_a_stroke_covers_what_a_stroke_on_a_mask_covers() -> None:
    mask = Stroke(Mask.empty(PAGE), Brush(60, 0.3))
    paint = PaintStroke(Raster.empty(PAGE), Brush(60, 0.3), ORANGE)
    for x, y, pressure in ((50, 60, 1.0), (200, 90, 0.5), (390, 280, 1.0)):
        assert paint.extend(x, y, pressure) == mask.extend(x, y, pressure)
    pixels = paint.raster.to_array()
    assert np.array_equal(pixels[..., 3], values(mask.mask))
    assert (pixels[pixels[..., 3] > 0, :3] == ORANGE.rgb).all()
    assert not pixels[pixels[..., 3] == 0].any()


def test_colour_replaces_inside_and_mixes_at_a_soft_edge() -> None:
    before = picture(255)
    after = painted(before, Brush(80, 0))
    assert tuple(after[150, 200]) == (*ORANGE.rgb, 255)
    share = Stroke(Mask.empty(PAGE), Brush(80, 0))
    share.extend(200, 150)
    covered = values(share.mask)[..., np.newaxis] / 255
    wanted = before[..., :3] * (1 - covered) + np.array(ORANGE.rgb) * covered
    assert np.abs(after[..., :3] - wanted).max() <= 0.51
    assert (after[..., 3] == 255).all()
    assert np.array_equal(after[:100], before[:100])


def test_painting_over_itself_within_a_stroke_does_not_build_up() -> None:
    once, often = (painted(picture(), Brush(80, 0), times) for times in (1, 9))
    assert np.array_equal(once, often)


def test_the_eraser_makes_the_layer_transparent() -> None:
    after = painted(picture(200), Brush(40, 1, erase=True))
    assert not after[150, 185:215].any()
    assert np.array_equal(after[:100], picture(200)[:100])
    row = painted(picture(200), Brush(40, 0, erase=True))[150, 200:225, 3].astype(int)
    assert (np.diff(row) >= 0).all()
    assert row[-1] == 200


brushes = st.builds(Brush, st.floats(1, 90), st.floats(0, 1), st.booleans())
places = st.tuples(st.floats(-50, 450), st.floats(-50, 350), st.floats(0, 1))


@given(brushes, st.lists(places, min_size=1, max_size=4), st.sampled_from([None, 0, 90, 255]))
def test_the_dirty_rectangle_covers_all_changes(
    brush: Brush, moves: list[tuple[float, float, float]], alpha: int | None
) -> None:
    stroke = PaintStroke(Raster.from_array(picture(alpha)), brush, ORANGE)
    for move in moves:
        before = stroke.raster.to_array()
        dirty = stroke.extend(*move)
        after = stroke.raster.to_array()
        if brush.erase:
            assert (after[..., 3] <= before[..., 3]).all()
        else:
            assert (after[..., 3] >= before[..., 3]).all()
        after[dirty.slices_in(PAGE.bounds)] = before[dirty.slices_in(PAGE.bounds)]
        assert np.array_equal(after, before)


def test_a_stroke_costs_the_tiles_it_touches() -> None:
    layer = Layer("ground", Raster.from_array(np.full((1024, 1024, 4), 99, np.uint8)))
    document = Document.blank(Extent(1024, 1024)).with_layer(layer)
    stroke = PaintStroke(layer.raster, Brush(40, 1), ORANGE)
    for x in range(300, 480, 20):
        stroke.extend(x, 600)
    history = History.start(document)
    painted = document.with_changed(Layer("ground", stroke.raster, id=layer.id))
    spent = history.push("stroke", painted).size_bytes - history.size_bytes
    assert spent == 4 * TILE_SIZE**2
    assert changed_tiles(layer.raster, stroke.raster) == [(1, 2)]


def test_filling_stays_within_the_mask() -> None:
    mask = box_mask(PAGE, Rect(250, 200, 60, 90))
    mask = mask.write(Rect(0, 0, 1, 1), np.full((1, 1), 51, np.uint8))
    before = picture(255)
    after = filled(Raster.from_array(before), ORANGE, mask).to_array()
    assert (after[200:290, 250:310] == (*ORANGE.rgb, 255)).all()
    mixed = 0.8 * before[0, 0, :3] + 0.2 * np.array(ORANGE.rgb)
    assert after[0, 0, :3] == pytest.approx(mixed, abs=1)
    after[200:290, 250:310] = before[200:290, 250:310]
    after[0, 0] = before[0, 0]
    assert np.array_equal(after, before)
    whole = filled(Raster.empty(PAGE), ORANGE, Mask.empty(PAGE)).to_array()
    assert (whole == (*ORANGE.rgb, 255)).all()
