"""What the studio remembers from one day to the next."""

import json
from collections.abc import Iterable
from pathlib import Path
from typing import Literal, get_args

from PySide6.QtCore import QByteArray, QSettings, QStandardPaths

from glide_studio.session.language import LANGUAGES, system_language

Theme = Literal["dark", "light", "system"]
THEMES: tuple[Theme, ...] = get_args(Theme)
OneFinger = Literal["auto", "paint", "pan"]
ONE_FINGER: tuple[OneFinger, ...] = get_args(OneFinger)
FONT_SCALES = (0.8, 2.0)
"""The least and the greatest."""


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
    def recent_files(self) -> tuple[Path, ...]:
        """The files opened or saved last, the newest first."""
        try:
            files = json.loads(str(self._settings.value("recent_files", "[]")))
        except ValueError:
            return ()
        return tuple(Path(str(file)) for file in files) if isinstance(files, list) else ()

    @recent_files.setter
    def recent_files(self, files: Iterable[Path]) -> None:
        self._settings.setValue("recent_files", json.dumps([str(file) for file in files]))

    @property
    def language(self) -> str:
        """One of `LANGUAGES`, at first the system's."""
        language = str(self._settings.value("language", ""))
        return language if language in LANGUAGES else system_language()

    @language.setter
    def language(self, language: str) -> None:
        self._settings.setValue("language", language)

    @property
    def theme(self) -> Theme:
        """What the interface looks like; dark at first, as beside pictures it should."""
        theme = self._settings.value("theme", "dark")
        return theme if theme in THEMES else "dark"

    @theme.setter
    def theme(self, theme: Theme) -> None:
        self._settings.setValue("theme", theme)

    @property
    def one_finger(self) -> OneFinger:
        """What one finger on a touch screen does; "auto" paints until a pen is used."""
        deed = self._settings.value("one_finger", "auto")
        return deed if deed in ONE_FINGER else "auto"

    @one_finger.setter
    def one_finger(self, deed: OneFinger) -> None:
        self._settings.setValue("one_finger", deed)

    @property
    def font_scale(self) -> float:
        """The size of the letters as a multiple of the system's, within `FONT_SCALES`."""
        try:
            scale = float(str(self._settings.value("font_scale", 1.0)))
        except ValueError:
            return 1.0
        return min(max(scale, FONT_SCALES[0]), FONT_SCALES[1])

    @font_scale.setter
    def font_scale(self, scale: float) -> None:
        self._settings.setValue("font_scale", scale)

    @property
    def rulers(self) -> bool:
        """Whether rulers lie along the canvas."""
        return bool(self._settings.value("rulers", False, bool))

    @rulers.setter
    def rulers(self, wanted: bool) -> None:
        self._settings.setValue("rulers", wanted)

    @property
    def pixel_grid(self) -> bool:
        """Whether lines set greatly magnified pixels apart."""
        return bool(self._settings.value("pixel_grid", True, bool))

    @pixel_grid.setter
    def pixel_grid(self, wanted: bool) -> None:
        self._settings.setValue("pixel_grid", wanted)

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
    def mask_look(self) -> str:
        """How the inside of a mask is shown: the value of a `MaskLook`; empty at first."""
        return str(self._settings.value("mask_look", ""))

    @mask_look.setter
    def mask_look(self, look: str) -> None:
        self._settings.setValue("mask_look", look)

    @property
    def mask_colour(self) -> str:
        """The tint of the mask, such as "#ff8800"; empty at first."""
        return str(self._settings.value("mask_colour", ""))

    @mask_colour.setter
    def mask_colour(self, colour: str) -> None:
        self._settings.setValue("mask_colour", colour)

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
