"""The commands on layers, each of them one undoable step."""

from collections.abc import Callable
from dataclasses import replace
from functools import partial
from typing import NamedTuple

from glide_studio.core.document import layer_edits
from glide_studio.core.document.blend_modes import BlendMode
from glide_studio.core.document.clipping import Clipping, clipped
from glide_studio.core.document.document import Document
from glide_studio.core.document.layers import Layer
from glide_studio.core.document.selected import changed as changed_pixels
from glide_studio.core.document.selected import within
from glide_studio.core.mask.selection import Selection
from glide_studio.core.paint.paint import hidden_by, plain
from glide_studio.core.raster.colour import BLACK, Colour
from glide_studio.core.raster.colour_profile import Conversion
from glide_studio.core.raster.raster import Raster
from glide_studio.session.language import tr
from glide_studio.session.open_document import OpenDocument
from glide_studio.session.review import CandidateReview


class _Unfinished(NamedTuple):
    """A change that the next one of its kind and layer continues: the document after it, and the
    one before."""

    label: str
    layer_id: str
    document: Document
    origin: Document


class LayerCommands:
    """Commands on the layers of the open document, by their ids or on the active one.

    A command that cannot be carried out says so in one sentence through `noticed`. Successive
    changes of one layer's opacity, and successive moves, are one step until `finish` is called.
    """

    def __init__(self, open_document: OpenDocument, review: CandidateReview) -> None:
        self._open_document = open_document
        self._review = review
        self._unfinished: _Unfinished | None = None

    @property
    def _document(self) -> Document:
        return self._open_document.document

    @property
    def _shown(self) -> Document:
        """The document with the mask that the artist sees, which a shown candidate may replace."""
        document, mask = self._document, self._review.mask
        return document.with_mask(mask) if mask.extent == document.extent else document

    @property
    def active(self) -> Layer | None:
        """The active layer."""
        return self._document.active_layer

    def activate(self, layer_id: str) -> None:
        """Make a layer the active one; this is no step of the history."""
        document = self._document
        if self.active is not None and self.active.id != layer_id:
            self._open_document.amend(replace(document, active_id=layer_id, mask_id=None))

    def step(self, steps: int) -> None:
        """Activate the layer `steps` above the active one, or below if negative."""
        layers = self._document.layers
        if self.active is not None:
            index = layer_edits.index_of(self._document, self.active.id) + steps
            self.activate(layers[min(max(index, 0), len(layers) - 1)].id)

    def add(self) -> None:
        """Add an empty layer above the active one."""
        document = self._document
        name = document.unused_name(tr("Layer"))
        self._open_document.apply(tr("New layer"), layer_edits.with_empty_layer(document, name))

    def rename(self, layer_id: str, name: str) -> None:
        """Rename a layer; an empty name changes nothing."""
        layer = self._document.layer(layer_id)
        name = " ".join(name.split())
        if layer is not None and name and name != layer.name:
            label = tr("Rename to {name}").format(name=name)
            self._change(label, replace(layer, name=name))

    def duplicate(self) -> None:
        """Add a copy of the active layer above it."""
        if self.active is not None:
            document = layer_edits.duplicated(self._document, self.active.id)
            self._open_document.apply(tr("Duplicate layer"), document)

    def delete(self) -> None:
        """Delete the active layer; the last one cannot be deleted."""
        layer, document = self.active, self._document
        if layer is None or self.is_locked(layer):
            return
        if len(document.layers) == 1:
            self._say(
                tr("A picture needs at least one layer. Add another before you delete this one.")
            )
        else:
            label = tr("Delete {name}").format(name=layer.name)
            self._open_document.apply(label, layer_edits.removed(document, layer.id))

    def toggle_visible(self, layer_id: str) -> None:
        """Hide or show a layer."""
        layer = self._document.layer(layer_id)
        if layer is not None:
            label = tr("Hide {name}") if layer.visible else tr("Show {name}")
            self._change(label.format(name=layer.name), replace(layer, visible=not layer.visible))

    def toggle_active_visible(self) -> None:
        """Hide or show the active layer."""
        if self.active is not None:
            self.toggle_visible(self.active.id)

    def toggle_active_locked(self) -> None:
        """Lock or unlock the pixels of the active layer."""
        if self.active is not None:
            self.toggle_locked(self.active.id)

    def toggle_locked(self, layer_id: str) -> None:
        """Lock or unlock the pixels of a layer."""
        layer = self._document.layer(layer_id)
        if layer is not None:
            label = tr("Unlock {name}") if layer.locked else tr("Lock {name}")
            self._change(label.format(name=layer.name), replace(layer, locked=not layer.locked))

    def toggle_active_alpha_locked(self) -> None:
        """Lock or unlock the alpha of the active layer."""
        layer = self.active
        if layer is not None:
            locked = not layer.alpha_locked
            label = tr("Lock alpha of {name}") if locked else tr("Unlock alpha of {name}")
            self._change(label.format(name=layer.name), replace(layer, alpha_locked=locked))

    def toggle_active_clipped(self) -> None:
        """Clip the active layer to the one below, or release it."""
        layer = self.active
        if layer is None:
            return
        if not layer.clipped and not layer_edits.can_clip(self._document, layer.id):
            self._say(tr("There is no layer below this one to clip it to."))
            return
        label = tr("Release {name}") if layer.clipped else tr("Clip {name}")
        self._change(label.format(name=layer.name), replace(layer, clipped=not layer.clipped))

    def set_opacity(self, opacity: float) -> None:
        """Set the opacity of the active layer, 0 to 1."""
        layer = self.active
        if layer is not None and opacity != layer.opacity:
            document = self._document.with_changed(replace(layer, opacity=opacity))
            self._apply_or_amend(tr("Layer opacity"), layer.id, document)

    def fill(self, colour: Colour) -> None:
        """Fill what is selected of the active layer, or of a new one, with a colour in sRGB."""
        layer, document = self.active, self._document
        if layer is None:
            document = layer_edits.with_empty_layer(document, tr("Layer"))
            layer = document.layers[-1]
            self._open_document.apply(tr("New layer"), document)
        if document.painted_mask is not None:
            self._fill_mask(tr("Fill layer mask"), layer, hidden_by(colour))
            return
        own = Conversion.from_srgb(document.icc_profile).applied_to(colour)
        self.change_pixels(tr("Fill"), layer, lambda raster: plain(raster.extent, own))

    def clear(self) -> None:
        """Make what is selected of the active layer transparent."""
        layer = self.active
        if layer is not None and self._document.painted_mask is not None:
            self._fill_mask(tr("Clear layer mask"), layer, 255)
        elif layer is not None and self.can_erase(layer):
            self.change_pixels(tr("Clear"), layer, _emptied)

    def change_pixels(self, label: str, layer: Layer, change: Callable[[Raster], Raster]) -> None:
        """Start changing the pixels of a layer, as far as they are selected now, as one step.

        `change` gets all of them, in the background; there is no step if none that is selected
        changes. If the layer is locked or hidden, the artist is told.
        """
        self._change_selected(label, layer, partial(changed_pixels, change=change))

    def _fill_mask(self, label: str, layer: Layer, hidden: int) -> None:
        """As `change_pixels`: make the layer mask hide so much, 0 to 255."""

        def filled(selection: Selection, layer: Layer) -> Layer:
            if layer.mask is None:
                return layer
            whole = plain(layer.raster.extent, BLACK, hidden)
            raster = within(selection, layer.mask.raster, whole)
            return replace(layer, mask=replace(layer.mask, raster=raster))

        self._change_selected(label, layer, filled)

    def _change_selected(
        self, label: str, layer: Layer, change: Callable[[Selection, Layer], Layer]
    ) -> None:
        if not self.can_change(layer):
            return
        selection, frame = self._shown.selection, self._document.frame

        def changed(document: Document) -> Document:
            there = document.layer(layer.id)
            if there is None:
                return document
            after = change(selection if document.frame == frame else document.selection, there)
            return document if after is there else document.with_changed(after)

        self._open_document.apply_in_background(label, changed)

    def copy(self, then: Callable[[Clipping], object]) -> None:
        """Start copying what is selected of the active layer; `then` receives it."""
        layer = self.active
        if layer is not None:
            empty = tr("“{name}” has no pixels to copy here.").format(name=layer.name)
            self._copy(self._shown, layer, empty, then)

    def copy_merged(self, then: Callable[[Clipping], object]) -> None:
        """As `copy`, of all visible layers together."""
        empty = tr("There are no pixels to copy here.")
        self._copy(self._review.shown_document, None, empty, then)

    def cut(self, then: Callable[[Clipping], object]) -> None:
        """As `copy`, and delete what was copied from the layer."""
        layer = self.active
        if layer is not None and self.can_erase(layer):
            self.copy(then)
            self.change_pixels(tr("Cut"), layer, _emptied)

    def set_blend_mode(self, mode: BlendMode) -> None:
        """Set the blend mode of the active layer."""
        layer = self.active
        if layer is not None and mode is not layer.blend_mode:
            self._change(tr("Blend mode"), replace(layer, blend_mode=mode))

    def move(self, layer_id: str, index: int) -> None:
        """Move a layer to `index`, 0 being the lowest, and make it the active one."""
        document = self._origin(tr("Move layer"), layer_id)
        index = min(max(index, 0), len(document.layers) - 1)
        if document.layer(layer_id) is not None and (
            layer_edits.index_of(self._document, layer_id) != index
        ):
            self._apply_or_amend(
                tr("Move layer"), layer_id, layer_edits.moved(document, layer_id, index)
            )

    def move_active(self, steps: int) -> None:
        """Move the active layer up, or down if `steps` is negative, as a step of its own."""
        self.finish()
        if self.active is not None:
            index = layer_edits.index_of(self._document, self.active.id)
            self.move(self.active.id, index + steps)
        self.finish()

    def finish(self) -> None:
        """Make the next change of opacity, or move, a step of its own."""
        self._unfinished = None

    def merge_down(self) -> None:
        """Merge the active layer with the one below."""
        layer, document = self.active, self._document
        if layer is None:
            return
        index = layer_edits.index_of(document, layer.id)
        if index == 0:
            self._say(tr("There is no layer below this one to merge with."))
            return
        pair = (document.layers[index - 1], layer)
        if pair[0].clipped and not layer.clipped:
            said = tr("“{name}” is clipped and the layer above is not. Clip both or none of them.")
            self._say(said.format(name=pair[0].name))
            return
        if not all(map(self.can_change, pair)):
            return
        ids = tuple(layer.id for layer in pair)

        def merged(document: Document) -> Document:
            there = tuple(layer.id for layer in document.layers)
            places = range(len(there) - 1)
            is_there = any(there[place : place + 2] == ids for place in places)
            return layer_edits.merged_down(document, ids[1]) if is_there else document

        self._open_document.apply_in_background(tr("Merge down"), merged)

    def merge_visible(self) -> None:
        """Merge all visible layers; hidden ones stay."""
        visible = [layer for layer in self._document.layers if layer.visible]
        if len(visible) < 2:
            self._say(tr("Merging needs at least two visible layers."))
        elif not any(map(self.is_locked, visible)):
            self._open_document.apply_in_background(tr("Merge visible"), _merged_visible)

    def flatten(self) -> None:
        """Merge all visible layers and delete the hidden ones."""
        layers = self._document.layers
        if not any(layer.visible for layer in layers):
            self._say(tr("All layers are hidden. Show one before you flatten the picture."))
        elif not any(map(self.is_locked, layers)) and len(layers) > 1:
            self._open_document.apply_in_background(tr("Flatten image"), _flattened)

    def can_change(self, layer: Layer) -> bool:
        """Whether a layer's pixels can be changed; if not, the artist is told why."""
        return not (self.is_locked(layer) or self._is_hidden(layer))

    def can_erase(self, layer: Layer) -> bool:
        """As `can_change`, of making pixels transparent."""
        return self.can_change(layer) and not self.is_alpha_locked(layer)

    def is_alpha_locked(self, layer: Layer) -> bool:
        """Whether the alpha of a layer is locked; if so, the artist is told."""
        if layer.alpha_locked:
            sentence = tr("The alpha of “{name}” is locked. Unlock it with Layer > Lock Alpha.")
            self._say(sentence.format(name=layer.name))
        return layer.alpha_locked

    def _copy(
        self,
        document: Document,
        layer: Layer | None,
        empty: str,
        then: Callable[[Clipping], object],
    ) -> None:
        """Copy in the background; say `empty` if there is nothing to copy."""

        def hand_over(clipping: Clipping | None) -> None:
            if clipping is None:
                self._say(empty)
            else:
                then(clipping)

        self._open_document.start_in_background(partial(clipped, document, layer), hand_over)

    def _change(self, label: str, layer: Layer) -> None:
        self._open_document.apply(label, self._document.with_changed(layer))

    def _origin(self, label: str, layer_id: str) -> Document:
        """The document before a change that is not finished; the current one if there is none."""
        last = self._unfinished
        if last is not None and last[:3] == (label, layer_id, self._document):
            return last.origin
        return self._document

    def _apply_or_amend(self, label: str, layer_id: str, document: Document) -> None:
        """Apply as one step with the last change, if that was the same kind on the same layer."""
        origin = self._origin(label, layer_id)
        if origin is self._document:
            self._open_document.apply(label, document)
        else:
            self._open_document.amend(document)
        self._unfinished = _Unfinished(label, layer_id, document, origin)

    def is_locked(self, layer: Layer) -> bool:
        """Whether a layer is locked; if so, the artist is told."""
        if layer.locked:
            self._say(
                tr("“{name}” is locked. Click its lock to change it.").format(name=layer.name)
            )
        return layer.locked

    def _is_hidden(self, layer: Layer) -> bool:
        if not layer.visible:
            sentence = tr("“{name}” is hidden. Click its eye first.")
            self._say(sentence.format(name=layer.name))
        return not layer.visible

    def _say(self, sentence: str) -> None:
        self._open_document.noticed.emit(sentence)


def _emptied(raster: Raster) -> Raster:
    return Raster.empty(raster.extent)


def _merged_visible(document: Document) -> Document:
    count = sum(layer.visible for layer in document.layers)
    return layer_edits.merged_visible(document) if count > 1 else document


def _flattened(document: Document) -> Document:
    visible = any(layer.visible for layer in document.layers)
    return layer_edits.flattened(document) if visible else document
