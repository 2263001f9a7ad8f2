"""Selecting by colour: the magic wand and the colour range."""

import math
from functools import partial

from glide_studio.core.document.colour_selection import ColourRange, like_colour, wand
from glide_studio.core.document.document import Document
from glide_studio.core.geometry import Rect
from glide_studio.core.mask.mask import Mask
from glide_studio.core.mask.shapes import Points, rectangle
from glide_studio.session.language import tr
from glide_studio.ui.canvas.tool import Touch
from glide_studio.ui.tools.selection_tool import SelectionTool


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

    @property
    def sentence(self) -> str:
        return tr("Colour range: click a colour or drag over several; Shift adds, Alt subtracts")

    def press(self, touch: Touch) -> None:
        self._how = self._how_of(touch)
        self._points = [(touch.point.x(), touch.point.y())] * 2

    def move(self, touch: Touch) -> None:
        if self._points:
            self._points[1] = (touch.point.x(), touch.point.y())

    def release(self, touch: Touch) -> None:
        self.move(touch)
        if self._points:
            box, tolerance = self._box(), self.options.tolerance
            self.cancel()

            def alike(shown: Document) -> Mask:
                colours = ColourRange.of_area(shown, box)
                if colours is None:
                    return Mask.empty(shown.extent)
                return like_colour(shown, colours, tolerance)

            self._select(tr("Colour range"), alike, self._how)

    def _outline(self) -> Points:
        if not self._points:
            return ()
        box = self._box()
        outline = rectangle(box.x, box.y, box.right, box.bottom)
        return [*outline, outline[0]]

    def _box(self) -> Rect:
        """All pixels between the two points, both included."""
        x, y = ([math.floor(place) for place in axis] for axis in zip(*self._points, strict=True))
        return Rect.from_edges(min(x), min(y), max(x) + 1, max(y) + 1)
