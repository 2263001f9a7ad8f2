"""What an artist does to layers, each time as one undoable step."""

from collections.abc import Callable
from dataclasses import replace
from functools import partial

from glide_studio.core.document import layer_edits
from glide_studio.core.document.blend_modes import BlendMode
from glide_studio.core.document.clipping import Clipping, clipped, cut
from glide_studio.core.document.document import Document
from glide_studio.core.document.layers import Layer
from glide_studio.core.paint.paint import filled
from glide_studio.core.raster.colour import Colour
from glide_studio.session.editor import Editor
from glide_studio.session.language import tr


class LayerCommands:
    """Commands on the layers of the editor's document, by their ids or on the active one.

    What cannot be done is said in one sentence through the editor's `noticed`. Opacities of one
    layer, and moves, that follow each other are one step until `finish` is called.
    """

    def __init__(self, editor: Editor) -> None:
        self._editor = editor
        self._going: tuple[str, str, Document] | None = None

    @property
    def active(self) -> Layer | None:
        """The layer that is worked on."""
        return self._editor.document.active_layer

    def activate(self, layer_id: str) -> None:
        """Work on another layer from now on; no step of the history."""
        document = self._editor.document
        if self.active is not None and self.active.id != layer_id:
            self._editor.amend(replace(document, active_id=layer_id))

    def step(self, steps: int) -> None:
        """Work on the layer so many above, or below if negative; at the end of them on the last."""
        layers = self._editor.document.layers
        if self.active is not None:
            index = layer_edits.index_of(self._editor.document, self.active.id) + steps
            self.activate(layers[min(max(index, 0), len(layers) - 1)].id)

    def add(self) -> None:
        """Put an empty layer above the active one."""
        document = self._editor.document
        name = document.unused_name(tr("Layer"))
        self._editor.apply(tr("New layer"), layer_edits.with_empty_layer(document, name))

    def rename(self, layer_id: str, name: str) -> None:
        """Give a layer another name, unless it is empty."""
        layer = self._editor.document.layer(layer_id)
        name = " ".join(name.split())
        if layer is not None and name and name != layer.name:
            label = tr("Rename to {name}").format(name=name)
            self._change(label, replace(layer, name=name))

    def duplicate(self) -> None:
        """Put a copy of the active layer above it."""
        if self.active is not None:
            document = layer_edits.duplicated(self._editor.document, self.active.id)
            self._editor.apply(tr("Duplicate layer"), document)

    def delete(self) -> None:
        """Take the active layer away; the last one stays."""
        layer, document = self.active, self._editor.document
        if layer is None or self._is_locked(layer):
            return
        if len(document.layers) == 1:
            self._say(
                tr("A picture keeps at least one layer: add another before you delete this one.")
            )
        else:
            label = tr("Delete {name}").format(name=layer.name)
            self._editor.apply(label, layer_edits.removed(document, layer.id))

    def toggle_visible(self, layer_id: str) -> None:
        """Hide a layer, or show it again."""
        layer = self._editor.document.layer(layer_id)
        if layer is not None:
            label = tr("Hide {name}") if layer.visible else tr("Show {name}")
            self._change(label.format(name=layer.name), replace(layer, visible=not layer.visible))

    def toggle_active_visible(self) -> None:
        """Hide the active layer, or show it again."""
        if self.active is not None:
            self.toggle_visible(self.active.id)

    def toggle_active_locked(self) -> None:
        """Protect the active layer's pixels, or no longer."""
        if self.active is not None:
            self.toggle_locked(self.active.id)

    def toggle_locked(self, layer_id: str) -> None:
        """Protect a layer's pixels, or no longer."""
        layer = self._editor.document.layer(layer_id)
        if layer is not None:
            label = tr("Unlock {name}") if layer.locked else tr("Lock {name}")
            self._change(label.format(name=layer.name), replace(layer, locked=not layer.locked))

    def set_opacity(self, opacity: float) -> None:
        """Fade the active layer: 0 to 1."""
        layer = self.active
        if layer is not None and opacity != layer.opacity:
            document = self._editor.document.with_changed(replace(layer, opacity=opacity))
            self._go_on(tr("Layer opacity"), layer.id, document)

    def fill(self, colour: Colour) -> None:
        """Lay a colour on the active layer, or on a new one, within the mask if there is one."""
        layer, document = self.active, self._editor.document
        if layer is None:
            document = layer_edits.with_empty_layer(document, tr("Layer"))
            layer = document.layers[-1]
            self._editor.apply(tr("New layer"), document)
        if not self.can_change(layer):
            return
        layer_id = layer.id

        def fill(document: Document) -> Document:
            there = document.layer(layer_id)
            if there is None:
                return document
            raster = filled(there.raster, colour, document.mask)
            return document.with_changed(replace(there, raster=raster))

        self._editor.apply_aside(tr("Fill"), fill)

    def copy(self, then: Callable[[Clipping], object]) -> None:
        """Begin to copy what is masked of the active layer, or all of it; `then` gets it."""
        layer = self.active
        if layer is not None:
            empty = tr("There is nothing in “{name}” to copy here.").format(name=layer.name)
            self._copy(self._editor.document, layer, empty, then)

    def copy_merged(self, then: Callable[[Clipping], object]) -> None:
        """Begin to copy what is masked, or all, of what is seen; `then` gets it."""
        empty = tr("There is nothing to copy here.")
        self._copy(self._editor.staging.shown, None, empty, then)

    def cut(self, then: Callable[[Clipping], object]) -> None:
        """As `copy`, and what is copied leaves the layer."""
        layer = self.active
        if layer is None or not self.can_change(layer):
            return
        layer_id = layer.id

        def cut_out(clipping: Clipping) -> None:
            then(clipping)
            self._editor.apply_aside(tr("Cut"), partial(cut, layer_id=layer_id))

        self.copy(cut_out)

    def set_blend_mode(self, mode: BlendMode) -> None:
        """Choose how the active layer's colours meet those below."""
        layer = self.active
        if layer is not None and mode is not layer.blend_mode:
            self._change(tr("Blend mode"), replace(layer, blend_mode=mode))

    def move(self, layer_id: str, index: int) -> None:
        """Put a layer at another place, 0 being the lowest, and make it the active one."""
        document = self._editor.document
        index = min(max(index, 0), len(document.layers) - 1)
        if document.layer(layer_id) is not None and (
            layer_edits.index_of(document, layer_id) != index
        ):
            self._go_on(tr("Move layer"), layer_id, layer_edits.moved(document, layer_id, index))

    def move_active(self, steps: int) -> None:
        """Move the active layer up, or down if negative, as a step of its own."""
        self.finish()
        if self.active is not None:
            index = layer_edits.index_of(self._editor.document, self.active.id)
            self.move(self.active.id, index + steps)
        self.finish()

    def finish(self) -> None:
        """The next opacity or move is a step of its own."""
        self._going = None

    def merge_down(self) -> None:
        """Make one of the active layer and the one below."""
        layer, document = self.active, self._editor.document
        if layer is None:
            return
        index = layer_edits.index_of(document, layer.id)
        if index == 0:
            self._say(tr("There is no layer below this one to merge it with."))
            return
        pair = (document.layers[index - 1], layer)
        if not all(map(self.can_change, pair)):
            return
        ids = tuple(layer.id for layer in pair)

        def merged(document: Document) -> Document:
            there = tuple(layer.id for layer in document.layers)
            places = range(len(there) - 1)
            is_there = any(there[place : place + 2] == ids for place in places)
            return layer_edits.merged_down(document, ids[1]) if is_there else document

        self._editor.apply_aside(tr("Merge down"), merged)

    def merge_visible(self) -> None:
        """Make one of all layers that are shown; hidden ones stay."""
        visible = [layer for layer in self._editor.document.layers if layer.visible]
        if len(visible) < 2:
            self._say(tr("There are no two visible layers to merge."))
        elif not any(map(self._is_locked, visible)):
            self._editor.apply_aside(tr("Merge visible"), _merged_visible)

    def flatten(self) -> None:
        """Make what is seen the only layer; hidden ones go."""
        layers = self._editor.document.layers
        if not any(layer.visible for layer in layers):
            self._say(tr("All layers are hidden: show one before you flatten the picture."))
        elif not any(map(self._is_locked, layers)) and len(layers) > 1:
            self._editor.apply_aside(tr("Flatten"), _flattened)

    def can_change(self, layer: Layer) -> bool:
        """Whether a layer's pixels can be changed; if not, that is said."""
        return not (self._is_locked(layer) or self._is_hidden(layer))

    def _copy(
        self,
        document: Document,
        layer: Layer | None,
        empty: str,
        then: Callable[[Clipping], object],
    ) -> None:
        """Copy aside; says `empty` where there is nothing."""

        def land(clipping: Clipping | None) -> None:
            if clipping is None:
                self._say(empty)
            else:
                then(clipping)

        self._editor.aside(partial(clipped, document, layer), land)

    def _change(self, label: str, layer: Layer) -> None:
        self._editor.apply(label, self._editor.document.with_changed(layer))

    def _go_on(self, label: str, layer_id: str, document: Document) -> None:
        """One step with what went before, if that was the same to the same layer."""
        if self._going == (label, layer_id, self._editor.document):
            self._editor.amend(document)
        else:
            self._editor.apply(label, document)
        self._going = (label, layer_id, document)

    def _is_locked(self, layer: Layer) -> bool:
        if layer.locked:
            self._say(
                tr("“{name}” is locked: click its lock to change it.").format(name=layer.name)
            )
        return layer.locked

    def _is_hidden(self, layer: Layer) -> bool:
        if not layer.visible:
            sentence = tr("“{name}” is hidden: click its eye first.")
            self._say(sentence.format(name=layer.name))
        return not layer.visible

    def _say(self, sentence: str) -> None:
        self._editor.noticed.emit(sentence)


def _merged_visible(document: Document) -> Document:
    count = sum(layer.visible for layer in document.layers)
    return layer_edits.merged_visible(document) if count > 1 else document


def _flattened(document: Document) -> Document:
    visible = any(layer.visible for layer in document.layers)
    return layer_edits.flattened(document) if visible else document
