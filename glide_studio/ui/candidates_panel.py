"""The pictures of a run, side by side, one of which lies in the document."""

from PySide6.QtCore import QSignalBlocker, QSize
from PySide6.QtGui import QIcon, QImage, QPixmap
from PySide6.QtWidgets import QListWidget, QListWidgetItem, QVBoxLayout, QWidget

from glide_studio.core.request import Result
from glide_studio.session.editor import Editor
from glide_studio.ui.naming import heading, named
from glide_studio.ui.theme import GRID

THUMBNAIL = 80
CELL = THUMBNAIL + GRID


class CandidatesPanel(QWidget):
    """Thumbnails, hidden unless there is a choice; clicking one swaps it in."""

    def __init__(self, editor: Editor, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._editor = editor
        self._shown: tuple[Result, ...] = ()
        self._list = named(
            QListWidget(), "candidates_list", "Candidates", "Click a picture to use it instead"
        )
        self._list.setViewMode(QListWidget.ViewMode.IconMode)
        self._list.setResizeMode(QListWidget.ResizeMode.Adjust)
        self._list.setMovement(QListWidget.Movement.Static)
        self._list.setIconSize(QSize(THUMBNAIL, THUMBNAIL))
        self._list.setMinimumHeight(CELL)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(GRID // 2)
        layout.addWidget(heading("Candidates", self._list))
        layout.addWidget(self._list, 1)
        self._list.currentRowChanged.connect(self._choose)
        editor.candidates_changed.connect(self._show)
        editor.document_changed.connect(self._show_chosen)
        self._show()

    def _choose(self, row: int) -> None:
        if row >= 0:
            self._editor.choose_candidate(row)

    def _show(self) -> None:
        results = self._editor.candidates
        with QSignalBlocker(self._list):
            if results[: len(self._shown)] != self._shown:
                self._list.clear()
            for result in results[self._list.count() :]:
                item = QListWidgetItem(_thumbnail(result), "")
                item.setSizeHint(QSize(CELL, CELL))
                item.setToolTip(f"Seed {result.request.seed}")
                self._list.addItem(item)
        self._shown = results
        self.setVisible(len(results) > 1)
        self._show_chosen()

    def _show_chosen(self) -> None:
        chosen = self._editor.chosen_candidate
        with QSignalBlocker(self._list):
            self._list.setCurrentRow(-1 if chosen is None else chosen)


def _thumbnail(result: Result) -> QIcon:
    height, width = result.picture.shape[:2]
    image = QImage(result.picture.tobytes(), width, height, 3 * width, QImage.Format.Format_RGB888)
    pixmap = QPixmap.fromImage(image)
    thumbnail = QIcon(pixmap)
    thumbnail.addPixmap(pixmap, QIcon.Mode.Selected)  # or it would be tinted
    return thumbnail
