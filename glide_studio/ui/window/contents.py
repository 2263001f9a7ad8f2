"""The contents of the window, and the connections between them."""

from functools import partial
from pathlib import Path

from PySide6.QtCore import Qt
from PySide6.QtGui import QShortcut
from PySide6.QtWidgets import (
    QAbstractButton,
    QDockWidget,
    QMainWindow,
    QToolBar,
    QVBoxLayout,
    QWidget,
)

from glide_studio.core.request.devices import Device
from glide_studio.session.brush_presets import FILE as BRUSHES
from glide_studio.session.brush_presets import BrushPresets
from glide_studio.session.colours import Colours
from glide_studio.session.diagnostics import Diagnostics
from glide_studio.session.editor import Editor
from glide_studio.session.language import tr
from glide_studio.session.preferences import Preferences
from glide_studio.session.prompt_book import FILE, PromptBook
from glide_studio.session.word_lists import FOLDER
from glide_studio.ui.actions.actions import Actions
from glide_studio.ui.actions.table import menus
from glide_studio.ui.canvas.canvas import Canvas
from glide_studio.ui.canvas.regions import RegionFrames
from glide_studio.ui.commands import (
    adjust_commands,
    document_commands,
    generate_commands,
    layer_mask_commands,
    select_commands,
    tool_commands,
    view_commands,
)
from glide_studio.ui.commands.context_menus import connect_context_menus
from glide_studio.ui.commands.file_commands import ExportCommands, FileCommands, save_copy
from glide_studio.ui.commands.layer_drops import LayerDrops
from glide_studio.ui.commands.model_commands import ModelCommands
from glide_studio.ui.commands.recent_files import RecentFiles
from glide_studio.ui.commands.tool_gate import connect_tool_gate, settled
from glide_studio.ui.dialogs.file_dialogs import FileDialogs
from glide_studio.ui.panels.blend_panel import BlendPanel
from glide_studio.ui.panels.candidates_panel import CandidatesPanel
from glide_studio.ui.panels.colour_panel import ColourPanel
from glide_studio.ui.panels.edits_panel import EditsPanel
from glide_studio.ui.panels.history_panel import HistoryPanel
from glide_studio.ui.panels.layers_panel import LayersPanel
from glide_studio.ui.panels.mask_bar import MaskBar
from glide_studio.ui.panels.model_view_panel import ModelViewPanel
from glide_studio.ui.panels.navigator_panel import NavigatorPanel
from glide_studio.ui.panels.progress_panel import ProgressPanel
from glide_studio.ui.panels.prompt_panel import PromptPanel
from glide_studio.ui.panels.queue_panel import QueuePanel
from glide_studio.ui.panels.settings_form import SettingsForm
from glide_studio.ui.panels.tool_options import ToolOptions
from glide_studio.ui.tools.toolbox import Toolbox
from glide_studio.ui.widgets.layouts import fill
from glide_studio.ui.window.docks import LEFT, RIGHT, Docks
from glide_studio.ui.window.document_views import DocumentViews
from glide_studio.ui.window.key_focus import KeyFocus
from glide_studio.ui.window.status_bar import StatusBar
from glide_studio.ui.workspace.document_tabs import DocumentTabs
from glide_studio.ui.workspace.workspace import Workspace

BUTTONS = {
    "generate": "generate_button",
    "cancel": "cancel_button",
    "live": "live_button",
    "keep_live": "keep_live_button",
    "branch_candidate": "branch_button",
    "open": "welcome_open_button",
    "rerun_edit": "rerun_edit_button",
    "add_mask_colour": "add_mask_colour_button",
    "remove_mask_colour": "remove_mask_colour_button",
}
"""Commands whose buttons do not look like them: their tooltips follow the shortcuts."""


class WindowContents:
    """Canvas, panels, menus and bars of `window`, connected.

    Prompts and word lists are kept in the folder `data`, or nowhere.
    """

    def __init__(
        self,
        window: QMainWindow,
        editor: Editor,
        preferences: Preferences,
        data: Path | None,
    ) -> None:
        self._window = window
        self._editor = editor
        self._preferences = preferences
        self.devices: tuple[Device, ...] = ()
        self.diagnostics = Diagnostics(editor)
        self._colours = Colours(preferences, window)
        editor.word_lists.folder = None if data is None else data / FOLDER

        self._actions = actions = Actions(menus(), preferences, window)
        self._dialogs = FileDialogs(window, preferences, editor.previews)
        self.files = FileCommands(editor, preferences, self._dialogs, actions)
        self.models = ModelCommands(editor.library, preferences, self._dialogs, actions)

        self.canvas = Canvas(editor)
        self._frames = RegionFrames(self.canvas, editor.model_view)
        self._tools = Toolbox(self.canvas, editor)
        self._workspace = Workspace(editor, self.canvas, actions)
        self._settings = SettingsForm(editor.models)
        book = PromptBook(None if data is None else data / FILE, window)
        self.prompt = PromptPanel(editor, self._settings, book)
        self._presets = BrushPresets(None if data is None else data / BRUSHES, window)
        self._candidates = CandidatesPanel(editor)
        self.docks = Docks(window, actions, preferences)
        zoom_actions = actions["fit"], actions["actual_size"]
        self.status = StatusBar(editor, self.canvas, self._tools, *zoom_actions)

        self._settled = partial(settled, self.canvas)
        self._tabs = DocumentTabs(editor, self._settled, actions["close"].trigger)
        self._lay_out_centre()
        self._connect_canvas()
        tool_bar = self._connect_menus()
        self._add_panels()
        # Last in the focus chain before the canvas, which uses Tab for itself.
        window.addToolBar(Qt.ToolBarArea.LeftToolBarArea, tool_bar)
        self._connect_workspace()
        self._connect_messages(book)
        self._connect_buttons()
        connect_context_menus(actions, self.canvas)
        self.docks.restore()

    def _lay_out_centre(self) -> None:
        centre = QWidget()
        parts = [self._tabs, self._workspace, self.status]
        fill(QVBoxLayout(centre), parts, 0, grows=[self._workspace])
        self._window.setCentralWidget(centre)

    def _connect_menus(self) -> QToolBar:
        """Connect the commands that no panel connects; returns the bar of the tools."""
        actions, editor, preferences = self._actions, self._editor, self._preferences
        canvas, workspace, dialogs = self.canvas, self._workspace, self._dialogs
        ExportCommands(editor, preferences, dialogs, actions)
        document_commands.connect_edit(actions, editor, preferences, lambda: self.devices)
        document_commands.connect_image(actions, editor)
        document_commands.connect_layers(actions, editor)
        layer_mask_commands.connect_layer_masks(actions, editor)
        document_commands.connect_edits(actions, editor, self.prompt)
        document_commands.connect_blends(actions, editor.blends, canvas)
        adjust_commands.connect_adjustments(actions, editor, canvas, self._tools.adjust)
        select_commands.connect_mask(actions, editor, dialogs)
        canvas.mask_style_changed.connect(self.prompt.colours.show_style)
        select_commands.connect_mask_look(actions, canvas, preferences)
        select_commands.connect_mask_colours(actions, editor, self.prompt.colours.add)
        select_commands.connect_model_frame(actions, editor.model_view)
        tool_commands.connect_brush(actions, self._tools)
        tool_commands.connect_colours(actions, self._colours, editor.layers, self._tools)
        view_commands.connect_view(actions, canvas)
        view_commands.connect_comparison(actions, editor)
        view_commands.connect_lines(actions, canvas, workspace, self._frames, preferences)
        generate_commands.connect_generate(
            actions, editor, preferences, dialogs, self.prompt, self._candidates
        )
        view_commands.connect_window(actions, self._window, workspace)
        view_commands.connect_documents(actions, editor)
        view_commands.connect_diagnostics(actions, self.diagnostics, editor.open_document)
        view_commands.connect_updates(actions, editor.updates, preferences)
        actions.fill(self._window.menuBar())
        return tool_commands.connect_tools(actions, canvas, self._tools)

    def _add_panels(self) -> None:
        editor, actions, canvas = self._editor, self._actions, self.canvas
        preferences, add = self._preferences, self.docks.add
        options = ToolOptions(canvas, self._tools, self._presets)
        actions.connect("brush_presets", options.brush_panel.open_presets)
        add("brush", options, LEFT, corner=MaskBar(canvas, actions).corner, grows=False)
        layers = LayersPanel(editor, actions)
        layers_dock = add("layers", layers, LEFT, corner=layers.corner)
        LayerDrops(layers.rows, self._tabs, canvas, editor, self._settled)
        self._colour = colour = ColourPanel(self._colours, actions, preferences)
        self._colour_dock = add("colour", colour, LEFT, corner=colour.corner, behind=layers_dock)
        edits = EditsPanel(editor, actions)
        add("edits", edits, LEFT, corner=edits.corner, behind=layers_dock)
        history = HistoryPanel(editor, actions["undo"], actions["redo"])
        history_dock = add("history", history, LEFT, corner=history.corner)
        queue = QueuePanel(editor.runs, preferences, actions)
        add("queue", queue, LEFT, corner=queue.corner, behind=history_dock)
        add("navigator", NavigatorPanel(canvas), LEFT, shown=False)
        add("prompt", self.prompt, RIGHT, corner=self.prompt.corner, grows=False)
        add("progress", ProgressPanel(editor.runs), RIGHT, grows=False)
        settings_dock = add("settings", self._settings, RIGHT)
        candidates = self._candidates
        candidates_dock = add(
            "candidates", candidates, RIGHT, corner=candidates.corner, behind=settings_dock
        )
        add("blend", BlendPanel(editor.blends, actions), RIGHT, behind=settings_dock)
        seen = ModelViewPanel(editor.model_view, canvas, actions)
        self.prompt.tools.measured.connect(seen.show_length)
        seen_dock = add("model_view", seen, RIGHT, behind=settings_dock)
        seen_dock.visibilityChanged.connect(editor.model_view.refresh)
        candidates.choice_begun.connect(candidates_dock.raise_)

    def _connect_canvas(self) -> None:
        canvas, actions, editor = self.canvas, self._actions, self._editor
        canvas.fingers.preference = lambda: self._preferences.one_finger
        connect_tool_gate(actions, canvas)
        hide = QShortcut("Tab", canvas, context=Qt.ShortcutContext.WidgetShortcut)
        hide.activated.connect(actions["hide_panels"].trigger)
        self._views = DocumentViews(editor, canvas, self.prompt)

    def _connect_workspace(self) -> None:
        """Connect the welcome page and the list of recent files."""
        welcome, files, editor = self._workspace.welcome, self.files, self._editor
        recent = RecentFiles(
            editor.open_document, self._preferences, self._actions, files.open_file, editor.previews
        )
        recent.changed.connect(welcome.show_recent)
        welcome.show_recent(self._preferences.recent_files)
        welcome.recent_chosen.connect(files.open_file)
        welcome.sample_chosen.connect(files.open_sample)
        welcome.sketch_requested.connect(self._begin_sketch)
        welcome.open_requested.connect(files.open)
        welcome.example_chosen.connect(self.prompt.generate_prompt)
        welcome.models_requested.connect(self._actions["manage_models"].trigger)
        self.prompt.networks_requested.connect(self.models.offer)

    def _begin_sketch(self) -> None:
        self._actions["paint_brush"].trigger()
        self._colour_dock.raise_()
        said = tr("Paint roughly what you want, type a prompt that says what it is, and generate.")
        self._workspace.messages.show_notice(said)

    def _connect_messages(self, book: PromptBook) -> None:
        """Show messages from other sources than the open document, whose messages the workspace
        shows."""
        messages = self._workspace.messages
        library, updates = self._editor.library, self._editor.updates
        for failing in (self.prompt, library, updates, self._colour, book, self._presets):
            failing.failed.connect(messages.show_error)
        for noticing in (self.prompt, library, updates):
            noticing.noticed.connect(messages.show_notice)
        updates.found.connect(messages.show_page)
        for stored in (book, self._presets):
            if stored.notice is not None:
                messages.show_notice(stored.notice)
        messages.copy_requested.connect(partial(save_copy, self._editor, self._dialogs))

    def _connect_buttons(self) -> None:
        """Give buttons the tooltips of their commands, and keep the keys on the canvas."""
        window = self._window
        for command, name in BUTTONS.items():
            button = window.findChild(QAbstractButton, name)
            assert button is not None, name
            self._actions.follow(command, button)
        panels = (*window.findChildren(QDockWidget), *window.findChildren(QToolBar))
        keys = KeyFocus(self.canvas, (self._workspace, self.status, *panels), window)
        self.prompt.requested.connect(self._actions["generate"].trigger)
        self.prompt.generated.connect(keys.to_canvas)  # Undo removes the picture, not words
