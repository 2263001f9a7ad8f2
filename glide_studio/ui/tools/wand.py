"""Selecting similar colours around a point."""

import math
from functools import partial

from glide_studio.core.document.colour_selection import wand
from glide_studio.session.language import tr
from glide_studio.ui.tools.selection_tool import SelectionTool
from glide_studio.ui.tools.tool import Touch


class Wand(SelectionTool):
    """Selects at a click the pixels whose colour is near that of the clicked one."""

    goes_by_colour = True
    may_spread = True

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
