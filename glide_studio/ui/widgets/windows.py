"""Windows over the main one; each is made anew when it is opened, and deletes itself at the end."""

from PySide6.QtCore import QPoint, Qt
from PySide6.QtGui import QShowEvent
from PySide6.QtWidgets import QDialog, QDialogButtonBox, QWidget

from glide_studio.session.language import tr
from glide_studio.ui.widgets.naming import named

Button = QDialogButtonBox.StandardButton


class Dialog(QDialog):
    """A window with a title."""

    def __init__(self, name: str, title: str, parent: QWidget) -> None:
        super().__init__(parent)
        self.setObjectName(name)
        self.setWindowTitle(title)
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)

    def showEvent(self, event: QShowEvent) -> None:
        """Grow, where the screen allows, until no text is cut: of larger letters or languages."""
        super().showEvent(event)
        least, screen = self.minimumSizeHint(), self.screen().availableSize()
        width = min(max(self.width(), least.width()), screen.width())
        height = max(self.height(), least.height(), self.heightForWidth(width))
        self.resize(width, min(height, screen.height()))

    def close_button(self, name: str, tooltip: str) -> QDialogButtonBox:
        """A box with a button that closes the window; Return belongs to the field being edited."""
        box = QDialogButtonBox(Button.Close)
        close = named(box.button(Button.Close), name, tr("Close"), tooltip)
        close.setText(tr("Close"))
        close.setAutoDefault(False)
        box.rejected.connect(self.reject)
        return box

    def ok_and_cancel(self, name: str, tooltip: str = "") -> QDialogButtonBox:
        """The buttons `NAME_ok_button` and `NAME_cancel_button`, with their texts for tooltips."""
        box = QDialogButtonBox(Button.Ok | Button.Cancel)
        for which, part in ((Button.Ok, "ok"), (Button.Cancel, "cancel")):
            button = box.button(which)
            text = button.text().replace("&", "")
            named(button, f"{name}_{part}_button", text, tooltip or text)
        box.accepted.connect(self.accept)
        box.rejected.connect(self.reject)
        return box


class Popup(QDialog):
    """A window without a frame; a click outside closes it."""

    def __init__(self, name: str, title: str, parent: QWidget) -> None:
        super().__init__(parent, Qt.WindowType.Popup)
        self.setObjectName(name)
        self.setAccessibleName(title)
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        # Otherwise a click on the button that opened it would close and reopen it.
        self.setAttribute(Qt.WidgetAttribute.WA_NoMouseReplay)

    def open_at(self, widget: QWidget, offset: QPoint) -> None:
        """Show it at `offset` from the top left of `widget`, entirely on its screen."""
        screen = widget.screen().availableGeometry()
        corner = widget.mapToGlobal(offset)
        x = max(min(corner.x(), screen.right() + 1 - self.width()), screen.left())
        y = max(min(corner.y(), screen.bottom() + 1 - self.height()), screen.top())
        self.move(x, y)
        self.show()
