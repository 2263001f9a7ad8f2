"""The list of brush presets, with a sample stroke of each."""

from dataclasses import replace

from PySide6.QtCore import QPoint, QSignalBlocker, QSize, Qt, QTimer, Signal
from PySide6.QtGui import QIcon, QKeyEvent, QPixmap
from PySide6.QtWidgets import (
    QAbstractItemView,
    QHBoxLayout,
    QListWidget,
    QListWidgetItem,
    QVBoxLayout,
    QWidget,
)

from glide_studio.core.geometry import Extent
from glide_studio.core.paint.stroke import Brush
from glide_studio.session.brush_presets import BrushPreset, BrushPresets
from glide_studio.session.language import tr
from glide_studio.ui.panels.stroke_picture import stroke_picture
from glide_studio.ui.style.theme import GRID, current, scaled_to_text
from glide_studio.ui.widgets.buttons import icon_button
from glide_studio.ui.widgets.layouts import fill
from glide_studio.ui.widgets.naming import named
from glide_studio.ui.widgets.windows import Popup

SIZE = QSize(320, 520)
PICTURE = Extent(150, 36)
PRESET = Qt.ItemDataRole.UserRole

Pictures = dict[tuple[Brush, str, float], QPixmap]
"""Sample strokes by brush, colour and pixels of the screen in a logical one."""


class PresetPopup(Popup):
    """Arrows select a preset, Enter or a click chooses it; `chosen` carries the `Brush`.

    The brush in use can be saved; F2 renames one of the artist's own presets, Delete deletes it.
    `pictures` keeps the sample strokes for the next time.
    """

    chosen = Signal(object)

    def __init__(
        self, presets: BrushPresets, brush: Brush, pictures: Pictures, parent: QWidget
    ) -> None:
        super().__init__("preset_popup", tr("Brush presets"), parent)
        self.setProperty("role", "popup")
        self._presets = presets
        self._brush = brush
        self._pictures = pictures
        self._list = named(
            QListWidget(),
            "preset_list",
            tr("Brush presets"),
            tr("Enter uses a preset, F2 renames your own, Delete deletes it"),
        )
        self._list.setIconSize(QSize(PICTURE.width, PICTURE.height))
        self._list.setEditTriggers(QAbstractItemView.EditTrigger.EditKeyPressed)
        self._list.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self._save = icon_button(
            "add", "preset_save_button", tr("Save brush"), tr("Save the brush as a new preset")
        )
        self._rename = icon_button(
            "rename", "preset_rename_button", tr("Rename"), tr("Rename your own preset"), "F2"
        )
        self._delete = icon_button(
            "delete", "preset_delete_button", tr("Delete"), tr("Delete your own preset"), "Del"
        )
        buttons = fill(QHBoxLayout(), [self._save, None, self._rename, self._delete])
        layout = fill(QVBoxLayout(self), [self._list, buttons], grows=[self._list])
        layout.setContentsMargins(GRID, GRID, GRID, GRID)
        self._save.clicked.connect(self._save_brush)
        self._rename.clicked.connect(lambda: self._list.editItem(self._list.currentItem()))
        self._delete.clicked.connect(self._delete_preset)
        self._list.itemClicked.connect(self._choose)
        self._list.itemChanged.connect(self._rename_preset)
        self._list.currentItemChanged.connect(self._show_buttons)
        self._drawing = QTimer(self, interval=0)
        self._drawing.timeout.connect(self._draw_next)
        self._show(next((each.name for each in presets.presets if each.brush == brush), ""))

    def open_below(self, widget: QWidget) -> None:
        """Show it below `widget`, entirely on its screen."""
        names = self._list.sizeHintForColumn(0) + self._list.verticalScrollBar().sizeHint().width()
        self.resize(scaled_to_text(SIZE).expandedTo(QSize(names + 3 * GRID, 0)))
        self.open_at(widget, QPoint(0, widget.height() + GRID // 2))
        self._list.setFocus()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """The list leaves these keys to its window."""
        match event.key():
            case Qt.Key.Key_Return | Qt.Key.Key_Enter:
                self._choose(self._list.currentItem())
            case Qt.Key.Key_Delete | Qt.Key.Key_Backspace:
                self._delete_preset()
            case _:
                super().keyPressEvent(event)

    def _show(self, name: str) -> None:
        """List all presets, with that of `name` as the current one."""
        with QSignalBlocker(self._list):
            self._list.clear()
            blank = QPixmap(PICTURE.width, PICTURE.height)
            blank.fill(Qt.GlobalColor.transparent)
            for preset in self._presets.presets:
                item = QListWidgetItem(QIcon(blank), preset.name, self._list)
                item.setData(PRESET, preset)
                if self._presets.is_own(preset.name):
                    item.setFlags(item.flags() | Qt.ItemFlag.ItemIsEditable)
                if preset.name == name:
                    self._list.setCurrentItem(item)
        self._undrawn = [self._list.item(row) for row in range(self._list.count())]
        self._drawing.start()
        self._show_buttons()

    def _draw_next(self) -> None:
        """Draw the sample stroke of one preset: all of them would delay the window."""
        if not self._undrawn:
            self._drawing.stop()
            return
        item = self._undrawn.pop(0)
        brush = _preset_of(item).brush
        key = (brush, current().text, self.devicePixelRatioF())
        if key not in self._pictures:
            tint = self.palette().text().color()
            self._pictures[key] = stroke_picture(brush, tint, PICTURE, key[2])
        with QSignalBlocker(self._list):
            item.setIcon(QIcon(self._pictures[key]))

    def _show_buttons(self) -> None:
        item = self._list.currentItem()
        is_own = item is not None and self._presets.is_own(_preset_of(item).name)
        self._rename.setEnabled(is_own)
        self._delete.setEnabled(is_own)

    def _choose(self, item: QListWidgetItem | None) -> None:
        if item is not None:
            self.close()
            self.chosen.emit(_preset_of(item).brush)

    def _save_brush(self) -> None:
        """Save the brush, and let the artist name it."""
        self._show(self._presets.save(self._brush))
        self._list.scrollToItem(self._list.currentItem())
        self._list.editItem(self._list.currentItem())

    def _rename_preset(self, item: QListWidgetItem) -> None:
        preset = _preset_of(item)
        name = self._presets.rename(preset.name, item.text())
        with QSignalBlocker(self._list):
            item.setText(name)
            item.setData(PRESET, replace(preset, name=name))

    def _delete_preset(self) -> None:
        if self._delete.isEnabled():
            row = self._list.currentRow()
            self._presets.delete(_preset_of(self._list.currentItem()).name)
            names = [preset.name for preset in self._presets.presets]
            self._show(names[min(row, len(names) - 1)])


def _preset_of(item: QListWidgetItem) -> BrushPreset:
    preset: BrushPreset = item.data(PRESET)
    return preset
