"""The commands that take a tool in hand; the one that is held is marked."""

from collections.abc import Callable
from dataclasses import replace

from PySide6.QtCore import QObject
from PySide6.QtGui import QAction, QActionGroup

from glide_studio.ui.actions.actions import Actions
from glide_studio.ui.canvas.canvas import Canvas
from glide_studio.ui.tools.brush_tool import BrushTool
from glide_studio.ui.tools.tool import Tool


class ToolCommands(QObject):
    """Connects tools of a canvas to commands of the table, in the order of the tool bar.

    `group` holds their actions, and `sections` those of each kind of work.
    """

    def __init__(self, canvas: Canvas, actions: Actions) -> None:
        super().__init__(actions.owner)
        self._canvas = canvas
        self._actions = actions
        self.group = QActionGroup(self)
        self.sections: list[list[QAction]] = [[]]
        self._is_held: dict[QAction, Callable[[], bool]] = {}
        self.add_brush("brush", canvas.mask_brush, erase=False)
        self.add_brush("eraser", canvas.mask_brush, erase=True)
        canvas.tool_changed.connect(self._show)
        canvas.brush_changed.connect(self._show)

    def add(self, name: str, tool: Tool) -> None:
        """Have the command `name` take `tool` in hand."""
        self._add(name, lambda: self._canvas.set_tool(tool), lambda: self._canvas.tool is tool)

    def add_brush(self, name: str, tool: BrushTool, *, erase: bool) -> None:
        """Have the command `name` take `tool` in hand, to paint or to erase."""

        def take() -> None:
            tool.brush = replace(tool.brush, erase=erase)
            self._canvas.set_tool(tool)

        self._add(name, take, lambda: self._canvas.tool is tool and tool.brush.erase == erase)

    def begin_section(self) -> None:
        """What is added from now on is for another kind of work."""
        self.sections.append([])

    def _add(self, name: str, take: Callable[[], None], is_held: Callable[[], bool]) -> None:
        action = self._actions.connect(name, take)
        self.group.addAction(action)
        self.sections[-1].append(action)
        self._is_held[action] = is_held
        action.setChecked(is_held())

    def _show(self) -> None:
        for action, is_held in self._is_held.items():
            action.setChecked(is_held())
