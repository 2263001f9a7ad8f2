"""The editor's commands and signals, on the fake engine."""

import asyncio
import threading
from dataclasses import replace
from itertools import groupby
from pathlib import Path
from typing import Any

import numpy as np
import pytest

from glide_studio.core.document.accepting import accept
from glide_studio.core.document.document import Document
from glide_studio.core.geometry import Rect
from glide_studio.core.modes.modes import Mode, suggested_mode
from glide_studio.core.raster.colour import Colour
from glide_studio.core.request.request import Result
from glide_studio.core.request.source import Inpaint
from tests.fakes import colour, request_of, settings
from tests.session.editing import HERE, Complete, Session


def test_generating_on_a_blank_document_adds_a_picture_and_again_another(session: Session) -> None:
    for seed in (1, 2):
        session.start("a red apple", seed=seed)
        assert session.editor.runs.running is not None
        assert session.editor.runs.running.mode is Mode.TEXT_TO_IMAGE
        session.finish()
        assert session.shown() == colour(seed)
        assert session.editor.is_modified
    assert session.labels == ["New", "a red apple", "a red apple"]
    assert [edit.request.settings.seed for edit in session.document.edits] == [1, 2]
    assert suggested_mode(session.document) is Mode.TEXT_TO_IMAGE
    session.editor.undo()
    assert session.shown() == colour(1)


def test_a_mask_on_a_generated_picture_is_inpainted_and_the_next_run_needs_a_mask(
    session: Session,
) -> None:
    session.generate("a red apple", seed=1)
    session.paint_mask(HERE)
    session.generate("a lamp", seed=2)
    assert (session.shown(), session.shown(10, 10)) == (colour(2), colour(1))
    assert session.notices == []
    session.start("a cat")
    assert session.editor.runs.running is None
    assert "mask" in session.notices[0]
    session.editor.jump(1)
    session.generate("a cat", seed=3)
    assert session.shown() == colour(3)


@pytest.mark.parametrize("generated", [[], ["Pasted picture"]], ids=["alone", "beside a result"])
def test_generating_does_not_replace_a_picture_but_asks_for_a_mask(
    session: Session, generated: list[str]
) -> None:
    for prompt in generated:
        session.generate(prompt)
    session.paste_white(30, 30)
    session.start("a cat")
    assert session.editor.runs.running is None
    assert "mask" in session.notices[0]


def test_previews_do_not_change_the_document(session: Session) -> None:
    session.engine.step_seconds = 0.02
    previews, progress = [], []
    session.editor.runs.preview_changed.connect(previews.append)
    session.editor.runs.progress_changed.connect(progress.append)
    before = session.document
    session.start("a red apple")
    session.wait_until(lambda: any(preview is not None for preview in previews))
    assert session.document is before
    session.finish()
    assert {p.phase for p in previews if p} == {"base", "upsample"}
    assert previews[-1] is None
    assert progress[0].phase == "waiting"
    assert progress[-1] is None


def test_a_mask_is_inpainted_and_nothing_else_changes(masked: Session) -> None:
    original = masked.document.composite()
    masked.start("a lamp", seed=4)
    assert masked.editor.runs.running is not None
    masked.finish()
    (request,) = masked.engine.requests
    assert isinstance(request.source, Inpaint)
    assert masked.shown() == colour(4)
    edited = masked.document.composite()
    changed = np.argwhere((edited != original).any(axis=2))
    margin = request.source.feather
    assert changed.min() >= 100 - margin
    assert changed.max() < 160 + margin
    assert masked.document.mask.is_empty
    masked.editor.undo()
    assert np.array_equal(masked.document.composite(), original)
    assert not masked.document.mask.is_empty


def test_a_run_starts_before_its_crop_is_ready_and_uses_the_document_it_started_from(
    masked: Session,
) -> None:
    asked_of = masked.document
    cropping = masked.hold_background()
    masked.start("cancelled")
    assert masked.editor.runs.running is not None
    masked.editor.runs.cancel()
    assert masked.editor.runs.running is None
    masked.start("a {tall|small} lamp", seed=4, count=2)
    masked.editor.generation.retry_with_prompt("a bell")
    masked.editor.paste(np.zeros((30, 30, 4), np.uint8))
    masked.paint_mask(Rect(10, 10, 20, 20))
    cropping.set()
    masked.finish()
    assert [prompt.split()[-1] for prompt in masked.prompts] == ["lamp", "lamp", "bell"]
    wanted = request_of(asked_of, Mode.INPAINT)
    assert isinstance(wanted.source, Inpaint)
    for request in masked.engine.requests:
        assert request.bounds == wanted.bounds
        assert isinstance(request.source, Inpaint)
        assert np.array_equal(request.source.picture, wanted.source.picture)
        assert np.array_equal(request.source.mask, wanted.source.mask)
    assert {request.settings.seed for request in masked.engine.requests} == {4, 5}


def test_closing_during_the_crop_ends_cleanly(masked: Session, complete: Complete) -> None:
    cropping = masked.hold_background()
    masked.start("a lamp")
    threading.Timer(0.05, cropping.set).start()
    complete(masked.editor.close())
    assert masked.engine.requests == []


def test_an_unsuitable_mode_is_reported_and_the_next_run_works(session: Session) -> None:
    session.paste_white(300, 400)
    session.start("a lamp", mode=Mode.VARIATION)
    session.generate("a lamp", mode=Mode.SKETCH)
    assert len(session.failures) == 1
    assert "no result yet" in session.failures[0]
    assert [run.state for run in session.editor.runs.list.ended] == ["done", "failed"]


def test_an_engine_that_fails_to_load_is_reported_and_loaded_again(
    session: Session, complete: Complete
) -> None:
    session.engine.load_error = MemoryError()
    assert not complete(session.editor.runs.preload())
    assert "memory" in session.failures[0]
    session.engine.load_error = None
    session.generate("a cat")
    assert not session.document.is_blank


def test_cancelling_leaves_the_document_unchanged(session: Session) -> None:
    before = session.document
    session.start_endless("a cat")
    session.editor.runs.cancel()
    assert session.editor.runs.running is None
    session.wait_until(lambda: len(session.engine.stopped) == 1)
    assert session.document is before
    assert session.labels == ["New"]


def test_a_second_request_waits_in_the_queue(session: Session) -> None:
    session.engine.step_seconds = 0.01
    runs = session.editor.runs
    counts: list[int] = []
    runs.changed.connect(lambda: counts.append(len(runs.list.waiting)))
    runs.when_busy = "queue"
    session.start("cat 1", "cat 2", "cat 3")
    assert len(runs.list.waiting) == 2
    session.finish()
    assert session.labels == ["New", "cat 1", "cat 2", "cat 3"]
    assert [n for n, _ in groupby(counts)] == [1, 0, 1, 2, 1, 0]


def test_a_second_request_replaces_the_running_one(session: Session) -> None:
    session.editor.runs.when_busy = "replace"
    session.start_endless("first")
    session.engine.endless = False
    session.start("second", seed=2)
    assert session.editor.runs.running is not None
    assert session.editor.runs.running.settings.prompt == "second"
    session.finish()
    assert session.labels == ["New", "second"]
    assert session.shown() == colour(2)


def test_a_result_is_added_to_the_document_that_was_edited_during_blending(
    session: Session, photograph_file: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """A large region takes long to blend, on a thread of its own."""
    begun, go_on = threading.Event(), threading.Event()

    def slow_accept(document: Document, result: Result, *options: Any) -> Document:
        begun.set()
        assert go_on.wait(10)
        return accept(document, result, *options)

    monkeypatch.setattr("glide_studio.session.candidates.accept", slow_accept)
    session.open(photograph_file)
    mask = session.paint_mask(HERE)
    session.start("a lamp", seed=4)
    session.wait_until(begun.is_set)
    assert session.editor.runs.running is not None
    session.paste_white(10, 10)
    go_on.set()
    session.finish()
    names = [layer.name for layer in session.document.layers]
    assert names == ["Background", "Pasted picture", "a lamp"]
    assert session.shown() == colour(4)
    session.editor.undo()
    assert session.document.mask is mask


def test_a_result_is_added_to_the_document_that_was_edited_during_the_run(masked: Session) -> None:
    masked.engine.step_seconds = 0.01
    masked.start("a lamp", seed=4)
    masked.paste_white(30, 30)
    other = masked.paint_mask(Rect(300, 200, 50, 50))
    masked.finish()
    assert masked.shown() == colour(4)
    assert masked.shown(200, 150) == (255, 255, 255)
    assert masked.document.mask is other


def test_closing_mid_run_ends_cleanly(session: Session, complete: Complete) -> None:
    session.start_endless("first", "second")
    complete(session.editor.close())
    assert session.editor.runs.running is None
    assert [request.settings.prompt for request in session.engine.stopped] == ["first"]
    assert not [task for task in asyncio.all_tasks() if not task.done()]


def test_painting_on_an_edit_makes_an_ordinary_layer_of_it_says_so_and_can_be_undone(
    session: Session,
) -> None:
    session.generate("a red apple", seed=1)
    session.layers.set_opacity(0.5)
    assert len(session.document.edits) == 1
    session.layers.fill(Colour(9, 9, 9))
    session.wait_until(lambda: session.document.edits == ())
    assert [notice for notice in session.notices if "ordinary layer" in notice] == [
        "“a red apple” is an ordinary layer now. Undo to restore its edit."
    ]
    session.editor.undo()
    assert len(session.document.edits) == 1
    session.layers.fill(Colour(9, 9, 9))
    session.wait_until(lambda: session.document.edits == ())
    session.layers.set_opacity(0.25)
    assert len([notice for notice in session.notices if "ordinary layer" in notice]) == 2


def test_a_mask_without_a_prompt_is_filled_and_a_page_without_one_is_refused(
    session: Session,
) -> None:
    assert not session.editor.generation.generate(settings(" "))
    assert "The prompt is empty" in session.failures[0]
    assert session.editor.runs.list.runs == ()
    session.paste_white(300, 400)
    session.paint_mask(HERE)
    assert session.editor.generation.generate(settings(" ", seed=2))
    session.finish()
    layer = session.document.layers[-1]
    assert layer.edit is not None
    assert tuple(layer.edit.patch[0, 0]) == colour(2)
    assert session.shown() == (255, 255, 255)  # matched to the paper around it
    assert layer.name == "Fill"


def test_a_model_that_is_not_installed_is_refused_before_anything_runs(session: Session) -> None:
    assert not session.editor.generation.generate(replace(settings(), model="released"))
    assert session.failures == ["There is no model “released”. Installed models: starter."]
    assert session.editor.runs.list.runs == ()
