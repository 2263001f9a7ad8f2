"""What a crash left behind is offered at the next start, and deleted only after a question."""

import sqlite3
from contextlib import closing
from pathlib import Path
from typing import Any

import numpy as np
import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest

from glide_studio.core.document.document import Document
from glide_studio.core.document.history import NEAR, History
from glide_studio.core.document.layers import Layer
from glide_studio.core.files.journal import SUFFIX, Journal
from glide_studio.core.files.journal_folder import journals, set_damaged_aside
from glide_studio.core.files.journal_records import Snapshot
from glide_studio.session.autosave import Autosave
from tests.ui.studio import Studio


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    """A folder of journals with the unsaved pictures “a” and “b”, the latter saved last."""
    for saved_at, name in enumerate(("a", "b")):
        page = Document.from_picture(np.full((20, 20 + saved_at, 4), 200, np.uint8))
        with Journal(tmp_path / f"{name}{SUFFIX}") as journal:
            path = Path(f"/pictures/{name}.ora")
            journal.write(Snapshot(History.start(page, "Open"), path, True), saved_at, b"")
    return tmp_path


@pytest.fixture
def autosave(studio: Studio, folder: Path) -> Any:
    autosave = Autosave(studio.editor, folder)
    studio.window.offer_recovery(folder, autosave)
    studio.wait_for("recovery_dialog")
    yield autosave
    autosave.close(keep=False)


@pytest.mark.usefixtures("autosave")
def test_the_newest_is_recovered_by_return(studio: Studio, folder: Path) -> None:
    assert studio.find("recovery_list").count() == 2
    QTest.keyClick(studio.find("recovery_dialog"), Qt.Key.Key_Return)
    studio.qtbot.waitUntil(lambda: studio.editor.document.extent.width == 21)
    assert studio.editor.is_modified
    assert studio.editor.open_document.path == Path("/pictures/b.ora")
    assert [path.stem for path, _ in journals(folder)] == ["a"]  # b is in use


@pytest.mark.usefixtures("autosave")
def test_a_picture_is_deleted_only_after_a_question(studio: Studio, folder: Path) -> None:
    for button, left in (("recovery_keep_button", 2), ("recovery_delete_button", 1)):
        studio.click("recovery_discard_button")
        studio.wait_for("recovery_question")
        studio.click(button)
        studio.wait_until_gone("recovery_question")
        assert len(list(folder.glob(f"*{SUFFIX}"))) == left
    assert studio.find("recovery_list").count() == 1
    studio.click("recovery_later_button")
    assert [path.stem for path, _ in journals(folder)] == ["a"]


def test_a_file_that_cannot_be_read_is_reported_once_and_kept(studio: Studio, folder: Path) -> None:
    broken, torn = folder / f"broken{SUFFIX}", folder / f"a{SUFFIX}"
    broken.write_bytes(b"not a database" * 100)
    data = torn.read_bytes()
    torn.write_bytes(data[:100] + bytes(len(data) - 100))
    autosave = Autosave(studio.editor, folder)
    studio.window.offer_recovery(folder, autosave)
    studio.wait_for("recovery_dialog")
    assert studio.find("recovery_list").count() == 1  # "b" is whole
    assert f"{broken}.damaged" in (studio.message() or "")
    assert Path(f"{broken}.damaged").read_bytes().startswith(b"not a database")
    assert Path(f"{torn}.damaged").exists()
    assert set_damaged_aside(folder) == []
    studio.click("recovery_later_button")
    autosave.close(keep=False)


def test_recovery_says_what_was_damaged(studio: Studio, tmp_path: Path) -> None:
    path = tmp_path / f"a{SUFFIX}"
    page = Document.from_picture(np.full((20, 30, 4), 200, np.uint8))
    history = History.start(page, "Open")
    for number in range(NEAR + 5):
        history = history.push(f"Fill {number}", page.with_layer(Layer.empty("", page.extent)))
    with Journal(path) as journal:
        journal.write(Snapshot(history, None, True), 0, b"")
    with closing(sqlite3.connect(path)) as database, database:  # a far step, and the current one
        database.execute(f"UPDATE documents SET data = x'c1' WHERE id IN (2, {NEAR + 6})")
    autosave = Autosave(studio.editor, tmp_path)
    studio.window.offer_recovery(tmp_path, autosave)
    studio.wait_for("recovery_dialog")
    QTest.keyClick(studio.find("recovery_dialog"), Qt.Key.Key_Return)
    studio.qtbot.waitUntil(lambda: studio.message() is not None)
    assert studio.message() == (
        f"Damaged steps of the history were left out: Fill {NEAR + 4}. The picture is as it was "
        f"after the step “Fill {NEAR + 3}”."
    )
    studio.editor.jump(1)
    studio.qtbot.waitUntil(lambda: "Choose another step" in str(studio.message()))
    assert studio.editor.open_document.history.index == NEAR + 4
    autosave.close(keep=False)
