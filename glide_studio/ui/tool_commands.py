"""The commands that take a tool in hand; the one that is held is marked."""

from collections.abc import Callable
from dataclasses import replace

from PySide6.QtCore import QObject
from PySide6.QtGui import QAction, QActionGroup

from glide_studio.ui.actions import Actions
from glide_studio.ui.canvas import Canvas
from glide_studio.ui.tools.tool import Tool


class ToolCommands(QObject):
    """Connects tools of a canvas to commands of the table, in the order of the tool bar.

    `group` holds their actions.
    """

    def __init__(self, canvas: Canvas, actions: Actions) -> None:
        super().__init__(actions.window)
        self._canvas = canvas
        self._actions = actions
        self.group = QActionGroup(self)
        self._is_held: dict[QAction, Callable[[], bool]] = {}
        self._add_brush("brush", erase=False)
        self._add_brush("eraser", erase=True)
        canvas.tool_changed.connect(self._show)
        canvas.brush_changed.connect(self._show)

    def add(self, name: str, tool: Tool) -> None:
        """Have the command `name` take `tool` in hand."""
        self._add(name, lambda: self._canvas.set_tool(tool), lambda: self._canvas.tool is tool)

    def _add_brush(self, name: str, erase: bool) -> None:
        canvas = self._canvas

        def take() -> None:
            canvas.brush = replace(canvas.brush, erase=erase)
            canvas.set_tool(canvas.mask_brush)

        self._add(
            name,
            take,
            lambda: canvas.tool is canvas.mask_brush and canvas.brush.erase == erase,
        )

    def _add(self, name: str, take: Callable[[], None], is_held: Callable[[], bool]) -> None:
        action = self._actions.connect(name, take)
        self.group.addAction(action)
        self._is_held[action] = is_held
        action.setChecked(is_held())

    def _show(self) -> None:
        for action, is_held in self._is_held.items():
            action.setChecked(is_held())
