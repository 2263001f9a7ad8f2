"""What a crash left behind is offered at the next start, and deleted only after a question."""

from pathlib import Path
from typing import Any

import numpy as np
import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest

from glide_studio.core.document.document import Document
from glide_studio.core.document.history import History
from glide_studio.core.files.journal import SUFFIX, Journal, journals
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
