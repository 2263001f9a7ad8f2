"""The Select and Mask menus."""

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
                    "select_rectangle",
                    tr("Rectangle"),
                    tr("Select a rectangular area"),
                    "M",
                    "select_rectangle",
                ),
                switch(
                    "select_ellipse",
                    tr("Ellipse"),
                    tr("Select an elliptical area"),
                    "Shift+M",
                    "select_ellipse",
                ),
                switch("lasso", tr("Lasso"), tr("Select an area freehand"), "L", "lasso"),
                switch(
                    "polygon",
                    tr("Polygon"),
                    tr("Select an area corner by corner"),
                    "Shift+L",
                    "polygon",
                ),
            ),
            (
                switch(
                    "wand", tr("Magic Wand"), tr("Select an area of similar colour"), "W", "wand"
                ),
                switch(
                    "colour_range",
                    tr("Colour Range"),
                    tr("Select similar colours everywhere in the picture"),
                    "Shift+W",
                    "colour_range",
                ),
            ),
        ),
    )


def mask_menu() -> Menu:
    """The mask as a whole."""
    return Menu("mask", tr("&Mask"), (_whole(), _edge(), _exchange(), _display()))


def _whole() -> tuple[Command, ...]:
    return (
        Command("fill_mask", tr("Mask All"), tr("Mask the whole picture"), "Ctrl+A", "fill_mask"),
        Command("clear_mask", tr("Clear Mask"), tr("Remove the mask"), "Ctrl+D", "clear"),
        Command(
            "invert_mask",
            tr("Invert Mask"),
            tr("Swap masked and unmasked areas"),
            "Ctrl+Shift+I",
            "invert_mask",
        ),
        Command(
            "reuse_mask",
            tr("Restore Last Mask"),
            tr("Restore the mask that was cleared last"),
            "Ctrl+Shift+D",
            "reuse_mask",
        ),
    )


def _edge() -> tuple[Command, ...]:
    return (
        Command("grow_mask", tr("Grow…"), tr("Move the edge of the mask outwards"), "Ctrl+Alt+G"),
        Command(
            "shrink_mask", tr("Shrink…"), tr("Move the edge of the mask inwards"), "Ctrl+Alt+K"
        ),
        Command("feather_mask", tr("Feather…"), tr("Soften the edge of the mask"), "Shift+F6"),
        Command(
            "smooth_mask",
            tr("Smooth…"),
            tr("Round the corners of the mask and remove specks"),
            "Ctrl+Alt+M",
        ),
    )


def _display() -> tuple[Command, ...]:
    return (
        switch("show_mask", tr("Show Mask"), tr("Show or hide the mask"), "Q"),
        switch("mask_tint", tr("Mask as Tint"), tr("Show the mask as a coloured overlay")),
        switch("mask_hatch", tr("Mask as Hatching"), tr("Show the mask as diagonal stripes")),
        switch("mask_ants", tr("Mask as Marching Ants"), tr("Show the mask as a moving outline")),
        Command("mask_colour", tr("Mask Colour…"), tr("Choose the colour of the mask")),
    )


def _exchange() -> tuple[Command, ...]:
    return (
        Command(
            "mask_from_layer",
            tr("Mask from Layer"),
            tr("Mask the opaque area of the active layer"),
        ),
        Command(
            "mask_to_layer",
            tr("Mask to Layer Alpha"),
            tr("Make the unmasked area of the active layer transparent"),
        ),
        Command(
            "import_mask",
            tr("Import Mask…"),
            tr("Load the mask from a picture in which white is masked"),
        ),
        Command("export_mask", tr("Export Mask…"), tr("Save the mask as a greyscale picture")),
    )
