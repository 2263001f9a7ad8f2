"""The dialogs that ask for a file to open or to write."""

from collections.abc import Callable, Mapping
from pathlib import Path

from PySide6.QtCore import QSize
from PySide6.QtWidgets import QFileDialog, QHeaderView, QTreeView, QWidget

from glide_studio.core.files.formats import LAYERED_SUFFIXES, OPENED_SUFFIXES, Format
from glide_studio.core.files.layered.openraster import SUFFIX
from glide_studio.library.networks import SUFFIXES
from glide_studio.session.file_previews import FilePreviews
from glide_studio.session.language import tr
from glide_studio.session.preferences import Preferences
from glide_studio.ui.dialogs.preview_pane import SIDE, PreviewPane
from glide_studio.ui.dialogs.questions import Answer, Role, ask
from glide_studio.ui.style.theme import scaled_to_text

DIALOG_SIZE = QSize(800, 520)

Then = Callable[[Path], object]


class FileDialogs:
    """File dialogs over `window`. They do not block: what follows is called with the path."""

    def __init__(self, window: QWidget, preferences: Preferences, previews: FilePreviews) -> None:
        self._window = window
        self._preferences = preferences
        self._previews = previews

    def ask_picture(
        self, object_name: str, title: str, then: Then, *, projects: bool = False
    ) -> None:
        """Ask for a picture file, or also a project, and call `then` with its path."""
        dialog = self._picture_dialog(object_name, title, projects=projects)
        dialog.setFileMode(QFileDialog.FileMode.ExistingFile)
        dialog.fileSelected.connect(lambda file: then(Path(file)))
        dialog.open()

    def ask_pictures(
        self, object_name: str, title: str, then: Callable[[list[Path]], object]
    ) -> None:
        """Ask for picture files and projects, and call `then` with their paths."""
        dialog = self._picture_dialog(object_name, title, projects=True)
        dialog.setFileMode(QFileDialog.FileMode.ExistingFiles)
        dialog.filesSelected.connect(lambda files: then([Path(file) for file in files]))
        dialog.open()

    def _picture_dialog(self, object_name: str, title: str, *, projects: bool) -> QFileDialog:
        """A dialog for pictures, with a preview.

        That is in Qt's own dialog only: no desktop's can hold one.
        """
        dialog = self._dialog(object_name, title)
        if not self._preferences.native_dialogs:
            dialog.setOption(QFileDialog.Option.DontUseNativeDialog)
            dialog.resize(scaled_to_text(DIALOG_SIZE) + QSize(SIDE, 0))
            PreviewPane(dialog, self._previews)
            _fit_columns(dialog)
        layered = (SUFFIX, *LAYERED_SUFFIXES) if projects else ()
        suffixes = (*layered, *OPENED_SUFFIXES)
        words = tr("Pictures and projects") if projects else tr("Pictures")
        dialog.setNameFilters([_filter(words, suffixes), tr("All files") + " (*)"])
        return dialog

    def ask_checkpoints(self, then: Callable[[list[Path]], object]) -> None:
        """Ask for checkpoints of a model, and call `then` with their paths."""
        dialog = self._dialog("checkpoints_dialog", tr("Import Checkpoints"))
        dialog.setFileMode(QFileDialog.FileMode.ExistingFiles)
        dialog.setNameFilters([_filter(tr("Checkpoints"), SUFFIXES), tr("All files") + " (*)"])
        dialog.filesSelected.connect(lambda files: then([Path(file) for file in files]))
        dialog.open()

    def ask_folder(self, object_name: str, title: str, then: Then) -> None:
        """Ask for a folder, and call `then` with its path."""
        dialog = self._dialog(object_name, title)
        dialog.setFileMode(QFileDialog.FileMode.Directory)
        dialog.fileSelected.connect(lambda folder: then(Path(folder)))
        dialog.open()

    def ask_target(
        self, object_name: str, title: str, types: Mapping[str, str], name: str, then: Then
    ) -> None:
        """Ask where to write the file that is proposed as `name`; call `then` with its path.

        `types` are name filters, each with its usual suffix. The name that `then` gets ends in one
        of the suffixes in the filters; whether to replace a file is asked before.
        """
        dialog = self._dialog(object_name, title)
        dialog.setAcceptMode(QFileDialog.AcceptMode.AcceptSave)
        dialog.setNameFilters([*types])
        suffixes = {suffix for words in types for suffix in _suffixes_in(words)}

        def change_type() -> None:
            suffix = types[dialog.selectedNameFilter()]
            dialog.setDefaultSuffix(suffix)
            for file in dialog.selectedFiles()[:1]:
                if Path(file).suffix.lower() in suffixes:
                    dialog.selectFile(Path(file).with_suffix(f".{suffix}").name)

        def finish(file: str) -> None:
            path = Path(file)
            if path.suffix.lower() in suffixes:
                then(path)
                return
            path = path.with_name(f"{path.name}.{dialog.defaultSuffix()}")
            if path.exists():
                self._ask_to_replace(path, then)
            else:
                then(path)

        dialog.filterSelected.connect(change_type)
        dialog.setDefaultSuffix(next(iter(types.values())))
        dialog.fileSelected.connect(finish)
        dialog.selectFile(name)
        dialog.open()

    def _ask_to_replace(self, path: Path, then: Then) -> None:
        ask(
            self._window,
            "replace_dialog",
            tr("Replace “{name}”?").format(name=path.name),
            tr("There is already a file of this name in “{folder}”.").format(folder=path.parent),
            [Answer("replace", tr("Replace"), lambda: then(path), Role.DestructiveRole)],
        )

    def _dialog(self, object_name: str, title: str) -> QFileDialog:
        """A dialog, deleted when it ends, that starts in the folder of the last file."""
        dialog = QFileDialog(self._window, title, str(self._preferences.folder))
        dialog.setObjectName(object_name)
        dialog.resize(scaled_to_text(DIALOG_SIZE))
        dialog.setLabelText(QFileDialog.DialogLabel.LookIn, tr("Folder:"))  # Qt translates
        dialog.setLabelText(QFileDialog.DialogLabel.FileType, tr("File type:"))  # not all of it
        dialog.setOption(QFileDialog.Option.HideNameFilterDetails)  # a dozen suffixes
        dialog.finished.connect(dialog.deleteLater)
        return dialog


def _fit_columns(dialog: QFileDialog) -> None:
    """Leave out the type, which the name ends in, and show size and date in full."""
    for rows in dialog.findChildren(QTreeView):
        header = rows.header()
        header.setStretchLastSection(False)
        header.hideSection(2)
        for column in range(1, header.count()):
            header.setSectionResizeMode(column, QHeaderView.ResizeMode.ResizeToContents)
        header.setSectionResizeMode(0, QHeaderView.ResizeMode.Stretch)


def project_type() -> dict[str, str]:
    """The name filter of project files, with their suffix, for `ask_target`."""
    return {_filter(tr("OpenRaster project"), (SUFFIX,)): SUFFIX[1:]}


def picture_type(kind: Format) -> dict[str, str]:
    """The name filter of a format, with its suffix, for `ask_target`."""
    words = {
        "PNG": tr("PNG image"),
        "JPEG": tr("JPEG image"),
        "WebP": tr("WebP image"),
        "TIFF": tr("TIFF image"),
        "AVIF": tr("AVIF image"),
    }
    return {_filter(words[kind.name], kind.suffixes): kind.suffixes[0][1:]}


def _filter(words: str, suffixes: tuple[str, ...]) -> str:
    return f"{words} ({' '.join(f'*{suffix}' for suffix in suffixes)})"


def _suffixes_in(name_filter: str) -> list[str]:
    patterns = name_filter.rpartition("(")[2].rstrip(")").split()
    return [pattern.removeprefix("*") for pattern in patterns]
