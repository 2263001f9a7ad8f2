"""Layers: which there are, in which order, and what becomes of them."""

from glide_studio.session.language import tr
from glide_studio.ui.actions.command import Command, Menu, switch


def layer_menu() -> Menu:
    """What makes layers, what changes the active one, and what makes fewer of them."""
    return Menu("layer", tr("&Layer"), (_making(), _changing(), _looking(), _merging()))


def _making() -> tuple[Command, ...]:
    return (
        Command(
            "new_layer",
            tr("New Layer"),
            tr("Put an empty layer above the active one"),
            "Ctrl+Shift+N Ins",
            "add",
        ),
        Command(
            "duplicate_layer",
            tr("Duplicate Layer"),
            tr("Put a copy above the active layer"),
            "Ctrl+J",
            "duplicate",
        ),
        Command("delete_layer", tr("Delete Layer"), tr("Take the active layer away"), "", "delete"),
    )


def _changing() -> tuple[Command, ...]:
    return (
        switch(
            "move_layer",
            tr("Move Layer"),
            tr("Drag the active layer over the page"),
            "V",
            "move_layer",
        ),
        Command("rename_layer", tr("Rename Layer"), tr("Give the active layer a name"), "F2"),
        Command("hide_layer", tr("Hide or Show Layer"), tr("Hide or show it"), "Ctrl+.", "visible"),
        Command("lock_layer", tr("Lock or Unlock Layer"), tr("Protect its pixels"), "Ctrl+/"),
        Command("raise_layer", tr("Raise Layer"), tr("Move it up"), "Ctrl+PgUp", "up"),
        Command("lower_layer", tr("Lower Layer"), tr("Move it down"), "Ctrl+PgDown", "down"),
    )


def _looking() -> tuple[Command, ...]:
    return (
        Command("layer_above", tr("Go to Layer Above"), tr("Work on the layer above"), "PgUp"),
        Command("layer_below", tr("Go to Layer Below"), tr("Work on the layer below"), "PgDown"),
    )


def _merging() -> tuple[Command, ...]:
    return (
        Command(
            "merge_down",
            tr("Merge Down"),
            tr("Make one of the active layer and the one below"),
            "Ctrl+E",
            "merge_down",
        ),
        Command(
            "merge_visible",
            tr("Merge Visible"),
            tr("Make one of all layers that are shown"),
            "Ctrl+Shift+E",
        ),
        Command("flatten", tr("Flatten Image"), tr("Make what is seen the only layer")),
    )
