"""Parts of the layer menu: groups, layers of what is selected, and the menu of the layer mask."""

from glide_studio.session.language import tr
from glide_studio.ui.actions.command import Command, Menu, switch


def grouping() -> tuple[Command, ...]:
    """Making and dissolving groups."""
    return (
        Command(
            "group_layers",
            tr("Group Layers"),
            tr("Put the selected layers into a new group"),
            "Ctrl+G",
            "group_layers",
        ),
        Command(
            "ungroup_layers",
            tr("Ungroup Layers"),
            tr("Dissolve the group, and leave its layers where they are"),
            "Ctrl+Shift+G",
        ),
    )


def layers_via_selection() -> tuple[Command, ...]:
    """Making a layer of what is selected."""
    return (
        Command(
            "layer_via_copy",
            tr("Layer via Copy"),
            tr("Copy what is selected of the active layer to a new one, or all of it"),
            "Ctrl+J",
        ),
        Command(
            "layer_via_cut",
            tr("Layer via Cut"),
            tr("Cut what is selected of the active layer to a new one"),
            "Ctrl+Shift+J",
        ),
    )


def layer_mask_menu() -> Menu:
    """Adding and painting it; what it shows; removing it."""
    painting = (
        Command(
            "add_layer_mask",
            tr("Add Layer Mask"),
            tr("Add a mask to the active layer or group that shows what is selected, or all"),
            "",
            "add_layer_mask",
        ),
        switch(
            "paint_layer_mask",
            tr("Paint on Layer Mask"),
            tr("Use brushes, Fill and Clear on the mask of the layer or group: black hides"),
            "Ctrl+\\",
        ),
        switch(
            "enable_layer_mask",
            tr("Enable Layer Mask"),
            tr("Turn the mask of the layer or group on or off"),
        ),
        switch(
            "link_layer_mask",
            tr("Link Layer Mask"),
            tr("Move and transform the mask together with its layer or group"),
        ),
    )
    using = (
        Command(
            "invert_layer_mask",
            tr("Invert Layer Mask"),
            tr("Hide what the mask of the layer or group shows, and show what it hides"),
        ),
        Command(
            "select_layer_mask",
            tr("Select Layer Mask"),
            tr("Select what the mask shows, or Ctrl+click its thumbnail"),
        ),
    )
    removing = (
        Command(
            "apply_layer_mask",
            tr("Apply Layer Mask"),
            tr("Delete the mask of the active layer, and the pixels that it hides"),
        ),
        Command(
            "delete_layer_mask",
            tr("Delete Layer Mask"),
            tr("Delete the mask of the layer or group, so that all of it is seen"),
        ),
    )
    return Menu("layer_mask", tr("Layer Mask"), (painting, using, removing))
