"""The Colour menu."""

from glide_studio.session.language import tr
from glide_studio.ui.actions.command import Command, Menu, switch


def colour_menu() -> Menu:
    """Tools that paint with colour, then the two colours."""
    return Menu("colour", tr("&Colour"), (_tools(), _colours()))


def _tools() -> tuple[Command, ...]:
    return (
        switch(
            "paint_brush",
            tr("Colour Brush"),
            tr("Paint the active layer with colour"),
            "Shift+B",
            "paint_brush",
        ),
        switch(
            "paint_eraser",
            tr("Colour Eraser"),
            tr("Erase the active layer"),
            "Shift+E",
            "paint_eraser",
        ),
        switch(
            "eyedropper",
            tr("Eyedropper"),
            tr("Pick a colour from the picture, or hold Alt while painting"),
            "I",
            "eyedropper",
        ),
        Command(
            "fill_layer",
            tr("Fill Layer"),
            tr("Fill the active layer, or its masked area, with the foreground colour"),
            "Shift+Backspace",
            "fill",
        ),
    )


def _colours() -> tuple[Command, ...]:
    return (
        Command(
            "swap_colours",
            tr("Swap Colours"),
            tr("Swap the foreground and background colours"),
            "X",
            "swap",
        ),
        Command(
            "reset_colours",
            tr("Reset Colours"),
            tr("Set the foreground to black and the background to white"),
            "D",
        ),
    )
