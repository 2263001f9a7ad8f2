"""Buttons for commands."""

from typing import Any

from PySide6.QtCore import Qt
from PySide6.QtGui import QAction
from PySide6.QtWidgets import QToolButton

from glide_studio.ui.style.icons import icon
from glide_studio.ui.widgets.buttons import ActionButton
from tests.ui.studio import Studio


def test_a_button_triggers_its_command_and_shows_its_state(qtbot: Any) -> None:
    action = QAction("Mask", checkable=True)
    action.setToolTip("Show the mask")
    button = ActionButton(action, "mask_button")
    qtbot.addWidget(button)
    seen: list[bool] = []
    action.toggled.connect(seen.append)
    for checked in (True, False):
        qtbot.mouseClick(button, Qt.MouseButton.LeftButton)
        assert action.isChecked() is button.isChecked() is checked
    assert seen == [True, False]
    action.setChecked(True)
    assert button.isChecked()
    action.setEnabled(False)
    assert not button.isEnabled()
    action.setToolTip("Hide the mask")
    assert button.toolTip() == "Hide the mask"
    action.setIcon(icon("undo"))
    assert not button.icon().isNull()


def test_the_current_one_of_a_group_stays_pressed(studio: Studio) -> None:
    brush, eraser = studio.find("brush_button"), studio.find("eraser_button")
    for _ in range(2):
        studio.click("brush_button")
        assert brush.isChecked()
        assert not eraser.isChecked()
    studio.press("E")
    assert eraser.isChecked()
    assert not brush.isChecked()


def test_no_button_uses_the_default_action_of_qt(studio: Studio) -> None:
    """Without a menu, Qt's makes another connection with each change of its action."""
    buttons = studio.window.findChildren(QToolButton)
    assert len(buttons) > 40
    slow = [each.objectName() for each in buttons if each.defaultAction() and not each.menu()]
    assert slow == []
