"""The tools that select, and what they have in common."""

from PySide6.QtCore import QObject

from glide_studio.core.mask.shapes import ellipse, rectangle
from glide_studio.session.language import tr
from glide_studio.session.mask_commands import MaskCommands
from glide_studio.ui.canvas.canvas import Canvas
from glide_studio.ui.commands.tool_commands import ToolCommands
from glide_studio.ui.tools.colour_range import ColourRangeTool
from glide_studio.ui.tools.lasso import Lasso
from glide_studio.ui.tools.polygon import Polygon
from glide_studio.ui.tools.selection_tool import SelectionSettings, SelectionTool
from glide_studio.ui.tools.shape_tool import ShapeTool
from glide_studio.ui.tools.wand import Wand


class SelectionTools(QObject):
    """Makes them, for as long as the canvas lives; `all` has them by their commands."""

    def __init__(self, canvas: Canvas, commands: MaskCommands) -> None:
        super().__init__(canvas)
        self.settings = settings = SelectionSettings(self)
        shared = (canvas, commands, settings)
        self.all: dict[str, SelectionTool] = {
            "select_rectangle": ShapeTool(*shared, rectangle, tr("Rectangle")),
            "select_ellipse": ShapeTool(*shared, ellipse, tr("Ellipse")),
            "lasso": Lasso(*shared),
            "polygon": Polygon(*shared),
            "wand": Wand(*shared),
            "colour_range": ColourRangeTool(*shared),
        }

    def add_to(self, tools: ToolCommands) -> None:
        """Have their commands take them in hand."""
        for name, tool in self.all.items():
            tools.add(name, tool)
