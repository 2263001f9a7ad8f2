"""The table of all commands: the menu bar, the shortcuts and the palette are made from it."""

from glide_studio.ui.actions.command import Menu
from glide_studio.ui.actions.document import edit_menu, file_menu, image_menu
from glide_studio.ui.actions.generate import generate_menu
from glide_studio.ui.actions.layer import layer_menu
from glide_studio.ui.actions.paint import brush_menu, colour_menu
from glide_studio.ui.actions.select import mask_menu, select_menu
from glide_studio.ui.actions.view import view_menu
from glide_studio.ui.actions.window import help_menu, window_menu


def menus() -> tuple[Menu, ...]:
    """The menus in order, in the language of the interface.

    To add a command, add its entry to a section here and connect it: `actions.connect(name, slot)`.
    Until then it is neither shown nor listed, and a menu without commands is not shown at all.
    """
    return (
        file_menu(),
        edit_menu(),
        select_menu(),
        image_menu(),
        layer_menu(),
        mask_menu(),
        brush_menu(),
        colour_menu(),
        view_menu(),
        generate_menu(),
        window_menu(),
        help_menu(),
    )
