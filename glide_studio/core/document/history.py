"""Undo and redo over whole documents."""

from collections.abc import Collection, Iterator, Sequence
from dataclasses import dataclass, field, replace
from itertools import count, pairwise

from glide_studio.core.document.document import Document
from glide_studio.core.raster.raster import Pixels, Raster

DEFAULT_BUDGET = 2**30
NEAR = 10
"""Entries before the current one that stay in memory, so that Undo is immediate."""

_numbers = count(1)


@dataclass(frozen=True)
class Entry:
    """A document, and the label of the step that led to it.

    `document` is None while it is only on disk. `number` identifies the document while the program
    runs, and `step` the step: amending a step changes its `number` but not its `step`.
    """

    label: str
    document: Document | None
    number: int = field(default_factory=_numbers.__next__)
    step: int = field(default_factory=_numbers.__next__, compare=False)


@dataclass(frozen=True)
class History:
    """The states of a document, oldest first; `entries[index]` is the current one.

    `byte_budget` limits the memory of all entries together; the current one is always in memory.
    """

    entries: tuple[Entry, ...]
    index: int = 0
    byte_budget: int = DEFAULT_BUDGET
    _spent: int | None = field(default=None, repr=False, compare=False)
    """The bytes that each entry adds to the one before it; None if not counted yet.

    Exceeds `size_bytes` only if pixels were removed and restored, but can be updated by a push
    without looking through all entries.
    """

    @classmethod
    def start(cls, document: Document, label: str = "New") -> "History":
        return cls((Entry(label, document),))

    @property
    def document(self) -> Document:
        document = self.entries[self.index].document
        assert document is not None
        return document

    def entry(self, step: int | None) -> Entry | None:
        """The entry of a step, if there is one."""
        return next((entry for entry in self.entries if entry.step == step), None)

    @property
    def can_undo(self) -> bool:
        return self.index > 0

    @property
    def can_redo(self) -> bool:
        return self.index < len(self.entries) - 1

    @property
    def size_bytes(self) -> int:
        """The memory of all entries' pixels; arrays shared by several entries count once."""
        held: dict[int, Pixels] = {}
        for entry in self.entries:
            held |= _arrays(entry.document)
        return sum(array.nbytes for array in held.values())

    def push(self, label: str, document: Document) -> "History":
        """This history with a new current state; steps that could be redone are dropped.

        The oldest entries are dropped until the rest fits the budget, or twice the budget once some
        entries are on disk, since others will soon follow them. The cost does not depend on the
        length of the history.
        """
        kept, gone = self.entries[: self.index + 1], self.entries[self.index :]
        spent = self._spent if self._spent is not None else _spent(self.entries)
        spent += _bytes_beside(document, self.document)
        spent -= sum(_bytes_beside(b.document, a.document) for a, b in pairwise(gone))
        entries = (*kept, Entry(label, document))
        limit = self.byte_budget if entries[0].document is not None else 2 * self.byte_budget
        while len(entries) > 1 and spent > limit:
            spent -= _bytes_beside(entries[0].document, entries[1].document)
            entries = entries[1:]
        return replace(self, entries=entries, index=len(entries) - 1, _spent=spent)

    def to_unload(self, on_disk: Collection[int]) -> tuple[frozenset[int], int]:
        """The numbers of the entries among those `on_disk` that should be removed from memory, and
        the bytes that this frees.

        If more than three quarters of the budget are spent, the oldest ones go until half is; the
        `NEAR` entries before the current one stay, and so do all after it.
        """
        spent = self._spent if self._spent is not None else _spent(self.entries)
        freed, chosen = 0, set[int]()
        if spent > 3 * self.byte_budget // 4:
            for entry, after in pairwise(self.entries[: max(self.index - NEAR, 0) + 1]):
                if spent - freed <= self.byte_budget // 2 or entry.number not in on_disk:
                    break
                if entry.document is not None:
                    chosen.add(entry.number)
                    freed += _bytes_beside(entry.document, after.document)
        return frozenset(chosen), freed

    def unloaded(self, numbers: Collection[int], freed: int) -> "History":
        """This history without the documents of some entries, which `freed` that many bytes."""
        entries = tuple(
            replace(entry, document=None) if entry.number in numbers else entry
            for entry in self.entries
        )
        spent = None if self._spent is None else self._spent - freed
        return replace(self, entries=entries, _spent=spent)

    def loaded(self, number: int, document: Document) -> "History":
        """This history with the document of an entry back in memory."""
        entries = tuple(
            replace(entry, document=document) if entry.number == number else entry
            for entry in self.entries
        )
        return replace(self, entries=entries, _spent=None)

    def amend(self, document: Document) -> "History":
        """This history with another document as the current state; all others are kept."""
        amended = replace(self.entries[self.index], document=document, number=next(_numbers))
        entries = (*self.entries[: self.index], amended, *self.entries[self.index + 1 :])
        holds_the_same = _arrays(document).keys() == _arrays(self.document).keys()
        return replace(self, entries=entries, _spent=self._spent if holds_the_same else None)

    def undo(self) -> "History":
        """The history one state earlier; unchanged at the first."""
        return self.jump(self.index - 1) if self.can_undo else self

    def redo(self) -> "History":
        """The history one state later; unchanged at the last."""
        return self.jump(self.index + 1) if self.can_redo else self

    def jump(self, index: int) -> "History":
        """The history at `entries[index]`. Raises IndexError if there is none."""
        if not 0 <= index < len(self.entries):
            raise IndexError(f"the history has no entry {index}")
        return replace(self, index=index)


def _spent(entries: Sequence[Entry]) -> int:
    first = sum(array.nbytes for array in _arrays(entries[0].document).values())
    return first + sum(_bytes_beside(b.document, a.document) for a, b in pairwise(entries))


def _bytes_beside(document: Document | None, other: Document | None) -> int:
    """The memory of the arrays that `document` holds and `other` does not."""
    theirs = _arrays(other)
    return sum(array.nbytes for key, array in _arrays(document).items() if key not in theirs)


def _arrays(document: Document | None) -> dict[int, Pixels]:
    """All pixel arrays of a document, by identity; none of one that is only on disk."""
    if document is None:
        return {}
    arrays = {id(t): t for raster in _rasters(document) for t in raster.tiles.values()}
    return arrays | {id(array): array for edit in document.edits for array in edit.arrays}


def _rasters(document: Document) -> Iterator[Raster]:
    for mask in document.masks.values():
        yield mask.raster
    for layer in document.layers:
        yield from layer.rasters
