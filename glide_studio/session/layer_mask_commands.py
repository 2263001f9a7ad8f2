"""The commands on the layer mask of the active layer, each of them one undoable step."""

from collections.abc import Callable
from dataclasses import replace

from glide_studio.core.document import layer_masks
from glide_studio.core.document.document import Document
from glide_studio.core.document.layers import Layer
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
        """The layer mask of the active layer."""
        layer, group = self._layers.active, self._open_document.document.active_group
        return None if layer is None or group is not None else layer.mask

    def add(self) -> None:
        """Add a layer mask that shows what is selected, or all if nothing is, and paint on it from
        now on. What was selected no longer is, or it would limit the brush."""
        layer = self._layers.active
        if layer is None or layer.mask is not None or self._layers.is_locked(layer):
            return
        before = self._open_document.document
        selection, frame = before.selection, before.frame

        def added(document: Document) -> Document:
            there = document.layer(layer.id)
            if there is None or there.mask is not None:
                return document
            fits = document.frame == frame
            chosen = selection if fits else Selection(Mask.empty(document.extent))
            empty = dict.fromkeys(document.masks, Mask.empty(document.extent))
            changed = document.with_changed(layer_masks.masked(there, chosen))
            return replace(changed.with_masks(empty), mask_id=layer.id)

        label = tr("Add layer mask to {name}").format(name=layer.name)
        self._open_document.apply_in_background(label, added)

    def paint_on(self, layer_id: str, *, is_mask: bool) -> None:
        """Make a layer the active one, and brushes paint on its mask, or on its pixels; this is no
        step of the history."""
        document = self._open_document.document
        chosen = layer_id if is_mask else None
        if (document.active_id, document.mask_id) != (layer_id, chosen):
            self._layers.finish()
            self._open_document.amend(replace(document, active_id=layer_id, mask_id=chosen))

    def toggle_painted(self) -> None:
        """Paint on the mask of the active layer instead of its pixels, or the reverse."""
        layer = self._layers.active
        if layer is not None and layer.mask is not None:
            is_mask = self._open_document.document.painted_mask is None
            self.paint_on(layer.id, is_mask=is_mask)

    def toggle_enabled(self, layer_id: str) -> None:
        """Disable the mask of a layer, so that it hides nothing, or enable it again."""
        layer = self._open_document.document.layer(layer_id)
        if layer is not None and layer.mask is not None:
            mask = replace(layer.mask, visible=not layer.mask.visible)
            label = tr("Enable mask of {name}") if mask.visible else tr("Disable mask of {name}")
            self._change(label, layer, lambda there: replace(there, mask=mask))

    def toggle_active_enabled(self) -> None:
        """Disable or enable the mask of the active layer."""
        if self._layers.active is not None:
            self.toggle_enabled(self._layers.active.id)

    def invert(self) -> None:
        """Hide what the mask shows, and the reverse."""
        self._change_active(tr("Invert mask of {name}"), layer_masks.inverted)

    def apply(self) -> None:
        """Delete the mask and the pixels that it hides."""
        self._change_active(tr("Apply mask of {name}"), layer_masks.applied)

    def delete(self) -> None:
        """Delete the mask; the whole layer is seen again."""
        self._change_active(tr("Delete mask of {name}"), lambda layer: replace(layer, mask=None))

    def select(self, layer_id: str, how: Combine) -> None:
        """Combine what the mask of a layer shows with the selection."""

        def shown(document: Document) -> Mask:
            layer = document.layer(layer_id)
            mask = None if layer is None else layer.mask
            return Mask.empty(document.extent) if mask is None else layer_masks.shown_by(mask)

        self._masks.select(tr("Select layer mask"), shown, how)

    def _change_active(self, label: str, change: Callable[[Layer], Layer]) -> None:
        layer = self._layers.active
        if layer is not None and layer.mask is not None and not self._layers.is_locked(layer):
            self._change(label, layer, change)

    def _change(self, label: str, layer: Layer, change: Callable[[Layer], Layer]) -> None:
        def changed(document: Document) -> Document:
            there = document.layer(layer.id)
            if there is None or there.mask is None:
                return document
            return document.with_changed(change(there))

        self._open_document.apply_in_background(label.format(name=layer.name), changed)
