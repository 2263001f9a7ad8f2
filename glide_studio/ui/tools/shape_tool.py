"""Rectangles and ellipses, drawn from corner to corner."""

from collections.abc import Callable
from dataclasses import replace
from typing import TYPE_CHECKING

from PySide6.QtCore import QPointF

from glide_studio.core.mask.shapes import Points
from glide_studio.session.language import tr
from glide_studio.session.mask_commands import MaskCommands
from glide_studio.ui.tools.selection_tool import SelectionSettings, SelectionTool
from glide_studio.ui.tools.tool import Touch

if TYPE_CHECKING:
    from glide_studio.ui.canvas.canvas import Canvas

Shape = Callable[[float, float, float, float], Points]
"""The outline between two opposite corners, (x0, y0) and (x1, y1)."""


class ShapeTool(SelectionTool):
    """Selects a shape between whole pixels, as one step of the history called `label`.

    Its corners snap to guides. Shift, pressed after the button, makes both sides equal; Alt then
    draws from the centre.
    """

    def __init__(
        self,
        canvas: "Canvas",
        commands: MaskCommands,
        settings: SelectionSettings,
        shape: Shape,
        label: str,
    ) -> None:
        super().__init__(canvas, commands, settings)
        self._shape = shape
        self._label = label
        self._began: Touch | None = None
        self._corners = (QPointF(), QPointF())
        self._keys_held = (False, False)

    @property
    def sentence(self) -> str:
        return tr("{shape}: drag from corner to corner; Shift adds, Alt subtracts").format(
            shape=self._label
        )

    @property
    def is_busy(self) -> bool:
        return self._began is not None

    def press(self, touch: Touch) -> None:
        touch = self._snapped(touch)
        self._began = touch
        self._how = self._how_of(touch)
        self._keys_held = (touch.has_shift, touch.has_alt)
        self._corners = (touch.point, touch.point)

    def move(self, touch: Touch) -> None:
        if self._began is None:
            return
        touch = self._snapped(touch)
        shift_held, alt_held = self._keys_held
        self._keys_held = (shift_held and touch.has_shift, alt_held and touch.has_alt)
        start, way = self._began.point, touch.point - self._began.point
        if touch.has_shift and not shift_held:
            side = max(abs(way.x()), abs(way.y()))
            way = QPointF(side if way.x() >= 0 else -side, side if way.y() >= 0 else -side)
        from_centre = touch.has_alt and not alt_held
        self._corners = (start - way if from_centre else start, start + way)

    def release(self, touch: Touch) -> None:
        if self._began is None:
            return
        self.move(touch)
        outline = self._outline()
        self.cancel()
        self._select_outline(self._label, outline[:-1], self._how)

    def cancel(self) -> None:
        self._began = None

    def _snapped(self, touch: Touch) -> Touch:
        return replace(touch, point=self.canvas.guides.snapped(touch.point))

    def _outline(self) -> Points:
        if self._began is None:
            return ()
        (x0, y0), (x1, y1) = (corner.toTuple() for corner in self._corners)
        outline = self._shape(round(x0), round(y0), round(x1), round(y1))
        return [*outline, outline[0]]
