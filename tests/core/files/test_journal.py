"""The journal keeps the history of a document on disk."""

import os
import shutil
import sqlite3
from contextlib import closing
from dataclasses import asdict, replace
from pathlib import Path

import msgspec
import numpy as np
import pytest
from hypothesis import given
from hypothesis import settings as hypothesis_settings
from hypothesis import strategies as st

from glide_studio.core.document.blend import Blend, Ground, Seamless
from glide_studio.core.document.document import Document
from glide_studio.core.document.groups import Group
from glide_studio.core.document.history import History
from glide_studio.core.document.layers import Layer
from glide_studio.core.files.documents import open_journal
from glide_studio.core.files.journal import Journal
from glide_studio.core.files.journal_folder import journals
from glide_studio.core.files.journal_records import (
    JournalError,
    KeptCandidate,
    Reader,
    Snapshot,
    StoredGroup,
)
from glide_studio.core.files.safe_file import FileVersion, PictureError
from glide_studio.core.geometry import Extent, Rect
from glide_studio.core.modes.modes import Mode
from glide_studio.core.raster.raster import Raster
from glide_studio.core.request.request import Result
from tests.core.files.layered.projects import document_with_everything, edited, same_layers
from tests.fakes import text_request

PNG = b"thumbnail"


def painted(document: Document, seed: int, layer: int) -> Document:
    """`document` after a stroke on one of its layers."""
    noise = np.random.default_rng(seed).integers(0, 256, (9, 9, 4), np.uint8)
    old = document.layers[layer % len(document.layers)]
    x, y = seed * 37 % 600, seed * 91 % 300
    return document.with_changed(old.with_pixels(old.raster.write(Rect(x, y, 9, 9), noise)))


def page() -> Document:
    extent = Extent(600, 300)
    noise = np.random.default_rng(0).integers(0, 256, (300, 600, 4), np.uint8)
    document = Document.from_picture(noise)
    return document.with_layer(Layer("drawn", Raster.empty(extent)))


def written(path: Path, snapshot: Snapshot) -> Snapshot:
    """What is read from a journal after `snapshot` was written to it."""
    with Journal(path) as journal:
        journal.write(snapshot, 12.5, PNG)
    with Journal(path) as journal:
        return journal.read()


def same_histories(one: History, other: History) -> bool:
    return (one.index, [e.label for e in one.entries]) == (
        other.index,
        [e.label for e in other.entries],
    ) and all(
        same_layers(a.document, b.document)
        and np.array_equal(a.document.mask.raster.to_array(), b.document.mask.raster.to_array())
        and (a.document.guides, a.document.active_id) == (b.document.guides, b.document.active_id)
        and a.document.region == b.document.region
        for a, b in zip(one.entries, other.entries, strict=True)
    )


def test_the_whole_document_is_restored(tmp_path: Path) -> None:
    everything = document_with_everything()
    history = History.start(everything, "Open").push("Paint", painted(everything, 3, 0)).undo()
    noise = np.random.default_rng(0).integers(0, 256, (256, 256, 3), np.uint8)
    blend, matte = Blend(3, Ground.MATCH, seamless=Seamless.MIXED), noise[..., 0].copy()
    made = Result(text_request(), noise, 2, matte, match=0.25)
    candidate = KeptCandidate(made, 7, 5, Mode.TEXT_TO_IMAGE, False, everything.frame, blend, 1.25)
    path = tmp_path / "a.journal"
    found = written(path, Snapshot(history, Path("/a/é.ora"), True, (candidate,)))
    assert same_histories(found.history, history)
    assert (found.path, found.modified) == (Path("/a/é.ora"), True)
    (kept,) = found.candidates
    assert np.array_equal(kept.result.picture, noise)
    assert kept.result.matte is not None
    assert np.array_equal(kept.result.matte, matte)
    assert (kept.blend, kept.seam, kept.result.match) == (blend, 1.25, 0.25)
    assert (kept.run, kept.batch, kept.mode) == (7, 5, Mode.TEXT_TO_IMAGE)
    assert kept.frame == everything.frame
    with Journal(path) as journal:
        info = journal.info()
    assert info is not None
    assert (info.saved_at, info.thumbnail, info.modified) == (12.5, PNG, True)


def test_groups_of_an_older_journal_are_read() -> None:
    """They had neither masks nor clipping."""
    fields = asdict(Group("G", opacity=0.5, passes_through=True))
    for name in ("mask", "mask_linked", "clipped"):
        del fields[name]
    stored = msgspec.msgpack.decode(msgspec.msgpack.encode(fields), type=StoredGroup)
    assert (stored.id, stored.opacity, stored.passes_through) == (fields["id"], 0.5, True)
    assert (stored.mask, stored.mask_linked, stored.clipped) == (None, True, False)


@hypothesis_settings(max_examples=25)
@given(st.lists(st.tuples(st.sampled_from("pppuerm"), st.integers(0, 60)), max_size=25))
def test_any_history_is_restored(steps: list[tuple[str, int]]) -> None:
    with pytest.MonkeyPatch.context() as patch, Journal(Path(":memory:")) as journal:
        patch.setattr("glide_studio.core.files.journal.SWEEP_AFTER", 3)
        history = History.start(page(), "Open")
        for step, number in steps:
            match step:
                case "p":
                    history = history.push(
                        f"Paint {number}", painted(history.document, number, number)
                    )
                case "e":
                    history = history.push("Edit", edited(history.document))
                case "u":
                    history = history.undo()
                case "r":
                    history = history.redo()
                case "m":
                    history = history.amend(painted(history.document, number, 0))
            journal.write(Snapshot(history, None, True), 0, PNG)
        journal.write(Snapshot(history, None, True), 0, PNG)
        assert same_histories(journal.read().history, history)


def test_a_step_costs_the_tiles_that_it_changed(tmp_path: Path) -> None:
    history = History.start(page(), "Open")
    path = tmp_path / "a.journal"
    with Journal(path) as journal:
        journal.write(Snapshot(history, None, True), 0, PNG)
        before = rows(journal, "arrays")
        for number in range(10):
            history = history.push("Paint", painted(history.document, 5, 1))
            history = history.push("Paint", painted(history.document, 6 + number, 1))
            journal.write(Snapshot(history, None, True), 0, PNG)
        assert rows(journal, "arrays") - before <= 10 * 2 * 4


def rows(journal: Journal, table: str) -> int:
    return journal._database.execute(f"SELECT count(*) FROM {table}").fetchone()[0]


def test_arrays_that_no_step_needs_are_removed(tmp_path: Path) -> None:
    with Journal(tmp_path / "a.journal") as journal:
        for number in range(60):
            history = History.start(painted(page(), number, 0), "Open")
            journal.write(Snapshot(history, None, True), 0, PNG)
        assert rows(journal, "documents") == 1
        assert rows(journal, "arrays") < 55 * 7


def test_pixels_that_documents_share_in_memory_are_shared_again(tmp_path: Path) -> None:
    first = page()
    history = History.start(first, "Open").push("Paint", painted(first, 1, 1))
    found = written(tmp_path / "a.journal", Snapshot(history, None, True)).history
    one, other = (entry.document.layers[0].raster for entry in found.entries)
    assert one is other


def test_a_journal_that_is_open_elsewhere_is_not_offered(tmp_path: Path) -> None:
    snapshot = Snapshot(History.start(page(), "Open"), None, True)
    with Journal(tmp_path / "a.journal") as journal:
        journal.write(snapshot, 0, PNG)
        assert list(journals(tmp_path)) == []
        with pytest.raises(JournalError):
            Journal(tmp_path / "a.journal")
    assert [path.name for path, _ in journals(tmp_path)] == ["a.journal"]


def test_committed_steps_survive_a_kill_at_any_moment(tmp_path: Path) -> None:
    """The files as they are after each step are what a killed program leaves behind."""
    history = History.start(page(), "Open")
    with Journal(tmp_path / "a.journal") as journal:
        for number in range(8):
            history = history.push("Paint", painted(history.document, number, number))
            journal.write(Snapshot(history, None, True), 0, PNG)
            left = tmp_path / str(number)
            left.mkdir()
            for file in tmp_path.glob("a.journal*"):
                shutil.copy(file, left)
            with Journal(left / "a.journal") as killed:
                assert same_histories(killed.read().history, history)


def test_one_damaged_file_does_not_affect_the_others(tmp_path: Path) -> None:
    path = tmp_path / "a.journal"
    history = History.start(page(), "Open")
    for number in range(4):
        history = history.push(f"Paint {number}", painted(history.document, number, number))
    history = replace(history, index=2)
    with Journal(path) as journal:
        journal.write(Snapshot(history, None, False), 0, PNG)
    data = path.read_bytes()
    for step in range(5):
        path.write_bytes(data)
        with closing(sqlite3.connect(path)) as database, database:
            database.execute("UPDATE documents SET data = x'c1' WHERE id = ?", (step + 1,))
        with Journal(path) as journal:
            found = journal.read()
        left = [entry for number, entry in enumerate(history.entries) if number != step]
        current = 2 if step > 2 else 1
        assert same_histories(found.history, History(tuple(left), current))
        assert found.modified
        said = " ".join(map(str, found.left_out))
        assert f"left out: {history.entries[step].label}." in said
        assert ("as it was after the step “Paint 0”" in said) == (step == 2)
        with Journal(path) as journal:
            assert same_histories(journal.read().history, found.history)
            journal.write(found, 1, PNG)
            journal._sweep()


def test_steps_that_a_full_disk_refused_are_stored_later(tmp_path: Path) -> None:
    path = tmp_path / "a.journal"
    history = History.start(page(), "Open")
    noise = np.random.default_rng(1).integers(0, 256, (300, 600, 4), np.uint8)
    more = history.push("Paste", history.document.with_layer(Layer("", Raster.from_array(noise))))
    with Journal(path) as journal:
        journal.write(Snapshot(history, None, True), 0, PNG)
        database = journal._database
        (pages,) = database.execute("PRAGMA page_count").fetchone()
        for room in (10, 110, 210):  # for no tile, for one, for some
            database.execute(f"PRAGMA max_page_count = {pages + room}")
            with pytest.raises(sqlite3.OperationalError, match="full"):
                journal.write(Snapshot(more, None, True), 1, PNG)
        database.execute("PRAGMA max_page_count = 1000000")
        journal.write(Snapshot(more, None, True), 2, PNG)
    with Journal(path) as journal:
        assert same_histories(journal.read().history, more)


def test_an_unreadable_journal_gives_one_sentence(tmp_path: Path) -> None:
    path = tmp_path / "a.journal"
    path.write_bytes(b"hello" * 9999)
    with pytest.raises(PictureError, match="stays in the list"):
        open_journal(path)
    assert path.exists()


def test_a_disk_that_fails_for_a_moment_costs_no_steps(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    path = tmp_path / "a.journal"
    history = History.start(page()).push("one", painted(page(), 1, 0))
    with Journal(path) as journal:
        journal.write(Snapshot(history, None, True), 1, PNG)
    data = Reader._data

    def failing(reader: Reader, table: str, number: int) -> bytes:
        if (table, number) == ("documents", 1):
            error = sqlite3.OperationalError("disk I/O error")
            error.sqlite_errorcode = sqlite3.SQLITE_IOERR
            raise error
        return data(reader, table, number)

    monkeypatch.setattr(Reader, "_data", failing)
    with pytest.raises(PictureError, match="stays in the list"):
        open_journal(path)
    monkeypatch.undo()
    journal, snapshot, _ = open_journal(path)
    with journal:
        assert same_histories(snapshot.history, history)


@pytest.mark.parametrize("name", ["é.png", os.fsdecode(b"caf\xe9.png")])
def test_any_path_is_restored(name: str, tmp_path: Path) -> None:
    file = tmp_path / name
    file.write_bytes(b"picture")
    snapshot = Snapshot(
        History.start(page(), f"Open {name}"), file, True, file_version=FileVersion.of(file)
    )
    found = written(tmp_path / "a.journal", snapshot)
    assert (found.path, found.file_version) == (file, FileVersion.of(file))
    assert found.history.entries[0].label.startswith("Open ")


@pytest.mark.parametrize("damage", ["truncated", "overwritten", "not a database", "empty"])
def test_a_damaged_journal_is_skipped(damage: str, tmp_path: Path) -> None:
    path = tmp_path / "a.journal"
    with Journal(path) as journal:
        journal.write(Snapshot(History.start(page(), "Open"), None, True), 0, PNG)
    data = bytearray(path.read_bytes())
    match damage:
        case "truncated":
            data = data[: len(data) // 2]
        case "overwritten":
            data[5000:] = bytes(len(data) - 5000)
        case "not a database":
            data = bytearray(b"hello" * 9999)
        case "empty":
            data = bytearray()
    path.write_bytes(data)
    for found, _ in journals(tmp_path):
        with pytest.raises((JournalError, sqlite3.DatabaseError)), Journal(found) as journal:
            journal.read()
