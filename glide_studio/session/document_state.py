"""One of the open documents, whether it is shown or not."""

from collections.abc import Callable, Collection
from dataclasses import dataclass, field, replace
from itertools import count
from pathlib import Path

from glide_studio.core.document.document import Document
from glide_studio.core.document.history import History
from glide_studio.core.document.layers import Layer
from glide_studio.core.files.documents import DocumentFile
from glide_studio.core.files.project import WindowState
from glide_studio.core.files.safe_file import FileVersion
from glide_studio.session.candidates import (
    Candidate,
    CandidateKey,
    Candidates,
    candidate_layer,
    insert_candidate,
    prepare_layer,
)
from glide_studio.session.language import tr

_numbers = count(1)


def _no_step(number: int) -> Document:
    raise LookupError(f"step {number} is not on disk")


@dataclass(eq=False)
class DocumentState:
    """All that is kept of an open document: its history, its file, its candidates, and how the
    window looked when another document was shown.

    `saved` is the document that its file holds, `shown_key` that of the candidate that the artist
    looks at, and `prepared` what this candidate looks like in place. `load_step` reads the document
    of a step that is only on disk, by the number of its entry. One that `is_new` began as an empty
    page. `number` identifies it while the program runs, and `place` tells it from other untitled
    ones. `waiting` is called when it is shown again.
    """

    history: History
    file: DocumentFile | None = None
    saved: Document | None = None
    is_new: bool = False
    candidates: Candidates = field(default_factory=Candidates)
    shown_key: CandidateKey | None = None
    prepared: tuple[Candidate, Layer] | None = None
    window: WindowState = (None, None, {})
    load_step: Callable[[int], Document] = _no_step
    is_open: bool = True
    waiting: list[Callable[[], object]] = field(default_factory=list)
    number: int = field(default_factory=_numbers.__next__)
    place: int = 1

    @property
    def document(self) -> Document:
        """The document as it is now."""
        return self.history.document

    @property
    def path(self) -> Path | None:
        """The path of its file."""
        return None if self.file is None else self.file.path

    def holds(self, path: Path) -> bool:
        """Whether the file at `path` is its file, unchanged since it was read or written."""
        file = self.file
        if file is None or not file.is_at(path):
            return False
        return file.version is not None and file.version == FileVersion.of(path)

    @property
    def name(self) -> str:
        """The name of its file; without one, it is untitled, and numbered if others are too."""
        if self.path is not None:
            return self.path.name
        return (
            tr("Untitled") if self.place == 1 else tr("Untitled {number}").format(number=self.place)
        )

    @property
    def is_modified(self) -> bool:
        """Whether it differs from its file; undoing back to the saved state counts."""
        return self.document is not self.saved

    @property
    def shown_candidate(self) -> Candidate | None:
        """The candidate that the artist looks at."""
        return self.candidates.find(self.shown_key)

    @property
    def is_pending(self) -> bool:
        """Whether there is a shown candidate that is not in the document."""
        candidate = self.shown_candidate
        return candidate is not None and candidate_layer(self.document, candidate) is None

    @property
    def is_preparing(self) -> bool:
        """Whether the shown candidate is still being prepared, and cannot be seen yet."""
        prepared = self.prepared
        return self.is_pending and (prepared is None or prepared[0].key != self.shown_key)

    @property
    def is_stale(self) -> bool:
        """Whether the shown candidate is still displayed with an earlier blend."""
        candidate, prepared = self.shown_candidate, self.prepared
        return (
            candidate is not None and prepared is not None and prepared[0].blend != candidate.blend
        )

    @property
    def with_shown_candidate(self) -> tuple[Document, Layer | None]:
        """The document with the shown candidate in place, and the candidate's layer."""
        document, candidate = self.document, self.shown_candidate
        if candidate is None:
            return document, None
        layer = candidate_layer(document, candidate)
        if layer is None and self.prepared is not None:
            candidate, prepared = self.prepared
            document = self.inserted(document, candidate, prepared)
            layer = document.layer(prepared.id)
        return document, layer

    def with_candidate(self, document: Document, candidate: Candidate) -> Document:
        """`document` with a candidate in place. Slow, and raises as `prepare_layer` does."""
        if candidate_layer(document, candidate) is not None:
            return document
        return self.inserted(document, candidate, prepare_layer(document, candidate))

    def inserted(self, document: Document, candidate: Candidate, layer: Layer) -> Document:
        """`document` with the layer of a candidate in place."""
        rival = self.candidates.rival_layer(document, candidate)
        return insert_candidate(document, candidate, layer, rival)

    @property
    def is_unsaved(self) -> bool:
        """Whether what is shown of it differs from its file."""
        return self.is_modified or self.is_pending

    @property
    def is_untouched(self) -> bool:
        """Whether it is an empty page on which nothing was done."""
        return self.is_new and len(self.history.entries) == 1 and not self.candidates.all

    def unload(self, numbers: Collection[int], freed: int) -> None:
        """Remove the documents of some steps, which are on disk, from memory."""
        self.history = self.history.unloaded(numbers, freed)

    def set_history(self, history: History) -> None:
        """Change to another state of the history, within the same memory."""
        self.history = replace(history, byte_budget=self.history.byte_budget)
