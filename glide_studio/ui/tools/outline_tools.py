"""Selecting by an outline: rectangle, ellipse, lasso and polygon."""

from collections.abc import Callable
from dataclasses import replace

from PySide6.QtCore import QPointF, Qt
from PySide6.QtGui import QKeyEvent

from glide_studio.core.mask.shapes import Points
from glide_studio.session.language import tr
from glide_studio.session.mask_commands import MaskCommands
from glide_studio.ui.canvas.tool import CanvasView, Touch
from glide_studio.ui.tools.selection_tool import SelectionSettings, SelectionTool

CLOSE_DISTANCE = 8
"""How near to the first corner a click closes a polygon, in the widget's pixels."""

POLYGON_KEYS = (Qt.Key.Key_Return, Qt.Key.Key_Enter, Qt.Key.Key_Backspace, Qt.Key.Key_Escape)

Shape = Callable[[float, float, float, float], Points]
"""The outline between two opposite corners, (x0, y0) and (x1, y1)."""


class ShapeTool(SelectionTool):
    """Selects a shape between whole pixels, as one step of the history called `label`.

    Its corners snap to guides. Shift, pressed after the button, makes both sides equal; Alt then
    draws from the centre.
    """

    def __init__(
        self,
        canvas: CanvasView,
        commands: MaskCommands,
        settings: SelectionSettings,
        shape: Shape,
        label: str,
    ) -> None:
        super().__init__(canvas, commands, settings)
        self._shape = shape
        self._label = label
        self._start = QPointF()
        self._keys_held = (False, False)

    @property
    def sentence(self) -> str:
        return tr("{shape}: drag from corner to corner; Shift adds, Alt subtracts").format(
            shape=self._label
        )

    def press(self, touch: Touch) -> None:
        touch = self._snapped(touch)
        self._start = touch.point
        self._how = self._how_of(touch)
        self._keys_held = (touch.has_shift, touch.has_alt)
        self._span(touch.point, touch.point)

    def move(self, touch: Touch) -> None:
        if not self._points:
            return
        touch = self._snapped(touch)
        shift_held, alt_held = self._keys_held
        self._keys_held = (shift_held and touch.has_shift, alt_held and touch.has_alt)
        start, way = self._start, touch.point - self._start
        if touch.has_shift and not shift_held:
            side = max(abs(way.x()), abs(way.y()))
            way = QPointF(side if way.x() >= 0 else -side, side if way.y() >= 0 else -side)
        from_centre = touch.has_alt and not alt_held
        self._span(start - way if from_centre else start, start + way)

    def release(self, touch: Touch) -> None:
        self.move(touch)
        if self._points:
            outline = self._points[:-1]
            self.cancel()
            self._select_outline(self._label, outline, self._how)

    def _snapped(self, touch: Touch) -> Touch:
        return replace(touch, point=self.canvas.snapped(touch.point))

    def _span(self, corner: QPointF, opposite: QPointF) -> None:
        """Make the shape between two corners the outline."""
        (x0, y0), (x1, y1) = corner.toTuple(), opposite.toTuple()
        outline = self._shape(round(x0), round(y0), round(x1), round(y1))
        self._points = [*outline, outline[0]]


class Lasso(SelectionTool):
    """Selects what a freehand line surrounds; its ends are joined."""

    @property
    def sentence(self) -> str:
        return tr("Lasso: drag around the area to mask; Shift adds, Alt subtracts")

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


class Polygon(SelectionTool):
    """Each click sets a corner; a double click, Return, or a click on the first one closes it.

    Backspace removes the last corner, Esc all of them.
    """

    _pointer: tuple[float, float] | None = None

    @property
    def sentence(self) -> str:
        return tr("Polygon: click corners; Return closes it, Backspace removes the last one")

    def press(self, touch: Touch) -> None:
        if not self._points:
            self._how = self._how_of(touch)
        elif len(self._points) > 2 and self._closes(touch):
            self._close()
            return
        self._points.append((touch.point.x(), touch.point.y()))

    def double_click(self, touch: Touch) -> None:
        if self._points:
            self._close()
        else:
            self.press(touch)

    def hover(self, touch: Touch | None) -> None:
        super().hover(touch)
        self._pointer = None if touch is None else (touch.point.x(), touch.point.y())

    def takes(self, event: QKeyEvent) -> bool:
        return self.is_busy and event.key() in POLYGON_KEYS

    def key_press(self, event: QKeyEvent) -> None:
        match event.key():
            case Qt.Key.Key_Backspace:
                self._points.pop()
            case Qt.Key.Key_Escape:
                self.cancel()
            case _:
                self._close()

    def _outline(self) -> Points:
        if not self._points or self._pointer is None:
            return self._points
        return [*self._points, self._pointer]

    def _close(self) -> None:
        corners, self._points = self._points, []
        if len(corners) > 2:
            self._select_outline(tr("Polygon"), corners, self._how)

    def _closes(self, touch: Touch) -> bool:
        way = self.canvas.to_widget(QPointF(*self._points[0])) - touch.place
        return way.manhattanLength() <= CLOSE_DISTANCE
