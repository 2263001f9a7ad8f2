"""The pictures of one run with count > 1, of which one at a time lies in the document."""

from dataclasses import dataclass, replace
from typing import TypeVar

from glide_studio.core.blend import accept
from glide_studio.core.document import Document, EditStage
from glide_studio.core.layers import Layer
from glide_studio.core.mask import Mask
from glide_studio.core.request import Result

_T = TypeVar("_T")


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
            if any(layer is candidate for layer in document.layers):
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
                stages=(*document.stages, stage),
                mask=Mask.empty(layer.raster.extent),
            )
        return replace(
            document,
            layers=_exchanged(document.layers, self.layers[shown], layer),
            stages=_exchanged(document.stages, self.stages[shown], stage),
        )


def _exchanged(items: tuple[_T, ...], old: _T, new: _T) -> tuple[_T, ...]:
    return tuple(new if item is old else item for item in items)
