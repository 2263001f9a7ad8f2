"""The pictures of one run with count > 1, of which one at a time lies in the document."""

from dataclasses import dataclass, replace

from glide_studio.core.blend import accept
from glide_studio.core.document import Document, EditStage
from glide_studio.core.layers import Layer
from glide_studio.core.mask import Mask
from glide_studio.core.request import Result


@dataclass(frozen=True)
class Candidates:
    """Results and, for each, the layer and the stage that accepting it makes.

    Which one a document shows is read from the document, so undo and redo need no bookkeeping.
    """

    base: Document
    results: tuple[Result, ...] = ()
    layers: tuple[Layer, ...] = ()
    stages: tuple[EditStage, ...] = ()

    def with_result(self, result: Result) -> "Candidates":
        """Add a result of the same run."""
        edited = accept(self.base, result)
        return replace(
            self,
            results=(*self.results, result),
            layers=(*self.layers, edited.layers[-1]),
            stages=(*self.stages, edited.stages[-1]),
        )

    def chosen(self, document: Document) -> int | None:
        """Return the index of the candidate that `document` shows, if any."""
        for index, candidate in enumerate(self.layers):
            if document.layer(candidate.id) is not None:
                return index
        return None

    def choose(self, document: Document, index: int) -> Document:
        """Return `document` with candidate `index` in place of the one it shows.

        A document that shows none gets it on top, and the mask that asked for it is cleared.
        """
        layer, stage = self.layers[index], self.stages[index]
        shown = self.chosen(document)
        if shown is None:
            return replace(
                document,
                extent=layer.raster.extent,
                layers=(*document.layers, layer),
                active_id=layer.id,
                stages=(*document.stages, stage),
                mask=Mask.empty(layer.raster.extent),
            )
        old = self.layers[shown].id
        return replace(
            document,
            layers=tuple(_in_place_of(there, layer, old) for there in document.layers),
            active_id=layer.id,
            stages=tuple(stage if s.layer_id == old else s for s in document.stages),
        )


def _in_place_of(there: Layer, candidate: Layer, old: str) -> Layer:
    """`candidate`, shown as the artist shows the layer `there`, if that has the id `old`."""
    if there.id != old:
        return there
    return replace(
        candidate,
        visible=there.visible,
        opacity=there.opacity,
        blend_mode=there.blend_mode,
        locked=there.locked,
    )
