"""Autosave: what is on disk while the artist works."""

import sqlite3
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import numpy as np
import psutil
import pytest
from PIL import Image

from glide_studio.core.document.layers import Layer
from glide_studio.core.files.documents import lost_by_overwriting
from glide_studio.core.files.journal import Journal
from glide_studio.core.files.journal_folder import journals
from glide_studio.core.files.journal_records import Snapshot
from glide_studio.core.geometry import Rect
from glide_studio.session.autosave import Autosave, recoverable
from glide_studio.session.candidates import candidate_layer
from glide_studio.session.editor import Editor
from tests.session.editing import Session

WHITE = np.full((30, 30, 4), 255, np.uint8)


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    return tmp_path / "recovery"


@pytest.fixture
def autosave(editor: Editor, folder: Path) -> Iterator[Autosave]:
    autosave = Autosave(editor, folder)
    yield autosave
    autosave.close(keep=False)


def left_behind(folder: Path) -> Snapshot:
    """What a program that was killed leaves behind."""
    (path,) = folder.glob("*.journal")
    copy = folder.parent / "killed"
    copy.mkdir(exist_ok=True)
    for file in folder.iterdir():
        (copy / file.name).write_bytes(file.read_bytes())
    with Journal(copy / path.name) as journal:
        return journal.read()


def is_on_disk(folder: Path, editor: Editor) -> bool:
    if not list(folder.glob("*.journal")):
        return False
    try:
        kept = left_behind(folder).history
    except (ValueError, sqlite3.Error):  # its files were copied one after the other
        return False
    history = editor.open_document.history
    return (kept.index, [e.label for e in kept.entries]) == (
        history.index,
        [e.label for e in history.entries],
    ) and np.array_equal(kept.document.composite(), history.document.composite())


@pytest.mark.usefixtures("autosave")
def test_every_step_is_on_disk_within_a_second(editor: Editor, folder: Path, qtbot: Any) -> None:
    for step in (
        lambda: editor.paste(WHITE),
        lambda: editor.paste(WHITE // 2, (3, 4)),
        editor.undo,
        editor.redo,
    ):
        step()
        qtbot.waitUntil(lambda: is_on_disk(folder, editor), timeout=5000)
    editor.new()
    assert not list(folder.glob("*.journal"))
    editor.paste(WHITE)
    qtbot.waitUntil(lambda: is_on_disk(folder, editor), timeout=5000)
    assert journals_of(folder) == []


def journals_of(folder: Path) -> list[Path]:
    return [path for path, _ in journals(folder)]


@pytest.mark.usefixtures("autosave")
def test_a_blank_page_leaves_no_journal(editor: Editor, folder: Path, qtbot: Any) -> None:
    editor.new()
    qtbot.wait(500)
    assert not folder.exists() or not list(folder.iterdir())


def test_a_closed_journal_is_gone_and_a_kept_one_is_offered(editor: Editor, folder: Path) -> None:
    for keep in (False, True):
        autosave = Autosave(editor, folder)
        editor.paste(WHITE)
        autosave.write()
        autosave.close(keep=keep)
        assert bool(recoverable(folder)) is keep


def test_saved_work_is_not_offered(
    editor: Editor, folder: Path, tmp_path: Path, qtbot: Any
) -> None:
    autosave = Autosave(editor, folder)
    editor.paste(WHITE)
    editor.save(tmp_path / "a.ora")
    qtbot.waitUntil(lambda: not editor.is_modified)
    autosave.write()
    autosave.close(keep=True)
    assert recoverable(folder) == []
    assert list(folder.iterdir()) == []


def test_recovery_restores_history_candidates_and_file(
    masked: Session, folder: Path, tmp_path: Path, qtbot: Any
) -> None:
    editor = masked.editor
    autosave = Autosave(editor, folder)
    editor.save(tmp_path / "a.ora")
    qtbot.waitUntil(lambda: not editor.is_modified)
    masked.generate("a cat", count=3)
    editor.review.step(1)
    editor.review.accept()
    qtbot.waitUntil(lambda: len(editor.document.edits) == 1)
    editor.undo()
    before = editor.open_document.history
    autosave.write()
    autosave.close(keep=True)
    editor.new()

    ((path, _),) = recoverable(folder)
    autosave = Autosave(editor, folder)
    recovered: list[object] = []
    editor.opened.connect(recovered.append)
    editor.recover(path, autosave.adopt)
    qtbot.waitUntil(lambda: len(recovered) == 1)
    after = editor.open_document.history
    assert [e.label for e in after.entries] == [e.label for e in before.entries]
    assert after.index == before.index
    assert editor.open_document.path == tmp_path / "a.ora"
    assert editor.is_modified
    assert len(editor.review.candidates.kept) == 3
    editor.redo()
    (found,) = [c for c in editor.review.candidates.kept if candidate_layer(editor.document, c)]
    assert found.run.settings.prompt == "a cat"
    qtbot.waitUntil(lambda: is_on_disk(folder, editor))
    autosave.close(keep=False)
    assert list(folder.iterdir()) == []


def test_a_recovered_picture_is_not_saved_over_its_file_unasked(
    session: Session, folder: Path, tmp_path: Path, qtbot: Any
) -> None:
    editor, pages = session.editor, tmp_path / "pages.tif"
    Image.new("RGB", (64, 64)).save(pages, save_all=True, append_images=[Image.new("L", (8, 8))])
    autosave = Autosave(editor, folder)
    editor.open(pages)
    qtbot.waitUntil(lambda: editor.open_document.path == pages)
    editor.open_document.apply(
        "Paint", editor.document.with_layer(Layer.empty("New", editor.document.extent))
    )
    autosave.write()
    autosave.close(keep=True)
    Image.new("RGB", (9, 9)).save(pages, save_all=True, append_images=[Image.new("L", (8, 8))])
    editor.new()

    ((path, _),) = recoverable(folder)
    autosave = Autosave(editor, folder)
    editor.recover(path, autosave.adopt)
    qtbot.waitUntil(lambda: editor.open_document.path == pages)
    said = " ".join(map(str, lost_by_overwriting(pages, editor.open_document.file)))
    assert "2 frames or pages" in said
    assert "changed by another program" in said
    autosave.close(keep=False)


def test_an_unwritable_folder_is_reported_once(session: Session, folder: Path, qtbot: Any) -> None:
    folder.write_text("a file, not a folder")
    autosave = Autosave(session.editor, folder)
    for _ in range(3):
        session.editor.paste(WHITE)
        qtbot.wait(500)
    autosave.close(keep=False)
    (said,) = (said for said in session.failures if "Autosave" in said)
    assert "recovery” cannot be written to (File exists)." in said


def test_what_a_failing_disk_refused_is_written_once_it_works_again(
    session: Session, folder: Path, qtbot: Any, monkeypatch: pytest.MonkeyPatch
) -> None:
    """Without a further step: the artist may have left the computer."""
    monkeypatch.setattr("glide_studio.session.autosave.RETRY", 300)
    said: list[str] = []
    session.editor.open_document.noticed.connect(said.append)
    folder.write_text("a file, not a folder")
    autosave = Autosave(session.editor, folder)
    session.editor.paste(WHITE)
    qtbot.waitUntil(lambda: any("Autosave" in each for each in session.failures))
    assert not autosave.is_up_to_date
    folder.unlink()
    qtbot.waitUntil(lambda: autosave.is_up_to_date)
    assert said[-1] == "Autosave works again."
    autosave.close(keep=True)
    assert len(session.failures) == 1
    assert len([*folder.glob("*.journal")]) == 1


def test_old_steps_leave_the_memory_and_come_back(editor: Editor, folder: Path, qtbot: Any) -> None:
    """Each step changes a whole tile: 4 x 256 x 256 bytes."""
    autosave = Autosave(editor, folder)
    document = editor.open_document
    noise = np.random.default_rng(0).integers(0, 256, (256, 256, 4), np.uint8)
    editor.paste(noise)
    document.set_byte_budget(30 * noise.nbytes)
    pictures = [editor.document.composite()]
    for number in range(60):
        layer = editor.document.layers[0]
        raster = layer.raster.write(layer.raster.extent.bounds, noise + np.uint8(number + 1))
        document.apply("Paint", editor.document.with_changed(layer.with_pixels(raster)))
        pictures.append(editor.document.composite())
        if number % 5 == 0:
            qtbot.waitUntil(
                lambda: (
                    is_on_disk(folder, editor) and document.history.size_bytes <= 24 * noise.nbytes
                )
            )
    assert len(document.history.entries) == len(pictures) + 1
    qtbot.waitUntil(lambda: document.history.size_bytes <= 30 * noise.nbytes)
    for step in (1, 20, 3, 60, 2):
        document.jump(step)
        qtbot.waitUntil(lambda step=step: document.history.index == step)
        assert np.array_equal(editor.document.composite(), pictures[step - 1])
    autosave.close(keep=False)


@pytest.mark.soak
@pytest.mark.timeout(900)
def test_five_hundred_edits_of_a_large_picture_stay_within_the_memory_for_undo(
    editor: Editor, autosave: Autosave, qtbot: Any
) -> None:
    side, block, budget = 8192, 1024, 600_000_000
    document, random = editor.open_document, np.random.default_rng(0)
    document.set_byte_budget(budget)
    editor.paste(np.full((side, side, 4), 200, np.uint8))
    qtbot.waitUntil(lambda: autosave.is_up_to_date, timeout=60_000)
    before, held, used = own_memory(), [], []
    for _ in range(500):
        x, y = random.integers(0, side - block, 2).tolist()
        pixels = np.full((block, block, 4), random.integers(0, 256, 4), np.uint8)
        (layer,) = document.document.layers
        changed = layer.raster.write(Rect(x, y, block, block), pixels)
        document.apply("Edit", document.document.with_changed(layer.with_pixels(changed)))
        qtbot.waitUntil(lambda: autosave.is_up_to_date, timeout=60_000)
        held.append(document.history.size_bytes)
        used.append(own_memory() - before)
    assert len(document.history.entries) >= 500
    assert max(held) <= budget
    assert max(used) <= budget, [round(each / 1e6) for each in used[::25]]
    document.jump(2)
    qtbot.waitUntil(lambda: document.history.index == 2, timeout=60_000)


def own_memory() -> int:
    """The bytes of memory that only this process uses."""
    return int(psutil.Process().memory_full_info().uss)
