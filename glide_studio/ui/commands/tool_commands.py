"""Connects the commands that activate a tool, whichever menu they are in."""

from dataclasses import dataclass, replace
from functools import partial

from PySide6.QtGui import QAction, QActionGroup

from glide_studio.ui.actions.actions import Actions
from glide_studio.ui.canvas.canvas import Canvas
from glide_studio.ui.canvas.tool import Tool
from glide_studio.ui.tools.brush_tool import BrushTool
from glide_studio.ui.tools.toolbox import Toolbox


@dataclass(frozen=True)
class _Choice:
    """A tool; a brush is taken to paint or to erase."""

    tool: Tool
    erase: bool = False

    def activate(self, canvas: Canvas) -> None:
        if isinstance(self.tool, BrushTool):
            self.tool.brush = replace(self.tool.brush, erase=self.erase)
        canvas.set_tool(self.tool)

    def is_active(self, canvas: Canvas) -> bool:
        erases = isinstance(self.tool, BrushTool) and self.tool.brush.erase
        return canvas.tool is self.tool and erases == self.erase


def connect_tools(actions: Actions, canvas: Canvas, tools: Toolbox) -> list[list[QAction]]:
    """Connect every tool; the action of the active one is checked.

    Returns their actions in the order of the tool bar: those for the mask, those for the picture.
    """
    for_mask = {
        "brush": _Choice(tools.mask_brush),
        "eraser": _Choice(tools.mask_brush, erase=True),
        "select_rectangle": _Choice(tools.rectangle),
        "select_ellipse": _Choice(tools.ellipse),
        "lasso": _Choice(tools.lasso),
        "polygon": _Choice(tools.polygon),
        "wand": _Choice(tools.wand),
        "colour_range": _Choice(tools.colour_range),
    }
    for_picture = {
        "paint_brush": _Choice(tools.paint_brush),
        "paint_eraser": _Choice(tools.paint_brush, erase=True),
        "eyedropper": _Choice(tools.eyedropper),
        "move_layer": _Choice(tools.move),
        "crop": _Choice(tools.crop),
    }
    choices = for_mask | for_picture
    group = QActionGroup(actions.window)
    for name, choice in choices.items():
        group.addAction(actions.connect(name, partial(choice.activate, canvas)))

    def update() -> None:
        for name, choice in choices.items():
            actions[name].setChecked(choice.is_active(canvas))

    actions.update_on(update, canvas.tool_changed, tools.brush_changed)
    return [[actions[name] for name in section] for section in (for_mask, for_picture)]
