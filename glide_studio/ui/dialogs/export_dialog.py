"""The Export dialog: format and options, with a preview of the picture and the size of the file."""

import numpy as np
from PySide6.QtCore import QPoint, QSize, Qt, QTimer
from PySide6.QtGui import QImage, QKeyEvent, QMouseEvent, QPainter, QPaintEvent
from PySide6.QtWidgets import (
    QComboBox,
    QDialogButtonBox,
    QFrame,
    QGridLayout,
    QHBoxLayout,
    QVBoxLayout,
    QWidget,
)

from glide_studio.core.document.document import Document
from glide_studio.core.files.formats import FORMATS, Format
from glide_studio.core.files.metadata.embedded import has_location
from glide_studio.core.files.pictures.exports import ExportOptions, ExportPreview
from glide_studio.core.raster.colour_profile import Conversion
from glide_studio.core.raster.raster import Pixels
from glide_studio.session.failure import logged_sentence
from glide_studio.session.language import tr, translated
from glide_studio.session.preferences import Preferences
from glide_studio.session.quantities import size_text
from glide_studio.session.saving import Saving
from glide_studio.ui.style.theme import GRID
from glide_studio.ui.widgets.buttons import check_box
from glide_studio.ui.widgets.checkers import checkers
from glide_studio.ui.widgets.labelled_slider import LabelledSlider
from glide_studio.ui.widgets.layouts import fill
from glide_studio.ui.widgets.naming import label, named
from glide_studio.ui.widgets.windows import Dialog

DEBOUNCE = 150
"""Milliseconds without a change of the options before the picture is encoded."""

PREVIEW_SIZE = QSize(480, 400)
COLUMN = 264
PAN_STEP = 32
_PAN_KEYS = {
    Qt.Key.Key_Left: QPoint(PAN_STEP, 0),
    Qt.Key.Key_Right: QPoint(-PAN_STEP, 0),
    Qt.Key.Key_Up: QPoint(0, PAN_STEP),
    Qt.Key.Key_Down: QPoint(0, -PAN_STEP),
}


class ExportDialog(Dialog):
    """Asks how to export `document`; when it is accepted, the answers are remembered."""

    def __init__(
        self, document: Document, saving: Saving, preferences: Preferences, parent: QWidget
    ) -> None:
        super().__init__("export_dialog", tr("Export Picture"), parent)
        self._document = document
        self._saving = saving
        self._preferences = preferences
        self._encoding: tuple[Format, ExportOptions] | None = None
        self._is_open = True
        self._timer = QTimer(self, singleShot=True, interval=DEBOUNCE)
        self._timer.timeout.connect(self._encode)
        self._view = PreviewView(document.icc_profile)
        self._size = named(label("", "heading"), "export_size_label", tr("File size"), "")
        self._losses = named(
            label("", "muted", wraps=True),
            "export_losses_label",
            tr("What the file cannot hold"),
            "",
        )
        self._make_options()
        self._lay_out()
        self._show_options()
        self._encode()
        self.finished.connect(self._end)

    @property
    def format(self) -> Format:
        """The chosen format."""
        return FORMATS[self._formats.currentIndex()]

    @property
    def options(self) -> ExportOptions:
        """The chosen options; those that the format lacks do not count."""
        return ExportOptions(
            self._quality_value, self._lossless.isChecked(), self._location.isChecked()
        )

    def _make_options(self) -> None:
        preferences = self._preferences
        self._formats = named(
            QComboBox(), "export_format_combo", tr("Format"), tr("The format of the file")
        )
        for kind in FORMATS:
            self._formats.addItem(kind.name)
        names = [kind.name for kind in FORMATS]
        if preferences.export_format in names:
            self._formats.setCurrentIndex(names.index(preferences.export_format))
        self._grid = QGridLayout()
        self._grid.setColumnStretch(1, 1)
        self._grid.addWidget(label(tr("Format"), "small", self._formats), 1, 0)
        self._grid.addWidget(self._formats, 1, 1, 1, 2)
        self._quality = LabelledSlider(
            self._grid,
            "export_quality",
            tr("Quality"),
            tr("Lower quality makes a smaller file"),
            100,
            str,
            minimum=1,
        )
        self._quality_value = preferences.export_quality
        self._quality.show_value(self._quality_value)
        self._lossless = check_box(
            "export_lossless_check", tr("Lossless"), tr("Keep every pixel exactly")
        )
        self._lossless.setChecked(preferences.export_lossless)
        self._location = check_box(
            "export_location_check",
            tr("Keep location"),
            tr("Keep where the photograph was taken in the file"),
        )
        located = has_location(self._document.metadata)
        self._location.setVisible(located)
        self._location.setChecked(not preferences.remove_location)
        self._formats.currentIndexChanged.connect(self._change)
        self._quality.changed.connect(self._set_quality)
        self._lossless.toggled.connect(self._change)
        self._location.toggled.connect(self._change)

    def _lay_out(self) -> None:
        self._buttons = self.ok_and_cancel("export", tr("Choose a file and write it"))
        self._ok = self._buttons.button(QDialogButtonBox.StandardButton.Ok)
        self._ok.setText(tr("Export…"))
        column = QWidget()
        column.setFixedWidth(COLUMN)
        size = fill(QHBoxLayout(), [label(tr("File size"), "small"), None, self._size])
        options = [self._grid, self._lossless, self._location, size, self._losses, None]
        fill(QVBoxLayout(column), options, 2 * GRID)
        row = fill(QHBoxLayout(), [self._view, column], 3 * GRID, grows=[self._view])
        layout = fill(QVBoxLayout(self), [row, self._buttons], 2 * GRID, grows=[row])
        layout.setContentsMargins(3 * GRID, 3 * GRID, 3 * GRID, 2 * GRID)

    def _set_quality(self, value: int) -> None:
        self._quality_value = value
        self._change()

    def _change(self) -> None:
        """Adapt to other options, and encode the picture soon."""
        self._show_options()
        self._timer.start()

    def _show_options(self) -> None:
        """Show the options that the format has."""
        kind = self.format
        self._lossless.setVisible(kind.quality and kind.lossless)
        self._quality.set_visible(kind.quality)
        self._quality.set_enabled(not (kind.lossless and self._lossless.isChecked()))

    def _encode(self) -> None:
        """Encode the picture, or if it is being encoded, again when that is done."""
        self._size.setText(tr("Encoding…"))
        if self._encoding is None:
            self._encoding = chosen = (self.format, self.options)
            self._saving.preview(self._document, *chosen, self._show, self._fail)

    def _finish(self) -> bool:
        """Note that encoding is done; returns whether it was done with the current options."""
        done, self._encoding = self._encoding, None
        if not self._is_open:
            return False
        if done == (self.format, self.options):
            return True
        if not self._timer.isActive():
            self._encode()
        return False

    def _show(self, preview: ExportPreview) -> None:
        if self._finish():
            self._view.show_picture(preview.pixels)
            self._size.setText(size_text(preview.size))
            self._losses.setText("\n\n".join(map(translated, preview.losses)))
            self._ok.setEnabled(True)

    def _fail(self, error: Exception) -> None:
        if self._finish():
            self._size.setText("")
            self._losses.setText(logged_sentence(error))
            self._ok.setEnabled(False)

    def _end(self, result: int) -> None:
        self._is_open = False
        self._timer.stop()
        if result == Dialog.DialogCode.Accepted:
            preferences = self._preferences
            preferences.export_format = self.format.name
            preferences.export_quality = self._quality_value
            preferences.export_lossless = self._lossless.isChecked()


class PreviewView(QFrame):
    """A picture at 100%, which a drag or the arrow keys move.

    `profile` is the picture's colour profile.
    """

    def __init__(self, profile: bytes | None) -> None:
        super().__init__()
        named(
            self,
            "export_preview",
            tr("Preview"),
            tr("The exported picture at 100%; drag to see other parts"),
        )
        self._conversion = Conversion.to_srgb(profile)
        self._pixels: Pixels = np.zeros((1, 1, 4), np.uint8)
        self._offset: QPoint | None = None  # of the picture, in device pixels
        self._drag_from: QPoint | None = None
        self.setMinimumSize(PREVIEW_SIZE)
        self.setFocusPolicy(Qt.FocusPolicy.TabFocus)
        self.setCursor(Qt.CursorShape.OpenHandCursor)

    def show_picture(self, pixels: Pixels) -> None:
        """Show `pixels`, (height, width, 4), in the same place as the picture before."""
        self._pixels = pixels
        self.update()

    def _place(self) -> QPoint:
        """Where the picture's corner is in device pixels: in the middle, or as far as it was
        dragged without leaving the view."""
        ratio = self.devicePixelRatioF()
        height, width = self._pixels.shape[:2]
        free = QPoint(round(self.width() * ratio) - width, round(self.height() * ratio) - height)
        wanted = self._offset or QPoint(free.x() // 2, free.y() // 2)

        def kept(offset: int, room: int) -> int:
            return room // 2 if room >= 0 else min(max(offset, room), 0)

        return QPoint(kept(wanted.x(), free.x()), kept(wanted.y(), free.y()))

    def _move(self, by: QPoint) -> None:
        self._offset = self._place() + by
        self._offset = self._place()
        self.update()

    # Qt's events

    def paintEvent(self, event: QPaintEvent) -> None:
        ratio = self.devicePixelRatioF()
        place = self._place()
        left, top = max(0, -place.x()), max(0, -place.y())
        across, down = round(self.width() * ratio), round(self.height() * ratio)
        part = np.ascontiguousarray(self._pixels[top : top + down, left : left + across])
        part = np.ascontiguousarray(self._conversion.applied(part))
        height, width = part.shape[:2]
        image = QImage(part.data, width, height, 4 * width, QImage.Format.Format_RGBA8888)
        painter = QPainter(self)
        painter.scale(1 / ratio, 1 / ratio)
        painter.translate(place + QPoint(left, top))
        painter.fillRect(0, 0, width, height, checkers(8))
        painter.drawImage(0, 0, image)
        painter.end()
        super().paintEvent(event)

    def mousePressEvent(self, event: QMouseEvent) -> None:
        self._drag_from = event.position().toPoint()
        self.setCursor(Qt.CursorShape.ClosedHandCursor)

    def mouseMoveEvent(self, event: QMouseEvent) -> None:
        if self._drag_from is not None:
            here = event.position().toPoint()
            self._move((here - self._drag_from) * self.devicePixelRatioF())
            self._drag_from = here

    def mouseReleaseEvent(self, event: QMouseEvent) -> None:
        self._drag_from = None
        self.setCursor(Qt.CursorShape.OpenHandCursor)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        step = _PAN_KEYS.get(Qt.Key(event.key()))
        if step is None:
            super().keyPressEvent(event)
        else:
            self._move(step)
