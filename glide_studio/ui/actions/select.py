"""Commands on the selection and on the mask that is made of it."""

from glide_studio.session.language import tr
from glide_studio.ui.actions.command import Command, Menu, switch


def select_menu() -> Menu:
    """The tools that select: by outline, then by colour."""
    return Menu(
        "select",
        tr("&Select"),
        (
            (
                switch(
                    "select_rectangle", tr("Rectangle"), tr("Select a box"), "M", "select_rectangle"
                ),
                switch(
                    "select_ellipse",
                    tr("Ellipse"),
                    tr("Select an ellipse"),
                    "Shift+M",
                    "select_ellipse",
                ),
                switch("lasso", tr("Lasso"), tr("Select freehand"), "L", "lasso"),
                switch("polygon", tr("Polygon"), tr("Select by corners"), "Shift+L", "polygon"),
            ),
            (
                switch("wand", tr("Magic Wand"), tr("Select what looks alike"), "W", "wand"),
                switch(
                    "colour_range",
                    tr("Colour Range"),
                    tr("Select colours, wherever they are"),
                    "Shift+W",
                    "colour_range",
                ),
            ),
        ),
    )


def mask_menu() -> Menu:
    """The mask as a whole."""
    return Menu("mask", tr("&Mask"), (_whole(), _edge(), _from_and_to(), _look()))


def _whole() -> tuple[Command, ...]:
    return (
        Command("fill_mask", tr("Mask All"), tr("Mask all of the picture"), "Ctrl+A", "fill_mask"),
        Command("clear_mask", tr("Clear Mask"), tr("Remove all of the mask"), "Ctrl+D", "clear"),
        Command(
            "invert_mask",
            tr("Invert Mask"),
            tr("Mask what is not masked"),
            "Ctrl+Shift+I",
            "invert_mask",
        ),
        Command(
            "reuse_mask",
            tr("Last Mask Again"),
            tr("Bring back the mask that was cleared"),
            "Ctrl+Shift+D",
            "reuse_mask",
        ),
    )


def _edge() -> tuple[Command, ...]:
    return (
        Command("grow_mask", tr("Grow…"), tr("Move the edge of the mask out"), "Ctrl+Alt+G"),
        Command("shrink_mask", tr("Shrink…"), tr("Move the edge of the mask in"), "Ctrl+Alt+K"),
        Command("feather_mask", tr("Feather…"), tr("Soften the edge of the mask"), "Shift+F6"),
        Command("smooth_mask", tr("Smooth…"), tr("Round corners, remove specks"), "Ctrl+Alt+M"),
    )


def _look() -> tuple[Command, ...]:
    return (
        switch("show_mask", tr("Show Mask"), tr("Show the mask or only the picture"), "Q"),
        switch("mask_tint", tr("Mask as Tint"), tr("Show the mask in a colour")),
        switch("mask_hatch", tr("Mask as Hatch"), tr("Show the mask by stripes")),
        switch("mask_ants", tr("Mask as Marching Ants"), tr("Show the mask by a moving edge")),
        Command("mask_colour", tr("Mask Colour…"), tr("Choose the colour of the tint")),
    )


def _from_and_to() -> tuple[Command, ...]:
    return (
        Command(
            "mask_from_layer",
            tr("Mask from Layer"),
            tr("Mask what is opaque in the active layer"),
        ),
        Command(
            "mask_to_layer",
            tr("Mask to Layer's Alpha"),
            tr("Make transparent what is not masked in the active layer"),
        ),
        Command(
            "import_mask", tr("Import Mask…"), tr("Read the mask from a picture: white is masked")
        ),
        Command("export_mask", tr("Export Mask…"), tr("Save the mask as a grey picture")),
    )
