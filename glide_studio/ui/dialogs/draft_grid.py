"""The drafts side by side, each with its star and how well it matches the prompt."""

from collections.abc import Sequence

from PySide6.QtCore import QRect, QSignalBlocker, QSize, Qt, Signal
from PySide6.QtGui import QImage, QKeyEvent, QPainter, QPaintEvent
from PySide6.QtWidgets import (
    QApplication,
    QListWidget,
    QListWidgetItem,
    QStyleOptionViewItem,
)

from glide_studio.core.raster.raster import Pixels
from glide_studio.session.drafts import Draft
from glide_studio.session.language import tr
from glide_studio.session.quantities import decimal
from glide_studio.ui.style.icons import icon
from glide_studio.ui.style.theme import GRID
from glide_studio.ui.widgets.match_bar import BAR, match_shares, paint_match
from glide_studio.ui.widgets.naming import named
from glide_studio.ui.widgets.row_list import Index, RowDelegate, set_row_count

MIN_SIDE, SIDE, MAX_SIDE = 64, 128, 256
STAR = 20
DRAFT = Qt.ItemDataRole.UserRole
IMAGE = Qt.ItemDataRole.UserRole + 1
MATCH = Qt.ItemDataRole.UserRole + 2


class DraftGrid(QListWidget):
    """A grid of drafts. Enter and a double click give a draft a star or remove it, Delete rejects
    it.

    Both signals carry the number of the draft.
    """

    starred = Signal(int)
    rejected = Signal(int)

    def __init__(self) -> None:
        super().__init__()
        named(
            self,
            "draft_grid",
            tr("Drafts"),
            tr("Press Enter or double-click to give a draft a star, Delete to reject it"),
        )
        self.side = SIDE
        self.setViewMode(QListWidget.ViewMode.IconMode)
        self.setResizeMode(QListWidget.ResizeMode.Adjust)
        self.setMovement(QListWidget.Movement.Static)
        self.setUniformItemSizes(True)
        self.setItemDelegate(_DraftDelegate(self))
        self.itemDoubleClicked.connect(lambda item: self.starred.emit(item.data(DRAFT).number))
        self.set_side(SIDE)

    def set_side(self, side: int) -> None:
        """Show the drafts with that side, in logical pixels."""
        self.side = side
        self.setGridSize(QSize(side + GRID, side + GRID + BAR))
        for row in range(self.count()):
            self.item(row).setSizeHint(self.gridSize())

    def show_drafts(self, drafts: Sequence[Draft]) -> None:
        """Show these drafts; the selection stays with its draft, or else in its place."""
        row, selected = self.currentRow(), self.currentItem()
        number = None if selected is None else selected.data(DRAFT).number
        previews = {self.item(i).data(DRAFT).number: self.item(i).data(IMAGE) for i in self._rows}
        shares = match_shares([draft.match for draft in drafts])
        with QSignalBlocker(self):
            set_row_count(self, len(drafts))
            for place, draft in enumerate(drafts):
                self._fill(self.item(place), draft, previews.get(draft.number), shares[place])
            numbers = [draft.number for draft in drafts]
            at = numbers.index(number) if number in numbers else min(row, len(drafts) - 1)
            self.setCurrentRow(at)
        self.viewport().update()

    def show_preview(self, number: int, picture: Pixels) -> None:
        """Show the preview of a draft that is being drawn."""
        for row in self._rows:
            if self.item(row).data(DRAFT).number == number:
                self.item(row).setData(IMAGE, _image(picture))

    @property
    def _rows(self) -> range:
        return range(self.count())

    def _fill(
        self, item: QListWidgetItem, draft: Draft, preview: QImage | None, share: float | None
    ) -> None:
        old: Draft | None = item.data(DRAFT)
        if draft.result is None:
            item.setData(IMAGE, preview)
        elif old is None or old.result is not draft.result:
            item.setData(IMAGE, _image(draft.result.picture))
        item.setData(DRAFT, draft)
        item.setData(MATCH, share)
        item.setSizeHint(self.gridSize())
        words = _words(draft)
        item.setToolTip(words)
        item.setData(Qt.ItemDataRole.AccessibleTextRole, words)

    # Qt's events

    def paintEvent(self, event: QPaintEvent) -> None:
        """Say what is missing while there are no drafts."""
        super().paintEvent(event)
        if not self.count():
            painter = QPainter(self.viewport())
            painter.setPen(self.palette().placeholderText().color())
            said = tr("Drafts of the prompt appear here.")
            painter.drawText(self.viewport().rect(), Qt.AlignmentFlag.AlignCenter, said)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        item = self.currentItem()
        match event.key():
            case Qt.Key.Key_Return | Qt.Key.Key_Enter | Qt.Key.Key_Space if item is not None:
                self.starred.emit(item.data(DRAFT).number)
            case Qt.Key.Key_Delete | Qt.Key.Key_Backspace if item is not None:
                self.rejected.emit(item.data(DRAFT).number)
            case _:
                super().keyPressEvent(event)


class _DraftDelegate(RowDelegate):
    """Paints the picture, a bar below it for the match, and the star in its corner."""

    def paint_row(self, painter: QPainter, option: QStyleOptionViewItem, index: Index) -> None:
        side = option.rect.width() - GRID
        box = QRect(option.rect.x() + GRID // 2, option.rect.y() + GRID // 2, side, side)
        painter.setRenderHint(QPainter.RenderHint.SmoothPixmapTransform)
        image = index.data(IMAGE)
        palette = QApplication.palette()
        if image is None:
            painter.fillRect(box, palette.alternateBase())
        else:
            painter.drawImage(box, image)
        share = index.data(MATCH)
        if share is not None:
            paint_match(painter, QRect(box.x(), box.bottom() + 2, side, BAR - 1), share)
        if index.data(DRAFT).starred:
            corner = QRect(box.right() - STAR - 3, box.y() + 4, STAR, STAR)
            painter.setPen(Qt.PenStyle.NoPen)
            painter.setBrush(palette.highlight())
            painter.setRenderHint(QPainter.RenderHint.Antialiasing)
            painter.drawEllipse(corner.adjusted(-2, -2, 2, 2))
            icon("star_filled", "accent_text").paint(painter, corner.adjusted(2, 2, -2, -2))


def _image(picture: Pixels) -> QImage:
    height, width = picture.shape[:2]
    borrowed = QImage(picture.tobytes(), width, height, 3 * width, QImage.Format.Format_RGB888)
    return borrowed.copy()


def _words(draft: Draft) -> str:
    words = tr("Seed {seed}").format(seed=draft.settings.seed)
    if draft.match is not None:
        match = tr("prompt match {match}").format(match=decimal(draft.match, 3))
        words = f"{words}, {match}"
    starred = tr("starred")
    return f"{words}, {starred}" if draft.starred else words
