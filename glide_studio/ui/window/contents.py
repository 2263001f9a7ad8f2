"""What the window consists of, and what is connected with what."""

from dataclasses import dataclass

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QMainWindow, QPushButton, QVBoxLayout

from glide_studio.core.request.model_card import ModelCard
from glide_studio.session.colours import Colours
from glide_studio.session.editor import Editor
from glide_studio.session.layer_commands import LayerCommands
from glide_studio.session.mask_commands import MaskCommands
from glide_studio.session.preferences import Preferences
from glide_studio.session.prompt_book import PromptBook
from glide_studio.ui.actions.actions import Actions
from glide_studio.ui.actions.table import menus
from glide_studio.ui.canvas.canvas import Canvas
from glide_studio.ui.commands.brush_commands import BrushCommands
from glide_studio.ui.commands.candidate_commands import CandidateCommands
from glide_studio.ui.commands.clipboard_commands import ClipboardCommands
from glide_studio.ui.commands.colour_commands import ColourActions
from glide_studio.ui.commands.document_commands import DocumentCommands
from glide_studio.ui.commands.file_commands import FileCommands
from glide_studio.ui.commands.image_commands import ImageActions
from glide_studio.ui.commands.layer_commands import LayerActions
from glide_studio.ui.commands.mask_commands import MaskActions
from glide_studio.ui.commands.mask_look_commands import MaskLookActions
from glide_studio.ui.commands.mode_commands import ModeCommands
from glide_studio.ui.commands.prompt_commands import connect_prompt
from glide_studio.ui.commands.recent_files import RecentFiles
from glide_studio.ui.commands.selection_tools import SelectionTools
from glide_studio.ui.commands.tool_commands import ToolCommands
from glide_studio.ui.commands.view_commands import LineCommands, ViewCommands
from glide_studio.ui.commands.window_commands import WindowCommands
from glide_studio.ui.panels.brush_panel import BrushPanel
from glide_studio.ui.panels.candidates_panel import CandidatesPanel
from glide_studio.ui.panels.colour_panel import ColourPanel
from glide_studio.ui.panels.crop_panel import CropPanel
from glide_studio.ui.panels.history_panel import HistoryPanel
from glide_studio.ui.panels.layers_panel import LayersPanel
from glide_studio.ui.panels.mask_bar import MaskBar
from glide_studio.ui.panels.navigator_panel import NavigatorPanel
from glide_studio.ui.panels.progress_panel import ProgressPanel
from glide_studio.ui.panels.prompt_panel import PromptPanel
from glide_studio.ui.panels.queue_panel import QueuePanel
from glide_studio.ui.panels.selection_panel import SelectionPanel
from glide_studio.ui.panels.settings_form import SettingsForm
from glide_studio.ui.panels.tool_options import ToolOptions
from glide_studio.ui.window.docks import LEFT, RIGHT, Docks
from glide_studio.ui.window.status_bar import StatusStrip
from glide_studio.ui.window.tool_bar import ToolBar
from glide_studio.ui.workspace.workspace import Workspace

BUTTONS = {
    "generate": "generate_button",
    "cancel": "cancel_button",
    "open": "welcome_open_button",
}
"""Which give a command, but look different from it."""


@dataclass(frozen=True)
class Desk:
    """What the artist works with, whatever language is spoken; `centre` is between the panels."""

    editor: Editor
    card: ModelCard
    preferences: Preferences
    canvas: Canvas
    workspace: Workspace
    centre: QVBoxLayout
    layers: LayerCommands
    mask: MaskCommands
    colours: Colours
    book: PromptBook
    selection: SelectionTools


class Interface:
    """Menus, tool bar and panels of `window`, and what stands around the canvas."""

    def __init__(self, window: QMainWindow, desk: Desk) -> None:
        self._window = window
        self._desk = desk
        self._settings = SettingsForm()
        self.prompt = PromptPanel(desk.editor, self._settings, desk.card, desk.book)
        self._candidates = CandidatesPanel(desk.editor)
        self._actions = Actions(menus(), desk.preferences, window)
        self.files = FileCommands(desk.editor, desk.preferences, self._actions)
        self.docks = Docks(window, self._actions, desk.preferences)
        self.status = StatusStrip(
            desk.editor, desk.canvas, self._actions["fit"], self._actions["actual_size"]
        )
        self.prompt.failed.connect(desk.workspace.messages.show_error)
        self._connect_welcome()
        tools = self._connect_commands()
        self._make_panels()
        self._actions.fill(window.menuBar())
        desk.centre.addWidget(self.status)
        # Last, for the canvas follows, which keeps Tab to itself.
        window.addToolBar(Qt.ToolBarArea.LeftToolBarArea, ToolBar(tools))
        for command, name in BUTTONS.items():
            button = window.findChild(QPushButton, name)
            assert button is not None, name
            self._actions.follow(command, button)
        self.docks.restore()

    def hide_panels(self) -> None:
        """Leave only the picture, or no longer."""
        self._actions["hide_panels"].trigger()

    def _connect_commands(self) -> ToolCommands:
        """Connect all but those of the panels; returns the ones that take tools in hand."""
        desk, actions = self._desk, self._actions
        DocumentCommands(desk.editor, actions)
        CandidateCommands(desk.editor.review, desk.editor.runs, desk.preferences, actions)
        BrushCommands(desk.canvas, actions)
        MaskActions(desk.editor, desk.mask, self.files, actions)
        MaskLookActions(desk.canvas, desk.preferences, actions)
        tools = ToolCommands(desk.canvas, actions)
        desk.selection.add_to(tools)
        ColourActions(desk.colours, desk.layers, desk.canvas, actions, tools)
        tools.add("move_layer", desk.canvas.move_layer_tool)
        tools.add("crop", desk.canvas.crop_tool)
        LayerActions(desk.editor.open_document, desk.layers, actions)
        ClipboardCommands(desk.editor, desk.layers, actions)
        ModeCommands(self.prompt.modes, actions)
        ViewCommands(desk.canvas, actions)
        LineCommands(desk.canvas, desk.workspace, desk.preferences, actions)
        ImageActions(desk.editor, actions)
        actions.connect("quit", self._window.close)
        connect_prompt(actions, self.prompt, desk.editor.word_lists.folder)
        WindowCommands(self._window, desk.workspace, actions, desk.preferences)
        return tools

    def _connect_welcome(self) -> None:
        desk = self._desk
        welcome = desk.workspace.welcome
        welcome.example_chosen.connect(self.prompt.generate_prompt)
        welcome.open_requested.connect(self.files.open)
        welcome.sample_chosen.connect(self.files.open_sample)
        welcome.recent_chosen.connect(self.files.open_file)
        recent = RecentFiles(desk.editor.open_document, desk.preferences, self._actions)
        recent.chosen.connect(self.files.open_file)
        recent.changed.connect(welcome.show_recent)
        welcome.show_recent(desk.preferences.recent_files)

    def _make_panels(self) -> None:
        desk = self._desk
        add, runs = self.docks.add, desk.editor.runs
        history = HistoryPanel(desk.editor, self._actions["undo"], self._actions["redo"])
        queue = QueuePanel(runs, desk.preferences, self._actions)
        options = ToolOptions(desk.canvas)
        brushes = (desk.canvas.mask_brush, desk.canvas.paint_brush)
        options.add(BrushPanel(desk.canvas), *brushes)
        selection = desk.selection
        options.add(SelectionPanel(desk.canvas, selection.settings), *selection.all.values())
        options.add(CropPanel(desk.canvas.crop_tool), desk.canvas.crop_tool)
        corner = MaskBar(desk.canvas, self._actions).corner
        add("brush", options, LEFT, corner=corner, grows=False)
        layers = LayersPanel(desk.editor.open_document, desk.layers, self._actions)
        layers_dock = add("layers", layers, LEFT, corner=layers.corner)
        colour = ColourPanel(desk.colours, self._actions, desk.preferences)
        colour.failed.connect(desk.workspace.messages.show_error)
        add("colour", colour, LEFT, corner=colour.corner, behind=layers_dock)
        history_dock = add("history", history, LEFT, corner=history.corner)
        add("queue", queue, LEFT, corner=queue.corner, behind=history_dock)
        add("navigator", NavigatorPanel(desk.canvas), LEFT, grows=False, shown=False)
        add("prompt", self.prompt, RIGHT, corner=self.prompt.corner, grows=False)
        add("progress", ProgressPanel(runs), RIGHT, grows=False)
        candidates = self._candidates
        self._actions.connect("vary_candidate", candidates.vary)
        settings = add("settings", self._settings, RIGHT)
        choice = add("candidates", candidates, RIGHT, corner=candidates.corner, behind=settings)
        candidates.choice_begun.connect(choice.raise_)
