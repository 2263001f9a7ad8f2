"""Settings of an earlier version, and a crash while they are brought up to date."""

from collections.abc import Callable
from pathlib import Path

import pytest
from PySide6.QtCore import QSettings

from glide_studio.session.migration import VERSION, Values, migrate


def renamed(values: Values) -> Values:
    """A preference has another name."""
    return {("colours" if key == "theme" else key): value for key, value in values.items()}


def doubled(values: Values) -> Values:
    """A preference has another unit: applied twice, it would be wrong."""
    return {**values, "size": 2 * int(str(values["size"]))}


STEPS = (renamed, doubled)
OLD = {"theme": "light", "size": "7"}


class Crash(BaseException):
    """What no code catches."""


class Stored:
    """A settings file that can be opened anew, as the next start of the program does."""

    def __init__(self, folder: Path) -> None:
        self.folder = folder
        folder.mkdir()

    def settings(self) -> QSettings:
        return QSettings(str(self.folder / "studio.ini"), QSettings.Format.IniFormat)

    def values(self) -> dict[str, str]:
        settings = self.settings()
        return {key: str(settings.value(key)) for key in settings.allKeys()}

    def write(self, values: Values) -> None:
        settings = self.settings()
        for key, value in values.items():
            settings.setValue(key, value)
        settings.sync()


@pytest.fixture
def stored(tmp_path: Path) -> Stored:
    return Stored(tmp_path / "settings")


def test_each_step_is_applied_once(stored: Stored) -> None:
    stored.write(OLD)
    for _ in range(2):
        migrate(stored.settings(), stored.folder, STEPS)
    assert stored.values() == {"colours": "light", "size": "14", VERSION: "2"}
    assert [path.name for path in stored.folder.iterdir()] == ["studio.ini"]


def test_only_the_missing_steps_are_applied(stored: Stored) -> None:
    stored.write({"colours": "light", "size": 7, VERSION: 1})
    migrate(stored.settings(), stored.folder, STEPS)
    assert stored.values() == {"colours": "light", "size": "14", VERSION: "2"}


def test_settings_of_a_newer_version_stay_as_they_are(stored: Stored) -> None:
    newer = {"unknown": "x", VERSION: "9"}
    stored.write(newer)
    migrate(stored.settings(), stored.folder, STEPS)
    assert stored.values() == newer


@pytest.mark.parametrize("calls", range(12))
def test_a_crash_at_any_write_loses_nothing(
    stored: Stored, calls: int, monkeypatch: pytest.MonkeyPatch
) -> None:
    """What was set so far is on the disk, as where each key is written on its own."""
    stored.write(OLD)
    left = [calls]

    def dying(method: Callable[..., None]) -> Callable[..., None]:
        def call(settings: QSettings, *words: object) -> None:
            if not left[0]:
                raise Crash
            left[0] -= 1
            method(settings, *words)
            if method is not sync:
                sync(settings)

        return call

    sync = QSettings.sync
    with monkeypatch.context() as patch:
        for name in ("setValue", "remove", "sync"):
            patch.setattr(QSettings, name, dying(getattr(QSettings, name)))
        crashed = False
        try:
            migrate(stored.settings(), stored.folder, STEPS)
        except Crash:
            crashed = True
    assert crashed is (calls < 11)
    migrate(stored.settings(), stored.folder, STEPS)
    assert stored.values() == {"colours": "light", "size": "14", VERSION: "2"}
