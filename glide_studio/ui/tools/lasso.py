"""Selecting freehand."""

from typing import TYPE_CHECKING

from glide_studio.core.mask.shapes import Points
from glide_studio.session.language import tr
from glide_studio.session.mask_commands import MaskCommands
from glide_studio.ui.tools.selection_tool import SelectionSettings, SelectionTool
from glide_studio.ui.tools.tool import Touch

if TYPE_CHECKING:
    from glide_studio.ui.canvas.canvas import Canvas


class Lasso(SelectionTool):
    """Selects what a freehand line surrounds; its ends are joined."""

    def __init__(
        self, canvas: "Canvas", commands: MaskCommands, settings: SelectionSettings
    ) -> None:
        super().__init__(canvas, commands, settings)
        self._points: list[tuple[float, float]] = []

    @property
    def sentence(self) -> str:
        return tr("Lasso: drag around the area to mask; Shift adds, Alt subtracts")

    @property
    def is_busy(self) -> bool:
        return bool(self._points)

    def press(self, touch: Touch) -> None:
        self._how = self._how_of(touch)
        self._points = [(touch.point.x(), touch.point.y())]

    def move(self, touch: Touch) -> None:
        if self._points:
            self._points.append((touch.point.x(), touch.point.y()))

    def release(self, touch: Touch) -> None:
        if self._points:
            self.move(touch)
            points, self._points = self._points, []
            self._select_outline(tr("Lasso"), points, self._how)

    def cancel(self) -> None:
        self._points = []

    def _outline(self) -> Points:
        return self._points
