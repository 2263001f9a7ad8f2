"""The preview beside the files of a dialog."""

from contextlib import suppress
from pathlib import Path

from PySide6.QtCore import QSize, Qt
from PySide6.QtGui import QPainter, QPaintEvent, QPixmap
from PySide6.QtWidgets import QFileDialog, QGridLayout, QVBoxLayout, QWidget

from glide_studio.core.files.previews import Preview
from glide_studio.session.file_previews import FilePreviews
from glide_studio.session.language import tr
from glide_studio.session.quantities import size_text
from glide_studio.ui.style.theme import GRID
from glide_studio.ui.widgets.checkers import checkers
from glide_studio.ui.widgets.layouts import fill
from glide_studio.ui.widgets.naming import label, named
from glide_studio.ui.widgets.pictures import pixmap_of

SIDE = 240
"""Side of the preview on the screen, in logical pixels."""


class PreviewPane(QWidget):
    """Shows the file that is current in `dialog`, one of Qt's own, on its right."""

    def __init__(self, dialog: QFileDialog, previews: FilePreviews) -> None:
        super().__init__(dialog)
        self._previews = previews
        self._path: Path | None = None
        self._picture = named(_Picture(), "preview_picture", tr("Preview"), "")
        self._text = named(label("", "small", wraps=True), "preview_label", tr("File"), "")
        layout = fill(QVBoxLayout(self), [self._picture, self._text, None], GRID)
        layout.setContentsMargins(GRID, 0, 0, 0)
        self.setFixedWidth(SIDE + GRID)
        grid = dialog.layout()
        assert isinstance(grid, QGridLayout)
        grid.addWidget(self, 0, grid.columnCount(), grid.rowCount(), 1)
        dialog.currentChanged.connect(lambda file: self._show(Path(file) if file else None))
        dialog.directoryEntered.connect(lambda _: self._show(None))
        dialog.finished.connect(lambda: self._show(None))
        previews.made.connect(self._take)

    def _show(self, path: Path | None) -> None:
        if self._path is not None:
            self._previews.forget(self._path)
        self._path = path if path is not None and path.is_file() else None
        self._picture.show_preview(None)
        self._text.setText("" if self._path is None else self._path.name)
        if self._path is not None:
            self._previews.ask(self._path)

    def _take(self, path: Path) -> None:
        if path == self._path:
            preview = self._previews.of(path)
            self._picture.show_preview(preview)
            self._text.setText("\n".join(_lines(path, preview)))


class _Picture(QWidget):
    """A preview in the middle of a square, over a checkerboard where it is transparent."""

    def __init__(self) -> None:
        super().__init__()
        self._pixmap: QPixmap | None = None
        self.setFixedSize(SIDE, SIDE)

    def show_preview(self, preview: Preview | None) -> None:
        self._pixmap = None if preview is None else pixmap_of(preview.pixels)
        self.update()

    def paintEvent(self, event: QPaintEvent) -> None:
        if self._pixmap is None:
            return
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.SmoothPixmapTransform)
        size = self._pixmap.size()
        if max(size.width(), size.height()) > SIDE:
            size = size.scaled(QSize(SIDE, SIDE), Qt.AspectRatioMode.KeepAspectRatio)
        place = self.rect()
        place.setSize(size)
        place.moveCenter(self.rect().center())
        painter.fillRect(place, checkers(GRID))
        painter.drawPixmap(place, self._pixmap)


def _lines(path: Path, preview: Preview | None) -> list[str]:
    """What is said below a preview."""
    lines = [path.name]
    if preview is not None and preview.extent is not None:
        lines.append(f"{preview.extent.width} x {preview.extent.height}")
    with suppress(OSError):  # it may be gone by now
        lines.append(size_text(path.stat().st_size))
    return lines
