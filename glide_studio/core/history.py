"""Undo and redo over whole documents."""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass, replace

from glide_studio.core.document import Document
from glide_studio.core.raster import Pixels, Raster


@dataclass(frozen=True)
class Entry:
    """A document, and what made it, for the artist to read."""

    label: str
    document: Document


@dataclass(frozen=True)
class History:
    """The states of a document, oldest first; `entries[index]` is the current one.

    `byte_budget` limits what the entries hold together; the current one always stays.
    """

    entries: tuple[Entry, ...]
    index: int = 0
    byte_budget: int = 2**30

    @classmethod
    def start(cls, document: Document, label: str = "New") -> "History":
        return cls((Entry(label, document),))

    @property
    def document(self) -> Document:
        return self.entries[self.index].document

    @property
    def can_undo(self) -> bool:
        return self.index > 0

    @property
    def can_redo(self) -> bool:
        return self.index < len(self.entries) - 1

    @property
    def size_bytes(self) -> int:
        """The memory of all entries' pixels; what several entries share counts once."""
        return _size_bytes(self.entries)

    def push(self, label: str, document: Document) -> "History":
        """This history with a new current state; what could be redone is gone.

        The oldest entries are dropped while the rest exceeds the budget.
        """
        entries = (*self.entries[: self.index + 1], Entry(label, document))
        while len(entries) > 1 and _size_bytes(entries) > self.byte_budget:
            entries = entries[1:]
        return replace(self, entries=entries, index=len(entries) - 1)

    def amend(self, document: Document) -> "History":
        """This history with another document as the current state; all others stay."""
        amended = replace(self.entries[self.index], document=document)
        entries = (*self.entries[: self.index], amended, *self.entries[self.index + 1 :])
        return replace(self, entries=entries)

    def undo(self) -> "History":
        """The history one state earlier; unchanged at the first."""
        return self.jump(self.index - 1) if self.can_undo else self

    def redo(self) -> "History":
        """The history one state later; unchanged at the last."""
        return self.jump(self.index + 1) if self.can_redo else self

    def jump(self, index: int) -> "History":
        """The history at `entries[index]`; IndexError when there is none."""
        if not 0 <= index < len(self.entries):
            raise IndexError(f"the history has no entry {index}")
        return replace(self, index=index)


def _size_bytes(entries: Iterable[Entry]) -> int:
    documents = [entry.document for entry in entries]
    rasters = {id(raster): raster for document in documents for raster in _rasters(document)}
    arrays = [tile for raster in rasters.values() for tile in raster.tiles.values()]
    arrays += (array for document in documents for array in _stage_arrays(document))
    return sum({id(array): array.nbytes for array in arrays}.values())


def _rasters(document: Document) -> Iterator[Raster]:
    yield document.mask.raster
    for layer in document.layers:
        yield layer.raster


def _stage_arrays(document: Document) -> Iterator[Pixels]:
    for stage in document.stages:
        for array in (stage.patch, stage.request.picture, stage.request.mask):
            if array is not None:
                yield array
