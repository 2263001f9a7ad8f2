"""Connects the commands that take a tool in hand, whichever menu they are in."""

from collections.abc import Mapping
from dataclasses import dataclass, replace
from functools import partial

from PySide6.QtGui import QAction, QActionGroup

from glide_studio.core.mask.shapes import ellipse, rectangle
from glide_studio.session.language import tr
from glide_studio.session.mask_commands import MaskCommands
from glide_studio.ui.actions.actions import Actions
from glide_studio.ui.canvas.canvas import Canvas
from glide_studio.ui.tools.brush_tool import BrushTool
from glide_studio.ui.tools.colour_range import ColourRangeTool
from glide_studio.ui.tools.lasso import Lasso
from glide_studio.ui.tools.polygon import Polygon
from glide_studio.ui.tools.selection_tool import SelectionSettings, SelectionTool
from glide_studio.ui.tools.shape_tool import ShapeTool
from glide_studio.ui.tools.tool import Tool
from glide_studio.ui.tools.wand import Wand


def selection_tools(
    canvas: Canvas, commands: MaskCommands, settings: SelectionSettings
) -> dict[str, SelectionTool]:
    """The tools of the Select menu by their commands; they share `settings`."""
    shared = (canvas, commands, settings)
    return {
        "select_rectangle": ShapeTool(*shared, rectangle, tr("Rectangle")),
        "select_ellipse": ShapeTool(*shared, ellipse, tr("Ellipse")),
        "lasso": Lasso(*shared),
        "polygon": Polygon(*shared),
        "wand": Wand(*shared),
        "colour_range": ColourRangeTool(*shared),
    }


@dataclass(frozen=True)
class _Choice:
    """A tool; a brush is taken to paint or to erase."""

    tool: Tool
    erase: bool = False

    def take(self, canvas: Canvas) -> None:
        if isinstance(self.tool, BrushTool):
            self.tool.brush = replace(self.tool.brush, erase=self.erase)
        canvas.set_tool(self.tool)

    def is_held(self, canvas: Canvas) -> bool:
        erases = isinstance(self.tool, BrushTool) and self.tool.brush.erase
        return canvas.tool is self.tool and erases == self.erase


def connect_tools(
    actions: Actions, canvas: Canvas, selection: Mapping[str, SelectionTool]
) -> list[list[QAction]]:
    """Connect every tool, those that select by their commands; the one in hand is checked.

    Returns their actions in the order of the tool bar: those for the mask, those for the picture.
    """
    for_mask = {
        "brush": _Choice(canvas.mask_brush),
        "eraser": _Choice(canvas.mask_brush, erase=True),
        **{name: _Choice(tool) for name, tool in selection.items()},
    }
    for_picture = {
        "paint_brush": _Choice(canvas.paint_brush),
        "paint_eraser": _Choice(canvas.paint_brush, erase=True),
        "eyedropper": _Choice(canvas.eyedropper),
        "move_layer": _Choice(canvas.move_layer_tool),
        "crop": _Choice(canvas.crop_tool),
    }
    choices = for_mask | for_picture
    group = QActionGroup(actions.window)
    for name, choice in choices.items():
        group.addAction(actions.connect(name, partial(choice.take, canvas)))

    def update() -> None:
        for name, choice in choices.items():
            actions[name].setChecked(choice.is_held(canvas))

    actions.update_on(update, canvas.tool_changed, canvas.brush_changed)
    return [[actions[name] for name in section] for section in (for_mask, for_picture)]
