"""Transforming the selected layers, or what is selected on them."""

from collections.abc import Callable
from dataclasses import replace
from functools import partial

from glide_studio.core.document.arranging import chosen
from glide_studio.core.document.layers import Layer
from glide_studio.core.document.transforming_together import (
    LiftedLayers,
    all_transformed,
    cut_off,
    lifted_layers,
)
from glide_studio.core.raster.free_transform import FreeTransform
from glide_studio.core.raster.resample import Resampling
from glide_studio.session.language import tr
from glide_studio.session.layer_commands import LayerCommands
from glide_studio.session.open_document import OpenDocument


class TransformCommands:
    """Lifts pixels from the selected layers and puts them back transformed, as one undoable step.

    Both are computed in the background. What is impossible is said through `noticed`.
    """

    def __init__(self, open_document: OpenDocument, layers: LayerCommands) -> None:
        self._open_document = open_document
        self._layers = layers

    def may_begin(self) -> bool:
        """Accept the shown candidate; return whether the selected layers can be transformed. If
        not, the artist is told why."""
        return self._layers.accept_candidate() and bool(self._layers.movable())

    def lift(self, then: Callable[[LiftedLayers | None], object]) -> None:
        """Start lifting what is selected of the selected layers, or all of them; `then` receives
        it, or None, after a notice, if there are no pixels."""
        document = self._open_document.document
        layers = tuple(map(document.layer, document.selected))
        present = [layer for layer in layers if layer is not None]

        def hand_over(what: LiftedLayers) -> None:
            if what.box.is_empty:
                said = tr("“{name}” has no pixels to transform here.")
                self._say(said.format(name=present[0].name))
            then(None if what.box.is_empty else what)

        selection, profile = document.selection, document.icc_profile
        work = partial(lifted_layers, present, selection, profile, chosen(document).whole)
        self._open_document.start_in_background(work, hand_over, partial(then, None))

    def compute(
        self,
        what: LiftedLayers,
        transform: FreeTransform,
        resampling: Resampling,
        then: Callable[[tuple[Layer, ...] | None], object],
    ) -> None:
        """Start computing the transformed layers; `then` receives them, or None if that failed."""
        large = cut_off(what, transform)
        if large is not None:
            sentence = tr("“{name}” is too large now to be kept past the edges of the page.")
            self._say(sentence.format(name=large.name))
        profile = self._open_document.document.icc_profile
        work = partial(all_transformed, what, transform, resampling, profile)
        self._open_document.start_in_background(work, then, partial(then, None))

    def apply(self, what: LiftedLayers, layers: tuple[Layer, ...], label: str = "") -> None:
        """Put the transformed `layers` in place of those that `what` was lifted from, as one step.

        If one has other pixels by now, or is gone, the artist is told.
        """
        document = self._open_document.document
        for part, layer in zip(what.parts, layers, strict=True):
            there = document.layer(layer.id)
            if there is None or there.raster is not part.layer.raster:
                sentence = tr("“{name}” has changed meanwhile; it was not transformed.")
                self._say(sentence.format(name=layer.name))
                return
            document = document.with_changed(_with_pixels_of(there, layer))
        groups = {group.id: group for layer in layers for group in layer.groups}
        whole = (group for group in groups.values() if group.id in what.whole)
        document = document.with_group_masks(whole)
        said = label or tr("Transform {name}")
        name = layers[0].name if what.only is not None else tr("layers")
        self._open_document.apply(said.format(name=name), document)

    def rotate(self, quarters: int) -> None:
        """Rotate what is selected of the active layer, or all of it, clockwise by `quarters` times
        90 degrees about its middle."""
        label = tr("Rotate {name}")
        self._change(label, lambda transform: transform.rotated_by(90 * quarters))

    def flip(self, left_to_right: bool) -> None:
        """Mirror what is selected of the active layer, or all of it, left to right or top to
        bottom."""
        label = tr("Flip {name}")
        self._change(label, lambda transform: transform.flipped(left_to_right))

    def _change(self, label: str, change: Callable[[FreeTransform], FreeTransform]) -> None:
        def compute(what: LiftedLayers | None) -> None:
            if what is not None:
                transform = change(FreeTransform(what.box))
                self.compute(what, transform, Resampling.BICUBIC, partial(apply, what))

        def apply(what: LiftedLayers, layers: tuple[Layer, ...] | None) -> None:
            if layers is not None:
                self.apply(what, layers, label)

        if self.may_begin():
            self.lift(compute)

    def _say(self, sentence: str) -> None:
        self._open_document.noticed.emit(sentence)


def _with_pixels_of(there: Layer, layer: Layer) -> Layer:
    """A layer as it is now, with the pixels of `layer` and what belongs to them."""
    return replace(
        there,
        raster=layer.raster,
        beyond=layer.beyond,
        edit=layer.edit,
        past_edits=layer.past_edits,
        mask=layer.mask,
    )
