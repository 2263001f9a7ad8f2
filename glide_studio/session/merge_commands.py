"""The commands that merge layers, each of them one undoable step, computed in the background."""

from glide_studio.core.document import layer_edits
from glide_studio.core.document.arranging import index_of
from glide_studio.core.document.document import Document
from glide_studio.core.document.groups import Group
from glide_studio.core.document.layers import Layer
from glide_studio.session.language import tr
from glide_studio.session.layer_commands import LayerCommands
from glide_studio.session.open_document import OpenDocument


class MergeCommands:
    """Commands that merge layers and groups; an impossible one says so in one sentence."""

    def __init__(self, open_document: OpenDocument, layers: LayerCommands) -> None:
        self._open_document = open_document
        self._layers = layers

    @property
    def _document(self) -> Document:
        return self._open_document.document

    def merge_down(self) -> None:
        """Merge the active layer with the one below; the active group, or the selected layers, into
        one."""
        document, layer = self._document, self._layers.active
        if document.active_group is not None:
            self._merge_group(document.active_group)
        elif len(document.selected) > 1:
            self._merge_selected()
        elif layer is not None:
            self._merge_pair(layer)

    def merge_visible(self) -> None:
        """Merge all visible layers; hidden ones stay."""
        visible = [layer for layer in self._document.layers if layer.is_shown]
        if len(visible) < 2:
            self._say(tr("Merging needs at least two visible layers."))
        elif not any(map(self._layers.is_locked, visible)):
            self._open_document.apply_in_background(tr("Merge visible"), _merged_visible)

    def flatten(self) -> None:
        """Merge all visible layers and delete the hidden ones."""
        layers = self._document.layers
        if not any(layer.is_shown for layer in layers):
            self._say(tr("All layers are hidden. Show one before you flatten the picture."))
        elif not any(map(self._layers.is_locked, layers)) and len(layers) > 1:
            self._open_document.apply_in_background(tr("Flatten image"), _flattened)

    def _merge_pair(self, layer: Layer) -> None:
        document = self._document
        index = index_of(document, layer.id)
        below = document.layers[index - 1] if index else None
        if below is None or below.groups[: len(layer.groups)] != layer.groups:
            self._say(tr("There is no layer below this one to merge with."))
            return
        if below.groups != layer.groups:
            group = below.groups[len(layer.groups)]
            said = tr("Below is the group “{name}”. Merge the group first.")
            self._say(said.format(name=group.name))
            return
        if below.clipped and not layer.clipped:
            said = tr(
                "“{name}” is clipped and the layer above is not. Clip both or neither of them."
            )
            self._say(said.format(name=below.name))
            return
        if not all(map(self._layers.can_change, (below, layer))):
            return
        ids = (below.id, layer.id)

        def merged(document: Document) -> Document:
            there = tuple(layer.id for layer in document.layers)
            places = range(len(there) - 1)
            is_there = any(there[place : place + 2] == ids for place in places)
            return layer_edits.merged_down(document, ids[1]) if is_there else document

        self._open_document.apply_in_background(tr("Merge down"), merged)

    def _merge_group(self, group: Group) -> None:
        members = self._document.members(group.id)
        if any(map(self._layers.is_locked, members)):
            return
        if not any(layer.is_shown for layer in members):
            said = tr("“{name}” is hidden. Click its eye first.")
            self._say(said.format(name=group.name))
            return

        def merged(document: Document) -> Document:
            there = group.id in document.groups
            return layer_edits.merged_group(document, group.id) if there else document

        label = tr("Merge group {name}").format(name=group.name)
        self._open_document.apply_in_background(label, merged)

    def _merge_selected(self) -> None:
        ids = self._document.selected
        layers = [layer for layer in self._document.layers if layer.id in ids]
        if not all(map(self._layers.can_change, layers)):
            return

        def merged(document: Document) -> Document:
            there = all(document.layer(each) is not None for each in ids)
            return layer_edits.merged_layers(document, ids) if there else document

        self._open_document.apply_in_background(tr("Merge layers"), merged)

    def _say(self, sentence: str) -> None:
        self._open_document.noticed.emit(sentence)


def _merged_visible(document: Document) -> Document:
    count = sum(layer.is_shown for layer in document.layers)
    return layer_edits.merged_visible(document) if count > 1 else document


def _flattened(document: Document) -> Document:
    visible = any(layer.is_shown for layer in document.layers)
    return layer_edits.flattened(document) if visible else document
