"""Candidates are shown in place; only accepting one changes the document."""

import zipfile
from pathlib import Path

import numpy as np
from hypothesis import given
from hypothesis import strategies as st
from PIL import Image

from glide_studio.core.document.document import Document
from glide_studio.core.geometry import Rect
from glide_studio.core.modes.modes import Mode, RequestMaker, suggested_mode
from glide_studio.core.modes.region import feather_width
from glide_studio.core.request.request import Result
from glide_studio.session.candidates import (
    Candidate,
    candidate_layer,
    faded,
    insert_candidate,
    prepare_layer,
)
from glide_studio.session.run_list import Run
from tests.fakes import CAPABILITIES, colour, picture, settings
from tests.session.editing import HERE, Session, photograph, pixel, square


def ask(session: Session, seed: int = 5, count: int = 3, prompt: str = "a cat") -> None:
    session.generate(prompt, seed=seed, count=count)


def show(session: Session, sample: int, run: int = 1) -> None:
    review = session.review
    review.show((run, sample))
    candidate = review.candidates.find((run, sample))
    assert candidate is not None
    expected = colour(candidate.result.request.settings.seed)
    session.wait_until(lambda: pixel(review.shown_document) == expected)


def test_the_first_of_several_candidates_is_shown_and_the_document_unchanged(
    masked: Session,
) -> None:
    before = masked.document
    ask(masked)
    assert masked.document is before
    assert len(masked.review.candidates.kept) == 3
    assert masked.review.is_pending
    assert pixel(masked.review.shown_document) == colour(5)
    assert masked.review.shown_document.mask.is_empty


def test_accepting_is_one_step_and_undo_restores_the_mask(masked: Session) -> None:
    mask, original = masked.document.mask, masked.document.composite()
    ask(masked)
    show(masked, 2)
    seen = masked.review.shown_document.composite()
    masked.review.accept()
    assert masked.labels[-1] == "a cat"
    assert not masked.review.is_pending
    assert np.array_equal(masked.document.composite(), seen)
    assert masked.document.mask.is_empty
    assert masked.document.edits[-1].request.settings.seed == 7
    masked.editor.undo()
    assert masked.document.mask is mask
    assert np.array_equal(masked.document.composite(), original)


def test_accepting_another_candidate_of_the_run_replaces_the_accepted_one(masked: Session) -> None:
    ask(masked)
    masked.review.accept()
    show(masked, 1)
    assert masked.shown() == colour(5)
    masked.review.accept()
    assert [layer.name for layer in masked.document.layers] == ["Pasted picture", "a cat"]
    assert (masked.shown(), masked.labels[-1]) == (colour(6), "a cat (2)")
    assert len(masked.document.edits) == 1
    masked.editor.undo()
    assert masked.shown() == colour(5)


def test_comparing_fades_and_does_not_change_the_document(masked: Session) -> None:
    ask(masked)
    before, after = masked.document.composite(), masked.review.shown_document.composite()
    masked.review.compare(0.0)
    assert np.array_equal(masked.review.shown_document.composite(), before)
    masked.review.compare(0.5)
    between = masked.review.shown_document.composite().astype(int)
    assert (np.abs(between - (before.astype(int) + after) / 2) <= 1).all()
    masked.review.compare(1.0)
    masked.review.accept()
    masked.review.show((1, 0))
    masked.review.compare(0.0)
    assert np.array_equal(masked.review.shown_document.composite(), before)
    assert np.array_equal(masked.document.composite(), after)
    assert masked.review.hide() is False


def test_discarded_candidates_are_kept_until_the_document_closes(masked: Session) -> None:
    ask(masked)
    review = masked.review
    review.discard((1, 0))
    masked.wait_until(lambda: pixel(review.shown_document) == colour(6))
    review.discard((1, 2))
    review.discard((1, 1))
    assert (review.shown_candidate, review.candidates.kept) == (None, ())
    assert review.shown_document is masked.document
    assert len(review.candidates.all) == 3
    review.discard((1, 2))
    assert [candidate.key for candidate in review.candidates.kept] == [(1, 2)]
    show(masked, 0)
    review.accept()
    assert [candidate.key for candidate in review.candidates.kept] == [(1, 0), (1, 2)]
    assert masked.notices == []
    review.discard((1, 0))
    assert "Undo" in masked.notices[0]
    masked.editor.new()
    assert review.candidates.all == ()


def test_undo_hides_a_pending_candidate(masked: Session) -> None:
    ask(masked)
    before = masked.document
    assert masked.editor.is_modified
    masked.editor.undo()
    assert masked.document is before
    assert masked.review.shown_document is before
    masked.editor.undo()
    assert masked.document is not before


def test_generating_again_keeps_the_mask_and_adds_candidates(masked: Session) -> None:
    ask(masked)
    ask(masked, seed=11)
    assert masked.review.shown_candidate is not None
    assert masked.review.shown_candidate.key == (2, 0)
    assert len(masked.review.candidates.kept) == 6
    assert masked.document.edits == ()
    show(masked, 1, run=1)
    masked.review.accept()
    assert masked.shown() == colour(6)


def test_a_mask_painted_on_the_shown_candidate_accepts_it(session: Session) -> None:
    ask(session)
    assert suggested_mode(session.review.subject) is Mode.TEXT_TO_IMAGE
    session.paint_mask(HERE)
    assert suggested_mode(session.review.subject) is Mode.INPAINT
    ask(session, seed=1, count=1, prompt="a lamp")
    assert session.labels[-2:] == ["a cat", "a lamp"]
    assert (session.shown(), session.shown(5, 5)) == (colour(1), colour(5))


def test_saving_accepts_the_shown_candidate(masked: Session, tmp_path: Path) -> None:
    ask(masked)
    masked.editor.save(tmp_path / "picture.ora")
    masked.wait_until(lambda: not masked.editor.is_modified)
    assert (masked.labels[-1], masked.shown()) == ("a cat", colour(5))


def test_saving_waits_for_a_candidate_that_is_being_prepared(
    masked: Session, tmp_path: Path
) -> None:
    ask(masked)
    masked.review.step(1)
    masked.editor.save(tmp_path / "picture.ora")
    masked.wait_until(lambda: not masked.editor.is_modified)
    assert masked.shown() == colour(6)
    with (
        zipfile.ZipFile(tmp_path / "picture.ora") as project,
        Image.open(project.open("mergedimage.png")) as saved,
    ):
        assert saved.getpixel((130, 130))[:3] == colour(6)


def test_a_candidate_accepted_into_one_document_is_not_added_to_the_next(masked: Session) -> None:
    ask(masked)
    masked.review.step(1)  # it is still being prepared
    masked.review.accept()
    masked.editor.new()
    masked.editor.paste(photograph())
    document = masked.document
    masked.finish_background()
    masked.qtbot.wait(50)
    assert masked.document is document


def test_a_single_picture_is_pending_too_if_the_artist_prefers(masked: Session) -> None:
    masked.review.accepts_single = False
    ask(masked, count=1)
    assert masked.review.is_pending
    assert masked.document.edits == ()


def test_a_candidate_that_no_longer_fits_is_not_accepted(masked: Session) -> None:
    ask(masked)
    masked.editor.open_document.apply("Crop", Document.from_picture(photograph()[:200]))
    assert masked.review.shown_candidate is None
    masked.review.show((1, 1))
    masked.wait_until(lambda: len(masked.failures) == 1)
    assert "cropped or resized" in masked.failures[0]
    assert masked.review.shown_candidate is None
    masked.editor.undo()
    show(masked, 1)
    masked.editor.undo()
    masked.engine.step_seconds = 0.02
    masked.start("a lamp")
    masked.editor.open_document.apply("Crop", Document.from_picture(photograph()[:200]))
    masked.finish()
    assert masked.editor.runs.list.ended[0].state == "failed"
    assert len(masked.review.candidates.kept) == 4


boxes = st.builds(
    Rect, st.integers(0, 380), st.integers(0, 280), st.integers(1, 90), st.integers(1, 90)
)


@given(boxes, st.integers(0, 9), st.floats(0, 1))
def test_outside_the_mask_and_its_blend_band_no_byte_changes(
    box: Rect, seed: int, share: float
) -> None:
    document = Document.from_picture(photograph())
    box = box.intersected(document.extent.bounds)
    document = document.with_mask(square(document.extent, box))
    make = RequestMaker(document, Mode.INPAINT, CAPABILITIES)
    asked = settings("a cat", seed=seed, count=2)
    run = Run(1, asked, Mode.INPAINT, make, document.mask, document.frame, 1, 1, False)
    request = make(asked)
    candidate = Candidate(run, Result(request.for_sample(0), picture(seed)))
    other = Candidate(run, Result(request.for_sample(1), picture(seed + 1), 1))
    first = insert_candidate(document, candidate, prepare_layer(document, candidate), None)
    rival = candidate_layer(first, candidate)
    second = insert_candidate(first, other, prepare_layer(first, other), rival)
    layer = candidate_layer(second, other)
    assert layer is not None
    original, band = document.composite(), box.padded(feather_width(request.bounds))
    for shown in (first, second, faded(second, layer, share)):
        changed = (shown.composite() != original).any(axis=2)
        inside = band.intersected(document.extent.bounds)
        changed[inside.y : inside.bottom, inside.x : inside.right] = False
        assert not changed.any()
