"""Files and clipboard: a document is opened, saved and replaced without losing work."""

import threading
import zipfile
from collections.abc import Callable
from functools import partial
from pathlib import Path
from typing import Any

import numpy as np
import pytest
from PIL import Image

from glide_studio.core.geometry import Extent
from glide_studio.session.editor import Editor
from tests.fakes import FakeEngine, settings
from tests.session.editing import labels, open_file, sentences

Complete = Callable[..., Any]


def test_undo_back_to_the_saved_state_is_unmodified(
    editor: Editor, photograph: Path, tmp_path: Path, qtbot: Any
) -> None:
    open_file(qtbot, editor, photograph)
    assert not editor.is_modified
    assert editor.open_document.path == photograph
    editor.paste(np.full((30, 30, 4), 255, np.uint8))
    assert editor.is_modified
    target = tmp_path / "copy.ora"
    editor.save(target)
    qtbot.waitUntil(lambda: not editor.is_modified)
    assert editor.open_document.path == target
    editor.undo()
    assert editor.is_modified
    editor.redo()
    assert not editor.is_modified
    with zipfile.ZipFile(target) as project, Image.open(project.open("mergedimage.png")) as saved:
        assert saved.getpixel((200, 150))[:3] == (255, 255, 255)


def test_saving_does_not_assign_its_file_to_a_document_opened_meanwhile(
    editor: Editor, photograph: Path, tmp_path: Path, qtbot: Any
) -> None:
    open_file(qtbot, editor, photograph)
    written: list[Path | None] = []
    editor.save(tmp_path / "copy.png", lambda: written.append(editor.open_document.path))
    editor.new()
    qtbot.waitUntil(lambda: written == [None])
    assert (tmp_path / "copy.png").exists()
    assert not editor.is_modified


def test_replacing_a_document_that_is_being_saved_needs_confirmation(
    editor: Editor, photograph: Path, tmp_path: Path, qtbot: Any, monkeypatch: pytest.MonkeyPatch
) -> None:
    written = threading.Event()
    wait = partial(written.wait, 9)
    monkeypatch.setattr("glide_studio.session.saving.save_document", lambda *_, **__: wait())
    asked: list[object] = []
    editor.save(tmp_path / "copy.png")
    editor.open(photograph, asked.append)
    qtbot.waitUntil(lambda: len(asked) == 1)
    assert editor.document.is_blank
    written.set()
    qtbot.waitUntil(lambda: editor.open_document.path == tmp_path / "copy.png")


def test_unusable_files_are_reported(editor: Editor, tmp_path: Path, qtbot: Any) -> None:
    failures = sentences(editor.open_document.failed)
    before = editor.document
    editor.open(tmp_path / "missing.png")
    qtbot.waitUntil(lambda: len(failures) == 1)
    editor.save(tmp_path / "picture.unknown")
    qtbot.waitUntil(lambda: len(failures) == 2)
    assert editor.document is before
    assert editor.open_document.path is None


def test_opening_restarts_the_history_and_stops_the_run(
    editor: Editor, engine: FakeEngine, photograph: Path, qtbot: Any
) -> None:
    engine.endless, engine.step_seconds = True, 0.01
    editor.generate(settings("first"))
    editor.generate(settings("second"))
    open_file(qtbot, editor, photograph)
    assert editor.runs.running is None
    assert len(editor.runs.list.waiting) == 0
    assert labels(editor) == ["Open photograph.png"]
    editor.new()
    assert editor.document.is_blank
    assert editor.open_document.path is None


def test_replacing_a_document_changed_while_a_file_is_read_needs_confirmation(
    editor: Editor, photograph: Path, qtbot: Any
) -> None:
    asked: list[Callable[[], object]] = []
    editor.open(photograph, asked.append)
    editor.paste(np.full((30, 30, 4), 255, np.uint8))
    qtbot.waitUntil(lambda: len(asked) == 1)
    assert labels(editor) == ["New", "Paste"]
    asked[0]()
    assert labels(editor) == ["Open photograph.png"]


def test_of_two_files_opened_at_once_the_last_is_shown(
    editor: Editor, photograph: Path, qtbot: Any
) -> None:
    other = photograph.with_name("other.png")
    Image.new("RGB", (8, 8)).save(other)
    editor.open(photograph)
    open_file(qtbot, editor, other)
    qtbot.wait(50)
    assert editor.open_document.path == other


def test_a_pasted_picture_keeps_its_alpha(editor: Editor, photograph: Path, qtbot: Any) -> None:
    notices = sentences(editor.open_document.noticed)
    picture = np.zeros((200, 100, 4), np.uint8)
    picture[:100] = (10, 20, 30, 255)
    editor.paste(picture)
    assert editor.document.extent == Extent(100, 200)
    open_file(qtbot, editor, photograph)
    before = editor.document.composite()
    editor.paste(picture)
    after = editor.document.composite()
    assert tuple(after[149, 200]) == (10, 20, 30, 255)
    assert np.array_equal(after[150:], before[150:])
    editor.paste(np.full((500, 500, 4), 255, np.uint8))
    assert editor.document.extent == Extent(400, 300)
    assert "cut off" in notices[-1]
