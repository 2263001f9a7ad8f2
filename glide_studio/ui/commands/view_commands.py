"""Connects the View menu: how the canvas shows the picture."""

from glide_studio.session.preferences import Preferences
from glide_studio.ui.actions.actions import Actions
from glide_studio.ui.canvas.canvas import Canvas
from glide_studio.ui.canvas.view import UPRIGHT
from glide_studio.ui.canvas.viewport import ROTATION_STEP
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


def connect_lines(
    actions: Actions, canvas: Canvas, workspace: Workspace, preferences: Preferences
) -> None:
    """Connect rulers, guides and the pixel grid; rulers and grid are remembered."""
    editor = canvas.editor

    def show_rulers(wanted: bool) -> None:
        workspace.has_rulers = preferences.rulers = wanted

    def show_grid(wanted: bool) -> None:
        canvas.has_grid = preferences.pixel_grid = wanted

    def show_guides(wanted: bool) -> None:
        canvas.guides.visible = wanted

    workspace.has_rulers, canvas.has_grid = preferences.rulers, preferences.pixel_grid
    actions.connect_switch("rulers", show_rulers).setChecked(preferences.rulers)
    actions.connect_switch("pixel_grid", show_grid).setChecked(preferences.pixel_grid)
    guides = actions.connect_switch("guides", show_guides)
    actions.connect("clear_guides", canvas.guides.clear)
    changed = editor.open_document.document_changed
    actions.update_on(lambda: guides.setChecked(canvas.guides.visible), changed)
    actions.enable_when(lambda: bool(editor.document.guides), ["clear_guides"], changed)
