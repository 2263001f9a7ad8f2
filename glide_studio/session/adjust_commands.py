"""Adjusting the colours of the active layer, or its mask, as far as they are selected."""

from collections.abc import Callable

from glide_studio.core.adjust.adjustment import Adjustment, adjusted
from glide_studio.core.adjust.histogram import Histogram, histogram
from glide_studio.core.document.layers import Item
from glide_studio.core.paint.mask_paint import picture_of
from glide_studio.core.raster.raster import Raster
from glide_studio.session.layer_commands import LayerCommands
from glide_studio.session.open_document import OpenDocument


class AdjustCommands:
    """Each adjustment is computed in the background and is one undoable step.

    What is impossible is said through `noticed`.
    """

    def __init__(self, open_document: OpenDocument, layers: LayerCommands) -> None:
        self._open_document = open_document
        self._layers = layers

    @property
    def painted_item(self) -> Item | None:
        """The layer that would be adjusted, or what has the mask that would be."""
        return self._layers.painted_item

    @property
    def paints_mask(self) -> bool:
        """Whether its mask would be adjusted."""
        return self._layers.paints_mask

    def may_begin(self) -> bool:
        """As `LayerCommands.may_begin`."""
        return self._layers.may_begin()

    def count(self, then: Callable[[Histogram], object]) -> None:
        """Start counting the values of what would be adjusted, for `then`."""
        document, item = self._open_document.document, self.painted_item
        if item is not None:
            on_mask = self.paints_mask

            def work() -> Histogram:
                return histogram(picture_of(item, on_mask), document.selection)

            self._open_document.start_in_background(work, then)

    def apply(
        self,
        label: str,
        item: Item,
        adjustment: Adjustment,
        then: Callable[[], object] = lambda: None,
        *,
        on_mask: bool,
    ) -> None:
        """Start adjusting a layer, or the mask of a layer or group, as a step named `label`; `then`
        is called in the end."""

        def change(raster: Raster) -> Raster:
            return adjusted(raster, adjustment)

        self._layers.change_painted(label, item, change, then, on_mask=on_mask, past_edges=True)
