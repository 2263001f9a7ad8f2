"""Connects the Mask menu; the tools of the Select menu are connected with all others."""

from collections.abc import Callable
from dataclasses import replace
from functools import partial

from PySide6.QtGui import QActionGroup, QColor
from PySide6.QtWidgets import QColorDialog

from glide_studio.session.editor import Editor
from glide_studio.session.language import tr
from glide_studio.session.model_view import ModelView
from glide_studio.session.preferences import Preferences
from glide_studio.ui.actions.actions import Actions
from glide_studio.ui.canvas.canvas import Canvas
from glide_studio.ui.canvas.mask import MaskLook, MaskStyle
from glide_studio.ui.dialogs.file_dialogs import FileDialogs
from glide_studio.ui.dialogs.size_dialogs import RadiusDialog

DEFAULT_RADIUS = 8
"""In pixels, for each command that asks for a radius; later the last chosen one is offered."""

NEED_MASK = ("clear_mask", "grow_mask", "shrink_mask", "feather_mask", "smooth_mask", "export_mask")


def connect_mask(actions: Actions, editor: Editor, dialogs: FileDialogs) -> None:
    """Connect what changes the mask, asking for a radius or a file where one is needed."""
    commands = editor.masks
    actions.connect("fill_mask", commands.fill)
    actions.connect("clear_mask", commands.clear)
    actions.connect("invert_mask", commands.invert)
    actions.connect("reuse_mask", commands.reuse)
    _connect_filter(actions, "grow_mask", commands.grow)
    _connect_filter(actions, "shrink_mask", commands.shrink)
    _connect_filter(actions, "feather_mask", commands.feather)
    _connect_filter(actions, "smooth_mask", commands.smooth)
    actions.connect("mask_from_layer", commands.from_layer)
    actions.connect("mask_to_layer", commands.to_layer)

    def ask_import() -> None:
        dialogs.ask_picture("import_mask_dialog", tr("Import Mask"), commands.read)

    def ask_export() -> None:
        types = {tr("PNG image (*.png)"): "png"}
        title = tr("Export Mask")
        dialogs.ask_target("export_mask_dialog", title, types, "mask.png", commands.write)

    actions.connect("import_mask", ask_import)
    actions.connect("export_mask", ask_export)

    def update() -> None:
        has_mask = not editor.review.shown_document.selection.is_everything
        has_layer = editor.document.active_layer is not None
        for name in NEED_MASK:
            actions[name].setEnabled(has_mask)
        actions["mask_from_layer"].setEnabled(has_layer)
        actions["mask_to_layer"].setEnabled(has_mask and has_layer)
        actions["reuse_mask"].setEnabled(commands.can_reuse)

    actions.update_on(update, editor.open_document.document_changed, editor.review.shown_changed)


def connect_mask_colours(actions: Actions, editor: Editor, add: Callable[[], None]) -> None:
    """Connect the colours of the mask; `add` adds one."""
    commands = editor.masks
    actions.connect("add_mask_colour", add)
    actions.connect("remove_mask_colour", commands.remove_colour)
    actions.connect("next_mask_colour", commands.next_colour)
    several = ["remove_mask_colour", "next_mask_colour"]
    changed = editor.open_document.document_changed
    actions.enable_when(lambda: commands.can_add_colour, ["add_mask_colour"], changed)
    actions.enable_when(lambda: commands.has_colours, several, changed)


def connect_model_frame(actions: Actions, view: ModelView) -> None:
    """Connect the command that fits the model frame; the tool that drags the frame is connected
    with the other tools."""
    actions.connect("fit_frame", view.fit)
    actions.enable_when(lambda: view.is_chosen, ["fit_frame"], view.changed)


def _connect_filter(actions: Actions, name: str, change: Callable[[int], None]) -> None:
    """Connect a command that asks for a radius and offers the one chosen last."""
    last = DEFAULT_RADIUS

    def apply(radius: int) -> None:
        nonlocal last
        last = radius
        change(radius)

    def ask() -> None:
        action = actions[name]
        title, tooltip = action.text().removesuffix("…"), action.statusTip()
        dialog = RadiusDialog(title, tooltip, last, actions.window)
        dialog.radius_chosen.connect(apply)
        dialog.open()

    actions.connect(name, ask)


def connect_mask_look(actions: Actions, canvas: Canvas, preferences: Preferences) -> None:
    """Connect the commands that change how the mask is shown; look and colour are remembered."""

    def set_visible(visible: bool) -> None:
        canvas.mask_style = replace(canvas.mask_style, visible=visible)

    def set_look(look: MaskLook) -> None:
        canvas.mask_style = replace(canvas.mask_style, look=look, visible=True)

    canvas.mask_style = _remembered(preferences, canvas.mask_style)
    shown = actions.connect_switch("show_mask", set_visible)
    group = QActionGroup(actions.window)
    looks = {
        look: group.addAction(actions.connect(f"mask_{look.value}", partial(set_look, look)))
        for look in MaskLook
    }
    actions.connect("mask_colour", lambda: _ask_colour(actions, canvas))

    def update() -> None:
        style = canvas.mask_style
        shown.setChecked(style.visible)
        looks[style.look].setChecked(True)
        preferences.mask_look = style.look.value
        preferences.mask_colour = style.colour.name()

    actions.update_on(update, canvas.mask_style_changed)


def _ask_colour(actions: Actions, canvas: Canvas) -> None:
    """Try each colour on the mask while it is chosen; cancelling restores the first."""
    before = canvas.mask_style

    def set_style(style: MaskStyle) -> None:
        canvas.mask_style = style

    def set_colour(colour: QColor) -> None:
        set_style(replace(canvas.mask_style, colour=colour, look=MaskLook.TINT, visible=True))

    dialog = QColorDialog(before.colour, actions.window)
    dialog.setObjectName("mask_colour_dialog")
    dialog.setWindowTitle(tr("Mask Colour"))
    dialog.setOption(QColorDialog.ColorDialogOption.DontUseNativeDialog)
    dialog.currentColorChanged.connect(set_colour)
    dialog.rejected.connect(lambda: set_style(before))
    dialog.finished.connect(dialog.deleteLater)
    dialog.open()


def _remembered(preferences: Preferences, style: MaskStyle) -> MaskStyle:
    """The artist's own style as far as it can be read, `style` otherwise."""
    colour = QColor(preferences.mask_colour)
    looks = {look.value: look for look in MaskLook}
    return replace(
        style,
        look=looks.get(preferences.mask_look, style.look),
        colour=colour if colour.isValid() else style.colour,
    )
