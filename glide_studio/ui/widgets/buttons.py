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


def action_button(action: QAction, name: str) -> QToolButton:
    """A button for a command: its icon, its tooltip, its state."""
    button = QToolButton()
    button.setDefaultAction(action)
    return named(button, name, action.text(), action.toolTip())


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
    button.setPopupMode(QToolButton.ToolButtonPopupMode.InstantPopup)
    menu = QMenu(button)
    menu.setObjectName(menu_name)
    menu.addActions([*actions])
    button.setMenu(menu)
    return button
