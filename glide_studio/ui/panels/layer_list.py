"""The rows of the layers panel, the topmost layer first."""

from collections.abc import Callable
from enum import Enum

from PySide6.QtCore import QItemSelectionModel, QPoint, QSignalBlocker, Qt, Signal
from PySide6.QtGui import QMouseEvent
from PySide6.QtWidgets import QListWidget, QListWidgetItem

from glide_studio.core.document.groups import Group
from glide_studio.core.document.layers import Item
from glide_studio.core.mask.mask import Combine
from glide_studio.ui.panels.layer_row import (
    DEPTH,
    LAYER,
    LayerRows,
    eye_area,
    fold_area,
    layer_description,
    lock_area,
    mask_area,
    thumbnail_area,
)
from glide_studio.ui.tools.selection_tool import combined_by
from glide_studio.ui.widgets.row_list import VisibilityList

EXTENDING = Qt.KeyboardModifier.ControlModifier | Qt.KeyboardModifier.ShiftModifier
"""With one of these, a click adds to what is highlighted."""


OUTSIDE = 32
"""How far outside of the list, in logical pixels, a drag still moves rows in it."""


class Part(Enum):
    """The parts of a row that react to clicks."""

    EYE = "eye"
    LOCK = "lock"
    FOLD = "fold"
    THUMBNAIL = "thumbnail"
    MASK = "mask"
    REST = "rest"


class LayerList(VisibilityList):
    """Layers and groups to choose, drag, show, lock and rename; several with Ctrl and Shift.

    Signals carry the id of a layer or group; `chosen` those of all that are highlighted, and the
    current one; `dragged` also that of the row over which it is, and whether it comes from above;
    `pixels_selected` and `mask_selected` how they change the selection. `painted_chosen` says
    whether the layer mask was clicked rather than the layer's thumbnail, `mask_toggled` that it was
    with Shift. While a row is dragged outside of the list, `carry` is asked with its key and the
    place on the screen whether it leaves the list; `dropped` carries where it was released, if it
    had left, else None. `drag_ended` is emitted when a drag is over, so that the next one is a
    history step of its own.
    """

    chosen = Signal(object, str)
    dragged = Signal(str, str, bool)
    fold_clicked = Signal(str)
    lock_clicked = Signal(str)
    pixels_selected = Signal(str, Combine)
    mask_selected = Signal(str, Combine)
    painted_chosen = Signal(str, bool)
    mask_toggled = Signal(str)
    dropped = Signal(object)
    renamed = Signal(str, str)

    def __init__(self) -> None:
        super().__init__(LayerRows())
        self.setEditTriggers(QListWidget.EditTrigger.DoubleClicked)
        self.setSelectionMode(QListWidget.SelectionMode.ExtendedSelection)
        self._pressed: QListWidgetItem | None = None
        self.carry: Callable[[str, QPoint], bool] = lambda _key, _place: False
        self._is_carried = False
        self.drag_cancelled.connect(self._put_down)
        self.itemSelectionChanged.connect(self._tell_chosen)
        self.itemChanged.connect(self._rename)

    def rename_current(self) -> None:
        """Edit the name of the selected layer."""
        if self.currentItem() is not None:
            self.setFocus()
            self.editItem(self.currentItem())

    def fill(self, item: QListWidgetItem, layer: Item, depth: int) -> None:
        """Show a layer or group, which lies in `depth` groups, in a row."""
        words = layer_description(layer)
        item.setData(LAYER, layer)
        item.setData(DEPTH, depth)
        item.setText(layer.name)
        item.setFlags(item.flags() | Qt.ItemFlag.ItemIsEditable)
        item.setData(Qt.ItemDataRole.AccessibleTextRole, words)
        item.setToolTip(words)

    def key_of(self, item: QListWidgetItem) -> str:
        return str(item.data(LAYER).id)

    def move_row(self, key: object, item: QListWidgetItem) -> None:
        rows = (self.item(row) for row in range(self.row(item)))
        comes_from_above = any(self.key_of(each) == key for each in rows)
        self.dragged.emit(key, self.key_of(item), comes_from_above)

    def part_at(self, position: QPoint) -> Part:
        """The part of a row at a position of the viewport."""
        index = self.indexAt(position)
        row, layer, depth = self.visualRect(index), index.data(LAYER), index.data(DEPTH)
        areas = {Part.EYE: eye_area(row), Part.LOCK: lock_area(row)}
        areas[Part.THUMBNAIL] = thumbnail_area(row, layer, depth)
        areas[Part.MASK] = mask_area(row, layer, depth)
        if isinstance(layer, Group):
            areas[Part.FOLD] = fold_area(row, layer, depth)
        return next((part for part, area in areas.items() if area.contains(position)), Part.REST)

    def _tell_chosen(self) -> None:
        ids, current = [self.key_of(item) for item in self.selectedItems()], self.currentItem()
        if current is None:
            return
        if ids:
            here = self.key_of(current)
            self.chosen.emit(ids, here if here in ids else ids[0])
        else:  # one layer is always active
            with QSignalBlocker(self):
                current.setSelected(True)

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
        layer_id, held = self.key_of(item), event.modifiers()
        part, how = self.part_at(position), combined_by(held, Combine.REPLACE)
        is_mask, is_thumbnail = part is Part.MASK, part in (Part.MASK, Part.THUMBNAIL)
        if part is Part.EYE:
            self.eye_clicked.emit(layer_id)
        elif part is Part.LOCK:
            self.lock_clicked.emit(layer_id)
        elif part is Part.FOLD:
            self.fold_clicked.emit(layer_id)
        elif is_thumbnail and held & Qt.KeyboardModifier.ControlModifier:
            (self.mask_selected if is_mask else self.pixels_selected).emit(layer_id, how)
        elif is_mask and held & Qt.KeyboardModifier.ShiftModifier:
            self.mask_toggled.emit(layer_id)
        elif item.isSelected() and len(self.selectedItems()) > 1 and not (held & EXTENDING):
            self._pressed = item  # all of them may be dragged
            self.start_drag(item)
        else:
            super().mousePressEvent(event)
            if is_thumbnail and not held & EXTENDING:
                self.painted_chosen.emit(layer_id, is_mask)

    def mouseMoveEvent(self, event: QMouseEvent) -> None:
        before, place = self._pressed, event.position().toPoint()
        key = self.dragged_key
        self._is_carried = (
            isinstance(key, str)
            and self._leaves(place)
            and self.carry(key, event.globalPosition().toPoint())
        )
        if not self._is_carried:
            super().mouseMoveEvent(event)
        if before is not None and self.itemAt(event.position().toPoint()) is not before:
            self._pressed = None

    def _put_down(self) -> None:
        """A drag was cancelled: nothing is dropped when the button is released."""
        self._is_carried, self._pressed = False, None
        self.dropped.emit(None)

    def _leaves(self, place: QPoint) -> bool:
        """Whether a row that is dragged to a place is outside of the list, or of another list."""
        around = self.viewport().rect().adjusted(-OUTSIDE, -OUTSIDE, OUTSIDE, OUTSIDE)
        rows = map(self.item, range(self.count()))
        is_here = any(self.key_of(item) == self.dragged_key for item in rows)
        return not (is_here and around.contains(place))

    def mouseReleaseEvent(self, event: QMouseEvent) -> None:
        super().mouseReleaseEvent(event)
        self.dropped.emit(event.globalPosition().toPoint() if self._is_carried else None)
        self._is_carried = False
        pressed, self._pressed = self._pressed, None
        if pressed is not None:
            self.setCurrentItem(pressed, QItemSelectionModel.SelectionFlag.ClearAndSelect)

    def mouseDoubleClickEvent(self, event: QMouseEvent) -> None:
        if self.itemAt(event.position().toPoint()) is None or (
            self.part_at(event.position().toPoint()) is Part.REST
        ):
            super().mouseDoubleClickEvent(event)
        else:
            self.mousePressEvent(event)
