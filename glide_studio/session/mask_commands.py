"""The commands on the mask as a whole, each of them one undoable step."""

from collections.abc import Callable
from functools import partial
from pathlib import Path

import numpy as np

from glide_studio.core.document.document import Document
from glide_studio.core.document.layer_edits import raster_of
from glide_studio.core.files.pictures.reading import read_mask, write_mask
from glide_studio.core.mask.alpha import kept_part, opaque_part
from glide_studio.core.mask.filters import feathered, grown, shrunk, smoothed
from glide_studio.core.mask.mask import Combine, Mask
from glide_studio.session.language import tr
from glide_studio.session.layer_commands import LayerCommands
from glide_studio.session.open_document import OpenDocument
from glide_studio.session.review import CandidateReview

Select = Callable[[Document], Mask]
"""Returns what to select in the shown document."""


class MaskCommands:
    """Commands on the mask that the artist sees; what is slow happens in the background.

    A command that cannot be carried out says so in one sentence through `noticed` or `failed`.
    """

    def __init__(
        self, open_document: OpenDocument, review: CandidateReview, layers: LayerCommands
    ) -> None:
        self._open_document = open_document
        self._review = review
        self._layers = layers
        self._last: dict[int, Mask] = {}
        open_document.document_changed.connect(self._remember)
        review.shown_changed.connect(self._remember)

    @property
    def can_reuse(self) -> bool:
        """Whether nothing is masked and an earlier mask of the same size can be restored."""
        mask, last = self._review.mask, self._last_mask
        return not mask.raster.tiles and last is not None and last.extent == mask.extent

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
        """Restore the last mask of the active colour, whatever cleared it: a run, a command,
        another document."""
        last = self._last_mask
        if self.can_reuse and last is not None:
            self._set(tr("Reselect"), last)

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

    def select_pixels(self, item_id: str, how: Combine) -> None:
        """Combine the pixels of a layer or group, weighted by their alpha, with the mask; if it has
        none, the artist is told."""
        document = self._open_document.document
        item = document.item(item_id)
        if item is not None and not any(each.raster.tiles for each in document.members(item_id)):
            said = tr("“{name}” has no pixels to select.").format(name=item.name)
            self._open_document.noticed.emit(said)
            return

        def pixels(document: Document) -> Mask:
            if document.item(item_id) is None:
                return Mask.empty(document.extent)
            return opaque_part(raster_of(document, item_id))

        self.select(tr("Select layer pixels"), pixels, how)

    def to_layer(self) -> None:
        """Make the unmasked part of the active layer transparent, unless it or its alpha is
        locked."""
        layer = self._open_document.document.active_layer
        if layer is None or self._layers.is_locked(layer) or self._layers.is_alpha_locked(layer):
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

    @property
    def can_add_colour(self) -> bool:
        """Whether the mask may have another colour."""
        document = self._open_document.document
        return not document.is_blank and document.colours.free is not None

    @property
    def has_colours(self) -> bool:
        """Whether the mask has several colours."""
        return bool(self._open_document.document.colours.others)

    def add_colour(self) -> None:
        """Give the mask another colour, with a prompt of its own, and make it the active one."""
        document = self._open_document.document
        number = document.colours.free
        if self.can_add_colour and number is not None:
            masks = {**document.masks, number: Mask.empty(document.extent)}
            self._open_document.apply(tr("Add mask colour"), document.with_masks(masks, number))

    def remove_colour(self) -> None:
        """Remove the active colour with what it masks; the one before it becomes active."""
        document = self._open_document.document
        if self.has_colours:
            *before, _ = [each for each in document.masks if each <= document.colours.active]
            others = document.colours.others
            active = before[-1] if before else min(others)
            changed = document.with_masks(others, active)
            self._open_document.apply(tr("Remove mask colour"), changed)

    def choose_colour(self, number: int) -> None:
        """Make a colour the active one; this is no step of the history."""
        document = self._open_document.document
        if number in document.colours.others:
            self._open_document.amend(document.with_masks(document.masks, number))

    def next_colour(self) -> None:
        """Make the next colour the active one; after the last, the first."""
        document = self._open_document.document
        following = [each for each in document.masks if each > document.colours.active]
        self.choose_colour(min(following or document.masks))

    def choose_painted(self) -> None:
        """Make a painted colour the active one, if there is one and the active one is not."""
        painted = self._open_document.document.painted
        if painted and self._open_document.document.mask.is_empty:
            self.choose_colour(painted[0])

    @property
    def _last_mask(self) -> Mask | None:
        return self._last.get(self._review.shown_document.colours.active)

    def _remember(self) -> None:
        for number, mask in self._review.shown_document.masks.items():
            if mask.raster.tiles:
                self._last[number] = mask

    def _set(self, label: str, mask: Mask) -> None:
        if _differ(mask, self._review.mask):
            self._open_document.set_mask(mask, label)

    def _change(self, label: str, change: Select, colour: int | None = None) -> None:
        """Compute the mask of a colour, by default the active one, in the background, and again if
        the shown document changes meanwhile."""
        shown = self._review.shown_document
        number = shown.colours.active if colour is None else colour
        before = shown.with_masks(shown.masks, number)

        def changed() -> Mask | None:
            mask = change(before)
            return mask if _differ(mask, before.mask) else None

        def apply(mask: Mask | None) -> None:
            now, document = self._review.shown_document, self._open_document.document
            there = now.masks.get(number)
            if there is None:
                return  # the colour was removed
            if now.layers != before.layers or not _share_all_tiles(there, before.mask):
                self._change(label, change, number)
            elif mask is not None:
                masks = {**document.masks, number: mask}
                self._open_document.apply(label, document.with_masks(masks))

        self._open_document.start_for_this_document(changed, apply)


def _share_all_tiles(one: Mask, other: Mask) -> bool:
    """Whether two masks have the same tile objects, so that neither was changed."""
    tiles, others = one.raster.tiles, other.raster.tiles
    return (
        one.extent == other.extent
        and tiles.keys() == others.keys()
        and all(tiles[key] is others[key] for key in tiles)
    )


def _differ(one: Mask, other: Mask) -> bool:
    """Whether any value of two masks of the same extent differs."""
    tiles, others = one.raster.tiles, other.raster.tiles
    return tiles.keys() != others.keys() or any(
        tiles[key] is not others[key] and not np.array_equal(tiles[key], others[key])
        for key in tiles
    )
