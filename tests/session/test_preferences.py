"""The preferences."""

from pathlib import Path

from PySide6.QtCore import QByteArray

from glide_studio.session.preferences import Preferences


def test_preferences_are_saved(tmp_path: Path) -> None:
    preferences = Preferences()
    assert preferences.geometry.isEmpty()
    preferences.folder = tmp_path
    preferences.geometry = QByteArray(b"a place")
    again = Preferences()
    assert again.folder == tmp_path
    assert again.geometry == QByteArray(b"a place")
