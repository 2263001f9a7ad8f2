"""The commands on the layer mask of the active layer or group, each of them one undoable step."""

from collections.abc import Callable
from dataclasses import replace

from glide_studio.core.document import layer_masks
from glide_studio.core.document.arranging import selecting
from glide_studio.core.document.document import Document
from glide_studio.core.document.layers import Item, Layer
from glide_studio.core.mask.mask import Combine, Mask
from glide_studio.core.mask.selection import Selection
from glide_studio.session.language import tr
from glide_studio.session.layer_commands import LayerCommands
from glide_studio.session.mask_commands import MaskCommands
from glide_studio.session.open_document import OpenDocument


class LayerMaskCommands:
    """Commands on layer masks; what is slow happens in the background."""

    def __init__(
        self, open_document: OpenDocument, layers: LayerCommands, masks: MaskCommands
    ) -> None:
        self._open_document = open_document
        self._layers = layers
        self._masks = masks

    @property
    def active(self) -> Layer | None:
        """The layer mask of the active layer or group."""
        return None if self._layers.target is None else self._layers.target.mask

    def add(self) -> None:
        """Add a layer mask that shows what is selected, or all if nothing is, and paint on it from
        now on. What was selected no longer is, or it would limit the brush."""
        item = self._layers.target
        if item is None or item.mask is not None or self._layers.is_locked(item):
            return
        before = self._open_document.document
        selection, frame = before.selection, before.frame

        def added(document: Document) -> Document:
            there = document.item(item.id)
            if there is None or there.mask is not None:
                return document
            fits = document.frame == frame
            chosen = selection if fits else Selection(Mask.empty(document.extent))
            empty = dict.fromkeys(document.masks, Mask.empty(document.extent))
            masked = layer_masks.masked(there, document.members(item.id), chosen)
            return replace(document.with_item(masked).with_masks(empty), mask_id=item.id)

        label = tr("Add layer mask to {name}").format(name=item.name)
        self._open_document.apply_in_background(label, added)

    def paint_on(self, item_id: str, *, is_mask: bool) -> None:
        """Make a layer or group the active one, and brushes paint on its mask, or not; this is no
        step of the history."""
        document = self._open_document.document
        wanted = replace(
            selecting(document, [item_id], item_id), mask_id=item_id if is_mask else None
        )
        if (wanted.target, wanted.painted_mask) != (document.target, document.painted_mask):
            self._layers.finish()
            self._open_document.amend(wanted)

    def toggle_painted(self) -> None:
        """Paint on the mask of the active layer or group instead of pixels, or the reverse."""
        item = self._layers.target
        if item is not None and item.mask is not None:
            is_mask = self._open_document.document.painted_mask is None
            self.paint_on(item.id, is_mask=is_mask)

    def toggle_enabled(self, item_id: str) -> None:
        """Disable the mask of a layer or group, so that it hides nothing, or enable it again."""
        item = self._open_document.document.item(item_id)
        if item is not None and item.mask is not None:
            mask = replace(item.mask, visible=not item.mask.visible)
            label = tr("Enable mask of {name}") if mask.visible else tr("Disable mask of {name}")
            self._change(label, item, lambda _, there: replace(there, mask=mask))

    def toggle_active_enabled(self) -> None:
        """Disable or enable the mask of the active layer or group."""
        if self._layers.target is not None:
            self.toggle_enabled(self._layers.target.id)

    def toggle_active_linked(self) -> None:
        """Let the mask of the active layer or group stay where it is when that is moved, or move it
        along again."""
        item = self._layers.target
        if item is not None and item.mask is not None:
            linked = not item.mask_linked
            label = tr("Link mask of {name}") if linked else tr("Unlink mask of {name}")
            self._change(label, item, lambda _, there: replace(there, mask_linked=linked))

    def invert(self) -> None:
        """Hide what the mask shows, and the reverse."""

        def inverted(document: Document, item: Item) -> Item:
            return layer_masks.inverted(item, document.members(item.id))

        self._change_active(tr("Invert mask of {name}"), inverted)

    def apply(self) -> None:
        """Delete the mask of the active layer, and the pixels that it hides; not of a group, which
        has none of its own."""

        def applied(_: Document, item: Item) -> Item:
            return layer_masks.applied(item) if isinstance(item, Layer) else item

        if isinstance(self._layers.target, Layer):
            self._change_active(tr("Apply mask of {name}"), applied)

    def delete(self) -> None:
        """Delete the mask; all of the layer or group is seen again."""
        label = tr("Delete mask of {name}")
        self._change_active(label, lambda _, item: replace(item, mask=None))

    def select(self, item_id: str, how: Combine) -> None:
        """Combine what the mask of a layer or group shows with the selection."""

        def shown(document: Document) -> Mask:
            item = document.item(item_id)
            mask = None if item is None else item.mask
            return Mask.empty(document.extent) if mask is None else layer_masks.shown_by(mask)

        self._masks.select(tr("Select layer mask"), shown, how)

    def _change_active(self, label: str, change: Callable[[Document, Item], Item]) -> None:
        item = self._layers.target
        if item is not None and item.mask is not None and not self._layers.is_locked(item):
            self._change(label, item, change)

    def _change(self, label: str, item: Item, change: Callable[[Document, Item], Item]) -> None:
        def changed(document: Document) -> Document:
            there = document.item(item.id)
            if there is None or there.mask is None:
                return document
            return document.with_item(change(document, there))

        self._open_document.apply_in_background(label.format(name=item.name), changed)
