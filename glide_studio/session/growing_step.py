"""Successive changes of one kind that are one step of the history, as while a slider is dragged."""

from typing import NamedTuple

from glide_studio.core.document.document import Document
from glide_studio.session.open_document import OpenDocument


class _Last(NamedTuple):
    """The last change: what it was, the document after it, and the one before the step."""

    label: str
    item_id: str
    document: Document
    origin: Document


class GrowingStep:
    """The step that the next change continues, if that has the same label and item, until it is
    finished."""

    def __init__(self, open_document: OpenDocument) -> None:
        self._open_document = open_document
        self._last: _Last | None = None

    def origin(self, label: str, item_id: str) -> Document:
        """The document before the step that such a change continues; the current one if none."""
        last, document = self._last, self._open_document.document
        return last.origin if last and last[:3] == (label, item_id, document) else document

    def apply(self, label: str, item_id: str, document: Document) -> None:
        """Apply `document` as a new step, or within the one that it continues."""
        origin = self.origin(label, item_id)
        if origin is self._open_document.document:
            self._open_document.apply(label, document)
        else:
            self._open_document.amend(document)
        self._last = _Last(label, item_id, document, origin)

    def revert(self, label: str, item_id: str) -> None:
        """Undo the step that such a change would continue, if there is one."""
        if self.origin(label, item_id) is not self._open_document.document:
            self._open_document.undo()
        self._last = None

    def finish(self) -> None:
        """Make the next change a step of its own."""
        self._last = None
