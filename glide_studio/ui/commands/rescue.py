"""A copy of the document for the artist to keep when something unexpected happened."""

from functools import partial
from pathlib import Path

from PySide6.QtWidgets import QFileDialog, QWidget

from glide_studio.core.files.documents import save_document
from glide_studio.core.files.project import Project
from glide_studio.session.editor import Editor
from glide_studio.session.language import tr
from glide_studio.session.preferences import Preferences

SUFFIX = "ora"


class SaveCopy:
    """Asks where, and writes a project file of what is shown; the document keeps its own file."""

    def __init__(self, editor: Editor, preferences: Preferences, window: QWidget) -> None:
        self._editor = editor
        self._preferences = preferences
        self._window = window

    def ask(self) -> None:
        path = self._editor.open_document.path
        name = tr("picture") if path is None else path.stem
        proposed = tr("{name} (copy)").format(name=name)
        title = tr("Save a Copy")
        dialog = QFileDialog(self._window, title, str(self._preferences.folder))
        dialog.setObjectName("save_copy_dialog")
        dialog.setAcceptMode(QFileDialog.AcceptMode.AcceptSave)
        dialog.setNameFilter(tr("OpenRaster project") + f" (*.{SUFFIX})")
        dialog.setDefaultSuffix(SUFFIX)
        dialog.selectFile(f"{proposed}.{SUFFIX}")
        dialog.fileSelected.connect(lambda file: self._save(Path(file)))
        dialog.finished.connect(dialog.deleteLater)
        dialog.open()

    def _save(self, path: Path) -> None:
        editor = self._editor
        project = Project(editor.review.shown_document, *editor.window_state())
        said = tr("A copy is saved as {name}.").format(name=path.name)
        editor.open_document.start_in_background(
            partial(save_document, project, path),
            lambda _: editor.open_document.noticed.emit(said),
        )
