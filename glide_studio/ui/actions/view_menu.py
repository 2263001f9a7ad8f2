"""The menu whose commands change how the picture is displayed."""

from glide_studio.session.language import tr
from glide_studio.ui.actions.command import Command, Menu, switch


def view_menu() -> Menu:
    """Zoom, rotation, rulers, guides and pixel grid."""
    zoom = (
        Command("zoom_in", tr("Zoom In"), tr("Enlarge the view"), "Ctrl++ Ctrl+=", "zoom_in"),
        Command("zoom_out", tr("Zoom Out"), tr("Reduce the view"), "Ctrl+-", "zoom_out"),
        Command("fit", tr("Fit in Window"), tr("Show the whole picture"), "Ctrl+0", "fit"),
        Command(
            "actual_size",
            tr("Actual Size"),
            tr("Show each picture pixel as one screen pixel"),
            "Ctrl+1",
            "actual_size",
        ),
        Command(
            "zoom_to_mask", tr("Zoom to Mask"), tr("Fit the masked area in the window"), "Ctrl+2"
        ),
    )
    rotation = (
        Command(
            "rotate_left", tr("Rotate View Left"), tr("Rotate the view to the left"), "Ctrl+[ 4"
        ),
        Command(
            "rotate_right", tr("Rotate View Right"), tr("Rotate the view to the right"), "Ctrl+] 6"
        ),
        switch("mirror_view", tr("Mirror View"), tr("Mirror the view, to spot mistakes"), "H"),
        Command(
            "reset_rotation",
            tr("Reset View Rotation"),
            tr("Undo rotation and mirroring of the view"),
            "5",
        ),
    )
    lines = (
        switch("rulers", tr("Rulers"), tr("Show rulers along the canvas"), "Ctrl+R"),
        switch("guides", tr("Guides"), tr("Show the guides"), "Ctrl+;"),
        Command("clear_guides", tr("Clear Guides"), tr("Remove all guides")),
        switch(
            "pixel_grid", tr("Pixel Grid"), tr("Show lines between pixels above 800%"), "Ctrl+'"
        ),
        switch("model_frames", tr("Model Frame"), tr("Show a frame around what the model sees")),
        switch(
            "show_changes",
            tr("Changed Pixels"),
            tr("Tint the pixels that the shown candidate, or the active layer, changes"),
        ),
    )
    return Menu("view", tr("&View"), (zoom, rotation, lines, _comparing()))


def _comparing() -> tuple[Command, ...]:
    """Comparing two states of the picture."""
    return (
        switch(
            "compare",
            tr("Compare"),
            tr("Compare the document, steps of the history and candidates"),
            "J",
            "compare",
        ),
        switch(
            "compare_split",
            tr("Compare by Slider"),
            tr("Divide the view by a line that you can drag"),
            "1",
            "compare",
        ),
        switch(
            "compare_beside",
            tr("Compare Side by Side"),
            tr("Show both side by side at the same zoom"),
            "2",
            "compare_beside",
        ),
        switch(
            "compare_blink",
            tr("Compare by Blinking"),
            tr("Show both alternately in the same place"),
            "3",
            "compare_blink",
        ),
    )
