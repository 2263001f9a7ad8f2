"""The editor's commands and signals, on the fake engine."""

import asyncio
import threading
from collections.abc import Callable
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
from glide_studio.session.editor import Editor
from glide_studio.session.layer_commands import LayerCommands
from tests.fakes import FakeEngine, colour, request_of, settings
from tests.session.editing import finish, labels, open_file, sentences, shown, square

Complete = Callable[..., Any]


def test_generating_on_a_blank_document_adds_a_picture(editor: Editor, qtbot: Any) -> None:
    editor.generate(settings("a red apple", seed=1))
    assert editor.runs.running is not None
    assert editor.runs.running.mode is Mode.TEXT_TO_IMAGE
    finish(qtbot, editor)
    assert shown(editor) == colour(1)
    assert labels(editor) == ["New", "a red apple"]
    assert editor.is_modified


def test_generating_again_makes_another_picture(editor: Editor, qtbot: Any) -> None:
    for seed in (1, 2):
        editor.generate(settings("a red apple", seed=seed))
        assert editor.runs.running is not None
        assert editor.runs.running.mode is Mode.TEXT_TO_IMAGE
        finish(qtbot, editor)
    assert shown(editor) == colour(2)
    assert labels(editor) == ["New", "a red apple", "a red apple"]
    assert [edit.request.settings.seed for edit in editor.document.edits] == [1, 2]
    assert suggested_mode(editor.document) is Mode.TEXT_TO_IMAGE
    editor.undo()
    assert shown(editor) == colour(1)


def test_a_mask_on_a_generated_picture_is_inpainted_and_the_next_run_needs_a_mask(
    editor: Editor, qtbot: Any
) -> None:
    editor.generate(settings("a red apple", seed=1))
    finish(qtbot, editor)
    editor.open_document.set_mask(square(editor.document.extent, Rect(100, 100, 60, 60)))
    editor.generate(settings("a lamp", seed=2))
    finish(qtbot, editor)
    assert (shown(editor, 130, 130), shown(editor, 10, 10)) == (colour(2), colour(1))
    notices = sentences(editor.open_document.noticed)
    editor.generate(settings("a cat"))
    assert editor.runs.running is None
    assert "mask" in notices[0]
    editor.jump(1)
    editor.generate(settings("a cat", seed=3))
    finish(qtbot, editor)
    assert shown(editor) == colour(3)


def test_a_pasted_picture_is_not_replaced_by_generating(editor: Editor, qtbot: Any) -> None:
    editor.generate(settings("Pasted picture"))
    finish(qtbot, editor)
    editor.paste(np.full((30, 30, 4), 255, np.uint8))
    notices = sentences(editor.open_document.noticed)
    editor.generate(settings("a cat"))
    assert editor.runs.running is None
    assert "mask" in notices[0]


def test_previews_do_not_change_the_document(
    editor: Editor, engine: FakeEngine, qtbot: Any
) -> None:
    engine.step_seconds = 0.02
    previews, progress = [], []
    editor.runs.preview_changed.connect(previews.append)
    editor.runs.progress_changed.connect(progress.append)
    before = editor.document
    editor.generate(settings("a red apple"))
    qtbot.waitUntil(lambda: any(preview is not None for preview in previews))
    assert editor.document is before
    finish(qtbot, editor)
    assert {p.phase for p in previews if p} == {"base", "upsample"}
    assert previews[-1] is None
    assert progress[0].phase == "waiting"
    assert progress[-1] is None


def test_a_mask_is_inpainted_and_nothing_else_changes(
    editor: Editor, engine: FakeEngine, photograph: Path, qtbot: Any
) -> None:
    open_file(qtbot, editor, photograph)
    original = editor.document.composite()
    editor.open_document.set_mask(square(editor.document.extent, Rect(100, 100, 60, 60)))
    editor.generate(settings("a lamp", seed=4))
    assert editor.runs.running is not None
    finish(qtbot, editor)
    (request,) = engine.requests
    assert isinstance(request.source, Inpaint)
    assert shown(editor, 130, 130) == colour(4)
    edited = editor.document.composite()
    changed = np.argwhere((edited != original).any(axis=2))
    margin = request.source.feather
    assert changed.min() >= 100 - margin
    assert changed.max() < 160 + margin
    assert editor.document.mask.is_empty
    editor.undo()
    assert np.array_equal(editor.document.composite(), original)
    assert not editor.document.mask.is_empty


def test_a_run_starts_before_its_crop_is_ready_and_uses_the_document_it_started_from(
    editor: Editor, engine: FakeEngine, photograph: Path, qtbot: Any
) -> None:
    open_file(qtbot, editor, photograph)
    editor.open_document.set_mask(square(editor.document.extent, Rect(100, 100, 60, 60)))
    asked_of = editor.document
    cropping = threading.Event()
    editor.open_document.start_in_background(cropping.wait, lambda _: None)
    editor.generate(settings("cancelled"))
    assert editor.runs.running is not None
    editor.runs.cancel()
    assert editor.runs.running is None
    editor.generate(settings("a {tall|small} lamp", seed=4, count=2))
    editor.retry_with_prompt("a bell")
    editor.paste(np.zeros((30, 30, 4), np.uint8))
    editor.open_document.set_mask(square(editor.document.extent, Rect(10, 10, 20, 20)))
    cropping.set()
    finish(qtbot, editor)
    assert [request.settings.prompt.split()[-1] for request in engine.requests] == [
        "lamp",
        "lamp",
        "bell",
    ]
    wanted = request_of(asked_of, Mode.INPAINT)
    assert isinstance(wanted.source, Inpaint)
    for request in engine.requests:
        assert request.bounds == wanted.bounds
        assert isinstance(request.source, Inpaint)
        assert np.array_equal(request.source.picture, wanted.source.picture)
        assert np.array_equal(request.source.mask, wanted.source.mask)
    assert {request.settings.seed for request in engine.requests} == {4, 5}


def test_closing_during_the_crop_ends_cleanly(
    editor: Editor, engine: FakeEngine, photograph: Path, complete: Complete, qtbot: Any
) -> None:
    open_file(qtbot, editor, photograph)
    editor.open_document.set_mask(square(editor.document.extent, Rect(100, 100, 60, 60)))
    cropping = threading.Event()
    editor.open_document.start_in_background(cropping.wait, lambda _: None)
    editor.generate(settings("a lamp"))
    threading.Timer(0.05, cropping.set).start()
    complete(editor.close())
    assert engine.requests == []


def test_an_unsuitable_mode_is_reported_and_the_next_run_works(
    editor: Editor, engine: FakeEngine, photograph: Path, qtbot: Any
) -> None:
    open_file(qtbot, editor, photograph)
    failures = sentences(editor.open_document.failed)
    editor.generate(settings("a lamp"), Mode.VARIATION)
    editor.generate(settings("a lamp"), Mode.SKETCH)
    finish(qtbot, editor)
    assert len(failures) == 1
    assert "no result yet" in failures[0]
    assert [run.state for run in editor.runs.list.ended] == ["done", "failed"]


def test_generating_on_a_picture_without_a_mask_asks_for_one(
    editor: Editor, photograph: Path, qtbot: Any
) -> None:
    open_file(qtbot, editor, photograph)
    notices = sentences(editor.open_document.noticed)
    editor.generate(settings("a lamp"))
    assert editor.runs.running is None
    assert "mask" in notices[0]


def test_an_engine_error_is_reported_in_one_sentence_and_the_next_run_works(
    editor: Editor, engine: FakeEngine, qtbot: Any
) -> None:
    failures = sentences(editor.open_document.failed)
    engine.error = ZeroDivisionError("step\nwith details")
    editor.generate(settings("a cat"))
    finish(qtbot, editor)
    assert failures == ["Something went wrong: step (ZeroDivisionError)."]
    assert editor.document.is_blank
    engine.error = None
    editor.generate(settings("a cat"))
    finish(qtbot, editor)
    assert not editor.document.is_blank


def test_an_engine_that_fails_to_load_is_reported_and_loaded_again(
    editor: Editor, engine: FakeEngine, complete: Complete, qtbot: Any
) -> None:
    failures = sentences(editor.open_document.failed)
    engine.load_error = MemoryError()
    assert not complete(editor.runs.preload())
    assert "memory" in failures[0]
    engine.load_error = None
    editor.generate(settings("a cat"))
    finish(qtbot, editor)
    assert not editor.document.is_blank


def test_cancelling_leaves_the_document_unchanged(
    editor: Editor, engine: FakeEngine, qtbot: Any
) -> None:
    engine.endless, engine.step_seconds = True, 0.01
    before = editor.document
    editor.generate(settings("a cat"))
    qtbot.waitUntil(lambda: engine.stepped > 1)
    editor.runs.cancel()
    assert editor.runs.running is None
    qtbot.waitUntil(lambda: len(engine.stopped) == 1)
    assert editor.document is before
    assert labels(editor) == ["New"]


def test_a_second_request_waits_in_the_queue(
    editor: Editor, engine: FakeEngine, qtbot: Any
) -> None:
    engine.step_seconds = 0.01
    counts: list[int] = []
    editor.runs.changed.connect(lambda: counts.append(len(editor.runs.list.waiting)))
    editor.runs.when_busy = "queue"
    for seed in (1, 2, 3):
        editor.generate(settings(f"cat {seed}", seed=seed))
    assert len(editor.runs.list.waiting) == 2
    finish(qtbot, editor)
    assert labels(editor) == ["New", "cat 1", "cat 2", "cat 3"]
    assert [n for n, _ in groupby(counts)] == [1, 0, 1, 2, 1, 0]


def test_cancelling_starts_the_next_run(editor: Editor, engine: FakeEngine, qtbot: Any) -> None:
    engine.step_seconds = 0.01
    editor.generate(settings("first"))
    editor.generate(settings("second"))
    editor.runs.cancel()
    finish(qtbot, editor)
    assert labels(editor) == ["New", "second"]


def test_a_second_request_replaces_the_running_one(
    editor: Editor, engine: FakeEngine, qtbot: Any
) -> None:
    engine.endless, engine.step_seconds = True, 0.01
    editor.runs.when_busy = "replace"
    editor.generate(settings("first"))
    qtbot.waitUntil(lambda: engine.stepped > 1)
    engine.endless = False
    editor.generate(settings("second", seed=2))
    assert editor.runs.running is not None
    assert editor.runs.running.settings.prompt == "second"
    finish(qtbot, editor)
    assert labels(editor) == ["New", "second"]
    assert shown(editor) == colour(2)


def test_a_result_is_added_to_the_document_that_was_edited_during_blending(
    editor: Editor, photograph: Path, qtbot: Any, monkeypatch: pytest.MonkeyPatch
) -> None:
    """A large region takes long to blend, on a thread of its own."""
    begun, go_on = threading.Event(), threading.Event()

    def slow_accept(document: Document, result: Result, name: str) -> Document:
        begun.set()
        assert go_on.wait(10)
        return accept(document, result, name)

    monkeypatch.setattr("glide_studio.session.candidates.accept", slow_accept)
    open_file(qtbot, editor, photograph)
    mask = square(editor.document.extent, Rect(20, 20, 60, 60))
    editor.open_document.set_mask(mask)
    editor.generate(settings("a lamp", seed=4))
    qtbot.waitUntil(begun.is_set)
    assert editor.runs.running is not None
    editor.paste(np.full((10, 10, 4), 255, np.uint8))
    go_on.set()
    finish(qtbot, editor)
    names = [layer.name for layer in editor.document.layers]
    assert names == ["Background", "Pasted picture", "a lamp"]
    assert shown(editor, 50, 50) == colour(4)
    editor.undo()
    assert editor.document.mask is mask


def test_a_result_is_added_to_the_document_that_was_edited_during_the_run(
    editor: Editor, engine: FakeEngine, photograph: Path, qtbot: Any
) -> None:
    engine.step_seconds = 0.01
    open_file(qtbot, editor, photograph)
    extent = editor.document.extent
    editor.open_document.set_mask(square(extent, Rect(20, 20, 60, 60)))
    editor.generate(settings("a lamp", seed=4))
    editor.paste(np.full((30, 30, 4), 255, np.uint8))
    other = square(extent, Rect(300, 200, 50, 50))
    editor.open_document.set_mask(other)
    finish(qtbot, editor)
    assert shown(editor, 50, 50) == colour(4)
    assert shown(editor, 200, 150) == (255, 255, 255)
    assert editor.document.mask is other


def test_closing_mid_run_ends_cleanly(
    editor: Editor, engine: FakeEngine, complete: Complete, qtbot: Any
) -> None:
    engine.endless, engine.step_seconds = True, 0.01
    editor.generate(settings("first"))
    editor.generate(settings("second"))
    qtbot.waitUntil(lambda: engine.stepped > 1)
    complete(editor.close())
    assert editor.runs.running is None
    assert [request.settings.prompt for request in engine.stopped] == ["first"]
    assert not [task for task in asyncio.all_tasks() if not task.done()]


def test_painting_on_an_edit_makes_an_ordinary_layer_of_it_says_so_and_can_be_undone(
    editor: Editor, qtbot: Any
) -> None:
    editor.generate(settings("a red apple", seed=1))
    finish(qtbot, editor)
    notices = sentences(editor.open_document.noticed)
    layers = LayerCommands(editor.open_document, editor.review)
    layers.set_opacity(0.5)
    assert len(editor.document.edits) == 1
    layers.fill(Colour(9, 9, 9))
    qtbot.waitUntil(lambda: editor.document.edits == ())
    assert [notice for notice in notices if "ordinary layer" in notice] == [
        "“a red apple” is an ordinary layer now. Undo to restore its edit."
    ]
    editor.undo()
    assert len(editor.document.edits) == 1
    layers.fill(Colour(9, 9, 9))
    qtbot.waitUntil(lambda: editor.document.edits == ())
    layers.set_opacity(0.25)
    assert len([notice for notice in notices if "ordinary layer" in notice]) == 2


def test_a_mask_without_a_prompt_is_filled_and_a_page_without_one_is_refused(
    editor: Editor, photograph: Path, qtbot: Any
) -> None:
    failures = sentences(editor.open_document.failed)
    assert not editor.generate(settings(" "))
    assert "The prompt is empty" in failures[0]
    assert editor.runs.list.runs == ()
    open_file(qtbot, editor, photograph)
    editor.open_document.set_mask(square(editor.document.extent, Rect(100, 100, 60, 60)))
    assert editor.generate(settings(" ", seed=2))
    finish(qtbot, editor)
    assert shown(editor, 130, 130) == colour(2)
    assert editor.document.layers[-1].name == "Fill"


def test_a_model_that_is_not_installed_is_refused_before_anything_runs(editor: Editor) -> None:
    failures = sentences(editor.open_document.failed)
    assert not editor.generate(replace(settings(), model="released"))
    assert failures == ["There is no model “released”. Installed models: starter."]
    assert editor.runs.list.runs == ()
