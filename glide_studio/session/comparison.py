"""Comparing two states of the picture without changing the document."""

from collections.abc import Callable
from enum import Enum
from functools import partial

from PySide6.QtCore import QObject, Signal

from glide_studio.core.document.comparing import on_one_page
from glide_studio.core.document.document import Document
from glide_studio.session.candidates import Candidate, CandidateKey, fits
from glide_studio.session.language import tr
from glide_studio.session.open_document import OpenDocument
from glide_studio.session.restore_source import RestoreSource
from glide_studio.session.review import CandidateReview
from glide_studio.session.run_list import title

Side = int | CandidateKey | None
"""The `Entry.step` of a step of the history, the key of a candidate, or None for the document as it
is now."""


class CompareMode(Enum):
    """How two pictures are seen: divided by a line, beside each other, or in turn."""

    SLIDER = "slider"
    SIDE_BY_SIDE = "side by side"
    BLINK = "blink"


class Comparison(QObject):
    """The two compared states while a comparison is on. It starts with the source of the restore
    brush on the left and the document on the right, or, if a candidate is shown, with the document
    on the left and the candidate on the right.

    `split` is the position of the line between both, 0 to 1 of the width of the view.
    """

    changed = Signal()
    split_changed = Signal()

    def __init__(
        self,
        open_document: OpenDocument,
        review: CandidateReview,
        source: RestoreSource,
        parent: QObject | None = None,
    ) -> None:
        super().__init__(parent)
        self._open_document = open_document
        self._review = review
        self._source = source
        self._mode = CompareMode.SLIDER
        self._sides: tuple[Side, Side] | None = None
        self._documents: tuple[Document, Document] | None = None
        self._split = 0.5
        open_document.document_changed.connect(self._follow)
        review.changed.connect(self._follow_candidates)

    @property
    def is_on(self) -> bool:
        return self._sides is not None

    @property
    def can_start(self) -> bool:
        """Whether there are two states to compare."""
        return len(self.choices()) > 1

    @property
    def sides(self) -> tuple[Side, Side]:
        """What is compared, left and right."""
        return self._sides or (None, None)

    @property
    def documents(self) -> tuple[Document, Document] | None:
        """The two sides, of the same size; None while it is off or they are being prepared."""
        return self._documents

    @property
    def mode(self) -> CompareMode:
        return self._mode

    @mode.setter
    def mode(self, mode: CompareMode) -> None:
        if mode is not self._mode:
            self._mode = mode
            self.changed.emit()

    @property
    def split(self) -> float:
        return self._split

    @split.setter
    def split(self, split: float) -> None:
        self._split = min(max(split, 0.0), 1.0)
        self.split_changed.emit()

    def choices(self) -> list[tuple[Side, str]]:
        """All that can be compared: the document, candidates, then the steps, newest first."""
        found: list[tuple[Side, str]] = [(None, tr("Document now"))]
        for candidate in self._review.candidates.kept:
            if fits(self._open_document.document, candidate):
                found.append((candidate.key, _name(candidate)))
        entries = self._open_document.history.entries
        for number, entry in reversed(list(enumerate(entries, 1))):
            if entry.document is None or not entry.document.is_blank:
                found.append((entry.step, f"{number}. {entry.label}"))
        return found

    def start(self) -> None:
        """Begin to compare, if there is something to compare."""
        if self.is_on or not self.can_start:
            return
        candidate = self._review.shown_candidate
        if candidate is not None:
            self.choose(None, candidate.key)
        else:
            there = [side for side, _ in self.choices()]
            source = self._source.entry.step
            self.choose(source if source in there else there[-1], None)

    def stop(self) -> None:
        """Show the document again."""
        if self.is_on:
            self._sides = self._documents = None
            self.changed.emit()

    def choose(self, left: Side, right: Side) -> None:
        """Compare two states; they are prepared in the background."""
        sides = self._sides = (left, right)
        works = [self._work(side) for side in sides]

        def prepare() -> tuple[Document, Document]:
            documents = [work() for work in works]
            return on_one_page(*documents)

        def show(documents: tuple[Document, Document]) -> None:
            if self._sides is sides:
                self._documents = documents
                self.changed.emit()

        self._open_document.start_for_this_document(prepare, show)
        self.changed.emit()

    def swap(self) -> None:
        """Exchange left and right."""
        left, right = self.sides
        self.choose(right, left)

    def _work(self, side: Side) -> Callable[[], Document]:
        """A function that returns the document of a side; it may take a while."""
        document = self._open_document.document
        if isinstance(side, tuple):
            candidate = self._review.candidates.find(side)
            assert candidate is not None
            return partial(self._open_document.state.with_candidate, document, candidate)
        entry = self._open_document.history.entry(side)
        if entry is None:
            return lambda: document
        there = entry.document
        if there is None:
            return partial(self._open_document.state.load_step, entry.number)
        return lambda: there

    def _follow(self) -> None:
        """Show the current document; it also replaces sides that no longer exist."""
        if self.is_on:
            there = [side for side, _ in self.choices()]
            left, right = (side if side in there else None for side in self.sides)
            self.choose(left, right)

    def _follow_candidates(self) -> None:
        if self.is_on and not {*self.sides} <= {side for side, _ in self.choices()}:
            self._follow()
        elif self.is_on:
            self.changed.emit()


def _name(candidate: Candidate) -> str:
    words = tr("Candidate: {prompt}, seed {seed}")
    return words.format(prompt=title(candidate.run), seed=candidate.result.request.settings.seed)
