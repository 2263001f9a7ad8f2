"""Buttons with a name, an accessible name and a tooltip."""

from collections.abc import Iterable

from PySide6.QtGui import QAction
from PySide6.QtWidgets import QCheckBox, QMenu, QPushButton, QSizePolicy, QToolButton

from glide_studio.ui.style.icons import icon
from glide_studio.ui.widgets.naming import named


def push_button(
    name: str, text: str, tooltip: str, shortcut: str = "", *, role: str | None = None
) -> QPushButton:
    """A button with a text; in a dialog, Return belongs to the field and does not press it."""
    button = named(QPushButton(text, autoDefault=False), name, text, tooltip, shortcut)
    button.setProperty("role", role)
    return button


def check_box(name: str, text: str, tooltip: str) -> QCheckBox:
    """A box to check, with its text beside it; no wider than these, as only they take clicks."""
    box = named(QCheckBox(text), name, text, tooltip)
    box.setSizePolicy(QSizePolicy.Policy.Maximum, QSizePolicy.Policy.Fixed)
    return box


def icon_button(
    icon_name: str,
    name: str,
    text: str,
    tooltip: str = "",
    shortcut: str = "",
    *,
    checkable: bool = False,
) -> QToolButton:
    """A button with an icon; its tooltip is `text` unless there is another."""
    button = named(QToolButton(), name, text, tooltip or text, shortcut)
    button.setIcon(icon(icon_name))
    button.setCheckable(checkable)
    return button


def text_button(name: str, text: str, tooltip: str, shortcut: str = "") -> QToolButton:
    """A button with a text, lower than a push button; if checkable, it shows whether it is on."""
    button = named(QToolButton(), name, text, tooltip, shortcut)
    button.setText(text)
    button.setProperty("role", "text")
    return button


class ActionButton(QToolButton):
    """A button for a command: its icon, its tooltip, its state.

    It does without Qt's default action: up to Qt 6.11, a tool button without a menu connects itself
    once more whenever that changes, so that every change takes longer than the last one.
    """

    def __init__(self, action: QAction, name: str) -> None:
        super().__init__()
        self._action = action
        named(self, name, action.text(), action.toolTip())
        self.clicked.connect(action.trigger)
        action.changed.connect(self._follow)
        self._follow()

    def nextCheckState(self) -> None:
        """Leave the state to the command."""

    def _follow(self) -> None:
        action = self._action
        self.setIcon(action.icon())
        self.setToolTip(action.toolTip())
        self.setEnabled(action.isEnabled())
        self.setCheckable(action.isCheckable())
        self.setChecked(action.isChecked())


def menu_button(
    name: str,
    text: str,
    tooltip: str,
    menu_name: str,
    actions: Iterable[QAction] = (),
    icon_name: str = "more",
) -> QToolButton:
    """A button that opens a menu of `actions`, with three dots unless there is another icon."""
    button = icon_button(icon_name, name, text, tooltip)
    button.setProperty("role", "more" if icon_name == "more" else "menu")  # the dots need no arrow
    button.setPopupMode(QToolButton.ToolButtonPopupMode.InstantPopup)
    menu = QMenu(button)
    menu.setObjectName(menu_name)
    menu.addActions([*actions])
    button.setMenu(menu)
    return button
