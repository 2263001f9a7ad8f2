"""Edits blended in: keep, match and as made, live through every change of the document."""

from collections.abc import Callable
from dataclasses import replace

import numpy as np
import pytest
from hypothesis import given
from hypothesis import settings as trials
from hypothesis import strategies as st
from scipy import ndimage

from glide_studio.core.document.accepting import accept
from glide_studio.core.document.blend import Blend, ColourMatch, Ground, Seamless
from glide_studio.core.document.document import Document
from glide_studio.core.document.edit import Edit
from glide_studio.core.document.history import History
from glide_studio.core.document.pixel_lock import PixelLockError, changed_pixels, check_lock
from glide_studio.core.document.proposing import blend_for, proposed, seam_of
from glide_studio.core.document.reshape import cropped, flipped, rotated, scaled
from glide_studio.core.geometry import Extent, Rect
from glide_studio.core.mask.blend_band import network_mask
from glide_studio.core.mask.mask import Mask
from glide_studio.core.modes.modes import Mode
from glide_studio.core.raster.raster import Pixels
from glide_studio.core.raster.resample import Resampling
from glide_studio.core.request.request import Result, from_json, to_json
from glide_studio.core.request.source import Inpaint
from tests.core.samples import box_mask, noise, opaque, values
from tests.fakes import request_of

SIZE = Extent(320, 280)
HOLE = Rect(90, 80, 100, 90)
GREEN, RED = (90, 120, 60), (210, 30, 30)


def photograph() -> Document:
    """Green ground that darkens to the right, with a little grain."""
    ramp = 1.1 - 0.4 * np.arange(SIZE.width) / SIZE.width
    ground = np.array(GREEN) * ramp[None, :, None] + noise(SIZE.height, SIZE.width, 3) / 64
    return Document.from_picture(opaque(ground.astype(np.uint8)))


PHOTOGRAPH = photograph()
MASKED = PHOTOGRAPH.with_mask(box_mask(SIZE, HOLE))


def result(lift: int = 30, prompt: str = "a red ball", has_matte: bool = True) -> Result:
    """What a network would draw: a red ball, on ground that is too light by `lift` levels, with a
    dark stripe below the ball."""
    request = request_of(MASKED, Mode.INPAINT, prompt=prompt)
    source = request.source
    assert isinstance(source, Inpaint)
    scale = 256 / request.bounds.width
    repaint = np.kron(network_mask(source.mask, source.feather), np.ones((4, 4)))
    rows = (np.arange(256) * repaint.shape[0] / 256).astype(int)
    inside = repaint[rows][:, rows] > 0
    patch = np.where(inside[..., None], source.picture.astype(int) + lift, source.picture)
    patch = patch.clip(0, 255).astype(np.uint8)
    y, x = np.mgrid[:256, :256]
    centre = [(HOLE.y + 45 - request.bounds.y) * scale, (HOLE.x + 50 - request.bounds.x) * scale]
    radius = 25 * scale
    ball = np.hypot(y - centre[0], x - centre[1]) < radius
    below = (np.abs(y - centre[0] - 1.05 * radius) < 6) & (np.abs(x - centre[1]) < radius)
    if has_matte:
        patch[below & inside] //= 2
        patch[ball] = RED
    return Result(request, patch, matte=255 * ball.astype(np.uint8) if has_matte else None)


def shown(blend: Blend, **changes: int) -> Pixels:
    return accept(MASKED, result(**changes), blend=blend).composite()[..., :3]


def edit_of(document: Document) -> Edit:
    edit = document.layers[-1].edit
    assert edit is not None
    return edit


ground_box = np.s_[HOLE.y + 2 : HOLE.y + 12, HOLE.x + 2 : HOLE.right - 2]
"""Inside the mask, above the ball."""

ball_box = np.s_[HOLE.y + 30 : HOLE.y + 60, HOLE.x + 35 : HOLE.x + 65]


def test_kept_ground_equals_the_picture_byte_for_byte() -> None:
    picture = shown(Blend(0, Ground.KEEP))
    before = PHOTOGRAPH.composite()[..., :3]
    assert np.array_equal(picture[ground_box], before[ground_box])
    assert np.abs(picture[ball_box].astype(int) - RED).max() <= 1


def test_the_object_casts_its_shadow_on_the_kept_ground() -> None:
    picture = shown(Blend(0, Ground.KEEP)).astype(int)
    before = PHOTOGRAPH.composite()[..., :3].astype(int)
    under = np.s_[HOLE.y + 71 : HOLE.y + 74, HOLE.x + 45 : HOLE.x + 55]
    assert (picture[under] - before[under]).mean() < -10
    plain = shown(Blend(0, Ground.KEEP), lift=-40)  # darker everywhere is no shadow
    beside = np.s_[HOLE.y + 10 : HOLE.y + 80, HOLE.x + 2 : HOLE.x + 8]
    assert np.array_equal(plain[beside], before[beside])


@pytest.mark.parametrize("lift", [-40, 25, 50])
def test_matched_ground_has_the_colours_of_the_surroundings(lift: int) -> None:
    before = PHOTOGRAPH.composite()[..., :3].astype(int)
    as_made = shown(Blend(8), lift=lift).astype(int)
    assert (as_made - before)[ground_box].mean() == pytest.approx(lift, abs=2)
    for blend in (
        Blend(8, Ground.MATCH, seamless=Seamless.ON),
        Blend(8, Ground.MATCH, seamless=Seamless.MIXED),
        Blend(8, Ground.MATCH, colours=ColourMatch.MEAN_VARIANCE),
        Blend(8, Ground.MATCH, colours=ColourMatch.HISTOGRAM),
    ):
        matched = shown(blend, lift=lift).astype(int)
        limit = 3 if blend.seamless is not Seamless.OFF else 8
        assert np.abs((matched - before)[ground_box].mean()) < limit, blend
        assert np.abs(matched[ball_box] - RED).max() <= 1


def test_the_seam_is_visible_in_generated_ground_and_not_in_kept_or_matched_ground() -> None:
    edit = edit_of(accept(MASKED, result(40), blend=Blend(2)))
    seams = {ground: seam_of(replace(edit, blend=blend_for(edit, ground))) for ground in Ground}
    assert seams[Ground.AS_MADE] is not None
    assert seams[Ground.AS_MADE] > 2.5
    assert seams[Ground.KEEP] == pytest.approx(1, abs=0.2)
    assert seams[Ground.MATCH] == pytest.approx(1, abs=0.4)


def test_the_proposal_is_keep_for_objects_and_match_for_removals() -> None:
    def ground(made: Result, document: Document = MASKED) -> Ground:
        return edit_of(accept(document, made)).blend.ground

    assert ground(result()) is Ground.KEEP
    assert ground(result(prompt="", has_matte=False)) is Ground.MATCH
    assert ground(result(has_matte=False)) is Ground.AS_MADE
    everywhere = replace(result(), matte=np.full((256, 256), 255, np.uint8))
    assert ground(everywhere) is Ground.MATCH
    transparent = MASKED.composite()
    transparent[HOLE.y + 5, HOLE.x + 5, 3] = 0
    empty = Document.from_picture(transparent).with_mask(MASKED.mask)
    assert ground(result(), empty) is Ground.MATCH
    plain = edit_of(accept(MASKED, result(0, prompt="", has_matte=False)))
    assert proposed(plain, MASKED).blend.ground is Ground.MATCH


def test_feather_and_growth_move_the_edge_inward_and_never_beyond_the_band() -> None:
    edit = edit_of(accept(MASKED, result(40), blend=Blend(4)))
    reach = edit.reach()

    def opacity(blend: Blend) -> Pixels:
        layer = replace(edit, blend=blend).rendered(SIZE, None)
        return layer.read(edit.bounds)[..., 3]

    usual = opacity(Blend(4))
    assert (opacity(Blend(4, grow=-6)) <= usual).all()
    assert (opacity(Blend(4, grow=50))[~reach] == 0).all()
    assert opacity(Blend(2, grow=50)).sum() > opacity(Blend(2)).sum()
    soft = opacity(Blend(30))
    assert (soft[~reach] == 0).all()
    assert (np.abs(np.diff(soft.astype(int), axis=1)).max()) < 20


grounds = st.sampled_from(Ground)
blends = st.builds(
    Blend,
    st.integers(0, 40),
    grounds,
    st.integers(-30, 30),
    st.sampled_from(ColourMatch),
    st.sampled_from(Seamless),
)


def brushed() -> Document:
    """The photograph with a round and soft mask, as a brush paints it."""
    y, x = np.mgrid[: SIZE.height, : SIZE.width]
    strokes = [np.hypot(y - 120 - 9 * i, x - 130 - 7 * i) for i in range(5)]
    soft = np.clip(255 * (1.4 - np.min(strokes, axis=0) / 30), 0, 255)
    return PHOTOGRAPH.with_mask(Mask.from_array(soft.astype(np.uint8)))


@trials(max_examples=20)
@given(blends)
def test_no_blend_changes_a_byte_outside_mask_and_band(blend: Blend) -> None:
    masked = brushed()
    request = request_of(masked, Mode.INPAINT, prompt="a red ball")
    document = accept(masked, replace(result(), request=request), blend=blend)
    check_lock(masked, document, edit_of(document))
    assert isinstance(request.source, Inpaint)
    distance = ndimage.distance_transform_edt(values(masked.mask) < 128)
    outside = distance > request.source.feather
    assert np.array_equal(document.composite()[outside], PHOTOGRAPH.composite()[outside])


def test_a_change_outside_is_refused() -> None:
    document = accept(MASKED, result())
    painted = document.layers[0].raster.write(Rect(0, 0, 2, 3), np.zeros((3, 2, 4), np.uint8))
    broken = document.with_changed(replace(document.layers[0], raster=painted))
    with pytest.raises(PixelLockError, match="would change 6 pixels outside"):
        check_lock(MASKED, broken, edit_of(document))


def test_changed_pixels_are_those_whose_bytes_differ() -> None:
    document = accept(MASKED, result())
    differs = (document.composite() != MASKED.composite()).any(axis=2)
    assert np.array_equal(values(changed_pixels(MASKED, document)) > 0, differs)
    assert changed_pixels(document, document).is_empty


Step = Callable[[Document], Document]


def blended(blend: Blend) -> Step:
    def step(document: Document) -> Document:
        layer, edit = document.layers[-1], replace(edit_of(document), blend=blend)
        raster = edit.rendered(document.extent, document.icc_profile)
        return document.with_changed(replace(layer, edit=edit, raster=raster))

    return step


reshapes: list[Step] = [
    lambda document: rotated(document, 1),
    lambda document: flipped(document, "x"),
    lambda document: cropped(document, Rect(30, 20, 200, 190)),
    lambda document: scaled(document, Extent(480, 300), Resampling.LANCZOS),
]


@trials(max_examples=8, deadline=None)
@given(st.lists(blends.map(blended) | st.sampled_from(reshapes) | st.none(), max_size=5))
def test_changes_and_undo_equal_rendering_from_scratch(steps: list[Step | None]) -> None:
    """None is undo. Patch, matte and masks are never resampled."""
    made = result()
    history = History.start(accept(MASKED, made))
    for step in steps:
        if step is not None:
            history = history.push("", step(history.document))
        elif history.can_undo:
            history = history.jump(history.index - 1)
    document = history.document
    edit = edit_of(document)
    assert edit.patch is made.picture
    assert edit.matte is made.matte
    again = from_json(to_json(edit), Edit).rendered(document.extent, document.icc_profile)
    assert np.array_equal(again.to_array(), document.layers[-1].raster.to_array())


@pytest.mark.parametrize("steps", [[], [0], [1], [0, 1], [0, 0, 0], [3], [3, 0]])
def test_a_painted_matte_lies_where_it_was_painted(steps: list[int]) -> None:
    document = accept(MASKED, result(), blend=Blend(0, Ground.KEEP))
    for step in steps:
        document = reshapes[step](document)
    edit = edit_of(document)
    painted = np.zeros((edit.bounds.height, edit.bounds.width), np.uint8)
    height, width = painted.shape
    box = np.s_[height * 2 // 5 : height // 2, width // 3 : width * 3 // 5]
    painted[box] = 255
    kept = edit.with_matte(painted)
    assert np.abs(kept.matte_in_bounds().astype(int) - painted).mean() < 4
    opacity = kept.rendered(document.extent, None).read(edit.bounds)[..., 3]
    inner = np.s_[box[0].start + 3 : box[0].stop - 3, box[1].start + 3 : box[1].stop - 3]
    assert (opacity[inner] == 255).all()
    opacity[box[0].start - 3 : box[0].stop + 3, box[1].start - 3 : box[1].stop + 3] = 0
    assert opacity.max() < 255 * 0.7  # only a shadow


def test_edits_of_older_files_are_blended_as_made() -> None:
    edit = edit_of(accept(MASKED, result(), blend=Blend(5)))
    text = to_json(edit).decode()
    older = text[: text.index(',"blend"')] + ',"blend":{"feather":5}}'
    opened = from_json(older, Edit)
    assert opened.blend == Blend(5)
    assert opened.matte is None
    assert np.array_equal(
        opened.rendered(SIZE, None).to_array(), edit.rendered(SIZE, None).to_array()
    )
