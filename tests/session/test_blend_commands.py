"""Blending the shown candidate and the active layer, live."""

from dataclasses import replace

import numpy as np
import pytest

from glide_studio.core.document.blend import Blend, Ground, Seamless
from glide_studio.core.document.edit import Edit
from glide_studio.core.document.proposing import blend_for
from glide_studio.core.geometry import Rect
from glide_studio.session.blend_commands import BlendCommands
from glide_studio.session.candidates import Candidate, Candidates
from tests.fakes import FakeEngine, colour
from tests.session.editing import HERE, Session, pixel, square


@pytest.fixture
def engine() -> FakeEngine:
    matte = np.zeros((256, 256), np.uint8)
    matte[104:152, 104:152] = 255
    return FakeEngine(matte=matte)


@pytest.fixture
def blends(masked: Session) -> BlendCommands:
    return masked.editor.blends


def edit_of(blends: BlendCommands) -> Edit:
    assert blends.edit is not None
    return blends.edit


def settle(session: Session, blends: BlendCommands, blend: Blend) -> None:
    """Set a blend of a layer, and wait until it is rendered."""
    blends.set_blend(blend)
    session.wait_until(
        lambda: (
            session.document.layers[-1].edit is not None
            and session.document.layers[-1].edit.blend == blend
        )
    )


def accept_one(session: Session) -> None:
    session.generate("a cat", seed=5, count=1)
    session.wait_until(lambda: len(session.document.layers) == 2)


CORNER = (HERE.x + 3, HERE.y + 3)
MIDDLE = (HERE.x + 30, HERE.y + 30)


def test_a_single_picture_is_accepted_on_the_ground_of_the_picture(masked: Session) -> None:
    before = pixel(masked.document, *CORNER)
    accept_one(masked)
    assert pixel(masked.document, *CORNER) == before
    assert pixel(masked.document, *MIDDLE) == colour(5)


def test_the_shown_candidate_looks_as_after_accepting(
    masked: Session, blends: BlendCommands
) -> None:
    masked.generate("a cat", seed=5, count=2)
    masked.wait_until(lambda: masked.review.is_pending and not masked.review.is_preparing)
    assert edit_of(blends).blend.ground is Ground.KEEP
    kept = masked.review.shown_document.composite()
    blends.set_blend(blend_for(edit_of(blends), Ground.AS_MADE))
    assert masked.review.is_stale
    masked.wait_until(lambda: not masked.review.is_stale)
    seen = masked.review.shown_document.composite()
    assert not np.array_equal(seen, kept)
    assert pixel(masked.review.shown_document, *CORNER) == colour(5)
    masked.review.accept()
    assert np.array_equal(masked.document.composite(), seen)
    assert masked.labels[-1] == "a cat"


def test_accepting_at_once_gives_the_newest_blend(masked: Session, blends: BlendCommands) -> None:
    masked.generate("a cat", seed=5, count=2)
    masked.wait_until(lambda: masked.review.is_pending and not masked.review.is_preparing)
    blend = Blend(3)
    blends.set_blend(Blend(9))
    blends.set_blend(blend)
    masked.review.accept()
    masked.wait_until(lambda: len(masked.document.layers) == 2)
    edit = masked.document.layers[-1].edit
    assert edit is not None
    assert edit.blend == blend


def test_a_drag_is_one_step_and_undo_brings_the_last_blend_back(
    masked: Session, blends: BlendCommands
) -> None:
    accept_one(masked)
    first, steps = masked.document, len(masked.labels)
    for feather in (1, 2, 3):
        blends.set_blend(Blend(feather))
        assert edit_of(blends).blend.feather == feather  # the newest, before it is rendered
    settle(masked, blends, Blend(4))
    assert len(masked.labels) == steps + 1
    assert masked.labels[-1] == "Blend"
    blends.finish()
    settle(masked, blends, Blend(4, Ground.MATCH, seamless=Seamless.ON))
    assert len(masked.labels) == steps + 2
    layer = masked.document.layers[-1]
    assert layer.edit is not None
    again = layer.edit.rendered(masked.document.extent, None)
    assert np.array_equal(again.to_array(), layer.raster.to_array())
    masked.editor.undo()
    masked.editor.undo()
    assert masked.document is first


def test_the_blend_stays_live_after_a_turn(masked: Session, blends: BlendCommands) -> None:
    accept_one(masked)
    masked.image.rotate(1)
    masked.wait_until(lambda: masked.document.extent.width == 300)
    settle(masked, blends, Blend(2))
    turned = (300 - 1 - CORNER[1], CORNER[0])
    assert pixel(masked.document, *turned) == colour(5)


def test_undo_while_a_blend_is_rendered_wins(masked: Session, blends: BlendCommands) -> None:
    accept_one(masked)
    go_on = masked.hold_background()
    blends.set_blend(Blend(2))
    masked.editor.undo()
    before = masked.document
    go_on.set()
    masked.finish_background()
    assert masked.document is before
    masked.editor.open_document.redo()
    settle(masked, blends, Blend(7))


def test_a_locked_layer_keeps_its_blend(masked: Session, blends: BlendCommands) -> None:
    accept_one(masked)
    masked.layers.toggle_active_locked()
    before = masked.document
    blends.set_blend(Blend(2))
    blends.mask_to_matte()
    masked.finish_background()
    assert masked.document is before
    assert masked.notices[-1].startswith("“a cat” is locked")


def test_the_matte_is_painted_as_a_mask(masked: Session, blends: BlendCommands) -> None:
    accept_one(masked)
    blends.matte_to_mask()
    loaded = masked.document.mask
    middle = Rect(MIDDLE[0] - 2, MIDDLE[1] - 2, 4, 4)
    assert loaded.read(middle).min() == 255
    assert loaded.read(Rect(*CORNER, 1, 1))[0, 0] == 0
    more = square(masked.document.extent, Rect(HERE.x, HERE.y, 12, 12))
    masked.editor.open_document.set_mask(loaded.united(more))
    blends.mask_to_matte()
    masked.wait_until(lambda: masked.labels[-1] == "Matte from mask")
    assert masked.document.mask.is_empty
    assert pixel(masked.document, *CORNER) == colour(5)
    assert pixel(masked.document, *MIDDLE) == colour(5)
    masked.editor.undo()
    assert not masked.document.mask.is_empty


def test_the_proposal_and_the_seam_are_known_after_a_while(
    masked: Session, blends: BlendCommands
) -> None:
    accept_one(masked)
    assert blends.seam is None
    masked.wait_until(lambda: blends.seam is not None)
    kept = edit_of(blends).blend
    assert blends.proposal == kept
    settle(masked, blends, Blend(5))
    blends.propose()
    masked.wait_until(lambda: edit_of(blends).blend == kept)
    masked.wait_until(lambda: blends.seam is not None)


def test_changed_pixels_are_those_of_the_fill(masked: Session, blends: BlendCommands) -> None:
    accept_one(masked)
    changed = blends.changed_pixels()
    assert changed.read(Rect(*MIDDLE, 1, 1))[0, 0] == 255
    assert changed.read(Rect(*CORNER, 1, 1))[0, 0] == 0


def test_candidates_are_ranked_by_their_seams(masked: Session) -> None:
    masked.generate("a cat", seed=5, count=3)
    every = masked.review.candidates.all
    assert all(candidate.seam is not None for candidate in every)
    seams = (1.4, 0.6, 0.9)
    made = Candidates(
        tuple(replace(each, seam=seam) for each, seam in zip(every, seams, strict=True))
    )
    ranks = [made.rank(candidate, "seam") for candidate in made.all]
    assert ranks == [(3, 3), (1, 3), (1, 3)]  # below 1 there is no seam
    assert [c.seam for c in made.ordered("seam")] == [0.6, 0.9, 1.4]
    unknown: Candidate = replace(every[0], seam=None)
    assert made.with_candidate(unknown).rank(unknown, "seam") is None


def test_a_picture_without_a_border_has_no_blend(session: Session) -> None:
    blends = session.editor.blends
    session.generate("a cat", seed=5, count=1)
    session.wait_until(lambda: len(session.document.layers) == 1)
    assert blends.edit is blends.seam is blends.proposal is None
    blends.set_blend(Blend(4))
    blends.matte_to_mask()
    blends.mask_to_matte()
    assert session.document.mask.is_empty
