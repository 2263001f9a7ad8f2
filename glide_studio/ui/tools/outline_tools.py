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
        self._start: Touch | None = None
        self._corners = (QPointF(), QPointF())
        self._keys_held = (False, False)

    @property
    def sentence(self) -> str:
        return tr("{shape}: drag from corner to corner; Shift adds, Alt subtracts").format(
            shape=self._label
        )

    @property
    def is_busy(self) -> bool:
        return self._start is not None

    def press(self, touch: Touch) -> None:
        touch = self._snapped(touch)
        self._start = touch
        self._how = self._how_of(touch)
        self._keys_held = (touch.has_shift, touch.has_alt)
        self._corners = (touch.point, touch.point)

    def move(self, touch: Touch) -> None:
        if self._start is None:
            return
        touch = self._snapped(touch)
        shift_held, alt_held = self._keys_held
        self._keys_held = (shift_held and touch.has_shift, alt_held and touch.has_alt)
        start, way = self._start.point, touch.point - self._start.point
        if touch.has_shift and not shift_held:
            side = max(abs(way.x()), abs(way.y()))
            way = QPointF(side if way.x() >= 0 else -side, side if way.y() >= 0 else -side)
        from_centre = touch.has_alt and not alt_held
        self._corners = (start - way if from_centre else start, start + way)

    def release(self, touch: Touch) -> None:
        if self._start is None:
            return
        self.move(touch)
        outline = self._outline()
        self.cancel()
        self._select_outline(self._label, outline[:-1], self._how)

    def cancel(self) -> None:
        self._start = None

    def _snapped(self, touch: Touch) -> Touch:
        return replace(touch, point=self.canvas.snapped(touch.point))

    def _outline(self) -> Points:
        if self._start is None:
            return ()
        (x0, y0), (x1, y1) = (corner.toTuple() for corner in self._corners)
        outline = self._shape(round(x0), round(y0), round(x1), round(y1))
        return [*outline, outline[0]]


class Lasso(SelectionTool):
    """Selects what a freehand line surrounds; its ends are joined."""

    def __init__(
        self, canvas: CanvasView, commands: MaskCommands, settings: SelectionSettings
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


class Polygon(SelectionTool):
    """Each click sets a corner; a double click, Return, or a click on the first one closes it.

    Backspace removes the last corner, Esc all of them.
    """

    def __init__(
        self, canvas: CanvasView, commands: MaskCommands, settings: SelectionSettings
    ) -> None:
        super().__init__(canvas, commands, settings)
        self._corners: list[tuple[float, float]] = []
        self._pointer: tuple[float, float] | None = None

    @property
    def sentence(self) -> str:
        return tr("Polygon: click corners; Return closes it, Backspace removes the last one")

    @property
    def is_busy(self) -> bool:
        return bool(self._corners)

    def press(self, touch: Touch) -> None:
        if not self._corners:
            self._how = self._how_of(touch)
        elif len(self._corners) > 2 and self._closes(touch):
            self._close()
            return
        self._corners.append((touch.point.x(), touch.point.y()))

    def double_click(self, touch: Touch) -> None:
        if self._corners:
            self._close()
        else:
            self.press(touch)

    def hover(self, touch: Touch | None) -> None:
        super().hover(touch)
        self._pointer = None if touch is None else (touch.point.x(), touch.point.y())

    def cancel(self) -> None:
        self._corners = []

    def takes(self, event: QKeyEvent) -> bool:
        return self.is_busy and event.key() in POLYGON_KEYS

    def key_press(self, event: QKeyEvent) -> None:
        match event.key():
            case Qt.Key.Key_Backspace:
                self._corners.pop()
            case Qt.Key.Key_Escape:
                self.cancel()
            case _:
                self._close()

    def _outline(self) -> Points:
        if not self._corners or self._pointer is None:
            return self._corners
        return [*self._corners, self._pointer]

    def _close(self) -> None:
        corners, self._corners = self._corners, []
        if len(corners) > 2:
            self._select_outline(tr("Polygon"), corners, self._how)

    def _closes(self, touch: Touch) -> bool:
        way = self.canvas.to_widget(QPointF(*self._corners[0])) - touch.place
        return way.manhattanLength() <= CLOSE_DISTANCE
