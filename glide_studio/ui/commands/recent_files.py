"""The files that the artist worked on last."""

from pathlib import Path

from PySide6.QtCore import QObject, Signal
from PySide6.QtWidgets import QMenu

from glide_studio.session.language import tr
from glide_studio.session.open_document import OpenDocument
from glide_studio.session.preferences import Preferences
from glide_studio.ui.actions.actions import Actions

MOST = 10


class RecentFiles(QObject):
    """Notes what is opened and saved, and fills the menu "Open Recent" with it.

    `chosen` carries the path of an entry, `changed` all of them, the newest first.
    """

    chosen = Signal(object)
    changed = Signal(object)

    def __init__(
        self, open_document: OpenDocument, preferences: Preferences, actions: Actions
    ) -> None:
        super().__init__(actions.owner)
        self._open_document = open_document
        self._preferences = preferences
        self._noted: Path | None = None
        self._menu = QMenu(actions.window)
        self._menu.setObjectName("recent_menu")
        self._menu.setToolTipsVisible(True)
        self._window = actions.window
        self._action = actions.connect("open_recent", self._pop_up)
        self._action.setMenu(self._menu)
        open_document.history_changed.connect(self._note)
        self._show()

    def _note(self) -> None:
        path = self._open_document.path
        if path is None or path == self._noted:
            self._noted = path
            return
        self._noted = path
        path = path.absolute()
        others = [file for file in self._preferences.recent_files if file != path]
        self._keep([path, *others][:MOST])

    def _keep(self, files: list[Path]) -> None:
        self._preferences.recent_files = tuple(files)
        self._show()
        self.changed.emit(self._preferences.recent_files)

    def _show(self) -> None:
        self._menu.clear()
        files = self._preferences.recent_files
        for number, file in enumerate(files, 1):
            entry = self._menu.addAction(f"&{number % 10}  {file.name.replace('&', '&&')}")
            entry.setToolTip(str(file))
            entry.triggered.connect(lambda _, file=file: self._choose(file))
        self._menu.addSeparator()
        self._menu.addAction(tr("Clear List")).triggered.connect(lambda: self._keep([]))
        self._action.setEnabled(bool(files))

    def _choose(self, file: Path) -> None:
        if not file.exists():  # opening it will say so
            self._keep([other for other in self._preferences.recent_files if other != file])
        self.chosen.emit(file)

    def _pop_up(self) -> None:
        """Show the entries where no menu is open, as after a shortcut or from the palette."""
        self._menu.popup(self._window.mapToGlobal(self._window.rect().center()))
