"""The tools, and the brush that they paint with."""

from glide_studio.session.language import tr
from glide_studio.ui.actions.command import Command, Menu, switch


def brush_menu() -> Menu:
    """Tools first, then what changes the brush."""
    return Menu(
        "brush",
        tr("&Brush"),
        (
            (
                switch("brush", tr("Mask Brush"), tr("Paint where to generate"), "B", "brush"),
                switch("eraser", tr("Mask Eraser"), tr("Take away from the mask"), "E", "eraser"),
            ),
            (
                Command("smaller_brush", tr("Smaller Brush"), tr("Make the brush smaller"), "["),
                Command("larger_brush", tr("Larger Brush"), tr("Make the brush larger"), "]"),
                Command("softer_brush", tr("Softer Brush"), tr("Soften its edge"), "Shift+["),
                Command("harder_brush", tr("Harder Brush"), tr("Harden its edge"), "Shift+]"),
            ),
        ),
    )
