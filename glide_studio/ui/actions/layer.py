"""The Layer menu."""

from glide_studio.session.language import tr
from glide_studio.ui.actions.command import Command, Menu, switch


def layer_menu() -> Menu:
    """Creating, changing, selecting and merging layers."""
    return Menu("layer", tr("&Layer"), (_creating(), _changing(), _selecting(), _merging()))


def _creating() -> tuple[Command, ...]:
    return (
        Command(
            "new_layer",
            tr("New Layer"),
            tr("Add an empty layer above the active one"),
            "Ctrl+Shift+N Ins",
            "add",
        ),
        Command(
            "duplicate_layer",
            tr("Duplicate Layer"),
            tr("Add a copy of the active layer above it"),
            "Ctrl+J",
            "duplicate",
        ),
        Command("delete_layer", tr("Delete Layer"), tr("Delete the active layer"), "", "delete"),
    )


def _changing() -> tuple[Command, ...]:
    return (
        switch(
            "move_layer",
            tr("Move Layer"),
            tr("Move the active layer on the canvas"),
            "V",
            "move_layer",
        ),
        Command("rename_layer", tr("Rename Layer"), tr("Rename the active layer"), "F2"),
        Command(
            "hide_layer",
            tr("Hide or Show Layer"),
            tr("Hide or show the active layer"),
            "Ctrl+.",
            "visible",
        ),
        Command(
            "lock_layer",
            tr("Lock or Unlock Layer"),
            tr("Protect the active layer from changes, or unprotect it"),
            "Ctrl+/",
        ),
        Command(
            "raise_layer", tr("Raise Layer"), tr("Move the active layer up"), "Ctrl+PgUp", "up"
        ),
        Command(
            "lower_layer",
            tr("Lower Layer"),
            tr("Move the active layer down"),
            "Ctrl+PgDown",
            "down",
        ),
    )


def _selecting() -> tuple[Command, ...]:
    return (
        Command(
            "layer_above",
            tr("Select Layer Above"),
            tr("Select the layer above the active one"),
            "PgUp",
        ),
        Command(
            "layer_below",
            tr("Select Layer Below"),
            tr("Select the layer below the active one"),
            "PgDown",
        ),
    )


def _merging() -> tuple[Command, ...]:
    return (
        Command(
            "merge_down",
            tr("Merge Down"),
            tr("Merge the active layer with the one below"),
            "Ctrl+E",
            "merge_down",
        ),
        Command(
            "merge_visible",
            tr("Merge Visible"),
            tr("Merge all visible layers into one"),
            "Ctrl+Shift+E",
        ),
        Command(
            "flatten",
            tr("Flatten Image"),
            tr("Merge all visible layers into one and discard hidden ones"),
        ),
    )
