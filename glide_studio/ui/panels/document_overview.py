"""The whole picture, small, made aside and anew whenever the document changes."""

from functools import partial
from typing import Self

from PySide6.QtCore import QObject, Signal

from glide_studio.core.document.document import Document
from glide_studio.core.document.overview import Overview
from glide_studio.session.editor import Editor

SIDE = 320
"""Of the small picture at most, in its pixels."""


class DocumentOverview(QObject):
    """Lives as long as the editor, which may finish one after the widget that wanted it is gone.

    `made` carries a `Document` and the `Overview` of it.
    """

    made = Signal(object, object)

    @classmethod
    def of(cls, editor: Editor) -> Self:
        """The one of `editor`, for whoever shows it now."""
        return editor.findChild(cls) or cls(editor)

    def __init__(self, editor: Editor) -> None:
        super().__init__(editor)
        self._editor = editor
        self._latest: Overview | None = None
        self._is_making = False

    def make(self) -> None:
        """Begin one of the present document, unless one is being made: that is followed by it."""
        if not self._is_making:
            self._is_making = True
            document = self._editor.document
            work = partial(Overview.of, document, SIDE, self._latest)
            self._editor.aside(work, partial(self._finish, document))

    def _finish(self, document: Document, overview: Overview) -> None:
        self._is_making = False
        self._latest = overview
        self.made.emit(document, overview)
        if document is not self._editor.document:
            self.make()
