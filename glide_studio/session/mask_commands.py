"""What an artist does to the mask as a whole, each time as one undoable step."""

from collections.abc import Callable
from dataclasses import replace
from functools import partial
from pathlib import Path

import numpy as np

from glide_studio.core.document.document import Document
from glide_studio.core.files.pictures import read_mask, write_mask
from glide_studio.core.mask.alpha import kept_part, opaque_part
from glide_studio.core.mask.filters import feathered, grown, shrunk, smoothed
from glide_studio.core.mask.mask import Combine, Mask
from glide_studio.session.editor import Editor
from glide_studio.session.language import tr

Select = Callable[[Document], Mask]
"""What to select in a document that is shown."""


class MaskCommands:
    """Commands on the mask that the artist sees; none holds the interface up.

    What cannot be done is said in one sentence through the editor's `noticed` or `failed`.
    """

    def __init__(self, editor: Editor) -> None:
        self.editor = editor
        self._last: Mask | None = None
        editor.document_changed.connect(self._remember)
        editor.staging.shown_changed.connect(self._remember)

    @property
    def can_reuse(self) -> bool:
        """Whether there was a mask of this size before, and is none now."""
        mask = self.editor.mask
        return (
            mask.is_empty
            and self._last is not None
            and not self._last.is_empty
            and self._last.extent == mask.extent
        )

    def select(self, label: str, select: Select, how: Combine, feather: int = 0) -> None:
        """Combine what `select` finds, softened by `feather` pixels, with the mask."""

        def selected(document: Document) -> Mask:
            found = select(document)
            return document.mask.combined(feathered(found, feather) if feather else found, how)

        self._change(label, selected)

    def fill(self) -> None:
        """Mask all of the picture."""
        self._set(tr("Mask all"), Mask.full(self.editor.mask.extent))

    def clear(self) -> None:
        """Mask nothing."""
        self._set(tr("Clear mask"), Mask.empty(self.editor.mask.extent))

    def invert(self) -> None:
        """Mask what is not."""
        self._change(tr("Invert mask"), lambda document: document.mask.inverted())

    def reuse(self) -> None:
        """Bring the last mask back, whatever cleared it: a run, a command, another document."""
        if self.can_reuse and self._last is not None:
            self._set(tr("Last mask"), self._last)

    def grow(self, radius: int) -> None:
        self._change(tr("Grow mask"), lambda document: grown(document.mask, radius))

    def shrink(self, radius: int) -> None:
        self._change(tr("Shrink mask"), lambda document: shrunk(document.mask, radius))

    def feather(self, radius: int) -> None:
        self._change(tr("Feather mask"), lambda document: feathered(document.mask, radius))

    def smooth(self, radius: int) -> None:
        self._change(tr("Smooth mask"), lambda document: smoothed(document.mask, radius))

    def from_layer(self) -> None:
        """Mask what is opaque in the active layer."""

        def opaque(document: Document) -> Mask:
            layer = document.active_layer
            return document.mask if layer is None else opaque_part(layer.raster)

        self._change(tr("Mask from layer"), opaque)

    def to_layer(self) -> None:
        """Make transparent what is not masked in the active layer, unless that is locked."""
        layer = self.editor.document.active_layer
        if layer is None:
            return
        if layer.locked:
            sentence = tr("“{name}” is locked: click its lock to change it.")
            self.editor.noticed.emit(sentence.format(name=layer.name))
            return

        def kept(document: Document) -> Document:
            there = document.layer(layer.id)
            if there is None:
                return document
            raster = kept_part(there.raster, document.mask)
            return document.with_changed(replace(there, raster=raster))

        self.editor.apply_aside(tr("Mask to layer's alpha"), kept)

    def read(self, path: Path | str) -> None:
        """Begin to read the mask from a picture file of any size."""
        label = tr("Mask from {name}").format(name=Path(path).name)

        def found(document: Document) -> Mask:
            return read_mask(path, document.extent, scaled=True)

        self._change(label, found)

    def write(self, path: Path | str) -> None:
        """Begin to write the mask into a PNG file."""
        sentence = tr("Saved the mask as {name}.").format(name=Path(path).name)
        self.editor.aside(
            partial(write_mask, self.editor.mask, path),
            lambda _: self.editor.noticed.emit(sentence),
        )

    def _remember(self) -> None:
        mask = self.editor.mask
        if mask.raster.tiles:
            self._last = mask

    def _set(self, label: str, mask: Mask) -> None:
        if _differ(mask, self.editor.mask):
            self.editor.set_mask(mask, label)

    def _change(self, label: str, change: Select) -> None:
        """Begin to compute the mask aside, and anew should what is seen change meanwhile."""
        before = self.editor.staging.shown

        def changed() -> Mask | None:
            mask = change(before)
            return mask if _differ(mask, before.mask) else None

        def land(mask: Mask | None) -> None:
            now = self.editor.staging.shown
            if now.layers != before.layers or not _same(now.mask, before.mask):
                self._change(label, change)
            elif mask is not None:
                self.editor.set_mask(mask, label)

        self.editor.aside(changed, land)


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
