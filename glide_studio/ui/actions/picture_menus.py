"""The menus whose commands change the picture: Select, Image, Layer, Brush and Colour."""

from glide_studio.session.language import tr
from glide_studio.ui.actions.command import Command, Menu, switch, tool
from glide_studio.ui.actions.layer_menus import grouping, layer_mask_menu, layers_via_selection


def select_menu() -> Menu:
    """All, nothing or the reverse; then the tools that select: by outline, then by colour."""
    whole = (
        Command(
            "fill_mask", tr("Select All"), tr("Select the whole picture"), "Ctrl+A", "fill_mask"
        ),
        Command(
            "clear_mask",
            tr("Deselect"),
            tr("Remove the mask: tools and commands work everywhere again"),
            "Ctrl+D Ctrl+Shift+A",
            "clear",
        ),
        Command(
            "reuse_mask",
            tr("Reselect"),
            tr("Restore the mask that was removed last"),
            "Ctrl+Shift+D",
            "reuse_mask",
        ),
        Command(
            "invert_mask",
            tr("Invert Selection"),
            tr("Swap selected and unselected areas"),
            "Ctrl+Shift+I",
            "invert_mask",
        ),
        Command(
            "mask_from_layer",
            tr("Select Layer Pixels"),
            tr("Select the pixels of the active layer, or Ctrl+click its thumbnail"),
        ),
    )
    by_outline = (
        tool("select_rectangle", tr("Rectangle"), tr("Select a rectangular area"), "M"),
        tool("select_ellipse", tr("Ellipse"), tr("Select an elliptical area"), "Shift+M"),
        tool("lasso", tr("Lasso"), tr("Select an area freehand"), "L"),
        tool("polygon", tr("Polygon"), tr("Select an area corner by corner"), "Shift+L"),
    )
    by_colour = (
        tool("wand", tr("Magic Wand"), tr("Select an area of similar colour"), "W"),
        tool(
            "colour_range",
            tr("Colour Range"),
            tr("Select similar colours everywhere in the picture"),
            "Shift+W",
        ),
    )
    return Menu("select", tr("&Select"), (whole, by_outline, by_colour))


def image_menu() -> Menu:
    """Crop, size, rotation, flips."""
    size = (
        tool("crop", tr("Crop"), tr("Crop the picture, or extend the canvas"), "C"),
        Command(
            "canvas_size",
            tr("Canvas Size…"),
            tr("Crop or extend the canvas at its edges"),
            "Ctrl+Alt+C",
        ),
        Command("image_size", tr("Image Size…"), tr("Scale the whole picture"), "Ctrl+Alt+I"),
    )
    rotation = (
        Command(
            "rotate_image_right", tr("Rotate 90° Right"), tr("Rotate the picture 90° to the right")
        ),
        Command(
            "rotate_image_left", tr("Rotate 90° Left"), tr("Rotate the picture 90° to the left")
        ),
        Command("rotate_image_half", tr("Rotate 180°"), tr("Rotate the picture by 180°")),
    )
    flips = (
        Command("flip_image_across", tr("Flip Horizontally"), tr("Flip the picture left to right")),
        Command("flip_image_down", tr("Flip Vertically"), tr("Flip the picture top to bottom")),
    )
    return Menu("image", tr("&Image"), (size, rotation, flips))


def layer_menu() -> Menu:
    """Creating, changing, selecting and merging layers."""
    creating, changing = _creating_a_layer(), _changing_a_layer()
    selecting = (
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
    merging = (
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
            "Ctrl+Alt+E",
        ),
        Command(
            "flatten",
            tr("Flatten Image"),
            tr("Merge all visible layers into one and discard hidden ones"),
        ),
    )
    turning = Menu("turn_layer", tr("Rotate and Flip"), (_turning(),))
    edits = Menu("layer_edit", tr("Edit"), _edits())
    parts = (layer_mask_menu(), turning, edits)
    sections = (creating, changing, parts, grouping(), selecting, merging)
    return Menu("layer", tr("&Layer"), sections)


def _turning() -> tuple[Command, ...]:
    """Right angles and mirror images of a layer."""
    return (
        Command(
            "rotate_layer_right",
            tr("Rotate Layer 90° Right"),
            tr("Rotate the active layer, or what is selected on it, 90° to the right"),
        ),
        Command(
            "rotate_layer_left",
            tr("Rotate Layer 90° Left"),
            tr("Rotate the active layer, or what is selected on it, 90° to the left"),
        ),
        Command(
            "rotate_layer_half",
            tr("Rotate Layer 180°"),
            tr("Rotate the active layer, or what is selected on it, by 180°"),
        ),
        Command(
            "flip_layer_across",
            tr("Flip Layer Horizontally"),
            tr("Flip the active layer, or what is selected on it, left to right"),
        ),
        Command(
            "flip_layer_down",
            tr("Flip Layer Vertically"),
            tr("Flip the active layer, or what is selected on it, top to bottom"),
        ),
    )


def _edits() -> tuple[tuple[Command, ...], ...]:
    """The edit of a layer: running it again, its place, its recipe."""
    running = (
        Command(
            "rerun_edit",
            tr("Re-run Edit"),
            tr("Run the edit again as set in the Edits panel, and then the edits that it affects"),
            "Ctrl+Alt+Return",
            "retry",
        ),
    )
    placing = (
        Command("raise_edit", tr("Raise Edit"), tr("Move the edit above the next one"), "", "up"),
        Command(
            "lower_edit",
            tr("Lower Edit"),
            tr("Move the edit below the previous one"),
            "",
            "down",
        ),
    )
    recipe = (
        Command(
            "copy_recipe",
            tr("Copy as Recipe"),
            tr("Copy prompt, settings and mask of the edit for use on another picture"),
            "Ctrl+Alt+Shift+C",
            "duplicate",
        ),
        Command(
            "paste_recipe",
            tr("Paste Recipe"),
            tr("Apply the recipe's mask to this picture, and show its prompt and settings"),
            "Ctrl+Alt+Shift+V",
            "paste",
        ),
    )
    return (running, placing, recipe)


def _creating_a_layer() -> tuple[Command, ...]:
    """Creating and deleting a layer."""
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
            "",
            "duplicate",
        ),
        *layers_via_selection(),
        Command("delete_layer", tr("Delete Layer"), tr("Delete the active layer"), "", "delete"),
    )


def _changing_a_layer() -> tuple[Command, ...]:
    return (
        tool("move_layer", tr("Move Layer"), tr("Move the active layer on the canvas"), "V"),
        tool(
            "free_transform",
            tr("Free Transform"),
            tr("Scale, rotate, shear or distort the active layer, or what is selected on it"),
            "Ctrl+T",
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
        switch(
            "lock_alpha",
            tr("Lock Alpha"),
            tr("Paint only on what the active layer has: transparent pixels stay transparent"),
            "/",
            "lock_alpha",
        ),
        switch(
            "clip_layer",
            tr("Clip to Layer Below"),
            tr("Show the layer or group only where the first unclipped one below has pixels"),
            "Ctrl+Alt+G",
            "clip_layer",
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


def brush_menu() -> Menu:
    """The tools that paint the mask, then size and hardness."""
    tools = (
        tool("brush", tr("Mask Brush"), tr("Paint a mask over the area to repaint"), "B"),
        tool("eraser", tr("Mask Eraser"), tr("Erase the mask"), "E"),
    )
    shape = (
        Command(
            "brush_presets",
            tr("Brush Presets…"),
            tr("Choose a brush, or save the current one"),
            "Shift+F5",
        ),
        Command("smaller_brush", tr("Smaller Brush"), tr("Decrease the brush size"), "["),
        Command("larger_brush", tr("Larger Brush"), tr("Increase the brush size"), "]"),
        Command(
            "softer_brush", tr("Softer Brush"), tr("Decrease the hardness of the brush"), "Shift+["
        ),
        Command(
            "harder_brush", tr("Harder Brush"), tr("Increase the hardness of the brush"), "Shift+]"
        ),
    )
    return Menu("brush", tr("&Brush"), (tools, shape))


def colour_menu() -> Menu:
    """Tools that paint with colour, then the two colours."""
    colours = (
        Command(
            "swap_colours",
            tr("Swap Colours"),
            tr("Swap the foreground and background colours"),
            "X",
            "swap",
        ),
        Command(
            "reset_colours",
            tr("Reset Colours"),
            tr("Set the foreground to black and the background to white"),
            "D",
        ),
    )
    return Menu("colour", tr("&Colour"), (_painting_tools(), colours))


def _painting_tools() -> tuple[Command, ...]:
    """The tools that change the pixels of a layer, and what belongs to them."""
    return (
        tool(
            "paint_brush", tr("Colour Brush"), tr("Paint the active layer with colour"), "Shift+B"
        ),
        tool("paint_eraser", tr("Colour Eraser"), tr("Erase the active layer"), "Shift+E"),
        tool(
            "restore_brush",
            tr("Restore Brush"),
            tr("Paint the active layer as it was at an earlier step of the history"),
            "Y",
        ),
        tool(
            "clone_brush",
            tr("Clone Brush"),
            tr("Copy another part of the picture; Alt+click sets the source"),
            "S",
        ),
        tool(
            "heal_brush",
            tr("Heal Brush"),
            tr("Replace blemishes by what surrounds them"),
            "Shift+S",
        ),
        tool(
            "smudge_brush",
            tr("Smudge Brush"),
            tr("Smear the active layer, like a finger through wet paint"),
            "U",
        ),
        tool(
            "gradient",
            tr("Gradient"),
            tr("Fill the selection of the active layer with a gradient, by dragging"),
            "G",
        ),
        tool(
            "eyedropper",
            tr("Eyedropper"),
            tr("Pick a colour from the picture, or hold Alt while painting"),
            "I",
        ),
        Command(
            "fill_layer",
            tr("Fill Layer"),
            tr("Fill the selection of the active layer with the foreground colour"),
            "Shift+Backspace",
            "fill",
        ),
    )
