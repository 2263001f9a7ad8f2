"""What the studio remembers from one start to the next."""

import json
import logging
import math
from collections.abc import Callable, Iterable, Iterator
from contextlib import ExitStack, contextmanager
from pathlib import Path
from typing import Generic, Literal, TypeVar, get_args

import psutil
from PySide6.QtCore import QByteArray, QSettings, QStandardPaths

from glide_studio.core.paint.page import Page
from glide_studio.folders import data_folder
from glide_studio.library.networks import Storage
from glide_studio.session.language import LANGUAGES, system_language
from glide_studio.session.locking import locked

Theme = Literal["dark", "light", "system"]
OneFinger = Literal["auto", "paint", "pan"]
Precision = Literal["auto", "float32", "fast"]
Compute = Literal["here", "cluster"]
FONT_SCALES = (0.8, 2.0)
HISTORY_GIGABYTES = (0.1, 1000.0)
"""The least and the greatest."""

_T = TypeVar("_T")
_log = logging.getLogger(__name__)


class Setting(Generic[_T]):
    """A value of `Preferences`, stored under its own name.

    `read` converts what is stored, and raises ValueError if that is invalid; then, and while
    nothing is stored, the value is what `default` returns. `write` is the reverse of `read`.
    """

    def __init__(
        self,
        read: Callable[[object], _T],
        default: Callable[[], _T],
        write: Callable[[_T], object] = lambda value: value,
    ) -> None:
        self._read = read
        self._default = default
        self._write = write

    def __set_name__(self, owner: type, name: str) -> None:
        self._name = name

    def __get__(self, preferences: "Preferences", owner: type) -> _T:
        stored = preferences.settings.value(self._name)
        try:
            return self._default() if stored is None else self._read(stored)
        except ValueError:
            return self._default()

    def __set__(self, preferences: "Preferences", value: _T) -> None:
        preferences.settings.setValue(self._name, self._write(value))


def _choice(values: Iterable[_T], default: Callable[[], _T]) -> Setting[_T]:
    by_name = {str(value).lower(): value for value in values}

    def read(stored: object) -> _T:
        name = str(stored).lower()
        if name not in by_name:
            raise ValueError(stored)
        return by_name[name]

    return Setting(read, default)


def _switch(default: bool) -> Setting[bool]:
    return _choice((False, True), lambda: default)


def _number(least: float, greatest: float, default: Callable[[], float]) -> Setting[float]:
    """What is stored beyond `least` or `greatest` is read as these."""

    def read(stored: object) -> float:
        value = float(str(stored))
        if not math.isfinite(value):
            raise ValueError(stored)
        return min(max(value, least), greatest)

    return Setting(read, default)


def _bytes(stored: object) -> QByteArray:
    if not isinstance(stored, QByteArray):
        raise ValueError(stored)
    return stored


def _shortcuts(stored: object) -> dict[str, str]:
    shortcuts = json.loads(str(stored))
    if not isinstance(shortcuts, dict):
        raise ValueError(stored)
    return {str(name): str(keys) for name, keys in shortcuts.items()}


def _paths(stored: object) -> tuple[Path, ...]:
    paths = json.loads(str(stored))
    if not isinstance(paths, list):
        raise ValueError(stored)
    return tuple(Path(str(path)) for path in paths)


def _pictures_folder() -> Path:
    location = QStandardPaths.StandardLocation.PicturesLocation
    return Path(QStandardPaths.writableLocation(location))


class Preferences:
    """Window, panels, shortcuts and other preferences, where the platform keeps settings.

    Each is written as soon as it is set. A damaged one has its default. Add to lists and remove
    from them `with exclusive()`, since other instances of the program may be running.
    """

    def __init__(self) -> None:
        self.settings = QSettings("GLIDE Studio", "GLIDE Studio")

    @contextmanager
    def exclusive(self) -> Iterator[None]:
        """Read lists again, and keep other instances from changing them meanwhile, so that their
        changes are not lost."""
        with ExitStack() as stack:
            try:
                data_folder().mkdir(parents=True, exist_ok=True)
                stack.enter_context(locked(data_folder() / "preferences"))
            except OSError as error:  # nothing can be kept there: then without the lock
                _log.info("preferences are changed without a lock: %s", error)
            self.settings.sync()
            yield
            self.settings.sync()

    geometry = Setting(_bytes, QByteArray)
    """The window's position and size, as `QWidget.saveGeometry` gave it; empty at first."""

    layout = Setting(_bytes, QByteArray)
    """The layout of the panels, as `QMainWindow.saveState` gave it; empty at first."""

    shortcuts = Setting(_shortcuts, dict, json.dumps)
    """The artist's own shortcuts by the command's name, such as "Ctrl+K"; "" for none."""

    recent_files: Setting[tuple[Path, ...]] = Setting(
        _paths, tuple, lambda paths: json.dumps([str(path) for path in paths])
    )
    """The files opened or saved last, the newest first."""

    folder = Setting(lambda stored: Path(str(stored)), _pictures_folder, str)
    """The folder of the last file, at first the user's pictures."""

    native_dialogs = _switch(False)
    """Whether files are chosen in the desktop's own dialogs, which have no preview."""

    new_page: Setting[Page | None] = Setting(
        lambda stored: Page.from_text(str(stored)),
        lambda: None,
        lambda page: "" if page is None else page.to_text(),
    )
    """The page of the last new picture; None at first."""

    language = _choice(LANGUAGES, system_language)
    """One of `LANGUAGES`, at first the system's."""

    theme: Setting[Theme] = _choice(get_args(Theme), lambda: "dark")
    """The colours of the interface; dark at first, as suits pictures."""

    font_scale = _number(*FONT_SCALES, lambda: 1.0)
    """The text size as a multiple of the system's, within `FONT_SCALES`."""

    one_finger: Setting[OneFinger] = _choice(get_args(OneFinger), lambda: "auto")
    """What one finger on a touch screen does; "auto" paints until a pen is used."""

    precision: Setting[Precision] = _choice(get_args(Precision), lambda: "auto")
    """How networks are computed; "auto" takes the fastest that is accurate on this computer."""

    model = Setting(str, str)
    """The name of the model that was chosen last; empty at first."""

    device = Setting(str, lambda: "auto")
    """The name of the `Device` that computes pictures; "auto" takes a graphics card if there is
    one."""

    compute: Setting[Compute] = _choice(get_args(Compute), lambda: "here")
    """Where pictures are computed."""

    cluster_address = Setting(str, str)
    """The address of the cluster, such as "render.studio:7421"; empty at first."""

    cluster_token = Setting(str, str)
    """The token that the cluster wants; empty for none."""

    cluster_certificate = Setting(str, str)
    """The file with the certificate of a cluster that no public authority vouches for."""

    cluster_fallback = _switch(False)
    """Whether this computer computes what a cluster that is not reachable should have."""

    mirrors = Setting(str, str)
    """Addresses from which models are downloaded before those of their authors are tried."""

    offline = _switch(False)
    """Whether downloads of models are forbidden."""

    look_for_updates = _switch(False)
    """Whether a newer version of the program is looked for at every start."""

    storage: Setting[Storage] = _choice(get_args(Storage), lambda: "float32")
    """How the weights of installed and imported models are stored."""

    history_gigabytes = _number(*HISTORY_GIGABYTES, lambda: psutil.virtual_memory().total / 4e9)
    """Memory that the history may use; older steps are on disk. At first a quarter of all."""

    @property
    def history_bytes(self) -> int:
        """The same in bytes."""
        return int(self.history_gigabytes * 1e9)

    accept_single = _switch(True)
    """Whether a picture that was asked for alone goes straight into the document."""

    live_opacity = _number(0, 1, lambda: 0.7)
    """The opacity of the live picture over the canvas."""

    keep_previous = _switch(True)
    """Whether the previous version of a file stays beside it when it is saved."""

    remove_location = _switch(False)
    """Whether the Export dialog leaves out, at first, where the picture was taken."""

    export_format = Setting(str, str)
    """The name of the `Format` of the last export; empty at first."""

    export_quality: Setting[int] = _choice(range(1, 101), lambda: 90)
    """The quality of the last export in a format that has one."""

    export_lossless = _switch(False)
    """Whether the last export was lossless, in a format with that choice."""

    sound_when_done = _switch(False)
    """Whether a sound is played when the last run has ended."""

    notify_when_done = _switch(False)
    """Whether the desktop shows a notification when the last run has ended."""

    rulers = _switch(False)
    """Whether rulers lie along the canvas."""

    pixel_grid = _switch(True)
    """Whether lines separate the pixels at a high zoom."""

    model_frame = _switch(True)
    """Whether a frame is shown around what the model sees."""

    mask_look = Setting(str, str)
    """How a mask is shown: the value of a `MaskLook`; empty at first."""

    mask_colour = Setting(str, str)
    """The tint of the mask, such as "#ff8800"; empty at first."""

    recent_colours = Setting(lambda stored: str(stored).split(), list, " ".join)
    """Such as "#ff8800", the last one first."""

    palette = Setting(str, str)
    """The artist's palette as the text of a .gpl file; empty at first."""
