"""The commands on the mask as a whole, each of them one undoable step."""

from collections.abc import Callable
from functools import partial
from pathlib import Path

import numpy as np

from glide_studio.core.document.document import Document
from glide_studio.core.files.pictures.reading import read_mask, write_mask
from glide_studio.core.mask.alpha import kept_part, opaque_part
from glide_studio.core.mask.filters import feathered, grown, shrunk, smoothed
from glide_studio.core.mask.mask import Combine, Mask
from glide_studio.session.language import tr
from glide_studio.session.open_document import OpenDocument
from glide_studio.session.review import CandidateReview

Select = Callable[[Document], Mask]
"""Returns what to select in the shown document."""


class MaskCommands:
    """Commands on the mask that the artist sees; what is slow happens in the background.

    A command that cannot be carried out says so in one sentence through `noticed` or `failed`.
    """

    def __init__(self, open_document: OpenDocument, review: CandidateReview) -> None:
        self._open_document = open_document
        self._review = review
        self._last: Mask | None = None
        open_document.document_changed.connect(self._remember)
        review.shown_changed.connect(self._remember)

    @property
    def can_reuse(self) -> bool:
        """Whether nothing is masked and an earlier mask of the same size can be restored."""
        mask = self._review.mask
        return not mask.raster.tiles and self._last is not None and self._last.extent == mask.extent

    def select(self, label: str, select: Select, how: Combine, feather: int = 0) -> None:
        """Combine the selection, feathered by `feather` pixels, with the mask."""

        def selected(document: Document) -> Mask:
            found = select(document)
            return document.mask.combined(feathered(found, feather) if feather else found, how)

        self._change(label, selected)

    def fill(self) -> None:
        """Select the whole picture."""
        self._set(tr("Select all"), Mask.full(self._review.mask.extent))

    def clear(self) -> None:
        """Select nothing in particular: everything can be changed."""
        self._set(tr("Deselect"), Mask.empty(self._review.mask.extent))

    def invert(self) -> None:
        """Select what is not selected, and the reverse."""
        self._change(tr("Invert selection"), lambda document: document.mask.inverted())

    def reuse(self) -> None:
        """Restore the last mask, whatever cleared it: a run, a command, another document."""
        if self.can_reuse and self._last is not None:
            self._set(tr("Reselect"), self._last)

    def grow(self, radius: int) -> None:
        self._change(tr("Grow mask"), lambda document: grown(document.mask, radius))

    def shrink(self, radius: int) -> None:
        self._change(tr("Shrink mask"), lambda document: shrunk(document.mask, radius))

    def feather(self, radius: int) -> None:
        self._change(tr("Feather mask"), lambda document: feathered(document.mask, radius))

    def smooth(self, radius: int) -> None:
        self._change(tr("Smooth mask"), lambda document: smoothed(document.mask, radius))

    def from_layer(self) -> None:
        """Select the pixels of the active layer."""
        layer = self._open_document.document.active_layer
        if layer is not None:
            self.select_pixels(layer.id, Combine.REPLACE)

    def select_pixels(self, layer_id: str, how: Combine) -> None:
        """Combine the pixels of a layer, weighted by their alpha, with the mask; if it has none,
        the artist is told."""
        layer = self._open_document.document.layer(layer_id)
        if layer is not None and not layer.raster.tiles:
            said = tr("“{name}” has no pixels to select.").format(name=layer.name)
            self._open_document.noticed.emit(said)
            return

        def pixels(document: Document) -> Mask:
            layer = document.layer(layer_id)
            return Mask.empty(document.extent) if layer is None else opaque_part(layer.raster)

        self.select(tr("Select layer pixels"), pixels, how)

    def to_layer(self) -> None:
        """Make the unmasked part of the active layer transparent, unless it is locked."""
        layer = self._open_document.document.active_layer
        if layer is None:
            return
        if layer.locked:
            sentence = tr("“{name}” is locked. Click its lock to change it.")
            self._open_document.noticed.emit(sentence.format(name=layer.name))
            return

        def kept(document: Document) -> Document:
            there = document.layer(layer.id)
            if there is None:
                return document
            raster = kept_part(there.raster, document.mask)
            return document.with_changed(there.with_pixels(raster))

        self._open_document.apply_in_background(tr("Mask to layer alpha"), kept)

    def read(self, path: Path | str) -> None:
        """Start reading the mask from a picture file of any size."""
        label = tr("Import mask {name}").format(name=Path(path).name)

        def found(document: Document) -> Mask:
            return read_mask(path, document.extent, scaled=True)

        self._change(label, found)

    def write(self, path: Path | str) -> None:
        """Start writing the mask to a PNG file."""
        sentence = tr("Saved the mask as {name}.").format(name=Path(path).name)
        self._open_document.start_in_background(
            partial(write_mask, self._review.mask, path),
            lambda _: self._open_document.noticed.emit(sentence),
        )

    def _remember(self) -> None:
        mask = self._review.mask
        if mask.raster.tiles:
            self._last = mask

    def _set(self, label: str, mask: Mask) -> None:
        if _differ(mask, self._review.mask):
            self._open_document.set_mask(mask, label)

    def _change(self, label: str, change: Select) -> None:
        """Compute the mask in the background, and again if the shown document changes meanwhile."""
        before = self._review.shown_document

        def changed() -> Mask | None:
            mask = change(before)
            return mask if _differ(mask, before.mask) else None

        def apply(mask: Mask | None) -> None:
            now = self._review.shown_document
            if now.layers != before.layers or not _same(now.mask, before.mask):
                self._change(label, change)
            elif mask is not None:
                self._open_document.set_mask(mask, label)

        self._open_document.start_for_this_document(changed, apply)


def _same(one: Mask, other: Mask) -> bool:
    """Whether two masks share all their tiles."""
    tiles, others = one.raster.tiles, other.raster.tiles
    return (
        one.extent == other.extent
        and tiles.keys() == others.keys()
        and all(tiles[key] is others[key] for key in tiles)
    )


def _differ(one: Mask, other: Mask) -> bool:
    tiles, others = one.raster.tiles, other.raster.tiles
    return tiles.keys() != others.keys() or any(
        tiles[key] is not others[key] and not np.array_equal(tiles[key], others[key])
        for key in tiles
    )
