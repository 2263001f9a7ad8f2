"""The commands on layers, each of them one undoable step."""

from collections.abc import Callable, Sequence
from dataclasses import replace
from typing import Any

from glide_studio.core.document import layer_edits
from glide_studio.core.document.arranging import (
    chosen,
    duplicated,
    removed,
    selecting,
)
from glide_studio.core.document.blend_modes import BlendMode
from glide_studio.core.document.document import Document
from glide_studio.core.document.groups import Group
from glide_studio.core.document.layer_masks import content_of
from glide_studio.core.document.layers import Item, Layer
from glide_studio.core.paint.mask_paint import changed_painted
from glide_studio.core.paint.paint import plain
from glide_studio.core.raster.colour import Colour
from glide_studio.core.raster.colour_profile import Conversion
from glide_studio.core.raster.raster import Raster
from glide_studio.session.candidates import preparing_message
from glide_studio.session.growing_step import GrowingStep
from glide_studio.session.language import tr
from glide_studio.session.open_document import OpenDocument
from glide_studio.session.review import CandidateReview


class LayerCommands:
    """Commands on the layers of the open document, by their ids or on the active one.

    A command that cannot be carried out says so in one sentence through `noticed`. Successive
    changes of one layer's opacity, and successive moves, are one step until `finish` is called.
    """

    def __init__(self, open_document: OpenDocument, review: CandidateReview) -> None:
        self._open_document = open_document
        self._review = review
        self.growing = GrowingStep(open_document)

    @property
    def _document(self) -> Document:
        return self._open_document.document

    @property
    def shown(self) -> Document:
        """The document with the mask that the artist sees, which a shown candidate may replace."""
        document, mask = self._document, self._review.mask
        return document.with_mask(mask) if mask.extent == document.extent else document

    @property
    def active(self) -> Layer | None:
        """The active layer."""
        return self._document.active_layer

    @property
    def target(self) -> Item | None:
        """What name, visibility, lock, opacity and blend mode are set of: the active group or
        layer."""
        return self._document.target

    @property
    def selected(self) -> tuple[Layer, ...]:
        """The selected layers, or those of the active group, bottom first."""
        ids = self._document.selected
        return tuple(layer for layer in self._document.layers if layer.id in ids)

    @property
    def is_one(self) -> bool:
        """Whether a single layer is selected, or a group."""
        return self._document.active_group is not None or len(self._document.selected) == 1

    @property
    def paints_mask(self) -> bool:
        """Whether the mask of the active layer or group is chosen, to be painted on."""
        return self._document.painted_mask is not None

    @property
    def painted_item(self) -> Item | None:
        """What is painted on: the layer or group whose mask is chosen, or the active layer."""
        return self.target if self.paints_mask else self.active

    def activate(self, item_id: str) -> None:
        """Make a layer the active one, or a group, and select no others; this is no step of the
        history."""
        self.choose([item_id], item_id)

    def choose(self, item_ids: Sequence[str], current: str) -> None:
        """Select layers and groups, of which `current` is the active one; this is no step of the
        history."""
        document = selecting(self._document, item_ids, current)
        if document is not self._document:
            self._open_document.amend(document)

    def step(self, steps: int) -> None:
        """Activate the layer `steps` above the active one, or below if negative, or the collapsed
        group that lies there."""
        items, active = self._document.seen_items, self.active
        if active is not None:
            around = {active.id, *(group.id for group in active.groups)}
            here = next(place for place, item in enumerate(items) if item.id in around)
            self.activate(items[min(max(here + steps, 0), len(items) - 1)].id)

    def add(self) -> None:
        """Add an empty layer above the active one."""
        document = self._document
        name = document.unused_name(tr("Layer"))
        self._open_document.apply(tr("New layer"), layer_edits.with_empty_layer(document, name))

    def rename(self, item_id: str, name: str) -> None:
        """Rename a layer or group; an empty name changes nothing."""
        item = self._document.item(item_id)
        name = " ".join(name.split())
        if item is not None and name and name != item.name:
            label = tr("Rename to {name}").format(name=name)
            self._change(label, replace(item, name=name))

    def duplicate(self) -> None:
        """Add a copy of the selected layers above them."""
        if self.active is not None:
            document = duplicated(self._document, *chosen(self._document))
            label = tr("Duplicate layer") if self.is_one else tr("Duplicate layers")
            self._open_document.apply(label, document)

    def delete(self) -> None:
        """Delete the selected layers; the last one cannot be deleted."""
        document = self._document
        ids, target = document.selected, self.target
        if target is None or any(map(self.is_locked, self.selected)):
            return
        if len(document.layers) == len(ids):
            self._say(
                tr("A picture needs at least one layer. Add another before you delete this one.")
            )
        else:
            label = tr("Delete {name}") if self.is_one else tr("Delete layers")
            self._open_document.apply(label.format(name=target.name), removed(document, ids))

    def toggle_visible(self, item_id: str) -> None:
        """Hide or show a layer or group, and with it all that are selected together."""
        item = self._document.item(item_id)
        if item is not None:
            label = tr("Hide {name}") if item.visible else tr("Show {name}")
            label = label.format(name=item.name)
            self._open_document.apply(label, self._together(item, visible=not item.visible))

    def toggle_active_visible(self) -> None:
        """Hide or show the active layer or group."""
        if self.target is not None:
            self.toggle_visible(self.target.id)

    def toggle_active_locked(self) -> None:
        """Lock or unlock the pixels of the active layer or group."""
        if self.target is not None:
            self.toggle_locked(self.target.id)

    def toggle_locked(self, item_id: str) -> None:
        """Lock or unlock the pixels of a layer or group."""
        item = self._document.item(item_id)
        if item is not None:
            label = tr("Unlock {name}") if item.locked else tr("Lock {name}")
            self._change(label.format(name=item.name), replace(item, locked=not item.locked))

    def toggle_active_alpha_locked(self) -> None:
        """Lock or unlock the alpha of the active layer."""
        layer = self.active
        if layer is not None:
            locked = not layer.alpha_locked
            label = tr("Lock alpha of {name}") if locked else tr("Unlock alpha of {name}")
            self._change(label.format(name=layer.name), replace(layer, alpha_locked=locked))

    def toggle_active_clipped(self) -> None:
        """Clip the active layer or group to what lies below, or release it."""
        item = self.target
        if item is None:
            return
        if not item.clipped and not layer_edits.can_clip(self._document, item.id):
            self._say(tr("There is no layer below this one to clip it to."))
            return
        label = tr("Release {name}") if item.clipped else tr("Clip {name}")
        self._change(label.format(name=item.name), replace(item, clipped=not item.clipped))

    def set_opacity(self, opacity: float) -> None:
        """Set the opacity of the active layer or group, or of all selected layers, 0 to 1."""
        target = self.target
        if target is not None and opacity != target.opacity:
            document = self._together(target, opacity=opacity)
            self.growing.apply(tr("Layer opacity"), target.id, document)

    def set_blend_mode(self, mode: BlendMode | None) -> None:
        """Set the blend mode of the active layer or group, or of all selected layers; None for a
        group that passes through."""
        target = self.target
        if isinstance(target, Group):
            passes = mode is None
            changed = replace(target, passes_through=passes, blend_mode=mode or BlendMode.NORMAL)
            if changed != target:
                self._change(tr("Blend mode"), changed)
        elif target is not None and mode is not None and mode is not target.blend_mode:
            self._open_document.apply(tr("Blend mode"), self._together(target, blend_mode=mode))

    def fill(self, colour: Colour) -> None:
        """Fill what is selected of the active layer, or of a new one, with a colour in sRGB."""
        item = self.item_to_fill()
        on_mask, own = self.paints_mask, self.painted_colour(colour)
        label = tr("Fill layer mask") if on_mask else tr("Fill")
        self.change_painted(label, item, lambda raster: plain(raster.extent, own), on_mask=on_mask)

    def painted_colour(self, colour: Colour) -> Colour:
        """A colour in sRGB as it is painted: in the document's colours, but for masks."""
        if self.paints_mask:
            return colour
        return Conversion.from_srgb(self._document.icc_profile).applied_to(colour)

    def item_to_fill(self) -> Item:
        """As `painted_item`, on a blank page a new layer."""
        if self.painted_item is None:
            document = layer_edits.with_empty_layer(self._document, tr("Layer"))
            self._open_document.apply(tr("New layer"), document)
        assert self.painted_item is not None
        return self.painted_item

    def clear(self) -> None:
        """Make what is selected of the active layer transparent."""
        item = self.painted_item
        if item is None:
            return
        if self.paints_mask:
            self.change_painted(tr("Clear layer mask"), item, _emptied, on_mask=True)
        elif isinstance(item, Layer) and self.can_erase(item):
            self.change_painted(tr("Clear"), item, _emptied, on_mask=False)

    def may_begin(self) -> bool:
        """Accept the shown candidate; return whether what is painted on can be changed. If not, the
        artist is told why."""
        if not self.accept_candidate():
            return False
        return self.painted_item is not None and self.can_change(self.painted_item)

    def cut(self, layer: Layer) -> None:
        """Make what is selected of a layer transparent, not of its mask."""
        self.change_painted(tr("Cut"), layer, _emptied, on_mask=False)

    def change_painted(
        self,
        label: str,
        item: Item,
        change: Callable[[Raster], Raster],
        then: Callable[[], object] = lambda: None,
        *,
        on_mask: bool,
        past_edges: bool = False,
    ) -> None:
        """Start changing the pixels of a layer, or the mask of a layer or group as
        `mask_paint.changed_painted` does, as far as they are selected now, as one step.

        `change` gets all of them, in the background, with `past_edges` also those past the edges of
        the page; there is no step if none that is selected changes. If the layer is locked or
        hidden, the artist is told. `then` is called in the end.
        """
        if not self.can_change(item):
            then()
            return
        selection, frame = self.shown.selection, self._document.frame

        def changed(document: Document) -> Document:
            there = document.item(item.id)
            if there is None:
                return document
            now = selection if document.frame == frame else document.selection
            content = content_of(document.members(there.id)) if past_edges else None
            after = changed_painted(now, there, change, on_mask=on_mask, content=content)
            return document if after is there else document.with_item(after)

        self._open_document.apply_in_background(label, changed, then)

    def finish(self) -> None:
        """Make the next change of opacity, or move, a step of its own."""
        self.growing.finish()

    def accept_candidate(self) -> bool:
        """Accept the shown candidate, if there is one, so that a tool works on the shown picture;
        False while it is being prepared, which the artist is told."""
        if self._review.is_preparing:
            self._say(preparing_message())
            return False
        self._review.accept()
        return True

    def can_change(self, item: Item) -> bool:
        """Whether a layer's pixels can be changed, or the mask of the active group; if not, the
        artist is told why."""
        group = self._document.active_group
        if group is not None and isinstance(item, Layer):
            said = tr("“{name}” is a group. Choose one of its layers to change pixels.")
            self._say(said.format(name=group.name))
            return False
        return not (self.is_locked(item) or self._is_hidden(item))

    def movable(self) -> tuple[Layer, ...]:
        """The selected layers, or those of the active group, if they can be moved or transformed;
        if not, none, and the artist is told why."""
        layers, is_group = self.selected, self._document.active_group is not None
        if len(layers) == 1 and not is_group:
            return layers if self.can_change(layers[0]) else ()
        return () if any(map(self.is_locked, layers)) else layers

    def can_erase(self, layer: Layer) -> bool:
        """As `can_change`, of making pixels transparent."""
        return self.can_change(layer) and not self.is_alpha_locked(layer)

    def is_alpha_locked(self, layer: Layer) -> bool:
        """Whether the alpha of a layer is locked; if so, the artist is told."""
        if layer.alpha_locked:
            sentence = tr("The alpha of “{name}” is locked. Unlock it with Layer > Lock Alpha.")
            self._say(sentence.format(name=layer.name))
        return layer.alpha_locked

    def _change(self, label: str, item: Item) -> None:
        self._open_document.apply(label, self._document.with_item(item))

    def _together(self, item: Item, **changed: Any) -> Document:
        """The document with fields of `item` changed, and of all layers selected with it."""
        document = self._document.with_item(replace(item, **changed))
        if not self.is_one and item.id in document.selected:
            for layer in self.selected:
                document = document.with_changed(replace(layer, **changed))
        return document

    def is_locked(self, item: Item) -> bool:
        """Whether a layer or group, or one around it, is locked; if so, the artist is told."""
        locked = next((each for each in self._around(item) if each.locked), None)
        if locked is not None:
            said = tr("“{name}” is locked. Click its lock to change it.")
            self._say(said.format(name=locked.name))
        return locked is not None

    def _is_hidden(self, item: Item) -> bool:
        hidden = next((each for each in self._around(item) if not each.visible), None)
        if hidden is not None:
            self._say(tr("“{name}” is hidden. Click its eye first.").format(name=hidden.name))
        return hidden is not None

    def _around(self, item: Item) -> tuple[Item, ...]:
        """A layer or group, and the groups that it lies in."""
        path = item.groups if isinstance(item, Layer) else self._document.path_of(item.id)
        return (item, *path)

    def _say(self, sentence: str) -> None:
        self._open_document.noticed.emit(sentence)


def _emptied(raster: Raster) -> Raster:
    return Raster.empty(raster.extent)
