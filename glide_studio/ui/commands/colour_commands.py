"""The commands on colours, and what the tools have to do with them."""

from PySide6.QtCore import QObject

from glide_studio.core.raster.colour import Colour
from glide_studio.session.colours import Colours
from glide_studio.session.layer_commands import LayerCommands
from glide_studio.ui.actions.actions import Actions
from glide_studio.ui.canvas.canvas import Canvas
from glide_studio.ui.commands.tool_commands import ToolCommands


class ColourActions(QObject):
    """Keeps the brush in the foreground colour, and the colours in what was picked and painted."""

    def __init__(
        self,
        colours: Colours,
        layers: LayerCommands,
        canvas: Canvas,
        actions: Actions,
        tools: ToolCommands,
    ) -> None:
        super().__init__(actions.owner)
        self._colours = colours
        self._layers = layers
        self._brush = canvas.paint_brush
        tools.begin_section()
        tools.add_brush("paint_brush", canvas.paint_brush, erase=False)
        tools.add_brush("paint_eraser", canvas.paint_brush, erase=True)
        tools.add("eyedropper", canvas.eyedropper)
        actions.connect("swap_colours", colours.swap)
        actions.connect("reset_colours", colours.reset)
        actions.connect("fill_layer", self._fill)
        colours.changed.connect(self._show_colour)
        canvas.paint_brush.painted.connect(self._remember)
        for tool in (canvas.paint_brush, canvas.eyedropper):
            tool.picked.connect(self._pick)
        self._show_colour()

    def _fill(self) -> None:
        self._layers.fill(self._colours.foreground)
        self._colours.remember(self._colours.foreground)

    def _remember(self, colour: Colour) -> None:
        self._colours.remember(colour)

    def _pick(self, colour: Colour) -> None:
        self._colours.foreground = colour

    def _show_colour(self) -> None:
        if self._brush.colour != self._colours.foreground:
            self._brush.colour = self._colours.foreground
