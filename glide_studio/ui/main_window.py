"""The window: where everything is, and what belongs to it as a whole."""

from pathlib import Path

from PySide6.QtCore import QMimeData, Signal
from PySide6.QtGui import (
    QAction,
    QCloseEvent,
    QDragEnterEvent,
    QDropEvent,
    QGuiApplication,
    QImage,
)
from PySide6.QtWidgets import QFrame, QHBoxLayout, QMainWindow, QSizePolicy, QVBoxLayout, QWidget

from glide_studio.core.model_card import ModelCard
from glide_studio.session.editor import Editor
from glide_studio.session.preferences import Preferences
from glide_studio.ui.actions import Actions, add_menu
from glide_studio.ui.brush_panel import BrushPanel
from glide_studio.ui.candidates_panel import CandidatesPanel
from glide_studio.ui.canvas import Canvas
from glide_studio.ui.clipboard import pixels_of
from glide_studio.ui.desktop import Desktop
from glide_studio.ui.file_commands import FileCommands
from glide_studio.ui.history_panel import HistoryPanel
from glide_studio.ui.icons import icon
from glide_studio.ui.progress_panel import ProgressPanel
from glide_studio.ui.prompt_panel import PromptPanel
from glide_studio.ui.queue_panel import QueuePanel
from glide_studio.ui.settings_form import SettingsForm
from glide_studio.ui.status_strip import StatusStrip
from glide_studio.ui.theme import GRID
from glide_studio.ui.workspace import Workspace

TOOLS_WIDTH = 200
SIDE_WIDTH = 320


class MainWindow(QMainWindow):
    """Canvas in the middle, brush and history at the left, generating at the right.

    `card` tells what the model knows. `closed` is emitted once the artist agreed to leave and the
    window is gone.
    """

    closed = Signal()

    def __init__(self, editor: Editor, card: ModelCard, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("main_window")
        self.setWindowIcon(icon("app"))
        self.setAcceptDrops(True)
        self._editor = editor
        self._may_close = False
        self._preferences = Preferences()
        self._files = FileCommands(editor, self._preferences, self)
        self._canvas = Canvas(editor)
        self._actions = Actions(editor, self._canvas, self)
        self._settings = SettingsForm()
        self._prompt = PromptPanel(editor, self._settings, card)
        self._workspace = Workspace(editor, self._canvas, card.examples)
        self._status = StatusStrip(
            editor, self._canvas, self._actions.fit, self._actions.actual_size
        )
        self._prompt.failed.connect(self._workspace.messages.show_error)
        self._workspace.welcome.example_chosen.connect(self._prompt.generate_prompt)
        self._workspace.welcome.open_requested.connect(self._files.open)
        self._desktop = Desktop(editor.runs, self._preferences, self)
        self._make_menus()
        self._lay_out()
        editor.history_changed.connect(self._show_title)
        self._show_title()
        self._prompt.setFocus()
        self.resize(1280, 840)
        self.restoreGeometry(self._preferences.geometry)

    def show_model(self, text: str) -> None:
        """Say which model works, and whether it is ready."""
        self._status.show_model(text)

    def open_file(self, path: Path) -> None:
        """Open a picture, after asking about unsaved changes."""
        self._files.open_file(path)

    def paste(self) -> None:
        """Put the clipboard's picture on top of the document, or say that there is none."""
        image = QGuiApplication.clipboard().image()
        if image.isNull():
            self._workspace.messages.show_notice("There is no picture in the clipboard.")
        else:
            self._editor.paste(pixels_of(image))

    def _make_menus(self) -> None:
        actions, make, bar = self._actions, self._actions.make, self.menuBar()
        generate = make(
            "generate",
            "Generate",
            "Ctrl+Return Ctrl+Enter",
            "Make a picture, or repaint what the mask covers",
            self._prompt.generate,
            "generate",
        )
        paste = make("paste", "Paste", "Ctrl+V", "Put a copied picture on top", self.paste, "paste")
        brush = (actions.brush, actions.eraser, None, actions.smaller, actions.larger)
        add_menu(bar, "&File", *self._file_actions())
        add_menu(bar, "&Edit", actions.undo, actions.redo, None, paste, None, actions.clear_mask)
        add_menu(bar, "&View", actions.fit, actions.actual_size, actions.zoom_in, actions.zoom_out)
        add_menu(bar, "&Brush", *brush, actions.softer, actions.harder)
        add_menu(bar, "&Generate", generate, actions.cancel)

    def _file_actions(self) -> list[QAction | None]:
        files, make = self._files, self._actions.make
        return [
            make("new", "New", "Ctrl+N", "Start with an empty picture", files.new, "new"),
            make("open", "Open…", "Ctrl+O", "Open a picture", files.open, "open"),
            None,
            make("save", "Save", "Ctrl+S", "Save the picture", files.save, "save"),
            make("save_as", "Save As…", "Ctrl+Shift+S", "Save to another file", files.save_as),
            None,
            make("quit", "Quit", "Ctrl+Q", "Leave GLIDE Studio", self.close),
        ]

    def _lay_out(self) -> None:
        tools = _panel(
            BrushPanel(self._canvas),
            HistoryPanel(self._editor, self._actions.undo, self._actions.redo),
            QueuePanel(self._editor.runs, self._preferences),
        )
        side = _panel(
            self._prompt,
            ProgressPanel(self._editor),
            self._settings,
            CandidatesPanel(self._editor),
        )
        tools.setFixedWidth(TOOLS_WIDTH)
        side.setFixedWidth(SIDE_WIDTH)
        centre = QVBoxLayout()
        centre.setSpacing(0)
        centre.addWidget(self._workspace, 1)
        centre.addWidget(self._status)
        body = QWidget()
        layout = QHBoxLayout(body)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(1)
        layout.addWidget(tools)
        layout.addLayout(centre, 1)
        layout.addWidget(side)
        self.setCentralWidget(body)

    def _show_title(self) -> None:
        path = self._editor.path
        name = "Untitled" if path is None else path.name
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
            self._files.confirm(self._leave)
            return
        self._preferences.geometry = self.saveGeometry()
        super().closeEvent(event)
        self.closed.emit()

    def _leave(self) -> None:
        self._may_close = True
        self.close()


def _panel(*contents: QWidget) -> QFrame:
    """Return the contents one below the other; the last takes the rest unless it is hidden."""
    panel = QFrame()
    panel.setProperty("role", "panel")
    layout = QVBoxLayout(panel)
    layout.setContentsMargins(2 * GRID, 2 * GRID, 2 * GRID, 2 * GRID)
    layout.setSpacing(2 * GRID)
    *fixed, last = contents
    for widget in fixed:
        policy = widget.sizePolicy()
        policy.setVerticalPolicy(QSizePolicy.Policy.Fixed)
        widget.setSizePolicy(policy)
        layout.addWidget(widget)
    layout.addWidget(last, 1)
    layout.addStretch()
    return panel


def _dropped_file(data: QMimeData) -> Path | None:
    paths = [Path(url.toLocalFile()) for url in data.urls() if url.isLocalFile()]
    return paths[0] if paths else None
