"""The Mask menu."""

from glide_studio.session.language import tr
from glide_studio.ui.actions.command import Command, Menu, switch, tool


def mask_menu() -> Menu:
    """The mask's edge, what the model sees around it, files, and how it is shown."""
    edge = (
        Command("grow_mask", tr("Grow…"), tr("Move the edge of the mask outwards"), "Ctrl+Alt+J"),
        Command(
            "shrink_mask", tr("Shrink…"), tr("Move the edge of the mask inwards"), "Ctrl+Alt+K"
        ),
        Command("feather_mask", tr("Feather…"), tr("Soften the edge of the mask"), "Shift+F6"),
        Command(
            "smooth_mask",
            tr("Smooth…"),
            tr("Round the corners of the mask and remove specks"),
            "Ctrl+Alt+M",
        ),
    )
    sections = (edge, _mask_colours(), _model_frame(), _mask_exchange(), _mask_display())
    return Menu("mask", tr("&Mask"), sections)


def _mask_colours() -> tuple[Command, ...]:
    """Several masks with a prompt each."""
    return (
        Command(
            "add_mask_colour",
            tr("Add Mask Colour"),
            tr("Add another colour to the mask, with a prompt of its own"),
            "Ctrl+Alt+A",
            "add",
        ),
        Command(
            "remove_mask_colour",
            tr("Remove Mask Colour"),
            tr("Remove the active colour of the mask, with its prompt"),
        ),
        Command(
            "next_mask_colour",
            tr("Next Mask Colour"),
            tr("Paint with the next colour of the mask, and show its prompt"),
            "N",
        ),
    )


def _model_frame() -> tuple[Command, ...]:
    """The frame around what the model sees."""
    return (
        tool(
            "model_frame",
            tr("Model Frame"),
            tr("Move or resize the frame around what the model sees"),
            "F",
        ),
        Command(
            "fit_frame",
            tr("Fit Model Frame"),
            tr("Fit the frame to the mask again, so that the model notices it"),
            "Shift+F",
        ),
    )


def _mask_exchange() -> tuple[Command, ...]:
    """From the mask to layers, mattes and files, and back."""
    return (
        Command(
            "mask_from_matte",
            tr("Mask from Matte"),
            tr("Load the matte of the active layer's edit as the mask, to paint on it"),
        ),
        Command(
            "matte_from_mask",
            tr("Matte from Mask"),
            tr("Use the mask as the matte that cuts out the object of the active layer's edit"),
        ),
        Command(
            "mask_to_layer",
            tr("Mask to Layer Alpha"),
            tr("Make the unmasked area of the active layer transparent"),
        ),
        Command(
            "import_mask",
            tr("Import Mask…"),
            tr("Load the mask from a picture in which white is masked"),
        ),
        Command("export_mask", tr("Export Mask…"), tr("Save the mask as a greyscale picture")),
    )


def _mask_display() -> tuple[Command, ...]:
    """How the mask is shown."""
    return (
        switch(
            "show_mask",
            tr("Show Mask"),
            tr("Show or hide the mask; what it selects stays selected"),
            "Q Ctrl+H",
        ),
        switch("mask_tint", tr("Mask as Tint"), tr("Show the mask as a coloured overlay")),
        switch("mask_hatch", tr("Mask as Hatching"), tr("Show the mask as diagonal stripes")),
        switch("mask_ants", tr("Mask as Marching Ants"), tr("Show the mask as a moving outline")),
        Command("mask_colour", tr("Mask Colour…"), tr("Choose the colour of the mask")),
    )
