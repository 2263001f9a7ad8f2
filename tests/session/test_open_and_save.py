"""Files and clipboard: a document is opened, saved and replaced without losing work."""

import threading
import zipfile
from collections.abc import Callable
from functools import partial
from pathlib import Path

import numpy as np
import pytest
from PIL import Image

from glide_studio.core.geometry import Extent, Rect
from tests.session.editing import Session


def test_undo_back_to_the_saved_state_is_unmodified(
    session: Session, photograph_file: Path, tmp_path: Path
) -> None:
    editor, target = session.editor, tmp_path / "copy.ora"
    session.open(photograph_file)
    assert not editor.is_modified
    session.paste_white(30, 30)
    assert editor.is_modified
    editor.save(target)
    session.wait_until(lambda: not editor.is_modified)
    assert editor.open_document.path == target
    editor.undo()
    assert editor.is_modified
    editor.redo()
    assert not editor.is_modified
    with zipfile.ZipFile(target) as project, Image.open(project.open("mergedimage.png")) as saved:
        assert saved.getpixel((200, 150))[:3] == (255, 255, 255)


def test_saving_does_not_assign_its_file_to_a_document_opened_meanwhile(
    session: Session, photograph_file: Path, tmp_path: Path
) -> None:
    editor = session.editor
    session.open(photograph_file)
    written: list[Path | None] = []
    editor.save(tmp_path / "copy.png", lambda: written.append(editor.open_document.path))
    editor.new()
    session.wait_until(lambda: written == [None])
    assert (tmp_path / "copy.png").exists()
    assert not editor.is_modified


def test_replacing_a_document_that_is_being_saved_needs_confirmation(
    session: Session, photograph_file: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    written = threading.Event()
    wait = partial(written.wait, 9)
    monkeypatch.setattr("glide_studio.session.saving.save_document", lambda *_, **__: wait())
    asked: list[object] = []
    session.editor.save(tmp_path / "copy.png")
    session.editor.open(photograph_file, asked.append)
    session.wait_until(lambda: len(asked) == 1)
    assert session.document.is_blank
    written.set()
    session.wait_until(lambda: session.editor.open_document.path == tmp_path / "copy.png")


def test_unusable_files_are_reported(session: Session, tmp_path: Path) -> None:
    before = session.document
    session.editor.open(tmp_path / "missing.png")
    session.wait_until(lambda: len(session.failures) == 1)
    session.editor.save(tmp_path / "picture.unknown")
    session.wait_until(lambda: len(session.failures) == 2)
    assert session.document is before
    assert session.editor.open_document.path is None


def test_opening_restarts_the_history_and_stops_the_run(
    session: Session, photograph_file: Path
) -> None:
    session.start_endless("first", "second")
    session.open(photograph_file)
    assert session.editor.runs.running is None
    assert len(session.editor.runs.list.waiting) == 0
    assert session.labels == ["Open photograph.png"]
    session.editor.new()
    assert session.document.is_blank
    assert session.editor.open_document.path is None


def test_replacing_a_document_changed_while_a_file_is_read_needs_confirmation(
    session: Session, photograph_file: Path
) -> None:
    asked: list[Callable[[], object]] = []
    session.editor.open(photograph_file, asked.append)
    session.paste_white(30, 30)
    session.wait_until(lambda: len(asked) == 1)
    assert session.labels == ["New", "Paste"]
    asked[0]()
    assert session.labels == ["Open photograph.png"]


def test_of_two_files_opened_at_once_the_last_is_shown(
    session: Session, photograph_file: Path
) -> None:
    other = photograph_file.with_name("other.png")
    Image.new("RGB", (8, 8)).save(other)
    session.editor.open(photograph_file)
    session.open(other)
    session.qtbot.wait(50)
    assert session.editor.open_document.path == other


def test_a_pasted_picture_keeps_its_alpha(session: Session, photograph_file: Path) -> None:
    picture = np.zeros((200, 100, 4), np.uint8)
    picture[:100] = (10, 20, 30, 255)
    session.editor.paste(picture)
    assert session.document.extent == Extent(100, 200)
    session.open(photograph_file)
    before = session.document.composite()
    session.editor.paste(picture)
    after = session.document.composite()
    assert tuple(after[149, 200]) == (10, 20, 30, 255)
    assert np.array_equal(after[150:], before[150:])
    session.paste_white(500, 500)
    assert session.document.extent == Extent(400, 300)
    assert session.document.layers[-1].content_bounds == Rect(-50, -100, 500, 500)
