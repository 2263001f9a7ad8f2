"""Selecting by colour: the magic wand and the colour range."""

import math
from functools import partial

from glide_studio.core.document.colour_selection import ColourRange, like_colour, wand
from glide_studio.core.document.document import Document
from glide_studio.core.geometry import Rect
from glide_studio.core.mask.mask import Mask
from glide_studio.core.mask.shapes import Points, rectangle
from glide_studio.session.language import tr
from glide_studio.session.mask_commands import MaskCommands
from glide_studio.ui.canvas.tool import CanvasView, Touch
from glide_studio.ui.tools.selection_tool import SelectionSettings, SelectionTool


class Wand(SelectionTool):
    """Selects at a click the pixels whose colour is near that of the clicked one."""

    uses_tolerance = True
    uses_contiguous = True

    @property
    def sentence(self) -> str:
        return tr("Magic wand: click an area of similar colour; Shift adds, Alt subtracts")

    def press(self, touch: Touch) -> None:
        options = self.options
        select = partial(
            wand,
            x=math.floor(touch.point.x()),
            y=math.floor(touch.point.y()),
            tolerance=options.tolerance,
            contiguous=options.contiguous,
            anti_alias=options.anti_alias,
        )
        self._select(tr("Magic wand"), select, self._how_of(touch))


class ColourRangeTool(SelectionTool):
    """Selects the colour at a click, or all colours in a dragged box, in the whole picture."""

    uses_tolerance = True

    def __init__(
        self, canvas: CanvasView, commands: MaskCommands, settings: SelectionSettings
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
