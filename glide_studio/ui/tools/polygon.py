"""Selecting corner by corner."""

from typing import TYPE_CHECKING

from PySide6.QtCore import QPointF, Qt
from PySide6.QtGui import QKeyEvent

from glide_studio.core.mask.shapes import Points
from glide_studio.session.language import tr
from glide_studio.session.mask_commands import MaskCommands
from glide_studio.ui.tools.selection_tool import SelectionSettings, SelectionTool
from glide_studio.ui.tools.tool import Touch

if TYPE_CHECKING:
    from glide_studio.ui.canvas.canvas import Canvas

CLOSE_REACH = 8
"""How near to the first corner a click closes the outline, in the widget's pixels."""

_KEYS = (Qt.Key.Key_Return, Qt.Key.Key_Enter, Qt.Key.Key_Backspace, Qt.Key.Key_Escape)


class Polygon(SelectionTool):
    """Each click sets a corner; a double click, Return, or a click on the first one closes it.

    Backspace removes the last corner, Esc all of them.
    """

    def __init__(
        self, canvas: "Canvas", commands: MaskCommands, settings: SelectionSettings
    ) -> None:
        super().__init__(canvas, commands, settings)
        self._corners: list[tuple[float, float]] = []
        self._end: tuple[float, float] | None = None

    @property
    def sentence(self) -> str:
        return tr(
            "Polygon: click to set corners; Return closes the outline, Backspace removes the "
            "last corner"
        )

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
        self._end = None if touch is None else (touch.point.x(), touch.point.y())

    def cancel(self) -> None:
        self._corners = []

    def takes(self, event: QKeyEvent) -> bool:
        return self.is_busy and event.key() in _KEYS

    def key_press(self, event: QKeyEvent) -> None:
        match event.key():
            case Qt.Key.Key_Backspace:
                self._corners.pop()
            case Qt.Key.Key_Escape:
                self.cancel()
            case _:
                self._close()

    def _outline(self) -> Points:
        if not self._corners or self._end is None:
            return self._corners
        return [*self._corners, self._end]

    def _close(self) -> None:
        corners, self._corners = self._corners, []
        if len(corners) > 2:
            self._select_outline(tr("Polygon"), corners, self._how)

    def _closes(self, touch: Touch) -> bool:
        way = self.canvas.to_widget(QPointF(*self._corners[0])) - touch.place
        return way.manhattanLength() <= CLOSE_REACH
