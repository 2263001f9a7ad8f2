"""The journal: the whole history of one document on disk, kept up to date while it is edited.

It survives the end of the program at any moment. A step costs the tiles that it changed: pixel
arrays are stored once and shared by all steps, as in memory. SQLite keeps it; as long as a program
has a journal open, no other can open it.
"""

import os
import sqlite3
import weakref
from collections.abc import Callable, Collection, Iterable
from contextlib import suppress
from pathlib import Path
from typing import Any, Self, TypeVar

import msgspec

from glide_studio.core.document.beyond import Beyond
from glide_studio.core.document.document import Document
from glide_studio.core.document.groups import Group
from glide_studio.core.document.history import NEAR, Entry, History
from glide_studio.core.document.layers import Layer
from glide_studio.core.files.journal_records import (
    VERSION,
    Info,
    JournalError,
    KeptCandidate,
    Reader,
    Snapshot,
    StoredBeyond,
    StoredDocument,
    StoredGroup,
    StoredLayer,
    StoredMask,
    StoredRaster,
    Uses,
    decoded,
    left_out,
    record_of,
)
from glide_studio.core.files.pictures.png import png
from glide_studio.core.raster.raster import Pixels, Raster

SUFFIX = ".journal"
FILES = ("", "-wal", "-shm")
"""What is added to the name of a journal in those of its files."""
T = TypeVar("T")

_TABLES = """
CREATE TABLE arrays(id INTEGER PRIMARY KEY, shape BLOB NOT NULL, data BLOB NOT NULL);
CREATE TABLE rasters(id INTEGER PRIMARY KEY, data BLOB NOT NULL);
CREATE TABLE documents(id INTEGER PRIMARY KEY, data BLOB NOT NULL, uses BLOB NOT NULL);
CREATE TABLE candidates(id INTEGER PRIMARY KEY, data BLOB NOT NULL, uses BLOB NOT NULL);
CREATE TABLE state(id INTEGER PRIMARY KEY CHECK (id = 0), data BLOB NOT NULL);
"""
SWEEP_AFTER = 50
"""Number of documents removed from the history after which unused arrays are deleted."""


class _Identities:
    """The numbers of stored objects, by identity; deleted objects are forgotten."""

    def __init__(self) -> None:
        self._known: dict[int, tuple[weakref.ref[Any], int]] = {}

    def get(self, value: object) -> int | None:
        found = self._known.get(id(value))
        return found[1] if found is not None and found[0]() is value else None

    def add(self, value: object, number: int) -> None:
        key = id(value)
        self._known[key] = weakref.ref(value, lambda _: self._known.pop(key, None)), number

    def clear(self) -> None:
        self._known.clear()


class Journal:
    """The journal at `path`, made if there is none. Use it in one thread at a time.

    Raises JournalError if another program has it open or it is damaged, and sqlite3.Error where
    the disk fails or is full; the journal then still holds what was last written.
    """

    def __init__(self, path: Path) -> None:
        self.path = path
        self._arrays, self._rasters = _Identities(), _Identities()
        self._documents: dict[int, int] = {}  # the number of an entry: that of its document
        self._candidates: dict[int, tuple[KeptCandidate, int]] = {}
        self._left = 0
        self._database = sqlite3.connect(path, timeout=0, check_same_thread=False)
        try:
            self._database.execute("PRAGMA locking_mode = EXCLUSIVE")
            self._database.execute("PRAGMA journal_mode = WAL")
            self._database.execute("PRAGMA synchronous = FULL")
            if not self._database.execute("SELECT 1 FROM sqlite_master").fetchone():
                self._database.executescript(_TABLES)
            self._database.execute("BEGIN EXCLUSIVE")
            self._database.rollback()
        except sqlite3.DatabaseError as error:
            self._database.close()
            raise JournalError(str(error)) from error

    @classmethod
    def opened(cls, path: Path) -> tuple[Self, Snapshot]:
        """The journal at `path`, and what it holds; it stays open unless this raises."""
        journal = cls(path)
        try:
            return journal, journal.read()
        except Exception:
            journal.close()
            raise

    def write(self, snapshot: Snapshot, saved_at: float, thumbnail: bytes) -> None:
        """Replace what the journal holds, in one transaction."""
        try:
            with self._database:
                documents, candidates = self._put_all(snapshot, saved_at, thumbnail)
        except BaseException:
            self._arrays.clear()  # some of them are not stored after all
            self._rasters.clear()
            raise
        self._documents, self._candidates = documents, candidates
        if self._left > SWEEP_AFTER:
            self._sweep()

    def info(self) -> Info | None:
        """What was last written, without pixels; None if nothing was. Raises JournalError."""
        row = self._database.execute("SELECT data FROM state").fetchone()
        return None if row is None else decoded(row[0], Info)

    def read(self) -> Snapshot:
        """What was last written; of the steps far from the current one, only the labels.

        Damaged steps and candidates are left out, which the snapshot says; if the current step is
        damaged, the one before it becomes the current one. The journal can be written again
        afterwards. Raises JournalError if nothing near the current step can be read.
        """
        info = self.info()
        if info is None or info.version != VERSION:
            raise JournalError("nothing in it, or of another version")
        reader = Reader(self._database)
        entries, numbers, index = _steps(info, reader)
        candidates = {each: _unless_damaged(reader.candidate, each) for each in info.candidates}
        kept = [number for number, candidate in candidates.items() if candidate is not None]
        if (len(numbers), len(kept)) != (len(info.steps), len(candidates)):
            with suppress(sqlite3.Error), self._database:
                self._keep("documents", {*numbers})
                self._keep("candidates", {*kept})
        self._documents = {
            entry.number: number for entry, number in zip(entries, numbers, strict=True)
        }
        return Snapshot(
            History(tuple(entries), index),
            info.file,
            info.modified or len(entries) < len(info.steps),
            tuple(candidate for candidate in candidates.values() if candidate is not None),
            info.view,
            info.settings,
            info.prompts,
            info.file_version,
            left_out(info, numbers, index, len(candidates) - len(kept)),
        )

    @property
    def entries(self) -> Collection[int]:
        """The numbers of the entries whose documents it holds."""
        return self._documents.keys()

    def document(self, entry: int) -> Document:
        """The document of an entry of the history, by its number. Raises JournalError."""
        number = self._documents.get(entry)
        if number is None:
            raise JournalError(f"no entry {entry}")
        return Reader(self._database).document(number)

    def close(self) -> None:
        self._database.close()

    def remove(self) -> None:
        """Close and delete it."""
        self.close()
        remove_journal(self.path)

    def __enter__(self) -> Self:
        return self

    def __exit__(self, *_: object) -> None:
        self.close()

    def _put_all(
        self, snapshot: Snapshot, saved_at: float, thumbnail: bytes
    ) -> tuple[dict[int, int], dict[int, tuple[KeptCandidate, int]]]:
        """Store what is new and forget what is gone; returns the documents and the candidates."""
        history = snapshot.history
        documents = {entry.number: self._entry(entry) for entry in history.entries}
        candidates = {
            id(candidate): (candidate, self._candidate(candidate))
            for candidate in snapshot.candidates
        }
        info = Info(
            VERSION,
            saved_at,
            snapshot.modified,
            None if snapshot.path is None else _encodable(str(snapshot.path)),
            history.document.extent,
            thumbnail,
            history.index,
            [(documents[entry.number], _encodable(entry.label)) for entry in history.entries],
            [number for _, number in candidates.values()],
            snapshot.view,
            snapshot.settings,
            snapshot.file_version,
            None if snapshot.path is None else os.fsencode(snapshot.path),
            {number: _encodable(prompt) for number, prompt in snapshot.prompts.items()},
        )
        data = msgspec.msgpack.encode(info)
        self._database.execute("INSERT OR REPLACE INTO state VALUES (0, ?)", (data,))
        self._forget("documents", self._documents.values(), documents.values())
        old, new = self._candidates.values(), candidates.values()
        self._forget("candidates", (n for _, n in old), (n for _, n in new))
        return documents, candidates

    def _put(self, table: str, value: object, rasters: Iterable[int] = ()) -> int:
        """Store a value that holds arrays and needs `rasters`; returns its number."""
        arrays: list[int] = []

        def stored(array: Pixels) -> int:
            arrays.append(self._array(array))
            return arrays[-1]

        data = msgspec.msgpack.encode(value, enc_hook=stored)
        uses = msgspec.msgpack.encode(Uses(arrays, list(rasters)))
        statement = f"INSERT INTO {table}(data, uses) VALUES (?, ?)"
        return self._database.execute(statement, (data, uses)).lastrowid or 0

    def _entry(self, entry: Entry) -> int:
        """The number of an entry's document, stored if it is new."""
        known = self._documents.get(entry.number)
        if known is not None:
            return known
        document = entry.document
        assert document is not None  # what is only on disk is known
        layers = [
            record_of(
                StoredLayer,
                layer,
                name=_encodable(layer.name),
                raster=self._raster(layer.raster),
                beyond=self._beyond(layer.beyond),
                mask=self._layer_mask(layer.mask),
                groups=tuple(map(self._group, layer.groups)),
            )
            for layer in document.layers
        ]
        mask = self._raster(document.mask.raster)
        colours = document.colours
        others = {number: self._raster(each.raster) for number, each in colours.others.items()}
        value = record_of(
            StoredDocument,
            document,
            mask=mask,
            layers=layers,
            colour=colours.active,
            other_masks=others,
        )
        drawn = [self._raster(raster) for layer in document.layers for raster in layer.rasters]
        rasters = (mask, *others.values(), *drawn)
        return self._put("documents", value, rasters)

    def _candidate(self, candidate: KeptCandidate) -> int:
        known = self._candidates.get(id(candidate))
        if known is not None:
            return known[1]
        return self._put("candidates", candidate)

    def _group(self, group: Group) -> StoredGroup:
        name, mask = _encodable(group.name), self._layer_mask(group.mask)
        return record_of(StoredGroup, group, name=name, mask=mask)

    def _layer_mask(self, mask: Layer | None) -> StoredMask | None:
        if mask is None:
            return None
        raster, beyond = self._raster(mask.raster), self._beyond(mask.beyond)
        return StoredMask(mask.id, mask.visible, raster, beyond)

    def _beyond(self, beyond: Beyond | None) -> StoredBeyond | None:
        if beyond is None:
            return None
        raster = self._raster(beyond.raster)
        return StoredBeyond(beyond.x, beyond.y, beyond.raster.extent, raster)

    def _raster(self, raster: Raster) -> int:
        number = self._rasters.get(raster)
        if number is None:
            tiles = [(*key, self._array(tile)) for key, tile in raster.tiles.items()]
            value = StoredRaster(raster.extent, raster.channels, tiles)
            data = msgspec.msgpack.encode(value)
            statement = "INSERT INTO rasters(data) VALUES (?)"
            number = self._database.execute(statement, (data,)).lastrowid or 0
            self._rasters.add(raster, number)
        return number

    def _array(self, array: Pixels) -> int:
        """The number of a pixel array, (height, width[, channels]), stored if it is new."""
        number = self._arrays.get(array)
        if number is None:
            statement = "INSERT INTO arrays(shape, data) VALUES (?, ?)"
            packed = msgspec.msgpack.encode(array.shape), png(array)
            number = self._database.execute(statement, packed).lastrowid or 0
            self._arrays.add(array, number)
        return number

    def _forget(self, table: str, old: Iterable[int], new: Iterable[int]) -> None:
        """Delete the rows of `table` that are no longer needed."""
        gone = [(number,) for number in {*old} - {*new}]
        self._database.executemany(f"DELETE FROM {table} WHERE id = ?", gone)
        self._left += len(gone)

    def _sweep(self) -> None:
        """Delete rasters and arrays that no document or candidate needs."""
        with self._database as database:
            uses = database.execute(
                "SELECT uses FROM documents UNION ALL SELECT uses FROM candidates"
            )
            used = [decoded(row[0], Uses) for row in uses]
            rasters = {number for each in used for number in each.rasters}
            arrays = {number for each in used for number in each.arrays}
            for number, data in database.execute("SELECT id, data FROM rasters"):
                if number in rasters:
                    arrays.update(tile for *_, tile in decoded(data, StoredRaster).tiles)
            self._keep("rasters", rasters)
            self._keep("arrays", arrays)
        self._rasters.clear()
        self._arrays.clear()
        self._left = 0

    def _keep(self, table: str, numbers: set[int]) -> None:
        rows = self._database.execute(f"SELECT id FROM {table}")
        gone = [row for row in rows.fetchall() if row[0] not in numbers]
        self._database.executemany(f"DELETE FROM {table} WHERE id = ?", gone)


def remove_journal(path: Path) -> None:
    """Delete a journal that no program has open."""
    for suffix in FILES:
        path.with_name(path.name + suffix).unlink(missing_ok=True)


def _steps(info: Info, reader: Reader) -> tuple[list[Entry], list[int], int]:
    """The undamaged steps, the numbers of their documents, and the index of the current one.

    Raises JournalError if none near that can be read.
    """
    entries: list[Entry] = []
    numbers: list[int] = []
    index = info.index
    for step, (number, label) in enumerate(info.steps):
        document = None
        if abs(step - info.index) <= NEAR:
            document = _unless_damaged(reader.document, number)
            if document is None:
                index -= step < info.index or (step == info.index and bool(entries))
                continue
        entries.append(Entry(label, document))
        numbers.append(number)
    if not 0 <= index < len(entries) or entries[index].document is None:
        raise JournalError("no current step")
    return entries, numbers, index


def _unless_damaged(read: Callable[[int], T], number: int) -> T | None:
    """What `read` returns for a number; None if it is damaged. Raises sqlite3.Error where the disk
    fails, which damages nothing."""
    try:
        return read(number)
    except (ValueError, TypeError, IndexError):
        return None
    except sqlite3.Error as error:
        if not is_corruption(error):
            raise
        return None


def is_corruption(error: sqlite3.Error) -> bool:
    """Whether the database itself is damaged, or the file is none."""
    code = getattr(error, "sqlite_errorcode", 0) & 0xFF  # Python's own errors have none
    return code in (sqlite3.SQLITE_CORRUPT, sqlite3.SQLITE_NOTADB)


def _encodable(text: str) -> str:
    """`text` without lone surrogates, which UTF-8 cannot encode."""
    return text.encode("utf-8", "replace").decode()
