"""The Generate menu."""

from glide_studio.session.language import tr
from glide_studio.ui.actions.command import Command, Menu, switch


def generate_menu() -> Menu:
    """Runs, modes, prompts, candidates, and what happens when runs finish."""
    return Menu(
        "generate",
        tr("&Generate"),
        (_runs(), _modes(), _prompts(), _candidates(), _when_finished()),
    )


def _runs() -> tuple[Command, ...]:
    """Starting and stopping."""
    return (
        Command(
            "generate",
            tr("Generate"),
            tr("Generate a picture, or repaint the masked area"),
            "Ctrl+Return Ctrl+Enter",
            "generate",
        ),
        Command(
            "generate_alike",
            tr("Retry Prompt with Same Seed"),
            tr("Run the current prompt with the seed and settings of the last run"),
            "Ctrl+Shift+Return Ctrl+Shift+Enter",
        ),
        Command("cancel", tr("Cancel"), tr("Cancel the current run"), "Esc", "cancel"),
        Command("cancel_all", tr("Cancel All"), tr("Stop this run and clear the queue")),
    )


def _modes() -> tuple[Command, ...]:
    """What Generate does; unless one is chosen, the document decides."""
    return (
        switch(
            "text_to_image_mode",
            tr("Text to Image"),
            tr("Set Generate to create a new picture from the prompt"),
        ),
        switch("inpaint_mode", tr("Inpaint"), tr("Set Generate to repaint the masked area")),
        switch("outpaint_mode", tr("Outpaint"), tr("Set Generate to fill the transparent area")),
        switch(
            "sketch_mode", tr("Sketch"), tr("Set Generate to turn a rough sketch into a picture")
        ),
        switch("variation_mode", tr("Variation"), tr("Set Generate to vary the last result")),
        switch(
            "upscale_mode",
            tr("Upscale"),
            tr("Set Generate to enlarge the whole picture"),
        ),
    )


def _prompts() -> tuple[Command, ...]:
    """Earlier prompts, favourites, styles and word lists."""
    return (
        Command(
            "prompt_history",
            tr("Earlier Prompts…"),
            tr("Search earlier prompts"),
            "Alt+Up",
            "history",
        ),
        Command(
            "favourite_prompt",
            tr("Favourite Prompt"),
            tr("Add the prompt to the favourites, or remove it"),
            "",
            "star",
        ),
        Command(
            "edit_styles", tr("Edit Styles…"), tr("Edit the styles, which add words to a prompt")
        ),
        Command(
            "word_lists",
            tr("Word Lists…"),
            tr("Open the folder of the word lists, which prompts use as in __mood__"),
        ),
    )


def _candidates() -> tuple[Command, ...]:
    """Pictures to choose from."""
    return (
        Command(
            "next_candidate",
            tr("Next Candidate"),
            tr("Show the next candidate"),
            "Alt+Right",
        ),
        Command(
            "previous_candidate",
            tr("Previous Candidate"),
            tr("Show the previous candidate"),
            "Alt+Left",
        ),
        Command(
            "compare_candidate",
            tr("Compare with Original"),
            tr("Switch between the original and the shown candidate"),
            "\\",
        ),
        Command(
            "vary_candidate",
            tr("More Like This"),
            tr("Generate variations of the selected candidate"),
        ),
        Command(
            "accept_candidate",
            tr("Accept"),
            tr("Add the shown candidate to the picture"),
            "Alt+Return Alt+Enter",
        ),
        Command("discard_candidate", tr("Discard"), tr("Discard the shown candidate"), "Alt+Del"),
    )


def _when_finished() -> tuple[Command, ...]:
    """What happens when runs finish."""
    return (
        switch(
            "accept_single",
            tr("Accept Single Results Automatically"),
            tr("Automatically accept the result of a run with a single picture"),
        ),
        switch(
            "sound_when_done",
            tr("Sound When Finished"),
            tr("Play a sound when all runs are finished"),
            "",
            "sound",
        ),
        switch(
            "notify_when_done",
            tr("Notification When Finished"),
            tr(
                "Show a notification when all runs are finished and the window is in the background"
            ),
            "",
            "notify",
        ),
    )
