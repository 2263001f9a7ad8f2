"""The commands that blend a fill, the shown candidate or the active layer, into the picture."""

from dataclasses import replace
from typing import NamedTuple

from PySide6.QtCore import QObject, Signal

from glide_studio.core.document.accepting import re_edited
from glide_studio.core.document.blend import Blend
from glide_studio.core.document.document import Document
from glide_studio.core.document.edit import Edit
from glide_studio.core.document.pixel_lock import changed_pixels
from glide_studio.core.document.proposing import proposed, seam_of
from glide_studio.core.mask.mask import Mask
from glide_studio.session.document_state import DocumentState
from glide_studio.session.language import tr
from glide_studio.session.layer_commands import LayerCommands
from glide_studio.session.open_document import OpenDocument
from glide_studio.session.review import CandidateReview


class BlendCommands(QObject):
    """Commands on the fill that the artist looks at: the shown candidate while it is pending, else
    the active layer if it has an edit with a mask.

    Changed settings are rendered in the background. On a layer, they are one step of the history
    until `finish` is called. `changed` is emitted when the fill, its settings or its seam change.
    """

    changed = Signal()

    def __init__(
        self,
        open_document: OpenDocument,
        review: CandidateReview,
        layers: LayerCommands,
        parent: QObject | None = None,
    ) -> None:
        super().__init__(parent)
        self._open_document = open_document
        self._review = review
        self._layers = layers
        self._wanted: _Wanted | None = None
        self._is_working = False
        self._drag = 0
        self._applied: tuple[int, Document] | None = None
        self._measured: _Measured | None = None
        self._measuring: Edit | None = None
        open_document.document_changed.connect(self.changed)
        review.changed.connect(self.changed)
        review.shown_changed.connect(self.changed)

    @property
    def is_candidate(self) -> bool:
        """Whether the fill is a candidate that is not in the document."""
        return self._review.is_pending

    @property
    def can_change(self) -> bool:
        """Whether there is anything whose changes can be shown."""
        return self._review.is_pending or self._layers.active is not None

    @property
    def edit(self) -> Edit | None:
        """The fill as an edit, with the newest settings; None if there is none."""
        candidate = self._review.shown_candidate
        if candidate is not None and self._review.is_pending:
            return candidate.edit if candidate.blend is not None else None
        layer = self._layers.active
        if layer is None or layer.edit is None or not layer.edit.is_fill:
            return None
        if self._wanted is not None and self._wanted.layer_id == layer.id:
            return replace(layer.edit, blend=self._wanted.blend)
        return layer.edit

    @property
    def seam(self) -> float | None:
        """The seam ratio of the fill; None while it is not measured."""
        edit = self.edit
        if edit is None:
            return None
        measured = self._measured
        if measured is not None and _same(measured.edit, edit):
            return measured.seam
        self._measure(edit)
        return None

    @property
    def proposal(self) -> Blend | None:
        """The blend with the best seam for the fill; None while it is not known."""
        edit, measured = self.edit, self._measured
        if edit is None or measured is None or measured.edit.patch is not edit.patch:
            return None
        return measured.proposal

    def set_blend(self, blend: Blend) -> None:
        """Blend the fill in another way."""
        if self._review.is_pending:
            self._review.set_blend(blend)
            return
        layer, edit = self._layers.active, self.edit
        if layer is None or edit is None or edit.blend == blend or self._layers.is_locked(layer):
            self.changed.emit()
            return
        self._wanted = _Wanted(layer.id, blend, self._drag)
        self.changed.emit()
        if not self._is_working:
            self._work()

    def propose(self) -> None:
        """Blend the fill by the `proposal`."""
        proposal = self.proposal
        if proposal is not None:
            self.finish()
            self.set_blend(proposal)
            self.finish()

    def finish(self) -> None:
        """Make the next change of a layer's blend a step of its own."""
        self._drag += 1

    def matte_to_mask(self) -> None:
        """Load the matte of the active layer's edit as the mask, to paint on it."""
        edit = self.edit
        if edit is not None and not self.is_candidate:
            extent = self._open_document.document.extent
            inside = edit.bounds.intersected(extent.bounds)
            values = edit.matte_in_bounds()[inside.slices_in(edit.bounds)]
            self._open_document.set_mask(
                Mask.empty(extent).write(inside, values), tr("Mask from matte")
            )

    def mask_to_matte(self) -> None:
        """Make the mask the matte of the active layer's edit, and clear it."""
        layer = self._layers.active
        if self.edit is None or layer is None or self.is_candidate:
            return
        if self._layers.is_locked(layer):
            return
        self.finish()

        def changed(document: Document) -> Document:
            there = document.layer(layer.id)
            if there is None or there.edit is None:
                return document
            values = document.mask.read(there.edit.bounds)
            edited = re_edited(document, there, there.edit.with_matte(values))
            return edited.with_mask(Mask.empty(document.extent))

        self._open_document.apply_in_background(tr("Matte from mask"), changed)

    def changed_pixels(self) -> Mask:
        """Which pixels of the picture the fill changes."""
        return changed_pixels(self._below(), self._review.shown_document)

    def _below(self) -> Document:
        """The document without the fill."""
        document, layer = self._open_document.document, self._layers.active
        if self._review.is_pending or layer is None:
            return document
        return document.with_changed(replace(layer, visible=False))

    def _measure(self, edit: Edit) -> None:
        """Measure the seam in the background, one edit at a time."""
        if self._measuring is not None:
            return
        self._measuring, below = edit, self._below()

        def measure() -> _Measured:
            return _Measured(edit, seam_of(edit), proposed(edit, below).blend)

        def measured(found: _Measured) -> None:
            self._measured, self._measuring = found, None
            self.changed.emit()

        self._open_document.start_in_background(measure, measured)

    def _work(self) -> None:
        """Render the wanted blend, and then the one that was set meanwhile."""
        if self._wanted is None:
            self._is_working = False
            return
        wanted, state = self._wanted, self._open_document.state
        before = state.document
        layer = before.layer(wanted.layer_id)
        if layer is None or layer.edit is None:
            self._wanted, self._is_working = None, False
            return
        self._is_working = True
        there, there_edit = layer, layer.edit

        def work() -> Document | Exception:
            try:
                return re_edited(before, there, replace(there_edit, blend=wanted.blend))
            except Exception as error:
                return error

        def apply(done: Document | Exception) -> None:
            now = state.document
            if now.layer(wanted.layer_id) is not there or isinstance(done, Exception):
                self._wanted = None  # undone, painted on or deleted meanwhile
            elif now is before:
                self._wanted = None if self._wanted is wanted else self._wanted
                self._apply(state, wanted.drag, done)
            if isinstance(done, Exception):
                self._open_document.report(done)
                self.changed.emit()
            self._work()

        self._open_document.start_in_background(work, apply)

    def _apply(self, state: DocumentState, drag: int, document: Document) -> None:
        """Apply a document; changes of the same drag are one step."""
        is_same = self._applied == (drag, state.document)
        self._applied = (drag, document)
        if is_same:
            self._open_document.amend(document, state)
        else:
            self._open_document.apply(tr("Blend"), document, state)


class _Wanted(NamedTuple):
    """A blend of a layer that is not rendered yet, and the number of the drag that set it."""

    layer_id: str
    blend: Blend
    drag: int


class _Measured(NamedTuple):
    edit: Edit
    seam: float | None
    proposal: Blend


def _same(one: Edit, other: Edit) -> bool:
    """Whether two edits look the same."""
    return one.patch is other.patch and one.matte is other.matte and one.blend == other.blend
