"""Connects the Edit, Image and Layer menus, and the commands on edits and fills."""

from collections.abc import Callable, Sequence
from functools import partial

import numpy as np
from PySide6.QtCore import QMimeData
from PySide6.QtGui import QColorSpace, QGuiApplication, QImage

from glide_studio.core.document import layer_edits
from glide_studio.core.document.arranging import chosen, next_slot
from glide_studio.core.document.clipping import Clipping
from glide_studio.core.document.copying import CopiedLayers
from glide_studio.core.modes.recipes import Recipe
from glide_studio.core.raster.raster import Pixels
from glide_studio.core.request.devices import Device
from glide_studio.session.blend_commands import BlendCommands
from glide_studio.session.editor import Editor
from glide_studio.session.language import tr
from glide_studio.session.preferences import Preferences
from glide_studio.ui.actions.actions import Actions
from glide_studio.ui.canvas.canvas import Canvas
from glide_studio.ui.dialogs.preferences_dialog import PreferencesDialog
from glide_studio.ui.dialogs.size_dialogs import CanvasSizeDialog, ImageSizeDialog
from glide_studio.ui.panels.prompt_panel import PromptPanel

RECIPE_FORMAT = "application/x-glide-studio-recipe"
"""MIME type of an edit copied as a recipe, in JSON."""

PLACE_FORMAT = "application/x-glide-studio-place"
"""MIME type beside a picture copied in the studio: the column and row of its top left corner."""

LAYERS_FORMAT = "application/x-glide-studio-layers"
"""MIME type beside a picture copied in the studio without a selection: names the whole layers."""

NEEDING_LAYER = (
    *("layer_via_copy", "layer_via_cut"),
    *("duplicate_layer", "delete_layer", "hide_layer", "lock_layer", "group_layers"),
    *("rotate_layer_right", "rotate_layer_left", "rotate_layer_half"),
    *("flip_layer_across", "flip_layer_down"),
)
"""Commands that are enabled while there is an active layer."""


def connect_edit(
    actions: Actions,
    editor: Editor,
    preferences: Preferences,
    devices: Callable[[], Sequence[Device]],
) -> None:
    """Connect undo and redo, the clipboard and the preferences dialog, which offers `devices`."""
    actions.connect("undo", editor.undo)
    actions.connect("redo", editor.redo)
    document, layers = editor.open_document, editor.layers
    shown_changed = editor.review.shown_changed
    actions.enable_when(lambda: editor.can_undo, ["undo"], document.history_changed, shown_changed)
    actions.enable_when(lambda: document.history.can_redo, ["redo"], document.history_changed)
    put = partial(_put_on_clipboard, editor)
    copies = editor.copies
    actions.connect("cut", lambda: copies.cut(put))
    actions.connect("copy", lambda: copies.copy(partial(put, whole=copies.whole_layers)))
    actions.connect("copy_merged", lambda: copies.copy_merged(put))
    actions.connect("clear_pixels", layers.clear)

    def paste() -> None:
        if _on_clipboard(RECIPE_FORMAT):
            actions["paste_recipe"].trigger()
        elif (whole := copies.kept(_on_clipboard(LAYERS_FORMAT))) is not None:
            copies.put(whole, tr("Paste"))
        else:
            _paste(editor)

    actions.connect("paste", paste)
    actions.enable_when(
        lambda: not editor.document.is_blank,
        ["cut", "copy", "copy_merged", "clear_pixels"],
        document.document_changed,
    )

    def show_preferences() -> None:
        PreferencesDialog(actions, preferences, editor, devices(), actions.window).open()

    actions.connect("preferences", show_preferences)


def connect_image(actions: Actions, editor: Editor) -> None:
    """Connect the Image menu except the crop tool; on a blank page only Canvas Size is enabled."""
    commands, window = editor.image, actions.window

    def ask_canvas_size() -> None:
        dialog = CanvasSizeDialog(editor.document.extent, window)
        dialog.accepted.connect(lambda: commands.crop(dialog.frame))
        dialog.open()

    def ask_image_size() -> None:
        dialog = ImageSizeDialog(editor.document.extent, window)
        dialog.accepted.connect(lambda: commands.scale(dialog.extent, dialog.resampling))
        dialog.open()

    actions.connect("canvas_size", ask_canvas_size)
    needing_pixels = {
        "image_size": ask_image_size,
        "rotate_image_right": lambda: commands.rotate(1),
        "rotate_image_left": lambda: commands.rotate(3),
        "rotate_image_half": lambda: commands.rotate(2),
        "flip_image_across": lambda: commands.flip(True),
        "flip_image_down": lambda: commands.flip(False),
    }
    for name, slot in needing_pixels.items():
        actions.connect(name, slot)
    actions.enable_when(
        lambda: not editor.document.is_blank,
        [*needing_pixels],
        editor.open_document.document_changed,
    )


def connect_layers(actions: Actions, editor: Editor) -> None:
    """Connect the Layer menu except the move tool; a command is enabled while its layers exist.

    The layers panel connects renaming.
    """
    commands, transforms = editor.layers, editor.transforms
    for name, slot in {
        "new_layer": commands.add,
        "duplicate_layer": commands.duplicate,
        "layer_via_copy": editor.copies.to_new_layer,
        "layer_via_cut": editor.copies.cut_to_new_layer,
        "delete_layer": commands.delete,
        "hide_layer": commands.toggle_active_visible,
        "lock_layer": commands.toggle_active_locked,
        "lock_alpha": commands.toggle_active_alpha_locked,
        "clip_layer": commands.toggle_active_clipped,
        "raise_layer": lambda: editor.groups.move_active(1),
        "lower_layer": lambda: editor.groups.move_active(-1),
        "layer_above": lambda: commands.step(1),
        "layer_below": lambda: commands.step(-1),
        "rotate_layer_right": lambda: transforms.rotate(1),
        "rotate_layer_left": lambda: transforms.rotate(3),
        "rotate_layer_half": lambda: transforms.rotate(2),
        "flip_layer_across": lambda: transforms.flip(True),
        "flip_layer_down": lambda: transforms.flip(False),
        "group_layers": editor.groups.group,
        "ungroup_layers": editor.groups.ungroup,
        "merge_down": editor.merging.merge_down,
        "merge_visible": editor.merging.merge_visible,
        "flatten": editor.merging.flatten,
    }.items():
        actions.connect(name, slot)

    def update() -> None:
        document, active = editor.document, commands.active
        layers, several = document.layers, len(document.selected) > 1
        layer = active if document.active_group is None else None
        item = document.target
        is_clipped = item is not None and item.clipped
        for name in NEEDING_LAYER:
            actions[name].setEnabled(active is not None)
        can = {
            "lock_alpha": layer is not None,
            "clip_layer": is_clipped
            or (item is not None and layer_edits.can_clip(document, item.id)),
            "raise_layer": next_slot(document, *chosen(document), 1) is not None,
            "lower_layer": next_slot(document, *chosen(document), -1) is not None,
            "layer_above": bool(layers) and active is not layers[-1],
            "layer_below": bool(layers) and active is not layers[0],
            "ungroup_layers": editor.groups.active is not None,
            "merge_down": bool(layers) and (several or layer is None or layer is not layers[0]),
            "merge_visible": len(layers) > 1,
            "flatten": len(layers) > 1,
        }
        for name, is_possible in can.items():
            actions[name].setEnabled(is_possible)
        actions["lock_alpha"].setChecked(layer is not None and layer.alpha_locked)
        actions["clip_layer"].setChecked(is_clipped)

    actions.update_on(update, editor.open_document.document_changed)


def connect_edits(actions: Actions, editor: Editor, prompt: PromptPanel) -> None:
    """Connect the commands on edits except Re-run Edit, which the Edits panel connects."""
    edits, open_document = editor.edits, editor.open_document

    def copy() -> None:
        recipe = edits.recipe()
        if recipe is not None:
            data = QMimeData()
            data.setData(RECIPE_FORMAT, recipe.to_json())
            QGuiApplication.clipboard().setMimeData(data)
            open_document.noticed.emit(
                tr("The recipe is copied. Open another picture and paste it there.")
            )

    def paste() -> None:
        try:
            recipe = Recipe.from_json(_on_clipboard(RECIPE_FORMAT))
        except ValueError:
            open_document.noticed.emit(tr("There is no recipe on the clipboard. Copy one first."))
        else:
            if edits.paste(recipe):
                prompt.show_recipe(recipe)

    actions.connect("raise_edit", lambda: edits.move(1))
    actions.connect("lower_edit", lambda: edits.move(-1))
    actions.connect("copy_recipe", copy)
    actions.connect("paste_recipe", paste)

    def update() -> None:
        active, ids = edits.active, [layer.id for layer, _ in edits.edits]
        for name in ("rerun_edit", "copy_recipe"):
            actions[name].setEnabled(active is not None)
        actions["raise_edit"].setEnabled(active is not None and active.layer.id != ids[-1])
        actions["lower_edit"].setEnabled(active is not None and active.layer.id != ids[0])

    actions.update_on(update, edits.changed)


def connect_blends(actions: Actions, commands: BlendCommands, canvas: Canvas) -> None:
    """Connect the commands on the matte of a fill, and what it changes."""
    actions.connect("mask_from_matte", commands.matte_to_mask)
    actions.connect("matte_from_mask", commands.mask_to_matte)
    show = actions.connect_switch("show_changes", canvas.show_changes)

    def update() -> None:
        is_layer = commands.edit is not None and not commands.is_candidate
        for name in ("mask_from_matte", "matte_from_mask"):
            actions[name].setEnabled(is_layer)
        show.setEnabled(show.isChecked() or commands.can_change)

    canvas.find_changes = commands.changed_pixels
    actions.update_on(update, commands.changed)


def _put_on_clipboard(
    editor: Editor, clipping: Clipping, whole: CopiedLayers | None = None
) -> None:
    """Copy a picture in the background, with its place in the document, and for this program the
    whole layers."""
    place = f"{clipping.bounds.x} {clipping.bounds.y}".encode()

    def put(image: QImage) -> None:
        data = QMimeData()
        data.setImageData(image)
        data.setData(PLACE_FORMAT, place)
        if whole is not None:
            data.setData(LAYERS_FORMAT, editor.copies.keep(whole))
        QGuiApplication.clipboard().setMimeData(data)

    editor.open_document.start_in_background(partial(_image_of, clipping.pixels), put)


def _paste(editor: Editor) -> None:
    """Put the clipboard's picture on top of the document, or say that there is none."""
    image = QGuiApplication.clipboard().image()
    if image.isNull():
        editor.open_document.noticed.emit(tr("There is no picture on the clipboard."))
    else:
        editor.paste(pixels_of(image), _place(_on_clipboard(PLACE_FORMAT)))


def pixels_of(image: QImage) -> Pixels:
    """Return a picture as (height, width, 4) uint8 with straight alpha, in sRGB."""
    srgb = QColorSpace(QColorSpace.NamedColorSpace.SRgb)
    if image.colorSpace().isValid() and image.colorSpace() != srgb:
        converted = image.convertedToColorSpace(srgb)
        image = image if converted.isNull() else converted
    image = image.convertToFormat(QImage.Format.Format_RGBA8888)
    rows = np.frombuffer(image.constBits(), np.uint8).reshape(image.height(), -1)
    return rows[:, : 4 * image.width()].reshape(image.height(), image.width(), 4).copy()


def _image_of(pixels: Pixels) -> QImage:
    """The reverse of `pixels_of`."""
    height, width = pixels.shape[:2]
    pixels = np.ascontiguousarray(pixels)
    return QImage(pixels.data, width, height, 4 * width, QImage.Format.Format_RGBA8888).copy()


def _on_clipboard(kind: str) -> bytes:
    """What the clipboard has of a MIME type; nothing if it has none, or is closed by its owner."""
    data = QGuiApplication.clipboard().mimeData()
    return b"" if data is None else bytes(data.data(kind).data())


def _place(written: bytes) -> tuple[int, int] | None:
    """Where a picture that was copied here came from."""
    try:
        x, y = map(int, written.split())
    except ValueError:  # another program's picture
        return None
    return x, y
