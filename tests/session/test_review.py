"""Candidates are shown in place; only accepting one changes the document."""

import zipfile
from pathlib import Path
from typing import Any

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st
from PIL import Image

from glide_studio.core.document.document import Document
from glide_studio.core.geometry import Extent, Rect
from glide_studio.core.mask.mask import Mask
from glide_studio.core.modes.modes import Mode, RequestMaker, suggested_mode
from glide_studio.core.modes.region import feather_width
from glide_studio.core.raster.raster import Pixels
from glide_studio.core.request.request import Result
from glide_studio.session.candidates import (
    Candidate,
    candidate_layer,
    faded,
    insert_candidate,
    prepare_layer,
)
from glide_studio.session.editor import Editor
from glide_studio.session.run_list import Run
from tests.fakes import CAPABILITIES, FakeEngine, colour, picture, settings

HERE = Rect(100, 100, 60, 60)


def photograph() -> Pixels:
    pixels = np.random.default_rng(5).integers(0, 256, (300, 400, 4), np.uint8)
    pixels[..., 3] = 255
    return pixels


def square(extent: Extent, bounds: Rect) -> Mask:
    return Mask.empty(extent).write(bounds, np.full((bounds.height, bounds.width), 255, np.uint8))


@pytest.fixture
def masked(editor: Editor) -> Editor:
    """An editor with a photograph and a mask on it."""
    editor.paste(photograph())
    editor.open_document.set_mask(square(editor.document.extent, HERE))
    return editor


def ask(qtbot: Any, editor: Editor, seed: int = 5, count: int = 3, prompt: str = "a cat") -> None:
    editor.generate(settings(prompt, seed=seed, count=count))
    qtbot.waitUntil(lambda: editor.runs.running is None)


def show(qtbot: Any, editor: Editor, sample: int, run: int = 1) -> None:
    editor.review.show((run, sample))
    request = editor.review.candidates.find((run, sample))
    assert request is not None
    expected = colour(request.result.request.settings.seed)
    qtbot.waitUntil(lambda: pixel(editor.review.shown_document) == expected)


def pixel(document: Document, x: int = 130, y: int = 130) -> tuple[int, ...]:
    return tuple(document.composite(Rect(x, y, 1, 1))[0, 0, :3])


def labels(editor: Editor) -> list[str]:
    return [entry.label for entry in editor.open_document.history.entries]


def test_the_first_of_several_candidates_is_shown_and_the_document_unchanged(
    masked: Editor, qtbot: Any
) -> None:
    before = masked.document
    ask(qtbot, masked)
    assert masked.document is before
    assert len(masked.review.candidates.kept) == 3
    assert masked.review.is_pending
    assert pixel(masked.review.shown_document) == colour(5)
    assert masked.review.shown_document.mask.is_empty


def test_accepting_is_one_step_and_undo_restores_the_mask(masked: Editor, qtbot: Any) -> None:
    mask, original = masked.document.mask, masked.document.composite()
    ask(qtbot, masked)
    show(qtbot, masked, 2)
    seen = masked.review.shown_document.composite()
    masked.review.accept()
    assert labels(masked)[-1] == "a cat"
    assert not masked.review.is_pending
    assert np.array_equal(masked.document.composite(), seen)
    assert masked.document.mask.is_empty
    assert masked.document.edits[-1].request.settings.seed == 7
    masked.undo()
    assert masked.document.mask is mask
    assert np.array_equal(masked.document.composite(), original)


def test_accepting_another_candidate_of_the_run_replaces_the_accepted_one(
    masked: Editor, qtbot: Any
) -> None:
    ask(qtbot, masked)
    masked.review.accept()
    show(qtbot, masked, 1)
    assert pixel(masked.document) == colour(5)
    masked.review.accept()
    assert [layer.name for layer in masked.document.layers] == ["Pasted picture", "a cat"]
    assert (pixel(masked.document), labels(masked)[-1]) == (colour(6), "a cat (2)")
    assert len(masked.document.edits) == 1
    masked.undo()
    assert pixel(masked.document) == colour(5)


def test_comparing_fades_and_does_not_change_the_document(masked: Editor, qtbot: Any) -> None:
    ask(qtbot, masked)
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


def test_discarded_candidates_are_kept_until_the_document_closes(
    masked: Editor, qtbot: Any
) -> None:
    ask(qtbot, masked)
    review = masked.review
    review.discard((1, 0))
    qtbot.waitUntil(lambda: pixel(review.shown_document) == colour(6))
    review.discard((1, 2))
    review.discard((1, 1))
    assert (review.shown_candidate, review.candidates.kept) == (None, ())
    assert review.shown_document is masked.document
    assert len(review.candidates.all) == 3
    review.discard((1, 2))
    assert [candidate.key for candidate in review.candidates.kept] == [(1, 2)]
    show(qtbot, masked, 0)
    review.accept()
    assert [candidate.key for candidate in review.candidates.kept] == [(1, 0), (1, 2)]
    notices: list[str] = []
    masked.open_document.noticed.connect(notices.append)
    review.discard((1, 0))
    assert "Undo" in notices[0]
    masked.new()
    assert review.candidates.all == ()


def test_undo_hides_a_pending_candidate(masked: Editor, qtbot: Any) -> None:
    ask(qtbot, masked)
    before = masked.document
    assert masked.is_modified
    masked.undo()
    assert masked.document is before
    assert masked.review.shown_document is before
    masked.undo()
    assert masked.document is not before


def test_generating_again_keeps_the_mask_and_adds_candidates(masked: Editor, qtbot: Any) -> None:
    ask(qtbot, masked)
    ask(qtbot, masked, seed=11)
    assert masked.review.shown_candidate is not None
    assert masked.review.shown_candidate.key == (2, 0)
    assert len(masked.review.candidates.kept) == 6
    assert masked.document.edits == ()
    show(qtbot, masked, 1, run=1)
    masked.review.accept()
    assert pixel(masked.document) == colour(6)


def test_a_mask_painted_on_the_shown_candidate_accepts_it(editor: Editor, qtbot: Any) -> None:
    ask(qtbot, editor)
    assert suggested_mode(editor.review.subject) is Mode.TEXT_TO_IMAGE
    editor.open_document.set_mask(square(editor.document.extent, HERE))
    assert suggested_mode(editor.review.subject) is Mode.INPAINT
    ask(qtbot, editor, seed=1, count=1, prompt="a lamp")
    assert labels(editor)[-2:] == ["a cat", "a lamp"]
    assert (pixel(editor.document), pixel(editor.document, 5, 5)) == (colour(1), colour(5))


def test_saving_accepts_the_shown_candidate(masked: Editor, qtbot: Any, tmp_path: Path) -> None:
    ask(qtbot, masked)
    masked.save(tmp_path / "picture.ora")
    qtbot.waitUntil(lambda: not masked.is_modified)
    assert (labels(masked)[-1], pixel(masked.document)) == ("a cat", colour(5))


def test_saving_waits_for_a_candidate_that_is_being_prepared(
    masked: Editor, qtbot: Any, tmp_path: Path
) -> None:
    ask(qtbot, masked)
    masked.review.step(1)
    masked.save(tmp_path / "picture.ora")
    qtbot.waitUntil(lambda: not masked.is_modified)
    assert pixel(masked.document) == colour(6)
    with (
        zipfile.ZipFile(tmp_path / "picture.ora") as project,
        Image.open(project.open("mergedimage.png")) as saved,
    ):
        assert saved.getpixel((130, 130))[:3] == colour(6)


def test_a_candidate_accepted_into_one_document_is_not_added_to_the_next(
    masked: Editor, qtbot: Any
) -> None:
    ask(qtbot, masked)
    masked.review.step(1)  # it is still being prepared
    masked.review.accept()
    masked.new()
    masked.paste(photograph())
    document = masked.document
    done: list[object] = []
    masked.open_document.start_in_background(lambda: None, done.append)
    qtbot.waitUntil(lambda: bool(done))
    qtbot.wait(50)
    assert masked.document is document


def test_a_single_picture_is_pending_too_if_the_artist_prefers(masked: Editor, qtbot: Any) -> None:
    masked.review.accepts_single = False
    ask(qtbot, masked, count=1)
    assert masked.review.is_pending
    assert masked.document.edits == ()


def test_a_candidate_that_no_longer_fits_is_not_accepted(
    masked: Editor, engine: FakeEngine, qtbot: Any
) -> None:
    failures: list[str] = []
    masked.open_document.failed.connect(failures.append)
    ask(qtbot, masked)
    masked.open_document.apply("Crop", Document.from_picture(photograph()[:200]))
    assert masked.review.shown_candidate is None
    masked.review.show((1, 1))
    qtbot.waitUntil(lambda: len(failures) == 1)
    assert "cropped or resized" in failures[0]
    assert masked.review.shown_candidate is None
    masked.undo()
    show(qtbot, masked, 1)
    masked.undo()
    engine.step_seconds = 0.02
    masked.generate(settings("a lamp"))
    masked.open_document.apply("Crop", Document.from_picture(photograph()[:200]))
    qtbot.waitUntil(lambda: masked.runs.running is None)
    assert masked.runs.list.ended[0].state == "failed"
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
