"""Connects the Layer menu; the layers panel connects renaming."""

from glide_studio.session.layer_commands import LayerCommands
from glide_studio.session.open_document import OpenDocument
from glide_studio.ui.actions.actions import Actions


def connect_layers(actions: Actions, open_document: OpenDocument, commands: LayerCommands) -> None:
    """Connect all of it but the move tool, each command enabled while it has its layers."""
    for name, slot in {
        "new_layer": commands.add,
        "duplicate_layer": commands.duplicate,
        "delete_layer": commands.delete,
        "hide_layer": commands.toggle_active_visible,
        "lock_layer": commands.toggle_active_locked,
        "raise_layer": lambda: commands.move_active(1),
        "lower_layer": lambda: commands.move_active(-1),
        "layer_above": lambda: commands.step(1),
        "layer_below": lambda: commands.step(-1),
        "merge_down": commands.merge_down,
        "merge_visible": commands.merge_visible,
        "flatten": commands.flatten,
    }.items():
        actions.connect(name, slot)

    def update() -> None:
        layers, active = open_document.document.layers, commands.active
        for name in ("duplicate_layer", "delete_layer", "hide_layer", "lock_layer"):
            actions[name].setEnabled(active is not None)
        for name in ("raise_layer", "layer_above"):
            actions[name].setEnabled(bool(layers) and active is not layers[-1])
        for name in ("lower_layer", "layer_below", "merge_down"):
            actions[name].setEnabled(bool(layers) and active is not layers[0])
        for name in ("merge_visible", "flatten"):
            actions[name].setEnabled(len(layers) > 1)

    actions.update_on(update, open_document.document_changed)
