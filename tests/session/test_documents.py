"""Several documents that are open at once: each keeps what is its own."""

from pathlib import Path
from typing import Any

import numpy as np
import pytest
from PIL import Image

from glide_studio.core.files.journal import Journal
from glide_studio.core.files.project import SavedView
from glide_studio.core.modes.modes import Mode
from glide_studio.session.autosave import Autosave, recoverable
from glide_studio.session.document_state import DocumentState
from glide_studio.session.editor import Editor
from tests.session.editing import Session

WHITE = np.full((30, 30, 4), 255, np.uint8)


@pytest.fixture
def pair(masked: Session) -> tuple[Session, DocumentState, DocumentState]:
    """A masked picture, which is shown, and another one beside it."""
    editor = masked.editor
    first = editor.open_document.state
    editor.new(beside=True)
    editor.paste(WHITE)
    second = editor.open_document.state
    editor.show(first)
    return masked, first, second


Pair = tuple[Session, DocumentState, DocumentState]


def labels(state: DocumentState) -> list[str]:
    return [entry.label for entry in state.history.entries]


def test_undo_acts_on_the_shown_document_alone(pair: Pair) -> None:
    session, first, second = pair
    before = first.history
    session.editor.show(second)
    assert session.editor.document is second.document
    session.editor.undo()
    assert second.document.is_blank
    assert first.history == before
    session.editor.show(first)
    assert session.editor.open_document.history == before


def test_a_picture_arrives_in_the_document_that_asked_for_it(pair: Pair, qtbot: Any) -> None:
    session, first, second = pair
    session.engine.step_seconds = 0.05
    session.start("a cat")
    qtbot.waitUntil(lambda: session.editor.runs.running_here is not None)
    previews: list[object] = []
    session.editor.show(second)
    session.editor.runs.preview_changed.connect(previews.append)
    assert session.editor.runs.running is not None
    assert session.editor.runs.running_here is None
    before = second.history
    qtbot.waitUntil(lambda: session.editor.runs.running is None)
    qtbot.waitUntil(lambda: len(first.document.edits) == 1)
    assert {*previews} <= {None}
    assert second.history == before
    assert labels(first)[-1] == "a cat"
    assert first.is_unsaved
    session.editor.show(first)
    session.editor.undo()
    assert not session.editor.document.edits


def test_candidates_wait_in_their_document(pair: Pair, qtbot: Any) -> None:
    session, first, second = pair
    session.start("a cat", count=3)
    session.editor.show(second)
    qtbot.waitUntil(lambda: len(first.candidates.all) == 3)
    assert session.editor.review.candidates.all == ()
    assert not session.editor.review.is_pending
    qtbot.waitUntil(lambda: first.prepared is not None)
    session.editor.show(first)
    assert len(session.editor.review.candidates.all) == 3
    assert session.editor.review.is_pending
    session.editor.review.accept()
    assert len(first.document.edits) == 1
    assert not second.document.edits


def test_slow_commands_end_where_they_began(pair: Pair, qtbot: Any) -> None:
    session, first, second = pair
    before = second.history
    session.editor.image.rotate(1)  # computed in the background
    session.editor.masks.invert()  # applied to what is shown
    session.editor.show(second)
    qtbot.waitUntil(lambda: labels(first)[-1] == "Rotate image")
    qtbot.wait(50)
    assert second.history == before
    session.editor.show(first)
    qtbot.waitUntil(lambda: labels(first)[-1] == "Invert selection")
    assert second.history == before


def test_runs_are_queued_by_document_and_end_with_it(pair: Pair, qtbot: Any) -> None:
    session, first, second = pair
    session.engine.endless, session.engine.step_seconds = True, 0.01
    runs = session.editor.runs
    session.start("in the first")
    session.editor.show(second)
    runs.when_busy = "replace"  # replaces runs of the same document alone
    session.start("in the second", mode=Mode.SKETCH)
    assert [(run.settings.prompt, run.document) for run in runs.list.runs] == [
        ("in the first", first.number),
        ("in the second", second.number),
    ]
    assert runs.last is not None
    assert runs.last.document == second.number
    session.editor.show(first)
    session.editor.close_document()
    assert session.editor.open_document.state is second
    qtbot.waitUntil(lambda: runs.running is not None and runs.running.document == second.number)
    assert [run.settings.prompt for run in runs.list.runs] == ["in the second"]
    runs.cancel_all()


def test_a_file_is_saved_for_the_document_that_was_shown(
    pair: Pair, tmp_path: Path, qtbot: Any
) -> None:
    session, first, second = pair
    session.editor.save(tmp_path / "first.ora")
    session.editor.show(second)
    qtbot.waitUntil(lambda: first.path == tmp_path / "first.ora")
    assert not first.is_modified
    assert second.path is None
    assert second.is_modified
    assert session.editor.unsaved == (second,)


def test_files_open_beside_each_other_and_once(editor: Editor, tmp_path: Path, qtbot: Any) -> None:
    paths = [tmp_path / f"{name}.png" for name in "abc"]
    for path in paths:
        Image.new("RGB", (9, 9)).save(path)
    (tmp_path / "torn.png").write_bytes(b"no picture")
    failures: list[str] = []
    editor.open_document.failed.connect(failures.append)
    asked = [paths[0], tmp_path / "torn.png", *paths[1:], paths[0]]
    editor.open(*asked)
    editor.open(paths[0])  # by a double click
    qtbot.waitUntil(lambda: len(editor.open_document.states) == 3)
    qtbot.waitUntil(lambda: editor.open_document.path == paths[0])
    states = editor.open_document.states
    assert [state.path for state in states] == paths  # in place of the empty page
    assert editor.open_document.path == paths[0]
    assert len(failures) == 1
    assert "torn.png" in failures[0]


def test_each_remembers_how_it_is_looked_at(editor: Editor) -> None:
    view = SavedView(2.0, 3.0, 4.0, 90.0, True)
    editor.window_state = lambda: (view, None, {0: "a cat"})
    editor.paste(WHITE)
    first = editor.open_document.state
    editor.new(beside=True)
    shown: list[Any] = []
    editor.returned.connect(shown.append)
    editor.show(first)
    assert (shown[0].view, shown[0].prompts) == (view, {0: "a cat"})


def test_closing_the_last_leaves_an_empty_page(editor: Editor) -> None:
    editor.paste(WHITE)
    editor.close_document()
    assert len(editor.open_document.states) == 1
    assert editor.document.is_blank
    editor.new(beside=True)
    assert len(editor.open_document.states) == 1


def test_each_has_a_journal_of_its_own(pair: Pair, tmp_path: Path, qtbot: Any) -> None:
    session, first, second = pair
    folder = tmp_path / "recovery"
    autosave = Autosave(session.editor, folder)

    def kept() -> dict[str, int]:
        found = {}
        for path in folder.glob("*.journal"):
            copy = tmp_path / "copies" / path.name
            copy.parent.mkdir(exist_ok=True)
            for file in folder.glob(f"{path.stem}*"):
                (copy.parent / file.name).write_bytes(file.read_bytes())
            with Journal(copy) as journal:
                history = journal.read().history
                found[history.entries[-1].label] = len(history.entries)
        return found

    qtbot.waitUntil(lambda: autosave.is_up_to_date and len(list(folder.glob("*.journal"))) == 2)
    session.start("a cat")
    session.editor.show(second)
    qtbot.waitUntil(lambda: len(first.document.edits) == 1)
    qtbot.waitUntil(lambda: autosave.is_up_to_date)
    assert kept() == {"a cat": len(first.history.entries), "Paste": 2}
    session.editor.close_document()
    assert list(kept()) == ["a cat"]
    autosave.close(keep=True)
    assert len(recoverable(folder)) == 1


def test_steps_of_a_document_that_is_not_shown_leave_the_memory(
    editor: Editor, tmp_path: Path, qtbot: Any
) -> None:
    autosave = Autosave(editor, tmp_path / "recovery")
    for value in range(30):
        editor.paste(np.full((8, 8, 4), value, np.uint8))
    first = editor.open_document.state
    qtbot.waitUntil(lambda: autosave.is_up_to_date)
    assert all(entry.document is not None for entry in first.history.entries)
    editor.new(beside=True)
    qtbot.waitUntil(lambda: autosave.is_up_to_date)
    assert first.history.entries[1].document is None
    assert first.history.entries[-5].document is not None
    editor.show(first)
    editor.jump(1)
    qtbot.waitUntil(lambda: editor.open_document.history.index == 1)
    assert len(editor.document.layers) == 1
    autosave.close(keep=False)
