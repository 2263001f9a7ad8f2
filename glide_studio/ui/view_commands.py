"""The commands on how the canvas shows the picture."""

from glide_studio.ui.actions import Actions
from glide_studio.ui.canvas import Canvas

ZOOM_STEP = 1.25


def connect_view(actions: Actions, canvas: Canvas) -> None:
    """Connect zooming to a canvas."""
    actions.connect("fit", canvas.fit)
    actions.connect("actual_size", lambda: canvas.set_zoom(1.0))
    actions.connect("zoom_in", lambda: canvas.set_zoom(canvas.zoom * ZOOM_STEP))
    actions.connect("zoom_out", lambda: canvas.set_zoom(canvas.zoom / ZOOM_STEP))
