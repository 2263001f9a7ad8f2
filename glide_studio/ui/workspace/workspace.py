"""The canvas, with the welcome page and the messages over it, which do not interrupt work."""

import re

from PySide6.QtCore import QEvent, QObject, Qt, QUrl, Signal
from PySide6.QtGui import QDesktopServices, QResizeEvent
from PySide6.QtWidgets import QFrame, QHBoxLayout, QLabel, QPushButton, QToolButton, QWidget

from glide_studio.session.editor import Editor
from glide_studio.session.language import tr
from glide_studio.ui.actions.actions import Actions
from glide_studio.ui.canvas.canvas import Canvas
from glide_studio.ui.canvas.compare_view import CompareView
from glide_studio.ui.canvas.ruler import THICKNESS, Ruler
from glide_studio.ui.style.icons import icon
from glide_studio.ui.style.theme import GRID
from glide_studio.ui.widgets.naming import named
from glide_studio.ui.workspace.compare_bar import CompareBar
from glide_studio.ui.workspace.welcome_page import WelcomePage

UNBROKEN = re.compile(r"[^\s/\\-]+")
"""What is not broken where a line of text ends."""


class Workspace(QWidget):
    """Holds the canvas and places the overlays on it.

    The welcome page is shown until there is a picture or one is being generated.
    """

    def __init__(self, editor: Editor, canvas: Canvas, actions: Actions) -> None:
        super().__init__()
        self._editor = editor
        self._canvas = canvas
        canvas.setParent(self)
        self._rulers = (Ruler(canvas, True, self), Ruler(canvas, False, self))
        for ruler in self._rulers:
            ruler.hide()
        self._compared = CompareView(canvas, editor.comparison, self)
        self.welcome = WelcomePage(editor.models, editor.previews, self)
        self.messages = MessageBar(self)
        self.messages.installEventFilter(self)
        self._compare_bar = CompareBar(editor.comparison, actions, self)
        self._compared.blinked.connect(self._compare_bar.show_seen)
        editor.comparison.changed.connect(self._place)
        editor.open_document.failed.connect(self.messages.show_error)
        editor.open_document.noticed.connect(self.messages.show_notice)
        editor.open_document.blocked.connect(self.messages.show_block)
        editor.open_document.broke.connect(self.messages.show_fault)
        editor.runs.running_changed.connect(self._show_running)
        editor.open_document.document_changed.connect(self._show_welcome)
        editor.review.shown_changed.connect(self._show_welcome)
        canvas.tool_changed.connect(self._show_welcome)
        editor.open_document.document_changed.connect(self.messages.hide_notice)
        self._show_welcome()

    @property
    def has_rulers(self) -> bool:
        """Whether rulers are shown along the canvas."""
        return not self._rulers[0].isHidden()

    @has_rulers.setter
    def has_rulers(self, wanted: bool) -> None:
        for ruler in self._rulers:
            ruler.setVisible(wanted)
        self._place()

    def resizeEvent(self, event: QEvent) -> None:
        self._place()

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Place the message again when its text has changed its size."""
        if event.type() in (QEvent.Type.Show, QEvent.Type.LayoutRequest):
            self._place()
        return False

    def _place(self) -> None:
        edge = THICKNESS if self.has_rulers else 0
        canvas = self._compared.place(self.rect().adjusted(edge, edge, 0, 0))
        self._canvas.setGeometry(canvas)
        self._rulers[0].setGeometry(canvas.x(), 0, canvas.width(), THICKNESS)
        self._rulers[1].setGeometry(0, edge, THICKNESS, self.height() - edge)
        margin = 3 * GRID
        self.welcome.setGeometry(self.rect().adjusted(margin, margin, -margin, -margin))
        width = min(560, self.width() - 4 * GRID)
        height = self.messages.heightForWidth(width)
        self.messages.setGeometry((self.width() - width) // 2, 2 * GRID, width, height)
        bar = self._compare_bar
        bar.resize(bar.sizeHint().boundedTo(self.size()))
        bar.move((self.width() - bar.width()) // 2, self.height() - bar.height() - 2 * GRID)

    def _show_running(self, running: bool) -> None:
        if running:
            self.messages.hide()
        else:
            self.messages.hide_block()
        self._show_welcome()

    def _show_welcome(self) -> None:
        nothing = (
            self._editor.review.shown_document.is_blank and self._editor.runs.running_here is None
        )
        self.welcome.setVisible(nothing and not self._canvas.tool.works_on_blank)


class MessageBar(QFrame):
    """A message with a close button, hidden while there is none.

    `copy_requested` is emitted when the artist takes the offer of `show_fault`.
    """

    copy_requested = Signal()

    def __init__(self, parent: QWidget) -> None:
        super().__init__(parent)
        self.setObjectName("message_bar")
        self._label = named(_MessageLabel(), "message_label", tr("Message"), "")
        self._label.setTextInteractionFlags(Qt.TextInteractionFlag.TextSelectableByMouse)
        close = named(
            QToolButton(), "message_close_button", tr("Close message"), tr("Close this message")
        )
        close.setIcon(icon("close"))
        layout = QHBoxLayout(self)
        layout.setContentsMargins(2 * GRID, GRID, GRID, GRID)
        layout.addWidget(self._label, 1)
        self._save_copy = named(
            QPushButton(tr("Save a Copy…")),
            "message_save_copy_button",
            tr("Save a Copy"),
            tr("Save what is shown as a new project file"),
        )
        self._page = QUrl()
        self._is_block = False
        self._open_page = named(
            QPushButton(tr("Open Page")),
            "message_page_button",
            tr("Open Page"),
            tr("Open the page of the download in your web browser"),
        )
        for button in (self._save_copy, self._open_page):
            layout.addWidget(button, 0, Qt.AlignmentFlag.AlignTop)
        layout.addWidget(close, 0, Qt.AlignmentFlag.AlignTop)
        self._save_copy.clicked.connect(self.copy_requested)
        self._open_page.clicked.connect(lambda: QDesktopServices.openUrl(self._page))
        close.clicked.connect(self.hide)
        self.hide()

    def show_notice(self, text: str) -> None:
        self._show(text, "notice")

    def show_block(self, text: str) -> None:
        """Show what cannot be done while a run is on."""
        self._show(text, "notice")
        self._is_block = True

    def hide_block(self) -> None:
        """Hide what `show_block` showed, if it is still shown."""
        if self._is_block:
            self.hide()

    def show_error(self, text: str) -> None:
        self._show(text, "error")

    def show_fault(self, text: str) -> None:
        """Show an unexpected error, and offer to save a copy of the document."""
        self._show(text, "error", self._save_copy)

    def show_page(self, text: str, address: str) -> None:
        """Show a notice, and offer to open a web page."""
        self._page = QUrl(address)
        self._show(text, "notice", self._open_page)

    def hide_notice(self) -> None:
        """Hide a notice that is out of date; an error stays until it is closed."""
        if self.property("tone") == "notice":
            self.hide()

    def _show(self, text: str, tone: str, offer: QPushButton | None = None) -> None:
        self._is_block = False
        for button in (self._save_copy, self._open_page):
            button.setVisible(button is offer)
        self._label.show_text(text)
        self.setProperty("tone", tone)
        for widget in (self, self._label):
            widget.style().polish(widget)
        self.show()
        self.raise_()


_LEAST_LETTERS = 24
"""A message is at least so wide, in average letters, so that ordinary words are never elided."""


class _MessageLabel(QLabel):
    """Lines of text, in which what is wider than a line, such as a very long file name, is elided
    in the middle; the tooltip has all of it."""

    def __init__(self) -> None:
        super().__init__(wordWrap=True)
        self._whole = ""
        least = _LEAST_LETTERS * self.fontMetrics().averageCharWidth()
        self.setMinimumWidth(least)  # or else the widest piece would be it

    def show_text(self, text: str) -> None:
        self._whole = text
        self.setToolTip(text)
        self._fit()

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._fit()

    def _fit(self) -> None:
        metrics, room = self.fontMetrics(), max(self.contentsRect().width(), self.minimumWidth())

        def fitting(piece: re.Match[str]) -> str:
            return metrics.elidedText(piece[0], Qt.TextElideMode.ElideMiddle, room)

        self.setText(UNBROKEN.sub(fitting, self._whole))
