"""The commands that choose what Generate does."""

from collections.abc import Callable

from PySide6.QtCore import QObject

from glide_studio.core.modes.modes import Mode
from glide_studio.ui.actions.actions import Actions
from glide_studio.ui.panels.mode_bar import ModeBar

COMMANDS = {
    "text_to_image_mode": Mode.TEXT_TO_IMAGE,
    "inpaint_mode": Mode.INPAINT,
    "outpaint_mode": Mode.OUTPAINT,
    "sketch_mode": Mode.SKETCH,
    "variation_mode": Mode.VARIATION,
    "upscale_mode": Mode.UPSCALE,
}


class ModeCommands(QObject):
    """Connects each mode's command to the bar; one that does not fit the document is disabled."""

    def __init__(self, bar: ModeBar, actions: Actions) -> None:
        super().__init__(actions.owner)
        self._bar = bar
        self._actions = {
            mode: actions.connect_switch(name, self._chooser(mode))
            for name, mode in COMMANDS.items()
        }
        bar.changed.connect(self._show)
        self._show()

    def _chooser(self, mode: Mode) -> Callable[[bool], None]:
        return lambda _: self._bar.choose(mode)

    def _show(self) -> None:
        for mode, action in self._actions.items():
            action.setEnabled(mode in self._bar.modes)
            action.setChecked(mode is self._bar.mode)
