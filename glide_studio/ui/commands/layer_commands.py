"""The commands on layers, which know by themselves when they apply."""

from PySide6.QtCore import QObject

from glide_studio.session.layer_commands import LayerCommands
from glide_studio.session.open_document import OpenDocument
from glide_studio.ui.actions.actions import Actions


class LayerActions(QObject):
    """Connects the Layer menu to what it does; renaming is the panel's own."""

    def __init__(
        self, open_document: OpenDocument, commands: LayerCommands, actions: Actions
    ) -> None:
        super().__init__(actions.owner)
        self._open_document = open_document
        self._commands = commands
        self._actions = actions
        actions.connect("new_layer", commands.add)
        actions.connect("duplicate_layer", commands.duplicate)
        actions.connect("delete_layer", commands.delete)
        actions.connect("hide_layer", commands.toggle_active_visible)
        actions.connect("lock_layer", commands.toggle_active_locked)
        actions.connect("raise_layer", lambda: commands.move_active(1))
        actions.connect("lower_layer", lambda: commands.move_active(-1))
        actions.connect("layer_above", lambda: commands.step(1))
        actions.connect("layer_below", lambda: commands.step(-1))
        actions.connect("merge_down", commands.merge_down)
        actions.connect("merge_visible", commands.merge_visible)
        actions.connect("flatten", commands.flatten)
        open_document.document_changed.connect(self._show)
        self._show()

    def _show(self) -> None:
        layers, active = self._open_document.document.layers, self._commands.active
        for name in ("duplicate_layer", "delete_layer", "hide_layer", "lock_layer"):
            self._actions[name].setEnabled(active is not None)
        for name in ("raise_layer", "layer_above"):
            self._actions[name].setEnabled(bool(layers) and active is not layers[-1])
        for name in ("lower_layer", "layer_below", "merge_down"):
            self._actions[name].setEnabled(bool(layers) and active is not layers[0])
        for name in ("merge_visible", "flatten"):
            self._actions[name].setEnabled(len(layers) > 1)
