"""A combo box for a window whose shortcuts are single letters."""

from PySide6.QtCore import QEvent
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QComboBox

from glide_studio.ui.widgets.keys import COMMAND_KEYS


class ChoiceBox(QComboBox):
    """While it has the focus, letters search its entries instead of triggering shortcuts."""

    def event(self, event: QEvent) -> bool:
        if (
            event.type() == QEvent.Type.ShortcutOverride
            and isinstance(event, QKeyEvent)
            and event.text().isprintable()
            and event.text()
            and not event.modifiers() & COMMAND_KEYS
        ):
            event.accept()
            return True
        return super().event(event)
