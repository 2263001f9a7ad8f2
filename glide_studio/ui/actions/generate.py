"""Making pictures."""

from glide_studio.session.language import tr
from glide_studio.ui.actions.command import Command, Menu, switch


def generate_menu() -> Menu:
    """What the button beside the prompt does, and how to stop it."""
    return Menu(
        "generate", tr("&Generate"), (_runs(), _modes(), _prompts(), _candidates(), _habits())
    )


def _runs() -> tuple[Command, ...]:
    """Starting and stopping."""
    return (
        Command(
            "generate",
            tr("Generate"),
            tr("Make a picture, or repaint what the mask covers"),
            "Ctrl+Return Ctrl+Enter",
            "generate",
        ),
        Command(
            "generate_alike",
            tr("Same Seed, Next Prompt"),
            tr("Make the last picture again with another prompt, to compare"),
            "Ctrl+Shift+Return Ctrl+Shift+Enter",
        ),
        Command("cancel", tr("Cancel"), tr("Stop the running picture"), "Esc", "cancel"),
        Command("cancel_all", tr("Cancel All"), tr("Stop it and all that wait")),
    )


def _modes() -> tuple[Command, ...]:
    """What Generate does; without a choice what is there decides."""
    return (
        switch("text_to_image_mode", tr("Text to Image"), tr("Generate makes a new picture")),
        switch("inpaint_mode", tr("Inpaint the Mask"), tr("Generate repaints what is masked")),
        switch(
            "outpaint_mode", tr("Outpaint the Empty Edge"), tr("Generate fills what is transparent")
        ),
        switch("sketch_mode", tr("Sketch"), tr("Generate redraws what is roughly there")),
        switch("variation_mode", tr("Variation"), tr("Generate varies the last result")),
        switch(
            "upscale_mode", tr("Upscale 4x"), tr("Generate makes the picture four times as large")
        ),
    )


def _prompts() -> tuple[Command, ...]:
    """Words that were, and words to put around them."""
    return (
        Command(
            "prompt_history",
            tr("Earlier Prompts…"),
            tr("Search the prompts of before"),
            "Alt+Up",
            "history",
        ),
        Command(
            "favourite_prompt",
            tr("Favourite Prompt"),
            tr("Make the prompt a favourite, or no longer"),
            "",
            "star",
        ),
        Command("edit_styles", tr("Edit Styles…"), tr("Write words to put around prompts")),
        Command(
            "word_lists",
            tr("Word Lists…"),
            tr("Open the folder of the lists that prompts name, as in __mood__"),
        ),
    )


def _candidates() -> tuple[Command, ...]:
    """Pictures to choose from."""
    return (
        Command(
            "next_candidate",
            tr("Next Candidate"),
            tr("Show the next picture to choose from"),
            "Alt+Right",
        ),
        Command(
            "previous_candidate",
            tr("Previous Candidate"),
            tr("Show the picture before it"),
            "Alt+Left",
        ),
        Command(
            "compare_candidate",
            tr("Before or After"),
            tr("Show the picture without what is on show, or with it again"),
            "\\",
        ),
        Command(
            "vary_candidate",
            tr("More Like This"),
            tr("Make pictures that begin with the marked candidate"),
        ),
        Command(
            "accept_candidate",
            tr("Accept"),
            tr("Put what is on show into the picture"),
            "Alt+Return Alt+Enter",
        ),
        Command("discard_candidate", tr("Discard"), tr("Put what is on show aside"), "Alt+Del"),
    )


def _habits() -> tuple[Command, ...]:
    """What happens when a picture is done."""
    return (
        switch(
            "accept_single",
            tr("Accept Single Pictures at Once"),
            tr("A picture that was asked for alone goes straight into the document"),
        ),
        switch(
            "sound_when_done",
            tr("Sound When Done"),
            tr("Play a sound when all is done"),
            "",
            "sound",
        ),
        switch(
            "notify_when_done",
            tr("Notification When Done"),
            tr("Show a notification when all is done and this window is not in use"),
            "",
            "notify",
        ),
    )
