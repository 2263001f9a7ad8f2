"""The step of the history that the restore brush paints from."""

from dataclasses import replace
from weakref import WeakKeyDictionary

from PySide6.QtCore import QObject, Signal

from glide_studio.core.document.document import Document
from glide_studio.core.document.history import Entry, History
from glide_studio.core.document.layers import Layer
from glide_studio.core.raster.raster import Raster
from glide_studio.session.document_state import DocumentState
from glide_studio.session.language import tr
from glide_studio.session.open_document import OpenDocument


class RestoreSource(QObject):
    """The oldest step that has layers, until another one is chosen.

    Once chosen or used, it is kept in memory and stays the source even when it is dropped from the
    history, as when it is undone and something else is done.
    """

    changed = Signal()

    def __init__(self, open_document: OpenDocument, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._open_document = open_document
        self._entry = _oldest(open_document.history)
        self._is_kept = False
        self._document = open_document.state
        self._others: WeakKeyDictionary[DocumentState, tuple[Entry, bool]] = WeakKeyDictionary()
        open_document.document_changed.connect(self._follow)

    @property
    def entry(self) -> Entry:
        """The source; its document is None until `prepare` has read it from the disk."""
        return self._entry

    def choose(self, step: int) -> None:
        """Make a step of the history the source."""
        entry = self._open_document.history.entry(step)
        if entry is not None:
            self._entry = entry
            self.prepare()
            self._is_kept = True
            self.changed.emit()

    def prepare(self) -> None:
        """Keep the source, and start reading it if it is only on disk."""
        entry = self._entry
        self._is_kept = self._is_kept or not _is_blank(entry)

        def keep(document: Document) -> None:
            if self._entry.step == entry.step:
                self._entry = replace(entry, document=document)

        if entry.document is None:
            self._open_document.read_step(entry, keep)

    def pixels_of(self, layer: Layer) -> Raster | None:
        """The pixels that a layer of the document had at the source; None if it had none that fit,
        which the artist is told."""
        self.prepare()
        document, there = self.entry.document, None
        if document is None:
            said = tr("“{step}” is being read from the disk. Try again in a moment.")
        elif document.frame != self._open_document.document.frame:
            said = tr(
                "The page was cropped, scaled, rotated or flipped after “{step}”. Restore from a "
                "step after that: click to the left of it in the History panel."
            )
        else:
            there = document.layer(layer.id)
            said = tr(
                "“{name}” did not exist at “{step}”. Choose another layer, or click to the left of "
                "a later step in the History panel."
            )
        if there is None:
            self._open_document.noticed.emit(said.format(name=layer.name, step=self.entry.label))
            return None
        return there.raster

    def _follow(self) -> None:
        """Follow the step when it is amended; each document has its own."""
        history, state = self._open_document.history, self._open_document.state
        if state is not self._document:
            self._others[self._document] = self._entry, self._is_kept
            self._document = state
            self._entry, self._is_kept = self._others.pop(state, (_oldest(history), False))
        entry = history.entry(self._entry.step)
        if self._is_kept:
            self._entry = self._entry if entry is None or entry.document is None else entry
        else:
            self._entry = _oldest(history) if entry is None or _is_blank(entry) else entry


def _oldest(history: History) -> Entry:
    """The oldest step with layers; the first one if there is none."""
    return next((each for each in history.entries if not _is_blank(each)), history.entries[0])


def _is_blank(entry: Entry) -> bool:
    return entry.document is not None and entry.document.is_blank
