"""Brings the settings that an earlier version of the program wrote up to date."""

from collections.abc import Callable, Mapping, Sequence
from pathlib import Path

from PySide6.QtCore import QSettings

Values = Mapping[str, object]
Step = Callable[[Values], Values]

STEPS: tuple[Step, ...] = ()
"""Each turns the values that one version wrote into those of the next. Append one whenever a
preference is renamed or its values change their meaning; never change an old one."""

VERSION = "settings_version"
"""The key of the number of steps that were applied to the stored values."""


def migrate(settings: QSettings, folder: Path, steps: Sequence[Step] = STEPS) -> None:
    """Apply the steps that were not yet applied to the values in `settings`.

    A crash at any moment loses nothing: until all values are written, the old ones are in a file in
    `folder`, and the next call starts from them. Values of a newer version stay as they are.
    """
    kept = folder / "settings-before-update.ini"
    old = QSettings(str(kept), QSettings.Format.IniFormat)
    source = old if old.contains(VERSION) else settings
    before = {key: source.value(key) for key in source.allKeys()}
    done = int(str(before.pop(VERSION, 0)))
    if int(str(settings.value(VERSION, 0))) < len(steps) and done < len(steps):
        _write(old, before, done)
        after: Values = before
        for step in steps[done:]:
            after = step(after)
        for key in {*settings.allKeys()} - {*after, VERSION}:
            settings.remove(key)
        _write(settings, after, len(steps))
    kept.unlink(missing_ok=True)


def _write(settings: QSettings, values: Values, version: int) -> None:
    """Write values, and last of all their version. Raises OSError if they cannot be kept."""
    for key, value in values.items():
        settings.setValue(key, value)
    settings.sync()
    settings.setValue(VERSION, version)
    settings.sync()
    if settings.status() != QSettings.Status.NoError:
        raise OSError("the settings cannot be written")
