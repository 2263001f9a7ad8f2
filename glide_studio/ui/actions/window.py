"""The Window and Help menus."""

from glide_studio.session.language import tr
from glide_studio.ui.actions.command import Command, Menu, switch


def window_menu() -> Menu:
    """One switch for each panel, whose title is the switch's text; see `Docks.add`."""
    return Menu(
        "window",
        tr("&Window"),
        (
            (
                switch("prompt_panel", tr("Prompt"), tr("Show the prompt and the Generate button")),
                switch("settings_panel", tr("Settings"), tr("Show the settings for generating")),
                switch(
                    "progress_panel", tr("Progress"), tr("Show the progress of the current run")
                ),
                switch(
                    "candidates_panel", tr("Candidates"), tr("Show the pictures to choose from")
                ),
                switch("queue_panel", tr("Queue"), tr("Show running, waiting and finished runs")),
                switch("brush_panel", tr("Tool"), tr("Show the options of the current tool"), "F5"),
                switch(
                    "colour_panel",
                    tr("Colour"),
                    tr("Show colour wheel, recent colours and palette"),
                    "F6",
                ),
                switch("layers_panel", tr("Layers"), tr("Show the layers"), "F7"),
                switch(
                    "navigator_panel", tr("Navigator"), tr("Show an overview of the picture"), "F8"
                ),
                switch(
                    "history_panel",
                    tr("History"),
                    tr("Show the steps that can be undone and redone"),
                ),
            ),
            (
                switch("full_screen", tr("Full Screen"), tr("Use the whole screen"), "F11"),
                switch(
                    "hide_panels",
                    tr("Hide Panels"),
                    tr("Hide all panels, or press Tab on the canvas"),
                    "Shift+F11",
                ),
                Command(
                    "next_panel",
                    tr("Next Panel"),
                    tr("Move the keyboard focus to the next panel"),
                    "Ctrl+Tab",
                ),
                Command(
                    "default_layout",
                    tr("Restore Default Layout"),
                    tr("Return all panels to their default places"),
                ),
            ),
        ),
    )


def help_menu() -> Menu:
    """Manual, command palette, about box."""
    return Menu(
        "help",
        tr("&Help"),
        (
            (
                Command("manual", tr("Manual"), tr("Open the manual"), "F1"),
                Command(
                    "command_palette",
                    tr("Find a Command…"),
                    tr("Search all commands"),
                    "Ctrl+Shift+P",
                    "search",
                ),
            ),
            (Command("about", tr("About GLIDE Studio"), tr("Show version and licences")),),
        ),
    )
