"""The canvas with what floats over it: the welcome and the messages."""

from PySide6.QtCore import QEvent, QObject, Qt
from PySide6.QtWidgets import QLabel, QWidget

from glide_studio.session.editor import Editor
from glide_studio.ui.canvas import Canvas
from glide_studio.ui.message_bar import MessageBar
from glide_studio.ui.naming import named
from glide_studio.ui.theme import GRID

WELCOME = (
    "<p style='font-size:x-large'>What shall we make?</p>"
    "<p>Type what you would like to see, then press Ctrl+Return.<br>"
    "Or open, drop or paste a picture, and paint over what should change.</p>"
)


class Workspace(QWidget):
    """Fills itself with the canvas and keeps the overlays in their places."""

    def __init__(self, editor: Editor, canvas: Canvas, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._editor = editor
        self._canvas = canvas
        canvas.setParent(self)
        self._welcome = named(QLabel(WELCOME, self), "welcome_label", "Welcome", "")
        self._welcome.setAlignment(Qt.AlignmentFlag.AlignCenter)
        self._welcome.setWordWrap(True)
        self._welcome.setMargin(3 * GRID)
        self.messages = MessageBar(self)
        self.messages.installEventFilter(self)
        editor.failed.connect(self.messages.show_error)
        editor.noticed.connect(self.messages.show_notice)
        editor.running_changed.connect(self._show_running)
        editor.document_changed.connect(self._show_welcome)
        editor.document_changed.connect(self.messages.hide_notice)
        self._show_welcome()

    def resizeEvent(self, event: QEvent) -> None:
        self._place()

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Place the message anew when its text made it another size."""
        if event.type() in (QEvent.Type.Show, QEvent.Type.LayoutRequest):
            self._place()
        return False

    def _place(self) -> None:
        self._canvas.setGeometry(self.rect())
        margin = 3 * GRID
        self._welcome.setGeometry(self.rect().adjusted(margin, margin, -margin, -margin))
        width = min(560, self.width() - 4 * GRID)
        height = self.messages.heightForWidth(width)
        self.messages.setGeometry((self.width() - width) // 2, 2 * GRID, width, height)

    def _show_running(self, running: bool) -> None:
        if running:
            self.messages.hide()
        self._show_welcome()

    def _show_welcome(self) -> None:
        self._welcome.setVisible(self._editor.document.is_blank and self._editor.running is None)
