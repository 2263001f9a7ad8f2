"""The list of layers, and the blend mode and opacity of the active one."""

from PySide6.QtCore import QItemSelectionModel, QSignalBlocker, Qt
from PySide6.QtWidgets import QComboBox, QHBoxLayout, QLabel, QVBoxLayout, QWidget

from glide_studio.core.document.blend_modes import BlendMode
from glide_studio.core.document.document import Document
from glide_studio.core.document.groups import Group, Path, common
from glide_studio.core.document.layers import Item, Layer
from glide_studio.session.editor import Editor
from glide_studio.session.group_commands import GroupCommands
from glide_studio.session.language import tr
from glide_studio.session.quantities import percent
from glide_studio.ui.actions.actions import Actions
from glide_studio.ui.panels.layer_list import LayerList
from glide_studio.ui.panels.layer_row import (
    IS_MASK_PAINTED,
    MASK_THUMBNAIL,
    ROW_HEIGHT,
    THUMBNAIL,
    blend_mode_names,
)
from glide_studio.ui.panels.thumbnails import LayerThumbnails
from glide_studio.ui.style.theme import GRID
from glide_studio.ui.widgets.buttons import ActionButton, menu_button
from glide_studio.ui.widgets.fields import ChoiceBox
from glide_studio.ui.widgets.labelled_slider import slider
from glide_studio.ui.widgets.layouts import fill
from glide_studio.ui.widgets.naming import named
from glide_studio.ui.widgets.row_list import set_row_count

GROUP_STARTS = (
    BlendMode.DARKEN,
    BlendMode.LIGHTEN,
    BlendMode.OVERLAY,
    BlendMode.DIFFERENCE,
    BlendMode.HUE,
)
"""The modes that begin a group: a separator precedes them."""


PASS_THROUGH = ""
"""Stands for no blend mode in the list of them."""


class LayersPanel(QWidget):
    """A list of the layers, topmost first, below the active layer's blend mode and opacity.

    `corner` holds the buttons that belong beside the panel's title.
    """

    def __init__(self, editor: Editor, actions: Actions) -> None:
        super().__init__()
        self._open_document = editor.open_document
        self._actions = actions
        self._commands = editor.layers
        self._thumbnails = LayerThumbnails(editor.open_document)
        self._make_list(editor.groups)
        layer_masks = editor.layer_masks
        self._list.pixels_selected.connect(editor.masks.select_pixels)
        self._list.mask_selected.connect(layer_masks.select)
        self._list.mask_toggled.connect(layer_masks.toggle_enabled)
        self._list.painted_chosen.connect(
            lambda layer_id, is_mask: layer_masks.paint_on(layer_id, is_mask=is_mask)
        )
        self._make_buttons()
        self._make_blend_mode()
        self._make_opacity()
        self._lay_out()
        self._thumbnails.changed.connect(self._show)
        editor.open_document.document_changed.connect(self._show)
        self._show()

    def _make_list(self, groups: GroupCommands) -> None:
        self._list = named(
            LayerList(),
            "layers_list",
            tr("Layers"),
            tr(
                "Drag a layer to reorder it, or press Alt+Up or Alt+Down; double-click to rename "
                "it, Space to hide or show it, Delete to delete it; Ctrl+click its thumbnail to "
                "select its pixels"
            ),
        )
        self._list.setMinimumHeight(3 * ROW_HEIGHT // 2)
        commands = self._commands
        self._list.chosen.connect(commands.choose)
        self._list.dragged.connect(groups.drag)
        self._list.fold_clicked.connect(groups.toggle_collapsed)
        self._list.drag_ended.connect(commands.finish)
        self._list.drag_cancelled.connect(groups.undrag)
        self._list.raised.connect(groups.move_active)
        self._list.eye_clicked.connect(commands.toggle_visible)
        self._list.lock_clicked.connect(commands.toggle_locked)
        self._list.renamed.connect(commands.rename)
        self._list.delete_pressed.connect(commands.delete)

    @property
    def rows(self) -> LayerList:
        """The list of layers."""
        return self._list

    def _make_buttons(self) -> None:
        words = tr("More layer commands")
        more = (
            "rename_layer",
            "duplicate_layer",
            "ungroup_layers",
            "mask_from_layer",
            "raise_layer",
            "lower_layer",
            "merge_down",
            "merge_visible",
            "flatten",
        )
        commands = [self._actions[name] for name in more]
        names = ("new_layer", "group_layers", "add_layer_mask", "delete_layer")
        buttons = [ActionButton(self._actions[name], f"{name}_button") for name in names]
        menu = menu_button("layer_more_button", words, words, "layer_more_menu", commands)
        self.corner = [*buttons, menu]
        self._actions.connect("rename_layer", self._list.rename_current)

    def _make_blend_mode(self) -> None:
        self._blend_mode = named(
            ChoiceBox(),
            "blend_mode_combo",
            tr("Blend mode"),
            tr("How the active layer blends with those below"),
        )
        for mode, name in blend_mode_names().items():
            if mode in GROUP_STARTS:
                self._blend_mode.insertSeparator(self._blend_mode.count())
            self._blend_mode.addItem(name, mode)
        self._blend_mode.setMaxVisibleItems(self._blend_mode.count())
        policy = QComboBox.SizeAdjustPolicy.AdjustToMinimumContentsLengthWithIcon
        self._blend_mode.setSizeAdjustPolicy(policy)  # the longest names do not widen the panel
        self._blend_mode.activated.connect(
            lambda: self._commands.set_blend_mode(self._blend_mode.currentData() or None)
        )

    def _make_opacity(self) -> None:
        self._opacity = slider(
            "layer_opacity_slider", tr("Layer opacity"), tr("Opacity of the active layer"), 100
        )
        self._opacity_label = QLabel()
        self._opacity_label.setMinimumWidth(self.fontMetrics().horizontalAdvance(percent(1) + " "))
        self._opacity_label.setAlignment(
            Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter
        )
        self._opacity.sliderPressed.connect(self._commands.finish)
        self._opacity.sliderReleased.connect(self._commands.finish)
        self._opacity.valueChanged.connect(
            lambda percent: self._commands.set_opacity(percent / 100)
        )

    def _lay_out(self) -> None:
        switches = {
            name: ActionButton(self._actions[name], f"{name}_button")
            for name in ("lock_alpha", "clip_layer")
        }
        for name, button in switches.items():
            self._actions.follow(name, button)
        blending = fill(
            QHBoxLayout(),
            [self._blend_mode, *switches.values()],
            GRID // 2,
            grows=[self._blend_mode],
        )
        opacity = fill(QHBoxLayout(), [self._opacity, self._opacity_label], grows=[self._opacity])
        fill(
            QVBoxLayout(self),
            [blending, opacity, self._list],
            GRID // 2,
            grows=[self._list],
        )

    def _show(self) -> None:
        document, active = self._open_document.document, self._commands.target
        if isinstance(active, Layer):  # in a collapsed group, the row of that stands for it
            active = next((each for each in active.groups if each.collapsed), active)
        pixmaps, rows = self._thumbnails.pixmaps, _rows_of(document)
        chosen = () if document.active_group is not None else document.selected
        with QSignalBlocker(self._list):
            set_row_count(self._list, len(rows))
            for number, (layer, depth) in enumerate(rows):
                item = self._list.item(number)
                self._list.fill(item, layer, depth)
                item.setData(THUMBNAIL, pixmaps.get(layer.id))
                mask = layer.mask
                item.setData(MASK_THUMBNAIL, pixmaps.get(mask.id) if mask else None)
                item.setData(IS_MASK_PAINTED, layer.id == document.mask_id)
                is_active = active is not None and layer.id == active.id
                item.setSelected(is_active or layer.id in chosen)
                if is_active:
                    self._list.setCurrentRow(number, QItemSelectionModel.SelectionFlag.NoUpdate)
        self._list.viewport().update()
        self._show_controls()

    def _show_controls(self) -> None:
        target = self._commands.target
        for control in (self._blend_mode, self._opacity):
            control.setEnabled(target is not None)
        self._actions["rename_layer"].setEnabled(target is not None)
        if target is None:
            return
        with QSignalBlocker(self._opacity):
            self._opacity.setValue(round(100 * target.opacity))
        self._opacity_label.setText(percent(target.opacity))
        self._offer_pass_through(isinstance(target, Group))
        passes = isinstance(target, Group) and target.passes_through
        self._blend_mode.setCurrentIndex(
            0 if passes else self._blend_mode.findData(target.blend_mode)
        )

    def _offer_pass_through(self, wanted: bool) -> None:
        """Offer what only a group can be, or do not."""
        is_offered = self._blend_mode.itemData(0) == PASS_THROUGH
        if wanted and not is_offered:
            self._blend_mode.insertItem(0, tr("Pass through"), PASS_THROUGH)
        elif is_offered and not wanted:
            self._blend_mode.removeItem(0)


def _rows_of(document: Document) -> list[tuple[Item, int]]:
    """Layers and groups with their depths, the topmost first, but for those in collapsed groups."""
    rows: list[tuple[Item, int]] = []
    above: Path = ()
    for layer in reversed(document.layers):
        opened = len(common(above, layer.groups))
        above = layer.groups
        for depth, group in enumerate(layer.groups):
            if depth >= opened:
                rows.append((group, depth))
            if group.collapsed:
                break
        else:
            rows.append((layer, len(layer.groups)))
    return rows
