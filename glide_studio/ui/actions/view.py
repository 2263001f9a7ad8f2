"""How the picture is shown."""

from glide_studio.session.language import tr
from glide_studio.ui.actions.command import Command, Menu, switch


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
                Command(
                    "zoom_to_mask",
                    tr("Zoom to Mask"),
                    tr("Show what the mask covers as large as it fits"),
                    "Ctrl+2",
                ),
            ),
            (
                Command(
                    "rotate_left", tr("Rotate View Left"), tr("Turn the page to the left"), "4"
                ),
                Command(
                    "rotate_right", tr("Rotate View Right"), tr("Turn the page to the right"), "6"
                ),
                switch(
                    "mirror_view",
                    tr("Mirror View"),
                    tr("Show the page as in a mirror, to see its faults"),
                    "H",
                ),
                Command(
                    "reset_rotation",
                    tr("Upright View"),
                    tr("Undo rotating and mirroring the view"),
                    "5",
                ),
            ),
            (
                switch("rulers", tr("Rulers"), tr("Show pixel scales along the canvas"), "Ctrl+R"),
                switch("guides", tr("Guides"), tr("Show the guides"), "Ctrl+;"),
                Command("clear_guides", tr("Clear Guides"), tr("Remove all guides")),
                switch(
                    "pixel_grid",
                    tr("Pixel Grid"),
                    tr("Set pixels apart above 800%"),
                    "Ctrl+'",
                ),
            ),
        ),
    )
