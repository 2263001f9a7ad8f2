"""The rows of the layers panel, the topmost layer first."""

from enum import Enum

from PySide6.QtCore import QPoint, Qt, Signal
from PySide6.QtGui import QMouseEvent
from PySide6.QtWidgets import QListWidget, QListWidgetItem

from glide_studio.core.document.layers import Layer
from glide_studio.core.mask.mask import Combine
from glide_studio.ui.panels.layer_row import (
    LAYER,
    LayerRows,
    eye_area,
    layer_description,
    lock_area,
    mask_area,
    thumbnail_area,
)
from glide_studio.ui.tools.selection_tool import combined_by
from glide_studio.ui.widgets.row_list import VisibilityList


class Part(Enum):
    """The parts of a row that react to clicks."""

    EYE = "eye"
    LOCK = "lock"
    THUMBNAIL = "thumbnail"
    MASK = "mask"
    REST = "rest"


class LayerList(VisibilityList):
    """Layers to select, drag, show, lock and rename.

    Signals carry a layer's id; `moved` also its new index, 0 being the lowest layer, and
    `pixels_selected` and `mask_selected` how they change the selection. `painted_chosen` says
    whether the layer mask was clicked rather than the layer's thumbnail, `mask_toggled` that it was
    with Shift. `drag_ended` is emitted when a drag is over, so that the next one is a history step
    of its own.
    """

    marked = Signal(str)
    moved = Signal(str, int)
    lock_clicked = Signal(str)
    pixels_selected = Signal(str, Combine)
    mask_selected = Signal(str, Combine)
    painted_chosen = Signal(str, bool)
    mask_toggled = Signal(str)
    renamed = Signal(str, str)

    def __init__(self) -> None:
        super().__init__(LayerRows())
        self.setEditTriggers(QListWidget.EditTrigger.DoubleClicked)
        self.currentItemChanged.connect(self._mark)
        self.itemChanged.connect(self._rename)

    def rename_current(self) -> None:
        """Edit the name of the selected layer."""
        if self.currentItem() is not None:
            self.setFocus()
            self.editItem(self.currentItem())

    def fill(self, item: QListWidgetItem, layer: Layer) -> None:
        """Show a layer in a row."""
        words = layer_description(layer)
        item.setData(LAYER, layer)
        item.setText(layer.name)
        item.setFlags(item.flags() | Qt.ItemFlag.ItemIsEditable)
        item.setData(Qt.ItemDataRole.AccessibleTextRole, words)
        item.setToolTip(words)

    def key_of(self, item: QListWidgetItem) -> str:
        return str(item.data(LAYER).id)

    def move_row(self, key: object, item: QListWidgetItem) -> None:
        self.moved.emit(key, self.count() - 1 - self.row(item))

    def part_at(self, position: QPoint) -> Part:
        """The part of a row at a position of the viewport."""
        index = self.indexAt(position)
        row, layer = self.visualRect(index), index.data(LAYER)
        areas = {
            Part.EYE: eye_area(row),
            Part.LOCK: lock_area(row),
            Part.THUMBNAIL: thumbnail_area(row, layer),
            Part.MASK: mask_area(row, layer),
        }
        return next((part for part, area in areas.items() if area.contains(position)), Part.REST)

    def _mark(self, item: QListWidgetItem | None) -> None:
        if item is not None:
            self.marked.emit(item.data(LAYER).id)

    def _rename(self, item: QListWidgetItem) -> None:
        layer = item.data(LAYER)
        if item.text() != layer.name:
            self.renamed.emit(layer.id, item.text())
            item.setText(item.data(LAYER).name)  # an empty name was refused

    # Qt's events

    def mousePressEvent(self, event: QMouseEvent) -> None:
        position = event.position().toPoint()
        item = self.itemAt(position)
        if event.button() != Qt.MouseButton.LeftButton or item is None:
            super().mousePressEvent(event)
            return
        layer_id, held = item.data(LAYER).id, event.modifiers()
        part, how = self.part_at(position), combined_by(held, Combine.REPLACE)
        is_mask = part is Part.MASK
        if part is Part.EYE:
            self.eye_clicked.emit(layer_id)
        elif part is Part.LOCK:
            self.lock_clicked.emit(layer_id)
        elif held & Qt.KeyboardModifier.ControlModifier:
            (self.mask_selected if is_mask else self.pixels_selected).emit(layer_id, how)
        elif is_mask and held & Qt.KeyboardModifier.ShiftModifier:
            self.mask_toggled.emit(layer_id)
        else:
            super().mousePressEvent(event)
            if part is not Part.REST:
                self.painted_chosen.emit(layer_id, is_mask)

    def mouseDoubleClickEvent(self, event: QMouseEvent) -> None:
        if self.itemAt(event.position().toPoint()) is None or (
            self.part_at(event.position().toPoint()) is Part.REST
        ):
            super().mouseDoubleClickEvent(event)
        else:
            self.mousePressEvent(event)
