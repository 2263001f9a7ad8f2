"""Connects the Brush and Colour menus; their tools are connected with all others."""

from dataclasses import replace

from glide_studio.core.paint.stroke import MAX_SIZE, MIN_SIZE
from glide_studio.core.raster.colour import Colour
from glide_studio.session.colours import Colours
from glide_studio.session.layer_commands import LayerCommands
from glide_studio.ui.actions.actions import Actions
from glide_studio.ui.tools.toolbox import Toolbox

SIZE_STEP = 1.2
HARDNESS_STEP = 0.1


def connect_brush(actions: Actions, tools: Toolbox) -> None:
    """Connect what changes the size and hardness of the brush."""

    def resize(factor: float) -> None:
        brush = tools.brush
        least = 1 if factor > 1 else -1  # a share of a tiny brush may be less than a pixel
        size = max(brush.size * (factor - 1), least, key=abs) + brush.size
        tools.brush = replace(brush, size=min(max(round(size), MIN_SIZE), MAX_SIZE))

    def harden(change: float) -> None:
        brush = tools.brush
        hardness = round(brush.hardness + change, 2)
        tools.brush = replace(brush, hardness=min(max(hardness, 0.0), 1.0))

    actions.connect("smaller_brush", lambda: resize(1 / SIZE_STEP))
    actions.connect("larger_brush", lambda: resize(SIZE_STEP))
    actions.connect("softer_brush", lambda: harden(-HARDNESS_STEP))
    actions.connect("harder_brush", lambda: harden(HARDNESS_STEP))


def connect_colours(
    actions: Actions, colours: Colours, layers: LayerCommands, tools: Toolbox
) -> None:
    """Keep the brush in the foreground colour; note which colours are picked and painted with."""
    brush = tools.paint_brush

    def fill() -> None:
        layers.fill(colours.foreground)
        colours.remember(colours.foreground)

    def pick(colour: Colour) -> None:
        colours.foreground = colour

    def update_brush() -> None:
        if brush.colour != colours.foreground:
            brush.colour = colours.foreground

    actions.connect("swap_colours", colours.swap)
    actions.connect("reset_colours", colours.reset)
    actions.connect("fill_layer", fill)
    brush.painted.connect(colours.remember)
    for tool in (brush, tools.eyedropper):
        tool.picked.connect(pick)
    actions.update_on(update_brush, colours.changed)
