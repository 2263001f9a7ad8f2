"""What the studio remembers from one day to the next."""

import json
from pathlib import Path

from PySide6.QtCore import QByteArray, QSettings, QStandardPaths


class Preferences:
    """Window, panels, shortcuts and the like, where the platform keeps settings."""

    def __init__(self) -> None:
        self._settings = QSettings("GLIDE Studio", "GLIDE Studio")

    @property
    def geometry(self) -> QByteArray:
        """The window's place, as `QWidget.saveGeometry` gave it; empty at first."""
        geometry = self._settings.value("geometry")
        return geometry if isinstance(geometry, QByteArray) else QByteArray()

    @geometry.setter
    def geometry(self, geometry: QByteArray) -> None:
        self._settings.setValue("geometry", geometry)

    @property
    def layout(self) -> QByteArray:
        """Where the panels are, as `QMainWindow.saveState` gave it; empty at first."""
        layout = self._settings.value("layout")
        return layout if isinstance(layout, QByteArray) else QByteArray()

    @layout.setter
    def layout(self, layout: QByteArray) -> None:
        self._settings.setValue("layout", layout)

    @property
    def shortcuts(self) -> dict[str, str]:
        """The artist's own keys by the command's name, as in "Ctrl+K"; "" takes them away."""
        try:
            shortcuts = json.loads(str(self._settings.value("shortcuts", "{}")))
        except ValueError:
            return {}
        if not isinstance(shortcuts, dict):
            return {}
        return {str(name): str(keys) for name, keys in shortcuts.items()}

    @shortcuts.setter
    def shortcuts(self, shortcuts: dict[str, str]) -> None:
        self._settings.setValue("shortcuts", json.dumps(shortcuts))

    @property
    def accept_single(self) -> bool:
        """Whether a picture that was asked for alone goes straight into the document."""
        return bool(self._settings.value("accept_single", True, bool))

    @accept_single.setter
    def accept_single(self, wanted: bool) -> None:
        self._settings.setValue("accept_single", wanted)

    @property
    def sound_when_done(self) -> bool:
        """Whether a sound is played once no run is left."""
        return bool(self._settings.value("sound_when_done", False, bool))

    @sound_when_done.setter
    def sound_when_done(self, wanted: bool) -> None:
        self._settings.setValue("sound_when_done", wanted)

    @property
    def notify_when_done(self) -> bool:
        """Whether the desktop shows a notification once no run is left."""
        return bool(self._settings.value("notify_when_done", False, bool))

    @notify_when_done.setter
    def notify_when_done(self, wanted: bool) -> None:
        self._settings.setValue("notify_when_done", wanted)

    @property
    def folder(self) -> Path:
        """The folder of the last file, at first the user's pictures."""
        location = QStandardPaths.StandardLocation.PicturesLocation
        pictures = QStandardPaths.writableLocation(location)
        return Path(str(self._settings.value("folder", pictures)))

    @folder.setter
    def folder(self, folder: Path) -> None:
        self._settings.setValue("folder", str(folder))

    @property
    def recent_colours(self) -> list[str]:
        """Such as "#ff8800", the last one first."""
        return str(self._settings.value("recent_colours", "")).split()

    @recent_colours.setter
    def recent_colours(self, colours: list[str]) -> None:
        self._settings.setValue("recent_colours", " ".join(colours))

    @property
    def palette(self) -> str:
        """The artist's palette as the text of a .gpl file; empty at first."""
        return str(self._settings.value("palette", ""))

    @palette.setter
    def palette(self, text: str) -> None:
        self._settings.setValue("palette", text)
