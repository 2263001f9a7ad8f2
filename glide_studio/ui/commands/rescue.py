"""A copy of the document for the artist to keep when something unexpected happened."""

from functools import partial
from pathlib import Path

from glide_studio.core.files.documents import save_document
from glide_studio.core.files.layered.openraster import SUFFIX
from glide_studio.core.files.project import Project
from glide_studio.session.editor import Editor
from glide_studio.session.language import tr
from glide_studio.ui.dialogs.file_dialogs import FileDialogs, project_type


class SaveCopy:
    """Asks where, and writes a project file of what is shown; the document keeps its own file."""

    def __init__(self, editor: Editor, dialogs: FileDialogs) -> None:
        self._editor = editor
        self._dialogs = dialogs

    def ask(self) -> None:
        path = self._editor.open_document.path
        name = tr("{name} (copy)").format(name=tr("picture") if path is None else path.stem)
        self._dialogs.ask_target(
            "save_copy_dialog", tr("Save a Copy"), project_type(), name + SUFFIX, self._save
        )

    def _save(self, path: Path) -> None:
        editor = self._editor
        project = Project(editor.review.shown_document, *editor.window_state())
        said = tr("A copy is saved as {name}.").format(name=path.name)
        editor.open_document.start_in_background(
            partial(save_document, project, path),
            lambda _: editor.open_document.noticed.emit(said),
        )
