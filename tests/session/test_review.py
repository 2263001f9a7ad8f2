"""Pictures on show and their way into the document, which nothing else changes."""

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
from glide_studio.core.modes.modes import Mode, meant_mode
from glide_studio.core.modes.region import inpaint_request
from glide_studio.core.raster.raster import Pixels
from glide_studio.core.request.request import GenerationRequest, Result
from glide_studio.session.candidates import Candidate, faded, held_as, placed, put
from glide_studio.session.editor import Editor
from glide_studio.session.run_list import Run
from tests.fakes import FakeEngine, colour, picture

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
    editor.set_mask(square(editor.document.extent, HERE))
    return editor


def ask(qtbot: Any, editor: Editor, seed: int = 5, count: int = 3, prompt: str = "a cat") -> None:
    editor.generate(GenerationRequest(prompt, seed=seed, count=count))
    qtbot.waitUntil(lambda: editor.running is None)


def show(qtbot: Any, editor: Editor, sample: int, run: int = 1) -> None:
    editor.staging.show((run, sample))
    request = editor.staging.candidates.find((run, sample))
    assert request is not None
    expected = colour(request.result.request.seed)
    qtbot.waitUntil(lambda: pixel(editor.staging.shown) == expected)


def pixel(document: Document, x: int = 130, y: int = 130) -> tuple[int, ...]:
    return tuple(document.composite(Rect(x, y, 1, 1))[0, 0, :3])


def labels(editor: Editor) -> list[str]:
    return [entry.label for entry in editor.history.entries]


def test_the_first_of_several_is_on_show_and_the_document_untouched(
    masked: Editor, qtbot: Any
) -> None:
    before = masked.document
    ask(qtbot, masked)
    assert masked.document is before
    assert len(masked.staging.candidates.kept) == 3
    assert masked.staging.is_pending
    assert pixel(masked.staging.shown) == colour(5)
    assert masked.staging.shown.mask.is_empty


def test_accepting_is_one_step_and_undo_brings_the_mask_back(masked: Editor, qtbot: Any) -> None:
    mask, original = masked.document.mask, masked.document.composite()
    ask(qtbot, masked)
    show(qtbot, masked, 2)
    seen = masked.staging.shown.composite()
    masked.staging.accept()
    assert labels(masked)[-1] == "a cat"
    assert not masked.staging.is_pending
    assert np.array_equal(masked.document.composite(), seen)
    assert masked.document.mask.is_empty
    assert masked.document.stages[-1].request.seed == 7
    masked.undo()
    assert masked.document.mask is mask
    assert np.array_equal(masked.document.composite(), original)


def test_another_picture_of_the_run_takes_the_place_of_the_accepted(
    masked: Editor, qtbot: Any
) -> None:
    ask(qtbot, masked)
    masked.staging.accept()
    show(qtbot, masked, 1)
    assert pixel(masked.document) == colour(5)
    masked.staging.accept()
    assert [layer.name for layer in masked.document.layers] == ["Pasted picture", "a cat"]
    assert (pixel(masked.document), labels(masked)[-1]) == (colour(6), "a cat (2)")
    assert len(masked.document.stages) == 1
    masked.undo()
    assert pixel(masked.document) == colour(5)


def test_compare_fades_and_changes_nothing(masked: Editor, qtbot: Any) -> None:
    ask(qtbot, masked)
    before, after = masked.document.composite(), masked.staging.shown.composite()
    masked.staging.compare(0.0)
    assert np.array_equal(masked.staging.shown.composite(), before)
    masked.staging.compare(0.5)
    between = masked.staging.shown.composite().astype(int)
    assert (np.abs(between - (before.astype(int) + after) / 2) <= 1).all()
    masked.staging.compare(1.0)
    masked.staging.accept()
    masked.staging.show((1, 0))
    masked.staging.compare(0.0)
    assert np.array_equal(masked.staging.shown.composite(), before)
    assert np.array_equal(masked.document.composite(), after)
    assert masked.staging.leave() is False


def test_nothing_that_is_discarded_is_lost_until_the_document_closes(
    masked: Editor, qtbot: Any
) -> None:
    ask(qtbot, masked)
    staging = masked.staging
    staging.discard((1, 0))
    qtbot.waitUntil(lambda: pixel(staging.shown) == colour(6))
    staging.discard((1, 2))
    staging.discard((1, 1))
    assert (staging.on_show, staging.candidates.kept) == (None, ())
    assert staging.shown is masked.document
    assert len(staging.candidates.everyone) == 3
    staging.discard((1, 2))
    assert [candidate.key for candidate in staging.candidates.kept] == [(1, 2)]
    show(qtbot, masked, 0)
    staging.accept()
    assert [candidate.key for candidate in staging.candidates.kept] == [(1, 0), (1, 2)]
    notices: list[str] = []
    masked.noticed.connect(notices.append)
    staging.discard((1, 0))
    assert "undo" in notices[0]
    masked.new()
    assert staging.candidates.everyone == ()


def test_undo_takes_away_what_is_only_on_show(masked: Editor, qtbot: Any) -> None:
    ask(qtbot, masked)
    before = masked.document
    assert masked.is_modified
    masked.undo()
    assert masked.document is before
    assert masked.staging.shown is before
    masked.undo()
    assert masked.document is not before


def test_asking_again_keeps_the_mask_and_adds_to_the_choice(masked: Editor, qtbot: Any) -> None:
    ask(qtbot, masked)
    ask(qtbot, masked, seed=11)
    assert masked.staging.on_show is not None
    assert masked.staging.on_show.key == (2, 0)
    assert len(masked.staging.candidates.kept) == 6
    assert masked.document.stages == ()
    show(qtbot, masked, 1, run=1)
    masked.staging.accept()
    assert pixel(masked.document) == colour(6)


def test_a_mask_painted_on_what_is_shown_accepts_it(editor: Editor, qtbot: Any) -> None:
    ask(qtbot, editor)
    assert meant_mode(editor.subject) is Mode.TEXT_TO_IMAGE
    editor.set_mask(square(editor.document.extent, HERE))
    assert meant_mode(editor.subject) is Mode.INPAINT
    ask(qtbot, editor, seed=1, count=1, prompt="a lamp")
    assert labels(editor)[-2:] == ["a cat", "a lamp"]
    assert (pixel(editor.document), pixel(editor.document, 5, 5)) == (colour(1), colour(5))


def test_saving_accepts_what_is_shown(masked: Editor, qtbot: Any, tmp_path: Path) -> None:
    ask(qtbot, masked)
    masked.save(tmp_path / "picture.png")
    qtbot.waitUntil(lambda: not masked.is_modified)
    assert (labels(masked)[-1], pixel(masked.document)) == ("a cat", colour(5))


def test_saving_waits_for_what_is_only_just_shown(
    masked: Editor, qtbot: Any, tmp_path: Path
) -> None:
    ask(qtbot, masked)
    masked.staging.step(1)
    masked.save(tmp_path / "picture.png")
    qtbot.waitUntil(lambda: not masked.is_modified)
    assert pixel(masked.document) == colour(6)
    with Image.open(tmp_path / "picture.png") as saved:
        assert saved.getpixel((130, 130))[:3] == colour(6)


def test_single_pictures_wait_too_if_so_wanted(masked: Editor, qtbot: Any) -> None:
    masked.staging.accepts_single = False
    ask(qtbot, masked, count=1)
    assert masked.staging.is_pending
    assert masked.document.stages == ()


def test_what_does_not_fit_any_more_is_not_put_anywhere(
    masked: Editor, engine: FakeEngine, qtbot: Any
) -> None:
    failures: list[str] = []
    masked.failed.connect(failures.append)
    ask(qtbot, masked)
    masked.apply("Crop", Document.from_picture(photograph()[:200]))
    assert masked.staging.on_show is None
    masked.staging.show((1, 1))
    qtbot.waitUntil(lambda: len(failures) == 1)
    assert "cropped or resized" in failures[0]
    assert masked.staging.on_show is None
    masked.undo()
    show(qtbot, masked, 1)
    masked.undo()
    engine.step_seconds = 0.02
    masked.generate(GenerationRequest("a lamp"))
    masked.apply("Crop", Document.from_picture(photograph()[:200]))
    qtbot.waitUntil(lambda: masked.running is None)
    assert masked.runs.list.ended[0].state == "failed"
    assert len(masked.staging.candidates.kept) == 4


boxes = st.builds(
    Rect, st.integers(0, 380), st.integers(0, 280), st.integers(1, 90), st.integers(1, 90)
)


@given(boxes, st.integers(0, 9), st.floats(0, 1))
def test_outside_of_mask_and_blend_band_not_one_byte_changes(
    box: Rect, seed: int, share: float
) -> None:
    document = Document.from_picture(photograph())
    box = box.intersected(document.extent.bounds)
    document = document.with_mask(square(document.extent, box))
    request = inpaint_request(document, GenerationRequest("a cat", seed=seed, count=2))
    run = Run(1, request, document.mask, document.frame, 1, 1, False)
    candidate = Candidate(run, Result(request.for_sample(0), picture(seed)))
    other = Candidate(run, Result(request.for_sample(1), picture(seed + 1), 1))
    first = put(document, candidate, placed(document, candidate), None)
    second = put(first, other, placed(first, other), held_as(first, candidate))
    layer = held_as(second, other)
    assert layer is not None
    original, band = document.composite(), box.padded(request.feather)
    for shown in (first, second, faded(second, layer, share)):
        changed = (shown.composite() != original).any(axis=2)
        inside = band.intersected(document.extent.bounds)
        changed[inside.y : inside.bottom, inside.x : inside.right] = False
        assert not changed.any()
