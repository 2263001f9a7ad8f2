"""Commands on the selection and on the mask that is made of it."""

from glide_studio.session.language import tr
from glide_studio.ui.commands.command import Command, Menu


def select_menu() -> Menu:
    """What is selected."""
    return Menu("select", tr("&Select"), ())


def mask_menu() -> Menu:
    """The mask as a whole."""
    return Menu(
        "mask",
        tr("&Mask"),
        ((Command("clear_mask", tr("Clear Mask"), tr("Remove all of the mask"), "", "clear"),),),
    )
