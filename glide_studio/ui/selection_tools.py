"""The tools that select, and what they have in common."""

from PySide6.QtCore import QObject

from glide_studio.core.selection_shapes import ellipse, rectangle
from glide_studio.session.language import tr
from glide_studio.session.mask_commands import MaskCommands
from glide_studio.ui.canvas import Canvas
from glide_studio.ui.selection_panel import SelectionPanel
from glide_studio.ui.tool_commands import ToolCommands
from glide_studio.ui.tools.colour_range import ColourRangeTool
from glide_studio.ui.tools.lasso import Lasso
from glide_studio.ui.tools.polygon import Polygon
from glide_studio.ui.tools.selection_tool import SelectionSettings, SelectionTool
from glide_studio.ui.tools.shape_tool import ShapeTool
from glide_studio.ui.tools.tool import Tool
from glide_studio.ui.tools.wand import Wand


class SelectionTools(QObject):
    """Makes them, connects them to their commands, and keeps `panel` to the one in hand."""

    def __init__(self, canvas: Canvas, commands: MaskCommands, tools: ToolCommands) -> None:
        super().__init__(canvas)
        self.settings = settings = SelectionSettings(self)
        self.panel = SelectionPanel(settings)
        shared = (canvas, commands, settings)
        self._wand = Wand(*shared)
        self._colour_range = ColourRangeTool(*shared)
        self.all: dict[str, SelectionTool] = {
            "select_rectangle": ShapeTool(*shared, rectangle, tr("Rectangle")),
            "select_ellipse": ShapeTool(*shared, ellipse, tr("Ellipse")),
            "lasso": Lasso(*shared),
            "polygon": Polygon(*shared),
            "wand": self._wand,
            "colour_range": self._colour_range,
        }
        for name, tool in self.all.items():
            tools.add(name, tool)
        canvas.tool_changed.connect(self._show)
        self._show(canvas.tool)

    def _show(self, tool: Tool) -> None:
        self.panel.show_for(
            by_colour=tool in (self._wand, self._colour_range), may_spread=tool is self._wand
        )
