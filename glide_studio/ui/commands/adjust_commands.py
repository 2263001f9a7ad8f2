"""Connects the Adjust menu."""

from collections.abc import Callable
from functools import partial

from shiboken6 import isValid

from glide_studio.core.adjust.tone import Invert
from glide_studio.session.adjust_commands import AdjustCommands
from glide_studio.session.editor import Editor
from glide_studio.ui.actions.actions import Actions
from glide_studio.ui.canvas.canvas import Canvas
from glide_studio.ui.dialogs import adjust_forms, tone_forms
from glide_studio.ui.dialogs.adjust_dialog import AdjustDialog
from glide_studio.ui.dialogs.adjust_forms import AdjustForm
from glide_studio.ui.tools.adjust import AdjustTool

FORMS: dict[str, Callable[[], AdjustForm]] = {
    "levels": tone_forms.LevelsForm,
    "curves": tone_forms.CurvesForm,
    "hue_saturation": adjust_forms.hue_form,
    "brightness_contrast": adjust_forms.brightness_form,
    "colour_balance": adjust_forms.BalanceForm,
    "desaturate": adjust_forms.DesaturateForm,
    "gaussian_blur": adjust_forms.blur_form,
    "sharpen": adjust_forms.sharpen_form,
    "noise": adjust_forms.noise_form,
}
"""The commands that open the dialog, each with its settings."""


def connect_adjustments(actions: Actions, editor: Editor, canvas: Canvas, tool: AdjustTool) -> None:
    """Connect the adjustments, which need a layer; `tool` shows them."""
    commands = editor.adjustments
    for name, make in FORMS.items():
        actions.connect(name, partial(_open, actions, name, make, canvas, tool, commands))

    def invert() -> None:
        item, label = commands.painted_item, actions["invert_colours"].text()
        if item is not None:
            commands.apply(label, item, Invert(), on_mask=commands.paints_mask)

    actions.connect("invert_colours", invert)
    actions.enable_when(
        lambda: not editor.document.is_blank,
        [*FORMS, "invert_colours"],
        editor.open_document.document_changed,
    )


def _open(
    actions: Actions,
    name: str,
    make: Callable[[], AdjustForm],
    canvas: Canvas,
    tool: AdjustTool,
    commands: AdjustCommands,
) -> None:
    """Open the dialog of an adjustment, if the active layer can be changed."""
    title = actions[name].text().removesuffix("…")
    if not tool.begin(title):
        return
    form = make()
    dialog = AdjustDialog(title, form, actions.window)
    if form.wants_histogram:
        commands.count(lambda found: form.show_histogram(found) if isValid(form) else None)
    dialog.adjusted.connect(tool.adjust)
    dialog.previewed.connect(tool.show_preview)
    dialog.accepted.connect(tool.apply)
    dialog.rejected.connect(tool.leave)
    tool.ended.connect(dialog.end)
    dialog.open_beside(canvas)
