"""The window: where everything is, and what belongs to it as a whole."""

from pathlib import Path

from PySide6.QtCore import QMimeData, QSize, Qt, Signal
from PySide6.QtGui import (
    QCloseEvent,
    QDragEnterEvent,
    QDropEvent,
    QImage,
    QShortcut,
)
from PySide6.QtWidgets import QMainWindow, QVBoxLayout, QWidget

from glide_studio.core.request.model_card import ModelCard
from glide_studio.core.request.prompt_length import MeasurePrompt
from glide_studio.session.colours import Colours
from glide_studio.session.editor import Editor
from glide_studio.session.language import tr
from glide_studio.session.layer_commands import LayerCommands
from glide_studio.session.mask_commands import MaskCommands
from glide_studio.session.preferences import Preferences
from glide_studio.session.prompt_book import PromptBook
from glide_studio.session.word_lists import WordLists
from glide_studio.ui.canvas.canvas import Canvas
from glide_studio.ui.commands.clipboard_commands import pixels_of
from glide_studio.ui.commands.selection_tools import SelectionTools
from glide_studio.ui.style.icons import icon
from glide_studio.ui.window.announcer import Announcer
from glide_studio.ui.window.contents import Desk, Interface
from glide_studio.ui.window.desktop_integration import Desktop
from glide_studio.ui.window.status_bar import ModelState
from glide_studio.ui.workspace.workspace import Workspace


class MainWindow(QMainWindow):
    """The canvas in the middle, and panels around it.

    `card` tells what the model knows; prompts and word lists are kept in the folder `data`, or
    nowhere. `closed` is emitted once the artist agreed to leave and the
    window is gone.
    """

    closed = Signal()

    def __init__(
        self,
        editor: Editor,
        card: ModelCard,
        data: Path | None = None,
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(parent)
        self.setObjectName("main_window")
        self.setWindowIcon(icon("app"))
        self.setAcceptDrops(True)
        self._editor = editor
        self._may_close = False
        self._preferences = preferences = Preferences()
        self._canvas = Canvas(editor)
        self._canvas.fingers.wish = lambda: self._preferences.one_finger
        editor.word_lists = WordLists(card, None if data is None else data / "wildcards")
        self._workspace = Workspace(editor, self._canvas, card.examples)
        self._announcer = Announcer(editor.open_document, editor.runs, self)
        self._desktop = Desktop(editor.runs, preferences, self)
        self._make_centre()
        self.resize(QSize(1280, 840).boundedTo(self.screen().availableSize()))
        self.restoreGeometry(preferences.geometry)
        self._interface = Interface(self, self._made_desk(card, data))
        hide = QShortcut("Tab", self._canvas, context=Qt.ShortcutContext.WidgetShortcut)
        hide.activated.connect(lambda: self._interface.hide_panels())
        editor.open_document.history_changed.connect(self._show_title)
        editor.review.shown_changed.connect(self._show_title)
        editor.opened.connect(self._canvas.setFocus)  # a tool's key comes next, not a prompt
        self._show_title()
        self._interface.prompt.setFocus()

    def show_model(self, model: str, state: ModelState) -> None:
        """Say which model works, and whether it is ready; if not, also before the next run."""
        self._interface.status.show_model(model, state)
        self._interface.prompt.set_missing_model(model if state == "missing" else None)

    def set_prompt_measure(self, measure: MeasurePrompt) -> None:
        """Show from now on how much of the prompt the model reads."""
        self._interface.prompt.tools.set_measure(measure)

    def open_file(self, path: Path) -> None:
        """Open a picture, after asking about unsaved changes."""
        self._interface.files.open_file(path)

    def _made_desk(self, card: ModelCard, data: Path | None) -> Desk:
        book = PromptBook(None if data is None else data / "prompts.json", self)
        book.failed.connect(self._workspace.messages.show_error)
        if book.notice is not None:
            self._workspace.messages.show_notice(book.notice)
        mask = MaskCommands(self._editor.open_document, self._editor.review)
        return Desk(
            editor=self._editor,
            card=card,
            preferences=self._preferences,
            canvas=self._canvas,
            workspace=self._workspace,
            centre=self._centre,
            layers=LayerCommands(self._editor.open_document, self._editor.review),
            mask=mask,
            colours=Colours(self._preferences, self),
            book=book,
            selection=SelectionTools(self._canvas, mask),
        )

    def _make_centre(self) -> None:
        centre = QWidget()
        self._centre = layout = QVBoxLayout(centre)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(0)
        layout.addWidget(self._workspace, 1)
        self.setCentralWidget(centre)

    def _show_title(self) -> None:
        path = self._editor.open_document.path
        name = tr("Untitled") if path is None else path.name
        self.setWindowTitle(f"{name}[*] - GLIDE Studio")
        self.setWindowModified(self._editor.is_modified)

    # Qt's events

    def dragEnterEvent(self, event: QDragEnterEvent) -> None:
        """Welcome a picture file, or a picture."""
        if _dropped_file(event.mimeData()) is not None or event.mimeData().hasImage():
            event.acceptProposedAction()

    def dropEvent(self, event: QDropEvent) -> None:
        """Open the file, or paste the picture."""
        path = _dropped_file(event.mimeData())
        event.acceptProposedAction()
        if path is not None:
            self.open_file(path)
        else:
            self._editor.paste(pixels_of(QImage(event.mimeData().imageData())))

    def closeEvent(self, event: QCloseEvent) -> None:
        """Leave at once if nothing is lost, else ask first."""
        if self._editor.is_modified and not self._may_close:
            event.ignore()
            self._interface.files.confirm(self._leave)
            return
        self._preferences.geometry = self.saveGeometry()
        self._interface.docks.remember()
        super().closeEvent(event)
        self.closed.emit()

    def _leave(self) -> None:
        self._may_close = True
        self.close()


def _dropped_file(data: QMimeData) -> Path | None:
    paths = [Path(url.toLocalFile()) for url in data.urls() if url.isLocalFile()]
    return paths[0] if paths else None
