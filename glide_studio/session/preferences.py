"""What the studio remembers from one day to the next."""

from pathlib import Path

from PySide6.QtCore import QByteArray, QSettings, QStandardPaths


class Preferences:
    """The last window and folder, in the place where the platform keeps settings."""

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
    def folder(self) -> Path:
        """The folder of the last file, at first the user's pictures."""
        location = QStandardPaths.StandardLocation.PicturesLocation
        pictures = QStandardPaths.writableLocation(location)
        return Path(str(self._settings.value("folder", pictures)))

    @folder.setter
    def folder(self, folder: Path) -> None:
        self._settings.setValue("folder", str(folder))
