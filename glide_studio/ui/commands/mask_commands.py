"""The commands on the mask as a whole, which know by themselves when they apply."""

from collections.abc import Callable
from pathlib import Path

from PySide6.QtCore import QObject
from PySide6.QtWidgets import QFileDialog

from glide_studio.session.editor import Editor
from glide_studio.session.language import tr
from glide_studio.session.mask_commands import MaskCommands
from glide_studio.ui.actions.actions import Actions
from glide_studio.ui.commands.file_commands import FileCommands, picture_filters
from glide_studio.ui.dialogs.radius_dialog import RadiusDialog

RADIUS = 8
"""In pixels, of the first time that something is grown, shrunk, feathered or smoothed."""

NEED_MASK = (
    "clear_mask",
    "grow_mask",
    "shrink_mask",
    "feather_mask",
    "smooth_mask",
    "mask_to_layer",
    "export_mask",
)
NEED_LAYER = ("mask_from_layer", "mask_to_layer")


class MaskActions(QObject):
    """Connects the Mask menu to what it does; what needs a number or a file asks for it."""

    def __init__(
        self, editor: Editor, commands: MaskCommands, files: FileCommands, actions: Actions
    ) -> None:
        super().__init__(actions.owner)
        self._editor = editor
        self._commands = commands
        self._files = files
        self._actions = actions
        self._radii: dict[str, int] = {}
        actions.connect("fill_mask", commands.fill)
        actions.connect("clear_mask", commands.clear)
        actions.connect("invert_mask", commands.invert)
        actions.connect("reuse_mask", commands.reuse)
        self._connect_filter("grow_mask", commands.grow)
        self._connect_filter("shrink_mask", commands.shrink)
        self._connect_filter("feather_mask", commands.feather)
        self._connect_filter("smooth_mask", commands.smooth)
        actions.connect("mask_from_layer", commands.from_layer)
        actions.connect("mask_to_layer", commands.to_layer)
        actions.connect("import_mask", self._ask_read)
        actions.connect("export_mask", self._ask_write)
        editor.open_document.document_changed.connect(self._show)
        editor.review.shown_changed.connect(self._show)
        self._show()

    def _connect_filter(self, name: str, change: Callable[[int], None]) -> None:
        """Have a command ask for a radius, at first the one of its last time."""

        def do(radius: int) -> None:
            self._radii[name] = radius
            change(radius)

        def ask() -> None:
            action = self._actions[name]
            title, tooltip = action.text().removesuffix("…"), action.statusTip()
            radius = self._radii.get(name, RADIUS)
            dialog = RadiusDialog(title, tooltip, radius, self._actions.window)
            dialog.radius_chosen.connect(do)
            dialog.open()

        self._actions.connect(name, ask)

    def _ask_read(self) -> None:
        dialog = self._files.dialog("import_mask_dialog", tr("Import Mask"))
        dialog.setFileMode(QFileDialog.FileMode.ExistingFile)
        dialog.setNameFilters(picture_filters())
        dialog.fileSelected.connect(lambda name: self._commands.read(Path(name)))
        dialog.open()

    def _ask_write(self) -> None:
        dialog = self._files.dialog("export_mask_dialog", tr("Export Mask"))
        dialog.setAcceptMode(QFileDialog.AcceptMode.AcceptSave)
        dialog.setNameFilter(tr("PNG image (*.png)"))
        dialog.setDefaultSuffix("png")
        dialog.selectFile("mask.png")
        dialog.fileSelected.connect(lambda name: self._commands.write(Path(name)))
        dialog.open()

    def _show(self) -> None:
        has_mask = not self._editor.review.mask.is_empty
        has_layer = self._editor.document.active_layer is not None
        for name in {*NEED_MASK, *NEED_LAYER}:
            missing = (name in NEED_MASK and not has_mask) or (name in NEED_LAYER and not has_layer)
            self._actions[name].setEnabled(not missing)
        self._actions["reuse_mask"].setEnabled(self._commands.can_reuse)
