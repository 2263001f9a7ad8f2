"""What happens to the work that a tool has begun when a command is carried out."""

from collections.abc import Callable

from glide_studio.ui.actions.actions import Actions
from glide_studio.ui.canvas.canvas import Canvas
from glide_studio.ui.workspace.compare_bar import MODES

VIEWING_MENUS = ("view", "window", "help")
"""Their commands leave what the tool has begun as it is, but for comparing, which is a tool."""

CHANGING_MENUS = ("select", "image", "layer", "adjust", "mask", "colour")
"""Their commands finish a stroke first, so that it lands on the layer that it was begun on."""

SHOWING_COMMANDS = {"next_document", "previous_document"}
"""Those of the viewing menus that show another document."""

CHANGING_COMMANDS = {"cut", "paste", "clear_pixels", "close", *SHOWING_COMMANDS}
"""Commands of other menus that finish a stroke first."""

CANCELLING_COMMANDS = {"cancel", "cancel_all"}

Run = Callable[[], object]


def connect_tool_gate(actions: Actions, canvas: Canvas) -> None:
    """Undo and redo within what the tool has begun, if it has, and let all other commands wait
    until that is finished, but for those that leave it as it is."""
    changing = {each.name for each in actions.commands_of(*CHANGING_MENUS)} | CHANGING_COMMANDS
    viewing = {each.name for each in actions.commands_of(*VIEWING_MENUS)}
    leaving = viewing - {"compare", *MODES, *SHOWING_COMMANDS} | CANCELLING_COMMANDS

    def carry_out(name: str, run: Run) -> None:
        if name in changing:
            canvas.finish_gesture()
        within = {"undo": canvas.tool.undo, "redo": canvas.tool.redo}.get(name)
        if within is not None and within():
            return
        if name in leaving:
            run()
        else:
            canvas.tool.settle(run)

    actions.gate = carry_out


def settled(canvas: Canvas, run: Run) -> None:
    """Carry out what shows another document, once what the tool has begun is finished."""
    canvas.finish_gesture()
    canvas.tool.settle(run)
