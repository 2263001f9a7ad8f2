"""What the window consists of, and what is connected with what."""

from collections.abc import Sequence
from functools import partial
from pathlib import Path

from PySide6.QtCore import QSize, Qt
from PySide6.QtGui import QAction, QShortcut
from PySide6.QtWidgets import (
    QAbstractButton,
    QDockWidget,
    QMainWindow,
    QToolBar,
    QToolButton,
    QVBoxLayout,
    QWidget,
)

from glide_studio.core.files.project import Project, SavedView
from glide_studio.core.request.devices import Device
from glide_studio.core.request.settings import Settings
from glide_studio.session.blend_commands import BlendCommands
from glide_studio.session.colours import Colours
from glide_studio.session.diagnostics import Diagnostics
from glide_studio.session.editor import Editor
from glide_studio.session.language import tr
from glide_studio.session.layer_commands import LayerCommands
from glide_studio.session.mask_commands import MaskCommands
from glide_studio.session.model_view import ModelView
from glide_studio.session.preferences import Preferences
from glide_studio.session.prompt_book import FILE, PromptBook
from glide_studio.session.word_lists import FOLDER, WordLists
from glide_studio.ui.actions.actions import Actions
from glide_studio.ui.actions.table import menus
from glide_studio.ui.canvas.canvas import Canvas
from glide_studio.ui.canvas.regions import RegionFrames
from glide_studio.ui.commands.document_commands import (
    connect_blends,
    connect_edit,
    connect_image,
    connect_layers,
)
from glide_studio.ui.commands.file_commands import ExportCommands, FileCommands, RecentFiles
from glide_studio.ui.commands.generate_commands import connect_generate
from glide_studio.ui.commands.model_commands import ModelCommands
from glide_studio.ui.commands.rescue import SaveCopy
from glide_studio.ui.commands.select_commands import (
    connect_mask,
    connect_mask_look,
    connect_model_frame,
)
from glide_studio.ui.commands.tool_commands import connect_brush, connect_colours, connect_tools
from glide_studio.ui.commands.view_commands import (
    connect_diagnostics,
    connect_lines,
    connect_view,
    connect_window,
)
from glide_studio.ui.dialogs.file_dialogs import FileDialogs
from glide_studio.ui.panels.blend_panel import BlendPanel
from glide_studio.ui.panels.candidates_panel import CandidatesPanel
from glide_studio.ui.panels.colour_panel import ColourPanel
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
from glide_studio.ui.style.icons import SIZE
from glide_studio.ui.tools.toolbox import Toolbox
from glide_studio.ui.widgets.naming import named
from glide_studio.ui.window.docks import LEFT, RIGHT, Docks
from glide_studio.ui.window.key_focus import KeyFocus
from glide_studio.ui.window.status_bar import StatusBar
from glide_studio.ui.workspace.workspace import Workspace

BUTTONS = {
    "generate": "generate_button",
    "cancel": "cancel_button",
    "live": "live_button",
    "keep_live": "keep_live_button",
    "branch_candidate": "branch_button",
    "open": "welcome_open_button",
}
"""Commands whose buttons do not look like them: their tooltips follow the shortcuts."""


CHANGING_MENUS = ("select", "image", "layer", "mask", "colour")
"""Their commands finish a stroke first, so that it lands on the layer that it was begun on."""


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
        editor.word_lists = WordLists(
            editor.models.model.card, None if data is None else data / FOLDER
        )
        self._layers = LayerCommands(editor.open_document, editor.review)
        self._mask = MaskCommands(editor.open_document, editor.review)
        self._blends = BlendCommands(editor.open_document, editor.review, self._layers, editor)
        self.diagnostics = Diagnostics(editor)
        self._colours = Colours(preferences, window)
        book = PromptBook(None if data is None else data / FILE, window)

        self.canvas = Canvas(editor)
        self.canvas.fingers.preference = lambda: preferences.one_finger
        self._view = ModelView(editor.open_document, editor.review, editor.models, window)
        self._frames = RegionFrames(self.canvas, self._view)
        self._tools = Toolbox(self.canvas, editor, self._layers, self._mask, self._view)
        self._workspace = Workspace(editor, self.canvas)
        self._settings = SettingsForm(editor.models)
        self.prompt = PromptPanel(editor, self._settings, book, self._view)
        self._candidates = CandidatesPanel(editor)

        self._actions = actions = Actions(menus(), preferences, window)
        for changing in actions.commands_of(*CHANGING_MENUS):
            actions[changing.name].triggered.connect(self.canvas.finish_gesture)
        self._dialogs = FileDialogs(window, preferences)
        self.files = FileCommands(editor, preferences, self._dialogs, actions)
        ExportCommands(editor, preferences, self._dialogs, actions)
        self.models = ModelCommands(editor.library, preferences, self._dialogs, actions)
        self.docks = Docks(window, actions, preferences)
        zoom_actions = actions["fit"], actions["actual_size"]
        self.status = StatusBar(editor, self.canvas, self._tools, *zoom_actions)
        self._lay_out_centre()
        tool_actions = self._connect_commands()
        self._add_panels()
        self._connect_workspace(book)
        editor.window_state = self._window_state
        editor.opened.connect(self._show_project)
        actions.fill(window.menuBar())
        # After the panels, for the canvas comes next, which keeps Tab to itself.
        window.addToolBar(Qt.ToolBarArea.LeftToolBarArea, ToolBar(tool_actions))
        for command, name in BUTTONS.items():
            button = window.findChild(QAbstractButton, name)
            assert button is not None, name
            actions.follow(command, button)
        panels = (*window.findChildren(QDockWidget), *window.findChildren(QToolBar))
        keys = KeyFocus(self.canvas, (self._workspace, self.status, *panels), window)
        self.prompt.generated.connect(keys.to_canvas)  # Undo removes the picture, not words
        self.docks.restore()

    def _window_state(self) -> tuple[SavedView | None, Settings | None]:
        """What a project file keeps of the window."""
        return self.canvas.saved_view, self.prompt.settings

    def _show_project(self, project: Project) -> None:
        """Show what a project file has kept of the window; without a view, the whole picture."""
        self.canvas.show_saved(project.view)
        if project.settings is not None:
            self.prompt.show_settings(project.settings)

    def _lay_out_centre(self) -> None:
        centre = QWidget()
        layout = QVBoxLayout(centre)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(0)
        layout.addWidget(self._workspace, 1)
        layout.addWidget(self.status)
        self._window.setCentralWidget(centre)

    def _connect_workspace(self, book: PromptBook) -> None:
        welcome, messages, files = self._workspace.welcome, self._workspace.messages, self.files
        recent = RecentFiles(
            self._editor.open_document, self._preferences, self._actions, files.open_file
        )
        recent.changed.connect(welcome.show_recent)
        welcome.show_recent(self._preferences.recent_files)
        welcome.recent_chosen.connect(files.open_file)
        welcome.sample_chosen.connect(files.open_sample)
        welcome.open_requested.connect(files.open)
        welcome.example_chosen.connect(self.prompt.generate_prompt)
        for place in (welcome, self.prompt):
            place.models_requested.connect(self._actions["manage_models"].trigger)
        self.prompt.failed.connect(messages.show_error)
        self.prompt.noticed.connect(messages.show_notice)
        book.failed.connect(messages.show_error)
        self._editor.library.failed.connect(messages.show_error)
        self._editor.library.noticed.connect(messages.show_notice)
        if book.notice is not None:
            messages.show_notice(book.notice)

    def _connect_commands(self) -> list[list[QAction]]:
        """Connect the commands that no panel connects; returns those of the tools."""
        actions, editor, preferences = self._actions, self._editor, self._preferences
        canvas, workspace = self.canvas, self._workspace
        connect_edit(actions, editor, self._layers, preferences, lambda: self.devices)
        connect_mask(actions, editor, self._mask, self._dialogs)
        connect_model_frame(actions, self._view)
        connect_mask_look(actions, canvas, preferences)
        connect_image(actions, editor)
        connect_layers(actions, editor.open_document, self._layers)
        connect_blends(actions, self._blends, canvas)
        connect_brush(actions, self._tools)
        connect_colours(actions, self._colours, self._layers, self._tools)
        connect_view(actions, canvas)
        connect_lines(actions, canvas, workspace, self._frames, preferences)
        connect_generate(actions, editor, preferences, self.prompt, self._candidates)
        connect_window(actions, self._window, workspace)
        title = tr("Use Settings From Picture")
        ask = partial(self._dialogs.ask_picture, "settings_dialog", title, projects=True)
        actions.connect("use_settings", lambda: ask(self.prompt.take_settings))
        connect_diagnostics(actions, self.diagnostics, editor.open_document)
        self._save_copy = SaveCopy(editor, self._dialogs)
        workspace.messages.copy_requested.connect(self._save_copy.ask)
        hide = QShortcut("Tab", canvas, context=Qt.ShortcutContext.WidgetShortcut)
        hide.activated.connect(actions["hide_panels"].trigger)
        return connect_tools(actions, canvas, self._tools)

    def _add_panels(self) -> None:
        editor, actions, canvas = self._editor, self._actions, self.canvas
        preferences, add = self._preferences, self.docks.add
        options = ToolOptions(canvas, self._tools)
        add("brush", options, LEFT, corner=MaskBar(canvas, actions).corner, grows=False)
        layers = LayersPanel(editor.open_document, self._layers, actions)
        layers_dock = add("layers", layers, LEFT, corner=layers.corner)
        colour = ColourPanel(self._colours, actions, preferences)
        colour.failed.connect(self._workspace.messages.show_error)
        add("colour", colour, LEFT, corner=colour.corner, behind=layers_dock)
        history = HistoryPanel(editor, actions["undo"], actions["redo"])
        history_dock = add("history", history, LEFT, corner=history.corner)
        queue = QueuePanel(editor.runs, preferences, actions)
        add("queue", queue, LEFT, corner=queue.corner, behind=history_dock)
        add("navigator", NavigatorPanel(canvas), LEFT, grows=False, shown=False)
        add("prompt", self.prompt, RIGHT, corner=self.prompt.corner, grows=False)
        add("progress", ProgressPanel(editor.runs), RIGHT, grows=False)
        settings_dock = add("settings", self._settings, RIGHT)
        candidates = self._candidates
        candidates_dock = add(
            "candidates", candidates, RIGHT, corner=candidates.corner, behind=settings_dock
        )
        add("blend", BlendPanel(self._blends, actions), RIGHT, behind=settings_dock)
        seen = ModelViewPanel(self._view, canvas, actions)
        self.prompt.tools.measured.connect(seen.show_length)
        seen_dock = add("model_view", seen, RIGHT, behind=settings_dock)
        seen_dock.visibilityChanged.connect(self._view.refresh)
        candidates.choice_begun.connect(candidates_dock.raise_)


class ToolBar(QToolBar):
    """A button for each command that chooses a tool, called "NAME_button"."""

    def __init__(self, sections: Sequence[Sequence[QAction]]) -> None:
        super().__init__(tr("Tools"))
        named(self, "tool_bar", tr("Tools"), tr("Tools"))
        self.setOrientation(Qt.Orientation.Vertical)
        self.setMovable(False)
        self.setIconSize(QSize(SIZE, SIZE))
        self.setContextMenuPolicy(Qt.ContextMenuPolicy.PreventContextMenu)
        for section in sections:
            self.addSeparator()
            for action in section:
                self.addAction(action)
                button = self.widgetForAction(action)
                assert isinstance(button, QToolButton)
                name = action.objectName().removesuffix("_action")
                named(button, f"{name}_button", action.text(), action.toolTip())
