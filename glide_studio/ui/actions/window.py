"""The panels, and where to find help."""

from glide_studio.session.language import tr
from glide_studio.ui.actions.command import Command, Menu, switch


def window_menu() -> Menu:
    """One switch for each panel, whose title is the switch's text; see `Docks.add`."""
    return Menu(
        "window",
        tr("&Window"),
        (
            (
                switch("prompt_panel", tr("Prompt"), tr("Say what to make, and make it")),
                switch("settings_panel", tr("Settings"), tr("Show how pictures are made")),
                switch("progress_panel", tr("Progress"), tr("Show how far the picture is")),
                switch("candidates_panel", tr("Candidates"), tr("Show the pictures of a run")),
                switch("queue_panel", tr("Queue"), tr("Show the runs that wait")),
                switch("brush_panel", tr("Tool"), tr("Show the tool and its settings"), "F5"),
                switch("colour_panel", tr("Colour"), tr("Show the colours to paint with"), "F6"),
                switch("layers_panel", tr("Layers"), tr("Show the layers"), "F7"),
                switch(
                    "navigator_panel", tr("Navigator"), tr("Show the whole picture, small"), "F8"
                ),
                switch("history_panel", tr("History"), tr("Show all steps to return to")),
            ),
            (
                switch("full_screen", tr("Full Screen"), tr("Fill the screen"), "F11"),
                switch(
                    "hide_panels",
                    tr("Hide Panels"),
                    tr("Leave only the picture; on the canvas, Tab does it"),
                    "Shift+F11",
                ),
                Command("next_panel", tr("Next Panel"), tr("Go to the next panel"), "Ctrl+Tab"),
                Command(
                    "default_layout",
                    tr("Restore Default Layout"),
                    tr("Put every panel back in its place"),
                ),
            ),
        ),
    )


def help_menu() -> Menu:
    """The manual and the small print."""
    return Menu(
        "help",
        tr("&Help"),
        (
            (
                Command("manual", tr("Manual"), tr("Read how everything works"), "F1"),
                Command(
                    "command_palette",
                    tr("Find a Command…"),
                    tr("Type a few letters of any command"),
                    "Ctrl+Shift+P",
                    "search",
                ),
            ),
            (Command("about", tr("About GLIDE Studio"), tr("Version and licences")),),
        ),
    )
