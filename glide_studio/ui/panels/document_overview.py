"""A small version of the whole picture, computed in the background."""

from functools import partial

from PySide6.QtCore import QObject, Signal

from glide_studio.core.document.document import Document
from glide_studio.core.document.overview import Overview
from glide_studio.session.open_document import OpenDocument

SIDE = 320
"""Maximum side of the small picture, in pixels."""


class DocumentOverview(QObject):
    """Lives as long as the open document, which may finish one after the widget that wanted it is
    gone.

    `made` carries a `Document` and the `Overview` of it.
    """

    made = Signal(object, object)

    def __init__(self, open_document: OpenDocument) -> None:
        super().__init__(open_document)
        self._open_document = open_document
        self._latest: Overview | None = None
        self._is_computing = False

    def make(self) -> None:
        """Begin an overview of the current document; if one is being computed, it comes next."""
        if not self._is_computing:
            self._is_computing = True
            document = self._open_document.document
            work = partial(Overview.of, document, SIDE, self._latest)
            self._open_document.start_in_background(work, partial(self._finish, document))

    def _finish(self, document: Document, overview: Overview) -> None:
        self._is_computing = False
        self._latest = overview
        self.made.emit(document, overview)
        if document is not self._open_document.document:
            self.make()
