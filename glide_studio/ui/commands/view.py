"""How the picture is shown."""

from glide_studio.session.language import tr
from glide_studio.ui.commands.command import Command, Menu


def view_menu() -> Menu:
    """Zoom, and what lies over the picture."""
    return Menu(
        "view",
        tr("&View"),
        (
            (
                Command("zoom_in", tr("Zoom In"), tr("Look closer"), "Ctrl++ Ctrl+=", "zoom_in"),
                Command("zoom_out", tr("Zoom Out"), tr("Step back"), "Ctrl+-", "zoom_out"),
                Command("fit", tr("Fit in Window"), tr("Show the whole picture"), "Ctrl+0", "fit"),
                Command(
                    "actual_size",
                    tr("Actual Size"),
                    tr("Show every pixel as one pixel"),
                    "Ctrl+1",
                    "actual_size",
                ),
            ),
        ),
    )
