"""A combo box for a window whose shortcuts are single letters."""

from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QComboBox


class ChoiceBox(QComboBox):
    """Letters do not search its entries: they are tools' keys. Arrow keys choose, Space opens."""

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.text().strip() and event.text().isprintable():
            event.ignore()
        else:
            super().keyPressEvent(event)
