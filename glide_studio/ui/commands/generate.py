"""Making pictures."""

from glide_studio.session.language import tr
from glide_studio.ui.commands.command import Command, Menu


def generate_menu() -> Menu:
    """What the button beside the prompt does, and how to stop it."""
    return Menu(
        "generate",
        tr("&Generate"),
        (
            (
                Command(
                    "generate",
                    tr("Generate"),
                    tr("Make a picture, or repaint what the mask covers"),
                    "Ctrl+Return Ctrl+Enter",
                    "generate",
                ),
                Command("cancel", tr("Cancel"), tr("Stop the running picture"), "Esc", "cancel"),
            ),
        ),
    )
