"""The list of layers, and the blend mode and opacity of the active one."""

from PySide6.QtCore import QSignalBlocker, Qt
from PySide6.QtWidgets import (
    QHBoxLayout,
    QLabel,
    QListWidgetItem,
    QMenu,
    QSlider,
    QToolButton,
    QVBoxLayout,
    QWidget,
)

from glide_studio.session.language import tr
from glide_studio.session.layer_commands import LayerCommands
from glide_studio.session.open_document import OpenDocument
from glide_studio.ui.actions.actions import Actions
from glide_studio.ui.panels.blend_mode_names import GROUP_STARTS, blend_mode_names
from glide_studio.ui.panels.layer_list import ROW_HEIGHT, THUMBNAIL, LayerList
from glide_studio.ui.panels.thumbnails import LayerThumbnails
from glide_studio.ui.style.icons import icon
from glide_studio.ui.style.theme import GRID
from glide_studio.ui.widgets.choice_box import ChoiceBox
from glide_studio.ui.widgets.naming import named, percent


class LayersPanel(QWidget):
    """A list of the layers, topmost first, below the active layer's blend mode and opacity.

    `corner` holds the buttons that belong beside the panel's title.
    """

    def __init__(
        self,
        open_document: OpenDocument,
        commands: LayerCommands,
        actions: Actions,
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(parent)
        self._open_document = open_document
        self._actions = actions
        self._commands = commands
        self._thumbnails = LayerThumbnails(open_document)
        self._make_list()
        self._make_buttons()
        self._make_blend_mode()
        self._make_opacity()
        self._lay_out()
        self._thumbnails.changed.connect(self._show)
        open_document.document_changed.connect(self._show)
        self._show()

    def _make_list(self) -> None:
        self._list = named(
            LayerList(),
            "layers_list",
            tr("Layers"),
            tr(
                "Drag a layer to reorder it, or press Alt+Up or Alt+Down; double-click to rename "
                "it, Space to hide or show it, Delete to delete it"
            ),
        )
        self._list.setMinimumHeight(2 * ROW_HEIGHT)
        commands = self._commands
        self._list.marked.connect(commands.activate)
        self._list.moved.connect(commands.move)
        self._list.drag_ended.connect(commands.finish)
        self._list.raised.connect(commands.move_active)
        self._list.eye_clicked.connect(commands.toggle_visible)
        self._list.lock_clicked.connect(commands.toggle_locked)
        self._list.renamed.connect(commands.rename)
        self._list.delete_pressed.connect(commands.delete)

    def _make_buttons(self) -> None:
        names = ("new_layer", "duplicate_layer", "merge_down", "delete_layer")
        self.corner: list[QWidget] = [self._button(name) for name in names]
        more = named(
            QToolButton(), "layer_more_button", tr("More layer commands"), tr("More layer commands")
        )
        more.setIcon(icon("more"))
        more.setPopupMode(QToolButton.ToolButtonPopupMode.InstantPopup)
        menu = QMenu(more)
        menu.setObjectName("layer_more_menu")
        for name in ("rename_layer", "raise_layer", "lower_layer", "merge_visible", "flatten"):
            menu.addAction(self._actions[name])
        more.setMenu(menu)
        self.corner.append(more)
        self._actions.connect("rename_layer", self._list.rename_current)

    def _button(self, name: str) -> QToolButton:
        action = self._actions[name]
        button = QToolButton()
        button.setDefaultAction(action)
        return named(button, f"{name}_button", action.text(), action.toolTip())

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
        self._blend_mode.activated.connect(
            lambda: self._commands.set_blend_mode(self._blend_mode.currentData())
        )

    def _make_opacity(self) -> None:
        self._opacity = named(
            QSlider(Qt.Orientation.Horizontal),
            "layer_opacity_slider",
            tr("Layer opacity"),
            tr("Opacity of the active layer"),
        )
        self._opacity.setMaximum(100)
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
        opacity = QHBoxLayout()
        opacity.setSpacing(GRID)
        opacity.addWidget(self._opacity, 1)
        opacity.addWidget(self._opacity_label)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(GRID // 2)
        layout.addWidget(self._blend_mode)
        layout.addLayout(opacity)
        layout.addWidget(self._list, 1)

    def _show(self) -> None:
        layers = self._open_document.document.layers[::-1]
        active = self._commands.active
        with QSignalBlocker(self._list):
            # Items are reused: the one that was just clicked may still be in use.
            while self._list.count() > len(layers):
                self._list.takeItem(self._list.count() - 1)
            while self._list.count() < len(layers):
                self._list.addItem(QListWidgetItem())
            for row, layer in enumerate(layers):
                item = self._list.item(row)
                self._list.fill(item, layer)
                item.setData(THUMBNAIL, self._thumbnails.pixmaps.get(layer.id))
                if layer is active:
                    self._list.setCurrentRow(row)
        self._list.viewport().update()
        self._show_controls()

    def _show_controls(self) -> None:
        active = self._commands.active
        for control in (self._blend_mode, self._opacity):
            control.setEnabled(active is not None)
        self._actions["rename_layer"].setEnabled(active is not None)
        if active is None:
            return
        with QSignalBlocker(self._opacity):
            self._opacity.setValue(round(100 * active.opacity))
        self._opacity_label.setText(percent(active.opacity))
        self._blend_mode.setCurrentIndex(self._blend_mode.findData(active.blend_mode))
