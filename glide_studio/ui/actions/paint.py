"""The Brush and Colour menus."""

from glide_studio.session.language import tr
from glide_studio.ui.actions.command import Command, Menu, switch


def brush_menu() -> Menu:
    """The tools that paint the mask, then size and hardness."""
    return Menu(
        "brush",
        tr("&Brush"),
        (
            (
                switch(
                    "brush",
                    tr("Mask Brush"),
                    tr("Paint a mask over the area to repaint"),
                    "B",
                    "brush",
                ),
                switch("eraser", tr("Mask Eraser"), tr("Erase the mask"), "E", "eraser"),
            ),
            (
                Command("smaller_brush", tr("Smaller Brush"), tr("Decrease the brush size"), "["),
                Command("larger_brush", tr("Larger Brush"), tr("Increase the brush size"), "]"),
                Command(
                    "softer_brush",
                    tr("Softer Brush"),
                    tr("Decrease the hardness of the brush"),
                    "Shift+[",
                ),
                Command(
                    "harder_brush",
                    tr("Harder Brush"),
                    tr("Increase the hardness of the brush"),
                    "Shift+]",
                ),
            ),
        ),
    )


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
