"""Connects Models…: installing, importing and removing models, after asking."""

from collections.abc import Collection, Sequence
from functools import partial
from pathlib import Path

from PySide6.QtWidgets import QWidget

from glide_studio.core.request.installed import InstalledModel
from glide_studio.library.catalogue import Component, warnings
from glide_studio.library.installing import received, sources
from glide_studio.library.store import installed_model
from glide_studio.session.language import tr, translated
from glide_studio.session.model_library import ModelLibrary
from glide_studio.session.preferences import Preferences
from glide_studio.session.quantities import size_text
from glide_studio.ui.actions.actions import Actions
from glide_studio.ui.dialogs.file_dialogs import FileDialogs
from glide_studio.ui.dialogs.import_dialog import ImportDialog
from glide_studio.ui.dialogs.models_dialog import ModelsDialog
from glide_studio.ui.dialogs.questions import Answer, Role, ask


class ModelCommands:
    """The Models window, and what it asks for."""

    def __init__(
        self,
        library: ModelLibrary,
        preferences: Preferences,
        dialogs: FileDialogs,
        actions: Actions,
    ) -> None:
        self._library = library
        self._preferences = preferences
        self._dialogs = dialogs
        self._window = actions.window
        actions.connect("manage_models", self.manage)

    @property
    def _parent(self) -> QWidget:
        """What questions are asked over."""
        return self._window.findChild(ModelsDialog) or self._window

    def manage(self) -> None:
        """Open the window of models, unless it is open."""
        if self._window.findChild(ModelsDialog) is None:
            self._open()

    def offer(self, model: InstalledModel, networks: Collection[str]) -> None:
        """Open the window of models, with what is missing of a model chosen to be installed."""
        dialog = self._window.findChild(ModelsDialog) or self._open()
        dialog.offer(model, networks)

    def _open(self) -> ModelsDialog:
        dialog = ModelsDialog(self._library, self._preferences, self._window)
        dialog.install_requested.connect(self._ask_to_install)
        dialog.folder_requested.connect(self._ask_folder)
        dialog.import_requested.connect(self.import_files)
        dialog.remove_requested.connect(self._ask_to_remove)
        dialog.show()
        return dialog

    def import_files(self, paths: Sequence[Path]) -> None:
        """Ask for a name, and import checkpoints; without `paths`, ask for them first."""
        if not paths:
            self._dialogs.ask_checkpoints(self.import_files)
            return
        dialog = ImportDialog(paths, self._preferences, self._window)

        def start() -> None:
            self.manage()
            self._library.import_files(paths, dialog.name, dialog.storage)

        dialog.accepted.connect(start)
        dialog.open()

    def _ask_to_install(self, components: Sequence[Component], folder: Path | None = None) -> None:
        """Install; the first time, the warnings of the model's authors are shown before."""
        released = self._library.released
        install = partial(self._install, components, folder)
        if installed_model(released.name) is not None:
            install()
            return
        ask(
            self._parent,
            "model_warning",
            tr("Before you use {name}").format(name=released.title),
            "\n\n".join(map(translated, warnings().sentences)),
            [Answer("model_warning_install", tr("Install"), install)],
        )

    def _ask_folder(self, components: Sequence[Component]) -> None:
        files = ", ".join(file.name for component in components for file in component.files)
        title = tr("Folder With {files}").format(files=files)
        then = partial(self._ask_to_install, components)
        self._dialogs.ask_folder("model_folder_dialog", title, then)

    def _install(self, components: Sequence[Component], folder: Path | None) -> None:
        preferences = self._preferences
        wanted = sources(preferences.mirrors, preferences.offline, folder)
        self._library.install(components, wanted, preferences.storage)

    def _ask_to_remove(self, model: InstalledModel | None) -> None:
        released = self._library.released
        size, title = received(), released.title
        said = tr("{size} are deleted from the disk. The next installation downloads them again.")
        if model is not None:
            size, title = model.size, model.title
            said = tr(
                "{size} are deleted from the disk, and runs that use the model are cancelled. "
                "Your pictures are kept."
            )
        remove = partial(self._library.remove, model)
        ask(
            self._parent,
            "model_remove_question",
            tr("Remove {name}?").format(name=title),
            said.format(size=size_text(size)),
            [Answer("model_remove_confirm", tr("Remove"), remove, Role.DestructiveRole)],
        )
