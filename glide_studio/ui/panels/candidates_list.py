"""A strip of thumbnails: pictures being generated, and candidates to choose from."""

from dataclasses import dataclass, field

from PySide6.QtCore import QEvent, QRect, QSignalBlocker, QSize, Qt, QTimer, Signal
from PySide6.QtGui import (
    QColor,
    QFocusEvent,
    QFont,
    QFontMetrics,
    QIcon,
    QImage,
    QKeyEvent,
    QPainter,
    QPixmap,
)
from PySide6.QtWidgets import QApplication, QListWidget, QListWidgetItem

from glide_studio.core.raster.raster import Pixels
from glide_studio.session.candidates import CandidateKey
from glide_studio.ui.style.icons import icon
from glide_studio.ui.style.theme import GRID, current
from glide_studio.ui.widgets.match_bar import BAR, paint_match
from glide_studio.ui.widgets.row_list import set_row_count

THUMBNAIL = 62
ICON = QSize(THUMBNAIL, THUMBNAIL + 1 + BAR)
"""A picture with its bar below it."""

CELL = QSize(ICON.width() + GRID, ICON.height() + GRID)
PIXEL_RATIO = 2
"""Pixels of a thumbnail for each logical pixel."""

BADGE = 20
DIMMED = 0.3
PREVIEW_PAUSE = 20
"""Pause between previews, in milliseconds."""

PREVIEWS_AT_ONCE = 4
KEY = Qt.ItemDataRole.UserRole
LOOK = Qt.ItemDataRole.UserRole + 1


@dataclass(frozen=True)
class Cell:
    """One cell of the strip, with its `picture` unless that is still being generated.

    `held` says that the document contains the picture, `discarded` that the artist discarded it.
    `note` is shown until there is a preview, `figure` in a corner of the picture, highlighted if it
    is the `best` of its batch. `share`, 0 to 1, of the bar below it is filled; None for no bar.
    """

    key: CandidateKey
    words: str
    note: str = ""
    picture: Pixels | None = field(default=None, compare=False)
    held: bool = False
    discarded: bool = False
    figure: str = ""
    best: bool = False
    share: float | None = None


class CandidatesList(QListWidget):
    """Arrow keys and clicks select a cell, Enter accepts, Delete discards, Space held compares.

    `marked` carries the key of the cell that the artist selected.
    """

    marked = Signal(object)  # CandidateKey
    accepted = Signal()
    discarded = Signal(object)  # CandidateKey
    compared = Signal(float)

    def __init__(self) -> None:
        super().__init__()
        self._previews: dict[CandidateKey, QPixmap] = {}
        self._finished: dict[CandidateKey, QPixmap] = {}
        self._waiting: dict[CandidateKey, Pixels] = {}
        self._pause = QTimer(self, singleShot=True, interval=PREVIEW_PAUSE)
        self._pause.timeout.connect(self._draw_waiting)
        self.setViewMode(QListWidget.ViewMode.IconMode)
        self.setResizeMode(QListWidget.ResizeMode.Adjust)
        self.setMovement(QListWidget.Movement.Static)
        self.setIconSize(ICON)
        self.currentItemChanged.connect(self._mark)
        self.itemPressed.connect(self._mark)

    @property
    def current_key(self) -> CandidateKey | None:
        """The key of the selected cell."""
        item = self.currentItem()
        return None if item is None else item.data(KEY)

    def show_preview(self, key: CandidateKey, picture: Pixels) -> None:
        """Show `picture`, (height, width, 3) uint8, in the cell of `key` until it has a result.

        Previews are drawn a few at a time, so that many of them never block the event loop.
        """
        self._waiting.pop(key, None)
        self._waiting[key] = picture
        if not self._pause.isActive():
            self._pause.start()

    def _draw_waiting(self) -> None:
        """Draw the previews that have waited longest."""
        for key in [*self._waiting][:PREVIEWS_AT_ONCE]:
            self._previews[key] = _pixmap(self._waiting.pop(key))
            for row in range(self.count()):
                if self.item(row).data(KEY) == key:
                    self._draw(self.item(row))
        if self._waiting:
            self._pause.start()

    def show_cells(self, cells: list[Cell], current: CandidateKey | None) -> None:
        """Show these cells and select `current`, or keep the selection if it is None."""
        wanted = self.current_key if current is None else current
        keys = {cell.key for cell in cells}
        for pictures in (self._previews, self._finished, self._waiting):
            for key in pictures.keys() - keys:
                del pictures[key]
        with QSignalBlocker(self):
            set_row_count(self, len(cells))
            self.setCurrentRow(-1)
            for row, cell in enumerate(cells):
                self._fill(self.item(row), cell)
                if cell.key == wanted:
                    self.setCurrentRow(row)

    def _fill(self, item: QListWidgetItem, cell: Cell) -> None:
        if item.data(LOOK) != cell:
            item.setData(KEY, cell.key)
            item.setData(LOOK, cell)
            item.setSizeHint(CELL)
            item.setToolTip(cell.words)
            item.setData(Qt.ItemDataRole.AccessibleTextRole, cell.words)
            self._draw(item)

    def _draw(self, item: QListWidgetItem) -> None:
        cell: Cell = item.data(LOOK)
        if cell.picture is not None and cell.key not in self._finished:
            self._finished[cell.key] = _pixmap(cell.picture)
        pictures = self._previews if cell.picture is None else self._finished
        small = QFont(self.font())
        small.setPointSizeF(0.9 * small.pointSizeF())
        pixmap = _decorated(pictures.get(cell.key), cell, small)
        thumbnail = QIcon(pixmap)
        thumbnail.addPixmap(pixmap, QIcon.Mode.Selected)  # otherwise Qt would tint it
        item.setIcon(thumbnail)

    def _mark(self, item: QListWidgetItem | None) -> None:
        if item is not None:
            self.marked.emit(item.data(KEY))

    # Qt's events

    def changeEvent(self, event: QEvent) -> None:
        """Redraw in the colours of a new theme."""
        super().changeEvent(event)
        if event.type() == QEvent.Type.StyleChange:
            for row in range(self.count()):
                self._draw(self.item(row))

    def keyPressEvent(self, event: QKeyEvent) -> None:
        match event.key():
            case Qt.Key.Key_Return | Qt.Key.Key_Enter:
                self.accepted.emit()
            case Qt.Key.Key_Delete | Qt.Key.Key_Backspace:
                if self.current_key is not None:
                    self.discarded.emit(self.current_key)
            case Qt.Key.Key_Space:
                self.compared.emit(0.0)
            case _:
                super().keyPressEvent(event)

    def keyReleaseEvent(self, event: QKeyEvent) -> None:
        if event.key() == Qt.Key.Key_Space and not event.isAutoRepeat():
            self.compared.emit(1.0)
        else:
            super().keyReleaseEvent(event)

    def focusOutEvent(self, event: QFocusEvent) -> None:
        self.compared.emit(1.0)  # the release of Space would go unnoticed here
        super().focusOutEvent(event)


def _pixmap(picture: Pixels) -> QPixmap:
    height, width = picture.shape[:2]
    image = QImage(picture.tobytes(), width, height, 3 * width, QImage.Format.Format_RGB888)
    side = PIXEL_RATIO * THUMBNAIL
    size = QSize(side, side)
    keep, smooth = Qt.AspectRatioMode.KeepAspectRatio, Qt.TransformationMode.SmoothTransformation
    pixmap = QPixmap.fromImage(image.scaled(size, keep, smooth))
    pixmap.setDevicePixelRatio(PIXEL_RATIO)
    return pixmap


def _decorated(picture: QPixmap | None, cell: Cell, small: QFont) -> QPixmap:
    """The picture with its state drawn over it, or the note while there is no picture."""
    pixmap = QPixmap(ICON * PIXEL_RATIO)
    pixmap.setDevicePixelRatio(PIXEL_RATIO)
    palette = QApplication.palette()
    pixmap.fill(Qt.GlobalColor.transparent)
    painter = QPainter(pixmap)
    painter.fillRect(0, 0, THUMBNAIL, THUMBNAIL, palette.base())
    painter.setRenderHint(QPainter.RenderHint.Antialiasing)
    if picture is not None:
        painter.setOpacity(DIMMED if cell.discarded else 1.0)
        at = (THUMBNAIL - picture.deviceIndependentSize().width()) / 2
        down = (THUMBNAIL - picture.deviceIndependentSize().height()) / 2
        painter.drawPixmap(round(at), round(down), picture)
        painter.setOpacity(1.0)
    elif cell.note:
        painter.setPen(QColor(current().text_muted))
        box = QRect(0, 0, THUMBNAIL, THUMBNAIL).adjusted(1, 1, -1, -1)
        painter.setFont(_fitting(small, cell.note, box.width()))
        painter.drawText(box, Qt.AlignmentFlag.AlignCenter | Qt.TextFlag.TextWordWrap, cell.note)
    if cell.share is not None:
        paint_match(painter, QRect(0, THUMBNAIL + 2, THUMBNAIL, BAR - 1), cell.share)
    if cell.figure:
        _draw_figure(painter, cell, small)
    if cell.held:
        painter.setPen(QColor(0, 0, 0, 90))
        painter.setBrush(palette.highlight())
        corner = THUMBNAIL - BADGE - 4
        painter.drawEllipse(corner, corner, BADGE, BADGE)
        tick = icon("check", "accent_text")
        tick.paint(painter, corner + 3, corner + 3, BADGE - 6, BADGE - 6)
    painter.end()
    return pixmap


def _fitting(font: QFont, text: str, width: int) -> QFont:
    """The font, smaller if a word of the text would be wider than that."""
    advance = QFontMetrics(font).horizontalAdvance
    widest = max(map(advance, text.split()))
    smaller = QFont(font)
    smaller.setPointSizeF(font.pointSizeF() * min(1.0, width / widest))
    return smaller


def _draw_figure(painter: QPainter, cell: Cell, font: QFont) -> None:
    """The figure in the lower left corner, on the accent colour if it is the best."""
    painter.setFont(font)
    width = painter.fontMetrics().horizontalAdvance(cell.figure) + GRID
    height = painter.fontMetrics().height() + 2
    box = QRect(3, THUMBNAIL - height - 3, width, height)
    palette = QApplication.palette()
    painter.setPen(Qt.PenStyle.NoPen)
    painter.setBrush(palette.highlight() if cell.best else QColor(0, 0, 0, 160))
    painter.drawRoundedRect(box, 3, 3)
    painter.setPen(palette.highlightedText().color() if cell.best else QColor(255, 255, 255))
    painter.drawText(box, Qt.AlignmentFlag.AlignCenter, cell.figure)
