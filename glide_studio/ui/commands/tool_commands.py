"""Connects the tools, whichever menu they are in, the brush and the colours."""

from collections.abc import Sequence
from dataclasses import dataclass, replace
from functools import partial

from PySide6.QtCore import QSize, Qt
from PySide6.QtGui import QAction, QActionGroup, QResizeEvent
from PySide6.QtWidgets import QStyle, QToolBar

from glide_studio.core.paint.stroke import MAX_SIZE, MIN_SIZE
from glide_studio.core.raster.colour import Colour
from glide_studio.session.colours import Colours
from glide_studio.session.language import tr
from glide_studio.session.layer_commands import LayerCommands
from glide_studio.ui.actions.actions import Actions
from glide_studio.ui.canvas.canvas import Canvas
from glide_studio.ui.canvas.tool import Tool
from glide_studio.ui.tools.brush_tool import BrushTool
from glide_studio.ui.tools.toolbox import Toolbox
from glide_studio.ui.widgets.buttons import ActionButton
from glide_studio.ui.widgets.naming import named

SIZE_STEP = 1.2
HARDNESS_STEP = 0.1
SMALLEST_ICON = 14
"""The least side of a tool's icon, in logical pixels."""


@dataclass(frozen=True)
class _Choice:
    """A tool; with `erase`, the eraser of a brush."""

    tool: Tool
    erase: bool = False

    def activate(self, canvas: Canvas) -> None:
        if isinstance(self.tool, BrushTool):
            self.tool.brush = replace(self.tool.brush, erase=self.erase)
        canvas.set_tool(self.tool)

    def is_active(self, canvas: Canvas) -> bool:
        erases = isinstance(self.tool, BrushTool) and self.tool.brush.erase
        return canvas.tool is self.tool and erases == self.erase


def connect_tools(actions: Actions, canvas: Canvas, tools: Toolbox) -> "ToolBar":
    """Connect every tool; the action of the active one is checked.

    Returns the tool bar with the tools for the mask and those for the picture.
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
        "model_frame": _Choice(tools.region),
    }
    for_picture = {
        "paint_brush": _Choice(tools.paint_brush),
        "paint_eraser": _Choice(tools.paint_brush, erase=True),
        "restore_brush": _Choice(tools.restore_brush),
        "clone_brush": _Choice(tools.clone_brush),
        "heal_brush": _Choice(tools.heal_brush),
        "smudge_brush": _Choice(tools.smudge_brush),
        "gradient": _Choice(tools.gradient),
        "eyedropper": _Choice(tools.eyedropper),
        "move_layer": _Choice(tools.move),
        "free_transform": _Choice(tools.transform),
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
    sections = (for_mask, for_picture)
    return ToolBar([[actions[name] for name in section] for section in sections])


def connect_brush(actions: Actions, tools: Toolbox) -> None:
    """Connect the commands that change the size and hardness of the brush."""

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
        tools.gradient.colours = colours.foreground, colours.background

    actions.connect("swap_colours", colours.swap)
    actions.connect("reset_colours", colours.reset)
    actions.connect("fill_layer", fill)
    brush.coloured.connect(colours.remember)
    for tool in (brush, tools.eyedropper):
        tool.picked.connect(pick)
    actions.update_on(update_brush, colours.changed)


class ToolBar(QToolBar):
    """A button for each command that chooses a tool, called "NAME_button"."""

    def __init__(self, sections: Sequence[Sequence[QAction]]) -> None:
        super().__init__(tr("Tools"))
        named(self, "tool_bar", tr("Tools"), tr("Tools"))
        self.setOrientation(Qt.Orientation.Vertical)
        self.setMovable(False)
        self._count = sum(map(len, sections))
        self.setContextMenuPolicy(Qt.ContextMenuPolicy.PreventContextMenu)
        for section in sections:
            self.addSeparator()
            for action in section:
                name = action.objectName().removesuffix("_action")
                button = ActionButton(action, f"{name}_button")
                self.iconSizeChanged.connect(button.setIconSize)
                self.addWidget(button)

    def _fit(self) -> None:
        """Make the icons as large as the text size asks for, or as the height allows."""
        metric = QStyle.PixelMetric.PM_ToolBarIconSize
        wanted = self.style().pixelMetric(metric, None, self)
        others = self.sizeHint().height() - self._count * self.iconSize().height()
        side = max(min(wanted, (self.height() - others) // self._count), SMALLEST_ICON)
        self.setIconSize(QSize(side, side))

    # Qt's events

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._fit()
