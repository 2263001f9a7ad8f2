"""The commands that choose what the mask looks like."""

from dataclasses import replace

from PySide6.QtCore import QObject
from PySide6.QtGui import QActionGroup, QColor
from PySide6.QtWidgets import QColorDialog

from glide_studio.session.language import tr
from glide_studio.session.preferences import Preferences
from glide_studio.ui.actions.actions import Actions
from glide_studio.ui.canvas.canvas import Canvas
from glide_studio.ui.canvas.mask import MaskLook, MaskStyle


class MaskLookActions(QObject):
    """Connects them to a canvas; look and colour are remembered, hiding is not."""

    def __init__(self, canvas: Canvas, preferences: Preferences, actions: Actions) -> None:
        super().__init__(actions.owner)
        self._canvas = canvas
        self._preferences = preferences
        self._window = actions.window
        canvas.mask_style = _remembered(preferences, canvas.mask_style)
        self._shown = actions.connect_switch("show_mask", self._set_visible)
        looks = QActionGroup(self)
        self._looks = {
            MaskLook.TINT: actions.connect("mask_tint", lambda: self._set_look(MaskLook.TINT)),
            MaskLook.HATCH: actions.connect("mask_hatch", lambda: self._set_look(MaskLook.HATCH)),
            MaskLook.ANTS: actions.connect("mask_ants", lambda: self._set_look(MaskLook.ANTS)),
        }
        for action in self._looks.values():
            looks.addAction(action)
        self._colour = actions.connect("mask_colour", self._ask_colour)
        canvas.mask_style_changed.connect(self._show)
        self._show(canvas.mask_style)

    def _set_visible(self, visible: bool) -> None:
        self._canvas.mask_style = replace(self._canvas.mask_style, visible=visible)

    def _set_look(self, look: MaskLook) -> None:
        self._canvas.mask_style = replace(self._canvas.mask_style, look=look, visible=True)

    def _set_colour(self, colour: QColor) -> None:
        style = self._canvas.mask_style
        self._canvas.mask_style = replace(style, colour=colour, look=MaskLook.TINT, visible=True)

    def _ask_colour(self) -> None:
        """Show each colour on the mask while it is looked for; cancelling brings the first back."""
        before = self._canvas.mask_style
        dialog = QColorDialog(before.colour, self._window)
        dialog.setObjectName("mask_colour_dialog")
        dialog.setWindowTitle(tr("Mask Colour"))
        dialog.setOption(QColorDialog.ColorDialogOption.DontUseNativeDialog)
        dialog.currentColorChanged.connect(self._set_colour)

        def go_back() -> None:
            self._canvas.mask_style = before

        dialog.rejected.connect(go_back)
        dialog.finished.connect(dialog.deleteLater)
        dialog.open()

    def _show(self, style: MaskStyle) -> None:
        self._shown.setChecked(style.visible)
        self._looks[style.look].setChecked(True)
        self._preferences.mask_look = style.look.value
        self._preferences.mask_colour = style.colour.name()


def _remembered(preferences: Preferences, style: MaskStyle) -> MaskStyle:
    """The artist's own style as far as it can be read, `style` otherwise."""
    colour = QColor(preferences.mask_colour)
    looks = {look.value: look for look in MaskLook}
    return replace(
        style,
        look=looks.get(preferences.mask_look, style.look),
        colour=colour if colour.isValid() else style.colour,
    )
