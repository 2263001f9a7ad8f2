"""The menu of the files that were opened and saved last."""

from collections.abc import Callable
from pathlib import Path
from weakref import WeakKeyDictionary

from PySide6.QtCore import QObject, QSize, Signal
from PySide6.QtGui import QAction
from PySide6.QtWidgets import QMenu

from glide_studio.session.document_state import DocumentState
from glide_studio.session.file_previews import FilePreviews
from glide_studio.session.language import tr
from glide_studio.session.open_document import OpenDocument
from glide_studio.session.preferences import Preferences
from glide_studio.ui.actions.actions import Actions
from glide_studio.ui.widgets.pictures import LargeIcons, preview_icon

MAX_RECENT = 10

THUMBNAIL = 40
"""Side of the thumbnails in the menu, in logical pixels."""


class RecentFiles(QObject):
    """Remembers the files opened and saved, and lists them in the menu "Open Recent".

    `changed` carries their paths, the newest first.
    """

    changed = Signal(object)

    def __init__(
        self,
        open_document: OpenDocument,
        preferences: Preferences,
        actions: Actions,
        open_file: Callable[[Path], object],
        previews: FilePreviews,
    ) -> None:
        super().__init__(actions.window)
        self._previews = previews
        self._open_document = open_document
        self._preferences = preferences
        self._open_file = open_file
        self._seen: WeakKeyDictionary[DocumentState, Path | None] = WeakKeyDictionary()
        self._window = actions.window
        self._menu = QMenu(actions.window, toolTipsVisible=True)
        self._menu.setObjectName("recent_menu")
        self._action = actions.connect("open_recent", self._pop_up)
        self._action.setMenu(self._menu)
        self._menu.setStyle(LargeIcons(THUMBNAIL, self._menu))
        self._menu.aboutToShow.connect(self._ask_previews)
        previews.made.connect(self._show_preview)
        open_document.history_changed.connect(self._remember)
        self._fill()

    def _remember(self) -> None:
        state, path = self._open_document.state, self._open_document.path
        before, self._seen[state] = self._seen.get(state), path
        if path is not None and path != before:
            newest = path.absolute()
            self._change(lambda files: [newest, *(file for file in files if file != newest)])

    def _change(self, change: Callable[[tuple[Path, ...]], list[Path]]) -> None:
        with self._preferences.exclusive():
            files = change(self._preferences.recent_files)
            self._preferences.recent_files = tuple(files[:MAX_RECENT])
        self._fill()
        self.changed.emit(self._preferences.recent_files)

    def _fill(self) -> None:
        self._menu.clear()
        self._entries: dict[Path, QAction] = {}
        files = self._preferences.recent_files
        for number, file in enumerate(files, 1):
            entry = self._menu.addAction(f"&{number % 10}  {file.name.replace('&', '&&')}")
            entry.setToolTip(str(file))
            self._entries[file] = entry
            self._show_preview(file)
            entry.triggered.connect(lambda _, file=file: self._open(file))
        self._menu.addSeparator()
        self._menu.addAction(tr("Clear List")).triggered.connect(lambda: self._change(lambda _: []))
        self._action.setEnabled(bool(files))

    def _ask_previews(self) -> None:
        for file in reversed(self._entries):  # what is asked for last comes first
            self._previews.ask(file)

    def _show_preview(self, file: Path) -> None:
        if file in self._entries:
            icon = preview_icon(self._previews.of(file), QSize(THUMBNAIL, THUMBNAIL))
            self._entries[file].setIcon(icon)

    def _open(self, file: Path) -> None:
        if not file.exists():  # opening it will say so
            self._change(lambda files: [other for other in files if other != file])
        self._open_file(file)

    def _pop_up(self) -> None:
        """Show the files where no menu is open, as after a shortcut or from the palette."""
        self._menu.popup(self._window.mapToGlobal(self._window.rect().center()))
