"""Connects the commands on layer masks."""

from glide_studio.core.mask.mask import Combine
from glide_studio.session.editor import Editor
from glide_studio.ui.actions.actions import Actions


def connect_layer_masks(actions: Actions, editor: Editor) -> None:
    """Connect the menu Layer Mask; a command is enabled while the active layer has a mask."""
    commands, layers = editor.layer_masks, editor.layers

    def select() -> None:
        if layers.active is not None:
            commands.select(layers.active.id, Combine.REPLACE)

    needing_mask = {
        "paint_layer_mask": commands.toggle_painted,
        "enable_layer_mask": commands.toggle_active_enabled,
        "invert_layer_mask": commands.invert,
        "select_layer_mask": select,
        "apply_layer_mask": commands.apply,
        "delete_layer_mask": commands.delete,
    }
    for name, slot in needing_mask.items():
        actions.connect(name, slot)
    actions.connect("add_layer_mask", commands.add)

    def update() -> None:
        mask, is_group = commands.active, editor.document.active_group is not None
        for name in needing_mask:
            actions[name].setEnabled(mask is not None)
        actions["add_layer_mask"].setEnabled(
            layers.active is not None and mask is None and not is_group
        )
        actions["paint_layer_mask"].setChecked(editor.document.painted_mask is not None)
        actions["enable_layer_mask"].setChecked(mask is not None and mask.visible)

    actions.update_on(update, editor.open_document.document_changed)
