"""Connects the View, Window and Help menus; `Docks` connects the switches of the panels."""

from functools import partial

from PySide6.QtCore import QEvent, QObject, Qt
from PySide6.QtGui import QAction, QGuiApplication
from PySide6.QtWidgets import QDockWidget, QMainWindow, QWidget

from glide_studio.session.comparison import CompareMode
from glide_studio.session.diagnostics import Diagnostics
from glide_studio.session.editor import Editor
from glide_studio.session.language import tr
from glide_studio.session.open_document import OpenDocument
from glide_studio.session.preferences import Preferences
from glide_studio.session.updates import Updates
from glide_studio.ui.actions.actions import Actions
from glide_studio.ui.canvas.canvas import Canvas
from glide_studio.ui.canvas.regions import RegionFrames
from glide_studio.ui.canvas.view import UPRIGHT
from glide_studio.ui.canvas.viewport import ROTATION_STEP
from glide_studio.ui.dialogs.about_dialog import AboutDialog
from glide_studio.ui.dialogs.command_palette import CommandPalette
from glide_studio.ui.dialogs.manual import Manual
from glide_studio.ui.workspace.compare_bar import MODES
from glide_studio.ui.workspace.workspace import Workspace

ZOOM_STEP = 1.25


def connect_view(actions: Actions, canvas: Canvas) -> None:
    """Connect zooming, rotating and mirroring."""
    editor = canvas.editor
    actions.connect("fit", canvas.fit)
    actions.connect("actual_size", lambda: canvas.set_zoom(1.0))
    actions.connect("zoom_in", lambda: canvas.set_zoom(canvas.zoom * ZOOM_STEP))
    actions.connect("zoom_out", lambda: canvas.set_zoom(canvas.zoom / ZOOM_STEP))
    actions.connect("zoom_to_mask", lambda: canvas.show_area(editor.document.mask.bounds()))
    actions.connect("rotate_left", lambda: canvas.rotate(-ROTATION_STEP))
    actions.connect("rotate_right", lambda: canvas.rotate(ROTATION_STEP))
    mirror = actions.connect("mirror_view", canvas.mirror)
    actions.connect("reset_rotation", canvas.reset_rotation)
    changed = canvas.view_changed
    actions.update_on(lambda: mirror.setChecked(canvas.rotation.mirrored), changed)
    actions.enable_when(lambda: canvas.rotation != UPRIGHT, ["reset_rotation"], changed)
    actions.enable_when(
        lambda: not editor.document.mask.is_empty,
        ["zoom_to_mask"],
        editor.open_document.document_changed,
    )


def connect_comparison(actions: Actions, editor: Editor) -> None:
    """Connect the comparison and its modes; choosing a mode begins to compare."""
    comparison = editor.comparison

    def turn(wanted: bool) -> None:
        (comparison.start if wanted else comparison.stop)()

    def choose(mode: CompareMode) -> None:
        comparison.mode = mode
        comparison.start()

    def update() -> None:
        switch.setChecked(comparison.is_on)
        for name, mode in MODES.items():
            actions[name].setChecked(comparison.is_on and comparison.mode is mode)

    switch = actions.connect_switch("compare", turn)
    for name, mode in MODES.items():
        actions.connect(name, partial(choose, mode)).triggered.connect(update)
    actions.update_on(update, comparison.changed)
    names = ["compare", *MODES]
    changed = (editor.open_document.history_changed, editor.review.changed)
    actions.enable_when(lambda: comparison.can_start, names, *changed)


def connect_lines(
    actions: Actions,
    canvas: Canvas,
    workspace: Workspace,
    frames: RegionFrames,
    preferences: Preferences,
) -> None:
    """Connect rulers, guides, the pixel grid and the model frame; all but guides are
    remembered."""
    editor = canvas.editor

    def show_rulers(wanted: bool) -> None:
        workspace.has_rulers = preferences.rulers = wanted

    def show_grid(wanted: bool) -> None:
        canvas.has_grid = preferences.pixel_grid = wanted

    def show_frames(wanted: bool) -> None:
        preferences.model_frame = wanted
        frames.setVisible(wanted)

    def show_guides(wanted: bool) -> None:
        canvas.guides.visible = wanted

    workspace.has_rulers, canvas.has_grid = preferences.rulers, preferences.pixel_grid
    actions.connect_switch("rulers", show_rulers).setChecked(preferences.rulers)
    actions.connect_switch("pixel_grid", show_grid).setChecked(preferences.pixel_grid)
    actions.connect_switch("model_frames", show_frames).setChecked(preferences.model_frame)
    guides = actions.connect_switch("guides", show_guides)
    actions.connect("clear_guides", canvas.guides.clear)
    changed = editor.open_document.document_changed
    actions.update_on(lambda: guides.setChecked(canvas.guides.visible), changed)
    actions.enable_when(lambda: bool(editor.document.guides), ["clear_guides"], changed)


def connect_window(actions: Actions, window: QMainWindow, centre: QWidget) -> None:
    """Connect full screen, moving between panels, and help; the palette opens over `centre`."""

    def fill_screen(wanted: bool) -> None:
        state, full = window.windowState(), Qt.WindowState.WindowFullScreen
        window.setWindowState(state | full if wanted else state & ~full)

    full_screen = actions.connect_switch("full_screen", fill_screen)
    window.installEventFilter(_FullScreenWatch(window, full_screen))
    actions.connect("next_panel", lambda: _go_to_next_panel(window, centre))
    actions.connect("command_palette", lambda: CommandPalette(actions, window).open_over(centre))
    actions.connect("manual", lambda: Manual(actions, window).show())
    actions.connect("about", lambda: AboutDialog(window).open())


def connect_diagnostics(
    actions: Actions, diagnostics: Diagnostics, open_document: OpenDocument
) -> None:
    """Connect the command that copies information for a bug report."""

    def copy() -> None:
        QGuiApplication.clipboard().setText(diagnostics.text())
        said = tr(
            "Diagnostics copied. Paste them into your bug report. They contain no prompts and no "
            "file names."
        )
        open_document.noticed.emit(said)

    actions.connect("copy_diagnostics", copy)


def connect_updates(actions: Actions, updates: Updates, preferences: Preferences) -> None:
    """Connect the command that looks for a newer version."""
    actions.connect("check_for_updates", lambda: updates.look(offline=preferences.offline))


class _FullScreenWatch(QObject):
    """Checks the command's action whenever the desktop makes the window fill the screen."""

    def __init__(self, window: QMainWindow, action: QAction) -> None:
        super().__init__(window)
        self._window = window
        self._action = action

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        if event.type() == QEvent.Type.WindowStateChange:
            self._action.setChecked(self._window.isFullScreen())
        return False


def _go_to_next_panel(window: QMainWindow, centre: QWidget) -> None:
    """Give the focus to the panel after the one that has it; `centre` is one of them."""
    docks = [dock for dock in window.findChildren(QDockWidget) if _is_seen(dock)]
    docks.sort(key=lambda dock: (dock.x(), dock.y()))  # column by column
    stops = [centre, *docks]
    focus = window.focusWidget()
    here = [number for number, stop in enumerate(stops) if stop.isAncestorOf(focus)]
    start = here[0] + 1 if here else 0
    for stop in stops[start:] + stops[:start]:
        controls = [widget for widget in stop.findChildren(QWidget) if _takes_tab(widget)]
        if controls:
            controls[0].setFocus(Qt.FocusReason.TabFocusReason)
            return


def _is_seen(dock: QDockWidget) -> bool:
    """Whether a panel is there, and not behind another one."""
    return dock.isVisible() and not dock.visibleRegion().isEmpty()


def _takes_tab(widget: QWidget) -> bool:
    tab = Qt.FocusPolicy.TabFocus
    return widget.isVisible() and widget.isEnabled() and widget.focusPolicy() & tab == tab


def connect_documents(actions: Actions, editor: Editor) -> None:
    """Connect the commands that show the next and the previous of the open documents."""
    open_document = editor.open_document

    def step(by: int) -> None:
        states = open_document.states
        editor.show(states[(states.index(open_document.state) + by) % len(states)])

    actions.connect("next_document", lambda: step(1))
    actions.connect("previous_document", lambda: step(-1))
    actions.enable_when(
        lambda: len(open_document.states) > 1,
        ["next_document", "previous_document"],
        open_document.documents_changed,
    )
