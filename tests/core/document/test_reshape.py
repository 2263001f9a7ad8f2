"""Whole documents cropped, extended, scaled and rotated."""

from dataclasses import replace

import numpy as np
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from PIL import Image

from glide_studio.core.document.document import Document
from glide_studio.core.document.guides import Guide, replaced, snapped
from glide_studio.core.document.layers import Layer
from glide_studio.core.document.reshape import (
    check_extent,
    cropped,
    flipped,
    rotated,
    scaled,
)
from glide_studio.core.geometry import Extent, Rect
from glide_studio.core.modes.modes import Mode
from glide_studio.core.raster.raster import Raster
from glide_studio.core.raster.resample import Resampling
from tests.core.samples import box_mask, edited, noise, opaque, values

SIZE = Extent(330, 290)
PHOTOGRAPH = Document.from_picture(opaque(noise(290, 330, 3, seed=5)))
SPOT = box_mask(SIZE, Rect(280, 30, 20, 40))


def by_mode(mode: Mode) -> Document:
    """A document with an edit that `mode` made, not centred."""
    start = PHOTOGRAPH
    if mode is Mode.TEXT_TO_IMAGE:
        start = Document.blank(Extent(256, 256))
    elif mode is Mode.OUTPAINT:
        start = cropped(start, Rect(0, 0, 400, 290))
    elif mode is Mode.VARIATION:
        start = by_mode(Mode.INPAINT)
    elif mode is Mode.INPAINT:
        start = start.with_mask(SPOT)
    width, height = (4 * 330, 4 * 290) if mode is Mode.UPSCALE else (256, 256)
    return edited(start, mode, noise(height, width, 3, seed=6))


MADE = {mode: by_mode(mode) for mode in Mode}


@pytest.fixture(scope="module")
def document() -> Document:
    """A photograph with an edit, a small layer, a mask and two guides."""
    small = Raster.empty(SIZE).write(Rect(5, 250, 30, 20), noise(20, 30, 4))
    document = MADE[Mode.INPAINT].with_layer(Layer("small", small))
    return replace(document, mask=SPOT, guides=(Guide("x", 100), Guide("y", 20)))


frames = st.builds(
    Rect, st.integers(-300, 400), st.integers(-300, 400), st.integers(1, 600), st.integers(1, 600)
)


@given(frames)
def test_a_crop_shows_the_part_in_its_frame(document: Document, frame: Rect) -> None:
    crop = cropped(document, frame)
    assert crop.extent == Extent(frame.width, frame.height)
    seen = document.extent.bounds.intersected(frame)
    expected = np.zeros((frame.height, frame.width, 4), np.uint8)
    expected[seen.slices_in(frame)] = document.composite(seen)
    assert np.array_equal(crop.composite(), expected)
    assert np.array_equal(values(crop.mask), document.mask.read(frame))
    assert crop.guides == (Guide("x", 100 - frame.x), Guide("y", 20 - frame.y))
    (old,), (new,) = document.edits, crop.edits
    assert new.bounds == old.bounds.translated(-frame.x, -frame.y)
    assert new.patch is old.patch
    assert [layer.id for layer in crop.layers] == [layer.id for layer in document.layers]


def test_extending_to_the_right_shares_the_old_tiles(document: Document) -> None:
    grown = cropped(document, Rect(0, 0, 700, 290))
    assert grown.layers[0].raster.tiles[0, 0] is document.layers[0].raster.tiles[0, 0]
    assert cropped(document, document.extent.bounds) is document


def test_layers_outside_the_frame_are_kept_as_empty_layers(document: Document) -> None:
    crop = cropped(document, Rect(100, 0, 50, 50))
    assert [layer.name for layer in crop.layers][-1] == "small"
    assert not crop.layers[-1].raster.tiles


@pytest.mark.parametrize("quarters", [1, 2, 3])
def test_a_rotated_document_is_the_rotated_picture(document: Document, quarters: int) -> None:
    turn = rotated(document, quarters)
    assert np.array_equal(turn.composite(), np.rot90(document.composite(), -quarters))
    assert np.array_equal(values(turn.mask), np.rot90(values(document.mask), -quarters))
    back = rotated(turn, 4 - quarters)
    assert np.array_equal(back.composite(), document.composite())
    assert back.guides == document.guides
    assert rotated(document, 4) is document


@pytest.mark.parametrize("left_to_right", [True, False])
def test_a_flipped_document_is_the_flipped_picture(document: Document, left_to_right: bool) -> None:
    flip = flipped(document, left_to_right)
    axis = 1 if left_to_right else 0
    assert np.array_equal(flip.composite(), np.flip(document.composite(), axis))
    assert flip.guides == (
        (Guide("x", 230), Guide("y", 20)) if left_to_right else (Guide("x", 100), Guide("y", 270))
    )
    back = flipped(flip, left_to_right)
    assert np.array_equal(back.composite(), document.composite())
    assert [edit.bounds for edit in back.edits] == [edit.bounds for edit in document.edits]


@pytest.mark.parametrize("resampling", Resampling)
@pytest.mark.parametrize("size", [(165, 145), (660, 580), (500, 123), (1, 1)], ids=str)
def test_a_layer_is_scaled_as_the_whole_picture_would_be(
    resampling: Resampling, size: tuple[int, int]
) -> None:
    part = Raster.empty(SIZE).write(Rect(60, 200, 90, 90), noise(90, 90, 4))
    before = Document.blank(SIZE).with_layer(Layer("part", part))
    after = scaled(before, Extent(*size), resampling)
    rgba = part.to_array().astype(np.float32)
    rgba[..., :3] *= rgba[..., 3:] / 255
    whole = np.dstack(
        [Image.fromarray(rgba[..., i]).resize(size, resampling.value) for i in range(4)]
    )
    seen = after.layers[0].raster.to_array().astype(float)
    alpha = whole[..., 3:].clip(0, 255)
    assert np.abs(seen[..., 3:] - alpha).max() <= 0.51
    colour = np.where(alpha > 0.5, 255 * whole[..., :3] / whole[..., 3:].clip(0.5), 0).clip(0, 255)
    assert (np.abs(seen[..., :3] - colour) * alpha).max() <= 255


@pytest.mark.parametrize("resampling", Resampling)
def test_scaling_keeps_the_colour_of_soft_edges(resampling: Resampling) -> None:
    rgba = np.full((20, 20, 4), (200, 100, 50, 0), np.uint8)
    rgba[5:15, 5:15, 3] = 255
    rgba[8:12, 2:18, 3] = 130
    large = scaled(Document.from_picture(rgba), Extent(77, 41), resampling).composite()
    seen = large[large[..., 3] > 0][:, :3].astype(int)
    assert np.abs(seen - (200, 100, 50)).max() <= 1


@given(
    cuts=st.lists(st.tuples(*[st.integers(0, 12)] * 4), min_size=1, max_size=4),
    size=st.tuples(st.integers(1, 40), st.integers(1, 40)),
    resampling=st.sampled_from(Resampling),
)
def test_layers_that_are_opaque_together_stay_opaque_together(
    cuts: list[tuple[int, int, int, int]], size: tuple[int, int], resampling: Resampling
) -> None:
    owner = np.zeros((12, 12), int)
    for number, (left, top, right, bottom) in enumerate(cuts, 1):
        owner[top:bottom, left:right] = number
    document = Document.blank(Extent(12, 12))
    for number in range(len(cuts) + 1):
        rgba = np.zeros((12, 12, 4), np.uint8)
        rgba[owner == number] = (200, 100, 50, 255)
        document = document.with_layer(Layer(str(number), Raster.from_array(rgba)))
    made = scaled(document, Extent(*size), resampling).composite().astype(int)
    assert (made[..., 3] == 255).all()
    assert np.abs(made[..., :3] - (200, 100, 50)).max() <= 2


def test_scaling_also_scales_mask_guides_and_edits(document: Document) -> None:
    half = scaled(document, Extent(165, 145), Resampling.BILINEAR)
    assert half.mask.bounds() == Rect(140, 15, 10, 20)
    assert half.guides == (Guide("x", 50), Guide("y", 10))
    (old,), (new,) = document.edits, half.edits
    assert abs(new.bounds.x - old.bounds.x / 2) <= 1
    assert abs(new.bounds.width - old.bounds.width / 2) <= 1
    assert scaled(document, SIZE, Resampling.LANCZOS) is document


CHANGES = {
    "rotated right": lambda document: rotated(document, 1),
    "rotated by 180 degrees": lambda document: rotated(document, 2),
    "rotated left": lambda document: rotated(document, 3),
    "mirrored": lambda document: flipped(document, True),
    "upside down": lambda document: flipped(document, False),
    "cropped": lambda document: cropped(document, Rect(30, 20, 190, 200)),
    "extended": lambda document: cropped(document, document.extent.bounds.padded(17)),
    "halved": lambda document: scaled(document, half(document.extent), Resampling.BILINEAR),
    "stretched": lambda document: scaled(document, Extent(300, 411), Resampling.LANCZOS),
}


def half(extent: Extent) -> Extent:
    return Extent(max(extent.width // 2, 1), max(extent.height // 2, 1))


@pytest.mark.parametrize("mode", Mode)
@given(st.lists(st.sampled_from(sorted(CHANGES)), min_size=1, max_size=4))
@settings(max_examples=12)
def test_a_layer_equals_its_rendered_edit_after_any_reshaping(
    mode: Mode, changes: list[str]
) -> None:
    document = MADE[mode]
    patches = [edit.patch for edit in document.edits]
    for change in changes:
        document = CHANGES[change](document)
        kept = [layer for layer in document.layers if layer.edit]
        for layer, patch in zip(kept, patches, strict=True):
            assert layer.edit.patch is patch
            rendered = layer.edit.rendered(document.extent, document.icc_profile)
            assert np.array_equal(rendered.to_array(), layer.raster.to_array()), change


@pytest.mark.parametrize("mode", Mode)
def test_image_size_works_with_edits_of_every_mode(mode: Mode) -> None:
    document = MADE[mode]
    twice = Extent(2 * document.extent.width, 2 * document.extent.height)
    large = scaled(document, twice, Resampling.LANCZOS)
    small = scaled(large, document.extent, Resampling.LANCZOS)
    assert np.array_equal(small.layers[-1].raster.to_array(), document.layers[-1].raster.to_array())
    assert large.extent == twice
    assert len(large.edits) == len(document.edits)


@pytest.mark.parametrize("mode", Mode)
def test_a_scaled_edit_shows_the_same_picture(mode: Mode) -> None:
    """Compared with the scaled layer, on smooth pictures, as the patch is resampled only once."""
    document = MADE[mode]
    layer = document.layers[-1]
    assert layer.edit is not None
    rows, columns = np.mgrid[: layer.edit.patch.shape[0], : layer.edit.patch.shape[1]]
    smooth = np.dstack([rows * 255 // rows.max(), columns * 255 // columns.max(), 0 * rows + 90])
    edit = replace(layer.edit, patch=smooth.astype(np.uint8))
    raster = edit.rendered(document.extent, None)
    document = replace(document, layers=(replace(layer, edit=edit, raster=raster),))
    size = Extent(document.extent.width * 3 // 4, document.extent.height * 4 // 3)
    after = scaled(document, size, Resampling.BILINEAR).layers[0].raster.to_array()
    plain = replace(document, layers=(document.layers[0].with_pixels(raster),))
    expected = scaled(plain, size, Resampling.BILINEAR).layers[0].raster.to_array()
    inside = (after[..., 3] == 255) & (expected[..., 3] == 255)
    assert inside.any()
    assert np.abs(after[inside].astype(int) - expected[inside]).max() <= 12
    assert np.abs(after[..., 3].astype(int) - expected[..., 3]).mean() < 4


def test_a_cropped_part_of_an_edit_does_not_reappear() -> None:
    document = MADE[Mode.TEXT_TO_IMAGE]
    back = cropped(cropped(document, Rect(0, 0, 100, 256)), Rect(0, 0, 256, 256))
    shown = back.composite()
    assert (shown[:, :100, 3] == 255).all()
    assert not shown[:, 100:].any()


def test_an_edit_scaled_into_one_pixel_costs_little_memory() -> None:
    tiny = scaled(MADE[Mode.INPAINT], Extent(1, 1), Resampling.BILINEAR)
    assert len(tiny.edits) == 1
    huge = scaled(tiny, Extent(500, 400), Resampling.BILINEAR)
    assert huge.extent == Extent(500, 400)


@pytest.mark.parametrize("extent", [Extent(65_501, 1), Extent(20_000, 20_000)], ids=str)
def test_a_picture_that_is_too_large_is_refused(document: Document, extent: Extent) -> None:
    with pytest.raises(ValueError, match="at most"):
        check_extent(extent)
    with pytest.raises(ValueError, match="at most"):
        cropped(document, extent.bounds)
    with pytest.raises(ValueError, match="at most"):
        scaled(document, extent, Resampling.NEAREST)


def test_an_empty_frame_is_refused(document: Document) -> None:
    with pytest.raises(ValueError, match="no pixels"):
        cropped(document, Rect(10, 10, 0, 20))


def test_values_near_a_guide_snap_to_it() -> None:
    guides = (Guide("x", 100), Guide("x", 110), Guide("y", 50))
    assert snapped(guides, "x", 104, 5) == 100
    assert snapped(guides, "x", 107, 5) == 110
    assert snapped(guides, "y", 104, 5) == 104
    assert snapped((), "x", 3.25, 5) == 3.25
    assert replaced(guides, Guide("x", 110), Guide("x", 100)) == (Guide("y", 50), Guide("x", 100))
    assert replaced(guides, Guide("y", 50), None) == guides[:2]
