"""Copying what is selected, and whole layers into the same or another open document."""

from collections.abc import Callable
from dataclasses import replace
from functools import partial
from uuid import uuid4

from glide_studio.core.document.arranging import chosen, released
from glide_studio.core.document.clipping import Clipping, clipped
from glide_studio.core.document.copying import CopiedLayers, layers_from, with_copies
from glide_studio.core.document.document import Document
from glide_studio.core.document.layers import Layer
from glide_studio.session.group_commands import GroupCommands
from glide_studio.session.language import tr
from glide_studio.session.layer_commands import LayerCommands
from glide_studio.session.open_document import OpenDocument
from glide_studio.session.review import CandidateReview

Then = Callable[[Clipping], object]


class CopyCommands:
    """Copies pixels for the clipboard, and layers as they are now. What is impossible is said
    through `noticed`.

    `begin_replacing` is called before a blank page becomes a picture.
    """

    def __init__(
        self,
        open_document: OpenDocument,
        review: CandidateReview,
        layers: LayerCommands,
        groups: GroupCommands,
        begin_replacing: Callable[[], object],
    ) -> None:
        self._open_document = open_document
        self._review = review
        self._layers = layers
        self._groups = groups
        self._begin_replacing = begin_replacing
        self._kept: tuple[bytes, CopiedLayers] | None = None

    def copy(self, then: Then) -> None:
        """Start copying what is selected of the active layer, or of the group or the several layers
        that are selected as they look together; `then` receives it."""
        layer, target, shown = self._layers.active, self._layers.target, self._layers.shown
        if layer is None or target is None:
            return
        if not (target is layer and self._layers.is_one):
            shown, layer = replace(shown, layers=released(self._layers.selected)), None
        self._copy(shown, layer, _nothing_on(target.name), then)

    def copy_merged(self, then: Then) -> None:
        """As `copy`, of all visible layers together."""
        self._copy(self._review.shown_document, None, tr("There are no pixels to copy here."), then)

    def cut(self, then: Then) -> None:
        """As `copy`, of the active layer alone, and delete what was copied from it."""
        layer = self._layers.active
        if layer is not None and self._layers.can_erase(layer):
            self._copy(self._layers.shown, layer, _nothing_on(layer.name), then)
            self._layers.cut(layer)

    def to_new_layer(self) -> None:
        """Start copying what is selected of the selected layers to new ones above them, as one
        step; the layers themselves if nothing is selected."""
        if self._layers.shown.selection.is_everything:
            self._layers.duplicate()
        else:
            self._to_new_layer(tr("Layer via copy"), cut=False)

    def cut_to_new_layer(self) -> None:
        """As `to_new_layer`, and delete what was copied from the selected layers."""
        if self._layers.shown.selection.is_everything:
            said = tr("Nothing is selected. Select what you want to cut to a new layer.")
            self._open_document.noticed.emit(said)
            return
        layers = self._layers.movable()
        if layers and not any(map(self._layers.is_alpha_locked, layers)):
            self._to_new_layer(tr("Layer via cut"), cut=True)

    def _to_new_layer(self, label: str, cut: bool) -> None:
        document, selection = self._open_document.document, self._layers.shown.selection
        target, (ids, whole) = self._layers.target, chosen(document)
        is_nothing = False

        def changed(now: Document) -> Document:
            nonlocal is_nothing
            there = [each for each in ids if now.layer(each) is not None]
            bounds = selection if now.frame == document.frame else now.selection
            result = layers_from(now, bounds, there, whole & now.groups.keys(), cut=cut)
            is_nothing = result is now
            return result

        def tell() -> None:
            if is_nothing and target is not None:
                self._open_document.noticed.emit(_nothing_on(target.name))

        self._open_document.apply_in_background(label, changed, tell)

    def _copy(self, document: Document, layer: Layer | None, empty: str, then: Then) -> None:
        """Copy in the background; say `empty` if there is nothing to copy."""

        def hand_over(clipping: Clipping | None) -> None:
            if clipping is None:
                self._open_document.noticed.emit(empty)
            else:
                then(clipping)

        self._open_document.start_in_background(partial(clipped, document, layer), hand_over)

    @property
    def whole_layers(self) -> CopiedLayers | None:
        """The selected layers, unless only a part of the picture is selected."""
        document = self._open_document.document
        if document.is_blank or not document.selection.is_everything:
            return None
        return CopiedLayers(document, *chosen(document))

    def dragged(self, item_id: str) -> CopiedLayers:
        """What moves when the row of a layer or group is dragged, where it was before."""
        self._groups.undrag(item_id)
        return CopiedLayers(self._open_document.document, *self._groups.dragged(item_id))

    def keep(self, copied: CopiedLayers) -> bytes:
        """Keep layers to be pasted; returns what names them."""
        key = uuid4().bytes
        self._kept = key, copied
        return key

    def kept(self, key: bytes) -> CopiedLayers | None:
        """The layers that were kept last, if `key` names them."""
        return self._kept[1] if self._kept is not None and self._kept[0] == key else None

    def put(self, copied: CopiedLayers, label: str = "") -> None:
        """Start adding layers to the shown document, as one step."""
        if self._open_document.document.is_blank:
            self._begin_replacing()
        label = label or tr("Copy {name}").format(name=copied.name)
        self._open_document.apply_in_background(label, partial(with_copies, copied=copied))


def _nothing_on(name: str) -> str:
    return tr("“{name}” has no pixels to copy here.").format(name=name)
