"""The Brush menu."""

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
