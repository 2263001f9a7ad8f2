"""The commands on how the canvas shows the picture."""

from PySide6.QtCore import QObject

from glide_studio.session.editor import Editor
from glide_studio.session.preferences import Preferences
from glide_studio.ui.actions.actions import Actions
from glide_studio.ui.canvas.canvas import Canvas
from glide_studio.ui.canvas.view import UPRIGHT
from glide_studio.ui.canvas.viewport import ROTATION_STEP
from glide_studio.ui.workspace.workspace import Workspace

ZOOM_STEP = 1.25


class ViewCommands(QObject):
    """Connects zooming, turning and mirroring to a canvas; they know when they apply."""

    def __init__(self, canvas: Canvas, actions: Actions) -> None:
        super().__init__(actions.owner)
        self._canvas = canvas
        self._editor: Editor = canvas.editor
        actions.connect("fit", canvas.fit)
        actions.connect("actual_size", lambda: canvas.set_zoom(1.0))
        actions.connect("zoom_in", lambda: canvas.set_zoom(canvas.zoom * ZOOM_STEP))
        actions.connect("zoom_out", lambda: canvas.set_zoom(canvas.zoom / ZOOM_STEP))
        self._to_mask = actions.connect("zoom_to_mask", self._show_mask)
        actions.connect("rotate_left", lambda: canvas.rotate(-ROTATION_STEP))
        actions.connect("rotate_right", lambda: canvas.rotate(ROTATION_STEP))
        self._mirror = actions.connect("mirror_view", canvas.mirror)
        self._reset = actions.connect("reset_rotation", canvas.reset_turn)
        canvas.view_changed.connect(self._show_turn)
        self._editor.open_document.document_changed.connect(self._show_document)
        self._show_turn()
        self._show_document()

    def _show_mask(self) -> None:
        self._canvas.show_area(self._editor.document.mask.bounds())

    def _show_turn(self) -> None:
        self._mirror.setChecked(self._canvas.turn.mirrored)
        self._reset.setEnabled(self._canvas.turn != UPRIGHT)

    def _show_document(self) -> None:
        self._to_mask.setEnabled(not self._editor.document.mask.is_empty)


class LineCommands(QObject):
    """Connects rulers, guides and the pixel grid; rulers and grid are remembered."""

    def __init__(
        self, canvas: Canvas, workspace: Workspace, preferences: Preferences, actions: Actions
    ) -> None:
        super().__init__(actions.owner)
        self._canvas = canvas
        self._workspace = workspace
        self._preferences = preferences
        rulers = actions.connect_switch("rulers", self._show_rulers)
        grid = actions.connect_switch("pixel_grid", self._show_grid)
        self._guides = actions.connect_switch("guides", self._show_guides)
        self._clear = actions.connect("clear_guides", canvas.guides.clear)
        rulers.setChecked(preferences.rulers)
        grid.setChecked(preferences.pixel_grid)
        workspace.has_rulers = preferences.rulers
        canvas.has_grid = preferences.pixel_grid
        canvas.editor.open_document.document_changed.connect(self._show_document)
        self._show_document()

    def _show_rulers(self, wanted: bool) -> None:
        self._workspace.has_rulers = self._preferences.rulers = wanted

    def _show_grid(self, wanted: bool) -> None:
        self._canvas.has_grid = self._preferences.pixel_grid = wanted

    def _show_guides(self, wanted: bool) -> None:
        self._canvas.guides.visible = wanted

    def _show_document(self) -> None:
        self._guides.setChecked(self._canvas.guides.visible)
        self._clear.setEnabled(bool(self._canvas.editor.document.guides))
