"""Files and clipboard: a document is opened, saved and replaced without losing work."""

import threading
import zipfile
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


def test_a_document_that_is_being_saved_stays_open(
    session: Session, photograph_file: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    written = threading.Event()
    wait = partial(written.wait, 9)
    monkeypatch.setattr("glide_studio.session.saving.save_document", lambda *_, **__: wait())
    session.paste_white(30, 30)
    before = session.editor.open_document.state
    session.editor.save(tmp_path / "copy.png")
    session.open(photograph_file)
    written.set()
    session.wait_until(lambda: before.path == tmp_path / "copy.png")
    assert session.editor.open_document.path == photograph_file
    assert not before.is_modified


def test_unusable_files_are_reported(session: Session, tmp_path: Path) -> None:
    before = session.document
    session.editor.open(tmp_path / "missing.png")
    session.wait_until(lambda: len(session.failures) == 1)
    session.editor.save(tmp_path / "picture.unknown")
    session.wait_until(lambda: len(session.failures) == 2)
    assert session.document is before
    assert session.editor.open_document.path is None


def test_opening_starts_a_history_and_leaves_the_run(
    session: Session, photograph_file: Path
) -> None:
    session.start_endless("first", "second")
    session.open(photograph_file)
    assert session.editor.runs.running is not None
    assert len(session.editor.runs.list.waiting) == 1
    assert session.labels == ["Open photograph.png"]
    session.editor.new()
    assert session.document.is_blank
    assert session.editor.open_document.path is None
    session.editor.close_document()
    session.editor.close_document()
    assert session.editor.runs.list.runs == ()


def test_a_page_that_is_used_while_a_file_is_read_stays(
    session: Session, photograph_file: Path
) -> None:
    session.editor.open(photograph_file)
    session.paste_white(30, 30)
    session.wait_until(lambda: session.editor.open_document.path == photograph_file)
    first, second = session.editor.open_document.states
    assert [entry.label for entry in first.history.entries] == ["New", "Paste"]
    assert second is session.editor.open_document.state


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
