"""The dialog that offers work which was not saved when the program ended."""

from collections.abc import Sequence
from functools import partial
from pathlib import Path

from PySide6.QtCore import QDateTime, QLocale, QSize, Qt, Signal
from PySide6.QtGui import QIcon, QPixmap
from PySide6.QtWidgets import QHBoxLayout, QListWidget, QListWidgetItem, QVBoxLayout, QWidget

from glide_studio.core.files.journal_records import Info
from glide_studio.session.autosave import THUMBNAIL_SIDE
from glide_studio.session.language import tr
from glide_studio.ui.dialogs.questions import Answer, Role, ask
from glide_studio.ui.style.theme import GRID, scaled_to_text
from glide_studio.ui.widgets.buttons import push_button
from glide_studio.ui.widgets.naming import label, named
from glide_studio.ui.widgets.windows import Dialog

THUMBNAIL = QSize(THUMBNAIL_SIDE // 2, THUMBNAIL_SIDE // 2)
_PATH = Qt.ItemDataRole.UserRole


class RecoveryDialog(Dialog):
    """Lists journals by thumbnail, name and time; the artist recovers or deletes them one by one.

    What is neither recovered nor deleted is offered again at the next start.
    """

    recovered = Signal(object)  # Path
    discarded = Signal(object)  # Path

    def __init__(self, found: Sequence[tuple[Path, Info]], parent: QWidget) -> None:
        super().__init__("recovery_dialog", tr("Recover Unsaved Work"), parent)
        self._list = named(
            QListWidget(),
            "recovery_list",
            tr("Unsaved pictures"),
            tr("Pictures that were not saved when GLIDE Studio ended"),
        )
        self._list.setIconSize(THUMBNAIL)
        for path, info in found:
            self._list.addItem(_item(path, info))
        self._list.setCurrentRow(0)
        self._list.itemDoubleClicked.connect(self._recover)
        recover = push_button("recovery_recover_button", tr("Recover"), tr("Open this picture"))
        recover.clicked.connect(self._recover)
        recover.setDefault(True)
        discard = push_button(
            "recovery_discard_button", tr("Delete"), tr("Delete this picture for good")
        )
        discard.clicked.connect(self._ask_to_discard)
        later = push_button(
            "recovery_later_button", tr("Later"), tr("Ask again the next time GLIDE Studio starts")
        )
        later.clicked.connect(self.reject)
        buttons = QHBoxLayout()
        buttons.addWidget(discard)
        buttons.addStretch(1)
        buttons.addWidget(later)
        buttons.addWidget(recover)
        layout = QVBoxLayout(self)
        layout.setSpacing(GRID)
        said = tr("GLIDE Studio ended before these pictures were saved.")
        layout.addWidget(label(said, "", wraps=True))
        layout.addWidget(self._list, 1)
        layout.addLayout(buttons)
        self.resize(scaled_to_text(QSize(480, 320)))

    def _recover(self) -> None:
        row = self._list.currentRow()
        if row >= 0:
            self.recovered.emit(self._take(row))

    def _take(self, row: int) -> Path:
        """Remove a row; the dialog ends with the last one."""
        path: Path = self._list.takeItem(row).data(_PATH)
        if not self._list.count():
            self.accept()
        return path

    def _ask_to_discard(self) -> None:
        row = self._list.currentRow()
        answers = [
            Answer("recovery_keep", tr("Keep"), lambda: None),
            Answer(
                "recovery_delete", tr("Delete"), partial(self._discard, row), Role.DestructiveRole
            ),
        ]
        lost = tr("Its unsaved work cannot be recovered later.")
        ask(self, "recovery_question", tr("Delete this picture for good?"), lost, answers)

    def _discard(self, row: int) -> None:
        self.discarded.emit(self._take(row))


def _item(path: Path, info: Info) -> QListWidgetItem:
    name = tr("Untitled") if info.file is None else info.file.name
    saved = QDateTime.fromSecsSinceEpoch(int(info.saved_at))
    when = QLocale().toString(saved, QLocale.FormatType.ShortFormat)
    size = f"{info.extent.width} x {info.extent.height}"
    picture = QPixmap()
    picture.loadFromData(info.thumbnail)
    item = QListWidgetItem(QIcon(picture), f"{name}\n{when}\n{size}")
    item.setData(_PATH, path)
    return item
