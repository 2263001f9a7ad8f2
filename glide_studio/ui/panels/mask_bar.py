"""Buttons for the mask, for every tool."""

from PySide6.QtCore import QObject

from glide_studio.session.language import tr
from glide_studio.ui.actions.actions import Actions
from glide_studio.ui.canvas.canvas import Canvas
from glide_studio.ui.style.icons import icon
from glide_studio.ui.style.swatch import swatch
from glide_studio.ui.widgets.buttons import ActionButton, menu_button

COMMANDS = ("fill_mask", "invert_mask", "reuse_mask", "clear_mask")
DISPLAYS = ("mask_tint", "mask_hatch", "mask_ants", "mask_colour")


class MaskBar(QObject):
    """Buttons for the most frequent mask commands and for how the mask is displayed.

    `corner` holds them, for beside a panel's title.
    """

    def __init__(self, canvas: Canvas, actions: Actions) -> None:
        super().__init__(actions.window)
        self._canvas = canvas
        self._display_button = menu_button(
            "mask_look_button",
            tr("Mask display"),
            tr("How the mask is displayed"),
            "mask_look_menu",
            [actions[name] for name in ("show_mask", *DISPLAYS)],
        )
        self._display_button.setProperty("role", "swatch")
        buttons = [ActionButton(actions[name], f"{name}_button") for name in COMMANDS]
        self.corner = [*buttons, self._display_button]
        canvas.mask_style_changed.connect(self._show)
        self._show()

    def _show(self) -> None:
        style = self._canvas.mask_style
        self._display_button.setIcon(swatch(style.colour) if style.visible else icon("hidden"))
