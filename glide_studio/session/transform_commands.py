"""Transforming the active layer, or what is selected on it."""

from collections.abc import Callable
from dataclasses import replace
from functools import partial

from glide_studio.core.document.layers import Layer
from glide_studio.core.document.transforming import Lifted, is_cut_off, lifted, transformed
from glide_studio.core.raster.free_transform import FreeTransform
from glide_studio.core.raster.resample import Resampling
from glide_studio.session.candidates import preparing_message
from glide_studio.session.language import tr
from glide_studio.session.layer_commands import LayerCommands
from glide_studio.session.open_document import OpenDocument
from glide_studio.session.review import CandidateReview


class TransformCommands:
    """Lifts pixels from the active layer and puts them back transformed, as one undoable step.

    Both are computed in the background. What is impossible is said through `noticed`.
    """

    def __init__(
        self, open_document: OpenDocument, review: CandidateReview, layers: LayerCommands
    ) -> None:
        self._open_document = open_document
        self._review = review
        self._layers = layers

    def may_begin(self) -> bool:
        """Accept the shown candidate; return whether the active layer can be transformed. If not,
        the artist is told why."""
        if self._review.is_preparing:
            self._say(preparing_message())
            return False
        self._review.accept()
        layer = self._layers.active
        return layer is not None and self._layers.can_change(layer)

    def lift(self, then: Callable[[Lifted | None], object]) -> None:
        """Start lifting what is selected of the active layer, which exists, or all of it; `then`
        receives it, or None, after a notice, if there are no pixels."""
        document = self._open_document.document
        layer = document.active_layer
        assert layer is not None

        def hand_over(what: Lifted) -> None:
            if what.box.is_empty:
                self._say(tr("“{name}” has no pixels to transform here.").format(name=layer.name))
            then(None if what.box.is_empty else what)

        work = partial(lifted, layer, document.selection, document.icc_profile)
        self._open_document.start_in_background(work, hand_over, partial(then, None))

    def compute(
        self,
        what: Lifted,
        transform: FreeTransform,
        resampling: Resampling,
        then: Callable[[Layer | None], object],
    ) -> None:
        """Start computing the transformed layer; `then` receives it, or None if that failed."""
        if is_cut_off(what, transform):
            sentence = tr("“{name}” is too large now to be kept past the edges of the page.")
            self._say(sentence.format(name=what.layer.name))
        profile = self._open_document.document.icc_profile
        work = partial(transformed, what, transform, resampling, profile)
        self._open_document.start_in_background(work, then, partial(then, None))

    def apply(self, what: Lifted, layer: Layer, label: str = "") -> None:
        """Put the transformed `layer` in place of the one that `what` was lifted from, as one step.

        If that has other pixels by now, or is gone, the artist is told.
        """
        document = self._open_document.document
        there = document.layer(layer.id)
        if there is None or there.raster is not what.layer.raster:
            sentence = tr("“{name}” has changed meanwhile; it was not transformed.")
            self._say(sentence.format(name=layer.name))
            return
        changed = replace(
            there,
            raster=layer.raster,
            beyond=layer.beyond,
            edit=layer.edit,
            past_edits=layer.past_edits,
            mask=layer.mask,
        )
        said = label or tr("Transform {name}")
        self._open_document.apply(said.format(name=there.name), document.with_changed(changed))

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
        def compute(what: Lifted | None) -> None:
            if what is not None:
                transform = change(FreeTransform(what.box))
                self.compute(what, transform, Resampling.BICUBIC, partial(apply, what))

        def apply(what: Lifted, layer: Layer | None) -> None:
            if layer is not None:
                self.apply(what, layer, label)

        if self.may_begin():
            self.lift(compute)

    def _say(self, sentence: str) -> None:
        self._open_document.noticed.emit(sentence)
