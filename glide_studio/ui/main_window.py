"""The window: where everything is, and what belongs to it as a whole."""

from pathlib import Path

from PySide6.QtCore import QMimeData, Qt, Signal
from PySide6.QtGui import (
    QCloseEvent,
    QDragEnterEvent,
    QDropEvent,
    QImage,
    QShortcut,
)
from PySide6.QtWidgets import QMainWindow, QPushButton, QVBoxLayout, QWidget

from glide_studio.core.model_card import ModelCard
from glide_studio.core.prompt_length import MeasurePrompt
from glide_studio.session.colours import Colours
from glide_studio.session.editor import Editor
from glide_studio.session.language import tr
from glide_studio.session.layer_commands import LayerCommands
from glide_studio.session.mask_commands import MaskCommands
from glide_studio.session.preferences import Preferences
from glide_studio.session.prompt_book import PromptBook
from glide_studio.session.word_lists import WordLists
from glide_studio.ui.actions import Actions
from glide_studio.ui.announcer import Announcer
from glide_studio.ui.brush_commands import BrushCommands
from glide_studio.ui.brush_panel import BrushPanel
from glide_studio.ui.candidate_commands import CandidateCommands
from glide_studio.ui.candidates_panel import CandidatesPanel
from glide_studio.ui.canvas import Canvas
from glide_studio.ui.clipboard import ClipboardCommands, pixels_of
from glide_studio.ui.colour_actions import ColourActions
from glide_studio.ui.colour_panel import ColourPanel
from glide_studio.ui.commands.table import menus
from glide_studio.ui.crop_panel import CropPanel
from glide_studio.ui.desktop import Desktop
from glide_studio.ui.docks import LEFT, RIGHT, Docks
from glide_studio.ui.document_commands import DocumentCommands
from glide_studio.ui.file_commands import FileCommands
from glide_studio.ui.history_panel import HistoryPanel
from glide_studio.ui.icons import icon
from glide_studio.ui.image_actions import ImageActions
from glide_studio.ui.layer_actions import LayerActions
from glide_studio.ui.layers_panel import LayersPanel
from glide_studio.ui.mask_actions import MaskActions
from glide_studio.ui.mask_bar import MaskBar
from glide_studio.ui.mask_look import MaskLookActions
from glide_studio.ui.mode_commands import ModeCommands
from glide_studio.ui.navigator_panel import NavigatorPanel
from glide_studio.ui.progress_panel import ProgressPanel
from glide_studio.ui.prompt_commands import connect_prompt
from glide_studio.ui.prompt_panel import PromptPanel
from glide_studio.ui.queue_panel import QueuePanel
from glide_studio.ui.recent_files import RecentFiles
from glide_studio.ui.selection_tools import SelectionTools
from glide_studio.ui.settings_form import SettingsForm
from glide_studio.ui.status_strip import StatusStrip
from glide_studio.ui.tool_bar import ToolBar
from glide_studio.ui.tool_commands import ToolCommands
from glide_studio.ui.tool_options import ToolOptions
from glide_studio.ui.view_commands import LineCommands, ViewCommands
from glide_studio.ui.window_commands import WindowCommands
from glide_studio.ui.workspace import Workspace

BUTTONS = {
    "generate": "generate_button",
    "cancel": "cancel_button",
    "open": "welcome_open_button",
}
"""Which give a command, but look different from it."""


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
        self._preferences = Preferences()
        self._canvas = Canvas(editor)
        self._canvas.fingers.wish = lambda: self._preferences.one_finger
        self._layers = LayerCommands(editor)
        self._mask = MaskCommands(editor)
        self._colours = Colours(self._preferences, self)
        self._actions = Actions(menus(), self._preferences, self)
        self._files = FileCommands(editor, self._preferences, self._actions)
        self._recent = RecentFiles(editor, self._preferences, self._actions)
        self._settings = SettingsForm()
        editor.word_lists = WordLists(card, None if data is None else data / "wildcards")
        self._book = PromptBook(None if data is None else data / "prompts.json", self)
        self._prompt = PromptPanel(editor, self._settings, card, self._book)
        self._workspace = Workspace(editor, self._canvas, card.examples)
        self._status = StatusStrip(
            editor, self._canvas, self._actions["fit"], self._actions["actual_size"]
        )
        self._book.failed.connect(self._workspace.messages.show_error)
        if self._book.notice is not None:
            self._workspace.messages.show_notice(self._book.notice)
        self._prompt.failed.connect(self._workspace.messages.show_error)
        self._connect_welcome()
        self._announcer = Announcer(editor, self)
        self._desktop = Desktop(editor.runs, self._preferences, self)
        self._docks = Docks(self, self._actions, self._preferences)
        self._connect_commands()
        self._make_centre()
        self._make_panels()
        self._actions.fill(self.menuBar())
        for command, name in BUTTONS.items():
            button = self.findChild(QPushButton, name)
            assert button is not None, name
            self._actions.follow(command, button)
        editor.history_changed.connect(self._show_title)
        self._show_title()
        self._prompt.setFocus()
        self.resize(1280, 840)
        self.restoreGeometry(self._preferences.geometry)
        self._docks.restore()

    def show_model(self, text: str) -> None:
        """Say which model works, and whether it is ready."""
        self._status.show_model(text)

    def show_missing_model(self, model: str) -> None:
        """Say before the next run that the model cannot be used."""
        self._prompt.set_missing_model(model)

    def set_prompt_measure(self, measure: MeasurePrompt) -> None:
        """Show from now on how much of the prompt the model reads."""
        self._prompt.tools.set_measure(measure)

    def open_file(self, path: Path) -> None:
        """Open a picture, after asking about unsaved changes."""
        self._files.open_file(path)

    def _connect_commands(self) -> None:
        actions = self._actions
        DocumentCommands(self._editor, actions)
        CandidateCommands(self._editor, self._preferences, actions)
        BrushCommands(self._canvas, actions)
        MaskActions(self._mask, self._files, actions)
        MaskLookActions(self._canvas, self._preferences, actions)
        tools = ToolCommands(self._canvas, actions)
        self._selection = SelectionTools(self._canvas, self._mask, tools)
        ColourActions(self._colours, self._layers, self._canvas, actions, tools)
        tools.add("move_layer", self._canvas.move_layer_tool)
        tools.add("crop", self._canvas.crop_tool)
        self.addToolBar(Qt.ToolBarArea.LeftToolBarArea, ToolBar(tools))
        LayerActions(self._editor, self._layers, actions)
        ClipboardCommands(self._editor, self._layers, actions)
        ModeCommands(self._prompt.modes, actions)
        ViewCommands(self._canvas, actions)
        LineCommands(self._canvas, self._workspace, self._preferences, actions)
        ImageActions(self._canvas, actions)
        actions.connect("quit", self.close)
        connect_prompt(actions, self._prompt, self._editor.word_lists.folder)
        hide = QShortcut("Tab", self._canvas, context=Qt.ShortcutContext.WidgetShortcut)
        hide.activated.connect(actions["hide_panels"].trigger)
        WindowCommands(self, self._workspace, actions, self._preferences)

    def _connect_welcome(self) -> None:
        welcome = self._workspace.welcome
        welcome.example_chosen.connect(self._prompt.generate_prompt)
        welcome.open_requested.connect(self._files.open)
        welcome.sample_chosen.connect(self._files.open_sample)
        welcome.recent_chosen.connect(self._files.open_file)
        self._recent.chosen.connect(self._files.open_file)
        self._recent.changed.connect(welcome.show_recent)
        welcome.show_recent(self._preferences.recent_files)

    def _make_centre(self) -> None:
        centre = QWidget()
        layout = QVBoxLayout(centre)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(0)
        layout.addWidget(self._workspace, 1)
        layout.addWidget(self._status)
        self.setCentralWidget(centre)

    def _make_panels(self) -> None:
        add, runs = self._docks.add, self._editor.runs
        history = HistoryPanel(self._editor, self._actions["undo"], self._actions["redo"])
        queue = QueuePanel(runs, self._preferences, self._actions)
        options = ToolOptions(self._canvas)
        brushes = (self._canvas.mask_brush, self._canvas.paint_brush)
        options.add(BrushPanel(self._canvas), *brushes)
        options.add(self._selection.panel, *self._selection.all.values())
        options.add(CropPanel(self._canvas.crop_tool), self._canvas.crop_tool)
        corner = MaskBar(self._canvas, self._actions).corner
        add("brush", options, LEFT, corner=corner, grows=False)
        layers = LayersPanel(self._editor, self._layers, self._actions)
        layers_dock = add("layers", layers, LEFT, corner=layers.corner)
        colour = ColourPanel(self._colours, self._actions, self._preferences)
        colour.failed.connect(self._workspace.messages.show_error)
        add("colour", colour, LEFT, corner=colour.corner, behind=layers_dock)
        history_dock = add("history", history, LEFT, corner=history.corner)
        add("queue", queue, LEFT, corner=queue.corner, behind=history_dock)
        add("navigator", NavigatorPanel(self._canvas), LEFT, grows=False, shown=False)
        add("prompt", self._prompt, RIGHT, corner=self._prompt.corner, grows=False)
        add("progress", ProgressPanel(self._editor), RIGHT, grows=False)
        candidates = CandidatesPanel(self._editor)
        self._actions.connect("vary_candidate", candidates.vary)
        settings = add("settings", self._settings, RIGHT)
        choice = add("candidates", candidates, RIGHT, corner=candidates.corner, behind=settings)
        candidates.choice_begun.connect(choice.raise_)

    def _show_title(self) -> None:
        path = self._editor.path
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
            self._files.confirm(self._leave)
            return
        self._preferences.geometry = self.saveGeometry()
        self._docks.remember()
        super().closeEvent(event)
        self.closed.emit()

    def _leave(self) -> None:
        self._may_close = True
        self.close()


def _dropped_file(data: QMimeData) -> Path | None:
    paths = [Path(url.toLocalFile()) for url in data.urls() if url.isLocalFile()]
    return paths[0] if paths else None
