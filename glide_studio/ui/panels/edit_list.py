"""The rows of the Edits panel, the topmost edit first."""

from PySide6.QtCore import QPoint, QRect, QSize, Qt, Signal
from PySide6.QtGui import QMouseEvent, QPainter, QPalette, QPixmap
from PySide6.QtWidgets import QListWidgetItem, QStyleOptionViewItem

from glide_studio.core.modes.rerunning import EditLayer
from glide_studio.session.language import tr
from glide_studio.ui.panels.layer_row import eye_area, paint_icon
from glide_studio.ui.style.theme import GRID
from glide_studio.ui.widgets.row_list import Index, RowDelegate, VisibilityList, draw_line

EDIT = Qt.ItemDataRole.UserRole
"""The `EditLayer` of a row."""

PAIR = Qt.ItemDataRole.UserRole + 1
"""Its pixmaps before and after, the first of them perhaps None; None until they are computed."""

NOTE = Qt.ItemDataRole.UserRole + 2
"""Its state, such as running or waiting; "" for none."""

ROW_HEIGHT = 48
SIDE = 36


class EditList(VisibilityList):
    """Edits to select, drag, show and delete; signals carry the id of an edit's layer.

    `moved` also carries the id of the edit whose place it takes. `drag_ended` is emitted when a
    drag ends.
    """

    marked = Signal(str)
    moved = Signal(str, str)

    def __init__(self) -> None:
        super().__init__(_Rows())
        self.currentItemChanged.connect(self._mark)

    def fill(self, item: QListWidgetItem, number: int, edit: EditLayer, note: str) -> None:
        """Show an edit in a row; edits are numbered from the lowest, which is 1."""
        words = edit_description(number, edit, note)
        item.setData(EDIT, edit)
        item.setData(NOTE, note)
        item.setText(tr("{number}. {prompt}").format(number=number, prompt=title_of(edit)))
        item.setData(Qt.ItemDataRole.AccessibleTextRole, words)
        item.setToolTip(words)

    def key_of(self, item: QListWidgetItem) -> str:
        return str(item.data(EDIT).layer.id)

    def move_row(self, key: object, item: QListWidgetItem) -> None:
        self.moved.emit(key, self.key_of(item))

    def _mark(self, item: QListWidgetItem | None) -> None:
        if item is not None:
            self.marked.emit(self.key_of(item))

    # Qt's events

    def mousePressEvent(self, event: QMouseEvent) -> None:
        position = event.position().toPoint()
        item = self.itemAt(position)
        is_left = event.button() == Qt.MouseButton.LeftButton
        if is_left and item is not None and eye_area(self.visualItemRect(item)).contains(position):
            self.eye_clicked.emit(self.key_of(item))
        else:
            super().mousePressEvent(event)


class _Rows(RowDelegate):
    """Paints eye, pictures before and after, prompt and seed, and what is about to happen."""

    def sizeHint(self, option: QStyleOptionViewItem, index: Index) -> QSize:
        return QSize(0, ROW_HEIGHT)

    def paint_row(self, painter: QPainter, option: QStyleOptionViewItem, index: Index) -> None:
        edit: EditLayer = index.data(EDIT)
        row, note = option.rect, index.data(NOTE)
        eye = "visible" if edit.layer.visible else "hidden"
        paint_icon(painter, eye_area(row), eye, edit.layer.visible)
        after_left = self._paint_pair(painter, row, index.data(PAIR))
        right = row.right() + 1 - GRID
        left = after_left + SIDE + GRID
        role = QPalette.ColorRole
        tone = role.Text if edit.layer.visible else role.PlaceholderText
        height = option.fontMetrics.lineSpacing() + 1
        seed = str(edit.edit.request.settings.seed)  # its number fits, a word beside it would not
        lines = [(index.data(), tone), (seed, role.PlaceholderText)]
        if note:
            lines.append((note, role.Link))
        top = row.center().y() - height * len(lines) // 2
        for number, (text, colour) in enumerate(lines):
            line = QRect(left, top + number * height, right - left, height)
            draw_line(painter, line, text, colour)

    def _paint_pair(
        self, painter: QPainter, row: QRect, pair: tuple[QPixmap | None, QPixmap] | None
    ) -> int:
        """Paint the pictures side by side; returns the left edge of the second."""
        top, left = row.top() + (row.height() - SIDE) // 2, eye_area(row).right() + 1
        after = left + SIDE + GRID // 2
        painter.setRenderHint(QPainter.RenderHint.SmoothPixmapTransform)
        for place, pixmap in zip((left, after), pair or (), strict=False):
            if pixmap is not None:
                frame = QRect(place, top, SIDE, SIDE)
                size = pixmap.size().scaled(frame.size(), Qt.AspectRatioMode.KeepAspectRatio)
                area = QRect(QPoint(), size)
                area.moveCenter(frame.center())
                painter.drawPixmap(area, pixmap)
        return after


def title_of(edit: EditLayer) -> str:
    """The prompt of an edit, or else the name of its layer."""
    return edit.edit.request.settings.prompt or edit.layer.name


def edit_description(number: int, edit: EditLayer, note: str) -> str:
    """For screen readers and tooltips, such as "2. a boat, Seed 7, hidden"."""
    seed = tr("Seed {seed}").format(seed=edit.edit.request.settings.seed)
    words = [f"{number}. {title_of(edit)}", seed]
    if edit.layer.name != title_of(edit):
        words.append(tr("layer “{name}”").format(name=edit.layer.name))
    if not edit.layer.visible:
        words.append(tr("hidden"))
    if note:
        words.append(note)
    return ", ".join(words)
