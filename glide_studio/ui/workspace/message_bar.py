"""Messages, shown without interrupting work."""

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QFrame, QHBoxLayout, QLabel, QToolButton, QWidget

from glide_studio.session.language import tr
from glide_studio.ui.style.icons import icon
from glide_studio.ui.style.theme import GRID
from glide_studio.ui.widgets.naming import named


class MessageBar(QFrame):
    """A message with a close button, hidden while there is none."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("message_bar")
        self._label = named(QLabel(wordWrap=True), "message_label", tr("Message"), "")
        self._label.setTextInteractionFlags(Qt.TextInteractionFlag.TextSelectableByMouse)
        close = named(
            QToolButton(),
            "message_close_button",
            tr("Close message"),
            tr("Close this message"),
        )
        close.setIcon(icon("close"))
        layout = QHBoxLayout(self)
        layout.setContentsMargins(2 * GRID, GRID, GRID, GRID)
        layout.addWidget(self._label, 1)
        layout.addWidget(close, 0, Qt.AlignmentFlag.AlignTop)
        close.clicked.connect(self.hide)
        self.hide()

    def show_notice(self, text: str) -> None:
        """Show a notice."""
        self._show(text, "notice")

    def show_error(self, text: str) -> None:
        """Show an error."""
        self._show(text, "error")

    def hide_notice(self) -> None:
        """Hide a notice that is out of date; an error stays until it is closed."""
        if self.property("tone") == "notice":
            self.hide()

    def _show(self, text: str, tone: str) -> None:
        self._label.setText(text)
        self._label.setToolTip(text)
        self.setProperty("tone", tone)
        for widget in (self, self._label):
            widget.style().polish(widget)
        self.show()
        self.raise_()
