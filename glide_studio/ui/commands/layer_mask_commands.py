"""Connects the commands on layer masks."""

from glide_studio.core.document.layers import Layer
from glide_studio.core.mask.mask import Combine
from glide_studio.session.editor import Editor
from glide_studio.ui.actions.actions import Actions


def connect_layer_masks(actions: Actions, editor: Editor) -> None:
    """Connect the menu Layer Mask; a command is enabled while the active layer or group has a
    mask, Apply only for a layer."""
    commands, layers = editor.layer_masks, editor.layers

    def select() -> None:
        if layers.target is not None:
            commands.select(layers.target.id, Combine.REPLACE)

    needing_mask = {
        "paint_layer_mask": commands.toggle_painted,
        "enable_layer_mask": commands.toggle_active_enabled,
        "link_layer_mask": commands.toggle_active_linked,
        "invert_layer_mask": commands.invert,
        "select_layer_mask": select,
        "apply_layer_mask": commands.apply,
        "delete_layer_mask": commands.delete,
    }
    for name, slot in needing_mask.items():
        actions.connect(name, slot)
    actions.connect("add_layer_mask", commands.add)

    def update() -> None:
        mask, target = commands.active, layers.target
        for name in needing_mask:
            actions[name].setEnabled(mask is not None)
        actions["add_layer_mask"].setEnabled(target is not None and mask is None)
        can_apply = mask is not None and isinstance(target, Layer)
        actions["apply_layer_mask"].setEnabled(can_apply)
        actions["paint_layer_mask"].setChecked(editor.document.painted_mask is not None)
        actions["enable_layer_mask"].setChecked(mask is not None and mask.visible)
        is_linked = mask is not None and target is not None and target.mask_linked
        actions["link_layer_mask"].setChecked(is_linked)

    actions.update_on(update, editor.open_document.document_changed)
