"""Commands on the selection and on the mask that is made of it."""

from glide_studio.session.language import tr
from glide_studio.ui.commands.command import Command, Menu, switch


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
    return Menu(
        "mask",
        tr("&Mask"),
        ((Command("clear_mask", tr("Clear Mask"), tr("Remove all of the mask"), "", "clear"),),),
    )
