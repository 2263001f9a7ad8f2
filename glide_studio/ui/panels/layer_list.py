"""The rows of the layers panel, the topmost layer first."""

from enum import Enum

from PySide6.QtCore import QEvent, QPoint, QRect, QSize, Qt, Signal
from PySide6.QtGui import QMouseEvent, QPainter, QPalette
from PySide6.QtWidgets import (
    QLineEdit,
    QListWidget,
    QListWidgetItem,
    QStyleOptionViewItem,
    QWidget,
)

from glide_studio.core.document.blend_modes import BlendMode
from glide_studio.core.document.layers import MAX_NAME, Layer
from glide_studio.core.mask.mask import Combine
from glide_studio.session.language import tr
from glide_studio.session.quantities import percent
from glide_studio.ui.style.icons import SIZE as ICON_SIDE
from glide_studio.ui.style.icons import icon
from glide_studio.ui.style.theme import GRID
from glide_studio.ui.tools.selection_tool import combined_by
from glide_studio.ui.widgets.checkers import checkers
from glide_studio.ui.widgets.naming import named
from glide_studio.ui.widgets.row_list import Index, RowDelegate, VisibilityList, draw_line

LAYER = Qt.ItemDataRole.UserRole
"""The `Layer` of a row."""

THUMBNAIL = Qt.ItemDataRole.UserRole + 1
"""Its `QPixmap`, or None."""

GROUP_STARTS = (
    BlendMode.DARKEN,
    BlendMode.LIGHTEN,
    BlendMode.OVERLAY,
    BlendMode.DIFFERENCE,
    BlendMode.HUE,
)
"""The modes that begin a group: a separator precedes them."""

ROW_HEIGHT = 48
THUMBNAIL_SIDE = 36
CHECKER = 4


class Part(Enum):
    """The parts of a row that react to clicks."""

    EYE = "eye"
    LOCK = "lock"
    REST = "rest"


class LayerList(VisibilityList):
    """Layers to select, drag, show, lock and rename.

    Signals carry a layer's id; `moved` also its new index, 0 being the lowest layer, and
    `pixels_selected` how they change the selection. `drag_ended` is emitted when a drag is over, so
    that the next one is a history step of its own.
    """

    marked = Signal(str)
    moved = Signal(str, int)
    lock_clicked = Signal(str)
    pixels_selected = Signal(str, Combine)
    renamed = Signal(str, str)

    def __init__(self) -> None:
        super().__init__(_Rows())
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
        row = self.visualRect(self.indexAt(position))
        if eye_area(row).contains(position):
            return Part.EYE
        return Part.LOCK if lock_area(row).contains(position) else Part.REST

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
        match self.part_at(position):
            case Part.EYE:
                self.eye_clicked.emit(item.data(LAYER).id)
            case Part.LOCK:
                self.lock_clicked.emit(item.data(LAYER).id)
            case Part.REST if event.modifiers() & Qt.KeyboardModifier.ControlModifier:
                how = combined_by(event.modifiers(), Combine.REPLACE)
                self.pixels_selected.emit(item.data(LAYER).id, how)
            case Part.REST:
                super().mousePressEvent(event)

    def mouseDoubleClickEvent(self, event: QMouseEvent) -> None:
        if self.part_at(event.position().toPoint()) is Part.REST:
            super().mouseDoubleClickEvent(event)
        else:
            self.mousePressEvent(event)


class _Rows(RowDelegate):
    """Paints eye, thumbnail, name with blend mode and opacity, and lock."""

    def sizeHint(self, option: QStyleOptionViewItem, index: Index) -> QSize:
        return QSize(0, ROW_HEIGHT)

    def createEditor(
        self, parent: QWidget, option: QStyleOptionViewItem, index: Index
    ) -> QLineEdit:
        editor = QLineEdit(parent)
        editor.setMaxLength(MAX_NAME)
        what, how = tr("Layer name"), tr("Press Enter to rename the layer")
        return named(editor, "layer_name_edit", what, how)

    def setEditorData(self, editor: QWidget, index: Index) -> None:
        """Show the name at first, but keep what is being typed when the layer changes."""
        if not (isinstance(editor, QLineEdit) and editor.isModified()):
            super().setEditorData(editor, index)

    def updateEditorGeometry(
        self, editor: QWidget, option: QStyleOptionViewItem, index: Index
    ) -> None:
        area = _name_area(option.rect, _indent(index.data(LAYER)))
        height = editor.sizeHint().height()
        editor.setGeometry(
            area.left() - GRID, area.center().y() - height // 2, area.width(), height
        )

    def eventFilter(self, editor: QWidget, event: QEvent) -> bool:  # type: ignore[override]
        """Let letters be typed that are shortcuts of the window."""
        if event.type() == QEvent.Type.ShortcutOverride:
            event.accept()
            return True
        return super().eventFilter(editor, event)

    def paint_row(self, painter: QPainter, option: QStyleOptionViewItem, index: Index) -> None:
        layer: Layer = index.data(LAYER)
        paint_icon(painter, eye_area(option.rect), "visible" if layer.visible else "hidden", True)
        paint_icon(
            painter, lock_area(option.rect), "lock" if layer.locked else "unlock", layer.locked
        )
        if layer.alpha_locked:
            paint_icon(painter, _alpha_lock_area(option.rect), "lock_alpha", True)
        if layer.clipped:
            paint_icon(painter, _clip_area(option.rect), "clip_layer", True)
        self._paint_thumbnail(painter, option.rect, index)
        self._paint_words(painter, option, layer)

    def _paint_thumbnail(self, painter: QPainter, row: QRect, index: Index) -> None:
        pixmap = index.data(THUMBNAIL)
        frame = _thumbnail_area(row, _indent(index.data(LAYER)))
        if pixmap is None:
            return
        size = pixmap.size().scaled(frame.size(), Qt.AspectRatioMode.KeepAspectRatio)
        area = QRect(QPoint(), size.expandedTo(QSize(2, 2)))
        area.moveCenter(frame.center())
        painter.setRenderHint(QPainter.RenderHint.SmoothPixmapTransform)
        painter.setBrushOrigin(area.topLeft())
        painter.fillRect(area, checkers(CHECKER))
        painter.drawPixmap(area, pixmap)

    def _paint_words(self, painter: QPainter, option: QStyleOptionViewItem, layer: Layer) -> None:
        role, area = QPalette.ColorRole, _name_area(option.rect, _indent(layer))
        if layer.alpha_locked:
            area.setRight(_alpha_lock_area(option.rect).left() - GRID)
        tone = role.Text if layer.visible else role.PlaceholderText
        lines = [(layer.name, tone), (_blending(layer), role.PlaceholderText)]
        lines = [line for line in lines if line[0]]
        height = option.fontMetrics.lineSpacing() + 1
        top = area.center().y() - height * len(lines) // 2
        for number, (text, tone) in enumerate(lines):
            line = QRect(area.left(), top + number * height, area.width(), height)
            draw_line(painter, line, text, tone)


def layer_description(layer: Layer) -> str:
    """For screen readers and tooltips, such as "Sky, hidden, Multiply · 50%"."""
    words = [layer.name]
    if not layer.visible:
        words.append(tr("hidden"))
    if layer.locked:
        words.append(tr("locked"))
    if layer.alpha_locked:
        words.append(tr("alpha locked"))
    if layer.clipped:
        words.append(tr("clipped"))
    if manner := _blending(layer):
        words.append(manner)
    return ", ".join(words)


def blend_mode_names() -> dict[BlendMode, str]:
    """The blend modes in the order of other image editors, in the language of the interface."""
    return {
        BlendMode.NORMAL: tr("Normal"),
        BlendMode.DARKEN: tr("Darken"),
        BlendMode.MULTIPLY: tr("Multiply"),
        BlendMode.COLOR_BURN: tr("Colour burn"),
        BlendMode.SUBTRACT: tr("Subtract"),
        BlendMode.LIGHTEN: tr("Lighten"),
        BlendMode.SCREEN: tr("Screen"),
        BlendMode.COLOR_DODGE: tr("Colour dodge"),
        BlendMode.ADDITION: tr("Addition"),
        BlendMode.OVERLAY: tr("Overlay"),
        BlendMode.SOFT_LIGHT: tr("Soft light"),
        BlendMode.HARD_LIGHT: tr("Hard light"),
        BlendMode.DIFFERENCE: tr("Difference"),
        BlendMode.EXCLUSION: tr("Exclusion"),
        BlendMode.HUE: tr("Hue"),
        BlendMode.SATURATION: tr("Saturation"),
        BlendMode.COLOR: tr("Colour"),
        BlendMode.LUMINOSITY: tr("Luminosity"),
    }


def _blending(layer: Layer) -> str:
    """Blend mode and opacity, where they are not the defaults."""
    words = []
    if layer.blend_mode is not BlendMode.NORMAL:
        words.append(blend_mode_names()[layer.blend_mode])
    if layer.opacity != 1:
        words.append(percent(layer.opacity))
    return " · ".join(words)


def eye_area(row: QRect) -> QRect:
    return QRect(row.left(), row.top(), ICON_SIDE + 2 * GRID, row.height())


def lock_area(row: QRect) -> QRect:
    width = ICON_SIDE + 2 * GRID
    return QRect(row.right() + 1 - width, row.top(), width, row.height())


def _alpha_lock_area(row: QRect) -> QRect:
    """Where the sign lies that the alpha is locked."""
    lock = lock_area(row)
    return QRect(lock.left() - ICON_SIDE, row.top(), ICON_SIDE, row.height())


def _indent(layer: Layer) -> int:
    """How far to the right a layer's thumbnail lies."""
    return ICON_SIDE if layer.clipped else 0


def _clip_area(row: QRect) -> QRect:
    """Where the sign lies that a layer is clipped."""
    return QRect(eye_area(row).right() + 1, row.top(), ICON_SIDE, row.height())


def _thumbnail_area(row: QRect, indent: int) -> QRect:
    left = eye_area(row).right() + 1 + indent
    top = row.top() + (row.height() - THUMBNAIL_SIDE) // 2
    return QRect(left, top, THUMBNAIL_SIDE, THUMBNAIL_SIDE)


def _name_area(row: QRect, indent: int) -> QRect:
    left = _thumbnail_area(row, indent).right() + 1 + GRID
    return QRect(left, row.top(), lock_area(row).left() - left, row.height())


def paint_icon(painter: QPainter, area: QRect, name: str, strong: bool) -> None:
    """Paint an icon in the middle of an area, muted unless `strong`."""
    place = QRect(0, 0, ICON_SIDE, ICON_SIDE)
    place.moveCenter(area.center())
    painter.save()
    painter.setOpacity(1.0 if strong else 0.35)
    icon(name).paint(painter, place)
    painter.restore()
