"""The canvas, with the welcome page and the messages over it."""

from collections.abc import Sequence

from PySide6.QtCore import QEvent, QObject
from PySide6.QtWidgets import QWidget

from glide_studio.session.editor import Editor
from glide_studio.ui.canvas.canvas import Canvas
from glide_studio.ui.canvas.ruler import THICKNESS, Ruler
from glide_studio.ui.style.theme import GRID
from glide_studio.ui.workspace.message_bar import MessageBar
from glide_studio.ui.workspace.welcome_page import WelcomePage


class Workspace(QWidget):
    """Holds the canvas and places the overlays on it.

    The welcome page offers `examples` until there is a picture or one is being generated.
    """

    def __init__(
        self,
        editor: Editor,
        canvas: Canvas,
        examples: Sequence[str],
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(parent)
        self._editor = editor
        self._canvas = canvas
        canvas.setParent(self)
        self._rulers = (Ruler(canvas, True, self), Ruler(canvas, False, self))
        self._has_rulers = False
        self._show_rulers()
        self.welcome = WelcomePage(examples, self)
        self.messages = MessageBar(self)
        self.messages.installEventFilter(self)
        editor.open_document.failed.connect(self.messages.show_error)
        editor.open_document.noticed.connect(self.messages.show_notice)
        editor.runs.running_changed.connect(self._show_running)
        editor.open_document.document_changed.connect(self._show_welcome)
        editor.review.shown_changed.connect(self._show_welcome)
        canvas.tool_changed.connect(self._show_welcome)
        editor.open_document.document_changed.connect(self.messages.hide_notice)
        self._show_welcome()

    @property
    def has_rulers(self) -> bool:
        """Whether rulers are shown along the canvas."""
        return self._has_rulers

    @has_rulers.setter
    def has_rulers(self, wanted: bool) -> None:
        self._has_rulers = wanted
        self._show_rulers()
        self._place()

    def _show_rulers(self) -> None:
        for ruler in self._rulers:
            ruler.setVisible(self._has_rulers)

    def resizeEvent(self, event: QEvent) -> None:
        self._place()

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Place the message again when its text has changed its size."""
        if event.type() in (QEvent.Type.Show, QEvent.Type.LayoutRequest):
            self._place()
        return False

    def _place(self) -> None:
        edge = THICKNESS if self._has_rulers else 0
        self._canvas.setGeometry(self.rect().adjusted(edge, edge, 0, 0))
        self._rulers[0].setGeometry(edge, 0, self.width() - edge, THICKNESS)
        self._rulers[1].setGeometry(0, edge, THICKNESS, self.height() - edge)
        margin = 3 * GRID
        self.welcome.setGeometry(self.rect().adjusted(margin, margin, -margin, -margin))
        width = min(560, self.width() - 4 * GRID)
        height = self.messages.heightForWidth(width)
        self.messages.setGeometry((self.width() - width) // 2, 2 * GRID, width, height)

    def _show_running(self, running: bool) -> None:
        if running:
            self.messages.hide()
        self._show_welcome()

    def _show_welcome(self) -> None:
        nothing = self._editor.review.shown_document.is_blank and self._editor.runs.running is None
        self.welcome.setVisible(nothing and not self._canvas.tool.works_on_blank)
