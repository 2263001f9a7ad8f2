"""The mask at hand, whichever tool is held."""

from PySide6.QtCore import QObject, QSize, Qt
from PySide6.QtGui import QColor, QIcon, QPainter, QPixmap
from PySide6.QtWidgets import QMenu, QToolButton, QWidget

from glide_studio.session.language import tr
from glide_studio.ui.actions.actions import Actions
from glide_studio.ui.canvas.canvas import Canvas
from glide_studio.ui.style.icons import SIZE, icon
from glide_studio.ui.widgets.naming import named

COMMANDS = ("fill_mask", "invert_mask", "reuse_mask", "clear_mask")
LOOKS = ("mask_tint", "mask_hatch", "mask_ants", "mask_colour")


class MaskBar(QObject):
    """Buttons for what is done to the mask most often, and for what it looks like.

    They are for a panel's `corner`.
    """

    def __init__(self, canvas: Canvas, actions: Actions) -> None:
        super().__init__(actions.owner)
        self._canvas = canvas
        self._look = named(
            QToolButton(), "mask_look_button", tr("Mask display"), tr("How the mask is displayed")
        )
        self._look.setPopupMode(QToolButton.ToolButtonPopupMode.InstantPopup)
        menu = QMenu(self._look)
        menu.setObjectName("mask_look_menu")
        for name in ("show_mask", *LOOKS):
            menu.addAction(actions[name])
        self._look.setMenu(menu)
        self.corner: list[QWidget] = []
        for name in COMMANDS:
            action = actions[name]
            button = QToolButton()
            button.setDefaultAction(action)
            self.corner.append(named(button, f"{name}_button", action.text(), action.toolTip()))
        self.corner.append(self._look)
        canvas.mask_style_changed.connect(self._show)
        self._show()

    def _show(self) -> None:
        style = self._canvas.mask_style
        self._look.setIconSize(QSize(SIZE, SIZE))
        self._look.setIcon(_swatch(style.colour) if style.visible else icon("hidden"))


def _swatch(colour: QColor) -> QIcon:
    """A dot in a colour, ringed dark and light so that it shows on any ground."""
    pixmap = QPixmap(2 * SIZE, 2 * SIZE)
    pixmap.setDevicePixelRatio(2)
    pixmap.fill(Qt.GlobalColor.transparent)
    painter = QPainter(pixmap)
    painter.setRenderHint(QPainter.RenderHint.Antialiasing)
    painter.setPen(Qt.PenStyle.NoPen)
    for shade, margin in ((QColor("white"), 2), (QColor("black"), 3), (colour, 4)):
        painter.setBrush(shade)
        painter.drawEllipse(margin, margin, SIZE - 2 * margin, SIZE - 2 * margin)
    painter.end()
    return QIcon(pixmap)
