"""The table of all commands: the menu bar, the shortcuts and the palette are made from it."""

from glide_studio.session.language import tr
from glide_studio.ui.actions.adjust_menu import adjust_menu
from glide_studio.ui.actions.command import Command, Menu, switch
from glide_studio.ui.actions.mask_menu import mask_menu
from glide_studio.ui.actions.picture_menus import (
    brush_menu,
    colour_menu,
    image_menu,
    layer_menu,
    select_menu,
)
from glide_studio.ui.actions.view_menu import view_menu


def menus() -> tuple[Menu, ...]:
    """The menus in order, in the language of the interface.

    To add a command, add its entry to a section here and connect it: `actions.connect(name, slot)`.
    Until then it is neither shown nor listed, and a menu without commands is not shown at all.
    """
    return (
        _file_menu(),
        _edit_menu(),
        select_menu(),
        image_menu(),
        layer_menu(),
        adjust_menu(),
        mask_menu(),
        brush_menu(),
        colour_menu(),
        view_menu(),
        _generate_menu(),
        _window_menu(),
        _help_menu(),
    )


def _file_menu() -> Menu:
    """New, open, save, quit."""
    documents = (
        Command("new", tr("New…"), tr("Create an empty picture of any size"), "Ctrl+N", "new"),
        Command("open", tr("Open…"), tr("Open a picture"), "Ctrl+O", "open"),
        Command(
            "place",
            tr("Place as Layer…"),
            tr("Add pictures as layers, as dropping them with Shift does"),
            "Ctrl+Shift+O",
        ),
        Command("open_recent", tr("Open Recent"), tr("Open a recently used file")),
    )
    saving = (
        Command("save", tr("Save"), tr("Save the picture"), "Ctrl+S", "save"),
        Command(
            "save_as", tr("Save As…"), tr("Save the picture under another name"), "Ctrl+Shift+S"
        ),
    )
    settings = (
        Command(
            "use_settings",
            tr("Use Settings From Picture…"),
            tr("Use the prompt and settings that a picture was generated with"),
        ),
    )
    exporting = (
        Command(
            "export",
            tr("Export…"),
            tr("Write a flat picture for other programs; the document does not change"),
            "Ctrl+Shift+E",
        ),
        Command(
            "export_again",
            tr("Export Again"),
            tr("Export to the same file with the same options as last time"),
        ),
    )
    leaving = (
        Command("close", tr("Close"), tr("Close the picture"), "Ctrl+W Ctrl+F4"),
        Command("quit", tr("Quit"), tr("Quit GLIDE Studio"), "Ctrl+Q"),
    )
    return Menu("file", tr("&File"), (documents, saving, exporting, settings, leaving))


def _edit_menu() -> Menu:
    """Undo, clipboard, preferences."""
    history = (
        Command("undo", tr("Undo"), tr("Undo the last step"), "Ctrl+Z", "undo"),
        Command(
            "redo",
            tr("Redo"),
            tr("Redo the step that was undone last"),
            "Ctrl+Shift+Z Ctrl+Y",
            "redo",
        ),
    )
    clipboard = (
        Command(
            "cut",
            tr("Cut"),
            tr("Cut the selection of the active layer to the clipboard"),
            "Ctrl+X",
        ),
        Command("copy", tr("Copy"), tr("Copy the selection of the active layer"), "Ctrl+C"),
        Command(
            "copy_merged",
            tr("Copy Merged"),
            tr("Copy the selection of all visible layers"),
            "Ctrl+Shift+C",
        ),
        Command("paste", tr("Paste"), tr("Paste the clipboard as a new layer"), "Ctrl+V", "paste"),
        Command(
            "clear_pixels",
            tr("Clear"),
            tr("Make the selection of the active layer transparent"),
            "Del Backspace",
        ),
    )
    settings = (
        Command(
            "preferences",
            tr("Preferences…"),
            tr("Set language, theme, text size and shortcuts"),
            "Ctrl+,",
            "settings",
        ),
        Command(
            "manage_models",
            tr("Models…"),
            tr("Install, import, verify and remove models"),
        ),
    )
    return Menu("edit", tr("&Edit"), (history, clipboard, settings))


def _generate_menu() -> Menu:
    """Runs, modes, prompts, candidates, and what happens when runs finish."""
    return Menu(
        "generate",
        tr("&Generate"),
        (
            _runs(),
            _live(),
            (Menu("mode", tr("Mode"), (_modes(),)),),
            _prompts(),
            (Menu("candidates", tr("Candidates"), (_candidates(),)),),
            _when_finished(),
        ),
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
            "remove",
            tr("Remove"),
            tr("Remove what is selected: its surroundings continue there, without a prompt"),
            "Shift+Del",
        ),
        Command(
            "generate_alike",
            tr("Retry Prompt with Same Seed"),
            tr("Run the current prompt with the seed and settings of the last run"),
            "Ctrl+Shift+Return Ctrl+Shift+Enter",
        ),
        Command(
            "draft_wall",
            tr("Draft Wall…"),
            tr("Draw many small drafts, and enlarge the best"),
            "Ctrl+Alt+D",
        ),
        Command("cancel", tr("Cancel"), tr("Cancel the current run"), "Esc", "cancel"),
        Command("cancel_all", tr("Cancel All"), tr("Stop this run and clear the queue")),
    )


def _live() -> tuple[Command, ...]:
    """A quick picture that follows every change."""
    return (
        switch(
            "live",
            tr("Live"),
            tr("Show a quick picture over the canvas that follows every stroke and every word"),
            "Ctrl+L",
        ),
        Command("keep_live", tr("Keep Live Picture"), tr("Add the live picture as a layer"), "K"),
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
        switch("upscale_mode", tr("Upscale"), tr("Set Generate to enlarge the whole picture")),
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
            tr("Open the folder of word lists, which prompts refer to as in __mood__"),
        ),
    )


def _candidates() -> tuple[Command, ...]:
    """Pictures to choose from."""
    return (
        Command("next_candidate", tr("Next Candidate"), tr("Show the next candidate"), "Alt+Right"),
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
            "branch_candidate",
            tr("Branch Here"),
            tr("Continue from this step with the current prompt, guidance, mask and seed"),
            "Alt+B",
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


def _window_menu() -> Menu:
    """One switch for each panel, whose title is the switch's text; see `Docks.add`."""
    panels = (
        switch("prompt_panel", tr("Prompt"), tr("Show the prompt and the Generate button")),
        switch("settings_panel", tr("Settings"), tr("Show the settings for generating")),
        switch("progress_panel", tr("Progress"), tr("Show the progress of the current run")),
        switch("candidates_panel", tr("Candidates"), tr("Show the pictures to choose from")),
        switch(
            "model_view_panel",
            tr("Model View"),
            tr("Show what the model sees of the picture and the prompt"),
        ),
        switch("blend_panel", tr("Blend"), tr("Show how a fill blends with the picture")),
        switch("edits_panel", tr("Edits"), tr("Show the edits, to run them again or reorder them")),
        switch("queue_panel", tr("Queue"), tr("Show running, waiting and finished runs")),
        switch("brush_panel", tr("Tool"), tr("Show the options of the current tool"), "F5"),
        switch(
            "colour_panel", tr("Colour"), tr("Show colour wheel, recent colours and palette"), "F6"
        ),
        switch("layers_panel", tr("Layers"), tr("Show the layers"), "F7"),
        switch("navigator_panel", tr("Navigator"), tr("Show an overview of the picture"), "F8"),
        switch("history_panel", tr("History"), tr("Show the steps that can be undone and redone")),
    )
    documents = (
        Command(
            "next_document",
            tr("Next Picture"),
            tr("Show the next of the open pictures"),
            "Ctrl+Tab",
        ),
        Command(
            "previous_document",
            tr("Previous Picture"),
            tr("Show the previous of the open pictures"),
            "Ctrl+Shift+Tab",
        ),
    )
    window = (
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
            "Ctrl+F6",
        ),
        Command(
            "default_layout",
            tr("Restore Default Layout"),
            tr("Return all panels to their default positions"),
        ),
    )
    return Menu("window", tr("&Window"), (documents, panels, window))


def _help_menu() -> Menu:
    """Manual, command palette, about box."""
    finding = (
        Command("manual", tr("Manual"), tr("Open the manual"), "F1"),
        Command(
            "command_palette",
            tr("Find a Command…"),
            tr("Search all commands"),
            "Ctrl+Shift+P",
            "search",
        ),
    )
    about = (
        Command(
            "copy_diagnostics",
            tr("Copy Diagnostics"),
            tr("Copy information about the program and this computer for a bug report"),
        ),
        Command(
            "check_for_updates",
            tr("Check for Updates"),
            tr("Ask the program's website for the number of the newest version"),
        ),
        Command("about", tr("About GLIDE Studio"), tr("Show version and licences")),
    )
    return Menu("help", tr("&Help"), (finding, about))
