"""Selecting by the colours of an area, wherever in the picture they are."""

import math
from typing import TYPE_CHECKING

from glide_studio.core.document.colour_selection import ColourRange, like_colour
from glide_studio.core.document.document import Document
from glide_studio.core.geometry import Rect
from glide_studio.core.mask.mask import Mask
from glide_studio.core.mask.shapes import Points, rectangle
from glide_studio.session.language import tr
from glide_studio.session.mask_commands import MaskCommands
from glide_studio.ui.tools.selection_tool import SelectionSettings, SelectionTool
from glide_studio.ui.tools.tool import Touch

if TYPE_CHECKING:
    from glide_studio.ui.canvas.canvas import Canvas


class ColourRangeTool(SelectionTool):
    """Selects the colour at a click, or all colours in a dragged box."""

    goes_by_colour = True

    def __init__(
        self, canvas: "Canvas", commands: MaskCommands, settings: SelectionSettings
    ) -> None:
        super().__init__(canvas, commands, settings)
        self._ends: tuple[Touch, Touch] | None = None

    @property
    def sentence(self) -> str:
        return tr("Colour range: click a colour or drag over several; Shift adds, Alt subtracts")

    @property
    def is_busy(self) -> bool:
        return self._ends is not None

    def press(self, touch: Touch) -> None:
        self._how = self._how_of(touch)
        self._ends = (touch, touch)

    def move(self, touch: Touch) -> None:
        if self._ends is not None:
            self._ends = (self._ends[0], touch)

    def release(self, touch: Touch) -> None:
        self.move(touch)
        if self._ends is not None:
            box, tolerance = self._box(self._ends), self.options.tolerance
            self._ends = None

            def alike(shown: Document) -> Mask:
                colours = ColourRange.of_area(shown, box)
                if colours is None:
                    return Mask.empty(shown.extent)
                return like_colour(shown, colours, tolerance)

            self._select(tr("Colour range"), alike, self._how)

    def cancel(self) -> None:
        self._ends = None

    def _outline(self) -> Points:
        if self._ends is None:
            return ()
        box = self._box(self._ends)
        outline = rectangle(box.x, box.y, box.right, box.bottom)
        return [*outline, outline[0]]

    def _box(self, ends: tuple[Touch, Touch]) -> Rect:
        """All pixels between two points, both included."""
        x, y = ([f(touch.point) for touch in ends] for f in (lambda p: p.x(), lambda p: p.y()))
        return Rect.from_edges(
            math.floor(min(x)), math.floor(min(y)), math.floor(max(x)) + 1, math.floor(max(y)) + 1
        )
