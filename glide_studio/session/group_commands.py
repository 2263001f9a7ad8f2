"""The commands on groups of layers, and drags in the list of layers."""

from dataclasses import replace

from glide_studio.core.document.arranging import (
    Chosen,
    Ids,
    Slot,
    chosen,
    grouped,
    next_slot,
    placed,
    ungrouped,
    whole_groups,
)
from glide_studio.core.document.document import Document
from glide_studio.core.document.groups import MAX_DEPTH, Group
from glide_studio.session.language import tr
from glide_studio.session.layer_commands import LayerCommands
from glide_studio.session.open_document import OpenDocument


class GroupCommands:
    """Commands on groups, each of them one undoable step; all moves of one drag are one together,
    until `LayerCommands.finish` is called."""

    def __init__(self, open_document: OpenDocument, layers: LayerCommands) -> None:
        self._open_document = open_document
        self._layers = layers

    @property
    def _document(self) -> Document:
        return self._open_document.document

    def group(self) -> None:
        """Put the selected layers into a new group, which looks like them and is open."""
        document = self._document
        ids, whole = chosen(document)
        if not ids or self._is_too_deep(ids, 1):
            return
        group = Group(document.unused_name(tr("Group")), passes_through=True)
        self._open_document.apply(tr("Group layers"), grouped(document, ids, group, whole))

    @property
    def active(self) -> Group | None:
        """The active group, or the innermost one around the active layer."""
        layer = self._layers.active
        path = () if layer is None else layer.groups
        return self._document.active_group or (path[-1] if path else None)

    def ungroup(self) -> None:
        """Take the layers of the active group, or of that around the active layer, out of it."""
        group = self.active
        if group is not None:
            label = tr("Ungroup {name}").format(name=group.name)
            self._open_document.apply(label, ungrouped(self._document, group.id))

    def toggle_collapsed(self, group_id: str) -> None:
        """Show only the row of a group, or its layers too; this is no step of the history."""
        document = self._document
        group = document.groups.get(group_id)
        if group is not None:
            group = replace(group, collapsed=not group.collapsed)
            document = document.with_group(group)
            active = document.active_layer
            is_chosen = document.group_id == group.id
            if group.collapsed and active is not None and group in active.groups and not is_chosen:
                document = replace(document, group_id=group.id, mask_id=None, selected_ids=())
            self._open_document.amend(document)

    def drag(self, item_id: str, target_id: str, downwards: bool) -> None:
        """Move a layer or group to where another one is in the list: below that if it comes from
        above, else above it. Over the row of an open group it goes in or out."""
        document = self._document
        if document.item(item_id) is None:
            return  # it was dragged here from another document
        ids, whole = self.dragged(item_id)
        slot = self._slot_at(target_id, ids, downwards)
        if slot is None or not ids or self._is_too_deep(ids, len(slot.path), whole):
            return
        origin = self._layers.growing.origin(tr("Move layer"), item_id)
        moved = replace(
            placed(origin, ids, slot, whole),
            active_id=document.active_id,
            group_id=document.group_id,
            selected_ids=document.selected_ids,
        )
        self._layers.growing.apply(tr("Move layer"), item_id, moved)

    def move_active(self, steps: int) -> None:
        """Move the selected layers up, or down if `steps` is negative, as a step of its own: into
        the next open group, or out of their own at its edge."""
        self._layers.finish()
        document = self._document
        ids, whole = chosen(document)
        slot = next_slot(document, ids, whole, steps)
        if slot is not None and not self._is_too_deep(ids, len(slot.path), whole):
            label = tr("Move layer") if self._layers.is_one else tr("Move layers")
            self._open_document.apply(label, placed(document, ids, slot, whole))

    def undrag(self, item_id: str) -> None:
        """Return a layer or group that is being dragged to where it was."""
        self._layers.growing.revert(tr("Move layer"), item_id)

    def dragged(self, item_id: str) -> Chosen:
        """What moves when a row is dragged: all that is selected if it is among that."""
        document = self._document
        if item_id in document.groups:
            ids = tuple(layer.id for layer in document.members(item_id))
            outer = {group.id for group in document.path_of(item_id)}
            return Chosen(ids, frozenset(whole_groups(document, ids) - outer))
        if item_id in document.selected and document.active_group is None:
            return chosen(document)
        return Chosen((item_id,))

    def _slot_at(self, target_id: str, ids: tuple[str, ...], downwards: bool) -> Slot | None:
        """Where layers go that are dragged over a row; None over a row of their own."""
        document = self._document
        rest = [layer for layer in document.layers if layer.id not in ids]
        group = document.groups.get(target_id)
        inside = [
            place
            for place, layer in enumerate(rest)
            if target_id in (layer.id, *(each.id for each in layer.groups))
        ]
        if not inside:
            return None
        first, last = inside[0], inside[-1]
        if group is None:
            return Slot(first if downwards else first + 1, rest[first].groups)
        outside = document.path_of(target_id)
        if downwards and not group.collapsed:
            return Slot(last + 1, (*outside, group))
        return Slot(first if downwards else last + 1, outside)

    def _is_too_deep(self, ids: tuple[str, ...], more: int, whole: Ids | None = None) -> bool:
        """Whether groups would be nested too deeply; if so, the artist is told."""
        layers = [layer for layer in self._document.layers if layer.id in ids]
        depths = [
            len(layer.groups) if whole is None else sum(group.id in whole for group in layer.groups)
            for layer in layers
        ]
        too_deep = max(depths) + more > MAX_DEPTH
        if too_deep:
            said = tr("Groups can be nested up to {most} deep.").format(most=MAX_DEPTH)
            self._open_document.noticed.emit(said)
        return too_deep
